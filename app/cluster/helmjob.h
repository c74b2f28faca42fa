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

/// The same for what must not begin later than it was asked for: when the link breaks, the VM is asked whether it has begun, and it is
/// never begun again. Errors: NotFound (it has not begun), Unreachable (disconnected before that was known).
Task<> startHelmOnce(ClusterHost host, RemoteJobSpec spec, Steps *steps, std::stop_token stop);

/// Follows its output to the end, across cuts of the link. Its traces stay on the VM until `forgetHelm`, so that an application that
/// dies before it has noted the end finds it again. Errors: Cancelled, NotFound (there is no such job), Unreachable (disconnected
/// for good).
Task<HelmJobEnd> followHelm(ClusterHost host, RemoteJob job, OutputLines *output, Steps *steps, std::stop_token stop);

/// Removes its traces, once its end is noted on this computer.
Task<> forgetHelm(ClusterHost host, RemoteJob job, std::stop_token stop);

/// Asks it to stop and waits until nothing of it runs. Errors: NotFound (there is no such job).
Task<> stopHelmJob(ClusterHost host, RemoteJob job, std::stop_token stop);

/// Its failure in plain words.
Error helmJobError(const ClusterHost &host, const HelmJobEnd &end);

} // namespace rayhelm
