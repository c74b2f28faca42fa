#include "ui/usersfilesaving.h"

#include "core/usersfile.h"

#include <QPointer>

namespace rayhelm {

void UsersFileSaving::save(const QString &path, const QByteArray &bytes)
{
    saveJourney(path, bytes);
}

QCoro::Task<void> UsersFileSaving::saveJourney(QString path, QByteArray bytes)
{
    const QPointer<UsersFileSaving> self(this);
    const Result<> written = co_await writeUsersFile(path, bytes, {});
    if (!self)
        co_return;
    if (written)
        Q_EMIT saved(path);
    else
        Q_EMIT failed(path, written.error().detail);
}

} // namespace rayhelm
