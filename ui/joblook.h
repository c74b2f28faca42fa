#pragma once

#include "jobs/jobhistory.h"
#include "jobs/raytypes.h"
#include "ui/clusterlook.h"

namespace rayhelm {

/// One row of the jobs list: a job that this computer sent, or one that Ray lists besides (view only).
struct JobEntry {
    bool own = true;
    JobRecord record;   ///< of an own job
    JobDetails foreign; ///< of another program's
    bool askedToStop = false;
    QString lastLine;   ///< newest line of the log, while it is followed

    QString id() const { return own ? record.id() : foreign.submissionId.isEmpty() ? foreign.jobId : foreign.submissionId; }
    QString name() const;
    bool runs() const { return own ? !isOver(record.state) : !isTerminal(foreign.status); }
    QDateTime submitted() const { return own ? record.submitted : foreign.submitted; }
    /// Time since the submission, or until its end; no value: not known.
    std::optional<std::chrono::seconds> duration(const QDateTime &now) const;
};

StateLook jobLook(const JobEntry &job);
/// "Running", "Waiting to start", "Lost with the cluster", "Running, sent by another program".
QString jobStateWords(const JobEntry &job);
/// "Running for 41 min", "Failed after 3 min".
QString jobHeading(const JobEntry &job, const QDateTime &now);
/// The last column: why it failed, the newest line, what became of its cluster.
QString jobNote(const JobEntry &job);
/// `base`-1, `base`-2, ...: the first that no job has.
QString nextJobName(const QString &base, const QStringList &taken);

} // namespace rayhelm
