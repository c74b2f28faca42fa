// Uses passwords as the application does: types them into fields, logs in, becomes root, asks MLflow, sends a Secret's file; then lets go
// of all of them. The passwords come by standard input, so that nothing but the use puts them into this process. After each part it says
// so and waits for a line, and at the end it crashes. Without a folder it uses none: it says how it is guarded and crashes.
//
//   secretholder GUARDS FOLDER  < port, user, login password, passphrase, MLflow port, MLflow password (one a line)
//   secretholder GUARDS
//
// GUARDS against a core when it crashes: `both` as the application has them; `flag` or `limit` with only this one left; `none`.
#include "awaiting.h"
#include "testsshd.h"

#include "core/memory.h"
#include "mlflow/mlflowclient.h"
#include "remote/http.h"
#include "ui/secretedit.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace rayhelm;

namespace {

/// Without stdio: its buffer would keep what it read.
QByteArray line()
{
    QByteArray text;
    text.reserve(256);
    for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';)
        text.append(c);
    return text;
}

void say(const char *what)
{
    std::printf("%s\n", what);
    std::fflush(stdout);
}

/// As a person does: key by key, into a field of the window.
Secret typed(const Secret &secret)
{
    SecretEdit field;
    field.setVisible(true);
    for (const char c : secret.reveal()) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(QLatin1Char(c)));
        QApplication::sendEvent(field.edit(), &press);
    }
    return field.take();
}

struct Passwords {
    Secret login;
    Secret passphrase;
    Secret mlflow;
};

std::optional<Answer> reply(const Passwords &passwords, const Question &question)
{
    Answer answer;
    answer.trust = question.kind == QuestionKind::UnknownHostKey;
    if (question.kind == QuestionKind::Passphrase)
        answer.secret = typed(passwords.passphrase);
    else if (!answer.trust)
        answer.secret = typed(passwords.login);
    return answer;
}

SshPlace placeOf(const QByteArray &port, const QByteArray &user)
{
    SshPlace place;
    place.target.host = QStringLiteral("127.0.0.1");
    place.target.port = port.toUShort();
    place.target.user = QString::fromLatin1(user);
    place.target.login = LoginKind::Password;
    place.useSudo = true;
    return place;
}

bool useMlflow(const QByteArray &port, const Passwords &passwords, SshSession *session)
{
    MlflowAccount account;
    account.uri = QUrl(QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(port));
    account.user = QStringLiteral("ada");
    account.password = typed(passwords.mlflow);
    RemoteCommand put;
    put.script = QStringLiteral("cat >/dev/null");
    put.asRoot = true;
    const Result<Secret> file = credentialsFile(account);
    if (!file)
        return false;
    put.input = file->reveal().toByteArray();
    const Result<RemoteOutput> sent = awaited(session->run(put, {}));
    const std::unique_ptr<QNetworkAccessManager> network(makeNetwork(nullptr));
    MlflowClient client(network.get(), std::move(account));
    const Result<LoginVerdict> verdict = awaited(client.checkLogin({}));
    return sent && sent->succeeded() && verdict && *verdict == LoginVerdict::Works;
}

/// Everything that needs them; when it returns nobody holds them any more.
bool use(const QByteArray &folder)
{
    const QByteArray port = line();
    const QByteArray user = line();
    Passwords passwords{Secret(line()), Secret(line()), Secret()};
    const QByteArray mlflowPort = line();
    passwords.mlflow = Secret(line());

    SystemProcessLauncher launcher;
    QuestionDesk desk;
    DeskUser person(&desk);
    person.reply([&passwords](const Question &question) { return reply(passwords, question); });
    Redactor redactor;
    CommandLog commands(redactor);
    const SshServices services{&launcher, &desk, nullptr, &commands, &redactor};
    SshPaths paths;
    paths.knownHosts = QString::fromLocal8Bit(folder) + QStringLiteral("/known_hosts");
    paths.systemConfig.clear();
    paths.runtimeRoot = QString::fromLocal8Bit(folder);
    SshSession session(placeOf(port, user), paths, services);
    const Result<> opened = awaited(session.openLink({}));
    const Result<> root = opened ? awaited(session.becomeRoot({})) : opened;
    if (!root)
        std::fprintf(stderr, "%s\n", qPrintable(root.error().summary + root.error().detail));
    redactor.add(passwords.mlflow);
    const QString redacted = redactor.redact(QStringLiteral("nothing of it is in here"));
    const bool worked = root && useMlflow(mlflowPort, passwords, &session) && !redacted.isEmpty();
    say(worked ? "held" : "failed");
    line();
    const Result<> closed = awaited(session.closeLink({}));
    redactor.clear();
    return worked && closed;
}

/// What is set is not taken away again: a limit of zero stays, also for root in a container.
void guard(const char *guards)
{
    if (std::strcmp(guards, "both") == 0 || std::strcmp(guards, "limit") == 0)
        keepMemoryPrivate();
    if (std::strcmp(guards, "limit") == 0)
        ::prctl(PR_SET_DUMPABLE, 1);
    if (std::strcmp(guards, "flag") == 0)
        ::prctl(PR_SET_DUMPABLE, 0);
}

void sayGuards()
{
    rlimit core{1, 1};
    ::getrlimit(RLIMIT_CORE, &core);
    const bool isLimited = core.rlim_cur == 0 && core.rlim_max == 0;
    std::printf("dumpable %d, cores %s\n", ::prctl(PR_GET_DUMPABLE), isLimited ? "none" : "allowed");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    guard(argv[1]);
    giveMemoryBack();
    QApplication application(argc, argv);
    if (argc == 2) {
        sayGuards();
        std::abort();
    }
    const bool worked = use(argv[2]);
    QApplication::processEvents();
    say(worked ? "let go" : "failed");
    line();
    std::abort();
}
