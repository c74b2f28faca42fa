#include "awaiting.h"

#include "cluster/givebackreport.h"
#include "cluster/slurmjobs.h"
#include "cluster/slurmpartitions.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime(QDate(2026, 5, 3), QTime(14, 12), Qt::UTC);

QList<SlurmJobId> numbered(const QStringList &numbers)
{
    QList<SlurmJobId> ids;
    for (const QString &number : numbers)
        ids.append(SlurmJobId::orEmpty(number));
    return ids;
}

PodUid uid(const QString &text)
{
    return PodUid::orEmpty(text);
}

SlurmAnswer answerOf(const QByteArray &out, const QList<SlurmJobId> &ids)
{
    return *parseSlurmAnswer({0, out, {}}, ids, now, nullptr);
}

GiveBackReport reportOf(const QStringList &numbers)
{
    GiveBackReport report;
    report.id = u"r1"_s;
    report.profileId = QUuid::createUuid();
    report.release = u"raycluster"_s;
    report.place = u"ada@vm"_s;
    report.begun = now.addSecs(-60);
    report.podsGoneAt = now.addSecs(-10);
    for (const QString &number : numbers) {
        GiveBackJob job;
        job.job.slurmJob = SlurmJobId::orEmpty(number);
        job.job.podName = PodName::orEmpty(u"pod-"_s + number);
        job.job.podUid = PodUid::orEmpty(u"uid-"_s + number);
        job.job.ask.gpus = 1;
        job.job.ask.timeLimit = std::chrono::hours(2);
        job.job.firstRunning = now.addSecs(-3600);
        job.job.running = true;
        report.jobs.append(job);
    }
    report.podCount = int(numbers.size());
    return report;
}

} // namespace

class TestSlurmJobs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answer();
    void privateData_data();
    void privateData();
    void failures();
    void numbersAreQuoted();
    void impossibleLinesAreLeftOut();
    void partitions();
    void noPartitions();
    void verdicts();
    void missingProvesOnlyToThoseWhoSee();
    void reportIsFoundAgain();
    void held();
    void heldOfDeletedClusters();
};

void TestSlurmJobs::answer()
{
    const SlurmAnswer answer = answerOf("J|17|uid-a|PENDING|BeginTime|1777817520|3:50:00\n"
                                        "J|18|uid-b|RUNNING|None|1777810320|1-00:00:00\n"
                                        "J|18|uid-b|RUNNING|None|1777810320|1-00:00:00\n"
                                        "J|19|uid-c|CANCELLED|None|N/A|UNLIMITED\n"
                                        "P|PrivateData             = none\n"
                                        "A|19|CANCELLED by 1000|1777817000\nA|16|COMPLETED|1777816000\n",
                                        numbered({u"16"_s, u"17"_s, u"18"_s, u"19"_s}));
    QCOMPARE(answer.jobs.size(), 4);
    QVERIFY(answer.seesAllJobs);
    const SlurmJobView *pending = answer.find({}, uid(u"uid-a"_s));
    QVERIFY(pending);
    QCOMPARE(pending->state, SlurmState::Pending);
    QCOMPARE(pending->reason, u"BeginTime"_s);
    QCOMPARE(*pending->timeLimit, std::chrono::seconds(13800));
    const SlurmJobView *running = answer.find(numbered({u"18"_s}).first(), {});
    QCOMPARE(running->state, SlurmState::Running);
    QCOMPARE(running->started.toSecsSinceEpoch(), 1777810320);
    QVERIFY(running->reason.isEmpty()); // "None" is no reason
    QVERIFY(!answer.find(numbered({u"19"_s}).first(), {})->timeLimit);
    QCOMPARE(answer.find(numbered({u"19"_s}).first(), {})->state, SlurmState::Ended);
    QCOMPARE(answer.find(numbered({u"19"_s}).first(), {})->ended.toSecsSinceEpoch(), 1777817000);
    QCOMPARE(answer.find(numbered({u"16"_s}).first(), {})->state, SlurmState::Ended); // known to accounting only
    QVERIFY(!answer.find(numbered({u"99"_s}).first(), uid(u"uid-z"_s)));
    QVERIFY(!answer.find({}, {}));
}

void TestSlurmJobs::privateData_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("sees");
    QTest::newRow("none") << QByteArray("P|PrivateData             = none") << true;
    QTest::newRow("jobs") << QByteArray("P|PrivateData             = accounts,jobs,usage") << false;
    QTest::newRow("all") << QByteArray("P|PrivateData             = all") << false;
    QTest::newRow("accounts") << QByteArray("P|PrivateData             = accounts") << true;
    QTest::newRow("not told") << QByteArray() << false;
}

void TestSlurmJobs::privateData()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, sees);
    QCOMPARE(answerOf(line, {}).seesAllJobs, sees);
}

