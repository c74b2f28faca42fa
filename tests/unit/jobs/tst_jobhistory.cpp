#undef QT_NO_CAST_FROM_ASCII
#include "core/compute.h"
#include "jobs/jobhistory.h"

#include <QCoroTask>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sched.h>
#include <sys/mount.h>

using namespace rayhelm;

namespace {

/// A disk of 1 MB that only this program sees.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &path)
        : m_path(path)
    {
        QDir().mkpath(path);
        m_mounted = unshare(CLONE_NEWNS) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
            && mount("none", QFile::encodeName(path).constData(), "tmpfs", 0, "size=1m") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(QFile::encodeName(m_path).constData(), MNT_DETACH);
    }
    bool isMounted() const { return m_mounted; }
    QString path() const { return m_path; }
    void fill()
    {
        QFile file(m_path + "/filler");
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            while (file.write(QByteArray(4096, 'x')) > 0) { }
        }
    }
    void makeRoom() { QFile::remove(m_path + "/filler"); }

private:
    QString m_path;
    bool m_mounted = false;
};

} // namespace

class JobHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() // the disk is fast again
    {
        qputenv("SLOWFSYNC_MS", "0");
        qunsetenv("SLOWFSYNC_LOG");
    }
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
    void unreachableIsNotDamaged();
    void newerVersion();
    void notOpened();
    void R11_slowDiskDoesNotHoldTheWindow();
    void R11_unchangedStateIsNotWritten();
    void R10_fullDiskIsSaidAndNothingIsLost();
    void logEndsWhereTheDiskTookNothing();

private:
    static QString logOf(const JobHistory &history, const QString &id) { return QCoro::waitFor(history.readLog(id, {})).value_or(KeptLog{"unread"}).text; }
    static bool isStored(JobHistory &history) { return QCoro::waitFor(history.stored({})).has_value(); }

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
    QVERIFY(isStored(*history));
    QTemporaryDir copy;
    QVERIFY(QFile::copy(m_folder->filePath("jobs.sqlite"), copy.filePath("jobs.sqlite")));
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
    history->purge();
    QCOMPARE(history->records().size(), 1);
    QVERIFY(isStored(*history));
    QVERIFY(QFile::exists(history->logFile("rayhelm-a-1")));
    QVERIFY(history->setRemoved("rayhelm-a-1", true));
    history->purge();
    QVERIFY(isStored(*history));
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
    QCOMPARE(history->loseWithCluster(record().profile, QDateTime::currentDateTime()), 1);
    QCOMPARE(history->find("running")->state, HistoryState::LostWithCluster);
    QCOMPARE(history->find("finished")->state, HistoryState::Finished);
    QCOMPARE(history->find("other")->state, HistoryState::Submitting);
    QVERIFY(history->find("running")->ended.isValid());
}

