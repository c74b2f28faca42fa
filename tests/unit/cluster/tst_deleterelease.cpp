#include "awaiting.h"
#include "fakeremotesession.h"

#include "cluster/clustermonitor.h"
#include "cluster/deleterelease.h"
#include "cluster/savedlog.h"
#include "cluster/installrecord.h"
#include "cluster/uninstalljob.h"
#include "core/taskscope.h"
#include "explain/explain.h"
#include "folders.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const char *file)
{
    QFile data(rayhelm::testData("/recorded/") + QLatin1String(file));
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no recorded data: %s", file);
    return data.readAll();
}

} // namespace

class TestDeleteRelease : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutHpcLogin();
    void withProof();
    void stillHeldIsSaid();
    void needsTheTypedName_data();
    void needsTheTypedName();
    void R1_uninstallRefusesAnotherRelease_data();
    void R1_uninstallRefusesAnotherRelease();
    void otherSecretStays();
    void waitsForMissingNumbers();
    void numbersThatNeverCome();
    void podMadeMeanwhileIsNoted();
    void cancelBeforeHelmTakesItBack();
    void restartInTheMiddle_data();
    void restartInTheMiddle();
    void R1_linkLostBeforeHelmBegan_data();
    void R1_linkLostBeforeHelmBegan();
    void R1_linkLostAfterHelmBegan();
    void R1_diesBetweenTheEndAndItsNote();
    void R2_newClusterOfThatName();
    void R2_podOfTheOldDefinitionMadeMeanwhile();
    void linkLostWhilePodsGo();
    void alreadyGone();
    void slowHelmGoesOn();
    void helmFailureKeepsEverything();
    void savesLogs();
    void savedLogsAreNewPlainFiles();
    void monitorFollowsTheWatch();
    void monitorRestartsAfterAnyEnd();
    void refreshWhileReadingIsNotLost();

private:
    DeleteRequest request();
    /// As an application does that is started again.
    Result<GiveBackReport> resumed(const GiveBackReport &report, Steps *steps);
    void makeRelease(const QByteArray &owner, const QByteArray &pods);
    void makeSlurm(const QByteArray &lines);

    std::unique_ptr<FakeRemoteSession> m_vm;
    std::unique_ptr<FakeRemoteSession> m_hpc;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<Steps> m_steps;
    Result<Explanations> m_explanations = Explanations::load();
    Profile m_profile;
};

void TestDeleteRelease::init()
{
    m_vm = std::make_unique<FakeRemoteSession>();
    m_vm->installClusterTools();
    m_hpc = std::make_unique<FakeRemoteSession>();
    m_data = std::make_unique<QTemporaryDir>();
    m_steps = std::make_unique<Steps>();
    m_profile = Profile();
    m_profile.id = QUuid::createUuid();
    InstallRecord record;
    record.installationId = u"our-install"_s;
    record.profileId = m_profile.id;
    record.release = m_profile.releaseName;
    record.kubernetesNamespace = m_profile.kubernetesNamespace;
    QVERIFY(awaited(InstallJournal(m_data->path()).store(record, {})).has_value());
    makeRelease("our-install\tada", recorded("walltime/02-t054s-pods.json"));
}

void TestDeleteRelease::makeRelease(const QByteArray &owner, const QByteArray &pods)
{
    m_vm->setState(u"labels"_s, "1\tdeployed\t" + owner + "\t2026-05-03T12:00:00Z\t\n");
    m_vm->setState(u"pods.json"_s, pods);
    m_vm->setState(u"secret"_s, R"({"rayhelm/installation":")" + owner.split('\t').first() + R"("})");
}

void TestDeleteRelease::makeSlurm(const QByteArray &lines)
{
    m_hpc->install(u"squeue"_s, "#!/bin/sh\ncat \"$FAKE_STATE/squeue\"\n");
    m_hpc->install(u"scontrol"_s, "#!/bin/sh\necho 'PrivateData             = none'\n");
    m_hpc->setState(u"squeue"_s, lines);
}

DeleteRequest TestDeleteRelease::request()
{
    DeleteRequest request;
    request.host.session = m_vm.get();
    request.host.explanations = &*m_explanations;
    request.host.profile = m_profile;
    request.host.dataDirectory = m_data->path();
    request.jobNumberWait = std::chrono::milliseconds(1500);
    request.poll = std::chrono::milliseconds(100);
    request.consent.runningJobs = 0;
    return request;
}

