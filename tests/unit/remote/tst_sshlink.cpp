#include "awaiting.h"
#include "testsshd.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace rayhelm;
using namespace std::chrono_literals;

/// Streams, tunnels, and what happens when the link breaks.
class TestSshLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void streamGivesLines();
    void streamLinesSurviveBorders();
    void destroyedStreamEndsTheGroup();
    void missingHeartbeatEndsTheGroup();
    void applicationKilled();
    void brokenLinkIsNoticedAndComesBack();
    void reconnectWaitsForTheUser();
    void frozenLinkIsNoticed();
    void commandsEndWithTheLink();
    void forwardCarriesBytes();
    void forwardToNothing();
    void forwardForbidden();
    void forwardClosesWithTheLink();

private:
    void restart(const SshTiming &timing, const QStringList &options = {});
    std::shared_ptr<RemoteStream> stream(const QString &script);
    RemoteCommand command(const QString &script) const;

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<TestRelay> m_relay;
    std::unique_ptr<SshBench> m_bench;
};

namespace {

SshTiming quick()
{
    SshTiming timing;
    timing.firstRetry = 200ms;
    timing.longestRetry = 400ms;
    return timing;
}

} // namespace

void TestSshLink::init()
{
    restart(quick());
}

void TestSshLink::cleanup()
{
    m_bench.reset();
    m_relay.reset();
    m_sshd.reset();
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 0, 5000);
}

void TestSshLink::restart(const SshTiming &timing, const QStringList &options)
{
    m_bench.reset();
    m_sshd = std::make_unique<TestSshd>();
    QVERIFY(m_sshd->start(options));
    m_relay = std::make_unique<TestRelay>();
    QVERIFY(m_relay->listen(m_sshd->port()));
    m_bench = std::make_unique<SshBench>(*m_sshd);
    SshPlace place;
    place.target = m_sshd->target();
    place.target.port = m_relay->port();
    const Result<> opened = awaited(m_bench->remake(place, m_sshd->paths(), timing).openLink({}));
    VERIFY_RESULT(opened);
}

RemoteCommand TestSshLink::command(const QString &script) const
{
    RemoteCommand command;
    command.script = script;
    return command;
}

std::shared_ptr<RemoteStream> TestSshLink::stream(const QString &script)
{
    const auto opened = awaited(m_bench->session().stream(command(script), {}));
    return opened ? *opened : nullptr;
}

void TestSshLink::streamGivesLines()
{
    const auto lines = stream(QStringLiteral("echo one; echo two >&2; printf 'three'; exit 4"));
    QVERIFY(lines);
    Result<std::optional<QByteArray>> line = awaited(lines->readLine({}));
    QCOMPARE(line->value(), QByteArray("one"));
    QVERIFY(lines->lastLineWasComplete());
    line = awaited(lines->readLine({}));
    QCOMPARE(line->value(), QByteArray("three"));
    QVERIFY(!lines->lastLineWasComplete());
    line = awaited(lines->readLine({}));
    QVERIFY(line && !*line);
    QCOMPARE(lines->exitStatus(), 4);
    QCOMPARE(lines->errorText(), QByteArray("two\n"));
}

void TestSshLink::streamLinesSurviveBorders()
{
    // 2000 lines of a two-byte character, written byte by byte for a while: no line is broken or lost.
    const auto lines = stream(QStringLiteral("i=0; while test $i -lt 2000; do printf '\\303'; printf '\\274%d\\n' $i; i=$((i+1)); done"));
    QVERIFY(lines);
    for (int i = 0; i < 2000; ++i) {
        const Result<std::optional<QByteArray>> line = awaited(lines->readLine({}));
        QCOMPARE(line->value(), QByteArray("\303\274") + QByteArray::number(i));
    }
}

void TestSshLink::destroyedStreamEndsTheGroup()
{
    auto lines = stream(QStringLiteral("sh -c 'trap \"\" TERM; sleep %1.1; sleep %1.2' & sleep %1.3").arg(napName()));
    QVERIFY(lines);
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 2, 10000);
    lines.reset();
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 0, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(napName().toLatin1()), 0, 5000); // the shell that ignores TERM, too
}

