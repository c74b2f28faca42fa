// What installing would do, worked out before anything is changed.
#include "session/lifecycle.h"

#include "cluster/installcomparison.h"
#include "core/taskscope.h"
#include "session/accounts.h"
#include "session/clusterwork.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "values/mergedvalues.h"
#include "values/valuesdocument.h"

namespace rayhelm {

void Lifecycle::preparePreview()
{
    if (!m_configuration.document())
        return;
    m_previewStop.request_stop(); // the newest text counts
    m_previewStop = std::stop_source();
    m_scope.keep(previewJourney());
}

Task<std::shared_ptr<InstallRequest>> Lifecycle::installRequest(QByteArray values, std::stop_token stop)
{
    const Profile profile = m_connection.profile();
    auto request = std::make_shared<InstallRequest>();
    request->host = clusterHost(m_edges, m_connection);
    request->values = values;
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
    const std::stop_source ours = m_previewStop;
    const std::stop_callback onClose(m_scope.stopToken(), [ours]() mutable { ours.request_stop(); });
    const std::stop_token stop = ours.get_token();
    const Result<Turn> turn = co_await m_looks.take(ClusterWork::Install, stop);
    if (!turn || !m_configuration.document())
        co_return;
    const int generation = m_configuration.generation();
    const QByteArray text = m_configuration.document()->text();
    const Result<std::shared_ptr<InstallRequest>> request = co_await installRequest(text, stop);
    Result<std::shared_ptr<InstallPreview>> preview = failure(ErrorKind::Cancelled, QString());
    if (request)
        preview = co_await previewInstall(**request, stop);
    else
        preview = failure(request.error());
    (*turn)->end();
    if (stop.stop_requested() || generation != m_configuration.generation()) {
        Q_EMIT previewChanged(); // of a text that is no longer open: nothing is kept of it
        co_return;
    }
    m_preview = preview ? *preview : std::make_shared<InstallPreview>();
    m_previewed = text;
    if (!preview)
        m_preview->problem = preview.error();
    Q_EMIT previewChanged();
    const Result<YamlValue> values = readYaml(text);
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
