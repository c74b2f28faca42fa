#pragma once

#include <QList>
#include <QString>

namespace rayhelm {

class LogLines;

/// The lines of a log that contain a text, kept up while the log grows. Lines are named by their number since the
/// log's beginning, which stays the same when the oldest lines go.
class LogSearch
{
public:
    /// Searches everything anew; an empty text finds nothing.
    void setText(const QString &text, const LogLines &lines);
    /// Looks at what has come, gone or changed at the end since the last call.
    void follow(const LogLines &lines);

    const QString &text() const { return m_text; }
    int count() const { return int(m_hits.size()); }
    bool contains(qint64 line) const;
    /// Counted from 1, for "3 of 17"; 0: that line is no hit.
    int positionOf(qint64 line) const;
    /// The next or previous hit after or before `line`, going round at the end; -1: there is none.
    qint64 next(qint64 line) const;
    qint64 previous(qint64 line) const;

private:
    QString m_text;
    QList<qint64> m_hits; ///< ascending
    qint64 m_seen = 0;    ///< lines looked at, counted from the log's beginning
};

} // namespace rayhelm
