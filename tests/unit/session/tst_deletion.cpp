#include "awaiting.h"
#include "sessionbench.h"

#include "cluster/givebackreport.h"
#include "cluster/installrecord.h"
#include "session/connection.h"
#include "session/lifecycle.h"

#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

/// Deleting the cluster: at once by the user's word, never by a reconnection.
class TestDeletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<SessionBench>(); }
    void cleanup() { m_bench.reset(); }
    void R18_beginsBesideTheQuestion_data();
    void R18_beginsBesideTheQuestion();
    void R18_closingIsHarmlessOnlyWhenItIs();
    void R1_notBegunIsNotBegunAfterARestart();
    void R1_whatRunsIsFollowedAfterARestart();
    void R2_oldReportMeetsANewCluster();
    void R8_jobsThatCannotBeAskedFor_data();
    void R8_jobsThatCannotBeAskedFor();
    void R10_fullDiskStopsBeforeHelm();

private:
    Lifecycle &lifecycle() { return m_bench->session().lifecycle(); }
    bool clusterShown()
    {
        return QTest::qWaitFor([&] { return lifecycle().status().pods.size() == 2 && lifecycle().status().release.exists(); }, 60000);
    }
    bool rayAnswers()
    {
        return QTest::qWaitFor([&] { return lifecycle().status().rayAnsweredAt.has_value(); }, 60000);
    }
    int uninstalls() { return m_bench->countCalls("helm uninstall"); }
    /// A report as an application leaves it that dies right after it has noted the job.
    GiveBackReport noted(const QString &installation);

    std::unique_ptr<SessionBench> m_bench;
};

GiveBackReport TestDeletion::noted(const QString &installation)
{
    GiveBackReport report;
    report.id = u"4711"_s;
    report.profileId = m_bench->profile().id;
    report.release = m_bench->profile().releaseName;
    report.begun = QDateTime::currentDateTimeUtc().addDays(-3);
    report.jobId = u"11111111-2222-3333-4444-555555555555"_s;
    report.installationId = installation;
    report.revision = 1;
    for (const QString &uid : m_bench->podUids()) {
        GiveBackJob job;
        job.job.podUid = PodUid::orEmpty(uid);
        job.job.slurmJob = SlurmJobId::orEmpty(u"19"_s);
        report.jobs.append(job);
    }
    return report;
}

void TestDeletion::R18_beginsBesideTheQuestion_data()
{
    QTest::addColumn<bool>("answered");
    QTest::newRow("answered at last") << true;
    QTest::newRow("never answered") << false;
}

void TestDeletion::R18_beginsBesideTheQuestion()
{
    QFETCH(bool, answered);
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QVERIFY(m_bench->connectNow(m_bench->profile(true)));
    QVERIFY(clusterShown() && rayAnswers());
    m_bench->setState(u"asks.hpc.test"_s);
    QSignalSpy finished(&lifecycle(), &Lifecycle::deleteFinished);
    lifecycle().deleteCluster({}, false);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->openQuestions(), 1, 60000);
    QTRY_COMPARE_WITH_TIMEOUT(uninstalls(), 1, 60000); // nobody has answered yet
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().deletion().isWaitingForProof(), 60000);
    QCOMPARE(m_bench->openQuestions(), 1);
    QVERIFY(lifecycle().isDeleting());
    QCOMPARE(lifecycle().deleteSteps()->all().constLast().state, StepState::Asking);
    QVERIFY(!lifecycle().whyBusy()); // the name is free: waiting for a proof makes way
    if (answered)
        m_bench->answerQuestions(true);
    else
        lifecycle().cancelDelete();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY(lifecycle().report() && lifecycle().report()->podsGoneAt.isValid());
    QCOMPARE(lifecycle().report()->verdict(), GiveBackVerdict::NoProof);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->openQuestions(), 0, 60000);
}

void TestDeletion::R18_closingIsHarmlessOnlyWhenItIs()
{
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(clusterShown() && rayAnswers());
    m_bench->setState(u"helm-waits"_s);
    m_bench->setState(u"hold"_s);
    lifecycle().deleteCluster({}, false);
    QVERIFY(lifecycle().isDeleting());
    QVERIFY(!lifecycle().deletion().goesOnAtVm());
    m_bench->removeState(u"hold"_s);
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().deletion().goesOnAtVm(), 60000);
    // And so it does: Rayhelm is closed, helm ends alone, and the next start finds it.
    m_bench->close();
    m_bench->setState(u"helm-go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->hasState(u"labels"_s), 60000);
    m_bench->begin();
    QSignalSpy finished(&lifecycle(), &Lifecycle::deleteFinished);
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(uninstalls(), 1);
    QVERIFY(lifecycle().report()->podsGoneAt.isValid());
}

