#include "cluster/installfiles.h"

#include "cluster/kubectl.h"
#include "core/text.h"
#include "remote/remotehost.h"
#include "remote/upload.h"
#include "values/secretoverlay.h"

namespace rayhelm {

QStringList installFileNames(const QString &installationId)
{
    const QString stem = QStringLiteral(".rayhelm-") + installationId.left(8);
    return {stem + QStringLiteral("-values.yaml"), stem + QStringLiteral("-added.yaml")};
}

Task<> sendInstallFiles(ClusterHost host, QString installationId, QByteArray values, QByteArray overlay, std::stop_token stop)
{
    const QStringList names = installFileNames(installationId);
    const QList<QByteArray> contents{values, overlay};
    for (int at = 0; at < names.size(); ++at) {
        UploadSpec spec;
        spec.bytes = contents.at(at);
        spec.destination = names.at(at);
        spec.mode = QStringLiteral("0600");
        spec.asRoot = true;
        Result<QByteArray> sent = co_await uploadFile(host.session, spec, stop);
        if (!sent)
            co_return failure(sent.error());
    }
    co_return Result<>();
}

QString removeScript(const Profile &profile, const QStringList &files, const QString &secretName)
{
    QString script;
    if (!files.isEmpty())
        script += shellCommand(QStringList{QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("--")} + files)
                  + QLatin1Char('\n');
    if (!secretName.isEmpty())
        script += Kubectl(profile).commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("delete"),
                                                QStringLiteral("secret"), secretName, QStringLiteral("--ignore-not-found")})
                  + QLatin1Char('\n');
    return script;
}

RemoteCommand removeFilesCommand(const Profile &profile, const QStringList &files, const QString &secretName)
{
    RemoteCommand command;
    const QString script = removeScript(profile, files, secretName);
    command.script = toolSettings(profile) + script;
    command.shownAs = script.trimmed().replace(QLatin1Char('\n'), QStringLiteral("; "));
    command.asRoot = true;
    command.changes = true;
    command.timeout = std::chrono::seconds(20);
    return command;
}

QString installScript(const Profile &profile, HelmVersion version, const HelmInstall &install, int nameTaken)
{
    const QString fields = QStringLiteral("jsonpath={range .items[*]}[{.metadata.labels.%1}]{\"\\n\"}{end}")
                               .arg(QLatin1String(stamp::installation));
    const QString look = Kubectl(profile).commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("get"),
                                                       QStringLiteral("secrets"), QStringLiteral("-l"),
                                                       QStringLiteral("owner=helm,name=") + profile.releaseName,
                                                       QStringLiteral("-o"), fields});
    // Helm itself takes over any release of the same name without a word, so the look comes right before it.
    return toolSettings(profile)
           + QStringLiteral("trap %1 EXIT\ntrap 'exit 143' TERM INT\n"
                            "owners=$(%2) || exit 1\n"
                            "for owner in $owners; do\n"
                            "  [ \"$owner\" = %3 ] || { echo \"the release belongs to someone else\" >&2; exit %4; }\n"
                            "done\n"
                            "%5\n")
                 .arg(shellQuoted(shellCommand(QStringList{QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("--")}
                                               + install.valuesFiles)),
                      look, shellQuoted(QLatin1Char('[') + install.installationId + QLatin1Char(']')),
                      QString::number(nameTaken), Helm(profile, version).installLine(install));
}

} // namespace rayhelm
