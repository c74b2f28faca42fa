#pragma once

#include <QString>

namespace rayhelm {

/// Exit statuses of folder work besides those of the work itself.
enum FolderWorkExit {
    NobodyToWorkAs = 61, ///< the folder belongs to root, others can change it, and no other account is known to work as
    CannotBecome = 62,   ///< neither setpriv nor chroot can give the account to work as
};

/// What is done with one path of a user's folder, as POSIX shell text. `$1` is the path (absolute), `$2` is "root" where root itself
/// works (then it must not follow a link) and empty otherwise, `$3` are the accounts that count as "mine" (numbers between blanks).
struct FolderWork {
    QString path;      ///< the path as shell words; absolute
    bool isFolder = false; ///< the path is the folder itself, not a file in it
    bool writes = false;   ///< the file's own owner comes first then: a file that is replaced stays its owner's
    QString possible;  ///< a test, with the same `$1`, that tells whether an account may do it at all
    QString work;
};

/// The script that does it as the account it has to be done as. For everybody but root that is the account itself. Root works by
/// name only where nobody else can change a name; in all other folders root steps down:
///  - to the owner of the first folder on the way that is not root's, or
///  - where several accounts may write: to the account that logged in (sudo tells), with its groups, or the folder's or the file's
///    owner, whoever may do it.
/// The kernel's permissions of that account then decide, links included.
QString asFolderOwner(const FolderWork &work);

} // namespace rayhelm
