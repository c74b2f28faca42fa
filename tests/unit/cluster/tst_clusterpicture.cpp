#include "cluster/clusterpicture.h"
#include "cluster/leftstate.h"
#include "cluster/mlflowsecret.h"
#include "cluster/releaseguard.h"
#include "explain/explain.h"
#include "folders.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rayhelm::Ownership)
Q_DECLARE_METATYPE(rayhelm::RepairAction)

namespace {

QJsonArray recorded(const QString &file)
{
    QFile data(rayhelm::testData("/recorded/") + file);
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no recorded data: %s", qPrintable(file));
    return QJsonDocument::fromJson(data.readAll()).object().value(u"items"_s).toArray();
}

QStringList noticeIds(const ClusterStatus &status)
{
    QStringList ids;
    for (const ClusterNotice &notice : status.notices)
        ids.append(notice.id);
    return ids;
}

/// Both pods 1/1 Running, one GPU each, limit one minute.
const QDateTime runningAt(QDate(2026, 11, 22), QTime(22, 33, 24), Qt::UTC);

ReleaseInfo deployed()
{
    ReleaseInfo release;
    release.name = u"raycluster"_s;
    release.state = ReleaseState::Deployed;
    return release;
}

ClusterPicture runningPicture(const Explanations *explanations = nullptr)
{
    ClusterPicture picture(u"raycluster"_s, explanations);
    picture.setConnected(true);
    picture.setRelease(deployed(), Ownership::Ours, u"ada"_s);
    picture.setList(ResourceKind::RayClusters, recorded(u"walltime/02-t054s-rayclusters.json"_s), runningAt);
    picture.setList(ResourceKind::Pods, recorded(u"walltime/02-t054s-pods.json"_s), runningAt);
    return picture;
}

void setRay(ClusterPicture &picture, const QJsonArray &pods, const QDateTime &at)
{
    QList<RayNodeView> nodes;
    for (const PodView &pod : podsFromJson(pods))
        nodes.append({pod.name, true, at});
    picture.setRayNodes(nodes, at);
}

} // namespace

class TestClusterPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void R9_listOlderThanAnEvent_data();
    void R9_listOlderThanAnEvent();
    void R9_listOlderThanAnotherList();
    void usableOnlyByRaysWord();
    void timeLeftAndHeld();
    void forbiddenIsNotNoCluster();
    void noClusterOnlyWhenRead();
    void noNews();
    void restartLoop();
    void manyWorkersAreNoLoop();
    void contactLost();
    void queuedNotice();
    void deletingAndGone();
    void deadNodesTellNothing();
    void deletingPodIsNeverUsable_data();
    void deletingPodIsNeverUsable();
    void watchEvents();
    void jobNumberIsKept();
    void leftBehind();
    void impossibleNamesAreSaid();
    void thousandsOfEvents();
    void rememberedShowsAtOnce();
    void releaseGuard_data();
    void releaseGuard();
    void leftState_data();
    void leftState();
    void mlflowSecret();
};

void TestClusterPicture::usableOnlyByRaysWord()
{
    ClusterPicture picture = runningPicture();
    ClusterStatus status = picture.status(runningAt.addSecs(130)); // long after the start, yet young news
    picture.setList(ResourceKind::Pods, recorded(u"walltime/02-t054s-pods.json"_s), runningAt.addSecs(130));
    status = picture.status(runningAt.addSecs(130));
    QCOMPARE(status.rayClusterState, u"ready"_s); // which proves nothing
    QCOMPARE(status.usable, 0);
    QCOMPARE(status.wanted, 2);
    QVERIFY(status.state != ClusterState::Usable);
    setRay(picture, recorded(u"walltime/02-t054s-pods.json"_s), runningAt.addSecs(128));
    status = picture.status(runningAt.addSecs(130));
    QCOMPARE(status.state, ClusterState::Usable);
    QCOMPARE(status.strip.full, u"Cluster usable"_s);
    QVERIFY(status.headUsable());
    QCOMPARE(status.pods.at(1).title, u"worker 1"_s);
    // A pod of another cluster with the same address proves nothing either.
    picture.setRayNodes({{PodName::orEmpty(u"someone-else"_s), true, runningAt.addSecs(129)}}, runningAt.addSecs(129));
    QCOMPARE(picture.status(runningAt.addSecs(130)).usable, 0);
}

