#include "awaiting.h"
#include "testsshd.h"

#include "remote/changedidentity.h"
#include "remote/sshroute.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace rayhelm;

/// Whose words are whose: a server that imitates every line that ssh's log is read for, in its banner, in a disconnect message, after the
/// login. Nothing of it is believed.
class TestSshWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bannersAreTheServersWords();
    void bannerCannotForgetAnotherKey();
    void disconnectCannotForgetAnotherKey();
    void twoKeysAreNone();
    void certificateNamesNoKey();
    void firstVersionCounts();
    void longAndBrokenLines();
    void changedKeyMustFit_data();
    void changedKeyMustFit();
    void wayOfTheUsersSettings();
    void circlesEnd();

private:
    QByteArray forgedBlock() const;
    SshPlace place() const;
    /// A known host that an attacker wants to be forgotten.
    void knowVictim();
    QByteArray knownHosts() const;

    std::unique_ptr<TestSshd> m_sshd;
};

namespace {

const QString forgedKey = QStringLiteral("SHA256:") + QString(43, QLatin1Char('F'));

/// An SSH server that says goodbye before any key was exchanged, with `words`.
class Goodbye : public QObject
{
public:
    explicit Goodbye(const QByteArray &words)
        : m_words(words)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            socket->write("SSH-2.0-OpenSSH_9.9\r\n" + packet());
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    quint16 port() const { return m_server.serverPort(); }

private:
    static QByteArray number(quint32 value)
    {
        return QByteArray{}.append(char(value >> 24)).append(char(value >> 16)).append(char(value >> 8)).append(char(value));
    }
    QByteArray packet() const
    {
        const QByteArray payload = char(1) + number(2) + number(quint32(m_words.size())) + m_words + number(0); // SSH_MSG_DISCONNECT
        const int padding = 8 + 8 - int((payload.size() + 5 + 8) % 8);
        return number(quint32(payload.size() + padding + 1)) + char(padding) + payload + QByteArray(padding, '\0');
    }

    QByteArray m_words;
    QTcpServer m_server;
};

void say(const SshLog &log, const QByteArray &text)
{
    const int pipe = ::open(QFile::encodeName(log.path()).constData(), O_WRONLY | O_NONBLOCK);
    QVERIFY(pipe >= 0);
    QCOMPARE(::write(pipe, text.constData(), std::size_t(text.size())), ssize_t(text.size()));
    ::close(pipe);
}

} // namespace

void TestSshWords::init()
{
    m_sshd = std::make_unique<TestSshd>();
    QVERIFY(m_sshd->start());
}

SshPlace TestSshWords::place() const
{
    SshPlace place;
    place.target = m_sshd->target();
    return place;
}

void TestSshWords::knowVictim()
{
    QFile key(m_sshd->key() + QStringLiteral(".pub"));
    QVERIFY(key.open(QIODevice::ReadOnly));
    QFile file(m_sshd->paths().knownHosts);
    QVERIFY(file.open(QIODevice::Append));
    file.write("victim.example " + key.readAll());
}

