#pragma once

#include "core/profile.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace rayhelm {

/// One machine that the system's ssh client shall log in to.
struct SshTarget {
    QString host; ///< name, address (IPv6 without brackets) or a name of the user's ssh configuration
    quint16 port = 22; ///< 22 leaves the choice to the user's ssh configuration
    QString user; ///< empty leaves the choice to the user's ssh configuration
    LoginKind login = LoginKind::Keys;
    QString identityFile; ///< for LoginKind::KeyFile; "~/" is expanded
    QString jumpHost; ///< "user@host:port" or a name of the user's ssh configuration; empty: none

    /// "user@host", for people.
    QString name() const;
    /// "user@host:port": what a stored password is bound to.
    QString address() const;
};

SshTarget fromProfile(const Profile &profile);
/// The HPC login node of the profile; an empty host when it has none.
SshTarget hpcTarget(const Profile &profile);
/// "user@host:port", "user@[::1]:22" or any part of it.
SshTarget targetFromText(const QString &text);

/// A sentence that belongs beside one field: "host", "port", "user", "identityFile", "jumpHost", "hpcLogin".
struct FieldProblem {
    QString field;
    QString text;
    bool isWarning = false; ///< worth knowing, but one may go on
};

/// What keeps this target from being used. Looks at the key file, but never at the network.
QList<FieldProblem> validate(const SshTarget &target);
/// The same for a whole profile: the VM, the jump host and the HPC login node.
QList<FieldProblem> validate(const Profile &profile);

/// Where things are on this computer.
struct SshPaths {
    QString ssh = QStringLiteral("ssh");
    QString sshKeygen = QStringLiteral("ssh-keygen");
    QString askpass; ///< the helper program; empty: found by `findAskpass`
    QString knownHosts; ///< the application's own file, the only one that is written
    QString userKnownHosts; ///< ~/.ssh/known_hosts, only read
    QString userConfig; ///< ~/.ssh/config
    QString systemConfig = QStringLiteral("/etc/ssh/ssh_config");
    QString runtimeRoot; ///< where the private runtime directories are made; empty: chosen by RuntimeDirectory
};

/// `configDirectory`: the application's own (~/.config/rayhelm); known_hosts lives there.
SshPaths standardSshPaths(const QString &configDirectory);
/// RAYHELM_ASKPASS, else beside the application, else in its libexec folder. Empty when there is none.
QString findAskpass();

/// The text of the generated configuration for `-F`: our settings first (the first value wins), then the user's file and the
/// system's, so that names, keys and jump hosts of the user go on working. It serves the jump host too, so what is meant for
/// one machine only is in `masterArguments`.
/// `through`: the command that leads to the machine, instead of the jump hosts that the user's file names; empty: as the user's file says.
QString sshConfigOverlay(const SshPaths &paths, const QString &through = {});
/// Port, user and jump hosts of `target` as arguments of ssh.
QStringList whoAndWhere(const SshTarget &target);
/// Arguments of the hidden master. Its own words go to `logFile`, see SshLog; `marker` is echoed once the login is complete.
QStringList masterArguments(const SshTarget &target, const QString &configFile, const QString &controlPath, const QString &logFile,
                            const QString &marker);
/// Arguments of one command through the master: it never logs in anew and ignores the user's configuration.
QStringList commandArguments(const QString &controlPath, const QString &commandLine);
/// `-O check|exit|forward|cancel` with further arguments (`-L ...`).
QStringList controlArguments(const QString &controlPath, const QString &request, const QStringList &more = {});

/// The host names of the user's ssh configuration (no patterns), Include followed, in the order of the file.
QStringList sshConfigHosts(const QString &path);

} // namespace rayhelm
