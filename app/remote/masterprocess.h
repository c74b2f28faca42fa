#pragma once

#include "remote/controlmaster.h"
#include "remote/launcher.h"

#include <QObject>

#include <memory>

namespace rayhelm {

/// The identity that the machine has shown.
struct HostIdentity {
    QString fingerprint;
    QString knownIn; ///< the file in which it was found; empty: it was not known
};

/// One running ssh master and what its words tell: how far the login is, when it is up, why it ended.
class MasterProcess : public QObject
{
    Q_OBJECT
public:
    MasterProcess(ProcessLauncher *launcher, const ProcessPlan &plan, const QByteArray &marker, QObject *parent = nullptr);

    bool isUp() const { return m_up; }
    bool isRunning() const { return m_process->isRunning(); }
    void kill() { m_process->kill(); }
    void terminate() { m_process->terminate(); }
    void closeInput() { m_process->closeInput(); }
    /// All of its stderr so far, the newest 64 KiB.
    QString errorText() const { return QString::fromUtf8(m_errors); }
    const HostIdentity &identity() const { return m_identity; }

Q_SIGNALS:
    void up();
    void phaseChanged(rayhelm::ConnectPhase phase);
    /// The real names behind a name of the user's configuration.
    void resolved(const QString &user, const QString &host, quint16 port);
    /// This client cannot ask our helper when it was started from a terminal.
    void tooOld(const QString &version);
    /// It said something, so it is not stuck.
    void active();
    void ended(int exitStatus, const QString &startProblem);

private:
    void readOutput();
    void readErrors();
    void readLine(const QString &line);
    void reach(ConnectPhase phase);

    std::unique_ptr<LocalProcess> m_process;
    QByteArray m_marker;
    QByteArray m_outputTail;
    QByteArray m_errors;
    QByteArray m_unfinishedLine;
    HostIdentity m_identity;
    ConnectPhase m_phase = ConnectPhase::Reaching;
    bool m_up = false;
};

} // namespace rayhelm
