#pragma once

#include <QtGlobal>

namespace rayhelm {

/// Whether the program at the other end of this connection over 127.0.0.1 runs under the account of this one, as the system
/// itself knows it. `socket` is the descriptor of an accepted TCP connection. False also when that cannot be found out: the other
/// end is closed already, or the system tells nobody.
bool isOwnUser(qintptr socket);

} // namespace rayhelm
