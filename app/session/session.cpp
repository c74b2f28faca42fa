#include "session/session.h"

#include "core/taskscope.h"
#include "session/accounts.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/hpcfacts.h"
#include "session/imagedesk.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/raylink.h"

namespace rayhelm {

Session::Session(SessionEdges edges, QObject *parent)
    : QObject(parent)
    , m_edges(std::move(edges))
    , m_scope(std::make_unique<TaskScope>())
    , m_accounts(std::make_unique<Accounts>(m_edges))
    , m_connection(std::make_unique<Connection>(m_edges, *m_scope, *m_accounts))
    , m_hpc(std::make_unique<HpcFacts>(m_edges, *m_scope, *m_connection))
    , m_configuration(std::make_unique<Configuration>(m_edges, *m_scope, *m_connection))
    , m_ray(std::make_unique<RayLink>(m_edges, *m_scope, *m_connection, *m_accounts))
    , m_lifecycle(std::make_unique<Lifecycle>(m_edges, *m_scope, *m_connection, *m_configuration, *m_accounts, *m_ray))
    , m_jobs(std::make_unique<JobDesk>(m_edges, *m_scope, *m_connection, *m_accounts, *m_ray))
    , m_images(std::make_unique<ImageDesk>(m_edges, *m_scope, *m_connection))
{
    connect(m_lifecycle.get(), &Lifecycle::installFinished, m_configuration.get(), &Configuration::keepAsLastCluster);
    connect(m_lifecycle.get(), &Lifecycle::deleteFinished, m_jobs.get(), &JobDesk::clusterDeleted);
}

Session::~Session() = default;

QCoro::Task<void> Session::close()
{
    co_await m_scope->close();
    co_await m_connection->closeLinks();
    co_await m_jobs->finish();
}

} // namespace rayhelm
