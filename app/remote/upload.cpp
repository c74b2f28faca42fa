#include "remote/upload.h"

#include "core/text.h"
#include "remote/folderwork.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace rayhelm {

namespace {

enum FileExit { ChangedMeanwhile = 41, IsFolder = 42, NoFolder = 43, NotThere = 44, TooLarge = 45, NotAllowed = 46, Incomplete = 47, IsLink = 48, NoFile = 49 };
constexpr std::chrono::minutes transferLimit{10};
constexpr int mostEntries = 5000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Upload)
};

/// The path as shell words; relative ones are below the working directory, so no path begins with a hyphen.
QString pathWords(const QString &path)
{
    if (path.isEmpty())
        return QStringLiteral("\"$RAYHELM_FOLDER\"");
    return path.startsWith(QLatin1Char('/')) ? shellQuoted(path) : QStringLiteral("\"$RAYHELM_FOLDER\"/") + shellQuoted(path);
}

/// What a failed script means. The exit status is ours; where the system failed, its own words decide.
Error fileError(const RemoteOutput &output, const QString &path, const RemoteSession &session, bool asRoot)
{
    const QString detail = plainText(output.err).trimmed();
    const QString place = session.place(asRoot);
    static const QRegularExpression account(QStringLiteral("Root did this as the account (\\S+)\\."));
    const QRegularExpressionMatch steppedDown = account.match(detail);
    // What root did as somebody else was refused to that account, not to root.
    const QString refusedTo = steppedDown.hasMatch() ? steppedDown.captured(1) + QLatin1Char('@') + session.place(false).section(QLatin1Char('@'), -1)
                                                     : place;
    static const QRegularExpression tool(QStringLiteral("(sha256sum|mktemp|wc|stat|base64): (?:command )?not found"));
    if (const QRegularExpressionMatch missing = tool.match(detail); missing.hasMatch())
        return {ErrorKind::NotFound, Words::tr("%1 was not found on %2. It is needed to store files safely; ask the owner to install it.").arg(missing.captured(1), place), detail};
    static const QRegularExpression full(QStringLiteral("No space left on device|Disk quota exceeded"));
    if (full.match(detail).hasMatch())
        return {ErrorKind::CommandFailed, Words::tr("The disk of %1 is full. Remove old files there, or ask the owner. The old file is unchanged.").arg(place), detail};
    switch (output.exitStatus) {
    case ChangedMeanwhile:
        return {ErrorKind::Conflict, Words::tr("%1 was changed on %2 since it was read. Nothing was overwritten.").arg(path, place), detail};
    case IsFolder: return {ErrorKind::InvalidInput, Words::tr("%1 is a folder on %2. Choose another name.").arg(path, place), detail};
    case NoFolder: return {ErrorKind::NotFound, Words::tr("The folder of %1 does not exist on %2. Make it there first, or choose another.").arg(path, place), detail};
    case NotThere: return {ErrorKind::NotFound, Words::tr("%1 does not exist on %2.").arg(path, place), detail};
    case TooLarge: return {ErrorKind::InvalidInput, Words::tr("%1 on %2 is too large to be opened here.").arg(path, place), detail};
    case NotAllowed: return {ErrorKind::Forbidden, Words::tr("This account may not use %1 on %2.").arg(path, refusedTo), detail};
    case Incomplete:
        return {ErrorKind::CommandFailed, Words::tr("%1 did not arrive whole on %2. The old file is unchanged; try again.").arg(path, place), detail};
    case IsLink:
        return {ErrorKind::Forbidden, Words::tr("%1 on %2 is a link that is not followed here. Use the file that it leads to.").arg(path, place), detail};
    case NoFile: return {ErrorKind::InvalidInput, Words::tr("%1 on %2 is no ordinary file.").arg(path, place), detail};
    case NobodyToWorkAs:
        return {ErrorKind::Forbidden,
                Words::tr("%1 lies in a folder of root that others can change. Root does not work there; use a folder of your own on %2.").arg(path, place),
                detail};
    case CannotBecome:
        return {ErrorKind::NotFound,
                Words::tr("Files of a user are used as that user, but %1 has neither “setpriv” nor “chroot” for it. Ask the owner to install one.").arg(place),
                detail};
    default: break;
    }
    static const QRegularExpression readOnly(QStringLiteral("Read-only file system"));
    if (readOnly.match(detail).hasMatch())
        return {ErrorKind::Forbidden, Words::tr("The disk that holds %1 on %2 is read-only.").arg(path, place), detail};
    if (detail.contains(QLatin1String("Permission denied")))
        return {ErrorKind::Forbidden, Words::tr("This account may not use %1 on %2.").arg(path, refusedTo), detail};
    return {ErrorKind::CommandFailed, Words::tr("%1 could not be used on %2.").arg(path, place), detail};
}

