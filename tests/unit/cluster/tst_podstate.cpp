#include "cluster/clusterpicture.h"
#include "cluster/podstate.h"
#include "explain/explain.h"
#include "folders.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rayhelm::PodEvidence)

namespace {

const QDateTime now = QDateTime(QDate(2026, 5, 3), QTime(14, 0), Qt::UTC);

QByteArray contentOf(const QString &path)
{
    QFile file(rayhelm::testData("/recorded/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recorded data: %s", qPrintable(path));
    return file.readAll();
}

PodEvidence pending(const QString &job = u"17"_s)
{
    PodEvidence e;
    e.now = now;
    e.observedAt = now.addSecs(-2);
    e.pod.role = PodRole::Head;
    e.pod.name = PodName::orEmpty(u"c-head-abcde"_s);
    e.pod.uid = PodUid::orEmpty(u"uid"_s);
    e.pod.phase = u"Pending"_s;
    e.pod.slurmJob = SlurmJobId::orEmpty(job);
    e.pod.created = now.addSecs(-60);
    ContainerView container;
    container.name = ContainerName::orEmpty(u"ray-head"_s);
    container.phase = ContainerPhase::Waiting;
    e.pod.containers = {container};
    return e;
}

PodEvidence running(PodRole role = PodRole::Head)
{
    PodEvidence e = pending();
    e.pod.role = role;
    e.pod.phase = u"Running"_s;
    e.pod.containers.first().phase = ContainerPhase::Running;
    e.pod.containers.first().ready = true;
    e.pod.containers.first().startedAt = now.addSecs(-300);
    e.headUsable = role == PodRole::Worker;
    return e;
}

void setRay(PodEvidence &e, bool alive, int secondsAgo)
{
    e.rayAnsweredAt = now.addSecs(-secondsAgo);
    e.ray = RayNodeView{e.pod.name, alive, now.addSecs(-secondsAgo)};
}

void setSlurm(PodEvidence &e, SlurmState state, const QString &reason = {})
{
    SlurmJobView job;
    job.jobId = e.pod.slurmJob;
    job.state = state;
    job.reason = reason;
    if (state == SlurmState::Running)
        job.started = now.addSecs(-300);
    e.slurm = job;
    e.slurmAnsweredAt = now.addSecs(-5);
}

} // namespace

class TestPodState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void table_data();
    void table();
    void refusedSaysWhy();
    void queueReasonIsExplained();
    void replay_data();
    void replay();
};

