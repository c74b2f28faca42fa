#include "session/lifecycle.h"

#include "cluster/clustermonitor.h"
#include "cluster/deleterelease.h"
#include "cluster/installrelease.h"
#include "cluster/leftstate.h"
#include "core/sleep.h"
#include "core/taskscope.h"
#include "jobs/rayclient.h"
#include "session/accounts.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/raylink.h"
#include "session/session.h"
#include "values/valuesdocument.h"

#include <QDir>

namespace rayhelm {

namespace {

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
{
    connect(&m_connection, &Connection::profileChanged, this, &Lifecycle::buildMonitor);
    connect(&m_connection, &Connection::connected, this, &Lifecycle::onConnected);
    connect(&m_ray, &RayLink::nodesChanged, this, [this] {
        if (m_monitor && m_ray.answeredAt())
            m_monitor->setRayNodes(nodeViews(m_ray.nodes(), *m_ray.answeredAt()), *m_ray.answeredAt());
    });
    connect(&m_configuration, &Configuration::opened, this, [this] { m_preview.reset(); });
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

ClusterHost Lifecycle::host() const
{
    ClusterHost host;
    host.session = m_connection.remote();
    host.hpc = m_connection.hpc();
    host.explanations = m_edges.explanations;
    host.profile = m_connection.profile();
    host.dataDirectory = m_edges.dataDirectory;
    return host;
}

/// A monitor belongs to one carrier and one release; another profile gets a new one.
void Lifecycle::buildMonitor()
{
    const ClusterHost now = host();
    if (!now.session)
        return;
    const bool same = m_monitor && m_monitored.session == now.session
        && m_monitored.profile.releaseName == now.profile.releaseName
        && m_monitored.profile.kubernetesNamespace == now.profile.kubernetesNamespace;
    if (same)
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
    readReport();
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
    if (helmMayRun && !m_installing)
        m_scope.keep(resumeInstallJourney(*record));
    if (m_report && m_report->verdict() == GiveBackVerdict::Going && !m_report->jobId.isEmpty() && !m_deleting)
        m_scope.keep(resumeDeleteJourney(*m_report));
}

void Lifecycle::install()
{
    if (!m_installing && m_configuration.document())
        m_scope.keep(installJourney());
}

void Lifecycle::cancelInstall()
{
    m_helmStop.request_stop();
    m_installStop.request_stop();
}

void Lifecycle::repair()
{
    if (!m_installing && !m_repairing)
        m_scope.keep(repairJourney());
}

void Lifecycle::refresh()
{
    if (m_monitor)
        m_monitor->refresh();
}

bool Lifecycle::isWaitingForPods() const
{
    return m_installing && m_installSteps.current() == installStepNames().size() - 1;
}

void Lifecycle::deleteCluster(const QString &typedName, bool saveLogs)
{
    if (!m_deleting && (!m_installing || isWaitingForPods()))
        m_scope.keep(deleteJourney(typedName, saveLogs));
}

void Lifecycle::cancelDelete()
{
    m_deleteStop.request_stop();
}

void Lifecycle::checkProof()
{
    if (m_report)
        m_scope.keep(proofJourney());
}

/// Save what is unsaved, then install; the state on the screen comes from the monitor.
QCoro::Task<void> Lifecycle::installJourney()
{
    beginInstall();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_installStop.request_stop(); });
    if (m_configuration.isModified()) {
        const Result<> saved = co_await m_configuration.saveNow(m_installStop.get_token());
        if (!saved) {
            endInstall(failure(saved.error()));
            co_return;
        }
    }
    const Result<std::shared_ptr<InstallRequest>> request = co_await installRequest(m_installStop.get_token());
    if (!request) {
        endInstall(failure(request.error()));
        co_return;
    }
    (*request)->stopHelm = m_helmStop.get_token();
    const Result<InstallOutcome> outcome = co_await installRelease(**request, &m_installSteps, m_installStop.get_token());
    endInstall(outcome);
}

QCoro::Task<void> Lifecycle::resumeInstallJourney(InstallRecord record)
{
    beginInstall();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_installStop.request_stop(); });
    InstallRequest request;
    request.host = host();
    request.monitor = m_monitor.get();
    request.output = &m_helmLog;
    request.stopHelm = m_helmStop.get_token();
    const Result<InstallOutcome> outcome
        = co_await resumeInstall(request, record, &m_installSteps, m_installStop.get_token());
    endInstall(outcome);
}

void Lifecycle::beginInstall()
{
    m_installing = true;
    m_installStop = std::stop_source();
    m_helmStop = std::stop_source();
    m_helmLog.clear();
    m_installSteps.plan(installStepNames());
    Q_EMIT installStarted();
}

void Lifecycle::endInstall(Result<InstallOutcome> outcome)
{
    m_installing = false;
    refresh();
    if (outcome) {
        Q_EMIT installFinished();
        return;
    }
    if (m_installSteps.isRunning())
        m_installSteps.fail(outcome.error());
    Q_EMIT installFailed(outcome.error());
}

