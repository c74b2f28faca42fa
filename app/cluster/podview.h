#pragma once

#include "core/names.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace rayhelm {

enum class PodRole { Head, Worker, Other };

enum class ContainerPhase { None, Waiting, Running, Terminated };

/// One container as Kubernetes reports it.
struct ContainerView {
    ContainerName name;
    bool ready = false;
    ContainerPhase phase = ContainerPhase::None;
    QString reason;
    QString message;
    std::optional<int> exitCode;
    QDateTime startedAt; ///< invalid: not known
};

/// What a pod asks of Slurm, as far as its options say.
struct SlurmAsk {
    std::optional<int> gpus; ///< per pod
    std::optional<std::chrono::seconds> timeLimit;
    int nodes = 1;
    QString partition;
};

/// One pod as Kubernetes reports it. Kubernetes knows late and sometimes wrongly: see podstate.h.
struct PodView {
    PodName name;
    PodUid uid;
    PodRole role = PodRole::Other;
    QString group;       ///< worker group
    RayClusterName clusterName; ///< RayCluster it belongs to
    NodeName nodeName;   ///< the HPC gateway; empty: not scheduled
    QString address;     ///< an IP address; empty: none yet
    QString image;
    QString phase;
    QString reason;
    QString message;
    QString unschedulable; ///< the scheduler's words, when it found no node
    QList<ContainerView> containers;
    QList<ContainerView> initContainers;
    QStringList initContainerNames; ///< from the specification: their states are not reported by the gateway
    SlurmJobId slurmJob; ///< empty: no number known yet
    QString slurmFlags;
    SlurmAsk ask;
    QDateTime created;
    std::optional<QDateTime> deletionAsked; ///< invalid: asked, but when is not known

    /// Phase Running, and every container ready and running. Not yet "usable".
    bool runsByKubernetes() const;
    bool anyContainerRuns() const;
    /// For people: "head", "worker 3" is made by the caller from the order.
    bool hasEnded() const; ///< Failed or Succeeded, or its Ray container terminated
};

/// From one object of a list or a watch: missing fields stay empty. No value: its name or UID is none that Kubernetes gives, so
/// nothing may be done with it.
std::optional<PodView> podFromJson(const QJsonObject &object);
/// Without the objects that have an impossible name.
QList<PodView> podsFromJson(const QJsonArray &items);

/// The options of one `slurm-job.vk.io/flags` text, in every spelling that sbatch knows.
SlurmAsk slurmAskFromFlags(const QString &flags);

} // namespace rayhelm
