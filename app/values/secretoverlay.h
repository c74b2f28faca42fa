#pragma once

#include "core/result.h"
#include "yaml/yamlvalue.h"

#include <QDateTime>
#include <QStringList>

namespace rayhelm {

/// Names that Rayhelm writes on what it installs, and looks for later.
namespace stamp {
inline constexpr char owner[] = "rayhelm/owner";               ///< annotation: who installed it
inline constexpr char installation[] = "rayhelm/installation"; ///< label and annotation: random id of the installation
inline constexpr char installed[] = "rayhelm/installed";       ///< annotation: when, ISO 8601 in UTC
inline constexpr char volume[] = "rayhelm-mlflow";             ///< volume with the MLflow Secret
inline constexpr char mountPath[] = "/run/rayhelm/mlflow";     ///< where it is mounted
inline constexpr char credentialsFile[] = "credentials";       ///< key of the Secret
} // namespace stamp

struct OverlayRequest {
    QString secretName;     ///< Kubernetes Secret with the key "credentials"; empty: no MLflow account
    QString owner;
    QString installationId; ///< letters, digits and hyphens, at most 63
    QDateTime installed;
    QString chartVersion = QStringLiteral("1.2.2");
};

struct Overlay {
    QByteArray yaml;         ///< a second values file for `--values`, after the user's
    QStringList explanation; ///< plain sentences: what is added and why
    QStringList warnings;    ///< what could not be added, with the reason
};

/// The values that Rayhelm adds to the user's when it installs. Lists hold the user's entries first, since a list of the
/// second file replaces the one of the first. Conflict when the user's values already use our volume or mount path.
Result<Overlay> mountSecretOverlay(const YamlValue &values, const OverlayRequest &request);

/// The shell text that links the mounted file into $HOME/.mlflow when nothing is there, and takes the link away at the
/// end. It never fails, whatever the HOME is.
QString linkCredentialsCommand();

} // namespace rayhelm
