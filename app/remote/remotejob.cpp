#include "remote/remotejob.h"

#include "core/text.h"
#include "remote/hostcheck.h"
#include "remote/ownfolder.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

namespace rayhelm {

namespace {

constexpr int noSuchJob = 44;
constexpr int stillRunning = 45;
constexpr int cutOff = 46;
const QString jobsFolder = QStringLiteral("jobs");

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RemoteJob)
};

/// Ids are ours, but they become a path in a root shell.
bool isId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9-]{8,64}\\z"));
    return form.match(id).hasMatch();
}

tl::unexpected<Error> badId()
{
    return failure(ErrorKind::InvalidInput, Words::tr("This is not the number of a job."));
}

/// Defines $d and `alive`: the leader still runs and is no other process that got the same number.
QString prelude(const QString &id)
{
    return checkOwnFolder({jobsFolder})
        + QStringLiteral("b=$HOME/.rayhelm/jobs; d=$b/%1; "
                         "born() { sed 's/.*) //' \"/proc/$1/stat\" 2>/dev/null | cut -d' ' -f20; }; "
                         "alive() { p=$(cat \"$d/pid\" 2>/dev/null) && test -n \"$p\" && kill -0 \"$p\" 2>/dev/null && "
                         "test \"$(born \"$p\")\" = \"$(cat \"$d/born\" 2>/dev/null)\"; }; ")
              .arg(id);
}

/// Prints the state of $d as "name=value" lines. The result is read before and after `alive`, since it is written just before the end.
const QString tellState = QStringLiteral(
    "tell() { echo \"id=$(basename \"$d\")\"; echo \"name=$(cat \"$d/name\" 2>/dev/null)\"; echo \"started=$(cat \"$d/started\" 2>/dev/null)\"; "
    "if test -e \"$d/rc\"; then s=ended; elif alive || { test ! -e \"$d/pid\" && test -n \"$(find \"$d\" -maxdepth 0 -mmin -1 2>/dev/null)\"; }; "
    "then s=running; elif test -e \"$d/rc\"; then s=ended; else s=vanished; fi; "
    "echo \"state=$s\"; echo \"rc=$(cat \"$d/rc\" 2>/dev/null)\"; echo \"size=$(stat -c %s \"$d/log\" 2>/dev/null || echo 0)\"; echo; }; ");

RemoteCommand command(const QString &script, bool asRoot)
{
    RemoteCommand command;
    command.script = script;
    command.asRoot = asRoot;
    return command;
}

RemoteJobStatus statusFrom(const QByteArray &text, bool asRoot)
{
    const QMap<QString, QString> values = keyValues(text);
    RemoteJobStatus status;
    status.job = {values.value(QStringLiteral("id")), asRoot};
    status.name = values.value(QStringLiteral("name"));
    status.logSize = values.value(QStringLiteral("size")).toLongLong();
    status.started = QDateTime::fromSecsSinceEpoch(values.value(QStringLiteral("started")).toLongLong());
    const QString state = values.value(QStringLiteral("state"));
    if (state == QLatin1String("ended")) {
        status.state = RemoteJobState::Ended;
        status.exitStatus = values.value(QStringLiteral("rc")).toInt();
    } else {
        status.state = state == QLatin1String("running") ? RemoteJobState::Running : RemoteJobState::Vanished;
    }
    return status;
}

Error failed(const QString &what, const RemoteOutput &output, const QString &place)
{
    if (const std::optional<Error> refused = ownFolderError(output, place))
        return *refused;
    return {ErrorKind::CommandFailed, what, plainText(output.err)};
}

/// The leader of the job. Whoever makes `begun` first is the only one that runs it: starting the same job again does no harm.
/// TERM has a handler, not "ignore": the handler is reset for the children, and the result still gets written.
const char *const leader = R"sh(trap : TERM; cd "$1" || exit 1; mkdir begun 2>/dev/null || exit 0
sed 's/.*) //' /proc/$$/stat | cut -d' ' -f20 > born
echo $$ > pid.new; mv pid.new pid
/bin/sh ./script >> log 2>&1
echo $? > rc.new; mv rc.new rc)sh";

/// The job gets its folder only when its script has arrived whole: a try that is cut off leaves nothing that another try could take for the
/// job. What killed tries have left is removed after a day.
const char *const start = R"sh(umask 077; d=./%1
find . -maxdepth 1 -name '.new.*' -mmin +1440 -exec rm -rf {} + 2>/dev/null
if test ! -d "$d"; then
  t=$(mktemp -d ./.new.XXXXXX) || exit 1
  trap 'rm -rf "$t"' EXIT; trap 'exit 129' HUP; trap 'exit 143' TERM; trap 'exit 141' PIPE
  cat > "$t/script"
  test "$(wc -c < "$t/script")" -eq %2 || exit %3
  printf '%s\n' %4 > "$t/name"; date +%s > "$t/started"; : > "$t/log" || exit 1
  mv -T "$t" "$d" 2>/dev/null || test -d "$d" || exit 1
fi
if test ! -e "$d/pid"; then setsid /bin/sh -c %5 rayhelm-job "$d" >/dev/null 2>&1 </dev/null & fi
i=0; while test ! -e "$d/pid" && test $i -lt 50; do sleep 0.1; i=$((i+1)); done; test -e "$d/pid"
)sh";

} // namespace

RemoteJob newJob(bool asRoot)
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), asRoot};
}

