#include "session/deletion.h"

#include "cluster/clustermonitor.h"
#include "cluster/uninstalljob.h"
#include "core/taskscope.h"
#include "jobs/rayclient.h"
#include "session/connection.h"
#include "session/raylink.h"
#include "session/session.h"

#include <QDir>
#include <QLocale>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds answerIsFresh = 30s; ///< Ray is asked every few seconds

bool headRuns(const ClusterStatus &status)
{
    const PodStatus *head = status.head();
    return head && (head->pod.anyContainerRuns() || head->firstRunning.isValid());
}

} // namespace

Deletion::Deletion(SessionEdges &edges, TaskScope &scope, Connection &connection, RayLink &ray, ClusterTurns &turns,
                   OutputLines &helmLog, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
    , m_ray(ray)
    , m_turns(turns)
    , m_helmLog(helmLog)
{
}

Deletion::~Deletion() = default;

bool Deletion::isWaitingForProof() const
{
    return m_running && m_steps.current() == deleteStepNames().size() - 1;
}

bool Deletion::jobsAreKnown() const
{
    const ClusterStatus now = status();
    // A head that was never seen running has had no Ray in it; a picture that could not be read says nothing.
    if (now.observedAt.isValid() && now.state != ClusterState::CannotRead && now.state != ClusterState::Unknown && !headRuns(now))
        return true;
    const std::optional<QDateTime> answered = m_ray.answeredAt();
    return m_ray.client() && answered && answered->secsTo(QDateTime::currentDateTime()) < answerIsFresh.count();
}

void Deletion::setMonitor(ClusterMonitor *monitor)
{
    m_monitor = monitor;
    if (m_running && m_monitor)
        m_monitor->setDeleting(true);
    readReport();
}

void Deletion::begin(const QString &typedName, bool saveLogs)
{
    if (!m_running && m_connection.remote())
        m_scope.keep(journey(typedName, saveLogs));
}

/// The HPC login is asked for at once and beside it: it can be answered while helm works, and nothing but the proof waits for it.
QCoro::Task<void> Deletion::journey(QString typedName, bool saveLogs)
{
    plan();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_stop.request_stop(); });
    const std::stop_token stop = m_stop.get_token();
    std::optional<Login> login;
    if (m_connection.hpc()) {
        login.emplace();
        m_scope.keep(reachHpc(*login, stop));
    }
    m_steps.begin(0);
    const Result<ClusterTurns::Turn> turn = co_await m_turns.take(ClusterWork::Delete, stop);
    if (!turn) {
        end(failure(turn.error()));
        co_return;
    }
    DeleteRequest wanted = request();
    wanted.consent.typedName = typedName;
    wanted.consent.saveLogs = saveLogs;
    const Result<GiveBackReport> report = co_await take(wanted, login, stop);
    m_stop.request_stop(); // a login that nobody needs any more
    (*turn)->end();
    end(report);
}

QCoro::Task<void> Deletion::reachHpc(Login login, std::stop_token stop)
{
    const Result<> reached = co_await m_connection.ensureHpc(stop);
    login.complete(reached);
}

/// Ask who would lose jobs, note, stop the jobs, begin helm, follow it, and look for the proof.
Task<GiveBackReport> Deletion::take(DeleteRequest request, std::optional<Login> login, std::stop_token stop)
{
    const Result<RayJobs> jobs = co_await askRay(stop);
    if (!jobs && jobs.error().isCancelled())
        co_return failure(jobs.error());
    if (jobs)
        request.consent.runningJobs = jobs->running;
    const Result<GiveBackReport> prepared = co_await prepareDelete(request, &m_steps, stop);
    if (!prepared)
        co_return prepared;
    if (jobs) {
        const Result<> stopped = co_await stopRayJobs(jobs->submissions, stop);
        if (!stopped)
            m_steps.note(tr("Ray did not stop every job; they end with the cluster."));
    }
    const GiveBackReport noted = *prepared;
    const Result<GiveBackReport> begun = co_await beginDelete(request, noted, &m_steps, stop);
    if (!begun)
        co_return begun;
    const GiveBackReport going = *begun;
    const Result<GiveBackReport> outcome = co_await follow(request, going, login, stop);
    co_return outcome;
}

Task<GiveBackReport> Deletion::follow(DeleteRequest request, GiveBackReport report, std::optional<Login> login, std::stop_token stop)
{
    setGoesOn();
    const Result<GiveBackReport> gone = co_await followDelete(request, report, &m_steps, stop);
    if (!gone)
        co_return gone;
    report = *gone;
    m_steps.begin(int(deleteStepNames().size()) - 1);
    if (login && !login->isComplete()) {
        m_steps.note(tr("The login to the HPC waits for your answer, under Connection."));
        m_steps.setAsking(true);
        const Result<> reached = co_await waitFor(*login, stop);
        m_steps.setAsking(false);
        m_steps.note({});
        if (!reached && stop.stop_requested())
            co_return report; // it is deleted; only the proof is missing
    }
    const Result<GiveBackReport> proven = co_await awaitProof(request, report, &m_steps, stop);
    if (!proven && proven.error().isCancelled())
        co_return report;
    co_return proven;
}

