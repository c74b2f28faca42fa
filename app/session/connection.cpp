#include "session/connection.h"

#include "core/profilecheck.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "core/taskscope.h"
#include "remote/connecthost.h"
#include "remote/question.h"
#include "remote/remotehost.h"
#include "remote/secretsource.h"
#include "remote/sshsession.h"
#include "session/accounts.h"
#include "session/session.h"

#include <tuple>

namespace rayhelm {

namespace {

SshPaths pathsOf(const SessionEdges &edges)
{
    SshPaths paths = standardSshPaths(edges.configDirectory);
    paths.askpass = edges.askpassProgram;
    paths.runtimeRoot = edges.runtimeDirectory;
    return paths;
}

/// Whether both profiles lead to the same machines in the same way.
bool sameWay(const Profile &a, const Profile &b)
{
    const auto way = [](const Profile &p) {
        return std::make_tuple(p.id, p.host, p.port, p.user, int(p.login), p.identityFile, p.jumpHost, p.useSudo,
                               p.workingDirectory, p.hpcLogin, p.hpcIdentityFile);
    };
    return way(a) == way(b);
}

} // namespace

/// Remembered login secrets for the ssh engine, out of the accounts.
class Connection::LoginSecrets : public SecretSource
{
public:
    explicit LoginSecrets(Accounts &accounts)
        : m_accounts(accounts)
    {
    }

    bool canRemember() const override
    {
        return m_accounts.keychain() != KeychainState::None && m_accounts.keychain() != KeychainState::Locked;
    }

    Task<std::shared_ptr<Secret>> read(SecretScope scope, std::stop_token stop) override
    {
        return m_accounts.secret(scope, stop);
    }

    Task<> store(SecretScope scope, std::shared_ptr<Secret> secret, std::stop_token stop) override
    {
        const QString asTheScopeWritesIt;
        const Result<SecretPlace> stored = co_await m_accounts.store(scope, asTheScopeWritesIt, secret, stop);
        if (!stored)
            co_return failure(stored.error());
        m_accounts.worked(scope);
        co_return Result<>();
    }

    bool isKeptForAnotherMachine(const SecretScope &scope) const override { return m_accounts.isKeptForAnotherMachine(scope); }

private:
    Accounts &m_accounts;
};

Connection::Connection(SessionEdges &edges, TaskScope &scope, Accounts &accounts, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_accounts(accounts)
    , m_questions(std::make_unique<QuestionDesk>())
    , m_host(std::make_unique<RemoteHost>())
    , m_loginSecrets(std::make_unique<LoginSecrets>(accounts))
{
    connect(m_questions.get(), &QuestionDesk::asked, this, [this] { m_steps.setAsking(true); });
    connect(m_questions.get(), &QuestionDesk::closed, this, [this] { m_steps.setAsking(!m_questions->open().isEmpty()); });
}

Connection::~Connection() = default;

void Connection::setProfile(const Profile &profile)
{
    const bool sameMachine = m_vm && sameWay(profile, m_built);
    if (!sameMachine && (m_state != LinkState::Disconnected || m_work.running())) {
        m_next = profile;
    } else {
        m_profile = profile;
        if (m_state == LinkState::Disconnected)
            m_next.reset();
        if (!sameMachine)
            buildCarriers();
    }
    Q_EMIT profileChanged();
}

LinkState Connection::state() const
{
    return m_state;
}

RemoteSession *Connection::remote() const
{
    return m_vm.get();
}

RemoteSession *Connection::hpc() const
{
    return m_hpc.get();
}

bool Connection::isHpcConnected() const
{
    return m_hpc && m_hpc->state() == LinkState::Connected;
}

Task<> Connection::ensureHpc(std::stop_token stop)
{
    SshSession *const hpc = m_hpc.get();
    if (!hpc)
        co_return failure(ErrorKind::NotFound, tr("No HPC login node is set in the connection."));
    if (isHpcConnected())
        co_return Result<>();
    Result<> opened = co_await hpc->openLink(stop);
    if (hpc != m_hpc.get()) // the profile is another one now
        co_return cancelled();
    co_return opened;
}

std::optional<std::chrono::seconds> Connection::reconnectIn() const
{
    return m_vm ? m_vm->retryIn() : std::nullopt;
}

QDateTime Connection::lostAt() const
{
    const std::optional<QDateTime> lost = m_vm ? m_vm->lostAt() : std::nullopt;
    return lost.value_or(QDateTime());
}

void Connection::connectToHost()
{
    if (!m_vm || m_state != LinkState::Disconnected)
        return;
    const QList<SettingProblem> wrong = settingProblems(m_profile);
    if (!wrong.isEmpty()) { // the form says so first; this holds wherever the profile came from
        m_error = Error{ErrorKind::InvalidInput, wrong.constFirst().text, wrong.constFirst().setting};
        Q_EMIT failed(*m_error);
        return;
    }
    if (Turn turn = m_work.begin(LinkWork::Connect))
        m_scope.keep(connectJourney(turn));
}

void Connection::cancelConnecting()
{
    m_attempt.request_stop();
}

void Connection::disconnectFromHost()
{
    m_attempt.request_stop();
    if (!std::exchange(m_leaving, true))
        m_scope.keep(disconnectJourney());
}

void Connection::reconnectNow()
{
    if (m_vm)
        m_vm->tryNow();
}

void Connection::checkAgain()
{
    if (!isConnected())
        return;
    if (Turn turn = m_work.begin(LinkWork::Check))
        m_scope.keep(checkJourney(turn));
}

QCoro::Task<void> Connection::connectJourney(Turn turn)
{
    m_error.reset();
    m_attempt = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_attempt.request_stop(); });
    m_host->clear();
    m_steps.plan(connectSteps(m_profile));
    followState();
    const Result<> result = co_await connectHost(m_vm.get(), m_profile, m_host.get(), &m_steps, m_attempt.get_token());
    if (!result)
        m_error = result.error();
    if (!result && m_vm->state() != LinkState::Connected) {
        const Result<> closed = co_await m_vm->closeLink({});
        dropped(closed, "closing never fails");
    }
    turn->end();
    followState();
    if (isConnected()) {
        m_edges.profiles->save(m_profile);
        Q_EMIT connected();
    }
    if (!result && !result.error().isCancelled())
        Q_EMIT failed(result.error());
}

