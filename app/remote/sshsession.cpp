#include "remote/sshsession.h"

#include "core/commandentry.h"
#include "core/completion.h"
#include "core/sleep.h"
#include "core/taskscope.h"
#include "core/text.h"
#include "remote/channelqueue.h"
#include "remote/linkkeeper.h"
#include "remote/portforward.h"
#include "remote/remotescript.h"
#include "remote/sshchannel.h"
#include "remote/ssherror.h"
#include "remote/sshstream.h"
#include "remote/sudoaccess.h"

#include <QTimer>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

/// "Session open refused by peer": all channels of the server are taken, by another program or a lower limit than usual.
bool isRefusedChannel(const ChannelEnd &end)
{
    return !end.scriptStarted && end.sshStatus == 255 && end.noise.contains("refused by peer");
}

QString outcomeText(const Result<RemoteOutput> &result)
{
    if (result)
        return result->succeeded() ? SshSession::tr("done") : SshSession::tr("exit status %1").arg(result->exitStatus);
    switch (result.error().kind) {
    case ErrorKind::Cancelled: return SshSession::tr("cancelled");
    case ErrorKind::TimedOut: return SshSession::tr("timed out");
    default: return SshSession::tr("failed: %1").arg(result.error().summary);
    }
}

} // namespace

struct SshSession::Private {
    SshSession *q;
    SshPlace place;
    SshServices services;
    SshTiming timing;
    ControlMaster master;
    LinkKeeper keeper;
    SudoAccess sudo;
    PortForwards forwards;
    std::shared_ptr<ChannelQueue> queue = std::make_shared<ChannelQueue>();
    std::unique_ptr<TaskScope> scope = std::make_unique<TaskScope>();

    Private(SshSession *session, SshPlace where, const SshPaths &paths, SshServices used, SshTiming times)
        : q(session)
        , place(std::move(where))
        , services(used)
        , timing(times)
        , master(place.target, paths, used)
        , keeper(&master, times)
        , sudo(&master, used)
        , forwards(&master, used.launcher)
    {
    }

    bool usesSudo(const RemoteCommand &command) const { return command.asRoot && place.useSudo; }
    Result<std::unique_ptr<SshChannel>> startChannel(const RemoteCommand &command, ScriptCarrier carrier);
    QCoro::Task<void> givePassword(SshChannel *channel, Completion<Result<ChannelEnd>> over, std::stop_token stop);
    Task<RemoteOutput> runQueued(RemoteCommand command, std::stop_token stop);
    Task<RemoteOutput> runOnce(RemoteCommand command, bool *refused, std::stop_token stop);
    Task<std::shared_ptr<RemoteStream>> streamOnce(RemoteCommand command, std::shared_ptr<ChannelQueue::Place> turn, bool *refused,
                                                   std::stop_token stop);
    std::optional<Error> problemOf(const ChannelEnd &end, const RemoteCommand &command);
    Error notStarted(const ChannelEnd &end, const RemoteCommand &command) const;
};

SshPlace vmPlace(const Profile &profile)
{
    SshPlace place;
    place.target = fromProfile(profile);
    place.useSudo = profile.useSudo;
    place.workingDirectory = profile.workingDirectory;
    return place;
}

SshPlace hpcPlace(const Profile &profile)
{
    SshPlace place;
    place.target = hpcTarget(profile);
    return place;
}

SshSession::SshSession(SshPlace place, SshPaths paths, SshServices services, QObject *parent, SshTiming timing)
    : RemoteSession(parent)
    , d(std::make_unique<Private>(this, std::move(place), paths, services, timing))
{
    connect(&d->keeper, &LinkKeeper::stateChanged, this, &RemoteSession::stateChanged);
    connect(&d->keeper, &LinkKeeper::reconnectIn, this, &SshSession::reconnectIn);
    connect(&d->keeper, &LinkKeeper::restored, this, [this] { d->forwards.forget(); });
    connect(&d->master, &ControlMaster::phaseChanged, this, &SshSession::phaseChanged);
    connect(&d->master, &ControlMaster::asking, this, &SshSession::asking);
    connect(&d->sudo, &SudoAccess::asking, this, &SshSession::asking);
}

