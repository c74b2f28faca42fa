#pragma once

#include "core/completion.h"
#include "jobs/rayaddress.h"

#include <QObject>
#include <QTimer>
#include <QWebSocket>

namespace rayhelm {

/// One connection to a job's log. Ray sends the log from its beginning, then what is written to it. Ray never answers
/// pings, so silence says nothing about the connection. Messages are bounded (limits.h), and however fast they come, the window answers.
class LogSocket : public QObject
{
    Q_OBJECT
public:
    LogSocket(const RayAddress &address, const QString &submissionId);
    ~LogSocket() override;

    void open();
    bool wasOpen() const { return m_wasOpen; }
    bool isClosed() const { return m_closed; }
    QString errorText() const { return m_socket.errorString(); }

    /// Waits until the connection is closed (true) or `time` is over (false).
    Task<bool> waitForClose(std::chrono::milliseconds time, std::stop_token stop);

Q_SIGNALS:
    void opened();
    /// `position`: characters of this log before `text`.
    void textReceived(qint64 position, const QString &text);
    void closed();

private:
    void receive(const QString &text);
    void giveOn();
    void close();

    QWebSocket m_socket;
    QUrl m_url;
    QByteArray m_authorization;
    QTimer m_turns;
    QString m_waiting;     ///< arrived, and not given on yet
    qint64 m_position = 0; ///< of `m_waiting` in the log
    bool m_over = false;   ///< nothing comes any more; what waits is still given on
    std::shared_ptr<const TunnelWay> m_way;
    bool m_wasOpen = false;
    bool m_closed = false;
};

} // namespace rayhelm
