#include "awaiting.h"
#include "remote/connecthost.h"
#include "remote/remotehost.h"
#include "testsshd.h"

#include "core/steps.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace rayhelm;

/// Logging in to a real server: keys, identities, bad surroundings.
class TestSshLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void unknownHostIsShown();
    void noTrustLeavesNoEntry();
    void machineThatDoesNotWait();
    void machineThatGoesWhileAsking();
    void changedHostKeyStopsEverything();
    void changedKeyInTheUsersFileIsOnlyShown();
    void encryptedKeyAsksOncePerClick();
    void storedPassphraseIsSentOnce();
    void rememberedOnlyAfterSuccess();
    void refusedKey();
    void userConfigurationCannotInterfere();
    void namesOfTheUserConfiguration();
    void jumpHost();
    void changedKeyOfTheJumpHost();
    void refusedByTheJumpHost();
    void noiseOfStartUpFiles();
    void longRuntimeDirectory();
    void strangeSshPrograms_data();
    void strangeSshPrograms();
    void nobodyListens();
    void optionAsHostDoesNothing();
    void masterDiesWithUs();
    void cancelWhileAsking();
    void stepsReadLikeTheJourney();
    void missingBase64IsSaid();

private:
    Result<> open() { return awaited(m_bench->session().openLink({})); }
    SshPlace place(const SshTarget &target) const;
    QByteArray knownHosts() const;
    void writeUserConfig(const QByteArray &text, SshPaths *paths) const;

    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<SshBench> m_bench;
};

void TestSshLogin::init()
{
    m_sshd = std::make_unique<TestSshd>();
    QVERIFY(m_sshd->start());
    m_bench = std::make_unique<SshBench>(*m_sshd);
}

void TestSshLogin::cleanup()
{
    m_bench.reset();
    m_sshd.reset();
}

SshPlace TestSshLogin::place(const SshTarget &target) const
{
    SshPlace place;
    place.target = target;
    return place;
}