QCoro::Task<void> Lifecycle::repairJourney()
{
    m_repairing = true;
    m_helmLog.clear();
    m_installSteps.plan(repairStepNames());
    const Result<LeftState> left = co_await repairRelease(host(), &m_helmLog, &m_installSteps, m_scope.stopToken());
    m_repairing = false;
    refresh();
    if (left)
        Q_EMIT installFinished();
    else
        Q_EMIT installFailed(left.error());
}

/// Reach the HPC login node where there is one, stop the jobs, delete, and look for the proof.
QCoro::Task<void> Lifecycle::deleteJourney(QString typedName, bool saveLogs)
{
    beginDelete();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_deleteStop.request_stop(); });
    const std::stop_token stop = m_deleteStop.get_token();
    m_installStop.request_stop(); // if one still waits for pods
    while (m_installing && !stop.stop_requested())
        co_await sleepFor(std::chrono::milliseconds(20), stop);
    DeleteRequest request = deleteRequest();
    request.consent.typedName = typedName;
    request.consent.saveLogs = saveLogs;
    const Result<QStringList> running = co_await runningRayJobs(stop);
    request.consent.runningJobs = running ? int(running->size()) : 0;
    const bool mayGoOn = typedNameReason(request.consent, request.status.ownership).isEmpty()
        || typedName == request.host.profile.releaseName;
    if (mayGoOn && running)
        co_await stopRayJobs(*running, stop);
    if (m_connection.hpc())
        co_await m_connection.ensureHpc(stop); // without it there is no proof, but the deletion goes on
    const Result<GiveBackReport> report = co_await deleteRelease(request, &m_deleteSteps, stop);
    endDelete(report);
}

QCoro::Task<void> Lifecycle::resumeDeleteJourney(GiveBackReport begun)
{
    beginDelete();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_deleteStop.request_stop(); });
    const DeleteRequest request = deleteRequest();
    const Result<GiveBackReport> report
        = co_await resumeDelete(request, begun, &m_deleteSteps, m_deleteStop.get_token());
    endDelete(report);
}

DeleteRequest Lifecycle::deleteRequest()
{
    DeleteRequest request;
    request.host = host();
    request.status = status();
    request.output = &m_helmLog;
    request.logDirectory = QDir(m_edges.dataDirectory).filePath(QStringLiteral("logs"));
    return request;
}

void Lifecycle::beginDelete()
{
    m_deleting = true;
    m_deleteStop = std::stop_source();
    m_helmLog.clear();
    m_deleteSteps.plan(deleteStepNames());
    if (m_monitor)
        m_monitor->setDeleting(true);
    Q_EMIT deleteStarted();
}

void Lifecycle::endDelete(Result<GiveBackReport> report)
{
    m_deleting = false;
    if (m_monitor) {
        m_monitor->setDeleting(false);
        m_monitor->reportsChanged();
        m_monitor->refresh();
    }
    if (report) {
        m_report = std::make_unique<GiveBackReport>(*report);
        Q_EMIT reportChanged();
        Q_EMIT deleteFinished();
        return;
    }
    if (m_deleteSteps.isRunning())
        m_deleteSteps.fail(report.error());
    readReport();
    Q_EMIT deleteFailed(report.error());
}

QCoro::Task<void> Lifecycle::proofJourney()
{
    const std::stop_token stop = m_scope.stopToken();
    const Result<> reached = co_await m_connection.ensureHpc(stop);
    if (!reached) {
        Q_EMIT proofFailed(reached.error());
        co_return;
    }
    const GiveBackReport asked = *m_report;
    const Result<GiveBackReport> report = co_await proveGivenBack(host(), asked, stop);
    if (!report) {
        Q_EMIT proofFailed(report.error());
        co_return;
    }
    m_report = std::make_unique<GiveBackReport>(*report);
    if (m_monitor)
        m_monitor->reportsChanged();
    Q_EMIT reportChanged();
}

/// Ray's jobs that would be lost. Without a way to Ray none can be asked for: then none is known to run.
Task<QStringList> Lifecycle::runningRayJobs(std::stop_token stop)
{
    QStringList ids;
    const std::shared_ptr<RayClient> ray = m_ray.client();
    if (!ray)
        co_return ids;
    const Result<RayJobList> jobs = co_await ray->jobs(stop);
    if (!jobs)
        co_return ids;
    for (const JobDetails &job : jobs->jobs) {
        if (!isTerminal(job.status) && job.isSubmission)
            ids.append(job.submissionId);
    }
    co_return ids;
}

Task<> Lifecycle::stopRayJobs(QStringList submissionIds, std::stop_token stop)
{
    for (const QString &id : submissionIds) {
        const std::shared_ptr<RayClient> ray = m_ray.client();
        if (!ray)
            break;
        const Result<bool> stopped = co_await ray->stop(id, stop);
        if (!stopped)
            co_return failure(stopped.error());
    }
    co_return Result<>();
}

void Lifecycle::readReport()
{
    const Profile profile = m_connection.profile();
    const std::optional<GiveBackReport> newest
        = GiveBackReports(m_edges.dataDirectory).newest(profile.id, profile.releaseName);
    m_report = newest ? std::make_unique<GiveBackReport>(*newest) : nullptr;
    Q_EMIT reportChanged();
}

} // namespace rayhelm
