#include "remote/ssherror.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SshError)
};

/// One line of ssh's catalogue. %1 is the host, %2 the user. The first match counts, so the most specific come first.
struct Row {
    const char *pattern;
    ErrorKind kind;
    const char *summary;
};

const Row rows[] = {
    {"REMOTE HOST IDENTIFICATION HAS CHANGED", ErrorKind::HostKeyChanged,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "%1 has changed its identity. It was reinstalled, or someone is in between. "
                                            "Ask its owner before you go on. Your password was not sent.")},
    {"Host key verification failed", ErrorKind::HostKeyChanged,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "The identity of %1 was not confirmed, so nothing was sent to it. Compare its "
                                            "fingerprint with the one you were given.")},
    {"Could not resolve hostname", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "The address %1 does not exist, or you have no network or VPN. Check the spelling "
                                            "and the VPN.")},
    {"connect to host .*Connection refused", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "%1 is there, but no SSH service answers on that port. Check the port; the machine "
                                            "may still be starting.")},
    {"connect to host .*(timed out|No route to host|Network is unreachable|Operation timed out)|Connection timed out during banner exchange",
     ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "%1 does not answer. Nothing came back in 15 s: the machine is off, or you need the "
                                            "VPN. Check the VPN, then try again.")},
    {"UNPROTECTED PRIVATE KEY FILE", ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "Your key file may be read by others, so ssh ignores it. Let only its owner read it "
                                            "(mode 600).")},
    {"Bad owner or permissions on|Bad configuration option|terminating, .* bad configuration", ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "Your own SSH settings cannot be used. The details name the file and the line; mend "
                                            "it, then try again.")},
    {"Too many authentication failures", ErrorKind::AuthenticationFailed,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "%1 closed the door after too many keys. Choose the one right key file for this "
                                            "machine.")},
    {"no mutual signature|Unable to negotiate with|no matching .* found", ErrorKind::Protocol,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "Your SSH and %1 share no common method of encryption. Use an ed25519 key, and tell "
                                            "the owner of the machine.")},
    {"Load key \".*\": (invalid format|error in libcrypto|incorrect passphrase)", ErrorKind::AuthenticationFailed,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "The key file is damaged, of an unknown kind, or its passphrase is wrong. Enter the "
                                            "passphrase again or choose another key.")},
    {"Permission denied", ErrorKind::AuthenticationFailed,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "%1 did not accept your login. It refused the key or password for %2. Check user and "
                                            "key, or ask the machine's owner to add your key.")},
    {"kex_exchange_identification|banner exchange", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "%1 closed the door before saying hello: it is overloaded, or it has banned this "
                                            "computer after many tries. Wait some minutes, then ask its owner.")},
    {"Timeout, server .* not responding|send disconnect|Connection (to \\S+ )?(closed|reset)|Broken pipe|client_loop",
     ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("rayhelm::SshError", "The connection to %1 broke. What was running there may have gone on; the state is read "
                                            "before anything is repeated.")},
};

QString filled(const char *summary, const SshTarget &target)
{
    const QString user = target.user.isEmpty() ? Words::tr("your user name") : target.user;
    QString text = Words::tr(summary);
    text.replace(QLatin1String("%1"), target.host);
    text.replace(QLatin1String("%2"), user);
    return text;
}

} // namespace

QString withoutDebugLines(const QString &errorText)
{
    QStringList kept;
    const QStringList lines = errorText.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith(QLatin1String("debug")) && !line.startsWith(QLatin1String("Authenticated to "))
            && !line.startsWith(QLatin1String("Transferred: ")) && !line.startsWith(QLatin1String("Bytes per second: ")))
            kept.append(line);
    }
    return plainText(kept.join(QLatin1Char('\n'))).trimmed();
}

std::optional<Error> knownSshError(const QString &ownWords, const SshTarget &target)
{
    const QString detail = withoutDebugLines(ownWords);
    for (const Row &row : rows) {
        const QRegularExpression pattern(QLatin1String(row.pattern), QRegularExpression::CaseInsensitiveOption);
        if (pattern.match(detail).hasMatch())
            return Error{row.kind, filled(row.summary, target), detail};
    }
    return std::nullopt;
}

Error sshError(int exitStatus, const QString &ownWords, const SshTarget &target)
{
    const QString detail = withoutDebugLines(ownWords);
    if (const std::optional<Error> known = knownSshError(ownWords, target))
        return *known;
    if (exitStatus == 255)
        return {ErrorKind::Unreachable, Words::tr("The connection to %1 could not be made. The details hold ssh's own words.").arg(target.host),
                detail};
    return {ErrorKind::Protocol,
            Words::tr("%1 ended the login without starting a session. The account may not be allowed to run commands there; ask its owner.")
                .arg(target.host),
            detail};
}

Error sudoError(const QString &errorText, const SshTarget &target)
{
    const QString detail = plainText(errorText).trimmed();
    static const QRegularExpression notFound(QStringLiteral("sudo: (?:command )?not found|exec: sudo|No such file or directory.*sudo"));
    if (notFound.match(detail).hasMatch())
        return {ErrorKind::NotFound,
                Words::tr("sudo was not found on %1, so you cannot become root there. Switch off “Work as root”, or ask the owner "
                   "to install sudo.")
                    .arg(target.host),
                detail};
    static const QRegularExpression needsTerminal(QStringLiteral("must have a tty"));
    if (needsTerminal.match(detail).hasMatch())
        return {ErrorKind::SudoRefused,
                Words::tr("You cannot become root on %1. Its sudo works only in a terminal (“requiretty”). Ask the owner to "
                   "remove that setting for your account.")
                    .arg(target.host),
                detail};
    return {ErrorKind::SudoRefused,
            Words::tr("You cannot become root on %1. sudo refused %2. Check the password, or ask the owner for the right to use sudo.")
                .arg(target.host, target.user.isEmpty() ? Words::tr("your user name") : target.user),
            detail};
}

Error missingTool(const QString &tool, const QString &place, const QString &detail)
{
    return {ErrorKind::NotFound,
            Words::tr("%1 was not found on %2. It is not installed, or not where this account looks. Give its path in the connection's "
               "settings, or ask the owner of the machine to install it.")
                .arg(tool, place),
            detail};
}

Error lostError(const QString &place, const QString &detail)
{
    return {ErrorKind::Unreachable,
            Words::tr("The connection to %1 was lost while a command was running. It may have done its work; the state is read before "
               "anything is repeated.")
                .arg(place),
            detail};
}

std::optional<ChangedKey> changedKey(const QString &ownWords)
{
    if (!ownWords.contains(QLatin1String("REMOTE HOST IDENTIFICATION HAS CHANGED")))
        return std::nullopt;
    static const QRegularExpression sent(QStringLiteral("fingerprint for the (\\S+) key sent by the remote host is\\s+(SHA256:\\S+?)\\.?\\s"));
    static const QRegularExpression offending(QStringLiteral("Offending \\S+ key in (.+):\\d+"));
    ChangedKey key;
    const QRegularExpressionMatch found = sent.match(ownWords);
    key.keyType = found.captured(1);
    key.fingerprint = found.captured(2);
    key.file = offending.match(ownWords).captured(1);
    return key;
}

} // namespace rayhelm
