#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <coroutine>
#include <memory>
#include <optional>

namespace rayhelm {

/// One answer that a coroutine waits for and that a signal handler, a timer or a stop request gives.
/// The first answer counts, later ones are ignored. The waiting coroutine goes on from the event loop, never from
/// inside the giver's call, so a signal's sender may be destroyed by what follows.
template<typename T>
class Completion
{
    struct State {
        std::optional<T> answer;
        std::coroutine_handle<> waiter;
    };

public:
    /// Gives the answer. Returns false when there was one already.
    bool complete(T answer) const
    {
        if (m_state->answer)
            return false;
        m_state->answer = std::move(answer);
        if (m_state->waiter)
            resumeLater(m_state);
        return true;
    }

    bool isComplete() const { return m_state->answer.has_value(); }

    struct Awaiter {
        std::shared_ptr<State> state;
        bool await_ready() const noexcept { return state->answer.has_value(); }
        void await_suspend(std::coroutine_handle<> waiter) noexcept { state->waiter = waiter; }
        T await_resume() { return std::move(*state->answer); }
    };

    Awaiter operator co_await() const noexcept { return Awaiter{m_state}; }

private:
    static void resumeLater(std::shared_ptr<State> state)
    {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [state] { state->waiter.resume(); }, Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// Waits for `completion`; a stop request answers it with Cancelled. This is the leaf at which every journey is cancelled.
template<typename T>
Task<T> waitFor(Completion<Result<T>> completion, std::stop_token stop)
{
    const std::stop_callback onStop(stop, [completion] { completion.complete(cancelled()); });
    Result<T> answer = co_await completion;
    co_return answer;
}

} // namespace rayhelm
