#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QThread>

#include <atomic>

class QTcpSocket;

namespace rayhelm {

/// How an answer comes.
enum class Manner {
    AtOnce,
    Endless, ///< the body again and again, until the other side has enough (at most 200 MB)
    Slow,    ///< a piece every 100 ms
    Cut,     ///< half of what the header promises
};

/// One answer of a server that lies. `status` 0: nothing but `body`, as raw bytes.
struct Lie {
    int status = 200;
    QByteArray headers; ///< lines with their ends
    QByteArray body;
    Manner manner = Manner::AtOnce;
    bool socket = false; ///< accepts the upgrade to a web socket; `body` are the texts of its frames, one per line
    bool raw = false;    ///< of a web socket: `body` are its bytes
};

/// Ray, MLflow and the registry on one real port of this computer, in a thread of its own: what it sends never waits for the window.
/// A second port belongs to nobody: whoever connects to it was led there.
class HostileServer : public QThread
{
public:
    HostileServer();
    ~HostileServer() override;

    quint16 port() const { return m_port; }
    quint16 trapPort() const { return m_trapPort; }
    int trapped() const { return m_trapped; }
    void forgetTrapped() { m_trapped = 0; }
    int requests() const { return m_requests; }
    /// Bytes of endless answers that the other side has taken, or that wait in the system for it.
    qint64 poured() const { return m_poured; }

    /// The answer for every path that contains `part`; the longest part wins.
    void tell(const QByteArray &part, const Lie &lie);
    void forget(const QByteArray &part);
    /// Every connection breaks.
    void cut();

protected:
    void run() override;

private:
    Lie lieFor(const QByteArray &path);
    void answer(QTcpSocket *socket, const QByteArray &request);

    QObject *m_inThread = nullptr;
    QMutex m_mutex;
    QHash<QByteArray, Lie> m_lies;
    std::atomic<quint16> m_port{0};
    std::atomic<quint16> m_trapPort{0};
    std::atomic<int> m_trapped{0};
    std::atomic<int> m_requests{0};
    std::atomic<qint64> m_poured{0};
};

} // namespace rayhelm
