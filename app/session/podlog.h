#pragma once

#include "core/names.h"
#include "core/task.h"

namespace rayhelm {

class Connection;
class Explanations;

/// The last `tail` lines of one container's log, made plain, with Kubernetes' times before them where it has some. Empty while the
/// job is in the HPC queue: nothing is written yet. Errors: Cancelled, Unreachable, and what kubectl answers in the catalogue's words.
Task<QString> readPodLog(Connection *connection, const Explanations *explanations, PodName pod, ContainerName container, int tail,
                         bool times, std::stop_token stop);

} // namespace rayhelm
