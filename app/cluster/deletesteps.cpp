#include "cluster/deletesteps.h"

#include "cluster/installrecord.h"
#include "cluster/kubectl.h"
#include "cluster/objectversions.h"
#include "cluster/releaseguard.h"
#include "cluster/uninstalljob.h"
#include "cluster/waitforlink.h"
#include "core/sleep.h"
#include "core/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::DeleteRelease)
};

QStringList uidsOf(const QJsonArray &items)
{
    QStringList uids;
    for (const QJsonValue &item : items)
        uids.append(uidOf(item.toObject()));
    return uids;
}

bool isMadeBy(const QJsonValue &item, const QStringList &owners)
{
    const QJsonArray references
        = item.toObject().value(QLatin1String("metadata")).toObject().value(QLatin1String("ownerReferences")).toArray();
    return std::any_of(references.begin(), references.end(), [&owners](const QJsonValue &reference) {
        return owners.contains(reference.toObject().value(QLatin1String("uid")).toString());
    });
}

/// Pods and definitions of the cluster that is being deleted: what was noted, what those made, and, while no other release has the
/// name, whatever carries it.
QJsonArray ofTheDeleted(const QJsonArray &items, const GiveBackReport &report, bool nameIsFree)
{
    QJsonArray its;
    for (const QJsonValue &item : items) {
        const QString uid = uidOf(item.toObject());
        if (nameIsFree || report.knowsPod(uid) || report.rayClusters.contains(uid) || isMadeBy(item, report.rayClusters))
            its.append(item);
    }
    return its;
}

bool lacksNumbers(const GiveBackReport &report)
{
    return std::any_of(report.jobs.begin(), report.jobs.end(), [](const GiveBackJob &job) { return job.job.slurmJob.isEmpty(); });
}

/// What was seen on the screen knows when each pod began to run.
void takeStarts(GiveBackReport &report, const ClusterStatus &status)
{
    for (GiveBackJob &job : report.jobs) {
        for (const PodStatus &pod : status.pods) {
            if (pod.pod.uid == job.job.podUid && pod.firstRunning.isValid())
                job.job.firstRunning = pod.firstRunning;
        }
    }
}

/// Slurm may know the number of a job that Kubernetes has not been told yet.
Task<GiveBackReport> askForNumbers(ClusterHost host, GiveBackReport report, std::stop_token stop)
{
    if (!host.hpc || host.hpc->state() != LinkState::Connected)
        co_return report;
    QList<PodUid> uids;
    for (const GiveBackJob &job : std::as_const(report.jobs))
        uids.append(job.job.podUid);
    const QList<SlurmJobId> ids = report.slurmJobs();
    Result<SlurmAnswer> answer = co_await askSlurm(host.hpc, ids, uids, host.explanations, stop);
    if (!answer)
        co_return report;
    for (GiveBackJob &job : report.jobs) {
        const SlurmJobView *found = answer->find(job.job.slurmJob, job.job.podUid);
        if (!found)
            continue;
        job.job.slurmJob = found->jobId;
        job.job.queued = found->state == SlurmState::Pending;
        if (found->state == SlurmState::Running && found->started.isValid())
            job.job.firstRunning = found->started;
        if (found->timeLimit)
            job.job.ask.timeLimit = found->timeLimit;
    }
    co_return report;
}

/// Which release the report is about. Of a release that is gone already, what its install has left is removed.
void noteMarks(GiveBackReport &report, const DeleteRequest &request)
{
    const ReleaseGuard &guard = request.guard;
    if (guard.release.exists()) {
        report.installationId = guard.installationId;
        report.owner = guard.owner;
        report.revision = guard.ownership == Ownership::Ours ? 0 : guard.release.revision;
    } else if (const auto record = InstallJournal(request.host.dataDirectory).newest(request.host.profile)) {
        report.installationId = record->installationId;
    }
}

} // namespace

Task<QJsonArray> listForDeletion(ClusterHost host, ResourceKind kind, Steps *steps, std::stop_token stop)
{
    RemoteCommand command = Kubectl(host.profile).list(kind);
    command.shownAs.clear();
    while (true) {
        Result<RemoteOutput> output = co_await host.session->run(command, stop);
        if (output) {
            Result<QJsonArray> items = co_await readKubectlList(*output, host.explanations, stop);
            co_return items;
        }
        const bool isCut = output.error().kind == ErrorKind::Unreachable && host.session->state() != LinkState::Disconnected;
        if (!isCut)
            co_return failure(output.error());
        steps->setGoingOnRemotely(true);
        Result<> linked = co_await waitForLinkBack(host.session, stop);
        steps->setGoingOnRemotely(false);
        if (!linked)
            co_return failure(linked.error());
    }
}

