#pragma once

#include "cluster/clusterhost.h"
#include "cluster/clusterstatus.h"
#include "cluster/givebackreport.h"
#include "cluster/releaseguard.h"
#include "core/outputlines.h"
#include "core/steps.h"
#include "core/task.h"

namespace rayhelm {

/// What the user has said about deleting.
struct DeleteConsent {
    QString typedName; ///< needed when a job runs, or the release is another's or nobody knows whose
    int runningJobs = 0; ///< Ray jobs that run now
    bool saveLogs = true;
};

struct DeleteRequest {
    ClusterHost host;
    DeleteConsent consent;
    ReleaseGuard guard;        ///< whose the release was when the deletion was allowed; it goes into the report
    ClusterStatus status;      ///< what was shown when the user decided: pods and their Slurm jobs
    OutputLines *output = nullptr;
    QString logDirectory;      ///< where saved logs go; empty: nowhere
    std::chrono::milliseconds jobNumberWait{30000}; ///< for pods without a Slurm job number
    std::chrono::milliseconds poll{2000};
};

/// Whether the exact name must be typed, and why (a sentence; empty: no need).
QString typedNameReason(const DeleteConsent &consent, Ownership ownership);

QStringList deleteStepNames();

/// 1 Save logs, 2 Note Slurm job numbers, 3 Stop jobs (Ray jobs are the caller's: it has stopped them before), 4 helm
/// delete, 5 Pods gone, 6 Proof from the HPC. The report is on disk from step 2 on. `stop` before step 4 cancels the
/// deletion; later it only ends our waiting. Errors: Conflict (needs the typed name), Cancelled, what helm answers.
Task<GiveBackReport> deleteRelease(DeleteRequest request, Steps *steps, std::stop_token stop);

/// Goes on with a deletion whose helm was begun before: steps 4 to 6.
Task<GiveBackReport> resumeDelete(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

/// Asks the HPC login node about the jobs of a report and keeps the answer in it.
Task<GiveBackReport> proveGivenBack(ClusterHost host, GiveBackReport report, std::stop_token stop);

} // namespace rayhelm
