#pragma once

#include "core/task.h"

namespace rayhelm {

class RemoteSession;

/// Waits until the session is connected, whoever connects it and when; at once when it is. For what only looks. Errors: Cancelled.
Task<> waitForLink(RemoteSession *session, std::stop_token stop);

/// Waits until a lost link is back; at once when it is there. Errors: Cancelled, Unreachable (it was disconnected: what connects again
/// later is another wish of the user).
Task<> waitForLinkBack(RemoteSession *session, std::stop_token stop);

} // namespace rayhelm
