#pragma once

#include "core/steps.h"
#include "core/task.h"
#include "jobs/jobspec.h"
#include "jobs/rayclient.h"

#include <QPointer>

#include <chrono>
#include <optional>

namespace rayhelm {

/// The names of the steps of `submitJob` in their order: open tunnel (or reach Ray), pack, upload, start.
QStringList submitSteps(const RayAddress &address);

/// How long to look for a job whose start got no answer.
struct SubmitTimes {
    std::chrono::milliseconds settleFor{60000};
    std::chrono::milliseconds settleInterval{1500};
};

/// Submits once: pack, upload unless Ray has the package, start under the spec's own id. When the answer to the start is
/// lost, Ray is asked for that id; the start is never sent a second time. Returns the submission id.
/// Errors: those of packing and of RayClient; Conflict: it is not the Ray any more that it was at the beginning, nothing was started; TimedOut: it is not known whether the job was started (`findJob` tells later), also
/// when `stop` came while the start was on its way.
/// `client` must outlive the call; `steps` may be null.
Task<QString> submitJob(RayClient &client, JobSpec spec, QPointer<Steps> steps, std::stop_token stop,
                        SubmitTimes times = SubmitTimes());

/// Whether Ray knows this submission: no value when it certainly does not. For submissions whose end was not seen.
Task<std::optional<JobDetails>> findJob(RayClient &client, QString submissionId, std::stop_token stop);

/// Asks the job to stop and waits until Ray says that it has ended. Returns its last state.
Task<JobDetails> stopJob(RayClient &client, QString submissionId, std::stop_token stop);

} // namespace rayhelm
