// What comes over the socket of a job's log: frames of every kind, whole, cut, with lengths that lie, and other answers than a web
// socket's. The socket always tells its end, nothing is given on twice or out of order, and honest text arrives whole.
#include "fuzzing.h"
#include "jobs/logsocket.h"

#include <QCoroTask>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>

using namespace rayhelm;

const std::size_t fuzzChoices = 5;

namespace {

/// Answers the upgrade and sends what it was given.
class Server : public QObject
{
public:
    Server()
    {
        makeApplication();
        require(m_server.listen(QHostAddress::LocalHost), "no port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *peer = m_server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [this, peer] { read(peer); });
            connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        });
    }
    RayAddress address() const
    {
        RayAddress address;
        address.base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
        return address;
    }

    QByteArray answer; ///< to the upgrade; empty: the right one
    QByteArray frames;

private:
    void read(QTcpSocket *peer)
    {
        const QByteArray seen = peer->peek(64 * 1024);
        if (!seen.contains("\r\n\r\n"))
            return;
        peer->disconnect(this);
        const QByteArray name = "Sec-WebSocket-Key: ";
        const qsizetype at = seen.indexOf(name) + name.size();
        const QByteArray accepted
            = QCryptographicHash::hash(seen.mid(at, seen.indexOf('\r', at) - at) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
                  .toBase64();
        peer->readAll();
        peer->write(answer.isEmpty() ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accepted
                                           + "\r\n\r\n"
                                     : answer);
        peer->write(frames);
        peer->disconnectFromHost();
    }

    QTcpServer m_server;
};

/// `lie`: how much longer than it is the frame says to be; 255: longer than anything.
QByteArray frame(std::uint8_t head, const QByteArray &content, std::uint8_t lie)
{
    const quint64 length = lie == 255 ? ~quint64(0) >> 1 : quint64(content.size()) + lie;
    QByteArray bytes(1, char(head));
    const auto number = [&bytes, length](int digits) {
        for (int i = digits - 1; i >= 0; --i)
            bytes += char(length >> (8 * i));
    };
    if (length < 126) {
        bytes += char(length);
    } else if (length < 65536) {
        bytes += char(126);
        number(2);
    } else {
        bytes += char(127);
        number(8);
    }
    return bytes + content;
}

} // namespace

void fuzzOne(const std::uint8_t *choices, const QByteArray &part)
{
    static Server server;
    const QByteArray text = choices[0] & 0x20 ? part.repeated(100).left(60'000) : part; // more than is given on at once
    const bool honest = choices[0] % 2 == 0;
    const bool raw = choices[0] % 8 == 1;
    server.answer = choices[0] % 16 == 3 ? text + "\r\n\r\n" : QByteArray();
    server.frames = raw ? text : QByteArray();
    QByteArray sent;
    bool isText = true;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; !raw && i < lines.size(); ++i) {
        const QByteArray content = lines.at(i) + '\n';
        server.frames += frame(honest ? 0x81 : choices[1 + i % 3], content, honest ? 0 : i % 4 == 1 ? choices[4] : 0);
        sent += content;
        isText = isText && QString::fromUtf8(content).toUtf8() == content;
    }
    QString got;
    LogSocket socket(server.address(), QStringLiteral("rayhelm-a-1"));
    QObject::connect(&socket, &LogSocket::textReceived, [&got](qint64 position, const QString &piece) {
        require(position == got.size(), "given on twice, or out of order");
        got += piece;
    });
    socket.open();
    const Result<bool> closed = QCoro::waitFor(socket.waitForClose(std::chrono::seconds(20), {}));
    require(closed && *closed, "the end was not told");
    require(got.size() <= server.frames.size() + server.answer.size(), "more than was sent");
    if (honest && isText)
        require(got.toUtf8() == sent, "honest text was lost");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}
