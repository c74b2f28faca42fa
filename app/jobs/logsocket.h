#pragma once

#include "core/completion.h"
#include "jobs/logreader.h"
#include "jobs/rayaddress.h"

#include <QObject>
#include <QTimer>

namespace rayhelm {

/// One connection to a job's log. Ray sends the log from its beginning, then what is written to it. Ray never answers
/// pings, so silence says nothing about the connection. Messages are bounded (limits.h), and however fast they come, the window answers.
class LogSocket : public QObject
{
    Q_OBJECT
public:
    LogSocket(const RayAddress &address, const QString &submissionId);

    void open();
    /// Held: nothing is given on, and soon nothing read, so that the other side waits.
    void setHeld(bool held);
    bool wasOpen() const { return m_wasOpen; }
    bool isClosed() const { return m_closed; }

    /// Waits until the connection is closed (true) or `time` is over (false).
    Task<bool> waitForClose(std::chrono::milliseconds time, std::stop_token stop);

Q_SIGNALS:
    void opened();
    /// `position`: characters of this log before `text`.
    void textReceived(qint64 position, const QString &text);
    void closed();

private:
    void giveOn();
    void close();

    LogReader m_reader;
    QTimer m_turns;
    QString m_text;        ///< taken from the reader
    qsizetype m_given = 0; ///< characters of `m_text` that were given on
    qint64 m_position = 0; ///< in the log, of what is given on next
    bool m_held = false;
    bool m_over = false;   ///< nothing comes any more; what waits is still given on
    std::shared_ptr<const TunnelWay> m_way;
    bool m_wasOpen = false;
    bool m_closed = false;
};

} // namespace rayhelm
