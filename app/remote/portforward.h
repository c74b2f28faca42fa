#pragma once

#include "core/task.h"
#include "remote/controlmaster.h"

#include <QMap>
#include <QPair>

namespace rayhelm {

/// Ports of 127.0.0.1 that lead through the master.
class PortForwards
{
public:
    /// Both must outlive it.
    PortForwards(ControlMaster *master, ProcessLauncher *launcher);

    /// Errors: Unreachable (nothing listens there, or no connection), Forbidden (the server does not allow it), TimedOut,
    /// Conflict (no free port), Cancelled.
    Task<quint16> open(QString host, quint16 port, std::stop_token stop);
    Task<> close(quint16 localPort, std::stop_token stop);
    /// After a new login: the same local ports lead to the same places again, where possible.
    Task<> reopen(std::stop_token stop);
    void forget() { m_open.clear(); }

private:
    Task<> probe(QString host, quint16 port, std::stop_token stop);
    Task<bool> request(QString what, quint16 localPort, QString host, quint16 port, std::stop_token stop);

    ControlMaster *m_master;
    ProcessLauncher *m_launcher;
    QMap<quint16, QPair<QString, quint16>> m_open;
};

} // namespace rayhelm
