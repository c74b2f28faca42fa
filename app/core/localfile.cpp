#include "core/localfile.h"

#include "core/storedfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::LocalFolder)
};

constexpr qsizetype longestName = 100; ///< characters without suffix; file systems end at 255 bytes
constexpr int mostTries = 1000;        ///< files of one name in one folder

bool isAllowed(QChar c)
{
    const ushort code = c.unicode();
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '.' || code == '-'
        || code == '_';
}

tl::unexpected<Error> systemFailure(int code, const QString &summary)
{
    const ErrorKind kind = code == EACCES || code == EPERM || code == EROFS ? ErrorKind::Forbidden
                           : code == ENOENT || code == ENOTDIR              ? ErrorKind::NotFound
                                                                            : ErrorKind::CommandFailed;
    return failure(kind, summary, qt_error_string(code));
}

/// True when every byte is in the file and on the disk; else `errno` says why not.
bool writeAll(int file, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count = ::write(file, content.constData() + done, size_t(content.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        done += count;
    }
    return ::fsync(file) == 0 || errno == EINVAL || errno == EROFS; // not every file system can
}

} // namespace

QString localFileName(const QString &remoteName, const QString &suffix)
{
    QString name;
    for (const QChar c : remoteName.left(longestName))
        name.append(isAllowed(c) ? c : QLatin1Char('_'));
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    if (name == remoteName && !name.isEmpty())
        return name + suffix;
    // Two texts must not meet in one name because of what was left out.
    const QByteArray hash = QCryptographicHash::hash(remoteName.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return name.left(longestName - hash.size() - 1) + (name.isEmpty() ? QStringLiteral("file-") : QStringLiteral("-"))
         + QString::fromLatin1(hash) + suffix;
}

Result<LocalFolder> LocalFolder::open(const QString &path)
{
    const QString summary = Words::tr("The folder %1 cannot be written to.").arg(QDir::toNativeSeparators(path));
    const QByteArray name = QFile::encodeName(path);
    if (path.isEmpty() || name.contains('\0'))
        return systemFailure(ENOENT, summary);
    const QString parent = QDir::cleanPath(path + QStringLiteral("/.."));
    if (const Result<> made = makePrivateFolder(parent); !made)
        return failure(made.error());
    if (::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return systemFailure(errno, summary);
    const int folder = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return systemFailure(errno, summary);
    LocalFolder opened;
    opened.m_path = path;
    opened.m_folder = std::shared_ptr<const int>(new int(folder), [](const int *descriptor) {
        ::close(*descriptor);
        delete descriptor;
    });
    return opened;
}

Result<QString> LocalFolder::writeNew(const QString &remoteName, const QString &suffix, const QByteArray &content) const
{
    if (!m_folder)
        return systemFailure(ENOENT, Words::tr("The file could not be written."));
    for (int number = 1; number <= mostTries; ++number) {
        const QString ending = number == 1 ? suffix : QStringLiteral("-%1%2").arg(number).arg(suffix);
        const QString name = localFileName(remoteName, ending);
        const QByteArray encoded = QFile::encodeName(name);
        const int file = ::openat(*m_folder, encoded.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                  S_IRUSR | S_IWUSR);
        if (file < 0 && (errno == EEXIST || errno == ELOOP))
            continue;
        if (file < 0)
            return systemFailure(errno, Words::tr("%1 could not be written.").arg(name));
        const bool written = writeAll(file, content);
        const int problem = written ? 0 : errno;
        ::close(file);
        if (written)
            return m_path + QLatin1Char('/') + name;
        ::unlinkat(*m_folder, encoded.constData(), 0);
        return systemFailure(problem, Words::tr("%1 could not be written.").arg(name));
    }
    return failure(ErrorKind::Conflict, Words::tr("The folder holds too many files named %1.").arg(localFileName(remoteName, suffix)));
}

} // namespace rayhelm
