#pragma once

#include "driverscreens.h"

namespace rayhelm {

/// Further states of the screens: each level and view of the configuration, each page of a new job, jobs of each kind, a cluster in
/// the queue and its end, accounts, connections that are renamed or removed.
void visitFurtherStates(QSize size, const ScreenVisitor &visit);

} // namespace rayhelm
