#include "values/slurmoptions.h"

#include "values/shellwords.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace rayhelm {

namespace {

/// sbatch's one-letter options by their long names.
QString longName(QChar letter)
{
    static const QHash<QChar, QString> names{
        {QLatin1Char('p'), QStringLiteral("partition")},     {QLatin1Char('A'), QStringLiteral("account")},
        {QLatin1Char('q'), QStringLiteral("qos")},           {QLatin1Char('C'), QStringLiteral("constraint")},
        {QLatin1Char('N'), QStringLiteral("nodes")},         {QLatin1Char('n'), QStringLiteral("ntasks")},
        {QLatin1Char('t'), QStringLiteral("time")},          {QLatin1Char('G'), QStringLiteral("gpus")},
        {QLatin1Char('c'), QStringLiteral("cpus-per-task")}, {QLatin1Char('J'), QStringLiteral("job-name")},
        {QLatin1Char('o'), QStringLiteral("output")},        {QLatin1Char('e'), QStringLiteral("error")},
        {QLatin1Char('w'), QStringLiteral("nodelist")},      {QLatin1Char('x'), QStringLiteral("exclude")},
        {QLatin1Char('D'), QStringLiteral("chdir")},         {QLatin1Char('d'), QStringLiteral("dependency")},
        {QLatin1Char('L'), QStringLiteral("licenses")},      {QLatin1Char('M'), QStringLiteral("clusters")},
        {QLatin1Char('m'), QStringLiteral("distribution")},  {QLatin1Char('a'), QStringLiteral("array")},
        {QLatin1Char('b'), QStringLiteral("begin")},         {QLatin1Char('i'), QStringLiteral("input")},
        {QLatin1Char('S'), QStringLiteral("core-spec")},     {QLatin1Char('s'), QStringLiteral("oversubscribe")},
        {QLatin1Char('H'), QStringLiteral("hold")},          {QLatin1Char('O'), QStringLiteral("overcommit")},
        {QLatin1Char('Q'), QStringLiteral("quiet")},         {QLatin1Char('v'), QStringLiteral("verbose")},
        {QLatin1Char('W'), QStringLiteral("wait")},          {QLatin1Char('k'), QStringLiteral("no-kill")},
        {QLatin1Char('I'), QStringLiteral("immediate")}};
    return names.value(letter);
}

/// Options without a value, or with one only behind an equals sign.
bool isFlag(const QString &name)
{
    static const QSet<QString> flags{
        QStringLiteral("exclusive"), QStringLiteral("hold"), QStringLiteral("requeue"), QStringLiteral("no-requeue"),
        QStringLiteral("contiguous"), QStringLiteral("overcommit"), QStringLiteral("oversubscribe"), QStringLiteral("parsable"),
        QStringLiteral("quiet"), QStringLiteral("spread-job"), QStringLiteral("test-only"), QStringLiteral("use-min-nodes"),
        QStringLiteral("verbose"), QStringLiteral("wait"), QStringLiteral("reboot"), QStringLiteral("nice"),
        QStringLiteral("get-user-env"), QStringLiteral("immediate"), QStringLiteral("no-kill")};
    return flags.contains(name);
}

struct GpuCount {
    int count = 0;
    QString type;
};

/// "gpu", "gpu:2", "gpu:a100", "gpu:a100:2", also behind "gres/"; and "2", "a100:2" of the --gpus options.
std::optional<GpuCount> gpuCount(QString text, bool gres)
{
    static const QRegularExpression sockets(QStringLiteral("\\(.*\\)$"));
    text.remove(sockets);
    if (gres) {
        if (text.startsWith(QLatin1String("gres/")))
            text.remove(0, 5);
        if (text == QLatin1String("gpu"))
            return GpuCount{1, {}};
        if (!text.startsWith(QLatin1String("gpu:")))
            return std::nullopt;
        text.remove(0, 4);
    }
    const QStringList parts = text.split(QLatin1Char(':'));
    bool ok = false;
    const int count = parts.last().toInt(&ok);
    if (parts.size() == 1)
        return ok ? std::optional(GpuCount{count, {}}) : gres ? std::optional(GpuCount{1, parts.first()}) : std::nullopt;
    return ok && parts.size() == 2 ? std::optional(GpuCount{count, parts.first()}) : std::nullopt;
}

std::optional<GpuCount> gpuCountIn(const QString &name, const QString &value)
{
    const bool gres = name == QLatin1String("gres");
    const QStringList parts = value.split(QLatin1Char(','));
    for (const QString &part : parts) {
        if (const auto count = gpuCount(part, gres))
            return count;
    }
    return std::nullopt;
}

} // namespace

