#pragma once

#include "cluster/clusterhost.h"
#include "cluster/clusterstatus.h"
#include "cluster/installrecord.h"
#include "core/outputlines.h"
#include "core/secret.h"
#include "core/steps.h"
#include "core/task.h"

#include <memory>

namespace rayhelm {

class ClusterMonitor;
struct InstallComparison;

/// The MLflow account that the cluster gets as a Kubernetes Secret.
struct MlflowLogin {
    QString user;
    std::shared_ptr<const Secret> password;
};

struct InstallRequest {
    ClusterHost host;
    QByteArray values; ///< the user's file, byte for byte; it is never changed
    std::optional<MlflowLogin> mlflow; ///< no value: jobs of this cluster cannot log in to MLflow
    QString owner; ///< empty: the owner mark of this computer
    QByteArray reviewedChart; ///< SHA-256 (hex) of the chart that the review has shown; empty: none, and the fetched one is checked from then on
    ClusterMonitor *monitor = nullptr; ///< tells when the cluster is usable; nullptr: helm's end is the end
    OutputLines *output = nullptr;     ///< gets what helm writes
    std::stop_token stopHelm; ///< the user wants helm itself stopped, not only our waiting
};

/// What installing would do, before anything is changed.
struct InstallPreview {
    ReleaseInfo release;      ///< what has that name now; Absent: nothing
    Ownership ownership = Ownership::None;
    QString owner;
    QByteArray overlay;       ///< the second values file that Rayhelm adds
    QJsonObject runningValues; ///< the user's values of what runs
    std::optional<Error> problem; ///< installing is off, and why (M12, M13, unreadable values)
    std::shared_ptr<const InstallComparison> comparison; ///< read last, and nullptr until then
};

enum class HelmOutcome { Running, Succeeded, Failed, Stopped };

struct InstallOutcome {
    QString installationId;
    HelmOutcome helm = HelmOutcome::Succeeded;
    bool usable = false;
};

/// Names of the steps, for Steps::plan.
QStringList installStepNames();

Task<std::shared_ptr<InstallPreview>> previewInstall(InstallRequest request, std::stop_token stop);

/// 1 Check name and owner, 2 Store the MLflow account for the cluster, 3 Send the configuration, 4 Check it on the VM,
/// 5 Install, 6 Wait until usable (without a time limit). `stop` ends our waiting: a running helm goes on and is found
/// again by `resumeInstall`. Errors: Conflict (the name or the account's Secret belongs to someone else, an earlier helm left a
/// lock, or files or chart are not the reviewed ones),
/// InvalidInput (values), Cancelled, and what kubectl and helm answer.
Task<InstallOutcome> installRelease(InstallRequest request, Steps *steps, std::stop_token stop);

/// Goes on with an install that was begun before (application closed, link lost): steps 5 and 6.
Task<InstallOutcome> resumeInstall(InstallRequest request, InstallRecord record, Steps *steps, std::stop_token stop);

} // namespace rayhelm
