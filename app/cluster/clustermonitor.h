#pragma once

#include "cluster/clusterhost.h"
#include "cluster/clusterpicture.h"
#include "core/task.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace rayhelm {

class TaskScope;

/// Watches the cluster of one release: one watch per kind for speed, a full list of everything every 30 s as the
/// authority, both started anew after any end. It never gives up and never claims more than it has seen.
class ClusterMonitor : public QObject
{
    Q_OBJECT
public:
    /// `scope` keeps the journeys; it must be closed before the monitor is destroyed.
    ClusterMonitor(ClusterHost host, TaskScope &scope, QObject *parent = nullptr);
    ~ClusterMonitor() override;

    /// The newest picture; ages and time left are those of the last second.
    const ClusterStatus &status() const { return m_status; }
    /// When the release that the status tells of was asked for; invalid: not read yet. It is read less often than the pods.
    QDateTime releaseAskedAt() const { return m_releaseAskedAt; }
    bool isRunning() const { return m_run != nullptr; }
    /// How often everything is read anew; tests use shorter ones.
    void setListInterval(std::chrono::milliseconds interval) { m_listInterval = interval; }

public Q_SLOTS:
    /// Begins to watch; nothing is asked while the session is not connected.
    void start();
    void stop();
    /// Reads everything at once.
    void refresh();
    /// Ray's own list of nodes, each time it has answered.
    void setRayNodes(const QList<rayhelm::RayNodeView> &nodes, const QDateTime &answeredAt);
    void setSlurmJobs(const rayhelm::SlurmAnswer &answer);
    void setDeleting(bool deleting);
    /// Reads the give-back reports anew, after a deletion or a proof.
    void reportsChanged();

Q_SIGNALS:
    /// The picture is another one, or a second has passed while something is held or grows old.
    void statusChanged(const rayhelm::ClusterStatus &status);
    /// The head pod appeared, moved, is another one or went away (empty).
    void headChanged(const QString &podName, const QString &podUid, const QString &podAddress);

private:
    struct Run;
    QCoro::Task<void> watchJourney(std::shared_ptr<Run> run, ResourceKind kind);
    QCoro::Task<void> listJourney(std::shared_ptr<Run> run);
    QCoro::Task<void> slurmJourney(std::shared_ptr<Run> run);
    Task<> takeWatchLines(std::shared_ptr<RemoteStream> lines, ResourceKind kind, std::stop_token stop);
    Task<> followWatch(ResourceKind kind, std::stop_token stop);
    Task<> readAll(std::stop_token stop);
    Task<> readKind(ResourceKind kind, std::stop_token stop);
    Task<> readRelease(std::stop_token stop);
    void publishSoon();
    void publish();
    void tick();
    void remember();
    void recall();
    QString rememberedPath() const;

    ClusterHost m_host;
    TaskScope &m_scope;
    ClusterPicture m_picture;
    ClusterStatus m_status;
    QDateTime m_releaseAskedAt;
    std::shared_ptr<Run> m_run; ///< nullptr: not running
    std::chrono::milliseconds m_listInterval{30000};
    QTimer m_clock;
    QTimer m_soon; ///< since the last news of a watch were shown
    bool m_newsWait = false; ///< newer ones have come meanwhile
    QString m_headName;
    QString m_headUid;
    QString m_headAddress;
    QByteArray m_rememberedBytes;
};

} // namespace rayhelm