QByteArray TestSshLogin::knownHosts() const
{
    QFile file(m_sshd->paths().knownHosts);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSshLogin::writeUserConfig(const QByteArray &text, SshPaths *paths) const
{
    paths->userConfig = m_sshd->folder() + QStringLiteral("/userconfig");
    QFile file(paths->userConfig);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void TestSshLogin::unknownHostIsShown()
{
    const Result<> opened = open();
    VERIFY_RESULT(opened);
    QCOMPARE(m_bench->user.asked().size(), 1);
    const Question question = m_bench->user.asked().first();
    QCOMPARE(question.kind, QuestionKind::UnknownHostKey);
    QCOMPARE(question.fingerprint, m_sshd->fingerprint());
    QCOMPARE(question.keyType, QStringLiteral("ED25519"));
    QVERIFY(knownHosts().contains("[127.0.0.1]"));
    QCOMPARE(m_bench->session().master()->identityNote(), QStringLiteral("met for the first time"));
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    const Result<> again = open();
    VERIFY_RESULT(again);
    QCOMPARE(m_bench->user.asked().size(), 1); // known now
    QVERIFY(m_bench->session().master()->identityNote().startsWith(QStringLiteral("known since ")));
}

void TestSshLogin::noTrustLeavesNoEntry()
{
    m_bench->user.reply([](const Question &) { return std::nullopt; });
    const Result<> opened = open();
    QVERIFY(!opened && opened.error().isCancelled());
    QVERIFY(!knownHosts().contains("127.0.0.1"));
    QCOMPARE(m_sshd->logins(), 0);
    QCOMPARE(m_bench->session().state(), LinkState::Disconnected);
}

/// Whoever compares a fingerprint takes longer than the machine waits: what was answered is not lost, and nothing counts as refused.
void TestSshLogin::machineThatDoesNotWait()
{
    m_sshd->stop();
    QVERIFY(m_sshd->start({QStringLiteral("LoginGraceTime 2")}));
    SshTarget target = m_sshd->target();
    target.identityFile = m_sshd->encryptedKey();
    m_bench->user.reply([this](const Question &question) -> std::optional<Answer> {
        if (m_bench->user.count(question.kind) == 1)
            QTest::qSleep(4000); // ssh and the server are other processes
        return question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("open sesame");
    });
    SshSession &session = m_bench->remake(place(target), m_sshd->paths());
    Profile profile;
    profile.host = target.host;
    RemoteHost host;
    Steps steps;
    QStringList notes;
    connect(&steps, &Steps::changed, this, [&](int index) { notes.append(steps.all().at(index).note); });
    QVERIFY(!awaited(connectHost(&session, profile, &host, &steps, {}))); // no kubectl here
    QCOMPARE(session.state(), LinkState::Connected);
    QCOMPARE(m_bench->user.count(QuestionKind::UnknownHostKey), 1); // trusted once is enough
    QCOMPARE(m_bench->user.count(QuestionKind::Passphrase), 2);
    for (const Question &question : m_bench->user.asked())
        QVERIFY(!question.previousRefused);
    QVERIFY(!notes.filter(QStringLiteral("did not wait for the answer")).isEmpty());
    QCOMPARE(steps.all().at(2).note, QString()); // the login is over
    QCOMPARE(session.master()->identityNote(), QStringLiteral("met for the first time"));
}

/// Once more, not for ever: a machine that is gone is told as such.
void TestSshLogin::machineThatGoesWhileAsking()
{
    TestRelay relay;
    QVERIFY(relay.listen(m_sshd->port()));
    SshTarget target = m_sshd->target();
    target.port = relay.port();
    m_bench->user.reply([&relay](const Question &) {
        relay.setMode(TestRelay::Reset);
        return DeskUser::trust();
    });
    SshSession &session = m_bench->remake(place(target), m_sshd->paths());
    int tries = 0;
    std::stop_source stop;
    connect(session.master(), &ControlMaster::hint, this, [&] {
        if (++tries > 3)
            stop.request_stop();
    });
    const Result<> opened = awaited(session.openLink(stop.get_token()));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Unreachable);
    QCOMPARE(m_bench->user.asked().size(), 1);
    QCOMPARE(tries, 1);
}

void TestSshLogin::changedHostKeyStopsEverything()
{
    VERIFY_RESULT(open());
    const QString old = m_sshd->fingerprint();
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    m_sshd->stop();
    m_sshd->changeHostKey();
    QVERIFY(m_sshd->start());
    SshTarget target = m_sshd->target(); // the server has another port now, so the entry is moved there
    QFile file(m_sshd->paths().knownHosts);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray entry = file.readAll();
    file.resize(0);
    file.write("[127.0.0.1]:" + QByteArray::number(target.port) + entry.mid(entry.indexOf(' ')));
    file.close();
    const int asked = int(m_bench->user.asked().size());

    SshSession *session = &m_bench->remake(place(target), m_sshd->paths());
    const Result<> refused = awaited(session->openLink({}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::HostKeyChanged);
    QCOMPARE(m_bench->user.asked().size(), asked + 1);
    const Question question = m_bench->user.asked().last();
    QCOMPARE(question.kind, QuestionKind::ChangedHostKey);
    QCOMPARE(question.fingerprint, m_sshd->fingerprint());
    QCOMPARE(question.knownFingerprint, old);
    QVERIFY(question.mayForget);
    QVERIFY(!question.knownSince.isEmpty());

    m_bench->user.reply([](const Question &asks) -> std::optional<Answer> {
        Answer answer = DeskUser::trust();
        answer.forgetOld = asks.kind == QuestionKind::ChangedHostKey;
        return answer;
    });
    const Result<> forgotten = awaited(session->openLink({}));
    VERIFY_RESULT(forgotten);
    QCOMPARE(m_bench->user.asked().last().kind, QuestionKind::UnknownHostKey); // starts at "first contact"
    QVERIFY(!QFile::exists(m_sshd->paths().knownHosts + QStringLiteral(".old")));
}

void TestSshLogin::changedKeyInTheUsersFileIsOnlyShown()
{
    SshPaths paths = m_sshd->paths();
    paths.userKnownHosts = m_sshd->folder() + QStringLiteral("/their_hosts");
    QFile key(m_sshd->key() + QStringLiteral(".pub")); // any other key
    QVERIFY(key.open(QIODevice::ReadOnly));
    const QByteArray wrong = "[127.0.0.1]:" + QByteArray::number(m_sshd->port()) + ' ' + key.readAll();
    QFile theirs(paths.userKnownHosts);
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    theirs.write(wrong);
    theirs.close();
    m_bench->user.reply([](const Question &) -> std::optional<Answer> {
        Answer answer;
        answer.forgetOld = true;
        return answer;
    });
    const Result<> refused = awaited(m_bench->remake(place(m_sshd->target()), paths).openLink({}));
    QVERIFY(!refused && refused.error().kind == ErrorKind::HostKeyChanged);
    const Question question = m_bench->user.asked().last();
    QVERIFY(!question.mayForget);
    QVERIFY(question.knownSince.contains(paths.userKnownHosts));
    QVERIFY(theirs.open(QIODevice::ReadOnly));
    QCOMPARE(theirs.readAll(), wrong);
}

void TestSshLogin::encryptedKeyAsksOncePerClick()
{
    SshTarget target = m_sshd->target();
    target.identityFile = m_sshd->encryptedKey();
    int clicks = 0;
    m_bench->user.reply([&clicks](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return DeskUser::secret(++clicks == 1 ? "wrong" : "open sesame");
    });
    const Result<> opened = awaited(m_bench->remake(place(target), m_sshd->paths()).openLink({}));
    VERIFY_RESULT(opened);
    QCOMPARE(clicks, 2);
    const QList<Question> asked = m_bench->user.asked();
    QCOMPARE(asked.at(asked.size() - 2).kind, QuestionKind::Passphrase);
    QVERIFY(!asked.at(asked.size() - 2).previousRefused);
    QVERIFY(asked.last().previousRefused);
    QCOMPARE(asked.last().subject, m_sshd->encryptedKey());
    QVERIFY(m_bench->session().master()->needsUser());
}

void TestSshLogin::storedPassphraseIsSentOnce()
{
    TestSecrets secrets;
    m_bench->services.secrets = &secrets;
    const QString entry = SecretScope::keyFile(m_sshd->encryptedKey()).key();
    secrets.kept.insert(entry, "outdated");
    SshTarget target = m_sshd->target();
    target.identityFile = m_sshd->encryptedKey();
    m_bench->user.reply([&](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return DeskUser::secret("open sesame", true);
    });
    const Result<> opened = awaited(m_bench->remake(place(target), m_sshd->paths()).openLink({}));
    VERIFY_RESULT(opened);
    QCOMPARE(secrets.reads.count(entry), 1);
    QCOMPARE(m_bench->user.count(QuestionKind::Passphrase), 1);
    QVERIFY(m_bench->user.asked().last().previousRefused);
    QCOMPARE(secrets.kept.value(entry), QByteArray("open sesame")); // replaced after success
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    const Result<> again = open();
    VERIFY_RESULT(again);
    QCOMPARE(m_bench->user.count(QuestionKind::Passphrase), 1); // nobody was asked
    m_bench->remake(place(target), m_sshd->paths());
    m_bench->services.secrets = nullptr;
    m_bench->remake(place(target), m_sshd->paths());
}

void TestSshLogin::rememberedOnlyAfterSuccess()
{
    TestSecrets secrets;
    m_bench->services.secrets = &secrets;
    SshTarget target = m_sshd->target();
    target.identityFile = m_sshd->encryptedKey();
    m_bench->user.reply([&](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return question.previousRefused ? std::nullopt : std::optional(DeskUser::secret("wrong", true));
    });
    const Result<> opened = awaited(m_bench->remake(place(target), m_sshd->paths()).openLink({}));
    QVERIFY(!opened && opened.error().isCancelled());
    QVERIFY(secrets.kept.isEmpty());
    m_bench->services.secrets = nullptr;
    m_bench->remake(place(target), m_sshd->paths());
}

void TestSshLogin::refusedKey()
{
    QFile authorized(m_sshd->folder() + QStringLiteral("/authorized"));
    QVERIFY(authorized.remove());
    const Result<> opened = open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::AuthenticationFailed);
    QVERIFY2(opened.error().summary.startsWith(QStringLiteral("127.0.0.1 did not accept your login")), qPrintable(opened.error().summary));
    QCOMPARE(m_sshd->logins(), 0);
}

void TestSshLogin::userConfigurationCannotInterfere()
{
    SshPaths paths = m_sshd->paths();
    QTcpServer unused;
    QVERIFY(unused.listen(QHostAddress::LocalHost));
    const quint16 port = unused.serverPort();
    unused.close();
    writeUserConfig("Host *\n  RemoteCommand echo hijacked\n  RequestTTY force\n  LocalForward " + QByteArray::number(port)
                        + " 127.0.0.1:1\n  ControlMaster auto\n  ControlPath " + m_sshd->folder().toUtf8() + "/user-%r\n  ControlPersist yes\n"
                          "  LogLevel QUIET\n  BatchMode yes\n  PermitLocalCommand yes\n  LocalCommand touch " + m_sshd->folder().toUtf8() + "/touched\n", &paths);
    const Result<> opened = awaited(m_bench->remake(place(m_sshd->target()), paths).openLink({}));
    VERIFY_RESULT(opened);
    RemoteCommand command;
    command.script = QStringLiteral("echo ours");
    const Result<RemoteOutput> output = awaited(m_bench->session().run(command, {}));
    VERIFY_RESULT(output);
    QCOMPARE(output->out, QByteArray("ours\n"));
    QVERIFY(!QFile::exists(m_sshd->folder() + QStringLiteral("/touched")));
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost, port)); // no extra listener of ssh
}

