#pragma once

#include "core/secret.h"
#include "core/secretscope.h"
#include "core/task.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace rayhelm {

class SessionEdges;
class SessionSecretStore;
struct MlflowAccount;

enum class SecretPlace {
    None,
    Keychain,
    UntilQuit,
    Unused, ///< it may still lie in the keychain, but is not used: it could not be removed, or an earlier version kept it without a host key
};
enum class KeychainState { Unknown, Usable, Locked, None };

/// One stored login as the Accounts dialog lists it. The secret itself is never shown.
struct Account {
    SecretKind kind = SecretKind::MlflowPassword;
    QString subject; ///< the server's address as it was typed, "vm.example:22" or a key file
    QString user;
    QString hostKey; ///< logins: the fingerprint of the machine
    SecretPlace place = SecretPlace::None;
    std::optional<QDateTime> lastWorked;

    /// Of nothing for a login that an earlier version kept.
    SecretScope scope() const;
};

/// Passwords of this user: in the keychain, or in memory until the application quits. Everything is bound to a scope, and whoever
/// wants a secret gets the one of exactly that scope or none.
class Accounts : public QObject
{
    Q_OBJECT
public:
    explicit Accounts(SessionEdges &edges, QObject *parent = nullptr);
    ~Accounts() override;

    const QList<Account> &list() const { return m_accounts; }
    KeychainState keychain() const;
    /// nullptr: this login was never stored or used.
    const Account *find(const SecretScope &scope) const;
    /// A login of the same account is kept, but not for this machine.
    bool isKeptForAnotherMachine(const SecretScope &scope) const;

    /// The stored secret. No value: none is stored, or the keychain is locked. Forbidden: it would travel unencrypted and the user has
    /// not allowed that.
    Task<std::shared_ptr<Secret>> secret(SecretScope scope, std::stop_token stop);
    /// Keeps a secret; without a keychain until the application quits (Account::place tells which). `subject`: how a person wrote the
    /// server; empty: as the scope writes it.
    Task<SecretPlace> store(SecretScope scope, QString subject, std::shared_ptr<Secret> secret, std::stop_token stop);
    /// An account that could not be removed stays in the list and is not used again.
    Task<> forget(Account account, std::stop_token stop);
    /// Notes that a login has just worked.
    void worked(const SecretScope &scope);

    /// Whether a password of this scope may be sent: it travels encrypted, or the user has allowed it for this server.
    bool maySend(const SecretScope &scope) const;
    void allowUnencrypted(const SecretScope &scope);
    /// "The password would travel unencrypted to HOST..."
    static QString unencryptedWarning(const SecretScope &scope);

    /// Who logs in to the MLflow server at `address`: `user` when a password is stored for exactly that, else an account that is stored
    /// for that very server, else nobody (without user and password). Errors: InvalidInput (the address), Forbidden as `secret`.
    Task<std::shared_ptr<MlflowAccount>> mlflowAccount(QString address, QString user, std::stop_token stop);
    /// Tries the stored MLflow login at the server. The sentence says what was found.
    Task<QString> testMlflow(QString uri, QString user, std::stop_token stop);

Q_SIGNALS:
    void changed();
    void keychainChanged(rayhelm::KeychainState state);

private:
    Account &entry(const SecretScope &scope, const QString &subject = {});
    void notePlace(const SecretScope &scope, const QString &subject, SecretPlace place);
    Task<std::shared_ptr<Secret>> takeOverEarlier(SecretScope scope, std::stop_token stop);
    Task<> removeOtherLogins(SecretScope scope, std::stop_token stop);
    void read();
    void write();
    QString filePath() const;

    SessionEdges &m_edges;
    std::unique_ptr<SessionSecretStore> m_store;
    QList<Account> m_accounts;
    QStringList m_unencryptedServers; ///< to which the user lets passwords travel unencrypted
};

} // namespace rayhelm
