#include "remote/sshtarget.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rayhelm;

/// What may be typed as a machine, and what ssh is told.
class TestSshTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromText_data();
    void fromText();
    void hostProblems_data();
    void hostProblems();
    void keyFiles_data();
    void keyFiles();
    void profileFields();
    void masterArgumentsFor_data();
    void masterArgumentsFor();
    void overlayWinsOverTheUser();
    void userConfigHosts();

private:
    void write(const QString &name, const QByteArray &text, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestSshTarget::write(const QString &name, const QByteArray &text, QFile::Permissions permissions)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(permissions);
}

void TestSshTarget::fromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("host") << "vm.example" << "" << "vm.example" << 22;
    QTest::newRow("user") << "ada@vm.example" << "ada" << "vm.example" << 22;
    QTest::newRow("port") << "ada@vm.example:2222" << "ada" << "vm.example" << 2222;
    QTest::newRow("IPv6") << "ada@::1" << "ada" << "::1" << 22;
    QTest::newRow("IPv6 with port") << "ada@[2001:db8::1]:2222" << "ada" << "2001:db8::1" << 2222;
    QTest::newRow("blanks around") << " ada@vm " << "ada" << "vm" << 22;
    QTest::newRow("port too large") << "vm:70000" << "" << "vm" << 0;
    QTest::newRow("empty") << "" << "" << "" << 22;
}

void TestSshTarget::fromText()
{
    QFETCH(QString, text);
    const SshTarget target = targetFromText(text);
    QTEST(target.user, "user");
    QTEST(target.host, "host");
    QTEST(int(target.port), "port");
}

void TestSshTarget::hostProblems_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("jump");
    QTest::addColumn<QString>("field"); // empty: it can be used
    QTest::newRow("name") << "vm.example" << "ada" << "" << "";
    QTest::newRow("number") << "192.0.2.7" << "ada" << "" << "";
    QTest::newRow("IPv6") << "2001:db8::7" << "ada" << "" << "";
    QTest::newRow("IPv6 of a link") << "fe80::1%eth0" << "ada" << "" << "";
    QTest::newRow("alias with underscore") << "my_vm" << "" << "" << "";
    QTest::newRow("own alphabet") << QString::fromUtf8("bücher.example") << "ada" << "" << "";
    QTest::newRow("empty") << "" << "ada" << "" << "host";
    QTest::newRow("option") << "-oProxyCommand=touch X" << "ada" << "" << "host";
    QTest::newRow("option without blank") << "-oProxyCommand=x" << "ada" << "" << "host";
    QTest::newRow("blank") << "vm example" << "ada" << "" << "host";
    QTest::newRow("line break") << "vm\nProxyCommand x" << "ada" << "" << "host";
    QTest::newRow("user in address") << "ada@vm" << "" << "" << "host";
    QTest::newRow("port in address") << "vm:2222" << "ada" << "" << "host";
    QTest::newRow("web address") << "https://vm.example/" << "ada" << "" << "host";
    QTest::newRow("shell") << "vm;reboot" << "ada" << "" << "host";
    QTest::newRow("percent") << "vm%h" << "ada" << "" << "host";
    QTest::newRow("user is an option") << "vm" << "-l" << "" << "user";
    QTest::newRow("user with blank") << "vm" << "ada b" << "" << "user";
    QTest::newRow("user with command") << "vm" << "$(id)" << "" << "user";
    QTest::newRow("domain user") << "vm" << "ada@site" << "" << "";
    QTest::newRow("jump") << "vm" << "ada" << "bea@gate:2222" << "";
    QTest::newRow("two jumps") << "vm" << "ada" << "gate,bea@second" << "";
    QTest::newRow("jump is an option") << "vm" << "ada" << "-oProxyCommand=x" << "jumpHost";
    QTest::newRow("jump with blank") << "vm" << "ada" << "gate way" << "jumpHost";
    QTest::newRow("jump with bad port") << "vm" << "ada" << "gate:0" << "jumpHost";
}

