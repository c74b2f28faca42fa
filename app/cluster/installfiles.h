#pragma once

#include "cluster/clusterhost.h"
#include "cluster/helm.h"
#include "core/task.h"

namespace rayhelm {

/// What one install needs lies in ~/.rayhelm/install-<id> of root (of the account that logs in, without sudo) until helm has read it, where
/// nobody else can change it: the chart, the user's values byte for byte, and what Rayhelm adds.
QString installFolder(const QString &installationId);
extern const QString chartFileName;

/// Exit statuses of the scripts below.
enum InstallExit {
    NameTaken = 78,       ///< the name belongs to somebody else
    FilesChanged = 79,    ///< a file is not the one that was reviewed
    AnotherRelease = 80,  ///< not the release that was to be deleted
};

/// Fetches the chart and sends both values files. `reviewedChart`: the SHA-256 that the review has seen (empty: none was made).
/// Errors: Conflict (another chart than the reviewed one), what helm and the VM's files answer.
Task<HelmInstall> sendInstallFiles(ClusterHost host, HelmInstall install, QByteArray values, QByteArray overlay, QByteArray reviewedChart,
                                   std::stop_token stop);

/// Runs a command of helm's that works in such a folder. Errors: Forbidden (the folder is not root's alone), what helm answers.
Task<RemoteOutput> runInInstallFolder(ClusterHost host, RemoteCommand command, std::stop_token stop);

/// Shell text, run in the install's folder: ends with `FilesChanged` unless each file is what it was.
QString checkFilesScript(const HelmInstall &install);

/// Shell text that removes the folder of the install (unless its id is empty) and, `withSecret`, the Secret that carries its mark.
QString removeScript(const Profile &profile, const QString &installationId, bool withSecret);
RemoteCommand removeFilesCommand(const Profile &profile, const QString &installationId, bool withSecret);

/// The detached script: looks once more whose the name is and whether the files are unchanged, runs helm, removes the files.
QString installScript(const Profile &profile, HelmVersion version, const HelmInstall &install);

} // namespace rayhelm