void TestSshLink::missingHeartbeatEndsTheGroup()
{
    SshTiming timing = quick();
    timing.watchdogSeconds = 2;
    timing.heartbeatEvery = 500ms;
    restart(timing);
    const auto alive = stream(QStringLiteral("sleep %1.1").arg(napName()));
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > 4000, 6000);
    QCOMPARE(nappers(), 1); // heartbeats keep it
    timing.heartbeatEvery = 1h;
    SshPlace place = m_bench->session().sshPlace();
    SshSession &session = m_bench->remake(place, m_sshd->paths(), timing);
    VERIFY_RESULT(awaited(session.openLink({})));
    const auto silent = stream(QStringLiteral("sleep %1.2").arg(napName()));
    QVERIFY(silent);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith((napName() + QStringLiteral(".2")).toLatin1()), 0, 10000);
}

void TestSshLink::applicationKilled()
{
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TEST_HOLD"), QStringList{QString::number(m_sshd->port()), m_sshd->key(), m_sshd->paths().knownHosts, m_sshd->target().user, napName()}.join(QLatin1Char(' ')));
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {});
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 1, 30000);
    const QByteArray master = QByteArray("-p\0", 3) + QByteArray::number(m_sshd->port()); // ours goes through the relay
    QCOMPARE(processesWith(master), 1);
    other.kill();
    QVERIFY(other.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 0, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(master), 0, 5000);
}

void TestSshLink::brokenLinkIsNoticedAndComesBack()
{
    SshSession &session = m_bench->session();
    const QSignalSpy countdown(&session, &SshSession::reconnectIn);
    m_relay->setMode(TestRelay::Reset);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Lost, 5000);
    QVERIFY(session.lostAt());
    m_relay->setMode(TestRelay::Pass);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Connected, 20000);
    QVERIFY(!countdown.isEmpty());
    QVERIFY(!session.lostAt());
    const Result<RemoteOutput> output = awaited(session.run(command(QStringLiteral("echo again")), {}));
    VERIFY_RESULT(output);
    QCOMPARE(m_bench->user.asked().size(), 1); // the host key at the very first contact, nothing since
}

void TestSshLink::reconnectWaitsForTheUser()
{
    SshPlace place = m_bench->session().sshPlace();
    place.target.identityFile = m_sshd->encryptedKey();
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        return question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("open sesame");
    });
    SshSession &session = m_bench->remake(place, m_sshd->paths(), quick());
    VERIFY_RESULT(awaited(session.openLink({})));
    const int asked = int(m_bench->user.asked().size());
    QSignalSpy countdown(&session, &SshSession::reconnectIn);
    m_relay->setMode(TestRelay::Reset);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Lost, 5000);
    m_relay->setMode(TestRelay::Pass);
    QTRY_VERIFY(!countdown.isEmpty());
    QCOMPARE(countdown.last().first().toInt(), -1);
    QVERIFY(!session.retryIn());
    QTest::qWait(1000); // longer than the first retry would take
    QCOMPARE(session.state(), LinkState::Lost);
    QCOMPARE(m_bench->user.asked().size(), asked);
    session.tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Connected, 20000);
    QCOMPARE(m_bench->user.asked().size(), asked + 1);
}

void TestSshLink::frozenLinkIsNoticed()
{
    auto lines = stream(QStringLiteral("sleep %1.4").arg(napName()));
    QVERIFY(lines);
    SshSession &session = m_bench->session();
    QElapsedTimer clock;
    clock.start();
    m_relay->setMode(TestRelay::Freeze);
    session.checkNow(); // as after the computer has slept
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Lost, 20000);
    QVERIFY2(clock.elapsed() < 20000, qPrintable(QString::number(clock.elapsed())));
    const Result<std::optional<QByteArray>> line = awaited(lines->readLine({}));
    QVERIFY(!line && line.error().kind == ErrorKind::Unreachable);
    lines.reset();
    m_relay->setMode(TestRelay::Pass);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Connected, 60000);
}

void TestSshLink::commandsEndWithTheLink()
{
    auto running = m_bench->session().run(command(QStringLiteral("sleep %1.5").arg(napName())), {});
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 1, 10000);
    m_relay->setMode(TestRelay::Reset);
    const Result<RemoteOutput> output = awaited(std::move(running));
    QVERIFY(!output && output.error().kind == ErrorKind::Unreachable);
    const Result<RemoteOutput> later = awaited(m_bench->session().run(command(QStringLiteral("true")), {}));
    QVERIFY(!later && later.error().kind == ErrorKind::Unreachable);
}

