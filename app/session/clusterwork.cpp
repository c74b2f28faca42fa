#include "session/clusterwork.h"

#include "session/connection.h"
#include "session/session.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ClusterWork)
};

} // namespace

ClusterHost clusterHost(const SessionEdges &edges, const Connection &connection)
{
    ClusterHost host;
    host.session = connection.remote();
    host.hpc = connection.hpc();
    host.explanations = edges.explanations;
    host.profile = connection.profile();
    host.dataDirectory = edges.dataDirectory;
    return host;
}

Error clusterIsBusy(ClusterWork running)
{
    QString what;
    switch (running) {
    case ClusterWork::Install: what = Words::tr("An install is going on."); break;
    case ClusterWork::Repair: what = Words::tr("A repair is going on."); break;
    case ClusterWork::Delete: what = Words::tr("The cluster is being deleted."); break;
    case ClusterWork::Resume: what = Words::tr("What went on at the VM is being looked for."); break;
    }
    return Error{ErrorKind::Conflict, what, {}};
}

} // namespace rayhelm
