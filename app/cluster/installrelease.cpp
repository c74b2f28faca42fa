#include "cluster/installrelease.h"

#include "cluster/clustermonitor.h"
#include "cluster/helmjob.h"
#include "cluster/installfiles.h"
#include "cluster/installplan.h"
#include "cluster/leftstate.h"
#include "cluster/mlflowsecret.h"
#include "core/completion.h"
#include "core/text.h"
#include "remote/ownfolder.h"

#include <QCoreApplication>

#include <functional>

namespace rayhelm {

namespace {

enum InstallStep { CheckOwner, StoreAccount, SendFiles, CheckFiles, RunHelm, AwaitUsable };

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::InstallRelease)
};

/// One token that is stopped by the scope or by the user.
class EitherStop
{
public:
    EitherStop(std::stop_token first, std::stop_token second)
        : m_first(std::move(first), [this] { m_source.request_stop(); })
        , m_second(std::move(second), [this] { m_source.request_stop(); })
    {
    }
    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_first;
    std::stop_callback<std::function<void()>> m_second;
};

/// What the steps hand on to each other.
struct Install {
    InstallRequest request;
    InstallRecord record;
    std::optional<InstallRecord> before; ///< of the install that runs now, when this is an upgrade
    ReleaseGuard guard;
    HelmVersion version;
    QByteArray overlay;
    bool helmBegan = false;

    HelmInstall helm; ///< what was sent
};

Task<> checkOwner(std::shared_ptr<Install> install, std::stop_token stop)
{
    const ClusterHost host = install->request.host;
    RemoteCommand ask = Helm(host.profile).version();
    Result<RemoteOutput> output = co_await host.session->run(ask, stop);
    if (!output)
        co_return failure(output.error());
    const Result<HelmVersion> version = parseHelmVersion(*output, host.explanations);
    if (!version)
        co_return failure(version.error());
    if (!version->hasLabels())
        co_return failure(ErrorKind::InvalidInput,
                          Words::tr("Helm on the VM is too old: it cannot mark whose cluster it is. Ask the owner for Helm "
                                    "3.13 or newer."), plainText(output->out, 200));
    install->version = *version;
    Result<ReleaseGuard> guard = co_await readReleaseGuard(host, stop);
    if (!guard)
        co_return failure(guard.error());
    install->guard = *guard;
    if (const auto conflict = installConflict(*guard, host.profile))
        co_return failure(*conflict);
    Result<LeftState> left = co_await readLeftState(host, stop);
    if (!left)
        co_return failure(left.error());
    if (left->action != RepairAction::None)
        co_return failure(ErrorKind::Conflict, left->words + QLatin1Char(' ') + left->proposal, left->release.description);
    install->record = newRecord(install->request, *guard);
    const Result<QByteArray> overlay = overlayFor(install->request, install->record);
    if (!overlay)
        co_return failure(overlay.error());
    install->overlay = *overlay;
    InstallJournal journal(host.dataDirectory);
    const QList<InstallRecord> known = journal.all();
    for (const InstallRecord &record : known) {
        if (record.installationId == install->record.installationId)
            install->before = record;
    }
    const Result<> noted = co_await journal.store(install->record, stop);
    co_return noted;
}

/// Marks of this computer: a Secret that carries one of them was stored from here.
QStringList ourIds(const ClusterHost &host, const InstallRecord &record)
{
    QStringList ids{record.installationId};
    const QList<InstallRecord> known = InstallJournal(host.dataDirectory).all();
    for (const InstallRecord &other : known)
        ids.append(other.installationId);
    return ids;
}

/// Nothing was installed, because what helm would have read is not what was reviewed.
std::optional<Error> filesError(const RemoteOutput &output, const QString &place)
{
    if (output.exitStatus != FilesChanged)
        return ownFolderError(output, place);
    return Error{ErrorKind::Conflict,
                 Words::tr("The files on %1 are not those that were reviewed. Nothing was installed; try again.").arg(place),
                 plainText(output.err).trimmed()};
}

