#pragma once

#include "core/task.h"

namespace rayhelm {

class RemoteSession;

/// Waits until the session is connected; at once when it is. Errors: Cancelled.
Task<> waitForLink(RemoteSession *session, std::stop_token stop);

} // namespace rayhelm
