#include "secrets/sessionsecretstore.h"

namespace rayhelm {

SessionSecretStore::SessionSecretStore(SecretStore *keychain, QObject *parent)
    : SecretStore(parent)
    , m_keychain(keychain)
{
    connect(keychain, &SecretStore::stateChanged, this, &SecretStore::stateChanged);
}

Task<std::shared_ptr<Secret>> SessionSecretStore::read(QString key, std::stop_token stop)
{
    Result<std::shared_ptr<Secret>> here = co_await m_memory.read(key, stop);
    if (here && *here)
        co_return here;
    Result<std::shared_ptr<Secret>> kept = co_await m_keychain->read(key, stop);
    if (kept && *kept)
        m_keeping.insert(key, SecretKeeping::Keychain);
    if (!kept && kept.error().kind == ErrorKind::KeychainUnavailable)
        co_return std::shared_ptr<Secret>();
    co_return kept;
}

Task<> SessionSecretStore::write(QString key, std::shared_ptr<Secret> secret, std::stop_token stop)
{
    Result<> kept = co_await m_keychain->write(key, secret, stop);
    if (!kept && kept.error().kind != ErrorKind::KeychainUnavailable)
        co_return kept;
    if (!kept) {
        Result<> here = co_await writeUntilQuit(key, secret, stop);
        co_return here;
    }
    m_keeping.insert(key, SecretKeeping::Keychain);
    Result<> old = co_await m_memory.remove(key, stop); // a copy in memory would hide the new one
    co_return old;
}

Task<> SessionSecretStore::remove(QString key, std::stop_token stop)
{
    Result<> here = co_await m_memory.remove(key, stop);
    Q_UNUSED(here);
    Result<> kept = co_await m_keychain->remove(key, stop);
    // A locked keychain may hold it from an earlier run; only where there is none nothing can be left.
    const bool mayBeLeft = keeping(key) == SecretKeeping::Keychain || m_keychain->state() != SecretStoreState::None;
    if (!kept && (mayBeLeft || kept.error().kind != ErrorKind::KeychainUnavailable))
        co_return kept;
    m_keeping.remove(key);
    co_return Result<>();
}

Task<> SessionSecretStore::writeUntilQuit(QString key, std::shared_ptr<Secret> secret, std::stop_token stop)
{
    Result<> here = co_await m_memory.write(key, secret, stop);
    if (here)
        m_keeping.insert(key, SecretKeeping::UntilQuit);
    co_return here;
}

SecretKeeping SessionSecretStore::keeping(const QString &key) const
{
    return m_keeping.value(key, SecretKeeping::Nowhere);
}

} // namespace rayhelm
