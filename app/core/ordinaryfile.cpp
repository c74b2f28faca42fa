#include "core/ordinaryfile.h"

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace rayhelm {

#ifdef Q_OS_UNIX

namespace {

std::optional<FileIdentity> identityFrom(const struct stat &status)
{
    if (!S_ISREG(status.st_mode))
        return std::nullopt;
    return FileIdentity{quint64(status.st_dev), quint64(status.st_ino)};
}

} // namespace

std::optional<FileIdentity> identityOf(const std::filesystem::path &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? identityFrom(status) : std::nullopt;
}

bool openOrdinary(QFile &file, const std::filesystem::path &path, const FileIdentity &expected)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat status {};
    const bool isIt = ::fstat(descriptor, &status) == 0 && identityFrom(status) == expected;
    if (isIt && file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return true;
    ::close(descriptor);
    return false;
}

#else

// This system's way to tell files apart is not used yet: the name alone decides.
std::optional<FileIdentity> identityOf(const std::filesystem::path &path)
{
    std::error_code problem;
    return std::filesystem::is_regular_file(path, problem) ? std::optional(FileIdentity()) : std::nullopt;
}

bool openOrdinary(QFile &file, const std::filesystem::path &path, const FileIdentity &)
{
    file.setFileName(QString::fromStdU16String(path.u16string()));
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

#endif

} // namespace rayhelm
