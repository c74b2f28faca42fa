#pragma once

#include <QMutex>
#include <QNetworkRequest>
#include <QThread>
#include <QWaitCondition>

class QWebSocket;

namespace rayhelm {

/// Reads the web socket of a job's log in a thread of its own. QWebSocket goes through everything that has arrived in one turn of its event
/// loop, and a frame can be two bytes long, or one that no signal tells of: only here does that hold up nobody. When more waits than
/// limits::logWaiting, nothing is read, and the other side waits as well.
class LogReader : public QThread
{
    Q_OBJECT
public:
    explicit LogReader(const QNetworkRequest &request);
    /// Ends the connection.
    ~LogReader() override;

    /// What has arrived since the last call, in its order.
    QString take();

Q_SIGNALS:
    void opened();
    /// There is something to take, after there was nothing.
    void arrived();
    /// Once; nothing arrives any more.
    void closed();

protected:
    void run() override;

private:
    void receive(QWebSocket &socket, const QString &text);

    const QNetworkRequest m_request;
    QMutex m_mutex;
    QWaitCondition m_taken;
    QString m_waiting;
    bool m_over = false; ///< nobody takes anything any more
};

} // namespace rayhelm
