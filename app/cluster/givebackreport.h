#pragma once

#include "cluster/held.h"
#include "cluster/slurmjobs.h"
#include "core/storedfile.h"
#include "core/task.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QUuid>

#include <optional>

namespace rayhelm {

enum class JobProof { None, StillWaiting, StillRunning, Ended };

/// One pod that was deleted, and what is known about its Slurm job.
struct GiveBackJob {
    HeldJob job; ///< slurmJob empty: its number was never known, it may start later
    QDateTime askedToStop; ///< invalid: not yet
    JobProof proof = JobProof::None;
    QString slurmWord; ///< "COMPLETED"
    QDateTime endedAt; ///< invalid: not known
};

enum class GiveBackVerdict { Going, NotDeleted, StillHeld, NoProof, GivenBack };

/// What became of everything a cluster held. Never says "freed": asked and proven are kept apart.
struct GiveBackReport {
    QString id;
    QUuid profileId;
    QString release;
    /// The release that was to be deleted, by its marks: the uninstall refuses any other one that has its name.
    QString installationId, owner;
    int revision = 0; ///< 0: any revision of this installation; ours may have been changed meanwhile
    QString place; ///< "labadmin@vm"
    QDateTime begun;
    QDateTime podsGoneAt; ///< invalid: not yet
    int podCount = 0;
    QList<GiveBackJob> jobs;
    QDateTime provenAt;   ///< last answer of Slurm
    bool contactLost = false; ///< the gateway was away during the deletion
    bool helmDone = false;
    QString jobId; ///< the detached uninstall on the VM; noted before it is begun
    bool startedOnVm = false; ///< it was seen there; until then nobody knows whether it was begun
    bool givenUp = false;     ///< not begun, or helm failed: the cluster is still there, and nothing of this goes on
    QStringList rayClusters;  ///< UIDs of the definitions of that release

    GiveBackVerdict verdict() const;
    /// Something of it may still go on at the VM.
    bool isOpen() const { return !givenUp && !jobId.isEmpty() && !podsGoneAt.isValid(); }
    bool knowsPod(const QString &uid) const;
    QString headline() const; ///< "Asked to stop, no proof yet"
    QStringList sentences() const;
    /// Text to send to the HPC's support.
    QString supportText() const;
    QList<SlurmJobId> slurmJobs() const; ///< every number noted before the deletion
    /// Jobs that may still be held.
    QList<HeldJob> unproven() const;
    void apply(const SlurmAnswer &answer);
    /// Notes the pods of a list: new ones, and job numbers that were not known before.
    void note(const QList<PodView> &pods, const QDateTime &at);
};

QJsonObject toJson(const GiveBackReport &report);
Result<GiveBackReport> giveBackReportFromJson(const QJsonObject &object);

/// The reports of this computer, one file each.
class GiveBackReports
{
public:
    explicit GiveBackReports(QString dataDirectory);
    QList<GiveBackReport> all() const; ///< newest first
    std::optional<GiveBackReport> newest(const QUuid &profileId, const QString &release) const;
    /// On the disk when it answers.
    Task<> store(GiveBackReport report, std::stop_token stop) const;
    void remove(const QString &id) const;

private:
    StoredFile fileOf(const QString &id) const;

    QString m_directory;
};

} // namespace rayhelm
