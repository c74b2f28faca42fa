#include "values/slurmoptions.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Slurm)
};

qint64 numberIn(const QRegularExpressionMatch &match, const char *name)
{
    return match.captured(QLatin1String(name)).toLongLong();
}

} // namespace

std::optional<std::chrono::seconds> SlurmOptions::parseTime(const QString &text)
{
    static const QRegularExpression days(
        QStringLiteral("^(?<d>[0-9]{1,5})-(?<h>[0-9]{1,5})(:(?<m>[0-9]{1,5}))?(:(?<s>[0-9]{1,5}))?$"));
    static const QRegularExpression clock(QStringLiteral("^(?<a>[0-9]{1,7})(:(?<b>[0-9]{1,5}))?(:(?<c>[0-9]{1,5}))?\\z"));
    QRegularExpressionMatch match = days.match(text);
    if (match.hasMatch())
        return std::chrono::seconds(((numberIn(match, "d") * 24 + numberIn(match, "h")) * 60 + numberIn(match, "m")) * 60
                                    + numberIn(match, "s"));
    match = clock.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 first = numberIn(match, "a");
    if (!match.captured(QStringLiteral("c")).isEmpty())
        return std::chrono::seconds((first * 60 + numberIn(match, "b")) * 60 + numberIn(match, "c"));
    return std::chrono::seconds(first * 60 + numberIn(match, "b")); // minutes, or minutes and seconds
}

QString SlurmOptions::timeText(std::chrono::seconds limit)
{
    const qint64 seconds = limit.count();
    if (seconds % 60 == 0)
        return QString::number(seconds / 60);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

Result<std::chrono::seconds> SlurmOptions::timeFromPerson(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("^(?:(?<d>[0-9]{1,4})\\s*d(?:ays?)?)?\\s*(?:(?<h>[0-9]{1,5})\\s*h(?:ours?)?)?\\s*"
                       "(?:(?<m>[0-9]{1,7})\\s*m(?:in(?:utes?)?)?)?\\s*(?:(?<s>[0-9]{1,7})\\s*s(?:ec(?:onds?)?)?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ambiguous(QStringLiteral("^[0-9]+:[0-9]+\\z"));
    const QString simple = text.simplified();
    if (ambiguous.match(simple).hasMatch())
        return failure(ErrorKind::InvalidInput, Tr::tr("Is this hours or minutes? Write 3:50:00 or 3 h 50 min."));
    std::optional<std::chrono::seconds> limit = parseTime(simple);
    const QRegularExpressionMatch match = words.match(simple);
    if (!limit && !simple.isEmpty() && match.hasMatch())
        limit = std::chrono::seconds(((numberIn(match, "d") * 24 + numberIn(match, "h")) * 60 + numberIn(match, "m")) * 60
                                     + numberIn(match, "s"));
    if (!limit)
        return failure(ErrorKind::InvalidInput, Tr::tr("This is not a time. Write minutes, as in 230, or 3 h 50 min."));
    if (limit->count() <= 0)
        return failure(ErrorKind::InvalidInput, Tr::tr("The time limit must be longer than nothing."));
    return *limit;
}

} // namespace rayhelm
