#pragma once

#include "cluster/helm.h"
#include "cluster/held.h"
#include "cluster/podstate.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace rayhelm {

enum class ClusterState {
    NotRead,      ///< nothing was read yet
    NoCluster,
    CannotRead,   ///< Kubernetes refuses or does not answer: never the same as "No cluster"
    Waiting,      ///< no pod exists yet, or all are handed over
    Queued,       ///< no pod runs, as far as known
    Starting,     ///< some run, none or not all usable
    Usable,       ///< every pod is usable
    ContactLost,
    RestartLoop,
    Deleting,
    LeftBehind,   ///< a cut-off helm left a lock
    Unknown,      ///< no news for 90 s
};

enum class Ownership { None, Ours, AnotherUser, UnknownOwner };

/// A pod with what it means.
struct PodStatus {
    PodView pod;
    PodVerdict verdict;
    QString title;      ///< "head", "worker 3"
    QDateTime since;    ///< when this state was first seen
    QDateTime firstRunning; ///< invalid: never seen running
    std::optional<std::chrono::seconds> timeLeft;
    bool timeLimitNear = false;
};

/// One of the warnings of screens.md section 4, with its text filled in.
struct ClusterNotice {
    QString id; ///< "M15"
    QString headline;
    QString text;
    bool urgent = false;
};

/// One sentence about what happened, kept after Kubernetes has forgotten it.
struct ClusterEvent {
    QDateTime at;
    QString words;
    QString raw;
    bool warning = false;
    QString key; ///< the event's UID
};

/// The HPC gateway of the cluster.
struct GatewayStatus {
    NodeName name;
    bool known = false;
    bool ready = true;
    bool bridgeUp = true;
    QDateTime since; ///< when the contact was lost; invalid: it is not lost
    QString raw;
    bool contactLost() const { return known && (!ready || !bridgeUp); }
};

/// The picture of the cluster at one moment.
struct ClusterStatus {
    ClusterState state = ClusterState::NotRead;
    ClusterState was = ClusterState::NotRead; ///< for Unknown
    QString heading;  ///< "Starting: 3 of 4 pods are usable"
    QString reason;   ///< one sentence: reason and next step
    StripText strip;
    QList<PodStatus> pods; ///< the head first
    int wanted = 0;        ///< pods the RayCluster asks for, at least those that exist
    int usable = 0;
    Held held;
    GatewayStatus gateway;
    ReleaseInfo release;
    Ownership ownership = Ownership::None;
    QString owner;
    QList<ClusterNotice> notices; ///< most urgent first
    QList<ClusterEvent> events;   ///< newest first
    std::optional<Error> error;   ///< for CannotRead
    QDateTime observedAt; ///< last news from Kubernetes; invalid: never
    std::optional<QDateTime> rayAnsweredAt;
    std::optional<QDateTime> slurmAnsweredAt;
    QString rayClusterState; ///< history only; never a proof of health

    bool headUsable() const;
    const PodStatus *head() const; ///< nullptr: there is none
    bool exists() const { return release.exists() || !pods.isEmpty(); }
};

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::ClusterStatus)
