#pragma once

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

} // namespace rayhelm
