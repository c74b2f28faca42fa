#include "core/steps.h"

namespace rayhelm {

Steps::Steps(QObject *parent)
    : QObject(parent)
{
}

void Steps::plan(const QStringList &names)
{
    m_steps.clear();
    for (const QString &name : names) {
        Step step;
        step.name = name;
        m_steps.append(step);
    }
    m_current = -1;
    m_total = std::chrono::milliseconds(0);
    m_clock.start();
    Q_EMIT planned();
}

void Steps::begin(int index)
{
    Q_ASSERT(index >= 0 && index < m_steps.size());
    if (isRunning())
        end(StepState::Done);
    m_current = index;
    m_stepClock.start();
    m_steps[index].state = StepState::Running;
    Q_EMIT changed(index);
}

void Steps::note(const QString &text)
{
    if (!isRunning())
        return;
    m_steps[m_current].note = text;
    Q_EMIT changed(m_current);
}

void Steps::setAsking(bool asking)
{
    if (!isRunning())
        return;
    m_steps[m_current].state = asking ? StepState::Asking : StepState::Running;
    Q_EMIT changed(m_current);
}

void Steps::setGoingOnRemotely(bool goingOn)
{
    if (!isRunning())
        return;
    m_steps[m_current].state = goingOn ? StepState::GoingOnRemotely : StepState::Running;
    Q_EMIT changed(m_current);
}

void Steps::finish()
{
    if (isRunning())
        end(StepState::Done);
}

void Steps::fail(const Error &error)
{
    if (!isRunning())
        return;
    if (!error.isCancelled())
        m_steps[m_current].error = error;
    end(error.isCancelled() ? StepState::NotTried : StepState::Failed);
}

std::chrono::milliseconds Steps::elapsed(int index) const
{
    if (index == m_current)
        return std::chrono::milliseconds(m_stepClock.elapsed());
    return m_steps.at(index).elapsed;
}

std::chrono::milliseconds Steps::elapsed() const
{
    return isRunning() ? std::chrono::milliseconds(m_clock.elapsed()) : m_total;
}

void Steps::end(StepState state)
{
    const int index = m_current;
    m_steps[index].state = state;
    m_steps[index].elapsed = std::chrono::milliseconds(m_stepClock.elapsed());
    m_total = std::chrono::milliseconds(m_clock.elapsed());
    m_current = -1;
    Q_EMIT changed(index);
}

} // namespace rayhelm
