#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace rayhelm {

/// One way through the tunnel, from its opening to its end. It never comes back: the next one has another name.
class TunnelWay
{
public:
    explicit TunnelWay(const QString &socket);

    bool isOpen() const { return m_open; }
    void close() { m_open = false; }
    /// The socket in the private run folder that ssh leads on from.
    QString socket() const { return m_socket; }
    /// Our own requests carry it in `wayHeader`; the tunnel takes it off, and sends nothing on that was meant for another way.
    QByteArray name() const { return m_name; }
    /// Answers to such requests carry it. Nobody else knows it, so an answer without it did not come through this tunnel.
    QByteArray proof() const { return m_proof; }

private:
    QString m_socket;
    QByteArray m_name;
    QByteArray m_proof;
    bool m_open = true;
};

/// The port of 127.0.0.1 at which Ray is reached: by Rayhelm itself, the browser and other programs of the same user, and by nobody else.
/// A connection of another account is closed before a byte of it is read. The port is taken once and kept while this object lives, also
/// while no way is open: so nobody else can ever listen where something of ours is sent.
class TunnelListener : public QObject
{
    Q_OBJECT
public:
    explicit TunnelListener(QObject *parent = nullptr);
    ~TunnelListener() override;

    /// What arrives from now on goes to this socket; an earlier way ends. Conflict: no port can be had.
    Result<std::shared_ptr<const TunnelWay>> open(const QString &socket);
    /// Ends the way and every connection on it.
    void close();

    /// 0: no way was opened yet.
    quint16 port() const;
    const std::shared_ptr<TunnelWay> &way() const { return m_way; }

Q_SIGNALS:
    void wayClosed();

private:
    void take(qintptr socket);

    class Server;
    std::unique_ptr<Server> m_server;
    std::shared_ptr<TunnelWay> m_way;
    int m_connections = 0;
};

} // namespace rayhelm
