#include "remote/sshstream.h"

#include "core/limits.h"
#include "remote/ssherror.h"

namespace rayhelm {

namespace {

constexpr qsizetype keptErrors = 64 * 1024;

} // namespace

SshStream::SshStream(std::unique_ptr<SshChannel> channel, std::shared_ptr<ChannelQueue::Place> turn, QString place,
                     std::chrono::milliseconds heartbeat)
    : m_channel(std::move(channel))
    , m_turn(std::move(turn))
    , m_place(std::move(place))
{
    connect(m_channel.get(), &SshChannel::output, this, &SshStream::receive);
    connect(m_channel.get(), &SshChannel::errorOutput, this, &SshStream::receiveErrors);
    connect(m_channel.get(), &SshChannel::ended, this, &SshStream::end);
    connect(&m_heartbeat, &QTimer::timeout, m_channel.get(), &SshChannel::sendHeartbeat);
    m_heartbeat.start(heartbeat);
}

SshStream::~SshStream()
{
    if (m_reader)
        m_reader->complete(cancelled());
}

void SshStream::takeEarly(const QByteArray &output, const QByteArray &errors, const std::optional<ChannelEnd> &early)
{
    receive(output);
    receiveErrors(errors);
    if (early)
        end(*early);
}

Task<std::optional<QByteArray>> SshStream::readLine(std::stop_token stop)
{
    if (m_lines.empty() && !m_ended) {
        const Completion<Result<bool>> ready;
        m_reader = ready;
        Result<bool> waited = co_await waitFor(ready, stop);
        if (!waited) // after a destruction nothing of this object may be touched
            co_return failure(waited.error());
    }
    if (!m_lines.empty()) {
        const Read line = m_lines.front();
        m_lines.pop_front();
        m_waitingBytes -= line.text.size();
        m_lastLineComplete = line.complete;
        co_return Line(line.text);
    }
    if (m_error)
        co_return failure(*m_error);
    co_return Line();
}

void SshStream::receive(const QByteArray &bytes)
{
    qsizetype from = 0;
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf('\n', from);
        if (lineEnd < 0)
            break;
        push(m_unfinished + bytes.mid(from, lineEnd - from), true);
        m_unfinished.clear();
        from = lineEnd + 1;
    }
    m_unfinished += bytes.mid(from);
    if (m_unfinished.size() > limits::streamLine) { // a progress bar that never ends its line
        push(m_unfinished, false);
        m_unfinished.clear();
    }
    serve();
}

void SshStream::push(const QByteArray &text, bool complete)
{
    m_lines.push_back(Read{text, complete});
    m_waitingBytes += text.size();
    if (m_waitingBytes > limits::streamWaiting && !m_error) {
        m_error = Error{ErrorKind::Protocol, tr("%1 sends more than can be kept; reading was stopped.").arg(m_place), {}};
        m_channel->kill();
    }
}

void SshStream::receiveErrors(const QByteArray &bytes)
{
    m_errors = (m_errors + bytes).right(keptErrors);
}

void SshStream::end(const ChannelEnd &end)
{
    m_heartbeat.stop();
    m_ended = true;
    m_turn.reset();
    if (end.scriptStatus) {
        m_exitStatus = *end.scriptStatus;
        // What has no line end is a line only when it is really the end; a cut link may have cut it.
        if (!m_unfinished.isEmpty())
            push(m_unfinished, false);
    } else if (!m_error) {
        m_error = lostError(m_place, QString::fromUtf8(m_errors));
    }
    m_unfinished.clear();
    serve();
}

void SshStream::serve()
{
    if (!m_reader || (m_lines.empty() && !m_ended))
        return;
    m_reader->complete(true);
    m_reader.reset();
}

} // namespace rayhelm
