#undef QT_NO_CAST_FROM_ASCII
#include "jobs/jobhistory.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

class JobHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void outlivesTheProgram();
    void outlivesACrash();
    void statesOfRay_data();
    void statesOfRay();
    void newestFirst();
    void sameIdTwice();
    void removedAndBack();
    void lostWithCluster();
    void logs();
    void unsafeIds();
    void noSecretsAndNoOtherReaders();
    void damagedFile();
    void newerVersion();
    void notOpened();

private:
    JobRecord record(const QString &id = "rayhelm-a-1", const QDateTime &submitted = QDateTime::currentDateTimeUtc()) const
    {
        JobRecord made;
        made.spec.submissionId = id;
        made.spec.name = "a";
        made.spec.folder = "/f";
        made.spec.overrides = {{"epochs", "3"}};
        made.profile = QUuid("{11111111-2222-3333-4444-555555555555}");
        made.place = "raycluster on vm";
        made.address = "http://127.0.0.1:8265";
        made.command = "ray job submit";
        made.submitted = submitted;
        return made;
    }
    std::unique_ptr<JobHistory> opened() const
    {
        auto history = std::make_unique<JobHistory>();
        if (!history->open(m_folder->path()))
            history.reset();
        return history;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void JobHistoryTest::outlivesTheProgram()
{
    JobRecord made = record();
    {
        const auto history = opened();
        QVERIFY(history);
        QSignalSpy changed(history.get(), &JobHistory::changed);
        QVERIFY(history->add(made));
        QVERIFY(history->setPackage(made.id(), "gcs://p.zip"));
        QVERIFY(history->setMlflowRun(made.id(), "run1"));
        QCOMPARE(changed.size(), 3);
    }
    const auto history = opened();
    const auto found = history->find(made.id());
    QVERIFY(found);
    QCOMPARE(found->state, HistoryState::Submitting);
    QCOMPARE(found->spec.overrides, made.spec.overrides);
    QCOMPARE(found->profile, made.profile);
    QCOMPARE(found->place, made.place);
    QCOMPARE(found->packageUri, "gcs://p.zip");
    QCOMPARE(found->mlflowRunId, "run1");
    QCOMPARE(found->submitted.toMSecsSinceEpoch(), made.submitted.toMSecsSinceEpoch());
    QVERIFY(!found->ended.isValid());
}

void JobHistoryTest::outlivesACrash()
{
    // The files as they lie on the disk while the program runs, without its orderly end.
    const auto history = opened();
    QVERIFY(history->add(record()));
    QVERIFY(history->setState("rayhelm-a-1", HistoryState::Waiting));
    QTemporaryDir copy;
    for (const char *name : {"jobs.sqlite", "jobs.sqlite-wal"})
        QVERIFY2(QFile::copy(m_folder->filePath(name), copy.filePath(name)), name);
    JobHistory after;
    QVERIFY(after.open(copy.path()));
    QCOMPARE(after.records().size(), 1);
    QCOMPARE(after.records().first().state, HistoryState::Waiting);
}

void JobHistoryTest::statesOfRay_data()
{
    QTest::addColumn<JobStatus>("ray");
    QTest::addColumn<HistoryState>("state");
    QTest::newRow("PENDING") << JobStatus::Pending << HistoryState::Waiting;
    QTest::newRow("RUNNING") << JobStatus::Running << HistoryState::Running;
    QTest::newRow("SUCCEEDED") << JobStatus::Succeeded << HistoryState::Finished;
    QTest::newRow("FAILED") << JobStatus::Failed << HistoryState::Failed;
    QTest::newRow("STOPPED") << JobStatus::Stopped << HistoryState::Stopped;
    QTest::newRow("other") << JobStatus::Unknown << HistoryState::Running;
}

void JobHistoryTest::statesOfRay()
{
    QFETCH(JobStatus, ray);
    QFETCH(HistoryState, state);
    const auto history = opened();
    QVERIFY(history->add(record()));
    JobDetails details;
    details.status = ray;
    details.message = "words";
    details.jobId = "02000000";
    if (isTerminal(ray))
        details.ended = QDateTime::fromMSecsSinceEpoch(1750000000000);
    QVERIFY(history->update("rayhelm-a-1", details));
    const JobRecord found = *history->find("rayhelm-a-1");
    QCOMPARE(found.state, state);
    QCOMPARE(found.message, "words");
    QCOMPARE(found.rayJobId, "02000000");
    QCOMPARE(found.ended.isValid(), isTerminal(ray));
    QCOMPARE(isOver(found.state), isTerminal(ray));
    QCOMPARE(history->update("rayhelm-other", details).error().kind, ErrorKind::NotFound);
}

void JobHistoryTest::newestFirst()
{
    const auto history = opened();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(history->add(record("b", now.addSecs(-10))));
    QVERIFY(history->add(record("c", now)));
    QVERIFY(history->add(record("a", now.addSecs(-20))));
    QStringList ids;
    for (const JobRecord &found : history->records())
        ids.append(found.id());
    QCOMPARE(ids, (QStringList{"c", "b", "a"}));
}

void JobHistoryTest::sameIdTwice()
{
    const auto history = opened();
    QVERIFY(history->add(record()));
    QCOMPARE(history->add(record()).error().kind, ErrorKind::Conflict);
}

void JobHistoryTest::removedAndBack()
{
    const auto history = opened();
    QVERIFY(history->add(record()));
    QVERIFY(history->appendLog("rayhelm-a-1", "log"));
    QVERIFY(history->setRemoved("rayhelm-a-1", true));
    QVERIFY(history->records().isEmpty());
    QVERIFY(history->setRemoved("rayhelm-a-1", false));
    QCOMPARE(history->records().size(), 1);
    QVERIFY(history->purge());
    QCOMPARE(history->records().size(), 1);
    QVERIFY(history->setRemoved("rayhelm-a-1", true));
    QVERIFY(history->purge());
    QVERIFY(!history->find("rayhelm-a-1"));
    QVERIFY(!QFile::exists(history->logFile("rayhelm-a-1")));
}

void JobHistoryTest::lostWithCluster()
{
    const auto history = opened();
    for (const char *id : {"running", "finished", "other"}) {
        JobRecord made = record(id);
        if (made.id() == "other")
            made.profile = QUuid::createUuid();
        QVERIFY(history->add(made));
    }
    QVERIFY(history->setState("finished", HistoryState::Finished));
    QCOMPARE(history->loseWithCluster(record().profile, QDateTime::currentDateTime()).value(), 1);
    QCOMPARE(history->find("running")->state, HistoryState::LostWithCluster);
    QCOMPARE(history->find("finished")->state, HistoryState::Finished);
    QCOMPARE(history->find("other")->state, HistoryState::Submitting);
    QVERIFY(history->find("running")->ended.isValid());
}

void JobHistoryTest::logs()
{
    const auto history = opened();
    QVERIFY(history->log("rayhelm-a-1").isEmpty());
    QVERIFY(history->appendLog("rayhelm-a-1", QString::fromUtf8("\xc3\xa9\n")));
    QVERIFY(history->appendLog("rayhelm-a-1", "two"));
    QCOMPARE(history->log("rayhelm-a-1"), QString::fromUtf8("\xc3\xa9\ntwo"));
    QCOMPARE(history->log("rayhelm-a-1").size(), 5); // characters, by which a follower goes on
}

void JobHistoryTest::unsafeIds()
{
    const auto history = opened();
    for (const char *id : {"", "../x", "a/b", "a b", "a\n"}) {
        QVERIFY(!history->add(record(id)));
        QVERIFY(!history->appendLog(id, "x"));
        QVERIFY(history->logFile(id).isEmpty());
    }
    QVERIFY(!QFile::exists(m_folder->path() + "/x.log"));
}

void JobHistoryTest::noSecretsAndNoOtherReaders()
{
    const auto history = opened();
    JobRecord made = record();
    made.address = "https://ray:hunter22@h/prefix";
    QVERIFY(history->add(made));
    QVERIFY(history->appendLog(made.id(), "x"));
    QCOMPARE(history->find(made.id())->address, "https://h/prefix");
    for (const QString &name : {QString("/jobs.sqlite"), QString("/joblogs/rayhelm-a-1.log")})
        QVERIFY2(!(QFileInfo(m_folder->path() + name).permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(name));
}

void JobHistoryTest::damagedFile()
{
    QFile file(m_folder->filePath("jobs.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("this is no database").repeated(200));
    file.close();
    const auto history = opened();
    QVERIFY(history && history->isOpen());
    QVERIFY(history->add(record()));
    QVERIFY(QFile::exists(m_folder->filePath("jobs.sqlite.broken")));
}

void JobHistoryTest::newerVersion()
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "newer");
        database.setDatabaseName(m_folder->filePath("jobs.sqlite"));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec("PRAGMA user_version=99"));
    }
    QSqlDatabase::removeDatabase("newer");
    JobHistory history;
    QCOMPARE(history.open(m_folder->path()).error().kind, ErrorKind::Conflict);
    QVERIFY(!history.isOpen());
    QVERIFY(!QFile::exists(m_folder->filePath("jobs.sqlite.broken")));
}

void JobHistoryTest::notOpened()
{
    JobHistory history;
    QVERIFY(history.records().isEmpty());
    QVERIFY(!history.add(record()));
    QVERIFY(!history.find("a"));
    QVERIFY(!history.appendLog("a", "x"));
}

QTEST_GUILESS_MAIN(JobHistoryTest)
#include "tst_jobhistory.moc"
