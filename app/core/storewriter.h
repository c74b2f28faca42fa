#pragma once

#include "core/storelane.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace rayhelm {

/// Writes stored files in threads of its own, so that a slow disk (a home on a network, 2 s for each fsync) never holds up the window.
/// What was typed waits for no other file; files that are notes of one journey keep their order. Its end, with the program's, waits
/// for everything.
class StoreWriter
{
public:
    using OnFailure = StoreLane::OnFailure;
    using Listener = StoreLane::Listener;

    static StoreWriter &instance();
    ~StoreWriter();

    /// See StoreLane.
    void put(const QString &path, std::optional<QByteArray> bytes, OnFailure onFailure, Listener listener = {});
    std::optional<std::optional<QByteArray>> waiting(const QString &path);
    void makeReadOnly() { m_readOnly = true; }
    bool isReadOnly() const { return m_readOnly; }
    /// Returns when everything was tried.
    void flush();

private:
    StoreLane &laneOf(const QString &path);
    void tell(const Result<> &result);

    std::mutex m_mutex; ///< of the map and of m_failing
    std::map<QString, std::unique_ptr<StoreLane>> m_lanes;
    std::atomic<bool> m_readOnly = false;
    bool m_failing = false;
};

} // namespace rayhelm