void TestClusterPicture::timeLeftAndHeld()
{
    ClusterPicture picture = runningPicture();
    setRay(picture, recorded(u"walltime/02-t054s-pods.json"_s), runningAt);
    const ClusterStatus status = picture.status(runningAt);
    QCOMPARE(status.held.nodes, 2);
    QCOMPARE(status.held.gpus, 2);
    // The head's container began at 22:32:32 with a limit of 60 s.
    QCOMPARE(status.held.ends, QDateTime(QDate(2026, 11, 22), QTime(22, 33, 32), Qt::UTC));
    QCOMPARE(*status.pods.first().timeLeft, std::chrono::seconds(8));
    QVERIFY(status.pods.first().timeLimitNear);
    QVERIFY(noticeIds(status).contains(u"M21"_s));
}

void TestClusterPicture::forbiddenIsNotNoCluster()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    picture.setConnected(true);
    picture.setRelease({}, Ownership::None, {});
    picture.setListError(ResourceKind::Pods, {ErrorKind::Forbidden, u"You may not."_s, {}});
    const ClusterStatus status = picture.status(runningAt);
    QCOMPARE(status.state, ClusterState::CannotRead);
    QCOMPARE(status.reason, u"You may not."_s);
    // Also when pods had been read before.
    ClusterPicture later = runningPicture();
    later.setListError(ResourceKind::Pods, {ErrorKind::Forbidden, u"You may not."_s, {}});
    QCOMPARE(later.status(runningAt).state, ClusterState::CannotRead);
    // A cut link is no answer: the last picture stays until it is too old.
    ClusterPicture cut = runningPicture();
    cut.setListError(ResourceKind::Pods, {ErrorKind::Unreachable, u"lost"_s, {}});
    QVERIFY(cut.status(runningAt).state != ClusterState::CannotRead);
}

void TestClusterPicture::noClusterOnlyWhenRead()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    QCOMPARE(picture.status(runningAt).state, ClusterState::NotRead);
    picture.setList(ResourceKind::Pods, {}, runningAt);
    QCOMPARE(picture.status(runningAt).state, ClusterState::NotRead); // Helm was not asked yet
    picture.setRelease({}, Ownership::None, {});
    QCOMPARE(picture.status(runningAt).state, ClusterState::NoCluster);
    picture.setRelease(deployed(), Ownership::Ours, {});
    QCOMPARE(picture.status(runningAt).state, ClusterState::Waiting);
}

void TestClusterPicture::noNews()
{
    ClusterPicture picture = runningPicture();
    setRay(picture, recorded(u"walltime/02-t054s-pods.json"_s), runningAt);
    QCOMPARE(picture.status(runningAt.addSecs(90)).state == ClusterState::Unknown, false);
    const ClusterStatus status = picture.status(runningAt.addSecs(91));
    QCOMPARE(status.state, ClusterState::Unknown);
    QVERIFY(status.strip.full.startsWith(u"Unknown, last seen"_s));
    QCOMPARE(status.pods.first().verdict.words, u"Unknown, was Usable"_s);
    QCOMPARE(status.held.nodes, 2); // held all the same
    QVERIFY(!status.held.connected);
}

