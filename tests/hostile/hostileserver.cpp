#include "hostileserver.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace rayhelm {

namespace {

constexpr qint64 mostOfEndless = 200 * 1024 * 1024;
constexpr qint64 waitingToBeSent = 1024 * 1024;

QByteArray frame(const QByteArray &text)
{
    QByteArray bytes(1, char(0x81));
    if (text.size() < 126) {
        bytes += char(text.size());
    } else if (text.size() < 65536) {
        bytes += char(126);
        bytes += char(text.size() >> 8);
        bytes += char(text.size() & 0xff);
    } else {
        bytes += char(127);
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += char((quint64(text.size()) >> shift) & 0xff);
    }
    return bytes + text;
}

QByteArray acceptKey(const QByteArray &request)
{
    const QByteArray lower = request.toLower();
    const qsizetype at = lower.indexOf("sec-websocket-key:");
    if (at < 0)
        return {};
    const qsizetype from = at + 18;
    const QByteArray key = request.mid(from, request.indexOf('\r', from) - from).trimmed();
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

/// Writes `block` again and again, as fast as it is read.
void sendEndlessly(QTcpSocket *socket, const QByteArray &block, std::atomic<qint64> &poured)
{
    auto sent = std::make_shared<qint64>(0);
    const auto more = [socket, block, sent] {
        while (*sent < mostOfEndless && socket->bytesToWrite() < waitingToBeSent && socket->state() == QAbstractSocket::ConnectedState)
            *sent += qMax<qint64>(1, socket->write(block));
        if (*sent >= mostOfEndless)
            socket->disconnectFromHost();
    };
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [more, &poured](qint64 bytes) {
        poured += bytes;
        more();
    });
    more();
}

void sendSlowly(QTcpSocket *socket, const QByteArray &bytes)
{
    auto *clock = new QTimer(socket);
    auto at = std::make_shared<qsizetype>(0);
    QObject::connect(clock, &QTimer::timeout, socket, [socket, bytes, at] {
        socket->write(bytes.mid(*at, 500));
        *at += 500;
        if (*at >= bytes.size())
            socket->disconnectFromHost();
    });
    clock->start(100);
}

} // namespace

HostileServer::HostileServer()
{
    start();
    while (m_trapPort == 0)
        msleep(1);
}

HostileServer::~HostileServer()
{
    quit();
    wait();
}

void HostileServer::tell(const QByteArray &part, const Lie &lie)
{
    const QMutexLocker lock(&m_mutex);
    m_lies.insert(part, lie);
}

void HostileServer::forget(const QByteArray &part)
{
    const QMutexLocker lock(&m_mutex);
    m_lies.remove(part);
}

void HostileServer::cut()
{
    QMetaObject::invokeMethod(m_inThread, [this] {
        const QList<QTcpSocket *> sockets = m_inThread->findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    });
}

Lie HostileServer::lieFor(const QByteArray &path)
{
    const QMutexLocker lock(&m_mutex);
    QByteArray best;
    for (auto lie = m_lies.cbegin(); lie != m_lies.cend(); ++lie) {
        if (path.contains(lie.key()) && lie.key().size() > best.size())
            best = lie.key();
    }
    return best.isEmpty() ? Lie{404, {}, "{}", Manner::AtOnce, false} : m_lies.value(best);
}

void HostileServer::run()
{
    QTcpServer server;
    QTcpServer trap;
    server.listen(QHostAddress::LocalHost);
    trap.listen(QHostAddress::LocalHost);
    QObject::connect(&trap, &QTcpServer::newConnection, &trap, [this, &trap] {
        ++m_trapped;
        trap.nextPendingConnection(); // stays open: whoever looks at the connections sees it
    });
    QObject::connect(&server, &QTcpServer::newConnection, &server, [this, &server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            auto seen = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, seen] {
                *seen += socket->readAll();
                if (!seen->contains("\r\n\r\n"))
                    return;
                const QByteArray request = std::exchange(*seen, {});
                if (request.startsWith("GET ") || request.startsWith("POST ") || request.startsWith("PUT ") || request.startsWith("DELETE "))
                    answer(socket, request);
            });
        }
    });
    m_inThread = &server;
    m_port = server.serverPort();
    m_trapPort = trap.serverPort();
    exec();
}

void HostileServer::answer(QTcpSocket *socket, const QByteArray &request)
{
    ++m_requests;
    const QByteArray path = request.mid(0, request.indexOf("\r\n")).split(' ').value(1);
    const Lie lie = lieFor(path);
    if (lie.socket) {
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + acceptKey(request)
                      + "\r\n\r\n");
        QByteArray frames = lie.raw ? lie.body : QByteArray();
        for (const QByteArray &text : lie.raw ? QByteArrayList() : lie.body.split('\n'))
            frames += frame(text + '\n');
        if (lie.manner == Manner::Endless)
            sendEndlessly(socket, frames, m_poured);
        else
            socket->write(frames);
        return;
    }
    if (lie.status == 0) {
        socket->write(lie.body);
        socket->disconnectFromHost();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(lie.status) + " X\r\nConnection: close\r\n" + lie.headers;
    if (lie.manner != Manner::Endless)
        head += "Content-Length: " + QByteArray::number(lie.body.size()) + "\r\n";
    socket->write(head + "\r\n");
    switch (lie.manner) {
    case Manner::AtOnce:
        socket->write(lie.body);
        socket->disconnectFromHost();
        break;
    case Manner::Endless: sendEndlessly(socket, lie.body, m_poured); break;
    case Manner::Slow: sendSlowly(socket, lie.body); break;
    case Manner::Cut:
        socket->write(lie.body.left(lie.body.size() / 2));
        socket->disconnectFromHost();
        break;
    }
}

} // namespace rayhelm
