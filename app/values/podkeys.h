#pragma once

#include <QString>

namespace rayhelm::podkey {

// Keys of a pod group as the chart, the gateway and Kubernetes spell them.
inline const QString head = QStringLiteral("head");
inline const QString worker = QStringLiteral("worker");
inline const QString additionalGroups = QStringLiteral("additionalWorkerGroups");
inline const QString annotations = QStringLiteral("annotations");
inline const QString labels = QStringLiteral("labels");
inline const QString containerEnv = QStringLiteral("containerEnv");
inline const QString name = QStringLiteral("name");
inline const QString value = QStringLiteral("value");
inline const QString valueFrom = QStringLiteral("valueFrom");
inline const QString key = QStringLiteral("key");
inline const QString disabled = QStringLiteral("disabled");
inline const QString resources = QStringLiteral("resources");
inline const QString limits = QStringLiteral("limits");
inline const QString requests = QStringLiteral("requests");
inline const QString tolerations = QStringLiteral("tolerations");
inline const QString nodeSelector = QStringLiteral("nodeSelector");
inline const QString hostname = QStringLiteral("kubernetes.io/hostname");
inline const QString flags = QStringLiteral("slurm-job.vk.io/flags");
inline const QString singularityOptions = QStringLiteral("slurm-job.vk.io/singularity-options");
inline const QString singularityMounts = QStringLiteral("slurm-job.vk.io/singularity-mounts");
inline const QString podVpn = QStringLiteral("interlink.eu/pod-vpn");
inline const QString virtualNodeTaint = QStringLiteral("virtual-node.interlink/no-schedule");
inline const QString unreachableTaint = QStringLiteral("node.kubernetes.io/unreachable");

} // namespace rayhelm::podkey
