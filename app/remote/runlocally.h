#pragma once

#include "core/task.h"
#include "remote/launcher.h"

#include <chrono>

namespace rayhelm {

/// What a short program of this computer has said.
struct LocalOutput {
    int exitStatus = 0;
    QByteArray out;
    QByteArray err;
};

/// Runs a program to its end. Errors: NotFound (it cannot be started), TimedOut, Cancelled; a non-zero exit status is a value.
Task<LocalOutput> runLocally(ProcessLauncher *launcher, ProcessPlan plan, std::chrono::milliseconds limit,
                             std::stop_token stop);

} // namespace rayhelm
