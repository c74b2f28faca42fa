// A library to be preloaded into a Qt program: measures how long its event loop is held.
//
// A thread of its own asks the main thread's event loop for a sign of life, 4 ms after the one before, and notes how long it took to
// come. Nothing is drawn and no window system is involved, so a bare window watched in the same run shows the machine's part alone.
// RAYHELM_LOOPWATCH names the file that holds the answers so far, one time in microseconds per line; it is appended to each second.

#include <QCoreApplication>
#include <QMetaObject>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto pause = 4ms;

const char *path = nullptr; // plain, since the constructor below runs before objects are made
std::atomic<bool> stopped = false;
std::mutex mutex;
std::condition_variable answered;
bool open = false; // a question is on its way

void store(std::vector<long long> &times)
{
    if (std::FILE *file = std::fopen(path, "a")) {
        for (const long long time : times)
            std::fprintf(file, "%lld\n", time);
        std::fclose(file);
    }
    times.clear();
}

/// Microseconds until the loop answered; a loop that never answers again counts with what was waited until the end.
long long ask()
{
    const auto begin = Clock::now();
    {
        const std::lock_guard guard(mutex);
        open = true;
    }
    QMetaObject::invokeMethod(QCoreApplication::instance(), [] {
        const std::lock_guard guard(mutex);
        open = false;
        answered.notify_one();
    }, Qt::QueuedConnection);
    std::unique_lock lock(mutex);
    while (open && !stopped)
        answered.wait_for(lock, 50ms);
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count();
}

void watch()
{
    while (!stopped && (!QCoreApplication::instance() || QCoreApplication::startingUp()))
        std::this_thread::sleep_for(pause);
    qAddPostRoutine([] { stopped = true; });
    ask(); // the loop begins: what came before is the program's start, which is measured elsewhere
    std::vector<long long> times;
    auto stored = Clock::now();
    while (!stopped) {
        times.push_back(ask());
        if (Clock::now() - stored > 1s) {
            store(times);
            stored = Clock::now();
        }
        std::this_thread::sleep_for(pause);
    }
    store(times);
}

[[gnu::constructor]] void begin()
{
    const char *file = std::getenv("RAYHELM_LOOPWATCH");
    if (!file)
        return;
    path = strdup(file);
    // Programs that this one starts are not watched.
    unsetenv("LD_PRELOAD");
    unsetenv("RAYHELM_LOOPWATCH");
    std::thread(watch).detach();
}

} // namespace
