#pragma once

#include "core/steps.h"
#include "core/task.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace rayhelm {

class Accounts;
class Connection;
class JobHistory;
class ShownLogs;
class LogLines;
class RayClient;
class RayLink;
class SessionEdges;
class TaskScope;
struct JobDetails;
struct JobRecord;
struct JobSpec;
struct RayAddress;
struct RayJobList;

/// The jobs of this profile: submitting, following, stopping, remembering.
class JobDesk : public QObject
{
    Q_OBJECT
public:
    JobDesk(SessionEdges &edges, TaskScope &scope, Connection &connection, Accounts &accounts, RayLink &ray,
            QObject *parent = nullptr);
    ~JobDesk() override;
    /// Waits until the history is on the disk; before the session ends.
    QCoro::Task<void> finish();

    /// Jobs that this computer sent through this profile, newest first. Kept in memory: nothing is read for it.
    const QList<JobRecord> &jobs() const { return m_own; }
    /// What Ray lists besides: sent by other programs or people.
    const QList<JobDetails> &foreignJobs() const { return m_foreign; }
    /// Why `foreignJobs` is not all that Ray lists; empty: it is.
    const QString &listNotice() const { return m_listNotice; }
    int runningJobs() const; ///< own and others', with those of which nobody knows whether they run
    std::optional<JobRecord> job(const QString &submissionId) const;
    JobHistory &history() { return *m_history; }
    /// Why the history cannot be kept; empty: it is.
    QString historyProblem() const;
    Steps *submitSteps() { return &m_submitSteps; }
    bool isSubmitting() const { return m_submitting; }
    /// The lines of one job's log, live while it is followed; empty until something was written.
    const LogLines &log(const QString &submissionId);
    /// "Log paused: reconnecting." or empty.
    QString logNotice(const QString &submissionId) const;

public Q_SLOTS:
    void submit(const rayhelm::JobSpec &spec);
    void cancelSubmit();
    void stop(const QString &submissionId);
    /// Whether progress bars fold to one line; the log is built anew from the kept text.
    void setLogFolding(const QString &submissionId, bool fold);
    /// Starts to follow the log, if it is not followed already.
    void follow(const QString &submissionId);
    void removeFromHistory(const QString &submissionId);
    void undoRemove();
    void refresh();
    /// The cluster was deleted: jobs that were not over are lost with it.
    void clusterDeleted();

Q_SIGNALS:
    void jobsChanged();
    void submitted(const QString &submissionId);
    void submitFailed(const rayhelm::Error &error);
    void stopFailed(const QString &submissionId, const rayhelm::Error &error);
    void logChanged(const QString &submissionId);
    void logNoticeChanged(const QString &submissionId);

private:
    QCoro::Task<void> submitJourney(std::shared_ptr<JobSpec> spec);
    QCoro::Task<void> stopJourney(QString submissionId);
    QCoro::Task<void> followJourney(QString submissionId);
    QCoro::Task<void> pollJourney();
    QCoro::Task<void> refreshJourney();
    Task<> readJobs(std::shared_ptr<RayClient> ray, std::stop_token stop);
    void settleUnseen(const RayJobList &listed);
    static QString listNoticeFor(const RayJobList &list);
    Task<> noteBegun(JobSpec spec, RayAddress address, std::stop_token stop);
    void takeOver();
    /// What could not be kept is said (`historyProblem`).
    void noteHistory(const Result<> &kept);
    JobRecord recordFor(const JobSpec &spec, const RayAddress &address) const;

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    Accounts &m_accounts;
    RayLink &m_ray;
    std::unique_ptr<JobHistory> m_history;
    std::unique_ptr<ShownLogs> m_logs;
    QSet<QString> m_followed;
    QList<JobRecord> m_own; ///< of this profile
    Steps m_submitSteps;
    std::stop_source m_submitStop;
    QList<JobDetails> m_foreign;
    QString m_listNotice;
    int m_perhapsRunning = 0; ///< jobs that Ray lists and that are left out
    QHash<QString, int> m_absences; ///< how often Ray's list was without a job whose start is in doubt
    QString m_lastRemoved;
    QString m_historyProblem;
    bool m_historyIsNewer = false; ///< written by a newer Rayhelm and left alone
    bool m_submitting = false;
};

} // namespace rayhelm