Task<> storeAccount(std::shared_ptr<Install> install, std::stop_token stop)
{
    const ClusterHost host = install->request.host;
    if (!install->request.mlflow)
        co_return Result<>();
    const QByteArray manifest = mlflowSecretManifest(host.profile.releaseName, install->record.installationId,
                                                     install->request.mlflow->user, *install->request.mlflow->password);
    RemoteCommand command = Kubectl(host.profile).putSecret(install->record.secretName, manifest, ourIds(host, install->record));
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (output->exitStatus == Kubectl::secretOfOthers)
        co_return failure(ErrorKind::Conflict,
                          Words::tr("Kubernetes already holds a Secret \"%1\" that Rayhelm did not store from this computer. It was left as it is. "
                                    "Choose another cluster name, or ask its owner to remove it.").arg(install->record.secretName));
    if (!output->succeeded())
        co_return failure(kubectlError(*output, host.explanations));
    co_return Result<>();
}

Task<> sendFiles(std::shared_ptr<Install> install, std::stop_token stop)
{
    HelmInstall helm;
    helm.installationId = install->record.installationId;
    helm.owner = install->record.owner;
    Result<HelmInstall> sent = co_await sendInstallFiles(install->request.host, helm, install->request.values, install->overlay,
                                                         install->request.reviewedChart, stop);
    if (!sent)
        co_return failure(sent.error());
    install->helm = *sent;
    co_return Result<>();
}

Task<> checkFiles(std::shared_ptr<Install> install, std::stop_token stop)
{
    const ClusterHost host = install->request.host;
    const Helm helm(host.profile, install->version);
    // First without the cluster, so that a mistake in the values is told apart from a cluster that does not answer.
    const QList<RemoteCommand> checks{helm.renderCheck(install->helm), helm.serverCheck(install->helm)};
    for (const RemoteCommand &check : checks) {
        Result<RemoteOutput> output = co_await host.session->run(check, stop);
        if (!output)
            co_return failure(output.error());
        if (const std::optional<Error> refused = filesError(*output, host.session->place(true)))
            co_return failure(*refused);
        if (!output->succeeded())
            co_return failure(helmError(*output, host.explanations));
    }
    co_return Result<>();
}

RemoteJobSpec helmSpec(const Install &install)
{
    const Profile &profile = install.request.host.profile;
    RemoteJobSpec spec;
    spec.job = RemoteJob{install.record.jobId, true};
    spec.name = QStringLiteral("install ") + profile.releaseName;
    spec.script = installScript(profile, install.version, install.helm);
    spec.shownAs = Helm(profile, install.version).shownInstallLine(install.helm);
    return spec;
}

/// The job's traces go only when its end is noted: an application that dies in between finds it again.
Task<> noteHelmEnd(std::shared_ptr<Install> install, RemoteJob job)
{
    install->record.helmFinished = true;
    const std::stop_token always; // the caller's may have been stopped, which is why we are here
    const Result<> noted = co_await InstallJournal(install->request.host.dataDirectory).store(install->record, always);
    if (!noted)
        co_return noted;
    Result<> forgotten = co_await forgetHelm(install->request.host, job, always);
    co_return forgotten;
}

