#include "jobs/itwinaiconfig.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

struct Hydra {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Hydra)
};

/// In double quotes. Backslashes count as escapes only before a quote, so only those are doubled.
QString quoted(const QString &value)
{
    static const QRegularExpression beforeQuote(QStringLiteral("(\\\\*)(\"|\\z)"));
    QString result;
    qsizetype last = 0;
    for (auto match = beforeQuote.globalMatch(value); match.hasNext();) {
        const QRegularExpressionMatch run = match.next();
        result += value.mid(last, run.capturedStart() - last) + run.captured(1) + run.captured(1);
        if (!run.captured(2).isEmpty())
            result += QStringLiteral("\\\"");
        last = run.capturedEnd();
    }
    return QLatin1Char('"') + result + value.mid(last) + QLatin1Char('"');
}

/// Whether `value` reads as one text for Hydra although it stands without quotes.
bool isPlain(const QString &value)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:+%*@?|$-]+( +[A-Za-z0-9_./:+%*@?|$-]+)*\\z"));
    return plain.match(value).hasMatch() && !value.contains(QLatin1String("$("));
}

/// "[1, 2]" or "{a: 1}" as a whole, outside of quotes as deep at its end as at its beginning.
bool isBracketed(const QString &value)
{
    QString open;
    QChar quote;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        if (!quote.isNull()) {
            if (c == QLatin1Char('\\'))
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            quote = c;
        } else if (c == QLatin1Char('[') || c == QLatin1Char('{')) {
            open.append(c);
        } else if (c == QLatin1Char(']') || c == QLatin1Char('}')) {
            const QLatin1Char partner(c == QLatin1Char(']') ? '[' : '{');
            if (!open.endsWith(partner))
                return false;
            open.chop(1);
            if (open.isEmpty())
                return i == value.size() - 1;
        } else if (open.isEmpty()) {
            return false;
        }
    }
    return false;
}

/// Hydra would read it as a number, a Boolean or null.
bool looksTyped(const QString &value)
{
    static const QRegularExpression typed(
        QStringLiteral("^([+-]?(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d[\\d_]*)(e[+-]?\\d[\\d_]*)?|[+-]?inf|nan|true|false|null)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return typed.match(value).hasMatch();
}

} // namespace

QString hydraText(const QString &value)
{
    return isPlain(value) && !looksTyped(value) ? value : quoted(value);
}

QString hydraValue(const QString &value)
{
    static const QRegularExpression interpolation(QStringLiteral("^\\$\\{[A-Za-z0-9_.:,/ -]+\\}\\z"));
    const QString trimmed = value.trimmed();
    if (isPlain(value) || interpolation.match(value).hasMatch())
        return value;
    if (isBracketed(trimmed))
        return trimmed;
    return quoted(value);
}

QString hydraOverride(const QString &prefix, const QString &key, const QString &value)
{
    return prefix + key + QLatin1Char('=') + hydraValue(value);
}

QString overrideKeyProblem(const QString &key)
{
    static const QRegularExpression names(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*\\z"));
    if (key.isEmpty())
        return Hydra::tr("A change needs the name of a setting.");
    if (!names.match(key).hasMatch())
        return Hydra::tr("\"%1\" cannot be changed for a job: the name of a setting may hold letters, digits, _ and -, with dots in between.")
            .arg(key);
    return {};
}

} // namespace rayhelm