void TestClusterPicture::restartLoop()
{
    const Result<Explanations> explanations = Explanations::load();
    ClusterPicture picture(u"raycluster"_s, &*explanations);
    picture.setConnected(true);
    picture.setRelease(deployed(), Ownership::Ours, {});
    const QDir folder(rayhelm::testData("/recorded/image-missing"));
    int loopFrom = -1;
    const QStringList files = folder.entryList({u"*-pods.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const int second = file.mid(4, 3).toInt();
        const QDateTime at = QDateTime(QDate(2026, 11, 22), QTime(22, 27, 31), Qt::UTC).addSecs(second);
        QString clusters = file;
        clusters.replace(u"-pods"_s, u"-rayclusters"_s);
        picture.setList(ResourceKind::RayClusters, recorded(u"image-missing/"_s + clusters), at);
        picture.setList(ResourceKind::Pods, recorded(u"image-missing/"_s + file), at);
        const ClusterStatus status = picture.status(at);
        if (status.state == ClusterState::RestartLoop && loopFrom < 0)
            loopFrom = second;
        if (loopFrom >= 0) {
            QCOMPARE(status.state, ClusterState::RestartLoop);
            QCOMPARE(noticeIds(status).first(), u"M19"_s);
            QVERIFY2(status.reason.contains(u"raycluster-kuberay-head failed"_s), qPrintable(status.reason));
        }
    }
    QCOMPARE(loopFrom, 15); // the third head
    // Events alone show it too, for an application that has just been opened.
    ClusterPicture late(u"raycluster"_s, &*explanations);
    const QDateTime at(QDate(2026, 11, 22), QTime(22, 28, 16), Qt::UTC);
    late.setRelease(deployed(), Ownership::Ours, {});
    late.setList(ResourceKind::RayClusters, recorded(u"image-missing/06-t036s-rayclusters.json"_s), at);
    late.setList(ResourceKind::Events, recorded(u"image-missing/events.json"_s), at);
    late.setList(ResourceKind::Pods, recorded(u"image-missing/06-t036s-pods.json"_s), at);
    const ClusterStatus status = late.status(at);
    QCOMPARE(status.state, ClusterState::RestartLoop);
    QVERIFY(status.events.size() > 10);
    QVERIFY(status.events.first().at >= status.events.last().at);
    for (const ClusterEvent &event : status.events)
        QVERIFY2(!event.raw.contains(u"FailedToUpdateEndpoint"_s), "the lab's own warnings are no news about the cluster");
    // Half an hour later, with nothing new, it is over.
    late.setList(ResourceKind::Pods, recorded(u"image-missing/06-t036s-pods.json"_s), at.addSecs(1800));
    QVERIFY(late.status(at.addSecs(1800)).state != ClusterState::RestartLoop);
}

void TestClusterPicture::manyWorkersAreNoLoop()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    QJsonObject cluster = recorded(u"walltime/02-t054s-rayclusters.json"_s).first().toObject();
    QJsonObject specification = cluster.value(u"spec"_s).toObject();
    QJsonArray groups = specification.value(u"workerGroupSpecs"_s).toArray();
    QJsonObject group = groups.first().toObject();
    group[u"replicas"_s] = 5;
    group[u"maxReplicas"_s] = 5;
    groups[0] = group;
    specification[u"workerGroupSpecs"_s] = groups;
    cluster[u"spec"_s] = specification;
    const QDateTime at = runningAt;
    picture.setList(ResourceKind::RayClusters, {cluster}, at);
    QJsonArray pods;
    const QJsonObject worker = recorded(u"walltime/00-t002s-pods.json"_s).at(1).toObject();
    for (int number = 0; number < 5; ++number) {
        QJsonObject pod = worker;
        QJsonObject metadata = pod.value(u"metadata"_s).toObject();
        metadata[u"name"_s] = u"raycluster-kuberay-workergroup-worker-aaaa%1"_s.arg(number);
        metadata[u"uid"_s] = u"uid%1"_s.arg(number);
        metadata[u"creationTimestamp"_s] = at.addSecs(-10).toString(Qt::ISODate);
        pod[u"metadata"_s] = metadata;
        pods.append(pod);
    }
    picture.setRelease(deployed(), Ownership::Ours, {});
    picture.setList(ResourceKind::Pods, pods, at);
    const ClusterStatus status = picture.status(at);
    QCOMPARE(status.wanted, 6);
    QVERIFY(status.state != ClusterState::RestartLoop);
}

void TestClusterPicture::contactLost()
{
    ClusterPicture picture = runningPicture();
    QJsonObject node = recorded(u"normal/nodes.json"_s).first().toObject();
    picture.setList(ResourceKind::Nodes, {node}, runningAt);
    QVERIFY(!picture.status(runningAt).gateway.contactLost());
    QJsonObject nodeStatus = node.value(u"status"_s).toObject();
    QJsonArray conditions = nodeStatus.value(u"conditions"_s).toArray();
    for (qsizetype at = 0; at < conditions.size(); ++at) {
        QJsonObject condition = conditions.at(at).toObject();
        if (condition.value(u"type"_s) == u"InterlinkConnectivity"_s) {
            condition[u"status"_s] = u"False"_s;
            condition[u"lastTransitionTime"_s] = runningAt.addSecs(-40).toString(Qt::ISODate);
            conditions[at] = condition;
        }
    }
    nodeStatus[u"conditions"_s] = conditions;
    node[u"status"_s] = nodeStatus;
    picture.applyWatch(ResourceKind::Nodes, {WatchEvent::Type::Modified, node}, runningAt);
    const ClusterStatus status = picture.status(runningAt);
    QCOMPARE(status.state, ClusterState::ContactLost);
    QCOMPARE(status.strip.full, u"Contact with the HPC lost"_s);
    QVERIFY(noticeIds(status).contains(u"M20"_s));
    QCOMPARE(status.gateway.since, runningAt.addSecs(-40));
    QCOMPARE(status.pods.first().verdict.state, PodState::ContactLost);
    // The gateway's node itself is gone.
    picture.setList(ResourceKind::Nodes, {}, runningAt);
    QVERIFY(picture.status(runningAt).gateway.contactLost());
    ClusterPicture gone = runningPicture();
    gone.setList(ResourceKind::Nodes, {}, runningAt.addSecs(5));
    QCOMPARE(gone.status(runningAt.addSecs(6)).gateway.since, runningAt.addSecs(5)); // nobody says since when
    // Nodes that may not be read prove nothing.
    ClusterPicture blind = runningPicture();
    blind.setListError(ResourceKind::Nodes, {ErrorKind::Forbidden, {}, {}});
    QVERIFY(!blind.status(runningAt).gateway.contactLost());
}

