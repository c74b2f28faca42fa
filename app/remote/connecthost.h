#pragma once

#include "core/profile.h"
#include "core/task.h"

#include <QStringList>

namespace rayhelm {

class RemoteHost;
class SshSession;
class Steps;

/// The seven steps as the user reads them.
QStringList connectSteps(const Profile &profile);

/// Reach the machine, check that it is the one, log in, become root, find helm and kubectl, ask Kubernetes, find KubeRay and
/// the HPC gateway. An error of the first four steps means: not connected. With an error of the last three the session stays
/// connected and `host` holds what is known; the error is returned and kept in its step.
Task<> connectHost(SshSession *session, Profile profile, RemoteHost *host, Steps *steps, std::stop_token stop);

} // namespace rayhelm
