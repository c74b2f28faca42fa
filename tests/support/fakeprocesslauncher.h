#pragma once

#include "remote/launcher.h"

#include <QList>
#include <QPointer>

/// A program that does what the test says.
class FakeProcess : public rayhelm::LocalProcess
{
public:
    explicit FakeProcess(const rayhelm::ProcessPlan &plan);

    void write(const QByteArray &bytes) override { written += bytes; }
    void closeInput() override { inputClosed = true; }
    QByteArray readOutput() override { return std::exchange(m_output, {}); }
    QByteArray readError() override { return std::exchange(m_errors, {}); }
    void terminate() override { terminated = true; }
    void kill() override;
    bool isRunning() const override { return !m_ended; }
    qint64 processId() const override { return 4711; }

    /// What the program prints, and how it ends.
    void say(const QByteArray &output);
    void sayError(const QByteArray &text);
    void end(int exitStatus, const QString &startProblem = {});

    const rayhelm::ProcessPlan plan;
    QByteArray written;
    bool inputClosed = false;
    bool terminated = false;
    bool killed = false;

private:
    QByteArray m_output;
    QByteArray m_errors;
    bool m_ended = false;
};

/// Starts fake programs and keeps them at hand, the newest last. A destroyed one is nullptr.
class FakeProcessLauncher : public rayhelm::ProcessLauncher
{
public:
    std::unique_ptr<rayhelm::LocalProcess> start(const rayhelm::ProcessPlan &plan) override;

    FakeProcess *last() const { return started.isEmpty() ? nullptr : started.last().data(); }

    QList<QPointer<FakeProcess>> started;
    QList<rayhelm::ProcessPlan> plans;
};