void TestClusterPicture::queuedNotice()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    const QDateTime at(QDate(2026, 11, 22), QTime(22, 30, 17), Qt::UTC);
    picture.setRelease(deployed(), Ownership::Ours, {});
    picture.setList(ResourceKind::Pods, recorded(u"queued/02-t004s-pods.json"_s), at);
    ClusterStatus status = picture.status(at);
    QCOMPARE(status.state, ClusterState::Queued);
    QVERIFY(status.strip.full.startsWith(u"Queued or starting on the HPC since"_s));
    QVERIFY(noticeIds(status).contains(u"M15"_s));
    QVERIFY(!status.reason.contains(u"In the HPC queue"_s));
    SlurmAnswer answer;
    answer.answeredAt = at;
    for (const PodView &pod : podsFromJson(recorded(u"queued/02-t004s-pods.json"_s))) {
        SlurmJobView job;
        job.jobId = pod.slurmJob;
        job.state = SlurmState::Pending;
        answer.jobs.append(job);
    }
    picture.setSlurm(answer);
    status = picture.status(at);
    QVERIFY(status.strip.full.startsWith(u"In the HPC queue since"_s));
    QCOMPARE(status.held.queuedNodes, 2);
    QCOMPARE(status.held.nodes, 0);
    QVERIFY(!noticeIds(status).contains(u"M15"_s));
}

void TestClusterPicture::deletingAndGone()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    const QDateTime at(QDate(2026, 11, 22), QTime(22, 26, 50), Qt::UTC);
    picture.setRelease({}, Ownership::None, {});
    picture.setList(ResourceKind::Pods, recorded(u"normal/04-t063s-pods.json"_s), at);
    QCOMPARE(picture.status(at).state, ClusterState::Deleting);
    picture.setList(ResourceKind::RayClusters, {}, at);
    picture.setList(ResourceKind::Pods, {}, at);
    QCOMPARE(picture.status(at).state, ClusterState::NoCluster);
}

void TestClusterPicture::deadNodesTellNothing()
{
    const QJsonArray pods = recorded(u"walltime/02-t054s-pods.json"_s);
    const PodName head = podFromJson(pods.at(0).toObject())->name;
    const PodName worker = podFromJson(pods.at(1).toObject())->name;
    ClusterPicture picture = runningPicture();
    picture.setList(ResourceKind::Pods, pods, runningAt);
    // New versions of Ray list dead nodes without the pod's name, old ones with it, in any order.
    const RayNodeView nameless{{}, false, runningAt};
    const RayNodeView former{worker, false, runningAt};
    picture.setRayNodes({{head, true, runningAt}, nameless, former}, runningAt);
    ClusterStatus status = picture.status(runningAt);
    QCOMPARE(status.usable, 1);
    QVERIFY(status.pods.at(1).verdict.state != PodState::RayDoesNotAnswer); // it was never counted: it may just be late
    picture.setRayNodes({former, {worker, true, runningAt}, nameless, {head, true, runningAt}, former}, runningAt);
    QCOMPARE(picture.status(runningAt).usable, 2);
    // Counted once, and no longer: Ray lost it.
    picture.setRayNodes({{head, true, runningAt}, nameless}, runningAt);
    status = picture.status(runningAt);
    QCOMPARE(status.usable, 1);
    QCOMPARE(podStateName(status.pods.at(1).verdict.state), u"RayDoesNotAnswer"_s);
}

void TestClusterPicture::deletingPodIsNeverUsable_data()
{
    QTest::addColumn<QString>("timestamp");
    QTest::newRow("as Kubernetes writes it") << u"2026-11-22T22:33:20Z"_s;
    QTest::newRow("with a fraction") << u"2026-11-22T22:33:20.123456Z"_s;
    QTest::newRow("a moment that cannot be read") << u"soon"_s;
}

