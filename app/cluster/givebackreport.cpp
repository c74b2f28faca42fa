#include "cluster/givebackreport.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::GiveBackReport)
};

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

/// "4711223-4711226, 4711300"
QString rangesText(QStringList numbers)
{
    std::sort(numbers.begin(), numbers.end(), [](const QString &a, const QString &b) { return a.toLongLong() < b.toLongLong(); });
    QStringList ranges;
    for (qsizetype at = 0; at < numbers.size();) {
        qsizetype last = at;
        while (last + 1 < numbers.size() && numbers.at(last + 1).toLongLong() == numbers.at(last).toLongLong() + 1)
            ++last;
        ranges.append(last > at ? numbers.at(at) + QLatin1Char('-') + numbers.at(last) : numbers.at(at));
        at = last + 1;
    }
    return ranges.join(QStringLiteral(", "));
}

QStringList numbersWith(const QList<GiveBackJob> &jobs, JobProof proof)
{
    QStringList numbers;
    for (const GiveBackJob &job : jobs) {
        if (job.proof == proof && !job.job.slurmJob.isEmpty())
            numbers.append(job.job.slurmJob.text());
    }
    return numbers;
}

QDateTime latestOf(const QList<GiveBackJob> &jobs)
{
    QDateTime latest;
    for (const GiveBackJob &job : jobs) {
        const QDateTime end = job.job.latestEnd();
        if (job.proof != JobProof::Ended && end.isValid() && (!latest.isValid() || end > latest))
            latest = end;
    }
    return latest;
}

/// What happens if the request to stop was lost on its way.
QString lostSentence(const QList<GiveBackJob> &jobs)
{
    int ending = 0;
    QStringList waiting;
    bool someUnknown = false;
    for (const GiveBackJob &job : jobs) {
        if (job.proof == JobProof::Ended)
            continue;
        if (job.job.latestEnd().isValid())
            ++ending;
        else if (job.job.running)
            someUnknown = true;
        else
            waiting.append(job.job.slurmJob.isEmpty() ? job.job.podName.text() : job.job.slurmJob.text());
    }
    QStringList parts;
    if (ending > 0)
        parts.append(Words::tr("%n job(s) end by themselves at %1 at the latest", nullptr, ending).arg(clockText(latestOf(jobs))));
    if (!waiting.isEmpty())
        parts.append(Words::tr("%1 was not seen running and may start later").arg(waiting.join(QStringLiteral(", "))));
    if (someUnknown)
        parts.append(Words::tr("others have no time limit that is known"));
    return parts.isEmpty() ? QString() : Words::tr("If the request was lost: %1.").arg(parts.join(QStringLiteral("; ")));
}

} // namespace

GiveBackVerdict GiveBackReport::verdict() const
{
    if (givenUp)
        return GiveBackVerdict::NotDeleted;
    if (!podsGoneAt.isValid())
        return GiveBackVerdict::Going;
    bool allEnded = !jobs.isEmpty();
    for (const GiveBackJob &job : jobs) {
        if (job.proof == JobProof::StillRunning || job.proof == JobProof::StillWaiting)
            return GiveBackVerdict::StillHeld;
        allEnded = allEnded && job.proof == JobProof::Ended;
    }
    return allEnded ? GiveBackVerdict::GivenBack : GiveBackVerdict::NoProof;
}

QString GiveBackReport::headline() const
{
    if (podsGoneAt.isValid() && jobs.isEmpty())
        return Words::tr("No Slurm job was known: nothing had to be given back");
    switch (verdict()) {
    case GiveBackVerdict::Going: return Words::tr("Asking everything to stop");
    case GiveBackVerdict::NotDeleted:
        return startedOnVm ? Words::tr("Not deleted: helm ended before it was done") : Words::tr("Not begun: nothing was deleted");
    case GiveBackVerdict::NoProof: return Words::tr("Asked to stop, no proof yet");
    case GiveBackVerdict::GivenBack: {
        QDateTime last;
        for (const GiveBackJob &job : jobs)
            last = std::max(last, job.endedAt);
        return Words::tr("Given back: the HPC confirms that all %n job(s) have ended at %1.", nullptr, int(jobs.size()))
            .arg(clockText(last.isValid() ? last : provenAt));
    }
    case GiveBackVerdict::StillHeld: {
        const QStringList running = numbersWith(jobs, JobProof::StillRunning);
        const QStringList waiting = numbersWith(jobs, JobProof::StillWaiting);
        if (running.isEmpty())
            return Words::tr("Probably still held: job %1 still waits on the HPC and may start.").arg(rangesText(waiting));
        return Words::tr("Probably still held: job %1 still runs on the HPC.").arg(rangesText(running));
    }
    }
    return {};
}

