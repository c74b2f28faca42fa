#include "cluster/slurmjobs.h"

#include "core/limits.h"
#include "core/text.h"
#include "explain/explain.h"
#include "values/slurmoptions.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SlurmAnswer)
};

/// Times are asked for in seconds since 1970, so that no time zone has to be guessed. An
/// unknown number alone makes squeue fail, which is an answer. Accounting may not exist.
const char script[] =
    "export SLURM_TIME_FORMAT=%s\n"
    "if ! command -v squeue >/dev/null 2>&1; then echo 'squeue: not found' >&2; exit 127; fi\n"
    "ids=@IDS@\n"
    "names=@NAMES@\n"
    "ask() {\n"
    "  answer=$(squeue -h -t all -o 'J|%i|%j|%T|%r|%S|%l' \"$@\" 2>&1); code=$?\n"
    "  case \"$answer\" in *'Invalid job id specified'*) return 0;; esac\n"
    "  if [ $code -ne 0 ]; then printf '%s\\n' \"$answer\" >&2; exit $code; fi\n"
    "  [ -z \"$answer\" ] || printf '%s\\n' \"$answer\"\n"
    "}\n"
    "[ -z \"$ids\" ] || ask -j \"$ids\"\n"
    "[ -z \"$names\" ] || ask --name=\"$names\"\n"
    "scontrol show config 2>/dev/null | grep -i '^PrivateData' | sed 's/^/P|/'\n"
    "if [ -n \"$ids\" ] && command -v sacct >/dev/null 2>&1; then\n"
    "  sacct -n -P -X -j \"$ids\" -o JobID,State,End 2>/dev/null | sed 's/^/A|/'\n"
    "fi\n"
    "exit 0\n";

QDateTime slurmTime(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return QDateTime::fromString(text, Qt::ISODate).toUTC(); // "N/A" and "Unknown" become invalid
}

SlurmJobView jobFrom(const QStringList &fields)
{
    SlurmJobView job;
    job.jobId = SlurmJobId::orEmpty(fields.value(1));
    job.podUid = PodUid::orEmpty(fields.value(2));
    job.stateName = plainText(fields.value(3), 60);
    job.state = slurmStateFromName(job.stateName);
    job.reason = plainText(fields.value(4), 200);
    if (job.reason == QLatin1String("None"))
        job.reason.clear();
    job.started = slurmTime(fields.value(5));
    job.timeLimit = SlurmOptions::parseTime(fields.value(6));
    return job;
}

void addAccounting(SlurmAnswer &answer, const QStringList &fields)
{
    const SlurmJobId id = SlurmJobId::orEmpty(fields.value(1));
    const QString stateName = fields.value(2).section(QLatin1Char(' '), 0, 0); // "CANCELLED by 1000"
    if (id.isEmpty())
        return;
    for (SlurmJobView &job : answer.jobs) {
        if (job.jobId == id) {
            job.ended = slurmTime(fields.value(3));
            return; // squeue knows the state better
        }
    }
    if (answer.jobs.size() >= limits::slurmJobs)
        return;
    SlurmJobView job;
    job.jobId = id;
    job.stateName = plainText(stateName, 60);
    job.state = slurmStateFromName(stateName);
    job.ended = slurmTime(fields.value(3));
    answer.jobs.append(job);
}

} // namespace

const SlurmJobView *SlurmAnswer::find(const SlurmJobId &jobId, const PodUid &podUid) const
{
    for (const SlurmJobView &job : jobs) {
        if ((!jobId.isEmpty() && job.jobId == jobId) || (!podUid.isEmpty() && job.podUid == podUid))
            return &job;
    }
    return nullptr;
}

