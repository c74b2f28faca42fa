#include "jobs/followlogs.h"

#include "core/sleep.h"
#include "jobs/logpieces.h"
#include "jobs/logsocket.h"

#include <utility>

namespace rayhelm {

namespace {

constexpr int refusalsUntilPolling = 2;
constexpr int piecesOfOneTurn = 10; ///< of the event loop

/// Trying again may help: the network, a proxy or Ray has trouble, but nobody has said no.
bool mayPass(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Protocol;
}

} // namespace

LogFollower::LogFollower(RayClient &client, QString submissionId, qint64 alreadyShown, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_submissionId(std::move(submissionId))
    , m_shown(alreadyShown)
{
}

LogFollower::~LogFollower() = default;

void LogFollower::setLink(LogLink link)
{
    if (std::exchange(m_link, link) != link)
        Q_EMIT linkChanged(link);
}

void LogFollower::setHeld(bool held)
{
    if (std::exchange(m_held, held) != held)
        Q_EMIT heldChanged(held);
}

/// Gives on what was not given yet of a piece of the log that begins at `position`.
void LogFollower::take(qint64 position, const QString &text)
{
    const qint64 known = m_shown - position;
    if (known >= text.size())
        return;
    const QString news = text.mid(qMax<qint64>(0, known));
    m_shown += news.size();
    Q_EMIT textReceived(news);
}

void LogFollower::trySocketsAgain()
{
    m_refusals = 0;
    m_socketsWork = true;
}

Task<> LogFollower::refreshStatus(std::stop_token stop)
{
    const Result<JobDetails> job = co_await m_client.job(m_submissionId, stop);
    if (!job) {
        m_wasAway = true;
        co_return failure(job.error());
    }
    if (std::exchange(m_wasAway, false))
        trySocketsAgain();
    const bool isNews = job->statusName != m_job.statusName || job->message != m_job.message || job->jobId != m_job.jobId;
    m_job = *job;
    if (isNews)
        Q_EMIT statusChanged(m_job);
    co_return Result<>();
}

/// The log as a whole, to fill in what the connection did not bring.
Task<> LogFollower::fetchRest(std::stop_token stop)
{
    const Result<QString> log = co_await m_client.logs(m_submissionId, stop);
    if (!log)
        co_return failure(log.error());
    int pieces = 0;
    for (qint64 at = qMin<qint64>(m_shown, log->size()); at < log->size();) {
        const QString text = logPiece(*log, at);
        take(at, text);
        at += text.size();
        if (++pieces % piecesOfOneTurn != 0)
            continue;
        const Result<> slept = co_await sleepFor(std::chrono::milliseconds(1), stop);
        if (!slept)
            co_return failure(slept.error());
    }
    co_return Result<>();
}

/// One connection, until it is closed, the job has ended, or Ray cannot be asked any more. An error that may not pass
/// comes back; everything else leads to the next look at the state.
Task<> LogFollower::followSocket(std::stop_token stop)
{
    LogSocket socket(m_client.address(), m_submissionId);
    connect(&socket, &LogSocket::textReceived, this, &LogFollower::take);
    connect(&socket, &LogSocket::opened, this, [this] { setLink(LogLink::Following); });
    connect(this, &LogFollower::heldChanged, &socket, &LogSocket::setHeld);
    socket.setHeld(m_held);
    socket.open();
    std::chrono::milliseconds waited{0};
    bool refused = false;
    while (true) {
        const qint64 before = m_shown;
        const Result<bool> closed = co_await socket.waitForClose(m_times.statusInterval, stop);
        if (!closed)
            co_return failure(closed.error());
        waited += m_times.statusInterval;
        refused = !socket.wasOpen() && (*closed || waited >= m_times.upgradeTimeout);
        const Result<> asked = co_await refreshStatus(stop);
        if (!asked && !mayPass(asked.error()))
            co_return failure(asked.error());
        if (!asked)
            co_return Result<>(); // all of Ray is away: no word about web sockets
        const bool comes = m_held || m_shown > before; // what is longer than an answer may be comes only this way
        if (refused || *closed || (isTerminal(m_job.status) && !comes))
            break;
    }
    // A proxy that lets no web sockets through refuses every time; the log is then asked for as a whole.
    m_refusals = socket.wasOpen() ? 0 : m_refusals + (refused ? 1 : 0);
    m_socketsWork = m_refusals < refusalsUntilPolling;
    co_return Result<>();
}

/// Without web sockets: the whole log now and then.
Task<> LogFollower::poll(std::stop_token stop)
{
    const Result<> fetched = co_await fetchRest(stop);
    if (!fetched && !mayPass(fetched.error()))
        co_return failure(fetched.error());
    if (fetched)
        setLink(LogLink::Polling);
    else
        m_wasAway = true;
    const Result<> slept = co_await sleepFor(m_times.pollInterval, stop);
    co_return slept;
}

Task<> LogFollower::followOnce(std::stop_token stop)
{
    return m_socketsWork ? followSocket(stop) : poll(stop);
}

/// The job has ended: whatever of the log was not given yet. A log that cannot be had any more does not hold up the end.
Task<> LogFollower::finish(std::stop_token stop)
{
    std::chrono::milliseconds pause = m_times.firstBackOff;
    for (int attempt = 0; attempt < 4; ++attempt) {
        const Result<> fetched = co_await fetchRest(stop);
        if (fetched || !mayPass(fetched.error())) {
            if (!fetched && fetched.error().isCancelled())
                co_return failure(fetched.error());
            break;
        }
        const Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return failure(slept.error());
        pause = qMin(pause * 2, m_times.longestBackOff);
    }
    setLink(LogLink::Ended);
    co_return Result<>();
}

Task<JobDetails> LogFollower::follow(std::stop_token stop)
{
    std::chrono::milliseconds pause = m_times.firstBackOff;
    while (true) {
        const Result<> asked = co_await refreshStatus(stop);
        if (!asked && !mayPass(asked.error()))
            co_return failure(asked.error());
        if (asked && isTerminal(m_job.status)) {
            const Result<> finished = co_await finish(stop);
            if (!finished)
                co_return failure(finished.error());
            co_return m_job;
        }
        if (asked) {
            const qint64 before = m_shown;
            const Result<> followed = co_await followOnce(stop);
            if (!followed)
                co_return failure(followed.error());
            if (m_shown > before || !m_socketsWork)
                pause = m_times.firstBackOff;
            if (isTerminal(m_job.status) || !m_socketsWork)
                continue;
        }
        setLink(LogLink::Paused);
        const Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return failure(slept.error());
        pause = qMin(pause * 2, m_times.longestBackOff);
    }
}

} // namespace rayhelm
