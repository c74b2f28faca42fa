#include "session/raylink.h"

#include "core/secret.h"
#include "core/sleep.h"
#include "core/taskscope.h"
#include "jobs/rayclient.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/session.h"

namespace rayhelm {

using namespace std::chrono_literals;

namespace {
constexpr quint16 dashboardPort = 8265;
constexpr auto askEvery = 3s; ///< Ray itself makes a new answer every two seconds
constexpr auto answerWithin = 8s;
constexpr int failuresUntilNewWay = 3;
} // namespace

RayLink::RayLink(SessionEdges &edges, TaskScope &scope, Connection &connection, Accounts &accounts, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
    , m_accounts(accounts)
{
    connect(&m_connection, &Connection::stateChanged, this, [this](LinkState state) {
        if (state != LinkState::Connected)
            closeWay();
    });
    m_scope.keep(pollJourney());
}

RayLink::~RayLink() = default;

void RayLink::setHead(const QString &podName, const QString &podUid, const QString &podAddress)
{
    if (podName == m_headPod && podUid == m_headUid && podAddress == m_headAddress)
        return;
    m_headPod = podName;
    m_headUid = podUid;
    m_headAddress = podAddress;
    closeWay();
}

QUrl RayLink::address() const
{
    return m_client ? m_client->address().base : QUrl();
}

Task<std::shared_ptr<RayClient>> RayLink::ensureOpen(std::stop_token stop)
{
    const Result<> opened = co_await open(stop);
    if (!opened)
        co_return failure(opened.error());
    const std::shared_ptr<RayClient> client = m_client;
    const Result<> answered = co_await ask(client, stop);
    if (!answered)
        co_return failure(answered.error());
    co_return client;
}

QCoro::Task<void> RayLink::pollJourney()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        if (m_connection.isConnected() && !m_headPod.isEmpty() && !m_opening) {
            const Result<std::shared_ptr<RayClient>> answered = co_await ensureOpen(stop);
            dropped(answered, "what it found stands in `problem`, and it asks again");
        }
        const Result<> waited = co_await sleepFor(askEvery, stop);
        if (!waited)
            break;
    }
}

/// One question to Ray. Three silent ones in a row: the way itself is suspected and made anew.
Task<> RayLink::ask(std::shared_ptr<RayClient> client, std::stop_token stop)
{
    if (!client)
        co_return failure(ErrorKind::Unreachable, tr("There is no way to Ray now."));
    if (m_rayVersion.isEmpty()) {
        const Result<RayVersion> version = co_await client->version(stop);
        if (version && client == m_client)
            m_rayVersion = version->text;
    }
    const Result<QList<RayNode>> nodes = co_await client->nodes(answerWithin, stop);
    if (client != m_client)
        co_return failure(ErrorKind::Unreachable, tr("The way to Ray has changed."));
    if (!nodes) {
        m_problem = nodes.error().summary;
        if (!nodes.error().isCancelled() && ++m_failures >= failuresUntilNewWay)
            closeWay();
        co_return failure(nodes.error());
    }
    m_failures = 0;
    m_problem.clear();
    m_nodes = *nodes;
    m_answeredAt = QDateTime::currentDateTime();
    Q_EMIT nodesChanged();
    co_return Result<>();
}

/// Opens a way unless there is one. Who comes while one is being opened waits for that one.
Task<> RayLink::open(std::stop_token stop)
{
    while (m_opening) {
        const Completion<Result<>> over;
        m_waitForOpening.push_back(over);
        const Result<> waited = co_await waitFor(over, stop);
        if (!waited)
            co_return failure(waited.error());
    }
    if (m_client)
        co_return Result<>();
    m_opening = true;
    Result<RayAddress> address = co_await findAddress(stop);
    m_opening = false;
    Result<> outcome;
    if (address)
        useAddress(std::move(*address));
    else
        outcome = failure(address.error());
    // Who gave up speaks for himself only; the others then try it themselves.
    const bool gaveUp = !outcome && outcome.error().isCancelled();
    for (const Completion<Result<>> &waiting : std::exchange(m_waitForOpening, {}))
        waiting.complete(gaveUp ? Result<>() : outcome);
    co_return outcome;
}

/// The Ingress of the profile, or a tunnel to the head pod.
Task<RayAddress> RayLink::findAddress(std::stop_token stop)
{
    const Profile profile = m_connection.profile();
    if (profile.rayAddress.isEmpty()) {
        Result<RayAddress> tunnel = co_await openTunnel(stop);
        co_return tunnel;
    }
    const Result<std::shared_ptr<Secret>> password = co_await ingressPassword(stop);
    if (!password && password.error().kind == ErrorKind::Forbidden) {
        m_problem = password.error().summary;
        co_return failure(password.error());
    }
    Secret secret = password && *password ? (*password)->clone() : Secret();
    const QString user = secret.isEmpty() ? QString() : profile.rayUser;
    co_return ingressAddress(profile.rayAddress, user, std::move(secret));
}

Task<RayAddress> RayLink::openTunnel(std::stop_token stop)
{
    if (!m_connection.isConnected())
        co_return failure(ErrorKind::Unreachable, tr("Not connected to the cloud VM."));
    const QString head = m_headAddress;
    if (head.isEmpty())
        co_return failure(ErrorKind::NotFound, tr("The cluster has no head pod with an address yet."));
    const QString uid = m_headUid;
    RemoteSession *const remote = m_connection.remote();
    const Result<QString> socket = co_await remote->openForward(head, dashboardPort, stop);
    if (!socket) {
        m_problem = socket.error().summary;
        co_return failure(socket.error());
    }
    if (head != m_headAddress || uid != m_headUid || remote != m_connection.remote() || !m_connection.isConnected()) {
        remote->closeForward(*socket);
        co_return failure(ErrorKind::Unreachable, tr("The way to Ray has changed."));
    }
    const Result<std::shared_ptr<const TunnelWay>> way = m_tunnel.open(*socket);
    if (!way) {
        remote->closeForward(*socket);
        co_return failure(way.error());
    }
    m_forward = *socket;
    co_return tunnelAddress(m_tunnel.port(), *way);
}

Task<std::shared_ptr<Secret>> RayLink::ingressPassword(std::stop_token stop)
{
    const Profile profile = m_connection.profile();
    return m_accounts.secret(SecretScope::ingress(profile.rayAddress, profile.rayUser), stop);
}

void RayLink::useAddress(RayAddress address)
{
    m_client = std::make_shared<RayClient>(m_edges.network, std::move(address));
    m_failures = 0;
    m_rayVersion.clear();
    Q_EMIT opened();
}

void RayLink::closeWay()
{
    m_tunnel.close();
    if (!m_forward.isEmpty() && m_connection.remote())
        m_connection.remote()->closeForward(m_forward);
    m_forward.clear();
    if (!m_client)
        return;
    m_client.reset();
    m_nodes.clear();
    Q_EMIT closed();
}

} // namespace rayhelm
