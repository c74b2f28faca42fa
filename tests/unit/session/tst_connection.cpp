#include "sessionbench.h"

#include "awaiting.h"
#include "remote/question.h"
#include "remote/remotehost.h"
#include "session/connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

/// Something that waits for the HPC login, as looking at the image does.
struct Waiting {
    bool over = false;
    std::optional<Error> error;
    std::stop_source stop;
};

QCoro::Task<void> askForHpc(Connection *connection, std::shared_ptr<Waiting> waiting)
{
    const Result<> reached = co_await connection->ensureHpc(waiting->stop.get_token());
    waiting->over = true;
    if (!reached)
        waiting->error = reached.error();
}

} // namespace

/// Orders to one VM and its HPC login node that meet each other.
class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<SessionBench>(); }
    void cleanup() { m_bench.reset(); }
    void R3_twoAskForOneHpcLogin_data();
    void R3_twoAskForOneHpcLogin();
    void R3_theFirstGivesUp();
    void R3_disconnectWithAnOpenQuestion_data();
    void R3_disconnectWithAnOpenQuestion();
    void R3_anotherProfileWithAnOpenQuestion();
    void R3_cancelWhileConnecting();
    void oneOrderAtATime();
    void R17_profileSavedWhileConnected();
    void R17_otherSettingsCountAtOnce();

private:
    Connection &connection() { return m_bench->session().connection(); }
    std::shared_ptr<Waiting> ask();
    bool questions(int count)
    {
        return QTest::qWaitFor([&] { return m_bench->openQuestions() == count; }, 30000);
    }

    std::unique_ptr<SessionBench> m_bench;
};

std::shared_ptr<Waiting> TestConnection::ask()
{
    const auto waiting = std::make_shared<Waiting>();
    askForHpc(&connection(), waiting);
    return waiting;
}

void TestConnection::R3_twoAskForOneHpcLogin_data()
{
    QTest::addColumn<bool>("withPassword");
    QTest::newRow("answered") << true;
    QTest::newRow("cancelled by the user") << false;
}

void TestConnection::R3_twoAskForOneHpcLogin()
{
    QFETCH(bool, withPassword);
    m_bench->setState(u"asks.hpc.test"_s);
    connection().setProfile(m_bench->profile(true));
    const auto first = ask();
    QVERIFY(questions(1));
    const auto second = ask();
    m_bench->answerQuestions(withPassword);
    QTRY_VERIFY_WITH_TIMEOUT(first->over && second->over, 30000);
    QCOMPARE(bool(first->error), !withPassword);
    QCOMPARE(bool(second->error), !withPassword);
    QCOMPARE(connection().isHpcConnected(), withPassword);
    QCOMPARE(m_bench->logins("hpc.test"), 1);
    QCOMPARE(m_bench->openQuestions(), 0);
}

void TestConnection::R3_theFirstGivesUp()
{
    m_bench->setState(u"asks.hpc.test"_s);
    connection().setProfile(m_bench->profile(true));
    const auto first = ask();
    QVERIFY(questions(1));
    const auto second = ask();
    first->stop.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(first->over, 30000);
    QVERIFY(first->error->isCancelled());
    QVERIFY(questions(1)); // the second one's own
    m_bench->answerQuestions(true);
    QTRY_VERIFY_WITH_TIMEOUT(second->over, 30000);
    QVERIFY(!second->error);
    QVERIFY(connection().isHpcConnected());
}

void TestConnection::R3_disconnectWithAnOpenQuestion_data()
{
    QTest::addColumn<int>("asking");
    QTest::addColumn<int>("disconnects");
    QTest::addColumn<bool>("askAgain");
    QTest::newRow("one") << 1 << 1 << false;
    QTest::newRow("two wait") << 2 << 1 << false;
    QTest::newRow("pressed twice") << 2 << 2 << false;
    QTest::newRow("and asked for again at once") << 1 << 1 << true;
}

