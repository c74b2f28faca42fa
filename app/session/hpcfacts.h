#pragma once

#include "core/task.h"
#include "values/slurmpartition.h"

#include <QObject>

namespace rayhelm {

class Connection;
class SessionEdges;
class TaskScope;

/// What is known about the HPC through its login node. It is read when that login is opened for something else, so that
/// nobody is asked for a password only for this.
class HpcFacts : public QObject
{
    Q_OBJECT
public:
    HpcFacts(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent = nullptr);

    /// Empty: not known.
    const SlurmPartitions &partitions() const { return m_partitions; }

Q_SIGNALS:
    void changed();

private:
    QCoro::Task<void> readJourney();
    void forget();

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    SlurmPartitions m_partitions;
};

} // namespace rayhelm
