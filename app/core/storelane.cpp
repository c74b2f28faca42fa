#include "core/storelane.h"

#include "core/storedfile.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace rayhelm {

namespace {
constexpr std::chrono::seconds tryAgainAfter{2};
}

StoreLane::StoreLane(Listener told)
    : m_told(std::move(told))
{
}

StoreLane::~StoreLane()
{
    end();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreLane::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_more.notify_all();
}

void StoreLane::put(const QString &path, std::optional<QByteArray> bytes, OnFailure onFailure, Listener listener)
{
    const std::lock_guard lock(m_mutex);
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_unwritten.erase(path);
    Job &job = enqueue(path);
    job.bytes = std::move(bytes);
    job.onFailure = onFailure;
    if (listener)
        job.listeners.push_back(std::move(listener));
    m_more.notify_all();
}

void StoreLane::remember(const QString &path, std::optional<QByteArray> bytes)
{
    const std::lock_guard lock(m_mutex);
    m_unwritten[path] = std::move(bytes);
}

/// The job for that file which has not begun: the one that waits, or a new one.
StoreLane::Job &StoreLane::enqueue(const QString &path)
{
    const auto begin = m_jobs.begin() + (m_firstRuns ? 1 : 0);
    const auto same = std::find_if(begin, m_jobs.end(), [&path](const Job &job) { return job.path == path; });
    if (same != m_jobs.end())
        return *same;
    m_jobs.emplace_back().path = path;
    return m_jobs.back();
}

std::optional<std::optional<QByteArray>> StoreLane::waiting(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    const auto newest = std::find_if(m_jobs.rbegin(), m_jobs.rend(), [&path](const Job &job) { return job.path == path; });
    if (newest != m_jobs.rend())
        return newest->bytes;
    const auto unwritten = m_unwritten.find(path);
    if (unwritten == m_unwritten.end())
        return std::nullopt;
    return unwritten->second;
}

void StoreLane::flush()
{
    std::unique_lock lock(m_mutex);
    m_more.wait(lock, [this] { return m_jobs.empty(); });
}

void StoreLane::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        const auto hasWork = [this] { return m_ending || !m_jobs.empty(); };
        if (m_unwritten.empty())
            m_more.wait(lock, hasWork);
        else
            m_more.wait_until(lock, m_tryAgainAt, hasWork);
        // Also between others that arrive without a pause, as while somebody types.
        if (m_ending || std::chrono::steady_clock::now() >= m_tryAgainAt) {
            for (auto &[path, bytes] : std::exchange(m_unwritten, {}))
                enqueue(path).bytes = bytes;
        }
        if (m_jobs.empty() && m_ending)
            return;
        if (m_jobs.empty())
            continue;
        m_firstRuns = true;
        const QString path = m_jobs.front().path;
        const std::optional<QByteArray> bytes = m_jobs.front().bytes;
        lock.unlock();
        const Result<> result = perform(path, bytes);
        m_told(result);
        lock.lock();
        finish(result);
    }
}

/// Of the first job; the mutex is held.
void StoreLane::finish(const Result<> &result)
{
    const Job done = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_firstRuns = false;
    const bool isNewest = std::none_of(m_jobs.begin(), m_jobs.end(), [&done](const Job &job) { return job.path == done.path; });
    if (!result && done.onFailure == OnFailure::TryAgain && isNewest && !m_ending) {
        if (m_unwritten.empty())
            m_tryAgainAt = std::chrono::steady_clock::now() + tryAgainAfter;
        m_unwritten[done.path] = done.bytes;
    }
    for (const Listener &listener : done.listeners)
        listener(result);
    m_more.notify_all();
}

Result<> StoreLane::perform(const QString &path, const std::optional<QByteArray> &bytes)
{
    if (bytes)
        return replaceFile(path, *bytes);
    QFile::remove(path); // a file that cannot be removed is found again, which loses nothing
    return {};
}

} // namespace rayhelm
