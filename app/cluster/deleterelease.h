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
    std::optional<int> runningJobs; ///< Ray jobs that run now, anybody's; not set: they could not be asked for
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

/// Whether the exact name must be typed, and why (a sentence; empty: no need). What is not known counts as a reason.
QString typedNameReason(const DeleteConsent &consent, Ownership ownership);

QStringList deleteStepNames();

/// The steps: 1 Save logs, 2 Note Slurm job numbers, 3 Stop jobs (Ray jobs are the caller's, between the first two functions), 4 helm
/// delete, 5 Pods gone, 6 Proof from the HPC. Each function takes what the one before has given.

/// Steps 1 and 2, and the beginning of 3. The report is on disk; nothing is deleted yet, and `stop` takes it back. Errors: Conflict
/// (needs the typed name), Cancelled, what kubectl answers.
Task<GiveBackReport> prepareDelete(DeleteRequest request, Steps *steps, std::stop_token stop);
/// Begins step 4. When it has returned, helm goes on at the VM whatever becomes of this computer. `stop` ends only our waiting from
/// here on. Errors: NotFound (not begun, nothing was deleted), what startJob answers.
Task<GiveBackReport> beginDelete(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);
/// Steps 4 and 5 of a deletion that has begun, now or before a restart. Errors: what helm answers, Cancelled.
Task<GiveBackReport> followDelete(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);
/// Step 6: asks Slurm for a while, when the HPC login node is connected. No proof is an outcome, not a failure. Errors: Cancelled.
Task<GiveBackReport> awaitProof(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

/// All of it.
Task<GiveBackReport> deleteRelease(DeleteRequest request, Steps *steps, std::stop_token stop);

/// Asks the HPC login node about the jobs of a report and keeps the answer in it.
Task<GiveBackReport> proveGivenBack(ClusterHost host, GiveBackReport report, std::stop_token stop);

} // namespace rayhelm
