#include "images/pullimage.h"

#include "core/text.h"
#include "explain/explain.h"
#include "remote/remotejob.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

enum PullStep { LogIn, CheckSpace, Download, CheckFile };

constexpr auto stopGrace = 10s;
constexpr qsizetype linesKept = 40;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::PullImage)
};

// Written in a folder of its own beside its place and renamed: clusters that run from the old file keep it until the new one is whole, and
// in a folder that a group shares nobody can put a link where the image is written. Looked at from inside: it is ours, and lies there.
const char *const pullLines = R"sh(cd %1 || exit 1
here=$(stat -c %d:%i .)
d=$(mktemp -d ./.rayhelm-pull-XXXXXX) || exit 1
cd -P "$d" && test "$(stat -c '%d:%i' ..) $(stat -c %u .)" = "$here $(id -u)" || { echo 'the folder was changed meanwhile' >&2; exit 1; }
trap 'rm -rf ./* ./.[!.]*; cd .. && rmdir "$d"' EXIT
trap 'exit 143' TERM INT HUP
singularity pull --force ./image %2 || exit $?
mv -fT -- ./image ../%3
)sh";

QString pullScript(const PullRequest &request)
{
    return QString::fromLatin1(pullLines).arg(shellQuoted(request.directory), shellQuoted(request.reference),
                                              shellQuoted(request.name + QLatin1Char(':') + request.fileTag));
}

Error pullError(const Explanations *explanations, const QStringList &lines, int exitStatus)
{
    return explainedError(explanations, ExplainArea::Container, exitStatus == 127 ? ErrorKind::NotFound : ErrorKind::CommandFailed,
                          exitStatus == 127 ? Words::tr("singularity was not found on the HPC login node.")
                                            : Words::tr("The image could not be downloaded."),
                          lines.join(QLatin1Char('\n')));
}

Task<qint64> freeSpace(RemoteSession *hpc, QString directory, std::stop_token stop)
{
    RemoteCommand command;
    const QString folder = shellQuoted(directory);
    command.script = QStringLiteral("[ -d %1 ] || { echo 'no such folder' >&2; exit 2; }\n"
                                    "[ -w %1 ] || { echo 'not writable' >&2; exit 3; }\n"
                                    "df -P -k %1 | awk 'NR==2 {print $4}'\n").arg(folder);
    command.shownAs = QStringLiteral("df -k ") + folder;
    Result<RemoteOutput> output = co_await hpc->run(command, stop);
    if (!output)
        co_return failure(output.error());
    const QString detail = plainText(output->err);
    if (output->exitStatus == 2)
        co_return failure(ErrorKind::NotFound, Words::tr("The folder %1 does not exist on the HPC.").arg(directory), detail);
    if (output->exitStatus == 3)
        co_return failure(ErrorKind::Forbidden, Words::tr("You may not write into the folder %1 on the HPC.").arg(directory), detail);
    bool isNumber = false;
    const qint64 kilobytes = output->out.trimmed().toLongLong(&isNumber);
    co_return isNumber ? kilobytes * 1024 : qint64(-1); // -1: not known, which stops nothing
}

Task<> checkSpace(RemoteSession *hpc, PullRequest request, Steps *steps, std::stop_token stop)
{
    Result<qint64> free = co_await freeSpace(hpc, request.directory, stop);
    if (!free)
        co_return failure(free.error());
    if (*free >= 0)
        steps->note(Words::tr("%1 free").arg(sizeText(*free)));
    if (*free >= 0 && *free < request.freeSpaceNeeded)
        co_return failure(ErrorKind::CommandFailed,
                          Words::tr("The folder %1 has only %2 left; the image needs about %3 while it is made.")
                              .arg(request.directory, sizeText(*free), sizeText(request.freeSpaceNeeded)));
    Result<ImageFile> present = co_await checkImage(hpc, request.path(), stop);
    if (!present)
        co_return failure(present.error());
    if (present->exists && !request.mayReplace)
        co_return failure(ErrorKind::Conflict,
                          Words::tr("%1 exists. Clusters that run from it may break.").arg(request.name + QLatin1Char(':') + request.fileTag),
                          present->path);
    co_return Result<>();
}

