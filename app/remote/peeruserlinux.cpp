#include "remote/peeruser.h"

#include <QFile>
#include <QList>

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <optional>

namespace rayhelm {

namespace {

/// Both ends of a connection over IPv4, as the other program sees it.
struct Ends {
    sockaddr_in theirs{};
    sockaddr_in ours{};
};

/// What the system knows about the other program's socket.
struct PeerSocket {
    uid_t user = 0;
    bool isOpen = false; ///< connected, and a process has it: a closed one belongs to nobody and is shown as root's
};

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int number() const { return m_number; }

private:
    int m_number;
};

std::optional<Ends> endsOf(int socket)
{
    Ends ends;
    socklen_t size = sizeof ends.theirs;
    if (::getpeername(socket, reinterpret_cast<sockaddr *>(&ends.theirs), &size) != 0 || ends.theirs.sin_family != AF_INET)
        return std::nullopt;
    size = sizeof ends.ours;
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&ends.ours), &size) != 0 || ends.ours.sin_family != AF_INET)
        return std::nullopt;
    return ends;
}

struct DiagRequest {
    nlmsghdr header{};
    inet_diag_req_v2 question{};
};

DiagRequest questionFor(const Ends &ends)
{
    DiagRequest request;
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.question.sdiag_family = AF_INET;
    request.question.sdiag_protocol = IPPROTO_TCP;
    request.question.idiag_states = ~0U;
    request.question.id.idiag_sport = ends.theirs.sin_port;
    request.question.id.idiag_dport = ends.ours.sin_port;
    request.question.id.idiag_src[0] = ends.theirs.sin_addr.s_addr;
    request.question.id.idiag_dst[0] = ends.ours.sin_addr.s_addr;
    request.question.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
    request.question.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    return request;
}

/// Asks the kernel for exactly this socket. Where there is none it may name a listener of the same port: that one has no other end.
std::optional<PeerSocket> askKernel(const Ends &ends)
{
    const Descriptor channel(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    const DiagRequest request = questionFor(ends);
    if (channel.number() < 0 || ::send(channel.number(), &request, sizeof request, 0) != ssize_t(sizeof request))
        return std::nullopt;
    alignas(nlmsghdr) std::array<char, 4096> answer{};
    // The kernel answers within the call of `send`.
    const ssize_t got = ::recv(channel.number(), answer.data(), answer.size(), MSG_DONTWAIT);
    nlmsghdr header{};
    inet_diag_msg socket{};
    if (got < ssize_t(NLMSG_LENGTH(sizeof socket)))
        return std::nullopt;
    std::memcpy(&header, answer.data(), sizeof header);
    if (header.nlmsg_type != SOCK_DIAG_BY_FAMILY)
        return std::nullopt;
    std::memcpy(&socket, answer.data() + NLMSG_HDRLEN, sizeof socket);
    PeerSocket found;
    found.user = socket.idiag_uid;
    found.isOpen = socket.idiag_state == TCP_ESTABLISHED && socket.idiag_inode != 0 && socket.id.idiag_sport == ends.theirs.sin_port
        && socket.id.idiag_dport == ends.ours.sin_port;
    return found;
}

/// "0100007F:1F90", as /proc/net/tcp writes an address: the number as it lies in memory.
QByteArray written(const sockaddr_in &end, const char *format)
{
    std::array<char, 64> text{};
    qsnprintf(text.data(), text.size(), format, end.sin_addr.s_addr, unsigned(ntohs(end.sin_port)));
    return QByteArray(text.data());
}

/// Where the kernel answers no such questions: its own list, also of IPv6 sockets that talk IPv4.
std::optional<PeerSocket> readList(const char *list, const char *format, const Ends &ends)
{
    QFile file(QString::fromLatin1(list));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray theirs = written(ends.theirs, format);
    const QByteArray ours = written(ends.ours, format);
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 10 || fields.at(1) != theirs || fields.at(2) != ours)
            continue;
        PeerSocket found;
        found.user = uid_t(fields.at(7).toUInt());
        found.isOpen = fields.at(3) == "01" && fields.at(9) != "0";
        return found;
    }
    return std::nullopt;
}

std::optional<PeerSocket> findPeer(const Ends &ends)
{
    static std::atomic_bool kernelAnswers{false}; // then a socket that it does not know does not exist
    std::optional<PeerSocket> peer = askKernel(ends);
    if (peer)
        kernelAnswers = true;
    if (!peer && !kernelAnswers)
        peer = readList("/proc/net/tcp", "%08X:%04X", ends);
    if (!peer && !kernelAnswers)
        peer = readList("/proc/net/tcp6", "0000000000000000FFFF0000%08X:%04X", ends);
    return peer;
}

bool isConnected(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    return ::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_state == TCP_ESTABLISHED;
}

} // namespace

bool isOwnUser(qintptr socket)
{
    const std::optional<Ends> ends = endsOf(int(socket));
    if (!ends)
        return false;
    const std::optional<PeerSocket> peer = findPeer(*ends);
    if (!peer || !peer->isOpen || peer->user != ::geteuid())
        return false;
    // Only while this end is connected is the socket that was found its other end, and not one that took the port over.
    return isConnected(int(socket));
}

} // namespace rayhelm
