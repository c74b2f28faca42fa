#include "session/datalock.h"

#include "core/log.h"
#include "remote/sameuser.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace rayhelm {

namespace {

constexpr int pauseMs = 50;
constexpr qint64 longestOrder = 16 * 1024; // bytes; a path has 4096 at most
const QByteArray taken = QByteArrayLiteral("taken\n");

QByteArray asLine(const StartOrder &order)
{
    const QJsonObject object{{QStringLiteral("profile"), order.profileFile}, {QStringLiteral("connect"), order.connects}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

StartOrder fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    StartOrder order;
    order.profileFile = object.value(QLatin1String("profile")).toString();
    order.connects = object.value(QLatin1String("connect")).toBool();
    return order;
}

/// The server's answer to one line, or nothing; no event loop runs yet.
QByteArray askServer(const QString &path, const QByteArray &line, std::chrono::milliseconds patience)
{
    const timeval answerLimit{time_t(patience.count() / 1000), suseconds_t(patience.count() % 1000 * 1000)};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= qsizetype(sizeof address.sun_path))
        return {};
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return {};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &answerLimit, sizeof answerLimit);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &answerLimit, sizeof answerLimit);
    QByteArray answer;
    const bool sent = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && isOfSameUser(socket)
        && ::send(socket, line.constData(), size_t(line.size()), MSG_NOSIGNAL) == ssize_t(line.size());
    if (sent) {
        char bytes[64];
        const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
        answer = QByteArray(bytes, qMax<qsizetype>(count, 0));
    }
    ::close(socket);
    return answer;
}

} // namespace

DataLock::DataLock(QStringList folders, const QString &runtimeDirectory, QObject *parent)
    : QObject(parent)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &folder : std::as_const(folders)) {
        const QString real = QFileInfo(folder).canonicalFilePath();
        if (!real.isEmpty() && !m_folders.contains(real))
            m_folders.append(real);
        hash.addData(real.toUtf8() + '\0');
    }
    const QString name = QString::fromLatin1(hash.result().toHex().left(16));
    m_socketPath = QStringLiteral("%1/rayhelm-%2.start").arg(runtimeDirectory, name);
}

DataLock::~DataLock()
{
    m_server.reset();
    for (const int file : std::as_const(m_locks))
        ::close(file);
}

DataLock::Outcome DataLock::begin(const StartOrder &order)
{
    QElapsedTimer waited;
    waited.start();
    // The other one may just be starting, or ending.
    do {
        if (lock()) {
            listen();
            return Outcome::Ours;
        }
        if (passOn(order, m_patience))
            return Outcome::PassedOn;
        ::poll(nullptr, 0, pauseMs);
    } while (waited.elapsed() < m_patience.count());
    return Outcome::ReadOnly;
}

/// All folders, or none.
bool DataLock::lock()
{
    for (const QString &folder : std::as_const(m_folders)) {
        const QByteArray path = QFile::encodeName(folder + QStringLiteral("/lock"));
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file < 0)
            continue; // a folder that cannot be written has no writer; what cannot be stored is told when it happens
        m_locks.append(file);
        // A file system that knows no locks cannot tell of another writer; the socket still can, on this machine.
        const bool held = ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!held)
            continue;
        for (const int other : std::as_const(m_locks))
            ::close(other);
        m_locks.clear();
        return false;
    }
    return true;
}

bool DataLock::passOn(const StartOrder &order, std::chrono::milliseconds patience) const
{
    return askServer(m_socketPath, asLine(order), patience) == taken;
}

void DataLock::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketPath); // of a process that has crashed: the lock is ours
    if (!m_server->listen(m_socketPath))
        logWarning("session", QStringLiteral("later starts cannot reach this one: ") + m_server->errorString());
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
            if (!isOfSameUser(int(socket->socketDescriptor())))
                socket->abort();
            else if (socket->bytesAvailable() > 0)
                read(socket);
        }
    });
}

void DataLock::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > longestOrder) {
        socket->abort();
        return;
    }
    if (!socket->canReadLine())
        return;
    const StartOrder order = fromLine(socket->readLine(longestOrder));
    Q_EMIT ordered(order); // first: the profile's file may be gone once the other start has ended
    socket->write(taken);
    socket->disconnectFromServer();
}

} // namespace rayhelm
