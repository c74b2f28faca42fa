#include "remote/linkkeeper.h"

#include "core/log.h"
#include "core/taskscope.h"

namespace rayhelm {

using namespace std::chrono_literals;

LinkKeeper::LinkKeeper(ControlMaster *master, SshTiming timing, QObject *parent)
    : QObject(parent)
    , m_master(master)
    , m_timing(timing)
    , m_scope(std::make_unique<TaskScope>())
{
    connect(master, &ControlMaster::lost, this, [this](const QString &reason) {
        logWarning("remote", QStringLiteral("link lost: ") + reason);
        lose();
    });
    connect(&m_liveness, &QTimer::timeout, this, &LinkKeeper::checkNow);
}

LinkKeeper::~LinkKeeper() = default;

Task<> LinkKeeper::open(std::stop_token stop)
{
    const int openedBefore = m_opened;
    const int closedBefore = m_closed;
    Result<OneAtATime<Work>::Turn> turn = co_await m_work.take(Work::Opening, stop);
    if (!turn)
        co_return failure(turn.error());
    if (m_closed != closedBefore)
        co_return cancelled();
    if (m_opened != openedBefore) // by whoever was faster: nobody is asked twice for one login
        co_return m_outcome;
    m_openStop = std::stop_source();
    const std::stop_callback onStop(stop, [source = m_openStop]() mutable { source.request_stop(); });
    Result<> opened = co_await openNow(m_openStop.get_token());
    // Who gives up speaks for himself only, and so does who closes; those who wait then try it themselves.
    if (!m_openStop.stop_requested()) {
        ++m_opened;
        m_outcome = opened;
    }
    co_return opened;
}

Task<> LinkKeeper::close(std::stop_token stop)
{
    ++m_closed;
    m_openStop.request_stop();
    const std::stop_token always; // who closes is served in any case
    Result<OneAtATime<Work>::Turn> turn = co_await m_work.take(Work::Closing, always);
    if (!turn)
        co_return failure(turn.error());
    Result<> closed = co_await closeNow(stop);
    co_return closed;
}

Task<> LinkKeeper::openNow(std::stop_token stop)
{
    Result<> closed = co_await closeNow(stop);
    if (!closed)
        co_return closed;
    setState(LinkState::Connecting);
    Result<> opened = co_await m_master->open(true, stop);
    setState(opened ? LinkState::Connected : LinkState::Disconnected);
    if (opened)
        m_liveness.start(m_timing.livenessEvery);
    co_return opened;
}

Task<> LinkKeeper::closeNow(std::stop_token stop)
{
    m_liveness.stop();
    const std::unique_ptr<TaskScope> ending = std::exchange(m_scope, std::make_unique<TaskScope>());
    co_await ending->close();
    Result<> closed = co_await m_master->close(stop);
    m_retryIn.reset();
    setState(LinkState::Disconnected);
    co_return closed;
}

void LinkKeeper::checkNow()
{
    if (m_state == LinkState::Connected && !m_checking && !m_work.running())
        m_scope->keep(check(m_scope->stopToken()));
}

QCoro::Task<void> LinkKeeper::check(std::stop_token stop)
{
    m_checking = true;
    Result<bool> alive = co_await m_master->isAlive(m_timing.livenessLimit, stop);
    m_checking = false;
    if (!alive || *alive || m_state != LinkState::Connected)
        co_return;
    logWarning("remote", QStringLiteral("the link does not answer"));
    Result<> closed = co_await m_master->close(stop);
    Q_UNUSED(closed);
    if (!stop.stop_requested())
        lose();
}

void LinkKeeper::lose()
{
    if (m_state != LinkState::Connected || m_work.running()) // what is being closed is not brought back
        return;
    m_liveness.stop();
    m_lostAt = QDateTime::currentDateTime();
    setState(LinkState::Lost);
    m_scope->keep(bringBack(m_scope->stopToken()));
}

QCoro::Task<void> LinkKeeper::bringBack(std::stop_token stop)
{
    std::chrono::milliseconds delay = m_timing.firstRetry;
    bool waitForUser = m_master->needsUser();
    for (;;) {
        Result<bool> byUser = co_await countDown(waitForUser ? 0ms : delay, stop);
        if (!byUser)
            co_return;
        count(0);
        const bool mayAsk = *byUser;
        Result<> opened = co_await m_master->open(mayAsk, stop);
        if (stop.stop_requested())
            co_return;
        if (opened)
            break;
        const ErrorKind kind = opened.error().kind;
        waitForUser = kind != ErrorKind::Unreachable && kind != ErrorKind::TimedOut;
        delay = qMin(delay * 2, m_timing.longestRetry);
    }
    m_retryIn.reset();
    m_liveness.start(m_timing.livenessEvery);
    setState(LinkState::Connected);
    Q_EMIT restored();
}

/// Zero waits for the user alone. True: the user wants it now.
Task<bool> LinkKeeper::countDown(std::chrono::milliseconds duration, std::stop_token stop)
{
    if (duration == 0ms) {
        count(-1);
        const std::chrono::milliseconds forEver = std::chrono::hours(24 * 20);
        Result<bool> woken = co_await pause(forEver, stop);
        co_return woken;
    }
    while (duration > 0ms) {
        count(int(std::chrono::ceil<std::chrono::seconds>(duration).count()));
        const std::chrono::milliseconds part = qMin(duration, std::chrono::milliseconds(1000));
        Result<bool> woken = co_await pause(part, stop);
        if (!woken || *woken)
            co_return woken;
        duration -= part;
    }
    co_return false;
}

Task<bool> LinkKeeper::pause(std::chrono::milliseconds duration, std::stop_token stop)
{
    const Completion<Result<bool>> over;
    m_wake = over;
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, &timer, [over] { over.complete(false); });
    timer.start(duration);
    Result<bool> woken = co_await waitFor(over, stop);
    m_wake.reset();
    co_return woken;
}

void LinkKeeper::tryNow()
{
    if (m_wake)
        m_wake->complete(true);
}

void LinkKeeper::count(int seconds)
{
    m_retryIn = seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds));
    Q_EMIT reconnectIn(seconds);
}

void LinkKeeper::setState(LinkState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace rayhelm
