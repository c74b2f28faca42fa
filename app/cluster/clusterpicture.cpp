#include "cluster/clusterpicture.h"

#include "cluster/jsonfields.h"
#include "core/limits.h"
#include "core/text.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

constexpr int startsKept = 200;

/// What is looked at of a node, so that a large one takes no room.
QJsonObject conditionsOnly(const QJsonObject &node)
{
    QJsonArray kept;
    const QJsonArray conditions = inner(node, "status").value(QLatin1String("conditions")).toArray();
    for (qsizetype i = 0; i < qMin<qsizetype>(conditions.size(), 50); ++i) {
        const QJsonObject condition = conditions.at(i).toObject();
        QJsonObject part;
        for (const char *key : {"type", "status", "lastTransitionTime", "message"})
            part.insert(QLatin1String(key), text(condition, key).left(2000));
        kept.append(part);
    }
    return {{QStringLiteral("status"), QJsonObject{{QStringLiteral("conditions"), kept}}}};
}

int clampedReplicas(const QJsonObject &group)
{
    const int replicas = group.value(QLatin1String("replicas")).toInt(1);
    const int least = group.value(QLatin1String("minReplicas")).toInt(0);
    const int most = group.value(QLatin1String("maxReplicas")).toInt(replicas);
    constexpr int bound = 10000; // of each, so that no product overflows
    return qBound(0, std::clamp(replicas, std::min(least, most), std::max(least, most)), bound)
           * qBound(1, group.value(QLatin1String("numOfHosts")).toInt(1), bound);
}

} // namespace

QString podStem(const QString &podName)
{
    static const QRegularExpression end(QStringLiteral("-[a-z0-9]{5}$"));
    QString stem = podName;
    return stem.remove(end);
}

ClusterPicture::ClusterPicture(QString releaseName, const Explanations *explanations)
    : m_releaseName(std::move(releaseName))
    , m_explanations(explanations)
{
}

void ClusterPicture::setList(ResourceKind kind, const QJsonArray &items, const QDateTime &at, std::optional<quint64> asked)
{
    ObjectVersions &versions = m_versions[kind];
    const quint64 mark = asked.value_or(versions.mark());
    if (!versions.beginList(mark))
        return;
    m_leftOut.remove(kind);
    if (kind == ResourceKind::Pods) {
        m_podsReadAt = at;
        m_podsError.reset();
    }
    m_nodesRead = m_nodesRead || kind == ResourceKind::Nodes;
    m_explained = 0;
    const qsizetype most = qMin(items.size(), kind == ResourceKind::Events ? limits::eventsOfList : 2 * limits::kubernetesObjects);
    QSet<QString> uids;
    for (qsizetype i = 0; i < most; ++i)
        uids.insert(uidOf(items.at(i).toObject()));
    forgetUnlisted(kind, uids, mark);
    QList<QJsonObject> taken;
    for (qsizetype i = 0; i < most; ++i) {
        const QJsonObject object = items.at(i).toObject();
        if (versions.takeListed(object, mark))
            taken.append(object);
    }
    if (kind == ResourceKind::Events)
        taken = newestEvents(taken, at);
    for (const QJsonObject &object : std::as_const(taken))
        take(kind, object, false, at);
    versions.endList(uids, mark);
    noteContact(at); // also for an empty list
}

void ClusterPicture::forgetUnlisted(ResourceKind kind, const QSet<QString> &uids, quint64 asked)
{
    const ObjectVersions &versions = m_versions[kind];
    const auto isGone = [&](const QString &uid) { return !uids.contains(uid) && versions.isGone(uid, asked); };
    if (kind == ResourceKind::Pods)
        m_pods.removeIf([&](const QHash<PodUid, PodView>::iterator &pod) { return isGone(pod.key().text()); });
    else if (kind == ResourceKind::Nodes)
        m_nodes.removeIf([&](const QHash<NodeName, QJsonObject>::iterator &node) { return isGone(uidOf(node.value())); });
    else if (kind == ResourceKind::RayClusters && isGone(m_rayClusterUid))
        forgetRayCluster();
}

void ClusterPicture::applyWatch(ResourceKind kind, const WatchEvent &event, const QDateTime &at)
{
    if (event.type == WatchEvent::Type::Bookmark || event.type == WatchEvent::Type::Error)
        return;
    const bool isGone = event.type == WatchEvent::Type::Deleted;
    m_explained = 0;
    if (kind == ResourceKind::Pods) {
        m_podsReadAt = std::max(m_podsReadAt, at);
        m_podsError.reset();
    }
    if (m_versions[kind].takeEvent(event.object, isGone))
        take(kind, event.object, isGone, at);
    noteContact(at);
}

