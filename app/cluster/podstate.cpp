#include "cluster/podstate.h"

#include "core/text.h"
#include "explain/explain.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

constexpr auto newsLimit = 90s;       ///< without news for longer, nothing is claimed
constexpr auto rayLimit = 30s;
constexpr auto slurmLimit = 90s;
constexpr auto handOverLimit = 10min;
constexpr auto removalLimit = 2min;
constexpr auto rayStartLimit = 2min;  ///< Ray's first answer comes 10 to 15 s after the container's start
constexpr auto joinLimit = 2min;      ///< a worker joins within seconds when the head is up

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::PodState)
};

bool within(const QDateTime &then, const QDateTime &now, std::chrono::seconds limit)
{
    return then.isValid() && then.secsTo(now) <= limit.count();
}

bool rayIsFresh(const PodEvidence &e)
{
    return e.rayAnsweredAt && within(*e.rayAnsweredAt, e.now, rayLimit);
}

bool rayCountsIt(const PodEvidence &e)
{
    return rayIsFresh(e) && e.ray && e.ray->alive && within(e.ray->answeredAt, e.now, rayLimit);
}

bool slurmIsFresh(const PodEvidence &e)
{
    return e.slurmAnsweredAt && within(*e.slurmAnsweredAt, e.now, slurmLimit);
}

SlurmState slurmState(const PodEvidence &e)
{
    return slurmIsFresh(e) && e.slurm ? e.slurm->state : SlurmState::Unknown;
}

/// Slurm was asked for this job and knows it as ended, or knows it no longer.
bool slurmSaysGone(const PodEvidence &e)
{
    if (!slurmIsFresh(e))
        return false;
    if (e.slurm)
        return e.slurm->state == SlurmState::Ended || e.slurm->state == SlurmState::Ending;
    return e.slurmMissingMeansEnded;
}

QDateTime startOf(const PodEvidence &e)
{
    if (slurmState(e) == SlurmState::Running && e.slurm->started.isValid())
        return e.slurm->started;
    return e.pod.containers.isEmpty() ? QDateTime() : e.pod.containers.first().startedAt;
}

PodState removalState(const PodEvidence &e)
{
    return e.pod.deletionAsked->secsTo(e.now) <= std::chrono::seconds(removalLimit).count() ? PodState::BeingRemoved
                                                                                             : PodState::StuckBeingRemoved;
}

/// Slurm runs it, or Kubernetes shows it running, and Ray does not list it.
PodState runningState(const PodEvidence &e)
{
    const bool isYoung = within(startOf(e), e.now, joinLimit);
    if (e.pod.role == PodRole::Worker) {
        if (!e.headUsable)
            return PodState::WaitsForHead;
        if (e.ray && !e.ray->alive)
            return PodState::RayDoesNotAnswer;
        return isYoung ? PodState::Starting : PodState::WaitsForHead;
    }
    if (!e.pod.runsByKubernetes())
        return PodState::Starting;
    const bool neverAnswered = !e.rayAnsweredAt || !e.ray;
    return neverAnswered && within(startOf(e), e.now, rayStartLimit) ? PodState::Starting : PodState::RayDoesNotAnswer;
}

PodState notRunningState(const PodEvidence &e)
{
    if (e.pod.slurmJob.isEmpty() && !e.slurm) {
        const bool isLate = e.pod.created.isValid() && e.pod.created.secsTo(e.now) > std::chrono::seconds(handOverLimit).count();
        const bool isRefused = e.pod.reason == QLatin1String("ProviderFailed")
                               && e.pod.message.contains(QLatin1String("error doing createRequest"));
        return isRefused || (isLate && e.pod.unschedulable.isEmpty()) ? PodState::ProbablyRefused : PodState::HandingOver;
    }
    // The gateway says so only when the job runs.
    const bool waitsForProbes = !e.pod.containers.isEmpty()
                                && e.pod.containers.first().reason.startsWith(QLatin1String("Waiting for probes"));
    if (waitsForProbes)
        return PodState::Starting;
    // A head reads "1/1 Pending" in its first seconds, while its job may be queued.
    if (e.pod.phase == QLatin1String("Running") && e.pod.anyContainerRuns())
        return PodState::Starting;
    return PodState::QueuedOrStarting;
}

PodState stateAt(const PodEvidence &e)
{
    if (e.pod.deletionAsked)
        return removalState(e);
    if (e.pod.hasEnded())
        return PodState::EndedEarly;
    if (slurmSaysGone(e))
        return PodState::EndedEarly;
    const SlurmState slurm = slurmState(e);
    if (slurm == SlurmState::Pending)
        return PodState::InQueue;
    if (isUsable(e))
        return PodState::Usable;
    if (rayCountsIt(e))
        return PodState::InUseByRay;
    if (e.contactLost || e.pod.reason == QLatin1String("NodeLost"))
        return PodState::ContactLost;
    if (slurm == SlurmState::Running || e.pod.runsByKubernetes())
        return runningState(e);
    return notRunningState(e);
}

QString explained(const Explanations *explanations, ExplainArea area, const QString &text)
{
    if (!explanations || text.isEmpty())
        return {};
    const auto explanation = explanations->explain(area, text);
    return explanation ? explanation->sentence() : QString();
}

QString whyEnded(const PodEvidence &e, const Explanations *explanations)
{
    if (!e.pod.hasEnded())
        return Words::tr("Slurm says that its job has ended; Kubernetes has not noticed it yet.");
    QString text = e.pod.message;
    QString reason = e.pod.reason;
    if (!e.pod.containers.isEmpty()) {
        text += QLatin1Char('\n') + e.pod.containers.first().message;
        if (!e.pod.containers.first().reason.isEmpty())
            reason = e.pod.containers.first().reason;
    }
    QString words = explained(explanations, ExplainArea::Gateway, text);
    if (words.isEmpty())
        words = explained(explanations, ExplainArea::Gateway, reason);
    return words.isEmpty() ? Words::tr("It ended, which a part of a running cluster never does by itself.") : words;
}

