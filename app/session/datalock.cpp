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
#include <QVariant>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace rayhelm {

namespace {

constexpr int pauseMs = 50;
constexpr const char *orderName = "order";
constexpr qint64 longestOrder = 16 * 1024; // bytes; a path has 4096 at most
/// What is said after an order. Its reader may have hung until the one who gave it has gone on alone, so that an order counts only when
/// it is confirmed after the reader has answered.
const QByteArray ready = QByteArrayLiteral("ready\n");
const QByteArray go = QByteArrayLiteral("go\n");
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

/// One socket to the process that may write; no event loop runs yet.
class Asker
{
public:
    Asker(const QString &path, std::chrono::milliseconds patience)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval limit{time_t(patience.count() / 1000), suseconds_t(patience.count() % 1000 * 1000)};
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        if (m_socket < 0 || name.size() >= qsizetype(sizeof address.sun_path))
            return;
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && isOfSameUser(m_socket);
    }
    ~Asker()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Q_DISABLE_COPY_MOVE(Asker)

    bool say(const QByteArray &line) const
    {
        return m_isConnected && ::send(m_socket, line.constData(), size_t(line.size()), MSG_NOSIGNAL) == ssize_t(line.size());
    }
    /// Not set: no answer in time. Empty: the other one has ended.
    std::optional<QByteArray> answer() const
    {
        char bytes[64];
        const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return std::nullopt;
        return QByteArray(bytes, qMax<qsizetype>(count, 0));
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

} // namespace

DataLock::DataLock(QStringList folders, const QString &runtimeDirectory, QObject *parent)
    : QObject(parent)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &folder : std::as_const(folders)) {
        const QString real = QFileInfo(folder).canonicalFilePath();
        hash.addData(real.toUtf8() + '\0');
        if (real.isEmpty())
            continue;
        // The second lies on this machine: it holds where the folder's file system knows no locks, or its lock cannot be opened.
        const QByteArray own = QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        m_lockFiles << real + QStringLiteral("/lock") << QStringLiteral("%1/rayhelm-%2.lock").arg(runtimeDirectory, QString::fromLatin1(own));
    }
    m_lockFiles.removeDuplicates();
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

/// All files, or none.
bool DataLock::lock()
{
    for (const QString &path : std::as_const(m_lockFiles)) {
        const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file < 0)
            continue; // a folder that cannot be written has no writer; what cannot be stored is told when it happens
        m_locks.append(file);
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

/// An order is taken or not, never both: once it is confirmed this process does nothing itself, however late the other one acts.
bool DataLock::passOn(const StartOrder &order, std::chrono::milliseconds patience) const
{
    const Asker asker(m_socketPath, patience);
    if (!asker.say(asLine(order)) || asker.answer() != ready || !asker.say(go))
        return false;
    const std::optional<QByteArray> last = asker.answer();
    return !last || *last == taken;
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
    const QByteArray line = socket->readLine(longestOrder);
    const QVariant order = socket->property(orderName);
    if (!order.isValid()) {
        socket->setProperty(orderName, line);
        socket->write(ready);
        return;
    }
    if (line == go) {
        Q_EMIT ordered(fromLine(order.toByteArray())); // first: the profile's file may be gone once the other start has ended
        socket->write(taken);
    }
    socket->disconnectFromServer();
}

} // namespace rayhelm
