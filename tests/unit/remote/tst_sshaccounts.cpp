#include "awaiting.h"
#include "testaccounts.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTimer>

using namespace rayhelm;

/// Passwords and the real sudo: a server with accounts of its own.
class TestSshAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void passwordLogin();
    void wrongPasswordIsOneAttempt();
    void cancelIsNoAttempt();
    void storedPasswordIsSentOnce();
    void storedPasswordStaysAtItsMachine_data();
    void storedPasswordStaysAtItsMachine();
    void newMachineIsNotAnsweredUnasked();
    void jumpHostOfTheSameNameGetsNothing();
    void sudoWithPassword();
    void sudoWithoutPassword();
    void sudoWrongPassword();
    void sudoRefused();
    void sudoPasswordIsForgotten();
    void payloadUnderSudoIsIdentical_data();
    void payloadUnderSudoIsIdentical();
    void streamAsRootEnds();
    void secretsAreNowhere();

private:
    SshSession &as(const QString &user, LoginKind login = LoginKind::KeyFile);
    Result<RemoteOutput> run(const QString &script, const QByteArray &input = {});
    void answerWith(const char *password);
    int attempts(const char *outcome) const { return int(m_server.log().mid(m_logStart).count(outcome)); }

    /// The name under which the login password of rhpw is kept.
    QString loginKey() const { return SecretScope::sshLogin(QStringLiteral("rhpw"), QStringLiteral("127.0.0.1"), m_server.sshd().port(), m_server.sshd().fingerprint()).key(); }
    QString sudoKey() const { return SecretScope::sudo(QStringLiteral("rhpw"), QStringLiteral("127.0.0.1"), m_server.sshd().port(), m_server.sshd().fingerprint()).key(); }

    TestAccounts m_server;
    std::unique_ptr<SshBench> m_bench;
    TestSecrets m_secrets;
    qsizetype m_logStart = 0;
};

void TestSshAccounts::initTestCase()
{
    if (!TestAccounts::isPossible())
        QSKIP("accounts of our own need root and a mount namespace");
    QVERIFY(m_server.start());
}

void TestSshAccounts::init()
{
    m_secrets.kept.clear();
    m_secrets.reads.clear();
    m_bench = std::make_unique<SshBench>(m_server.sshd());
    m_bench->services.secrets = &m_secrets;
    m_logStart = m_server.log().size();
}

void TestSshAccounts::cleanup()
{
    m_bench.reset();
}

SshSession &TestSshAccounts::as(const QString &user, LoginKind login)
{
    SshPlace place;
    place.target = m_server.sshd().target();
    place.target.user = user;
    place.target.login = login;
    place.useSudo = true;
    return m_bench->remake(place, m_server.sshd().paths());
}

Result<RemoteOutput> TestSshAccounts::run(const QString &script, const QByteArray &input)
{
    RemoteCommand command;
    command.script = script;
    command.input = input;
    command.asRoot = true;
    return awaited(m_bench->session().run(command, {}));
}

void TestSshAccounts::answerWith(const char *password)
{
    m_bench->user.reply([password](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return question.previousRefused ? std::nullopt : std::optional(DeskUser::secret(password, true));
    });
}

void TestSshAccounts::passwordLogin()
{
    answerWith("right-Pass1");
    const Result<> opened = awaited(as(QStringLiteral("rhpw"), LoginKind::Password).openLink({}));
    VERIFY_RESULT(opened);
    const Question question = m_bench->user.asked().last();
    QCOMPARE(question.kind, QuestionKind::Password);
    QCOMPARE(question.subject, QStringLiteral("rhpw@127.0.0.1"));
    QVERIFY(question.mayRemember);
    QCOMPARE(m_secrets.kept.value(loginKey()), QByteArray("right-Pass1"));
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    const auto asked = m_bench->user.asked().size();
    VERIFY_RESULT(awaited(m_bench->session().openLink({})));
    QCOMPARE(m_bench->user.asked().size(), asked); // from the keychain
}

