// From the facts of all sources to one status.
#include "cluster/clusterpicture.h"

#include "core/text.h"
#include "explain/explain.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

constexpr auto newsLimit = 90s;
constexpr auto loopWindow = 10min;
constexpr auto calmLimit = 2min;      ///< a usable cluster that made no pod for so long is in no loop
constexpr auto lockLimit = 10min;     ///< a helm that is pending for longer was cut off
constexpr auto silentOperator = 2min;
constexpr auto slurmFresh = 90s;
constexpr auto limitNear = 30min;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ClusterStatus)
};

bool isPending(ReleaseState state)
{
    return state == ReleaseState::PendingInstall || state == ReleaseState::PendingUpgrade
           || state == ReleaseState::PendingRollback;
}

int countOf(const QList<PodStatus> &pods, std::initializer_list<PodState> states)
{
    return int(std::count_if(pods.begin(), pods.end(), [&states](const PodStatus &pod) {
        return std::find(states.begin(), states.end(), pod.verdict.state) != states.end();
    }));
}

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

QJsonObject conditionOf(const QJsonObject &node, QLatin1String type)
{
    const QJsonArray conditions =
        node.value(QLatin1String("status")).toObject().value(QLatin1String("conditions")).toArray();
    for (const QJsonValue &value : conditions) {
        const QJsonObject condition = value.toObject();
        if (condition.value(QLatin1String("type")).toString() == type)
            return condition;
    }
    return {};
}

} // namespace

GatewayStatus ClusterPicture::gateway() const
{
    GatewayStatus gateway;
    for (const PodView &pod : m_pods) {
        if (!pod.nodeName.isEmpty())
            gateway.name = pod.nodeName;
    }
    if (!m_nodesRead || gateway.name.isEmpty())
        return gateway;
    gateway.known = true;
    const auto node = m_nodes.constFind(gateway.name);
    if (node == m_nodes.constEnd()) {
        gateway.ready = false;
        gateway.raw = QStringLiteral("node \"%1\" does not exist").arg(gateway.name.text());
        return gateway;
    }
    const QJsonObject ready = conditionOf(*node, QLatin1String("Ready"));
    const QJsonObject bridge = conditionOf(*node, QLatin1String("InterlinkConnectivity"));
    gateway.ready = ready.value(QLatin1String("status")).toString() == QLatin1String("True");
    // Older gateways do not report the bridge: then Ready is all there is.
    gateway.bridgeUp = bridge.isEmpty() || bridge.value(QLatin1String("status")).toString() == QLatin1String("True");
    const QJsonObject bad = !gateway.bridgeUp ? bridge : ready;
    if (gateway.contactLost()) {
        gateway.since = QDateTime::fromString(bad.value(QLatin1String("lastTransitionTime")).toString(), Qt::ISODate);
        gateway.raw = plainText(bad.value(QLatin1String("message")).toString(), 2000);
    }
    return gateway;
}

PodEvidence ClusterPicture::evidenceFor(const PodView &pod, const QDateTime &now) const
{
    PodEvidence evidence;
    evidence.pod = pod;
    evidence.now = now;
    evidence.observedAt = m_podsReadAt;
    evidence.rayAnsweredAt = m_rayAnsweredAt;
    const auto node = m_rayNodes.constFind(pod.name);
    if (node != m_rayNodes.constEnd())
        evidence.ray = *node;
    else if (m_rayAnsweredAt && m_seen.value(pod.uid).countedByRay)
        evidence.ray = RayNodeView{pod.name, false, *m_rayAnsweredAt};
    evidence.contactLost = gateway().contactLost();
    if (m_slurm) {
        const SlurmJobView *job = m_slurm->find(pod.slurmJob, pod.uid);
        if (job)
            evidence.slurm = *job;
        if (job || m_slurm->askedJobs.contains(pod.slurmJob))
            evidence.slurmAnsweredAt = m_slurm->answeredAt;
        evidence.slurmMissingMeansEnded = !job && m_slurm->seesAllJobs && m_slurm->askedJobs.contains(pod.slurmJob);
    }
    return evidence;
}

