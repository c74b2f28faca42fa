#pragma once

#include "session/raylink.h"

#include <stop_token>

namespace rayhelm {

/// Ends what is done over one way to Ray when that way is closed: on a way that is gone no answer ever comes, and the next one may
/// lead to another cluster.
class UntilWayCloses
{
public:
    UntilWayCloses(const RayLink &ray, const std::shared_ptr<RayClient> &client, std::stop_token stop)
        : m_onStop(std::move(stop), Request{m_source})
    {
        if (client != ray.client())
            m_source.request_stop();
        m_onClosed = QObject::connect(&ray, &RayLink::closed, Request{m_source});
    }
    ~UntilWayCloses() { QObject::disconnect(m_onClosed); }
    Q_DISABLE_COPY_MOVE(UntilWayCloses)

    std::stop_token token() const { return m_source.get_token(); }

private:
    struct Request {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };
    std::stop_source m_source;
    std::stop_callback<Request> m_onStop;
    QMetaObject::Connection m_onClosed;
};

} // namespace rayhelm
