#include "cluster/deletesteps.h"

#include "cluster/helm.h"
#include "cluster/helmjob.h"
#include "cluster/installfiles.h"
#include "cluster/installrecord.h"
#include "cluster/kubectl.h"
#include "cluster/waitforlink.h"
#include "core/sleep.h"
#include "core/text.h"
#include "remote/remotehost.h"
#include "values/secretoverlay.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::DeleteRelease)
};

/// The pods (or RayClusters) of the release. A broken link is waited for: the deletion goes on meanwhile.
Task<QJsonArray> listOf(ClusterHost host, ResourceKind kind, Steps *steps, std::stop_token stop)
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
        Result<> linked = co_await waitForLink(host.session, stop);
        steps->setGoingOnRemotely(false);
        if (!linked)
            co_return failure(linked.error());
    }
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

/// Ends with `AnotherRelease` unless what has the name now is the release that was to be deleted: the same installation, or for another's the
/// very revision that was shown. Nothing of that name is fine: helm then says so.
QString sameReleaseScript(const ClusterHost &host, const GiveBackReport &report)
{
    const QString fields = QStringLiteral("jsonpath={range .items[*]}{.metadata.labels.version} [{.metadata.labels.%1}] "
                                          "[{.metadata.labels.%2}]{\"\\n\"}{end}")
                               .arg(QLatin1String(stamp::installation), QLatin1String(stamp::owner));
    const QString look = Kubectl(host.profile).commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("get"), QStringLiteral("secrets"),
                                                            QStringLiteral("-l"), QStringLiteral("owner=helm,name=") + host.profile.releaseName,
                                                            QStringLiteral("-o"), fields});
    const QString marks = QStringLiteral(" [%1] [").arg(report.installationId);
    const QString same = report.revision > 0 ? shellQuoted(QString::number(report.revision) + marks + report.owner + QLatin1Char(']'))
        : report.installationId.isEmpty()    ? shellQuoted(QStringLiteral("no mark was noted"))
                                             : QLatin1Char('*') + shellQuoted(marks) + QLatin1Char('*');
    return QStringLiteral("found=$(%1) || exit 1\n"
                          "found=$(printf '%s\\n' \"$found\" | sort -n | tail -n 1)\n"
                          "case $found in '' | %2) ;; *) echo 'another release has this name now' >&2; exit %3;; esac\n")
        .arg(look, same, QString::number(int(AnotherRelease)));
}

/// Our Secret and values files that a killed install may have left go with the release, in the same detached script: an
/// application that dies now leaves nothing behind. They stay while the release stays.
RemoteJobSpec uninstallSpec(const ClusterHost &host, const GiveBackReport &report)
{
    const Helm helm(host.profile);
    RemoteJobSpec spec;
    spec.job = RemoteJob{report.jobId, true};
    spec.name = QStringLiteral("delete ") + host.profile.releaseName;
    spec.shownAs = helm.uninstallLine();
    spec.script = toolSettings(host.profile) + sameReleaseScript(host, report)
                  + QStringLiteral("%1\ncode=$?\nif %2 2>&1 | grep -q 'release: not found'; then\n:\n%3fi\nexit $code\n")
                        .arg(spec.shownAs, helm.commandLine({QStringLiteral("status"), host.profile.releaseName}),
                             removeScript(host.profile, report.installationId, true));
    return spec;
}

bool says(const QString &text, const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
}

/// Once more after a slow helm, whose script still saw the release.
Task<> removeOurs(ClusterHost host, QString installationId, std::stop_token stop)
{
    if (installationId.isEmpty())
        co_return Result<>();
    RemoteCommand command = removeFilesCommand(host.profile, installationId, true);
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(kubectlError(*output, host.explanations));
    co_return InstallJournal(host.dataDirectory).remove(installationId);
}

} // namespace

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
    const QDateTime limit = report.begun.addMSecs(request.jobNumberWait.count());
    while (true) {
        Result<QJsonArray> items = co_await listOf(host, ResourceKind::Pods, steps, stop);
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
    Result<> kept = GiveBackReports(host.dataDirectory).put(report);
    if (!kept)
        co_return failure(kept.error());
    co_return report;
}