/// Waits for what was asked to stop, so that nothing opens again what is being closed.
QCoro::Task<void> Connection::disconnectJourney()
{
    const std::stop_token always;
    const Result<Turn> turn = co_await m_work.take(LinkWork::Disconnect, always);
    co_await closeLinks();
    m_leaving = false;
    if (turn)
        (*turn)->end();
    followState();
}

QCoro::Task<void> Connection::closeLinks()
{
    std::vector<SshSession *> sessions{m_hpc.get(), m_vm.get()};
    for (const std::unique_ptr<SshSession> &retired : m_retired)
        sessions.push_back(retired.get());
    for (SshSession *session : sessions) {
        if (!session)
            continue;
        const Result<> closed = co_await session->closeLink({});
        dropped(closed, "closing never fails");
    }
    m_edges.redactor->clear(); // nothing of what was typed stays; a kept password is known again when it is used
    followState();
}

QCoro::Task<void> Connection::checkJourney(Turn turn)
{
    m_attempt = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_attempt.request_stop(); });
    m_steps.plan(hostCheckSteps());
    const Result<> result = co_await checkHost(m_vm.get(), m_profile, m_host.get(), &m_steps, m_attempt.get_token());
    turn->end();
    m_error.reset();
    if (!result && !result.error().isCancelled()) {
        m_error = result.error();
        Q_EMIT failed(result.error());
    }
}

QCoro::Task<void> Connection::closeRetired(SshSession *session)
{
    const Result<> closed = co_await session->closeLink({});
    dropped(closed, "closing never fails");
}

/// The old carrier is closed and kept: a journey that is still ending may hold it.
void Connection::retire(std::unique_ptr<SshSession> session)
{
    if (!session)
        return;
    session->disconnect(this);
    m_retired.push_back(std::move(session));
    m_scope.keep(closeRetired(m_retired.back().get()));
}

void Connection::buildCarriers()
{
    SshServices services;
    services.launcher = m_edges.launcher;
    services.desk = m_questions.get();
    services.secrets = m_loginSecrets.get();
    services.commands = m_edges.commands;
    services.redactor = m_edges.redactor;
    retire(std::move(m_vm));
    retire(std::move(m_hpc));
    m_built = m_profile;
    m_vm = std::make_unique<SshSession>(vmPlace(m_profile), pathsOf(m_edges), services);
    connect(m_vm.get(), &RemoteSession::stateChanged, this, &Connection::followState);
    connect(m_vm.get(), &SshSession::reconnectIn, this, &Connection::reconnectCountdown);
    if (!hpcTarget(m_profile).host.isEmpty())
        m_hpc = std::make_unique<SshSession>(hpcPlace(m_profile), pathsOf(m_edges), services);
    if (m_hpc) {
        connect(m_hpc.get(), &RemoteSession::stateChanged, this, [this](LinkState state) {
            if (state == LinkState::Connected)
                Q_EMIT hpcConnected();
        });
    }
    Q_EMIT carriersChanged();
}

void Connection::followState()
{
    LinkState state = m_vm ? m_vm->state() : LinkState::Disconnected;
    if (m_work.isRunning(LinkWork::Connect))
        state = LinkState::Connecting; // logged in is not yet connected: the checks follow
    else if (m_work.isRunning(LinkWork::Disconnect))
        return; // over when all links are closed
    if (state == LinkState::Connected || m_state == LinkState::Connected)
        m_lastAnswer = QDateTime::currentDateTime();
    if (state == m_state)
        return;
    m_state = state;
    if (state == LinkState::Disconnected && m_next && !m_scope.isClosing())
        setProfile(*std::exchange(m_next, std::nullopt));
    Q_EMIT stateChanged(state);
}

} // namespace rayhelm
