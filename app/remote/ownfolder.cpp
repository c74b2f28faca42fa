#include "remote/ownfolder.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace rayhelm {

namespace {

constexpr int cutOff = 46;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::OwnFolder)
};

// Looked at from inside, so that nothing can be exchanged between the look and the use; and it lies here: a
// link that took its place leads elsewhere, perhaps to another folder of this account. Somebody who has finished may remove an empty
// folder in between: then it is made once more.
const char *const own = R"sh(refuse() { echo "~/.rayhelm: $1 is not a folder of this account alone (mode 0700)" >&2; exit %1; }
own() {
  test ! -h "$1" || refuse "$1"
  test -e "$1" || mkdir -m 700 "$1" || test -e "$1" || return 1
  here=$(stat -c %d:%i .)
  cd -P "./$1" 2>/dev/null || { test ! -e "$1" || refuse "$1"; return 1; }
  test "$(stat -c %d:%i ..)" = "$here" || refuse "$1"
  test "$(stat -c %u .)" = "$(id -u)" || refuse "$1"
  case $(stat -c %a .) in *700) ;; *) refuse "$1";; esac
}
tries=0
until cd "$HOME"%2; do tries=$((tries + 1)); test $tries -lt 5 || exit 1; done
)sh";

const char *const look = R"sh(safe() {
  test -e "$1" || test -h "$1" || return 0
  case "$(test -h "$1" || stat -c '%u %a' "$1")" in "$(id -u) "*700) ;; *) echo "$1 is not a folder of this account alone (mode 0700)" >&2; exit %1;; esac
}
)sh";

} // namespace

QString enterOwnFolder(const QStringList &names)
{
    QString chain = QStringLiteral(" && own .rayhelm");
    for (const QString &name : names)
        chain += QStringLiteral(" && own ") + shellQuoted(name);
    return QString::fromLatin1(own).arg(QString::number(notOwnFolder), chain);
}

QString checkOwnFolder(const QStringList &names)
{
    QString path = QStringLiteral("\"$HOME\"/.rayhelm");
    QString text = QString::fromLatin1(look).arg(notOwnFolder) + QStringLiteral("safe ") + path + QLatin1Char('\n');
    for (const QString &name : names) {
        path += QLatin1Char('/') + shellQuoted(name);
        text += QStringLiteral("safe ") + path + QLatin1Char('\n');
    }
    return text;
}

QString removeOwnFolder(const QStringList &names)
{
    return QStringLiteral("cd /; test -h \"$HOME/.rayhelm\" || { rm -rf -- \"$HOME/.rayhelm/\"%1; rmdir \"$HOME/.rayhelm\" 2>/dev/null || :; }\n")
        .arg(shellQuoted(names.join(QLatin1Char('/'))));
}

std::optional<Error> ownFolderError(const RemoteOutput &output, const QString &place)
{
    if (output.exitStatus != notOwnFolder)
        return std::nullopt;
    return Error{ErrorKind::Forbidden,
                 Words::tr("The folder ~/.rayhelm on %1 may be changed by others, so it is not used. Remove it, or make it your own with “chmod -R go= ~/.rayhelm”.")
                     .arg(place),
                 plainText(output.err).trimmed()};
}

Task<QByteArray> storeInOwnFolder(RemoteSession *session, QString folder, QString name, QByteArray bytes, std::stop_token stop)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    RemoteCommand command;
    command.script = enterOwnFolder({folder})
        + QStringLiteral("umask 077; cat > %1.new && test \"$(wc -c < %1.new)\" -eq %2 && "
                         "test \"$(sha256sum < %1.new | cut -c1-64)\" = %3 || { rm -f %1.new; exit %4; }\nmv -f %1.new %1 && echo STORED\n")
              .arg(shellQuoted(name), QString::number(bytes.size()), QString::fromLatin1(sha256), QString::number(cutOff));
    command.input = bytes;
    command.asRoot = true;
    command.changes = true;
    command.timeout = std::chrono::minutes(10);
    command.shownAs = QStringLiteral("cat > ~/.rayhelm/%1/%2").arg(folder, name);
    Result<RemoteOutput> output = co_await session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (output->succeeded() && output->out.contains("STORED"))
        co_return sha256;
    const QString place = session->place(true);
    if (const std::optional<Error> refused = ownFolderError(*output, place))
        co_return failure(*refused);
    co_return failure(ErrorKind::CommandFailed,
                      output->err.contains("No space left on device") || output->err.contains("quota")
                          ? Words::tr("The disk of %1 is full. Remove old files there, or ask the owner.").arg(place)
                          : Words::tr("A file for the work could not be stored on %1.").arg(place),
                      plainText(output->err).trimmed());
}

} // namespace rayhelm
