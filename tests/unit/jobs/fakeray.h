#pragma once

#include <QTcpServer>
#include <QWebSocketServer>

namespace rayhelm {

/// Ray's dashboard as far as a log follower sees it, on a real port: the job's state, its log, and the log's web socket, which
/// begins at the beginning on every connection.
class FakeRay : public QObject
{
    Q_OBJECT
public:
    explicit FakeRay(QObject *parent = nullptr);
    ~FakeRay() override { cut(); }

    quint16 port() const { return m_port; }
    bool start();       ///< listens (again, on the same port)
    void stop();        ///< nobody is there any more

    void append(const QString &text); ///< the job writes
    void cut();         ///< every web socket breaks without a word
    void closeCleanly();

    QString log;
    QString status = QStringLiteral("RUNNING");
    int httpStatus = 0;         ///< not 0: what every plain request is answered
    bool refuseSockets = false; ///< a proxy that knows no upgrade
    qsizetype pieceSize = 1000; ///< characters per frame
    int upgrades = 0;
    int logRequests = 0;
    int posts = 0;
    bool cutAfterRequest = false; ///< reads a request and breaks the connection
    QByteArray lastUpgrade; ///< the header of the last one

    bool hasSocket() const { return !m_sockets.isEmpty(); }

private:
    void connected();
    void read(QTcpSocket *connection);
    void answer(QTcpSocket *connection, const QByteArray &request);
    void openSocket();
    void sendPieces(QWebSocket *socket, const QString &text) const;

    quint16 m_port = 0;
    QTcpServer m_server;
    QWebSocketServer m_webSockets;
    QList<QWebSocket *> m_sockets;
};

} // namespace rayhelm
