#pragma once

#include "core/result.h"
#include "core/task.h"
#include "remote/remotesession.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QStringList>

#include <chrono>
#include <optional>

namespace rayhelm {

class Explanations;

enum class SlurmState { Pending, Running, Ending, Ended, Unknown };

/// One job as Slurm itself reports it: the only truth about what is held.
struct SlurmJobView {
    QString jobId;
    QString name; ///< the pod's UID
    SlurmState state = SlurmState::Unknown;
    QString stateName; ///< Slurm's own word, "PENDING"
    QString reason;    ///< "Priority"
    QDateTime started; ///< of a pending one: the expected start; invalid: not known
    std::optional<std::chrono::seconds> timeLimit;
    QDateTime ended;   ///< from accounting
};

/// Slurm's answer about some jobs.
struct SlurmAnswer {
    QDateTime answeredAt;
    QList<SlurmJobView> jobs;
    QStringList askedJobs; ///< numbers that were asked for
    /// The login may see other accounts' jobs: only then does a missing job mean that it has ended.
    bool seesAllJobs = false;

    const SlurmJobView *find(const QString &jobId, const QString &podUid) const;
};

/// Asks squeue, and accounting where there is one, on the HPC login node. `podUids` finds jobs whose number is unknown.
Task<SlurmAnswer> askSlurm(RemoteSession *hpc, QStringList jobIds, QStringList podUids, const Explanations *explanations,
                           std::stop_token stop);

RemoteCommand slurmCommand(const QStringList &jobIds, const QStringList &podUids);
Result<SlurmAnswer> parseSlurmAnswer(const RemoteOutput &output, const QStringList &jobIds, const QDateTime &now,
                                     const Explanations *explanations);
SlurmState slurmStateFromName(const QString &name);

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::SlurmAnswer)
