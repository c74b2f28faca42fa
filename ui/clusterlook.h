#pragma once

#include "cluster/clusterstatus.h"
#include "cluster/givebackreport.h"
#include "ui/theme.h"

namespace rayhelm {

/// How a state looks: a colour, and an icon whose shape tells it apart without the colour. The word comes from the service.
struct StateLook {
    StateKind kind = StateKind::Muted;
    QString icon; ///< of resources/icons

    QIcon themedIcon() const { return Theme::icon(icon, kind); }
};

StateLook podLook(PodState state);
StateLook clusterLook(ClusterState state);
StateLook verdictLook(GiveBackVerdict verdict);

/// Time of the day, with the date when it is not today's; empty for an invalid time.
QString clockText(const QDateTime &at);
/// "as of 14:02:10", or "as of 14:02 (3 min ago)" when it is older than 30 s; empty for an invalid time.
QString asOfText(const QDateTime &at, const QDateTime &now);
/// "4711223-4711226, 4711230": ranges of successive numbers, for sentences.
QString jobNumbersText(const QStringList &jobs);

} // namespace rayhelm