void TestClusterPicture::deletingPodIsNeverUsable()
{
    QFETCH(QString, timestamp);
    ClusterPicture picture = runningPicture();
    QJsonArray pods = recorded(u"walltime/02-t054s-pods.json"_s);
    setRay(picture, pods, runningAt);
    QCOMPARE(picture.status(runningAt).usable, 2);
    for (qsizetype i = 0; i < pods.size(); ++i) {
        QJsonObject pod = pods.at(i).toObject();
        QJsonObject metadata = pod.value(u"metadata"_s).toObject();
        metadata[u"deletionTimestamp"_s] = timestamp;
        metadata[u"deletionGracePeriodSeconds"_s] = 30;
        pod[u"metadata"_s] = metadata;
        QVERIFY(podFromJson(pod)->runsByKubernetes()); // 1/1 Running
        picture.applyWatch(ResourceKind::Pods, {WatchEvent::Type::Modified, pod}, runningAt);
    }
    setRay(picture, pods, runningAt);
    const ClusterStatus status = picture.status(runningAt);
    QCOMPARE(status.usable, 0);
    QVERIFY(!status.headUsable());
    QVERIFY(!status.head());
    QCOMPARE(status.state, ClusterState::Deleting);
}

void TestClusterPicture::watchEvents()
{
    ClusterPicture picture = runningPicture();
    const QJsonObject worker = recorded(u"walltime/02-t054s-pods.json"_s).at(1).toObject();
    picture.applyWatch(ResourceKind::Pods, {WatchEvent::Type::Deleted, worker}, runningAt.addSecs(1));
    QCOMPARE(picture.status(runningAt.addSecs(1)).pods.size(), 1);
    picture.applyWatch(ResourceKind::Pods, {WatchEvent::Type::Added, worker}, runningAt.addSecs(2));
    QCOMPARE(picture.status(runningAt.addSecs(2)).pods.size(), 2);
    QCOMPARE(picture.status(runningAt.addSecs(2)).observedAt, runningAt.addSecs(2));
    const QJsonObject expired{{u"kind"_s, u"Status"_s}, {u"code"_s, 410}};
    picture.applyWatch(ResourceKind::Pods, {WatchEvent::Type::Error, expired}, runningAt.addSecs(60));
    QCOMPARE(picture.status(runningAt.addSecs(60)).observedAt, runningAt.addSecs(2)); // an error is no news
}

void TestClusterPicture::jobNumberIsKept()
{
    ClusterPicture picture = runningPicture();
    QJsonArray pods = recorded(u"walltime/02-t054s-pods.json"_s);
    QJsonObject worker = pods.at(1).toObject();
    QJsonObject metadata = worker.value(u"metadata"_s).toObject();
    QJsonObject annotations = metadata.value(u"annotations"_s).toObject();
    annotations.remove(u"JobID"_s);
    metadata[u"annotations"_s] = annotations;
    worker[u"metadata"_s] = metadata;
    picture.applyWatch(ResourceKind::Pods, {WatchEvent::Type::Modified, worker}, runningAt);
    QCOMPARE(picture.status(runningAt).pods.at(1).pod.slurmJob.text(), u"20"_s);
    pods[1] = worker;
    picture.setList(ResourceKind::Pods, pods, runningAt);
    QCOMPARE(picture.heldJobs().size(), 2);
}

void TestClusterPicture::leftBehind()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    picture.setList(ResourceKind::Pods, {}, runningAt);
    ReleaseInfo release = deployed();
    release.state = ReleaseState::PendingInstall;
    release.updated = runningAt.addSecs(-30);
    picture.setRelease(release, Ownership::Ours, {});
    QCOMPARE(picture.status(runningAt).state, ClusterState::Waiting);
    release.updated = runningAt.addSecs(-700);
    picture.setRelease(release, Ownership::Ours, {});
    QCOMPARE(picture.status(runningAt).state, ClusterState::LeftBehind);
}

