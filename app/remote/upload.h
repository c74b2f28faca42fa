#pragma once

#include "core/task.h"
#include "remote/remotesession.h"

#include <QDateTime>
#include <QList>

namespace rayhelm {

/// A file to be stored at the other side.
struct UploadSpec {
    QByteArray bytes;
    QString destination; ///< absolute, or relative to the profile's working directory (which is made if missing)
    QString mode;        ///< octal, "0600"; empty: as the present file has it, 0644 for a new one
    bool asRoot = false;
    /// Change detection: the SHA-256 (hex) the present file must have; "absent": there must be none; empty: no check.
    QByteArray expectedSha256;
    QString shownAs; ///< for Activity; empty: "upload to <destination>"
};

/// All of these work as the owner of the folder (see folderwork.h): root itself uses only what nobody else can change, and follows no
/// link.

/// Replaces the file as a whole or not at all: size and SHA-256 are checked at the other side before it gets its name. Its mode is
/// kept, its owner where the acting account may do that. Returns the SHA-256 (hex) stored. Errors: Conflict (changed meanwhile), Forbidden,
/// NotFound (folder missing), InvalidInput (the destination is a folder), CommandFailed (disk full, ...), Unreachable, Cancelled.
Task<QByteArray> uploadFile(RemoteSession *session, UploadSpec spec, std::stop_token stop);

struct RemoteFile {
    QByteArray bytes;
    QByteArray sha256;  ///< hex
    QString mode;       ///< octal
    QString otherOwner; ///< the account it belongs to there, when that is neither the one that reads it nor the one that logged in
};

/// Errors: NotFound, Forbidden, InvalidInput (a folder, or larger than `maximumSize` bytes).
Task<RemoteFile> readFile(RemoteSession *session, QString path, bool asRoot, qint64 maximumSize, std::stop_token stop);

struct RemoteFileEntry {
    QString name;
    qint64 size = 0; ///< bytes
    QDateTime modified;
    QString owner;   ///< account name there, or its number
    bool isFolder = false;
};

/// The entries of one folder (empty: the working directory), sorted by name, hidden ones left out. At most 5000.
Task<QList<RemoteFileEntry>> listFiles(RemoteSession *session, QString folder, bool asRoot, std::stop_token stop);

} // namespace rayhelm