void TestSshLogin::namesOfTheUserConfiguration()
{
    SshPaths paths = m_sshd->paths();
    const SshTarget real = m_sshd->target();
    writeUserConfig("Host practice\n  HostName 127.0.0.1\n  Port " + QByteArray::number(real.port) + "\n  User " + real.user.toUtf8()
                        + "\n  IdentityFile " + real.identityFile.toUtf8() + "\n  IdentitiesOnly yes\n", &paths);
    SshTarget alias;
    alias.host = QStringLiteral("practice");
    const Result<> opened = awaited(m_bench->remake(place(alias), paths).openLink({}));
    VERIFY_RESULT(opened);
    QCOMPARE(m_sshd->logins(), 1);
}

void TestSshLogin::jumpHost()
{
    TestSshd gate;
    QVERIFY(gate.start());
    SshPaths paths = m_sshd->paths();
    writeUserConfig("Host gate\n  HostName 127.0.0.1\n  Port " + QByteArray::number(gate.port()) + "\n  User " + gate.target().user.toUtf8()
                        + "\n  IdentityFile " + gate.encryptedKey().toUtf8() + "\n  IdentitiesOnly yes\n", &paths);
    SshTarget target = m_sshd->target();
    target.jumpHost = QStringLiteral("gate");
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return DeskUser::secret("open sesame");
    });
    const Result<> opened = awaited(m_bench->remake(place(target), paths).openLink({}));
    VERIFY_RESULT(opened);
    QStringList prints;
    for (const Question &question : m_bench->user.asked())
        prints.append(question.kind == QuestionKind::UnknownHostKey ? question.fingerprint : question.subject);
    QCOMPARE(prints, (QStringList{gate.fingerprint(), gate.encryptedKey(), m_sshd->fingerprint()}));
    QCOMPARE(knownHosts().count("[127.0.0.1]"), 2); // both hops in the application's file
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(gate.encryptedKey().toUtf8()), 0, 5000);
}