Task<> stopPull(RemoteSession *hpc, RemoteJob job)
{
    // Not the caller's token: it was stopped, which is why we are here.
    Result<> stopped = co_await stopJob(hpc, job, stopGrace, std::stop_token());
    if (!stopped)
        co_return stopped;
    Result<> removed = co_await removeJob(hpc, job, std::stop_token());
    co_return removed;
}

Task<> download(RemoteSession *hpc, PullRequest request, const Explanations *explanations, OutputLines *output, Steps *steps,
                std::stop_token stop)
{
    RemoteJobSpec spec;
    spec.job = request.jobId.isEmpty() ? newJob(false) : RemoteJob{request.jobId, false};
    spec.name = QStringLiteral("pull ") + request.path();
    spec.script = pullScript(request);
    spec.shownAs = pullCommandLine(request);
    Result<> started = co_await startJob(hpc, spec, stop);
    if (!started && !started.error().isCancelled())
        co_return started;
    const std::shared_ptr<RemoteJobLog> log = followJob(hpc, spec.job);
    QObject::connect(log.get(), &RemoteJobLog::goingOnRemotely, steps, &Steps::setGoingOnRemotely);
    QStringList lines;
    while (true) {
        Result<std::optional<QByteArray>> line = co_await log->readLine(stop);
        if (!line && line.error().isCancelled()) {
            Result<> stopped = co_await stopPull(hpc, spec.job);
            steps->note(stopped ? Words::tr("Stopped. The unfinished file was removed.")
                                : Words::tr("The HPC login node could not be asked to stop the download."));
        }
        if (!line)
            co_return failure(line.error());
        if (!*line)
            break;
        const QString text = plainText(**line).trimmed();
        if (text.isEmpty())
            continue;
        lines.append(text);
        if (lines.size() > linesKept)
            lines.removeFirst();
        if (output)
            output->append(text);
        steps->note(text.left(200));
    }
    const RemoteJobStatus ended = log->status();
    Result<> removed = co_await removeJob(hpc, spec.job, stop);
    if (ended.state != RemoteJobState::Ended)
        co_return failure(ErrorKind::CommandFailed, Words::tr("The download was ended from outside."), lines.join(QLatin1Char('\n')));
    if (ended.exitStatus != 0)
        co_return failure(pullError(explanations, lines, ended.exitStatus));
    co_return Result<>();
}

Task<ImageFile> pull(RemoteSession *hpc, PullRequest request, const Explanations *explanations, OutputLines *output,
                     Steps *steps, std::stop_token stop)
{
    steps->begin(LogIn);
    const QString problem = pullProblem(request);
    if (!problem.isEmpty())
        co_return failure(ErrorKind::InvalidInput, problem);
    if (hpc->state() != LinkState::Connected)
        co_return failure(ErrorKind::Unreachable, Words::tr("The HPC login node is not connected."));
    steps->begin(CheckSpace);
    if (request.jobId.isEmpty()) {
        Result<> fits = co_await checkSpace(hpc, request, steps, stop);
        if (!fits)
            co_return failure(fits.error());
    }
    steps->begin(Download);
    Result<> downloaded = co_await download(hpc, request, explanations, output, steps, stop);
    if (!downloaded)
        co_return failure(downloaded.error());
    steps->begin(CheckFile);
    Result<ImageFile> file = co_await checkImage(hpc, request.path(), stop);
    if (!file)
        co_return failure(file.error());
    if (!file->exists || !file->readable || file->size == 0)
        co_return failure(ErrorKind::NotFound, Words::tr("The download ended, but %1 cannot be read.").arg(request.path()));
    steps->note(file->sentence(QDateTime::currentDateTimeUtc()));
    co_return file;
}

} // namespace

