#pragma once

#include "core/commandlog.h"

#include <QPointer>

namespace rayhelm {

/// One command's line in the log. It is finished in any case: a command that nobody finished was cancelled before it ran.
class CommandEntry
{
public:
    /// `log` nullptr or `command` empty: nothing is noted.
    CommandEntry(CommandLog *log, const QString &place, const QString &command, bool changes)
        : m_log(command.isEmpty() ? nullptr : log)
        , m_id(m_log ? m_log->started(place, command, changes) : 0)
    {
    }
    CommandEntry(const CommandEntry &) = delete;
    CommandEntry &operator=(const CommandEntry &) = delete;
    ~CommandEntry() { finish(CommandLog::tr("cancelled")); }

    /// The first outcome counts.
    void finish(const QString &outcome)
    {
        if (CommandLog *log = m_log.data()) {
            m_log.clear();
            log->finished(m_id, outcome);
        }
    }

private:
    QPointer<CommandLog> m_log;
    int m_id;
};

} // namespace rayhelm