void TestDeleteRelease::withoutHpcLogin()
{
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary + report.error().detail));
    QCOMPARE(report->verdict(), GiveBackVerdict::NoProof);
    QCOMPARE(report->headline(), u"Asked to stop, no proof yet"_s);
    QCOMPARE(textsOf(report->slurmJobs()), (QStringList{u"19"_s, u"20"_s}));
    QVERIFY(!m_vm->hasState(u"labels"_s));
    QVERIFY2(!m_vm->hasState(u"secret"_s), "our Secret goes with the cluster");
    QVERIFY(InstallJournal(m_data->path()).all().isEmpty());
    QVERIFY(!QDir(m_vm->home() + u"/.rayhelm"_s).exists());
    for (const Step &step : m_steps->all())
        QCOMPARE(step.state, StepState::Done);
    // Held knows them from now on, until Slurm itself has ended them at their limit.
    GiveBackReport recent = *report;
    for (GiveBackJob &job : recent.jobs)
        job.job.firstRunning = QDateTime::currentDateTimeUtc();
    QVERIFY(awaited(GiveBackReports(m_data->path()).store(recent, {})).has_value());
    TaskScope scope;
    ClusterMonitor monitor(request().host, scope);
    QCOMPARE(monitor.status().held.perhapsNodes, 2);
    QVERIFY(monitor.status().held.text().full.startsWith(u"Perhaps still held: 2 GPU(s), at most until"_s));
    QVERIFY(awaited(GiveBackReports(m_data->path()).store(*report, {})).has_value()); // long past their limit
    monitor.reportsChanged();
    QVERIFY(monitor.status().held.isNothing());
}

void TestDeleteRelease::withProof()
{
    makeSlurm("J|19|x|COMPLETED|None|0|1:00\n");
    DeleteRequest wanted = request();
    wanted.host.hpc = m_hpc.get();
    const Result<GiveBackReport> report = awaited(deleteRelease(wanted, m_steps.get(), {}));
    QVERIFY(report.has_value());
    QCOMPARE(report->verdict(), GiveBackVerdict::GivenBack);
    const auto kept = GiveBackReports(m_data->path()).newest(m_profile.id, u"raycluster"_s);
    QCOMPARE(kept->verdict(), GiveBackVerdict::GivenBack);
    TaskScope scope;
    ClusterMonitor monitor(wanted.host, scope);
    QVERIFY(monitor.status().held.isNothing());
}