PodStatus ClusterPicture::statusOf(const PodView &pod, bool headUsable, const QDateTime &now)
{
    PodEvidence evidence = evidenceFor(pod, now);
    evidence.headUsable = headUsable;
    PodStatus status;
    status.pod = pod;
    status.verdict = podState(evidence, m_explanations);
    const bool isNew = !m_seen.value(pod.uid).since.isValid();
    Seen &seen = m_seen[pod.uid];
    if (isNew || seen.state != status.verdict.state) {
        const bool runs = status.verdict.state == PodState::Usable || status.verdict.state == PodState::Starting;
        // At the first look the state is older than our looking.
        const QDateTime before = runs ? seen.firstRunning : pod.created;
        seen.since = isNew && before.isValid() ? before : now;
        seen.state = status.verdict.state;
    }
    status.since = seen.since;
    status.firstRunning = seen.firstRunning;
    const SlurmJobView *slurm = m_slurm ? m_slurm->find(pod.slurmJob, pod.uid) : nullptr;
    const auto limit = slurm && slurm->timeLimit ? slurm->timeLimit : pod.ask.timeLimit;
    const bool mayRun = status.verdict.state != PodState::InQueue && status.verdict.state != PodState::EndedEarly;
    if (mayRun && limit && seen.firstRunning.isValid()) {
        const qint64 left = now.secsTo(seen.firstRunning.addSecs(limit->count()));
        status.timeLeft = std::chrono::seconds(qMax<qint64>(0, left));
        status.timeLimitNear = *status.timeLeft <= limitNear;
    }
    return status;
}

QList<PodStatus> ClusterPicture::podStatuses(const QDateTime &now)
{
    QList<PodView> pods = m_pods.values();
    std::sort(pods.begin(), pods.end(), [](const PodView &a, const PodView &b) {
        if ((a.role == PodRole::Head) != (b.role == PodRole::Head))
            return a.role == PodRole::Head;
        return a.created != b.created ? a.created < b.created : a.name < b.name;
    });
    const bool headUsable = std::any_of(pods.begin(), pods.end(), [&](const PodView &pod) {
        return pod.role == PodRole::Head && podState(evidenceFor(pod, now)).state == PodState::Usable;
    });
    QList<PodStatus> statuses;
    int worker = 0;
    for (const PodView &pod : pods) {
        PodStatus status = statusOf(pod, headUsable, now);
        status.title = pod.role == PodRole::Head ? Words::tr("head") : Words::tr("worker %1").arg(++worker);
        statuses.append(status);
    }
    return statuses;
}

Held ClusterPicture::held(const QDateTime &now) const
{
    const bool hasNews = m_podsReadAt.isValid();
    const bool isCurrent = m_connected && hasNews && m_podsReadAt.secsTo(now) <= std::chrono::seconds(newsLimit).count();
    if (!hasNews)
        return heldFrom(m_remembered, m_leftJobs, m_rememberedAt, false, now);
    return heldFrom(heldJobs(), m_leftJobs, m_podsReadAt, isCurrent, now);
}

QPair<QString, int> ClusterPicture::restartLoop(const QDateTime &now) const
{
    QHash<QString, int> starts;
    QHash<QString, QDateTime> last;
    for (const Start &start : m_starts) {
        if (start.at.secsTo(now) > std::chrono::seconds(loopWindow).count())
            continue;
        const QString stem = podStem(start.pod.text());
        ++starts[stem];
        last[stem] = std::max(last.value(stem), start.at);
    }
    for (auto stem = starts.constBegin(); stem != starts.constEnd(); ++stem) {
        const int wanted = qMax(1, m_replicas.value(stem.key(), 1));
        const int failures = stem.value() - wanted;
        if (failures < 2)
            continue;
        const bool isCalm = last.value(stem.key()).secsTo(now) > std::chrono::seconds(calmLimit).count()
                            && std::all_of(m_pods.begin(), m_pods.end(), [&](const PodView &pod) {
                                   return podStem(pod.name.text()) != stem.key() || isUsable(evidenceFor(pod, now));
                               });
        if (!isCalm)
            return {stem.key(), failures};
    }
    return {};
}

