#undef QT_NO_CAST_FROM_ASCII
#include "fakeray.h"
#include "jobs/followlogs.h"
#include "remote/http.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace rayhelm;

class FollowLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsToTheEnd();
    void ownAgentAndPassword();
    void continuesAfterCuts_data();
    void continuesAfterCuts();
    void cleanCloseProvesNothing();
    void pollsWhereSocketsAreRefused();
    void triesSocketsAgainAfterAnOutage();
    void goesOnAfterTheServerWasAway();
    void goesOnWhereAnEarlierOneEnded();
    void refusals_data();
    void refusals();
    void cancelled_data();
    void cancelled();
    void silenceIsNoFailure();
    void muchTextComesInSmallPieces();
    void waitsForWhoIsBehind();

private:
    void startFollower(qint64 alreadyShown = 0)
    {
        m_text.clear();
        m_follower = std::make_unique<LogFollower>(*m_client, "rayhelm-a-1", alreadyShown);
        LogFollower::Times times;
        times.statusInterval = std::chrono::milliseconds(40);
        times.firstBackOff = std::chrono::milliseconds(5);
        times.longestBackOff = std::chrono::milliseconds(40);
        times.pollInterval = std::chrono::milliseconds(20);
        m_follower->setTimes(times);
        connect(m_follower.get(), &LogFollower::textReceived, this, [this](const QString &text) { m_text += text; });
    }

    std::unique_ptr<FakeRay> m_ray;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RayClient> m_client;
    std::unique_ptr<LogFollower> m_follower;
    QString m_text;
};

void FollowLogsTest::init()
{
    m_follower.reset();
    m_client.reset();
    m_network.reset(makeNetwork(nullptr));
    m_ray = std::make_unique<FakeRay>();
    QVERIFY(m_ray->start());
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(m_ray->port()));
}

/// Whatever the other side sends at once, a view gets it in pieces that it can show without a pause, none lost and none cut in two.
void FollowLogsTest::muchTextComesInSmallPieces()
{
    m_ray->pieceSize = 900000;
    for (int i = 0; i < 200000; ++i)
        m_ray->log += QStringLiteral("line %1 \U0001F600\n").arg(i, 6, 10, QLatin1Char('0')); // 15 characters, so that no message cuts one
    startFollower();
    qsizetype longest = 0;
    bool cut = false;
    connect(m_follower.get(), &LogFollower::textReceived, this, [&](const QString &text) {
        longest = qMax(longest, text.size());
        cut = cut || text.back().isHighSurrogate();
    });
    auto task = m_follower->follow({});
    QTRY_COMPARE_WITH_TIMEOUT(m_text.size(), m_ray->log.size(), 30000);
    m_ray->status = "SUCCEEDED";
    QTRY_VERIFY_WITH_TIMEOUT(task.isReady(), 30000);
    QVERIFY(m_text == m_ray->log);
    QCOMPARE(m_ray->upgrades, 1); // more than may wait (limits.h): the other side waits, and the connection is not given up
    QVERIFY2(longest <= 10000, qPrintable(QString::number(longest)));
    QVERIFY(!cut);
}

/// Nothing comes while it is held, and nothing is lost by that, not even when the job ends meanwhile.
void FollowLogsTest::waitsForWhoIsBehind()
{
    m_ray->log = "before\n";
    startFollower();
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_text, "before\n");
    m_follower->setHeld(true);
    m_ray->append(QString(100000, 'x'));
    m_ray->status = "SUCCEEDED";
    QTest::qWait(200); // nothing may come, for five looks at the state
    QCOMPARE(m_text, "before\n");
    QVERIFY(!task.isReady());
    QCOMPARE(m_ray->logRequests, 0);
    m_follower->setHeld(false);
    QTRY_VERIFY(task.isReady());
    QVERIFY(m_text == m_ray->log);
    QCOMPARE(m_ray->upgrades, 1);
}

