#include "session/connection.h"

#include "core/profilestore.h"
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

AccountKind accountKind(LoginSecret kind)
{
    switch (kind) {
    case LoginSecret::Password: return AccountKind::Ssh;
    case LoginSecret::Passphrase: return AccountKind::Passphrase;
    case LoginSecret::SudoPassword: return AccountKind::Sudo;
    }
    return AccountKind::Ssh;
}

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

    Task<std::shared_ptr<Secret>> read(LoginSecret kind, QString place, std::stop_token stop) override
    {
        return m_accounts.secret(accountKind(kind), place, QString(), stop);
    }

    Task<> store(LoginSecret kind, QString place, std::shared_ptr<Secret> secret, std::stop_token stop) override
    {
        const Result<SecretPlace> stored = co_await m_accounts.store(accountKind(kind), place, QString(), secret, stop);
        if (!stored)
            co_return failure(stored.error());
        m_accounts.worked(accountKind(kind), place, QString());
        co_return Result<>();
    }

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
    const bool needsCarriers = !m_vm || !sameWay(profile, m_profile);
    m_profile = profile;
    if (needsCarriers && m_state == LinkState::Disconnected && !m_connecting)
        buildCarriers();
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
    if (!m_hpc)
        co_return failure(ErrorKind::NotFound, tr("No HPC login node is set in the connection."));
    if (isHpcConnected())
        co_return Result<>();
    const Result<> opened = co_await m_hpc->openLink(stop);
    if (opened)
        Q_EMIT hpcConnected();
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
    if (m_vm && m_state == LinkState::Disconnected && !m_connecting)
        m_scope.keep(connectJourney());
}

void Connection::cancelConnecting()
{
    m_attempt.request_stop();
}

void Connection::disconnectFromHost()
{
    m_attempt.request_stop();
    m_scope.keep(closeLinks());
}

void Connection::reconnectNow()
{
    if (m_vm)
        m_vm->tryNow();
}

void Connection::checkAgain()
{
    if (isConnected() && !m_steps.isRunning())
        m_scope.keep(checkJourney());
}

QCoro::Task<void> Connection::connectJourney()
{
    m_connecting = true;
    m_error.reset();
    m_attempt = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_attempt.request_stop(); });
    m_host->clear();
    m_steps.plan(connectSteps(m_profile));
    followState();
    const Result<> result = co_await connectHost(m_vm.get(), m_profile, m_host.get(), &m_steps, m_attempt.get_token());
    m_connecting = false;
    if (!result)
        m_error = result.error();
    if (!result && m_vm->state() != LinkState::Connected)
        co_await m_vm->closeLink({});
    followState();
    if (isConnected()) {
        dropped(m_edges.profiles->save(m_profile), "the store tells it (notStored)");
        Q_EMIT connected();
    }
    if (!result && !result.error().isCancelled())
        Q_EMIT failed(result.error());
}

QCoro::Task<void> Connection::closeLinks()
{
    if (m_hpc)
        co_await m_hpc->closeLink({});
    if (m_vm)
        co_await m_vm->closeLink({});
    followState();
}

QCoro::Task<void> Connection::checkJourney()
{
    m_steps.plan(hostCheckSteps());
    const Result<> result = co_await checkHost(m_vm.get(), m_profile, m_host.get(), &m_steps, m_scope.stopToken());
    m_error.reset();
    if (!result && !result.error().isCancelled()) {
        m_error = result.error();
        Q_EMIT failed(result.error());
    }
}

void Connection::buildCarriers()
{
    SshServices services;
    services.launcher = m_edges.launcher;
    services.desk = m_questions.get();
    services.secrets = m_loginSecrets.get();
    services.commands = m_edges.commands;
    services.redactor = m_edges.redactor;
    if (m_vm)
        m_retired.push_back(std::move(m_vm));
    if (m_hpc)
        m_retired.push_back(std::move(m_hpc));
    m_vm = std::make_unique<SshSession>(vmPlace(m_profile), pathsOf(m_edges), services);
    connect(m_vm.get(), &RemoteSession::stateChanged, this, &Connection::followState);
    connect(m_vm.get(), &SshSession::reconnectIn, this, &Connection::reconnectCountdown);
    if (!hpcTarget(m_profile).host.isEmpty())
        m_hpc = std::make_unique<SshSession>(hpcPlace(m_profile), pathsOf(m_edges), services);
    Q_EMIT carriersChanged();
}

void Connection::followState()
{
    LinkState state = m_vm ? m_vm->state() : LinkState::Disconnected;
    if (m_connecting)
        state = LinkState::Connecting; // logged in is not yet connected: the checks follow
    if (state == LinkState::Connected || m_state == LinkState::Connected)
        m_lastAnswer = QDateTime::currentDateTime();
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace rayhelm