Task<> Deletion::followAfterRestart()
{
    if (!m_report || !m_report->isOpen() || m_running)
        co_return Result<>();
    const ClusterTurns::Turn look = m_turns.begin(ClusterWork::Resume);
    if (!look)
        co_return Result<>();
    const GiveBackReport noted = *m_report;
    const ClusterHost host = clusterHost(m_edges, m_connection);
    const Result<FoundDeletion> found = co_await findDeletion(host, noted, m_scope.stopToken());
    look->end();
    if (!found)
        co_return failure(found.error());
    if (found->left == DeletionLeft::NotBegun) {
        readReport();
        Q_EMIT failed(Error{ErrorKind::NotFound,
                            tr("The deletion of \"%1\" that was asked for at %2 had not begun on the VM. Nothing was deleted; delete it "
                               "again if you still want that.")
                                .arg(noted.release, QLocale().toString(noted.begun.toLocalTime(), QLocale::ShortFormat)), {}});
        co_return Result<>();
    }
    if (found->left == DeletionLeft::Replaced) {
        readReport();
        co_return Result<>();
    }
    const ClusterTurns::Turn turn = m_turns.begin(ClusterWork::Delete);
    plan();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_stop.request_stop(); });
    const std::stop_token stop = m_stop.get_token();
    const DeleteRequest wanted = request();
    const GiveBackReport going = found->report;
    const std::optional<Login> noLogin; // nobody is asked for a password by a start
    const Result<GiveBackReport> report = co_await follow(wanted, going, noLogin, stop);
    turn->end();
    end(report);
    co_return Result<>();
}

ClusterStatus Deletion::status() const
{
    return m_monitor ? m_monitor->status() : ClusterStatus();
}

DeleteRequest Deletion::request() const
{
    DeleteRequest request;
    request.host = clusterHost(m_edges, m_connection);
    request.status = status();
    request.output = &m_helmLog;
    request.logDirectory = QDir(m_edges.dataDirectory).filePath(QStringLiteral("logs"));
    return request;
}

void Deletion::plan()
{
    m_running = true;
    m_goesOn = false;
    m_stop = std::stop_source();
    m_helmLog.clear();
    m_steps.plan(deleteStepNames());
    if (m_monitor)
        m_monitor->setDeleting(true);
    Q_EMIT started();
}

void Deletion::setGoesOn()
{
    m_goesOn = true;
    Q_EMIT changed();
}

void Deletion::end(Result<GiveBackReport> report)
{
    m_running = m_goesOn = false;
    if (report)
        m_steps.finish();
    else
        m_steps.fail(report.error());
    if (m_monitor) {
        m_monitor->setDeleting(false);
        m_monitor->reportsChanged();
        m_monitor->refresh();
    }
    if (report)
        show(*report);
    else
        readReport();
    if (report)
        Q_EMIT finished();
    else
        Q_EMIT failed(report.error());
}

/// Another profile may be in use by now: its own report stays.
void Deletion::show(const GiveBackReport &report)
{
    const Profile profile = m_connection.profile();
    if (report.profileId != profile.id || report.release != profile.releaseName)
        return;
    m_report = std::make_unique<GiveBackReport>(report);
    Q_EMIT reportChanged();
}

void Deletion::readReport()
{
    const Profile profile = m_connection.profile();
    const std::optional<GiveBackReport> newest
        = GiveBackReports(m_edges.dataDirectory).newest(profile.id, profile.releaseName);
    m_report = newest ? std::make_unique<GiveBackReport>(*newest) : nullptr;
    Q_EMIT reportChanged();
}

void Deletion::checkProof()
{
    if (!m_report || m_running)
        return;
    if (OneAtATime<bool>::Turn turn = m_proofs.begin(true))
        m_scope.keep(proofJourney(turn));
}

QCoro::Task<void> Deletion::proofJourney(OneAtATime<bool>::Turn turn)
{
    const std::stop_token stop = m_scope.stopToken();
    const GiveBackReport asked = *m_report;
    const Result<> reached = co_await m_connection.ensureHpc(stop);
    Result<GiveBackReport> report = failure(ErrorKind::Unreachable, QString());
    if (reached) {
        const ClusterHost host = clusterHost(m_edges, m_connection);
        report = co_await proveGivenBack(host, asked, stop);
    } else {
        report = failure(reached.error());
    }
    turn->end();
    if (!report) {
        Q_EMIT proofFailed(report.error());
        co_return;
    }
    if (m_report && m_report->id == report->id) // else another one is shown by now; this one is on disk
        show(*report);
    if (m_monitor)
        m_monitor->reportsChanged();
}

/// Jobs that would be lost, anybody's. Errors: whatever kept Ray from answering: then nobody knows.
Task<Deletion::RayJobs> Deletion::askRay(std::stop_token stop)
{
    RayJobs found;
    const std::shared_ptr<RayClient> ray = m_ray.client();
    if (!ray && jobsAreKnown())
        co_return found;
    if (!ray)
        co_return failure(ErrorKind::Unreachable, tr("There is no way to Ray now."));
    const Result<RayJobList> jobs = co_await ray->jobs(stop);
    if (!jobs)
        co_return failure(jobs.error());
    found.running = jobs->perhapsRunning; // what was left out of the list is not known to have ended
    for (const JobDetails &job : jobs->jobs) {
        if (isTerminal(job.status))
            continue;
        ++found.running;
        if (job.isSubmission)
            found.submissions.append(job.submissionId);
    }
    co_return found;
}

Task<> Deletion::stopRayJobs(QStringList submissionIds, std::stop_token stop)
{
    Result<> outcome;
    for (const QString &id : submissionIds) {
        const std::shared_ptr<RayClient> ray = m_ray.client();
        if (!ray)
            co_return failure(ErrorKind::Unreachable, tr("There is no way to Ray now."));
        const Result<bool> stopped = co_await ray->stop(id, stop);
        if (!stopped)
            outcome = failure(stopped.error());
    }
    co_return outcome;
}

} // namespace rayhelm
