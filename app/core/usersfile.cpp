#include "core/usersfile.h"

#include "core/compute.h"

#include <QSaveFile>

namespace rayhelm {

Task<> writeUsersFile(QString path, QByteArray bytes, std::stop_token stop)
{
    const auto write = [path, bytes]() -> Result<> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return failure(ErrorKind::CommandFailed, file.errorString(), file.errorString());
        return {};
    };
    Result<> written = co_await compute<void>(write, stop);
    co_return written;
}

} // namespace rayhelm
