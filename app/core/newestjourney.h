#pragma once

#include "core/taskscope.h"

#include <optional>

namespace rayhelm {

/// Journeys of one kind of which only the newest counts: beginning one ends the one before. They run in a scope, so what they use
/// outlives them, and closing the scope ends them too. Its owner may go at any time: that ends the journey.
class NewestJourney
{
public:
    /// `scope` must outlive it.
    explicit NewestJourney(TaskScope &scope)
        : m_scope(scope)
    {
    }
    ~NewestJourney() { end(); }
    Q_DISABLE_COPY_MOVE(NewestJourney)

    /// The token of the journey that is now the newest; give the journey to `keep`.
    std::stop_token begin()
    {
        end();
        m_source = std::stop_source();
        m_onClose.emplace(m_scope.stopToken(), Request{m_source});
        return m_source.get_token();
    }
    void keep(QCoro::Task<void> journey) { m_scope.keep(std::move(journey)); }
    void end() { m_source.request_stop(); }

private:
    struct Request {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };
    TaskScope &m_scope;
    std::stop_source m_source;
    std::optional<std::stop_callback<Request>> m_onClose;
};

} // namespace rayhelm
