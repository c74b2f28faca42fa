#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <memory>

namespace rayhelm {

class TunnelWay;

/// Where Ray's dashboard is reached: a forwarded port of this computer, or an Ingress with a path prefix and a password.
struct RayAddress {
    QUrl base; ///< http or https, without user information; a path is a prefix that every request keeps
    QString user; ///< for the Ingress' Basic authentication; empty: none
    std::shared_ptr<const Secret> password; ///< shared by all copies of the address; may be null
    bool isTunnel = false; ///< a forwarded port: what is behind it is the cluster, nothing in between
    std::shared_ptr<const TunnelWay> way; ///< of a tunnel: requests are sent while it is open, and answers must have come over it

    /// "Basic ...", or empty when no user is set. Never logged.
    QByteArray authorization() const;
    /// The password leaves this computer in clear (http to another machine).
    bool isUnprotected() const;
};

/// The port of this computer that leads to the head's dashboard.
RayAddress tunnelAddress(quint16 localPort, std::shared_ptr<const TunnelWay> way = nullptr);

/// An address typed by a person. "host" and "host:port" get https://. InvalidInput: ray:// (the client protocol, not
/// HTTP), other schemes, user information in the address, a query, no host.
Result<RayAddress> ingressAddress(const QString &text, const QString &user, Secret password);

} // namespace rayhelm
