#pragma once

#include "core/profile.h"
#include "core/steps.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace rayhelm {

class LocalProcess;
class ProcessLauncher;

/// Starts the practice VM of this computer through its command and reads how to reach it.
class PracticeVm : public QObject
{
    Q_OBJECT
public:
    explicit PracticeVm(ProcessLauncher *launcher, QObject *parent = nullptr);
    ~PracticeVm() override;

    /// The command: RAYHELM_PRACTICE, else `rayhelm-practice` beside the application or in the PATH. Empty: not installed.
    static QString findCommand();
    /// How to reach it, from what the command's `env --json` prints. Protocol: it is no such text.
    static Result<Profile> profileFromEnvironment(const QByteArray &json);
    /// The same id in every run, so that the practice VM is one profile.
    static QUuid profileId();

    Steps *steps() { return &m_steps; }
    bool isStarting() const { return m_steps.isRunning(); }
    void start();
    /// Ends the command; what it started is taken down by its own next start or stop.
    void cancel();

Q_SIGNALS:
    /// The newest line that the command printed.
    void progressed(const QString &line);
    void ready(const rayhelm::Profile &profile);
    void failed(const rayhelm::Error &error);

private:
    void run(const QStringList &arguments);
    void read();
    void ended(int exitStatus, const QString &startProblem);
    void fail(const Error &error);

    ProcessLauncher *m_launcher;
    std::unique_ptr<LocalProcess> m_process;
    Steps m_steps;
    QByteArray m_output;
    QStringList m_lines;
};

} // namespace rayhelm
