#include "remote/sshroute.h"

#include "core/text.h"
#include "remote/runlocally.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

constexpr std::chrono::seconds resolveLimit{5};
constexpr int mostHops = 8; ///< a configuration whose jump hosts lead in circles must end

struct Resolved {
    SshHop hop;
    QStringList jumps;
};

Resolved resolvedFrom(const SshTarget &asked, const QString &answer)
{
    Resolved resolved;
    resolved.hop.asked = asked;
    resolved.hop.resolved = asked;
    QString alias;
    const QStringList lines = answer.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString key = line.section(QLatin1Char(' '), 0, 0);
        const QString value = line.section(QLatin1Char(' '), 1).trimmed();
        if (key == QLatin1String("user"))
            resolved.hop.resolved.user = value;
        else if (key == QLatin1String("hostname"))
            resolved.hop.resolved.host = value;
        else if (key == QLatin1String("port"))
            resolved.hop.resolved.port = value.toUShort();
        else if (key == QLatin1String("hostkeyalias"))
            alias = value.toLower();
        else if (key == QLatin1String("proxyjump") && value != QLatin1String("none"))
            resolved.jumps = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    const SshTarget &real = resolved.hop.resolved;
    const QString host = real.host.toLower();
    resolved.hop.knownName = !alias.isEmpty() ? alias
        : real.port == 22                     ? host
                                              : QStringLiteral("[%1]:%2").arg(host, QString::number(real.port));
    return resolved;
}

Task<Resolved> resolve(ProcessLauncher *launcher, SshPaths paths, QString configFile, SshTarget target, std::stop_token stop)
{
    ProcessPlan plan;
    plan.program = paths.ssh;
    plan.arguments << QStringLiteral("-F") << configFile << QStringLiteral("-G") << whoAndWhere(target) << QStringLiteral("--") << target.host;
    Result<LocalOutput> output = co_await runLocally(launcher, plan, resolveLimit, stop);
    if (!output)
        co_return failure(output.error());
    const Resolved resolved = resolvedFrom(target, QString::fromUtf8(output->out));
    const SshTarget &real = resolved.hop.resolved;
    if (output->exitStatus != 0 || real.host.isEmpty() || real.user.isEmpty() || real.port == 0 || !output->out.contains("\nhostname "))
        co_return failure(ErrorKind::Protocol,
                          QCoreApplication::translate("rayhelm::SshRoute", "ssh cannot tell which machine %1 is.").arg(target.host),
                          plainText(output->err));
    co_return resolved;
}

SshTarget jumpTarget(QString text)
{
    if (text.startsWith(QLatin1String("ssh://")))
        text = text.mid(6);
    return targetFromText(text);
}

} // namespace

Task<SshRoute> findRoute(ProcessLauncher *launcher, SshPaths paths, QString configFile, SshTarget target, std::stop_token stop)
{
    // From the machine towards this computer: before each one stand its jump hosts. Jump hosts behind the first of a list are reached
    // through the list, whatever their own settings say.
    SshRoute route;
    QList<SshTarget> before{target};
    bool ownJumpsCount = true;
    while (!before.isEmpty() && route.size() <= mostHops) {
        const SshTarget next = before.takeLast();
        ownJumpsCount = before.isEmpty();
        Result<Resolved> resolved = co_await resolve(launcher, paths, configFile, next, stop);
        if (!resolved)
            co_return failure(resolved.error());
        route.prepend(resolved->hop);
        if (!ownJumpsCount)
            continue;
        for (const QString &jump : std::as_const(resolved->jumps))
            before.append(jumpTarget(jump));
    }
    if (!before.isEmpty())
        co_return failure(ErrorKind::Protocol,
                          QCoreApplication::translate("rayhelm::SshRoute", "The jump hosts on the way to %1 lead in circles.").arg(target.host));
    co_return route;
}

QString throughHop(const SshPaths &paths, const SshHop &hop, const QString &configFile, const QString &logFile)
{
    QStringList words{paths.ssh, QStringLiteral("-F"), configFile, QStringLiteral("-E"), logFile,
                      QStringLiteral("-o"), QStringLiteral("LogLevel=DEBUG1")};
    SshTarget asked = hop.asked;
    asked.jumpHost.clear(); // the settings of that hop name the one before it
    words += whoAndWhere(asked);
    QStringList quoted;
    for (const QString &word : std::as_const(words))
        quoted.append(shellQuoted(word).replace(QLatin1Char('%'), QStringLiteral("%%")));
    quoted += {QStringLiteral("-W"), QStringLiteral("'[%h]:%p'"), QStringLiteral("--"),
               shellQuoted(asked.host).replace(QLatin1Char('%'), QStringLiteral("%%"))};
    return quoted.join(QLatin1Char(' '));
}

} // namespace rayhelm
