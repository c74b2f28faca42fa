#pragma once

#include "core/task.h"

#include <chrono>

namespace rayhelm {

/// Waits for `duration`, or ends with Cancelled as soon as `stop` is requested.
Task<> sleepFor(std::chrono::milliseconds duration, std::stop_token stop);

} // namespace rayhelm