void TestPodState::table_data()
{
    QTest::addColumn<PodEvidence>("evidence");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, const PodEvidence &evidence, const char *state) {
        QTest::newRow(name) << evidence << QString::fromLatin1(state);
    };
    PodEvidence e = pending({});
    row("no number yet", e, "HandingOver");
    e.pod.created = now.addSecs(-601);
    row("no number for 10 min", e, "ProbablyRefused");
    e.pod.unschedulable = u"0/1 nodes are available"_s;
    row("no node found is no refusal", e, "HandingOver");

    e = pending();
    row("number, waiting", e, "QueuedOrStarting");
    e.pod.containers.first().phase = ContainerPhase::Running;
    e.pod.containers.first().ready = true;
    row("1/1 Pending is not running", e, "QueuedOrStarting");
    e = pending();
    e.pod.phase = u"Running"_s;
    row("0/1 Running, waiting {}", e, "QueuedOrStarting");
    e.pod.containers.first().reason = u"Waiting for probes to be ready."_s;
    row("probes", e, "Starting");

    e = pending();
    setSlurm(e, SlurmState::Pending, u"Priority"_s);
    row("Slurm says pending", e, "InQueue");
    setSlurm(e, SlurmState::Running);
    row("Slurm says running, Kubernetes late", e, "Starting");
    e.slurmAnsweredAt = now.addSecs(-91);
    row("Slurm's answer is old", e, "QueuedOrStarting");
    e = pending();
    setRay(e, true, 3);
    row("Ray uses it, Kubernetes late", e, "InUseByRay");

    e = running();
    setRay(e, true, 3);
    row("usable", e, "Usable");
    setRay(e, true, 30);
    row("usable at 30 s", e, "Usable");
    setRay(e, true, 31);
    row("Ray silent for 31 s", e, "RayDoesNotAnswer");
    setRay(e, false, 3);
    row("Ray says dead", e, "RayDoesNotAnswer");
    e.ray.reset();
    row("Ray answers without it", e, "RayDoesNotAnswer");
    e = running();
    row("Ray never answered, long running", e, "RayDoesNotAnswer");
    e.pod.containers.first().startedAt = now.addSecs(-20);
    row("Ray never answered, just started", e, "Starting");
    e = running();
    setRay(e, true, 3);
    e.pod.containers.first().ready = false;
    row("not ready, but Ray uses it", e, "InUseByRay");
    e = running();
    setRay(e, true, 3);
    ContainerView sidecar;
    sidecar.name = ContainerName::orEmpty(u"autoscaler"_s);
    sidecar.phase = ContainerPhase::Waiting;
    e.pod.containers.append(sidecar);
    row("a second container waits", e, "InUseByRay");
    e = running();
    setRay(e, true, 3);
    setSlurm(e, SlurmState::Ended);
    row("Slurm says ended, Ray's word is older", e, "EndedEarly");
    e = running();
    setRay(e, true, 3);
    e.slurmAnsweredAt = now.addSecs(-5);
    e.slurmMissingMeansEnded = true;
    row("Slurm would show it and does not", e, "EndedEarly");
    e.slurmMissingMeansEnded = false;
    row("Slurm may hide it", e, "Usable");

    e = running(PodRole::Worker);
    setRay(e, true, 3);
    row("worker usable", e, "Usable");
    e.headUsable = false;
    row("a worker that Ray counts is usable", e, "Usable");
    e = running(PodRole::Worker);
    e.headUsable = false;
    row("worker without head", e, "WaitsForHead");
    e = running(PodRole::Worker);
    e.rayAnsweredAt = now.addSecs(-3);
    row("worker not listed for long", e, "WaitsForHead");
    e.pod.containers.first().startedAt = now.addSecs(-15);
    row("worker not listed yet", e, "Starting");
    e = pending();
    e.pod.role = PodRole::Worker;
    setSlurm(e, SlurmState::Running);
    row("worker's job runs, head not usable", e, "WaitsForHead");

    e = running();
    e.pod.phase = u"Succeeded"_s;
    row("completed", e, "EndedEarly");
    e.pod.phase = u"Failed"_s;
    row("failed", e, "EndedEarly");
    e = running();
    setRay(e, true, 3);
    e.pod.deletionAsked = now.addSecs(-119);
    row("being removed", e, "BeingRemoved");
    e.pod.deletionAsked = now.addSecs(-121);
    row("stuck", e, "StuckBeingRemoved");
    e = running();
    e.contactLost = true;
    row("bridge down", e, "ContactLost");
    setRay(e, true, 3);
    row("bridge down, but Ray has just counted it", e, "Usable");
    e = pending();
    e.pod.reason = u"NodeLost"_s;
    row("node lost", e, "ContactLost");
    e = running();
    setRay(e, true, 92);
    e.observedAt = now.addSecs(-91);
    row("no news", e, "Unknown");
}

void TestPodState::table()
{
    QFETCH(PodEvidence, evidence);
    QFETCH(QString, state);
    const PodVerdict verdict = podState(evidence);
    QCOMPARE(podStateName(verdict.state), state);
    QVERIFY(!verdict.words.isEmpty());
    QCOMPARE(verdict.costsHours, verdict.state == PodState::WaitsForHead);
    if (verdict.state == PodState::Unknown) {
        QCOMPARE(verdict.was, PodState::Usable);
        QCOMPARE(verdict.words, u"Unknown, was Usable"_s);
    }
}

void TestPodState::refusedSaysWhy()
{
    const Result<Explanations> explanations = Explanations::load();
    QVERIFY(explanations.has_value());
    PodEvidence e = pending({});
    e.pod.reason = u"ProviderFailed"_s;
    e.pod.message = u"error doing createRequest() in RemoteExecution() return value error creating pod (HTTP 500): sbatch: error: "
                    "Batch job submission failed: Invalid partition name specified"_s;
    const PodVerdict verdict = podState(e, &*explanations);
    QCOMPARE(verdict.state, PodState::ProbablyRefused);
    QVERIFY2(verdict.why.contains(u"partition"_s), qPrintable(verdict.why));
}

void TestPodState::queueReasonIsExplained()
{
    const Result<Explanations> explanations = Explanations::load();
    PodEvidence e = pending();
    setSlurm(e, SlurmState::Pending, u"QOSMaxGRESPerUser"_s);
    const PodVerdict verdict = podState(e, &*explanations);
    QCOMPARE(verdict.state, PodState::InQueue);
    QVERIFY2(verdict.why.contains(u"QOSMaxGRESPerUser"_s) && verdict.why.contains(u"will not start by waiting"_s),
             qPrintable(verdict.why));
}