void TestDeleteRelease::stillHeldIsSaid()
{
    makeSlurm("J|19|x|COMPLETED|None|0|1:00\nJ|20|y|RUNNING|None|0|1:00\n");
    DeleteRequest wanted = request();
    wanted.host.hpc = m_hpc.get();
    connect(m_steps.get(), &Steps::changed, this, [this](int index) {
        const QString note = m_steps->all().at(index).note;
        if (note.contains(u"job 20 still runs"_s)) // it ends a little later
            m_hpc->setState(u"squeue"_s, "J|20|y|COMPLETED|None|0|1:00\n");
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(wanted, m_steps.get(), {}));
    QVERIFY(report.has_value());
    QCOMPARE(report->verdict(), GiveBackVerdict::GivenBack);
    QCOMPARE(report->jobs.last().slurmWord, u"COMPLETED"_s);
}

void TestDeleteRelease::needsTheTypedName_data()
{
    QTest::addColumn<QByteArray>("owner");
    QTest::addColumn<int>("runningJobs");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("deletes");
    QTest::newRow("ours") << QByteArray("our-install\tada") << 0 << QString() << true;
    QTest::newRow("ours, job runs") << QByteArray("our-install\tada") << 1 << QString() << false;
    QTest::newRow("ours, job runs, typed") << QByteArray("our-install\tada") << 1 << u"raycluster"_s << true;
    QTest::newRow("another's") << QByteArray("x\tbob") << 0 << QString() << false;
    QTest::newRow("another's, mistyped") << QByteArray("x\tbob") << 0 << u"Raycluster"_s << false;
    QTest::newRow("another's, typed") << QByteArray("x\tbob") << 0 << u"raycluster"_s << true;
    QTest::newRow("nobody's") << QByteArray("\t") << 0 << QString() << false;
    QTest::newRow("ours, Ray does not say") << QByteArray("our-install\tada") << -1 << QString() << false;
    QTest::newRow("ours, Ray does not say, typed") << QByteArray("our-install\tada") << -1 << u"raycluster"_s << true;
}

void TestDeleteRelease::needsTheTypedName()
{
    QFETCH(QByteArray, owner);
    QFETCH(int, runningJobs);
    QFETCH(QString, typed);
    QFETCH(bool, deletes);
    makeRelease(owner, recorded("walltime/02-t054s-pods.json"));
    DeleteRequest wanted = request();
    wanted.consent.runningJobs = runningJobs < 0 ? std::nullopt : std::optional(runningJobs);
    wanted.consent.typedName = typed;
    const Result<GiveBackReport> report = awaited(deleteRelease(wanted, m_steps.get(), {}));
    QCOMPARE(report.has_value(), deletes);
    QCOMPARE(m_vm->hasState(u"labels"_s), !deletes);
    if (!deletes) {
        QCOMPARE(report.error().kind, ErrorKind::Conflict);
        QCOMPARE(m_vm->countCalls(u"helm uninstall"_s), 0);
    }
}

void TestDeleteRelease::R1_uninstallRefusesAnotherRelease_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QByteArray>("meanwhile");
    QTest::addColumn<bool>("deletes");
    const QByteArray rest = "\t2026-05-03T12:00:00Z\t\n";
    QTest::newRow("ours") << QByteArray("our-install\tada") << "1\tdeployed\tour-install\tada" + rest << true;
    QTest::newRow("ours, changed by us") << QByteArray("our-install\tada") << "2\tdeployed\tour-install\tada.1" + rest << true;
    QTest::newRow("a colleague's now") << QByteArray("our-install\tada") << "1\tdeployed\ttheir-install\tbob" + rest << false;
    QTest::newRow("nobody's now") << QByteArray("our-install\tada") << "1\tdeployed\t\t" + rest << false;
    QTest::newRow("taken over by another") << QByteArray("our-install\tada")
                                           << "1\tsuperseded\tour-install\tada" + rest + "2\tdeployed\ttheir-install\tbob" + rest << false;
    QTest::newRow("longer id") << QByteArray("our-install\tada") << "1\tdeployed\tour-install-2\tada" + rest << false;
    QTest::newRow("another's, as shown") << QByteArray("x\tbob") << "1\tdeployed\tx\tbob" + rest << true;
    QTest::newRow("another's, changed since") << QByteArray("x\tbob") << "2\tdeployed\tx\tbob" + rest << false;
    QTest::newRow("another's, of another now") << QByteArray("x\tbob") << "1\tdeployed\tx\teve" + rest << false;
    QTest::newRow("without marks, as shown") << QByteArray("\t") << "1\tdeployed\t\t" + rest << true;
}

/// What has the name when helm begins is not what the user has agreed to delete.
void TestDeleteRelease::R1_uninstallRefusesAnotherRelease()
{
    QFETCH(QByteArray, shown);
    QFETCH(QByteArray, meanwhile);
    QFETCH(bool, deletes);
    makeRelease(shown, recorded("walltime/02-t054s-pods.json"));
    m_vm->beforeCommand([this, meanwhile](int, const RemoteCommand &command) {
        if (command.shownAs.startsWith(u"helm uninstall"_s))
            m_vm->setState(u"labels"_s, meanwhile);
    });
    DeleteRequest wanted = request();
    wanted.consent.typedName = u"raycluster"_s;
    const Result<GiveBackReport> report = awaited(deleteRelease(wanted, m_steps.get(), {}));
    QCOMPARE(report.has_value(), deletes);
    QCOMPARE(m_vm->countCalls(u"helm uninstall"_s), deletes ? 1 : 0);
    QCOMPARE(m_vm->hasState(u"labels"_s), !deletes);
    if (deletes)
        return;
    QCOMPARE(report.error().kind, ErrorKind::Conflict);
    QVERIFY2(report.error().summary.contains(u"another cluster now"_s), qPrintable(report.error().summary));
    QVERIFY(m_vm->hasState(u"secret"_s));
}