void ClusterPicture::take(ResourceKind kind, const QJsonObject &object, bool isGone, const QDateTime &at)
{
    const QJsonObject metadata = inner(object, "metadata");
    switch (kind) {
    case ResourceKind::Pods:
        if (isGone)
            m_pods.remove(PodUid::orEmpty(text(metadata, "uid")));
        else
            takePod(object, at);
        break;
    case ResourceKind::Nodes:
        takeNode(object, isGone);
        break;
    case ResourceKind::RayClusters:
        if (!isGone)
            takeRayCluster(object);
        else if (uidOf(object) == m_rayClusterUid) // not that of a new one of the same name
            forgetRayCluster();
        break;
    case ResourceKind::Events:
        if (!isGone) // Kubernetes forgets events after an hour; we do not.
            takeEvent(object, at);
        break;
    }
}

/// Since when the contact is lost, as the gateway's node says it, else since it was noticed.
void ClusterPicture::noteContact(const QDateTime &at)
{
    const GatewayStatus now = gateway();
    if (!now.contactLost())
        m_contactLostAt = {};
    else if (!m_contactLostAt.isValid())
        m_contactLostAt = now.since.isValid() ? now.since : at;
}

/// An object whose name cannot be one is not shown and nothing is done with it; only that it exists is said.
void ClusterPicture::leaveOut(ResourceKind kind, const QJsonObject &object)
{
    const QJsonObject metadata = inner(object, "metadata");
    const QString called = text(metadata, "name") + QLatin1Char('/') + text(metadata, "uid");
    QSet<QByteArray> &known = m_leftOut[kind];
    if (known.size() < limits::kubernetesObjects)
        known.insert(QCryptographicHash::hash(called.toUtf8(), QCryptographicHash::Sha256));
}

void ClusterPicture::takeNode(const QJsonObject &object, bool isGone)
{
    const NodeName name = NodeName::orEmpty(text(inner(object, "metadata"), "name"));
    if (name.isEmpty())
        leaveOut(ResourceKind::Nodes, object);
    else if (isGone)
        m_nodes.remove(name);
    else if (m_nodes.size() < limits::kubernetesObjects || m_nodes.contains(name))
        m_nodes.insert(name, conditionsOnly(object));
}

void ClusterPicture::takePod(const QJsonObject &object, const QDateTime &at)
{
    std::optional<PodView> read = podFromJson(object);
    if (!read)
        return leaveOut(ResourceKind::Pods, object);
    PodView pod = *std::move(read);
    if (m_pods.size() >= limits::kubernetesObjects && !m_pods.contains(pod.uid))
        return;
    if (m_seen.size() > 10 * limits::kubernetesObjects)
        m_seen.removeIf([this](QHash<PodUid, Seen>::iterator seen) { return !m_pods.contains(seen.key()); });
    Seen &seen = m_seen[pod.uid];
    if (pod.slurmJob.isEmpty())
        pod.slurmJob = seen.slurmJob;
    else
        seen.slurmJob = pod.slurmJob;
    m_pods.insert(pod.uid, pod);
    noteStart(pod.name, pod.created);
    // A head reads "running" in its first seconds, before its job exists: only phase Running counts.
    const bool runs = pod.phase == QLatin1String("Running") && pod.anyContainerRuns();
    if (runs && !seen.firstRunning.isValid())
        seen.firstRunning = pod.containers.first().startedAt.isValid() ? pod.containers.first().startedAt : at;
}

void ClusterPicture::takeRayCluster(const QJsonObject &object)
{
    const QJsonObject metadata = inner(object, "metadata");
    const RayClusterName name = RayClusterName::orEmpty(text(metadata, "name"));
    if (name.isEmpty())
        return leaveOut(ResourceKind::RayClusters, object);
    m_rayCluster = name;
    m_rayClusterUid = text(metadata, "uid");
    const QDateTime made = QDateTime::fromString(text(metadata, "creationTimestamp"), Qt::ISODate);
    if (made != m_rayClusterMade) {
        m_rayClusterMade = made;
        m_starts.removeIf([&made](const Start &start) { return start.at < made; });
    }
    m_rayClusterState = plainText(text(inner(object, "status"), "state"), 60);
    const QJsonObject specification = inner(object, "spec");
    const bool isSuspended = specification.value(QLatin1String("suspend")).toBool();
    m_replicas.clear();
    m_replicas.insert(m_rayCluster.text() + QLatin1String("-head"), 1);
    m_wanted = isSuspended ? 0 : 1;
    const QJsonArray groups = specification.value(QLatin1String("workerGroupSpecs")).toArray();
    for (qsizetype i = 0; i < qMin<qsizetype>(groups.size(), limits::kubernetesObjects); ++i) {
        const QJsonObject group = groups.at(i).toObject();
        const int pods = clampedReplicas(group);
        m_replicas.insert(QStringLiteral("%1-%2-worker").arg(m_rayCluster.text(), text(group, "groupName").left(63).toLower()), pods);
        m_wanted += isSuspended ? 0 : qMin(pods, 10000);
    }
}