SlurmOptions SlurmOptions::parse(const QString &flags)
{
    SlurmOptions options;
    const ShellLine line = splitShellLine(flags);
    options.m_after = line.after;
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        const ShellWord &word = line.words[i];
        Token token{word.before, word.written, {}, std::nullopt, false};
        const auto equals = word.text.indexOf(QLatin1Char('='));
        if (word.text.startsWith(QLatin1String("--")) && word.text.size() > 2) {
            token.name = word.text.mid(2, equals < 0 ? -1 : equals - 2);
            if (equals >= 0)
                token.value = word.text.mid(equals + 1);
        } else if (word.text.startsWith(QLatin1Char('-')) && word.text.size() > 1) {
            token.name = longName(word.text.at(1));
            if (word.text.size() > 2 && !isFlag(token.name))
                token.value = word.text.mid(word.text.at(2) == QLatin1Char('=') ? 3 : 2);
        }
        const bool takesNext = !token.name.isEmpty() && !token.value && !isFlag(token.name) && i + 1 < line.words.size()
            && !line.words[i + 1].text.startsWith(QLatin1Char('-'));
        if (takesNext) {
            const ShellWord &value = line.words[++i];
            token.written += value.before + value.written;
            token.value = value.text;
            token.separated = true;
        }
        options.m_tokens.append(token);
    }
    return options;
}

QString SlurmOptions::toString() const
{
    QString text;
    for (const Token &token : m_tokens)
        text += token.before + token.written;
    return text + m_after;
}

/// sbatch takes the last of equal options.
const SlurmOptions::Token *SlurmOptions::find(const QString &name) const
{
    for (auto token = m_tokens.crbegin(); token != m_tokens.crend(); ++token) {
        if (token->name == name)
            return &*token;
    }
    return nullptr;
}

std::optional<QString> SlurmOptions::value(const QString &name) const
{
    const Token *token = find(name);
    return token ? std::optional(token->value.value_or(QString())) : std::nullopt;
}

std::optional<QString> SlurmOptions::partition() const { return value(QStringLiteral("partition")); }
std::optional<QString> SlurmOptions::account() const { return value(QStringLiteral("account")); }
std::optional<QString> SlurmOptions::qos() const { return value(QStringLiteral("qos")); }
std::optional<QString> SlurmOptions::constraint() const { return value(QStringLiteral("constraint")); }

std::optional<int> SlurmOptions::nodes() const
{
    // "2-4": at most four.
    const QString text = value(QStringLiteral("nodes")).value_or(QString()).section(QLatin1Char('-'), -1);
    bool ok = false;
    const int count = text.toInt(&ok);
    return ok && count > 0 ? std::optional(count) : std::nullopt;
}

const SlurmOptions::Token *SlurmOptions::gpuToken() const
{
    for (const char *name : {"gpus", "gpus-per-node", "gpus-per-task", "gres"}) {
        const Token *token = find(QLatin1String(name));
        if (token && gpuCountIn(token->name, token->value.value_or(QString())))
            return token;
    }
    return nullptr;
}

std::optional<int> SlurmOptions::gpus() const
{
    const Token *token = gpuToken();
    if (!token)
        return std::nullopt;
    const int count = gpuCountIn(token->name, token->value.value_or(QString()))->count;
    if (token->name == QLatin1String("gpus"))
        return count;
    if (token->name == QLatin1String("gpus-per-task"))
        return count * qMax(1, value(QStringLiteral("ntasks")).value_or(QString()).toInt());
    return count * nodes().value_or(1);
}

QString SlurmOptions::gpuType() const
{
    const Token *token = gpuToken();
    return token ? gpuCountIn(token->name, token->value.value_or(QString()))->type : QString();
}

std::optional<std::chrono::seconds> SlurmOptions::timeLimit() const
{
    const std::optional<QString> text = value(QStringLiteral("time"));
    const auto limit = text ? parseTime(*text) : std::nullopt;
    return limit && limit->count() > 0 ? limit : std::nullopt; // 0 means no limit for sbatch
}

