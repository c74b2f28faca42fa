#pragma once

#include <QLocalSocket>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace rayhelm {

class TunnelListener;
class TunnelWay;
struct TunnelRequest;

/// One connection of a program of the same user, with one request. It is gone when either end is, or with its way.
class TunnelConnection : public QObject
{
    Q_OBJECT
public:
    /// `socket` is the descriptor of the accepted connection. It belongs to `listener` and deletes itself.
    TunnelConnection(qintptr socket, TunnelListener &listener);
    ~TunnelConnection() override;

private:
    void readHead();
    void leadOn(const TunnelRequest &request);
    void refuse(const QByteArray &status, const QString &reason);
    void carryRequest();
    void carryAnswer();
    void takeAnswer(QByteArray bytes);
    void finish();
    void end();

    TunnelListener &m_listener;
    QTcpSocket m_client;
    QLocalSocket m_ray;
    QTimer m_patience; ///< for the head
    QByteArray m_head;        ///< what came, until it is carried on
    QByteArray m_requestHead; ///< for Ray
    QByteArray m_proofLine; ///< still to be put behind the first line of the answer
    QByteArray m_firstLine; ///< of the answer, as far as it came
    qint64 m_bodyLeft = 0;  ///< -1: until the end
    bool m_carries = false;
};

} // namespace rayhelm
