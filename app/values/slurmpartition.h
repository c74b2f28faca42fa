#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace rayhelm {

/// A queue of the HPC, as Slurm's `sinfo` lists it.
struct SlurmPartition {
    QString name;
    bool isDefault = false;
    std::optional<std::chrono::seconds> longest; ///< longest time limit of a job; not set: none, or not known

    bool operator==(const SlurmPartition &) const = default;
};

using SlurmPartitions = QList<SlurmPartition>;

} // namespace rayhelm
