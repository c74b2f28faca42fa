#pragma once

#include "yaml/yamlvalue.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace rayhelm {

/// What one group of pods asks for. Each pod is one Slurm job.
struct GroupRequest {
    QString name; ///< "headgroup", "workergroup", the key of an additional group: as in the label ray.io/group
    bool head = false;
    int pods = 0;                                   ///< replicas within min and max, times numOfHosts
    std::optional<int> nodesPerPod;                 ///< --nodes
    std::optional<int> gpusPerPod;                  ///< not set: not stated
    QString gpuType;
    std::optional<double> cpusPerPod;
    std::optional<double> memoryPerPod;             ///< bytes
    std::optional<std::chrono::seconds> timeLimit;  ///< --time; not set: not stated
    bool onHpc = false;                             ///< runs behind the gateway
};

/// Head first, then worker, then additional groups; disabled groups are left out. Chart defaults count where nothing is written.
QList<GroupRequest> groupRequests(const YamlValue &values, const QString &chartVersion = QStringLiteral("1.2.2"));

/// The summary line of the configuration and of the review. Unknown parts are not set and said so.
struct ResourceSummary {
    int heads = 0;
    int workers = 0;
    int nodes = 0;                                    ///< one per pod unless --nodes says more
    std::optional<int> gpus;
    std::optional<double> cpus;
    std::optional<std::chrono::seconds> longestLimit; ///< not set when one group's limit is not stated
    std::optional<double> gpuHours;                   ///< sum over the pods of GPUs times their limit

    QString text() const;     ///< "1 head + 3 workers, 4 GPUs, 256 CPUs, up to 3 h 50 min"
    QString costText() const; ///< "at most 15.3 GPU hours"
    QString reviewText() const; ///< "This asks the HPC for 4 nodes, 4 GPUs, ... : at most 15.3 GPU hours."
};

ResourceSummary summarize(const YamlValue &values, const QString &chartVersion = QStringLiteral("1.2.2"));

} // namespace rayhelm
