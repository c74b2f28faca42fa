#include "core/taskscope.h"
#include "jobs/jobhistory.h"
#include "jobs/loglines.h"
#include "session/shownlogs.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace rayhelm;

namespace {

double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

/// How long the event loop works before it answers again, in ms of the processor: the machine's other work does not count.
class TurnWatch : public QObject
{
public:
    TurnWatch()
    {
        connect(&m_life, &QTimer::timeout, this, [this] {
            const double now = processorTime();
            longest = qMax(longest, now - m_last);
            m_last = now;
        });
        m_life.start(5);
    }
    double longest = 0;

private:
    QTimer m_life;
    double m_last = processorTime();
};

QString lines(int from, int to)
{
    QString text;
    for (int i = from; i < to; ++i)
        text += QStringLiteral("epoch %1: loss 0.%2, accuracy 0.%3 of the training set\n").arg(i).arg(i % 997).arg(i % 991);
    return text;
}

} // namespace

/// Logs that are shown while they are written and kept.
class TestShownLogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keptThenLive();
    void foldingKeepsEverything();
    void tooMuchSleepsOnTheDisk();
    void whoBringsTooMuchWaits();
    void R11_manyLogsOnASlowDisk();

private:
    int shown(const QString &id) { return m_logs->lines(id).count(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TaskScope> m_scope;
    std::unique_ptr<JobHistory> m_history;
    std::unique_ptr<ShownLogs> m_logs;
};

void TestShownLogs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_scope = std::make_unique<TaskScope>();
    m_history = std::make_unique<JobHistory>();
    QVERIFY(m_history->open(m_folder->path()));
    m_logs = std::make_unique<ShownLogs>(*m_history, *m_scope);
}

void TestShownLogs::cleanup()
{
    QCoro::waitFor(m_scope->close());
    m_logs.reset();
    m_history.reset();
}

void TestShownLogs::keptThenLive()
{
    const QString id = QStringLiteral("a");
    QVERIFY(m_history->appendLog(id, QStringLiteral("one\ntwo\n")));
    QCOMPARE(QCoro::waitFor(m_logs->kept(id, {})).value_or(-1), qint64(8));
    QCOMPARE(shown(id), 2);
    m_logs->take(id, QStringLiteral("three\n"));
    QTRY_COMPARE(shown(id), 3);
    QCOMPARE(QCoro::waitFor(m_logs->kept(id, {})).value_or(-1), qint64(14)); // where a follower goes on
    QCOMPARE(QCoro::waitFor(m_history->readLog(id, {})).value_or(KeptLog()).text, QStringLiteral("one\ntwo\nthree\n"));
}

/// Built anew while more arrives: no line is lost or shown twice.
void TestShownLogs::foldingKeepsEverything()
{
    const QString id = QStringLiteral("a");
    QVERIFY(QCoro::waitFor(m_logs->kept(id, {})).has_value());
    for (int i = 0; i < 50; ++i) {
        m_logs->take(id, lines(10 * i, 10 * i + 10));
        m_logs->setFolding(id, i % 2 == 0);
        QTest::qWait(i % 5);
    }
    QTRY_COMPARE(shown(id), 500);
    QTest::qWait(100);
    QCOMPARE(shown(id), 500);
    for (int i = 0; i < 500; ++i)
        QVERIFY(m_logs->lines(id).at(i).text.startsWith(QStringLiteral("epoch %1:").arg(i)));
}

/// Memory has an end: what nobody looked at for longest is read again when somebody does, with what came meanwhile.
void TestShownLogs::tooMuchSleepsOnTheDisk()
{
    constexpr int count = 1800;
    const QString text = (QString(10000, QLatin1Char('x')) + QLatin1Char('\n')).repeated(count); // 36 MB in memory
    const QStringList ids{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    for (const QString &id : ids)
        QVERIFY(m_history->appendLog(id, text));
    const LogLines &first = m_logs->lines(ids.at(0));
    QTRY_COMPARE_WITH_TIMEOUT(first.count(), count, 60000);
    const LogLines &second = m_logs->lines(ids.at(1));
    QTRY_COMPARE_WITH_TIMEOUT(second.count(), count, 60000);
    QCOMPARE(first.count(), count);
    const LogLines &third = m_logs->lines(ids.at(2));
    QTRY_COMPARE_WITH_TIMEOUT(third.count(), count, 60000);
    QCOMPARE(first.count(), 0);
    QCOMPARE(second.count(), count);
    m_logs->take(ids.at(0), QStringLiteral("late\n"));
    QCOMPARE(QCoro::waitFor(m_logs->kept(ids.at(0), {})).value_or(-1), qint64(text.size() + 5)); // a follower does not notice
    m_logs->lines(ids.at(0));
    QTRY_COMPARE_WITH_TIMEOUT(first.count(), count + 1, 60000);
    QCOMPARE(first.at(count).text, QStringLiteral("late"));
    QCOMPARE(second.count(), 0);
    QCOMPARE(third.count(), count);
}

void TestShownLogs::whoBringsTooMuchWaits()
{
    const QString id = QStringLiteral("a");
    QVERIFY(QCoro::waitFor(m_logs->kept(id, {})).has_value());
    QSignalSpy behind(m_logs.get(), &ShownLogs::behindChanged);
    m_logs->take(id, lines(0, 100));
    QVERIFY(!m_logs->isBehind(id));
    m_logs->take(id, lines(100, 20000)); // 1.2 million characters
    QVERIFY(m_logs->isBehind(id));
    QTRY_VERIFY_WITH_TIMEOUT(!m_logs->isBehind(id), 60000);
    QCOMPARE(behind.count(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(shown(id), 20000, 60000);
}

void TestShownLogs::R11_manyLogsOnASlowDisk()
{
    constexpr int jobs = 5;
    constexpr int each = 20000;
    const auto id = [](int job) { return QStringLiteral("job-%1").arg(job); };
    for (int job = 0; job < jobs; ++job)
        QVERIFY(m_history->appendLog(id(job), lines(0, each)));
    QVERIFY(QCoro::waitFor(m_history->stored({})).has_value());
    const QString notes = m_folder->filePath(QStringLiteral("notes"));
    qputenv("SLOWFSYNC_MS", "2000");
    qputenv("SLOWFSYNC_LOG", notes.toUtf8());
    const QString more = lines(each, each + 500);
    TurnWatch watch;
    for (int job = 0; job < jobs; ++job)
        m_logs->lines(id(job));
    int rounds = 0;
    QTimer arrives; // a message of 30 kB for each job, all the time
    connect(&arrives, &QTimer::timeout, this, [&] {
        for (int job = 0; job < jobs; ++job)
            m_logs->take(id(job), more);
        if (++rounds == 20)
            arrives.stop();
    });
    QTRY_VERIFY_WITH_TIMEOUT(shown(id(jobs - 1)) == each, 60000);
    arrives.start(50);
    for (int job = 0; job < jobs; ++job)
        QTRY_COMPARE_WITH_TIMEOUT(shown(id(job)), each + 20 * 500, 120000);
    qputenv("SLOWFSYNC_MS", "0");
    qunsetenv("SLOWFSYNC_LOG");
    qInfo("longest turn of the event loop: %.1f ms of the processor", watch.longest);
    QFile syncs(notes);
    QVERIFY(!syncs.open(QIODevice::ReadOnly) || !syncs.readAll().contains("window"));
    QVERIFY(watch.longest > 0);
    QVERIFY2(watch.longest < 50, "the window's thread did too much at once");
}

QTEST_GUILESS_MAIN(TestShownLogs)
#include "tst_shownlogs.moc"