QString whyNotHandedOver(const PodEvidence &e, const Explanations *explanations)
{
    QString words = explained(explanations, ExplainArea::Scheduling, e.pod.unschedulable);
    if (words.isEmpty())
        words = explained(explanations, ExplainArea::Gateway, e.pod.message);
    return words.isEmpty() ? Words::tr("Kubernetes hands it over to the HPC; it has no Slurm job number yet.") : words;
}

QString whyInQueue(const PodEvidence &e, const Explanations *explanations)
{
    const QString words = explained(explanations, ExplainArea::Slurm, e.slurm->reason);
    if (!words.isEmpty())
        return Words::tr("Slurm says \"%1\": %2").arg(e.slurm->reason, words);
    return e.slurm->reason.isEmpty() ? Words::tr("Slurm has not started it yet.")
                                     : Words::tr("Slurm has not started it yet (\"%1\").").arg(e.slurm->reason);
}

QString whyOf(PodState state, const PodEvidence &e, const Explanations *explanations)
{
    switch (state) {
    case PodState::HandingOver: return whyNotHandedOver(e, explanations);
    case PodState::ProbablyRefused: {
        const QString words = explained(explanations, ExplainArea::Gateway, e.pod.message);
        return words.isEmpty() ? Words::tr("It still has no Slurm job number: the HPC probably refused it, and gave no reason.")
                               : words;
    }
    case PodState::InQueue: return whyInQueue(e, explanations);
    case PodState::QueuedOrStarting: return Words::tr("Slurm has its job; whether it has started is not known from here.");
    case PodState::InUseByRay: return Words::tr("Ray uses it already; Kubernetes has not noticed it yet.");
    case PodState::Starting: return Words::tr("Its job runs; Ray is still starting.");
    case PodState::WaitsForHead:
        return e.headUsable ? Words::tr("Its job runs and uses HPC hours, but Ray does not list it.")
                            : Words::tr("Its job runs and uses HPC hours while it waits for the head.");
    case PodState::Usable:
        return e.contactLost ? Words::tr("Ray has just counted it, although the bridge to the HPC is down.") : QString();
    case PodState::RayDoesNotAnswer:
        return Words::tr("Kubernetes shows it running, but Ray does not count it: perhaps its Slurm job is gone.");
    case PodState::EndedEarly: return whyEnded(e, explanations);
    case PodState::BeingRemoved: return Words::tr("It was asked to stop.");
    case PodState::StuckBeingRemoved:
        return Words::tr("It was asked to stop more than 2 minutes ago, and the gateway does not confirm it.");
    case PodState::ContactLost: return Words::tr("The bridge to the HPC is down; what its job does is not known.");
    case PodState::Unknown: return Words::tr("Nothing was heard of it for more than 90 seconds.");
    }
    return {};
}

} // namespace

bool isUsable(const PodEvidence &evidence)
{
    return evidence.pod.runsByKubernetes() && !evidence.pod.deletionAsked && rayCountsIt(evidence);
}

PodVerdict podState(const PodEvidence &evidence, const Explanations *explanations)
{
    PodVerdict verdict;
    if (!within(evidence.observedAt, evidence.now, newsLimit)) {
        PodEvidence then = evidence;
        then.now = evidence.observedAt;
        verdict.was = stateAt(then);
        verdict.state = PodState::Unknown;
        verdict.words = Words::tr("Unknown, was %1").arg(podStateWords(verdict.was));
        verdict.why = whyOf(PodState::Unknown, evidence, explanations);
        return verdict;
    }
    verdict.state = stateAt(evidence);
    verdict.was = verdict.state;
    verdict.words = podStateWords(verdict.state);
    verdict.why = whyOf(verdict.state, evidence, explanations);
    verdict.costsHours = verdict.state == PodState::WaitsForHead;
    return verdict;
}

QString podStateWords(PodState state)
{
    switch (state) {
    case PodState::HandingOver: return Words::tr("Handing over");
    case PodState::ProbablyRefused: return Words::tr("Probably refused");
    case PodState::InQueue: return Words::tr("In the HPC queue");
    case PodState::QueuedOrStarting: return Words::tr("Queued or starting on the HPC");
    case PodState::InUseByRay: return Words::tr("In use by Ray, Kubernetes is late");
    case PodState::Starting: return Words::tr("Starting");
    case PodState::WaitsForHead: return Words::tr("Waits for the head");
    case PodState::Usable: return Words::tr("Usable");
    case PodState::RayDoesNotAnswer: return Words::tr("Ray does not answer");
    case PodState::EndedEarly: return Words::tr("Ended early");
    case PodState::BeingRemoved: return Words::tr("Being removed");
    case PodState::StuckBeingRemoved: return Words::tr("Stuck while being removed");
    case PodState::ContactLost: return Words::tr("Contact lost");
    case PodState::Unknown: return Words::tr("Unknown");
    }
    return {};
}

QString podStateName(PodState state)
{
    static const char *const names[] = {"HandingOver", "ProbablyRefused", "InQueue", "QueuedOrStarting", "InUseByRay",
                                        "Starting", "WaitsForHead", "Usable", "RayDoesNotAnswer", "EndedEarly",
                                        "BeingRemoved", "StuckBeingRemoved", "ContactLost", "Unknown"};
    return QString::fromLatin1(names[int(state)]);
}

} // namespace rayhelm
