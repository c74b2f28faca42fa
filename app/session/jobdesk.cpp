#include "session/jobdesk.h"

#include "core/sleep.h"
#include "core/text.h"
#include "core/taskscope.h"
#include "jobs/followlogs.h"
#include "jobs/jobhistory.h"
#include "jobs/loglines.h"
#include "jobs/rayclient.h"
#include "jobs/submitjob.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/raylink.h"
#include "session/session.h"

#include <algorithm>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {
constexpr auto askEvery = 5s;
constexpr auto askSeldom = 30s; ///< when the list is too long

QString keptNotice(qint64 leftOut)
{
    if (leftOut == 0)
        return {};
    return JobDesk::tr("The log is longer than what is kept on this computer: its first %1 are left out.").arg(sizeText(leftOut));
}

}

namespace {

/// Ends a waiting for Ray when the way to it is closed: on a way that is gone no answer ever comes.
class UntilWayCloses
{
public:
    UntilWayCloses(const RayLink &ray, const std::shared_ptr<RayClient> &client, std::stop_token stop)
        : m_onStop(std::move(stop), Request{m_source})
    {
        if (client != ray.client())
            m_source.request_stop();
        m_onClosed = QObject::connect(&ray, &RayLink::closed, Request{m_source});
    }
    ~UntilWayCloses() { QObject::disconnect(m_onClosed); }
    Q_DISABLE_COPY_MOVE(UntilWayCloses)

    std::stop_token token() const { return m_source.get_token(); }

private:
    struct Request {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };
    std::stop_source m_source;
    std::stop_callback<Request> m_onStop;
    QMetaObject::Connection m_onClosed;
};

} // namespace

/// One log that is shown, and whether somebody follows it.
struct JobDesk::Followed {
    LogLines lines;
    bool active = false;
    QString notice;
    QString keptNotice; ///< what is said when there is no other notice
};

