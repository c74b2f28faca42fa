#pragma once

#include "core/result.h"
#include "jobs/joblogs.h"
#include "jobs/jobspec.h"
#include "jobs/raytypes.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <optional>

class QSqlDatabase;
class QSqlQuery;

namespace rayhelm {

enum class HistoryState { Submitting, Waiting, Running, Finished, Failed, Stopped, NotStarted, LostWithCluster };

/// True when nothing follows.
bool isOver(HistoryState state);

/// One job that this computer sent.
struct JobRecord {
    JobSpec spec;
    QUuid profile;      ///< through which VM
    QString place;      ///< "raycluster on vm.example"
    QString address;    ///< of Ray, without user or password
    QString packageUri;
    QString command;    ///< the equivalent command
    HistoryState state = HistoryState::Submitting;
    QString message;    ///< Ray's last words
    QString rayJobId;
    QString mlflowRunId;
    QDateTime submitted;
    QDateTime ended;
    bool removed = false; ///< taken out of the list; "Undo" brings it back

    const QString &id() const { return spec.submissionId; }
};

/// What was submitted, in one SQLite file with the logs beside it. It outlives the cluster, and a crash: every change is
/// written before the call returns. It holds no secret.
class JobHistory : public QObject
{
    Q_OBJECT
public:
    explicit JobHistory(QObject *parent = nullptr);
    ~JobHistory() override;

    /// Opens or makes `directory`/jobs.sqlite. A file that is no database is kept beside as jobs.sqlite.broken; one that a newer
    /// version wrote is left alone (Conflict). Without `open` the history is empty and keeps nothing.
    Result<> open(const QString &directory);
    bool isOpen() const;

    /// Writes the job down before it is sent. Conflict: the id is known.
    Result<> add(const JobRecord &record);
    /// What Ray says now. NotFound: unknown id.
    Result<> update(const QString &id, const JobDetails &details);
    Result<> setState(const QString &id, HistoryState state, const QString &message = {});
    Result<> setPackage(const QString &id, const QString &uri);
    Result<> setMlflowRun(const QString &id, const QString &runId);
    /// Every job of this profile that is not over is lost with its cluster. Returns how many.
    Result<int> loseWithCluster(const QUuid &profile, const QDateTime &when);
    Result<> setRemoved(const QString &id, bool removed);
    /// Forgets removed records and their logs for good.
    Result<> purge();

    /// Newest first, without removed ones.
    QList<JobRecord> records() const;
    std::optional<JobRecord> find(const QString &id) const;
    /// The ids of all records, removed ones too: one look for a whole list of jobs.
    QSet<QString> ids() const;

    /// Adds to the kept log, which is bounded (see JobLogs).
    Result<> appendLog(const QString &id, const QString &text);
    /// The kept log; empty when there is none.
    QString log(const QString &id) const;
    QString logFile(const QString &id) const { return m_logs.file(id); }
    /// Characters that stood before the kept log and were left out because it grew too long.
    qint64 logLeftOut(const QString &id) const { return m_logs.leftOut(id); }

Q_SIGNALS:
    void changed(const QString &id);

private:
    QSqlDatabase database() const;
    Result<> openFile(const QString &path);
    Result<> prepareSchema();
    Result<> run(QSqlQuery &query) const;
    Result<> change(const QString &id, const QString &assignments, const QList<QVariant> &values);

    void makeRoomForLogs() const;

    JobLogs m_logs;
    QString m_connection;
};

} // namespace rayhelm
