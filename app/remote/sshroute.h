#pragma once

#include "core/task.h"
#include "remote/sshtarget.h"

#include <QList>

namespace rayhelm {

class ProcessLauncher;

/// One machine on the way, as this computer's ssh resolves it: no word of any server is in it.
struct SshHop {
    SshTarget asked;    ///< as it was named: the user's configuration knows it by that name
    SshTarget resolved; ///< the real user, host and port
    QString knownName;  ///< in known_hosts: "vm", "[vm]:2222" or an alias
};

/// The way to a machine: jump hosts in the order in which they are passed, the machine itself last.
using SshRoute = QList<SshHop>;

/// Asks `ssh -G`, which reaches for no network. `configFile` holds `sshConfigOverlay`. Errors: Protocol (ssh cannot tell, for example
/// because of a mistake in the user's configuration; connecting then says why), NotFound (no ssh), TimedOut, Cancelled.
Task<SshRoute> findRoute(ProcessLauncher *launcher, SshPaths paths, QString configFile, SshTarget target, std::stop_token stop);

/// The command with which ssh reaches a machine through `hop` (a ProxyCommand of ssh_config): it has its own settings and its own log.
QString throughHop(const SshPaths &paths, const SshHop &hop, const QString &configFile, const QString &logFile);

} // namespace rayhelm
