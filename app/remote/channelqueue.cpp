#include "remote/channelqueue.h"

namespace rayhelm {

ChannelQueue::Place::~Place()
{
    const std::shared_ptr<ChannelQueue> queue = m_queue.lock();
    if (!queue)
        return;
    --queue->count(m_use);
    serve(queue, m_use);
}

Task<std::shared_ptr<ChannelQueue::Place>> ChannelQueue::enter(std::shared_ptr<ChannelQueue> queue, ChannelUse use,
                                                               std::stop_token stop)
{
    const Turn turn;
    queue->waiting(use).push_back(turn);
    serve(queue, use);
    Result<std::shared_ptr<Place>> place = co_await waitFor(turn, stop);
    co_return place;
}

void ChannelQueue::serve(const std::shared_ptr<ChannelQueue> &queue, ChannelUse use)
{
    const int most = use == ChannelUse::Command ? mostCommands : mostStreams;
    std::deque<Turn> &waiting = queue->waiting(use);
    while (queue->count(use) < most && !waiting.empty()) {
        const Turn turn = waiting.front();
        waiting.pop_front();
        if (turn.isComplete()) // cancelled meanwhile
            continue;
        ++queue->count(use);
        turn.complete(std::make_shared<Place>(queue, use));
    }
}

} // namespace rayhelm
