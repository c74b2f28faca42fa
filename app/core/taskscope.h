#pragma once

#include "core/task.h"

#include <QObject>

namespace rayhelm {

/// Keeps running journeys alive. The owner of the services that the journeys use calls `close()` and waits for it
/// before it destroys any of them; so services outlive coroutines.
class TaskScope : public QObject
{
    Q_OBJECT
public:
    explicit TaskScope(QObject *parent = nullptr);
    /// All journeys must have ended (`close()` was awaited, or `isIdle()`).
    ~TaskScope() override;

    /// Takes over a journey that has been started. Its own result is the journey's business.
    template<typename T>
    void keep(QCoro::Task<T> journey)
    {
        ++m_running;
        watch(std::move(journey));
    }

    std::stop_token stopToken() const { return m_stop.get_token(); }
    bool isIdle() const { return m_running == 0; }
    bool isClosing() const { return m_stop.stop_requested(); }

    /// Asks every journey to stop and waits until the last one has ended. Takes no new ones sensibly afterwards.
    QCoro::Task<void> close();

Q_SIGNALS:
    /// The last running journey has ended.
    void idle();

private:
    template<typename T>
    QCoro::Task<void> watch(QCoro::Task<T> journey)
    {
        co_await journey;
        finished();
    }
    void finished();

    std::stop_source m_stop;
    int m_running = 0;
};

} // namespace rayhelm
