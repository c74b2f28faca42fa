#include "ui/jobdraft.h"

#include "cluster/clusterstatus.h"
#include "core/storedfile.h"
#include "jobs/jobhistory.h"
#include "jobs/rayclient.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/raylink.h"
#include "session/session.h"
#include "ui/joblook.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

QStringList JobDraft::problems(Page page) const
{
    QStringList problems;
    switch (page) {
    case WhatPage:
        if (m_spec.folder.isEmpty())
            problems.append(tr("Choose the folder with your code."));
        else if (m_scanError)
            problems.append(m_scanError->summary);
        else if (m_scanning && m_scan.configs.isEmpty())
            problems.append(tr("The folder is still being read."));
        else if (!config())
            problems.append(m_scan.configs.isEmpty() ? tr("No pipeline found in %1.").arg(m_spec.folder) : tr("Choose a configuration."));
        else if (m_spec.pipeline.isEmpty())
            problems.append(tr("Choose what to run."));
        for (const JobOverride &change : m_spec.overrides) {
            const QString problem = overrideKeyProblem(change.key);
            if (!problem.isEmpty())
                problems.append(tr("%1: %2").arg(change.key, problem));
        }
        break;
    case FilesPage:
        if (m_planError)
            problems.append(m_planError->summary);
        for (const WorkingDirectoryProblem &problem : m_plan.problems) {
            if (problem.blocks)
                problems.append(problem.summary);
        }
        if (m_planning && m_plan.files.isEmpty() && problems.isEmpty())
            problems.append(tr("The files are still being looked at."));
        break;
    case MlflowPage:
        if (!mlflowProblem().isEmpty())
            problems.append(mlflowProblem());
        break;
    case ResourcesPage:
        break;
    case ReviewPage: {
        const Result<> spec = m_spec.editedEntrypoint.isEmpty() ? Result<>() : checkEntrypoint(m_spec.editedEntrypoint);
        if (!spec)
            problems.append(spec.error().summary);
        break;
    }
    case PageCount:
        break;
    }
    return problems;
}

bool JobDraft::isComplete() const
{
    for (int page = 0; page < PageCount; ++page) {
        if (!problems(Page(page)).isEmpty())
            return false;
    }
    return !m_planning;
}

QString JobDraft::whyNotSubmit() const
{
    for (int page = 0; page < PageCount; ++page) {
        const QStringList found = problems(Page(page));
        if (!found.isEmpty())
            return found.constFirst();
    }
    if (m_planning)
        return tr("The files are still being looked at.");
    if (m_session.jobs().isSubmitting())
        return tr("A job is being sent.");
    // Through an Ingress the head is reached without the VM; Ray's own answer is then the proof.
    const std::optional<QDateTime> answered = m_session.ray().answeredAt();
    const bool rayAnswers = m_session.ray().client() && answered && answered->secsTo(QDateTime::currentDateTime()) <= 30;
    if (!rayAnswers && !m_session.lifecycle().status().headUsable())
        return tr("The head of the cluster is not usable yet. The draft is kept.");
    return {};
}

QString JobDraft::command() const
{
    const std::shared_ptr<RayClient> client = m_session.ray().client();
    if (client)
        return equivalentCommand(specToSend(), client->address());
    RayAddress address;
    address.base = QUrl(QStringLiteral("http://127.0.0.1:8265"));
    return equivalentCommand(specToSend(), address);
}

JobSpec JobDraft::specToSend() const
{
    JobSpec spec = m_spec;
    if (!m_useMlflow) {
        spec.mlflowUri.clear();
        spec.experiment.clear();
        spec.runName.clear();
    }
    QStringList taken;
    const QList<JobRecord> jobs = m_session.jobs().jobs();
    for (const JobRecord &job : jobs)
        taken.append(job.spec.name);
    spec.name = nextJobName(spec.configName, taken);
    QSet<QString> reviewed;
    for (const PlannedFile &file : m_plan.files) {
        if (file.isSent())
            reviewed.insert(file.path);
    }
    spec.reviewed = std::make_shared<const QSet<QString>>(std::move(reviewed));
    return spec;
}

void JobDraft::adopt(const JobSpec &spec)
{
    m_spec = spec;
    m_spec.submissionId.clear();
    m_useMlflow = !spec.mlflowUri.isEmpty() || !spec.experiment.isEmpty();
    const QString file = spec.configName + QStringLiteral(".yaml");
    m_configPath = spec.configFolder.isEmpty() ? file : spec.configFolder + QLatin1Char('/') + file;
    m_experiment.reset();
    m_scan = ConfigScan();
    rescan();
    checkExperimentNow();
    touched();
}

void JobDraft::startNext()
{
    m_spec.submissionId.clear();
    m_spec.overrides.clear();
    m_spec.editedEntrypoint.clear();
    m_spec.runName.clear();
    rescan();
    checkExperimentNow();
    touched();
}

void JobDraft::read()
{
    if (m_file.isEmpty())
        return;
    const QJsonObject object = StoredFile(m_file).readJson().object();
    const Result<JobSpec> spec = jobSpecFromJson(object.value(QStringLiteral("spec")).toObject());
    if (!spec)
        return; // a draft of another version: nothing is lost but the answers
    const QString uri = m_spec.mlflowUri;
    m_spec = *spec;
    if (m_spec.mlflowUri.isEmpty())
        m_spec.mlflowUri = uri;
    m_configPath = object.value(QStringLiteral("config")).toString();
    m_useMlflow = object.value(QStringLiteral("mlflow")).toBool(true);
}

void JobDraft::write() const
{
    if (m_file.isEmpty())
        return;
    const QJsonObject object{{QStringLiteral("spec"), toJson(m_spec)},
                             {QStringLiteral("config"), m_configPath},
                             {QStringLiteral("mlflow"), m_useMlflow}};
    StoredFile(m_file).write(QJsonDocument(object).toJson());
}

} // namespace rayhelm