/// A Secret of our name without our mark is somebody else's.
void TestDeleteRelease::otherSecretStays()
{
    m_vm->setState(u"secret"_s, R"({"rayhelm/installation":"their-install"})");
    VERIFY_RESULT(awaited(deleteRelease(request(), m_steps.get(), {})));
    QVERIFY(m_vm->hasState(u"secret"_s));
}

void TestDeleteRelease::waitsForMissingNumbers()
{
    m_vm->setState(u"pods.json"_s, recorded("walltime/00-t002s-pods.json")); // the worker has no number yet
    int lists = 0;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (command.script.contains(u" get pods "_s) && ++lists == 3)
            m_vm->setState(u"pods.json"_s, recorded("walltime/01-t004s-pods.json"));
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY(report.has_value());
    QCOMPARE(textsOf(report->slurmJobs()), (QStringList{u"19"_s, u"20"_s}));
}

void TestDeleteRelease::numbersThatNeverCome()
{
    m_vm->setState(u"pods.json"_s, recorded("refused-option/02-t005s-pods.json"));
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY(report.has_value());
    QCOMPARE(report->podCount, 2);
    QVERIFY(report->slurmJobs().isEmpty());
    QVERIFY(m_steps->all().at(1).note.contains(u"may start later"_s));
    QVERIFY(report->verdict() != GiveBackVerdict::GivenBack);
    // Slurm can find them by name all the same.
    init();
    m_vm->setState(u"pods.json"_s, recorded("queued/00-t001s-pods.json"));
    const QString uid = podsFromJson(QJsonDocument::fromJson(recorded("queued/00-t001s-pods.json")).object().value(u"items"_s).toArray()).first().uid.text();
    makeSlurm("J|17|" + uid.toLatin1() + "|PENDING|BeginTime|0|3:50:00\n");
    DeleteRequest wanted = request();
    wanted.host.hpc = m_hpc.get();
    std::stop_source stop;
    connect(m_steps.get(), &Steps::changed, this, [&](int index) {
        if (index == 5 && m_steps->all().at(5).note.contains(u"17 still waits"_s))
            stop.request_stop();
    });
    QVERIFY(awaited(deleteRelease(wanted, m_steps.get(), stop.get_token())).error().isCancelled());
    const auto kept = GiveBackReports(m_data->path()).newest(m_profile.id, u"raycluster"_s);
    QCOMPARE(textsOf(kept->slurmJobs()), QStringList{u"17"_s});
    QCOMPARE(kept->verdict(), GiveBackVerdict::StillHeld);
}

void TestDeleteRelease::podMadeMeanwhileIsNoted()
{
    m_vm->setState(u"pods-stay"_s, "1");
    int lists = 0;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (!command.script.contains(u" get pods "_s))
            return;
        ++lists;
        if (lists == 2) // KubeRay was faster than helm
            m_vm->setState(u"pods.json"_s, recorded("walltime/05-t084s-pods.json"));
        if (lists == 4)
            QFile::remove(m_vm->stateFolder() + u"/pods.json"_s);
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY(report.has_value());
    QCOMPARE(textsOf(report->slurmJobs()), (QStringList{u"19"_s, u"20"_s, u"22"_s, u"21"_s}));
}

void TestDeleteRelease::cancelBeforeHelmTakesItBack()
{
    std::stop_source stop;
    connect(m_steps.get(), &Steps::changed, this, [&](int index) {
        if (index == 2)
            stop.request_stop();
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), stop.get_token()));
    QVERIFY(report.error().isCancelled());
    QVERIFY(m_vm->hasState(u"labels"_s));
    QVERIFY(GiveBackReports(m_data->path()).all().isEmpty());
    QCOMPARE(m_vm->countCalls(u"helm uninstall"_s), 0);
}

void TestDeleteRelease::restartInTheMiddle_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("while helm runs") << 3;
    QTest::newRow("while pods go") << 4;
}

