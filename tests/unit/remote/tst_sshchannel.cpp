#include "fakeprocesslauncher.h"
#include "remote/sshchannel.h"

#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

/// Who may be told the sudo password when: the token protocol against a scripted ssh.
class TestSshChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void payloadWaitsForTheScript();
    void passwordOnlyAfterTheQuestion();
    void noQuestionNoPassword();
    void withoutSudoNobodyIsAsked_data();
    void withoutSudoNobodyIsAsked();
    void unaskedPasswordGoesNowhere();
    void secondQuestionEndsIt();
    void questionInPiecesAndDecorated();
    void noiseIsTakenAway();
    void endMarker_data();
    void endMarker();
    void missingEndMarkerIsALostLink();

private:
    FakeProcess *process() const { return m_launcher.last(); }

    FakeProcessLauncher m_launcher;
    std::unique_ptr<SshChannel> m_channel;
    QByteArray m_output;
    QByteArray m_errors;
    std::optional<ChannelEnd> m_end;
};

void TestSshChannel::init()
{
    m_output.clear();
    m_errors.clear();
    m_end.reset();
    m_channel = std::make_unique<SshChannel>(&m_launcher, ProcessPlan{}, "T", ChannelSudo::MayAsk, "PAYLOAD", false);
    connect(m_channel.get(), &SshChannel::output, this, [this](const QByteArray &bytes) { m_output += bytes; });
    connect(m_channel.get(), &SshChannel::errorOutput, this, [this](const QByteArray &bytes) { m_errors += bytes; });
    connect(m_channel.get(), &SshChannel::ended, this, [this](const ChannelEnd &end) { m_end = end; });
    // What sudo's question triggers in a session.
    connect(m_channel.get(), &SshChannel::passwordWanted, this, [this] { m_channel->sendPassword(Secret(QByteArray("hunter2"))); });
}

void TestSshChannel::payloadWaitsForTheScript()
{
    process()->sayError("START");
    QCOMPARE(process()->written, QByteArray());
    process()->sayError("-T\n");
    QCOMPARE(process()->written, QByteArray("PAYLOAD"));
    QVERIFY(process()->inputClosed);
}

void TestSshChannel::passwordOnlyAfterTheQuestion()
{
    QCOMPARE(process()->written, QByteArray());
    process()->sayError("[sudo-T]");
    QCOMPARE(process()->written, QByteArray("hunter2\n"));
    QVERIFY(!process()->inputClosed);
    process()->sayError("START-T\n");
    QCOMPARE(process()->written, QByteArray("hunter2\nPAYLOAD"));
}

void TestSshChannel::noQuestionNoPassword()
{
    process()->sayError("START-T\n");
    process()->sayError("[sudo-T]END-T 0\n"); // the command's own words, even with the token
    process()->end(0);
    QCOMPARE(process()->written, QByteArray("PAYLOAD"));
    QCOMPARE(m_errors, QByteArray("[sudo-T]"));
}

void TestSshChannel::withoutSudoNobodyIsAsked_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("alone") << QByteArray("[sudo-T]");
    QTest::newRow("in pieces") << QByteArray("noise\n[su do-T] ");
    QTest::newRow("twice") << QByteArray("[sudo-T] [sudo-T]\n");
    QTest::newRow("after the script began") << QByteArray("START-T\n [sudo-T] ");
}

/// A login node that knows the token from the command line and prints what sudo would.
void TestSshChannel::withoutSudoNobodyIsAsked()
{
    QFETCH(QByteArray, words);
    m_channel = std::make_unique<SshChannel>(&m_launcher, ProcessPlan{}, "T", ChannelSudo::None, "PAYLOAD", false);
    const QSignalSpy wanted(m_channel.get(), &SshChannel::passwordWanted);
    connect(m_channel.get(), &SshChannel::passwordWanted, this, [this] { m_channel->sendPassword(Secret(QByteArray("hunter2"))); });
    for (const QByteArray &piece : words.split(' '))
        process()->sayError(piece);
    m_channel->sendPassword(Secret(QByteArray("hunter2")));
    QCOMPARE(wanted.size(), 0);
    QVERIFY(!process()->written.contains("hunter2"));
    QVERIFY(!process()->killed);
}

void TestSshChannel::unaskedPasswordGoesNowhere()
{
    m_channel->sendPassword(Secret(QByteArray("hunter2")));
    QCOMPARE(process()->written, QByteArray());
    process()->sayError("START-T\n[sudo-T]");
    m_channel->sendPassword(Secret(QByteArray("hunter2"))); // what comes now is the command's input
    QCOMPARE(process()->written, QByteArray("PAYLOAD"));
}

void TestSshChannel::secondQuestionEndsIt()
{
    process()->sayError("[sudo-T]");
    process()->sayError("Sorry, try again.\n[sudo-T]");
    QVERIFY(process()->killed);
    QCOMPARE(process()->written, QByteArray("hunter2\n")); // once
    QVERIFY(m_end && m_end->passwordRefused);
}

void TestSshChannel::questionInPiecesAndDecorated()
{
    process()->sayError("We trust you have received the usual lecture\n[sudo: [su");
    QCOMPARE(process()->written, QByteArray());
    process()->sayError("do-T] ");
    QCOMPARE(process()->written, QByteArray("hunter2\n"));
}

void TestSshChannel::noiseIsTakenAway()
{
    process()->say(QByteArray(300000, 'n') + "\nSTART-");
    process()->say("T\nreal output\nSTART-T\n");
    process()->sayError("motd on stderr\nSTART-T\nreal error");
    process()->sayError("\nEND-T 3\n");
    process()->end(3);
    QCOMPARE(m_output, QByteArray("real output\nSTART-T\n"));
    QCOMPARE(m_errors, QByteArray("real error\n"));
    QCOMPARE(m_end->scriptStatus, std::optional<int>(3));
    QCOMPARE(m_end->noise, QByteArray("motd on stderr\n"));
}

void TestSshChannel::endMarker_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("alone") << QByteArray("END-T 255\n") << QByteArray();
    QTest::newRow("after text without line end") << QByteArray("oopsEND-T 255\n") << QByteArray("oops");
    QTest::newRow("twice") << QByteArray("END-T 1\nEND-T 255\n") << QByteArray("END-T 1\n");
    QTest::newRow("long") << QByteArray(100000, 'e') + "END-T 255\n" << QByteArray(100000, 'e');
}

void TestSshChannel::endMarker()
{
    QFETCH(QByteArray, text);
    process()->sayError("START-T\n");
    for (const char c : text)
        process()->sayError(QByteArray(1, c));
    process()->end(255);
    QCOMPARE(m_end->scriptStatus, std::optional<int>(255));
    QTEST(m_errors, "errors");
}

void TestSshChannel::missingEndMarkerIsALostLink()
{
    process()->sayError("START-T\nhalf a li");
    process()->end(255);
    QVERIFY(m_end && m_end->scriptStarted && !m_end->scriptStatus);
    QCOMPARE(m_errors, QByteArray("half a li"));
}

QTEST_GUILESS_MAIN(TestSshChannel)
#include "tst_sshchannel.moc"
