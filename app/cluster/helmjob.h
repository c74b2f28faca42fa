#pragma once

#include "cluster/clusterhost.h"
#include "core/outputlines.h"
#include "core/steps.h"
#include "core/task.h"
#include "remote/remotejob.h"

namespace rayhelm {

/// How a detached helm ended.
struct HelmJobEnd {
    bool vanished = false; ///< killed, or the machine was restarted: nobody knows how far it came
    int exitStatus = -1;
    QString output;        ///< the last lines, plain
};

/// Starts a detached helm on the VM. A cut link is waited for; the same spec never starts twice.
Task<> startHelm(ClusterHost host, RemoteJobSpec spec, Steps *steps, std::stop_token stop);

/// Follows its output to the end, across cuts of the link, and removes its traces. Errors: Cancelled, NotFound (there is
/// no such job), Unreachable (disconnected for good).
Task<HelmJobEnd> followHelm(ClusterHost host, RemoteJob job, OutputLines *output, Steps *steps, std::stop_token stop);

/// Asks it to stop and waits until nothing of it runs.
Task<> stopHelmJob(ClusterHost host, RemoteJob job, std::stop_token stop);

/// Its failure in plain words.
Error helmJobError(const ClusterHost &host, const HelmJobEnd &end);

} // namespace rayhelm
