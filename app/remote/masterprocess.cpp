#include "remote/masterprocess.h"

#include "core/text.h"

namespace rayhelm {

namespace {
constexpr qsizetype keptServerText = 4 * 1024;
/// 8.4 brought SSH_ASKPASS_REQUIRE.
constexpr int oldestVersion = 804;
}

MasterProcess::MasterProcess(ProcessLauncher *launcher, const ProcessPlan &plan, SshLog *log, const QByteArray &marker, QObject *parent)
    : QObject(parent)
    , m_process(launcher->start(plan))
    , m_marker(marker)
    , m_log(log)
{
    connect(m_log, &SshLog::line, this, &MasterProcess::follow);
    connect(m_log, &SshLog::active, this, &MasterProcess::active);
    connect(m_process.get(), &LocalProcess::outputReady, this, &MasterProcess::readOutput);
    connect(m_process.get(), &LocalProcess::errorReady, this, &MasterProcess::readErrors);
    connect(m_process.get(), &LocalProcess::ended, this, [this](int exitStatus, const QString &problem) {
        readOutput();
        readErrors();
        m_log->drain();
        m_up = false;
        Q_EMIT ended(exitStatus, problem);
    });
}

void MasterProcess::readOutput()
{
    // Start-up files of the account may print anything before the marker, so only its own length is kept.
    m_outputTail += m_process->readOutput();
    Q_EMIT active();
    if (m_phase != ConnectPhase::Up && m_outputTail.contains(m_marker)) {
        m_log->drain();
        m_up = m_process->isRunning();
        reach(ConnectPhase::Up);
        Q_EMIT up();
    }
    m_outputTail = m_outputTail.right(m_marker.size());
}

void MasterProcess::readErrors()
{
    m_serverText = (m_serverText + m_process->readError()).right(keptServerText);
    Q_EMIT active();
}

QString MasterProcess::serverText() const
{
    return plainText(m_serverText).trimmed();
}

void MasterProcess::follow(const QString &line)
{
    if (line.startsWith(QLatin1String("debug1: Remote protocol version")))
        reach(ConnectPhase::CheckingIdentity);
    else if (line.startsWith(QLatin1String("debug1: SSH2_MSG_NEWKEYS sent")))
        reach(ConnectPhase::LoggingIn);
    const int version = m_log->clientVersion();
    if (version > 0 && version < oldestVersion && line.startsWith(QLatin1String("debug1: Local version string")))
        Q_EMIT tooOld(QStringLiteral("%1.%2").arg(QString::number(version / 100), QString::number(version % 100)));
}

void MasterProcess::reach(ConnectPhase phase)
{
    if (int(phase) <= int(m_phase))
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

} // namespace rayhelm
