#pragma once

#include "cluster/podview.h"
#include "cluster/slurmjobs.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace rayhelm {

class Explanations;

enum class PodState {
    HandingOver,
    ProbablyRefused,
    InQueue,           ///< Slurm itself says PENDING
    QueuedOrStarting,  ///< job number known, Slurm not asked
    InUseByRay,        ///< Ray lists it ALIVE, Kubernetes is late
    Starting,
    WaitsForHead,      ///< costs hours
    Usable,
    RayDoesNotAnswer,  ///< perhaps its Slurm job is gone
    EndedEarly,
    BeingRemoved,
    StuckBeingRemoved,
    ContactLost,
    Unknown,           ///< no news for 90 s
};

/// One node of Ray's own list. `podName` is what Ray calls the instance; pods are never matched by address.
struct RayNodeView {
    PodName podName;
    bool alive = false;
    QDateTime answeredAt;
};

/// Everything that is known about one pod, and when it was learnt.
struct PodEvidence {
    PodView pod;
    QDateTime observedAt; ///< last news from Kubernetes
    /// This pod in Ray's last answer, not alive when Ray counted it before and does so no longer; no value: never counted.
    std::optional<RayNodeView> ray;
    std::optional<QDateTime> rayAnsweredAt; ///< Ray's last answer at all; no value: never
    std::optional<SlurmJobView> slurm;
    std::optional<QDateTime> slurmAnsweredAt; ///< Slurm's last answer about this pod; no value: never asked
    bool slurmMissingMeansEnded = false;    ///< Slurm was asked for this job, would show it, and did not
    bool headUsable = false;
    bool contactLost = false; ///< gateway not ready, bridge down or node lost
    QDateTime now;
};

struct PodVerdict {
    PodState state = PodState::Unknown;
    PodState was = PodState::Unknown; ///< for Unknown: what it read before
    QString words; ///< "Usable", "Unknown, was Usable"
    QString why;   ///< one sentence
    bool costsHours = false; ///< it holds nodes without being of use
};

/// The state of one pod: the table of screen S7. Usable only when phase Running, every container ready and running, and
/// Ray answered within the last 30 s with this pod ALIVE.
PodVerdict podState(const PodEvidence &evidence, const Explanations *explanations = nullptr);

/// Whether the pod counts as usable by Kubernetes' and Ray's word, apart from its age.
bool isUsable(const PodEvidence &evidence);

QString podStateWords(PodState state);
/// Its name as written in the code, for logs and tests.
QString podStateName(PodState state);

} // namespace rayhelm
