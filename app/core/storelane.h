#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace rayhelm {

/// Files that are written one after another, in the order of the calls, by a thread of their own; of several waiting contents of a file
/// only the newest is written. The thread is made with the first write.
class StoreLane
{
public:
    enum class OnFailure { TryAgain, GiveUp };
    /// Hears what became of a content, in the lane's thread.
    using Listener = std::function<void(const Result<> &)>;

    /// `told` hears of every write, in the lane's thread.
    explicit StoreLane(Listener told);
    ~StoreLane(); ///< waits for everything

    /// No bytes: the file is removed. Whoever listens to a content that a newer one overtook hears of the newer one.
    void put(const QString &path, std::optional<QByteArray> bytes, OnFailure onFailure, Listener listener);
    /// Only for `waiting`: nothing is written.
    void remember(const QString &path, std::optional<QByteArray> bytes);
    /// Not set: nothing waits for that file. Set, but empty inside: it waits to be removed.
    std::optional<std::optional<QByteArray>> waiting(const QString &path);
    /// Returns when everything was tried.
    void flush();
    /// What failed is tried once more, and then no more.
    void end();

private:
    struct Job {
        QString path;
        std::optional<QByteArray> bytes;
        OnFailure onFailure = OnFailure::TryAgain;
        std::vector<Listener> listeners;
    };

    void run();
    Job &enqueue(const QString &path);
    void finish(const Result<> &result);
    static Result<> perform(const QString &path, const std::optional<QByteArray> &bytes);

    Listener m_told;
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::deque<Job> m_jobs; ///< the first one may be running
    std::map<QString, std::optional<QByteArray>> m_unwritten; ///< what failed, until it is tried again
    std::chrono::steady_clock::time_point m_tryAgainAt;
    bool m_firstRuns = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace rayhelm
