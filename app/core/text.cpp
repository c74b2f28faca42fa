#include "core/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Text)
};

bool isUnsafe(QChar c)
{
    const ushort code = c.unicode();
    if (code == '\n' || code == '\t')
        return false;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0))
        return true;
    // What is not seen but changes what is seen: bidirectional marks, overrides and isolates could make one text read as another, invisible
    // characters could hide a difference, and line and paragraph separators are line ends that no line splitter knows.
    return code == 0x061c || code == 0x00ad || code == 0x180e || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e)
        || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || (code >= 0xfff9 && code <= 0xfffb);
}

/// First strong isolate ... pop: keeps "2 h 41 min" in order inside a right-to-left sentence.
QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

/// How much of a text is looked at for so many characters of it: the rest may be escapes, but what is endless is not read through.
qsizetype lookedAt(qsizetype maximumLength)
{
    return 4 * maximumLength + 4096;
}

} // namespace

QString plainText(const QByteArray &bytes, qsizetype maximumLength)
{
    return plainText(QString::fromUtf8(bytes.left(4 * lookedAt(maximumLength))), maximumLength);
}

QString plainText(const QString &text, qsizetype maximumLength)
{
    static const QRegularExpression escapes(
        QStringLiteral("\033(?:\\[[0-?]*[ -/]*[@-~]|\\][^\007\033]*(?:\007|\033\\\\)|[@-Z\\\\-_])"));
    const auto needsCare = [](QChar c) { return c == QLatin1Char('\r') || isUnsafe(c); };
    if (text.size() <= maximumLength && std::none_of(text.begin(), text.end(), needsCare))
        return text; // nearly every line of a log
    const bool isCut = text.size() > lookedAt(maximumLength);
    QString result = isCut ? text.left(lookedAt(maximumLength)) : text;
    result.remove(escapes);
    result.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    result.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    result.removeIf(isUnsafe);
    if (result.size() > maximumLength || isCut)
        result = result.left(maximumLength) + QChar(0x2026);
    return result;
}

QString lastLine(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (!line->trimmed().isEmpty())
            return line->trimmed();
    }
    return {};
}

QString durationText(std::chrono::seconds duration)
{
    const qint64 seconds = qMax<qint64>(0, duration.count());
    const qint64 minutes = seconds / 60;
    if (seconds < 60)
        return isolated(Words::tr("%1 s", "seconds").arg(seconds));
    if (minutes < 60)
        return isolated(Words::tr("%1 min", "minutes").arg(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 48 && minutes % 60 == 0)
        return isolated(Words::tr("%1 h", "hours").arg(hours));
    if (hours < 48)
        return isolated(Words::tr("%1 h %2 min", "hours and minutes").arg(hours).arg(minutes % 60));
    return isolated(Words::tr("%n day(s)", nullptr, int(hours / 24)));
}

QString elapsedText(std::chrono::milliseconds elapsed)
{
    if (elapsed < std::chrono::seconds(10))
        return isolated(Words::tr("%1 s", "seconds").arg(QLocale().toString(double(elapsed.count()) / 1000.0, 'f', 1)));
    return durationText(std::chrono::duration_cast<std::chrono::seconds>(elapsed));
}

QString sizeText(qint64 bytes)
{
    return isolated(QLocale().formattedDataSize(bytes, bytes < 1000000 ? 0 : 1, QLocale::DataSizeSIFormat));
}

QString shellQuoted(const QString &argument)
{
    // \z, because $ also matches before a line end.
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+\\z"));
    if (plain.match(argument).hasMatch())
        return argument;
    QString quoted = argument;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString shellCommand(const QStringList &arguments)
{
    QStringList words;
    for (const QString &argument : arguments)
        words.append(shellQuoted(argument));
    return words.join(QLatin1Char(' '));
}

} // namespace rayhelm
