#include "jobs/jobhistory.h"

#include "jobs/jobhistoryrows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace rayhelm {

namespace {

struct History {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::JobHistory)
};

constexpr int schemaVersion = 1;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

tl::unexpected<Error> notKept(const QString &detail)
{
    return failure(ErrorKind::CommandFailed, History::tr("The job history could not be written."), detail);
}

bool isSafeId(const QString &id)
{
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z0-9_-]{1,200}\\z"));
    return safe.match(id).hasMatch();
}

} // namespace

JobHistory::JobHistory(QObject *parent)
    : QObject(parent)
    , m_connection(QStringLiteral("rayhelm-history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

JobHistory::~JobHistory()
{
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase JobHistory::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

bool JobHistory::isOpen() const
{
    return QSqlDatabase::contains(m_connection) && database().isOpen();
}

Result<> JobHistory::open(const QString &directory)
{
    m_logs = JobLogs(directory + QStringLiteral("/joblogs"));
    const Result<> made = m_logs.prepare();
    if (!made)
        return made;
    const QString path = directory + QStringLiteral("/jobs.sqlite");
    Result<> prepared = openFile(path);
    if (prepared || prepared.error().kind == ErrorKind::Conflict)
        return prepared;
    // No database, or a damaged one: it is kept for a look, and a new history begins.
    QFile::remove(path + QStringLiteral(".broken"));
    if (!QFile::rename(path, path + QStringLiteral(".broken")))
        return prepared;
    return openFile(path);
}

Result<> JobHistory::openFile(const QString &path)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return notKept(History::tr("The database driver for SQLite is missing."));
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
    Result<> prepared;
    {
        QSqlDatabase made = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        made.setDatabaseName(path);
        made.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
        prepared = made.open() ? prepareSchema() : Result<>(notKept(made.lastError().text()));
        if (!prepared)
            made.close();
    }
    if (!prepared)
        QSqlDatabase::removeDatabase(m_connection);
    else
        QFile::setPermissions(path, ownerOnly);
    if (prepared)
        makeRoomForLogs();
    return prepared;
}

Result<> JobHistory::prepareSchema()
{
    QSqlQuery query(database());
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return notKept(query.lastError().text());
    const int version = query.value(0).toInt();
    query.finish();
    if (version > schemaVersion)
        return failure(ErrorKind::Conflict, History::tr("The job history was written by a newer Rayhelm and is left alone."));
    // A journal that survives the end of this program at any moment, and a write that is on disk when the call returns.
    for (const QString &text : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
                                QStringLiteral("CREATE TABLE IF NOT EXISTS jobs (%1)").arg(historyColumns()),
                                QStringLiteral("CREATE INDEX IF NOT EXISTS newest ON jobs (submitted DESC)"),
                                QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion)}) {
        if (!query.exec(text))
            return notKept(query.lastError().text());
    }
    return {};
}

Result<> JobHistory::run(QSqlQuery &query) const
{
    if (!query.exec())
        return notKept(query.lastError().text());
    return {};
}

Result<> JobHistory::change(const QString &id, const QString &assignments, const QVariantList &values)
{
    if (!isOpen())
        return notKept(History::tr("The history is not open."));
    QSqlQuery query(database());
    query.prepare(QStringLiteral("UPDATE jobs SET %1 WHERE id = ?").arg(assignments));
    for (const QVariant &value : values)
        query.addBindValue(value);
    query.addBindValue(id);
    const Result<> done = run(query);
    if (!done)
        return done;
    if (query.numRowsAffected() == 0)
        return failure(ErrorKind::NotFound, History::tr("The history does not know the job %1.").arg(id));
    Q_EMIT changed(id);
    return {};
}

Result<> JobHistory::add(const JobRecord &record)
{
    if (!isOpen())
        return notKept(History::tr("The history is not open."));
    if (!isSafeId(record.id()))
        return failure(ErrorKind::InvalidInput, History::tr("The job has no usable name for Ray."));
    if (find(record.id()))
        return failure(ErrorKind::Conflict, History::tr("The history has the job %1 already.").arg(record.id()));
    QSqlQuery query(database());
    bindRecord(query, record);
    const Result<> done = run(query);
    if (done)
        Q_EMIT changed(record.id());
    return done;
}

