#pragma once

#include <QString>
#include <QUrl>

namespace rayhelm {

enum class SecretKind { SshPassword, KeyPassphrase, SudoPassword, MlflowPassword, IngressPassword };

/// What a secret was given for, and the only thing that it may be used for: the kind, the server, the account and, for logins, the
/// identity of the machine that was met. Two scopes are the same only when all of it is the same; a scope that is not whole is the
/// scope of nothing: nothing is stored or found for it.
class SecretScope
{
public:
    /// Of nothing.
    SecretScope() = default;

    /// The login `user`@`host`:`port` of the machine whose host key has the fingerprint `hostKey` ("SHA256:...").
    static SecretScope sshLogin(const QString &user, const QString &host, quint16 port, const QString &hostKey);
    /// sudo of that account on that machine.
    static SecretScope sudo(const QString &user, const QString &host, quint16 port, const QString &hostKey);
    /// The passphrase of a key file of this computer. It goes to no server.
    static SecretScope keyFile(const QString &path);
    /// The account `user` of an MLflow server. Addresses that mean the same (case of the host, the usual port, a trailing slash) are
    /// the same; another scheme, port or path is another server.
    static SecretScope mlflow(const QString &address, const QString &user);
    /// The account `user` of an Ingress of Ray. An address without a scheme means https.
    static SecretScope ingress(const QString &address, const QString &user);
    /// As it was kept by `kindName`, `server`, `account` and `hostKey`; of nothing when that is no scope.
    static SecretScope kept(const QString &kindName, const QString &server, const QString &account, const QString &hostKey);

    bool isWhole() const { return !m_server.isEmpty(); }
    SecretKind kind() const { return m_kind; }
    /// "https://mlflow.example:443/path", "vm.example:22" or the path of the key file.
    const QString &server() const { return m_server; }
    const QString &account() const { return m_account; }
    const QString &hostKey() const { return m_hostKey; }
    /// "mlflow", "ray-ingress", "ssh", "passphrase", "sudo": in files and in the keychain.
    QString kindName() const;

    /// The name under which a secret of this scope is kept.
    QString key() const;
    /// How earlier versions named it: for servers by the address as it was typed. Empty for logins: those names knew no host key, so it
    /// cannot be told which machine the secret was for.
    QString earlierKey(const QString &typedAddress) const;
    /// The same account of the same server, whatever machine was met there.
    bool sameAccount(const SecretScope &other) const;
    /// A password for it travels unencrypted over a network: http to another computer.
    bool isUnencrypted() const;
    /// "mlflow.example": for sentences.
    QString host() const;

    friend bool operator==(const SecretScope &, const SecretScope &) = default;

private:
    static SecretScope login(SecretKind kind, const QString &user, const QString &host, quint16 port, const QString &hostKey);
    static SecretScope web(SecretKind kind, const QString &address, const QString &user);

    SecretKind m_kind = SecretKind::MlflowPassword;
    QString m_server;
    QString m_account;
    QString m_hostKey;
};

/// http and https addresses that mean the same are written the same: with the port, without a trailing slash, the host in lower case.
/// Invalid: another scheme, no host, user information, a query or a fragment.
QUrl serverAddress(const QUrl &address);
/// An address as a person types it; without a scheme it is https.
QUrl typedServerAddress(const QString &text);
} // namespace rayhelm
