#include "cluster/deleterelease.h"

#include "cluster/deletesteps.h"
#include "cluster/kubectl.h"
#include "cluster/savedlog.h"
#include "cluster/uninstalljob.h"
#include "core/localfile.h"
#include "core/sleep.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

enum DeleteStep { SaveLogs, NoteJobs, StopJobs, HelmDelete, PodsGone, Proof };

constexpr int logLines = 20000;
constexpr auto proofLimit = 2min; ///< Slurm ends a cancelled job within seconds; more is worth telling

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::DeleteRelease)
};

Task<ReleaseGuard> checkConsent(DeleteRequest request, std::stop_token stop)
{
    Result<ReleaseGuard> guard = co_await readReleaseGuard(request.host, stop);
    if (!guard)
        co_return failure(guard.error());
    const QString reason = typedNameReason(request.consent, guard->ownership);
    if (!reason.isEmpty() && request.consent.typedName != request.host.profile.releaseName)
        co_return failure(ErrorKind::Conflict, reason);
    co_return guard;
}

Task<> saveLogs(DeleteRequest request, Steps *steps, std::stop_token stop)
{
    if (!request.consent.saveLogs || request.logDirectory.isEmpty())
        co_return Result<>();
    const Result<LocalFolder> folder = LocalFolder::open(request.logDirectory);
    if (!folder)
        co_return failure(folder.error());
    int saved = 0;
    for (const PodStatus &pod : request.status.pods) {
        if (pod.pod.containers.isEmpty())
            continue;
        RemoteCommand command = Kubectl(request.host.profile).logs(pod.pod.name, pod.pod.containers.first().name, logLines);
        Result<RemoteOutput> output = co_await request.host.session->run(command, stop);
        if (!output)
            co_return failure(output.error());
        if (!output->succeeded() || output->out.isEmpty())
            continue; // a queued pod has written nothing; a gateway that is away keeps its logs
        const Result<QString> written = co_await saveLog(*folder, pod.pod.name, output->out, stop);
        if (!written)
            co_return failure(written.error()); // what cannot be kept must not be deleted
        ++saved;
    }
    steps->note(Words::tr("%n log(s) saved, without colours and other control characters", nullptr, saved));
    co_return Result<>();
}

} // namespace

QString typedNameReason(const DeleteConsent &consent, Ownership ownership)
{
    if (ownership == Ownership::AnotherUser)
        return Words::tr("It belongs to another user: type the cluster's name to delete it.");
    if (ownership == Ownership::UnknownOwner)
        return Words::tr("Nobody knows whose it is: type the cluster's name to delete it.");
    if (!consent.runningJobs)
        return Words::tr("Whether jobs run on it could not be asked: type the cluster's name to delete it.");
    if (*consent.runningJobs > 0)
        return Words::tr("%n job(s) run on it: type the cluster's name to delete it.", nullptr, *consent.runningJobs);
    return {};
}

QStringList deleteStepNames()
{
    return {Words::tr("Save logs"), Words::tr("Note Slurm job numbers"), Words::tr("Stop jobs"),
            Words::tr("helm delete"), Words::tr("Pods gone"), Words::tr("Proof from the HPC")};
}

Task<GiveBackReport> prepareDelete(DeleteRequest request, Steps *steps, std::stop_token stop)
{
    steps->begin(SaveLogs);
    Result<ReleaseGuard> allowed = co_await checkConsent(request, stop);
    if (!allowed)
        co_return failure(allowed.error());
    request.guard = *allowed;
    Result<> saved = co_await saveLogs(request, steps, stop);
    if (!saved)
        co_return failure(saved.error());
    steps->begin(NoteJobs);
    Result<GiveBackReport> report = co_await beginReport(request, steps, stop);
    if (!report)
        co_return report;
    steps->begin(StopJobs);
    co_return report;
}

Task<GiveBackReport> beginDelete(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    if (stop.stop_requested()) { // the last moment to take it back
        GiveBackReports(request.host.dataDirectory).remove(report.id);
        co_return cancelled();
    }
    steps->begin(HelmDelete);
    Result<GiveBackReport> begun = co_await beginUninstall(request, report, steps, stop);
    co_return begun;
}

Task<GiveBackReport> followDelete(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    for (int before = steps->current() + 1; before <= HelmDelete; ++before) // of a deletion that was begun before a restart
        steps->begin(before);
    if (!report.helmDone) {
        Result<GiveBackReport> uninstalled = co_await followUninstall(request, report, steps, stop);
        if (!uninstalled)
            co_return uninstalled;
        report = *uninstalled;
    }
    steps->begin(PodsGone);
    Result<GiveBackReport> gone = co_await awaitPodsGone(request, report, steps, stop);
    co_return gone;
}

Task<GiveBackReport> awaitProof(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    if (steps->current() != Proof)
        steps->begin(Proof);
    if (!host.hpc || host.hpc->state() != LinkState::Connected) {
        steps->note(Words::tr("No HPC login: whether the jobs have ended is not known from here."));
        co_return report;
    }
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(std::chrono::seconds(proofLimit).count());
    while (true) {
        Result<GiveBackReport> asked = co_await proveGivenBack(host, report, stop);
        if (!asked) {
            if (asked.error().isCancelled())
                co_return failure(asked.error());
            steps->note(asked.error().summary);
            co_return report;
        }
        report = *asked;
        steps->note(report.headline());
        if (report.verdict() != GiveBackVerdict::StillHeld || QDateTime::currentDateTimeUtc() >= limit)
            co_return report;
        Result<> slept = co_await sleepFor(request.poll, stop);
        if (!slept)
            co_return failure(slept.error());
    }
}

Task<GiveBackReport> deleteRelease(DeleteRequest request, Steps *steps, std::stop_token stop)
{
    steps->plan(deleteStepNames());
    Result<GiveBackReport> outcome = co_await prepareDelete(request, steps, stop);
    if (!outcome)
        co_return concluded(outcome, steps);
    GiveBackReport report = *outcome;
    outcome = co_await beginDelete(request, report, steps, stop);
    if (!outcome)
        co_return concluded(outcome, steps);
    report = *outcome;
    outcome = co_await followDelete(request, report, steps, stop);
    if (!outcome)
        co_return concluded(outcome, steps);
    report = *outcome;
    outcome = co_await awaitProof(request, report, steps, stop);
    co_return concluded(outcome, steps);
}

Task<GiveBackReport> proveGivenBack(ClusterHost host, GiveBackReport report, std::stop_token stop)
{
    if (!host.hpc)
        co_return failure(ErrorKind::NotFound, Words::tr("No HPC login is set: Slurm cannot be asked."));
    const QList<SlurmJobId> ids = report.slurmJobs();
    QList<PodUid> uids;
    for (const GiveBackJob &job : std::as_const(report.jobs))
        uids.append(job.job.podUid);
    if (uids.isEmpty())
        co_return report;
    Result<SlurmAnswer> answer = co_await askSlurm(host.hpc, ids, uids, host.explanations, stop);
    if (!answer)
        co_return failure(answer.error());
    report.apply(*answer);
    const GiveBackReports reports(host.dataDirectory);
    const Result<> kept = co_await reports.store(report, stop);
    if (!kept)
        co_return failure(kept.error());
    co_return report;
}

} // namespace rayhelm
