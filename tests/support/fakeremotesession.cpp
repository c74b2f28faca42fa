#include "fakeremotesession.h"

#include "core/completion.h"
#include "folders.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <csignal>

namespace rayhelm {

namespace {

tl::unexpected<Error> linkLost()
{
    return failure(ErrorKind::Unreachable, QStringLiteral("The connection was lost."));
}

} // namespace

/// Lines of a process, as they come.
class FakeRemoteStream : public RemoteStream
{
    Q_OBJECT
public:
    FakeRemoteStream(FakeRemoteSession *session, std::unique_ptr<QProcess> process)
        : m_session(session)
        , m_process(std::move(process))
    {
    }
    ~FakeRemoteStream() override
    {
        m_process->disconnect();
        if (m_process->state() != QProcess::NotRunning) {
            ::kill(-pid_t(m_process->processId()), SIGKILL);
            m_process->kill();
            m_process->waitForFinished(2000);
        }
    }

    Task<std::optional<QByteArray>> readLine(std::stop_token stop) override
    {
        while (true) {
            if (m_session->state() != LinkState::Connected)
                co_return linkLost();
            if (m_process->canReadLine()) {
                QByteArray line = m_process->readLine();
                line.chop(1);
                co_return std::optional<QByteArray>(line);
            }
            if (m_process->state() == QProcess::NotRunning) {
                const QByteArray rest = m_process->readAllStandardOutput();
                if (rest.isEmpty())
                    co_return std::optional<QByteArray>();
                co_return std::optional<QByteArray>(rest);
            }
            const Completion<Result<>> news;
            QObject context;
            connect(m_process.get(), &QProcess::readyReadStandardOutput, &context, [news] { news.complete(Result<>()); });
            connect(m_process.get(), &QProcess::finished, &context, [news] { news.complete(Result<>()); });
            connect(m_session, &RemoteSession::stateChanged, &context, [news] { news.complete(Result<>()); });
            Result<> arrived = co_await waitFor(news, stop);
            if (!arrived)
                co_return failure(arrived.error());
        }
    }
    int exitStatus() const override { return m_process->exitCode(); }
    QByteArray errorText() const override { return m_process->readAllStandardError(); }

private:
    FakeRemoteSession *m_session;
    std::unique_ptr<QProcess> m_process;
};

FakeRemoteSession::FakeRemoteSession(QObject *parent)
    : RemoteSession(parent)
{
    QDir(m_folder.path()).mkpath(QStringLiteral("bin"));
    QDir(m_folder.path()).mkpath(QStringLiteral("state"));
    QDir().mkpath(workingDirectory());
}

FakeRemoteSession::~FakeRemoteSession()
{
    endProcesses();
}

std::unique_ptr<QProcess> FakeRemoteSession::start(const RemoteCommand &command)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), home());
    environment.insert(QStringLiteral("PATH"), m_folder.path() + QStringLiteral("/bin:/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("RAYHELM_FOLDER"), workingDirectory());
    environment.insert(QStringLiteral("FAKE_STATE"), stateFolder());
    for (auto variable = m_variables.cbegin(); variable != m_variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(environment.value(QStringLiteral("RAYHELM_FOLDER")));
    process->setChildProcessModifier([] { ::setpgid(0, 0); });
    process->start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command.script});
    process->write(command.input);
    process->closeWriteChannel();
    return process;
}

Task<RemoteOutput> FakeRemoteSession::run(RemoteCommand command, std::stop_token stop)
{
    m_commands.append(command);
    if (m_hook)
        m_hook(int(m_commands.size()) - 1, command);
    if (stop.stop_requested())
        co_return cancelled();
    if (m_state != LinkState::Connected)
        co_return linkLost();
    std::unique_ptr<QProcess> process = start(command);
    const Completion<Result<>> over;
    QObject context;
    connect(process.get(), &QProcess::finished, &context, [over] { over.complete(Result<>()); });
    connect(this, &RemoteSession::stateChanged, &context, [over](LinkState state) {
        if (state != LinkState::Connected)
            over.complete(linkLost());
    });
    QTimer limit;
    connect(&limit, &QTimer::timeout, &context, [over] { over.complete(failure(ErrorKind::TimedOut, QStringLiteral("too long"))); });
    limit.start(command.timeout);
    Result<> ended = co_await waitFor(over, stop);
    if (!ended) {
        process->disconnect();
        ::kill(-pid_t(process->processId()), SIGKILL);
        process->waitForFinished(2000);
        co_return failure(ended.error());
    }
    RemoteOutput output;
    output.exitStatus = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : 255;
    output.out = process->readAllStandardOutput();
    output.err = process->readAllStandardError();
    co_return output;
}

Task<std::shared_ptr<RemoteStream>> FakeRemoteSession::stream(RemoteCommand command, std::stop_token stop)
{
    m_commands.append(command);
    if (m_hook)
        m_hook(int(m_commands.size()) - 1, command);
    if (stop.stop_requested())
        co_return cancelled();
    if (m_state != LinkState::Connected)
        co_return linkLost();
    std::unique_ptr<QProcess> process = start(command);
    co_return std::shared_ptr<RemoteStream>(std::make_shared<FakeRemoteStream>(this, std::move(process)));
}

Task<QString> FakeRemoteSession::openForward(QString, quint16, std::stop_token)
{
    co_return failure(ErrorKind::NotFound, QStringLiteral("no forwarding here"));
}

void FakeRemoteSession::setLink(LinkState state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void FakeRemoteSession::cut()
{
    setLink(LinkState::Lost);
}

void FakeRemoteSession::restore()
{
    setLink(LinkState::Connected);
}

void FakeRemoteSession::disconnectForGood()
{
    setLink(LinkState::Disconnected);
}

void FakeRemoteSession::setState(const QString &name, const QByteArray &content)
{
    QFile file(stateFolder() + QLatin1Char('/') + name);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

QByteArray FakeRemoteSession::stateOf(const QString &name) const
{
    QFile file(stateFolder() + QLatin1Char('/') + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool FakeRemoteSession::hasState(const QString &name) const
{
    return QFile::exists(stateFolder() + QLatin1Char('/') + name);
}

void FakeRemoteSession::install(const QString &name, const QByteArray &script)
{
    QFile file(m_folder.path() + QStringLiteral("/bin/") + name);
    if (file.open(QIODevice::WriteOnly))
        file.write(script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void FakeRemoteSession::installClusterTools()
{
    for (const QString &name : {QStringLiteral("helm"), QStringLiteral("kubectl"), QStringLiteral("pgrep")}) {
        QFile file(rayhelm::sourceFile("/tests/support/standins/") + name);
        if (file.open(QIODevice::ReadOnly))
            install(name, file.readAll());
    }
}

QStringList FakeRemoteSession::calls() const
{
    return QString::fromUtf8(stateOf(QStringLiteral("calls"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

int FakeRemoteSession::countCalls(const QString &beginning) const
{
    int count = 0;
    const QStringList all = calls();
    for (const QString &call : all)
        count += call.startsWith(beginning) ? 1 : 0;
    return count;
}

void FakeRemoteSession::endProcesses()
{
    // Detached work was started with setsid: its leaders noted their numbers.
    const QDir jobs(home() + QStringLiteral("/.rayhelm/jobs"));
    const QStringList names = jobs.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile file(jobs.filePath(name) + QStringLiteral("/pid"));
        if (file.open(QIODevice::ReadOnly)) {
            const int pid = file.readAll().trimmed().toInt();
            if (pid > 1)
                ::kill(-pid, SIGKILL);
        }
    }
}

} // namespace rayhelm

#include "fakeremotesession.moc"
