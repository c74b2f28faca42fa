#include "awaiting.h"
#include "remote/remotejob.h"
#include "testsshd.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace rayhelm;
using namespace std::chrono_literals;

/// Work that goes on when the link is cut.
class TestRemoteJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void runsAndIsFollowed();
    void logContinuesAfterACut();
    void survivesTheEndOfTheLink();
    void startsOnlyOnce();
    void R13_retryMeetsADyingUpload();
    void foreignFolderIsRefused_data();
    void foreignFolderIsRefused();
    void stopEndsTheGroup_data();
    void stopEndsTheGroup();
    void vanishedIsSaid();
    void listedAfterARestart();
    void runningOneIsNotRemoved();
    void leavesNothingBehind();
    void badIds();
    void progressWithoutLineEnds();

private:
    SshSession &session() { return m_bench->session(); }
    RemoteJobSpec job(const QString &script) const;
    Result<QByteArrayList> follow(RemoteJob job, qint64 offset = 0, RemoteJobStatus *status = nullptr);
    RemoteJobStatus state(RemoteJob job) { return awaited(jobState(&session(), job, {})).value_or(RemoteJobStatus()); }
    QString folder() const { return m_sshd->home() + QStringLiteral("/.rayhelm/jobs"); }

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<TestRelay> m_relay;
    std::unique_ptr<SshBench> m_bench;
};

void TestRemoteJob::init()
{
    m_sshd = std::make_unique<TestSshd>();
    QVERIFY(m_sshd->start());
    m_relay = std::make_unique<TestRelay>();
    QVERIFY(m_relay->listen(m_sshd->port()));
    m_bench = std::make_unique<SshBench>(*m_sshd);
    SshPlace place;
    place.target = m_sshd->target();
    place.target.port = m_relay->port();
    SshTiming timing;
    timing.firstRetry = 100ms;
    timing.longestRetry = 400ms;
    VERIFY_RESULT(awaited(m_bench->remake(place, m_sshd->paths(), timing).openLink({})));
}

void TestRemoteJob::cleanup()
{
    m_bench.reset();
    m_relay.reset();
    m_sshd.reset();
}

RemoteJobSpec TestRemoteJob::job(const QString &script) const
{
    RemoteJobSpec spec;
    spec.job = newJob(false);
    spec.name = QStringLiteral("install raycluster");
    spec.script = script;
    return spec;
}

Result<QByteArrayList> TestRemoteJob::follow(RemoteJob job, qint64 offset, RemoteJobStatus *status)
{
    const std::shared_ptr<RemoteJobLog> log = followJob(&session(), job, offset);
    QByteArrayList lines;
    for (;;) {
        const Result<std::optional<QByteArray>> line = awaited(log->readLine({}));
        if (!line)
            return failure(line.error());
        if (!*line)
            break;
        lines.append(**line);
    }
    if (status)
        *status = log->status();
    return lines;
}

void TestRemoteJob::runsAndIsFollowed()
{
    const RemoteJobSpec spec = job(QStringLiteral("echo one; echo 'it''s two' >&2; sleep 0.5; printf three; exit 4"));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    QCOMPARE(QFile::permissions(folder() + QLatin1Char('/') + spec.job.id) & 0x0fff, QFile::Permissions(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser) & 0x0fff);
    RemoteJobStatus status;
    const Result<QByteArrayList> lines = follow(spec.job, 0, &status);
    VERIFY_RESULT(lines);
    QCOMPARE(*lines, (QByteArrayList{"one", "its two", "three"}));
    QCOMPARE(status.state, RemoteJobState::Ended);
    QCOMPARE(status.exitStatus, 4);
    QCOMPARE(status.name, QStringLiteral("install raycluster"));
    QCOMPARE(*follow(spec.job, 4), (QByteArrayList{"its two", "three"})); // from an offset
    QVERIFY(follow(spec.job, status.logSize)->isEmpty());
}

void TestRemoteJob::logContinuesAfterACut()
{
    const RemoteJobSpec spec = job(QStringLiteral("i=0; while test $i -lt 300; do echo line $i; i=$((i+1)); sleep 0.01; done; exit 4"));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    const std::shared_ptr<RemoteJobLog> log = followJob(&session(), spec.job);
    QList<bool> cuts;
    connect(log.get(), &RemoteJobLog::goingOnRemotely, this, [&cuts](bool on) { cuts.append(on); });
    QByteArrayList lines;
    for (;;) {
        const Result<std::optional<QByteArray>> line = awaited(log->readLine({}));
        VERIFY_RESULT(line);
        if (!*line)
            break;
        lines.append(**line);
        if (lines.size() == 50 || lines.size() == 120) {
            m_relay->setMode(TestRelay::Reset);
            m_relay->setMode(TestRelay::Pass);
        }
    }
    QCOMPARE(lines.size(), 300);
    for (int i = 0; i < 300; ++i)
        QCOMPARE(lines.at(i), "line " + QByteArray::number(i));
    QCOMPARE(log->status().exitStatus, 4);
    QVERIFY(cuts.contains(true));
    QVERIFY(!cuts.last());
}

