#include "cluster/podview.h"

#include "cluster/jsonfields.h"
#include "core/limits.h"
#include "core/text.h"

#include <QHostAddress>

#include <algorithm>

namespace rayhelm {

namespace {

QDateTime time(const QJsonObject &object, const char *key)
{
    return QDateTime::fromString(text(object, key), Qt::ISODate);
}

ContainerView containerFrom(const QJsonObject &object)
{
    ContainerView container;
    container.name = ContainerName::orEmpty(text(object, "name"));
    container.ready = object.value(QLatin1String("ready")).toBool();
    const QJsonObject state = object.value(QLatin1String("state")).toObject();
    const auto enter = [&](const char *key, ContainerPhase phase) {
        if (!state.contains(QLatin1String(key)))
            return;
        const QJsonObject inner = state.value(QLatin1String(key)).toObject();
        container.phase = phase;
        container.reason = plainText(text(inner, "reason"), 500);
        container.message = plainText(text(inner, "message"), 2000);
        container.startedAt = time(inner, "startedAt");
        if (inner.contains(QLatin1String("exitCode")))
            container.exitCode = inner.value(QLatin1String("exitCode")).toInt();
    };
    enter("waiting", ContainerPhase::Waiting);
    enter("running", ContainerPhase::Running);
    enter("terminated", ContainerPhase::Terminated);
    return container;
}

QList<ContainerView> containersFrom(const QJsonArray &array)
{
    QList<ContainerView> containers;
    for (const QJsonValue &value : array) {
        ContainerView container = containerFrom(value.toObject());
        if (!container.name.isEmpty() && containers.size() < limits::containersOfPod)
            containers.append(std::move(container));
    }
    return containers;
}

/// Only an address as it is written in numbers: it goes into the forward to the head.
QString addressOf(const QString &text)
{
    QHostAddress address;
    return address.setAddress(text) && address.scopeId().isEmpty() ? address.toString() : QString();
}

QString schedulerWords(const QJsonObject &status)
{
    const QJsonArray conditions = status.value(QLatin1String("conditions")).toArray();
    for (const QJsonValue &value : conditions) {
        const QJsonObject condition = value.toObject();
        if (text(condition, "type") == QLatin1String("PodScheduled") && text(condition, "status") == QLatin1String("False"))
            return plainText(text(condition, "message"), 2000);
    }
    return {};
}

void readSpecification(const QJsonObject &specification, PodView &pod)
{
    pod.nodeName = NodeName::orEmpty(text(specification, "nodeName"));
    const QJsonArray containers = specification.value(QLatin1String("containers")).toArray();
    if (!containers.isEmpty())
        pod.image = plainText(text(containers.first().toObject(), "image"), 1000);
    const QJsonArray initContainers = specification.value(QLatin1String("initContainers")).toArray();
    for (const QJsonValue &value : initContainers) {
        const ContainerName name = ContainerName::orEmpty(text(value.toObject(), "name"));
        if (!name.isEmpty() && pod.initContainerNames.size() < limits::containersOfPod)
            pod.initContainerNames.append(name.text());
    }
}

} // namespace

bool PodView::runsByKubernetes() const
{
    return phase == QLatin1String("Running") && !containers.isEmpty()
           && std::all_of(containers.begin(), containers.end(), [](const ContainerView &container) {
                  return container.ready && container.phase == ContainerPhase::Running;
              });
}

bool PodView::anyContainerRuns() const
{
    return std::any_of(containers.begin(), containers.end(),
                       [](const ContainerView &container) { return container.phase == ContainerPhase::Running; });
}

bool PodView::hasEnded() const
{
    if (phase == QLatin1String("Failed") || phase == QLatin1String("Succeeded"))
        return true;
    // The chart puts the Ray container first.
    return !containers.isEmpty() && containers.first().phase == ContainerPhase::Terminated;
}

std::optional<PodView> podFromJson(const QJsonObject &object)
{
    PodView pod;
    const QJsonObject metadata = object.value(QLatin1String("metadata")).toObject();
    const QJsonObject labels = metadata.value(QLatin1String("labels")).toObject();
    const QJsonObject annotations = metadata.value(QLatin1String("annotations")).toObject();
    const QJsonObject status = object.value(QLatin1String("status")).toObject();
    pod.name = PodName::orEmpty(text(metadata, "name"));
    pod.uid = PodUid::orEmpty(text(metadata, "uid"));
    if (pod.name.isEmpty() || pod.uid.isEmpty())
        return std::nullopt;
    pod.created = time(metadata, "creationTimestamp");
    // Kubernetes writes the end of the grace period there. A moment that cannot be read still means: it is being deleted.
    if (!text(metadata, "deletionTimestamp").isEmpty())
        pod.deletionAsked = time(metadata, "deletionTimestamp")
                                .addSecs(-qint64(metadata.value(QLatin1String("deletionGracePeriodSeconds")).toInt()));
    const QString type = text(labels, "ray.io/node-type");
    pod.role = type == QLatin1String("head")     ? PodRole::Head
               : type == QLatin1String("worker") ? PodRole::Worker
                                                 : PodRole::Other;
    pod.group = plainText(text(labels, "ray.io/group"), 63);
    pod.clusterName = RayClusterName::orEmpty(text(labels, "ray.io/cluster"));
    pod.slurmJob = SlurmJobId::orEmpty(text(annotations, "JobID").trimmed());
    pod.slurmFlags = plainText(text(annotations, "slurm-job.vk.io/flags"), 4000);
    pod.ask = slurmAskFromFlags(pod.slurmFlags);
    readSpecification(object.value(QLatin1String("spec")).toObject(), pod);
    pod.phase = plainText(text(status, "phase"), 60);
    pod.reason = plainText(text(status, "reason"), 500);
    pod.message = plainText(text(status, "message"), 4000);
    pod.address = addressOf(text(status, "podIP"));
    pod.unschedulable = schedulerWords(status);
    pod.containers = containersFrom(status.value(QLatin1String("containerStatuses")).toArray());
    pod.initContainers = containersFrom(status.value(QLatin1String("initContainerStatuses")).toArray());
    return pod;
}

QList<PodView> podsFromJson(const QJsonArray &items)
{
    QList<PodView> pods;
    for (const QJsonValue &item : items) {
        if (std::optional<PodView> pod = podFromJson(item.toObject()))
            pods.append(*std::move(pod));
    }
    return pods;
}

} // namespace rayhelm
