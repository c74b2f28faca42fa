#include "jobs/submitjob.h"

#include "core/sleep.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace rayhelm {

namespace {

struct Submit {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SubmitJob)
};

constexpr std::chrono::seconds identityTimeout{15};

enum Stage { Reach, Pack, Upload, Start };

void begin(const QPointer<Steps> &steps, Stage stage)
{
    if (steps)
        steps->begin(stage);
}

void note(const QPointer<Steps> &steps, const QString &text)
{
    if (steps)
        steps->note(text);
}

/// The answer to the start may be lost while the start itself arrived.
bool leavesDoubt(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Conflict
        || error.kind == ErrorKind::Protocol;
}

bool mayPass(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Protocol;
}

/// Ray itself says that it has no such job; a proxy also says 404 when the cluster is gone.
bool isUnknownToRay(const Error &error, const QString &submissionId)
{
    return error.kind == ErrorKind::NotFound && error.detail.contains(submissionId)
        && error.detail.contains(QLatin1String("does not exist"));
}

Error inDoubt(const QString &detail)
{
    return {ErrorKind::TimedOut,
            Submit::tr("Ray's answer to the start was not seen, so it is not known whether the job runs. Rayhelm asks again when Ray "
                       "answers, and does not send it twice."),
            detail};
}

/// After a start without an answer: looks for the job until Ray has said clearly that it is there, or several times that
/// it is not (a start that was on its way may still arrive).
Task<QString> settle(RayClient &client, QString submissionId, Error cause, SubmitTimes times, std::stop_token stop)
{
    const QDeadlineTimer end(times.settleFor);
    int unknown = 0;
    while (!end.hasExpired()) {
        const Result<JobDetails> job = co_await client.job(submissionId, stop);
        if (job)
            co_return submissionId;
        if (job.error().isCancelled())
            break;
        if (isUnknownToRay(job.error(), submissionId) && ++unknown >= 4)
            co_return failure(cause);
        if (job.error().kind != ErrorKind::NotFound && !mayPass(job.error()))
            break;
        const Result<> slept = co_await sleepFor(times.settleInterval, stop);
        if (!slept)
            break;
    }
    co_return failure(inDoubt(cause.summary + QLatin1Char('\n') + cause.detail));
}

/// Which Ray this is. One that was started anew has another name, also in the same pod.
Task<QString> identityOf(RayClient &client, RayVersion version, std::stop_token stop)
{
    if (!version.session.isEmpty())
        co_return version.session;
    const Result<QList<RayNode>> nodes = co_await client.nodes(identityTimeout, stop);
    if (!nodes)
        co_return failure(nodes.error());
    for (const RayNode &node : *nodes) {
        if (node.isHead && node.alive)
            co_return node.nodeId;
    }
    co_return QString();
}

Task<> checkSameRay(RayClient &client, QString identity, std::stop_token stop)
{
    const Result<RayVersion> version = co_await client.version(stop);
    if (!version)
        co_return failure(version.error());
    const Result<QString> now = co_await identityOf(client, *version, stop);
    if (!now)
        co_return failure(now.error());
    if (*now != identity)
        co_return failure(ErrorKind::Conflict,
                          Submit::tr("Ray was started anew while the job was being sent, so the job was not started. Send it again."));
    co_return Result<>();
}

Task<> upload(RayClient &client, PackedDirectory packed, QPointer<Steps> steps, std::stop_token stop)
{
    const Result<bool> exists = co_await client.packageExists(packed.uri, stop);
    if (!exists)
        co_return failure(exists.error());
    if (*exists) {
        note(steps, Submit::tr("Ray has these files already."));
        co_return Result<>();
    }
    QObject context; // ends the connection with this coroutine
    QObject::connect(&client, &RayClient::uploadProgress, &context, [steps](qint64 sent, qint64 total) {
        note(steps, Submit::tr("%1 of %2", "sent and total size").arg(sizeText(sent), sizeText(total)));
    });
    const Result<> sent = co_await client.uploadPackage(packed.uri, packed.zip, stop);
    co_return sent;
}

Task<QString> run(RayClient &client, JobSpec spec, QPointer<Steps> steps, SubmitTimes times, std::stop_token stop)
{
    const Result<> checked = checkJobSpec(spec);
    if (!checked)
        co_return failure(checked.error());

    begin(steps, Reach);
    const Result<RayVersion> version = co_await client.version(stop);
    if (!version)
        co_return failure(version.error());
    note(steps, Submit::tr("Ray %1").arg(version->text));
    const Result<QString> identity = co_await identityOf(client, *version, stop);
    if (!identity)
        co_return failure(identity.error());

    begin(steps, Pack);
    ScanOptions options = scanOptions(spec.folder, *version);
    options.excludes = spec.excludes;
    options.ignoredLines = spec.ignoredLines;
    options.sendOutsideLinks = spec.sendOutsideLinks;
    options.reviewed = spec.reviewed;
    const Result<PackedDirectory> packed = co_await packWorkingDirectory(options, stop);
    if (!packed)
        co_return failure(packed.error());
    note(steps, sizeText(packed->size));

    begin(steps, Upload);
    const Result<> uploaded = co_await upload(client, *packed, steps, stop);
    if (!uploaded)
        co_return failure(uploaded.error());

    begin(steps, Start);
    const Result<> same = co_await checkSameRay(client, *identity, stop);
    if (!same)
        co_return failure(same.error());
    if (stop.stop_requested())
        co_return cancelled();
    JobSubmission job = submission(spec, packed->uri);
    Result<QString> started = co_await client.submit(std::move(job), stop);
    if (!started && started.error().isCancelled())
        co_return failure(inDoubt({}));
    if (!started && leavesDoubt(started.error())) {
        note(steps, Submit::tr("No answer. Asking Ray whether the job was started."));
        started = co_await settle(client, spec.submissionId, started.error(), times, stop);
    }
    co_return started;
}

} // namespace

QStringList submitSteps(const RayAddress &address)
{
    return {address.isTunnel ? Submit::tr("Open tunnel") : Submit::tr("Reach Ray"), Submit::tr("Pack"), Submit::tr("Upload"),
            Submit::tr("Start")};
}

Task<QString> submitJob(RayClient &client, JobSpec spec, QPointer<Steps> steps, std::stop_token stop, SubmitTimes times)
{
    if (steps)
        steps->plan(submitSteps(client.address()));
    Result<QString> submitted = co_await run(client, std::move(spec), steps, times, stop);
    co_return steps ? concluded(submitted, steps.data()) : submitted;
}

Task<std::optional<JobDetails>> findJob(RayClient &client, QString submissionId, std::stop_token stop)
{
    const Result<JobDetails> job = co_await client.job(submissionId, stop);
    if (job)
        co_return std::optional<JobDetails>(*job);
    if (isUnknownToRay(job.error(), submissionId))
        co_return std::optional<JobDetails>();
    co_return failure(job.error());
}

Task<JobDetails> stopJob(RayClient &client, QString submissionId, std::stop_token stop)
{
    const Result<bool> asked = co_await client.stop(submissionId, stop);
    if (!asked)
        co_return failure(asked.error());
    while (true) {
        const Result<JobDetails> job = co_await client.job(submissionId, stop);
        if (job && isTerminal(job->status))
            co_return job;
        if (!job && !mayPass(job.error()))
            co_return failure(job.error());
        const Result<> slept = co_await sleepFor(std::chrono::seconds(1), stop);
        if (!slept)
            co_return failure(slept.error());
    }
}

} // namespace rayhelm
