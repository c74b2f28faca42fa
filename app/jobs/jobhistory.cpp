#include "jobs/jobhistory.h"

#include "core/completion.h"
#include "core/compute.h"
#include "core/storedfile.h"
#include "jobs/historyfile.h"
#include "jobs/jobhistoryrows.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

constexpr auto logPause = 1000ms;  ///< a crash loses this much of a log, which Ray still has
constexpr auto retryPause = 3000ms;
constexpr qint64 mostUnwritten = 8 * 1024 * 1024; ///< bytes of one log that wait for a disk that takes nothing

tl::unexpected<Error> notOpen()
{
    return failure(ErrorKind::CommandFailed, JobHistory::tr("The job history could not be written."),
                   JobHistory::tr("The history is not open."));
}

bool sameState(const JobRecord &a, const JobRecord &b)
{
    return a.state == b.state && a.message == b.message && a.rayJobId == b.rayJobId && a.ended == b.ended && a.removed == b.removed
        && a.packageUri == b.packageUri && a.mlflowRunId == b.mlflowRunId;
}

} // namespace

struct JobHistory::Private {
    struct Log {
        qint64 known = -1; ///< bytes on the disk and on their way there; -1: not looked at yet
        bool ended = false;
    };
    QList<JobRecord> records; ///< newest first, removed ones too
    QHash<QString, Log> logs;
    std::shared_ptr<JobLogs> files = std::make_shared<JobLogs>(); ///< changed by the writer only
    HistoryChanges waiting;
    HistoryChanges onTheWay;
    bool writing = false;
    std::shared_ptr<QMutex> writer = std::make_shared<QMutex>(); ///< held while the disk is written
    std::vector<Completion<Result<>>> waitForStored;
    QTimer soon;

    const JobRecord *find(const QString &id) const
    {
        const auto found = std::find_if(records.begin(), records.end(), [&id](const JobRecord &record) { return record.id() == id; });
        return found == records.end() ? nullptr : &*found;
    }
    QSet<QString> running() const
    {
        QSet<QString> ids;
        for (const JobRecord &record : records) {
            if (!isOver(record.state))
                ids.insert(record.id());
        }
        return ids;
    }
    void wake(std::chrono::milliseconds pause)
    {
        if (!writing && (!soon.isActive() || soon.remainingTimeAsDuration() > pause))
            soon.start(pause);
    }
};

JobHistory::JobHistory(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->soon.setSingleShot(true);
    connect(&d->soon, &QTimer::timeout, this, &JobHistory::write);
}

JobHistory::~JobHistory()
{
    const QMutexLocker<QMutex> last(d->writer.get());
    HistoryChanges left = d->onTheWay; // whether it arrived was not heard; twice is as once
    left.add(d->waiting);
    if (isOpen() && !left.isEmpty())
        dropped(writeHistory(m_directory, *d->files, left, d->running()).kept, "nobody is left to be told");
}

Result<> JobHistory::open(const QString &directory)
{
    Result<QList<JobRecord>> all = readHistory(directory);
    if (!all)
        return failure(all.error());
    auto files = std::make_shared<JobLogs>(directory + QStringLiteral("/joblogs"));
    const Result<> made = StoredFiles::areReadOnly() ? Result<>() : files->prepare();
    if (!made)
        return made;
    d->records = std::move(*all);
    d->files = std::move(files);
    if (!StoredFiles::areReadOnly())
        d->files->makeRoom([running = d->running()](const QString &id) { return !running.contains(id); });
    m_directory = directory;
    return {};
}

void JobHistory::write()
{
    if (d->writing || d->waiting.isEmpty())
        return;
    d->writing = true;
    d->onTheWay = std::exchange(d->waiting, {});
    const QPointer<JobHistory> self(this);
    workerThreads().start([self, writer = d->writer, files = d->files, directory = m_directory, changes = d->onTheWay,
                                          running = d->running()] {
        auto outcome = std::make_shared<HistoryOutcome>();
        {
            const QMutexLocker<QMutex> alone(writer.get());
            *outcome = writeHistory(directory, *files, changes, running);
        }
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, outcome] {
                if (self)
                    self->written(*outcome);
            },
            Qt::QueuedConnection);
    });
}

void JobHistory::written(const HistoryOutcome &outcome)
{
    d->writing = false;
    HistoryChanges left = std::exchange(d->onTheWay, {});
    for (auto log = outcome.logs.cbegin(); log != outcome.logs.cend(); ++log) {
        const LogPart part = left.logs.take(log.key());
        const qint64 leftOut = part.offset + part.bytes.size() - *log; // the older half went
        d->logs[log.key()].known -= leftOut;
        const auto next = d->waiting.logs.find(log.key());
        if (next != d->waiting.logs.end())
            next->offset -= leftOut;
    }
    if (!outcome.kept) {
        left.add(d->waiting);
        d->waiting = std::move(left);
    }
    const QString problem = outcome.kept ? QString() : outcome.kept.error().summary;
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
    if (!d->waiting.isEmpty())
        d->wake(outcome.kept ? 0ms : std::chrono::milliseconds(retryPause));
    if (outcome.kept && !d->waiting.isEmpty())
        return;
    for (const Completion<Result<>> &one : std::exchange(d->waitForStored, {}))
        one.complete(outcome.kept);
}

Task<> JobHistory::stored(std::stop_token stop)
{
    if (!isOpen())
        co_return notOpen();
    if (!d->writing && d->waiting.isEmpty())
        co_return Result<>();
    const Completion<Result<>> over;
    d->waitForStored.push_back(over);
    d->wake(0ms);
    Result<> answer = co_await waitFor(over, stop);
    co_return answer;
}

