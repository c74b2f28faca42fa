#include "remote/launcher.h"

#include <QProcessEnvironment>

namespace rayhelm {

namespace {

class SystemProcess : public LocalProcess
{
    Q_OBJECT
public:
    SystemProcess(const ProcessPlan &plan, QObject *reaper)
        : m_process(new QProcess)
        , m_reaper(reaper)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : plan.withoutEnvironment)
            environment.remove(name);
        for (const QString &setting : plan.environment)
            environment.insert(setting.section(QLatin1Char('='), 0, 0), setting.section(QLatin1Char('='), 1));
        m_process->setProcessEnvironment(environment);
        connect(m_process, &QProcess::readyReadStandardOutput, this, &LocalProcess::outputReady);
        connect(m_process, &QProcess::readyReadStandardError, this, &LocalProcess::errorReady);
        connect(m_process, &QProcess::finished, this, &SystemProcess::finish);
        // Queued: a program that cannot be started must not end before its starter has connected to `ended`.
        connect(m_process, &QProcess::errorOccurred, this, &SystemProcess::fail, Qt::QueuedConnection);
        m_process->start(plan.program, plan.arguments);
    }

    ~SystemProcess() override
    {
        m_process->disconnect(this);
        if (m_process->state() == QProcess::NotRunning) {
            m_process->deleteLater();
            return;
        }
        // ~QProcess would wait for the program; so it is handed over and goes when the program is gone.
        m_process->setParent(m_reaper);
        connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
        m_process->kill();
    }

    // Not the array: the process would hold it too, and a password in it could not be overwritten.
    void write(const QByteArray &bytes) override { m_process->write(bytes.constData(), bytes.size()); }
    void closeInput() override { m_process->closeWriteChannel(); }
    QByteArray readOutput() override { return m_process->readAllStandardOutput(); }
    QByteArray readError() override { return m_process->readAllStandardError(); }
    void terminate() override { m_process->terminate(); }
    void kill() override { m_process->kill(); }
    bool isRunning() const override { return !m_ended; }
    qint64 processId() const override { return m_process->processId(); }

private:
    void finish(int exitCode, QProcess::ExitStatus status)
    {
        // For a crashed program QProcess gives the signal's number.
        end(status == QProcess::NormalExit ? exitCode : 128 + exitCode, QString());
    }

    void fail(QProcess::ProcessError error)
    {
        if (error == QProcess::FailedToStart)
            end(-1, m_process->errorString());
    }

    void end(int exitStatus, const QString &problem)
    {
        if (std::exchange(m_ended, true))
            return;
        Q_EMIT ended(exitStatus, problem);
    }

    QProcess *m_process;
    QObject *m_reaper;
    bool m_ended = false;
};

} // namespace

SystemProcessLauncher::SystemProcessLauncher()
    : m_reaper(std::make_unique<QObject>())
{
}

SystemProcessLauncher::~SystemProcessLauncher()
{
    // They were killed, so this takes no noticeable time.
    const QList<QProcess *> dying = m_reaper->findChildren<QProcess *>();
    for (QProcess *process : dying)
        process->waitForFinished(1000);
}

std::unique_ptr<LocalProcess> SystemProcessLauncher::start(const ProcessPlan &plan)
{
    return std::make_unique<SystemProcess>(plan, m_reaper.get());
}

} // namespace rayhelm

#include "launcher.moc"
