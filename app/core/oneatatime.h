#pragma once

#include "core/completion.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rayhelm {

/// One operation at a time on one thing (a cluster, a values file, a login). Whoever works holds the turn, and there is only one:
/// a second operation is refused, and told by `running` what is in the way, or it waits. `Work` names what can run.
template<typename Work>
class OneAtATime
{
    struct State {
        std::optional<Work> running;
        std::vector<Completion<Result<>>> waiting;
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
            for (const Completion<Result<>> &waiting : std::exchange(state->waiting, {}))
                waiting.complete(Result<>());
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
        while (true) {
            if (stop.stop_requested())
                co_return cancelled();
            if (Turn turn = takeNow(state, work))
                co_return turn;
            const Completion<Result<>> free;
            state->waiting.push_back(free);
            Result<> waited = co_await rayhelm::waitFor(free, stop);
            if (!waited)
                co_return failure(waited.error());
        }
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace rayhelm