void SlurmOptions::set(const QString &name, const std::optional<QString> &newValue)
{
    if (!newValue || newValue->isEmpty()) {
        m_tokens.removeIf([&name](const Token &token) { return token.name == name; });
        if (!m_tokens.isEmpty() && toString().startsWith(QLatin1Char(' ')))
            m_tokens.first().before.clear();
        return;
    }
    if (value(name) == newValue)
        return;
    const QString written = QStringLiteral("--%1=%2").arg(name, *newValue);
    if (const Token *present = find(name)) {
        Token &token = m_tokens[present - m_tokens.constData()];
        token.written = written;
        token.value = newValue;
        token.separated = false;
        return;
    }
    m_tokens.append({m_tokens.isEmpty() ? QString() : QStringLiteral(" "), written, name, newValue, false});
}

void SlurmOptions::setPartition(const std::optional<QString> &partition) { set(QStringLiteral("partition"), partition); }
void SlurmOptions::setAccount(const std::optional<QString> &account) { set(QStringLiteral("account"), account); }
void SlurmOptions::setQos(const std::optional<QString> &qos) { set(QStringLiteral("qos"), qos); }
void SlurmOptions::setConstraint(const std::optional<QString> &constraint) { set(QStringLiteral("constraint"), constraint); }

void SlurmOptions::setNodes(std::optional<int> nodes)
{
    if (nodes != this->nodes())
        set(QStringLiteral("nodes"), nodes ? std::optional(QString::number(*nodes)) : std::nullopt);
}

void SlurmOptions::setTimeLimit(std::optional<std::chrono::seconds> limit)
{
    if (limit != timeLimit() || !limit)
        set(QStringLiteral("time"), limit ? std::optional(timeText(*limit)) : std::nullopt);
}

void SlurmOptions::setGpus(std::optional<int> count, const std::optional<QString> &type)
{
    const QString newType = type.value_or(gpuType());
    if (count && count == gpus() && newType == gpuType())
        return;
    const Token *token = gpuToken();
    const QString name = token ? token->name : QStringLiteral("gres");
    int each = count.value_or(0);
    if (name == QLatin1String("gpus-per-task"))
        each = (each + qMax(1, value(QStringLiteral("ntasks")).value_or(QString()).toInt()) - 1)
            / qMax(1, value(QStringLiteral("ntasks")).value_or(QString()).toInt());
    else if (name != QLatin1String("gpus"))
        each = (each + nodes().value_or(1) - 1) / nodes().value_or(1);
    QString text = newType.isEmpty() ? QString::number(each) : newType + QLatin1Char(':') + QString::number(each);
    const bool gres = name == QLatin1String("gres");
    if (gres)
        text.prepend(QLatin1String("gpu:"));
    QStringList parts = token ? token->value->split(QLatin1Char(',')) : QStringList();
    qsizetype place = 0;
    while (place < parts.size() && !gpuCount(parts[place], gres))
        ++place;
    if (place < parts.size())
        parts.removeAt(place);
    if (count)
        parts.insert(place, text);
    set(name, parts.join(QLatin1Char(',')));
}

QStringList SlurmOptions::names() const
{
    QStringList names;
    for (const Token &token : m_tokens)
        names.append(token.name.isEmpty() ? token.written : token.name);
    return names;
}

QStringList SlurmOptions::unreadable() const
{
    QStringList texts;
    for (const Token &token : m_tokens) {
        const QString text = token.value.value_or(QString());
        const bool time = token.name == QLatin1String("time") && !parseTime(text)
            && text.compare(QLatin1String("UNLIMITED"), Qt::CaseInsensitive) != 0;
        const bool nodes = token.name == QLatin1String("nodes") && text.section(QLatin1Char('-'), -1).toInt() <= 0;
        const bool gpu = (token.name.startsWith(QLatin1String("gpus")) && !gpuCountIn(token.name, text))
            || (token.name == QLatin1String("gres") && text.contains(QLatin1String("gpu")) && !gpuCountIn(token.name, text));
        if (token.name.isEmpty() || time || nodes || gpu)
            texts.append(token.written.trimmed());
    }
    return texts;
}

QString SlurmOptions::joined() const
{
    static const QRegularExpression needsQuotes(QStringLiteral("[\\s'\"\\\\]"));
    QStringList words;
    for (const Token &token : m_tokens) {
        const QString text = token.value.value_or(QString());
        if (text.contains(needsQuotes))
            return {};
        words.append(token.name.isEmpty() ? token.written
                                          : QStringLiteral("--") + token.name + (token.value ? QLatin1Char('=') + text : QString()));
    }
    return words.join(QLatin1Char(' '));
}

bool SlurmOptions::hasSeparatedValues() const
{
    return std::any_of(m_tokens.cbegin(), m_tokens.cend(), [](const Token &token) { return token.separated; });
}

} // namespace rayhelm
