#pragma once

#include "cluster/installrelease.h"
#include "cluster/releaseguard.h"

namespace rayhelm {

/// The note about an install that is about to begin. An upgrade of our own release keeps its id.
InstallRecord newRecord(const InstallRequest &request, const ReleaseGuard &guard);

/// The second values file: what Rayhelm adds to the user's. InvalidInput when those cannot be read.
Result<QByteArray> overlayFor(const InstallRequest &request, const InstallRecord &record);

} // namespace rayhelm
