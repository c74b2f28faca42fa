#include "jobs/workingdirectory.h"

#include "core/text.h"
#include "core/compute.h"
#include "jobs/folderwalk.h"
#include "jobs/packagezip.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rayhelm {

namespace {

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::WorkingDirectory)
};

WorkingDirectoryProblem blocking(PlanProblem kind, const QString &summary)
{
    WorkingDirectoryProblem problem;
    problem.kind = kind;
    problem.summary = summary;
    problem.blocks = true;
    return problem;
}

WorkingDirectoryProblem everythingLeftOut(const IgnoreLine &line)
{
    WorkingDirectoryProblem problem = blocking(
        PlanProblem::LineLeavesOutAll,
        line.file.isEmpty()
            ? Plan::tr("Nothing would be sent. The pattern %1 leaves out the whole folder.").arg(line.text)
            : Plan::tr("Nothing would be sent. Line %1 of %2 leaves out the whole folder.").arg(line.line).arg(line.file));
    problem.line = line;
    return problem;
}

QString names(const QList<PlannedFile> &files)
{
    QStringList texts;
    for (const PlannedFile &file : files)
        texts.append(Plan::tr("%1 (%2)", "file name and size").arg(file.path, sizeText(file.size)));
    return QLocale().createSeparatedList(texts);
}

QList<WorkingDirectoryProblem> problemsOf(const WorkingDirectoryPlan &plan, const FolderWalk &walk)
{
    QList<WorkingDirectoryProblem> problems;
    if (walk.leavesOutAll)
        return {everythingLeftOut(*walk.leavesOutAll)};
    if (walk.tooMany)
        return {blocking(PlanProblem::TooBig, Plan::tr("Too many files: more than %1. Choose a smaller folder.")
                                                  .arg(QLocale().toString(maximumPaths)))};
    if (plan.sentCount() == 0)
        problems.append(blocking(PlanProblem::NothingSent, Plan::tr("Nothing would be sent: there is no file left in this folder.")));
    if (plan.packedSize > maximumPackageSize)
        problems.append(blocking(PlanProblem::TooBig,
                                 Plan::tr("Too big: %1 of %2. Largest: %3. Leave out what the job does not need.")
                                     .arg(sizeText(plan.packedSize), sizeText(maximumPackageSize), names(plan.largest(3)))));
    for (const PlannedFile &file : plan.files) {
        if (file.leftOut == LeftOutReason::Unreadable)
            problems.append(blocking(PlanProblem::UnreadableFile,
                                     Plan::tr("%1 cannot be read. Leave it out, or change its permissions.").arg(file.path)));
    }
    return problems;
}

WorkingDirectoryPlan planFrom(const ScanOptions &options, const FolderWalk &walk)
{
    WorkingDirectoryPlan plan;
    plan.options = options;
    plan.files = walk.files;
    for (const PlannedFile &file : walk.files)
        plan.totalSize += file.isSent() && !file.isFolder ? file.size : 0;
    plan.packedSize = packedSizeOf(walk);
    plan.problems = problemsOf(plan, walk);
    return plan;
}

Result<WorkingDirectoryPlan> planNow(const ScanOptions &options, std::stop_token stop)
{
    const Result<FolderWalk> walk = walkFolder(options, stop);
    if (!walk)
        return failure(walk.error());
    return planFrom(options, *walk);
}

/// A file that came into the folder after the list was looked at is not sent unseen.
Result<> checkReviewed(const WorkingDirectoryPlan &plan)
{
    QStringList unseen;
    for (const PlannedFile &file : plan.files) {
        if (plan.options.reviewed && file.isSent() && !plan.options.reviewed->contains(file.path))
            unseen.append(plainText(file.path));
    }
    if (unseen.isEmpty())
        return {};
    return failure(ErrorKind::Conflict,
                   Plan::tr("%n file(s) came into the folder after you looked at the list: %1. Look at the files again, then send the job.",
                            nullptr, int(unseen.size()))
                       .arg(QLocale().createSeparatedList(unseen.mid(0, 3))),
                   unseen.join(QLatin1Char('\n')));
}