void TestDeletion::R1_notBegunIsNotBegunAfterARestart()
{
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    m_bench->session().connection().setProfile(m_bench->profile());
    m_bench->close();
    QVERIFY(awaited(GiveBackReports(m_bench->dataDirectory()).store(noted(u"ours-1"_s), {})));
    m_bench->begin();
    QSignalSpy started(&lifecycle(), &Lifecycle::deleteStarted);
    QSignalSpy failed(&lifecycle(), &Lifecycle::deleteFailed);
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NotFound);
    QCOMPARE(uninstalls(), 0);
    QCOMPARE(started.size(), 0);
    QVERIFY(m_bench->hasState(u"labels"_s));
    QCOMPARE(lifecycle().report()->verdict(), GiveBackVerdict::NotDeleted);
    // It is told once; the next start knows that nothing of it goes on.
    m_bench->close();
    m_bench->begin();
    QSignalSpy again(&lifecycle(), &Lifecycle::deleteFailed);
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(clusterShown());
    QCOMPARE(again.size(), 0);
    QCOMPARE(uninstalls(), 0);
}

void TestDeletion::R1_whatRunsIsFollowedAfterARestart()
{
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(clusterShown() && rayAnswers());
    m_bench->setState(u"helm-waits"_s);
    lifecycle().deleteCluster({}, false);
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().deletion().goesOnAtVm(), 60000);
    m_bench->close();
    m_bench->begin();
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().isDeleting(), 60000);
    QVERIFY(lifecycle().whyBusy());
    m_bench->setState(u"helm-go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!lifecycle().isDeleting(), 60000);
    QCOMPARE(uninstalls(), 1);
    QVERIFY(lifecycle().report()->podsGoneAt.isValid());
}

void TestDeletion::R2_oldReportMeetsANewCluster()
{
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    GiveBackReport old = noted(u"ours-1"_s);
    old.helmDone = old.startedOnVm = true;
    QVERIFY(awaited(GiveBackReports(m_bench->dataDirectory()).store(old, {})));
    m_bench->installCluster(u"ours-2"_s, "refused-option/02-t005s-pods.json"); // made anew, by hand or from elsewhere
    QSignalSpy started(&lifecycle(), &Lifecycle::deleteStarted);
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(clusterShown());
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().report() && lifecycle().report()->podsGoneAt.isValid(), 60000); // its own pods are gone
    QCOMPARE(started.size(), 0);
    QVERIFY(!lifecycle().isDeleting());
    QVERIFY(lifecycle().status().state != ClusterState::Deleting);
    QVERIFY(!lifecycle().whyBusy());
    QCOMPARE(m_bench->stateOf(u"secret"_s), "ours-2");
    QVERIFY(InstallJournal(m_bench->dataDirectory()).isOurs(u"ours-2"_s));
    QCOMPARE(lifecycle().report()->jobs.size(), old.jobs.size()); // the new cluster's pods are not its business
}

void TestDeletion::R8_jobsThatCannotBeAskedFor_data()
{
    QTest::addColumn<QByteArray>("jobs");
    QTest::addColumn<bool>("needsName");
    QTest::newRow("none") << QByteArray("[]") << false;
    QTest::newRow("Ray does not answer") << QByteArray() << true;
    QTest::newRow("a colleague's") << QByteArray(R"([{"type":"DRIVER","job_id":"01000000","submission_id":null,"status":"RUNNING","entrypoint":"python x.py"}])") << true;
}

void TestDeletion::R8_jobsThatCannotBeAskedFor()
{
    QFETCH(QByteArray, jobs);
    QFETCH(bool, needsName);
    m_bench->setRayJobs(jobs);
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(clusterShown());
    QVERIFY(lifecycle().status().head()->pod.anyContainerRuns());
    if (!jobs.isEmpty())
        QVERIFY(rayAnswers());
    QCOMPARE(lifecycle().deletion().jobsAreKnown(), !jobs.isEmpty());
    QSignalSpy failed(&lifecycle(), &Lifecycle::deleteFailed);
    QSignalSpy finished(&lifecycle(), &Lifecycle::deleteFinished);
    lifecycle().deleteCluster({}, false);
    if (needsName) {
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Conflict);
        QCOMPARE(uninstalls(), 0);
        QVERIFY(GiveBackReports(m_bench->dataDirectory()).all().isEmpty());
        lifecycle().deleteCluster(m_bench->profile().releaseName, false);
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(uninstalls(), 1);
}

void TestDeletion::R10_fullDiskStopsBeforeHelm()
{
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(clusterShown() && rayAnswers());
    QFile inTheWay(m_bench->dataDirectory() + u"/reports"_s); // nothing can be written below it
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(&lifecycle(), &Lifecycle::deleteFailed);
    lifecycle().deleteCluster({}, false);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QCOMPARE(uninstalls(), 0);
    QVERIFY(m_bench->hasState(u"labels"_s));
}

QTEST_GUILESS_MAIN(TestDeletion)
#include "tst_deletion.moc"