/// From here on everything is done in the folder that was entered, whatever becomes of its name. Whoever saves through a link means the
/// file behind it; a link that somebody else has put there leads nobody.
const char *const enter = R"sh(set -e; umask 077
p=${1%/*}; f=./${1##*/}
test ! -d "$1" || exit %2
test -d "${p:-/}" || exit %3
cd -- "${p:-/}" 2>/dev/null || exit %4
if test -h "$f"; then
  test -z "$2" || exit %5
  case " $(id -u) 0 " in *" $(stat -c %u -- "$f") "*) ;; *) exit %5;; esac
  r=$(readlink -f -- "$f"); p=${r%/*}; f=./${r##*/}
  test -d "${p:-/}" || exit %3
  cd -- "${p:-/}" 2>/dev/null || exit %4
  test ! -h "$f" || exit %1
fi
test ! -d "$f" || exit %2
test -w . || exit %4
)sh";

/// A new file, checked, which then takes the old one's name. It is written in a folder of its own that nobody else can enter: whoever may
/// write into the folder of the file could otherwise put a link in its place while it is written.
const char *const replace = R"sh(unchanged
command -v sha256sum >/dev/null || { echo 'sha256sum: not found' >&2; exit 1; }
here=$(stat -c %d:%i .); in=; d=$(mktemp -d "$f.XXXXXX")
trap 'test -z "$in" || { rm -f ./new; cd ..; }; rmdir "$d" 2>/dev/null || :' EXIT
trap 'exit 129' HUP; trap 'exit 143' TERM; trap 'exit 141' PIPE
cd -P -- "$d" && test -O . && test "$(stat -c %d:%i ..)" = "$here" || exit %5
case $(stat -c %a .) in 700|2700) in=yes;; *) exit %5;; esac
f=../${f#./}
cat > ./new
test "$(wc -c < ./new)" -eq %1 || exit %2
test "$(sha256sum < ./new | cut -c1-64)" = %3 || exit %2
if test -e "$f"; then r=$f; else r=..; fi
chown --reference="$r" ./new 2>/dev/null || chgrp --reference="$r" ./new 2>/dev/null || :
chmod %4 ./new; chmod a-st ./new
sync ./new 2>/dev/null || sync
unchanged
mv -fT -- ./new "$f"
echo STORED
)sh";

/// The target is looked at twice, the second time just before it is replaced: the window for an unnoticed change is a few milliseconds.
QString uploadScript(const UploadSpec &spec, const QByteArray &sha256)
{
    const QString changed = QString::number(int(ChangedMeanwhile));
    const QString check = spec.expectedSha256.isEmpty() ? QStringLiteral("unchanged() { :; }\n")
        : spec.expectedSha256 == "absent"
            ? QStringLiteral("unchanged() { test ! -e \"$f\" || exit %1; }\n").arg(changed)
            : QStringLiteral("unchanged() { test \"$(sha256sum < \"$f\" 2>/dev/null | cut -c1-64)\" = %1 || exit %2; }\n")
                  .arg(QString::fromLatin1(spec.expectedSha256), changed);
    const bool isRelative = !spec.destination.startsWith(QLatin1Char('/'));
    const QString make = QStringLiteral("test -d \"$RAYHELM_FOLDER\" || mkdir -p -m 755 \"$RAYHELM_FOLDER\" || exit %1\n").arg(int(NotAllowed));
    const QString mode = spec.mode.isEmpty() ? QStringLiteral("\"$(stat -c %a \"$f\" 2>/dev/null || echo 644)\"") : shellQuoted(spec.mode);
    FolderWork work;
    work.path = pathWords(spec.destination);
    work.writes = true;
    work.possible = QStringLiteral("p=${1%/*}; test -w \"${p:-/}\" && test -x \"${p:-/}\"");
    work.work = (isRelative ? make : QString())
        + QString::fromLatin1(enter).arg(changed, QString::number(int(IsFolder)), QString::number(int(NoFolder)), QString::number(int(NotAllowed)),
                                         QString::number(int(IsLink)))
        + check
        + QString::fromLatin1(replace).arg(QString::number(spec.bytes.size()), QString::number(int(Incomplete)), QString::fromLatin1(sha256), mode, changed);
    return asFolderOwner(work);
}

/// First its mode and, when it is not one of "mine", its owner.
const char *const readScript = R"sh(p=${1%/*}; test -d "${p:-/}" || exit %2
test -x "${p:-/}" || exit %3
test ! -d "$1" || exit %1
if test -h "$1" && test -n "$2"; then exit %6; fi
test -e "$1" || exit %2
test -f "$1" || exit %7
test -r "$1" || exit %3
test "$(wc -c < "$1")" -le %4 || exit %5
case $3 in *" $(stat -c %u -L -- "$1") "*) o=;; *) o=$(stat -c %U -L -- "$1");; esac
echo "$(stat -c %a -L -- "$1") $o"; cat -- "$1"
)sh";

