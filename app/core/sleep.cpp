#include "core/sleep.h"

#include "core/completion.h"

#include <QTimer>

namespace rayhelm {

Task<> sleepFor(std::chrono::milliseconds duration, std::stop_token stop)
{
    const Completion<Result<>> over;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [over] { over.complete(Result<>()); });
    timer.start(duration);
    Result<> answer = co_await waitFor(over, stop);
    co_return answer;
}

} // namespace rayhelm