void TestRemoteJob::survivesTheEndOfTheLink()
{
    const RemoteJobSpec spec = job(QStringLiteral("sleep 2; echo done; exit 0"));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    VERIFY_RESULT(awaited(session().closeLink({})));
    VERIFY_RESULT(awaited(session().openLink({})));
    QCOMPARE(*follow(spec.job), QByteArrayList{"done"});
    QCOMPARE(state(spec.job).state, RemoteJobState::Ended);
}

void TestRemoteJob::startsOnlyOnce()
{
    const QString mark = m_sshd->home() + QStringLiteral("/mark");
    const RemoteJobSpec spec = job(QStringLiteral("echo started >> %1; sleep 0.5").arg(mark));
    auto first = startJob(&session(), spec, {});
    auto second = startJob(&session(), spec, {});
    VERIFY_RESULT(awaited(std::move(first)));
    VERIFY_RESULT(awaited(std::move(second)));
    VERIFY_RESULT(follow(spec.job));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {}))); // also after its end
    QFile file(mark);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("started\n"));
}

/// The first try lies half-written when its link is given up; the second one comes by another link.
void TestRemoteJob::R13_retryMeetsADyingUpload()
{
    RemoteJobSpec spec = job(QStringLiteral("echo ran; exit 4\n"));
    spec.script += QString(24'000'000, QLatin1Char('#')); // more than the buffers on the way hold
    auto first = startJob(&session(), spec, {});
    const auto begun = [this] { return !QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(begun(), 20000);
    m_relay->setMode(TestRelay::Freeze);
    SshBench other(*m_sshd);
    SshPlace place;
    place.target = m_sshd->target();
    SshSession &second = other.remake(place, m_sshd->paths());
    VERIFY_RESULT(awaited(second.openLink({})));
    VERIFY_RESULT(awaited(startJob(&second, spec, {})));
    m_relay->setMode(TestRelay::Reset); // the dying try sees the end of its input now
    m_relay->setMode(TestRelay::Pass);
    const Result<> cut = awaited(std::move(first));
    QVERIFY(!cut);
    RemoteJobStatus status;
    const std::shared_ptr<RemoteJobLog> log = followJob(&second, spec.job);
    const Result<std::optional<QByteArray>> line = awaited(log->readLine({}));
    VERIFY_RESULT(line);
    QVERIFY2(*line, "it ended without having run");
    QCOMPARE(**line, QByteArray("ran"));
    const Result<std::optional<QByteArray>> end = awaited(log->readLine({}));
    VERIFY_RESULT(end);
    QVERIFY(!*end);
    QCOMPARE(log->status().state, RemoteJobState::Ended);
    QCOMPARE(log->status().exitStatus, 4);
    VERIFY_RESULT(awaited(removeJob(&second, spec.job, {})));
    const QDir home(m_sshd->home());
    QTRY_VERIFY_WITH_TIMEOUT(home.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() <= 1, 20000);
}

void TestRemoteJob::foreignFolderIsRefused_data()
{
    QTest::addColumn<QString>("make");
    QTest::newRow("link") << "mkdir -m 700 there; ln -s there .rayhelm";
    QTest::newRow("link to nothing") << "ln -s there .rayhelm";
    QTest::newRow("open to others") << "mkdir -m 777 .rayhelm";
    QTest::newRow("link of the jobs") << "mkdir -m 700 .rayhelm there; ln -s ../there .rayhelm/jobs";
    QTest::newRow("jobs open to others") << "mkdir -m 700 .rayhelm; mkdir -m 770 .rayhelm/jobs";
    if (::geteuid() == 0)
        QTest::newRow("another's") << "mkdir -m 700 .rayhelm; chown 64001 .rayhelm";
}

/// What lies where the jobs belong could have been put there by somebody who wants to run things in our name.
void TestRemoteJob::foreignFolderIsRefused()
{
    QFETCH(QString, make);
    RemoteCommand plant;
    plant.script = QStringLiteral("cd \"$HOME\" && { %1; }").arg(make);
    VERIFY_RESULT(awaited(session().run(plant, {})));
    const QString mark = m_sshd->home() + QStringLiteral("/mark");
    const RemoteJobSpec spec = job(QStringLiteral("touch %1").arg(mark));
    const Result<> started = awaited(startJob(&session(), spec, {}));
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Forbidden);
    QVERIFY2(started.error().summary.contains(QStringLiteral("~/.rayhelm")), qPrintable(started.error().summary));
    QVERIFY(!QFile::exists(mark));
    QVERIFY(QDir(m_sshd->home() + QStringLiteral("/there")).isEmpty());
    for (const ErrorKind kind : {awaited(jobState(&session(), spec.job, {})).error().kind, awaited(listJobs(&session(), false, {})).error().kind,
                                 awaited(stopJob(&session(), spec.job, 1s, {})).error().kind, awaited(removeJob(&session(), spec.job, {})).error().kind})
        QCOMPARE(kind, ErrorKind::Forbidden);
}

void TestRemoteJob::stopEndsTheGroup_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("status");
    QTest::newRow("ordinary") << "sleep NAP.1" << 143;
    QTest::newRow("cleans up") << "trap 'echo cleaned; exit 9' TERM; sleep NAP.1 & wait" << 9;
    QTest::newRow("ignores TERM") << "trap '' TERM; sleep NAP.1; sleep NAP.2" << 137;
}

