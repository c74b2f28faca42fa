#pragma once

#include "core/secret.h"
#include "core/task.h"

#include <QObject>

#include <memory>

namespace rayhelm {

enum class SecretStoreState {
    Unknown,   ///< not asked yet
    Available, ///< it answered
    Locked,    ///< there is a keychain, but it waits for the user or refuses
    None,      ///< there is no keychain on this computer
};

/// Keeps small secrets by name (`SecretScope::key`). Errors of every operation: KeychainUnavailable (locked, none, or no answer in time), Cancelled.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual SecretStoreState state() const = 0;
    /// nullptr: not stored. A locked keychain may say the same, so nothing may be overwritten on that alone.
    virtual Task<std::shared_ptr<Secret>> read(QString key, std::stop_token stop) = 0;
    /// Creates or replaces.
    virtual Task<> write(QString key, std::shared_ptr<Secret> secret, std::stop_token stop) = 0;
    /// Reads back: success means that it is gone. Removing what is not there is success.
    virtual Task<> remove(QString key, std::stop_token stop) = 0;

Q_SIGNALS:
    void stateChanged(rayhelm::SecretStoreState state);
};

} // namespace rayhelm
