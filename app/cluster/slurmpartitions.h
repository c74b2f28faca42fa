#pragma once

#include "core/task.h"
#include "remote/remotesession.h"
#include "values/slurmpartition.h"

namespace rayhelm {

class Explanations;

/// Asks `sinfo` on the HPC login node which partitions there are and how long their jobs may run.
/// NotFound: there is no sinfo. CommandFailed: Slurm did not answer.
Task<SlurmPartitions> listPartitions(RemoteSession *hpc, const Explanations *explanations, std::stop_token stop);

RemoteCommand partitionsCommand();
Result<SlurmPartitions> parsePartitions(const RemoteOutput &output, const Explanations *explanations);

} // namespace rayhelm
