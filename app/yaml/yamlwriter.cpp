#include "yaml/yamlwriter.h"

#include <QCoreApplication>
#include <QMap>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

bool isEscapedInDoubleQuotes(ushort code)
{
    return code < 0x20 || (code >= 0x7f && code <= 0xa0) || code == 0x2028 || code == 0x2029 || code == 0xfeff
        || code >= 0xfffe;
}

bool hasLoneSurrogate(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (!text.at(i).isHighSurrogate() || i + 1 == text.size() || !text.at(i + 1).isLowSurrogate())
            return true;
        ++i;
    }
    return false;
}

bool fitsSingleQuotes(const QString &text)
{
    for (const QChar c : text) {
        if (isEscapedInDoubleQuotes(c.unicode()))
            return false;
    }
    return true;
}

QByteArray doubleQuoted(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            quoted += QLatin1Char('\\') + QString(c);
        else if (code == '\n')
            quoted += QLatin1String("\\n");
        else if (code == '\t')
            quoted += QLatin1String("\\t");
        else if (code == '\r')
            quoted += QLatin1String("\\r");
        else if (isEscapedInDoubleQuotes(code))
            quoted += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return (quoted + QLatin1Char('"')).toUtf8();
}

QByteArray singleQuoted(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("''"));
    return '\'' + text.toUtf8() + '\'';
}

bool isPlainInFlow(const QString &text)
{
    for (const QChar c : text) {
        if (QStringLiteral(",[]{}?:#").contains(c))
            return false;
    }
    return true;
}

QByteArray stringText(const QString &text, YamlStyle style, bool flow)
{
    if (style == YamlStyle::SingleQuoted && fitsSingleQuotes(text))
        return singleQuoted(text);
    const bool mayBePlain = style == YamlStyle::Plain || style == YamlStyle::Empty;
    if (mayBePlain && isPlainString(text) && (!flow || isPlainInFlow(text)))
        return text.toUtf8();
    return doubleQuoted(text);
}

/// Lists and maps that are written as `[]` and `{}`.
bool isEmptyCollection(const YamlValue &value)
{
    return (value.isMap() && value.entries().empty()) || (value.isList() && value.items().empty());
}

int majority(const QMap<int, int> &votes, int otherwise)
{
    int best = otherwise;
    int count = 0;
    for (auto vote = votes.cbegin(); vote != votes.cend(); ++vote) {
        if (vote.value() > count) {
            best = vote.key();
            count = vote.value();
        }
    }
    return best;
}

} // namespace

YamlLayout YamlLayout::of(const YamlIndex &index)
{
    YamlLayout layout;
    const auto crlf = index.text().count("\r\n");
    if (crlf * 2 > index.text().count('\n'))
        layout.lineEnd = "\r\n";
    QMap<int, int> maps;
    QMap<int, int> lists;
    for (const YamlNode &node : index.nodes()) {
        if (node.style != YamlStyle::Block || node.parent < 0)
            continue;
        const YamlNode &parent = index.node(node.parent);
        if (parent.kind == YamlKind::Map && parent.style == YamlStyle::Block)
            ++(node.kind == YamlKind::Map ? maps : lists)[node.column - parent.column];
    }
    layout.mapStep = qBound(1, majority(maps, 2), 8);
    layout.listStep = qBound(0, majority(lists, layout.mapStep), 8);
    return layout;
}

Result<QByteArray> YamlWriter::scalar(const YamlValue &value, YamlStyle style, bool flow)
{
    if (value.isNull())
        return QByteArray("null");
    if (hasLoneSurrogate(value.text()))
        return failure(ErrorKind::InvalidInput, Tr::tr("The text holds half a character."));
    if (value.isString())
        return stringText(value.text(), style, flow);
    const QString lower = value.text().toLower();
    if (lower.endsWith(QLatin1String(".inf")) || lower.endsWith(QLatin1String(".nan")))
        return failure(ErrorKind::InvalidInput, Tr::tr("Helm cannot read the number %1.").arg(value.text()));
    return value.text().toUtf8();
}

Result<QByteArray> YamlWriter::key(const QString &key, YamlStyle style, bool flow)
{
    if (key.toUtf8().size() > 1000)
        return failure(ErrorKind::InvalidInput, Tr::tr("The key is too long."));
    return scalar(YamlValue::string(key), style, flow);
}