ClusterState ClusterPicture::stateOf(const ClusterStatus &status, const QDateTime &now) const
{
    const bool refused = m_podsError && m_podsError->kind != ErrorKind::Unreachable && m_podsError->kind != ErrorKind::TimedOut;
    if (m_podsError && (refused || !m_podsReadAt.isValid()))
        return ClusterState::CannotRead;
    if (!m_podsReadAt.isValid())
        return ClusterState::NotRead;
    const bool allLeave = !status.pods.isEmpty()
                          && countOf(status.pods, {PodState::BeingRemoved, PodState::StuckBeingRemoved}) == status.pods.size();
    if (m_deleting || allLeave || m_release.state == ReleaseState::Uninstalling)
        return ClusterState::Deleting;
    const bool isOld = m_release.updated.isValid() && m_release.updated.secsTo(now) > std::chrono::seconds(lockLimit).count();
    if (isPending(m_release.state) && isOld)
        return ClusterState::LeftBehind;
    if (status.pods.isEmpty()) {
        if (!m_release.exists() && m_rayCluster.isEmpty())
            return m_releaseRead ? ClusterState::NoCluster : ClusterState::NotRead;
        return ClusterState::Waiting;
    }
    if (restartLoop(now).second > 0)
        return ClusterState::RestartLoop;
    if (status.gateway.contactLost())
        return ClusterState::ContactLost;
    if (status.usable > 0 && status.usable >= status.wanted)
        return ClusterState::Usable;
    const int quiet = countOf(status.pods, {PodState::HandingOver, PodState::ProbablyRefused});
    const int queued = countOf(status.pods, {PodState::InQueue, PodState::QueuedOrStarting});
    if (quiet == status.pods.size())
        return ClusterState::Waiting;
    return quiet + queued == status.pods.size() ? ClusterState::Queued : ClusterState::Starting;
}

void ClusterPicture::addNotices(ClusterStatus &status, const QDateTime &now) const
{
    const auto add = [&status](const char *id, const QString &headline, const QString &text, bool urgent) {
        status.notices.append({QString::fromLatin1(id), headline, text, urgent});
    };
    const auto loop = restartLoop(now);
    if (loop.second > 0)
        add("M19", Words::tr("The cluster restarts again and again."),
            Words::tr("%1 failed %n time(s) in 10 min; each time asks for a new Slurm job and costs hours. Delete the "
                      "cluster; the first failure's log is kept here if it could be read.", nullptr, loop.second).arg(loop.first),
            true);
    if (status.gateway.contactLost())
        add("M20", Words::tr("The bridge to the HPC is down since %1.").arg(clockText(m_contactLostAt)),
            Words::tr("Nothing new can start or stop; running jobs may go on. Wait; do not delete now, or jobs could be left "
                      "behind."), true);
    const auto near = std::find_if(status.pods.begin(), status.pods.end(), [](const PodStatus &pod) { return pod.timeLimitNear; });
    if (near != status.pods.end())
        add("M21", Words::tr("The time limit is in about %1 (%2).").arg(durationText(*near->timeLeft), clockText(now.addSecs(near->timeLeft->count()))),
            Words::tr("Slurm then ends all pods, and KubeRay asks for new ones, without your jobs and logs. Save, and delete "
                      "the cluster when done."), true);
    const int waiting = countOf(status.pods, {PodState::WaitsForHead});
    if (waiting > 0 && !status.headUsable())
        add("M18", Words::tr("%n worker(s) wait(s) for the head and use(s) HPC hours.", nullptr, waiting),
            Words::tr("The head reads \"%1\". If this stays for 15 min, delete the cluster.")
                .arg(status.head() ? status.head()->verdict.words : Words::tr("missing")), false);
    const auto refused = std::find_if(status.pods.begin(), status.pods.end(), [](const PodStatus &pod) {
        return pod.verdict.state == PodState::ProbablyRefused;
    });
    if (refused != status.pods.end())
        add("M16", Words::tr("The HPC refused %1.").arg(refused->title),
            refused->verdict.why + QLatin1Char(' ') + Words::tr("Correct the Slurm options and install again."), false);
    const int queued = countOf(status.pods, {PodState::QueuedOrStarting});
    if (queued > 0) {
        QDateTime since;
        for (const PodStatus &pod : status.pods) {
            if (pod.verdict.state == PodState::QueuedOrStarting && (!since.isValid() || pod.since < since))
                since = pod.since;
        }
        add("M15", Words::tr("Queued or starting on the HPC since %1.").arg(clockText(since)),
            Words::tr("%1 of %n pod(s) do not run yet, and no reason is passed on here. Waiting is normal; a shorter time "
                      "limit may start earlier.", nullptr, status.wanted).arg(queued), false);
    }
    const bool isSilent = status.state == ClusterState::Waiting && status.pods.isEmpty() && m_rayClusterMade.isValid()
                          && m_rayClusterMade.secsTo(now) > std::chrono::seconds(silentOperator).count();
    const int leftOut = std::accumulate(m_leftOut.begin(), m_leftOut.end(), 0,
                                        [](int sum, const QSet<QByteArray> &objects) { return sum + int(objects.size()); });
    if (leftOut > 0)
        add("NAMES", Words::tr("%n object(s) with an impossible name was/were left out.", nullptr, leftOut),
            Words::tr("Kubernetes never gives such names: somebody has changed what the cloud VM answers. Tell its "
                      "administrator."), false);
    const auto operatorGone = m_explanations && isSilent ? m_explanations->find(QStringLiteral("R5")) : std::nullopt;
    if (operatorGone)
        add("R5", operatorGone->words, operatorGone->remedy, true);
}