Result<PackedDirectory> packNow(const ScanOptions &options, std::stop_token stop)
{
    const Result<FolderWalk> walk = walkFolder(options, stop);
    if (!walk)
        return failure(walk.error());
    const WorkingDirectoryPlan plan = planFrom(options, *walk);
    for (const WorkingDirectoryProblem &problem : plan.problems) {
        if (problem.blocks)
            return failure(ErrorKind::InvalidInput, problem.summary);
    }
    const Result<> seen = checkReviewed(plan);
    if (!seen)
        return failure(seen.error());
    return packWalk(*walk, stop);
}

} // namespace

ScanOptions scanOptions(const QString &folder, const RayVersion &version)
{
    ScanOptions options;
    options.folder = folder;
    options.builtInExcludes = version.atLeast(2, 54);
    options.rayIgnoreFiles = version.atLeast(2, 53);
    return options;
}

QString excludeLine(const QString &relativePath)
{
    QString line = QStringLiteral("/");
    for (const QChar c : relativePath) {
        if (QStringLiteral("\\*?[]!#").contains(c))
            line.append(QLatin1Char('\\'));
        line.append(c);
    }
    // Blanks at the end of a line are taken away, so the last one is written as a set of one character.
    if (line.back().isSpace())
        line = line.chopped(1) + QLatin1Char('[') + line.back() + QLatin1Char(']');
    return line;
}

QString leftOutText(const PlannedFile &file)
{
    switch (file.leftOut) {
    case LeftOutReason::NotLeftOut:
        return {};
    case LeftOutReason::IgnoreFile:
        return Plan::tr("left out because of %1 line %2").arg(plainText(file.line.file, 200)).arg(file.line.line);
    case LeftOutReason::Excludes:
        return Plan::tr("left out by you");
    case LeftOutReason::BuiltIn:
        return Plan::tr("left out: jobs never need it");
    case LeftOutReason::BrokenLink:
        return Plan::tr("left out: the link leads nowhere");
    case LeftOutReason::LinkCycle:
        return Plan::tr("left out: the link leads back to a folder above it");
    case LeftOutReason::OutsideLink:
        return Plan::tr("left out: the link leads out of the folder, to %1").arg(plainText(file.leadsTo));
    case LeftOutReason::SpecialFile:
        return Plan::tr("left out: not an ordinary file");
    case LeftOutReason::Unreadable:
        return Plan::tr("cannot be read");
    case LeftOutReason::NameNotUtf8:
        return Plan::tr("left out: its name is not UTF-8");
    }
    return {};
}

int WorkingDirectoryPlan::sentCount() const
{
    return int(std::count_if(files.begin(), files.end(), [](const PlannedFile &file) { return file.isSent(); }));
}

QList<PlannedFile> WorkingDirectoryPlan::suspicious() const
{
    QList<PlannedFile> found;
    std::copy_if(files.begin(), files.end(), std::back_inserter(found),
                 [](const PlannedFile &file) { return file.isSent() && file.suspicious; });
    return found;
}

QList<PlannedFile> WorkingDirectoryPlan::outsideLinks() const
{
    QList<PlannedFile> found;
    std::copy_if(files.begin(), files.end(), std::back_inserter(found), [](const PlannedFile &file) {
        return !file.leadsTo.isEmpty() && (file.isSent() || file.leftOut == LeftOutReason::OutsideLink);
    });
    return found;
}

QList<PlannedFile> WorkingDirectoryPlan::largest(int count) const
{
    QList<PlannedFile> found;
    std::copy_if(files.begin(), files.end(), std::back_inserter(found), [](const PlannedFile &file) { return file.isSent(); });
    std::stable_sort(found.begin(), found.end(), [](const PlannedFile &a, const PlannedFile &b) { return a.size > b.size; });
    return found.mid(0, count);
}

bool WorkingDirectoryPlan::canBeSent() const
{
    return std::none_of(problems.begin(), problems.end(), [](const WorkingDirectoryProblem &problem) { return problem.blocks; });
}

Task<WorkingDirectoryPlan> planWorkingDirectory(ScanOptions options, std::stop_token stop)
{
    const auto plan = [options, stop] { return planNow(options, stop); };
    Result<WorkingDirectoryPlan> answer = co_await compute<WorkingDirectoryPlan>(plan, stop);
    co_return answer;
}

Task<PackedDirectory> packWorkingDirectory(ScanOptions options, std::stop_token stop)
{
    const auto pack = [options, stop] { return packNow(options, stop); };
    Result<PackedDirectory> answer = co_await compute<PackedDirectory>(pack, stop);
    co_return answer;
}

} // namespace rayhelm
