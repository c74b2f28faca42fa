#pragma once

#include "core/task.h"
#include "remote/controlmaster.h"

#include <QMap>
#include <QString>

namespace rayhelm {

/// Sockets in the private run folder of the login that lead through the master. No other account can reach them.
class PortForwards
{
public:
    /// Both must outlive it.
    PortForwards(ControlMaster *master, ProcessLauncher *launcher);

    /// The socket's path; it is never used twice. Errors: Unreachable (nothing listens there, or no connection), Forbidden (the server
    /// does not allow it), TimedOut, Conflict (ssh could not make the socket), Cancelled.
    Task<QString> open(QString host, quint16 port, std::stop_token stop);
    Task<> close(QString socket, std::stop_token stop);
    /// The login has ended, and its folder with it.
    void forget() { m_open.clear(); }

private:
    Task<> probe(QString host, quint16 port, std::stop_token stop);
    Task<bool> request(QString what, QString socket, QString place, std::stop_token stop);

    ControlMaster *m_master;
    ProcessLauncher *m_launcher;
    QMap<QString, QString> m_open; ///< where each socket leads to
    int m_made = 0;
};

} // namespace rayhelm
