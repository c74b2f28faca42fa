#pragma once

#include "cluster/clusterstatus.h"
#include "cluster/kubectl.h"
#include "cluster/objectversions.h"
#include "cluster/slurmjobs.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace rayhelm {

/// The newest facts of each source, and the one status that follows from them. No waiting, no remote machine: the
/// monitor feeds it, tests feed it with recordings.
class ClusterPicture
{
public:
    ClusterPicture(QString releaseName, const Explanations *explanations);

    /// To be taken before a list is asked for.
    quint64 beforeList(ResourceKind kind) { return m_versions[kind].mark(); }
    /// A full list is the authority: it replaces everything of its kind, except what events have told since `asked` (from `beforeList`;
    /// not set: it is asked and answered in one moment).
    void setList(ResourceKind kind, const QJsonArray &items, const QDateTime &at, std::optional<quint64> asked = std::nullopt);
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
    /// Every pod with a Slurm job number, unless Slurm says that the job has ended.
    QList<HeldJob> heldJobs() const;
    /// Numbers and UIDs to ask Slurm about.
    QList<SlurmJobId> slurmJobIds() const;
    QList<PodUid> podUids() const;

private:
    struct Seen {
        PodState state = PodState::Unknown;
        QDateTime since;
        QDateTime firstRunning;
        bool countedByRay = false; ///< at some time
        SlurmJobId slurmJob; ///< kept once seen: the gateway's annotation can vanish for a moment
    };
    struct Start { ///< a pod that KubeRay made, for the restart loop
        PodName pod;
        QDateTime at;
    };

    void take(ResourceKind kind, const QJsonObject &object, bool isGone, const QDateTime &at);
    void forgetUnlisted(ResourceKind kind, const QSet<QString> &uids, quint64 asked);
    void takePod(const QJsonObject &object, const QDateTime &at);
    void takeNode(const QJsonObject &object, bool isGone);
    void takeRayCluster(const QJsonObject &object);
    QList<QJsonObject> newestEvents(const QList<QJsonObject> &events, const QDateTime &at);
    void takeEvent(const QJsonObject &object, const QDateTime &at);
    void forgetRayCluster();
    void noteContact(const QDateTime &at);
    void noteStart(const PodName &pod, const QDateTime &at);
    void leaveOut(ResourceKind kind, const QJsonObject &object);
    PodEvidence evidenceFor(const PodView &pod, const QDateTime &now) const;
    PodStatus statusOf(const PodView &pod, bool headUsable, const QDateTime &now);
    QList<PodStatus> podStatuses(const QDateTime &now);
    GatewayStatus gateway() const;
    Held held(const QDateTime &now) const;
    ClusterState stateOf(const ClusterStatus &status, const QDateTime &now) const;
    void addNotices(ClusterStatus &status, const QDateTime &now) const;
    /// A pod name's stem whose pods are made again and again, and how often they failed.
    QPair<QString, int> restartLoop(const QDateTime &now) const;

    QString m_releaseName;
    const Explanations *m_explanations;
    QHash<PodUid, PodView> m_pods;
    QHash<NodeName, QJsonObject> m_nodes;
    QHash<ResourceKind, QSet<QByteArray>> m_leftOut; ///< objects with an impossible name, by a hash of what they call themselves
    bool m_nodesRead = false;
    QHash<PodUid, Seen> m_seen;
    QList<ClusterEvent> m_events;         ///< newest first
    QList<Start> m_starts;
    QHash<QString, int> m_replicas;       ///< wanted pods by stem of their name
    int m_wanted = 0;
    RayClusterName m_rayCluster;
    QString m_rayClusterUid; ///< only compared
    QHash<ResourceKind, ObjectVersions> m_versions;
    QDateTime m_rayClusterMade;
    QString m_rayClusterState;
    QDateTime m_podsReadAt;
    std::optional<Error> m_podsError;
    bool m_releaseRead = false;
    ReleaseInfo m_release;
    Ownership m_ownership = Ownership::None;
    QString m_owner;
    QHash<PodName, RayNodeView> m_rayNodes;
    std::optional<QDateTime> m_rayAnsweredAt;
    std::optional<SlurmAnswer> m_slurm;
    QList<HeldJob> m_leftJobs;
    QList<HeldJob> m_remembered;
    QDateTime m_rememberedAt;
    QDateTime m_contactLostAt;
    int m_explained = 0; ///< events of this list
    bool m_connected = false;
    bool m_deleting = false;
};

/// Heading, reason and strip texts for a status whose facts are set.
void addWords(ClusterStatus &status, const QDateTime &now);
/// One plain sentence for a Kubernetes event.
QString eventWords(const QString &reason, const QString &object, const QString &message, const Explanations *explanations);
/// "raycluster-kuberay-head-k27fp" without its random end.
QString podStem(const QString &podName);

} // namespace rayhelm
