#include "session/lifecycle.h"

#include "cluster/clustermonitor.h"
#include "cluster/installrelease.h"
#include "cluster/leftstate.h"
#include "core/log.h"
#include "core/storedfile.h"
#include "core/taskscope.h"
#include "jobs/rayclient.h"
#include "session/accounts.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/raylink.h"
#include "session/session.h"
#include "values/valuesdocument.h"

namespace rayhelm {

namespace {

/// Two hosts are watched in the same way, unless they differ in anything but what certainly has no part in it: a setting that is added
/// to the profile counts.
bool watchesTheSame(const ClusterHost &a, const ClusterHost &b)
{
    const auto relevant = [](Profile profile) {
        for (QString *text : {&profile.name, &profile.hpcLogin, &profile.hpcIdentityFile, &profile.imageDirectory, &profile.valuesFile,
                              &profile.rayAddress, &profile.rayUser, &profile.mlflowUri, &profile.mlflowUser, &profile.chart,
                              &profile.chartVersion})
            text->clear();
        return toJson(profile);
    };
    return a.session == b.session && a.hpc == b.hpc && relevant(a.profile) == relevant(b.profile);
}

QList<RayNodeView> nodeViews(const QList<RayNode> &nodes, const QDateTime &answeredAt)
{
    QList<RayNodeView> views;
    for (const RayNode &node : nodes)
        views.append(RayNodeView{PodName::orEmpty(node.instanceId), node.alive, answeredAt});
    return views;
}

} // namespace

Lifecycle::Lifecycle(SessionEdges &edges, TaskScope &scope, Connection &connection, Configuration &configuration,
                     Accounts &accounts, RayLink &ray, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
    , m_configuration(configuration)
    , m_accounts(accounts)
    , m_ray(ray)
    , m_deletion(std::make_unique<Deletion>(edges, scope, connection, ray, m_turns, m_helmLog))
{
    connect(m_deletion.get(), &Deletion::started, this, &Lifecycle::deleteStarted);
    connect(m_deletion.get(), &Deletion::finished, this, &Lifecycle::deleteFinished);
    connect(m_deletion.get(), &Deletion::failed, this, &Lifecycle::deleteFailed);
    connect(m_deletion.get(), &Deletion::changed, this, &Lifecycle::statusChanged);
    connect(m_deletion.get(), &Deletion::reportChanged, this, &Lifecycle::reportChanged);
    connect(m_deletion.get(), &Deletion::proofFailed, this, &Lifecycle::proofFailed);
    connect(&m_connection, &Connection::profileChanged, this, &Lifecycle::buildMonitor);
    connect(&m_connection, &Connection::connected, this, &Lifecycle::onConnected);
    connect(&m_ray, &RayLink::nodesChanged, this, [this] {
        if (m_monitor && m_ray.answeredAt())
            m_monitor->setRayNodes(nodeViews(m_ray.nodes(), *m_ray.answeredAt()), *m_ray.answeredAt());
    });
    for (auto replaced : {&Configuration::opened, &Configuration::closed}) {
        connect(&m_configuration, replaced, this, [this] {
            m_previewStop.request_stop(); // it would be about another text
            m_preview.reset();
        });
    }
}

Lifecycle::~Lifecycle() = default;

const ClusterStatus &Lifecycle::status() const
{
    static const ClusterStatus notRead;
    return m_monitor ? m_monitor->status() : notRead;
}

std::optional<bool> Lifecycle::hasMlflowAccount() const
{
    const std::optional<InstallRecord> record = InstallJournal(m_edges.dataDirectory).newest(m_connection.profile());
    return record ? std::optional<bool>(!record->secretName.isEmpty()) : std::nullopt;
}

/// A monitor belongs to carriers and to the settings with which it asks: with other ones there is a new one.
void Lifecycle::buildMonitor()
{
    const ClusterHost now = clusterHost(m_edges, m_connection);
    if (!now.session || (m_monitor && watchesTheSame(m_monitored, now)))
        return;
    if (m_monitor) {
        m_monitor->stop();
        m_monitor->disconnect(this);
        m_retired.push_back(std::move(m_monitor));
    }
    m_monitored = now;
    m_monitor = std::make_unique<ClusterMonitor>(now, m_scope);
    connect(m_monitor.get(), &ClusterMonitor::statusChanged, this, &Lifecycle::statusChanged);
    connect(m_monitor.get(), &ClusterMonitor::headChanged, &m_ray, &RayLink::setHead);
    m_deletion->setMonitor(m_monitor.get());
    m_monitor->start();
    Q_EMIT statusChanged();
}

void Lifecycle::onConnected()
{
    buildMonitor();
    if (m_monitor)
        m_monitor->refresh();
    const std::optional<InstallRecord> record = InstallJournal(m_edges.dataDirectory).newest(m_connection.profile());
    const bool helmMayRun = record && !record->jobId.isEmpty() && !record->helmFinished;
    m_scope.keep(resumeJourney(helmMayRun ? record : std::nullopt));
}

std::optional<Error> Lifecycle::whyBusy() const
{
    if (m_installWaits)
        return clusterIsBusy(ClusterWork::Install);
    const std::optional<ClusterWork> running = m_turns.running();
    if (m_deletion->isRunning() && !m_deletion->isWaitingForProof())
        return clusterIsBusy(ClusterWork::Delete);
    return running && running != ClusterWork::Delete ? std::optional(clusterIsBusy(*running)) : std::nullopt;
}

bool Lifecycle::isReviewed() const
{
    return m_preview && m_configuration.document() && m_configuration.document()->text() == m_previewed;
}

void Lifecycle::install()
{
    std::optional<Error> refused = whyBusy();
    if (!refused && !isReviewed())
        refused = Error{ErrorKind::Conflict, tr("The configuration was changed since it was reviewed. Look at the review again."), {}};
    if (refused) {
        Q_EMIT installFailed(*refused);
        return;
    }
    m_deletion->cancel(); // if only its proof is waited for
    m_scope.keep(installJourney(m_configuration.textToInstall()));
}

void Lifecycle::cancelInstall()
{
    m_helmStop.request_stop();
    m_installStop.request_stop();
}

void Lifecycle::repair()
{
    std::optional<Error> refused = whyBusy();
    if (StoredFiles::areReadOnly())
        refused = Error{ErrorKind::Conflict, tr("Another Rayhelm window uses this data folder. Repair the cluster there."), {}};
    Turn turn = refused ? nullptr : m_turns.begin(ClusterWork::Repair);
    if (turn)
        m_scope.keep(repairJourney(turn));
    else
        Q_EMIT installFailed(refused.value_or(clusterIsBusy(ClusterWork::Delete)));
}

void Lifecycle::refresh()
{
    if (m_monitor)
        m_monitor->refresh();
}

bool Lifecycle::isWaitingForPods() const
{
    return isInstalling() && m_installSteps.current() == installStepNames().size() - 1;
}

void Lifecycle::deleteCluster(const QString &typedName, bool saveLogs)
{
    if (isWaitingForPods())
        m_installStop.request_stop();
    else if (const std::optional<Error> refused = whyBusy()) {
        Q_EMIT deleteFailed(*refused);
        return;
    }
    m_deletion->begin(typedName, saveLogs);
}

void Lifecycle::cancelDelete()
{
    m_deletion->cancel();
}

void Lifecycle::checkProof()
{
    m_deletion->checkProof();
}

/// Save what is unsaved, then install; the state on the screen comes from the monitor.
QCoro::Task<void> Lifecycle::installJourney(QByteArray values)
{
    m_installWaits = true;
    m_installStop = std::stop_source();
    m_helmStop = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_installStop.request_stop(); });
    const std::stop_token stop = m_installStop.get_token();
    const Result<Turn> turn = co_await m_turns.take(ClusterWork::Install, stop);
    m_installWaits = false;
    if (!turn)
        co_return;
    planInstall(installStepNames());
    const Result<> outcome = co_await prepareAndInstall(values, stop);
    (*turn)->end();
    endInstall(outcome);
}

