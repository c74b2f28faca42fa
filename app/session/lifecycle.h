#pragma once

#include "cluster/deleterelease.h"
#include "cluster/installrelease.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace rayhelm {

class ClusterMonitor;
class Configuration;
class Connection;
class Accounts;
class RayLink;
class SessionEdges;
class TaskScope;

/// The cluster of this profile: watching, installing, repairing and deleting it.
class Lifecycle : public QObject
{
    Q_OBJECT
public:
    Lifecycle(SessionEdges &edges, TaskScope &scope, Connection &connection, Configuration &configuration,
              Accounts &accounts, RayLink &ray, QObject *parent = nullptr);
    ~Lifecycle() override;

    /// The newest picture, with its age; never null.
    const ClusterStatus &status() const;
    Steps *installSteps() { return &m_installSteps; }
    Steps *deleteSteps() { return &m_deleteSteps; }
    bool isInstalling() const { return m_installing; }
    /// Helm has done its work and the install waits for pods: it can be ended at any moment, for example by deleting.
    bool isWaitingForPods() const;
    bool isRepairing() const { return m_repairing; }
    bool isDeleting() const { return m_deleting; }
    bool isPreparingPreview() const { return m_previewing; }
    OutputLines *helmLog() { return &m_helmLog; }
    /// What installing would do; empty until `preparePreview` has answered.
    const InstallPreview *preview() const { return m_preview.get(); }
    /// Whether the cluster was installed with an MLflow account; not set: it was not installed from this computer.
    std::optional<bool> hasMlflowAccount() const;
    /// The newest report of this profile, also after a restart; nullptr: none.
    const GiveBackReport *report() const { return m_report.get(); }

public Q_SLOTS:
    /// Works out what installing the open configuration would do: owner, changes, generated second file.
    void preparePreview();
    void install();
    /// Before step 5 nothing has changed; from then on helm itself is asked to stop. While waiting for pods it only ends
    /// the waiting.
    void cancelInstall();
    /// Brings a release that a cut-off helm has left behind into a good state.
    void repair();
    /// Reads everything anew.
    void refresh();
    /// `typedName`: what the user typed when the cluster is another person's or jobs run; else empty. Ends the waiting of an install.
    void deleteCluster(const QString &typedName, bool saveLogs);
    void cancelDelete();
    /// Asks the HPC login node whether the Slurm jobs of the report have ended.
    void checkProof();

Q_SIGNALS:
    void statusChanged();
    void previewChanged();
    void installStarted();
    void installFinished();
    void installFailed(const rayhelm::Error &error);
    void reportChanged();
    void deleteStarted();
    void deleteFinished();
    void deleteFailed(const rayhelm::Error &error);
    void proofFailed(const rayhelm::Error &error);

private:
    QCoro::Task<void> previewJourney();
    QCoro::Task<void> installJourney();
    QCoro::Task<void> resumeInstallJourney(InstallRecord record);
    QCoro::Task<void> repairJourney();
    QCoro::Task<void> deleteJourney(QString typedName, bool saveLogs);
    QCoro::Task<void> resumeDeleteJourney(GiveBackReport begun);
    QCoro::Task<void> proofJourney();
    Task<std::shared_ptr<InstallRequest>> installRequest(std::stop_token stop);
    Task<QStringList> runningRayJobs(std::stop_token stop);
    Task<> stopRayJobs(QStringList submissionIds, std::stop_token stop);
    DeleteRequest deleteRequest();
    ClusterHost host() const;
    void buildMonitor();
    void onConnected();
    void beginInstall();
    void endInstall(Result<InstallOutcome> outcome);
    void beginDelete();
    void endDelete(Result<GiveBackReport> report);
    void readReport();

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    Configuration &m_configuration;
    Accounts &m_accounts;
    RayLink &m_ray;
    std::unique_ptr<ClusterMonitor> m_monitor;
    std::vector<std::unique_ptr<ClusterMonitor>> m_retired; ///< of earlier profiles; their journeys may still be ending
    ClusterHost m_monitored;
    std::shared_ptr<InstallPreview> m_preview;
    std::unique_ptr<GiveBackReport> m_report;
    Steps m_installSteps;
    Steps m_deleteSteps;
    OutputLines m_helmLog;
    std::stop_source m_installStop, m_helmStop; ///< end our waiting; ask helm itself to stop
    std::stop_source m_deleteStop;
    bool m_previewing = false, m_installing = false;
    bool m_repairing = false;
    bool m_deleting = false;
};

} // namespace rayhelm