SshSession::~SshSession() = default;

Task<> SshSession::openLink(std::stop_token stop)
{
    Result<> opened = co_await d->keeper.open(stop);
    co_return opened;
}

Task<> SshSession::becomeRoot(std::stop_token stop)
{
    if (!d->place.useSudo)
        co_return Result<>();
    for (;;) {
        RemoteCommand command;
        command.script = QStringLiteral("id -u");
        command.asRoot = true;
        command.shownAs = QStringLiteral("sudo -v");
        Result<RemoteOutput> output = co_await run(command, stop);
        if (output && output->out.trimmed() == "0")
            break;
        if (output)
            co_return failure(sudoError(plainText(output->err), d->place.target));
        if (output.error().kind != ErrorKind::SudoRefused || !d->sudo.wasRefused())
            co_return failure(output.error());
    }
    Result<> stored = co_await d->sudo.worked(stop);
    Q_UNUSED(stored); // the keychain is a convenience; being root does not depend on it
    co_return Result<>();
}

Task<> SshSession::closeLink(std::stop_token stop)
{
    d->sudo.wipe();
    d->forwards.forget();
    // Each closing waits for a scope of its own: two at the same time do not take one from the other.
    const std::unique_ptr<TaskScope> ending = std::exchange(d->scope, std::make_unique<TaskScope>());
    co_await ending->close();
    Result<> closed = co_await d->keeper.close(stop);
    co_return closed;
}

Task<RemoteOutput> SshSession::run(RemoteCommand command, std::stop_token stop)
{
    CommandEntry entry(d->services.commands, place(command.asRoot), command.shownAs, command.changes);
    Result<RemoteOutput> output = co_await d->runQueued(command, stop);
    entry.finish(outcomeText(output));
    co_return output;
}

Task<RemoteOutput> SshSession::Private::runQueued(RemoteCommand command, std::stop_token stop)
{
    Result<std::shared_ptr<ChannelQueue::Place>> turn = co_await ChannelQueue::enter(queue, ChannelUse::Command, stop);
    if (!turn)
        co_return failure(turn.error());
    std::chrono::milliseconds waited = 0ms;
    for (;;) {
        bool refused = false;
        Result<RemoteOutput> output = co_await runOnce(command, &refused, stop);
        if (!refused || waited > command.timeout)
            co_return output;
        const std::chrono::milliseconds pause = 200ms;
        Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return failure(slept.error());
        waited += pause;
    }
}

Result<std::unique_ptr<SshChannel>> SshSession::Private::startChannel(const RemoteCommand &command, ScriptCarrier carrier)
{
    if (!master.isUp() || keeper.state() == LinkState::Lost)
        return failure(ErrorKind::Unreachable, SshSession::tr("There is no connection to %1.").arg(place.target.name()));
    RemoteScript script;
    script.script = command.script;
    script.token = newScriptToken();
    script.workingDirectory = place.workingDirectory;
    script.throughSudo = usesSudo(command);
    script.carrier = carrier;
    script.watchdogSeconds = timing.watchdogSeconds;
    const QString line = commandLine(script);
    if (line.size() > longestCommandLine)
        return failure(ErrorKind::InvalidInput, SshSession::tr("This command is too long to be sent."));
    ProcessPlan plan;
    plan.program = master.paths().ssh;
    plan.arguments = commandArguments(master.controlPath(), line);
    const bool keepOpen = carrier != ScriptCarrier::WithInput;
    const ChannelSudo channelSudo = script.throughSudo ? ChannelSudo::MayAsk : ChannelSudo::None;
    return std::make_unique<SshChannel>(services.launcher, plan, script.token, channelSudo, command.input, keepOpen);
}

QCoro::Task<void> SshSession::Private::givePassword(SshChannel *channel, Completion<Result<ChannelEnd>> over, std::stop_token stop)
{
    Result<std::shared_ptr<Secret>> password = co_await sudo.password(stop);
    if (password)
        channel->sendPassword(**password);
    else
        over.complete(failure(password.error()));
}