Result<> JobHistory::put(const JobRecord &record)
{
    const auto present = std::find_if(d->records.begin(), d->records.end(),
                                      [&record](const JobRecord &one) { return one.id() == record.id(); });
    if (present != d->records.end()) {
        if (sameState(*present, record))
            return {};
        *present = record;
    } else {
        const auto older = std::find_if(d->records.begin(), d->records.end(),
                                        [&record](const JobRecord &one) { return one.submitted <= record.submitted; });
        d->records.insert(older, record);
    }
    d->waiting.records.insert(record.id(), record);
    d->wake(0ms);
    Q_EMIT changed(record.id());
    return {};
}

Result<> JobHistory::add(const JobRecord &record)
{
    if (!isOpen())
        return notOpen();
    if (logFile(record.id()).isEmpty())
        return failure(ErrorKind::InvalidInput, tr("The job has no usable name for Ray."));
    if (d->find(record.id()))
        return failure(ErrorKind::Conflict, tr("The history has the job %1 already.").arg(record.id()));
    JobRecord kept = record;
    kept.address = QUrl(record.address).toString(QUrl::RemoveUserInfo);
    return put(kept);
}

namespace {

tl::unexpected<Error> unknown(const QString &id)
{
    return failure(ErrorKind::NotFound, JobHistory::tr("The history does not know the job %1.").arg(id));
}

} // namespace

Result<> JobHistory::update(const QString &id, const JobDetails &details)
{
    std::optional<JobRecord> record = find(id);
    if (!record)
        return isOpen() ? Result<>(unknown(id)) : Result<>(notOpen());
    record->state = historyState(details.status);
    record->message = details.message;
    record->rayJobId = details.jobId;
    record->ended = details.ended;
    return put(*record);
}

Result<> JobHistory::setState(const QString &id, HistoryState state, const QString &message)
{
    std::optional<JobRecord> record = find(id);
    if (!record)
        return isOpen() ? Result<>(unknown(id)) : Result<>(notOpen());
    record->state = state;
    record->message = message;
    if (isOver(state) && !record->ended.isValid())
        record->ended = QDateTime::currentDateTimeUtc();
    return put(*record);
}

Result<> JobHistory::setPackage(const QString &id, const QString &uri)
{
    std::optional<JobRecord> record = find(id);
    if (!record)
        return unknown(id);
    record->packageUri = uri;
    return put(*record);
}

Result<> JobHistory::setMlflowRun(const QString &id, const QString &runId)
{
    std::optional<JobRecord> record = find(id);
    if (!record)
        return unknown(id);
    record->mlflowRunId = runId;
    return put(*record);
}

Result<> JobHistory::setRemoved(const QString &id, bool removed)
{
    std::optional<JobRecord> record = find(id);
    if (!record)
        return unknown(id);
    record->removed = removed;
    return put(*record);
}

int JobHistory::loseWithCluster(const QUuid &profile, const QDateTime &when)
{
    int lost = 0;
    const QList<JobRecord> known = records();
    for (JobRecord record : known) {
        if (record.profile != profile || isOver(record.state))
            continue;
        record.state = HistoryState::LostWithCluster;
        record.ended = when;
        lost += put(record) ? 1 : 0;
    }
    return lost;
}

void JobHistory::purge()
{
    const QList<JobRecord> known = d->records;
    for (const JobRecord &record : known) {
        if (!record.removed)
            continue;
        d->waiting.forgotten.insert(record.id());
        d->waiting.records.remove(record.id());
        d->waiting.logs.remove(record.id());
        d->logs.remove(record.id());
    }
    d->records.removeIf([](const JobRecord &record) { return record.removed; });
    d->wake(0ms);
}

QList<JobRecord> JobHistory::records() const
{
    QList<JobRecord> all = d->records;
    all.removeIf([](const JobRecord &record) { return record.removed; });
    return all;
}

std::optional<JobRecord> JobHistory::find(const QString &id) const
{
    const JobRecord *record = d->find(id);
    return record ? std::optional<JobRecord>(*record) : std::nullopt;
}

QSet<QString> JobHistory::ids() const
{
    QSet<QString> all;
    for (const JobRecord &record : d->records)
        all.insert(record.id());
    return all;
}

QString JobHistory::logFile(const QString &id) const
{
    return d->files->file(id);
}

Result<> JobHistory::appendLog(const QString &id, const QString &text)
{
    const QString file = logFile(id);
    if (file.isEmpty())
        return notOpen();
    Private::Log &log = d->logs[id];
    LogPart &part = d->waiting.logs[id];
    if (log.known < 0)
        log.known = QFileInfo(file).size();
    if (part.bytes.isEmpty())
        part.offset = log.known;
    log.ended = log.ended || part.bytes.size() > mostUnwritten;
    if (log.ended)
        return failure(ErrorKind::CommandFailed, tr("The log of a job is not kept any more: the disk took nothing for too long."));
    const QByteArray bytes = text.toUtf8();
    part.bytes += bytes;
    log.known += bytes.size();
    d->wake(logPause);
    return {};
}

Task<KeptLog> JobHistory::readLog(QString id, std::stop_token stop) const
{
    HistoryChanges unwritten = d->onTheWay;
    unwritten.add(d->waiting);
    const LogPart part = unwritten.logs.value(id, LogPart{-1, {}});
    const auto read = [path = logFile(id), files = d->files, writer = d->writer, part, id]() -> Result<KeptLog> {
        const QMutexLocker<QMutex> alone(writer.get()); // the text and what was left out before it belong together
        KeptLog kept;
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(part.offset < 0 ? file.size() : part.offset) : QByteArray();
        kept.text = QString::fromUtf8(bytes + part.bytes);
        kept.leftOut = files->leftOut(id);
        return kept;
    };
    Result<KeptLog> log = co_await compute<KeptLog>(read, stop);
    co_return log;
}

} // namespace rayhelm