void TestDeleteRelease::restartInTheMiddle()
{
    QFETCH(int, step);
    m_vm->setState(step == 3 ? u"helm-waits"_s : u"pods-stay"_s, "1");
    std::stop_source stop;
    QTimer later; // until helm was called, or the pods are asked about
    qsizetype callsBefore = -1;
    connect(&later, &QTimer::timeout, this, [&] {
        if (m_steps->all().at(step).state != StepState::Running)
            return;
        const QStringList calls = m_vm->calls();
        if (callsBefore < 0)
            callsBefore = calls.size();
        const bool helmRuns = !calls.filter(QRegularExpression(u"^helm uninstall"_s)).isEmpty();
        if (step == 3 ? helmRuns : calls.size() > callsBefore)
            stop.request_stop();
    });
    later.start(20);
    QVERIFY(awaited(deleteRelease(request(), m_steps.get(), stop.get_token())).error().isCancelled());
    const auto kept = GiveBackReports(m_data->path()).newest(m_profile.id, u"raycluster"_s);
    QVERIFY(kept.has_value());
    QCOMPARE(textsOf(kept->slurmJobs()), (QStringList{u"19"_s, u"20"_s})); // also after a restart of the application
    QCOMPARE(kept->verdict(), GiveBackVerdict::Going);
    m_vm->setState(u"helm-go"_s, "1");
    QFile::remove(m_vm->stateFolder() + u"/pods.json"_s);
    Steps steps;
    const Result<GiveBackReport> report = resumed(*kept, &steps);
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary));
    QCOMPARE(textsOf(report->slurmJobs()), (QStringList{u"19"_s, u"20"_s}));
    QCOMPARE(report->verdict(), GiveBackVerdict::NoProof);
    QVERIFY(!m_vm->hasState(u"labels"_s));
    QVERIFY(!m_vm->hasState(u"secret"_s));
    QVERIFY(!QDir(m_vm->home() + u"/.rayhelm"_s).exists());
}

Result<GiveBackReport> TestDeleteRelease::resumed(const GiveBackReport &report, Steps *steps)
{
    steps->plan(deleteStepNames());
    const Result<FoundDeletion> found = awaited(findDeletion(request().host, report, {}));
    if (!found)
        return failure(found.error());
    if (found->left != DeletionLeft::GoesOn)
        return failure(ErrorKind::NotFound, u"nothing goes on"_s);
    const Result<GiveBackReport> followed = awaited(followDelete(request(), found->report, steps, {}));
    if (!followed)
        return followed;
    return awaited(awaitProof(request(), *followed, steps, {}));
}

void TestDeleteRelease::R1_linkLostBeforeHelmBegan_data()
{
    QTest::addColumn<bool>("comesBack");
    QTest::newRow("the link comes back") << true;
    QTest::newRow("the user has quit") << false;
}

void TestDeleteRelease::R1_linkLostBeforeHelmBegan()
{
    QFETCH(bool, comesBack);
    bool cutDone = false;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (cutDone || !command.script.contains(u"rayhelm-job"_s))
            return;
        cutDone = true;
        m_vm->cut();
        QTimer::singleShot(50, m_vm.get(), comesBack ? &FakeRemoteSession::restore : &FakeRemoteSession::disconnectForGood);
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, comesBack ? ErrorKind::NotFound : ErrorKind::Unreachable);
    GiveBackReport kept = *GiveBackReports(m_data->path()).newest(m_profile.id, u"raycluster"_s);
    QCOMPARE(kept.isOpen(), !comesBack);
    m_vm->restore();
    const Result<FoundDeletion> found = awaited(findDeletion(request().host, kept, {}));
    VERIFY_RESULT(found);
    QCOMPARE(found->left, DeletionLeft::NotBegun);
    kept = *GiveBackReports(m_data->path()).newest(m_profile.id, u"raycluster"_s);
    QCOMPARE(kept.verdict(), GiveBackVerdict::NotDeleted);
    QCOMPARE(kept.headline(), u"Not begun: nothing was deleted"_s);
    QCOMPARE(m_vm->countCalls(u"helm uninstall"_s), 0);
    QVERIFY(m_vm->hasState(u"labels"_s));
    VERIFY_RESULT(awaited(deleteRelease(request(), m_steps.get(), {}))); // decided anew
    QVERIFY(!m_vm->hasState(u"labels"_s));
}