Result<> JobHistory::update(const QString &id, const JobDetails &details)
{
    return change(id, QStringLiteral("state = ?, message = ?, ray_job = ?, ended = ?"),
                  {historyStateName(historyState(details.status)), details.message, details.jobId,
                   details.ended.isValid() ? QVariant(details.ended.toMSecsSinceEpoch()) : QVariant()});
}

Result<> JobHistory::setState(const QString &id, HistoryState state, const QString &message)
{
    const QVariant ended = isOver(state) ? QVariant(QDateTime::currentMSecsSinceEpoch()) : QVariant();
    return change(id, QStringLiteral("state = ?, message = ?, ended = coalesce(ended, ?)"), {historyStateName(state), message, ended});
}

Result<> JobHistory::setPackage(const QString &id, const QString &uri)
{
    return change(id, QStringLiteral("package = ?"), {uri});
}

Result<> JobHistory::setMlflowRun(const QString &id, const QString &runId)
{
    return change(id, QStringLiteral("mlflow_run = ?"), {runId});
}

Result<> JobHistory::setRemoved(const QString &id, bool removed)
{
    return change(id, QStringLiteral("removed = ?"), {removed});
}

Result<int> JobHistory::loseWithCluster(const QUuid &profile, const QDateTime &when)
{
    int lost = 0;
    for (const JobRecord &record : records()) {
        if (record.profile != profile || isOver(record.state))
            continue;
        const Result<> done = change(record.id(), QStringLiteral("state = ?, ended = ?"),
                                     {historyStateName(HistoryState::LostWithCluster), when.toMSecsSinceEpoch()});
        if (!done)
            return failure(done.error());
        ++lost;
    }
    return lost;
}

Result<> JobHistory::purge()
{
    if (!isOpen())
        return {};
    QSqlQuery query(database());
    query.prepare(QStringLiteral("SELECT id FROM jobs WHERE removed = 1"));
    const Result<> listed = run(query);
    if (!listed)
        return listed;
    while (query.next())
        m_logs.remove(query.value(0).toString());
    query.prepare(QStringLiteral("DELETE FROM jobs WHERE removed = 1"));
    return run(query);
}

QList<JobRecord> JobHistory::records() const
{
    if (!isOpen())
        return {};
    QSqlQuery query(database());
    query.prepare(QStringLiteral("SELECT * FROM jobs WHERE removed = 0 ORDER BY submitted DESC, rowid DESC"));
    QList<JobRecord> all;
    if (!run(query))
        return all;
    while (query.next())
        all.append(recordFrom(query));
    return all;
}

std::optional<JobRecord> JobHistory::find(const QString &id) const
{
    if (!isOpen())
        return {};
    QSqlQuery query(database());
    query.prepare(QStringLiteral("SELECT * FROM jobs WHERE id = ?"));
    query.addBindValue(id);
    if (!run(query) || !query.next())
        return {};
    return recordFrom(query);
}

QSet<QString> JobHistory::ids() const
{
    QSet<QString> all;
    if (!isOpen())
        return all;
    QSqlQuery query(database());
    query.prepare(QStringLiteral("SELECT id FROM jobs"));
    if (!run(query))
        return all;
    while (query.next())
        all.insert(query.value(0).toString());
    return all;
}

Result<> JobHistory::appendLog(const QString &id, const QString &text)
{
    const Result<> kept = m_logs.append(id, text);
    if (m_logs.wantsRoom())
        makeRoomForLogs();
    return kept;
}

QString JobHistory::log(const QString &id) const
{
    return m_logs.text(id);
}

/// A log without a record is of no use to anybody either.
void JobHistory::makeRoomForLogs() const
{
    m_logs.makeRoom([this](const QString &id) {
        const std::optional<JobRecord> record = find(id);
        return !record || isOver(record->state);
    });
}

} // namespace rayhelm
