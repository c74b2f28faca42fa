#pragma once

#include "core/secret.h"
#include "core/task.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace rayhelm {

class SessionEdges;
class SessionSecretStore;

enum class AccountKind { Mlflow, RayIngress, Ssh, Passphrase, Sudo };
enum class SecretPlace { None, Keychain, UntilQuit };
enum class KeychainState { Unknown, Usable, Locked, None };

/// One stored login as the Accounts dialog lists it. The secret itself is never shown.
struct Account {
    AccountKind kind = AccountKind::Mlflow;
    QString subject; ///< server address or "user@vm"
    QString user;
    SecretPlace place = SecretPlace::None;
    std::optional<QDateTime> lastWorked;
};

/// Passwords of this user: in the keychain, or in memory until the application quits.
class Accounts : public QObject
{
    Q_OBJECT
public:
    explicit Accounts(SessionEdges &edges, QObject *parent = nullptr);
    ~Accounts() override;

    const QList<Account> &list() const { return m_accounts; }
    KeychainState keychain() const;
    /// nullptr: this login was never stored or used.
    const Account *find(AccountKind kind, const QString &subject, const QString &user) const;

    /// The stored secret. No value: none is stored, or the keychain is locked.
    Task<std::shared_ptr<Secret>> secret(AccountKind kind, QString subject, QString user, std::stop_token stop);
    /// Keeps a secret; without a keychain until the application quits (Account::place tells which).
    Task<SecretPlace> store(AccountKind kind, QString subject, QString user, std::shared_ptr<Secret> secret,
                            std::stop_token stop);
    /// The same, but never in the keychain.
    Task<SecretPlace> storeUntilQuit(AccountKind kind, QString subject, QString user, std::shared_ptr<Secret> secret,
                                     std::stop_token stop);
    Task<> forget(AccountKind kind, QString subject, QString user, std::stop_token stop);
    /// Notes that a login has just worked.
    void worked(AccountKind kind, const QString &subject, const QString &user);
    /// Tries the stored MLflow login at the server. The sentence says what was found.
    Task<QString> testMlflow(QString uri, QString user, std::stop_token stop);

Q_SIGNALS:
    void changed();
    void keychainChanged(rayhelm::KeychainState state);

private:
    Account &entry(AccountKind kind, const QString &subject, const QString &user);
    void notePlace(AccountKind kind, const QString &subject, const QString &user);
    void read();
    void write();
    QString filePath() const;

    SessionEdges &m_edges;
    std::unique_ptr<SessionSecretStore> m_store;
    QList<Account> m_accounts;
};

} // namespace rayhelm
