#include "core/secretscope.h"

#include <QRegularExpression>
#include <QStringList>

namespace rayhelm {

namespace {

const QStringList kindNames{QStringLiteral("ssh"), QStringLiteral("passphrase"), QStringLiteral("sudo"), QStringLiteral("mlflow"),
                            QStringLiteral("ray-ingress")};

QString escaped(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool isFingerprint(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^SHA256:[A-Za-z0-9+/]{43}\\z"));
    return form.match(text).hasMatch();
}

} // namespace

QUrl serverAddress(const QUrl &address)
{
    const bool isWeb = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!isWeb || !address.isValid() || address.host().isEmpty() || !address.userInfo().isEmpty() || address.hasQuery()
        || address.hasFragment())
        return {};
    QUrl same = address.adjusted(QUrl::NormalizePathSegments);
    same.setPort(address.port(address.scheme() == QLatin1String("https") ? 443 : 80));
    QString path = same.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    same.setPath(path, QUrl::TolerantMode);
    return same;
}

QUrl typedServerAddress(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty() || typed.contains(QLatin1String("://")))
        return QUrl(typed, QUrl::StrictMode);
    return QUrl(QStringLiteral("https://") + typed, QUrl::StrictMode);
}

SecretScope SecretScope::login(SecretKind kind, const QString &user, const QString &host, quint16 port, const QString &hostKey)
{
    SecretScope scope;
    if (user.isEmpty() || host.isEmpty() || port == 0 || !isFingerprint(hostKey))
        return scope;
    const QString bracketed = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    scope.m_kind = kind;
    scope.m_server = bracketed.toLower() + QLatin1Char(':') + QString::number(port);
    scope.m_account = user;
    scope.m_hostKey = hostKey;
    return scope;
}

SecretScope SecretScope::sshLogin(const QString &user, const QString &host, quint16 port, const QString &hostKey)
{
    return login(SecretKind::SshPassword, user, host, port, hostKey);
}

SecretScope SecretScope::sudo(const QString &user, const QString &host, quint16 port, const QString &hostKey)
{
    return login(SecretKind::SudoPassword, user, host, port, hostKey);
}

SecretScope SecretScope::keyFile(const QString &path)
{
    SecretScope scope;
    scope.m_kind = SecretKind::KeyPassphrase;
    scope.m_server = path;
    return scope;
}

SecretScope SecretScope::web(SecretKind kind, const QString &address, const QString &user)
{
    SecretScope scope;
    const QUrl server = serverAddress(typedServerAddress(address));
    if (user.isEmpty() || server.isEmpty())
        return scope;
    scope.m_kind = kind;
    scope.m_server = server.toString(QUrl::FullyEncoded);
    scope.m_account = user;
    return scope;
}

SecretScope SecretScope::mlflow(const QString &address, const QString &user)
{
    return web(SecretKind::MlflowPassword, address, user);
}

SecretScope SecretScope::ingress(const QString &address, const QString &user)
{
    return web(SecretKind::IngressPassword, address, user);
}

SecretScope SecretScope::kept(const QString &kindName, const QString &server, const QString &account, const QString &hostKey)
{
    const qsizetype number = kindNames.indexOf(kindName);
    if (number < 0)
        return {};
    const SecretKind kind = SecretKind(number);
    if (kind == SecretKind::KeyPassphrase)
        return keyFile(server);
    if (kind == SecretKind::MlflowPassword || kind == SecretKind::IngressPassword)
        return web(kind, server, account);
    const qsizetype colon = server.lastIndexOf(QLatin1Char(':'));
    QString host = server.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    return login(kind, account, host, server.mid(colon + 1).toUShort(), hostKey);
}

QString SecretScope::kindName() const
{
    return kindNames.at(int(m_kind));
}

QString SecretScope::key() const
{
    if (!isWhole())
        return {};
    const QString name = QStringLiteral("io.rayhelm/%1/%2@%3").arg(kindName(), escaped(m_account), m_server);
    return m_hostKey.isEmpty() ? name : name + QLatin1Char(' ') + m_hostKey;
}

QString SecretScope::earlierKey(const QString &typedAddress) const
{
    if (!isWhole() || (m_kind != SecretKind::MlflowPassword && m_kind != SecretKind::IngressPassword)
        || web(m_kind, typedAddress, m_account) != *this)
        return {};
    return QStringLiteral("io.rayhelm/%1/%2@%3").arg(kindName(), m_account, typedAddress);
}

bool SecretScope::sameAccount(const SecretScope &other) const
{
    return m_kind == other.m_kind && m_server == other.m_server && m_account == other.m_account;
}

bool SecretScope::isUnencrypted() const
{
    static const QRegularExpression thisComputer(QStringLiteral("^(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|::1)\\z"));
    return m_server.startsWith(QLatin1String("http://")) && !thisComputer.match(host()).hasMatch();
}

QString SecretScope::host() const
{
    if (m_kind == SecretKind::MlflowPassword || m_kind == SecretKind::IngressPassword)
        return QUrl(m_server).host();
    return m_kind == SecretKind::KeyPassphrase ? QString() : m_server.left(m_server.lastIndexOf(QLatin1Char(':')));
}

} // namespace rayhelm
