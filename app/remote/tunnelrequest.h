#pragma once

#include <QByteArray>

#include <optional>

namespace rayhelm {

/// The head of one HTTP request that arrived at the tunnel, and what is sent on of it.
struct TunnelRequest {
    QByteArray head;   ///< for Ray: without the way's name, the connection ends with the answer
    QByteArray way;    ///< of a request of our own: the way that it was meant for; empty: a browser or another program
    qint64 bodySize = 0; ///< bytes that may follow; -1: until the connection ends (chunks, web socket)

    /// Reads a head with its empty line, that was sent to 127.0.0.1:`port`. No value: nothing that may be sent on. It names another
    /// host (a page whose name was turned to this computer), comes from a page of another origin, or can be read in two ways.
    static std::optional<TunnelRequest> read(const QByteArray &head, quint16 port);
};

/// The header in which our own requests name their way, and in which the tunnel answers that they came through it.
inline constexpr char wayHeader[] = "X-Rayhelm-Way";

} // namespace rayhelm
