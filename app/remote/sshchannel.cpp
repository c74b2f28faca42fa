#include "remote/sshchannel.h"

#include "remote/remotescript.h"

#include <QPointer>

#include <algorithm>

namespace rayhelm {

namespace {

/// Start-up files of the account may say this much before the script begins; more is forgotten from the front.
constexpr qsizetype keptNoise = 64 * 1024;

} // namespace

SshChannel::SshChannel(ProcessLauncher *launcher, const ProcessPlan &plan, const QByteArray &token, ChannelSudo sudo,
                       const QByteArray &input, bool keepInputOpen, QObject *parent)
    : QObject(parent)
    , m_process(launcher->start(plan))
    , m_token(token)
    , m_sudo(sudo)
    , m_input(input)
    , m_keepInputOpen(keepInputOpen)
{
    connect(m_process.get(), &LocalProcess::outputReady, this, &SshChannel::readOutput);
    connect(m_process.get(), &LocalProcess::errorReady, this, &SshChannel::readErrors);
    connect(m_process.get(), &LocalProcess::ended, this, [this](int status, const QString &problem) {
        if (!problem.isEmpty())
            m_end.noise = problem.toUtf8();
        finish(status);
    });
}

void SshChannel::sendPassword(const Secret &password)
{
    if (m_question != Asked || m_end.scriptStarted)
        return; // nobody would read it as a password
    m_question = Answered;
    QByteArray line(password.reveal().size() + 1, '\n');
    std::copy(password.reveal().begin(), password.reveal().end(), line.begin());
    m_process->write(line);
    wipe(line);
}

void SshChannel::sendHeartbeat()
{
    if (m_end.scriptStarted && m_process->isRunning())
        m_process->write(QByteArrayLiteral("."));
}

void SshChannel::kill()
{
    m_process->kill();
}

void SshChannel::readOutput()
{
    QByteArray bytes = m_process->readOutput();
    if (!m_outputStarted) {
        m_outputNoise += bytes;
        const QByteArray marker = startMarker(m_token) + '\n';
        const qsizetype found = m_outputNoise.indexOf(marker);
        if (found < 0) {
            m_outputNoise = m_outputNoise.right(marker.size());
            return;
        }
        m_outputStarted = true;
        bytes = m_outputNoise.mid(found + marker.size());
        m_outputNoise.clear();
    }
    if (!bytes.isEmpty())
        Q_EMIT output(bytes);
}

void SshChannel::readErrors()
{
    const QByteArray bytes = m_process->readError();
    if (!m_end.scriptStarted) {
        readNoise(bytes);
        return;
    }
    m_heldErrors += bytes;
    releaseErrors(false);
}

void SshChannel::readNoise(const QByteArray &bytes)
{
    m_end.noise += bytes;
    const QByteArray marker = startMarker(m_token) + '\n';
    if (const qsizetype found = m_end.noise.indexOf(marker); found >= 0) {
        m_heldErrors = m_end.noise.mid(found + marker.size());
        m_end.noise.truncate(found);
        begin();
        releaseErrors(false);
        return;
    }
    if (m_sudo == ChannelSudo::MayAsk && findQuestion()) {
        if (m_question != NotAsked) {
            // Asked again: it was wrong. A further answer would only count as one more failure.
            m_end.passwordRefused = true;
            m_process->kill();
            return;
        }
        m_question = Asked;
        Q_EMIT passwordWanted();
    }
    m_end.noise = m_end.noise.right(keptNoise);
}

bool SshChannel::findQuestion()
{
    const QByteArray prompt = sudoPrompt(m_token);
    const qsizetype found = m_end.noise.indexOf(prompt);
    if (found >= 0)
        m_end.noise.remove(found, prompt.size());
    return found >= 0;
}

void SshChannel::begin()
{
    m_end.scriptStarted = true;
    if (!m_input.isEmpty())
        m_process->write(m_input);
    m_input.clear();
    if (!m_keepInputOpen)
        m_process->closeInput();
    Q_EMIT started();
}

void SshChannel::releaseErrors(bool all)
{
    // The last line may be the end marker, so as much as that needs is held back.
    const qsizetype held = all ? 0 : endMarker(m_token).size() + 8;
    const qsizetype free = m_heldErrors.size() - held;
    if (free <= 0)
        return;
    const QByteArray released = m_heldErrors.left(free);
    m_heldErrors.remove(0, free);
    Q_EMIT errorOutput(released);
}

void SshChannel::finish(int sshStatus)
{
    const QPointer<SshChannel> self(this);
    readOutput();
    readErrors();
    const QByteArray marker = endMarker(m_token) + ' ';
    if (const qsizetype found = m_heldErrors.lastIndexOf(marker); found >= 0) {
        const QByteArray status = m_heldErrors.mid(found + marker.size());
        m_end.scriptStatus = status.left(qMax<qsizetype>(0, status.indexOf('\n'))).toInt();
        m_heldErrors.truncate(found);
    }
    releaseErrors(true);
    m_end.sshStatus = sshStatus;
    if (self)
        Q_EMIT ended(m_end);
}

} // namespace rayhelm
