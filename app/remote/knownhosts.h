#pragma once

#include "core/task.h"
#include "remote/sshtarget.h"

#include <QDate>

namespace rayhelm {

class ProcessLauncher;

/// The application's own known_hosts file, seen through ssh-keygen. Beside it a small file keeps the day on which an identity was
/// trusted, which known_hosts itself does not hold.
class KnownHosts
{
public:
    /// `launcher` must outlive it.
    KnownHosts(ProcessLauncher *launcher, SshPaths paths);

    /// The fingerprints ("SHA256:...") of `host` ("vm", "[vm]:2222") in `file`.
    Task<QStringList> fingerprints(QString host, QString file, std::stop_token stop) const;
    /// Removes `host` from the application's own file, never from the user's.
    Task<> forget(QString host, std::stop_token stop);

    void noteTrusted(const QString &fingerprint);
    /// Not set: trusted elsewhere, or before this file was kept.
    std::optional<QDate> trustedSince(const QString &fingerprint) const;

private:
    QString datesFile() const { return m_paths.knownHosts + QStringLiteral(".dates"); }

    ProcessLauncher *m_launcher;
    SshPaths m_paths;
};

} // namespace rayhelm
