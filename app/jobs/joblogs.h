#pragma once

#include "core/result.h"

#include <QString>

#include <functional>

namespace rayhelm {

/// The kept logs of jobs, one file each in one folder of this computer. Bounded (limits.h): of a log that grows too long the newer half
/// stays, and of all logs the oldest ones of ended jobs go first.
class JobLogs
{
public:
    JobLogs() = default;
    explicit JobLogs(QString directory);

    /// Makes the folder. CommandFailed.
    Result<> prepare() const;
    /// Adds to one log. CommandFailed: the disk is full, or the id is none that may name a file.
    Result<> append(const QString &id, const QString &text);
    /// The same behind the first `offset` bytes of the kept log; what an earlier try has left there goes. Returns the bytes that are
    /// kept afterwards. CommandFailed also: another program has made the log shorter.
    Result<qint64> appendAt(const QString &id, qint64 offset, const QByteArray &bytes);
    /// The kept text; empty: there is none.
    QString text(const QString &id) const;
    /// Characters that stood before the kept text and were left out because of the limit.
    qint64 leftOut(const QString &id) const;
    void remove(const QString &id) const;
    /// Takes away the oldest logs for which `mayGo` says yes, until all together are within their limit.
    void makeRoom(const std::function<bool(const QString &id)> &mayGo) const;
    /// Enough was written since `makeRoom` that it may be needed.
    bool wantsRoom() const { return m_written > m_oneLog / 4; }

    /// Where a log lies; empty: the id is none that may name a file.
    QString file(const QString &id) const;

    /// Tests use smaller limits. Bytes.
    void setLimits(qint64 oneLog, qint64 allLogs);

private:
    Result<> shorten(const QString &id) const;
    QString countFile(const QString &id) const;

    QString m_directory;
    qint64 m_oneLog = 0;
    qint64 m_allLogs = 0;
    mutable qint64 m_written = 0; ///< bytes since `makeRoom`
};

} // namespace rayhelm
