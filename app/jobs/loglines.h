#pragma once

#include "core/limits.h"

#include <QList>
#include <QString>

#include <deque>

namespace rayhelm {

/// One line as it is shown. Updates of a progress bar that follow each other are one line with a count.
struct LogLine {
    QString text; ///< made plain; of a progress bar: the newest update
    qint64 received = 0; ///< ms since the epoch, on this computer
    int updates = 1;
    bool isProgress = false;
};

/// What one call of `LogLines::append` did, in the order in which a view has to follow: rows removed at the front, then
/// `changed` (an index after the removal, -1: none), then rows added at the end.
struct LogChange {
    int removed = 0;
    int changed = -1;
    int added = 0;
};

/// The lines of one log, bounded: the oldest go first. Text may come in parts of lines. No QObject, no thread.
class LogLines
{
public:
    explicit LogLines(int maximum = limits::shownLines, qint64 maximumBytes = limits::shownLog);

    void setFolding(bool fold) { m_fold = fold; } ///< for lines that come later
    LogChange append(const QString &text, qint64 now);
    void clear();

    int count() const { return int(m_lines.size()); }
    const LogLine &at(int index) const { return m_lines[size_t(index)]; }
    qint64 bytes() const { return m_bytes; } ///< of memory, about
    qint64 dropped() const { return m_dropped; } ///< lines that went because of the limit

    /// The lines that contain `text`, upper and lower case alike.
    QList<int> find(const QString &text) const;
    /// The first line that tells why a Python program ended: the last "SomeError: ..." of the last traceback; -1: none.
    int firstFailureLine() const;

private:
    /// Where the characters after the last line end are shown: nowhere yet, in a row of their own, or in the bar before them.
    enum class Partial { Hidden, OwnRow, Folded };

    Partial put(const QString &line, qint64 now, int oldCount);

    void setLast(const QString &text);

    int m_maximum;
    qint64 m_maximumBytes;
    qint64 m_bytes = 0;
    bool m_fold = true;
    std::deque<LogLine> m_lines;
    QString m_partial; ///< characters after the last line end
    Partial m_partialPlace = Partial::Hidden;
    bool m_lastTouched = false; ///< during `append`: the last row of before has changed
    qint64 m_dropped = 0;
};

/// "epoch 3:  45%|####5     | 45/100 [00:12<00:15]": an update of a progress bar.
bool isProgressUpdate(const QString &line);

} // namespace rayhelm
