#pragma once

#include "core/secretscope.h"
#include "remote/sshlog.h"
#include "remote/sshroute.h"

#include <memory>
#include <vector>

namespace rayhelm {

class RuntimeDirectory;

/// The machine that ssh is talking to, as this computer knows it.
struct LoginMachine {
    SshTarget target; ///< real user, host and port; empty: not known
    QString hostKey;  ///< the fingerprint that it has shown; empty: none yet, or not certain
    int clientVersion = 0; ///< of the ssh of this computer: 904; 0: not known

    SecretScope loginScope() const { return SecretScope::sshLogin(target.user, target.host, target.port, hostKey); }
    SecretScope sudoScope() const { return SecretScope::sudo(target.user, target.host, target.port, hostKey); }
};

/// What ssh said about one machine of the way.
struct HopWords {
    SshHop hop;
    QString text;
    QString hostKey;
};

/// The way of one login: the machines on it, and for each ssh settings and a log of its own in the run folder. ssh would start its jump
/// hosts without a log, and mix their words with their servers'.
class SshWay
{
public:
    /// Errors: Forbidden (the folder), Cancelled. A way that ssh cannot tell is the target alone, with nothing known about it:
    /// connecting then says what is wrong.
    static Task<std::shared_ptr<SshWay>> find(ProcessLauncher *launcher, SshPaths paths, const RuntimeDirectory *directory, SshTarget target,
                                              std::stop_token stop);

    /// Arguments of the master, see `masterArguments`.
    QStringList masterArguments(const QString &controlPath, const QString &marker) const;
    SshLog *log() const { return m_logs.back().get(); }
    const std::vector<std::unique_ptr<SshLog>> &logs() const { return m_logs; }
    LoginMachine machine() const;
    /// In the order of the way.
    QList<HopWords> words() const;

private:
    explicit SshWay(const RuntimeDirectory &directory, SshRoute route);
    Result<> prepare(const SshPaths &paths);

    const RuntimeDirectory &m_directory;
    SshRoute m_route;
    std::vector<std::unique_ptr<SshLog>> m_logs;
};

} // namespace rayhelm
