#include "jobs/historyfile.h"

#include "core/storedfile.h"
#include "jobs/jobhistoryrows.h"

#include <QCoreApplication>
#include <QFile>
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

/// Protocol: this is no database, or a damaged one. A full disk or a folder that cannot be reached damages nothing.
tl::unexpected<Error> notKept(const QSqlError &error)
{
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const ErrorKind kind = code == corrupt || code == notADatabase ? ErrorKind::Protocol : ErrorKind::CommandFailed;
    return failure(kind, History::tr("The job history could not be written."), error.text());
}

/// One connection, of the thread that makes it.
class Database
{
public:
    Database()
        : m_name(QStringLiteral("rayhelm-history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
    }
    ~Database() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(Database)

    Result<> open(const QString &path)
    {
        if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
            return notKept(History::tr("The database driver for SQLite is missing."));
        const bool readOnly = StoredFiles::areReadOnly(); // two writers of one database are one too many
        // SQLite gives its side files the mode of the file itself, so that one is made first.
        QFile file(path);
        if (!readOnly && !file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
            file.close();
        QSqlDatabase made = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        made.setDatabaseName(path);
        made.setConnectOptions((readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;") : QString()) + QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
        if (!made.open())
            return notKept(made.lastError());
        if (readOnly)
            return {};
        for (const char *side : {"", "-wal", "-shm"}) // an earlier version made them for everybody
            QFile::setPermissions(path + QLatin1String(side), ownerOnly);
        return prepare();
    }

    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }

    Result<> run(QSqlQuery &query) const
    {
        if (!query.exec())
            return notKept(query.lastError());
        return {};
    }

private:
    Result<> prepare()
    {
        QSqlQuery query(connection());
        if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
            return notKept(query.lastError());
        const int version = query.value(0).toInt();
        query.finish();
        if (version > schemaVersion)
            return failure(ErrorKind::Conflict, History::tr("The job history was written by a newer Rayhelm and is left alone."));
        // A journal that survives the end of this program at any moment.
        QStringList words{QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=NORMAL")};
        if (version < schemaVersion)
            words << QStringLiteral("CREATE TABLE IF NOT EXISTS jobs (%1)").arg(historyColumns())
                  << QStringLiteral("CREATE INDEX IF NOT EXISTS newest ON jobs (submitted DESC)")
                  << QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion);
        for (const QString &text : std::as_const(words)) {
            if (!query.exec(text))
                return notKept(query.lastError());
        }
        return {};
    }

    QString m_name;
};

Result<QList<JobRecord>> readFile(const QString &path)
{
    Database database;
    const Result<> opened = database.open(path);
    if (!opened)
        return failure(opened.error());
    QSqlQuery query(database.connection());
    query.prepare(QStringLiteral("SELECT * FROM jobs ORDER BY submitted DESC, rowid DESC"));
    const Result<> listed = database.run(query);
    if (!listed)
        return failure(listed.error());
    QList<JobRecord> all;
    while (query.next())
        all.append(recordFrom(query));
    return all;
}

Result<> writeRecords(const QString &path, const HistoryChanges &changes)
{
    if (changes.records.isEmpty() && changes.forgotten.isEmpty())
        return {};
    Database database;
    const Result<> opened = database.open(path);
    if (!opened)
        return opened;
    QSqlDatabase connection = database.connection();
    if (!connection.transaction())
        return notKept(connection.lastError());
    QSqlQuery query(connection);
    for (const JobRecord &record : changes.records) {
        bindRecord(query, record);
        const Result<> done = database.run(query);
        if (!done)
            return done;
    }
    query.prepare(QStringLiteral("DELETE FROM jobs WHERE id = ?"));
    for (const QString &id : changes.forgotten) {
        query.addBindValue(id);
        const Result<> done = database.run(query);
        if (!done)
            return done;
    }
    query.finish();
    return connection.commit() ? Result<>() : Result<>(notKept(connection.lastError()));
}

} // namespace

void HistoryChanges::add(const HistoryChanges &later)
{
    records.insert(later.records);
    forgotten.unite(later.forgotten);
    for (auto log = later.logs.cbegin(); log != later.logs.cend(); ++log) {
        const auto present = logs.find(log.key());
        if (present == logs.end())
            logs.insert(log.key(), *log);
        else
            present->bytes += log->bytes;
    }
    for (const QString &id : std::as_const(forgotten)) {
        records.remove(id);
        logs.remove(id);
    }
}

Result<QList<JobRecord>> readHistory(const QString &directory)
{
    if (!StoredFiles::areReadOnly()) {
        const Result<> made = makePrivateFolder(directory);
        if (!made)
            return failure(made.error());
    }
    const QString path = directory + QStringLiteral("/jobs.sqlite");
    Result<QList<JobRecord>> all = readFile(path);
    if (all || all.error().kind != ErrorKind::Protocol || StoredFiles::areReadOnly())
        return all;
    // Damaged: it is kept for a look, beside earlier ones, and a new history begins.
    QString kept = path + QStringLiteral(".broken");
    for (int number = 2; QFile::exists(kept); ++number)
        kept = path + QStringLiteral(".broken-%1").arg(number);
    if (!QFile::rename(path, kept))
        return all;
    QFile::rename(path + QStringLiteral("-wal"), kept + QStringLiteral("-wal")); // it belongs to that database alone
    return readFile(path);
}

HistoryOutcome writeHistory(const QString &directory, JobLogs &logs, const HistoryChanges &changes, const QSet<QString> &running)
{
    HistoryOutcome outcome;
    if (StoredFiles::areReadOnly()) {
        outcome.kept = notKept(History::tr("Another Rayhelm window uses this data folder."));
        return outcome;
    }
    outcome.kept = writeRecords(directory + QStringLiteral("/jobs.sqlite"), changes);
    for (const QString &id : changes.forgotten)
        logs.remove(id);
    for (auto log = changes.logs.cbegin(); log != changes.logs.cend(); ++log) {
        const Result<qint64> size = logs.appendAt(log.key(), log->offset, log->bytes);
        if (size)
            outcome.logs.insert(log.key(), *size);
        else
            outcome.kept = failure(size.error());
    }
    if (logs.wantsRoom())
        logs.makeRoom([&running](const QString &id) { return !running.contains(id); });
    return outcome;
}

} // namespace rayhelm