void ClusterPicture::forgetRayCluster()
{
    m_rayCluster = {};
    m_rayClusterUid.clear();
    m_rayClusterState.clear();
    m_rayClusterMade = {};
    m_replicas.clear();
    m_wanted = 0;
    m_starts.clear();
}

void ClusterPicture::noteStart(const PodName &pod, const QDateTime &at)
{
    const bool isKnown = std::any_of(m_starts.begin(), m_starts.end(), [&pod](const Start &start) { return start.pod == pod; });
    if (isKnown || pod.isEmpty() || !at.isValid() || (m_rayClusterMade.isValid() && at < m_rayClusterMade))
        return;
    m_starts.append({pod, at});
    if (m_starts.size() > startsKept)
        m_starts.erase(std::min_element(m_starts.begin(), m_starts.end(), [](const Start &a, const Start &b) { return a.at < b.at; }));
}

void ClusterPicture::setListError(ResourceKind kind, const Error &error)
{
    if (kind == ResourceKind::Pods && !error.isCancelled())
        m_podsError = error;
}

void ClusterPicture::setRelease(const ReleaseInfo &release, Ownership ownership, const QString &owner)
{
    m_releaseRead = true;
    m_release = release;
    m_ownership = ownership;
    m_owner = owner;
}

void ClusterPicture::setRayNodes(const QList<RayNodeView> &nodes, const QDateTime &answeredAt)
{
    m_rayNodes.clear();
    for (const RayNodeView &node : nodes) {
        // Ray keeps dead nodes in its list, new versions without their pod's name: only living ones tell of a pod.
        if (node.alive && !node.podName.isEmpty())
            m_rayNodes.insert(node.podName, node);
    }
    m_rayAnsweredAt = answeredAt;
    for (const PodView &pod : std::as_const(m_pods)) {
        Seen &seen = m_seen[pod.uid];
        if (!m_rayNodes.contains(pod.name))
            continue;
        seen.countedByRay = true;
        if (!seen.firstRunning.isValid())
            seen.firstRunning = answeredAt;
    }
}

void ClusterPicture::setSlurm(const SlurmAnswer &answer)
{
    m_slurm = answer;
    for (const PodView &pod : std::as_const(m_pods)) {
        const SlurmJobView *job = answer.find(pod.slurmJob, pod.uid);
        if (job && job->state == SlurmState::Running && job->started.isValid())
            m_seen[pod.uid].firstRunning = job->started; // Slurm knows the true start.
    }
}

void ClusterPicture::setRemembered(const QList<HeldJob> &jobs, const QDateTime &at)
{
    m_remembered = jobs;
    m_rememberedAt = at;
    for (const HeldJob &job : jobs) {
        if (job.firstRunning.isValid())
            m_seen[job.podUid].firstRunning = job.firstRunning;
    }
}

QList<HeldJob> ClusterPicture::heldJobs() const
{
    QList<HeldJob> jobs;
    for (const PodView &pod : m_pods) {
        const SlurmJobView *slurm = m_slurm ? m_slurm->find(pod.slurmJob, pod.uid) : nullptr;
        if (pod.slurmJob.isEmpty() && !slurm)
            continue;
        if (slurm && slurm->state == SlurmState::Ended)
            continue;
        HeldJob job;
        job.slurmJob = pod.slurmJob.isEmpty() ? slurm->jobId : pod.slurmJob;
        job.podName = pod.name;
        job.podUid = pod.uid;
        job.ask = pod.ask;
        if (slurm && slurm->timeLimit)
            job.ask.timeLimit = slurm->timeLimit;
        job.firstRunning = m_seen.value(pod.uid).firstRunning;
        job.lastSeen = m_podsReadAt;
        job.queued = slurm && slurm->state == SlurmState::Pending;
        job.running = job.firstRunning.isValid() && !job.queued;
        if (job.queued)
            job.firstRunning = {};
        jobs.append(job);
    }
    std::sort(jobs.begin(), jobs.end(), [](const HeldJob &a, const HeldJob &b) { return a.podName < b.podName; });
    return jobs;
}

} // namespace rayhelm
