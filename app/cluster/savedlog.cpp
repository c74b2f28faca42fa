#include "cluster/savedlog.h"

#include "core/compute.h"
#include "core/limits.h"
#include "core/text.h"

namespace rayhelm {

Task<QString> saveLog(LocalFolder folder, PodName pod, QByteArray log, std::stop_token stop)
{
    const auto write = [folder, pod, log]() -> Result<QString> {
        return folder.writeNew(pod.text(), QStringLiteral(".log"), plainText(log, limits::commandAnswer).toUtf8());
    };
    Result<QString> written = co_await compute<QString>(write, stop);
    co_return written;
}

} // namespace rayhelm
