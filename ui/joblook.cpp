#include "ui/joblook.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::JobLook)
};

QString ownWords(HistoryState state)
{
    switch (state) {
    case HistoryState::Submitting:
        return Words::tr("Being sent");
    case HistoryState::Waiting:
        return Words::tr("Waiting to start");
    case HistoryState::Running:
        return Words::tr("Running");
    case HistoryState::Finished:
        return Words::tr("Finished");
    case HistoryState::Failed:
        return Words::tr("Failed");
    case HistoryState::Stopped:
        return Words::tr("Stopped");
    case HistoryState::NotStarted:
        return Words::tr("Not started");
    case HistoryState::LostWithCluster:
        return Words::tr("Lost with the cluster");
    }
    return {};
}

QString foreignWords(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return Words::tr("Waiting to start, sent by another program");
    case JobStatus::Running:
        return Words::tr("Running, sent by another program");
    case JobStatus::Succeeded:
        return Words::tr("Finished, sent by another program");
    case JobStatus::Failed:
        return Words::tr("Failed, sent by another program");
    case JobStatus::Stopped:
        return Words::tr("Stopped, sent by another program");
    case JobStatus::Unknown:
        break;
    }
    return Words::tr("Unknown state, sent by another program");
}

HistoryState stateOf(const JobEntry &job)
{
    if (job.own)
        return job.record.state;
    switch (job.foreign.status) {
    case JobStatus::Running:
        return HistoryState::Running;
    case JobStatus::Succeeded:
        return HistoryState::Finished;
    case JobStatus::Failed:
        return HistoryState::Failed;
    case JobStatus::Stopped:
        return HistoryState::Stopped;
    default:
        return HistoryState::Waiting;
    }
}

} // namespace

QString JobEntry::name() const
{
    if (own)
        return record.spec.name.isEmpty() ? record.id() : record.spec.name;
    const QString given = foreign.metadata.value(QStringLiteral("name"));
    return given.isEmpty() ? id() : given;
}

std::optional<std::chrono::seconds> JobEntry::duration(const QDateTime &now) const
{
    const QDateTime ended = own ? record.ended : foreign.ended;
    if (!submitted().isValid() || (!runs() && !ended.isValid()))
        return std::nullopt;
    return std::chrono::seconds(qMax<qint64>(0, submitted().secsTo(runs() ? now : ended)));
}

StateLook jobLook(const JobEntry &job)
{
    if (job.askedToStop && job.runs())
        return {StateKind::Warning, QStringLiteral("stopped")};
    switch (stateOf(job)) {
    case HistoryState::Submitting:
        return {StateKind::Info, QStringLiteral("step-going-on")};
    case HistoryState::Waiting:
        return {StateKind::Info, QStringLiteral("queue")};
    case HistoryState::Running:
        return {StateKind::Info, QStringLiteral("step-running")};
    case HistoryState::Finished:
        return {StateKind::Good, QStringLiteral("state-good")};
    case HistoryState::Failed:
        return {StateKind::Bad, QStringLiteral("state-bad")};
    case HistoryState::Stopped:
        return {StateKind::Muted, QStringLiteral("stopped")};
    case HistoryState::NotStarted:
        return {StateKind::Warning, QStringLiteral("state-warning")};
    case HistoryState::LostWithCluster:
        break;
    }
    return {StateKind::Warning, QStringLiteral("contact-lost")};
}

QString jobStateWords(const JobEntry &job)
{
    if (job.askedToStop && job.runs())
        return Words::tr("Asked to stop...");
    return job.own ? ownWords(job.record.state) : foreignWords(job.foreign.status);
}

QString jobHeading(const JobEntry &job, const QDateTime &now)
{
    const std::optional<std::chrono::seconds> duration = job.duration(now);
    if (!duration || job.askedToStop)
        return jobStateWords(job);
    return job.runs() ? Words::tr("%1 for %2").arg(jobStateWords(job), durationText(*duration))
                      : Words::tr("%1 after %2").arg(jobStateWords(job), durationText(*duration));
}

QString jobNote(const JobEntry &job)
{
    if (!job.own)
        return job.foreign.entrypoint.simplified();
    switch (job.record.state) {
    case HistoryState::LostWithCluster:
        return Words::tr("Cluster deleted, log kept.");
    case HistoryState::Failed:
    case HistoryState::NotStarted:
        return plainText(lastLine(job.record.message));
    default:
        return job.runs() ? job.lastLine.simplified() : QString();
    }
}

QString nextJobName(const QString &base, const QStringList &taken)
{
    int number = 1;
    while (taken.contains(QStringLiteral("%1-%2").arg(base).arg(number)))
        ++number;
    return QStringLiteral("%1-%2").arg(base).arg(number);
}

} // namespace rayhelm