Task<> startJob(RemoteSession *session, RemoteJobSpec spec, std::stop_token stop)
{
    if (!isId(spec.job.id))
        co_return badId();
    const QByteArray script = spec.script.toUtf8();
    // The script comes by the input and its size is checked; the input also keeps the channel's watchdog away from the job.
    RemoteCommand begin = command(enterOwnFolder({jobsFolder})
                                      + QString::fromLatin1(start).arg(spec.job.id, QString::number(script.size()), QString::number(cutOff),
                                                                       shellQuoted(plainText(spec.name, 200)), shellQuoted(QString::fromLatin1(leader))),
                                  spec.job.asRoot);
    begin.input = script.isEmpty() ? QByteArray("\n") : script;
    begin.shownAs = spec.shownAs;
    begin.changes = true;
    Result<RemoteOutput> output = co_await session->run(begin, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(failed(Words::tr("The work could not be started on %1. Its disk may be full, or the home folder read-only.")
                                     .arg(session->place(spec.job.asRoot)),
                                 *output, session->place(spec.job.asRoot)));
    co_return Result<>();
}

Task<RemoteJobStatus> jobState(RemoteSession *session, RemoteJob job, std::stop_token stop)
{
    if (!isId(job.id))
        co_return badId();
    const RemoteCommand ask = command(prelude(job.id) + tellState + QStringLiteral("test -d \"$d\" || exit %1; tell").arg(noSuchJob), job.asRoot);
    Result<RemoteOutput> output = co_await session->run(ask, stop);
    if (!output)
        co_return failure(output.error());
    RemoteJobStatus status;
    status.job = job;
    if (output->exitStatus == noSuchJob)
        co_return status;
    if (!output->succeeded())
        co_return failure(failed(Words::tr("The state of the work on %1 could not be read.").arg(session->place(job.asRoot)), *output,
                                 session->place(job.asRoot)));
    status = statusFrom(output->out, job.asRoot);
    co_return status;
}

Task<QList<RemoteJobStatus>> listJobs(RemoteSession *session, bool asRoot, std::stop_token stop)
{
    const RemoteCommand ask = command(prelude(QStringLiteral("x")) + tellState
                                          + QStringLiteral("for d in \"$b\"/*/; do d=${d%/}; test -d \"$d\" && tell; done; exit 0"), asRoot);
    Result<RemoteOutput> output = co_await session->run(ask, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(failed(Words::tr("The list of the work on %1 could not be read.").arg(session->place(asRoot)), *output, session->place(asRoot)));
    QList<RemoteJobStatus> jobs;
    QByteArray text = output->out;
    text.replace("\n\n", QByteArray(1, '\0'));
    const QList<QByteArray> blocks = text.split('\0');
    for (const QByteArray &block : blocks) {
        const RemoteJobStatus status = statusFrom(block, asRoot);
        if (isId(status.job.id))
            jobs.append(status);
    }
    std::sort(jobs.begin(), jobs.end(), [](const RemoteJobStatus &a, const RemoteJobStatus &b) { return a.started < b.started; });
    co_return jobs;
}

Task<> stopJob(RemoteSession *session, RemoteJob job, std::chrono::seconds grace, std::stop_token stop)
{
    if (!isId(job.id))
        co_return badId();
    // The group is asked, not the leader alone: what it started may outlive it.
    RemoteCommand end = command(
        prelude(job.id)
            + QStringLiteral("test -d \"$d\" || exit %1; alive || exit 0; kill -TERM -$p; i=0; "
                             "while kill -0 -$p 2>/dev/null && test $i -lt %2; do sleep 0.1; i=$((i+1)); done; "
                             "kill -0 -$p 2>/dev/null || exit 0; kill -KILL -$p; sleep 0.2; "
                             "test -e \"$d/rc\" || echo 137 > \"$d/rc\"; exit 0")
                  .arg(QString::number(noSuchJob), QString::number(grace.count() * 10)),
        job.asRoot);
    end.timeout = grace + std::chrono::seconds(30);
    Result<RemoteOutput> output = co_await session->run(end, stop);
    if (!output)
        co_return failure(output.error());
    if (output->exitStatus == noSuchJob)
        co_return failure(ErrorKind::NotFound, Words::tr("This work is no longer known on %1.").arg(session->place(job.asRoot)));
    if (!output->succeeded())
        co_return failure(failed(Words::tr("The work on %1 could not be stopped.").arg(session->place(job.asRoot)), *output,
                                 session->place(job.asRoot)));
    co_return Result<>();
}

Task<> removeJob(RemoteSession *session, RemoteJob job, std::stop_token stop)
{
    if (!isId(job.id))
        co_return badId();
    const RemoteCommand remove = command(
        prelude(job.id) + QStringLiteral("test -d \"$d\" || exit 0; test -e \"$d/rc\" || ! alive || exit %1; rm -rf \"$d\" || exit 1; "
                                         "rmdir \"$b\" 2>/dev/null && rmdir \"$HOME/.rayhelm\" 2>/dev/null; exit 0").arg(stillRunning),
        job.asRoot);
    Result<RemoteOutput> output = co_await session->run(remove, stop);
    if (!output)
        co_return failure(output.error());
    if (output->exitStatus == stillRunning)
        co_return failure(ErrorKind::Conflict, Words::tr("This work still runs on %1.").arg(session->place(job.asRoot)));
    if (!output->succeeded())
        co_return failure(failed(Words::tr("The notes of the work on %1 could not be removed.").arg(session->place(job.asRoot)), *output,
                                 session->place(job.asRoot)));
    co_return Result<>();
}

} // namespace rayhelm
