#pragma once

#include "core/completion.h"
#include "core/workerthreads.h"

#include <QCoreApplication>

namespace rayhelm {

/// Runs `function`, which returns a Result<T> and owns all it works on, in a worker thread. A stop request ends the waiting at
/// once; the function should look at the same token and end soon.
template<typename T, typename Function>
Task<T> compute(Function function, std::stop_token stop)
{
    const Completion<Result<T>> over;
    workerThreads().start([function = std::move(function), over] {
        auto answer = std::make_shared<Result<T>>(function());
        // Completion belongs to the waiting thread, so the answer is given there.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [over, answer] { over.complete(std::move(*answer)); }, Qt::QueuedConnection);
    });
    Result<T> answer = co_await waitFor(over, stop);
    co_return answer;
}

} // namespace rayhelm
