#pragma once

#include "jobs/folderwalk.h"

namespace rayhelm {

/// Writes the visited paths into a zip in a temporary folder and names it as Ray would. The hash is taken from the very bytes that
/// go into the zip, so a file that changes meanwhile cannot get another file's name. Errors: Cancelled, Forbidden (a file cannot be
/// read), CommandFailed (no room).
Result<PackedDirectory> packWalk(const FolderWalk &walk, std::stop_token stop);

/// Bytes of the zip for these members.
qint64 packedSizeOf(const FolderWalk &walk);

} // namespace rayhelm
