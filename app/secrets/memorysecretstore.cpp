#include "secrets/memorysecretstore.h"

namespace rayhelm {

Task<std::shared_ptr<Secret>> MemorySecretStore::read(QString key, std::stop_token)
{
    const Result<> allowed = usable();
    if (!allowed)
        co_return failure(allowed.error());
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        co_return std::shared_ptr<Secret>();
    co_return std::make_shared<Secret>(found->second.clone());
}

Task<> MemorySecretStore::write(QString key, std::shared_ptr<Secret> secret, std::stop_token)
{
    const Result<> allowed = usable();
    if (allowed)
        m_secrets.insert_or_assign(key, secret->clone());
    co_return allowed;
}

Task<> MemorySecretStore::remove(QString key, std::stop_token)
{
    const Result<> allowed = usable();
    if (allowed)
        m_secrets.erase(key);
    co_return allowed;
}

void MemorySecretStore::setState(SecretStoreState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

Result<> MemorySecretStore::usable() const
{
    if (m_state == SecretStoreState::Available)
        return {};
    return failure(ErrorKind::KeychainUnavailable, tr("Passwords cannot be kept now."));
}

} // namespace rayhelm
