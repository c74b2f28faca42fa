#include "remote/sshtarget.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace rayhelm {

namespace {

/// A word of ssh_config: quoted, with `%` kept from being expanded.
QString configWord(QString text)
{
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    text.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    text.replace(QLatin1Char('%'), QStringLiteral("%%"));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString expanded(const QString &path)
{
    return path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
}

/// Which ways of logging in are tried. A wrong key must not end in three password questions, and a password login must not
/// use up the server's patience with keys.
QStringList loginArguments(const SshTarget &target)
{
    const QString option = QStringLiteral("-o");
    switch (target.login) {
    case LoginKind::Keys:
        return {option, QStringLiteral("PreferredAuthentications=gssapi-with-mic,hostbased,publickey,keyboard-interactive")};
    case LoginKind::KeyFile:
        return {option, QStringLiteral("IdentityFile=") + configWord(expanded(target.identityFile)),
                option, QStringLiteral("IdentitiesOnly=yes"),
                option, QStringLiteral("PreferredAuthentications=publickey,keyboard-interactive")};
    case LoginKind::Password:
        return {option, QStringLiteral("PubkeyAuthentication=no"),
                option, QStringLiteral("PreferredAuthentications=password,keyboard-interactive")};
    }
    return {};
}

} // namespace

QString SshTarget::name() const
{
    return user.isEmpty() ? host : user + QLatin1Char('@') + host;
}

QString SshTarget::address() const
{
    const QString bracketed = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    return (user.isEmpty() ? QString() : user + QLatin1Char('@')) + bracketed + QLatin1Char(':') + QString::number(port);
}

SshTarget fromProfile(const Profile &profile)
{
    SshTarget target;
    target.host = profile.host;
    target.port = profile.port;
    target.user = profile.user;
    target.login = profile.login;
    target.identityFile = profile.identityFile;
    target.jumpHost = profile.jumpHost;
    return target;
}

SshTarget hpcTarget(const Profile &profile)
{
    SshTarget target = targetFromText(profile.hpcLogin);
    if (!profile.hpcIdentityFile.isEmpty()) {
        target.login = LoginKind::KeyFile;
        target.identityFile = profile.hpcIdentityFile;
    }
    return target;
}

SshTarget targetFromText(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^(?:([^@]*)@)?(?:\[([^\]]*)\]|([^:]*|[^:]*:[^:]*:.*?))(?::(\d+))?$)"));
    SshTarget target;
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch()) {
        target.host = text.trimmed(); // validate() says what is wrong with it
        return target;
    }
    target.user = match.captured(1);
    target.host = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    if (!match.captured(4).isEmpty()) {
        const uint port = match.captured(4).toUInt();
        target.port = port > 0 && port < 65536 ? quint16(port) : quint16(0);
    }
    return target;
}

SshPaths standardSshPaths(const QString &configDirectory)
{
    SshPaths paths;
    paths.knownHosts = configDirectory + QStringLiteral("/known_hosts");
    paths.userKnownHosts = QDir::homePath() + QStringLiteral("/.ssh/known_hosts");
    paths.userConfig = QDir::homePath() + QStringLiteral("/.ssh/config");
    return paths;
}

QString findAskpass()
{
    const QString name = QStringLiteral("rayhelm-askpass");
    const QString chosen = qEnvironmentVariable("RAYHELM_ASKPASS");
    if (!chosen.isEmpty())
        return chosen;
    const QDir here(QCoreApplication::applicationDirPath());
    const QStringList places{QStringLiteral("."), QStringLiteral("../libexec/rayhelm"), QStringLiteral("../lib/rayhelm"),
                             QStringLiteral("../app/remote"), QStringLiteral("app/remote")};
    for (const QString &place : places) {
        const QFileInfo candidate(here.filePath(place + QLatin1Char('/') + name));
        if (candidate.isFile() && candidate.isExecutable())
            return candidate.canonicalFilePath();
    }
    return {};
}

