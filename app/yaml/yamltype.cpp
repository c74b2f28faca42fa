#include "yaml/yamltype.h"

#include <QRegularExpression>
#include <QSet>

namespace rayhelm {

namespace {

bool isOneOf(const QString &text, std::initializer_list<QLatin1String> words)
{
    for (const QLatin1String &word : words) {
        if (text == word)
            return true;
    }
    return false;
}

bool isTrueWord(const QString &text)
{
    return isOneOf(text, {QLatin1String("y"), QLatin1String("Y"), QLatin1String("yes"), QLatin1String("Yes"),
                          QLatin1String("YES"), QLatin1String("on"), QLatin1String("On"), QLatin1String("ON"),
                          QLatin1String("true"), QLatin1String("True"), QLatin1String("TRUE")});
}

bool isFalseWord(const QString &text)
{
    return isOneOf(text, {QLatin1String("n"), QLatin1String("N"), QLatin1String("no"), QLatin1String("No"),
                          QLatin1String("NO"), QLatin1String("off"), QLatin1String("Off"), QLatin1String("OFF"),
                          QLatin1String("false"), QLatin1String("False"), QLatin1String("FALSE")});
}

bool isNullWord(const QString &text)
{
    return text.isEmpty()
        || isOneOf(text, {QLatin1String("~"), QLatin1String("null"), QLatin1String("Null"), QLatin1String("NULL")});
}

bool isSpecialFloat(const QString &text)
{
    const bool sign = text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+'));
    return isOneOf(text, {QLatin1String(".nan"), QLatin1String(".NaN"), QLatin1String(".NAN")})
        || isOneOf(sign ? text.mid(1) : text, {QLatin1String(".inf"), QLatin1String(".Inf"), QLatin1String(".INF")});
}

bool startsLikeNumber(const QString &text)
{
    const QChar c = text.isEmpty() ? QChar() : text.at(0);
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('+') || c == QLatin1Char('-');
}

struct WholeNumber {
    bool valid = false;
    bool fits = false; ///< into 64 bits with sign
    qint64 value = 0;
};

/// strconv.ParseInt with base 0 after taking out the underscores; "0b" with a sign in front as yaml.v2 adds it.
WholeNumber parseWhole(const QString &text)
{
    QString digits = text;
    digits.remove(QLatin1Char('_'));
    const bool negative = digits.startsWith(QLatin1Char('-'));
    if (negative || digits.startsWith(QLatin1Char('+')))
        digits.remove(0, 1);
    int base = 10;
    if (digits.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
        base = 16;
    else if (digits.startsWith(QLatin1String("0b"), Qt::CaseInsensitive))
        base = 2;
    else if (digits.startsWith(QLatin1String("0o"), Qt::CaseInsensitive))
        base = 8;
    if (base != 10)
        digits.remove(0, 2);
    else if (digits.size() > 1 && digits.startsWith(QLatin1Char('0')))
        base = 8;
    const QChar first = digits.isEmpty() ? QChar() : digits.at(0);
    if (!first.isLetterOrNumber())
        return {};
    bool ok = false;
    const quint64 magnitude = digits.toULongLong(&ok, base);
    if (!ok || (negative && magnitude > (quint64(1) << 63)))
        return {};
    const bool fits = negative ? magnitude <= (quint64(1) << 63) : magnitude < (quint64(1) << 63);
    return {true, fits, negative ? qint64(~magnitude + 1) : qint64(magnitude)};
}

/// Words that other YAML 1.1 readers take for a number or a time although Helm does not.
bool isTroubleElsewhere(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^([-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?" // base 60
        "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"        // a date
        "|[-+]?0[bBxXoO]?[0-9a-fA-F_]*"                    // looks like another base
        "|[-+]?\\.?[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]*)?"
        "|=|<<|!)$"));
    return pattern.match(text).hasMatch();
}

} // namespace

std::optional<qint64> helmInteger(const QString &plainText)
{
    if (!startsLikeNumber(plainText))
        return std::nullopt;
    const WholeNumber number = parseWhole(plainText);
    return number.valid && number.fits ? std::optional(number.value) : std::nullopt;
}

std::optional<bool> helmBoolean(const QString &plainText)
{
    if (isTrueWord(plainText))
        return true;
    if (isFalseWord(plainText))
        return false;
    return std::nullopt;
}

YamlType helmType(const QString &plainText)
{
    if (isNullWord(plainText))
        return YamlType::Null;
    if (isTrueWord(plainText) || isFalseWord(plainText))
        return YamlType::Boolean;
    if (isSpecialFloat(plainText))
        return YamlType::Float;
    static const QRegularExpression pointFloat(QStringLiteral("^\\.[0-9]+([eE][-+]?[0-9]+)?\\z"));
    if (plainText.startsWith(QLatin1Char('.')))
        return pointFloat.match(plainText).hasMatch() ? YamlType::Float : YamlType::String;
    if (!startsLikeNumber(plainText))
        return YamlType::String;
    if (parseWhole(plainText).valid)
        return YamlType::Integer;
    static const QRegularExpression styleFloat(
        QStringLiteral("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$"));
    QString plain = plainText;
    plain.remove(QLatin1Char('_'));
    return styleFloat.match(plain).hasMatch() ? YamlType::Float : YamlType::String;
}

bool isPlainString(const QString &text)
{
    if (helmType(text) != YamlType::String || isTroubleElsewhere(text))
        return false;
    static const QRegularExpression risky(QStringLiteral("^[-?:,\\[\\]{}#&*!|>'\"%@`\\s]|\\s$|:$|:\\s| #|^\\.\\.\\.|[\\x{0}-\\x{1f}]"));
    if (risky.match(text).hasMatch())
        return false;
    for (const QChar c : text) {
        const bool visible = c.unicode() < 0x7f || c.isLetterOrNumber() || c.isPunct() || c.isSymbol() || c.isMark();
        if (!visible)
            return false;
    }
    return true;
}

YamlType nodeType(const YamlNode &node)
{
    if (node.kind == YamlKind::Map)
        return YamlType::Map;
    if (node.kind == YamlKind::List)
        return YamlType::List;
    if (node.kind == YamlKind::Alias)
        return YamlType::Null;
    const bool plain = node.style == YamlStyle::Plain || node.style == YamlStyle::Empty;
    if (node.tag == "tag:yaml.org,2002:str" || node.tag == "!" || node.tag == "tag:yaml.org,2002:binary")
        return YamlType::String;
    if (!plain && !node.tag.startsWith("tag:yaml.org,2002:"))
        return YamlType::String;
    return helmType(QString::fromUtf8(node.value));
}

QString keyText(const YamlNode &key)
{
    const QString text = QString::fromUtf8(key.value);
    switch (nodeType(key)) {
    case YamlType::Boolean:
        return helmBoolean(text).value_or(false) ? QStringLiteral("true") : QStringLiteral("false");
    case YamlType::Integer:
        if (const auto number = helmInteger(text))
            return QString::number(*number);
        return text;
    case YamlType::Float:
        return QString::number(QString(text).remove(QLatin1Char('_')).toDouble(), 'g', 17);
    default:
        return text;
    }
}

bool isMergeKey(const YamlNode &key)
{
    return key.kind == YamlKind::Scalar && key.style == YamlStyle::Plain && key.value == "<<" && key.tag.isEmpty();
}

} // namespace rayhelm