void TestConnection::R3_disconnectWithAnOpenQuestion()
{
    QFETCH(int, asking);
    QFETCH(int, disconnects);
    QFETCH(bool, askAgain);
    QVERIFY(m_bench->connectNow(m_bench->profile(true)));
    m_bench->setState(u"asks.hpc.test"_s);
    QList<std::shared_ptr<Waiting>> waiting;
    for (int i = 0; i < asking; ++i)
        waiting.append(ask());
    QVERIFY(questions(1));
    for (int i = 0; i < disconnects; ++i)
        connection().disconnectFromHost();
    if (askAgain)
        waiting.append(ask());
    QTRY_COMPARE_WITH_TIMEOUT(connection().state(), LinkState::Disconnected, 30000);
    for (int i = 0; i < asking; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(waiting.at(i)->over, 30000);
        QVERIFY(waiting.at(i)->error && waiting.at(i)->error->isCancelled());
    }
    if (askAgain) {
        QVERIFY(questions(1));
        m_bench->answerQuestions(true);
        QTRY_VERIFY_WITH_TIMEOUT(waiting.last()->over, 30000);
        QVERIFY(!waiting.last()->error);
    }
    QCOMPARE(m_bench->openQuestions(), 0);
    connection().connectToHost();
    QTRY_VERIFY_WITH_TIMEOUT(connection().isConnected(), 30000);
}

void TestConnection::R3_anotherProfileWithAnOpenQuestion()
{
    m_bench->setState(u"asks.hpc.test"_s);
    connection().setProfile(m_bench->profile(true));
    const auto first = ask();
    QVERIFY(questions(1));
    Profile other = m_bench->profile();
    other.id = QUuid::createUuid();
    connection().setProfile(other);
    QTRY_VERIFY_WITH_TIMEOUT(first->over, 30000);
    QVERIFY(first->error && first->error->isCancelled());
    QVERIFY(questions(0)); // nobody answers for a machine that is left
}

/// A disconnect that waits for the login which it ends must not come after the next login and close that one.
void TestConnection::R3_cancelWhileConnecting()
{
    m_bench->setState(u"asks.vm.test"_s);
    connection().setProfile(m_bench->profile());
    for (int turn = 0; turn < 3; ++turn) {
        connection().connectToHost();
        QVERIFY(questions(1));
        turn == 1 ? connection().disconnectFromHost() : connection().cancelConnecting();
        connection().connectToHost(); // too early: nothing
        QTRY_COMPARE_WITH_TIMEOUT(connection().state(), LinkState::Disconnected, 30000);
        QCOMPARE(m_bench->openQuestions(), 0);
    }
    connection().connectToHost();
    QVERIFY(questions(1));
    m_bench->answerQuestions(true);
    QTRY_VERIFY_WITH_TIMEOUT(connection().isConnected(), 30000);
    QCOMPARE(m_bench->logins("vm.test"), 4);
}

void TestConnection::oneOrderAtATime()
{
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QSignalSpy planned(connection().steps(), &Steps::planned);
    m_bench->setState(u"hold"_s);
    connection().checkAgain();
    connection().checkAgain();
    QCOMPARE(planned.size(), 1);
    connection().disconnectFromHost(); // ends the check
    QTRY_COMPARE_WITH_TIMEOUT(connection().state(), LinkState::Disconnected, 30000);
    m_bench->removeState(u"hold"_s);
}

void TestConnection::R17_profileSavedWhileConnected()
{
    const Profile first = m_bench->profile();
    QVERIFY(m_bench->connectNow(first));
    Profile other = first;
    other.host = u"other.test"_s;
    other.releaseName = u"othercluster"_s;
    connection().setProfile(other);
    // What runs commands is still the first machine, so it is the one that is named, with its own settings.
    QCOMPARE(connection().profile().host, first.host);
    QCOMPARE(connection().profile().releaseName, first.releaseName);
    QVERIFY(connection().nextProfile());
    QCOMPARE(connection().nextProfile()->host, other.host);
    connection().disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(connection().state(), LinkState::Disconnected, 30000);
    QCOMPARE(connection().profile().host, other.host);
    QVERIFY(!connection().nextProfile());
    connection().connectToHost();
    QTRY_VERIFY_WITH_TIMEOUT(connection().isConnected(), 30000);
    QCOMPARE(m_bench->logins("other.test"), 1);
    QCOMPARE(m_bench->logins("vm.test"), 1);
}

void TestConnection::R17_otherSettingsCountAtOnce()
{
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    Profile elsewhere = m_bench->profile();
    elsewhere.host = u"other.test"_s;
    connection().setProfile(elsewhere);
    Profile named = connection().profile();
    named.releaseName = u"mine"_s;
    connection().setProfile(named);
    QCOMPARE(connection().profile().releaseName, u"mine"_s);
    QVERIFY(connection().nextProfile()); // still waits
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
