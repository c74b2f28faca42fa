#include "testaccounts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <unistd.h>

namespace {

/// crypt(3): SHA-512 with a fixed salt.
QByteArray passwordHash(const QByteArray &password)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), {QStringLiteral("passwd"), QStringLiteral("-6"), QStringLiteral("-salt"), QStringLiteral("rayhelmtest"), QStringLiteral("-stdin")});
    process.write(password + '\n');
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed();
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text, QFile::Permissions permissions)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.setPermissions(permissions);
}

} // namespace

bool TestAccounts::isPossible()
{
    if (::getuid() != 0)
        return false;
    QProcess process;
    process.start(QStringLiteral("unshare"), {QStringLiteral("-m"), QStringLiteral("true")});
    return process.waitForFinished() && process.exitCode() == 0 && QFile::exists(QStringLiteral("/usr/bin/sudo"));
}

bool TestAccounts::start(const QByteArray &password)
{
    const QString folder = m_sshd.folder();
    const QFile::Permissions readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    QByteArray passwd = content(QStringLiteral("/etc/passwd"));
    QByteArray shadow = content(QStringLiteral("/etc/shadow"));
    const QByteArray hash = passwordHash(password);
    int id = 64001;
    for (const char *user : {"rhpw", "rhfree", "rhno"}) {
        const QString home = folder + QStringLiteral("/homes/") + QString::fromLatin1(user);
        QDir().mkpath(home);
        const QByteArray number = QByteArray::number(id);
        passwd += QByteArray(user) + ":x:" + number + ":65534::" + home.toUtf8() + ":/bin/bash\n";
        shadow += QByteArray(user) + ':' + hash + ":19000:0:99999:7:::\n";
        if (::chown(QFile::encodeName(home).constData(), uid_t(id), 65534) != 0)
            return false;
        ++id;
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    write(folder + QStringLiteral("/passwd"), passwd, readable);
    write(folder + QStringLiteral("/shadow"), shadow, QFile::ReadOwner | QFile::WriteOwner);
    write(folder + QStringLiteral("/sudoers"), "Defaults env_reset\nDefaults secure_path=/usr/sbin:/usr/bin:/sbin:/bin\nroot ALL=(ALL:ALL) ALL\n"
                                               "rhpw ALL=(ALL:ALL) ALL\nrhfree ALL=(ALL:ALL) NOPASSWD: ALL\n", QFile::ReadOwner | QFile::ReadGroup);
    write(folder + QStringLiteral("/record"), "#!/bin/sh\n{ tr -d '\\000'; echo; } >> '" + folder.toUtf8() + "/received-'$PAM_SERVICE\n",
          readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    // seteuid: sudo asks with the caller's real id, as which nothing could be written here.
    for (const QString &service : {QStringLiteral("sshd"), QStringLiteral("sudo")})
        write(folder + QStringLiteral("/pam-") + service,
              "auth optional pam_exec.so expose_authtok quiet seteuid " + folder.toUtf8() + "/record\n" + content(QStringLiteral("/etc/pam.d/") + service), readable);
    const QString mounts = QStringLiteral("for f in passwd shadow sudoers; do mount --bind '%1'/$f /etc/$f; done; "
                                          "for f in sshd sudo; do mount --bind '%1'/pam-$f /etc/pam.d/$f; done").arg(folder);
    m_sshd.runBehind(mounts);
    return startServer();
}

bool TestAccounts::reinstall()
{
    m_sshd.stop();
    m_sshd.changeHostKey();
    m_sshd.keepPort();
    return startServer();
}

bool TestAccounts::startServer()
{
    return m_sshd.start({QStringLiteral("UsePAM yes"), QStringLiteral("PasswordAuthentication yes"), QStringLiteral("KbdInteractiveAuthentication no")});
}

QByteArrayList TestAccounts::received(const QString &service) const
{
    QByteArrayList passwords = content(m_sshd.folder() + QStringLiteral("/received-") + service).split('\n');
    passwords.removeAll(QByteArray());
    return passwords;
}

int TestAccounts::processesShowing(const QByteArray &secret)
{
    int count = 0;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &id : processes)
        count += content(QStringLiteral("/proc/%1/cmdline").arg(id)).contains(secret) || content(QStringLiteral("/proc/%1/environ").arg(id)).contains(secret);
    return count;
}

QStringList TestAccounts::filesContaining(const QString &folder, const QByteArray &secret)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (content(path).contains(secret))
            found.append(path);
    }
    return found;
}
