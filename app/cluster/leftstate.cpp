#include "cluster/leftstate.h"

#include "cluster/deletesteps.h"
#include "cluster/helmjob.h"
#include "cluster/releaseguard.h"
#include "core/text.h"
#include "remote/remotehost.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

enum RepairStep { Look, Mend, Check };

/// A helm that has just begun may run on another computer, where we cannot see it.
constexpr auto youngLimit = 60s;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::LeftState)
};

int newestGoodRevision(const QList<ReleaseInfo> &history)
{
    int good = 0;
    for (const ReleaseInfo &revision : history) {
        if (revision.state == ReleaseState::Deployed || revision.state == ReleaseState::Superseded)
            good = std::max(good, revision.revision);
    }
    return good;
}

bool isCutOff(ReleaseState state)
{
    return state == ReleaseState::PendingInstall || state == ReleaseState::PendingUpgrade
           || state == ReleaseState::PendingRollback || state == ReleaseState::Uninstalling;
}

RepairAction actionFor(const LeftState &left, bool isYoung)
{
    if (!isCutOff(left.release.state))
        return RepairAction::None;
    if (left.helmRuns || isYoung)
        return RepairAction::Wait;
    if (left.release.state == ReleaseState::Uninstalling)
        return RepairAction::UninstallAgain;
    return left.goodRevision > 0 ? RepairAction::RollBack : RepairAction::Uninstall;
}

void addWords(LeftState &left)
{
    const QString when = QLocale().toString(left.release.updated.toLocalTime(), QLocale::ShortFormat);
    switch (left.action) {
    case RepairAction::None: return;
    case RepairAction::Wait:
        left.words = Words::tr("An earlier helm run of %1 is still going.").arg(when);
        left.proposal = Words::tr("Wait until it has ended.");
        return;
    case RepairAction::Uninstall:
        left.words = Words::tr("An earlier install was cut off. Helm left a lock at %1; no helm runs now.").arg(when);
        left.proposal = Words::tr("Repair removes what was begun; then you can install again.");
        return;
    case RepairAction::RollBack:
        left.words = Words::tr("An earlier change was cut off. Helm left a lock at %1; no helm runs now.").arg(when);
        left.proposal = Words::tr("Repair brings back the last good state (revision %1).").arg(left.goodRevision);
        return;
    case RepairAction::UninstallAgain:
        left.words = Words::tr("An earlier deletion was cut off at %1; no helm runs now.").arg(when);
        left.proposal = Words::tr("Repair deletes it once more.");
        return;
    }
}

/// The first line tells the VM's own time and whether a helm runs; the rest is helm's answer.
RemoteCommand lookCommand(const Profile &profile)
{
    RemoteCommand command = Helm(profile).history();
    command.script = QStringLiteral("echo \"$(date +%s) $(pgrep -x helm >/dev/null 2>&1 && echo yes || echo no)\"\n")
                     + command.script;
    return command;
}

Task<> takeAction(ClusterHost host, ReleaseGuard guard, LeftState left, OutputLines *output, Steps *steps, std::stop_token stop)
{
    if (left.action != RepairAction::RollBack) {
        // The cut-off helm may have made pods: they get the same report as any deletion.
        DeleteRequest request;
        request.host = host;
        request.guard = guard;
        request.output = output;
        Result<GiveBackReport> report = co_await uninstallWithReport(request, steps, stop);
        if (!report)
            co_return failure(report.error());
        co_return Result<>();
    }
    RemoteJobSpec spec;
    spec.job = newJob(true);
    spec.name = QStringLiteral("repair ") + host.profile.releaseName;
    spec.shownAs = Helm(host.profile).rollbackLine(left.goodRevision);
    spec.script = toolSettings(host.profile) + spec.shownAs + QLatin1Char('\n'); // in the job's own folder
    Result<> started = co_await startHelmOnce(host, spec, steps, stop);
    if (!started)
        co_return started;
    Result<HelmJobEnd> end = co_await followHelm(host, spec.job, output, steps, stop);
    if (!end)
        co_return failure(end.error());
    Result<> forgotten = co_await forgetHelm(host, spec.job, stop);
    dropped(forgotten, "its folder holds only the log");
    if (end->exitStatus != 0)
        co_return failure(helmJobError(host, *end));
    co_return Result<>();
}

Task<LeftState> repair(ClusterHost host, OutputLines *output, Steps *steps, std::stop_token stop)
{
    steps->begin(Look);
    Result<ReleaseGuard> guard = co_await readReleaseGuard(host, stop);
    if (!guard)
        co_return failure(guard.error());
    if (const auto conflict = installConflict(*guard, host.profile))
        co_return failure(*conflict);
    Result<LeftState> left = co_await readLeftState(host, stop);
    if (!left)
        co_return failure(left.error());
    if (left->action == RepairAction::Wait)
        co_return failure(ErrorKind::Conflict, left->words + QLatin1Char(' ') + left->proposal);
    if (left->action == RepairAction::None)
        co_return left;
    steps->note(left->words);
    steps->begin(Mend);
    steps->note(left->proposal);
    Result<> mended = co_await takeAction(host, *guard, *left, output, steps, stop);
    if (!mended)
        co_return failure(mended.error());
    steps->begin(Check);
    Result<LeftState> after = co_await readLeftState(host, stop);
    if (after && after->action != RepairAction::None)
        co_return failure(ErrorKind::Conflict, Words::tr("The lock is still there."), after->release.description);
    co_return after;
}

} // namespace

LeftState leftStateFrom(const QList<ReleaseInfo> &history, bool helmRuns, const QDateTime &now)
{
    LeftState left;
    left.helmRuns = helmRuns;
    if (history.isEmpty())
        return left;
    left.release = history.last();
    left.goodRevision = newestGoodRevision(history);
    const bool isYoung = left.release.updated.isValid()
                         && left.release.updated.secsTo(now) < std::chrono::seconds(youngLimit).count();
    left.action = actionFor(left, isYoung);
    addWords(left);
    return left;
}

Task<LeftState> readLeftState(ClusterHost host, std::stop_token stop)
{
    RemoteCommand command = lookCommand(host.profile);
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    const qsizetype end = output->out.indexOf('\n');
    const QList<QByteArray> first = output->out.left(end).trimmed().split(' ');
    output->out = end < 0 ? QByteArray() : output->out.mid(end + 1);
    const Result<QList<ReleaseInfo>> history = parseHelmHistory(*output, host.explanations);
    if (!history)
        co_return failure(history.error());
    const qint64 seconds = first.value(0).toLongLong();
    const QDateTime now = seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime::currentDateTimeUtc();
    LeftState left = leftStateFrom(*history, first.value(1) == "yes", now);
    if (left.release.name.isEmpty())
        left.release.name = host.profile.releaseName;
    co_return left;
}

QStringList repairStepNames()
{
    return {Words::tr("Look what was left"), Words::tr("Repair"), Words::tr("Check the result")};
}

Task<LeftState> repairRelease(ClusterHost host, OutputLines *output, Steps *steps, std::stop_token stop)
{
    steps->plan(repairStepNames());
    Result<LeftState> outcome = co_await repair(host, output, steps, stop);
    co_return concluded(outcome, steps);
}

} // namespace rayhelm
