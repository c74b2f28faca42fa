#include "fakeray.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QWebSocket>

namespace rayhelm {

FakeRay::FakeRay(QObject *parent)
    : QObject(parent)
    , m_webSockets(QStringLiteral("Ray"), QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeRay::connected);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &FakeRay::openSocket);
}

bool FakeRay::start()
{
    const bool listens = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = m_server.serverPort();
    return listens;
}

void FakeRay::stop()
{
    m_server.close();
    cut();
}

void FakeRay::append(const QString &text)
{
    log += text;
    for (QWebSocket *socket : std::as_const(m_sockets))
        sendPieces(socket, text);
}

void FakeRay::cut()
{
    for (QWebSocket *socket : std::exchange(m_sockets, {})) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void FakeRay::closeCleanly()
{
    for (QWebSocket *socket : std::exchange(m_sockets, {}))
        socket->close();
}

void FakeRay::connected()
{
    while (QTcpSocket *connection = m_server.nextPendingConnection()) {
        connect(connection, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
        connect(connection, &QTcpSocket::disconnected, connection, &QObject::deleteLater);
        read(connection);
    }
}

void FakeRay::read(QTcpSocket *connection)
{
    const QByteArray seen = connection->peek(1024 * 1024);
    if (!seen.contains("\r\n\r\n"))
        return;
    if (!seen.toLower().contains("upgrade: websocket")) {
        answer(connection, connection->readAll());
        return;
    }
    ++upgrades;
    lastUpgrade = seen;
    connection->disconnect(this);
    if (refuseSockets) {
        connection->readAll();
        connection->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        connection->disconnectFromHost();
        return;
    }
    m_webSockets.handleConnection(connection);
    Q_EMIT connection->readyRead(); // what has come already
}

void FakeRay::answer(QTcpSocket *connection, const QByteArray &request)
{
    posts += request.startsWith("POST") ? 1 : 0;
    if (cutAfterRequest) {
        connection->abort();
        return;
    }
    QJsonObject body;
    if (request.contains("/logs ")) {
        ++logRequests;
        body.insert(QStringLiteral("logs"), log);
    } else {
        body = {{QStringLiteral("submission_id"), QStringLiteral("rayhelm-a-1")}, {QStringLiteral("status"), status}};
    }
    const QByteArray json = QJsonDocument(body).toJson();
    const int code = httpStatus == 0 ? 200 : httpStatus;
    connection->write("HTTP/1.1 " + QByteArray::number(code) + " Status\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(json.size()) + "\r\nConnection: close\r\n\r\n" + json);
    connection->disconnectFromHost();
}

void FakeRay::openSocket()
{
    QWebSocket *socket = m_webSockets.nextPendingConnection();
    m_sockets.append(socket);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_sockets.removeAll(socket);
        socket->deleteLater();
    });
    sendPieces(socket, log);
}

void FakeRay::sendPieces(QWebSocket *socket, const QString &text) const
{
    for (qsizetype i = 0; i < text.size(); i += pieceSize)
        socket->sendTextMessage(text.mid(i, pieceSize));
}

} // namespace rayhelm
