#include "session/jobdesk.h"

#include "core/log.h"
#include "core/sleep.h"
#include "core/storedfile.h"
#include "core/taskscope.h"
#include "jobs/followlogs.h"
#include "jobs/jobhistory.h"
#include "jobs/rayclient.h"
#include "jobs/submitjob.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/shownlogs.h"
#include "session/raylink.h"
#include "session/session.h"
#include "session/untilwaycloses.h"

#include <algorithm>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {
constexpr auto askEvery = 5s;
constexpr auto askSeldom = 30s; ///< when the list is too long
constexpr int absencesUntilUnknown = 3; ///< a start that was on its way may still arrive

bool sameJobs(const QList<JobDetails> &a, const QList<JobDetails> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const JobDetails &one, const JobDetails &other) {
        return one.submissionId == other.submissionId && one.jobId == other.jobId && one.statusName == other.statusName
            && one.message == other.message && one.ended == other.ended;
    });
}

} // namespace

JobDesk::JobDesk(SessionEdges &edges, TaskScope &scope, Connection &connection, Accounts &accounts, RayLink &ray,
                 QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
    , m_accounts(accounts)
    , m_ray(ray)
    , m_history(std::make_unique<JobHistory>())
    , m_logs(std::make_unique<ShownLogs>(*m_history, scope))
{
    const Result<> opened = m_history->open(m_edges.dataDirectory);
    if (!opened)
        m_historyProblem = opened.error().summary;
    m_historyIsNewer = !opened && opened.error().kind == ErrorKind::Conflict && !StoredFiles::areReadOnly();
    connect(m_history.get(), &JobHistory::changed, this, &JobDesk::takeOver);
    connect(m_history.get(), &JobHistory::problemChanged, this, &JobDesk::jobsChanged);
    connect(&m_connection, &Connection::profileChanged, this, &JobDesk::takeOver);
    connect(m_logs.get(), &ShownLogs::changed, this, &JobDesk::logChanged);
    connect(m_logs.get(), &ShownLogs::noticeChanged, this, &JobDesk::logNoticeChanged);
    connect(m_logs.get(), &ShownLogs::notKept, this, [this](const Error &error) { noteHistory(failure(error)); });
    takeOver();
    m_scope.keep(pollJourney());
}

JobDesk::~JobDesk() = default;

QCoro::Task<void> JobDesk::finish()
{
    if (!m_history->isOpen())
        co_return;
    const std::stop_token never;
    const Result<> stored = co_await m_history->stored(never);
    if (!stored)
        logWarning("jobs", QStringLiteral("the history was not written: ") + stored.error().detail);
}

void JobDesk::takeOver()
{
    m_own = m_history->records();
    const QUuid profile = m_connection.profile().id;
    m_own.removeIf([&profile](const JobRecord &record) { return record.profile != profile; });
    Q_EMIT jobsChanged();
}

QString JobDesk::historyProblem() const
{
    return m_historyProblem.isEmpty() ? m_history->problem() : m_historyProblem;
}

std::optional<JobRecord> JobDesk::job(const QString &submissionId) const
{
    return m_history->find(submissionId);
}

int JobDesk::runningJobs() const
{
    const auto runs = [](const JobRecord &record) { return !isOver(record.state); };
    const auto runsElsewhere = [](const JobDetails &details) { return !isTerminal(details.status); };
    return int(std::count_if(m_own.begin(), m_own.end(), runs)
               + std::count_if(m_foreign.begin(), m_foreign.end(), runsElsewhere) + m_perhapsRunning);
}

const LogLines &JobDesk::log(const QString &submissionId)
{
    return m_logs->lines(submissionId);
}

QString JobDesk::logNotice(const QString &submissionId) const
{
    return m_logs->notice(submissionId);
}

void JobDesk::submit(const JobSpec &spec)
{
    if (!m_submitting)
        m_scope.keep(submitJourney(std::make_shared<JobSpec>(spec)));
}

void JobDesk::cancelSubmit()
{
    m_submitStop.request_stop();
}

void JobDesk::stop(const QString &submissionId)
{
    m_scope.keep(stopJourney(submissionId));
}

void JobDesk::follow(const QString &submissionId)
{
    if (!m_followed.contains(submissionId))
        m_scope.keep(followJourney(submissionId));
}

void JobDesk::setLogFolding(const QString &submissionId, bool fold)
{
    m_logs->setFolding(submissionId, fold);
}

void JobDesk::removeFromHistory(const QString &submissionId)
{
    m_lastRemoved = submissionId;
    noteHistory(m_history->setRemoved(submissionId, true));
}

void JobDesk::undoRemove()
{
    if (!m_lastRemoved.isEmpty())
        noteHistory(m_history->setRemoved(std::exchange(m_lastRemoved, QString()), false));
}

void JobDesk::refresh()
{
    m_scope.keep(refreshJourney());
}

void JobDesk::clusterDeleted()
{
    m_history->loseWithCluster(m_connection.profile().id, QDateTime::currentDateTime());
    m_foreign.clear();
    m_listNotice.clear();
    m_perhapsRunning = 0;
    Q_EMIT jobsChanged();
}

/// Reach Ray, write the job down, send it once, follow its log.
QCoro::Task<void> JobDesk::submitJourney(std::shared_ptr<JobSpec> spec)
{
    m_submitting = true;
    m_submitStop = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_submitStop.request_stop(); });
    const std::stop_token stop = m_submitStop.get_token();
    m_submitSteps.plan(rayhelm::submitSteps(m_ray.client() ? m_ray.client()->address() : RayAddress()));
    m_submitSteps.begin(0);
    const Result<std::shared_ptr<RayClient>> reached = co_await m_ray.ensureOpen(stop);
    if (!reached) {
        m_submitSteps.fail(reached.error());
        m_submitting = false;
        Q_EMIT submitFailed(reached.error());
        co_return;
    }
    // A job that is not written down would be nobody's after a restart, so it is not sent then.
    const Result<> noted = co_await noteBegun(*spec, (*reached)->address(), stop);
    if (!noted) {
        m_submitSteps.fail(noted.error());
        m_submitting = false;
        Q_EMIT submitFailed(noted.error());
        co_return;
    }
    const UntilWayCloses open(m_ray, *reached, stop);
    const QPointer<Steps> steps(&m_submitSteps);
    const Result<QString> sent = co_await submitJob(**reached, *spec, steps, open.token());
    m_submitting = false;
    if (!sent) {
        const bool wayClosed = sent.error().isCancelled() && !stop.stop_requested();
        const Error error = wayClosed ? Error{ErrorKind::Unreachable,
                                              tr("The way to Ray was closed while the job was being sent, so it was not started."), {}}
                                      : sent.error();
        // After a time-out nobody knows whether the job was started: the next reading of Ray's list tells.
        if (error.kind != ErrorKind::TimedOut)
            noteHistory(m_history->setState(spec->submissionId, HistoryState::NotStarted, error.summary));
        Q_EMIT submitFailed(error);
        co_return;
    }
    noteHistory(m_history->setState(*sent, HistoryState::Waiting));
    Q_EMIT submitted(*sent);
    follow(*sent);
}

