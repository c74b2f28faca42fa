#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>
#include <QUrl>

namespace rayhelm {

/// Who logs in to which MLflow server. The password lives in the keychain and, on the cluster, in a Kubernetes Secret only.
struct MlflowAccount {
    QUrl uri; ///< tracking URI without user information or trailing slash
    QString user;
    Secret password;

    MlflowAccount clone() const;
};

/// The key of the Kubernetes Secret that holds `credentialsFile`.
QString credentialsKey();

/// The text of ~/.mlflow/credentials: the one file that MLflow reads by itself. InvalidInput: a user name or password that
/// this format cannot carry (empty, line breaks, blanks at its ends).
Result<Secret> credentialsFile(const MlflowAccount &account);

/// A tracking URI as typed. InvalidInput: empty, not http(s), user information or a query in it, no host.
Result<QUrl> trackingUri(const QString &text);
/// http to another machine: the password travels in clear. For a warning beside the field.
bool isUnencrypted(const QUrl &uri);

/// Where the server lets people make an account: "<uri>/signup".
QUrl signupPage(const QUrl &uri);

} // namespace rayhelm