SlurmState slurmStateFromName(const QString &name)
{
    static const QHash<QString, SlurmState> states{
        {QStringLiteral("PENDING"), SlurmState::Pending},        {QStringLiteral("REQUEUED"), SlurmState::Pending},
        {QStringLiteral("REQUEUE_HOLD"), SlurmState::Pending},   {QStringLiteral("REQUEUE_FED"), SlurmState::Pending},
        {QStringLiteral("RESV_DEL_HOLD"), SlurmState::Pending},  {QStringLiteral("SPECIAL_EXIT"), SlurmState::Pending},
        {QStringLiteral("RUNNING"), SlurmState::Running},        {QStringLiteral("CONFIGURING"), SlurmState::Running},
        {QStringLiteral("SUSPENDED"), SlurmState::Running},      {QStringLiteral("STOPPED"), SlurmState::Running},
        {QStringLiteral("SIGNALING"), SlurmState::Running},      {QStringLiteral("RESIZING"), SlurmState::Running},
        {QStringLiteral("STAGE_OUT"), SlurmState::Ending},       {QStringLiteral("COMPLETING"), SlurmState::Ending},
        {QStringLiteral("COMPLETED"), SlurmState::Ended},        {QStringLiteral("CANCELLED"), SlurmState::Ended},
        {QStringLiteral("FAILED"), SlurmState::Ended},           {QStringLiteral("TIMEOUT"), SlurmState::Ended},
        {QStringLiteral("OUT_OF_MEMORY"), SlurmState::Ended},    {QStringLiteral("NODE_FAIL"), SlurmState::Ended},
        {QStringLiteral("BOOT_FAIL"), SlurmState::Ended},        {QStringLiteral("DEADLINE"), SlurmState::Ended},
        {QStringLiteral("PREEMPTED"), SlurmState::Ended},        {QStringLiteral("REVOKED"), SlurmState::Ended},
    };
    return states.value(name, SlurmState::Unknown);
}

RemoteCommand slurmCommand(const QList<SlurmJobId> &jobIds, const QList<PodUid> &podUids)
{
    RemoteCommand command;
    command.script = QString::fromLatin1(script);
    const QString ids = textsOf(jobIds).join(QLatin1Char(','));
    const QString names = textsOf(podUids).join(QLatin1Char(','));
    command.script.replace(QLatin1String("@IDS@"), shellQuoted(ids));
    command.script.replace(QLatin1String("@NAMES@"), shellQuoted(names));
    command.timeout = std::chrono::seconds(60);
    command.maximumOutput = limits::slurmAnswer;
    command.shownAs = jobIds.isEmpty() ? shellCommand({QStringLiteral("squeue"), QStringLiteral("--name=") + names})
                                       : shellCommand({QStringLiteral("squeue"), QStringLiteral("-j"), ids});
    return command;
}

Result<SlurmAnswer> parseSlurmAnswer(const RemoteOutput &output, const QList<SlurmJobId> &jobIds, const QDateTime &now,
                                     const Explanations *explanations)
{
    if (!output.succeeded())
        return failure(explainedError(explanations, ExplainArea::Slurm,
                                      output.exitStatus == 127 ? ErrorKind::NotFound : ErrorKind::CommandFailed,
                                      Words::tr("Slurm did not answer on the HPC login node."), QString::fromUtf8(output.err)));
    SlurmAnswer answer;
    answer.answeredAt = now;
    answer.askedJobs = jobIds;
    const QStringList lines = QString::fromUtf8(output.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(QLatin1Char('|'));
        if (fields.value(0) == QLatin1String("J") && fields.size() >= 7) {
            const SlurmJobView job = jobFrom(fields);
            // A number that is none cannot be asked for again: such a line says nothing.
            if (!job.jobId.isEmpty() && !answer.find(job.jobId, {}) && answer.jobs.size() < limits::slurmJobs)
                answer.jobs.append(job);
        } else if (fields.value(0) == QLatin1String("P")) {
            static const QRegularExpression hidden(QStringLiteral("=.*\\b(jobs|all)\\b"));
            answer.seesAllJobs = !hidden.match(line.toLower()).hasMatch();
        } else if (fields.value(0) == QLatin1String("A") && fields.size() >= 4) {
            addAccounting(answer, fields);
        }
    }
    return answer;
}

Task<SlurmAnswer> askSlurm(RemoteSession *hpc, QList<SlurmJobId> jobIds, QList<PodUid> podUids, const Explanations *explanations,
                           std::stop_token stop)
{
    RemoteCommand command = slurmCommand(jobIds, podUids);
    Result<RemoteOutput> output = co_await hpc->run(command, stop);
    if (!output)
        co_return failure(output.error());
    co_return parseSlurmAnswer(*output, jobIds, QDateTime::currentDateTimeUtc(), explanations);
}

} // namespace rayhelm
