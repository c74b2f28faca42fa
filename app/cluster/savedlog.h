#pragma once

#include "core/localfile.h"
#include "core/names.h"
#include "core/task.h"

namespace rayhelm {

/// Writes a pod's log into a new file of `folder`, named after the pod, and returns the file's path. The text is made plain: what a
/// terminal would take as a command, such as colours, is left out. Written in a worker thread. Errors: those of
/// LocalFolder::writeNew.
Task<QString> saveLog(LocalFolder folder, PodName pod, QByteArray log, std::stop_token stop);

} // namespace rayhelm
