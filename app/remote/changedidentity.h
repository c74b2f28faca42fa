#pragma once

#include "remote/knownhosts.h"
#include "remote/question.h"
#include "remote/sshway.h"

#include <optional>

namespace rayhelm {

/// The question about the first machine of the way whose key is not the known one. Everything in it comes from this computer: the name
/// from ssh's settings, the known key from known_hosts, the new one from what ssh writes about every key that it is shown. Errors:
/// NotFound (no machine has changed its key), Protocol (what ssh's log says contradicts itself: a server may have put words into it, so
/// nothing is offered to be forgotten), Cancelled.
Task<Question> askAboutIdentity(const KnownHosts *knownHosts, SshPaths paths, QList<HopWords> said, std::stop_token stop);

} // namespace rayhelm