/// The card names the gate, and it is the gate's key that is forgotten.
void TestSshLogin::changedKeyOfTheJumpHost()
{
    TestSshd gate;
    QVERIFY(gate.start());
    SshPaths paths = m_sshd->paths();
    writeUserConfig("Host gate\n  HostName 127.0.0.1\n  Port " + QByteArray::number(gate.port()) + "\n  User " + gate.target().user.toUtf8()
                        + "\n  IdentityFile " + gate.key().toUtf8() + "\n  IdentitiesOnly yes\n", &paths);
    SshTarget target = m_sshd->target();
    target.jumpHost = QStringLiteral("gate");
    SshSession &session = m_bench->remake(place(target), paths);
    VERIFY_RESULT(awaited(session.openLink({})));
    VERIFY_RESULT(awaited(session.closeLink({})));
    const QString old = gate.fingerprint();
    gate.stop();
    gate.changeHostKey();
    gate.keepPort();
    QVERIFY(gate.start());
    m_bench->user.reply([](const Question &question) -> std::optional<Answer> {
        Answer answer = DeskUser::trust();
        answer.forgetOld = question.kind == QuestionKind::ChangedHostKey;
        return answer;
    });
    VERIFY_RESULT(awaited(session.openLink({})));
    QCOMPARE(m_bench->user.count(QuestionKind::ChangedHostKey), 1);
    for (const Question &question : m_bench->user.asked()) {
        if (question.kind != QuestionKind::ChangedHostKey)
            continue;
        QCOMPARE(question.subject, QStringLiteral("[127.0.0.1]:%1").arg(gate.port()));
        QCOMPARE(question.fingerprint, gate.fingerprint());
        QCOMPARE(question.knownFingerprint, old);
    }
    QVERIFY(knownHosts().contains("[127.0.0.1]:" + QByteArray::number(m_sshd->port()))); // the machine's own key stays
}

