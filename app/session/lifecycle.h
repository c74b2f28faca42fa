#pragma once

#include "cluster/installrelease.h"
#include "session/deletion.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace rayhelm {

class ClusterMonitor;
class Configuration;
class Connection;
class Accounts;

/// The cluster of this profile: watching, installing, repairing and deleting it. One operation changes it at a time; another one that
/// is asked for meanwhile is refused, saying what goes on, except that waiting alone (for pods, for the proof) makes way.
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
    Steps *deleteSteps() { return m_deletion->steps(); }
    bool isInstalling() const { return m_turns.isRunning(ClusterWork::Install); }
    /// Helm has done its work and the install waits for pods: it can be ended at any moment, for example by deleting.
    bool isWaitingForPods() const;
    bool isRepairing() const { return m_turns.isRunning(ClusterWork::Repair); }
    bool isDeleting() const { return m_deletion->isRunning(); }
    /// What makes an install wait or refuses it; not set: nothing.
    std::optional<Error> whyBusy() const;
    const Deletion &deletion() const { return *m_deletion; }
    bool isPreparingPreview() const { return m_looks.running().has_value(); }
    OutputLines *helmLog() { return &m_helmLog; }
    /// What installing would do; empty until `preparePreview` has answered.
    const InstallPreview *preview() const { return m_preview.get(); }
    /// The configuration that is open now is the one that the preview shows.
    bool isReviewed() const;
    /// Whether the cluster was installed with an MLflow account; not set: it was not installed from this computer.
    std::optional<bool> hasMlflowAccount() const;
    /// The newest report of this profile, also after a restart; nullptr: none.
    const GiveBackReport *report() const { return m_deletion->report(); }

public Q_SLOTS:
    /// Works out what installing the open configuration would do: owner, changes, generated second file.
    void preparePreview();
    /// Installs what was reviewed. Conflict (by `installFailed`): something else goes on, or the text is another one now.
    void install();
    /// Before step 5 nothing has changed; from then on helm itself is asked to stop. While waiting for pods it only ends
    /// the waiting.
    void cancelInstall();
    /// Brings a release that a cut-off helm has left behind into a good state.
    void repair();
    /// Reads everything anew.
    void refresh();
    /// `typedName`: what the user typed when it must be (see `typedNameReason`); else empty. Ends the waiting of an install.
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
    using Turn = ClusterTurns::Turn;
    QCoro::Task<void> previewJourney();
    QCoro::Task<void> installJourney(QByteArray values);
    QCoro::Task<void> resumeJourney(std::optional<InstallRecord> record);
    QCoro::Task<void> repairJourney(Turn turn);
    Task<> prepareAndInstall(QByteArray values, std::stop_token stop);
    Task<std::shared_ptr<InstallRequest>> installRequest(QByteArray values, std::stop_token stop);
    void buildMonitor();
    void onConnected();
    void planInstall(const QStringList &steps);
    void endInstall(Result<> outcome);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    Configuration &m_configuration;
    Accounts &m_accounts;
    RayLink &m_ray;
    ClusterTurns m_turns, m_looks;
    std::unique_ptr<ClusterMonitor> m_monitor;
    std::vector<std::unique_ptr<ClusterMonitor>> m_retired; ///< of earlier profiles; their journeys may still be ending
    ClusterHost m_monitored;
    std::shared_ptr<InstallPreview> m_preview;
    QByteArray m_previewed; ///< the text that `m_preview` is about
    Steps m_installSteps;
    OutputLines m_helmLog;
    std::unique_ptr<Deletion> m_deletion;
    std::stop_source m_installStop, m_helmStop; ///< end our waiting; ask helm itself to stop
    std::stop_source m_previewStop;
    bool m_installWaits = false; ///< for its turn
};

} // namespace rayhelm