void TestDeleteRelease::R1_linkLostAfterHelmBegan()
{
    m_vm->setState(u"helm-waits"_s, "1");
    bool cutDone = false;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (cutDone || !command.script.contains(u"rayhelm-job"_s))
            return;
        cutDone = true;
        auto *look = new QTimer(m_vm.get()); // the link breaks while the command that has begun helm has not returned
        connect(look, &QTimer::timeout, m_vm.get(), [this, look] {
            if (m_vm->countCalls(u"helm uninstall"_s) == 0)
                return;
            look->deleteLater();
            m_vm->cut();
            m_vm->setState(u"helm-go"_s, "1");
            QTimer::singleShot(50, m_vm.get(), &FakeRemoteSession::restore);
        });
        look->start(1);
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    VERIFY_RESULT(report);
    QCOMPARE(m_vm->countCalls(u"helm uninstall"_s), 1);
    QVERIFY(report->startedOnVm);
}

void TestDeleteRelease::R1_diesBetweenTheEndAndItsNote()
{
    // The end of helm is read, and the application dies before it is on disk: the job must still be there to be asked.
    const GiveBackReports reports(m_data->path());
    GiveBackReport asItWas;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (command.script.contains(u"rm -rf \"$d\" || exit 1"_s)) { // forgetHelm
            const auto kept = reports.newest(m_profile.id, u"raycluster"_s);
            QVERIFY(kept && kept->helmDone);
            asItWas = *kept;
        }
    });
    VERIFY_RESULT(awaited(deleteRelease(request(), m_steps.get(), {})));
    QVERIFY(asItWas.helmDone);
}

void TestDeleteRelease::R2_newClusterOfThatName()
{
    m_vm->setState(u"pods-stay"_s, "1");
    std::stop_source stop;
    connect(m_steps.get(), &Steps::changed, this, [&](int index) {
        if (index == 4 && m_steps->all().at(4).note.contains(u"pod"_s))
            stop.request_stop();
    });
    QVERIFY(awaited(deleteRelease(request(), m_steps.get(), stop.get_token())).error().isCancelled());
    const GiveBackReport kept = *GiveBackReports(m_data->path()).newest(m_profile.id, u"raycluster"_s);
    QVERIFY(kept.helmDone && !kept.podsGoneAt.isValid());
    InstallRecord record;
    record.installationId = u"new-install"_s;
    record.profileId = m_profile.id;
    record.release = m_profile.releaseName;
    record.kubernetesNamespace = m_profile.kubernetesNamespace;
    QVERIFY(awaited(InstallJournal(m_data->path()).store(record, {})).has_value());
    makeRelease("new-install\tada", recorded("refused-option/02-t005s-pods.json"));
    m_vm->setState(u"rayclusters.json"_s, recorded("refused-option/02-t005s-rayclusters.json"));
    // As a journey that still watches sees it, and as the next start does.
    Steps steps;
    steps.plan(deleteStepNames());
    std::stop_source tooLong; // who waits for the new one's pods waits for ever
    QTimer limit;
    connect(&limit, &QTimer::timeout, this, [&tooLong] { tooLong.request_stop(); });
    limit.start(60000);
    const Result<GiveBackReport> watched = awaited(followDelete(request(), kept, &steps, tooLong.get_token()));
    QVERIFY2(!tooLong.stop_requested(), "it waits for the pods of the new cluster");
    VERIFY_RESULT(watched);
    QCOMPARE(watched->podCount, 2);
    const Result<FoundDeletion> found = awaited(findDeletion(request().host, kept, {}));
    VERIFY_RESULT(found);
    QCOMPARE(found->left, DeletionLeft::Replaced);
    QVERIFY(found->report.podsGoneAt.isValid());
    QVERIFY(m_vm->stateOf(u"secret"_s).contains("new-install")); // the mark of the new one
    QVERIFY(InstallJournal(m_data->path()).isOurs(u"new-install"_s));
    QCOMPARE(m_vm->countCalls(u"helm uninstall"_s), 1);
    QVERIFY(m_vm->hasState(u"labels"_s));
}

