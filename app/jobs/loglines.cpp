#include "jobs/loglines.h"

#include "core/limits.h"
#include "core/text.h"

#include <QRegularExpression>
#include <QStringMatcher>

namespace rayhelm {

namespace {

constexpr qsizetype longestLine = limits::shownLine;
constexpr qsizetype longestPartial = 2 * longestLine; ///< characters kept of a line that does not end; some may be colours

/// A line's memory, with what the heap needs for its text.
qint64 bytesOf(const QString &text)
{
    return qint64(sizeof(LogLine)) + 32 + 2 * text.size();
}

/// Which bar an update belongs to, and how far it is.
struct Bar {
    QString name; ///< the text before the percentage without its numbers, so that "loss=0.31" and "loss=0.30" are one bar
    double done = 0;
};

std::optional<Bar> barOf(const QString &line)
{
    if (!line.contains(QLatin1Char('%')) && !line.contains(QLatin1String("it/s")) && !line.contains(QLatin1String("s/it"))
        && !line.contains(QLatin1Char('[')))
        return {};
    static const QRegularExpression percent(QStringLiteral("(\\d{1,3})%\\|[^|]*\\|"));
    static const QRegularExpression counted(QStringLiteral("(\\d+)(?:it)? \\[[0-9:]+, *[^\\]]*(?:it/s|s/it)[^\\]]*\\]"));
    static const QRegularExpression drawn(QStringLiteral("(\\d+)/\\d+ \\[[=#>.\\- ]{5,}\\]"));
    static const QRegularExpression numbers(QStringLiteral("[-+]?\\d[\\d.e+-]*"));
    for (const QRegularExpression *form : {&percent, &counted, &drawn}) {
        const QRegularExpressionMatch match = form->match(line);
        if (match.hasMatch())
            return Bar{line.left(match.capturedStart()).remove(numbers), match.captured(1).toDouble()};
    }
    return {};
}

/// `next` goes on where `line` is: the same bar, not begun anew.
bool continues(const LogLine &line, const QString &next)
{
    if (!line.isProgress)
        return false;
    const std::optional<Bar> before = barOf(line.text);
    const std::optional<Bar> after = barOf(next);
    return before && after && before->name == after->name && after->done >= before->done;
}

/// "(train pid=123, ip=10.0.0.1) ValueError: ..." without Ray's prefix.
QString withoutRayPrefix(const QString &line)
{
    static const QRegularExpression prefix(QStringLiteral("^\\([^()]*pid=[^()]*\\) ?"));
    QString text = line;
    return text.remove(prefix);
}

} // namespace

LogLines::LogLines(int maximum, qint64 maximumBytes)
    : m_maximum(qMax(1, maximum))
    , m_maximumBytes(maximumBytes)
{
}

void LogLines::clear()
{
    m_lines.clear();
    m_bytes = 0;
    m_partial.clear();
    m_partialPlace = Partial::Hidden;
    m_dropped = 0;
}

LogChange LogLines::append(const QString &added, qint64 now)
{
    QString text = added;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const int before = count();
    const qint64 droppedBefore = m_dropped;
    m_lastTouched = false;
    qsizetype begin = 0;
    for (qsizetype end = text.indexOf(QLatin1Char('\n')); end >= 0; end = text.indexOf(QLatin1Char('\n'), begin)) {
        const qsizetype room = longestPartial - m_partial.size();
        put(m_partial + text.mid(begin, qMin(room, end - begin)), now, before + int(droppedBefore - m_dropped));
        m_partial.clear();
        m_partialPlace = Partial::Hidden;
        begin = end + 1;
    }
    // What goes beyond the limit changes nothing that is shown: an endless line costs no more than its characters.
    const qsizetype room = longestPartial - m_partial.size();
    m_partial += text.mid(begin, room);
    if (!m_partial.isEmpty() && room > 0 && begin < text.size())
        m_partialPlace = put(m_partial, now, before + int(droppedBefore - m_dropped));

    LogChange change;
    change.removed = int(qMin<qint64>(before, m_dropped - droppedBefore));
    const int kept = before - change.removed;
    change.changed = m_lastTouched && kept > 0 ? kept - 1 : -1;
    change.added = count() - kept;
    return change;
}

/// Shows one line, complete or not, and says where. `oldCount`: how many rows stood here before this `append`.
LogLines::Partial LogLines::put(const QString &line, qint64 now, int oldCount)
{
    QString shown = plainText(line, longestLine);
    if (shown.capacity() > 2 * shown.size() + 64)
        shown.squeeze(); // what was taken out of it has left its room behind
    const auto touch = [&] { m_lastTouched = m_lastTouched || count() <= oldCount; };
    if (m_partialPlace == Partial::OwnRow) {
        touch();
        setLast(shown);
        m_lines.back().isProgress = isProgressUpdate(shown);
        return Partial::OwnRow;
    }
    if (m_fold && !m_lines.empty() && continues(m_lines.back(), shown)) {
        touch();
        setLast(shown);
        m_lines.back().received = now;
        m_lines.back().updates += m_partialPlace == Partial::Folded ? 0 : 1;
        return Partial::Folded;
    }
    m_lines.push_back(LogLine{shown, now, 1, isProgressUpdate(shown)});
    m_bytes += bytesOf(shown);
    while (count() > m_maximum || (m_bytes > m_maximumBytes && count() > 1)) {
        m_bytes -= bytesOf(m_lines.front().text);
        m_lines.pop_front();
        ++m_dropped;
    }
    return Partial::OwnRow;
}

void LogLines::setLast(const QString &text)
{
    m_bytes += bytesOf(text) - bytesOf(m_lines.back().text);
    m_lines.back().text = text;
}

QList<int> LogLines::find(const QString &text) const
{
    QList<int> found;
    if (text.isEmpty())
        return found;
    const QStringMatcher matcher(text, Qt::CaseInsensitive);
    for (int i = 0; i < count(); ++i) {
        if (matcher.indexIn(at(i).text) >= 0)
            found.append(i);
    }
    return found;
}

int LogLines::firstFailureLine() const
{
    static const QRegularExpression exception(QStringLiteral("^[A-Za-z_][\\w.]*(?::|$)"));
    int traceback = count() - 1;
    while (traceback >= 0 && !at(traceback).text.contains(QLatin1String("Traceback (most recent call last)")))
        --traceback;
    if (traceback < 0)
        return -1;
    for (int i = traceback + 1; i < count(); ++i) {
        if (exception.match(withoutRayPrefix(at(i).text)).hasMatch())
            return i;
    }
    return -1;
}

bool isProgressUpdate(const QString &line)
{
    return barOf(line).has_value();
}

} // namespace rayhelm
