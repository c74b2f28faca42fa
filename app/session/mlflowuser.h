#pragma once

#include "session/accounts.h"

namespace rayhelm {

/// Whose stored password goes to the MLflow server at `address`: `user`'s, else another one's that is stored for that very server; empty:
/// none is.
QString mlflowUser(const QList<Account> &accounts, const QString &address, const QString &user);

} // namespace rayhelm
