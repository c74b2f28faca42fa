#include "session/podlog.h"

#include "cluster/kubectl.h"
#include "core/compute.h"
#include "core/text.h"
#include "session/connection.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {
constexpr qsizetype maximumLogCharacters = 2'000'000;
}

Task<QString> readPodLog(Connection *connection, const Explanations *explanations, PodName pod, ContainerName container, int tail,
                         bool times, std::stop_token stop)
{
    if (!connection->isConnected())
        co_return failure(ErrorKind::Unreachable,
                          QCoreApplication::translate("rayhelm::PodLog", "Not connected to the cloud VM."));
    RemoteCommand command = Kubectl(connection->profile()).logs(pod, container, tail, times);
    const Result<RemoteOutput> output = co_await connection->remote()->run(command, stop);
    if (!output)
        co_return failure(output.error());
    if (!output->succeeded())
        co_return failure(kubectlError(*output, explanations));
    const QByteArray bytes = output->out;
    const auto read = [bytes]() -> Result<QString> { return plainText(bytes, maximumLogCharacters); };
    Result<QString> text = co_await compute<QString>(read, stop); // up to 16 MB, which may all be escapes
    co_return text;
}

} // namespace rayhelm