/// Asks the job to stop and waits until Ray says that it has; over a new way when the first one closes.
QCoro::Task<void> JobDesk::stopJourney(QString submissionId)
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        const Result<std::shared_ptr<RayClient>> reached = co_await m_ray.ensureOpen(stop);
        if (!reached) {
            Q_EMIT stopFailed(submissionId, reached.error());
            co_return;
        }
        const UntilWayCloses open(m_ray, *reached, stop);
        const Result<JobDetails> ended = co_await stopJob(**reached, submissionId, open.token());
        if (ended)
            noteHistory(m_history->update(submissionId, *ended));
        else if (!ended.error().isCancelled())
            Q_EMIT stopFailed(submissionId, ended.error());
        if (ended || !ended.error().isCancelled())
            co_return;
    }
}

/// Follows to the job's end, across lost links and new tunnels. What was shown before is not asked for again.
QCoro::Task<void> JobDesk::followJourney(QString submissionId)
{
    m_followed.insert(submissionId);
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        const std::optional<JobRecord> record = m_history->find(submissionId);
        if (record && record->state == HistoryState::LostWithCluster)
            break;
        const Result<qint64> shown = co_await m_logs->kept(submissionId, stop);
        if (!shown)
            break;
        const Result<std::shared_ptr<RayClient>> reached = co_await m_ray.ensureOpen(stop);
        if (!reached) {
            m_logs->setNotice(submissionId, tr("Log paused: reconnecting. The job is not affected."));
            const Result<> waited = co_await sleepFor(askEvery, stop);
            if (!waited)
                break;
            continue;
        }
        LogFollower follower(**reached, submissionId, *shown);
        connect(&follower, &LogFollower::textReceived, this,
                [this, submissionId](const QString &text) { m_logs->take(submissionId, text); });
        connect(m_logs.get(), &ShownLogs::behindChanged, &follower, [this, submissionId, &follower](const QString &id) {
            if (id == submissionId)
                follower.setHeld(m_logs->isBehind(id));
        });
        follower.setHeld(m_logs->isBehind(submissionId));
        connect(&follower, &LogFollower::statusChanged, this,
                [this, submissionId](const JobDetails &details) { noteHistory(m_history->update(submissionId, details)); });
        connect(&follower, &LogFollower::linkChanged, this, [this, submissionId](LogLink link) {
            const bool paused = link == LogLink::Paused;
            m_logs->setNotice(submissionId, paused ? tr("Log paused: reconnecting. The job is not affected.") : QString());
        });
        const UntilWayCloses open(m_ray, *reached, stop);
        const Result<JobDetails> ended = co_await follower.follow(open.token());
        if (ended) {
            noteHistory(m_history->update(submissionId, *ended));
            break;
        }
        if (ended.error().kind == ErrorKind::NotFound)
            break;
        const Result<> waited = co_await sleepFor(1s, stop);
        if (!waited)
            break;
    }
    m_followed.remove(submissionId);
    m_logs->setNotice(submissionId, QString());
}

