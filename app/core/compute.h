#pragma once

#include "core/completion.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace rayhelm {

/// The threads that compute and write. Not Qt's global ones: Qt paints large areas with those and waits for them, so the window would wait
/// for whatever they do.
inline QThreadPool &workerThreads()
{
    static QThreadPool threads;
    static const bool once = [] {
        qAddPostRoutine([] { workerThreads().waitForDone(); }); // as for Qt's own: before anything that they use goes
        return true;
    }();
    Q_UNUSED(once)
    return threads;
}

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
