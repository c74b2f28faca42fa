#include "session/accounts.h"

#include "core/redactor.h"
#include "mlflow/mlflowclient.h"
#include "secrets/sessionsecretstore.h"
#include "session/session.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rayhelm {

namespace {

const QStringList kindNames{QStringLiteral("mlflow"), QStringLiteral("ray-ingress"), QStringLiteral("ssh"),
                            QStringLiteral("passphrase"), QStringLiteral("sudo")};

/// The name in the keychain. It names the server and the user, so a changed address never gets an old password.
QString keyFor(AccountKind kind, const QString &subject, const QString &user)
{
    return QStringLiteral("io.rayhelm/%1/%2@%3").arg(kindNames.at(int(kind)), user, subject);
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

const Account *Accounts::find(AccountKind kind, const QString &subject, const QString &user) const
{
    for (const Account &account : m_accounts) {
        if (account.kind == kind && account.subject == subject && account.user == user)
            return &account;
    }
    return nullptr;
}

Task<std::shared_ptr<Secret>> Accounts::secret(AccountKind kind, QString subject, QString user, std::stop_token stop)
{
    Result<std::shared_ptr<Secret>> found = co_await m_store->read(keyFor(kind, subject, user), stop);
    if (found && *found) {
        m_edges.redactor->add(**found);
        notePlace(kind, subject, user);
    }
    co_return found;
}

Task<SecretPlace> Accounts::store(AccountKind kind, QString subject, QString user, std::shared_ptr<Secret> secret,
                                  std::stop_token stop)
{
    m_edges.redactor->add(*secret);
    const QString key = keyFor(kind, subject, user);
    const Result<> written = co_await m_store->write(key, secret, stop);
    if (!written)
        co_return failure(written.error());
    notePlace(kind, subject, user);
    co_return placeOf(m_store->keeping(key));
}

Task<SecretPlace> Accounts::storeUntilQuit(AccountKind kind, QString subject, QString user,
                                           std::shared_ptr<Secret> secret, std::stop_token stop)
{
    m_edges.redactor->add(*secret);
    const Result<> written = co_await m_store->writeUntilQuit(keyFor(kind, subject, user), secret, stop);
    if (!written)
        co_return failure(written.error());
    notePlace(kind, subject, user);
    co_return SecretPlace::UntilQuit;
}

Task<> Accounts::forget(AccountKind kind, QString subject, QString user, std::stop_token stop)
{
    const Result<> removed = co_await m_store->remove(keyFor(kind, subject, user), stop);
    if (!removed)
        co_return failure(removed.error());
    m_accounts.removeIf([&](const Account &account) {
        return account.kind == kind && account.subject == subject && account.user == user;
    });
    write();
    Q_EMIT changed();
    co_return Result<>();
}

void Accounts::worked(AccountKind kind, const QString &subject, const QString &user)
{
    entry(kind, subject, user).lastWorked = QDateTime::currentDateTime();
    write();
    Q_EMIT changed();
}

Task<QString> Accounts::testMlflow(QString uri, QString user, std::stop_token stop)
{
    const Result<std::shared_ptr<Secret>> password = co_await secret(AccountKind::Mlflow, uri, user, stop);
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
        worked(AccountKind::Mlflow, uri, user);
        co_return tr("The login works.");
    case LoginVerdict::NotNeeded:
        co_return tr("The server lets everybody in, so the password could not be checked.");
    case LoginVerdict::Refused:
        break;
    }
    co_return failure(ErrorKind::AuthenticationFailed, tr("The server refused this user name or password."));
}

Account &Accounts::entry(AccountKind kind, const QString &subject, const QString &user)
{
    for (Account &account : m_accounts) {
        if (account.kind == kind && account.subject == subject && account.user == user)
            return account;
    }
    Account account;
    account.kind = kind;
    account.subject = subject;
    account.user = user;
    m_accounts.append(account);
    return m_accounts.last();
}

void Accounts::notePlace(AccountKind kind, const QString &subject, const QString &user)
{
    const SecretPlace place = placeOf(m_store->keeping(keyFor(kind, subject, user)));
    Account &account = entry(kind, subject, user);
    if (account.place == place)
        return;
    account.place = place;
    write();
    Q_EMIT changed();
}

void Accounts::read()
{
    QFile file(filePath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : entries) {
        const QJsonObject object = value.toObject();
        const auto kind = kindNames.indexOf(object.value(QLatin1String("kind")).toString());
        if (kind < 0)
            continue;
        Account &account = entry(AccountKind(kind), object.value(QLatin1String("subject")).toString(),
                                 object.value(QLatin1String("user")).toString());
        account.place = SecretPlace::Keychain;
        const QDateTime worked = QDateTime::fromString(object.value(QLatin1String("lastWorked")).toString(), Qt::ISODate);
        if (worked.isValid())
            account.lastWorked = worked;
    }
}

void Accounts::write()
{
    QJsonArray entries;
    for (const Account &account : std::as_const(m_accounts)) {
        if (account.place != SecretPlace::Keychain)
            continue; // what lives until quit is not there after it
        QJsonObject object;
        object.insert(QLatin1String("kind"), kindNames.at(int(account.kind)));
        object.insert(QLatin1String("subject"), account.subject);
        object.insert(QLatin1String("user"), account.user);
        if (account.lastWorked)
            object.insert(QLatin1String("lastWorked"), account.lastWorked->toString(Qt::ISODate));
        entries.append(object);
    }
    QDir().mkpath(m_edges.dataDirectory);
    QSaveFile file(filePath());
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(entries).toJson()) >= 0)
        file.commit();
}

QString Accounts::filePath() const
{
    return QDir(m_edges.dataDirectory).filePath(QStringLiteral("accounts.json"));
}

} // namespace rayhelm
