#include "testsshd.h"

#include "awaiting.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <sys/socket.h>
#include <unistd.h>

using namespace rayhelm;

namespace {

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(20000);
}

void writeFile(const QString &path, const QByteArray &text, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.setPermissions(permissions);
}

QString userName()
{
    return qEnvironmentVariable("USER", ::getuid() == 0 ? QStringLiteral("root") : QString());
}

void makeKey(const QString &path, const QString &passphrase)
{
    QFile::remove(path);
    QFile::remove(path + QStringLiteral(".pub"));
    run(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), passphrase,
                                       QStringLiteral("-f"), path});
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

bool TestSshd::start(const QStringList &options)
{
    if (::getuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd"));
    QDir().mkpath(home());
    QDir().mkpath(bin());
    if (!QFile::exists(key())) {
        changeHostKey();
        makeKey(key(), QString());
        makeKey(encryptedKey(), QStringLiteral("open sesame"));
        writeFile(folder() + QStringLiteral("/authorized"), content(key() + QStringLiteral(".pub")) + content(encryptedKey() + QStringLiteral(".pub")),
                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    if (!m_keepPort)
        m_port = free.serverPort();
    free.close();
    QStringList lines{QStringLiteral("Port %1").arg(m_port), QStringLiteral("ListenAddress 127.0.0.1"),
                      QStringLiteral("HostKey %1/hostkey").arg(folder()), QStringLiteral("PidFile none"),
                      QStringLiteral("AuthorizedKeysFile %1/authorized").arg(folder()), QStringLiteral("StrictModes no"),
                      QStringLiteral("LogLevel VERBOSE"), QStringLiteral("UseDNS no"), QStringLiteral("AcceptEnv NOTHING"),
                      m_behind.isEmpty() ? QStringLiteral("SetEnv HOME=%1 PATH=%2:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin").arg(home(), bin())
                                         : QString()};
    lines += options;
    if (options.filter(QStringLiteral("UsePAM")).isEmpty())
        lines += {QStringLiteral("UsePAM no"), QStringLiteral("PasswordAuthentication no"), QStringLiteral("KbdInteractiveAuthentication no")};
    writeFile(folder() + QStringLiteral("/sshd_config"), lines.join(QLatin1Char('\n')).toUtf8() + '\n');
    m_process.setStandardErrorFile(folder() + QStringLiteral("/log"), QIODevice::Append);
    const QStringList server{QStringLiteral("/usr/sbin/sshd"), QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), folder() + QStringLiteral("/sshd_config")};
    if (m_behind.isEmpty())
        m_process.start(server.first(), server.mid(1));
    else
        m_process.start(QStringLiteral("unshare"), QStringList{QStringLiteral("-m"), QStringLiteral("/bin/sh"), QStringLiteral("-e"), QStringLiteral("-c"),
                                                               m_behind + QStringLiteral("; exec \"$@\""), QStringLiteral("sh")} + server);
    const QByteArray listening = "Server listening on 127.0.0.1 port " + QByteArray::number(m_port);
    const qsizetype before = m_keepPort ? log().count(listening) : 0;
    return QTest::qWaitFor([&] { return log().count(listening) > before; }, 20000);
}

void TestSshd::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(5000);
}

TestSshd::~TestSshd()
{
    stop();
}

QByteArray TestSshd::log() const
{
    return content(folder() + QStringLiteral("/log"));
}

int TestSshd::logins() const
{
    static const QRegularExpression accepted(QStringLiteral("Accepted (?:publickey|password|keyboard-interactive/pam) for"));
    return int(QString::fromUtf8(log()).count(accepted));
}

QString TestSshd::fingerprint() const
{
    QProcess process;
    process.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-lf"), folder() + QStringLiteral("/hostkey.pub")});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).section(QLatin1Char(' '), 1, 1);
}

void TestSshd::changeHostKey()
{
    makeKey(folder() + QStringLiteral("/hostkey"), QString());
}

SshTarget TestSshd::target() const
{
    SshTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = m_port;
    target.user = userName();
    target.login = LoginKind::KeyFile;
    target.identityFile = key();
    return target;
}

SshPaths TestSshd::paths() const
{
    SshPaths paths;
    paths.knownHosts = folder() + QStringLiteral("/app_known_hosts");
    paths.systemConfig.clear();
    paths.runtimeRoot = folder();
    return paths;
}

void TestSshd::addProgram(const QString &name, const QByteArray &text) const
{
    writeFile(bin() + QLatin1Char('/') + name, text, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// Questions without end are given up, so that a test fails instead of waiting for ever.
constexpr qsizetype mostAnswers = 20;

DeskUser::DeskUser(QuestionDesk *desk)
{
    connect(desk, &QuestionDesk::asked, this, [this, desk](const Question &question) {
        m_asked.append(question);
        std::optional<Answer> answer;
        if (m_asked.size() > mostAnswers)
            answer.reset();
        else if (m_reply)
            answer = m_reply(question);
        else if (question.kind == QuestionKind::UnknownHostKey)
            answer = trust();
        if (answer)
            desk->answer(question.id, std::move(*answer));
        else
            desk->cancel(question.id);
    });
}

int DeskUser::count(QuestionKind kind) const
{
    return int(std::count_if(m_asked.begin(), m_asked.end(), [kind](const Question &question) { return question.kind == kind; }));
}

Answer DeskUser::secret(const char *text, bool remember)
{
    Answer answer;
    answer.secret = Secret(QByteArray(text));
    answer.remember = remember;
    return answer;
}

Answer DeskUser::trust()
{
    Answer answer;
    answer.trust = true;
    return answer;
}

Task<std::shared_ptr<Secret>> TestSecrets::read(SecretScope scope, std::stop_token)
{
    reads.append(scope.key());
    if (!kept.contains(scope.key()))
        co_return std::shared_ptr<Secret>();
    co_return std::make_shared<Secret>(kept.value(scope.key()));
}

Task<> TestSecrets::store(SecretScope scope, std::shared_ptr<Secret> secret, std::stop_token)
{
    kept.insert(scope.key(), secret->reveal().toByteArray());
    co_return Result<>();
}

bool TestSecrets::isKeptForAnotherMachine(const SecretScope &scope) const
{
    const QString account = scope.key().section(QLatin1Char(' '), 0, 0);
    const QStringList keys = kept.keys();
    return std::any_of(keys.begin(), keys.end(), [&](const QString &key) { return key.startsWith(account + QLatin1Char(' ')) && key != scope.key(); });
}

bool TestRelay::listen(quint16 target)
{
    m_target = target;
    connect(&m_server, &QTcpServer::newConnection, this, &TestRelay::accept);
    return m_server.listen(QHostAddress::LocalHost);
}

void TestRelay::accept()
{
    while (QTcpSocket *near = m_server.nextPendingConnection()) {
        auto *far = new QTcpSocket(this);
        near->setReadBufferSize(65536);
        far->setReadBufferSize(65536);
        m_pairs.append(qMakePair(near, far));
        const auto pump = [this](QTcpSocket *from, QTcpSocket *to) {
            if (m_mode == Pass && to->state() == QAbstractSocket::ConnectedState)
                to->write(from->readAll());
        };
        connect(far, &QTcpSocket::connected, near, [=] { pump(near, far); });
        connect(near, &QTcpSocket::readyRead, far, [=] { pump(near, far); });
        connect(far, &QTcpSocket::readyRead, near, [=] { pump(far, near); });
        connect(near, &QTcpSocket::disconnected, far, [this, far] { if (m_mode == Pass) far->disconnectFromHost(); });
        connect(far, &QTcpSocket::disconnected, near, [this, near] { if (m_mode == Pass) near->disconnectFromHost(); });
        far->connectToHost(QHostAddress::LocalHost, m_target);
    }
}

void TestRelay::setMode(Mode mode)
{
    m_mode = mode;
    for (const auto &[near, far] : std::as_const(m_pairs)) {
        if (mode == Reset) {
            for (QTcpSocket *socket : {near, far}) {
                const linger hard{1, 0};
                ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
                socket->abort();
            }
        } else if (mode == Pass) {
            if (far->state() == QAbstractSocket::ConnectedState && near->state() == QAbstractSocket::ConnectedState) {
                far->write(near->readAll());
                near->write(far->readAll());
            }
        }
    }
    if (mode == Reset)
        m_pairs.clear();
}

SshBench::SshBench(const TestSshd &sshd, SshTiming timing)
{
    SshPlace place;
    place.target = sshd.target();
    remake(place, sshd.paths(), timing);
}

SshSession &SshBench::remake(SshPlace place, SshPaths paths, SshTiming timing)
{
    if (m_session)
        dropped(awaited(m_session->closeLink({})), "closing never fails");
    m_session = std::make_unique<SshSession>(place, paths, services, nullptr, timing);
    return *m_session;
}

SshBench::~SshBench()
{
    dropped(awaited(m_session->closeLink({})), "closing never fails");
}

int processesWith(const QByteArray &text)
{
    int count = 0;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &id : processes) {
        if (id.toLongLong() != ::getpid() && content(QStringLiteral("/proc/%1/cmdline").arg(id)).contains(text))
            ++count;
    }
    return count;
}

QString napName()
{
    return QStringLiteral("9%1").arg(QCoreApplication::applicationPid());
}

int nappers()
{
    return processesWith(QByteArray("sleep\0", 6) + napName().toLatin1());
}