Task<RemoteOutput> SshSession::Private::runOnce(RemoteCommand command, bool *refused, std::stop_token stop)
{
    Result<std::unique_ptr<SshChannel>> made =
        startChannel(command, command.input.isEmpty() ? ScriptCarrier::UntilInputEnds : ScriptCarrier::WithInput);
    if (!made)
        co_return failure(made.error());
    const std::unique_ptr<SshChannel> channel = std::move(*made);
    const Completion<Result<ChannelEnd>> over;
    RemoteOutput output;
    TaskScope prompts;
    QTimer clock;
    clock.setSingleShot(true);
    const auto keep = [&output, &command](QByteArray RemoteOutput::*part, const QByteArray &bytes) {
        const qint64 room = command.maximumOutput - (output.*part).size();
        output.*part += bytes.left(room);
        output.truncated = output.truncated || bytes.size() > room;
    };
    QObject::connect(channel.get(), &SshChannel::output, &clock, [keep](const QByteArray &b) { keep(&RemoteOutput::out, b); });
    QObject::connect(channel.get(), &SshChannel::errorOutput, &clock, [keep](const QByteArray &b) { keep(&RemoteOutput::err, b); });
    QObject::connect(channel.get(), &SshChannel::ended, &clock, [over](const ChannelEnd &end) { over.complete(end); });
    QObject::connect(channel.get(), &SshChannel::passwordWanted, &clock, [&, over] {
        clock.stop(); // a person may think as long as they like
        prompts.keep(givePassword(channel.get(), over, prompts.stopToken()));
    });
    QObject::connect(channel.get(), &SshChannel::started, &clock, [&clock, &command] { clock.start(command.timeout); });
    QObject::connect(&clock, &QTimer::timeout, &clock, [over, this] {
        over.complete(failure(ErrorKind::TimedOut, SshSession::tr("%1 did not finish the command in time. It may have done its work.")
                                                       .arg(place.target.name())));
    });
    clock.start(command.timeout);
    Result<ChannelEnd> end = co_await waitFor(over, stop);
    clock.stop();
    channel->kill();
    co_await prompts.close();
    if (!end)
        co_return failure(end.error());
    *refused = isRefusedChannel(*end);
    const std::optional<Error> problem = problemOf(*end, command);
    if (problem)
        co_return failure(*problem);
    output.exitStatus = end->scriptStatus.value_or(end->sshStatus);
    co_return output;
}

std::optional<Error> SshSession::Private::problemOf(const ChannelEnd &end, const RemoteCommand &command)
{
    if (end.passwordRefused) {
        sudo.refused();
        return sudoError(plainText(end.noise), place.target);
    }
    if (!end.scriptStarted)
        return notStarted(end, command);
    if (!end.scriptStatus && (end.sshStatus == 255 || end.sshStatus < 0 || !master.isUp()))
        return lostError(place.target.name(), master.recentErrors());
    return std::nullopt;
}

Error SshSession::Private::notStarted(const ChannelEnd &end, const RemoteCommand &command) const
{
    const QString words = plainText(end.noise).trimmed();
    if (words.contains(QLatin1String("base64")) && end.sshStatus != 255)
        return missingTool(QStringLiteral("base64"), place.target.name(), words);
    if (isRefusedChannel(end))
        return {ErrorKind::Conflict,
                SshSession::tr("%1 allows no further commands at the same time. Close other programs that use it, then try again.")
                    .arg(place.target.name()),
                words};
    if (end.sshStatus == 255 || end.sshStatus < 0 || !master.isUp())
        return lostError(place.target.name(), words);
    if (usesSudo(command))
        return sudoError(words, place.target);
    return sshError(end.sshStatus, words, place.target);
}

Task<std::shared_ptr<RemoteStream>> SshSession::stream(RemoteCommand command, std::stop_token stop)
{
    CommandEntry entry(d->services.commands, place(command.asRoot), command.shownAs, command.changes);
    Result<std::shared_ptr<ChannelQueue::Place>> turn = co_await ChannelQueue::enter(d->queue, ChannelUse::Stream, stop);
    if (!turn)
        co_return failure(turn.error());
    std::chrono::milliseconds waited = 0ms;
    for (;;) {
        bool refused = false;
        Result<std::shared_ptr<RemoteStream>> opened = co_await d->streamOnce(command, *turn, &refused, stop);
        if (!refused || waited > command.timeout) {
            if (opened)
                entry.finish(tr("started"));
            else if (!opened.error().isCancelled())
                entry.finish(tr("failed: %1").arg(opened.error().summary));
            co_return opened;
        }
        const std::chrono::milliseconds pause = 200ms;
        Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return failure(slept.error());
        waited += pause;
    }
}

