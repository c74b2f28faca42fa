#pragma once

#include "cluster/clusterhost.h"
#include "core/oneatatime.h"

namespace rayhelm {

class Connection;
class SessionEdges;

/// What changes the cluster of a profile. One at a time; what only looks (preview, proof) has turns of its own.
enum class ClusterWork { Install, Repair, Delete, Resume };
using ClusterTurns = OneAtATime<ClusterWork>;

/// What every operation on the profile's cluster needs.
ClusterHost clusterHost(const SessionEdges &edges, const Connection &connection);

/// The refusal of whatever was asked for while `running` has the turn.
Error clusterIsBusy(ClusterWork running);

} // namespace rayhelm
