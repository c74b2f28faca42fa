#include "remote/remotejob.h"

#include "core/completion.h"
#include "core/sleep.h"
#include "remote/ownfolder.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

constexpr int noSuchJob = 44;

/// `tail` ends with the leader, which ends after the last byte was written.
QString followScript(const QString &id, qint64 offset)
{
    return checkOwnFolder({QStringLiteral("jobs")})
        + QStringLiteral("d=$HOME/.rayhelm/jobs/%1; test -d \"$d\" || exit %2; p=$(cat \"$d/pid\" 2>/dev/null); "
                          "if test -e \"$d/rc\" || test -z \"$p\"; then exec tail -c +%3 \"$d/log\"; fi; "
                          "exec tail -c +%3 -f -s 0.3 --pid=\"$p\" \"$d/log\"")
        .arg(id, QString::number(noSuchJob), QString::number(offset + 1));
}

} // namespace

RemoteJobLog::RemoteJobLog(RemoteSession *session, RemoteJob job, qint64 offset, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_offset(offset)
{
    m_status.job = job;
}

RemoteJobLog::~RemoteJobLog() = default;

Task<std::optional<QByteArray>> RemoteJobLog::readLine(std::stop_token stop)
{
    for (;;) {
        if (!m_stream) {
            Result<> opened = co_await reopen(stop);
            if (!opened)
                co_return failure(opened.error());
        }
        const std::shared_ptr<RemoteStream> stream = m_stream;
        Result<std::optional<QByteArray>> line = co_await stream->readLine(stop);
        if (line && *line) {
            m_offset += (*line)->size() + (stream->lastLineWasComplete() ? 1 : 0);
            co_return line;
        }
        if (!line && line.error().kind != ErrorKind::Unreachable)
            co_return line;
        m_stream.reset();
        if (!line)
            continue; // cut off: the rest is read after the link is back
        if (stream->exitStatus() == noSuchJob)
            co_return failure(ErrorKind::NotFound,
                              QCoreApplication::translate("rayhelm::RemoteJob", "This work is no longer known on %1.")
                                  .arg(m_session->place(m_status.job.asRoot)));
        Result<RemoteJobStatus> state = co_await jobState(m_session, m_status.job, stop);
        if (!state && state.error().kind == ErrorKind::Unreachable)
            continue;
        if (!state)
            co_return failure(state.error());
        m_status = *state;
        if (m_status.state != RemoteJobState::Running && m_status.logSize <= m_offset)
            co_return std::optional<QByteArray>();
        // The reader of the log ended, the job did not, or the log grew behind it.
        const std::chrono::milliseconds pause(300);
        Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return failure(slept.error());
    }
}

Task<> RemoteJobLog::reopen(std::stop_token stop)
{
    for (;;) {
        Result<> link = co_await waitForLink(stop);
        if (!link)
            co_return failure(link.error());
        RemoteCommand command;
        command.script = followScript(m_status.job.id, m_offset);
        command.asRoot = m_status.job.asRoot;
        Result<std::shared_ptr<RemoteStream>> stream = co_await m_session->stream(command, stop);
        if (stream) {
            m_stream = *stream;
            co_return Result<>();
        }
        if (stream.error().kind != ErrorKind::Unreachable)
            co_return failure(stream.error());
        const std::chrono::milliseconds pause(200); // the loss itself may not be noticed yet
        Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return failure(slept.error());
    }
}

Task<> RemoteJobLog::waitForLink(std::stop_token stop)
{
    if (m_session->state() == LinkState::Connected)
        co_return Result<>();
    if (m_session->state() == LinkState::Disconnected)
        co_return failure(ErrorKind::Unreachable,
                          QCoreApplication::translate("rayhelm::RemoteJob", "There is no connection to %1. The work goes on there.")
                              .arg(m_session->place(m_status.job.asRoot)));
    Q_EMIT goingOnRemotely(true);
    while (m_session->state() == LinkState::Lost || m_session->state() == LinkState::Connecting) {
        const Completion<Result<>> changed;
        QObject context;
        connect(m_session, &RemoteSession::stateChanged, &context, [changed] { changed.complete(Result<>()); });
        Result<> waited = co_await waitFor(changed, stop);
        if (!waited)
            co_return failure(waited.error());
    }
    Q_EMIT goingOnRemotely(false);
    Result<> again = co_await waitForLink(stop);
    co_return again;
}

std::shared_ptr<RemoteJobLog> followJob(RemoteSession *session, RemoteJob job, qint64 offset)
{
    return std::make_shared<RemoteJobLog>(session, job, offset);
}

} // namespace rayhelm
