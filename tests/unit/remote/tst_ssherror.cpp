#include "remote/ssherror.h"

#include <QTest>

using namespace rayhelm;

Q_DECLARE_METATYPE(rayhelm::ErrorKind)

/// What ssh and sudo say (failures.md, section 1), and what a person reads.
class TestSshError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ssh_data();
    void ssh();
    void sudo_data();
    void sudo();
    void changedKeyIsRead();
    void debugLinesAreDropped();
};

void TestSshError::ssh_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *text, ErrorKind kind, const char *part) {
        QTest::newRow(name) << QString::fromLatin1(text) << kind << QString::fromLatin1(part);
    };
    row("S1", "ada@vm: Permission denied (publickey,password).", ErrorKind::AuthenticationFailed, "vm did not accept your login");
    row("S2", "Host key verification failed.", ErrorKind::HostKeyChanged, "was not confirmed");
    row("S3", "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.", ErrorKind::HostKeyChanged, "changed its identity");
    row("S4", "ssh: Could not resolve hostname vm: Name or service not known", ErrorKind::Unreachable, "vm does not exist");
    row("S5", "ssh: connect to host vm port 22: Connection refused", ErrorKind::Unreachable, "no SSH service answers");
    row("S6", "ssh: connect to host vm port 22: Connection timed out", ErrorKind::Unreachable, "does not answer");
    row("S6 route", "ssh: connect to host vm port 22: No route to host", ErrorKind::Unreachable, "does not answer");
    row("S6 banner", "Connection timed out during banner exchange", ErrorKind::Unreachable, "does not answer");
    row("S7", "@ WARNING: UNPROTECTED PRIVATE KEY FILE! @\nada@vm: Permission denied (publickey).", ErrorKind::InvalidInput, "read by others");
    row("S8", "Load key \"/k\": invalid format\nada@vm: Permission denied (publickey).", ErrorKind::AuthenticationFailed, "damaged");
    row("S9", "Unable to negotiate with 192.0.2.1 port 22: no matching key exchange method found.", ErrorKind::Protocol, "no common method");
    row("S10", "Timeout, server vm not responding.", ErrorKind::Unreachable, "broke");
    row("S10 closed", "Connection closed by 192.0.2.1 port 22", ErrorKind::Unreachable, "broke");
    row("S11", "kex_exchange_identification: Connection closed by remote host", ErrorKind::Unreachable, "before saying hello");
    row("too many keys", "Received disconnect from 192.0.2.1: 2: Too many authentication failures", ErrorKind::AuthenticationFailed, "too many keys");
    row("own settings", "/home/ada/.ssh/config: line 3: Bad configuration option: foo\n/home/ada/.ssh/config: terminating, 1 bad configuration options", ErrorKind::InvalidInput, "own SSH settings");
    row("warning only", "** WARNING: connection is not using a post-quantum key exchange algorithm.", ErrorKind::Unreachable, "could not be made");
}

void TestSshError::ssh()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    SshTarget target;
    target.host = QStringLiteral("vm");
    target.user = QStringLiteral("ada");
    const Error error = sshError(255, text, target);
    QTEST(error.kind, "kind");
    QVERIFY2(error.summary.contains(part), qPrintable(error.summary));
    QVERIFY(!error.summary.contains(QLatin1Char('%')));
    QCOMPARE(error.detail, text);
}

void TestSshError::sudo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("S12") << "sudo: a password is required" << ErrorKind::SudoRefused << "cannot become root";
    QTest::newRow("S13") << "ada is not in the sudoers file." << ErrorKind::SudoRefused << "sudo refused ada";
    QTest::newRow("wrong") << "Sorry, try again." << ErrorKind::SudoRefused << "Check the password";
    QTest::newRow("terminal") << "sudo: sorry, you must have a tty to run sudo" << ErrorKind::SudoRefused << "requiretty";
    QTest::newRow("no sudo in dash") << "/bin/sh: 1: exec: sudo: not found" << ErrorKind::NotFound << "sudo was not found";
    QTest::newRow("no sudo in bash") << "/bin/sh: line 1: exec: sudo: not found" << ErrorKind::NotFound << "Switch off";
}

void TestSshError::sudo()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    SshTarget target;
    target.host = QStringLiteral("vm");
    target.user = QStringLiteral("ada");
    const Error error = sudoError(text, target);
    QTEST(error.kind, "kind");
    QVERIFY2(error.summary.contains(part), qPrintable(error.summary));
}

void TestSshError::changedKeyIsRead()
{
    const QString text = QStringLiteral(
        "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
        "The fingerprint for the ED25519 key sent by the remote host is\nSHA256:new+/key.\n"
        "Please contact your system administrator.\nAdd correct host key in /a b/known_hosts to get rid of this message.\n"
        "Offending RSA key in /a b/known_hosts:12\nHost key for [vm]:2222 has changed and you have requested strict checking.\n");
    const std::optional<ChangedKey> key = changedKey(text);
    QVERIFY(key);
    QCOMPARE(key->fingerprint, QStringLiteral("SHA256:new+/key"));
    QCOMPARE(key->keyType, QStringLiteral("ED25519"));
    QCOMPARE(key->file, QStringLiteral("/a b/known_hosts"));
    QVERIFY(!changedKey(QStringLiteral("Host key verification failed.")));
}

void TestSshError::debugLinesAreDropped()
{
    QCOMPARE(withoutDebugLines(QStringLiteral("debug1: Sending command: x\nConnection closed\ndebug2: y\n")), QStringLiteral("Connection closed"));
}

QTEST_GUILESS_MAIN(TestSshError)
#include "tst_ssherror.moc"
