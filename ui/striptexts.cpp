#include "ui/striptexts.h"

#include "cluster/clusterstatus.h"
#include "core/text.h"
#include "remote/question.h"
#include "remote/remotehost.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QLocale>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::StatusStrip)
};

QString nameOf(const Profile &profile)
{
    return profile.practice ? Words::tr("Practice") : profile.host;
}

StripState connectingStrip(Session &session)
{
    Steps *steps = session.connection().steps();
    const int step = steps->current() + 1;
    const int count = int(steps->all().size());
    StripText text{Words::tr("Connecting: step %1 of %2").arg(step).arg(count), Words::tr("Step %1 of %2").arg(step).arg(count),
                   QStringLiteral("%1/%2").arg(step).arg(count)};
    return {text, StateKind::Info, QStringLiteral("starting")};
}

StripState connectedStrip(Session &session)
{
    const Profile &profile = session.connection().profile();
    const HostFacts &facts = session.connection().host()->facts();
    const bool root = facts.isRoot || profile.useSudo;
    StripText text;
    if (profile.practice)
        text.full = Words::tr("Practice: connected to %1").arg(profile.host);
    else
        text.full = root ? Words::tr("Connected to %1, as root").arg(profile.host) : Words::tr("Connected to %1").arg(profile.host);
    text.brief = nameOf(profile);
    return {text, facts.problems.isEmpty() ? StateKind::Good : StateKind::Warning, QString()};
}

StripState lostStrip(Session &session)
{
    const QString vm = nameOf(session.connection().profile());
    const std::optional<std::chrono::seconds> left = session.connection().reconnectIn();
    StripText text;
    if (left && left->count() > 0) {
        text.full = Words::tr("Lost %1, trying again in %2").arg(vm, durationText(*left));
        text.brief = Words::tr("Lost, again in %1").arg(durationText(*left));
        text.tiny = durationText(*left);
    } else {
        text.full = left ? Words::tr("Lost %1, trying again").arg(vm) : Words::tr("Lost %1").arg(vm);
        text.brief = Words::tr("Lost");
    }
    return {text, StateKind::Bad, QStringLiteral("contact-lost")};
}

QString clusterIcon(ClusterState state)
{
    switch (state) {
    case ClusterState::Queued:
    case ClusterState::Waiting:
        return QStringLiteral("queue");
    case ClusterState::Starting:
        return QStringLiteral("starting");
    case ClusterState::ContactLost:
        return QStringLiteral("contact-lost");
    case ClusterState::Deleting:
        return QStringLiteral("deleting");
    case ClusterState::Unknown:
        return QStringLiteral("unknown");
    default:
        return {};
    }
}

StateKind clusterKind(ClusterState state)
{
    switch (state) {
    case ClusterState::Usable:
        return StateKind::Good;
    case ClusterState::Waiting:
    case ClusterState::Queued:
    case ClusterState::Starting:
        return StateKind::Info;
    case ClusterState::CannotRead:
    case ClusterState::RestartLoop:
        return StateKind::Bad;
    case ClusterState::ContactLost:
    case ClusterState::Deleting:
    case ClusterState::LeftBehind:
    case ClusterState::Unknown:
        return StateKind::Warning;
    case ClusterState::NotRead:
    case ClusterState::NoCluster:
        break;
    }
    return StateKind::Muted;
}

} // namespace

StripState connectionStrip(Session &session)
{
    Connection &connection = session.connection();
    if (!connection.questions()->open().isEmpty()) {
        StripText text{Words::tr("%1 asks you something").arg(nameOf(connection.profile())), Words::tr("Question"), QStringLiteral("?")};
        return {text, StateKind::Warning, QStringLiteral("step-asking")};
    }
    switch (connection.state()) {
    case LinkState::Connecting:
        return connectingStrip(session);
    case LinkState::Connected:
        return connectedStrip(session);
    case LinkState::Lost:
        return lostStrip(session);
    case LinkState::Disconnected:
        break;
    }
    return {{Words::tr("Not connected"), Words::tr("Not connected"), QString()}, StateKind::Muted, QString()};
}

StripState clusterStrip(Session &session)
{
    Lifecycle &lifecycle = session.lifecycle();
    const auto running = [](Steps *steps, const QString &words) {
        const int step = steps->current() + 1;
        const int count = int(steps->all().size());
        return StripText{words.arg(step).arg(count), Words::tr("Step %1 of %2").arg(step).arg(count),
                         QStringLiteral("%1/%2").arg(step).arg(count)};
    };
    if (lifecycle.isDeleting() && lifecycle.deleteSteps()->isRunning())
        return {running(lifecycle.deleteSteps(), Words::tr("Deleting: step %1 of %2")), StateKind::Warning, QStringLiteral("deleting")};
    if (lifecycle.isInstalling() && lifecycle.installSteps()->isRunning())
        return {running(lifecycle.installSteps(), Words::tr("Installing: step %1 of %2")), StateKind::Info, QStringLiteral("starting")};
    const ClusterStatus &status = lifecycle.status();
    StripText text = status.strip;
    if (text.full.isEmpty())
        text = {Words::tr("No cluster"), Words::tr("No cluster"), QString()};
    return {text, clusterKind(status.state), clusterIcon(status.state)};
}

StripState heldStrip(Session &session)
{
    Held held = session.lifecycle().status().held;
    held.now = QDateTime::currentDateTime(); // the time left counts on between two looks
    StripText text = held.text();
    if (text.full.isEmpty())
        text = {Words::tr("Nothing held"), Words::tr("Nothing held"), QString()};
    if (held.isNothing())
        return {text, StateKind::Muted, QStringLiteral("held")};
    return {text, held.isPerhaps() ? StateKind::Warning : StateKind::Info, QStringLiteral("held")};
}

QString quitSentence(const Held &held)
{
    if (held.nodes == 0 && held.queuedNodes > 0)
        return Words::tr("%n node(s) wait in the HPC queue and may start later.", nullptr, held.queuedNodes);
    if (held.isPerhaps())
        return Words::tr("%n GPU(s) are perhaps still held.", nullptr, held.perhapsGpus);
    const bool inGpus = held.gpusKnown && held.gpus > 0;
    if (!held.ends.isValid())
        return inGpus ? Words::tr("%n GPU(s) are still held; no time limit is known.", nullptr, held.gpus)
                      : Words::tr("%n node(s) are still held; no time limit is known.", nullptr, held.nodes);
    const QString what = inGpus ? Words::tr("%n GPU(s) are still held until about %1.", nullptr, held.gpus)
                                : Words::tr("%n node(s) are still held until about %1.", nullptr, held.nodes);
    return what.arg(QLocale().toString(held.ends.toLocalTime().time(), QLocale::ShortFormat));
}

StripState jobsStrip(int running, JobNews news)
{
    if (running > 0)
        return {{Words::tr("%n job(s) running", nullptr, running), Words::tr("%n job(s)", nullptr, running), QString::number(running)}, StateKind::Info,
                QStringLiteral("step-running")};
    if (news == JobNews::Failed)
        return {{Words::tr("Job failed"), Words::tr("Failed"), QString()}, StateKind::Bad, QString()};
    if (news == JobNews::Finished)
        return {{Words::tr("Job finished"), Words::tr("Finished"), QString()}, StateKind::Good, QString()};
    return {{Words::tr("No job running"), Words::tr("No job"), QStringLiteral("0")}, StateKind::Muted, QStringLiteral("jobs")};
}

} // namespace rayhelm
