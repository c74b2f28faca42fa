#pragma once

#include "cluster/clusterhost.h"
#include "cluster/helm.h"
#include "core/outputlines.h"
#include "core/steps.h"
#include "core/task.h"

namespace rayhelm {

enum class RepairAction { None, Wait, Uninstall, RollBack, UninstallAgain };

/// What a cut-off helm has left behind, and the safe step out of it (domain.md C5).
struct LeftState {
    ReleaseInfo release;
    bool helmRuns = false; ///< a helm process still works on the VM
    RepairAction action = RepairAction::None;
    int goodRevision = 0;  ///< for RollBack
    QString words;         ///< what was found
    QString proposal;      ///< what repair would do
};

/// From the release's revisions, newest last.
LeftState leftStateFrom(const QList<ReleaseInfo> &history, bool helmRuns, const QDateTime &now);

Task<LeftState> readLeftState(ClusterHost host, std::stop_token stop);

QStringList repairStepNames();
/// Reads the state again, and takes the proposed step when it is still the same. Errors: Conflict (a helm runs, or the
/// release is not ours), Cancelled, what helm answers.
Task<LeftState> repairRelease(ClusterHost host, OutputLines *output, Steps *steps, std::stop_token stop);

} // namespace rayhelm