QByteArray YamlWriter::literal(const QString &text, int column, int parentColumn) const
{
    if (!m_blockScalars)
        return {};
    const int step = column - std::max(0, parentColumn);
    QString body = text;
    for (const QChar c : text) {
        if (c != QLatin1Char('\n') && isEscapedInDoubleQuotes(c.unicode()) && c != QLatin1Char('\t'))
            return {};
    }
    const bool ends = body.endsWith(QLatin1Char('\n'));
    if (ends)
        body.chop(1);
    // Several line ends at the end would depend on what follows; a first line of blanks would need a guess.
    if (body.isEmpty() || body.endsWith(QLatin1Char('\n')) || hasLoneSurrogate(text))
        return {};
    const QStringList bodyLines = body.split(QLatin1Char('\n'));
    for (const QString &line : bodyLines) {
        if (!line.isEmpty() && line.trimmed().isEmpty())
            return {};
    }
    const bool needsDigit = body.at(0).isSpace();
    if (step < 1 || (needsDigit && step > 9))
        return {};
    QByteArray result = "|";
    if (needsDigit)
        result += QByteArray::number(step);
    if (!ends)
        result += '-';
    for (const QString &line : bodyLines)
        result += m_layout.lineEnd + (line.isEmpty() ? QByteArray() : QByteArray(column, ' ') + line.toUtf8());
    return result;
}

Result<QByteArray> YamlWriter::flow(const YamlValue &value)
{
    if (value.isScalar())
        return scalar(value, YamlStyle::Plain, true);
    QByteArrayList parts;
    for (const YamlValue &item : value.items()) {
        const Result<QByteArray> text = flow(item);
        if (!text)
            return text;
        parts.append(*text);
    }
    for (const YamlEntry &entry : value.entries()) {
        const Result<QByteArray> name = key(entry.key, YamlStyle::Plain, true);
        if (!name)
            return name;
        const Result<QByteArray> text = flow(entry.value);
        if (!text)
            return text;
        parts.append(*name + ": " + *text);
    }
    return value.isMap() ? '{' + parts.join(", ") + '}' : '[' + parts.join(", ") + ']';
}

Result<QByteArray> YamlWriter::afterColon(const YamlValue &value, int column) const
{
    if (value.isString() && value.text().contains(QLatin1Char('\n'))) {
        const QByteArray block = literal(value.text(), column + m_layout.mapStep, column);
        if (!block.isEmpty())
            return ' ' + block;
    }
    if (value.isScalar() || isEmptyCollection(value)) {
        const Result<QByteArray> token = value.isScalar() ? scalar(value, YamlStyle::Plain, false) : flow(value);
        return token ? Result<QByteArray>(' ' + *token) : token;
    }
    const int inner = column + (value.isMap() ? m_layout.mapStep : m_layout.listStep);
    const Result<QByteArray> text = lines(value, inner);
    return text ? Result<QByteArray>(m_layout.lineEnd + QByteArray(inner, ' ') + *text) : text;
}

Result<QByteArray> YamlWriter::afterDash(const YamlValue &value, int column) const
{
    if (value.isString() && value.text().contains(QLatin1Char('\n'))) {
        const QByteArray block = literal(value.text(), column + 2, column);
        if (!block.isEmpty())
            return block;
    }
    if (value.isScalar())
        return scalar(value, YamlStyle::Plain, false);
    return isEmptyCollection(value) ? flow(value) : lines(value, column + 2);
}

Result<QByteArray> YamlWriter::entry(const QString &name, const YamlValue &value, int column) const
{
    const Result<QByteArray> keyToken = key(name, YamlStyle::Plain, false);
    if (!keyToken)
        return keyToken;
    const Result<QByteArray> text = afterColon(value, column);
    return text ? Result<QByteArray>(*keyToken + ':' + *text) : text;
}

Result<QByteArray> YamlWriter::lines(const YamlValue &value, int column) const
{
    QByteArrayList all;
    for (const YamlEntry &child : value.entries()) {
        const Result<QByteArray> text = entry(child.key, child.value, column);
        if (!text)
            return text;
        all.append(*text);
    }
    for (const YamlValue &item : value.items()) {
        const Result<QByteArray> text = afterDash(item, column);
        if (!text)
            return text;
        all.append("- " + *text);
    }
    return all.join(m_layout.lineEnd + QByteArray(column, ' '));
}

QByteArray writeYaml(const YamlValue &value)
{
    const YamlWriter writer;
    const bool flat = value.isScalar() || isEmptyCollection(value);
    const Result<QByteArray> text = flat ? YamlWriter::flow(value) : writer.lines(value, 0);
    return text ? *text + '\n' : QByteArray();
}

} // namespace rayhelm
