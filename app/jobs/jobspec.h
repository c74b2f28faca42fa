#pragma once

#include "core/result.h"
#include "jobs/rayaddress.h"
#include "jobs/raytypes.h"
#include "jobs/workingdirectory.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace rayhelm {

/// One "change for this job".
struct JobOverride {
    QString key;
    QString value;

    friend bool operator==(const JobOverride &, const JobOverride &) = default;
};

/// Everything one submission consists of. It holds no secret and can be kept and shown.
struct JobSpec {
    QString submissionId; ///< made by `newSubmissionId`, never used twice
    QString name;         ///< for people: "vega_training"

    QString folder;       ///< on this computer
    QStringList excludes;
    QList<IgnoreLine> ignoredLines;
    bool sendOutsideLinks = false; ///< also what links out of `folder` lead to
    std::shared_ptr<const QSet<QString>> reviewed; ///< the files of the list that was looked at; not kept

    QString configFolder; ///< of the configuration inside `folder`; empty: `folder` itself
    QString configName;
    QString pipeline;     ///< the pipe_key
    bool pipeKeyInConfig = false; ///< the file itself defines pipe_key, so it is overridden, not added
    QList<JobOverride> overrides;

    QString mlflowUri;    ///< empty: what the configuration says
    QString experiment;
    QString runName;
    bool trackingUriInConfig = true; ///< the file has a setting tracking_uri; if not, the environment carries it

    double cpus = 0;      ///< the driver's; 0 everywhere: it runs on the head
    double gpus = 0;
    qint64 memory = 0;    ///< bytes

    QString editedEntrypoint; ///< what the person made of the command; empty: `entrypoint` builds it
};

/// "rayhelm-vega_training-4f2a9c01d3b7": only letters, digits, _ and -, and random.
QString newSubmissionId(const QString &name);

/// What the cluster's shell runs.
QString entrypoint(const JobSpec &spec);
/// The same submission in today's words: "ray job submit --address ... -- itwinai exec-pipeline ...". No secret in it.
QString equivalentCommand(const JobSpec &spec, const RayAddress &address);
/// InvalidInput: no folder, no configuration or pipeline, a key that Hydra refuses, a command that holds a password.
Result<> checkJobSpec(const JobSpec &spec);
/// A command that a person edited. InvalidInput: empty, several lines, or something like PASSWORD=... in it.
Result<> checkEntrypoint(const QString &command);

/// What is posted, once the package is known.
JobSubmission submission(const JobSpec &spec, const QString &packageUri);

/// For drafts, the history and "Submit again".
QJsonObject toJson(const JobSpec &spec);
Result<JobSpec> jobSpecFromJson(const QJsonObject &object);

} // namespace rayhelm
