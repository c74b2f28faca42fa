#pragma once

#include "cluster/deleterelease.h"
#include "cluster/releaseguard.h"

namespace rayhelm {

/// The detached `helm uninstall` of one deletion. It is begun once, by the user's word, and after that only followed.

/// Begins it. The job is noted on this computer before, so that it is found again. When the link breaks in this moment the VM is asked
/// whether it has begun. Errors: NotFound (it has not, nothing was deleted; the report says so), what startJob answers.
Task<GiveBackReport> beginUninstall(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

/// Follows it to its end. "Not found" counts as done, a time-out too: pods are slow to go. Errors: what helm answers; NotFound.
Task<GiveBackReport> followUninstall(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop);

enum class DeletionLeft {
    GoesOn,   ///< helm runs or has run: it is followed
    NotBegun, ///< the VM knows nothing of it and the cluster is there: the user decides anew
    Replaced, ///< the cluster is gone and another one has its name
};

struct FoundDeletion {
    DeletionLeft left = DeletionLeft::NotBegun;
    GiveBackReport report; ///< with what was found, also on disk
};

/// What became of a deletion that this computer had noted. Looks only.
Task<FoundDeletion> findDeletion(ClusterHost host, GiveBackReport report, std::stop_token stop);

/// The release that has the name now is not the one that the report is about.
bool isAnotherRelease(const GiveBackReport &report, const ReleaseGuard &guard);

/// Removes what Rayhelm had stored for the deleted installation; what carries another mark stays.
Task<> removeOurs(ClusterHost host, GiveBackReport report, std::stop_token stop);

} // namespace rayhelm
