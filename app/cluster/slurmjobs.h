#pragma once

#include "core/names.h"
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
    SlurmJobId jobId;
    PodUid podUid; ///< the job's name; empty: it is none of ours
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
    QList<SlurmJobId> askedJobs; ///< numbers that were asked for
    /// The login may see other accounts' jobs: only then does a missing job mean that it has ended.
    bool seesAllJobs = false;

    const SlurmJobView *find(const SlurmJobId &jobId, const PodUid &podUid) const;
};

/// Asks squeue, and accounting where there is one, on the HPC login node. `podUids` finds jobs whose number is unknown.
Task<SlurmAnswer> askSlurm(RemoteSession *hpc, QList<SlurmJobId> jobIds, QList<PodUid> podUids, const Explanations *explanations,
                           std::stop_token stop);

RemoteCommand slurmCommand(const QList<SlurmJobId> &jobIds, const QList<PodUid> &podUids);
Result<SlurmAnswer> parseSlurmAnswer(const RemoteOutput &output, const QList<SlurmJobId> &jobIds, const QDateTime &now,
                                     const Explanations *explanations);
SlurmState slurmStateFromName(const QString &name);

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::SlurmAnswer)
