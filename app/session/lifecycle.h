#pragma once

#include "core/steps.h"
#include "core/task.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rayhelm {

class ClusterMonitor;
class Configuration;
class Connection;
class Accounts;
class RayLink;
class SessionEdges;
class TaskScope;
struct ClusterStatus;
struct GiveBackReport;
struct InstallPreview;

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
    bool isDeleting() const { return m_deleting; }
    /// Output of the running or last helm command, for "Log".
    const QStringList &helmLog() const { return m_helmLog; }
    /// What installing would do; empty until `preparePreview` has answered.
    const InstallPreview *preview() const { return m_preview.get(); }
    /// The newest report of this profile, also after a restart; nullptr: none.
    const GiveBackReport *report() const { return m_report.get(); }

public Q_SLOTS:
    /// Works out what installing the open configuration would do: owner, changes, generated second file.
    void preparePreview();
    void install();
    void cancelInstall();
    /// Brings a release that a cut-off helm has left behind into a good state.
    void repair();
    /// Reads everything anew.
    void refresh();
    /// `typedName`: what the user typed when the cluster is another person's or jobs run; else empty.
    void deleteCluster(const QString &typedName, bool saveLogs);
    void cancelDelete();
    /// Asks the HPC login node whether the Slurm jobs of the report have ended.
    void checkProof();

Q_SIGNALS:
    void statusChanged();
    void previewChanged();
    void helmLogChanged();
    void installFinished();
    void installFailed(const rayhelm::Error &error);
    void reportChanged();
    void deleteFinished();
    void deleteFailed(const rayhelm::Error &error);

private:
    QCoro::Task<void> previewJourney();
    QCoro::Task<void> installJourney();
    QCoro::Task<void> reattachJourney();
    QCoro::Task<void> repairJourney();
    QCoro::Task<void> deleteJourney(QString typedName, bool saveLogs);
    QCoro::Task<void> proofJourney();
    void onConnected();

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    Configuration &m_configuration;
    Accounts &m_accounts;
    RayLink &m_ray;
    std::unique_ptr<ClusterMonitor> m_monitor;
    std::unique_ptr<InstallPreview> m_preview;
    std::unique_ptr<GiveBackReport> m_report;
    Steps m_installSteps;
    Steps m_deleteSteps;
    QStringList m_helmLog;
    std::stop_source m_installStop;
    std::stop_source m_deleteStop;
    bool m_installing = false;
    bool m_deleting = false;
};

} // namespace rayhelm
