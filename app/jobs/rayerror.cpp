#include "jobs/rayanswers.h"

#include "core/text.h"
#include "jobs/rayaddress.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct RayErrors {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RayErrors)
};

/// Ray answers in plain text; a page of HTML comes from a proxy in between.
bool isPage(const HttpReply &reply)
{
    return reply.header("Content-Type").toLower().startsWith("text/html") || reply.body.trimmed().startsWith('<');
}

Error refusedLogin(const HttpReply &reply, const RayAddress &address)
{
    if (reply.body.contains("uthentication token"))
        return {ErrorKind::AuthenticationFailed,
                RayErrors::tr("This Ray cluster asks for a token. Use the tunnel to a cluster without token mode."), {}};
    if (address.user.isEmpty())
        return {ErrorKind::AuthenticationFailed,
                RayErrors::tr("%1 asks for a user name and a password.").arg(address.base.host()), {}};
    return {ErrorKind::AuthenticationFailed,
            RayErrors::tr("%1 did not accept the user name or the password.").arg(address.base.host()), {}};
}

Error tooBig(const HttpReply &reply, const RayAddress &address)
{
    if (isPage(reply))
        return {ErrorKind::InvalidInput,
                RayErrors::tr("The proxy at %1 lets no files of this size through; its limit is often 1 MB. Use the tunnel, or ask "
                              "the proxy's operator to raise the limit.")
                    .arg(address.base.host()),
                {}};
    return {ErrorKind::InvalidInput,
            RayErrors::tr("The files are larger than the 100 MiB that Ray accepts. Leave out what the job does not need."), {}};
}

Error notFound(const HttpReply &reply, const QString &said)
{
    if (isPage(reply) || said.isEmpty() || said == QLatin1String("404: Not Found"))
        return {ErrorKind::NotFound, RayErrors::tr("There is no Ray dashboard at this address. Check its path."), {}};
    return {ErrorKind::NotFound, RayErrors::tr("Ray does not know this: %1").arg(said), {}};
}

Error reported(const QString &text, const QString &said)
{
    if (text.contains(QLatin1String("HTTPRequestEntityTooLarge")))
        return tooBig({}, {});
    if (text.contains(QLatin1String("already exists. Please use a different submission_id")))
        return {ErrorKind::Conflict, RayErrors::tr("Ray already has a job with this name."), {}};
    if (text.contains(QLatin1String("non-terminal state")))
        return {ErrorKind::Conflict, RayErrors::tr("The job has not ended yet. Stop it first."), {}};
    if (text.contains(QLatin1String("No available agent")))
        return {ErrorKind::Protocol,
                RayErrors::tr("Ray has no node ready to start the job. Try again when the cluster is usable."), {}};
    if (said.isEmpty())
        return {ErrorKind::Protocol, RayErrors::tr("Ray reported an error without a text."), {}};
    return {ErrorKind::Protocol, RayErrors::tr("Ray reported an error: %1").arg(said), {}};
}

Error errorFor(const HttpReply &reply, const RayAddress &address, const QString &text)
{
    const QString said = isPage(reply) ? QString() : lastLine(text).left(500);
    const QString host = address.base.host();
    switch (reply.status) {
    case 400:
        return {ErrorKind::InvalidInput, RayErrors::tr("Ray did not accept the request: %1").arg(said), {}};
    case 401:
        return refusedLogin(reply, address);
    case 403:
        if (reply.body.contains("uthentication token"))
            return refusedLogin(reply, address);
        return {ErrorKind::Forbidden, RayErrors::tr("%1 does not allow this.").arg(host), {}};
    case 404:
        return notFound(reply, said);
    case 405:
        return {ErrorKind::Protocol,
                RayErrors::tr("Ray took the request for one of a web browser and refused it. Does a proxy change the request?"), {}};
    case 413:
        return tooBig(reply, address);
    case 502:
    case 503:
    case 504:
        if (isPage(reply) || said.isEmpty())
            return {ErrorKind::Unreachable, RayErrors::tr("%1 answers, but Ray behind it does not.").arg(host), {}};
        break;
    default:
        break;
    }
    if (reply.status >= 300 && reply.status < 400)
        return {ErrorKind::Protocol,
                RayErrors::tr("%1 points to another address: %2. Enter that address if you trust it.")
                    .arg(host, plainText(reply.header("Location"), 500)),
                {}};
    return reported(text, said);
}

} // namespace

Error rayError(const HttpReply &reply, const RayAddress &address)
{
    const QString text = plainText(reply.body, 8000);
    Error error = errorFor(reply, address, text);
    error.detail = QStringLiteral("HTTP %1\n%2").arg(reply.status).arg(text);
    return error;
}

} // namespace rayhelm
