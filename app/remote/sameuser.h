#pragma once

namespace rayhelm {

/// Whether the process at the other end of this local (Unix) socket belongs to our user. Elsewhere than on Linux it is always so: the
/// socket's folder is closed to others.
bool isOfSameUser(int socket);

} // namespace rayhelm
