#include "remote/masterprocess.h"

#include <QRegularExpression>

namespace rayhelm {

namespace {
constexpr qsizetype keptErrors = 64 * 1024;
/// 8.4 brought SSH_ASKPASS_REQUIRE.
constexpr int oldestVersion = 804;
}

MasterProcess::MasterProcess(ProcessLauncher *launcher, const ProcessPlan &plan, const QByteArray &marker, QObject *parent)
    : QObject(parent)
    , m_process(launcher->start(plan))
    , m_marker(marker)
{
    connect(m_process.get(), &LocalProcess::outputReady, this, &MasterProcess::readOutput);
    connect(m_process.get(), &LocalProcess::errorReady, this, &MasterProcess::readErrors);
    connect(m_process.get(), &LocalProcess::ended, this, [this](int exitStatus, const QString &problem) {
        readOutput();
        readErrors();
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
        m_up = m_process->isRunning();
        reach(ConnectPhase::Up);
        Q_EMIT up();
    }
    m_outputTail = m_outputTail.right(m_marker.size());
}

void MasterProcess::readErrors()
{
    const QByteArray bytes = m_process->readError();
    m_errors = (m_errors + bytes).right(keptErrors);
    m_unfinishedLine += bytes;
    Q_EMIT active();
    if (m_phase == ConnectPhase::Up) { // debug lines of every command: nobody reads them
        m_unfinishedLine.clear();
        return;
    }
    for (;;) {
        const qsizetype end = m_unfinishedLine.indexOf('\n');
        if (end < 0)
            break;
        const QByteArray line = m_unfinishedLine.left(end);
        m_unfinishedLine.remove(0, end + 1);
        readLine(QString::fromUtf8(line).trimmed());
    }
    m_unfinishedLine = m_unfinishedLine.right(keptErrors);
}

void MasterProcess::readLine(const QString &line)
{
    static const QRegularExpression authenticating(QStringLiteral("^debug1: Authenticating to (\\S+):(\\d+) as '(.*)'$"));
    static const QRegularExpression version(QStringLiteral("^debug1: Local version string SSH-2.0-OpenSSH_(\\d+)\\.(\\d+)"));
    static const QRegularExpression hostKey(QStringLiteral("^debug1: Server host key: \\S+ (SHA256:\\S+)"));
    static const QRegularExpression foundKey(QStringLiteral("^debug1: Found (?:key|CA key) in (.+):\\d+$"));
    if (line.startsWith(QLatin1String("debug1: Remote protocol version"))) {
        reach(ConnectPhase::CheckingIdentity);
    } else if (line.startsWith(QLatin1String("debug1: SSH2_MSG_NEWKEYS sent"))) {
        reach(ConnectPhase::LoggingIn);
    } else if (const QRegularExpressionMatch own = version.match(line); own.hasMatch()) {
        if (own.captured(1).toInt() * 100 + own.captured(2).toInt() < oldestVersion)
            Q_EMIT tooOld(own.captured(1) + QLatin1Char('.') + own.captured(2));
    } else if (const QRegularExpressionMatch match = authenticating.match(line); match.hasMatch()) {
        Q_EMIT resolved(match.captured(3), match.captured(1), quint16(match.captured(2).toUInt()));
    } else if (const QRegularExpressionMatch key = hostKey.match(line); key.hasMatch()) {
        m_identity.fingerprint = key.captured(1);
    } else if (const QRegularExpressionMatch known = foundKey.match(line); known.hasMatch()) {
        m_identity.knownIn = known.captured(1);
    }
}

void MasterProcess::reach(ConnectPhase phase)
{
    if (int(phase) <= int(m_phase))
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

} // namespace rayhelm