void TestDeleteRelease::R2_podOfTheOldDefinitionMadeMeanwhile()
{
    // While another release has the name already, a pod that the old definition has made is still waited for.
    m_vm->setState(u"rayclusters.json"_s, recorded("walltime/02-t054s-rayclusters.json"));
    GiveBackReport report;
    report.id = u"r"_s;
    report.profileId = m_profile.id;
    report.release = m_profile.releaseName;
    report.installationId = u"older-install"_s;
    report.revision = 1;
    report.helmDone = true;
    const QJsonArray definitions = QJsonDocument::fromJson(recorded("walltime/02-t054s-rayclusters.json")).object().value(u"items"_s).toArray();
    report.rayClusters = {definitions.first().toObject().value(u"metadata"_s).toObject().value(u"uid"_s).toString()};
    QVERIFY(!report.rayClusters.first().isEmpty());
    int lists = 0;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (!command.script.contains(u" get pods "_s) || ++lists < 3)
            return;
        m_vm->setState(u"pods.json"_s, recorded("refused-option/02-t005s-pods.json"));
        m_vm->setState(u"rayclusters.json"_s, recorded("refused-option/02-t005s-rayclusters.json"));
    });
    Steps steps;
    steps.plan(deleteStepNames());
    const Result<GiveBackReport> gone = awaited(followDelete(request(), report, &steps, {}));
    VERIFY_RESULT(gone);
    QVERIFY(lists >= 3);
    QCOMPARE(gone->podCount, 2); // the old definition's pods were seen and noted
}

void TestDeleteRelease::linkLostWhilePodsGo()
{
    m_vm->setState(u"pods-stay"_s, "1");
    bool cutDone = false;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (m_steps->current() != 4 || cutDone || !command.script.contains(u" get pods "_s))
            return;
        cutDone = true;
        m_vm->cut();
        QFile::remove(m_vm->stateFolder() + u"/pods.json"_s);
        QTimer::singleShot(300, m_vm.get(), &FakeRemoteSession::restore);
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary));
    QVERIFY(cutDone);
    QVERIFY(report->podsGoneAt.isValid());
}

void TestDeleteRelease::alreadyGone()
{
    QFile::remove(m_vm->stateFolder() + u"/labels"_s);
    QFile::remove(m_vm->stateFolder() + u"/pods.json"_s);
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary));
    QVERIFY(report->jobs.isEmpty());
    QVERIFY(!m_vm->hasState(u"secret"_s));
}

void TestDeleteRelease::slowHelmGoesOn()
{
    m_vm->setState(u"uninstall-fails"_s, "Error: uninstallation completed with 1 error(s): timed out waiting for the condition\n");
    int lists = 0;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (command.script.contains(u" get pods "_s) && ++lists == 3) {
            QFile::remove(m_vm->stateFolder() + u"/pods.json"_s);
            QFile::remove(m_vm->stateFolder() + u"/labels"_s);
        }
    });
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary));
    QVERIFY(!m_vm->hasState(u"secret"_s));
}

void TestDeleteRelease::helmFailureKeepsEverything()
{
    m_vm->setState(u"uninstall-fails"_s, "Error: uninstall: failed to delete release: secrets is forbidden\n");
    const Result<GiveBackReport> report = awaited(deleteRelease(request(), m_steps.get(), {}));
    QCOMPARE(report.error().kind, ErrorKind::Forbidden);
    QCOMPARE(m_steps->all().at(3).state, StepState::Failed);
    QVERIFY(m_vm->hasState(u"secret"_s)); // the cluster still needs it
    QVERIFY(!InstallJournal(m_data->path()).all().isEmpty());
    // And it can be tried again.
    QFile::remove(m_vm->stateFolder() + u"/uninstall-fails"_s);
    QVERIFY(awaited(deleteRelease(request(), m_steps.get(), {})).has_value());
}

void TestDeleteRelease::savesLogs()
{
    TaskScope scope;
    ClusterMonitor monitor(request().host, scope);
    monitor.start();
    QTRY_COMPARE(monitor.status().pods.size(), 2);
    DeleteRequest wanted = request();
    wanted.status = monitor.status();
    wanted.logDirectory = m_data->path() + u"/logs"_s;
    monitor.stop();
    QCoro::waitFor(scope.close());
    QVERIFY(awaited(deleteRelease(wanted, m_steps.get(), {})).has_value());
    QCOMPARE(QDir(wanted.logDirectory).entryList({u"*.log"_s}).size(), 2);
    QVERIFY(m_steps->all().first().note.contains(u"2"_s));
}

