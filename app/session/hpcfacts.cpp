#include "session/hpcfacts.h"

#include "cluster/slurmpartitions.h"
#include "core/taskscope.h"
#include "session/connection.h"
#include "session/session.h"

namespace rayhelm {

HpcFacts::HpcFacts(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent)
    : QObject(parent), m_edges(edges), m_scope(scope), m_connection(connection)
{
    connect(&m_connection, &Connection::hpcConnected, this, [this] { m_scope.keep(readJourney()); });
    connect(&m_connection, &Connection::carriersChanged, this, &HpcFacts::forget);
}

QCoro::Task<void> HpcFacts::readJourney()
{
    RemoteSession *hpc = m_connection.hpc();
    const Result<SlurmPartitions> partitions = co_await listPartitions(hpc, m_edges.explanations, m_scope.stopToken());
    // A site may hide its partitions; the checks that need them then say nothing.
    if (!partitions || hpc != m_connection.hpc() || *partitions == m_partitions)
        co_return;
    m_partitions = *partitions;
    Q_EMIT changed();
}

void HpcFacts::forget()
{
    if (m_partitions.isEmpty())
        return;
    m_partitions.clear();
    Q_EMIT changed();
}

} // namespace rayhelm
