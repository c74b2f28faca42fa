#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace rayhelm {

enum class LoginKind { Keys, KeyFile, Password };

/// How to reach one cloud VM and what is called how there. It holds no secret, so it can be given to a colleague.
struct Profile {
    QUuid id;
    QString name;

    QString host;
    quint16 port = 22;
    QString user;
    LoginKind login = LoginKind::Keys;
    QString identityFile;
    QString jumpHost; ///< "user@host:port" or a name of the user's ssh configuration; empty: none

    bool useSudo = true;
    QString workingDirectory = QStringLiteral(".interlink"); ///< relative to the login user's home
    QString kubernetesNamespace = QStringLiteral("default");
    QString releaseName = QStringLiteral("raycluster");
    QString chart = QStringLiteral("kuberay/ray-cluster");
    QString chartVersion = QStringLiteral("1.2.2");
    QString helmPath;    ///< empty: found in the PATH
    QString kubectlPath; ///< empty: found in the PATH
    QString kubeconfig;  ///< empty: what the account uses

    QString hpcLogin;        ///< "user@host:port" of the HPC login node; empty: none
    QString hpcIdentityFile;
    QString imageDirectory;  ///< folder of image files on the HPC
    QString valuesFile;      ///< last opened values file on the VM

    QString rayAddress; ///< Ingress address; empty: a tunnel to the head
    QString rayUser;    ///< user for the Ingress' password
    QString mlflowUri;
    QString mlflowUser;

    bool practice = false; ///< the practice VM of this computer
};

QJsonObject toJson(const Profile &profile);
/// Unknown keys are ignored, missing ones get their defaults. InvalidInput when the text is not a profile.
Result<Profile> profileFromJson(const QJsonObject &object);

} // namespace rayhelm
