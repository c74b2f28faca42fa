#include "remote/countedway.h"

#include <QRandomGenerator>
#include <QTcpSocket>

namespace rayhelm {

namespace {

constexpr qint64 piece = 64 * 1024;
constexpr qint64 buffered = 4 * piece; ///< bytes that wait at most in each direction
const QByteArray user = QByteArrayLiteral("rayhelm");

/// One connection, as RFC 1928 and 1929 (SOCKS 5 with a password) begin it.
class Leading : public QObject
{
    Q_OBJECT
public:
    Leading(QTcpSocket *client, const QString &host, quint16 port, const QByteArray &password)
        : m_client(client)
        , m_host(host)
        , m_port(port)
        , m_password(password)
    {
        m_client->setParent(this);
        m_client->setReadBufferSize(buffered);
        m_server.setReadBufferSize(buffered);
        m_server.setProxy(QNetworkProxy::NoProxy);
        connect(m_client, &QTcpSocket::readyRead, this, &Leading::hear);
        connect(m_client, &QTcpSocket::bytesWritten, this, &Leading::carryAnswer);
        connect(m_client, &QTcpSocket::disconnected, &m_server, &QTcpSocket::abort);
        connect(&m_server, &QTcpSocket::connected, this, [this] {
            answer(Connected);
            m_carries = true;
            hear();
        });
        connect(&m_server, &QTcpSocket::bytesWritten, this, &Leading::hear);
        connect(&m_server, &QTcpSocket::readyRead, this, &Leading::carryAnswer);
        connect(&m_server, &QTcpSocket::errorOccurred, this, &Leading::finish);
        connect(&m_server, &QTcpSocket::disconnected, this, &Leading::finish);
    }
    ~Leading() override
    {
        m_client->disconnect();
        m_server.disconnect();
    }

Q_SIGNALS:
    void received(qint64 bytes);

private:
    enum Reply : char { Connected = 0, Failed = 1, Unreachable = 4, Refused = 5 };

    void hear()
    {
        while (m_carries && m_server.bytesToWrite() < buffered && m_client->bytesAvailable() > 0)
            m_server.write(m_client->read(piece));
        if (!m_carries)
            m_begin += m_client->read(piece);
        const QByteArray greeting("\5\1\2", 3);
        const QByteArray login = QByteArray("\1") + char(user.size()) + user + char(m_password.size()) + m_password;
        if (m_heard == Nothing && takes(greeting)) {
            m_heard = Greeting;
            m_client->write(QByteArray("\5\2", 2));
        } else if (m_heard == Greeting && takes(login)) {
            m_heard = Login;
            m_client->write(QByteArray("\1\0", 2));
        } else if (m_heard == Login && m_begin.size() >= sizeOfAddress()) {
            m_heard = Address; // which is ours anyway
            m_server.connectToHost(m_host, m_port);
        }
    }

    /// Whoever says something else, or more than we have asked for, is let go without a word.
    bool takes(const QByteArray &wanted)
    {
        if (m_begin == wanted) {
            m_begin.clear();
            return true;
        }
        if (!wanted.startsWith(m_begin))
            m_client->abort();
        return false;
    }

    /// Of the request for a server, as far as it has come.
    qsizetype sizeOfAddress() const
    {
        const char kind = m_begin.size() > 4 ? m_begin.at(3) : '\0';
        return kind == 1 ? 10 : kind == 4 ? 22 : kind == 3 ? 7 + quint8(m_begin.at(4)) : 5;
    }

    void answer(Reply reply) { m_client->write(QByteArray{"\5"} + char(reply) + QByteArray("\0\1\0\0\0\0\0\0", 8)); }

    void carryAnswer()
    {
        while (m_carries && m_client->bytesToWrite() < buffered && m_server.bytesAvailable() > 0) {
            const QByteArray bytes = m_server.read(piece);
            m_client->write(bytes);
            Q_EMIT received(bytes.size()); // last: its end may end this
        }
    }

    /// The server has closed: what it has sent still goes on.
    void finish()
    {
        if (!m_carries && m_server.error() == QAbstractSocket::HostNotFoundError)
            answer(Unreachable);
        else if (!m_carries)
            answer(m_server.error() == QAbstractSocket::ConnectionRefusedError ? Refused : Failed);
        else if (m_server.bytesAvailable() > 0)
            m_client->write(m_server.readAll());
        m_client->disconnectFromHost();
    }

    QTcpSocket *m_client;
    QTcpSocket m_server;
    const QString m_host;
    const quint16 m_port;
    const QByteArray m_password;
    enum Heard { Nothing, Greeting, Login, Address };
    Heard m_heard = Nothing;
    QByteArray m_begin; ///< what the client says before it is led on
    bool m_carries = false;
};

} // namespace

CountedWay::CountedWay(const QUrl &server, qint64 most)
    : m_host(server.host())
    , m_port(quint16(server.port(server.scheme() == QLatin1String("https") ? 443 : 80)))
    , m_left(most)
{
    for (int i = 0; i < 4; ++i)
        m_password += QByteArray::number(QRandomGenerator::system()->generate(), 16);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            lead(client);
    });
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.listen(QHostAddress::LocalHost);
}

void CountedWay::lead(QTcpSocket *client)
{
    auto *leading = new Leading(client, m_host, m_port, m_password);
    leading->setParent(this);
    connect(client, &QTcpSocket::disconnected, leading, &QObject::deleteLater);
    connect(leading, &Leading::received, this, [this](qint64 bytes) {
        m_left -= bytes;
        if (m_left < 0)
            Q_EMIT tooLong();
    });
}

QNetworkProxy CountedWay::proxy() const
{
    if (!m_server.isListening())
        return QNetworkProxy::NoProxy;
    return {QNetworkProxy::Socks5Proxy, m_server.serverAddress().toString(), m_server.serverPort(), QString::fromLatin1(user),
            QString::fromLatin1(m_password)};
}

} // namespace rayhelm

#include "countedway.moc"