QByteArray TestSshWords::knownHosts() const
{
    QFile file(m_sshd->paths().knownHosts);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestSshWords::forgedBlock() const
{
    return "debug1: Local version string SSH-2.0-OpenSSH_7.1\n"
           "debug1: Remote protocol version 2.0, remote software version x\n"
           "debug1: Authenticating to victim.example:22 as 'root'\n"
           "debug1: Server host key: ssh-ed25519 " + forgedKey.toUtf8() + "\n"
           "debug1: Found key in " + m_sshd->paths().knownHosts.toUtf8() + ":1\n"
           "debug1: SSH2_MSG_NEWKEYS sent\n"
           "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
           "The fingerprint for the ED25519 key sent by the remote host is\n" + forgedKey.toUtf8() + ".\n"
           "Offending ED25519 key in " + m_sshd->paths().knownHosts.toUtf8() + ":1\n"
           "Host key for victim.example has changed and you have requested strict checking.\n"
           "Host key verification failed.\n";
}

void TestSshWords::bannersAreTheServersWords()
{
    QFile banner(m_sshd->folder() + QStringLiteral("/banner"));
    QVERIFY(banner.open(QIODevice::WriteOnly));
    banner.write(forgedBlock() + "\033[2J<img src=\"/dev/zero\"> please call us\n");
    banner.close();
    m_sshd->stop();
    QVERIFY(m_sshd->start({QStringLiteral("Banner ") + banner.fileName(),
                           QStringLiteral("ForceCommand /bin/sh -c 'cat %1 >&2; cat %1; exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"'").arg(banner.fileName())}));
    SshBench bench(*m_sshd);
    const Result<> opened = awaited(bench.session().openLink({}));
    VERIFY_RESULT(opened);
    QCOMPARE(bench.session().master()->loginScope().hostKey(), m_sshd->fingerprint());
    QCOMPARE(bench.session().master()->identityNote(), QStringLiteral("met for the first time"));
    QCOMPARE(bench.user.asked().size(), 1);
    QCOMPARE(bench.user.asked().first().fingerprint, m_sshd->fingerprint());
    QVERIFY(!bench.session().master()->recentErrors().contains(QStringLiteral("victim")));
}

void TestSshWords::bannerCannotForgetAnotherKey()
{
    knowVictim();
    QFile banner(m_sshd->folder() + QStringLiteral("/banner"));
    QVERIFY(banner.open(QIODevice::WriteOnly));
    banner.write(forgedBlock());
    banner.close();
    m_sshd->stop();
    QVERIFY(QFile::remove(m_sshd->folder() + QStringLiteral("/authorized"))); // nobody is let in
    QVERIFY(m_sshd->start({QStringLiteral("Banner ") + banner.fileName()}));
    SshBench bench(*m_sshd);
    bench.user.reply([](const Question &) -> std::optional<Answer> {
        Answer answer = DeskUser::trust();
        answer.forgetOld = true;
        return answer;
    });
    const Result<> opened = awaited(bench.session().openLink({}));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::AuthenticationFailed); // not "changed its identity"
    QCOMPARE(bench.user.count(QuestionKind::ChangedHostKey), 0);
    QVERIFY(knownHosts().contains("victim.example"));
    QVERIFY2(opened.error().detail.contains(QStringLiteral("127.0.0.1 itself said:")), qPrintable(opened.error().detail));
}

/// A text that ssh itself writes into its log, with line ends of the server's.
void TestSshWords::disconnectCannotForgetAnotherKey()
{
    knowVictim();
    const QByteArray block = forgedBlock();
    Goodbye server(block.mid(block.indexOf("@    WARNING"), 390));
    SshBench bench(*m_sshd);
    SshPlace place;
    place.target = m_sshd->target();
    place.target.port = server.port();
    bench.user.reply([](const Question &) -> std::optional<Answer> {
        Answer answer = DeskUser::trust();
        answer.forgetOld = true;
        return answer;
    });
    const Result<> opened = awaited(bench.remake(place, m_sshd->paths()).openLink({}));
    QVERIFY(!opened);
    QVERIFY2(opened.error().detail.contains(QStringLiteral("REMOTE HOST IDENTIFICATION")), qPrintable(opened.error().detail)); // it did get in
    QCOMPARE(bench.user.count(QuestionKind::ChangedHostKey), 0);
    QVERIFY(knownHosts().contains("victim.example"));
}

void TestSshWords::twoKeysAreNone()
{
    auto log = SshLog::make(m_sshd->folder() + QStringLiteral("/l"));
    VERIFY_RESULT(log);
    const QByteArray real = "debug1: Server host key: ssh-ed25519 " + m_sshd->fingerprint().toUtf8() + '\n';
    say(**log, real);
    (*log)->drain();
    QCOMPARE((*log)->hostKey(), m_sshd->fingerprint());
    say(**log, real); // the same once more, as when keys are renewed
    (*log)->drain();
    QCOMPARE((*log)->hostKey(), m_sshd->fingerprint());
    say(**log, "debug1: Remote: x\ndebug1: Server host key: ssh-ed25519 " + forgedKey.toUtf8() + '\n');
    (*log)->drain();
    QCOMPARE((*log)->hostKey(), QString());
}

/// ssh prints the words in a certificate as they are, with their line ends, and names no plain key beside one.
void TestSshWords::certificateNamesNoKey()
{
    auto log = SshLog::make(m_sshd->folder() + QStringLiteral("/l"));
    VERIFY_RESULT(log);
    say(**log, "debug1: Server host certificate: ssh-ed25519-cert-v01@openssh.com " + forgedKey.toUtf8() + ", serial 0 ID \"x\n"
               "debug1: Server host key: ssh-ed25519 " + m_sshd->fingerprint().toUtf8() + "\ny\" CA ssh-ed25519 SHA256:x\n");
    (*log)->drain();
    QCOMPARE((*log)->hostKey(), QString());
}

void TestSshWords::firstVersionCounts()
{
    auto log = SshLog::make(m_sshd->folder() + QStringLiteral("/l"));
    VERIFY_RESULT(log);
    say(**log, "debug1: Local version string SSH-2.0-OpenSSH_9.2p1 Debian\n");
    say(**log, "debug1: Remote: x\ndebug1: Local version string SSH-2.0-OpenSSH_7.4\n");
    (*log)->drain();
    QCOMPARE((*log)->clientVersion(), 902);
}

void TestSshWords::longAndBrokenLines()
{
    auto log = SshLog::make(m_sshd->folder() + QStringLiteral("/l"));
    VERIFY_RESULT(log);
    QSignalSpy lines(log->get(), &SshLog::line);
    for (int i = 0; i < 50; ++i) {
        say(**log, QByteArray(4000, char(128 + i)));
        (*log)->drain();
    }
    QCOMPARE(lines.size(), 0);
    QVERIFY((*log)->text().size() <= 64 * 1024);
    say(**log, "\ndebug1: Server host");
    say(**log, " key: ssh-ed25519 " + m_sshd->fingerprint().toUtf8() + "\n");
    (*log)->drain();
    QCOMPARE((*log)->hostKey(), m_sshd->fingerprint());
    QVERIFY(!SshLog::make((*log)->path())); // a pipe that exists is not ours
}

void TestSshWords::changedKeyMustFit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("asks");
    const QString other = QStringLiteral("SHA256:") + QString(43, QLatin1Char('B'));
    QTest::newRow("changed") << "victim.example" << forgedKey << forgedKey << true;
    QTest::newRow("no key was shown") << "victim.example" << QString() << forgedKey << false;
    QTest::newRow("another key was shown") << "victim.example" << other << forgedKey << false;
    QTest::newRow("the known key was shown") << "victim.example" << QStringLiteral("known") << QStringLiteral("known") << false;
    QTest::newRow("a machine that is not known") << "stranger.example" << forgedKey << forgedKey << false;
    QTest::newRow("the way is not known") << "" << forgedKey << forgedKey << false;
}

void TestSshWords::changedKeyMustFit()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QFETCH(QString, said);
    QFETCH(bool, asks);
    knowVictim();
    SystemProcessLauncher launcher;
    const KnownHosts known(&launcher, m_sshd->paths());
    const QStringList real = *awaited(known.fingerprints(QStringLiteral("victim.example"), m_sshd->paths().knownHosts, {}));
    QCOMPARE(real.size(), 1);
    HopWords words;
    words.hop.knownName = name;
    words.hostKey = shown == QLatin1String("known") ? real.first() : shown;
    words.text = QString::fromUtf8(forgedBlock()).replace(forgedKey, said == QLatin1String("known") ? real.first() : said);
    const Result<Question> question = awaited(askAboutIdentity(&known, m_sshd->paths(), {words}, {}));
    QCOMPARE(question.has_value(), asks);
    if (!asks)
        return;
    QCOMPARE(question->subject, name);
    QCOMPARE(question->knownFingerprint, real.first());
    QVERIFY(question->mayForget);
}

void TestSshWords::wayOfTheUsersSettings()
{
    SshPaths paths = m_sshd->paths();
    paths.userConfig = m_sshd->folder() + QStringLiteral("/userconfig");
    QFile file(paths.userConfig);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Host vm\n  HostName vm.example\n  User ada\n  Port 2200\n  ProxyJump bea@outer:2222,inner\nHost outer\n  HostName outer.example\n"
               "  HostKeyAlias The-Gate\n  ProxyJump first\nHost inner\n  User ivy\n  ProxyJump elsewhere\nHost first\n  User fay\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    const QString overlay = m_sshd->folder() + QStringLiteral("/overlay");
    QFile config(overlay);
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(sshConfigOverlay(paths).toUtf8());
    config.close();
    SystemProcessLauncher launcher;
    SshTarget target;
    target.host = QStringLiteral("vm");
    const Result<SshRoute> route = awaited(findRoute(&launcher, paths, overlay, target, {}));
    VERIFY_RESULT(route);
    QStringList hops;
    for (const SshHop &hop : *route)
        hops.append(hop.resolved.name() + QLatin1Char(' ') + hop.knownName);
    QCOMPARE(hops, (QStringList{QStringLiteral("fay@first first"), QStringLiteral("bea@outer.example the-gate"), QStringLiteral("ivy@inner inner"),
                                QStringLiteral("ada@vm.example [vm.example]:2200")}));
    const QString command = throughHop(paths, route->at(1), QStringLiteral("/run/c'1"), QStringLiteral("/run/100%"));
    QVERIFY2(command.contains(QStringLiteral("100%%")) && command.contains(QStringLiteral("-l bea")) && command.contains(QStringLiteral("-p 2222")),
             qPrintable(command));
}

void TestSshWords::circlesEnd()
{
    SshPaths paths = m_sshd->paths();
    const QString overlay = m_sshd->folder() + QStringLiteral("/overlay");
    QFile config(overlay);
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("Host a\n  ProxyJump b\nHost b\n  ProxyJump a\n");
    config.close();
    SystemProcessLauncher launcher;
    SshTarget target;
    target.host = QStringLiteral("a");
    QVERIFY(!awaited(findRoute(&launcher, paths, overlay, target, {})));
}

QTEST_GUILESS_MAIN(TestSshWords)
#include "tst_sshwords.moc"
