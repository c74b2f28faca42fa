#pragma once

#include "cluster/deleterelease.h"
#include "core/completion.h"
#include "session/clusterwork.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace rayhelm {

class ClusterMonitor;
class RayLink;
class TaskScope;
struct JobDetails;

/// Deleting the cluster of this profile: begun at once by the user's word, never by a reconnection; followed across cuts of the link
/// and restarts; and the proof that Slurm has let go, which waits for the HPC login beside it.
class Deletion : public QObject
{
    Q_OBJECT
public:
    Deletion(SessionEdges &edges, TaskScope &scope, Connection &connection, RayLink &ray, ClusterTurns &turns, OutputLines &helmLog,
             QObject *parent = nullptr);
    ~Deletion() override;

    Steps *steps() { return &m_steps; }
    bool isRunning() const { return m_running; }
    /// Helm works at the VM, or has: the deletion comes to its end whatever becomes of this computer.
    bool goesOnAtVm() const { return m_goesOn; }
    /// The cluster is gone; only the proof is waited for, which anything else may end.
    bool isWaitingForProof() const;
    /// Ray can be asked for jobs, or there is no Ray yet that could have some.
    bool jobsAreKnown() const;
    /// The newest report of this profile, also after a restart; nullptr: none.
    const GiveBackReport *report() const { return m_report.get(); }
    /// Of the profile that is used now; the report is read anew.
    void setMonitor(ClusterMonitor *monitor);

    void begin(const QString &typedName, bool saveLogs);
    /// Before step 4 nothing is deleted; later it only ends our waiting.
    void cancel() { m_stop.request_stop(); }
    void checkProof();
    /// After a restart: follows a deletion that runs or has run on the VM. One that had not begun there is told and never begun.
    Task<> followAfterRestart();

Q_SIGNALS:
    void started();
    void finished();
    void failed(const rayhelm::Error &error);
    void changed(); ///< `goesOnAtVm`
    void reportChanged();
    void proofFailed(const rayhelm::Error &error);

private:
    using Login = Completion<Result<>>;
    struct RayJobs {
        int running = 0;
        QStringList submissions; ///< those that can be stopped
    };

    QCoro::Task<void> journey(QString typedName, bool saveLogs);
    QCoro::Task<void> reachHpc(Login login, std::stop_token stop);
    QCoro::Task<void> proofJourney(OneAtATime<bool>::Turn turn);
    Task<GiveBackReport> take(DeleteRequest request, std::optional<Login> login, std::stop_token stop);
    Task<GiveBackReport> follow(DeleteRequest request, GiveBackReport report, std::optional<Login> login, std::stop_token stop);
    Task<RayJobs> askRay(std::stop_token stop);
    Task<> stopRayJobs(QStringList submissionIds, std::stop_token stop);
    DeleteRequest request() const;
    ClusterStatus status() const;
    void plan();
    void setGoesOn();
    void end(Result<GiveBackReport> report);
    void readReport();
    void show(const GiveBackReport &report);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    RayLink &m_ray;
    ClusterTurns &m_turns;
    OutputLines &m_helmLog;
    OneAtATime<bool> m_proofs;
    QPointer<ClusterMonitor> m_monitor;
    std::unique_ptr<GiveBackReport> m_report;
    Steps m_steps;
    std::stop_source m_stop;
    bool m_running = false, m_goesOn = false;
};

} // namespace rayhelm
