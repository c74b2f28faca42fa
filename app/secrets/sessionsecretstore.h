#pragma once

#include "secrets/memorysecretstore.h"
#include "secrets/secretstore.h"

namespace rayhelm {

enum class SecretKeeping { Nowhere, UntilQuit, Keychain };

/// A keychain with a fallback in memory: secrets that cannot be kept, or shall not be, live until the program ends. Its state is
/// the keychain's.
class SessionSecretStore : public SecretStore
{
    Q_OBJECT
public:
    /// `keychain` must outlive it.
    explicit SessionSecretStore(SecretStore *keychain, QObject *parent = nullptr);

    SecretStoreState state() const override { return m_keychain->state(); }
    /// From memory first, then from the keychain. An unavailable keychain reads as "not stored".
    Task<std::shared_ptr<Secret>> read(QString key, std::stop_token stop) override;
    /// Into the keychain; into memory where that is unavailable. See `keeping` for what happened.
    Task<> write(QString key, std::shared_ptr<Secret> secret, std::stop_token stop) override;
    /// From both.
    Task<> remove(QString key, std::stop_token stop) override;

    /// Only until the program ends.
    Task<> writeUntilQuit(QString key, std::shared_ptr<Secret> secret, std::stop_token stop);
    /// Where the secret is known to be kept; Nowhere also when it was never read or written in this run.
    SecretKeeping keeping(const QString &key) const;

private:
    SecretStore *m_keychain;
    MemorySecretStore m_memory;
    QHash<QString, SecretKeeping> m_keeping;
};

} // namespace rayhelm
