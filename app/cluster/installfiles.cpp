#include "cluster/installfiles.h"

#include "cluster/kubectl.h"
#include "cluster/mlflowsecret.h"
#include "core/text.h"
#include "remote/ownfolder.h"
#include "remote/remotehost.h"
#include "values/secretoverlay.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::InstallFiles)
};

Task<InstallFile> fetchChart(ClusterHost host, QString installationId, QByteArray reviewed, std::stop_token stop)
{
    const RemoteCommand command = Helm(host.profile).fetchChart(installationId);
    Result<RemoteOutput> output = co_await runInInstallFolder(host, command, stop);
    if (!output)
        co_return failure(output.error());
    const QByteArray sha256 = output->out.left(output->out.indexOf('\n'));
    if (!reviewed.isEmpty() && sha256 != reviewed)
        co_return failure(ErrorKind::Conflict,
                          Words::tr("The chart is another one than at the review. Nothing was installed; look at the review again."),
                          QString::fromLatin1(reviewed + " -> " + sha256.left(64)));
    co_return InstallFile{chartFileName, sha256};
}

} // namespace

const QString chartFileName = QStringLiteral("chart.tgz");

QString installFolder(const QString &installationId)
{
    return QStringLiteral("install-") + labelValue(installationId);
}

Task<HelmInstall> sendInstallFiles(ClusterHost host, HelmInstall install, QByteArray values, QByteArray overlay, QByteArray reviewedChart,
                                   std::stop_token stop)
{
    Result<InstallFile> chart = co_await fetchChart(host, install.installationId, reviewedChart, stop);
    if (!chart)
        co_return failure(chart.error());
    install.chart = *chart;
    const QStringList names{QStringLiteral("values.yaml"), QStringLiteral("added.yaml")};
    const QList<QByteArray> contents{values, overlay};
    install.valuesFiles.clear();
    for (int at = 0; at < names.size(); ++at) {
        const QString name = names.at(at);
        const QByteArray content = contents.at(at);
        Result<QByteArray> sent = co_await storeInOwnFolder(host.session, installFolder(install.installationId), name, content, stop);
        if (!sent)
            co_return failure(sent.error());
        install.valuesFiles.append({name, *sent});
    }
    co_return install;
}

Task<RemoteOutput> runInInstallFolder(ClusterHost host, RemoteCommand command, std::stop_token stop)
{
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (const std::optional<Error> refused = ownFolderError(*output, host.session->place(true)))
        co_return failure(*refused);
    if (!output->succeeded())
        co_return failure(helmError(*output, host.explanations));
    co_return output;
}

QString checkFilesScript(const HelmInstall &install)
{
    QString script = QStringLiteral("same() { test \"$(sha256sum < \"$1\" 2>/dev/null | cut -c1-64)\" = \"$2\" || "
                                    "{ echo \"$1 is not what was reviewed\" >&2; exit %1; }; }\n").arg(int(FilesChanged));
    QList<InstallFile> files = install.valuesFiles;
    if (install.chart)
        files.append(*install.chart);
    for (const InstallFile &file : std::as_const(files))
        script += QStringLiteral("same ./%1 %2\n").arg(shellQuoted(file.name), QString::fromLatin1(file.sha256));
    return script;
}

QString removeScript(const Profile &profile, const QString &installationId, bool withSecret)
{
    if (installationId.isEmpty())
        return {};
    QString script = removeOwnFolder({installFolder(installationId)});
    // By its mark: a Secret of that name that is another's, or that a later install has stored, stays.
    if (withSecret)
        script += Kubectl(profile).commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("delete"), QStringLiteral("secrets"),
                                                QStringLiteral("-l"), QLatin1String(stamp::installation) + QLatin1Char('=') + labelValue(installationId),
                                                QStringLiteral("--field-selector=metadata.name=") + mlflowSecretName(profile.releaseName)})
                  + QLatin1Char('\n');
    return script;
}

RemoteCommand removeFilesCommand(const Profile &profile, const QString &installationId, bool withSecret)
{
    RemoteCommand command;
    command.script = toolSettings(profile) + removeScript(profile, installationId, withSecret);
    command.shownAs = QStringLiteral("rm -rf ~/.rayhelm/") + installFolder(installationId);
    command.asRoot = true;
    command.changes = true;
    command.timeout = std::chrono::seconds(20);
    return command;
}

QString installScript(const Profile &profile, HelmVersion version, const HelmInstall &install)
{
    const QString fields = QStringLiteral("jsonpath={range .items[*]}[{.metadata.labels.%1}]{\"\\n\"}{end}")
                               .arg(QLatin1String(stamp::installation));
    const QString look = Kubectl(profile).commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("get"),
                                                       QStringLiteral("secrets"), QStringLiteral("-l"),
                                                       QStringLiteral("owner=helm,name=") + profile.releaseName,
                                                       QStringLiteral("-o"), fields});
    // Helm itself takes over any release of the same name without a word, so the look comes right before it.
    return toolSettings(profile) + enterOwnFolder({installFolder(install.installationId)})
           + QStringLiteral("trap %1 EXIT\ntrap 'exit 143' TERM INT\n"
                            "owners=$(%2) || exit 1\n"
                            "for owner in $owners; do\n"
                            "  [ \"$owner\" = %3 ] || { echo \"the release belongs to someone else\" >&2; exit %4; }\n"
                            "done\n%5%6\n")
                 .arg(shellQuoted(removeOwnFolder({installFolder(install.installationId)}).trimmed()), look,
                      shellQuoted(QLatin1Char('[') + install.installationId + QLatin1Char(']')), QString::number(int(NameTaken)),
                      checkFilesScript(install), Helm(profile, version).installLine(install));
}

} // namespace rayhelm
