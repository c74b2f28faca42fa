#include "jobs/rayaddress.h"

#include "remote/http.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Address {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RayAddress)
};

} // namespace

QByteArray RayAddress::authorization() const
{
    if (user.isEmpty())
        return {};
    return basicAuthorization(user, password ? password->reveal() : QByteArrayView());
}

bool RayAddress::isUnprotected() const
{
    return base.scheme() == QLatin1String("http") && !isLoopback(base);
}

RayAddress tunnelAddress(quint16 localPort, std::shared_ptr<const TunnelWay> way)
{
    RayAddress address;
    address.base.setScheme(QStringLiteral("http"));
    address.base.setHost(QStringLiteral("127.0.0.1"));
    address.base.setPort(localPort);
    address.isTunnel = true;
    address.way = std::move(way);
    return address;
}

Result<RayAddress> ingressAddress(const QString &text, const QString &user, Secret password)
{
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return failure(ErrorKind::InvalidInput, Address::tr("The address of Ray is empty."));
    if (!typed.contains(QLatin1String("://")))
        typed.prepend(QLatin1String("https://")); // a password may follow
    const QUrl url(typed, QUrl::StrictMode);
    if (url.scheme() == QLatin1String("ray"))
        return failure(ErrorKind::InvalidInput,
                       Address::tr("An address with ray:// cannot take jobs. Give the dashboard's address, which begins with "
                                   "http:// or https://."));
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return failure(ErrorKind::InvalidInput, Address::tr("The address of Ray must begin with http:// or https://."));
    if (!url.isValid() || url.host().isEmpty())
        return failure(ErrorKind::InvalidInput, Address::tr("This is not an address: %1").arg(typed), url.errorString());
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::InvalidInput,
                       Address::tr("Leave user name and password out of the address; they have fields of their own."));
    if (url.hasQuery() || url.hasFragment())
        return failure(ErrorKind::InvalidInput, Address::tr("The address of Ray must end before \"?\" and \"#\"."));
    RayAddress address;
    address.base = url.adjusted(QUrl::StripTrailingSlash);
    address.user = user;
    address.password = std::make_shared<const Secret>(std::move(password));
    return address;
}

} // namespace rayhelm
