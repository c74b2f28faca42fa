#include "ui/jobrunlink.h"

#include "mlflow/mlflowaccount.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/runlink.h"
#include "session/session.h"

#include <QPointer>

namespace rayhelm {

JobRunLink::JobRunLink(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_journey(session.scope())
{
}

JobRunLink::~JobRunLink() = default;

QString JobRunLink::whyNot(const JobRecord &job) const
{
    if (job.spec.mlflowUri.isEmpty() || job.spec.experiment.isEmpty())
        return tr("This job was sent without an MLflow address and experiment.");
    const Result<QUrl> uri = trackingUri(job.spec.mlflowUri);
    return uri ? QString() : uri.error().summary;
}

void JobRunLink::find(const JobRecord &job)
{
    m_journey.keep(findJourney(job, m_journey.begin()));
}

QCoro::Task<void> JobRunLink::findJourney(JobRecord job, std::stop_token stop)
{
    const QPointer<JobRunLink> self(this);
    const Profile profile = m_session.connection().profile();
    const Result<QUrl> page = co_await findRunPage(m_session.edges(), m_session.accounts(), profile, job, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (page)
        Q_EMIT found(*page);
    else
        Q_EMIT failed(page.error());
}

} // namespace rayhelm
