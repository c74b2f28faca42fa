#include "values/singularityoptions.h"

#include "values/pairing.h"
#include "values/shellwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Singularity)
};

QString valueOptionName(const QString &word)
{
    const QString name = word.section(QLatin1Char('='), 0, 0);
    if (name == QLatin1String("--env"))
        return QStringLiteral("--env");
    if (name == QLatin1String("--bind") || name == QLatin1String("-B"))
        return QStringLiteral("--bind");
    if (name == QLatin1String("--home") || name == QLatin1String("-H"))
        return QStringLiteral("--home");
    return {};
}

/// One variable of an --env option, and how it is written there.
struct Part {
    SingularityOptions::Variable variable;
    QString written;
};

/// `A=1,B=2`; a part without an equals sign belongs to the value before it.
QList<Part> partsOf(const QString &value)
{
    QList<Part> parts;
    for (const QString &text : value.split(QLatin1Char(','))) {
        const auto equals = text.indexOf(QLatin1Char('='));
        if (equals < 0 && !parts.isEmpty()) {
            parts.last().variable.value += QLatin1Char(',') + text;
            parts.last().written += QLatin1Char(',') + text;
        } else if (!text.isEmpty()) {
            parts.append({{text.left(equals), equals < 0 ? QString() : text.mid(equals + 1)}, text});
        }
    }
    return parts;
}

bool isWrittenAs(const QList<Part> &parts, const QStringList &texts)
{
    return std::equal(parts.begin(), parts.end(), texts.begin(), texts.end(), [](const Part &part, const QString &text) { return part.written == text; });
}

QString writtenAs(const SingularityOptions::Variable &variable)
{
    return variable.name + QLatin1Char('=') + variable.value;
}

QList<std::pair<QString, QString>> namesAndValues(const QList<SingularityOptions::Variable> &variables)
{
    QList<std::pair<QString, QString>> pairs;
    for (const auto &variable : variables)
        pairs.append({variable.name, variable.value});
    return pairs;
}

/// A text in a list that may hold it several times.
QList<std::pair<QString, QString>> asNames(const QStringList &texts)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QString &text : texts)
        pairs.append({text, QString()});
    return pairs;
}

} // namespace

SingularityOptions SingularityOptions::parse(const QString &text)
{
    SingularityOptions options;
    const ShellLine line = splitShellLine(text);
    options.m_after = line.after;
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        const ShellWord &word = line.words[i];
        Token token;
        token.before = word.before;
        token.written = word.written;
        token.name = valueOptionName(word.text);
        const auto equals = word.text.indexOf(QLatin1Char('='));
        if (!token.name.isEmpty() && equals >= 0) {
            token.equalsForm = true;
            token.value = word.text.mid(equals + 1);
            token.lead = word.text.left(equals + 1);
            token.quote = word.quote;
        } else if (!token.name.isEmpty() && i + 1 < line.words.size()) {
            const ShellWord &value = line.words[++i];
            token.lead = word.written + value.before;
            token.written += value.before + value.written;
            token.value = value.text;
            token.quote = value.quote;
        } else {
            token.name.clear();
            token.value = word.text;
        }
        options.m_tokens.append(token);
    }
    return options;
}

QString SingularityOptions::toString() const
{
    QString text;
    for (const Token &token : m_tokens)
        text += token.before + token.written;
    return text + m_after;
}

QList<SingularityOptions::Variable> SingularityOptions::environment() const
{
    QList<Variable> all;
    for (const Token &token : m_tokens) {
        if (token.name != QLatin1String("--env"))
            continue;
        const QList<Part> parts = partsOf(token.value);
        for (const Part &part : parts)
            all.append(part.variable);
    }
    return all;
}

