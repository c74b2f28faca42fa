#include "awaiting.h"
#include "testsshd.h"

#include "remote/channelqueue.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rayhelm;
using namespace std::chrono_literals;

/// Commands, streams and the link itself against a real server.
class TestSshSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outputAndStatus_data();
    void outputAndStatus();
    void manyCommandsAtOnce();
    void largeOutputIsBounded();
    void cancelEndsTheRemoteProcess();
    void R15_aStreamThatNeverBeganIsNotShownAsRunning();

private:
    RemoteOutput output(const QString &script);

    TestSshd m_sshd;
    std::unique_ptr<SshBench> m_bench;
};

void TestSshSession::initTestCase()
{
    QVERIFY(m_sshd.start());
    m_bench = std::make_unique<SshBench>(m_sshd);
    const Result<> opened = awaited(m_bench->session().openLink({}));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().summary + opened.error().detail));
    QCOMPARE(m_bench->session().state(), LinkState::Connected);
}

RemoteOutput TestSshSession::output(const QString &script)
{
    RemoteCommand command;
    command.script = script;
    const Result<RemoteOutput> result = awaited(m_bench->session().run(command, {}));
    if (!result)
        qWarning("%s %s", qPrintable(result.error().summary), qPrintable(result.error().detail));
    return result.value_or(RemoteOutput{-1, {}, {}});
}

void TestSshSession::outputAndStatus_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("both") << "echo out; echo err >&2" << 0 << QByteArray("out\n") << QByteArray("err\n");
    QTest::newRow("no line end") << "printf x; printf y >&2; exit 3" << 3 << QByteArray("x") << QByteArray("y");
    for (const int status : {1, 7, 126, 255})
        QTest::addRow("status %d", status) << QStringLiteral("exit %1").arg(status) << status << QByteArray() << QByteArray();
    QTest::newRow("killed") << "kill -9 $$" << 137 << QByteArray() << QByteArray();
    QTest::newRow("CR and NUL") << "printf 'a\\r\\nb\\rc\\0d'" << 0 << QByteArray("a\r\nb\rc\0d", 8) << QByteArray();
    QTest::newRow("invalid UTF-8") << "printf '\\377\\303'" << 0 << QByteArray("\377\303") << QByteArray();
}

void TestSshSession::outputAndStatus()
{
    QFETCH(QString, script);
    QFETCH(int, status);
    const RemoteOutput result = output(script);
    QCOMPARE(result.exitStatus, status);
    QTEST(result.out, "out");
    QTEST(result.err, "err");
}

void TestSshSession::manyCommandsAtOnce()
{
    int finished = 0;
    std::vector<QCoro::Task<void>> running;
    const auto one = [](SshSession *session, int number, int *count) -> QCoro::Task<void> {
        RemoteCommand command;
        command.script = QStringLiteral("sleep 0.1; echo %1").arg(number);
        Result<RemoteOutput> result = co_await session->run(command, {});
        if (result && result->out.trimmed().toInt() == number)
            ++*count;
    };
    for (int i = 0; i < 40; ++i)
        running.push_back(one(&m_bench->session(), i, &finished));
    QTRY_COMPARE_WITH_TIMEOUT(finished, 40, 60000);
    QCOMPARE(m_sshd.logins(), 1);
}

void TestSshSession::largeOutputIsBounded()
{
    RemoteCommand command;
    command.script = QStringLiteral("head -c 100000000 /dev/zero; exit 5");
    command.maximumOutput = 1000;
    const Result<RemoteOutput> result = awaited(m_bench->session().run(command, {}));
    QVERIFY(result);
    QCOMPARE(result->exitStatus, 5);
    QCOMPARE(result->out.size(), 1000);
    QVERIFY(result->truncated);
}

void TestSshSession::cancelEndsTheRemoteProcess()
{
    std::stop_source stop;
    RemoteCommand command;
    command.script = QStringLiteral("sleep %1.1 & sleep %1.2").arg(napName());
    auto task = m_bench->session().run(command, stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 2, 10000);
    stop.request_stop();
    const Result<RemoteOutput> result = awaited(std::move(task));
    QVERIFY(!result && result.error().isCancelled());
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 0, 3000);
}

void TestSshSession::R15_aStreamThatNeverBeganIsNotShownAsRunning()
{
    RemoteCommand command;
    command.script = QStringLiteral("sleep %1.3").arg(napName());
    std::vector<std::shared_ptr<RemoteStream>> running;
    for (int i = 0; i < ChannelQueue::mostStreams; ++i) {
        const auto stream = awaited(m_bench->session().stream(command, {}));
        VERIFY_RESULT(stream);
        running.push_back(*stream);
    }
    command.shownAs = QStringLiteral("kubectl get pods -w");
    std::stop_source stop;
    auto waiting = m_bench->session().stream(command, stop.get_token());
    QCOMPARE(m_bench->commands.records().constLast().command, command.shownAs);
    QVERIFY(!m_bench->commands.records().constLast().outcome);
    stop.request_stop();
    const auto stream = awaited(std::move(waiting));
    QVERIFY(!stream && stream.error().isCancelled());
    QCOMPARE(m_bench->commands.records().constLast().outcome.value_or(QString()), QStringLiteral("cancelled"));
}

QTEST_GUILESS_MAIN(TestSshSession)
#include "tst_sshsession.moc"