void TestSshTarget::hostProblems()
{
    QFETCH(QString, field);
    SshTarget target;
    QFETCH(QString, host);
    QFETCH(QString, user);
    QFETCH(QString, jump);
    target.host = host;
    target.user = user;
    target.jumpHost = jump;
    const QList<FieldProblem> problems = validate(target);
    QCOMPARE(problems.isEmpty() ? QString() : problems.first().field, field);
    for (const FieldProblem &problem : problems)
        QVERIFY2(problem.text.endsWith(QLatin1Char('.')), qPrintable(problem.text));
}

void TestSshTarget::keyFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("part"); // of the sentence; empty: good
    write(QStringLiteral("good"), "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n");
    write(QStringLiteral("old"), "-----BEGIN RSA PRIVATE KEY-----\nx\n");
    write(QStringLiteral("open"), "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n", QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    write(QStringLiteral("key.pub"), "ssh-ed25519 AAAA ada\n");
    write(QStringLiteral("disguised"), "ssh-ed25519 AAAA ada\n");
    write(QStringLiteral("putty"), "PuTTY-User-Key-File-3: ssh-ed25519\n");
    write(QStringLiteral("letter"), "Dear Sir\n");
    QTest::newRow("OpenSSH") << path(QStringLiteral("good")) << "";
    QTest::newRow("PEM") << path(QStringLiteral("old")) << "";
    QTest::newRow("readable by others") << path(QStringLiteral("open")) << "Others may read";
    QTest::newRow("public") << path(QStringLiteral("key.pub")) << "public half";
    QTest::newRow("public without .pub") << path(QStringLiteral("disguised")) << "public half";
    QTest::newRow("PuTTY") << path(QStringLiteral("putty")) << "PuTTY";
    QTest::newRow("no key") << path(QStringLiteral("letter")) << "no private key";
    QTest::newRow("folder") << m_folder.path() << "folder";
    QCOMPARE(::mkfifo(qPrintable(path(QStringLiteral("pipe"))), 0600), 0); // would be waited for without end
    QTest::newRow("pipe") << path(QStringLiteral("pipe")) << "no private key";
    QTest::newRow("missing") << path(QStringLiteral("none")) << "does not exist";
    QTest::newRow("empty") << "" << "Choose";
}

void TestSshTarget::keyFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, part);
    SshTarget target;
    target.host = QStringLiteral("vm");
    target.login = LoginKind::KeyFile;
    target.identityFile = file;
    const QList<FieldProblem> problems = validate(target);
    QCOMPARE(problems.size(), part.isEmpty() ? 0 : 1);
    if (part.isEmpty())
        return;
    QCOMPARE(problems.first().field, QStringLiteral("identityFile"));
    QVERIFY2(problems.first().text.contains(part), qPrintable(problems.first().text));
}

void TestSshTarget::profileFields()
{
    Profile profile;
    profile.host = QStringLiteral("vm");
    profile.hpcLogin = QStringLiteral("ada@hpc login");
    profile.hpcIdentityFile = path(QStringLiteral("none"));
    QStringList fields;
    const QList<FieldProblem> problems = validate(profile);
    for (const FieldProblem &problem : problems)
        fields.append(problem.field);
    QCOMPARE(fields, (QStringList{QStringLiteral("hpcLogin"), QStringLiteral("hpcIdentityFile")}));
}

void TestSshTarget::masterArgumentsFor_data()
{
    QTest::addColumn<int>("login");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("jump");
    QTest::addColumn<QString>("expected");
    const QString start = QStringLiteral("-F CFG -M -T -E LOG -o ControlPath=SOCK -o LogLevel=DEBUG1");
    const QString end = QStringLiteral(" -- vm echo UP; exec cat >/dev/null");
    QTest::newRow("keys") << int(LoginKind::Keys) << 22 << ""
        << start + QStringLiteral(" -l ada -o PreferredAuthentications=gssapi-with-mic,hostbased,publickey,keyboard-interactive") + end;
    QTest::newRow("key file") << int(LoginKind::KeyFile) << 2222 << ""
        << start + QStringLiteral(" -p 2222 -l ada -o IdentityFile=\"/k 100%%\" -o IdentitiesOnly=yes -o PreferredAuthentications=publickey,keyboard-interactive") + end;
    QTest::newRow("password") << int(LoginKind::Password) << 22 << "gate"
        << start + QStringLiteral(" -l ada -J gate -o PubkeyAuthentication=no -o PreferredAuthentications=password,keyboard-interactive") + end;
}

