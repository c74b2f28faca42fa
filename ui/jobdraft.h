#pragma once

#include "core/newestjourney.h"
#include "core/task.h"
#include "jobs/itwinaiconfig.h"
#include "jobs/jobspec.h"
#include "mlflow/mlflowclient.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace rayhelm {

class Session;

/// What the wizard's pages work on: the answers of the user, and what the checks have found about them. It survives a
/// change of panel and a restart. Everything that takes time is looked up in the background; old findings stay meanwhile.
class JobDraft : public QObject
{
    Q_OBJECT
public:
    enum Page { WhatPage, FilesPage, MlflowPage, ResourcesPage, ReviewPage, PageCount };

    /// `file`: where the draft is kept; empty: nowhere.
    JobDraft(Session &session, const QString &file, QObject *parent = nullptr);
    ~JobDraft() override;

    const JobSpec &spec() const { return m_spec; }
    /// With a name and an id of its own, ready to be sent.
    JobSpec specToSend() const;
    /// Takes over the answers of an earlier job, for "Submit again".
    void adopt(const JobSpec &spec);
    /// After sending: the answers stay as a beginning of the next job, its changes do not.
    void startNext();

    void setFolder(const QString &folder);
    void setConfig(const QString &path); ///< as in `scan().configs`
    void setPipeline(const QString &key);
    void setOverride(const QString &key, const QString &value); ///< empty value: no change
    void setExcluded(const QString &path, bool excluded);
    void ignoreLine(const IgnoreLine &line);
    void setSendOutsideLinks(bool send); ///< also what links out of the folder lead to
    void setMlflow(bool use);
    void setMlflowUri(const QString &uri);
    void setExperiment(const QString &name);
    void setRunName(const QString &name);
    void setDriver(double cpus, double gpus, qint64 memory);
    /// Empty: the built command.
    void setEditedEntrypoint(const QString &command);

    bool isScanning() const { return m_scanning; }
    const ConfigScan &scan() const { return m_scan; }
    const ItwinaiConfig *config() const; ///< nullptr: none is chosen
    bool isPlanning() const { return m_planning; }
    const WorkingDirectoryPlan &plan() const { return m_plan; }
    QStringList missingFiles() const; ///< of an earlier job: its configuration or folder that is gone
    bool usesMlflow() const { return m_useMlflow; }
    bool isCheckingExperiment() const { return m_checked.has_value(); }
    const std::optional<ExperimentCheck> &experiment() const { return m_experiment; }
    QString experimentProblem() const { return m_experimentProblem; } ///< it could not be checked

    /// What keeps a page from being left, as whole sentences; empty: it is complete.
    QStringList problems(Page page) const;
    bool isComplete() const;
    /// Why the job cannot be sent now; empty: it can.
    QString whyNotSubmit() const;
    QString command() const; ///< the equivalent command, without secrets

    void checkExperimentNow();
    void rescan();

Q_SIGNALS:
    void changed();
    void scanChanged();
    void planChanged();
    void experimentChanged();

private:
    void touched();
    void planSoon();
    void giveUpExperiment();
    QCoro::Task<void> scanJourney(QString folder, std::stop_token stop);
    QCoro::Task<void> planJourney(ScanOptions options, std::stop_token stop);
    QCoro::Task<void> experimentJourney(QString uri, QString name, std::stop_token stop);
    void showExperiment(const Result<ExperimentCheck> &check);
    void chooseDefaults();
    void applyConfig();
    void read();
    void write() const;
    RayVersion rayVersion() const;
    QString mlflowProblem() const;

    Session &m_session;
    QString m_file;
    JobSpec m_spec;
    QString m_configPath;
    bool m_useMlflow = true;
    ConfigScan m_scan;
    std::optional<Error> m_scanError;
    WorkingDirectoryPlan m_plan;
    std::optional<Error> m_planError;
    std::optional<ExperimentCheck> m_experiment;
    QString m_experimentProblem;
    bool m_scanning = false;
    bool m_planning = false;
    std::optional<std::stop_token> m_checked; ///< of the question to MLflow that is open
    QTimer m_planTimer;
    QTimer m_experimentTimer;
    QTimer m_writeTimer;
    NewestJourney m_scanJourney;
    NewestJourney m_planJourney;
    NewestJourney m_experimentJourney;
};

} // namespace rayhelm
