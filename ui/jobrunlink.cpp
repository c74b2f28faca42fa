#include "ui/jobrunlink.h"

#include "mlflow/mlflowclient.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/session.h"

#include <QPointer>

namespace rayhelm {

namespace {

/// The pipeline's own run, not those of its workers.
QString runOf(const JobRecord &job, const QList<MlflowRun> &runs)
{
    if (!job.mlflowRunId.isEmpty())
        return job.mlflowRunId;
    for (const MlflowRun &run : runs) {
        if (run.parentRunId.isEmpty() && run.started.isValid() && run.started >= job.submitted.addSecs(-60))
            return run.runId;
    }
    return {};
}

} // namespace

JobRunLink::JobRunLink(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
}

JobRunLink::~JobRunLink()
{
    m_stop.request_stop();
}

QString JobRunLink::whyNot(const JobRecord &job) const
{
    if (job.spec.mlflowUri.isEmpty() || job.spec.experiment.isEmpty())
        return tr("This job was sent without an MLflow address and experiment.");
    const Result<QUrl> uri = trackingUri(job.spec.mlflowUri);
    return uri ? QString() : uri.error().summary;
}

void JobRunLink::find(const JobRecord &job)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    findJourney(job, m_stop.get_token());
}

QCoro::Task<void> JobRunLink::findJourney(JobRecord job, std::stop_token stop)
{
    const QPointer<JobRunLink> self(this);
    const QString user = m_session.connection().profile().mlflowUser;
    const Result<std::shared_ptr<Secret>> password
        = co_await m_session.accounts().secret(AccountKind::Mlflow, job.spec.mlflowUri, user, stop);
    if (!self || stop.stop_requested())
        co_return;
    MlflowAccount account;
    account.uri = trackingUri(job.spec.mlflowUri).value_or(QUrl());
    account.user = user;
    if (password && *password)
        account.password = (*password)->clone();
    MlflowClient client(m_session.edges().network, std::move(account));
    const Result<ExperimentCheck> experiment = co_await client.checkExperiment(job.spec.experiment, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (!experiment || experiment->experimentId.isEmpty()) {
        Q_EMIT failed(experiment ? Error{ErrorKind::NotFound, tr("MLflow does not know the experiment \"%1\" yet.").arg(job.spec.experiment), {}}
                                 : experiment.error());
        co_return;
    }
    const Result<QList<MlflowRun>> runs = co_await client.runs(experiment->experimentId, 50, stop);
    if (!self || stop.stop_requested())
        co_return;
    const QString run = runs ? runOf(job, *runs) : job.mlflowRunId;
    Q_EMIT found(run.isEmpty() ? client.experimentPage(experiment->experimentId) : client.runPage(experiment->experimentId, run));
}

} // namespace rayhelm
