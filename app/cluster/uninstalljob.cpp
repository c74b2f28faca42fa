#include "cluster/uninstalljob.h"

#include "cluster/deletesteps.h"
#include "cluster/helm.h"
#include "cluster/helmjob.h"
#include "cluster/installfiles.h"
#include "cluster/installrecord.h"
#include "cluster/kubectl.h"
#include "core/text.h"
#include "remote/remotehost.h"
#include "values/secretoverlay.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::DeleteRelease)
};

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

Error notBegun(const ClusterHost &host)
{
    return Error{ErrorKind::NotFound,
                 Words::tr("The deletion of \"%1\" had not begun on the VM. Nothing was deleted; delete it again if you still want that.")
                     .arg(host.profile.releaseName), {}};
}

/// The cluster stays. When this cannot be noted, the VM is asked again after the next start, with the same answer.
Task<> giveUp(ClusterHost host, GiveBackReport report)
{
    report.givenUp = true;
    const GiveBackReports reports(host.dataDirectory);
    const Result<> kept = co_await reports.store(report, std::stop_token());
    co_return kept;
}

bool podsAreListed(const QJsonArray &pods, const GiveBackReport &report)
{
    const QList<PodView> listed = podsFromJson(pods);
    return std::any_of(listed.begin(), listed.end(), [&report](const PodView &pod) { return report.knowsPod(pod.uid.text()); });
}

} // namespace

Task<GiveBackReport> beginUninstall(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    const GiveBackReports reports(host.dataDirectory);
    report.jobId = newJob(true).id;
    for (GiveBackJob &job : report.jobs)
        job.askedToStop = QDateTime::currentDateTimeUtc();
    // Without the note an application that dies now would not find the deletion again.
    const Result<> kept = co_await reports.store(report, std::stop_token());
    if (!kept)
        co_return failure(kept.error());
    const RemoteJobSpec spec = uninstallSpec(host, report);
    Result<> started = co_await startHelmOnce(host, spec, steps, stop);
    if (!started) {
        const ErrorKind kind = started.error().kind;
        const bool isOpen = kind == ErrorKind::Cancelled || kind == ErrorKind::Unreachable || kind == ErrorKind::TimedOut;
        if (!isOpen) {
            const Result<> givenUp = co_await giveUp(host, report);
            dropped(givenUp, "the VM gives the same answer again");
        }
        co_return failure(kind == ErrorKind::NotFound ? notBegun(host) : started.error());
    }
    report.startedOnVm = true;
    const Result<> told = co_await reports.store(report, std::stop_token());
    dropped(told, "the VM is asked again whether it runs");
    co_return report;
}

Task<GiveBackReport> followUninstall(DeleteRequest request, GiveBackReport report, Steps *steps, std::stop_token stop)
{
    const ClusterHost host = request.host;
    const RemoteJob job{report.jobId, true};
    Result<HelmJobEnd> end = co_await followHelm(host, job, request.output, steps, stop);
    if (!end && end.error().kind == ErrorKind::NotFound) { // cut off in the moment in which it was begun
        Result<FoundDeletion> found = co_await findDeletion(host, report, stop);
        if (!found)
            co_return failure(found.error());
        if (found->left == DeletionLeft::NotBegun)
            co_return failure(notBegun(host));
        co_return found->report;
    }
    if (!end)
        co_return failure(end.error());
    // A time-out says that pods are slow to go: the next step watches them without a limit.
    const bool isSlow = says(end->output, "context deadline exceeded|timed out waiting|uninstallation completed with");
    const bool wasGone = says(end->output, "release: not found");
    const bool isDone = end->exitStatus == 0 || isSlow || wasGone;
    if (isDone) {
        report.helmDone = true;
        const GiveBackReports reports(host.dataDirectory);
        const Result<> kept = co_await reports.store(report, std::stop_token());
        if (!kept) // then the job stays on the VM and says the same after a restart
            co_return report;
    } else {
        const Result<> givenUp = co_await giveUp(host, report);
        dropped(givenUp, "the VM gives the same answer again");
    }
    Result<> forgotten = co_await forgetHelm(host, job, stop);
    dropped(forgotten, "its folder holds only the log");
    if (end->exitStatus == AnotherRelease)
        co_return failure(ErrorKind::Conflict,
                          Words::tr("\"%1\" is another cluster now than the one that was to be deleted. It was not deleted; look at it again.")
                              .arg(host.profile.releaseName),
                          end->output);
    if (!isDone)
        co_return failure(helmJobError(host, *end));
    co_return report;
}

bool isAnotherRelease(const GiveBackReport &report, const ReleaseGuard &guard)
{
    if (!guard.release.exists())
        return false;
    if (guard.installationId != report.installationId || (report.revision > 0 && guard.release.revision > report.revision))
        return true;
    // Without a mark nothing tells a release from the next one of that name, once helm has removed the first.
    return report.installationId.isEmpty() && report.helmDone && guard.release.state != ReleaseState::Uninstalling;
}

Task<FoundDeletion> findDeletion(ClusterHost host, GiveBackReport report, std::stop_token stop)
{
    FoundDeletion found;
    found.report = report;
    RemoteJobStatus status;
    if (!report.helmDone) {
        const RemoteJob job{report.jobId, true};
        Result<RemoteJobStatus> asked = co_await jobState(host.session, job, stop);
        if (!asked)
            co_return failure(asked.error());
        status = *asked;
    }
    if (status.state != RemoteJobState::Unknown) { // what runs or has run is followed, whatever has the name now
        found.left = DeletionLeft::GoesOn;
        found.report.startedOnVm = true;
        co_return found;
    }
    Result<ReleaseGuard> guard = co_await readReleaseGuard(host, stop);
    if (!guard)
        co_return failure(guard.error());
    const bool isReplaced = isAnotherRelease(report, *guard);
    if (!report.helmDone && guard->release.exists() && !isReplaced) {
        found.report.givenUp = true;
        const Result<> givenUp = co_await giveUp(host, found.report);
        dropped(givenUp, "the VM gives the same answer again");
        co_return found;
    }
    found.report.helmDone = true; // what was to be deleted is gone
    found.left = isReplaced ? DeletionLeft::Replaced : DeletionLeft::GoesOn;
    if (!isReplaced)
        co_return found;
    Steps silent;
    Result<QJsonArray> pods = co_await listForDeletion(host, ResourceKind::Pods, &silent, stop);
    if (!pods)
        co_return failure(pods.error());
    if (!podsAreListed(*pods, report))
        found.report.podsGoneAt = QDateTime::currentDateTimeUtc();
    const GiveBackReports reports(host.dataDirectory);
    const Result<> kept = co_await reports.store(found.report, std::stop_token());
    dropped(kept, "the VM gives the same answer again");
    co_return found;
}

Task<> removeOurs(ClusterHost host, GiveBackReport report, std::stop_token stop)
{
    if (report.installationId.isEmpty())
        co_return Result<>();
    RemoteCommand command = removeFilesCommand(host.profile, report.installationId, true);
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(kubectlError(*output, host.explanations));
    const InstallJournal journal(host.dataDirectory);
    const Result<> forgotten = co_await journal.forget(report.installationId, stop);
    co_return forgotten;
}

} // namespace rayhelm
