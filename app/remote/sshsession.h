#pragma once

#include "remote/controlmaster.h"
#include "remote/remotesession.h"
#include "remote/sshtarget.h"

#include <QDateTime>

#include <chrono>
#include <memory>
#include <optional>

namespace rayhelm {

/// The machine, and how commands run there.
struct SshPlace {
    SshTarget target;
    bool useSudo = false;     ///< `asRoot` goes through sudo; otherwise it is the login account
    QString workingDirectory; ///< relative to the login user's home; empty: the home
};

SshPlace vmPlace(const Profile &profile);
/// The HPC login node; an empty host when the profile has none.
SshPlace hpcPlace(const Profile &profile);

/// Limits that only tests change.
struct SshTiming {
    std::chrono::milliseconds livenessEvery{30000};
    std::chrono::milliseconds livenessLimit{5000};
    std::chrono::milliseconds heartbeatEvery{15000};
    int watchdogSeconds = 45; ///< without a heartbeat the remote process group is ended
    std::chrono::milliseconds firstRetry{1000};
    std::chrono::milliseconds longestRetry{30000};
};

/// RemoteSession over one control master. Commands wait in a queue when too many channels are open. A command that was
/// running when the link broke ends with Unreachable; the command at the other side may have done its work.
class SshSession : public RemoteSession
{
    Q_OBJECT
public:
    SshSession(SshPlace place, SshPaths paths, SshServices services, QObject *parent = nullptr, SshTiming timing = {});
    /// `closeLink` should have been awaited; otherwise the processes are killed.
    ~SshSession() override;

    /// Logs in, asking the user where needed. Errors as ControlMaster::open.
    Task<> openLink(std::stop_token stop);
    /// Becomes root once, asking for the sudo password if sudo wants one; it is kept in memory until `closeLink`.
    /// Done at once when the place uses no sudo. Errors: SudoRefused, NotFound (no sudo program), Cancelled, Unreachable.
    Task<> becomeRoot(std::stop_token stop);
    /// Ends everything and forgets the sudo password. Never fails; safe to call twice.
    Task<> closeLink(std::stop_token stop);

    /// Asks the other side at once whether it is there, for example after the computer woke up.
    void checkNow();
    /// Lost: tries again now, and may ask the user.
    void tryNow();
    /// Lost: when the link was lost; not set otherwise.
    std::optional<QDateTime> lostAt() const;
    /// Lost: seconds until the next attempt; not set: it waits for `tryNow` because the user would be asked.
    std::optional<std::chrono::seconds> retryIn() const;
    const SshPlace &sshPlace() const;
    ControlMaster *master() const;

    LinkState state() const override;
    QString place(bool asRoot) const override;
    Task<RemoteOutput> run(RemoteCommand command, std::stop_token stop) override;
    Task<std::shared_ptr<RemoteStream>> stream(RemoteCommand command, std::stop_token stop) override;
    Task<QString> openForward(QString host, quint16 port, std::stop_token stop) override;
    void closeForward(QString socket) override;

Q_SIGNALS:
    void phaseChanged(rayhelm::ConnectPhase phase);
    /// A question of this machine waits for the user, or no longer.
    void asking(bool waits);
    /// Lost: the countdown to the next attempt, once a second; -1: it waits for the user.
    void reconnectIn(int seconds);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rayhelm
