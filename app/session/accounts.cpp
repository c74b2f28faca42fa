#include "session/accounts.h"

#include "core/log.h"
#include "core/redactor.h"
#include "mlflow/mlflowclient.h"
#include "secrets/sessionsecretstore.h"
#include "session/mlflowuser.h"
#include "session/session.h"

#include <algorithm>

namespace rayhelm {

namespace {

bool isLogin(SecretKind kind)
{
    return kind == SecretKind::SshPassword || kind == SecretKind::SudoPassword;
}

/// How versions before this one named an entry of the keychain. Logins: the subject was "user@host:port".
QString earlierName(const Account &account)
{
    const QString kind = account.kind == SecretKind::SshPassword ? QStringLiteral("ssh") : QStringLiteral("sudo");
    if (isLogin(account.kind))
        return QStringLiteral("io.rayhelm/%1/@%2").arg(kind, account.subject);
    return account.scope().earlierKey(account.subject);
}

/// The name in the keychain: an earlier one for a login that knows no host key.
QString keyOf(const Account &account)
{
    const SecretScope scope = account.scope();
    return scope.isWhole() ? scope.key() : earlierName(account);
}

/// The server without a path: what a consent is for.
QString origin(const SecretScope &scope)
{
    return QUrl(scope.server()).adjusted(QUrl::RemovePath).toString();
}

SecretPlace placeOf(SecretKeeping keeping)
{
    switch (keeping) {
    case SecretKeeping::Keychain: return SecretPlace::Keychain;
    case SecretKeeping::UntilQuit: return SecretPlace::UntilQuit;
    case SecretKeeping::Nowhere: break;
    }
    return SecretPlace::None;
}

} // namespace

SecretScope Account::scope() const
{
    switch (kind) {
    case SecretKind::MlflowPassword: return SecretScope::mlflow(subject, user);
    case SecretKind::IngressPassword: return SecretScope::ingress(subject, user);
    case SecretKind::KeyPassphrase: return SecretScope::keyFile(subject);
    case SecretKind::SshPassword: return SecretScope::kept(QStringLiteral("ssh"), subject, user, hostKey);
    case SecretKind::SudoPassword: return SecretScope::kept(QStringLiteral("sudo"), subject, user, hostKey);
    }
    return {};
}

Accounts::Accounts(SessionEdges &edges, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_store(std::make_unique<SessionSecretStore>(edges.secrets))
{
    connect(m_store.get(), &SecretStore::stateChanged, this, [this] { Q_EMIT keychainChanged(keychain()); });
    connect(edges.secrets, &SecretStore::stateChanged, this, [this] { Q_EMIT keychainChanged(keychain()); });
    read();
}

Accounts::~Accounts() = default;

KeychainState Accounts::keychain() const
{
    switch (m_store->state()) {
    case SecretStoreState::Available: return KeychainState::Usable;
    case SecretStoreState::Locked: return KeychainState::Locked;
    case SecretStoreState::None: return KeychainState::None;
    case SecretStoreState::Unknown: break;
    }
    return KeychainState::Unknown;
}

const Account *Accounts::find(const SecretScope &scope) const
{
    for (const Account &account : m_accounts) {
        if (scope.isWhole() && account.scope() == scope)
            return &account;
    }
    return nullptr;
}

bool Accounts::isKeptForAnotherMachine(const SecretScope &scope) const
{
    const QString earlier = scope.account() + QLatin1Char('@') + scope.server();
    for (const Account &account : m_accounts) {
        const SecretScope kept = account.scope();
        if (kept.isWhole() && kept != scope && kept.sameAccount(scope) && isLogin(account.kind))
            return true;
        if (!kept.isWhole() && account.kind == scope.kind() && account.subject == earlier)
            return true;
    }
    return false;
}

Task<std::shared_ptr<Secret>> Accounts::secret(SecretScope scope, std::stop_token stop)
{
    const Account *known = find(scope);
    if (!scope.isWhole() || (known && known->place == SecretPlace::Unused))
        co_return std::shared_ptr<Secret>();
    Result<std::shared_ptr<Secret>> found = co_await m_store->read(scope.key(), stop);
    if (found && !*found)
        found = co_await takeOverEarlier(scope, stop);
    if (!found || !*found)
        co_return found;
    if (!maySend(scope))
        co_return failure(ErrorKind::Forbidden, unencryptedWarning(scope));
    m_edges.redactor->add(**found);
    notePlace(scope, {}, placeOf(m_store->keeping(scope.key())));
    co_return found;
}

/// What an earlier version kept for this server under the address as it was typed. The scheme and the host in it are the same, so the
/// password goes where it always went.
Task<std::shared_ptr<Secret>> Accounts::takeOverEarlier(SecretScope scope, std::stop_token stop)
{
    const Account *known = find(scope);
    const QString earlier = known ? scope.earlierKey(known->subject) : QString();
    if (earlier.isEmpty() || earlier == scope.key())
        co_return std::shared_ptr<Secret>();
    Result<std::shared_ptr<Secret>> kept = co_await m_store->read(earlier, stop);
    if (!kept || !*kept)
        co_return kept;
    const std::shared_ptr<Secret> password = *kept;
    const Result<> written = co_await m_store->write(scope.key(), password, stop);
    if (!written)
        co_return kept;
    const Result<> removed = co_await m_store->remove(earlier, stop);
    if (!removed)
        logWarning("secrets", QStringLiteral("an entry of an earlier version stays in the keychain: ") + removed.error().summary);
    co_return std::shared_ptr<Secret>(password);
}

Task<SecretPlace> Accounts::store(SecretScope scope, QString subject, std::shared_ptr<Secret> secret, std::stop_token stop)
{
    if (!scope.isWhole())
        co_return failure(ErrorKind::InvalidInput, tr("The password belongs to no server, so it is not kept."));
    m_edges.redactor->add(*secret);
    const QString key = scope.key();
    const Result<> written = co_await m_store->write(key, secret, stop);
    if (!written)
        co_return failure(written.error());
    const SecretPlace place = placeOf(m_store->keeping(key));
    notePlace(scope, subject, place);
    if (isLogin(scope.kind())) {
        const Result<> removed = co_await removeOtherLogins(scope, stop);
        if (!removed)
            logWarning("secrets", QStringLiteral("a login of a machine that was met before stays in the keychain: ") + removed.error().summary);
    }
    co_return place;
}

/// A login is kept for the machine that was met last: what was kept for the same account before would never be used again.
Task<> Accounts::removeOtherLogins(SecretScope scope, std::stop_token stop)
{
    const QString earlier = scope.account() + QLatin1Char('@') + scope.server();
    QList<Account> others;
    for (const Account &account : std::as_const(m_accounts)) {
        const SecretScope kept = account.scope();
        const bool same = kept.isWhole() ? kept.sameAccount(scope) : account.kind == scope.kind() && account.subject == earlier;
        if (same && kept != scope)
            others.append(account);
    }
    Result<> outcome;
    for (const Account &other : std::as_const(others)) {
        const Result<> removed = co_await forget(other, stop);
        if (!removed)
            outcome = failure(removed.error());
    }
    co_return outcome;
}

Task<> Accounts::forget(Account account, std::stop_token stop)
{
    const auto isIt = [&account](const Account &one) {
        return one.kind == account.kind && one.subject == account.subject && one.user == account.user && one.hostKey == account.hostKey;
    };
    const Result<> removed = co_await m_store->remove(keyOf(account), stop);
    const QString earlier = account.scope().earlierKey(account.subject);
    Result<> outcome = removed;
    if (removed && !earlier.isEmpty() && earlier != keyOf(account))
        outcome = co_await m_store->remove(earlier, stop);
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), isIt);
    if (outcome && found != m_accounts.end())
        m_accounts.erase(found);
    else if (!outcome && !outcome.error().isCancelled() && found != m_accounts.end())
        found->place = SecretPlace::Unused;
    write();
    Q_EMIT changed();
    co_return outcome;
}

