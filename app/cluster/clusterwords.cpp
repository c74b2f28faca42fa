// Heading, reason and strip texts, and events in plain sentences.
#include "cluster/clusterpicture.h"

#include "core/text.h"
#include "explain/explain.h"

#include <QCoreApplication>
#include <QLocale>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ClusterStatus)
};

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

bool slurmSaysQueued(const ClusterStatus &status)
{
    for (const PodStatus &pod : status.pods) {
        if (pod.verdict.state == PodState::InQueue)
            return true;
    }
    return false;
}

QDateTime oldestWait(const ClusterStatus &status)
{
    QDateTime oldest;
    for (const PodStatus &pod : status.pods) {
        const bool waits = pod.verdict.state == PodState::InQueue || pod.verdict.state == PodState::QueuedOrStarting;
        if (waits && (!oldest.isValid() || pod.since < oldest))
            oldest = pod.since;
    }
    return oldest;
}

QString usableText(const ClusterStatus &status)
{
    return Words::tr("%1 of %n pod(s) usable", nullptr, status.wanted).arg(QLocale().toString(status.usable));
}

QString headingOf(ClusterState state, const ClusterStatus &status)
{
    switch (state) {
    case ClusterState::NotRead: return Words::tr("Not read yet");
    case ClusterState::NoCluster: return Words::tr("No cluster");
    case ClusterState::CannotRead: return Words::tr("The cluster cannot be read");
    case ClusterState::Waiting: return Words::tr("Handing over to the HPC");
    case ClusterState::Queued:
        return slurmSaysQueued(status) ? Words::tr("In the HPC queue") : Words::tr("Queued or starting on the HPC");
    case ClusterState::Starting: return Words::tr("Starting: %1").arg(usableText(status));
    case ClusterState::Usable: return Words::tr("The cluster is usable");
    case ClusterState::ContactLost: return Words::tr("Contact with the HPC lost");
    case ClusterState::RestartLoop: return Words::tr("Restarting again and again");
    case ClusterState::Deleting: return Words::tr("Being deleted: %n pod(s) left", nullptr, int(status.pods.size()));
    case ClusterState::LeftBehind: return Words::tr("An earlier install was cut off");
    case ClusterState::Unknown: return Words::tr("Unknown");
    }
    return {};
}

/// The sentence about the pod that keeps the cluster from being usable.
QString podReason(const ClusterStatus &status, const QDateTime &now)
{
    for (const PodStatus &pod : status.pods) {
        if (pod.verdict.state == PodState::Usable)
            continue;
        QString sentence = Words::tr("%1: %2 since %3 (%4).", "pod, state, clock time, duration")
                               .arg(pod.title, pod.verdict.words, clockText(pod.since),
                                    durationText(std::chrono::seconds(pod.since.secsTo(now))));
        sentence[0] = sentence.at(0).toUpper();
        if (!pod.verdict.why.isEmpty())
            sentence += QLatin1Char(' ') + pod.verdict.why;
        if (status.headUsable()) {
            int gpus = 0;
            for (const PodStatus &other : status.pods)
                gpus += other.verdict.state == PodState::Usable ? other.pod.ask.gpus.value_or(0) : 0;
            sentence += QLatin1Char(' ') + Words::tr("Jobs can start now, with %n GPU(s).", nullptr, gpus);
        }
        return sentence;
    }
    return {};
}

QString reasonOf(ClusterState state, const ClusterStatus &status, const QDateTime &now)
{
    switch (state) {
    case ClusterState::NotRead: return Words::tr("Nothing was read from this VM yet.");
    case ClusterState::NoCluster: return Words::tr("No cluster is installed here.");
    case ClusterState::CannotRead: return status.error ? status.error->summary : QString();
    case ClusterState::Unknown:
        return Words::tr("Nothing was heard for %1; last seen %2.")
            .arg(durationText(std::chrono::seconds(status.observedAt.secsTo(now))), clockText(status.observedAt));
    case ClusterState::Usable: return Words::tr("Every pod is counted by Ray. Jobs can start now.");
    case ClusterState::Waiting:
        return status.pods.isEmpty() ? Words::tr("Kubernetes has the order; no pod exists yet.") : podReason(status, now);
    case ClusterState::ContactLost:
    case ClusterState::RestartLoop:
        return status.notices.isEmpty() ? QString() : status.notices.first().text;
    case ClusterState::Deleting:
        return status.pods.isEmpty() ? Words::tr("Kubernetes has let go of all pods.")
                                     : Words::tr("The pods were asked to stop; this takes about half a minute.");
    case ClusterState::LeftBehind:
        return Words::tr("Helm left a lock at %1. Repair brings back the last good state.").arg(clockText(status.release.updated));
    case ClusterState::Queued:
    case ClusterState::Starting: return podReason(status, now);
    }
    return {};
}