QStringList SingularityOptions::binds() const
{
    QStringList all;
    for (const Token &token : m_tokens) {
        if (token.name == QLatin1String("--bind"))
            all += token.value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return all;
}

bool SingularityOptions::hasSwitch(const QString &name) const
{
    return std::any_of(m_tokens.cbegin(), m_tokens.cend(),
                       [&name](const Token &token) { return token.name.isEmpty() && token.value == name; });
}

std::optional<QString> SingularityOptions::home() const
{
    for (const Token &token : m_tokens) {
        if (token.name == QLatin1String("--home"))
            return token.value;
    }
    return std::nullopt;
}

QStringList SingularityOptions::others() const
{
    QStringList words;
    for (const Token &token : m_tokens) {
        if (token.name.isEmpty())
            words.append(token.written);
    }
    return words;
}

void SingularityOptions::rewrite(Token &token, const QString &value)
{
    if (token.value == value)
        return;
    token.value = value;
    const QString quote = token.quote.isNull() ? QString() : QString(token.quote);
    token.written = token.lead + quote + value + quote;
}

void SingularityOptions::append(const QString &name, const QString &value)
{
    Token token;
    token.before = m_tokens.isEmpty() ? QString() : QStringLiteral(" ");
    token.lead = name + QLatin1Char(' ');
    token.name = name;
    token.value = value;
    token.written = value.isEmpty() ? name : token.lead + value;
    m_tokens.append(token);
}

void SingularityOptions::removeTokens(const std::function<bool(const Token &)> &goes)
{
    const bool first = !m_tokens.isEmpty() && goes(m_tokens.first());
    m_tokens.removeIf(goes);
    if (first && !m_tokens.isEmpty() && m_tokens.first().before == QLatin1String(" "))
        m_tokens.first().before.clear(); // it stood between the two
}

void SingularityOptions::removeEmpty(const QString &name)
{
    removeTokens([&name](const Token &token) { return token.name == name && token.value.isEmpty(); });
}

SingularityOptions::Token *SingularityOptions::last(const QString &name)
{
    Token *found = nullptr;
    for (Token &token : m_tokens) {
        if (token.name == name)
            found = &token;
    }
    return found;
}

void SingularityOptions::setEnvironment(const QList<Variable> &variables)
{
    if (variables == environment())
        return;
    const QList<qsizetype> pairs = pairedByName(namesAndValues(environment()), namesAndValues(variables));
    qsizetype number = 0; // of the variable, counted through all options
    for (Token &token : m_tokens) {
        if (token.name != QLatin1String("--env"))
            continue;
        const QList<Part> parts = partsOf(token.value);
        QStringList kept;
        for (const Part &part : parts) {
            const qsizetype wanted = pairs[number++];
            if (wanted >= 0)
                kept.append(variables[wanted] == part.variable ? part.written : writtenAs(variables[wanted]));
        }
        if (!isWrittenAs(parts, kept)) // else it stays byte for byte, doubled commas and all
            rewrite(token, kept.join(QLatin1Char(',')));
    }
    QStringList fresh;
    for (qsizetype k = 0; k < variables.size(); ++k) {
        if (!pairs.contains(k))
            fresh.append(writtenAs(variables[k]));
    }
    if (!fresh.isEmpty()) {
        const QString text = fresh.join(QLatin1Char(','));
        if (Token *token = last(QStringLiteral("--env")))
            rewrite(*token, token->value + (token->value.isEmpty() ? QString() : QStringLiteral(",")) + text);
        else
            append(QStringLiteral("--env"), text);
    }
    removeEmpty(QStringLiteral("--env"));
}

void SingularityOptions::setBinds(const QStringList &binds)
{
    if (binds == this->binds())
        return;
    const QList<qsizetype> pairs = pairedByName(asNames(this->binds()), asNames(binds));
    qsizetype number = 0;
    for (Token &token : m_tokens) {
        if (token.name != QLatin1String("--bind"))
            continue;
        const QStringList present = token.value.split(QLatin1Char(','), Qt::SkipEmptyParts);
        QStringList kept;
        for (const QString &bind : present) {
            if (pairs[number++] >= 0)
                kept.append(bind);
        }
        if (kept != present)
            rewrite(token, kept.join(QLatin1Char(',')));
    }
    QStringList fresh;
    for (qsizetype k = 0; k < binds.size(); ++k) {
        if (!pairs.contains(k))
            fresh.append(binds[k]);
    }
    if (!fresh.isEmpty()) {
        Token *token = last(QStringLiteral("--bind"));
        if (token)
            rewrite(*token, (token->value.isEmpty() ? fresh : QStringList{token->value} + fresh).join(QLatin1Char(',')));
        else
            append(QStringLiteral("--bind"), fresh.join(QLatin1Char(',')));
    }
    removeEmpty(QStringLiteral("--bind"));
}

void SingularityOptions::setSwitch(const QString &name, bool on)
{
    if (hasSwitch(name) == on)
        return;
    if (!on) {
        removeTokens([&name](const Token &token) { return token.name.isEmpty() && token.value == name; });
        return;
    }
    Token token;
    token.before = m_tokens.isEmpty() ? QString() : QStringLiteral(" ");
    token.written = token.value = name;
    m_tokens.append(token);
}

void SingularityOptions::setHome(const std::optional<QString> &home)
{
    if (Token *token = last(QStringLiteral("--home")))
        rewrite(*token, home.value_or(QString()));
    else if (home)
        append(QStringLiteral("--home"), *home);
    removeEmpty(QStringLiteral("--home"));
}

QString SingularityOptions::environmentProblem(const Variable &variable)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*\\z"));
    static const QRegularExpression unsafe(QStringLiteral("[\\s,\"'`;&|<>()\\\\*?#!\\x{0}-\\x{1f}]"));
    if (!name.match(variable.name).hasMatch())
        return Tr::tr("The name of a variable is made of letters, digits and underscores, and does not begin with a digit.");
    if (unsafe.match(variable.value).hasMatch())
        return Tr::tr("Here the value may hold no blanks, commas, quotes or other signs of the shell.");
    return {};
}

QString SingularityOptions::bindProblem(const QString &bind)
{
    static const QRegularExpression unsafe(QStringLiteral("[\\s,\"'`;&|<>()\\\\*?#!\\x{0}-\\x{1f}]"));
    if (!bind.startsWith(QLatin1Char('/')) && !bind.startsWith(QLatin1Char('$')))
        return Tr::tr("A folder on the HPC starts with a slash.");
    if (unsafe.match(bind).hasMatch())
        return Tr::tr("The folder's name may hold no blanks, commas, quotes or other signs of the shell.");
    if (bind.count(QLatin1Char(':')) > 2)
        return Tr::tr("Write folder, or folder:folder in the container, or folder:folder:ro.");
    return {};
}

} // namespace rayhelm