void JobHistoryTest::logs()
{
    const auto history = opened();
    QVERIFY(logOf(*history, "rayhelm-a-1").isEmpty());
    QVERIFY(history->appendLog("rayhelm-a-1", QString::fromUtf8("\xc3\xa9\n")));
    QVERIFY(history->appendLog("rayhelm-a-1", "two"));
    QCOMPARE(logOf(*history, "rayhelm-a-1"), QString::fromUtf8("\xc3\xa9\ntwo"));
    QVERIFY(isStored(*history));
    QVERIFY(history->appendLog("rayhelm-a-1", "!"));
    QCOMPARE(logOf(*history, "rayhelm-a-1"), QString::fromUtf8("\xc3\xa9\ntwo!")); // a part is on the disk, a part is not
    QCOMPARE(logOf(*opened(), "rayhelm-a-1").size(), 5); // characters, by which a follower goes on
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
    QSqlDatabase reader = QSqlDatabase::addDatabase("QSQLITE", "reader"); // keeps the side files from being taken away
    reader.setDatabaseName(m_folder->filePath("jobs.sqlite"));
    QVERIFY(reader.open() && QSqlQuery(reader).exec("SELECT * FROM jobs"));
    QVERIFY(isStored(*history));
    QVERIFY(QFile::exists(m_folder->filePath("jobs.sqlite-wal")));
    for (const QString &name : {QString("/jobs.sqlite"), QString("/jobs.sqlite-wal"), QString("/jobs.sqlite-shm"), QString("/joblogs/rayhelm-a-1.log")})
        QVERIFY2(!(QFileInfo(m_folder->path() + name).permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(name));
}

void JobHistoryTest::R11_slowDiskDoesNotHoldTheWindow()
{
    const auto history = opened();
    for (int i = 0; i < 5; ++i)
        QVERIFY(history->add(record(QString("job-%1").arg(i))));
    QVERIFY(isStored(*history));
    const QString notes = m_folder->filePath("notes");
    qputenv("SLOWFSYNC_MS", "2000");
    qputenv("SLOWFSYNC_LOG", notes.toUtf8());
    // Five jobs write lines and change their state; meanwhile the event loop is asked for a sign of life.
    qint64 longest = 0;
    QElapsedTimer turn;
    turn.start();
    QTimer life;
    connect(&life, &QTimer::timeout, this, [&] { longest = qMax(longest, turn.restart()); });
    life.start(5);
    int round = 0;
    QTimer work;
    connect(&work, &QTimer::timeout, this, [&] {
        JobDetails details;
        details.status = JobStatus::Running;
        details.message = QString::number(++round);
        for (int i = 0; i < 5; ++i) {
            const QString id = QString("job-%1").arg(i);
            QVERIFY(history->appendLog(id, QString("line %1\n").arg(round)));
            QVERIFY(history->update(id, details));
        }
    });
    work.start(20);
    const auto syncs = [&notes](const char *who) {
        QFile file(notes);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count(who) : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(syncs("worker") >= 2 || syncs("window") > 0, 60000); // else each turn takes so long that the limit never comes
    work.stop();
    QCOMPARE(syncs("window"), 0);
    QVERIFY(isStored(*history));
    qputenv("SLOWFSYNC_MS", "0");
    qInfo("longest turn of the event loop: %lld ms, %d rounds", longest, round);
    QCOMPARE(syncs("window"), 0);
    QVERIFY2(longest < 2000, "a turn waited for the disk"); // one sync takes 2 s
    qunsetenv("SLOWFSYNC_LOG");
    QCOMPARE(opened()->find("job-4")->message, QString::number(round));
    QCOMPARE(logOf(*opened(), "job-4").count('\n'), round);
}

void JobHistoryTest::R11_unchangedStateIsNotWritten()
{
    const auto history = opened();
    QVERIFY(history->add(record()));
    JobDetails details;
    details.status = JobStatus::Running;
    QVERIFY(history->update("rayhelm-a-1", details));
    QVERIFY(isStored(*history));
    const QString notes = m_folder->filePath("notes");
    qputenv("SLOWFSYNC_LOG", notes.toUtf8());
    QSignalSpy changed(history.get(), &JobHistory::changed);
    for (int i = 0; i < 100; ++i)
        QVERIFY(history->update("rayhelm-a-1", details));
    QVERIFY(isStored(*history));
    qunsetenv("SLOWFSYNC_LOG");
    QCOMPARE(changed.size(), 0);
    QVERIFY(!QFile::exists(notes));
}

void JobHistoryTest::R10_fullDiskIsSaidAndNothingIsLost()
{
    SmallDisk disk(m_folder->filePath("disk"));
    if (!disk.isMounted())
        QSKIP("only root can make a small disk");
    QVERIFY(workerThreads().waitForDone(10000)); // older threads do not see it
    auto history = std::make_unique<JobHistory>();
    QVERIFY(history->open(disk.path()));
    QVERIFY(history->add(record()));
    QVERIFY(history->appendLog("rayhelm-a-1", "first\n"));
    QVERIFY(isStored(*history));
    disk.fill();
    QSignalSpy said(history.get(), &JobHistory::problemChanged);
    const QString line(100000, 'x');
    QVERIFY(history->appendLog("rayhelm-a-1", line));
    QVERIFY(history->setState("rayhelm-a-1", HistoryState::Waiting));
    QVERIFY(!isStored(*history));
    QCOMPARE(said.size(), 1);
    QVERIFY(!history->problem().isEmpty());
    QCOMPARE(history->find("rayhelm-a-1")->state, HistoryState::Waiting); // known meanwhile, and said not to be kept
    QCOMPARE(logOf(*history, "rayhelm-a-1"), "first\n" + line);
    // There is room again: it is written by itself, once.
    disk.makeRoom();
    QTRY_VERIFY_WITH_TIMEOUT(history->problem().isEmpty(), 20000);
    QVERIFY(isStored(*history));
    QCOMPARE(said.size(), 2);
    history = std::make_unique<JobHistory>();
    QVERIFY(history->open(disk.path()));
    QCOMPARE(history->find("rayhelm-a-1")->state, HistoryState::Waiting);
    QCOMPARE(logOf(*history, "rayhelm-a-1"), "first\n" + line);
}

/// Memory is no disk: what waits is bounded, and what is kept is then the beginning of the log, without a gap.
void JobHistoryTest::logEndsWhereTheDiskTookNothing()
{
    const auto history = opened();
    QVERIFY(history->add(record()));
    const QString megabyte(1000000, 'x');
    int taken = 0;
    while (taken < 100 && history->appendLog("rayhelm-a-1", megabyte))
        ++taken;
    QVERIFY(taken >= 8 && taken < 20);
    QVERIFY(isStored(*history));
    QVERIFY(!history->appendLog("rayhelm-a-1", "later"));
    QVERIFY(isStored(*history));
    QCOMPARE(logOf(*opened(), "rayhelm-a-1").size(), taken * megabyte.size());
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

/// A full disk, a home that cannot be reached for a moment: the history lies there and stays.
void JobHistoryTest::unreachableIsNotDamaged()
{
    {
        const auto history = opened();
        QVERIFY(history->add(record()));
        QVERIFY(isStored(*history));
    }
    const QString side = m_folder->filePath("jobs.sqlite-wal");
    QFile::remove(side);
    QVERIFY(QDir().mkpath(side + "/in the way"));
    for (int start = 0; start < 2; ++start) {
        JobHistory history;
        QVERIFY(!history.open(m_folder->path()));
        QVERIFY(!QFile::exists(m_folder->filePath("jobs.sqlite.broken")));
    }
    QVERIFY(QDir(side).removeRecursively());
    QCOMPARE(opened()->records().size(), 1);
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
