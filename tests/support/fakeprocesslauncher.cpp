#include "fakeprocesslauncher.h"

using namespace rayhelm;

FakeProcess::FakeProcess(const ProcessPlan &programPlan)
    : plan(programPlan)
{
}

void FakeProcess::kill()
{
    killed = true;
    end(137);
}

void FakeProcess::say(const QByteArray &output)
{
    m_output += output;
    Q_EMIT outputReady();
}

void FakeProcess::sayError(const QByteArray &text)
{
    m_errors += text;
    Q_EMIT errorReady();
}

void FakeProcess::end(int exitStatus, const QString &startProblem)
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended(exitStatus, startProblem);
}

std::unique_ptr<LocalProcess> FakeProcessLauncher::start(const ProcessPlan &plan)
{
    auto process = std::make_unique<FakeProcess>(plan);
    started.append(process.get());
    plans.append(plan);
    return process;
}