Task<> Lifecycle::prepareAndInstall(QByteArray values, std::stop_token stop)
{
    if (m_configuration.isModified()) {
        const Result<> saved = co_await m_configuration.saveNow(stop);
        if (!saved)
            co_return saved;
    }
    const Result<std::shared_ptr<InstallRequest>> request = co_await installRequest(values, stop);
    if (!request)
        co_return failure(request.error());
    (*request)->stopHelm = m_helmStop.get_token();
    const Result<InstallOutcome> outcome = co_await installRelease(**request, &m_installSteps, stop);
    if (!outcome)
        co_return failure(outcome.error());
    co_return Result<>();
}

/// Follows what was begun before a restart: a deletion first, for the name must be free before anything is installed.
QCoro::Task<void> Lifecycle::resumeJourney(std::optional<InstallRecord> record)
{
    const Result<> deletion = co_await m_deletion->followAfterRestart();
    if (!deletion && !deletion.error().isCancelled())
        logWarning("cluster", QStringLiteral("a deletion could not be looked for: ") + errorKindName(deletion.error().kind));
    const Turn turn = record ? m_turns.begin(ClusterWork::Install) : nullptr;
    if (!turn)
        co_return;
    m_installStop = std::stop_source();
    m_helmStop = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_installStop.request_stop(); });
    planInstall(installStepNames());
    InstallRequest request;
    request.host = clusterHost(m_edges, m_connection);
    request.monitor = m_monitor.get();
    request.output = &m_helmLog;
    request.stopHelm = m_helmStop.get_token();
    const InstallRecord begun = *record;
    const Result<InstallOutcome> outcome = co_await resumeInstall(request, begun, &m_installSteps, m_installStop.get_token());
    turn->end();
    endInstall(outcome ? Result<>() : Result<>(failure(outcome.error())));
}

QCoro::Task<void> Lifecycle::repairJourney(Turn turn)
{
    planInstall(repairStepNames());
    const ClusterHost host = clusterHost(m_edges, m_connection);
    const Result<LeftState> left = co_await repairRelease(host, &m_helmLog, &m_installSteps, m_scope.stopToken());
    turn->end();
    endInstall(left ? Result<>() : Result<>(failure(left.error())));
}

void Lifecycle::planInstall(const QStringList &steps)
{
    m_helmLog.clear();
    m_installSteps.plan(steps);
    Q_EMIT installStarted();
}

void Lifecycle::endInstall(Result<> outcome)
{
    refresh();
    if (!outcome && m_installSteps.isRunning())
        m_installSteps.fail(outcome.error());
    if (outcome)
        Q_EMIT installFinished();
    else
        Q_EMIT installFailed(outcome.error());
}

} // namespace rayhelm
