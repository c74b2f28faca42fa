#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QString>

namespace rayhelm {

/// The name of the Kubernetes Secret that holds the MLflow account of a release.
QString mlflowSecretName(const QString &release);

/// A Secret object whose only file `credentials` is what MLflow reads from ~/.mlflow/credentials. Goes to standard
/// input, never into an argument or a file.
QByteArray mlflowSecretManifest(const QString &release, const QString &installationId, const QString &user,
                                const Secret &password);

} // namespace rayhelm