void FollowLogsTest::followsToTheEnd()
{
    m_ray->log = "before\n";
    startFollower();
    QSignalSpy statuses(m_follower.get(), &LogFollower::statusChanged);
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_text, "before\n");
    QCOMPARE(m_follower->link(), LogLink::Following);
    m_ray->append("one\ntw");
    m_ray->append("o\n");
    QTRY_COMPARE(m_text, "before\none\ntwo\n");
    QVERIFY(!task.isReady());
    m_ray->status = "SUCCEEDED";
    QTRY_VERIFY(task.isReady());
    QCOMPARE(QCoro::waitFor(task)->status, JobStatus::Succeeded);
    QCOMPARE(m_text, m_ray->log);
    QCOMPARE(m_follower->link(), LogLink::Ended);
    QCOMPARE(statuses.size(), 2);
    QCOMPARE(m_ray->upgrades, 1);
}

void FollowLogsTest::ownAgentAndPassword()
{
    RayAddress address = *ingressAddress(QStringLiteral("http://127.0.0.1:%1/a/prefix").arg(m_ray->port()), "ray", Secret(QByteArray("pw")));
    m_client = std::make_unique<RayClient>(m_network.get(), address);
    startFollower();
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_ray->upgrades, 1);
    m_ray->status = "SUCCEEDED";
    QTRY_VERIFY(task.isReady());
    QVERIFY(m_ray->lastUpgrade.startsWith("GET /a/prefix/api/jobs/rayhelm-a-1/logs/tail "));
    QVERIFY(m_ray->lastUpgrade.contains("User-Agent: Rayhelm/"));
    QVERIFY(m_ray->lastUpgrade.contains("Authorization: Basic " + QByteArray("ray:pw").toBase64()));
    QVERIFY(!m_ray->lastUpgrade.toLower().contains("origin:"));
}

void FollowLogsTest::continuesAfterCuts_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 8; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void FollowLogsTest::continuesAfterCuts()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    m_ray->pieceSize = random.bounded(1, 30);
    m_ray->log = QString("line %1\n").repeated(20);
    startFollower();
    auto task = m_follower->follow({});
    for (int i = 0; i < 30; ++i) {
        m_ray->append(QStringLiteral("%1: %2%3").arg(i).arg(random.generate()).arg(random.bounded(2) ? "\n" : ""));
        QCoreApplication::processEvents();
        if (random.bounded(3) == 0) {
            QTRY_VERIFY(m_ray->hasSocket()); // else there is nothing to cut
            m_ray->cut();
        }
        QTest::qWait(random.bounded(4));
    }
    m_ray->status = "FAILED";
    QTRY_VERIFY(task.isReady());
    QCOMPARE(m_text, m_ray->log);
    QCOMPARE(m_follower->shown(), m_ray->log.size());
    QVERIFY(m_ray->upgrades > 1);
}

void FollowLogsTest::cleanCloseProvesNothing()
{
    m_ray->log = "one\n";
    startFollower();
    auto task = m_follower->follow({});
    QTRY_VERIFY(m_ray->hasSocket());
    m_ray->closeCleanly();
    QTRY_COMPARE(m_ray->upgrades, 2);
    QVERIFY(!task.isReady());
    m_ray->append("two\n");
    QTRY_COMPARE(m_text, "one\ntwo\n");
    m_ray->status = "STOPPED";
    QTRY_VERIFY(task.isReady());
    QCOMPARE(QCoro::waitFor(task)->status, JobStatus::Stopped);
}

void FollowLogsTest::pollsWhereSocketsAreRefused()
{
    m_ray->refuseSockets = true;
    m_ray->log = "one\n";
    startFollower();
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_follower->link(), LogLink::Polling);
    m_ray->log += "two\n";
    QTRY_COMPARE(m_text, "one\ntwo\n");
    m_ray->status = "SUCCEEDED";
    m_ray->log += "three\n";
    QTRY_VERIFY(task.isReady());
    QCOMPARE(m_text, "one\ntwo\nthree\n");
}

