#pragma once

#include "core/task.h"
#include "jobs/jobspec.h"
#include "jobs/raytypes.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QUuid>

#include <memory>
#include <optional>

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

struct HistoryOutcome;

/// The text of a log that is kept, and the characters that stood before it and were left out because it grew too long.
struct KeptLog {
    QString text;
    qint64 leftOut = 0;
};

/// What was submitted, in one SQLite file with the logs beside it. It outlives the cluster, and a crash. It holds no secret.
/// Everything is known in memory; what changes is written in a worker thread, many changes at once, and tried again while the disk
/// does not take it (`problem`). Who needs to know that it is on the disk waits for `stored`.
class JobHistory : public QObject
{
    Q_OBJECT
public:
    explicit JobHistory(QObject *parent = nullptr);
    /// Writes what is not written yet, and waits for that.
    ~JobHistory() override;

    /// Reads `directory`/jobs.sqlite, or makes it; errors as `readHistory`. Before any window is shown: it reads the disk. Without
    /// `open` the history is empty and keeps nothing.
    Result<> open(const QString &directory);
    bool isOpen() const { return !m_directory.isEmpty(); }
    /// Why the disk does not take what is known; empty: it does.
    QString problem() const { return m_problem; }
    /// Waits until everything so far is on the disk. Errors: CommandFailed (the disk does not take it), Cancelled.
    Task<> stored(std::stop_token stop);

    /// Conflict: the id is known. InvalidInput: Ray would not take it.
    Result<> add(const JobRecord &record);
    /// What Ray says now. NotFound: unknown id.
    Result<> update(const QString &id, const JobDetails &details);
    Result<> setState(const QString &id, HistoryState state, const QString &message = {});
    Result<> setPackage(const QString &id, const QString &uri);
    Result<> setMlflowRun(const QString &id, const QString &runId);
    /// Every job of this profile that is not over is lost with its cluster. Returns how many.
    int loseWithCluster(const QUuid &profile, const QDateTime &when);
    Result<> setRemoved(const QString &id, bool removed);
    /// Forgets removed records and their logs for good.
    void purge();

    /// Newest first, without removed ones.
    QList<JobRecord> records() const;
    std::optional<JobRecord> find(const QString &id) const;

    /// The ids of all records, removed ones too: one look for a whole list of jobs.
    QSet<QString> ids() const;

    /// Adds to the kept log, which is bounded (see JobLogs). CommandFailed: the disk took nothing for too long; the kept log ends here.
    Result<> appendLog(const QString &id, const QString &text);
    /// The kept log, with what is not on the disk yet; empty when there is none. Read in a worker thread.
    Task<KeptLog> readLog(QString id, std::stop_token stop) const;
    QString logFile(const QString &id) const;

Q_SIGNALS:
    void changed(const QString &id);
    void problemChanged();

private:
    struct Private;
    Result<> put(const JobRecord &record);
    void write();
    void written(const HistoryOutcome &outcome);

    QString m_directory;
    QString m_problem;
    std::unique_ptr<Private> d;
};

} // namespace rayhelm
