#pragma once

#include "core/completion.h"
#include "remote/channelqueue.h"
#include "remote/remotesession.h"
#include "remote/sshchannel.h"

#include <QTimer>

#include <deque>

namespace rayhelm {

/// A running command of an SshSession that is read line by line. It sends the heartbeats that keep the remote side alive.
class SshStream : public RemoteStream
{
    Q_OBJECT
public:
    /// `place`: "user@host", for messages. `channel` has started its script.
    SshStream(std::unique_ptr<SshChannel> channel, std::shared_ptr<ChannelQueue::Place> turn, QString place,
              std::chrono::milliseconds heartbeat);
    ~SshStream() override;

    /// What arrived before the stream was made.
    void takeEarly(const QByteArray &output, const QByteArray &errors, const std::optional<ChannelEnd> &end);

    Task<std::optional<QByteArray>> readLine(std::stop_token stop) override;
    int exitStatus() const override { return m_exitStatus; }
    QByteArray errorText() const override { return m_errors; }
    bool lastLineWasComplete() const override { return m_lastLineComplete; }

private:
    using Line = std::optional<QByteArray>;

    struct Read {
        QByteArray text;
        bool complete = true;
    };

    void receive(const QByteArray &bytes);
    void receiveErrors(const QByteArray &bytes);
    void push(const QByteArray &text, bool complete);
    void end(const ChannelEnd &end);
    void serve();

    std::unique_ptr<SshChannel> m_channel;
    std::shared_ptr<ChannelQueue::Place> m_turn;
    QString m_place;
    QTimer m_heartbeat;
    QByteArray m_unfinished;
    std::deque<Read> m_lines;
    qint64 m_waitingBytes = 0;
    std::optional<Completion<Result<bool>>> m_reader;
    QByteArray m_errors;
    std::optional<Error> m_error;
    bool m_ended = false;
    bool m_lastLineComplete = true;
    int m_exitStatus = -1;
};

} // namespace rayhelm