void TestSlurmJobs::failures()
{
    const RemoteOutput down{1, {}, "slurm_load_jobs error: Unable to contact slurm controller (connect failure)"};
    QCOMPARE(parseSlurmAnswer(down, {}, now, nullptr).error().kind, ErrorKind::CommandFailed);
    QCOMPARE(parseSlurmAnswer({127, {}, "squeue: not found"}, {}, now, nullptr).error().kind, ErrorKind::NotFound);
}

void TestSlurmJobs::numbersAreQuoted()
{
    QVERIFY(SlurmJobId::orEmpty(u"2;reboot"_s).isEmpty());
    const RemoteCommand command = slurmCommand(numbered({u"1"_s, u"4_2"_s}), {uid(u"a"_s)});
    QVERIFY2(command.script.contains(u"ids=1,4_2\nnames=a\n"_s), qPrintable(command.script));
    QCOMPARE(command.shownAs, u"squeue -j 1,4_2"_s);
    QCOMPARE(slurmCommand({}, {uid(u"a"_s)}).shownAs, u"squeue --name=a"_s);
    QVERIFY(!command.changes);
}

/// What squeue says is nothing to rely on: a line whose number or name is none is no job.
void TestSlurmJobs::impossibleLinesAreLeftOut()
{
    const SlurmAnswer answer = answerOf("J|1;reboot|uid-a|RUNNING|None|0|2:00:00\nJ|../../x|uid-b|RUNNING|None|0|2:00:00\n"
                                        "J|7|$(touch x)|RUNNING|None|0|2:00:00\nJ|-8|uid-c|RUNNING|None|0|2:00:00\n"
                                        "A|9;x|COMPLETED|1777816000\n", {});
    QCOMPARE(answer.jobs.size(), 1);
    QCOMPARE(answer.jobs.first().jobId.text(), u"7"_s);
    QVERIFY(answer.jobs.first().podUid.isEmpty());
}

void TestSlurmJobs::partitions()
{
    const Result<SlurmPartitions> read = parsePartitions({0, "cpu*|1-00:00:00\ngpu|4:00:00\ngpu|4:00:00\nlong|infinite\nodd\x1b[0m|n/a\n|5\n", {}}, nullptr);
    QVERIFY(read);
    const SlurmPartitions expected{{u"cpu"_s, true, std::chrono::hours(24)}, {u"gpu"_s, false, std::chrono::hours(4)},
                                   {u"long"_s, false, std::nullopt}, {u"odd"_s, false, std::nullopt}};
    QCOMPARE(read->size(), expected.size());
    for (qsizetype i = 0; i < 3; ++i)
        QVERIFY2(read->at(i) == expected.at(i), qPrintable(read->at(i).name));
    QVERIFY(read->at(3).name.startsWith(u"odd"_s) && !read->at(3).name.contains(QChar(0x1b)));
}

void TestSlurmJobs::noPartitions()
{
    QCOMPARE(parsePartitions({127, {}, "sinfo: not found\n"}, nullptr).error().kind, ErrorKind::NotFound);
    QCOMPARE(parsePartitions({1, "gpu|1\n", "slurm_load_partitions: Unable to contact slurm controller\n"}, nullptr).error().kind, ErrorKind::CommandFailed);
}

void TestSlurmJobs::verdicts()
{
    GiveBackReport report = reportOf({u"4711223"_s, u"4711224"_s, u"4711226"_s});
    QCOMPARE(report.verdict(), GiveBackVerdict::NoProof);
    QCOMPARE(report.headline(), u"Asked to stop, no proof yet"_s);
    QVERIFY2(report.sentences().first().contains(u"4711223-4711224, 4711226 is not known from here"_s), qPrintable(report.sentences().first()));
    QVERIFY(report.sentences().at(1).contains(u"at the latest"_s));
    QCOMPARE(report.unproven().size(), 3);
    report.jobs[2].job.firstRunning = {};
    report.jobs[2].job.running = false;
    QVERIFY2(report.sentences().at(1).contains(u"4711226 was not seen running and may start later"_s), qPrintable(report.sentences().at(1)));

    report.apply(answerOf("J|4711223|uid-4711223|COMPLETED|None|0|2:00:00\nJ|4711224|uid-4711224|RUNNING|None|0|2:00:00\n"
                          "J|4711226|uid-4711226|CANCELLED|None|0|2:00:00\n", report.slurmJobs()));
    QCOMPARE(report.verdict(), GiveBackVerdict::StillHeld);
    QCOMPARE(report.headline(), u"Probably still held: job 4711224 still runs on the HPC."_s);
    QCOMPARE(report.unproven().size(), 1);
    report.apply(answerOf("J|4711224|uid-4711224|COMPLETED|None|0|2:00:00\n", report.slurmJobs()));
    QCOMPARE(report.verdict(), GiveBackVerdict::GivenBack);
    QVERIFY2(report.headline().startsWith(u"Given back: the HPC confirms that all 3 job"_s), qPrintable(report.headline()));
    QVERIFY(report.unproven().isEmpty());
    for (const QString &number : textsOf(report.slurmJobs()))
        QVERIFY(report.supportText().contains(number));

    report.podsGoneAt = {};
    QCOMPARE(report.verdict(), GiveBackVerdict::Going); // pods still exist: nothing is given back
    GiveBackReport empty = reportOf({});
    QVERIFY(empty.verdict() != GiveBackVerdict::GivenBack);
}

