#include "cluster/waitforlink.h"

#include "core/completion.h"
#include "remote/remotesession.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::WaitForLink)
};

Result<> disconnected()
{
    return failure(ErrorKind::Unreachable, Words::tr("The connection was ended meanwhile."));
}

Task<> waitForState(RemoteSession *session, bool whoeverConnects, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    if (session->state() == LinkState::Connected)
        co_return Result<>();
    if (session->state() == LinkState::Disconnected && !whoeverConnects)
        co_return disconnected();
    const Completion<Result<>> over;
    QObject context;
    QObject::connect(session, &RemoteSession::stateChanged, &context, [over, whoeverConnects](LinkState state) {
        if (state == LinkState::Connected)
            over.complete(Result<>());
        else if (state == LinkState::Disconnected && !whoeverConnects)
            over.complete(disconnected());
    });
    Result<> answer = co_await waitFor(over, stop);
    co_return answer;
}

} // namespace

Task<> waitForLink(RemoteSession *session, std::stop_token stop)
{
    return waitForState(session, true, std::move(stop));
}

Task<> waitForLinkBack(RemoteSession *session, std::stop_token stop)
{
    return waitForState(session, false, std::move(stop));
}

} // namespace rayhelm