void TestSshLogin::refusedByTheJumpHost()
{
    TestSshd gate;
    QVERIFY(gate.start());
    SshTarget target = m_sshd->target();
    target.jumpHost = QStringLiteral("nobody-here@127.0.0.1:%1").arg(gate.port());
    const Result<> opened = awaited(m_bench->remake(place(target), m_sshd->paths()).openLink({}));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::AuthenticationFailed);
    QVERIFY2(opened.error().summary.contains(QStringLiteral("for nobody-here")), qPrintable(opened.error().summary));
    QCOMPARE(m_sshd->logins(), 0);
}

void TestSshLogin::noiseOfStartUpFiles()
{
    m_bench.reset();
    m_sshd->stop();
    // ForceCommand sees every command as a login shell with a noisy start-up file would.
    QVERIFY(m_sshd->start({QStringLiteral("ForceCommand /bin/sh -c 'head -c 1000000 /dev/zero | tr \"\\000\" n; printf \"\\033[2Jhello\\n\"; echo noise >&2; "
                                          "exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"'")}));
    m_bench = std::make_unique<SshBench>(*m_sshd);
    VERIFY_RESULT(open());
    RemoteCommand command;
    command.script = QStringLiteral("echo clean; echo err >&2");
    const Result<RemoteOutput> output = awaited(m_bench->session().run(command, {}));
    VERIFY_RESULT(output);
    QCOMPARE(output->out, QByteArray("clean\n"));
    QCOMPARE(output->err, QByteArray("err\n"));
}

void TestSshLogin::longRuntimeDirectory()
{
    SshPaths paths = m_sshd->paths();
    paths.runtimeRoot = m_sshd->folder() + QLatin1Char('/') + QString(120, QLatin1Char('d'));
    const Result<> opened = awaited(m_bench->remake(place(m_sshd->target()), paths).openLink({}));
    VERIFY_RESULT(opened);
    const QString socket = m_bench->session().master()->controlPath();
    QVERIFY2(socket.size() <= 90, qPrintable(socket));
    const QString folder = QFileInfo(socket).path();
    QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther), QFile::Permissions());
    VERIFY_RESULT(awaited(m_bench->session().closeLink({})));
    QVERIFY(!QFile::exists(folder));
}

void TestSshLogin::strangeSshPrograms_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("part");
    QTest::newRow("missing") << QByteArray() << "was not found on this computer";
    QTest::newRow("ends at once") << QByteArray("#!/bin/sh\nexit 255\n") << "could not be made";
    QTest::newRow("ends without a session") << QByteArray("#!/bin/sh\nexit 0\n") << "without starting a session";
    QTest::newRow("too old") << QByteArray("#!/bin/sh\nwhile [ $# -gt 0 ]; do\n[ \"$1\" = -G ] && exit 1\n[ \"$1\" = -E ] && log=$2\nshift\ndone\n"
                                              "echo 'debug1: Local version string SSH-2.0-OpenSSH_7.4' > \"$log\"\nsleep 60\n") << "too old";
}

void TestSshLogin::strangeSshPrograms()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, part);
    SshPaths paths = m_sshd->paths();
    paths.ssh = m_sshd->bin() + QStringLiteral("/otherssh");
    if (!program.isEmpty())
        m_sshd->addProgram(QStringLiteral("otherssh"), program);
    const Result<> opened = awaited(m_bench->remake(place(m_sshd->target()), paths).openLink({}));
    QVERIFY(!opened);
    QVERIFY2(opened.error().summary.contains(part), qPrintable(opened.error().summary));
}

