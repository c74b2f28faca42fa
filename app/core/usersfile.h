#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QString>

namespace rayhelm {

/// Replaces a file that the user has named, with the permissions that new files of theirs get; a crash leaves the old or the new content.
/// In a worker thread: a slow disk (2 s until it is synchronised) never holds up the window. The error's detail holds the system's
/// words; its summary is for the caller to say, who knows what was to be saved. A cancelled waiting ends, the writing does not.
Task<> writeUsersFile(QString path, QByteArray bytes, std::stop_token stop);

} // namespace rayhelm