/// Follows helm; a stop by the user ends helm itself, a stop by the scope only our waiting.
Task<> awaitHelm(std::shared_ptr<Install> install, Steps *steps, std::stop_token either)
{
    const ClusterHost host = install->request.host;
    const RemoteJob job{install->record.jobId, true};
    Result<HelmJobEnd> end = co_await followHelm(host, job, install->request.output, steps, either);
    if (!end && end.error().isCancelled() && install->request.stopHelm.stop_requested()) {
        steps->note(Words::tr("Helm was asked to stop. Checking what it left..."));
        // Not the caller's token: whoever wants helm stopped may have ended the waiting in the same breath.
        Result<> stopped = co_await stopHelmJob(host, job, std::stop_token());
        if (stopped) {
            Result<> noted = co_await noteHelmEnd(install, job);
            dropped(noted, "looked for again, the job is found ended");
        } else if (stopped.error().kind == ErrorKind::NotFound) {
            install->helmBegan = false; // it was stopped before it had started
        }
        co_return cancelled();
    }
    if (!end)
        co_return failure(end.error());
    Result<> noted = co_await noteHelmEnd(install, job);
    dropped(noted, "looked for again, the job is found ended");
    if (end->exitStatus == 0 && !end->vanished) {
        steps->note(QString()); // helm's last line says nothing once it is done
        co_return Result<>();
    }
    RemoteOutput ended;
    ended.exitStatus = end->exitStatus;
    ended.err = end->output.toUtf8();
    if (const std::optional<Error> refused = filesError(ended, host.session->place(true)))
        co_return failure(*refused);
    if (end->exitStatus == NameTaken)
        co_return failure(ErrorKind::Conflict,
                          Words::tr("\"%1\" was taken by someone else in this moment. Choose another name.")
                              .arg(host.profile.releaseName), end->output);
    co_return failure(helmJobError(host, *end));
}

Task<> runHelm(std::shared_ptr<Install> install, Steps *steps, std::stop_token either)
{
    const ClusterHost host = install->request.host;
    install->record.jobId = newJob(true).id;
    // Noted before it starts: an application that dies now finds the job again.
    const InstallJournal journal(host.dataDirectory);
    const Result<> noted = co_await journal.store(install->record, either);
    if (!noted)
        co_return noted;
    install->helmBegan = true;
    const RemoteJobSpec spec = helmSpec(*install);
    Result<> started = co_await startHelm(host, spec, steps, either);
    if (!started && !started.error().isCancelled())
        co_return started;
    Result<> done = co_await awaitHelm(install, steps, either);
    co_return done;
}

Task<bool> awaitUsable(std::shared_ptr<Install> install, Steps *steps, std::stop_token either)
{
    ClusterMonitor *monitor = install->request.monitor;
    if (!monitor)
        co_return false;
    const QDateTime begun = QDateTime::currentDateTimeUtc();
    const Completion<Result<bool>> over;
    QObject context;
    QObject::connect(monitor, &ClusterMonitor::statusChanged, &context, [over, begun, steps, monitor](const ClusterStatus &status) {
        if (!status.observedAt.isValid() || status.observedAt < begun)
            return;
        const bool isGone = status.state == ClusterState::NoCluster || status.state == ClusterState::Deleting;
        if (status.state == ClusterState::Usable)
            over.complete(true);
        else if (!isGone)
            steps->note(status.heading);
        else if (monitor->releaseAskedAt() >= begun) // not what was read before helm had ended
            over.complete(failure(ErrorKind::NotFound, Words::tr("The cluster was deleted meanwhile.")));
    });
    monitor->refresh();
    Result<bool> usable = co_await waitFor(over, either);
    if (usable)
        steps->note(QString());
    co_return usable;
}

/// A try that ended before helm began leaves nothing behind; one that helm began is Repair's business.
Task<> cleanUp(std::shared_ptr<Install> install)
{
    const ClusterHost host = install->request.host;
    if (install->record.installationId.isEmpty() || install->helmBegan)
        co_return Result<>();
    const bool wasThere = install->guard.release.exists();
    InstallJournal journal(host.dataDirectory);
    Result<> noted;
    if (install->before)
        noted = co_await journal.store(*install->before, std::stop_token());
    else
        noted = co_await journal.forget(install->record.installationId, std::stop_token());
    RemoteCommand command = removeFilesCommand(host.profile, install->record.installationId,
                                               !wasThere && !install->record.secretName.isEmpty());
    // Not the caller's token: it may have been stopped, which is why we are here.
    Result<RemoteOutput> output = co_await host.session->run(command, std::stop_token());
    if (!output)
        co_return failure(output.error());
    co_return noted;
}

