#pragma once

#include "cluster/deleterelease.h"

namespace rayhelm {

/// The parts of a deletion, used by deleteRelease and by repair.

/// Lists the pods and notes their Slurm job numbers in a new report on disk. Waits for missing numbers.
Task<GiveBackReport> beginReport(DeleteRequest request, Steps *steps, std::stop_token stop);

/// `helm uninstall` as a detached job, then what Rayhelm itself had stored. "Not found" counts as done.
Task<GiveBackReport> uninstall(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

/// Waits until Kubernetes lists neither pods nor the RayCluster. No time limit.
Task<GiveBackReport> awaitPodsGone(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

/// The three in a row, within one running step of the caller.
Task<GiveBackReport> uninstallWithReport(DeleteRequest request, Steps *steps, std::stop_token stop);

} // namespace rayhelm
