#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace rayhelm {

/// A program of this computer to be run. Nothing secret goes into the arguments or the environment: both are public.
struct ProcessPlan {
    QString program;
    QStringList arguments;
    QStringList environment; ///< "NAME=value", set over the application's own environment
    QStringList withoutEnvironment; ///< names that the program must not inherit
};

/// A running program. Destroying it kills the program at once and never waits.
class LocalProcess : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void write(const QByteArray &bytes) = 0;
    virtual void closeInput() = 0;
    virtual QByteArray readOutput() = 0;
    virtual QByteArray readError() = 0;
    virtual void terminate() = 0;
    virtual void kill() = 0;
    virtual bool isRunning() const = 0;
    virtual qint64 processId() const = 0;

Q_SIGNALS:
    void outputReady();
    void errorReady();
    /// Exactly once, after all output has arrived. `exitStatus` is -1 when the program could not be started and
    /// 128 + signal when a signal ended it; `startProblem` is the system's own words for the former.
    void ended(int exitStatus, const QString &startProblem);
};

/// The edge to the processes of this computer: real ones in the application, scripted ones in tests.
class ProcessLauncher
{
public:
    virtual ~ProcessLauncher() = default;
    virtual std::unique_ptr<LocalProcess> start(const ProcessPlan &plan) = 0;
};

/// Starts real programs. Programs whose LocalProcess has been destroyed are killed and reaped in the background; the
/// launcher must outlive the event loop's last turn that uses it.
class SystemProcessLauncher : public ProcessLauncher
{
public:
    SystemProcessLauncher();
    ~SystemProcessLauncher() override;
    std::unique_ptr<LocalProcess> start(const ProcessPlan &plan) override;

private:
    std::unique_ptr<QObject> m_reaper;
};

} // namespace rayhelm
