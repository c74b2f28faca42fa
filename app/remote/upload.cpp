#include "remote/upload.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace rayhelm {

namespace {

enum FileExit { ChangedMeanwhile = 41, IsFolder = 42, NoFolder = 43, NotThere = 44, TooLarge = 45, NotAllowed = 46, Incomplete = 47 };
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
Error fileError(const RemoteOutput &output, const QString &path, const QString &place)
{
    const QString detail = plainText(output.err).trimmed();
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
    case NotAllowed: return {ErrorKind::Forbidden, Words::tr("This account may not use %1 on %2.").arg(path, place), detail};
    case Incomplete:
        return {ErrorKind::CommandFailed, Words::tr("%1 did not arrive whole on %2. The old file is unchanged; try again.").arg(path, place), detail};
    default: break;
    }
    static const QRegularExpression readOnly(QStringLiteral("Read-only file system"));
    if (readOnly.match(detail).hasMatch())
        return {ErrorKind::Forbidden, Words::tr("The disk that holds %1 on %2 is read-only.").arg(path, place), detail};
    if (detail.contains(QLatin1String("Permission denied")))
        return {ErrorKind::Forbidden, Words::tr("This account may not use %1 on %2.").arg(path, place), detail};
    return {ErrorKind::CommandFailed, Words::tr("%1 could not be used on %2.").arg(path, place), detail};
}

/// The target is looked at twice, the second time just before it is replaced: the window for an unnoticed change is a few milliseconds.
QString uploadScript(const UploadSpec &spec, const QByteArray &sha256)
{
    const QString check = spec.expectedSha256.isEmpty() ? QStringLiteral("unchanged() { :; }; ")
        : spec.expectedSha256 == "absent"
            ? QStringLiteral("unchanged() { test ! -e \"$d\" || exit %1; }; ").arg(int(ChangedMeanwhile))
            : QStringLiteral("unchanged() { test \"$(sha256sum < \"$d\" 2>/dev/null | cut -c1-64)\" = %1 || exit %2; }; ")
                  .arg(QString::fromLatin1(spec.expectedSha256), QString::number(int(ChangedMeanwhile)));
    const bool isRelative = !spec.destination.startsWith(QLatin1Char('/'));
    const QString mode = spec.mode.isEmpty() ? QStringLiteral("\"$(stat -c %a \"$d\" 2>/dev/null || echo 644)\"") : shellQuoted(spec.mode);
    return QStringLiteral("set -e; umask 077; d=%1; ").arg(pathWords(spec.destination)) + check
        + (isRelative ? QStringLiteral("test -d \"$RAYHELM_FOLDER\" || mkdir -p -m 755 \"$RAYHELM_FOLDER\"; ") : QString())
        // Whoever saves through a link means the file behind it.
        + QStringLiteral("if test -h \"$d\"; then d=$(readlink -f \"$d\"); fi; test ! -d \"$d\" || exit %1; "
                         "test -d \"$(dirname \"$d\")\" || exit %2; test -w \"$(dirname \"$d\")\" || exit %3; unchanged; ")
              .arg(QString::number(int(IsFolder)), QString::number(int(NoFolder)), QString::number(int(NotAllowed)))
        + QStringLiteral("command -v sha256sum >/dev/null || { echo 'sha256sum: not found' >&2; exit 1; }; "
                         "t=$(mktemp \"$d.XXXXXX\"); trap 'rm -f \"$t\"' EXIT; trap 'exit 129' HUP; trap 'exit 143' TERM; trap 'exit 141' PIPE; "
                         "cat > \"$t\"; test \"$(wc -c < \"$t\")\" -eq %1 || exit %2; "
                         "test \"$(sha256sum < \"$t\" | cut -c1-64)\" = %3 || exit %2; ")
              .arg(QString::number(spec.bytes.size()), QString::number(int(Incomplete)), QString::fromLatin1(sha256))
        + QStringLiteral("chmod %1 \"$t\"; if test -e \"$d\"; then chown --reference=\"$d\" \"$t\" 2>/dev/null || :; "
                         "elif test \"$(id -u)\" = 0; then chown --reference=\"$(dirname \"$d\")\" \"$t\" 2>/dev/null || :; fi; "
                         "sync \"$t\" 2>/dev/null || sync; unchanged; mv -f \"$t\" \"$d\"; echo STORED").arg(mode);
}

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
        co_return failure(fileError(*output, spec.destination, session->place(spec.asRoot)));
    co_return sha256;
}

Task<RemoteFile> readFile(RemoteSession *session, QString path, bool asRoot, qint64 maximumSize, std::stop_token stop)
{
    RemoteCommand command;
    command.script = QStringLiteral("f=%1; test ! -d \"$f\" || exit %2; test -e \"$f\" || exit %3; test -r \"$f\" || exit %4; "
                                    "test \"$(wc -c < \"$f\")\" -le %5 || exit %6; "
                                    // sudo says who called it.
                                    "case \"$(stat -c %u -L \"$f\")\" in \"$(id -u)\" | \"${SUDO_UID:-none}\") o=;; *) o=$(stat -c %U -L \"$f\");; esac; "
                                    "echo \"$(stat -c %a -L \"$f\") $o\"; cat \"$f\"")
                         .arg(pathWords(path), QString::number(int(IsFolder)), QString::number(int(NotThere)), QString::number(int(NotAllowed)),
                              QString::number(maximumSize), QString::number(int(TooLarge)));
    command.asRoot = asRoot;
    command.maximumOutput = maximumSize + 512;
    command.timeout = transferLimit;
    command.shownAs = QStringLiteral("cat %1").arg(shellQuoted(path));
    Result<RemoteOutput> output = co_await session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(fileError(*output, path, session->place(asRoot)));
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
    RemoteCommand command;
    // NUL between the fields: names may contain everything else.
    command.script = QStringLiteral("f=%1; test -e \"$f\" || exit %2; test -d \"$f\" || exit %3; cd \"$f\" || exit %4; "
                                    "for n in *; do if test -e \"$n\"; then stat -L --printf '%s\\0%Y\\0%F\\0%U\\0' -- \"$n\" && printf '%s\\0' \"$n\"; fi; done; exit 0")
                         .arg(pathWords(folder), QString::number(int(NotThere)), QString::number(int(NotThere)), QString::number(int(NotAllowed)));
    command.asRoot = asRoot;
    command.shownAs = QStringLiteral("ls %1").arg(folder.isEmpty() ? QString() : shellQuoted(folder)).trimmed();
    Result<RemoteOutput> output = co_await session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(fileError(*output, folder.isEmpty() ? Words::tr("The working folder") : folder, session->place(asRoot)));
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
