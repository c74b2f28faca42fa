#pragma once

#include "core/completion.h"
#include "core/task.h"

#include <deque>
#include <memory>

namespace rayhelm {

enum class ChannelUse { Command, Stream };

/// Keeps the number of open channels below what servers allow (ten with the usual MaxSessions, the master is one). Commands and
/// streams have limits of their own, so that a few watches cannot starve the commands.
class ChannelQueue
{
public:
    static constexpr int mostCommands = 4;
    static constexpr int mostStreams = 5;

    /// Gives its place back when it goes.
    class Place
    {
    public:
        Place(std::weak_ptr<ChannelQueue> queue, ChannelUse use)
            : m_queue(std::move(queue))
            , m_use(use)
        {
        }
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;
        ~Place();

    private:
        std::weak_ptr<ChannelQueue> m_queue;
        ChannelUse m_use;
    };

    /// Waits for a free place, in the order of asking. Errors: Cancelled.
    static Task<std::shared_ptr<Place>> enter(std::shared_ptr<ChannelQueue> queue, ChannelUse use, std::stop_token stop);

    int inUse(ChannelUse use) const { return use == ChannelUse::Command ? m_commands : m_streams; }

private:
    using Turn = Completion<Result<std::shared_ptr<Place>>>;

    int &count(ChannelUse use) { return use == ChannelUse::Command ? m_commands : m_streams; }
    std::deque<Turn> &waiting(ChannelUse use) { return use == ChannelUse::Command ? m_waitingCommands : m_waitingStreams; }
    static void serve(const std::shared_ptr<ChannelQueue> &queue, ChannelUse use);

    int m_commands = 0;
    int m_streams = 0;
    std::deque<Turn> m_waitingCommands;
    std::deque<Turn> m_waitingStreams;
};

} // namespace rayhelm
