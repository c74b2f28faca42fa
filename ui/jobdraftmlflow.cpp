#include "ui/jobdraft.h"

#include "session/accounts.h"
#include "session/connection.h"
#include "session/session.h"

#include <QPointer>

namespace rayhelm {

void JobDraft::setMlflow(bool use)
{
    if (m_useMlflow == use)
        return;
    m_useMlflow = use;
    m_spec.editedEntrypoint.clear();
    giveUpExperiment();
    if (use)
        m_experimentTimer.start();
    touched();
}

void JobDraft::setMlflowUri(const QString &uri)
{
    if (m_spec.mlflowUri == uri.trimmed())
        return;
    m_spec.mlflowUri = uri.trimmed();
    m_spec.editedEntrypoint.clear();
    m_experiment.reset();
    giveUpExperiment();
    m_experimentTimer.start();
    touched();
}

/// What is asked no longer is not waited for: being asked and having a question open are one thing.
void JobDraft::giveUpExperiment()
{
    m_experimentJourney.end();
    m_checked.reset();
    Q_EMIT experimentChanged();
}

void JobDraft::setExperiment(const QString &name)
{
    if (m_spec.experiment == name.trimmed())
        return;
    m_spec.experiment = name.trimmed();
    m_spec.editedEntrypoint.clear();
    // An old verdict must not stand beside a new name.
    m_experiment.reset();
    m_experimentProblem.clear();
    giveUpExperiment();
    m_experimentTimer.start();
    touched();
}

void JobDraft::setRunName(const QString &name)
{
    m_spec.runName = name.trimmed();
    m_spec.editedEntrypoint.clear();
    touched();
}

void JobDraft::checkExperimentNow()
{
    giveUpExperiment();
    const bool possible = m_useMlflow && !m_spec.experiment.isEmpty() && experimentNameProblem(m_spec.experiment).isEmpty()
        && trackingUri(m_spec.mlflowUri).has_value() && m_session.edges().network;
    if (!possible)
        return;
    m_checked = m_experimentJourney.begin();
    m_experimentJourney.keep(experimentJourney(m_spec.mlflowUri, m_spec.experiment, *m_checked));
}

QCoro::Task<void> JobDraft::experimentJourney(QString uri, QString name, std::stop_token stop)
{
    const QPointer<JobDraft> self(this);
    Q_EMIT experimentChanged();
    const QString user = m_session.connection().profile().mlflowUser;
    const Result<std::shared_ptr<MlflowAccount>> account = co_await m_session.accounts().mlflowAccount(uri, user, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (!account) {
        showExperiment(failure(account.error()));
        co_return;
    }
    MlflowClient client(m_session.edges().network, (*account)->clone());
    const Result<ExperimentCheck> check = co_await client.checkExperiment(name, stop);
    if (!self || stop.stop_requested())
        co_return;
    showExperiment(check);
}

void JobDraft::showExperiment(const Result<ExperimentCheck> &check)
{
    m_checked.reset();
    m_experiment = check ? std::optional<ExperimentCheck>(*check) : std::nullopt;
    m_experimentProblem = check ? QString() : check.error().summary;
    Q_EMIT experimentChanged();
    Q_EMIT changed();
}

QString JobDraft::mlflowProblem() const
{
    if (!m_useMlflow)
        return {};
    const Result<QUrl> uri = trackingUri(m_spec.mlflowUri);
    if (!uri)
        return uri.error().summary;
    if (m_spec.experiment.isEmpty())
        return tr("Give the experiment a name.");
    const QString name = experimentNameProblem(m_spec.experiment);
    if (!name.isEmpty())
        return name;
    if (!m_experiment || m_experiment->verdict == ExperimentVerdict::Free || m_experiment->verdict == ExperimentVerdict::Yours)
        return {};
    return tr("Experiment \"%1\" cannot be used. It belongs to someone else, or was deleted. The job would fail after the wait. "
              "Choose another name.").arg(m_spec.experiment);
}

} // namespace rayhelm