void TestSlurmJobs::missingProvesOnlyToThoseWhoSee()
{
    GiveBackReport report = reportOf({u"5"_s});
    report.apply(answerOf("P|PrivateData = jobs\n", numbered({u"5"_s})));
    QCOMPARE(report.verdict(), GiveBackVerdict::NoProof);
    report.apply(answerOf("P|PrivateData = none\n", numbered({u"5"_s})));
    QCOMPARE(report.verdict(), GiveBackVerdict::GivenBack);
}

void TestSlurmJobs::reportIsFoundAgain()
{
    QTemporaryDir folder;
    GiveBackReport report = reportOf({u"1"_s, u"2"_s, u"3"_s});
    report.jobs[1].job.slurmJob = {};
    report.jobs[2].proof = JobProof::Ended;
    report.jobs[2].endedAt = now;
    report.contactLost = true;
    QVERIFY(awaited(GiveBackReports(folder.path()).store(report, {})).has_value());
    // Another object, as after a restart of the application.
    const auto found = GiveBackReports(folder.path()).newest(report.profileId, u"raycluster"_s);
    QVERIFY(found.has_value());
    QCOMPARE(textsOf(found->slurmJobs()), (QStringList{u"1"_s, u"3"_s}));
    QCOMPARE(found->jobs.at(1).job.podUid.text(), u"uid-2"_s);
    QCOMPARE(found->jobs.at(2).proof, JobProof::Ended);
    QCOMPARE(found->jobs.at(0).job.latestEnd(), report.jobs.at(0).job.latestEnd());
    QCOMPARE(found->verdict(), report.verdict());
    QCOMPARE(found->sentences(), report.sentences());
    QVERIFY(!GiveBackReports(folder.path()).newest(QUuid::createUuid(), u"raycluster"_s));
    QFile broken(folder.path() + u"/reports/zz.json"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
    broken.close();
    QCOMPARE(GiveBackReports(folder.path()).all().size(), 1);
}

void TestSlurmJobs::held()
{
    const GiveBackReport report = reportOf({u"1"_s, u"2"_s, u"3"_s});
    QList<HeldJob> jobs = report.unproven();
    jobs[0].firstRunning = now.addSecs(-2400); // the others end earlier
    Held held = heldFrom(jobs, {}, now, true, now);
    QCOMPARE(held.nodes, 3);
    QCOMPARE(held.gpus, 3);
    QCOMPARE(*held.timeLeft(), std::chrono::seconds(3600)); // of the shortest
    QString text = held.text().full;
    text.remove(QChar(0x2068)).remove(QChar(0x2069));
    QCOMPARE(text, u"Held: 3 node(s), 3 GPU(s), about 1 h left"_s);
    // Not connected: it counts on.
    held = heldFrom(jobs, {}, now, false, now.addSecs(600));
    QCOMPARE(*held.timeLeft(), std::chrono::seconds(3000));
    QVERIFY(held.text().full.startsWith(u"Held at "_s));
    jobs[1].queued = true;
    held = heldFrom(jobs, {}, now, true, now);
    QCOMPARE(held.nodes, 2);
    QCOMPARE(held.queuedNodes, 1);
    jobs[0].ask.gpus.reset();
    QVERIFY(heldFrom(jobs, {}, now, true, now).text().full.contains(u"GPUs not stated"_s));
    for (HeldJob &job : jobs)
        job.ask.timeLimit.reset();
    QVERIFY(heldFrom(jobs, {}, now, true, now).text().full.contains(u"no time limit known"_s));
    QCOMPARE(heldFrom({}, {}, now, true, now).text().full, u"Nothing held"_s);
    QCOMPARE(heldJobsFromJson(heldJobsToJson(report.unproven())).at(2).latestEnd(), report.jobs.at(2).job.latestEnd());
}

void TestSlurmJobs::heldOfDeletedClusters()
{
    QList<HeldJob> left = reportOf({u"1"_s, u"2"_s}).unproven();
    Held held = heldFrom({}, left, now, true, now);
    QVERIFY(held.isPerhaps());
    QVERIFY2(held.text().full.startsWith(u"Perhaps still held: 2 GPU(s), at most until"_s), qPrintable(held.text().full));
    left[0].firstRunning = {}; // may start later: no end is known
    QCOMPARE(heldFrom({}, left, now, true, now).text().full, u"Perhaps still held: 2 GPU(s)"_s);
    left.removeFirst();
    // Slurm itself ends a job at its limit.
    QVERIFY(heldFrom({}, left, now, true, now.addSecs(2 * 3600)).isNothing());
}

QTEST_GUILESS_MAIN(TestSlurmJobs)
#include "tst_slurmjobs.moc"
