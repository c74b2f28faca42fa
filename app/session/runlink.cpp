#include "session/runlink.h"

#include "core/profile.h"
#include "jobs/jobhistory.h"
#include "mlflow/mlflowclient.h"
#include "session/accounts.h"
#include "session/session.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

constexpr int runsToLookAt = 50;
constexpr int clockDifference = 120; ///< seconds that the clocks of this computer and the server may differ

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RunLink)
};

/// Nested runs of workers belong to the job's own run, which is the one without a parent.
const MlflowRun *ownRun(const QList<MlflowRun> &runs, const JobRecord &job)
{
    const QDateTime earliest = job.submitted.addSecs(-clockDifference);
    for (const MlflowRun &run : runs) {
        if (run.parentRunId.isEmpty() && run.started >= earliest)
            return &run;
    }
    return nullptr;
}

} // namespace

Task<QUrl> findRunPage(SessionEdges &edges, Accounts &accounts, Profile profile, JobRecord job, std::stop_token stop)
{
    const QString server = job.spec.mlflowUri.isEmpty() ? profile.mlflowUri : job.spec.mlflowUri;
    if (!trackingUri(server) || job.spec.experiment.isEmpty())
        co_return failure(ErrorKind::NotFound, Words::tr("This job names no MLflow server and experiment."));
    // The job names the server, so it gets what is stored for that server and nothing else.
    const Result<std::shared_ptr<MlflowAccount>> account = co_await accounts.mlflowAccount(server, profile.mlflowUser, stop);
    if (!account)
        co_return failure(account.error());
    MlflowClient client(edges.network, (*account)->clone());
    const Result<ExperimentCheck> experiment = co_await client.checkExperiment(job.spec.experiment, stop);
    if (!experiment)
        co_return failure(experiment.error());
    if (experiment->experimentId.isEmpty())
        co_return failure(ErrorKind::NotFound, Words::tr("The experiment does not exist yet: the job makes it when it begins."));
    const Result<QList<MlflowRun>> runs = co_await client.runs(experiment->experimentId, runsToLookAt, stop);
    if (!runs)
        co_return failure(runs.error());
    const MlflowRun *run = ownRun(*runs, job);
    if (!run)
        co_return client.experimentPage(experiment->experimentId);
    co_return client.runPage(experiment->experimentId, run->runId);
}

} // namespace rayhelm