void TestSshAccounts::wrongPasswordIsOneAttempt()
{
    answerWith("wrong-Pass1");
    const Result<> opened = awaited(as(QStringLiteral("rhpw"), LoginKind::Password).openLink({}));
    QVERIFY(!opened);
    QCOMPARE(attempts("Failed password"), 1);
    QVERIFY(m_bench->user.asked().last().previousRefused);
    QVERIFY(m_secrets.kept.isEmpty());
}

void TestSshAccounts::cancelIsNoAttempt()
{
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        return question.kind == QuestionKind::UnknownHostKey ? std::optional(DeskUser::trust()) : std::nullopt;
    });
    const Result<> opened = awaited(as(QStringLiteral("rhpw"), LoginKind::Password).openLink({}));
    QVERIFY(!opened && opened.error().isCancelled());
    // The server has seen the end of a login that was not finished ("closed" or "reset"; a line of the test before may come late).
    QTRY_VERIFY2_WITH_TIMEOUT(attempts(" by authenticating user rhpw") >= 1, m_server.log().mid(m_logStart).constData(), 60000);
    QCOMPARE(attempts("Failed "), 0);
}

void TestSshAccounts::storedPasswordIsSentOnce()
{
    const QString entry = loginKey();
    m_secrets.kept.insert(entry, "outdated");
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        return question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("right-Pass1", true);
    });
    VERIFY_RESULT(awaited(as(QStringLiteral("rhpw"), LoginKind::Password).openLink({})));
    QCOMPARE(attempts("Failed password"), 1);
    QCOMPARE(m_secrets.reads.count(entry), 1);
    QCOMPARE(m_bench->user.count(QuestionKind::Password), 1);
    QCOMPARE(m_secrets.kept.value(entry), QByteArray("right-Pass1"));
}

void TestSshAccounts::storedPasswordStaysAtItsMachine_data()
{
    QTest::addColumn<QString>("key");
    const QString here = m_server.sshd().fingerprint();
    const quint16 port = m_server.sshd().port();
    const QString host = QStringLiteral("127.0.0.1");
    const QString user = QStringLiteral("rhpw");
    const QString other = QStringLiteral("SHA256:") + QString(43, QLatin1Char('A'));
    QTest::newRow("another port") << SecretScope::sshLogin(user, host, 1, here).key();
    QTest::newRow("another host") << SecretScope::sshLogin(user, QStringLiteral("localhost"), port, here).key();
    QTest::newRow("another user") << SecretScope::sshLogin(QStringLiteral("rhno"), host, port, here).key();
    QTest::newRow("another identity") << SecretScope::sshLogin(user, host, port, other).key();
    QTest::newRow("sudo's") << SecretScope::sudo(user, host, port, here).key();
    QTest::newRow("an earlier version's") << QStringLiteral("io.rayhelm/ssh/@rhpw@127.0.0.1:%1").arg(port);
}

void TestSshAccounts::storedPasswordStaysAtItsMachine()
{
    QFETCH(QString, key);
    m_secrets.kept.insert(key, "right-Pass1");
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        return question.kind == QuestionKind::UnknownHostKey ? std::optional(DeskUser::trust()) : std::nullopt;
    });
    const Result<> opened = awaited(as(QStringLiteral("rhpw"), LoginKind::Password).openLink({}));
    QVERIFY(!opened);
    QCOMPARE(m_bench->user.count(QuestionKind::Password), 1);
    QCOMPARE(attempts("Failed "), 0);
}

