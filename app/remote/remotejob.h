#pragma once

#include "core/task.h"
#include "remote/remotesession.h"

#include <QDateTime>
#include <QList>
#include <QObject>

namespace rayhelm {

/// A job that goes on at the other side when the link is cut. It lives in ~/.rayhelm/jobs/<id> (mode 0700) of the account
/// that runs it.
struct RemoteJob {
    QString id;
    bool asRoot = false;
};

struct RemoteJobSpec {
    RemoteJob job;   ///< from `newJob`; the same one again never starts twice
    QString name;    ///< what it is, for `listJobs` after a restart: "install raycluster"
    QString script;  ///< POSIX shell text without secrets, run in the job's own folder, which nobody else can change
    QString shownAs; ///< the command as a person would type it
};

enum class RemoteJobState {
    Running,
    Ended,    ///< `exitStatus` is known
    Vanished, ///< no process and no result: the machine was restarted or the process was killed
    Unknown,  ///< there is no such job
};

struct RemoteJobStatus {
    RemoteJob job;
    QString name;
    RemoteJobState state = RemoteJobState::Unknown;
    int exitStatus = -1;
    qint64 logSize = 0; ///< bytes
    QDateTime started;
};

/// A new random id.
RemoteJob newJob(bool asRoot);

/// Starts it and returns when it runs. After Unreachable or TimedOut the same spec may be given again: it does not start twice.
Task<> startJob(RemoteSession *session, RemoteJobSpec spec, std::stop_token stop);
Task<RemoteJobStatus> jobState(RemoteSession *session, RemoteJob job, std::stop_token stop);
/// All jobs of the account that were not removed, oldest first.
Task<QList<RemoteJobStatus>> listJobs(RemoteSession *session, bool asRoot, std::stop_token stop);
/// TERM to the whole process group, KILL after `grace`. Done when nothing of it runs.
Task<> stopJob(RemoteSession *session, RemoteJob job, std::chrono::seconds grace, std::stop_token stop);
/// Deletes its folder, and ~/.rayhelm when that is empty. Conflict while it runs.
Task<> removeJob(RemoteSession *session, RemoteJob job, std::stop_token stop);

/// The log of a job, line by line, across cuts of the link: each line once, none missing.
class RemoteJobLog : public QObject
{
    Q_OBJECT
public:
    /// `offset`: bytes of the log that are already known (from an earlier `offset()`).
    RemoteJobLog(RemoteSession *session, RemoteJob job, qint64 offset = 0, QObject *parent = nullptr);
    ~RemoteJobLog() override;

    /// The next line (stdout and stderr of the job together) without its end; no value: the job has ended, see `status`.
    /// While the link is lost it waits for it. Errors: Cancelled, NotFound (no such job), Unreachable (disconnected for good).
    Task<std::optional<QByteArray>> readLine(std::stop_token stop);
    /// Bytes up to the end of the last line that was returned.
    qint64 offset() const { return m_offset; }
    /// Valid after the last line: Ended or Vanished.
    const RemoteJobStatus &status() const { return m_status; }

Q_SIGNALS:
    /// The link is lost while the job goes on, or it is back.
    void goingOnRemotely(bool goingOn);

private:
    Task<> reopen(std::stop_token stop);
    Task<> waitForLink(std::stop_token stop);

    RemoteSession *m_session;
    RemoteJobStatus m_status;
    qint64 m_offset;
    std::shared_ptr<RemoteStream> m_stream;
};

/// The same as a function, for journeys that read like their sentence.
std::shared_ptr<RemoteJobLog> followJob(RemoteSession *session, RemoteJob job, qint64 offset = 0);

} // namespace rayhelm
