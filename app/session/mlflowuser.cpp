#include "session/mlflowuser.h"

namespace rayhelm {

QString mlflowUser(const QList<Account> &accounts, const QString &address, const QString &user)
{
    QString other;
    for (const Account &one : accounts) {
        const bool isForIt = one.place != SecretPlace::Unused && one.scope() == SecretScope::mlflow(address, one.user);
        if (isForIt && one.user == user)
            return user;
        if (isForIt && other.isEmpty())
            other = one.user;
    }
    return other;
}

} // namespace rayhelm