StripText stripOf(const ClusterStatus &status)
{
    const QString count = QStringLiteral("%1/%2").arg(status.usable).arg(status.wanted);
    const QString heading = headingOf(status.state, status);
    switch (status.state) {
    case ClusterState::Queued: {
        const QString since = clockText(oldestWait(status));
        const bool isSure = slurmSaysQueued(status);
        return {isSure ? Words::tr("In the HPC queue since %1").arg(since)
                       : Words::tr("Queued or starting on the HPC since %1").arg(since),
                isSure ? Words::tr("Queued since %1").arg(since) : Words::tr("Queued or starting"), count};
    }
    case ClusterState::Starting: return {usableText(status), usableText(status), count};
    case ClusterState::Usable: return {Words::tr("Cluster usable"), Words::tr("Usable"), count};
    case ClusterState::ContactLost: return {heading, Words::tr("HPC contact lost"), QStringLiteral("!")};
    case ClusterState::RestartLoop: return {heading, Words::tr("Restart loop"), QStringLiteral("!")};
    case ClusterState::CannotRead: return {heading, Words::tr("Cannot be read"), QStringLiteral("!")};
    case ClusterState::LeftBehind: return {heading, Words::tr("Cut off"), QStringLiteral("!")};
    case ClusterState::Deleting: return {Words::tr("Deleting"), Words::tr("Deleting"), QString::number(status.pods.size())};
    case ClusterState::Unknown:
        return {Words::tr("Unknown, last seen %1").arg(clockText(status.observedAt)), Words::tr("Unknown"), QStringLiteral("?")};
    case ClusterState::Waiting: return {heading, Words::tr("Handing over"), count};
    case ClusterState::NotRead: return {heading, heading, QStringLiteral("?")};
    case ClusterState::NoCluster: return {heading, heading, QStringLiteral("0")};
    }
    return {};
}

} // namespace

void addWords(ClusterStatus &status, const QDateTime &now)
{
    status.heading = headingOf(status.state, status);
    if (status.state == ClusterState::Unknown) {
        const QString before = headingOf(status.was, status);
        status.heading = Words::tr("Unknown, was: %1").arg(before);
    }
    status.reason = reasonOf(status.state, status, now);
    status.strip = stripOf(status);
}

QString eventWords(const QString &reason, const QString &object, const QString &message, const Explanations *explanations)
{
    const QString stem = object;
    if (reason == QLatin1String("Scheduled"))
        return Words::tr("%1 was given to the HPC gateway.").arg(stem);
    if (reason == QLatin1String("ProviderCreateSuccess"))
        return Words::tr("The gateway has accepted %1.").arg(stem);
    if (reason == QLatin1String("CreatedHeadPod"))
        return Words::tr("KubeRay made a new head.");
    if (reason == QLatin1String("CreatedWorkerPod"))
        return Words::tr("KubeRay made a new worker.");
    if (reason == QLatin1String("DeletedHeadPod"))
        return Words::tr("KubeRay removed a head that had ended.");
    if (reason == QLatin1String("DeletedWorkerPod"))
        return Words::tr("KubeRay removed a worker that had ended.");
    if (reason == QLatin1String("CreatedService"))
        return Words::tr("KubeRay made the address of the head.");
    if (explanations) {
        const QString text = reason + QStringLiteral(": ") + message;
        for (const ExplainArea area : {ExplainArea::Scheduling, ExplainArea::Gateway, ExplainArea::Ray}) {
            if (const auto explanation = explanations->explain(area, text))
                return explanation->sentence();
        }
    }
    return message.isEmpty() ? reason : message;
}

} // namespace rayhelm
