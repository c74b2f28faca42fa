#include "cluster/helm.h"

#include "cluster/chartarchive.h"
#include "cluster/installfiles.h"
#include "core/text.h"
#include "explain/explain.h"
#include "remote/ownfolder.h"
#include "remote/remotehost.h"
#include "values/secretoverlay.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Helm)
};

/// All states by name: Helm 4 has no `-a`, and without any of these Helm 3 hides releases that are pending.
const QStringList allStates{QStringLiteral("--deployed"),  QStringLiteral("--failed"),     QStringLiteral("--pending"),
                            QStringLiteral("--superseded"), QStringLiteral("--uninstalled"), QStringLiteral("--uninstalling")};

} // namespace

Helm::Helm(const Profile &profile, HelmVersion version)
    : m_profile(profile)
    , m_version(version)
{
}

QString Helm::commandLine(const QStringList &arguments) const
{
    QStringList words = QStringList{QStringLiteral("helm")} + arguments;
    if (!m_profile.kubernetesNamespace.isEmpty())
        words << QStringLiteral("--namespace") << m_profile.kubernetesNamespace;
    return shellCommand(words);
}

RemoteCommand Helm::reading(const QStringList &arguments) const
{
    RemoteCommand command;
    command.shownAs = commandLine(arguments);
    command.script = toolSettings(m_profile) + QStringLiteral("cd /\n") + command.shownAs + QLatin1Char('\n');
    command.asRoot = true;
    command.timeout = std::chrono::seconds(60);
    return command;
}

RemoteCommand Helm::version() const
{
    return reading({QStringLiteral("version"), QStringLiteral("--short")});
}

RemoteCommand Helm::list() const
{
    return reading(QStringList{QStringLiteral("list")} + allStates
                   + QStringList{QStringLiteral("--filter"), QLatin1Char('^') + m_profile.releaseName + QLatin1Char('$'),
                                 QStringLiteral("-o"), QStringLiteral("json")});
}

RemoteCommand Helm::history() const
{
    return reading({QStringLiteral("history"), m_profile.releaseName, QStringLiteral("-o"), QStringLiteral("json")});
}

RemoteCommand Helm::values() const
{
    return reading({QStringLiteral("get"), QStringLiteral("values"), m_profile.releaseName, QStringLiteral("-o"),
                    QStringLiteral("json")});
}

RemoteCommand Helm::searchChart() const
{
    return reading({QStringLiteral("search"), QStringLiteral("repo"), m_profile.chart, QStringLiteral("--versions"),
                    QStringLiteral("-o"), QStringLiteral("json")});
}

/// A text that is shown as it is, so there is a limit to its length.
RemoteCommand Helm::readingText(const QStringList &arguments) const
{
    RemoteCommand command = reading(arguments);
    command.maximumOutput = 1024 * 1024;
    return command;
}

bool Helm::pullsChart() const
{
    return !m_profile.chart.startsWith(QLatin1Char('/'));
}

QString Helm::pullLines() const
{
    const QString fetch = pullsChart() ? commandLine(QStringList{QStringLiteral("pull")} + chartArguments())
                                             + QStringLiteral(" >/dev/null </dev/null || exit\nset -- ./*.tgz\n")
                                       : archiveLines(m_profile.chart);
    return fetch + QStringLiteral("test -f \"$1\" || { echo 'helm pull: no archive of the chart came' >&2; exit 1; }\n"
                                  "sha256sum < \"$1\" | cut -c1-64\n");
}

/// What a killed look has left is removed after an hour.
RemoteCommand Helm::readingChart(const QStringList &before, const QStringList &after) const
{
    RemoteCommand command = readingText(before + chartArguments() + after);
    const QString line = commandLine(before + QStringList{QStringLiteral("$CHART")} + after)
                             .replace(QLatin1String("'$CHART'"), QLatin1String("\"$1\""));
    command.script = toolSettings(m_profile) + enterOwnFolder({})
                     + QStringLiteral("find . -maxdepth 1 -name 'chart.*' -mmin +60 -exec rm -rf {} + 2>/dev/null\n"
                                      "c=$(mktemp -d ./chart.XXXXXX) && cd \"$c\" || exit 1\n"
                                      "trap 'cd .. && rm -rf \"$c\"; cd / && rmdir \"$HOME/.rayhelm\" 2>/dev/null' EXIT\n"
                                      "trap 'exit 129' HUP; trap 'exit 143' TERM INT; trap 'exit 141' PIPE\n")
                     + pullLines() + line + QLatin1Char('\n');
    return command;
}

RemoteCommand Helm::chartDefaults() const
{
    return readingChart({QStringLiteral("show"), QStringLiteral("values")}, {});
}

RemoteCommand Helm::manifest() const
{
    return readingText({QStringLiteral("get"), QStringLiteral("manifest"), m_profile.releaseName});
}

RemoteCommand Helm::render(const QByteArray &values) const
{
    RemoteCommand command
        = readingChart({QStringLiteral("template"), m_profile.releaseName}, {QStringLiteral("--values"), QStringLiteral("-")});
    command.input = values;
    return command;
}