/// Said once, with how many, for lists and watches alike; the next list begins anew.
void TestClusterPicture::impossibleNamesAreSaid()
{
    const auto named = [](const QString &name, const QString &uid) {
        return QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"uid"_s, uid}}}};
    };
    ClusterPicture picture = runningPicture();
    QVERIFY(!noticeIds(picture.status(runningAt)).contains(u"NAMES"_s));
    QJsonArray pods = recorded(u"walltime/02-t054s-pods.json"_s);
    pods.append(named(u"../../x"_s, u"u1"_s));
    picture.setList(ResourceKind::Pods, pods, runningAt);
    picture.applyWatch(ResourceKind::Pods, {WatchEvent::Type::Modified, named(u"../../x"_s, u"u1"_s)}, runningAt);
    picture.applyWatch(ResourceKind::Nodes, {WatchEvent::Type::Added, named(u"-n"_s, u"u2"_s)}, runningAt);
    const ClusterStatus status = picture.status(runningAt);
    QCOMPARE(status.pods.size(), 2);
    QCOMPARE(noticeIds(status).count(u"NAMES"_s), 1);
    const auto notice = std::find_if(status.notices.begin(), status.notices.end(), [](const ClusterNotice &n) { return n.id == u"NAMES"_s; });
    QVERIFY2(notice->headline.startsWith(u"2 object"_s), qPrintable(notice->headline));
    picture.setList(ResourceKind::Pods, recorded(u"walltime/02-t054s-pods.json"_s), runningAt);
    picture.setList(ResourceKind::Nodes, {}, runningAt);
    QVERIFY(!noticeIds(picture.status(runningAt)).contains(u"NAMES"_s));
}

/// A namespace with thousands of events: the newest are kept, explained first, and none is explained again.
void TestClusterPicture::thousandsOfEvents()
{
    const auto events = [](int from, int to) {
        QJsonArray list;
        for (int i = from; i < to; ++i)
            list.append(QJsonObject{{u"metadata"_s, QJsonObject{{u"uid"_s, QString::number(i)}}},
                                    {u"reason"_s, u"Failed"_s},
                                    {u"message"_s, u"sbatch: error %1"_s.arg(i)},
                                    {u"lastTimestamp"_s, runningAt.addSecs(i - 10000).toString(Qt::ISODate)},
                                    {u"involvedObject"_s, QJsonObject{{u"kind"_s, u"Pod"_s}, {u"name"_s, u"raycluster-kuberay-head-h7x2p"_s}}}});
        return list;
    };
    const Result<Explanations> explanations = Explanations::load();
    QVERIFY(explanations);
    const QString words = explanations->explain(ExplainArea::Gateway, u"sbatch: error"_s)->sentence();
    ClusterPicture picture = runningPicture(&*explanations);
    for (int i = 0; i < 2; ++i) {
        picture.setList(ResourceKind::Events, events(0, 5000), runningAt);
        const QList<ClusterEvent> kept = picture.status(runningAt).events;
        QCOMPARE(kept.size(), 500);
        QCOMPARE(kept.first().key, u"4999"_s);
        QCOMPARE(kept.last().key, u"4500"_s);
        QCOMPARE(kept.first().words, words);
        QCOMPARE(std::count_if(kept.begin(), kept.end(), [&words](const ClusterEvent &event) { return event.words == words; }), 100);
    }
    picture.setList(ResourceKind::Events, events(4990, 5010), runningAt);
    const QList<ClusterEvent> later = picture.status(runningAt).events;
    QCOMPARE(later.size(), 500);
    QCOMPARE(later.first().key, u"5009"_s);
    QCOMPARE(std::count_if(later.begin(), later.end(), [&words](const ClusterEvent &event) { return event.words == words; }), 110);
}

void TestClusterPicture::rememberedShowsAtOnce()
{
    ClusterPicture picture(u"raycluster"_s, nullptr);
    HeldJob job;
    job.slurmJob = SlurmJobId::orEmpty(u"7"_s);
    job.podUid = PodUid::orEmpty(u"u"_s);
    job.ask.gpus = 3;
    job.ask.timeLimit = std::chrono::hours(4);
    job.firstRunning = runningAt;
    picture.setRemembered({job}, runningAt.addSecs(60));
    const ClusterStatus status = picture.status(runningAt.addSecs(3600));
    QCOMPARE(status.state, ClusterState::NotRead);
    QCOMPARE(status.held.gpus, 3);
    QCOMPARE(*status.held.timeLeft(), std::chrono::seconds(3 * 3600));
    QVERIFY(status.held.text().full.startsWith(u"Held at "_s));
}