/// NUL between the fields: names may contain everything else.
const char *const listScript = R"sh(test -e "$1" || exit %1
test -d "$1" || exit %1
cd -- "$1" 2>/dev/null || exit %2
test -r . || exit %2
for n in *; do if test -e "$n"; then stat -L --printf '%s\0%Y\0%F\0%U\0' -- "$n" && printf '%s\0' "$n"; fi; done; exit 0
)sh";

} // namespace

Task<QByteArray> uploadFile(RemoteSession *session, UploadSpec spec, std::stop_token stop)
{
    if (spec.destination.isEmpty() || spec.destination.contains(QChar(0)) || spec.destination.endsWith(QLatin1Char('/')))
        co_return failure(ErrorKind::InvalidInput, Words::tr("Give the file a name."));
    const QByteArray sha256 = QCryptographicHash::hash(spec.bytes, QCryptographicHash::Sha256).toHex();
    RemoteCommand command;
    command.script = uploadScript(spec, sha256);
    command.input = spec.bytes;
    command.asRoot = spec.asRoot;
    command.timeout = transferLimit;
    command.changes = true;
    command.shownAs = spec.shownAs.isEmpty() ? QStringLiteral("cat > %1").arg(shellQuoted(spec.destination)) : spec.shownAs;
    Result<RemoteOutput> output = co_await session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    // Exit status 0 alone is not enough: the end of the script must have been reached.
    if (!output->succeeded() || !output->out.contains("STORED"))
        co_return failure(fileError(*output, spec.destination, *session, spec.asRoot));
    co_return sha256;
}

Task<RemoteFile> readFile(RemoteSession *session, QString path, bool asRoot, qint64 maximumSize, std::stop_token stop)
{
    FolderWork work;
    work.path = pathWords(path);
    work.possible = QStringLiteral("test -r \"$1\"");
    work.work = QString::fromLatin1(readScript)
                    .arg(QString::number(int(IsFolder)), QString::number(int(NotThere)), QString::number(int(NotAllowed)),
                         QString::number(maximumSize), QString::number(int(TooLarge)), QString::number(int(IsLink)), QString::number(int(NoFile)));
    RemoteCommand command;
    command.script = asFolderOwner(work);
    command.asRoot = asRoot;
    command.maximumOutput = maximumSize + 512;
    command.timeout = transferLimit;
    command.shownAs = QStringLiteral("cat %1").arg(shellQuoted(path));
    Result<RemoteOutput> output = co_await session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(fileError(*output, path, *session, asRoot));
    const qsizetype headEnd = output->out.indexOf('\n');
    const QString head = QString::fromUtf8(output->out.left(qMax<qsizetype>(0, headEnd)));
    RemoteFile file;
    file.mode = head.section(QLatin1Char(' '), 0, 0);
    file.otherOwner = plainText(head.section(QLatin1Char(' '), 1), 100);
    file.bytes = output->out.mid(headEnd + 1);
    file.sha256 = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
    co_return file;
}

Task<QList<RemoteFileEntry>> listFiles(RemoteSession *session, QString folder, bool asRoot, std::stop_token stop)
{
    FolderWork work;
    work.path = pathWords(folder);
    work.isFolder = true;
    work.possible = QStringLiteral("test -r \"$1\" && test -x \"$1\"");
    work.work = QString::fromLatin1(listScript).arg(QString::number(int(NotThere)), QString::number(int(NotAllowed)));
    RemoteCommand command;
    command.script = asFolderOwner(work);
    command.asRoot = asRoot;
    command.shownAs = QStringLiteral("ls %1").arg(folder.isEmpty() ? QString() : shellQuoted(folder)).trimmed();
    Result<RemoteOutput> output = co_await session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(fileError(*output, folder.isEmpty() ? Words::tr("The working folder") : folder, *session, asRoot));
    const QList<QByteArray> fields = output->out.split('\0');
    QList<RemoteFileEntry> entries;
    for (qsizetype i = 0; i + 4 < fields.size() && entries.size() < mostEntries; i += 5) {
        RemoteFileEntry entry;
        entry.size = fields.at(i).toLongLong();
        entry.modified = QDateTime::fromSecsSinceEpoch(fields.at(i + 1).toLongLong());
        entry.isFolder = fields.at(i + 2) == "directory";
        entry.owner = plainText(QString::fromUtf8(fields.at(i + 3)), 100);
        entry.name = QString::fromUtf8(fields.at(i + 4));
        entries.append(entry);
    }
    co_return entries;
}

} // namespace rayhelm
