#pragma once

#include "core/profile.h"

namespace rayhelm {

class Explanations;
class RemoteSession;

/// What every operation on a cluster needs: where it runs, under which names, who explains failures.
/// The services outlive every operation.
struct ClusterHost {
    RemoteSession *session = nullptr; ///< the cloud VM
    RemoteSession *hpc = nullptr;     ///< the HPC login node; nullptr: none, then nothing is proven
    const Explanations *explanations = nullptr; ///< nullptr: failures keep their general words
    Profile profile;
    QString dataDirectory; ///< where install records and give-back reports are kept on this computer
};

} // namespace rayhelm