Task<> takeSteps(std::shared_ptr<Install> install, Steps *steps, std::stop_token either)
{
    steps->begin(CheckOwner);
    Result<> checked = co_await checkOwner(install, either);
    if (!checked)
        co_return checked;
    steps->begin(StoreAccount);
    if (!install->request.mlflow)
        steps->note(Words::tr("No account: jobs of this cluster cannot log in to MLflow."));
    Result<> stored = co_await storeAccount(install, either);
    if (!stored)
        co_return stored;
    steps->begin(SendFiles);
    Result<> sent = co_await sendFiles(install, either);
    if (!sent)
        co_return sent;
    steps->begin(CheckFiles);
    Result<> correct = co_await checkFiles(install, either);
    if (!correct)
        co_return correct;
    steps->begin(RunHelm);
    Result<> ran = co_await runHelm(install, steps, either);
    co_return ran;
}

Task<InstallOutcome> finishInstall(std::shared_ptr<Install> install, Steps *steps, std::stop_token either)
{
    steps->begin(AwaitUsable);
    Result<bool> usable = co_await awaitUsable(install, steps, either);
    if (!usable)
        co_return failure(usable.error());
    if (*usable) {
        install->record.usableSeen = true;
        const InstallJournal journal(install->request.host.dataDirectory);
        const Result<> noted = co_await journal.store(install->record, either);
        dropped(noted, "seen again at the next look");
    }
    InstallOutcome outcome;
    outcome.installationId = install->record.installationId;
    outcome.usable = *usable;
    co_return outcome;
}

} // namespace

QStringList installStepNames()
{
    return {Words::tr("Check name and owner"), Words::tr("Store the MLflow account for the cluster"),
            Words::tr("Send the configuration"), Words::tr("Check it on the VM"), Words::tr("Install"),
            Words::tr("Wait until usable")};
}

Task<InstallOutcome> installRelease(InstallRequest request, Steps *steps, std::stop_token stop)
{
    const auto install = std::make_shared<Install>();
    install->request = std::move(request);
    const EitherStop either(stop, install->request.stopHelm);
    steps->plan(installStepNames());
    Result<> installed = co_await takeSteps(install, steps, either.token());
    if (!installed) {
        Result<> cleaned = co_await cleanUp(install);
        co_return concluded<InstallOutcome>(failure(installed.error()), steps);
    }
    Result<InstallOutcome> outcome = co_await finishInstall(install, steps, either.token());
    co_return concluded(outcome, steps);
}

Task<InstallOutcome> resumeInstall(InstallRequest request, InstallRecord record, Steps *steps, std::stop_token stop)
{
    const auto install = std::make_shared<Install>();
    install->request = std::move(request);
    install->record = record;
    install->helmBegan = true;
    const EitherStop either(stop, install->request.stopHelm);
    steps->plan(installStepNames());
    for (const int before : {CheckOwner, StoreAccount, SendFiles, CheckFiles, RunHelm})
        steps->begin(before);
    if (!record.helmFinished) {
        Result<> helm = co_await awaitHelm(install, steps, either.token());
        const bool isUnknown = !helm && helm.error().kind == ErrorKind::NotFound;
        if (!helm && !isUnknown)
            co_return concluded<InstallOutcome>(failure(helm.error()), steps);
        if (isUnknown) {
            // The job left no trace: only the release itself can tell whether it had begun.
            Result<ReleaseGuard> guard = co_await readReleaseGuard(install->request.host, either.token());
            if (!guard)
                co_return concluded<InstallOutcome>(failure(guard.error()), steps);
            if (guard->ownership != Ownership::Ours || guard->release.state != ReleaseState::Deployed) {
                install->helmBegan = guard->release.exists();
                Result<> cleaned = co_await cleanUp(install);
                const QString notBegun = Words::tr("The install had not begun when the application ended. Nothing was changed; install again.");
                co_return concluded<InstallOutcome>(failure(ErrorKind::NotFound, notBegun), steps);
            }
            install->record.helmFinished = true;
            const InstallJournal journal(install->request.host.dataDirectory);
            const Result<> noted = co_await journal.store(install->record, either.token());
            dropped(noted, "looked for again, the release is found");
        }
    }
    Result<InstallOutcome> outcome = co_await finishInstall(install, steps, either.token());
    co_return concluded(outcome, steps);
}

} // namespace rayhelm
