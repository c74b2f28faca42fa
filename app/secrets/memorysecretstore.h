#pragma once

#include "secrets/secretstore.h"

#include <QHash>

#include <map>

namespace rayhelm {

/// Keeps secrets until the program ends: the fallback without a keychain, and the store of tests.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    SecretStoreState state() const override { return m_state; }
    Task<std::shared_ptr<Secret>> read(QString key, std::stop_token stop) override;
    Task<> write(QString key, std::shared_ptr<Secret> secret, std::stop_token stop) override;
    Task<> remove(QString key, std::stop_token stop) override;

    bool contains(const QString &key) const { return m_secrets.contains(key); }
    void clear() { m_secrets.clear(); }
    /// For tests: a keychain that is locked or missing.
    void setState(SecretStoreState state);

private:
    Result<> usable() const;

    std::map<QString, Secret> m_secrets;
    SecretStoreState m_state = SecretStoreState::Available;
};

} // namespace rayhelm