/// After "forget" and "trust" another machine has the old name: what is kept for the old one is not sent to it, neither from the keychain
/// nor from this session's memory.
void TestSshAccounts::newMachineIsNotAnsweredUnasked()
{
    answerWith("right-Pass1");
    SshSession &session = as(QStringLiteral("rhpw"), LoginKind::Password);
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(m_secrets.kept.size(), 2); // login and sudo
    QVERIFY(m_secrets.kept.contains(sudoKey()));
    VERIFY_RESULT(awaited(session.closeLink({})));
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(m_bench->user.count(QuestionKind::Password), 1); // the same machine: from the keychain
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 1);

    const QString old = loginKey(); // the link stays up: closing it would wipe this session's memory
    QVERIFY(m_server.reinstall());
    QVERIFY(loginKey() != old);
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        Answer answer = question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("right-Pass1", true);
        answer.forgetOld = question.kind == QuestionKind::ChangedHostKey;
        return answer;
    });
    VERIFY_RESULT(awaited(session.openLink({})));
    QCOMPARE(m_bench->user.count(QuestionKind::ChangedHostKey), 1);
    QCOMPARE(m_bench->user.count(QuestionKind::Password), 2);
    QVERIFY(m_bench->user.asked().last().keptForAnotherMachine);
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 2);
    QVERIFY(m_bench->user.asked().last().keptForAnotherMachine);
}

/// A gate with the same user and host name, on another port: its question reads like the machine's own.
void TestSshAccounts::jumpHostOfTheSameNameGetsNothing()
{
    SshPlace place;
    place.target = m_server.sshd().target();
    place.target.user = QStringLiteral("rhpw");
    place.target.login = LoginKind::Password;
    place.target.host = QStringLiteral("127.0.0.1");
    TestAccounts gate;
    QVERIFY(gate.start("gate-Pass1"));
    place.target.jumpHost = QStringLiteral("rhpw@127.0.0.1:%1").arg(gate.sshd().port());
    m_secrets.kept.insert(loginKey(), "right-Pass1");
    int asked = 0;
    m_bench->user.reply([&asked](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        ++asked;
        return question.mayRemember ? std::nullopt : std::optional(DeskUser::secret("gate-Pass1")); // only the gate's
    });
    SshPaths paths = m_server.sshd().paths();
    paths.userConfig = m_server.sshd().folder() + QStringLiteral("/jumpconfig");
    QFile config(paths.userConfig);
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("Host *\n  PreferredAuthentications password\n  PubkeyAuthentication no\n");
    config.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    config.close();
    VERIFY_RESULT(awaited(m_bench->remake(place, paths).openLink({})));
    QCOMPARE(asked, 1); // the gate asked a person, the machine itself was answered from the keychain
    QCOMPARE(m_secrets.reads, QStringList{loginKey()});
    QCOMPARE(gate.received(QStringLiteral("sshd")), QByteArrayList{"gate-Pass1"});
}

void TestSshAccounts::sudoWithPassword()
{
    answerWith("right-Pass1");
    SshSession &session = as(QStringLiteral("rhpw"));
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 1);
    for (int i = 0; i < 3; ++i) {
        const Result<RemoteOutput> output = run(QStringLiteral("id -un; echo \"$HOME $RAYHELM_FOLDER\""));
        VERIFY_RESULT(output);
        QCOMPARE(output->out, "root\n/root " + m_server.home(QStringLiteral("rhpw")).toUtf8() + '\n');
        QCOMPARE(output->err, QByteArray()); // no lecture, no prompt
    }
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 1); // asked once per session
    QCOMPARE(session.place(true), QStringLiteral("127.0.0.1 as root"));
}

void TestSshAccounts::sudoWithoutPassword()
{
    SshSession &session = as(QStringLiteral("rhfree"));
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 0);
    QCOMPARE(run(QStringLiteral("id -un"))->out, QByteArray("root\n"));
}

void TestSshAccounts::sudoWrongPassword()
{
    int clicks = 0;
    m_bench->user.reply([&clicks](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return DeskUser::secret(++clicks == 1 ? "wrong-Pass1" : "right-Pass1");
    });
    SshSession &session = as(QStringLiteral("rhpw"));
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(clicks, 2);
    QVERIFY(m_bench->user.asked().last().previousRefused);
}