/// A saved log never replaces or follows anything that lies there, and holds no colours or other commands for a terminal.
void TestDeleteRelease::savedLogsAreNewPlainFiles()
{
    const QString folder = m_data->path() + u"/logs"_s;
    const QString mine = m_data->path() + u"/mine"_s;
    const Result<LocalFolder> opened = LocalFolder::open(folder);
    QVERIFY(opened.has_value());
    QVERIFY(QFile::link(mine, folder + u"/head.log"_s));
    const QByteArray log("\x1b]0;title\x07\x1b[31mred\x1b[0m\nnext\n");
    const Result<QString> saved = awaited(saveLog(*opened, PodName::orEmpty(u"head"_s), log, {}));
    QVERIFY(saved.has_value());
    QCOMPARE(*saved, folder + u"/head-2.log"_s);
    QVERIFY(!QFile::exists(mine));
    QFile file(*saved);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("red\nnext\n"));
}

void TestDeleteRelease::monitorFollowsTheWatch()
{
    TaskScope scope;
    ClusterMonitor monitor(request().host, scope);
    QString head;
    connect(&monitor, &ClusterMonitor::headChanged, this, [&head](const QString &name) { head = name; });
    monitor.start();
    QTRY_COMPARE(monitor.status().pods.size(), 2);
    QTRY_COMPARE(monitor.status().ownership, Ownership::Ours);
    QVERIFY(head.contains(u"-head-"_s));
    // A deleted worker is seen by the watch, long before the next list.
    QJsonObject worker = QJsonDocument::fromJson(recorded("walltime/02-t054s-pods.json")).object().value(u"items"_s).toArray().at(1).toObject();
    const QJsonObject event{{u"type"_s, u"DELETED"_s}, {u"object"_s, worker}};
    QTRY_VERIFY(m_vm->countCalls(u"kubectl --namespace default get pods -l app.kubernetes.io/instance=raycluster -w"_s) > 0);
    m_vm->setState(u"watch-pods.new"_s, QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
    QVERIFY(QFile::rename(m_vm->stateFolder() + u"/watch-pods.new"_s, m_vm->stateFolder() + u"/watch-pods"_s));
    QTRY_COMPARE(monitor.status().pods.size(), 1);
    // What was held is on disk for the next start.
    TaskScope other;
    ClusterMonitor later(request().host, other);
    QCOMPARE(later.status().held.nodes, 1);
    QCOMPARE(later.status().state, ClusterState::NotRead);
    monitor.stop();
    QCoro::waitFor(scope.close());
}

void TestDeleteRelease::monitorRestartsAfterAnyEnd()
{
    m_vm->setState(u"watch-ends"_s, "1"); // every watch ends at once, with status 0
    TaskScope scope;
    ClusterMonitor monitor(request().host, scope);
    monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_vm->countCalls(u"kubectl --namespace default get pods -l app.kubernetes.io/instance=raycluster -w"_s) >= 2, 20000);
    QCOMPARE(monitor.status().pods.size(), 2);
    m_vm->cut();
    QTRY_VERIFY(!monitor.status().held.connected);
    QFile::remove(m_vm->stateFolder() + u"/watch-ends"_s);
    QFile::remove(m_vm->stateFolder() + u"/pods.json"_s);
    m_vm->restore();
    monitor.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(monitor.status().pods.size(), 0, 20000);
    m_vm->setState(u"kubectl-fails-out"_s, R"({"kind":"List","items":[]})");
    m_vm->setState(u"kubectl-fails"_s, "Error from server (Forbidden): pods is forbidden: User \"x\" cannot list\n");
    monitor.refresh();
    QTRY_COMPARE(monitor.status().state, ClusterState::CannotRead);
    monitor.stop();
    QCoro::waitFor(scope.close());
}

void TestDeleteRelease::refreshWhileReadingIsNotLost()
{
    TaskScope scope;
    ClusterMonitor monitor(request().host, scope);
    int asked = 0;
    m_vm->beforeCommand([&](int, const RemoteCommand &command) {
        if (command.script.contains(u" get secrets "_s) && ++asked == 1)
            monitor.refresh(); // the pods of this round have been read already
    });
    monitor.start();
    QTRY_VERIFY(asked >= 2); // long before the next list is due
    monitor.stop();
    QCoro::waitFor(scope.close());
}

QTEST_GUILESS_MAIN(TestDeleteRelease)
#include "tst_deleterelease.moc"
