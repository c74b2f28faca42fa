#pragma once

#include "core/secretscope.h"
#include "core/task.h"
#include "remote/sshtarget.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace rayhelm {

class CommandLog;
class LocalProcess;
class ProcessLauncher;
class QuestionDesk;
class Redactor;
class SecretSource;

/// What the ssh engine uses. All must outlive it; `secrets` and `commands` may be nullptr.
struct SshServices {
    ProcessLauncher *launcher = nullptr;
    QuestionDesk *desk = nullptr;
    SecretSource *secrets = nullptr;
    CommandLog *commands = nullptr;
    Redactor *redactor = nullptr;
};

enum class ConnectPhase { Reaching, CheckingIdentity, LoggingIn, Up };

/// The hidden ssh master: it logs in once and every command goes through it. One object serves many connections, each with
/// a new private directory; a path is never used twice.
class ControlMaster : public QObject
{
    Q_OBJECT
public:
    ControlMaster(SshTarget target, SshPaths paths, SshServices services, QObject *parent = nullptr);
    ~ControlMaster() override;

    /// Logs in; questions go to the desk. With `mayAsk` false the first question ends it with AuthenticationFailed (see
    /// `needsUser`). Errors: InvalidInput, NotFound (no ssh program), Unreachable, HostKeyChanged, AuthenticationFailed,
    /// TimedOut, Cancelled, Protocol.
    Task<> open(bool mayAsk, std::stop_token stop);
    /// Ends the master and removes its directory. Never fails.
    Task<> close(std::stop_token stop);

    bool isUp() const;
    /// A command `true` answered within `limit`. `-O check` would say yes on a dead network.
    Task<bool> isAlive(std::chrono::milliseconds limit, std::stop_token stop);

    /// The last login asked for a password, passphrase or code, so another one cannot run unattended.
    bool needsUser() const;
    QString controlPath() const;
    const SshTarget &target() const;
    const SshPaths &paths() const;
    /// What the master itself said lately, without its debug lines: the only place where a refused forward is explained.
    QString recentErrors() const;
    /// What a login password and a sudo password of this login are bound to. Of nothing: the machine's identity is not certain.
    SecretScope loginScope() const;
    SecretScope sudoScope() const;
    /// How many logins have succeeded: another one may be another machine.
    int loginCount() const;
    /// "known since 3 May", "met for the first time"; empty before the identity was checked.
    QString identityNote() const;

Q_SIGNALS:
    void phaseChanged(rayhelm::ConnectPhase phase);
    /// A question of this login waits for the user, or no longer.
    void asking(bool waits);
    /// Something to know that needs no answer, such as ssh's "Confirm user presence for key ...".
    void hint(const QString &text);
    /// The master has ended by itself; `reason` is ssh's own text.
    void lost(const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rayhelm