JobDesk::JobDesk(SessionEdges &edges, TaskScope &scope, Connection &connection, Accounts &accounts, RayLink &ray,
                 QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
    , m_accounts(accounts)
    , m_ray(ray)
    , m_history(std::make_unique<JobHistory>())
{
    const Result<> opened = m_history->open(m_edges.dataDirectory);
    if (!opened)
        m_historyProblem = opened.error().summary;
    connect(m_history.get(), &JobHistory::changed, this, &JobDesk::jobsChanged);
    connect(&m_connection, &Connection::profileChanged, this, &JobDesk::jobsChanged);
    m_scope.keep(pollJourney());
}

JobDesk::~JobDesk() = default;

QList<JobRecord> JobDesk::jobs() const
{
    QList<JobRecord> records = m_history->records();
    const QUuid profile = m_connection.profile().id;
    records.removeIf([&](const JobRecord &record) { return record.profile != profile; });
    return records;
}

std::optional<JobRecord> JobDesk::job(const QString &submissionId) const
{
    return m_history->find(submissionId);
}

int JobDesk::runningJobs() const
{
    const QList<JobRecord> own = jobs();
    const auto runs = [](const JobRecord &record) { return !isOver(record.state); };
    const auto runsElsewhere = [](const JobDetails &details) { return !isTerminal(details.status); };
    return int(std::count_if(own.begin(), own.end(), runs)
               + std::count_if(m_foreign.begin(), m_foreign.end(), runsElsewhere) + m_perhapsRunning);
}

const LogLines &JobDesk::log(const QString &submissionId)
{
    return followed(submissionId).lines;
}

QString JobDesk::logNotice(const QString &submissionId) const
{
    const auto found = m_followed.find(submissionId);
    if (found == m_followed.end())
        return {};
    return found->second->notice.isEmpty() ? found->second->keptNotice : found->second->notice;
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
    if (!followed(submissionId).active)
        m_scope.keep(followJourney(submissionId));
}

void JobDesk::setLogFolding(const QString &submissionId, bool fold)
{
    LogLines &lines = followed(submissionId).lines;
    lines.clear();
    lines.setFolding(fold);
    const LogChange change = lines.append(m_history->log(submissionId), QDateTime::currentMSecsSinceEpoch());
    Q_EMIT logChanged(submissionId, change);
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
    const Result<int> lost = m_history->loseWithCluster(m_connection.profile().id, QDateTime::currentDateTime());
    noteHistory(lost ? Result<>() : Result<>(failure(lost.error())));
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
    const Result<> noted = m_history->add(recordFor(*spec, (*reached)->address()));
    if (!noted && noted.error().kind == ErrorKind::Conflict) {
        m_submitSteps.fail(noted.error());
        m_submitting = false;
        Q_EMIT submitFailed(noted.error());
        co_return;
    }
    const Result<QString> sent = co_await submitJob(**reached, *spec, QPointer<Steps>(&m_submitSteps), stop);
    m_submitting = false;
    if (!sent) {
        // After a time-out nobody knows whether the job was started: the next reading of Ray's list tells.
        if (sent.error().kind != ErrorKind::TimedOut)
            noteHistory(m_history->setState(spec->submissionId, HistoryState::NotStarted, sent.error().summary));
        Q_EMIT submitFailed(sent.error());
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
    Followed &log = followed(submissionId);
    log.active = true;
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        const std::optional<JobRecord> record = m_history->find(submissionId);
        if (record && record->state == HistoryState::LostWithCluster)
            break;
        const Result<std::shared_ptr<RayClient>> reached = co_await m_ray.ensureOpen(stop);
        if (!reached) {
            setNotice(submissionId, tr("Log paused: reconnecting. The job is not affected."));
            co_await sleepFor(askEvery, stop);
            continue;
        }
        const qint64 known = m_history->logLeftOut(submissionId) + m_history->log(submissionId).size();
        LogFollower follower(**reached, submissionId, known);
        connect(&follower, &LogFollower::textReceived, this,
                [this, submissionId](const QString &text) { takeText(submissionId, text); });
        connect(&follower, &LogFollower::statusChanged, this,
                [this, submissionId](const JobDetails &details) { noteHistory(m_history->update(submissionId, details)); });
        connect(&follower, &LogFollower::linkChanged, this, [this, submissionId](LogLink link) {
            const bool paused = link == LogLink::Paused;
            setNotice(submissionId, paused ? tr("Log paused: reconnecting. The job is not affected.") : QString());
        });
        const UntilWayCloses open(m_ray, *reached, stop);
        const Result<JobDetails> ended = co_await follower.follow(open.token());
        if (ended) {
            noteHistory(m_history->update(submissionId, *ended));
            break;
        }
        if (ended.error().kind == ErrorKind::NotFound)
            break;
        co_await sleepFor(1s, stop);
    }
    log.active = false;
    setNotice(submissionId, QString());
}

QCoro::Task<void> JobDesk::pollJourney()
{
    const std::stop_token stop = m_scope.stopToken();
    while (!stop.stop_requested()) {
        if (m_ray.client())
            co_await readJobs(m_ray.client(), stop);
        co_await sleepFor(m_listNotice.isEmpty() ? askEvery : askSeldom, stop);
    }
}

QCoro::Task<void> JobDesk::refreshJourney()
{
    const Result<std::shared_ptr<RayClient>> reached = co_await m_ray.ensureOpen(m_scope.stopToken());
    if (reached)
        co_await readJobs(*reached, m_scope.stopToken());
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
    m_foreign = foreign;
    m_listNotice = listNoticeFor(*listed);
    m_perhapsRunning = listed->perhapsRunning;
    Q_EMIT jobsChanged();
    co_return Result<>();
}

JobDesk::Followed &JobDesk::followed(const QString &submissionId)
{
    std::unique_ptr<Followed> &entry = m_followed[submissionId];
    if (!entry) {
        entry = std::make_unique<Followed>();
        entry->lines.append(m_history->log(submissionId), QDateTime::currentMSecsSinceEpoch());
        entry->keptNotice = keptNotice(m_history->logLeftOut(submissionId));
    }
    return *entry;
}

void JobDesk::takeText(const QString &submissionId, const QString &text)
{
    const LogChange change = followed(submissionId).lines.append(text, QDateTime::currentMSecsSinceEpoch());
    noteHistory(m_history->appendLog(submissionId, text));
    Q_EMIT logChanged(submissionId, change);
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

void JobDesk::setNotice(const QString &submissionId, const QString &notice)
{
    Followed &log = followed(submissionId);
    if (log.notice == notice)
        return;
    log.notice = notice;
    Q_EMIT logNoticeChanged(submissionId);
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