QString sshConfigOverlay(const SshPaths &paths, const QString &through)
{
    QStringList lines{
        QStringLiteral("IgnoreUnknown *"), // options of newer and of other ssh versions
        QStringLiteral("Host *"),
        QStringLiteral("  RemoteCommand none"),
        QStringLiteral("  RequestTTY no"),
        QStringLiteral("  SessionType default"),
        QStringLiteral("  StdinNull no"),
        QStringLiteral("  ForkAfterAuthentication no"),
        QStringLiteral("  BatchMode no"),
        QStringLiteral("  ClearAllForwardings yes"),
        QStringLiteral("  ForwardAgent no"),
        QStringLiteral("  GSSAPIDelegateCredentials no"), // whoever is root there could use the Kerberos ticket
        QStringLiteral("  ForwardX11 no"),
        QStringLiteral("  Tunnel no"),
        QStringLiteral("  StreamLocalBindMask 0177"),
        QStringLiteral("  StreamLocalBindUnlink no"), // each socket's path is new
        QStringLiteral("  PermitLocalCommand no"),
        QStringLiteral("  ControlMaster no"),
        QStringLiteral("  ControlPath none"),
        QStringLiteral("  ControlPersist no"),
        QStringLiteral("  LogLevel INFO"),
        QStringLiteral("  UpdateHostKeys no"),
        QStringLiteral("  AddKeysToAgent no"),
        QStringLiteral("  VisualHostKey no"),
        QStringLiteral("  CheckHostIP no"),
        QStringLiteral("  FingerprintHash sha256"),
        QStringLiteral("  NoHostAuthenticationForLocalhost no"),
        QStringLiteral("  ConnectTimeout 15"),
        QStringLiteral("  ServerAliveInterval 5"),
        QStringLiteral("  ServerAliveCountMax 3"),
        QStringLiteral("  NumberOfPasswordPrompts 1"),
        QStringLiteral("  StrictHostKeyChecking ask"),
        QStringLiteral("  UserKnownHostsFile ") + configWord(paths.knownHosts)
            + (paths.userKnownHosts.isEmpty() ? QString() : QLatin1Char(' ') + configWord(paths.userKnownHosts)),
    };
    if (!through.isEmpty())
        lines.append(QStringLiteral("  ProxyCommand ") + through);
    for (const QString &file : {paths.userConfig, paths.systemConfig}) {
        if (!file.isEmpty())
            lines.append(QStringLiteral("Include ") + configWord(file).replace(QStringLiteral("%%"), QStringLiteral("%")));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList whoAndWhere(const SshTarget &target)
{
    QStringList arguments;
    if (target.port != 22)
        arguments << QStringLiteral("-p") << QString::number(target.port);
    if (!target.user.isEmpty())
        arguments << QStringLiteral("-l") << target.user;
    if (!target.jumpHost.isEmpty())
        arguments << QStringLiteral("-J") << target.jumpHost;
    return arguments;
}

QStringList masterArguments(const SshTarget &target, const QString &configFile, const QString &controlPath, const QString &logFile,
                            const QString &marker)
{
    // The debug lines tell how far the login is; nobody else sees them.
    QStringList arguments{QStringLiteral("-F"), configFile, QStringLiteral("-M"), QStringLiteral("-T"), QStringLiteral("-E"), logFile,
                          QStringLiteral("-o"), QStringLiteral("ControlPath=") + controlPath,
                          QStringLiteral("-o"), QStringLiteral("LogLevel=DEBUG1")};
    arguments += whoAndWhere(target);
    arguments += loginArguments(target);
    // Not -N: this `cat` ends with our pipe, so the master cannot outlive the application.
    arguments += {QStringLiteral("--"), target.host, QStringLiteral("echo %1; exec cat >/dev/null").arg(marker)};
    return arguments;
}

QStringList commandArguments(const QString &controlPath, const QString &commandLine)
{
    return {QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-T"), QStringLiteral("-S"), controlPath,
            QStringLiteral("-o"), QStringLiteral("ProxyCommand=false"), QStringLiteral("--"), QStringLiteral("x"), commandLine};
}

QStringList controlArguments(const QString &controlPath, const QString &request, const QStringList &more)
{
    return QStringList{QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-S"), controlPath, QStringLiteral("-o"),
                       QStringLiteral("ProxyCommand=false"), QStringLiteral("-O"), request}
        + more + QStringList{QStringLiteral("--"), QStringLiteral("x")};
}

} // namespace rayhelm