void Accounts::worked(const SecretScope &scope)
{
    if (!scope.isWhole())
        return;
    entry(scope).lastWorked = QDateTime::currentDateTime();
    write();
    Q_EMIT changed();
}

bool Accounts::maySend(const SecretScope &scope) const
{
    return !scope.isUnencrypted() || m_unencryptedServers.contains(origin(scope));
}

void Accounts::allowUnencrypted(const SecretScope &scope)
{
    if (maySend(scope))
        return;
    m_unencryptedServers.append(origin(scope));
    write();
    Q_EMIT changed();
}

QString Accounts::unencryptedWarning(const SecretScope &scope)
{
    return tr("The password would travel unencrypted to %1: everybody on the way can read it. Use an address with https://, or allow it "
              "for this server in “Accounts and passwords”.")
        .arg(scope.host());
}

Task<std::shared_ptr<MlflowAccount>> Accounts::mlflowAccount(QString address, QString user, std::stop_token stop)
{
    const Result<QUrl> server = trackingUri(address);
    if (!server)
        co_return failure(server.error());
    const auto account = std::make_shared<MlflowAccount>();
    account->uri = *server;
    const QString who = mlflowUser(m_accounts, address, user);
    const Result<std::shared_ptr<Secret>> password = co_await secret(SecretScope::mlflow(address, who), stop);
    if (!password && (password.error().isCancelled() || password.error().kind == ErrorKind::Forbidden))
        co_return failure(password.error());
    if (password && *password) {
        account->user = who;
        account->password = (*password)->clone();
    }
    co_return account;
}

Task<QString> Accounts::testMlflow(QString uri, QString user, std::stop_token stop)
{
    const SecretScope scope = SecretScope::mlflow(uri, user);
    const Result<std::shared_ptr<Secret>> password = co_await secret(scope, stop);
    if (!password)
        co_return failure(password.error());
    if (!*password)
        co_return failure(ErrorKind::NotFound, tr("No password is stored for %1 at %2.").arg(user, uri));
    const Result<QUrl> server = trackingUri(uri);
    if (!server)
        co_return failure(server.error());
    MlflowAccount account;
    account.uri = *server;
    account.user = user;
    account.password = (*password)->clone();
    MlflowClient client(m_edges.network, std::move(account));
    const Result<LoginVerdict> verdict = co_await client.checkLogin(stop);
    if (!verdict)
        co_return failure(verdict.error());
    switch (*verdict) {
    case LoginVerdict::Works:
        worked(scope);
        co_return tr("The login works.");
    case LoginVerdict::NotNeeded:
        co_return tr("The server lets everybody in, so the password could not be checked.");
    case LoginVerdict::Refused:
        break;
    }
    co_return failure(ErrorKind::AuthenticationFailed, tr("The server refused this user name or password."));
}

Account &Accounts::entry(const SecretScope &scope, const QString &subject)
{
    for (Account &account : m_accounts) {
        if (account.scope() == scope)
            return account;
    }
    Account account;
    account.kind = scope.kind();
    account.subject = subject.isEmpty() ? scope.server() : subject;
    account.user = scope.account();
    account.hostKey = scope.hostKey();
    m_accounts.append(account);
    return m_accounts.last();
}

void Accounts::notePlace(const SecretScope &scope, const QString &subject, SecretPlace place)
{
    Account &account = entry(scope, subject);
    if (account.place == place)
        return;
    account.place = place;
    write();
    Q_EMIT changed();
}

} // namespace rayhelm
