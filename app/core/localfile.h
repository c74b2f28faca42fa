#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace rayhelm {

/// The name of a file on this computer for something that has its name from a remote side: letters, digits, `_`, `-` and `.` only,
/// no leading dot or `-`, at most 100 characters without `suffix`. Different texts give different names. `suffix` is a text of our
/// own, such as ".log". Only a name: see `LocalFolder` for making the file.
QString localFileName(const QString &remoteName, const QString &suffix = {});

/// An open folder of this computer in which files with names from outside are made. It holds the folder itself, not its name, so
/// whatever happens to the name meanwhile, files appear only in the folder that was chosen.
class LocalFolder
{
public:
    /// Opens the folder; it is made with mode 0700 when it does not exist. Errors: Forbidden, NotFound, CommandFailed.
    static Result<LocalFolder> open(const QString &path);

    /// Makes a new file (mode 0600) and writes `content` into it. An existing file of that name is never replaced and a link never
    /// followed: the file gets the next free name ("x-2.log"). What could not be written whole is taken away again.
    /// Returns the new file's path. Errors: Forbidden, Conflict (no free name), CommandFailed (full disk).
    Result<QString> writeNew(const QString &remoteName, const QString &suffix, const QByteArray &content) const;

    const QString &path() const { return m_path; }

private:
    QString m_path;
    std::shared_ptr<const int> m_folder; ///< descriptor, closed with the last copy
};

} // namespace rayhelm