RemoteCommand Helm::fetchChart(const QString &installationId) const
{
    RemoteCommand command = reading(QStringList{QStringLiteral("pull")} + chartArguments());
    if (!pullsChart())
        command.shownAs = shellCommand({QStringLiteral("cat"), m_profile.chart});
    command.script = toolSettings(m_profile) + enterOwnFolder({installFolder(installationId)}) + QStringLiteral("rm -f -- ./*.tgz\n")
                     + pullLines() + QStringLiteral("mv -f \"$1\" %1\n").arg(chartFileName);
    command.changes = true;
    return command;
}

QStringList Helm::chartArguments() const
{
    QStringList arguments{m_profile.chart};
    if (!m_profile.chartVersion.isEmpty())
        arguments << QStringLiteral("--version") << m_profile.chartVersion;
    return arguments;
}

QStringList Helm::installArguments(const HelmInstall &install) const
{
    QStringList arguments{m_profile.releaseName};
    if (install.chart)
        arguments << QStringLiteral("./") + install.chart->name;
    else
        arguments << chartArguments();
    for (const InstallFile &file : install.valuesFiles)
        arguments << QStringLiteral("--values") << QStringLiteral("./") + file.name;
    return arguments;
}

QStringList Helm::shownArguments(const HelmInstall &install) const
{
    QStringList arguments = QStringList{m_profile.releaseName} + chartArguments();
    for (const InstallFile &file : install.valuesFiles)
        arguments << QStringLiteral("--values") << file.name;
    return arguments;
}

/// Only whether it works is asked; what it prints is dropped.
RemoteCommand Helm::checking(const QStringList &before, const HelmInstall &install, const QStringList &after) const
{
    RemoteCommand command = reading(before + shownArguments(install) + after);
    command.script = toolSettings(m_profile) + enterOwnFolder({installFolder(install.installationId)}) + checkFilesScript(install)
                     + commandLine(before + installArguments(install) + after) + QStringLiteral(" >/dev/null\n");
    return command;
}

RemoteCommand Helm::renderCheck(const HelmInstall &install) const
{
    return checking({QStringLiteral("template")}, install, {});
}

RemoteCommand Helm::serverCheck(const HelmInstall &install) const
{
    return checking({QStringLiteral("upgrade"), QStringLiteral("--install")}, install, {QStringLiteral("--dry-run=server")});
}

QStringList Helm::labelArguments(const HelmInstall &install) const
{
    return {QStringLiteral("--labels"),
            QStringLiteral("%1=%2,%3=%4").arg(QLatin1String(stamp::installation), install.installationId, QLatin1String(stamp::owner),
                                              install.owner)};
}

QString Helm::installLine(const HelmInstall &install) const
{
    return commandLine(QStringList{QStringLiteral("upgrade"), QStringLiteral("--install")} + installArguments(install)
                       + labelArguments(install));
}

QString Helm::shownInstallLine(const HelmInstall &install) const
{
    return commandLine(QStringList{QStringLiteral("upgrade"), QStringLiteral("--install")} + shownArguments(install)
                       + labelArguments(install));
}

QString Helm::uninstallLine() const
{
    // Foreground: helm returns when the pods are gone, not when their removal was asked for.
    return commandLine({QStringLiteral("uninstall"), m_profile.releaseName, QStringLiteral("--cascade"),
                        QStringLiteral("foreground"), QStringLiteral("--wait"), QStringLiteral("--timeout"),
                        QStringLiteral("5m")});
}

QString Helm::rollbackLine(int revision) const
{
    return commandLine({QStringLiteral("rollback"), m_profile.releaseName, QString::number(revision)});
}

Error helmError(const RemoteOutput &output, const Explanations *explanations)
{
    const QString text = plainText(output.err);
    const auto says = [&text](const char *pattern) {
        return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
    };
    ErrorKind kind = ErrorKind::CommandFailed;
    if (output.exitStatus == 127)
        kind = ErrorKind::NotFound;
    else if (says("is forbidden|\\(Forbidden\\)"))
        kind = ErrorKind::Forbidden;
    else if (says("release: not found|no cached repo|repo \\S+ not found|no chart version found"))
        kind = ErrorKind::NotFound;
    else if (says("cluster unreachable|connection refused"))
        kind = ErrorKind::Unreachable;
    else if (says("another operation|re-?use a name|invalid ownership metadata|conflict"))
        kind = ErrorKind::Conflict;
    else if (says("failed to parse|YAML parse error|error calling|Cannot concat|incompatible types|is invalid: spec|Required value"))
        kind = ErrorKind::InvalidInput;
    Error error = explainedError(explanations, ExplainArea::Helm, kind, Words::tr("Helm could not do it."), text);
    if (error.detail.isEmpty())
        error.detail = QStringLiteral("helm: exit status %1").arg(output.exitStatus);
    return error;
}

QString labelValue(const QString &text)
{
    static const QRegularExpression unfit(QStringLiteral("[^A-Za-z0-9._-]+"));
    static const QRegularExpression edges(QStringLiteral("^[._-]+|[._-]+$"));
    QString value = text;
    value.replace(unfit, QStringLiteral("-"));
    value.remove(edges);
    value.truncate(63);
    value.remove(edges);
    return value;
}

} // namespace rayhelm
