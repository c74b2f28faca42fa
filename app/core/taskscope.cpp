#include "core/taskscope.h"

#include "core/completion.h"

namespace rayhelm {

TaskScope::TaskScope(QObject *parent)
    : QObject(parent)
{
}

TaskScope::~TaskScope()
{
    Q_ASSERT_X(m_running == 0, "TaskScope", "a journey outlives the services it uses");
}

QCoro::Task<void> TaskScope::close()
{
    m_stop.request_stop();
    if (isIdle())
        co_return;
    const Completion<bool> over;
    connect(this, &TaskScope::idle, this, [over] { over.complete(true); });
    co_await over;
}

void TaskScope::finished()
{
    if (--m_running == 0)
        Q_EMIT idle();
}

} // namespace rayhelm
