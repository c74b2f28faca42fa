#include "remote/tunnelconnection.h"

#include "remote/tunnellistener.h"
#include "remote/tunnelrequest.h"

namespace rayhelm {

namespace {

constexpr qint64 longestHead = 64 * 1024;
constexpr std::chrono::seconds headLimit{15};
constexpr qint64 piece = 64 * 1024;
constexpr qint64 buffered = 4 * piece; ///< bytes that wait at most in each direction

} // namespace

TunnelConnection::TunnelConnection(qintptr socket, TunnelListener &listener)
    : QObject(&listener)
    , m_listener(listener)
{
    m_client.setReadBufferSize(buffered);
    m_ray.setReadBufferSize(buffered);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TunnelConnection::end);
    connect(&m_client, &QTcpSocket::readyRead, this, &TunnelConnection::readHead);
    connect(&m_client, &QTcpSocket::readyRead, this, &TunnelConnection::carryRequest);
    connect(&m_client, &QTcpSocket::bytesWritten, this, &TunnelConnection::carryAnswer);
    connect(&m_client, &QTcpSocket::disconnected, this, &TunnelConnection::end);
    connect(&m_ray, &QLocalSocket::connected, this, [this] {
        m_ray.write(m_requestHead);
        carryRequest();
    });
    connect(&m_ray, &QLocalSocket::bytesWritten, this, &TunnelConnection::carryRequest);
    connect(&m_ray, &QLocalSocket::readyRead, this, &TunnelConnection::carryAnswer);
    connect(&m_ray, &QLocalSocket::disconnected, this, &TunnelConnection::finish);
    connect(&m_ray, &QLocalSocket::errorOccurred, this, [this] {
        if (m_ray.state() == QLocalSocket::UnconnectedState)
            finish();
    });
    connect(&listener, &TunnelListener::wayClosed, this, &TunnelConnection::end);
    m_patience.start(headLimit);
    if (!m_client.setSocketDescriptor(socket))
        end();
}

TunnelConnection::~TunnelConnection()
{
    m_client.disconnect(this);
    m_ray.disconnect(this);
}

void TunnelConnection::readHead()
{
    if (m_carries || !m_client.isOpen())
        return;
    m_head += m_client.read(longestHead - m_head.size());
    const qsizetype headEnd = m_head.indexOf("\r\n\r\n");
    if (headEnd < 0 && m_head.size() >= longestHead)
        return refuse("431 Request Header Fields Too Large", tr("The request is too long."));
    if (headEnd < 0)
        return;
    m_patience.stop();
    const std::optional<TunnelRequest> request = TunnelRequest::read(m_head.left(headEnd + 4), m_listener.port());
    if (!request)
        return refuse("403 Forbidden", tr("This address takes requests only from pages of its own."));
    if (!m_listener.way())
        return refuse("503 Service Unavailable", tr("The tunnel to Ray is closed. Rayhelm opens it again when it is connected."));
    if (!request->way.isEmpty() && request->way != m_listener.way()->name())
        return refuse("421 Misdirected Request", tr("The way to Ray has changed."));
    m_head.remove(0, headEnd + 4);
    leadOn(*request);
}

void TunnelConnection::leadOn(const TunnelRequest &request)
{
    m_carries = true;
    m_bodyLeft = request.bodySize;
    if (!request.way.isEmpty())
        m_proofLine = QByteArray(wayHeader) + ": " + m_listener.way()->proof() + "\r\n";
    m_requestHead = request.head;
    m_ray.connectToServer(m_listener.way()->socket());
}

void TunnelConnection::refuse(const QByteArray &status, const QString &reason)
{
    m_carries = true;
    m_patience.stop();
    const QByteArray body = reason.toUtf8() + '\n';
    m_client.write("HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: "
                   + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    m_client.disconnectFromHost();
}

void TunnelConnection::carryRequest()
{
    if (!m_carries || m_ray.state() != QLocalSocket::ConnectedState)
        return;
    while (m_ray.bytesToWrite() < buffered && (!m_head.isEmpty() || m_client.bytesAvailable() > 0)) {
        const QByteArray bytes = m_head.isEmpty() ? m_client.read(piece) : std::exchange(m_head, QByteArray());
        if (m_bodyLeft >= 0 && bytes.size() > m_bodyLeft)
            return end(); // a second request in one connection was not looked at
        if (m_bodyLeft >= 0)
            m_bodyLeft -= bytes.size();
        m_ray.write(bytes);
    }
}

void TunnelConnection::carryAnswer()
{
    while (m_client.bytesToWrite() < buffered && m_ray.bytesAvailable() > 0)
        takeAnswer(m_ray.read(piece));
}

void TunnelConnection::takeAnswer(QByteArray bytes)
{
    if (!m_proofLine.isEmpty()) {
        m_firstLine += bytes;
        const qsizetype lineEnd = m_firstLine.indexOf('\n');
        if (lineEnd < 0 && m_firstLine.size() < longestHead)
            return;
        bytes = std::exchange(m_firstLine, QByteArray());
        bytes.insert(lineEnd + 1, std::exchange(m_proofLine, QByteArray()));
    }
    m_client.write(bytes);
}

/// Ray's end is closed: what it has sent still goes out.
void TunnelConnection::finish()
{
    while (m_ray.bytesAvailable() > 0)
        takeAnswer(m_ray.read(piece));
    m_client.disconnectFromHost();
}

void TunnelConnection::end()
{
    m_patience.stop();
    m_client.disconnect(this);
    m_ray.disconnect(this);
    m_client.abort();
    m_ray.abort();
    deleteLater();
}

} // namespace rayhelm