Task<GiveBackReport> beginReport(DeleteRequest request, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    GiveBackReport report;
    report.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    report.profileId = host.profile.id;
    report.release = host.profile.releaseName;
    noteMarks(report, request);
    report.place = host.session->place(false);
    report.begun = QDateTime::currentDateTimeUtc();
    report.contactLost = request.status.gateway.contactLost();
    Result<QJsonArray> definitions = co_await listForDeletion(host, ResourceKind::RayClusters, steps, stop);
    if (!definitions && definitions.error().kind != ErrorKind::NotFound)
        co_return failure(definitions.error());
    report.rayClusters = definitions ? uidsOf(*definitions) : QStringList();
    const QDateTime limit = report.begun.addMSecs(request.jobNumberWait.count());
    while (true) {
        Result<QJsonArray> items = co_await listForDeletion(host, ResourceKind::Pods, steps, stop);
        if (!items)
            co_return failure(items.error());
        report.note(podsFromJson(*items), QDateTime::currentDateTimeUtc());
        takeStarts(report, request.status);
        Result<GiveBackReport> asked = co_await askForNumbers(host, report, stop);
        report = *asked;
        if (!lacksNumbers(report) || QDateTime::currentDateTimeUtc() >= limit)
            break;
        steps->note(Words::tr("Waiting for the numbers of jobs that are just being handed over..."));
        Result<> slept = co_await sleepFor(request.poll, stop);
        if (!slept)
            co_return failure(slept.error());
    }
    const auto missing = std::count_if(report.jobs.begin(), report.jobs.end(),
                                       [](const GiveBackJob &job) { return job.job.slurmJob.isEmpty(); });
    if (missing > 0)
        steps->note(Words::tr("%n pod(s) have no Slurm job number; their jobs may start later.", nullptr, int(missing)));
    else
        steps->note(Words::tr("%n Slurm job(s) noted", nullptr, int(report.jobs.size())));
    const GiveBackReports reports(host.dataDirectory);
    const Result<> kept = co_await reports.store(report, std::stop_token()); // a slow disk holds up the deletion, not the window
    if (!kept)
        co_return failure(kept.error());
    co_return report;
}

Task<GiveBackReport> awaitPodsGone(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    const GiveBackReports reports(host.dataDirectory);
    while (true) {
        Result<QJsonArray> pods = co_await listForDeletion(host, ResourceKind::Pods, steps, stop);
        if (!pods)
            co_return failure(pods.error());
        Result<QJsonArray> clusters = co_await listForDeletion(host, ResourceKind::RayClusters, steps, stop);
        const bool definitionGone = !clusters && clusters.error().kind == ErrorKind::NotFound;
        if (!clusters && !definitionGone)
            co_return failure(clusters.error());
        // A cluster that was installed meanwhile under the same name is nobody's business here.
        Result<ReleaseGuard> guard = co_await readReleaseGuard(host, stop);
        if (!guard && guard.error().isCancelled())
            co_return failure(guard.error());
        const bool nameIsFree = guard && !isAnotherRelease(report, *guard);
        const QJsonArray left = ofTheDeleted(*pods, report, nameIsFree);
        // KubeRay may have made a pod between the note and the uninstall.
        report.note(podsFromJson(left), QDateTime::currentDateTimeUtc());
        if (left.isEmpty() && (definitionGone || ofTheDeleted(*clusters, report, nameIsFree).isEmpty()))
            break;
        steps->note(Words::tr("%n pod(s) left", nullptr, int(left.size())));
        const Result<> kept = co_await reports.store(report, std::stop_token());
        if (!kept)
            steps->note(kept.error().summary);
        Result<> slept = co_await sleepFor(request.poll, stop);
        if (!slept)
            co_return failure(slept.error());
    }
    report.podsGoneAt = QDateTime::currentDateTimeUtc();
    const Result<> kept = co_await reports.store(report, std::stop_token());
    if (!kept)
        co_return failure(kept.error());
    Result<> removed = co_await removeOurs(host, report, stop);
    if (!removed && removed.error().isCancelled())
        co_return failure(removed.error());
    if (!removed)
        steps->note(Words::tr("What Rayhelm had stored on the VM could not be removed."));
    co_return report;
}

Task<GiveBackReport> uninstallWithReport(DeleteRequest request, Steps *steps, std::stop_token stop)
{
    Result<GiveBackReport> noted = co_await beginReport(request, steps, stop);
    if (!noted)
        co_return failure(noted.error());
    GiveBackReport report = *noted;
    Result<GiveBackReport> begun = co_await beginUninstall(request, report, steps, stop);
    if (!begun)
        co_return failure(begun.error());
    report = *begun;
    Result<GiveBackReport> uninstalled = co_await followUninstall(request, report, steps, stop);
    if (!uninstalled)
        co_return failure(uninstalled.error());
    report = *uninstalled;
    Result<GiveBackReport> gone = co_await awaitPodsGone(request, report, steps, stop);
    co_return gone;
}

} // namespace rayhelm
