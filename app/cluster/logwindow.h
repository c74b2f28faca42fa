#pragma once

#include <QString>
#include <QStringList>

namespace rayhelm {

/// The newest lines of a log, read again and again: tells what is new since the last time. Where kubectl gave times, lines that say
/// the same are told apart by them; interLink gives none, and then as little as possible counts as new: the last lines are always
/// exactly those that were read.
class LogWindow
{
public:
    struct News {
        QString text;            ///< to be put behind what is shown, without the times
        bool isAnother = false;  ///< nothing in common with what was read before: what is shown is to be taken away first
    };

    News take(const QString &text);
    void clear();

private:
    QStringList m_lines; ///< complete ones, with their times
    QString m_partial;   ///< the characters behind them
};

} // namespace rayhelm
