#include "cluster/helmjob.h"

#include "cluster/helm.h"
#include "cluster/waitforlink.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

constexpr auto stopGrace = 20s; ///< helm marks its revision as failed before it goes
constexpr qsizetype linesKept = 60;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::HelmJob)
};

bool linkBroke(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut;
}

} // namespace

Task<> startHelm(ClusterHost host, RemoteJobSpec spec, Steps *steps, std::stop_token stop)
{
    while (true) {
        Result<> started = co_await startJob(host.session, spec, stop);
        if (started || !linkBroke(started.error()))
            co_return started;
        if (host.session->state() == LinkState::Disconnected)
            co_return started;
        steps->setGoingOnRemotely(true);
        Result<> linked = co_await waitForLink(host.session, stop);
        steps->setGoingOnRemotely(false);
        if (!linked)
            co_return linked;
    }
}

Task<HelmJobEnd> followHelm(ClusterHost host, RemoteJob job, OutputLines *output, Steps *steps, std::stop_token stop)
{
    const std::shared_ptr<RemoteJobLog> log = followJob(host.session, job);
    QObject::connect(log.get(), &RemoteJobLog::goingOnRemotely, steps, &Steps::setGoingOnRemotely);
    QStringList lines;
    while (true) {
        Result<std::optional<QByteArray>> line = co_await log->readLine(stop);
        if (!line)
            co_return failure(line.error());
        if (!*line)
            break;
        const QString text = plainText(**line);
        lines.append(text);
        if (lines.size() > linesKept)
            lines.removeFirst();
        if (output)
            output->append(text);
        if (!text.trimmed().isEmpty())
            steps->note(text);
    }
    HelmJobEnd end;
    end.vanished = log->status().state != RemoteJobState::Ended;
    end.exitStatus = log->status().exitStatus;
    end.output = lines.join(QLatin1Char('\n'));
    // Its folder holds only the log; when it cannot be removed now the next look at the jobs finds it.
    Result<> removed = co_await removeJob(host.session, job, stop);
    co_return end;
}

Task<> stopHelmJob(ClusterHost host, RemoteJob job, std::stop_token stop)
{
    Result<> stopped = co_await stopJob(host.session, job, stopGrace, stop);
    if (!stopped)
        co_return stopped;
    Result<> removed = co_await removeJob(host.session, job, stop);
    co_return Result<>();
}

Error helmJobError(const ClusterHost &host, const HelmJobEnd &end)
{
    if (end.vanished)
        return Error{ErrorKind::CommandFailed,
                     Words::tr("Helm was ended from outside before it had finished. Use Repair to bring back the last good "
                               "state."),
                     end.output};
    RemoteOutput output;
    output.exitStatus = end.exitStatus;
    output.err = end.output.toUtf8();
    return helmError(output, host.explanations);
}

} // namespace rayhelm