void TestSshLogin::nobodyListens()
{
    m_sshd->stop();
    const Result<> opened = open();
    QVERIFY(!opened && opened.error().kind == ErrorKind::Unreachable);
    QVERIFY2(opened.error().summary.contains(QStringLiteral("no SSH service answers")), qPrintable(opened.error().summary));
}

void TestSshLogin::optionAsHostDoesNothing()
{
    SshTarget target = m_sshd->target();
    target.host = QStringLiteral("-oProxyCommand=touch ") + m_sshd->folder() + QStringLiteral("/X");
    const Result<> opened = awaited(m_bench->remake(place(target), m_sshd->paths()).openLink({}));
    QVERIFY(!opened && opened.error().kind == ErrorKind::InvalidInput);
    QVERIFY(!QFile::exists(m_sshd->folder() + QStringLiteral("/X")));
}

void TestSshLogin::masterDiesWithUs()
{
    VERIFY_RESULT(open());
    const QByteArray socket = m_bench->session().master()->controlPath().toUtf8();
    QVERIFY(processesWith(socket) >= 1);
    m_bench.reset(); // kills without a word
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(socket), 0, 5000);
}

void TestSshLogin::cancelWhileAsking()
{
    std::stop_source stop;
    int openQuestions = 0;
    QuestionDesk *desk = &m_bench->desk;
    m_bench->user.disconnect();
    desk->disconnect(&m_bench->user);
    connect(desk, &QuestionDesk::asked, this, [&] { ++openQuestions; });
    connect(desk, &QuestionDesk::closed, this, [&] { --openQuestions; });
    auto task = m_bench->session().openLink(stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(openQuestions, 1, 10000);
    stop.request_stop();
    const Result<> result = awaited(std::move(task));
    QVERIFY(!result && result.error().isCancelled());
    QCOMPARE(openQuestions, 0);
    QCOMPARE(m_sshd->logins(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(m_sshd->paths().knownHosts.toUtf8()), 0, 3000);
}

void TestSshLogin::stepsReadLikeTheJourney()
{
    Profile profile;
    profile.host = QStringLiteral("127.0.0.1");
    profile.port = m_sshd->port();
    profile.user = m_sshd->target().user;
    profile.useSudo = false;
    RemoteHost host;
    Steps steps;
    const Result<> connected = awaited(connectHost(&m_bench->session(), profile, &host, &steps, {}));
    QVERIFY(!connected); // no kubectl here
    QStringList names;
    QString states;
    for (const Step &step : steps.all()) {
        names.append(step.name);
        states += step.state == StepState::Done ? QLatin1Char('d') : step.state == StepState::Failed ? QLatin1Char('f') : QLatin1Char('-');
    }
    QCOMPARE(names, (QStringList{QStringLiteral("Reach 127.0.0.1"), QStringLiteral("Check that it is 127.0.0.1"), QStringLiteral("Log in as ") + profile.user,
                                 QStringLiteral("Become root"), QStringLiteral("Find helm and kubectl"), QStringLiteral("Ask Kubernetes"),
                                 QStringLiteral("Find KubeRay and the HPC gateway")}));
    QCOMPARE(states, QStringLiteral("ddddf--"));
    QCOMPARE(steps.all().at(1).note, QStringLiteral("met for the first time"));
    QCOMPARE(m_bench->session().state(), LinkState::Connected); // partial: connected all the same
    QVERIFY(host.facts().reachable);
    QVERIFY2(connected.error().summary.startsWith(QStringLiteral("helm was not found on ")), qPrintable(connected.error().summary));
}

void TestSshLogin::missingBase64IsSaid()
{
    m_bench.reset();
    m_sshd->stop();
    m_sshd->addProgram(QStringLiteral("base64"), "#!/bin/sh\necho 'sh: 1: base64: not found' >&2; exit 127\n");
    QVERIFY(m_sshd->start());
    m_bench = std::make_unique<SshBench>(*m_sshd);
    VERIFY_RESULT(open());
    RemoteCommand command;
    command.script = QStringLiteral("true");
    const Result<RemoteOutput> output = awaited(m_bench->session().run(command, {}));
    QVERIFY(!output && output.error().kind == ErrorKind::NotFound);
    QVERIFY2(output.error().summary.startsWith(QStringLiteral("base64 was not found on ")), qPrintable(output.error().summary));
}

QTEST_GUILESS_MAIN(TestSshLogin)
#include "tst_sshlogin.moc"
