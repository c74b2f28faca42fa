#pragma once

#include "cluster/clusterhost.h"
#include "cluster/helm.h"
#include "core/task.h"

namespace rayhelm {

/// The two values files of one install as they lie in the working directory until helm has read them: the user's, byte
/// for byte, and what Rayhelm adds.
QStringList installFileNames(const QString &installationId);

Task<> sendInstallFiles(ClusterHost host, QString installationId, QByteArray values, QByteArray overlay, std::stop_token stop);

/// Shell text that removes the files (if any) and the Secret (unless its name is empty).
QString removeScript(const Profile &profile, const QStringList &files, const QString &secretName);
RemoteCommand removeFilesCommand(const Profile &profile, const QStringList &files, const QString &secretName);

/// The detached script: looks once more whose the name is (exit status `nameTaken`), runs helm, removes the files.
QString installScript(const Profile &profile, HelmVersion version, const HelmInstall &install, int nameTaken);

} // namespace rayhelm
