#pragma once

#include "core/ordinaryfile.h"
#include "jobs/workingdirectory.h"

#include <QByteArray>

#include <filesystem>
#include <stop_token>
#include <vector>

namespace rayhelm {

/// One path that counts for the package's name, in the terms of Ray's packaging.
struct VisitedPath {
    QByteArray name; ///< UTF-8, relative, with '/'; "." is the folder itself
    std::filesystem::path path;
    bool isFolder = false;
    bool isMember = false; ///< it is in the package: a regular file, or a folder without any entry
    qint64 size = 0;
    uint mode = 0;         ///< permission bits
    FileIdentity identity; ///< of a file: what is packed is what was looked at
};

/// What walking a folder by the rules gave.
struct FolderWalk {
    QList<PlannedFile> files;
    std::vector<VisitedPath> visited;
    std::optional<IgnoreLine> leavesOutAll; ///< the line that leaves out the folder itself
    bool tooMany = false; ///< more than `maximumPaths`: the walk was given up
};

constexpr int maximumPaths = 200000;

/// Walks in this thread. Errors as planWorkingDirectory.
Result<FolderWalk> walkFolder(const ScanOptions &options, std::stop_token stop);

/// Its name says that it may hold a password or a key.
bool looksSecret(const QString &relativePath);

std::filesystem::path toPath(const QString &text);

} // namespace rayhelm
