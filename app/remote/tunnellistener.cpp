#include "remote/tunnellistener.h"

#include "remote/peeruser.h"
#include "remote/tunnelconnection.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

namespace rayhelm {

namespace {

/// A browser opens six; more than this is no use of the dashboard.
constexpr int mostConnections = 200;

QByteArray randomName()
{
    QByteArray name;
    for (int i = 0; i < 2; ++i)
        name += QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    return name;
}

} // namespace

class TunnelListener::Server : public QTcpServer
{
public:
    explicit Server(TunnelListener &listener)
        : m_listener(listener)
    {
    }

protected:
    void incomingConnection(qintptr socket) override { m_listener.take(socket); }

private:
    TunnelListener &m_listener;
};

TunnelWay::TunnelWay(const QString &socket)
    : m_socket(socket)
    , m_name(randomName())
    , m_proof(randomName())
{
}

TunnelListener::TunnelListener(QObject *parent)
    : QObject(parent)
    , m_server(std::make_unique<Server>(*this))
{
}

TunnelListener::~TunnelListener()
{
    close();
}

quint16 TunnelListener::port() const
{
    return m_server->serverPort();
}

Result<std::shared_ptr<const TunnelWay>> TunnelListener::open(const QString &socket)
{
    close();
    if (!m_server->isListening() && !m_server->listen(QHostAddress::LocalHost, 0))
        return failure(ErrorKind::Conflict, tr("No free port was found on this computer for the way to Ray."), m_server->errorString());
    m_way = std::make_shared<TunnelWay>(socket);
    return std::shared_ptr<const TunnelWay>(m_way);
}

void TunnelListener::close()
{
    if (!m_way)
        return;
    m_way->close();
    m_way.reset();
    Q_EMIT wayClosed();
}

void TunnelListener::take(qintptr socket)
{
    if (!isOwnUser(socket) || m_connections >= mostConnections) {
        QTcpSocket stranger;
        stranger.setSocketDescriptor(socket);
        stranger.abort();
        return;
    }
    auto *connection = new TunnelConnection(socket, *this);
    ++m_connections;
    connect(connection, &QObject::destroyed, this, [this] { --m_connections; });
}

} // namespace rayhelm
