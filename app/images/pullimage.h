#pragma once

#include "core/outputlines.h"
#include "core/steps.h"
#include "core/task.h"
#include "remote/remotesession.h"

#include <QDateTime>

namespace rayhelm {

class Explanations;

/// One image file on the HPC, or that there is none.
struct ImageFile {
    QString path; ///< "<folder>/<name>:<tag>", as the chart joins repository and tag
    bool exists = false;
    bool readable = false;
    bool isImage = false; ///< it begins like a container image file
    qint64 size = 0;
    QDateTime modified;

    /// "hython:sif, 4.2 GB, 3 days old, readable"
    QString sentence(const QDateTime &now) const;
};

struct PullRequest {
    QString reference; ///< "docker://ghcr.io/...:<tag>"
    QString directory; ///< absolute folder on the HPC
    QString name = QStringLiteral("hython");
    QString fileTag = QStringLiteral("sif");
    bool mayReplace = false; ///< the user agreed that clusters which run from it may break
    qint64 freeSpaceNeeded = 20'000'000'000;
    QString jobId;     ///< of a pull that is resumed; empty: a new one

    QString path() const { return directory + QLatin1Char('/') + name + QLatin1Char(':') + fileTag; }
};

QStringList pullStepNames();
/// The command as a person would type it.
QString pullCommandLine(const PullRequest &request);
/// What cannot work, for the message beside the field; empty: fine.
QString pullProblem(const PullRequest &request);

/// 1 Log in (the session is connected by the caller), 2 Check free space, 3 Download and convert, 4 Check the file. It
/// is written beside its place and renamed at the end; a cancelled or failed pull leaves nothing.
/// Errors: Conflict (the file exists), InvalidInput, CommandFailed, Cancelled.
Task<ImageFile> pullImage(RemoteSession *hpc, PullRequest request, const Explanations *explanations, OutputLines *output,
                          Steps *steps, std::stop_token stop);

/// Looks at a file. A missing one is an answer, not an error.
Task<ImageFile> checkImage(RemoteSession *hpc, QString path, std::stop_token stop);

} // namespace rayhelm
