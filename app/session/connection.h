#pragma once

#include "core/oneatatime.h"
#include "core/profile.h"
#include "core/steps.h"
#include "core/task.h"
#include "remote/remotesession.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace rayhelm {

class Accounts;
class QuestionDesk;
class RemoteHost;
class SessionEdges;
class SshSession;
class TaskScope;

enum class LinkWork { Connect, Check, Disconnect };

/// The way to one VM: connecting, being connected, losing and finding it again. Views observe it and give orders;
/// they never wait. One order is carried out at a time: a second one is not begun, and disconnecting ends the one before.
class Connection : public QObject
{
    Q_OBJECT
public:
    Connection(SessionEdges &edges, TaskScope &scope, Accounts &accounts, QObject *parent = nullptr);
    ~Connection() override;

    /// That of the machine that is connected. A profile with another way to log in waits as `nextProfile` until the link has ended.
    const Profile &profile() const { return m_profile; }
    void setProfile(const Profile &profile);
    const std::optional<Profile> &nextProfile() const { return m_next; }

    LinkState state() const;
    bool isConnected() const { return state() == LinkState::Connected; }
    Steps *steps() { return &m_steps; }
    QuestionDesk *questions() const { return m_questions.get(); }
    /// What is known about the machine; empty before the first connection.
    RemoteHost *host() const { return m_host.get(); }
    /// The carrier of commands; nullptr before the first profile. An old one stays valid as long as this object lives, so a
    /// journey that is still ending may hold it.
    RemoteSession *remote() const;
    /// The HPC login node's carrier, or nullptr when the profile names none. It is connected on demand.
    RemoteSession *hpc() const;
    bool isHpcConnected() const;
    /// Logs in to the HPC login node when that has not happened yet. Who asks while a login goes on gets its outcome. Errors:
    /// Cancelled (also by `closeLinks` and by another profile), NotFound (the profile names none), and those of the login.
    Task<> ensureHpc(std::stop_token stop);

    /// The last failed attempt, until the next one begins.
    const std::optional<Error> &error() const { return m_error; }
    /// Time until the next attempt after a loss; not set: none is planned, the user would be asked.
    std::optional<std::chrono::seconds> reconnectIn() const;
    QDateTime lostAt() const;
    /// When the machine last answered; invalid: never.
    QDateTime lastAnswer() const { return m_lastAnswer; }

    /// Ends the links to the VM and the HPC login node. Never fails.
    QCoro::Task<void> closeLinks();

public Q_SLOTS:
    void connectToHost();
    void cancelConnecting();
    void disconnectFromHost();
    void reconnectNow();
    /// Reads the facts about the machine again.
    void checkAgain();

Q_SIGNALS:
    void profileChanged();
    void carriersChanged(); ///< `remote()` and `hpc()` are other ones now
    void hpcConnected();    ///< for the first time or again
    void stateChanged(rayhelm::LinkState state);
    /// Every second while a reconnection is planned; -1: it waits for the user.
    void reconnectCountdown(int seconds);
    void connected();
    void failed(const rayhelm::Error &error);

private:
    using Turn = OneAtATime<LinkWork>::Turn;
    QCoro::Task<void> connectJourney(Turn turn);
    QCoro::Task<void> checkJourney(Turn turn);
    QCoro::Task<void> disconnectJourney();
    QCoro::Task<void> closeRetired(SshSession *session);
    void buildCarriers();
    void retire(std::unique_ptr<SshSession> session);
    void followState();

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Accounts &m_accounts;
    Profile m_profile;
    Profile m_built; ///< what the carriers were made for
    std::optional<Profile> m_next;
    Steps m_steps;
    std::unique_ptr<QuestionDesk> m_questions;
    std::unique_ptr<RemoteHost> m_host;
    class LoginSecrets;
    std::unique_ptr<LoginSecrets> m_loginSecrets;
    std::unique_ptr<SshSession> m_vm;
    std::unique_ptr<SshSession> m_hpc;
    std::vector<std::unique_ptr<SshSession>> m_retired; ///< of earlier profiles; see `remote`
    OneAtATime<LinkWork> m_work;
    bool m_leaving = false;     ///< disconnecting was asked for and has not ended
    std::stop_source m_attempt; ///< of what `m_work` runs
    std::optional<Error> m_error;
    QDateTime m_lastAnswer;
    LinkState m_state = LinkState::Disconnected;
};

} // namespace rayhelm
