// The list of accounts in the data folder: which logins are kept, never a password.
#include "session/accounts.h"

#include "core/storedfile.h"
#include "session/session.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

namespace {

const QString unusedPlace = QStringLiteral("unused");
const QStringList kindNames{QStringLiteral("ssh"), QStringLiteral("passphrase"), QStringLiteral("sudo"), QStringLiteral("mlflow"),
                            QStringLiteral("ray-ingress")}; // in the order of SecretKind

bool isLogin(SecretKind kind)
{
    return kind == SecretKind::SshPassword || kind == SecretKind::SudoPassword;
}

std::optional<Account> accountFrom(const QJsonObject &object)
{
    const qsizetype kind = kindNames.indexOf(object.value(QLatin1String("kind")).toString());
    if (kind < 0)
        return std::nullopt;
    Account account;
    account.kind = SecretKind(kind);
    account.subject = object.value(QLatin1String("subject")).toString();
    account.user = object.value(QLatin1String("user")).toString();
    account.hostKey = object.value(QLatin1String("hostKey")).toString();
    const QDateTime worked = QDateTime::fromString(object.value(QLatin1String("lastWorked")).toString(), Qt::ISODate);
    if (worked.isValid())
        account.lastWorked = worked;
    // A login of an earlier version: it is not known which machine it was for, so it is shown but never sent.
    const bool isUnused = object.value(QLatin1String("place")) == unusedPlace || (isLogin(account.kind) && !account.scope().isWhole());
    account.place = isUnused ? SecretPlace::Unused : SecretPlace::Keychain;
    return account;
}

QJsonObject objectOf(const Account &account)
{
    QJsonObject object{{QStringLiteral("kind"), kindNames.at(int(account.kind))},
                       {QStringLiteral("subject"), account.subject},
                       {QStringLiteral("user"), account.user}};
    if (!account.hostKey.isEmpty())
        object.insert(QStringLiteral("hostKey"), account.hostKey);
    if (account.place == SecretPlace::Unused)
        object.insert(QStringLiteral("place"), unusedPlace);
    if (account.lastWorked)
        object.insert(QStringLiteral("lastWorked"), account.lastWorked->toString(Qt::ISODate));
    return object;
}

QJsonObject consentObject(const QString &server)
{
    return {{QStringLiteral("unencrypted"), server}};
}

} // namespace

void Accounts::read()
{
    const QJsonArray entries = StoredFile(filePath()).readJson().array();
    for (const QJsonValue &value : entries) {
        const QString server = value.toObject().value(QLatin1String("unencrypted")).toString();
        if (!server.isEmpty())
            m_unencryptedServers.append(server);
        else if (const std::optional<Account> account = accountFrom(value.toObject()))
            m_accounts.append(*account);
    }
}

void Accounts::write()
{
    QJsonArray entries;
    for (const Account &account : std::as_const(m_accounts)) {
        // What lives until quit is not there after it.
        if (account.place == SecretPlace::Keychain || account.place == SecretPlace::Unused)
            entries.append(objectOf(account));
    }
    for (const QString &server : std::as_const(m_unencryptedServers))
        entries.append(consentObject(server));
    StoredFile(filePath()).write(QJsonDocument(entries).toJson());
}

QString Accounts::filePath() const
{
    return QDir(m_edges.dataDirectory).filePath(QStringLiteral("accounts.json"));
}

} // namespace rayhelm