QString ImageFile::sentence(const QDateTime &now) const
{
    const QString name = path.section(QLatin1Char('/'), -1);
    if (!exists)
        return Words::tr("%1 does not exist").arg(name);
    if (!readable)
        return Words::tr("%1 exists, but you may not read it").arg(name);
    const QString age = durationText(std::chrono::seconds(qMax<qint64>(0, modified.secsTo(now))));
    return isImage ? Words::tr("%1, %2, %3 old, readable").arg(name, sizeText(size), age)
                   : Words::tr("%1, %2, %3 old, readable, but it does not look like an image").arg(name, sizeText(size), age);
}

QStringList pullStepNames()
{
    return {Words::tr("Log in to the HPC"), Words::tr("Check free space"), Words::tr("Download and convert"),
            Words::tr("Check the file")};
}

QString pullCommandLine(const PullRequest &request)
{
    return shellCommand({QStringLiteral("singularity"), QStringLiteral("pull"), QStringLiteral("--force"),
                         request.name + QLatin1Char(':') + request.fileTag, request.reference});
}

QString pullProblem(const PullRequest &request)
{
    static const QRegularExpression part(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._-]*\\z"));
    static const QRegularExpression reference(QStringLiteral("^docker://[a-z0-9.-]+(:[0-9]+)?/[a-z0-9._/-]+[:@][A-Za-z0-9._:-]+\\z"));
    if (!request.directory.startsWith(QLatin1Char('/')) || request.directory.contains(QLatin1Char('\n')))
        return Words::tr("The folder must begin with \"/\".");
    if (request.directory.contains(QLatin1Char(':')))
        return Words::tr("The folder must not contain \":\": it separates name and tag.");
    if (!part.match(request.name).hasMatch() || !part.match(request.fileTag).hasMatch())
        return Words::tr("Name and tag of the file may hold letters, digits, \".\", \"_\" and \"-\".");
    if (!reference.match(request.reference).hasMatch())
        return Words::tr("\"%1\" is not the name of an image.").arg(request.reference);
    return {};
}

Task<ImageFile> pullImage(RemoteSession *hpc, PullRequest request, const Explanations *explanations, OutputLines *output,
                          Steps *steps, std::stop_token stop)
{
    steps->plan(pullStepNames());
    Result<ImageFile> outcome = co_await pull(hpc, request, explanations, output, steps, stop);
    co_return concluded(outcome, steps);
}

Task<ImageFile> checkImage(RemoteSession *hpc, QString path, std::stop_token stop)
{
    RemoteCommand command;
    const QString file = shellQuoted(path);
    // Size, time, whether it may be read, and its first bytes: "hsqs" or a script line that names the container tool.
    command.script = QStringLiteral("if [ ! -e %1 ]; then echo absent; exit 0; fi\n"
                                    "stat -L -c '%s %Y' %1 2>/dev/null || echo '0 0'\n"
                                    "if [ -f %1 ] && [ -r %1 ]; then echo readable; else echo unreadable; fi\n"
                                    "head -c 64 %1 2>/dev/null | tr -d '\\000' | tr -c '[:print:]' ' '\n").arg(file);
    command.shownAs = QStringLiteral("ls -l ") + file;
    Result<RemoteOutput> output = co_await hpc->run(command, stop);
    if (!output)
        co_return failure(output.error());
    ImageFile found;
    found.path = path;
    const QStringList lines = QString::fromUtf8(output->out).split(QLatin1Char('\n'));
    if (!output->succeeded() && lines.size() < 2)
        co_return failure(ErrorKind::CommandFailed, Words::tr("The file could not be looked at on the HPC."), plainText(output->err));
    if (lines.value(0) == QLatin1String("absent"))
        co_return found;
    found.exists = true;
    found.size = lines.value(0).section(QLatin1Char(' '), 0, 0).toLongLong();
    found.modified = QDateTime::fromSecsSinceEpoch(lines.value(0).section(QLatin1Char(' '), 1, 1).toLongLong(), Qt::UTC);
    found.readable = lines.value(1) == QLatin1String("readable");
    const QString begin = lines.value(2);
    found.isImage = begin.contains(QLatin1String("singularity")) || begin.contains(QLatin1String("SIF_MAGIC"))
                    || begin.startsWith(QLatin1String("hsqs"));
    co_return found;
}

} // namespace rayhelm
