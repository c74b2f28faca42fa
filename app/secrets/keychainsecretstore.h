#pragma once

#include "secrets/secretstore.h"

#include <chrono>
#include <memory>

namespace rayhelm {

/// The operating system's keychain. One job at a time; each has its own time limit, after which the state is Locked and later jobs
/// are refused at once until the stuck one has answered (the keychain serves only one at a time).
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainSecretStore(QObject *parent = nullptr, std::chrono::milliseconds limit = std::chrono::seconds(10));
    /// May be destroyed while a job waits for the user; the job is left to end by itself.
    ~KeychainSecretStore() override;

    SecretStoreState state() const override;
    Task<std::shared_ptr<Secret>> read(QString key, std::stop_token stop) override;
    Task<> write(QString key, std::shared_ptr<Secret> secret, std::stop_token stop) override;
    /// Overwrites, deletes and reads back. Error when an entry is left; if it is an overwritten one, `read` takes it for none.
    Task<> remove(QString key, std::stop_token stop) override;

protected:
    // One job of the keychain each, which is believed only after reading back. Tests let them lie.
    virtual Task<std::shared_ptr<Secret>> readEntry(QString key, std::stop_token stop);
    virtual Task<> writeEntry(QString key, std::shared_ptr<Secret> secret, std::stop_token stop);
    virtual Task<> deleteEntry(QString key, std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rayhelm
