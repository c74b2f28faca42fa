#pragma once

#include "core/profile.h"
#include "core/steps.h"
#include "core/task.h"
#include "remote/remotesession.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace rayhelm {

class QuestionDesk;
class RemoteHost;
class SessionEdges;
class TaskScope;

/// The way to one VM: connecting, being connected, losing and finding it again. Views observe it and give orders;
/// they never wait.
class Connection : public QObject
{
    Q_OBJECT
public:
    Connection(SessionEdges &edges, TaskScope &scope, QObject *parent = nullptr);
    ~Connection() override;

    /// The profile in use. Changing it while connected has no effect on the running connection.
    const Profile &profile() const { return m_profile; }
    void setProfile(const Profile &profile);

    LinkState state() const;
    bool isConnected() const { return state() == LinkState::Connected; }
    Steps *steps() { return &m_steps; }
    QuestionDesk *questions() const { return m_questions.get(); }
    /// What is known about the machine; empty before the first connection.
    RemoteHost *host() const { return m_host.get(); }
    /// The carrier of commands; valid while this object lives, whatever the state.
    RemoteSession *remote() const;
    /// The HPC login node's carrier, or nullptr when the profile names none. It is connected on demand.
    RemoteSession *hpc() const;
    /// Logs in to the HPC login node when that has not happened yet.
    Task<> ensureHpc(Steps *steps, std::stop_token stop);

    /// The last failed attempt, until the next one begins.
    const std::optional<Error> &error() const { return m_error; }
    /// Time until the next attempt after a loss; zero: none is planned.
    std::chrono::seconds reconnectIn() const;
    QDateTime lostAt() const { return m_lostAt; }

public Q_SLOTS:
    void connectToHost();
    void cancelConnecting();
    void disconnectFromHost();
    void reconnectNow();
    /// Reads the facts about the machine again.
    void checkAgain();

Q_SIGNALS:
    void profileChanged();
    void stateChanged(rayhelm::LinkState state);
    /// Every second while a reconnection is planned.
    void reconnectCountdown(std::chrono::seconds left);
    void connected();
    void failed(const rayhelm::Error &error);

private:
    QCoro::Task<void> connectJourney();
    QCoro::Task<void> checkJourney();
    void buildCarriers();
    void setState(LinkState state);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Profile m_profile;
    Steps m_steps;
    std::unique_ptr<QuestionDesk> m_questions;
    std::unique_ptr<RemoteHost> m_host;
    struct Carriers;
    std::unique_ptr<Carriers> m_carriers;
    std::stop_source m_attempt;
    std::optional<Error> m_error;
    QDateTime m_lostAt;
    LinkState m_state = LinkState::Disconnected;
};

} // namespace rayhelm
