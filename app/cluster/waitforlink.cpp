#include "cluster/waitforlink.h"

#include "core/completion.h"
#include "remote/remotesession.h"

namespace rayhelm {

Task<> waitForLink(RemoteSession *session, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    if (session->state() == LinkState::Connected)
        co_return Result<>();
    const Completion<Result<>> connected;
    QObject context;
    QObject::connect(session, &RemoteSession::stateChanged, &context, [connected](LinkState state) {
        if (state == LinkState::Connected)
            connected.complete(Result<>());
    });
    Result<> answer = co_await waitFor(connected, stop);
    co_return answer;
}

} // namespace rayhelm