void FollowLogsTest::triesSocketsAgainAfterAnOutage()
{
    m_ray->refuseSockets = true;
    m_ray->log = "one\n";
    startFollower();
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_follower->link(), LogLink::Polling);
    const int refused = m_ray->upgrades;
    QCOMPARE(refused, 2);
    const int asked = m_ray->logRequests;
    QTRY_VERIFY(m_ray->logRequests > asked + 2);
    QCOMPARE(m_ray->upgrades, refused); // as long as nothing changes, it is left in peace
    m_ray->stop();
    QTRY_COMPARE(m_follower->link(), LogLink::Paused);
    m_ray->refuseSockets = false;
    m_ray->log += "two\n";
    QVERIFY(m_ray->start());
    QTRY_COMPARE(m_follower->link(), LogLink::Following);
    QTRY_COMPARE(m_text, "one\ntwo\n");
    m_ray->status = "SUCCEEDED";
    QTRY_VERIFY(task.isReady());
}

void FollowLogsTest::goesOnAfterTheServerWasAway()
{
    m_ray->log = "one\n";
    startFollower();
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_follower->link(), LogLink::Following);
    m_ray->stop();
    QTRY_COMPARE(m_follower->link(), LogLink::Paused);
    m_ray->log += "two\n";
    QVERIFY(m_ray->start());
    QTRY_COMPARE(m_follower->link(), LogLink::Following);
    QTRY_COMPARE(m_text, "one\ntwo\n");
    m_ray->status = "SUCCEEDED";
    QTRY_VERIFY(task.isReady());
    QVERIFY(QCoro::waitFor(task));
}

void FollowLogsTest::goesOnWhereAnEarlierOneEnded()
{
    m_ray->log = QString::fromUtf8("\xc3\xa9ins\nzwei\n");
    m_ray->status = "SUCCEEDED";
    startFollower(5);
    QVERIFY(QCoro::waitFor(m_follower->follow({})));
    QCOMPARE(m_text, "zwei\n");
}

void FollowLogsTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << 401 << ErrorKind::AuthenticationFailed;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
}

void FollowLogsTest::refusals()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    startFollower();
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_follower->link(), LogLink::Following);
    m_ray->httpStatus = status;
    QTRY_VERIFY(task.isReady());
    QCOMPARE(QCoro::waitFor(task).error().kind, kind);
}

void FollowLogsTest::cancelled_data()
{
    QTest::addColumn<LogLink>("link");
    QTest::newRow("following") << LogLink::Following;
    QTest::newRow("polling") << LogLink::Polling;
    QTest::newRow("paused") << LogLink::Paused;
}

void FollowLogsTest::cancelled()
{
    QFETCH(LogLink, link);
    m_ray->refuseSockets = link == LogLink::Polling;
    if (link == LogLink::Paused)
        m_ray->stop();
    startFollower();
    std::stop_source source;
    auto task = m_follower->follow(source.get_token());
    QTRY_COMPARE(m_follower->link(), link);
    source.request_stop();
    QTRY_VERIFY(task.isReady());
    QVERIFY(QCoro::waitFor(task).error().isCancelled());
}

void FollowLogsTest::silenceIsNoFailure()
{
    m_ray->status = "PENDING";
    startFollower();
    QSignalSpy statuses(m_follower.get(), &LogFollower::statusChanged);
    auto task = m_follower->follow({});
    QTRY_COMPARE(m_follower->link(), LogLink::Following);
    m_ray->status = "RUNNING";
    QTRY_COMPARE(statuses.size(), 2);
    QCOMPARE(m_ray->upgrades, 1); // still the first connection
    QVERIFY(m_text.isEmpty());
    m_ray->status = "SUCCEEDED";
    QTRY_VERIFY(task.isReady());
}

QTEST_GUILESS_MAIN(FollowLogsTest)
#include "tst_followlogs.moc"
