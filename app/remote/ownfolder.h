#pragma once

#include "core/task.h"
#include "remote/remotesession.h"

#include <QStringList>

namespace rayhelm {

/// Exit status of scripts whose own folder is not the acting account's alone; nothing was done.
inline constexpr int notOwnFolder = 63;

/// Shell text that enters `names`, one below the other in ~/.rayhelm of the acting account (root's below sudo). Each is made when it is
/// missing, belongs to that account, is closed to everybody else (0700) and is no link: else the script ends with `notOwnFolder`. What
/// is done there by relative names cannot be changed by anybody else. `names` are of letters, digits, "-" and ".".
QString enterOwnFolder(const QStringList &names);

/// Shell text for those who only look: ends with `notOwnFolder` when ~/.rayhelm or one of `names` in it is there and not the account's alone.
QString checkOwnFolder(const QStringList &names);

/// Shell text that leaves `names` and removes the last of them with all that is in it, then ~/.rayhelm when that is empty.
QString removeOwnFolder(const QStringList &names);

/// Forbidden: somebody else's folder lies where ours should be. No value: it is another failure.
std::optional<Error> ownFolderError(const RemoteOutput &output, const QString &place);

/// Stores a file in ~/.rayhelm/`folder` of the acting account, mode 0600. Checked by size and SHA-256 before it gets its name.
/// Returns the SHA-256 (hex). Errors: Forbidden, CommandFailed (disk full, cut off), Unreachable, Cancelled.
Task<QByteArray> storeInOwnFolder(RemoteSession *session, QString folder, QString name, QByteArray bytes, std::stop_token stop);

} // namespace rayhelm
