#pragma once

#include "core/task.h"
#include "jobs/rayclient.h"

#include <QObject>
#include <QString>

#include <chrono>

namespace rayhelm {

enum class LogLink { Connecting, Following, Polling, Paused, Ended };

/// Follows one job's log to its end: over a web socket, and by asking for the whole log where a proxy lets no web socket
/// through, until Ray was away: what is between may be another one then. Ray sends the log from its beginning on every connection; what was already given is skipped, so no character is
/// lost or doubled. A closed connection proves nothing: only the state that Ray reports ends the following.
class LogFollower : public QObject
{
    Q_OBJECT
public:
    struct Times {
        std::chrono::milliseconds statusInterval{2000};
        std::chrono::milliseconds firstBackOff{250};
        std::chrono::milliseconds longestBackOff{15000};
        std::chrono::milliseconds pollInterval{3000}; ///< without web sockets
        std::chrono::milliseconds upgradeTimeout{10000};
    };

    /// `client` must outlive the follower. `alreadyShown`: characters of this log that an earlier follower gave.
    LogFollower(RayClient &client, QString submissionId, qint64 alreadyShown = 0, QObject *parent = nullptr);
    ~LogFollower() override;

    void setTimes(const Times &times) { m_times = times; }

    /// Runs until the job has ended and its last line was given. Errors: Cancelled, AuthenticationFailed, Forbidden,
    /// NotFound (Ray does not know the job). While Ray cannot be reached it goes on trying; see `link`.
    /// Called once.
    Task<JobDetails> follow(std::stop_token stop);

    /// Whoever takes the log is behind: over the web socket nothing more comes until this is taken back, and the job's node waits.
    void setHeld(bool held);

    LogLink link() const { return m_link; }
    qint64 shown() const { return m_shown; } ///< characters given so far, `alreadyShown` included

Q_SIGNALS:
    /// The next characters of the log; a line may come in parts.
    void textReceived(const QString &text);
    void statusChanged(const rayhelm::JobDetails &job);
    void linkChanged(rayhelm::LogLink link);
    void heldChanged(bool held);

private:
    Task<> followOnce(std::stop_token stop);
    Task<> followSocket(std::stop_token stop);
    Task<> poll(std::stop_token stop);
    Task<> finish(std::stop_token stop);
    Task<> fetchRest(std::stop_token stop);
    Task<> refreshStatus(std::stop_token stop);
    void trySocketsAgain();
    void setLink(LogLink link);
    void take(qint64 position, const QString &text);

    RayClient &m_client;
    QString m_submissionId;
    Times m_times;
    LogLink m_link = LogLink::Connecting;
    qint64 m_shown = 0;
    bool m_socketsWork = true;
    int m_refusals = 0; ///< connections in a row that were never opened, while Ray answered otherwise
    bool m_held = false;
    bool m_wasAway = false; ///< Ray could not be asked the last time
    JobDetails m_job;
};

} // namespace rayhelm
