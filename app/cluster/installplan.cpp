#include "cluster/installplan.h"

#include "cluster/mlflowsecret.h"
#include "remote/remotesession.h"
#include "values/secretoverlay.h"
#include "yaml/yamlvalue.h"

namespace rayhelm {

Result<QByteArray> overlayFor(const InstallRequest &request, const InstallRecord &record)
{
    const Result<YamlValue> values = readYaml(request.values);
    if (!values)
        return failure(values.error());
    OverlayRequest wanted;
    wanted.secretName = request.mlflow ? mlflowSecretName(request.host.profile.releaseName) : QString();
    wanted.owner = record.owner;
    wanted.installationId = record.installationId;
    wanted.installed = QDateTime::currentDateTimeUtc();
    wanted.chartVersion = request.host.profile.chartVersion;
    const Result<Overlay> overlay = mountSecretOverlay(*values, wanted);
    if (!overlay)
        return failure(overlay.error());
    return overlay->yaml;
}

InstallRecord newRecord(const InstallRequest &request, const ReleaseGuard &guard)
{
    const Profile &profile = request.host.profile;
    InstallRecord record;
    // An upgrade of our own release keeps its id.
    record.installationId = guard.ownership == Ownership::Ours ? guard.installationId
                                                               : QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.profileId = profile.id;
    record.release = profile.releaseName;
    record.kubernetesNamespace = profile.kubernetesNamespace;
    record.owner = request.owner.isEmpty() ? ownerMark(profile, request.host.dataDirectory) : labelValue(request.owner);
    record.begun = QDateTime::currentDateTimeUtc();
    if (request.mlflow)
        record.secretName = mlflowSecretName(profile.releaseName);
    return record;
}

Task<std::shared_ptr<InstallPreview>> previewInstall(InstallRequest request, std::stop_token stop)
{
    const auto preview = std::make_shared<InstallPreview>();
    const ClusterHost host = request.host;
    Result<ReleaseGuard> guard = co_await readReleaseGuard(host, stop);
    if (!guard)
        co_return failure(guard.error());
    preview->release = guard->release;
    preview->ownership = guard->ownership;
    preview->owner = guard->owner;
    const Result<QByteArray> overlay = overlayFor(request, newRecord(request, *guard));
    if (overlay)
        preview->overlay = *overlay;
    else
        preview->problem = overlay.error();
    if (const auto conflict = installConflict(*guard, host.profile))
        preview->problem = *conflict;
    if (!guard->release.exists())
        co_return preview;
    RemoteCommand command = Helm(host.profile).values();
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    const Result<QJsonObject> values = parseHelmValues(*output, host.explanations);
    if (values)
        preview->runningValues = *values;
    co_return preview;
}

} // namespace rayhelm