void TestPodState::replay_data()
{
    QTest::addColumn<QString>("situation");
    for (const char *name : {"cancelled", "image-missing", "interlink-down", "normal", "queued", "refused-option", "walltime"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// What squeue said at the same moment is the truth: by the job's name, which is the pod's UID.
void TestPodState::replay()
{
    QFETCH(QString, situation);
    const QDir folder(rayhelm::testData("/recorded/") + situation);
    const QStringList files = folder.entryList({u"*-pods.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(files.size() >= 3);
    static const QRegularExpression line(u"^(\\d+) \\S+ ([0-9a-f-]{36}) (\\S+) \\S+ \\S+ (\\S+)$"_s,
                                         QRegularExpression::MultilineOption);
    int looked = 0;
    for (const QString &file : files) {
        const QJsonArray items = QJsonDocument::fromJson(contentOf(situation + u'/' + file)).object().value(u"items"_s).toArray();
        QString table = file;
        table.replace(u"-pods.json"_s, u"-table.txt"_s);
        QHash<QString, QString> truth; // pod UID -> Slurm's state
        SlurmAnswer answer;
        auto lines = line.globalMatch(QString::fromUtf8(contentOf(situation + u'/' + table)));
        while (lines.hasNext()) {
            const QRegularExpressionMatch match = lines.next();
            truth.insert(match.captured(2), match.captured(3));
            SlurmJobView job;
            job.jobId = SlurmJobId::orEmpty(match.captured(1));
            job.podUid = PodUid::orEmpty(match.captured(2));
            job.state = slurmStateFromName(match.captured(3));
            job.reason = match.captured(4);
            answer.jobs.append(job);
        }
        const QList<PodView> pods = podsFromJson(items);
        QDateTime at = pods.isEmpty() ? now : pods.first().created.addSecs(file.mid(4, 3).toInt());
        answer.answeredAt = at;
        answer.seesAllJobs = true;
        for (const PodView &pod : pods)
            answer.askedJobs.append(pod.slurmJob);
        // Ray counts a pod exactly while its job runs; it may also not answer at all, or have answered long ago.
        for (const bool withSlurm : {false, true}) {
            for (const int rayAge : {-1, 3, 31}) {
                ClusterPicture picture(u"raycluster"_s, nullptr);
                picture.setConnected(true);
                picture.setList(ResourceKind::Pods, items, at);
                QList<RayNodeView> nodes;
                for (const PodView &pod : pods)
                    nodes.append({pod.name, truth.value(pod.uid.text()) == u"RUNNING"_s, at.addSecs(-rayAge)});
                if (rayAge >= 0)
                    picture.setRayNodes(nodes, at.addSecs(-rayAge));
                if (withSlurm)
                    picture.setSlurm(answer);
                const ClusterStatus status = picture.status(at);
                QCOMPARE(status.pods.size(), pods.size());
                for (const PodStatus &pod : status.pods) {
                    const QString slurm = truth.value(pod.pod.uid.text(), u"gone"_s);
                    const QString where = u"%1/%2 %3: %4, Slurm says %5"_s.arg(situation, file, pod.title, pod.verdict.words, slurm);
                    ++looked;
                    if (pod.verdict.state == PodState::Usable)
                        QVERIFY2(slurm == u"RUNNING"_s && rayAge == 3, qPrintable(where));
                    if (pod.verdict.state == PodState::InQueue)
                        QVERIFY2(slurm == u"PENDING"_s && withSlurm, qPrintable(where));
                    if (pod.verdict.state == PodState::InUseByRay)
                        QVERIFY2(slurm == u"RUNNING"_s, qPrintable(where));
                    if (withSlurm && slurm == u"PENDING"_s)
                        QVERIFY2(pod.verdict.state == PodState::InQueue, qPrintable(where));
                    if (withSlurm && slurm == u"gone"_s && !pod.pod.slurmJob.isEmpty() && !pod.pod.deletionAsked)
                        QVERIFY2(pod.verdict.state == PodState::EndedEarly, qPrintable(where));
                    if (rayAge == 3 && slurm == u"RUNNING"_s && pod.pod.runsByKubernetes() && !pod.pod.deletionAsked)
                        QVERIFY2(pod.verdict.state == PodState::Usable, qPrintable(where));
                }
            }
        }
    }
    QVERIFY(looked > 0);
}

QTEST_GUILESS_MAIN(TestPodState)
#include "tst_podstate.moc"