ClusterStatus ClusterPicture::status(const QDateTime &now)
{
    ClusterStatus status;
    status.observedAt = m_podsReadAt;
    status.rayAnsweredAt = m_rayAnsweredAt;
    if (m_slurm && m_slurm->answeredAt.secsTo(now) <= std::chrono::seconds(slurmFresh).count())
        status.slurmAnsweredAt = m_slurm->answeredAt;
    status.release = m_release;
    status.ownership = m_ownership;
    status.owner = m_owner;
    status.rayClusterState = m_rayClusterState;
    status.gateway = gateway();
    if (status.gateway.contactLost())
        status.gateway.since = m_contactLostAt;
    status.pods = podStatuses(now);
    status.usable = countOf(status.pods, {PodState::Usable});
    status.wanted = qMax(m_wanted, int(status.pods.size()) - countOf(status.pods, {PodState::BeingRemoved, PodState::StuckBeingRemoved}));
    status.events = m_events;
    status.held = held(now);
    status.error = m_podsError;
    status.state = stateOf(status, now);
    addNotices(status, now);
    if (m_podsReadAt.isValid() && status.state != ClusterState::CannotRead
        && m_podsReadAt.secsTo(now) > std::chrono::seconds(newsLimit).count()) {
        status.was = status.state;
        status.state = ClusterState::Unknown;
    }
    addWords(status, now);
    return status;
}

const PodStatus *ClusterStatus::head() const
{
    for (const PodStatus &pod : pods) {
        if (pod.pod.role == PodRole::Head && !pod.pod.deletionAsked)
            return &pod;
    }
    return nullptr;
}

bool ClusterStatus::headUsable() const
{
    const PodStatus *found = head();
    return found && found->verdict.state == PodState::Usable;
}

QList<SlurmJobId> ClusterPicture::slurmJobIds() const
{
    QList<SlurmJobId> ids;
    for (const PodView &pod : m_pods) {
        if (!pod.slurmJob.isEmpty())
            ids.append(pod.slurmJob);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

QList<PodUid> ClusterPicture::podUids() const
{
    QList<PodUid> uids = m_pods.keys();
    std::sort(uids.begin(), uids.end());
    return uids;
}

} // namespace rayhelm
