#include "session/shownlogs.h"

#include "core/compute.h"
#include "core/limits.h"
#include "core/taskscope.h"
#include "core/text.h"
#include "jobs/jobhistory.h"
#include "jobs/loglines.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {
constexpr auto pieceEvery = 40ms;
constexpr auto workAtOnce = 8ms; ///< of the window's thread
constexpr qsizetype piece = 16 * 1024; ///< characters
}

struct ShownLogs::Log {
    LogLines lines;
    bool fold = true;
    bool isRead = false;
    bool isAsleep = false; ///< only kept; read again when its lines are asked for
    bool isBehind = false;
    qint64 asked = 0;      ///< when its lines were asked for
    int reading = 0; ///< the newest reading; an earlier one that ends later is none
    qint64 characters = 0; ///< of the kept log and of what came since
    QString arrived;       ///< not shown yet
    QString notice;
    QString keptNotice; ///< what is said when there is no other notice
    std::vector<Completion<Result<>>> waiting;
};

ShownLogs::ShownLogs(JobHistory &history, TaskScope &scope, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_scope(scope)
{
    m_pieces.setSingleShot(true);
    m_pieces.setInterval(pieceEvery);
    connect(&m_pieces, &QTimer::timeout, this, &ShownLogs::showPieces);
}

ShownLogs::~ShownLogs() = default;

ShownLogs::Log &ShownLogs::log(const QString &id)
{
    std::unique_ptr<Log> &entry = m_logs[id];
    if (!entry) {
        entry = std::make_unique<Log>();
        m_scope.keep(readJourney(id));
    }
    return *entry;
}

const LogLines &ShownLogs::lines(const QString &id)
{
    Log &entry = log(id);
    entry.asked = ++m_asked;
    if (std::exchange(entry.isAsleep, false))
        m_scope.keep(readJourney(id));
    return entry.lines;
}

/// Splits the kept log into lines. What is kept already when it begins is shown by it, so it need not be shown besides.
QCoro::Task<void> ShownLogs::readJourney(QString id)
{
    Log &log = *m_logs.at(id);
    const int reading = ++log.reading;
    const bool fold = log.fold;
    const std::stop_token stop = m_scope.stopToken();
    Task<KeptLog> begun = m_history.readLog(id, stop);
    log.arrived.clear();
    noteBehind(id, log);
    const Result<KeptLog> kept = co_await begun;
    const QString read = kept ? kept->text : QString();
    const qint64 leftOut = kept ? kept->leftOut : 0;
    const auto split = [read, fold]() -> Result<std::shared_ptr<LogLines>> {
        auto lines = std::make_shared<LogLines>();
        lines->setFolding(fold);
        lines->append(read, QDateTime::currentMSecsSinceEpoch());
        return lines;
    };
    const Result<std::shared_ptr<LogLines>> lines = co_await compute<std::shared_ptr<LogLines>>(split, stop);
    if (!lines || reading != log.reading)
        co_return;
    log.lines = std::move(**lines);
    if (!std::exchange(log.isRead, true))
        log.characters = leftOut + read.size();
    log.keptNotice = leftOut == 0 ? QString()
                                  : tr("The log is longer than what is kept on this computer: its first %1 are left out.").arg(sizeText(leftOut));
    for (const Completion<Result<>> &one : std::exchange(log.waiting, {}))
        one.complete(Result<>());
    Q_EMIT changed(id);
    Q_EMIT noticeChanged(id);
    makeRoom();
    m_pieces.start();
}

Task<qint64> ShownLogs::kept(QString id, std::stop_token stop)
{
    Log &entry = log(id);
    if (!entry.isRead) {
        const Completion<Result<>> over;
        entry.waiting.push_back(over);
        const Result<> waited = co_await waitFor(over, stop);
        if (!waited)
            co_return failure(waited.error());
    }
    co_return entry.characters;
}

void ShownLogs::take(const QString &id, const QString &text)
{
    Log &entry = log(id);
    const Result<> stored = m_history.appendLog(id, text);
    if (!stored)
        Q_EMIT notKept(stored.error());
    entry.characters += text.size();
    if (entry.isAsleep)
        return;
    entry.arrived += text;
    noteBehind(id, entry);
    if (!m_pieces.isActive())
        m_pieces.start();
}

void ShownLogs::showPieces()
{
    QElapsedTimer clock;
    clock.start();
    bool more = false;
    for (const auto &[id, entry] : m_logs) {
        if (entry->arrived.isEmpty() || !entry->isRead)
            continue;
        qsizetype shown = 0;
        for (; shown < entry->arrived.size() && clock.elapsed() < workAtOnce.count(); shown += piece)
            entry->lines.append(entry->arrived.mid(shown, piece), QDateTime::currentMSecsSinceEpoch());
        entry->arrived.remove(0, shown);
        noteBehind(id, *entry);
        more = more || !entry->arrived.isEmpty();
        if (shown > 0)
            Q_EMIT changed(id);
    }
    makeRoom();
    if (more)
        m_pieces.start();
}

bool ShownLogs::isBehind(const QString &id) const
{
    const auto found = m_logs.find(id);
    return found != m_logs.end() && found->second->isBehind;
}

void ShownLogs::noteBehind(const QString &id, Log &log)
{
    const bool isBehind = log.arrived.size() > limits::logWaiting;
    if (std::exchange(log.isBehind, isBehind) != isBehind)
        Q_EMIT behindChanged(id);
}

/// Logs that nobody looks at go to sleep, those asked for longest ago first; the one asked for last never.
void ShownLogs::makeRoom()
{
    qint64 bytes = 0;
    for (const auto &[id, entry] : m_logs)
        bytes += entry->lines.bytes();
    while (bytes > limits::shownLogs) {
        auto oldest = m_logs.end();
        for (auto entry = m_logs.begin(); entry != m_logs.end(); ++entry) {
            const Log &log = *entry->second;
            const bool isLookedAt = m_asked > 0 && log.asked == m_asked;
            if (log.lines.bytes() > 0 && !isLookedAt && (oldest == m_logs.end() || log.asked < oldest->second->asked))
                oldest = entry;
        }
        if (oldest == m_logs.end())
            return;
        Log &log = *oldest->second;
        bytes -= log.lines.bytes();
        log.lines.clear();
        log.arrived.clear(); // kept as well
        log.isAsleep = true;
        ++log.reading;
        noteBehind(oldest->first, log);
        Q_EMIT changed(oldest->first);
    }
}

void ShownLogs::setFolding(const QString &id, bool fold)
{
    Log &entry = log(id);
    if (std::exchange(entry.fold, fold) != fold)
        m_scope.keep(readJourney(id));
}

QString ShownLogs::notice(const QString &id) const
{
    const auto found = m_logs.find(id);
    if (found == m_logs.end())
        return {};
    return found->second->notice.isEmpty() ? found->second->keptNotice : found->second->notice;
}

void ShownLogs::setNotice(const QString &id, const QString &notice)
{
    Log &entry = log(id);
    if (std::exchange(entry.notice, notice) != notice)
        Q_EMIT noticeChanged(id);
}

} // namespace rayhelm
