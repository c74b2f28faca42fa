#include "remote/runtimedirectory.h"

#include "core/storedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace rayhelm {

namespace {

/// Measured for ControlPath on Linux; macOS allows four bytes less.
#ifdef Q_OS_MACOS
constexpr qsizetype longestSocketPath = 86;
#else
constexpr qsizetype longestSocketPath = 90;
#endif

const QString pattern = QStringLiteral("/rayhelm-XXXXXX");
const QString ownerFile = QStringLiteral("/process");

bool isUsable(const QString &root)
{
    // ssh expands %, ~ and blanks in a socket's path, so only plain characters are taken.
    static const QRegularExpression plain(QStringLiteral("^/[A-Za-z0-9._/-]*\\z"));
    const QFileInfo info(root);
    return plain.match(root).hasMatch() && root.size() + pattern.size() + 2 <= longestSocketPath && info.isDir()
        && info.isWritable();
}

QString madeBelow(const QString &root)
{
    QByteArray path = QFile::encodeName(root + pattern);
    return ::mkdtemp(path.data()) ? QFile::decodeName(path) : QString();
}

QString wantedRoot(const QString &root)
{
    return root.isEmpty() ? qEnvironmentVariable("XDG_RUNTIME_DIR") : root;
}

/// The process and when it began: a number alone is used again. Where the system does not tell, the number alone.
QByteArray processName(qint64 id)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(id));
    const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return QByteArray::number(id) + ' ' + fields.value(19);
}

bool hasEnded(const QByteArray &name)
{
    const qint64 id = name.left(name.indexOf(' ')).toLongLong();
    return id > 0 && !((::kill(pid_t(id), 0) == 0 || errno == EPERM) && processName(id) == name);
}

/// A folder of this user, closed to others, that a program has made which is gone.
bool isLeftover(const QString &path)
{
    struct stat info{};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != ::getuid()
        || (info.st_mode & 0777) != 0700)
        return false;
    QFile owner(path + ownerFile);
    return QFileInfo(owner.fileName()).isFile() && owner.open(QIODevice::ReadOnly) && hasEnded(owner.read(200));
}

void noteOwner(const QString &path)
{
    QFile file(path + ownerFile);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.write(processName(QCoreApplication::applicationPid()));
}

} // namespace

void RuntimeDirectory::removeLeftovers(const QString &root)
{
    for (const QString &place : {wantedRoot(root), QStringLiteral("/tmp")}) {
        if (place.isEmpty())
            continue;
        const QStringList names = QDir(place).entryList({QStringLiteral("rayhelm-??????")}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
        for (const QString &name : names) {
            const QString path = place + QLatin1Char('/') + name;
            if (isLeftover(path))
                QDir(path).removeRecursively();
        }
    }
}

Result<RuntimeDirectory> RuntimeDirectory::create(const QString &root)
{
    const QString wanted = wantedRoot(root);
    if (!wanted.isEmpty())
        dropped(makePrivateFolder(wanted), "another place is tried below");
    for (const QString &place : {wanted, QStringLiteral("/tmp")}) {
        if (place.isEmpty() || !isUsable(place))
            continue;
        const QString path = madeBelow(place);
        if (!path.isEmpty()) {
            noteOwner(path);
            return RuntimeDirectory(path);
        }
    }
    return failure(ErrorKind::Forbidden,
                   QCoreApplication::translate("rayhelm::RuntimeDirectory",
                                               "No private folder for the connection could be made below %1 or /tmp. "
                                               "Make one of them writable, or free space there.")
                       .arg(wanted));
}

RuntimeDirectory::RuntimeDirectory(QString path)
    : m_path(std::move(path))
{
}

RuntimeDirectory::RuntimeDirectory(RuntimeDirectory &&other) noexcept
    : m_path(std::exchange(other.m_path, QString()))
{
}

RuntimeDirectory &RuntimeDirectory::operator=(RuntimeDirectory &&other) noexcept
{
    if (this != &other) {
        remove();
        m_path = std::exchange(other.m_path, QString());
    }
    return *this;
}

RuntimeDirectory::~RuntimeDirectory()
{
    remove();
}

void RuntimeDirectory::remove()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

} // namespace rayhelm
