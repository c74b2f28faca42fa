#pragma once

#include "cluster/clusterhost.h"
#include "cluster/clusterstatus.h"
#include "core/task.h"

#include <QByteArray>

namespace rayhelm {

/// Who a release belongs to, read from the labels of Helm's own objects.
struct ReleaseGuard {
    ReleaseInfo release;
    Ownership ownership = Ownership::None;
    QString owner;          ///< empty: no mark
    QString installationId; ///< empty: no mark
};

/// From the lines of Kubectl::releaseLabels(); `journalIds` are the installations of this computer.
Result<ReleaseGuard> parseReleaseLabels(const RemoteOutput &output, const QString &release, const QStringList &journalIds,
                                        const Explanations *explanations);
Task<ReleaseGuard> readReleaseGuard(ClusterHost host, std::stop_token stop);

/// M12, for a release that is not ours. No value: it may be installed or upgraded.
std::optional<Error> installConflict(const ReleaseGuard &guard, const Profile &profile);

} // namespace rayhelm