Task<GiveBackReport> uninstall(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    const GiveBackReports reports(host.dataDirectory);
    const bool isNew = report.jobId.isEmpty();
    if (isNew)
        report.jobId = newJob(true).id;
    for (GiveBackJob &job : report.jobs) {
        if (!job.askedToStop.isValid())
            job.askedToStop = QDateTime::currentDateTimeUtc();
    }
    // Without the note an application that dies now would not find the deletion again.
    const Result<> kept = reports.put(report);
    if (!kept)
        co_return failure(kept.error());
    const RemoteJobSpec spec = uninstallSpec(host, report);
    // Starting the same job again is harmless, and covers an application that died before it had started.
    Result<> started = co_await startHelm(host, spec, steps, stop);
    if (!started) {
        if (isNew && !started.error().isCancelled()) {
            report.jobId.clear();
            dropped(reports.put(report), "the failure itself is told");
        }
        co_return failure(started.error());
    }
    Result<HelmJobEnd> end = co_await followHelm(host, spec.job, request.output, steps, stop);
    if (!end)
        co_return failure(end.error());
    // A time-out says that pods are slow to go: the next step watches them without a limit.
    const bool isSlow = says(end->output, "context deadline exceeded|timed out waiting|uninstallation completed with");
    const bool wasGone = says(end->output, "release: not found");
    if (end->exitStatus != 0 && !isSlow && !wasGone) {
        report.jobId.clear();
        dropped(reports.put(report), "the failure itself is told");
        if (end->exitStatus == AnotherRelease)
            co_return failure(ErrorKind::Conflict,
                              Words::tr("\"%1\" is another cluster now than the one that was to be deleted. It was not deleted; look at it again.")
                                  .arg(host.profile.releaseName),
                              end->output);
        co_return failure(helmJobError(host, *end));
    }
    report.helmDone = true;
    dropped(reports.put(report), "asked again, helm says that the release is gone");
    co_return report;
}

Task<GiveBackReport> awaitPodsGone(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    const GiveBackReports reports(host.dataDirectory);
    while (true) {
        Result<QJsonArray> pods = co_await listOf(host, ResourceKind::Pods, steps, stop);
        if (!pods)
            co_return failure(pods.error());
        // KubeRay may have made a pod between the note and the uninstall.
        report.note(podsFromJson(*pods), QDateTime::currentDateTimeUtc());
        Result<QJsonArray> clusters = co_await listOf(host, ResourceKind::RayClusters, steps, stop);
        const bool definitionGone = !clusters && clusters.error().kind == ErrorKind::NotFound;
        if (!clusters && !definitionGone)
            co_return failure(clusters.error());
        if (pods->isEmpty() && (definitionGone || clusters->isEmpty()))
            break;
        dropped(reports.put(report), "put again in the next round");
        steps->note(Words::tr("%n pod(s) left", nullptr, int(pods->size())));
        Result<> slept = co_await sleepFor(request.poll, stop);
        if (!slept)
            co_return failure(slept.error());
    }
    report.podsGoneAt = QDateTime::currentDateTimeUtc();
    const Result<> kept = reports.put(report);
    if (!kept)
        co_return failure(kept.error());
    Result<> removed = co_await removeOurs(host, report.installationId, stop);
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
    Result<GiveBackReport> uninstalled = co_await uninstall(request, report, steps, stop);
    if (!uninstalled)
        co_return failure(uninstalled.error());
    report = *uninstalled;
    Result<GiveBackReport> gone = co_await awaitPodsGone(request, report, steps, stop);
    co_return gone;
}

} // namespace rayhelm