QStringList GiveBackReport::sentences() const
{
    QStringList sentences;
    if (!podsGoneAt.isValid())
        return sentences;
    const QString numbers = rangesText(textsOf(slurmJobs()));
    const QString letGo = Words::tr("Kubernetes has let go of %n pod(s).", nullptr, podCount);
    switch (verdict()) {
    case GiveBackVerdict::GivenBack: sentences.append(letGo); break;
    case GiveBackVerdict::StillHeld:
        sentences.append(letGo);
        sentences.append(Words::tr("Send the job numbers to the HPC's support if this stays."));
        break;
    case GiveBackVerdict::Going:
    case GiveBackVerdict::NotDeleted:
    case GiveBackVerdict::NoProof:
        sentences.append(numbers.isEmpty() ? letGo
                                           : letGo + QLatin1Char(' ')
                                                 + Words::tr("Whether Slurm has ended jobs %1 is not known from here.").arg(numbers));
        break;
    }
    if (verdict() != GiveBackVerdict::GivenBack) {
        const QString lost = lostSentence(jobs);
        if (!lost.isEmpty())
            sentences.append(lost);
    }
    if (contactLost)
        sentences.append(Words::tr("The bridge to the HPC was down during the deletion: the request may not have arrived."));
    return sentences;
}

QString GiveBackReport::supportText() const
{
    QStringList lines{Words::tr("The Ray cluster \"%1\" on %2 was deleted at %3.")
                          .arg(release, place, QLocale().toString(begun.toLocalTime(), QLocale::ShortFormat)),
                      Words::tr("Please check whether these Slurm jobs (of the interLink account) have ended, and cancel them "
                                "if not:")};
    for (const GiveBackJob &job : jobs) {
        const QString number = job.job.slurmJob.isEmpty() ? Words::tr("number not known") : job.job.slurmJob.text();
        lines.append(QStringLiteral("  %1  (job name %2)").arg(number, job.job.podUid.text()));
    }
    return lines.join(QLatin1Char('\n'));
}

QList<SlurmJobId> GiveBackReport::slurmJobs() const
{
    QList<SlurmJobId> numbers;
    for (const GiveBackJob &job : jobs) {
        if (!job.job.slurmJob.isEmpty() && !numbers.contains(job.job.slurmJob))
            numbers.append(job.job.slurmJob);
    }
    return numbers;
}

QList<HeldJob> GiveBackReport::unproven() const
{
    QList<HeldJob> left;
    for (const GiveBackJob &job : jobs) {
        if (job.proof != JobProof::Ended)
            left.append(job.job);
    }
    return left;
}

void GiveBackReport::apply(const SlurmAnswer &answer)
{
    provenAt = answer.answeredAt;
    for (GiveBackJob &job : jobs) {
        const SlurmJobView *found = answer.find(job.job.slurmJob, job.job.podUid);
        if (!found) {
            // Missing in the list proves something only to a login that may see all jobs.
            if (!answer.seesAllJobs)
                continue;
            job.proof = JobProof::Ended;
            if (!job.endedAt.isValid())
                job.endedAt = answer.answeredAt;
            continue;
        }
        job.job.slurmJob = found->jobId;
        job.slurmWord = found->stateName;
        switch (found->state) {
        case SlurmState::Pending: job.proof = JobProof::StillWaiting; break;
        case SlurmState::Running:
        case SlurmState::Ending: job.proof = JobProof::StillRunning; break;
        case SlurmState::Ended:
            job.proof = JobProof::Ended;
            job.endedAt = found->ended.isValid() ? found->ended : job.endedAt.isValid() ? job.endedAt : answer.answeredAt;
            break;
        case SlurmState::Unknown: break;
        }
    }
}

bool GiveBackReport::knowsPod(const QString &uid) const
{
    return std::any_of(jobs.begin(), jobs.end(), [&uid](const GiveBackJob &job) { return job.job.podUid.text() == uid; });
}

void GiveBackReport::note(const QList<PodView> &pods, const QDateTime &at)
{
    for (const PodView &pod : pods) {
        const auto known = std::find_if(jobs.begin(), jobs.end(),
                                        [&pod](const GiveBackJob &job) { return job.job.podUid == pod.uid; });
        if (known != jobs.end()) {
            if (known->job.slurmJob.isEmpty())
                known->job.slurmJob = pod.slurmJob;
            known->job.lastSeen = at;
            continue;
        }
        GiveBackJob job;
        job.job.slurmJob = pod.slurmJob;
        job.job.podName = pod.name;
        job.job.podUid = pod.uid;
        job.job.ask = pod.ask;
        job.job.lastSeen = at;
        if (pod.runsByKubernetes()) {
            job.job.running = true;
            job.job.firstRunning = pod.containers.first().startedAt;
        }
        jobs.append(job);
        ++podCount;
    }
}

} // namespace rayhelm