void TestSshTarget::masterArgumentsFor()
{
    QFETCH(int, login);
    QFETCH(int, port);
    QFETCH(QString, jump);
    SshTarget target;
    target.host = QStringLiteral("vm");
    target.user = QStringLiteral("ada");
    target.login = LoginKind(login);
    target.port = quint16(port);
    target.identityFile = QStringLiteral("/k 100%");
    target.jumpHost = jump;
    const QStringList arguments = masterArguments(target, QStringLiteral("CFG"), QStringLiteral("SOCK"), QStringLiteral("LOG"), QStringLiteral("UP"));
    QTEST(arguments.join(QLatin1Char(' ')), "expected");
}

/// The real ssh reads the overlay: its answers count, not our text.
void TestSshTarget::overlayWinsOverTheUser()
{
    write(QStringLiteral("userconfig"),
          "Host alias\n  HostName real.example\n  User bea\n  Port 2200\n  IdentityFile /keys/bea\n"
          "  RemoteCommand tmux attach\n  RequestTTY force\n  LocalForward 9999 localhost:80\n  ControlMaster auto\n"
          "  ControlPath /tmp/user-%C\n  LogLevel QUIET\n  ForwardAgent yes\n  GSSAPIDelegateCredentials yes\n  BatchMode yes\n  StrictHostKeyChecking no\n  UseKeychain yes\n");
    SshPaths paths;
    paths.knownHosts = path(QStringLiteral("our hosts 100%"));
    paths.userKnownHosts = path(QStringLiteral("theirs"));
    paths.userConfig = path(QStringLiteral("userconfig"));
    paths.systemConfig = path(QStringLiteral("missing"));
    write(QStringLiteral("overlay"), sshConfigOverlay(paths).toUtf8());
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"), {QStringLiteral("-F"), path(QStringLiteral("overlay")), QStringLiteral("-G"), QStringLiteral("--"), QStringLiteral("alias")});
    QVERIFY(ssh.waitForFinished());
    const QString answer = QString::fromUtf8(ssh.readAllStandardOutput());
    QVERIFY2(ssh.exitCode() == 0, ssh.readAllStandardError().constData());
    for (const char *line : {"hostname real.example", "user bea", "port 2200", "identityfile /keys/bea", "requesttty false", "clearallforwardings yes",
                             "controlmaster false", "loglevel INFO", "forwardagent no", "gssapidelegatecredentials no", "batchmode no", "stricthostkeychecking ask", "numberofpasswordprompts 1",
                             "updatehostkeys false"})
        QVERIFY2(answer.contains(QLatin1String(line) + QLatin1Char('\n')), line);
    QVERIFY2(!answer.contains(QLatin1String("tmux")), qPrintable(answer));
    QVERIFY2(answer.contains(paths.knownHosts), qPrintable(answer));
}

void TestSshTarget::userConfigHosts()
{
    write(QStringLiteral("more"), "Host third\n");
    write(QStringLiteral("hosts"), "# Host no\nHost first second *.site ?x !not\nhost=\"quoted\"\nInclude " + path(QStringLiteral("mor?")).toUtf8()
                                      + "\nInclude " + path(QStringLiteral("hosts")).toUtf8() + "\nMatch host x\n");
    QCOMPARE(sshConfigHosts(path(QStringLiteral("hosts"))),
             (QStringList{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("quoted"), QStringLiteral("third")}));
    QVERIFY(sshConfigHosts(path(QStringLiteral("none"))).isEmpty());
}

QTEST_GUILESS_MAIN(TestSshTarget)
#include "tst_sshtarget.moc"
