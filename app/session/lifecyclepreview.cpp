// What installing would do, worked out before anything is changed.
#include "session/lifecycle.h"

#include "cluster/installcomparison.h"
#include "core/taskscope.h"
#include "session/accounts.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "values/mergedvalues.h"

namespace rayhelm {

void Lifecycle::preparePreview()
{
    if (!m_previewing && m_configuration.document())
        m_scope.keep(previewJourney());
}

Task<std::shared_ptr<InstallRequest>> Lifecycle::installRequest(std::stop_token stop)
{
    const Profile profile = m_connection.profile();
    auto request = std::make_shared<InstallRequest>();
    request->host = host();
    request->values = m_configuration.textToInstall();
    request->monitor = m_monitor.get();
    request->output = &m_helmLog;
    if (m_preview && m_preview->comparison)
        request->reviewedChart = m_preview->comparison->chartSha256;
    if (!profile.mlflowUri.isEmpty() && !profile.mlflowUser.isEmpty()) {
        const Result<std::shared_ptr<Secret>> password
            = co_await m_accounts.secret(SecretScope::mlflow(profile.mlflowUri, profile.mlflowUser), stop);
        if (!password && password.error().kind == ErrorKind::Forbidden) // the cluster's jobs would send it
            co_return failure(password.error());
        if (password && *password)
            request->mlflow = MlflowLogin{profile.mlflowUser, *password};
    }
    co_return request;
}

QCoro::Task<void> Lifecycle::previewJourney()
{
    m_previewing = true;
    const std::stop_token stop = m_scope.stopToken();
    const Result<std::shared_ptr<InstallRequest>> request = co_await installRequest(stop);
    if (!request) {
        m_previewing = false;
        m_preview = std::make_shared<InstallPreview>();
        m_preview->problem = request.error();
        Q_EMIT previewChanged();
        co_return;
    }
    const Result<std::shared_ptr<InstallPreview>> preview = co_await previewInstall(**request, stop);
    m_previewing = false;
    m_preview = preview ? *preview : std::make_shared<InstallPreview>();
    if (!preview)
        m_preview->problem = preview.error();
    Q_EMIT previewChanged();
    const Result<YamlValue> values = readYaml((*request)->values);
    const Result<YamlValue> overlay = readYaml(m_preview->overlay);
    if (!preview || !values || !overlay)
        co_return;
    const std::shared_ptr<InstallPreview> previewed = m_preview;
    const Result<std::shared_ptr<InstallComparison>> comparison = co_await compareInstall(
        (*request)->host, writeYaml(mergedValues(*values, *overlay)), m_preview->release.exists(), stop);
    if (!comparison || m_preview != previewed)
        co_return; // of a file that is no longer open, or of an older look
    m_preview->comparison = *comparison;
    Q_EMIT previewChanged();
}

} // namespace rayhelm
