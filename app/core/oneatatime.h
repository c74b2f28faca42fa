#pragma once

#include "core/completion.h"

#include <deque>
#include <memory>
#include <optional>
#include <utility>

namespace rayhelm {

/// One operation at a time on one thing (a cluster, a values file, a login). Whoever works holds the turn, and there is only one:
/// a second operation is refused, and told by `running` what is in the way, or it waits. Who waits is served in the order of
/// asking and before everybody who comes later: a disconnect must not meet the connection after the one that it was meant for.
/// `Work` names what can run.
template<typename Work>
class OneAtATime
{
    struct Waiting {
        Work work;
        Completion<Result<>> served;
    };
    struct State {
        std::optional<Work> running;
        std::deque<Waiting> waiting;
    };

public:
    /// Gives the turn back when it ends, however its journey ends; `end` does so before.
    class Held
    {
    public:
        explicit Held(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {
        }
        Held(const Held &) = delete;
        Held &operator=(const Held &) = delete;
        ~Held() { end(); }

        void end()
        {
            const std::shared_ptr<State> state = std::exchange(m_state, nullptr);
            if (!state)
                return;
            state->running.reset();
            while (!state->running && !state->waiting.empty()) {
                const Waiting next = state->waiting.front();
                state->waiting.pop_front();
                if (next.served.complete(Result<>())) // else it has given up
                    state->running = next.work;
            }
        }

    private:
        std::shared_ptr<State> m_state; ///< nullptr: given back
    };
    using Turn = std::shared_ptr<Held>;

    /// What has the turn; not set: nothing.
    std::optional<Work> running() const { return m_state->running; }
    bool isRunning(Work work) const { return m_state->running == work; }

    /// The turn at once; nullptr: something else has it.
    [[nodiscard]] Turn begin(Work work) { return takeNow(m_state, work); }

    /// The turn as soon as it is free. Errors: Cancelled.
    Task<Turn> take(Work work, std::stop_token stop) { return takeLater(m_state, work, std::move(stop)); }

private:
    static Turn takeNow(const std::shared_ptr<State> &state, Work work)
    {
        if (state->running)
            return nullptr;
        state->running = work;
        return std::make_shared<Held>(state);
    }

    static Task<Turn> takeLater(std::shared_ptr<State> state, Work work, std::stop_token stop)
    {
        if (stop.stop_requested())
            co_return cancelled();
        if (Turn turn = takeNow(state, work))
            co_return turn;
        const Completion<Result<>> served;
        state->waiting.push_back(Waiting{work, served});
        Result<> waited = co_await rayhelm::waitFor(served, stop);
        if (!waited)
            co_return failure(waited.error());
        co_return std::make_shared<Held>(state);
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace rayhelm