Task<std::shared_ptr<RemoteStream>> SshSession::Private::streamOnce(RemoteCommand command, std::shared_ptr<ChannelQueue::Place> turn,
                                                                    bool *refused, std::stop_token stop)
{
    Result<std::unique_ptr<SshChannel>> made = startChannel(command, ScriptCarrier::WithHeartbeat);
    if (!made)
        co_return failure(made.error());
    std::unique_ptr<SshChannel> channel = std::move(*made);
    const Completion<Result<ChannelEnd>> begun; // with a default end: the script runs
    QByteArray earlyOutput;
    QByteArray earlyErrors;
    std::optional<ChannelEnd> earlyEnd;
    TaskScope prompts;
    QTimer clock;
    clock.setSingleShot(true);
    QObject::connect(channel.get(), &SshChannel::output, &clock, [&](const QByteArray &bytes) { earlyOutput += bytes; });
    QObject::connect(channel.get(), &SshChannel::errorOutput, &clock, [&](const QByteArray &bytes) { earlyErrors += bytes; });
    QObject::connect(channel.get(), &SshChannel::started, &clock, [begun] {
        ChannelEnd running;
        running.scriptStarted = true;
        begun.complete(running);
    });
    QObject::connect(channel.get(), &SshChannel::ended, &clock, [&, begun](const ChannelEnd &end) {
        earlyEnd = end;
        begun.complete(end);
    });
    QObject::connect(channel.get(), &SshChannel::passwordWanted, &clock, [&, begun] {
        clock.stop();
        prompts.keep(givePassword(channel.get(), begun, prompts.stopToken()));
    });
    QObject::connect(&clock, &QTimer::timeout, &clock, [begun, this] {
        begun.complete(failure(ErrorKind::TimedOut, SshSession::tr("%1 did not start the command in time.").arg(place.target.name())));
    });
    clock.start(command.timeout);
    Result<ChannelEnd> end = co_await waitFor(begun, stop);
    clock.stop();
    co_await prompts.close();
    if (!end)
        co_return failure(end.error());
    *refused = isRefusedChannel(*end);
    if (!end->scriptStarted || end->passwordRefused)
        co_return failure(*problemOf(*end, command));
    QObject::disconnect(channel.get(), nullptr, &clock, nullptr);
    auto stream = std::make_shared<SshStream>(std::move(channel), turn, place.target.name(), timing.heartbeatEvery);
    stream->takeEarly(earlyOutput, earlyErrors, earlyEnd);
    co_return std::shared_ptr<RemoteStream>(stream);
}

Task<QString> SshSession::openForward(QString host, quint16 port, std::stop_token stop)
{
    if (state() != LinkState::Connected)
        co_return failure(ErrorKind::Unreachable, tr("There is no connection to %1.").arg(d->place.target.name()));
    Result<QString> opened = co_await d->forwards.open(host, port, stop);
    co_return opened;
}

void SshSession::closeForward(QString socket)
{
    if (!d->scope->isClosing())
        d->scope->keep(d->forwards.close(socket, d->scope->stopToken()));
}

void SshSession::checkNow() { d->keeper.checkNow(); }
void SshSession::tryNow() { d->keeper.tryNow(); }
std::optional<QDateTime> SshSession::lostAt() const { return d->keeper.lostAt(); }
std::optional<std::chrono::seconds> SshSession::retryIn() const { return d->keeper.retryIn(); }
const SshPlace &SshSession::sshPlace() const { return d->place; }
ControlMaster *SshSession::master() const { return &d->master; }
LinkState SshSession::state() const { return d->keeper.state(); }

QString SshSession::place(bool asRoot) const
{
    return asRoot && d->place.useSudo ? tr("%1 as root").arg(d->place.target.host) : d->place.target.name();
}

} // namespace rayhelm
