#pragma once

#include "cluster/deleterelease.h"
#include "cluster/kubectl.h"

namespace rayhelm {

/// The parts of a deletion, used by deleteRelease and by repair.

/// Lists the pods and notes their Slurm job numbers in a new report on disk. Waits for missing numbers.
Task<GiveBackReport> beginReport(DeleteRequest request, Steps *steps, std::stop_token stop);

/// The pods (or RayClusters) that carry the release's name. A lost link is waited for: the deletion goes on meanwhile.
Task<QJsonArray> listForDeletion(ClusterHost host, ResourceKind kind, Steps *steps, std::stop_token stop);

/// Waits until Kubernetes lists neither the pods nor the RayCluster of the report. No time limit.
Task<GiveBackReport> awaitPodsGone(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

/// The notes, the uninstall and the wait in a row, within one running step of the caller.
Task<GiveBackReport> uninstallWithReport(DeleteRequest request, Steps *steps, std::stop_token stop);

} // namespace rayhelm