void TestClusterPicture::releaseGuard_data()
{
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<Ownership>("ownership");
    QTest::addColumn<bool>("mayInstall");
    const QByteArray tail = "\t2026-05-03T12:00:00Z\t\n";
    QTest::newRow("free") << QByteArray() << Ownership::None << true;
    QTest::newRow("ours") << "1\tdeployed\tid-1\tada" + tail << Ownership::Ours << true;
    QTest::newRow("another computer's") << "1\tdeployed\tid-9\tbob" + tail << Ownership::AnotherUser << false;
    QTest::newRow("tutorial's line") << "1\tdeployed\t\t" + tail << Ownership::UnknownOwner << false;
    QTest::newRow("same owner name, other id") << "1\tdeployed\tid-9\tada" + tail << Ownership::AnotherUser << false;
    QTest::newRow("newest revision counts") << "1\tsuperseded\tid-1\tada" + tail + "2\tdeployed\t\t" + tail << Ownership::UnknownOwner << false;
    QTest::newRow("kept history only") << "1\tuninstalled\t\t" + tail << Ownership::None << true;
    QTest::newRow("pending is there too") << "1\tpending-install\t\t" + tail << Ownership::UnknownOwner << false;
}

void TestClusterPicture::releaseGuard()
{
    QFETCH(QByteArray, out);
    QFETCH(Ownership, ownership);
    QFETCH(bool, mayInstall);
    const Result<ReleaseGuard> guard = parseReleaseLabels({0, out, {}}, u"raycluster"_s, {u"id-1"_s}, nullptr);
    QVERIFY(guard.has_value());
    QCOMPARE(guard->ownership, ownership);
    QCOMPARE(!installConflict(*guard, Profile()).has_value(), mayInstall);
    // What could not be read is never "free".
    QVERIFY(!parseReleaseLabels({1, {}, "Error from server (Forbidden): secrets is forbidden"}, u"raycluster"_s, {}, nullptr));
    QVERIFY(!parseReleaseLabels({0, "garbage\n", {}}, u"raycluster"_s, {}, nullptr));
}

void TestClusterPicture::leftState_data()
{
    QTest::addColumn<QString>("states"); // oldest first
    QTest::addColumn<bool>("helmRuns");
    QTest::addColumn<int>("age");
    QTest::addColumn<RepairAction>("action");
    QTest::addColumn<int>("good");
    QTest::newRow("nothing") << QString() << false << 999 << RepairAction::None << 0;
    QTest::newRow("deployed") << u"deployed"_s << false << 999 << RepairAction::None << 1;
    QTest::newRow("failed, only revision") << u"failed"_s << false << 999 << RepairAction::None << 0;
    QTest::newRow("pending-install") << u"pending-install"_s << false << 999 << RepairAction::Uninstall << 0;
    QTest::newRow("pending-install, helm runs") << u"pending-install"_s << true << 999 << RepairAction::Wait << 0;
    QTest::newRow("pending-install, just begun") << u"pending-install"_s << false << 20 << RepairAction::Wait << 0;
    QTest::newRow("pending-upgrade") << u"superseded,deployed,pending-upgrade"_s << false << 999 << RepairAction::RollBack << 2;
    QTest::newRow("pending-upgrade after failure") << u"failed,pending-upgrade"_s << false << 999 << RepairAction::Uninstall << 0;
    QTest::newRow("pending-rollback") << u"deployed,failed,pending-rollback"_s << false << 999 << RepairAction::RollBack << 1;
    QTest::newRow("uninstalling") << u"uninstalling"_s << false << 999 << RepairAction::UninstallAgain << 0;
}

void TestClusterPicture::leftState()
{
    QFETCH(QString, states);
    QFETCH(bool, helmRuns);
    QFETCH(int, age);
    QFETCH(RepairAction, action);
    QFETCH(int, good);
    QList<ReleaseInfo> history;
    const QStringList names = states.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        ReleaseInfo revision;
        revision.state = releaseStateFromName(name);
        revision.revision = int(history.size()) + 1;
        revision.updated = runningAt.addSecs(-age);
        history.append(revision);
    }
    const LeftState left = leftStateFrom(history, helmRuns, runningAt);
    QCOMPARE(left.action, action);
    QCOMPARE(left.goodRevision, good);
    QCOMPARE(left.words.isEmpty(), action == RepairAction::None);
}

void TestClusterPicture::mlflowSecret()
{
    const QByteArray manifest = mlflowSecretManifest(u"raycluster"_s, u"id"_s, u"ada"_s, Secret(QByteArray("50%off=\"x\"\n[evil]")));
    const QJsonObject object = QJsonDocument::fromJson(manifest).object();
    QCOMPARE(object.value(u"kind"_s).toString(), u"Secret"_s);
    QCOMPARE(object.value(u"metadata"_s).toObject().value(u"name"_s).toString(), u"rayhelm-mlflow-raycluster"_s);
    const QByteArray file = QByteArray::fromBase64(object.value(u"data"_s).toObject().value(u"credentials"_s).toString().toLatin1());
    // Python's configparser halves "%%"; a line end must not begin another section.
    QCOMPARE(file, QByteArray("[mlflow]\nmlflow_tracking_username = ada\nmlflow_tracking_password = 50%%off=\"x\"[evil]\n"));
}

