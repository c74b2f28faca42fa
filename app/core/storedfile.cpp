#include "core/storedfile.h"

#include "core/completion.h"
#include "core/storewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::StoredFile)
};

tl::unexpected<Error> notWritten(const QString &path, int code)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(code));
    if (code == ENOSPC || code == EDQUOT)
        return failure(ErrorKind::CommandFailed, Words::tr("There is no space left on this computer to store %1.").arg(path), detail);
    return failure(ErrorKind::CommandFailed, Words::tr("The file %1 could not be written.").arg(path), detail);
}

/// 0, or the error's number.
int writeAll(int file, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(file, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        done += written;
    }
    // Some file systems know no fsync; what they store is then as safe as it gets.
    return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

/// The new name must outlive a power failure, too. A file system that cannot do this does it by itself.
void syncFolder(const QByteArray &folder)
{
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

} // namespace

Result<> makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(path).path();
    if (parent != path) {
        const Result<> made = makePrivateFolder(parent);
        if (!made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return notWritten(path, errno);
    return {};
}

Result<> replaceFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    const QString target = info.isSymLink() && info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QString folder = QFileInfo(target).path();
    const Result<> made = makePrivateFolder(folder);
    if (!made)
        return made;
    // Always the same name, so that a crash leaves one file at most; the next write begins with it anew.
    const QByteArray fresh = QFile::encodeName(target + QStringLiteral(".new"));
    ::unlink(fresh.constData());
    const int file = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return notWritten(path, errno);
    int code = writeAll(file, bytes);
    if (::close(file) != 0 && code == 0)
        code = errno; // a network file system may say only now that the disk is full
    if (code == 0 && ::rename(fresh.constData(), QFile::encodeName(target).constData()) != 0)
        code = errno;
    if (code != 0) {
        ::unlink(fresh.constData());
        return notWritten(path, code);
    }
    syncFolder(QFile::encodeName(folder));
    return {};
}

StoredFile::StoredFile(QString path)
    : m_path(std::move(path))
{
}

bool StoredFile::exists() const
{
    const auto waiting = StoreWriter::instance().waiting(m_path);
    return waiting ? waiting->has_value() : QFile::exists(m_path);
}

QByteArray StoredFile::read() const
{
    if (const auto waiting = StoreWriter::instance().waiting(m_path))
        return waiting->value_or(QByteArray());
    QFile file(m_path);
    // A pipe or a device under our name would be waited for without end.
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > longestStoredFile)
        return {};
    return file.read(qMin(file.size() + 1, longestStoredFile)); // `read` makes room for all that may come
}

QJsonDocument StoredFile::readJson() const
{
    const QByteArray bytes = read();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull() && !bytes.isEmpty())
        keepBroken();
    return document;
}

void StoredFile::keepBroken() const
{
    if (StoredFiles::areReadOnly())
        return;
    const QByteArray name = QFile::encodeName(m_path);
    ::rename(name.constData(), (name + ".broken").constData());
}

void StoredFile::write(const QByteArray &bytes) const
{
    StoreWriter::instance().put(m_path, bytes, StoreWriter::OnFailure::TryAgain);
}

void StoredFile::remove() const
{
    StoreWriter::instance().put(m_path, std::nullopt, StoreWriter::OnFailure::TryAgain);
}

Task<> StoredFile::store(QByteArray bytes, std::stop_token stop) const
{
    const Completion<Result<>> over;
    StoreWriter::instance().put(m_path, bytes, StoreWriter::OnFailure::GiveUp, [over](const Result<> &result) {
        // Completion belongs to the waiting thread, so the answer is given there.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [over, result] { over.complete(result); }, Qt::QueuedConnection);
    });
    Result<> answer = co_await waitFor(over, stop);
    co_return answer;
}

StoredFiles &StoredFiles::instance()
{
    static StoredFiles files;
    return files;
}

void StoredFiles::makeReadOnly()
{
    StoreWriter::instance().makeReadOnly();
}

bool StoredFiles::areReadOnly()
{
    return StoreWriter::instance().isReadOnly();
}

void StoredFiles::flush()
{
    StoreWriter::instance().flush();
}

} // namespace rayhelm
