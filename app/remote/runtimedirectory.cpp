#include "remote/runtimedirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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

} // namespace

Result<RuntimeDirectory> RuntimeDirectory::create(const QString &root)
{
    const QString wanted = root.isEmpty() ? qEnvironmentVariable("XDG_RUNTIME_DIR") : root;
    if (!wanted.isEmpty())
        QDir().mkpath(wanted);
    for (const QString &place : {wanted, QStringLiteral("/tmp")}) {
        if (place.isEmpty() || !isUsable(place))
            continue;
        const QString path = madeBelow(place);
        if (!path.isEmpty())
            return RuntimeDirectory(path);
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
