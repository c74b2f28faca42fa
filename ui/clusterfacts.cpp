#include "ui/clusterdetails.h"

#include "core/text.h"
#include "ui/clusterlook.h"

namespace rayhelm {

namespace {

QString containerText(const ContainerView &container)
{
    QString phase;
    switch (container.phase) {
    case ContainerPhase::None:
        phase = QStringLiteral("-");
        break;
    case ContainerPhase::Waiting:
        phase = QStringLiteral("waiting");
        break;
    case ContainerPhase::Running:
        phase = QStringLiteral("running");
        break;
    case ContainerPhase::Terminated:
        phase = QStringLiteral("terminated");
        break;
    }
    QStringList parts{container.name.text(), phase, container.ready ? QStringLiteral("ready") : QStringLiteral("not ready")};
    if (!container.reason.isEmpty())
        parts.append(container.reason);
    if (container.exitCode)
        parts.append(QStringLiteral("exit code %1").arg(*container.exitCode));
    return parts.join(QStringLiteral(", "));
}

QString releaseText(const ReleaseInfo &release)
{
    if (!release.exists())
        return ClusterDetails::tr("none");
    return ClusterDetails::tr("%1, revision %2, %3, %4")
        .arg(release.name, QString::number(release.revision), release.chart, clockText(release.updated));
}

void addLine(QStringList &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        lines.append(QStringLiteral("%1: %2").arg(name, plainText(value)));
}

QStringList podLines(const PodView &pod)
{
    QStringList lines;
    addLine(lines, ClusterDetails::tr("Pod"), pod.name.text());
    addLine(lines, QStringLiteral("UID"), pod.uid.text());
    addLine(lines, ClusterDetails::tr("HPC gateway (node)"), pod.nodeName.text());
    addLine(lines, ClusterDetails::tr("Address"), pod.address);
    addLine(lines, ClusterDetails::tr("Image"), pod.image);
    addLine(lines, ClusterDetails::tr("Phase"), pod.phase);
    addLine(lines, ClusterDetails::tr("Reason"), pod.reason);
    addLine(lines, ClusterDetails::tr("Message"), pod.message.isEmpty() ? pod.unschedulable : pod.message);
    for (const ContainerView &container : pod.containers)
        addLine(lines, ClusterDetails::tr("Container"), containerText(container));
    addLine(lines, ClusterDetails::tr("Slurm job"), pod.slurmJob.text());
    addLine(lines, ClusterDetails::tr("Slurm options"), pod.slurmFlags);
    addLine(lines, ClusterDetails::tr("Created"), clockText(pod.created));
    return lines;
}

} // namespace

QString ClusterDetails::factsText(const ClusterStatus &status, const QString &uid)
{
    QStringList lines;
    addLine(lines, tr("Release"), releaseText(status.release));
    addLine(lines, tr("Owner"), status.owner);
    addLine(lines, tr("HPC gateway (node)"), status.gateway.name.text());
    if (status.gateway.known)
        addLine(lines, tr("Bridge to the HPC"), status.gateway.contactLost() ? tr("down since %1").arg(clockText(status.gateway.since)) : tr("up"));
    addLine(lines, tr("Last news from Kubernetes"), clockText(status.observedAt));
    addLine(lines, tr("Ray answered"), status.rayAnsweredAt ? clockText(*status.rayAnsweredAt) : tr("not yet"));
    addLine(lines, tr("Slurm answered"), status.slurmAnsweredAt ? clockText(*status.slurmAnsweredAt) : tr("not asked"));
    if (!status.rayClusterState.isEmpty())
        addLine(lines, tr("RayCluster state, which proves nothing"), status.rayClusterState);
    if (status.error)
        addLine(lines, tr("Error"), status.error->detail);
    for (const PodStatus &pod : status.pods) {
        if (pod.pod.uid.text() == uid)
            lines += QStringList(QString()) + podLines(pod.pod);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace rayhelm