void TestRemoteJob::stopEndsTheGroup()
{
    QFETCH(QString, script);
    QFETCH(int, status);
    const RemoteJobSpec spec = job(script.replace(QStringLiteral("NAP"), napName()));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 1, 10000);
    VERIFY_RESULT(awaited(stopJob(&session(), spec.job, 1s, {})));
    QCOMPARE(nappers(), 0);
    const RemoteJobStatus after = state(spec.job);
    QCOMPARE(after.state, RemoteJobState::Ended);
    QCOMPARE(after.exitStatus, status);
    VERIFY_RESULT(awaited(stopJob(&session(), spec.job, 1s, {}))); // twice does no harm
}

void TestRemoteJob::vanishedIsSaid()
{
    const RemoteJobSpec spec = job(QStringLiteral("echo before; sleep %1.3").arg(napName()));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    QCOMPARE(state(spec.job).state, RemoteJobState::Running);
    RemoteCommand kill;
    kill.script = QStringLiteral("kill -9 -$(cat \"$HOME/.rayhelm/jobs/%1/pid\")").arg(spec.job.id); // as a restart of the machine
    VERIFY_RESULT(awaited(session().run(kill, {})));
    RemoteJobStatus status;
    QCOMPARE(*follow(spec.job, 0, &status), QByteArrayList{"before"});
    QCOMPARE(status.state, RemoteJobState::Vanished);
    QCOMPARE(state(newJob(false)).state, RemoteJobState::Unknown);
}

void TestRemoteJob::listedAfterARestart()
{
    QVERIFY(awaited(listJobs(&session(), false, {}))->isEmpty());
    RemoteJobSpec first = job(QStringLiteral("exit 7"));
    first.name = QStringLiteral("weird = name\nwith lines");
    const RemoteJobSpec second = job(QStringLiteral("sleep %1.4").arg(napName()));
    VERIFY_RESULT(awaited(startJob(&session(), first, {})));
    VERIFY_RESULT(follow(first.job));
    VERIFY_RESULT(awaited(startJob(&session(), second, {})));
    const auto jobs = awaited(listJobs(&session(), false, {}));
    VERIFY_RESULT(jobs);
    QCOMPARE(jobs->size(), 2);
    QMap<QString, RemoteJobStatus> byId;
    for (const RemoteJobStatus &status : *jobs)
        byId.insert(status.job.id, status);
    QCOMPARE(byId.value(first.job.id).state, RemoteJobState::Ended);
    QCOMPARE(byId.value(first.job.id).exitStatus, 7);
    QCOMPARE(byId.value(second.job.id).state, RemoteJobState::Running);
    QVERIFY(qAbs(byId.value(second.job.id).started.secsTo(QDateTime::currentDateTime())) < 60);
    VERIFY_RESULT(awaited(stopJob(&session(), second.job, 1s, {})));
}

void TestRemoteJob::runningOneIsNotRemoved()
{
    const RemoteJobSpec spec = job(QStringLiteral("sleep %1.5").arg(napName()));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    const Result<> removed = awaited(removeJob(&session(), spec.job, {}));
    QVERIFY(!removed && removed.error().kind == ErrorKind::Conflict);
    VERIFY_RESULT(awaited(stopJob(&session(), spec.job, 1s, {})));
    VERIFY_RESULT(awaited(removeJob(&session(), spec.job, {})));
}

void TestRemoteJob::leavesNothingBehind()
{
    const RemoteJobSpec spec = job(QStringLiteral("true"));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    VERIFY_RESULT(follow(spec.job));
    VERIFY_RESULT(awaited(removeJob(&session(), spec.job, {})));
    QVERIFY(QDir(m_sshd->home()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    VERIFY_RESULT(awaited(removeJob(&session(), spec.job, {})));
}

void TestRemoteJob::badIds()
{
    RemoteJobSpec spec = job(QStringLiteral("true"));
    for (const char *id : {"", "../../x", "a b", "$(id)", "x"}) {
        spec.job.id = QString::fromLatin1(id);
        const Result<> started = awaited(startJob(&session(), spec, {}));
        QVERIFY(!started && started.error().kind == ErrorKind::InvalidInput);
        const Result<> removed = awaited(removeJob(&session(), spec.job, {}));
        QVERIFY(!removed && removed.error().kind == ErrorKind::InvalidInput);
    }
}

void TestRemoteJob::progressWithoutLineEnds()
{
    const RemoteJobSpec spec = job(QStringLiteral("head -c 3000000 /dev/zero | tr '\\000' .; echo; echo end"));
    VERIFY_RESULT(awaited(startJob(&session(), spec, {})));
    const Result<QByteArrayList> lines = follow(spec.job);
    VERIFY_RESULT(lines);
    QCOMPARE(lines->last(), QByteArray("end"));
    QCOMPARE(lines->join().size(), 3000003);
}

QTEST_GUILESS_MAIN(TestRemoteJob)
#include "tst_remotejob.moc"
