#pragma once

#include <QFile>

#include <filesystem>
#include <optional>

namespace rayhelm {

/// Which file it is, whatever lies under its name later.
struct FileIdentity {
    quint64 device = 0;
    quint64 number = 0;

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// Of the ordinary file that this path leads to; no value: there is none, or it is a device, a pipe, a folder.
std::optional<FileIdentity> identityOf(const std::filesystem::path &path);

/// Opens exactly that file for reading. False: another one lies there now, or it cannot be read. A link at the end of `path` is not
/// followed, and nothing but an ordinary file is ever opened, so it never waits.
bool openOrdinary(QFile &file, const std::filesystem::path &path, const FileIdentity &expected);

} // namespace rayhelm
