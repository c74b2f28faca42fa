#include "cluster/installcomparison.h"

#include "cluster/installfiles.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

/// What helm prints, or why it does not.
Task<QByteArray> readText(ClusterHost host, RemoteCommand command, std::stop_token stop)
{
    Result<RemoteOutput> output = co_await runInInstallFolder(host, command, stop);
    if (!output)
        co_return failure(output.error());
    if (output->truncated)
        co_return failure(ErrorKind::Protocol, QCoreApplication::translate("rayhelm::InstallComparison", "It is too long to be shown."));
    co_return plainText(output->out, output->out.size()).toUtf8();
}

/// Takes the first line off.
QByteArray takeLine(QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArray line = text.left(end);
    text = end < 0 ? QByteArray() : text.mid(end + 1);
    return line;
}

} // namespace

Task<std::shared_ptr<InstallComparison>> compareInstall(ClusterHost host, QByteArray values, bool isInstalled, std::stop_token stop)
{
    const auto comparison = std::make_shared<InstallComparison>();
    const Helm helm(host.profile);
    Result<QByteArray> text = co_await readText(host, helm.chartDefaults(), stop);
    const QByteArray chart = text ? takeLine(*text) : QByteArray();
    const Result<YamlValue> defaults = text ? readYaml(*text) : failure(text.error());
    if (defaults)
        comparison->chartDefaults = *defaults;
    else
        comparison->defaultsProblem = defaults.error();
    Result<QByteArray> objects = co_await readText(host, helm.render(values), stop);
    if (objects)
        comparison->chartSha256 = takeLine(*objects);
    if (objects && text && chart != comparison->chartSha256)
        objects = failure(ErrorKind::Conflict, QCoreApplication::translate("rayhelm::InstallComparison", "The chart has just changed. Look again."));
    Result<QByteArray> running = QByteArray();
    if (objects && isInstalled)
        running = co_await readText(host, helm.manifest(), stop);
    if (objects && running) {
        comparison->objects = *objects;
        comparison->runningObjects = *running;
    } else {
        comparison->objectsProblem = objects ? running.error() : objects.error();
    }
    co_return comparison;
}

} // namespace rayhelm
