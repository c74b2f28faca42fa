#pragma once

#include "core/task.h"
#include "jobs/raytypes.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QIODevice;

namespace rayhelm {

/// One line of a .gitignore or .rayignore below the folder.
struct IgnoreLine {
    QString file; ///< relative to the folder: ".gitignore", "src/.rayignore"; empty: `excludes` or Ray's own list
    int line = 0; ///< counted from 1
    QString text;

    friend bool operator==(const IgnoreLine &, const IgnoreLine &) = default;
};

/// How a folder is read. The defaults are those of the newest Ray.
struct ScanOptions {
    QString folder;
    QStringList excludes;            ///< runtime_env.excludes: lines like those of a .gitignore
    QList<IgnoreLine> ignoredLines;  ///< lines that shall not count ("Ignore that line")
    bool builtInExcludes = true;     ///< .git, .venv, venv, __pycache__: Ray >= 2.54
    bool rayIgnoreFiles = true;      ///< .rayignore: Ray >= 2.53
    bool sendOutsideLinks = false;   ///< what links out of the folder lead to; Ray itself always sends it
    std::shared_ptr<const QSet<QString>> reviewed; ///< the files that a person has seen in the list: no other is packed; null: any
};

/// The options under which this Ray's own packaging would come to the same package.
ScanOptions scanOptions(const QString &folder, const RayVersion &version);

/// A line for `excludes` that leaves out exactly this file or folder.
QString excludeLine(const QString &relativePath);

enum class LeftOutReason { NotLeftOut, IgnoreFile, Excludes, BuiltIn, BrokenLink, LinkCycle, OutsideLink, SpecialFile, Unreadable, NameNotUtf8 };

struct PlannedFile {
    QString path; ///< relative, with '/'; a left out folder stands for everything in it
    qint64 size = 0;
    bool isFolder = false;
    LeftOutReason leftOut = LeftOutReason::NotLeftOut;
    IgnoreLine line;         ///< which line left it out
    QString leadsTo;         ///< a link out of the folder: where it leads
    bool suspicious = false; ///< its name says that it may hold a password or key

    bool isSent() const { return leftOut == LeftOutReason::NotLeftOut; }
};

/// "left out because of .gitignore line 3"; empty for a file that is sent.
QString leftOutText(const PlannedFile &file);

enum class PlanProblem { NothingSent, LineLeavesOutAll, TooBig, UnreadableFile };

struct WorkingDirectoryProblem {
    PlanProblem kind = PlanProblem::NothingSent;
    QString summary; ///< whole sentences for people
    bool blocks = false; ///< cannot be submitted like this
    IgnoreLine line; ///< of LineLeavesOutAll
};

/// What would be sent, before anything is read or packed.
struct WorkingDirectoryPlan {
    ScanOptions options;
    QList<PlannedFile> files;        ///< in the order of their paths
    qint64 totalSize = 0;            ///< bytes of the files that are sent
    qint64 packedSize = 0;           ///< bytes of the package
    QList<WorkingDirectoryProblem> problems;

    int sentCount() const;
    QList<PlannedFile> suspicious() const; ///< sent files that look like secrets
    QList<PlannedFile> outsideLinks() const; ///< links out of the folder that no rule leaves out, sent or not
    QList<PlannedFile> largest(int count) const;
    bool canBeSent() const;
};

/// The dashboard's own limit, in every Ray.
constexpr qint64 maximumPackageSize = 100 * 1024 * 1024;

/// Reads the names and sizes in a worker thread. Errors: Cancelled, NotFound (no such folder), InvalidInput (not a
/// folder), Forbidden (unreadable). Problems of the contents are part of the plan.
Task<WorkingDirectoryPlan> planWorkingDirectory(ScanOptions options, std::stop_token stop);

/// A package ready to be sent.
struct PackedDirectory {
    QString uri; ///< "gcs://_ray_pkg_<16 hex digits>.zip", Ray's own name for this content
    std::shared_ptr<QIODevice> zip; ///< open for reading; its file goes with it
    qint64 size = 0;
};

/// Reads the folder anew, hashes and packs it in one pass in a worker thread. Errors: those of planWorkingDirectory, and
/// InvalidInput with the first blocking problem; Conflict: there are files that were not in the list.
Task<PackedDirectory> packWorkingDirectory(ScanOptions options, std::stop_token stop);

} // namespace rayhelm
