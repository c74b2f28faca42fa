#pragma once

#include "cluster/podview.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>

#include <chrono>
#include <optional>

namespace rayhelm {

/// One text of the status strip in three lengths; the strip takes the longest that fits.
struct StripText {
    QString full;
    QString brief;
    QString tiny; ///< icon and number only: "3"
};

/// A Slurm job that this user has, or perhaps still has. Kept on disk, so that what is held shows at once at start.
struct HeldJob {
    SlurmJobId slurmJob; ///< empty: its number is not known
    PodName podName;
    PodUid podUid;
    SlurmAsk ask;
    QDateTime firstRunning; ///< invalid: never seen running
    QDateTime lastSeen;
    bool queued = false;    ///< Slurm itself says that it waits
    bool running = false;   ///< seen running (container or Slurm)

    /// When Slurm ends it at the latest; invalid: no time limit known, or never seen running.
    QDateTime latestEnd() const;
};

/// What is paid for.
struct Held {
    int nodes = 0;
    int gpus = 0;
    bool gpusKnown = true;   ///< false: some pod does not state its GPUs
    int queuedNodes = 0;     ///< Slurm says that they wait
    int perhapsNodes = 0;    ///< of deleted clusters, without proof
    int perhapsGpus = 0;
    bool connected = true;
    QDateTime asOf;
    QDateTime ends;          ///< of the shortest job; invalid: not known
    QDateTime perhapsUntil;  ///< of the longest job without proof; invalid: not known
    QDateTime now;

    bool isNothing() const { return nodes == 0 && queuedNodes == 0 && perhapsNodes == 0; }
    /// Only deleted clusters are left, and nothing proves that their jobs have ended.
    bool isPerhaps() const { return nodes == 0 && queuedNodes == 0 && perhapsNodes > 0; }
    std::optional<std::chrono::seconds> timeLeft() const;
    StripText text() const;
};

/// Sums up running jobs. `left` are the jobs of deleted clusters without proof; they count as "perhaps".
Held heldFrom(const QList<HeldJob> &jobs, const QList<HeldJob> &left, const QDateTime &asOf, bool connected,
              const QDateTime &now);

QJsonArray heldJobsToJson(const QList<HeldJob> &jobs);
QList<HeldJob> heldJobsFromJson(const QJsonArray &array);

} // namespace rayhelm
