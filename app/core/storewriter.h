#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
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

/// The one thread that writes stored files, so that a slow disk (a home on a network, 2 s for each fsync) never holds up the
/// window. Made with the first write; its end, with the program's, waits for everything.
class StoreWriter
{
public:
    static StoreWriter &instance();
    ~StoreWriter();

    enum class OnFailure { TryAgain, GiveUp };
    /// Hears what became of a content, in the writer's thread.
    using Listener = std::function<void(const Result<> &)>;

    /// No bytes: the file is removed. Whoever listens to a content that a newer one overtook hears of the newer one.
    void put(const QString &path, std::optional<QByteArray> bytes, OnFailure onFailure, Listener listener = {});
    /// Not set: nothing waits for that file. Set, but empty inside: it waits to be removed.
    std::optional<std::optional<QByteArray>> waiting(const QString &path);
    void makeReadOnly() { m_readOnly = true; }
    bool isReadOnly() const { return m_readOnly; }
    /// Returns when everything was tried.
    void flush();

private:
    struct Job {
        QString path;
        std::optional<QByteArray> bytes;
        OnFailure onFailure = OnFailure::TryAgain;
        std::vector<Listener> listeners;
    };

    void run();
    Job &enqueue(const QString &path);
    void tell(const Result<> &result);
    static Result<> perform(const QString &path, const std::optional<QByteArray> &bytes);

    std::mutex m_mutex;
    std::condition_variable m_more;
    std::deque<Job> m_jobs; ///< the first one may be running
    std::map<QString, std::optional<QByteArray>> m_unwritten; ///< what failed, until it is tried again
    std::chrono::steady_clock::time_point m_tryAgainAt;
    std::atomic<bool> m_readOnly = false;
    bool m_firstRuns = false;
    bool m_ending = false;
    bool m_failing = false;
    std::thread m_thread;
};

} // namespace rayhelm
