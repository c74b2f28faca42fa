#include "core/storewriter.h"

#include "core/storedfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <utility>

namespace rayhelm {

namespace {
constexpr std::chrono::seconds tryAgainAfter{2};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::StoreWriter)
};

}

StoreWriter &StoreWriter::instance()
{
    StoredFiles::instance(); // made first, so that it goes last: this object's end may still tell of a failure
    static StoreWriter writer;
    return writer;
}

StoreWriter::~StoreWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_more.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreWriter::put(const QString &path, std::optional<QByteArray> bytes, OnFailure onFailure, Listener listener)
{
    const std::lock_guard lock(m_mutex);
    if (m_readOnly) {
        if (onFailure == OnFailure::TryAgain)
            m_unwritten[path] = std::move(bytes);
        if (listener)
            listener(failure(ErrorKind::Conflict, Words::tr("Another Rayhelm uses these data, so nothing can be stored from here.")));
        return;
    }
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

/// The job for that file which has not begun: the one that waits, or a new one.
StoreWriter::Job &StoreWriter::enqueue(const QString &path)
{
    const auto begin = m_jobs.begin() + (m_firstRuns ? 1 : 0);
    const auto same = std::find_if(begin, m_jobs.end(), [&path](const Job &job) { return job.path == path; });
    if (same != m_jobs.end())
        return *same;
    m_jobs.emplace_back().path = path;
    return m_jobs.back();
}

std::optional<std::optional<QByteArray>> StoreWriter::waiting(const QString &path)
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

void StoreWriter::flush()
{
    std::unique_lock lock(m_mutex);
    m_more.wait(lock, [this] { return m_jobs.empty(); });
}

void StoreWriter::run()
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
        tell(result);
        lock.lock();
        Job done = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_firstRuns = false;
        const bool isNewest = std::none_of(m_jobs.begin(), m_jobs.end(), [&path](const Job &job) { return job.path == path; });
        if (!result && done.onFailure == OnFailure::TryAgain && isNewest && !m_ending) {
            if (m_unwritten.empty())
                m_tryAgainAt = std::chrono::steady_clock::now() + tryAgainAfter;
            m_unwritten[path] = bytes;
        }
        for (const Listener &listener : done.listeners)
            listener(result);
        m_more.notify_all();
    }
}

void StoreWriter::tell(const Result<> &result)
{
    if (!result && !m_failing) // once: each further try would say the same
        Q_EMIT StoredFiles::instance().failed(result.error());
    if (result && m_failing)
        Q_EMIT StoredFiles::instance().worksAgain();
    m_failing = !result;
}

Result<> StoreWriter::perform(const QString &path, const std::optional<QByteArray> &bytes)
{
    if (bytes)
        return replaceFile(path, *bytes);
    QFile::remove(path); // a file that cannot be removed is found again, which loses nothing
    return {};
}

} // namespace rayhelm