namespace {

QJsonObject versioned(QJsonObject pod, const QString &version, const QString &phase)
{
    QJsonObject metadata = pod.value(u"metadata"_s).toObject();
    metadata.insert(u"resourceVersion"_s, version);
    QJsonObject status = pod.value(u"status"_s).toObject();
    status.insert(u"phase"_s, phase);
    pod.insert(u"metadata"_s, metadata);
    pod.insert(u"status"_s, status);
    return pod;
}

} // namespace

void TestClusterPicture::R9_listOlderThanAnEvent_data()
{
    QTest::addColumn<QString>("listed");
    QTest::addColumn<QString>("told");
    QTest::addColumn<WatchEvent::Type>("type");
    QTest::addColumn<QString>("phase"); // in the end; empty: it is not there
    QTest::newRow("the event is newer") << u"1800"_s << u"1900"_s << WatchEvent::Type::Modified << u"Failed"_s;
    QTest::newRow("the list is newer") << u"2000"_s << u"1900"_s << WatchEvent::Type::Modified << u"Running"_s;
    QTest::newRow("no numbers") << u"x"_s << u"y"_s << WatchEvent::Type::Modified << u"Failed"_s;
    QTest::newRow("deleted") << u"1800"_s << u"1900"_s << WatchEvent::Type::Deleted << QString();
    QTest::newRow("deleted, no numbers") << u"x"_s << u"y"_s << WatchEvent::Type::Deleted << QString();
    QTest::newRow("made since") << QString() << u"1900"_s << WatchEvent::Type::Added << u"Failed"_s;
}

void TestClusterPicture::R9_listOlderThanAnEvent()
{
    QFETCH(QString, listed);
    QFETCH(QString, told);
    QFETCH(WatchEvent::Type, type);
    QFETCH(QString, phase);
    const QJsonArray items = recorded(u"walltime/02-t054s-pods.json"_s);
    const QJsonObject worker = items.at(1).toObject();
    ClusterPicture picture(u"raycluster"_s, nullptr);
    QJsonArray before{items.at(0)};
    if (type != WatchEvent::Type::Added)
        before.append(versioned(worker, u"1700"_s, u"Running"_s));
    picture.setList(ResourceKind::Pods, before, runningAt);
    const quint64 asked = picture.beforeList(ResourceKind::Pods);
    picture.applyWatch(ResourceKind::Pods, {type, versioned(worker, told, u"Failed"_s)}, runningAt.addSecs(1));
    QJsonArray answer{items.at(0)}; // how it was before the event happened
    if (!listed.isEmpty())
        answer.append(versioned(worker, listed, u"Running"_s));
    picture.setList(ResourceKind::Pods, answer, runningAt.addSecs(2), asked);
    const ClusterStatus status = picture.status(runningAt.addSecs(3));
    QCOMPARE(status.pods.size(), phase.isEmpty() ? 1 : 2);
    if (!phase.isEmpty())
        QCOMPARE(status.pods.at(1).pod.phase, phase);
    // The next list is the authority again, also where versions went back (a restored database).
    picture.setList(ResourceKind::Pods, {items.at(0), versioned(worker, u"5"_s, u"Pending"_s)}, runningAt.addSecs(4),
                    picture.beforeList(ResourceKind::Pods));
    QCOMPARE(picture.status(runningAt.addSecs(5)).pods.at(1).pod.phase, u"Pending"_s);
}

void TestClusterPicture::R9_listOlderThanAnotherList()
{
    const QJsonArray items = recorded(u"walltime/02-t054s-pods.json"_s);
    ClusterPicture picture(u"raycluster"_s, nullptr);
    const quint64 first = picture.beforeList(ResourceKind::Pods);
    const quint64 second = picture.beforeList(ResourceKind::Pods);
    picture.setList(ResourceKind::Pods, {items.at(0)}, runningAt, second);
    picture.setList(ResourceKind::Pods, items, runningAt.addSecs(1), first);
    QCOMPARE(picture.status(runningAt.addSecs(2)).pods.size(), 1);
}

QTEST_GUILESS_MAIN(TestClusterPicture)
#include "tst_clusterpicture.moc"
