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
        Result<> linked = co_await waitForLinkBack(host.session, stop);
        steps->setGoingOnRemotely(false);
        if (!linked)
            co_return linked;
    }
}

Task<> startHelmOnce(ClusterHost host, RemoteJobSpec spec, Steps *steps, std::stop_token stop)
{
    Result<> started = co_await startJob(host.session, spec, stop);
    if (started || !linkBroke(started.error()))
        co_return started;
    steps->note(Words::tr("The connection broke before it is known whether helm has begun. Nothing is begun again."));
    while (true) {
        if (host.session->state() == LinkState::Disconnected)
            co_return started;
        Result<> linked = co_await waitForLinkBack(host.session, stop);
        if (!linked)
            co_return linked;
        Result<RemoteJobStatus> status = co_await jobState(host.session, spec.job, stop);
        if (!status && linkBroke(status.error()))
            continue;
        if (!status)
            co_return failure(status.error());
        if (status->state == RemoteJobState::Unknown)
            co_return failure(ErrorKind::NotFound, Words::tr("The connection broke before helm had begun."));
        steps->note({});
        co_return Result<>();
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
    co_return end;
}

Task<> stopHelmJob(ClusterHost host, RemoteJob job, std::stop_token stop)
{
    Result<> stopped = co_await stopJob(host.session, job, stopGrace, stop);
    co_return stopped;
}

Task<> forgetHelm(ClusterHost host, RemoteJob job, std::stop_token stop)
{
    Result<> removed = co_await removeJob(host.session, job, stop);
    co_return removed;
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