QCoro::Task<void> JobDesk::pollJourney()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        Result<> read;
        if (m_ray.client())
            read = co_await readJobs(m_ray.client(), stop);
        dropped(read, "it is asked again and again");
        const Result<> waited = co_await sleepFor(m_listNotice.isEmpty() ? askEvery : askSeldom, stop);
        if (!waited)
            break;
    }
}

QCoro::Task<void> JobDesk::refreshJourney()
{
    const Result<std::shared_ptr<RayClient>> reached = co_await m_ray.ensureOpen(m_scope.stopToken());
    if (!reached)
        co_return;
    const Result<> read = co_await readJobs(*reached, m_scope.stopToken());
    dropped(read, "the list stays as it was, and is asked for again");
}

Task<> JobDesk::readJobs(std::shared_ptr<RayClient> ray, std::stop_token stop)
{
    const Result<RayJobList> listed = co_await ray->jobs(stop);
    if (!listed) {
        // An answer that cannot be used is no lost link, so nothing else tells of it.
        if (listed.error().kind == ErrorKind::Protocol && std::exchange(m_listNotice, listed.error().summary) != listed.error().summary)
            Q_EMIT jobsChanged();
        co_return failure(listed.error());
    }
    QList<JobDetails> foreign;
    const QSet<QString> ids = m_history->ids();
    for (const JobDetails &details : listed->jobs) {
        const std::optional<JobRecord> own = ids.contains(details.submissionId) ? m_history->find(details.submissionId) : std::nullopt;
        if (!own)
            foreign.append(details);
        else if (!isOver(own->state))
            noteHistory(m_history->update(details.submissionId, details));
    }
    const QString notice = listNoticeFor(*listed);
    const bool isNews = notice != m_listNotice || listed->perhapsRunning != m_perhapsRunning || !sameJobs(foreign, m_foreign);
    m_foreign = foreign;
    m_listNotice = notice;
    m_perhapsRunning = listed->perhapsRunning;
    if (isNews)
        Q_EMIT jobsChanged();
    settleUnseen(*listed);
    co_return Result<>();
}

QString JobDesk::listNoticeFor(const RayJobList &list)
{
    QStringList sentences;
    if (list.leftOut > 0)
        sentences.append(tr("Ray's job list is too long: the newest %1 are looked at, %n older one(s) are not.", nullptr, list.leftOut)
                             .arg(list.jobs.size()));
    if (list.impossible > 0)
        sentences.append(tr("%n job(s) with an impossible name was/were left out.", nullptr, list.impossible));
    return sentences.join(QLatin1Char(' '));
}

/// A start whose answer was lost, and that this Ray does not know again and again: it does not run here.
void JobDesk::settleUnseen(const RayJobList &listed)
{
    if (listed.leftOut > 0)
        return; // it may be among those
    QHash<QString, int> absences;
    const QList<JobRecord> own = m_own;
    for (const JobRecord &record : own) {
        const QString id = record.id();
        const auto isIt = [&id](const JobDetails &details) { return details.submissionId == id; };
        if (record.state != HistoryState::Submitting || m_submitting || std::any_of(listed.jobs.begin(), listed.jobs.end(), isIt))
            continue;
        absences.insert(id, m_absences.value(id) + 1);
        if (absences.value(id) >= absencesUntilUnknown)
            noteHistory(m_history->setState(id, HistoryState::NotStarted,
                                            tr("Ray does not know this job: it was not started, or it went with an earlier cluster.")));
    }
    m_absences = absences;
}

Task<> JobDesk::noteBegun(JobSpec spec, RayAddress address, std::stop_token stop)
{
    if (!m_history->isOpen()) {
        if (m_historyIsNewer)
            co_return Result<>(); // that is said, and nothing is kept
        co_return failure(ErrorKind::Conflict, tr("The job cannot be noted on this computer, so it is not sent."), m_historyProblem);
    }
    const Result<> added = m_history->add(recordFor(spec, address));
    if (!added)
        co_return failure(added.error());
    const Result<> stored = co_await m_history->stored(stop);
    if (!stored)
        noteHistory(m_history->setState(spec.submissionId, HistoryState::NotStarted, stored.error().summary));
    co_return stored;
}

void JobDesk::noteHistory(const Result<> &kept)
{
    if (kept || kept.error().summary == m_historyProblem)
        return;
    m_historyProblem = kept.error().summary;
    Q_EMIT jobsChanged();
}

JobRecord JobDesk::recordFor(const JobSpec &spec, const RayAddress &address) const
{
    const Profile &profile = m_connection.profile();
    JobRecord record;
    record.spec = spec;
    record.profile = profile.id;
    record.place = tr("%1 on %2").arg(profile.releaseName, profile.host);
    record.address = address.base.toString();
    record.command = equivalentCommand(spec, address);
    record.submitted = QDateTime::currentDateTime();
    return record;
}

} // namespace rayhelm
