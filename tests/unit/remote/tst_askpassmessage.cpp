#include "remote/askpassmessage.h"

#include <QTest>

using namespace rayhelm;

Q_DECLARE_METATYPE(rayhelm::PromptKind)

/// The wire form of the helper and the recorded prompts of OpenSSH 9.2.
class TestAskpassMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void classify_data();
    void classify();
};

void TestAskpassMessage::parse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome"); // "more", "bad" or "<token>|<parent>|<hint>|<prompt>"
    QTest::newRow("whole") << QByteArray("RAYHELM1 abc 42 4 7\nnonePrompt:") << "abc|42|none|Prompt:";
    QTest::newRow("no hint") << QByteArray("RAYHELM1 abc 42 0 7\nPrompt:") << "abc|42||Prompt:";
    QTest::newRow("line breaks in the prompt") << QByteArray("RAYHELM1 abc 42 0 5\na\nb\nc") << "abc|42||a\nb\nc";
    QTest::newRow("half a header") << QByteArray("RAYHELM1 ab") << "more";
    QTest::newRow("half a prompt") << QByteArray("RAYHELM1 abc 42 0 7\nPro") << "more";
    QTest::newRow("too much") << QByteArray("RAYHELM1 abc 42 0 1\nPro") << "bad";
    QTest::newRow("other program") << QByteArray("GET / HTTP/1.1\r\n\r\n") << "bad";
    QTest::newRow("endless header") << QByteArray(1000, 'x') << "bad";
    QTest::newRow("negative length") << QByteArray("RAYHELM1 abc 42 0 -1\n") << "bad";
    QTest::newRow("huge length") << QByteArray("RAYHELM1 abc 42 0 99999999999\n") << "bad";
    QTest::newRow("no number") << QByteArray("RAYHELM1 abc x 0 0\n") << "bad";
    QTest::newRow("words missing") << QByteArray("RAYHELM1 abc\n") << "bad";
}

void TestAskpassMessage::parse()
{
    QFETCH(QByteArray, bytes);
    const Result<std::optional<AskpassMessage>> message = parseAskpassMessage(bytes);
    QString outcome = QStringLiteral("bad");
    if (message && !*message)
        outcome = QStringLiteral("more");
    else if (message)
        outcome = QString::fromUtf8((*message)->token + '|' + QByteArray::number((*message)->parent) + '|' + (*message)->hint + '|' + (*message)->prompt);
    QTEST(outcome, "outcome");
}

void TestAskpassMessage::classify_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PromptKind>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("shown");
    QTest::newRow("password") << QByteArray("ada@vm's password: ") << PromptKind::Password << "ada@vm" << "ada@vm's password:";
    QTest::newRow("PAM password") << QByteArray("(ada@vm) Password: ") << PromptKind::Password << "ada@vm" << "Password:";
    QTest::newRow("PAM password of the user") << QByteArray("(ada@vm) ada's Password: ") << PromptKind::Password << "ada@vm" << "ada's Password:";
    QTest::newRow("code") << QByteArray("(ada@vm) Verification code: ") << PromptKind::VerificationCode << "ada@vm" << "Verification code:";
    QTest::newRow("one-time password") << QByteArray("(ada@vm) One-time password (OATH) for `ada': ") << PromptKind::VerificationCode << "ada@vm" << "One-time password (OATH) for `ada':";
    QTest::newRow("server's story") << QByteArray("(ada@vm) Duo:\n 1. Push\nPasscode or option (1-1): ") << PromptKind::VerificationCode << "ada@vm" << "Duo:\n 1. Push\nPasscode or option (1-1):";
    QTest::newRow("passphrase") << QByteArray("Enter passphrase for key '/home/ada/my key': ") << PromptKind::Passphrase << "/home/ada/my key" << "Enter passphrase for key '/home/ada/my key':";
    QTest::newRow("PIN") << QByteArray("Enter PIN for 'token': ") << PromptKind::Passphrase << "token" << "Enter PIN for 'token':";
    QTest::newRow("again") << QByteArray("Please type 'yes', 'no' or the fingerprint: ") << PromptKind::HostKeyAgain << "" << "Please type 'yes', 'no' or the fingerprint:";
    QTest::newRow("unknown") << QByteArray("Say friend and enter") << PromptKind::VerificationCode << "" << "Say friend and enter";
    QTest::newRow("escape sequences") << QByteArray("(ada@vm) \033[31mPassword\033[0m: ") << PromptKind::Password << "ada@vm" << "Password:";
    // A server that imitates the client's own question for the key file must not get its passphrase.
    QTest::newRow("imitation") << QByteArray("(ada@vm) Enter passphrase for key '/home/ada/key': ") << PromptKind::VerificationCode << "ada@vm" << "Enter passphrase for key '/home/ada/key':";
}

void TestAskpassMessage::classify()
{
    QFETCH(QByteArray, text);
    const LoginPrompt prompt = classifyPrompt(text, {});
    QTEST(prompt.kind, "kind");
    QTEST(prompt.subject, "subject");
    QTEST(prompt.text, "shown");
    QCOMPARE(classifyPrompt(text, "none").kind, PromptKind::Notice);
}

QTEST_GUILESS_MAIN(TestAskpassMessage)
#include "tst_askpassmessage.moc"