void TestSshAccounts::sudoRefused()
{
    answerWith("right-Pass1");
    SshSession &session = as(QStringLiteral("rhno"));
    VERIFY_RESULT(awaited(session.openLink({})));
    const Result<> root = awaited(session.becomeRoot({}));
    QVERIFY(!root);
    QCOMPARE(root.error().kind, ErrorKind::SudoRefused);
    QVERIFY2(root.error().detail.contains(QStringLiteral("not in the sudoers file")), qPrintable(root.error().detail));
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 1); // a right password is not asked for again
}

void TestSshAccounts::sudoPasswordIsForgotten()
{
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        return question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("right-Pass1");
    });
    SshSession &session = as(QStringLiteral("rhpw"));
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    VERIFY_RESULT(awaited(session.closeLink({})));
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    QCOMPARE(m_bench->user.count(QuestionKind::SudoPassword), 2);
    QVERIFY(m_secrets.kept.isEmpty());
}

void TestSshAccounts::payloadUnderSudoIsIdentical_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("with password") << "rhpw";
    QTest::newRow("without password") << "rhfree";
}

void TestSshAccounts::payloadUnderSudoIsIdentical()
{
    QFETCH(QString, user);
    answerWith("right-Pass1");
    VERIFY_RESULT(awaited(as(user).openLink({})));
    QByteArray payload;
    for (int i = 0; i < 300000; ++i)
        payload += char(quint32(i) * 7919 >> 3);
    const Result<RemoteOutput> output = run(QStringLiteral("cat"), payload);
    VERIFY_RESULT(output);
    QCOMPARE(output->out, payload);
    QVERIFY(!output->out.contains("right-Pass1"));
}

void TestSshAccounts::streamAsRootEnds()
{
    answerWith("right-Pass1");
    VERIFY_RESULT(awaited(as(QStringLiteral("rhpw")).openLink({})));
    RemoteCommand command;
    command.asRoot = true;
    command.script = QStringLiteral("id -un; sh -c 'trap \"\" TERM; sleep %1.1; sleep %1.2'").arg(napName());
    auto stream = awaited(m_bench->session().stream(command, {}));
    VERIFY_RESULT(stream);
    QCOMPARE(awaited((*stream)->readLine({}))->value(), QByteArray("root"));
    QTRY_COMPARE_WITH_TIMEOUT(nappers(), 1, 60000);
    *stream = nullptr;
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(napName().toLatin1()), 0, 60000);
}

void TestSshAccounts::secretsAreNowhere()
{
    const QByteArray secret("right-Pass1");
    answerWith("right-Pass1");
    int seen = 0;
    int samples = 0;
    QTimer sampler;
    connect(&sampler, &QTimer::timeout, this, [&] {
        ++samples;
        seen += TestAccounts::processesShowing(secret);
    });
    sampler.start(5);
    SshSession &session = as(QStringLiteral("rhpw"), LoginKind::Password);
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.becomeRoot({})));
    VERIFY_RESULT(run(QStringLiteral("true")));
    sampler.stop();
    QVERIFY(samples > 3);
    QCOMPARE(seen, 0);
    for (const CommandRecord &record : m_bench->commands.records())
        QVERIFY(!record.command.contains(QLatin1String("right-Pass1")));
    QVERIFY(!m_server.log().contains(secret));
    QStringList files = TestAccounts::filesContaining(m_server.sshd().folder(), secret);
    files.removeIf([](const QString &file) { return file.contains(QLatin1String("/received-")); }); // what the server noted itself
    QCOMPARE(files, QStringList());
    // The detector itself: a process that does show it.
    QProcess planted;
    planted.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("sleep 60; :"), QString::fromLatin1(secret)});
    QVERIFY(planted.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(TestAccounts::processesShowing(secret) > 0, 60000);
    planted.kill();
    planted.waitForFinished();
}

QTEST_GUILESS_MAIN(TestSshAccounts)
#include "tst_sshaccounts.moc"
