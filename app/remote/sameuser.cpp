#include "remote/sameuser.h"

#include <QtGlobal>

#include <sys/socket.h>
#include <unistd.h>

namespace rayhelm {

bool isOfSameUser(int socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
#else
    Q_UNUSED(socket);
    return true;
#endif
}

} // namespace rayhelm
