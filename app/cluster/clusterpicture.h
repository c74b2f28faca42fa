#pragma once

#include "cluster/clusterstatus.h"
#include "cluster/kubectl.h"
#include "cluster/slurmjobs.h"

#include <QHash>
#include <QJsonObject>

namespace rayhelm {

/// The newest facts of each source, and the one status that follows from them. No waiting, no remote machine: the
/// monitor feeds it, tests feed it with recordings.
class ClusterPicture
{
public:
    ClusterPicture(QString releaseName, const Explanations *explanations);

    /// A full list is the authority: it replaces everything of its kind.
    void setList(ResourceKind kind, const QJsonArray &items, const QDateTime &at);
    void applyWatch(ResourceKind kind, const WatchEvent &event, const QDateTime &at);
    void setListError(ResourceKind kind, const Error &error);
    void setRelease(const ReleaseInfo &release, Ownership ownership, const QString &owner);
    void setRayNodes(const QList<RayNodeView> &nodes, const QDateTime &answeredAt);
    void setSlurm(const SlurmAnswer &answer);
    void setConnected(bool connected) { m_connected = connected; }
    void setDeleting(bool deleting) { m_deleting = deleting; }
    /// Jobs of deleted clusters without proof of their end.
    void setLeftJobs(const QList<HeldJob> &jobs) { m_leftJobs = jobs; }
    /// What was held when the application ran last.
    void setRemembered(const QList<HeldJob> &jobs, const QDateTime &at);

    ClusterStatus status(const QDateTime &now);
    QList<HeldJob> heldJobs() const;
    /// Numbers and UIDs to ask Slurm about.
    QStringList slurmJobIds() const;
    QStringList podUids() const;

private:
    struct Seen {
        PodState state = PodState::Unknown;
        QDateTime since;
        QDateTime firstRunning;
        QDateTime firstSeen;
    };
    struct Start { ///< a pod that was made, for the restart loop
        QString group;
        QString pod;
        QDateTime at;
    };

    PodEvidence evidenceFor(const PodView &pod, bool headUsable, const QDateTime &now) const;
    QList<PodStatus> podStatuses(const QDateTime &now);
    void noteSeen(const PodView &pod, const QDateTime &at);
    void noteEvent(const QJsonObject &object);
    void noteStart(const QString &group, const QString &pod, const QDateTime &at);
    GatewayStatus gateway() const;
    ClusterState overall(const ClusterStatus &status, const QDateTime &now) const;
    void addNotices(ClusterStatus &status, const QDateTime &now) const;
    std::optional<Start> loopingStart(const QDateTime &now, int *failures) const;

    QString m_releaseName;
    const Explanations *m_explanations;
    QHash<QString, PodView> m_pods; ///< by UID
    QHash<QString, QJsonObject> m_nodes; ///< by name
    QHash<QString, Seen> m_seen; ///< by pod UID
    QList<ClusterEvent> m_events; ///< oldest first
    QList<Start> m_starts;
    int m_wanted = 0;
    QString m_rayClusterName;
    QString m_rayClusterState;
    QDateTime m_podsReadAt;
    std::optional<Error> m_podsError;
    bool m_releaseRead = false;
    ReleaseInfo m_release;
    Ownership m_ownership = Ownership::None;
    QString m_owner;
    QHash<QString, RayNodeView> m_rayNodes; ///< by pod name
    std::optional<QDateTime> m_rayAnsweredAt;
    std::optional<SlurmAnswer> m_slurm;
    QList<HeldJob> m_leftJobs;
    QList<HeldJob> m_remembered;
    QDateTime m_rememberedAt;
    QDateTime m_lostAt; ///< contact with the gateway
    bool m_connected = false;
    bool m_deleting = false;
};

} // namespace rayhelm
