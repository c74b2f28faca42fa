#pragma once

#include "core/profile.h"
#include "remote/remotehost.h"

#include <QMap>

namespace rayhelm {

/// The pure half of `checkHost`: what is asked, and what the answers mean.

/// A shell text that prints one "name=value" line per fact about the account and the tools.
QString toolQuestions(const Profile &profile);
/// "name=value" lines; a name that occurs more than once collects its values, separated by line feeds.
QMap<QString, QString> keyValues(const QByteArray &text);
/// Fills account, folders, tools and the chart repository into `facts` and adds a problem for each thing that is missing.
void readTools(const QMap<QString, QString> &answers, const Profile &profile, const QString &place, HostFacts *facts);

/// What kubectl's refusal means (no cluster settings, not allowed, not reachable).
Error kubernetesError(const QString &errorText, const QString &place, bool asRoot);
/// The output of `kubectl version -o json`.
void readKubernetesVersion(const QByteArray &json, HostFacts *facts);
/// The output of `kubectl get nodes -o json`: those that stand for an HPC.
QList<VirtualNode> virtualNodesOf(const QByteArray &json);
/// The operator's version from `kubectl get deployments -A -o json`; empty when it cannot be told.
QString operatorVersionOf(const QByteArray &json);

} // namespace rayhelm
