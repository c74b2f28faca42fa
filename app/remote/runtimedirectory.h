#pragma once

#include "core/result.h"

#include <QString>

namespace rayhelm {

/// A private folder (0700) for the sockets of one login. Its path is short, because the system limits a socket's path and ssh
/// adds 17 characters to ours; it is new each time, because a stale socket makes ssh log in anew without a word.
class RuntimeDirectory
{
public:
    /// Below `root`; empty: XDG_RUNTIME_DIR. Where that path is too long or holds unusual characters, below /tmp.
    static Result<RuntimeDirectory> create(const QString &root);

    /// Removes folders below `root` and /tmp whose program has ended without doing so (killed, a crash, the computer was switched off):
    /// only folders of this user, closed to others, whose process is gone.
    static void removeLeftovers(const QString &root);

    RuntimeDirectory(RuntimeDirectory &&other) noexcept;
    RuntimeDirectory &operator=(RuntimeDirectory &&other) noexcept;
    /// Removes the folder with everything in it.
    ~RuntimeDirectory();

    QString path() const { return m_path; }
    QString controlSocket() const { return m_path + QStringLiteral("/c"); }
    QString askpassSocket() const { return m_path + QStringLiteral("/a"); }
    /// Settings and log of hop `number` of the way, from 0.
    QString configFile(int number) const { return m_path + QStringLiteral("/config%1").arg(number); }
    QString logPipe(int number) const { return m_path + QStringLiteral("/log%1").arg(number); }

private:
    explicit RuntimeDirectory(QString path);
    void remove();

    QString m_path;
};

} // namespace rayhelm
