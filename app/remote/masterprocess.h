#pragma once

#include "remote/controlmaster.h"
#include "remote/launcher.h"
#include "remote/sshlog.h"

#include <QObject>

#include <memory>

namespace rayhelm {

/// One running ssh master and what its log tells: how far the login is, when it is up. What comes on its stderr are the server's words.
class MasterProcess : public QObject
{
    Q_OBJECT
public:
    /// `log` is the one that `plan` names, and must outlive the process.
    MasterProcess(ProcessLauncher *launcher, const ProcessPlan &plan, SshLog *log, const QByteArray &marker, QObject *parent = nullptr);

    bool isUp() const { return m_up; }
    bool isRunning() const { return m_process->isRunning(); }
    void kill() { m_process->kill(); }
    void terminate() { m_process->terminate(); }
    void closeInput() { m_process->closeInput(); }
    /// What the server has said to people (its banner), the newest 4 KiB, made plain.
    QString serverText() const;

Q_SIGNALS:
    void up();
    void phaseChanged(rayhelm::ConnectPhase phase);
    /// This client cannot ask our helper when it was started from a terminal.
    void tooOld(const QString &version);
    /// It said something, so it is not stuck.
    void active();
    void ended(int exitStatus, const QString &startProblem);

private:
    void readOutput();
    void readErrors();
    void follow(const QString &line);
    void reach(ConnectPhase phase);

    std::unique_ptr<LocalProcess> m_process;
    QByteArray m_marker;
    QByteArray m_outputTail;
    SshLog *m_log;
    QByteArray m_serverText;
    ConnectPhase m_phase = ConnectPhase::Reaching;
    bool m_up = false;
};

} // namespace rayhelm