void TestSshLink::forwardCarriesBytes()
{
    QTcpServer service;
    QVERIFY(service.listen(QHostAddress::LocalHost));
    connect(&service, &QTcpServer::newConnection, &service, [&service] {
        QTcpSocket *socket = service.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write("echo " + socket->readAll()); });
    });
    SshSession &session = m_bench->session();
    const quint16 there = service.serverPort();
    const auto answers = [](const QString &socket) {
        QLocalSocket client;
        client.connectToServer(socket);
        client.write("hello");
        return QTest::qWaitFor([&client] { return client.bytesAvailable() == 10; }, 10000);
    };
    const Result<QString> socket = awaited(session.openForward(QStringLiteral("127.0.0.1"), there, {}));
    VERIFY_RESULT(socket);
    QVERIFY(answers(*socket));
    // Nobody else can even see it.
    const QFileInfo file(*socket);
    QCOMPARE(int(file.permissions()) & 0x77, 0);
    QCOMPARE(int(QFileInfo(file.path()).permissions()) & 0x77, 0);

    // A loss ends it, and the next one has another place.
    m_relay->setMode(TestRelay::Reset);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Lost, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(*socket), 20000);
    m_relay->setMode(TestRelay::Pass);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), LinkState::Connected, 20000);
    const Result<QString> next = awaited(session.openForward(QStringLiteral("127.0.0.1"), there, {}));
    VERIFY_RESULT(next);
    QVERIFY(*next != *socket);
    QVERIFY(answers(*next));

    session.closeForward(*next);
    QVERIFY(!QFileInfo::exists(*next));
}

void TestSshLink::forwardToNothing()
{
    QTcpServer none;
    QVERIFY(none.listen(QHostAddress::LocalHost));
    const quint16 closed = none.serverPort();
    none.close();
    const Result<QString> way = awaited(m_bench->session().openForward(QStringLiteral("127.0.0.1"), closed, {}));
    QVERIFY(!way && way.error().kind == ErrorKind::Unreachable);
    QVERIFY2(way.error().detail.contains(QStringLiteral("Connection refused")), qPrintable(way.error().detail));
}

void TestSshLink::forwardForbidden()
{
    restart(quick(), {QStringLiteral("AllowTcpForwarding no")});
    QElapsedTimer clock;
    clock.start();
    const Result<QString> way = awaited(m_bench->session().openForward(QStringLiteral("127.0.0.1"), m_sshd->port(), {}));
    QVERIFY(!way);
    QCOMPARE(way.error().kind, ErrorKind::Forbidden);
    QVERIFY(clock.elapsed() < 5000);
}

void TestSshLink::forwardClosesWithTheLink()
{
    const Result<QString> way = awaited(m_bench->session().openForward(QStringLiteral("127.0.0.1"), m_sshd->port(), {}));
    VERIFY_RESULT(way);
    QVERIFY(QFileInfo::exists(*way));
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    QVERIFY(!QFileInfo::exists(*way));
    const Result<QString> without = awaited(m_bench->session().openForward(QStringLiteral("127.0.0.1"), m_sshd->port(), {}));
    QVERIFY(!without && without.error().kind == ErrorKind::Unreachable);
}

/// The application that is killed in `applicationKilled`: connects, watches, and never ends by itself.
static int holdLink(QCoreApplication &application)
{
    const QStringList words = qEnvironmentVariable("TEST_HOLD").split(QLatin1Char(' '));
    static SystemProcessLauncher launcher;
    static QuestionDesk desk;
    SshPlace place;
    place.target.host = QStringLiteral("127.0.0.1");
    place.target.port = quint16(words.at(0).toUInt());
    place.target.login = LoginKind::KeyFile;
    place.target.identityFile = words.at(1);
    place.target.user = words.at(3);
    SshPaths paths;
    paths.knownHosts = words.at(2);
    paths.systemConfig.clear();
    static DeskUser user(&desk);
    auto *session = new SshSession(place, paths, SshServices{&launcher, &desk, nullptr, nullptr, nullptr});
    if (!awaited(session->openLink({})))
        return 1;
    RemoteCommand command;
    command.script = QStringLiteral("sleep %1.7").arg(words.at(4));
    static const auto stream = awaited(session->stream(command, {}));
    return stream ? application.exec() : 1;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("TEST_HOLD"))
        return holdLink(application);
    TestSshLink test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sshlink.moc"
