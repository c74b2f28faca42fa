#include "ui/accountdraft.h"

#include "core/storedfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

namespace {

StoredFile fileIn(const QString &dataDirectory)
{
    return StoredFile(QDir(dataDirectory).filePath(QStringLiteral("drafts/account.json")));
}

/// The form refuses "user:password@", but it may just be being typed.
QString withoutLogin(const QString &address)
{
    const qsizetype scheme = address.indexOf(QLatin1String("//"));
    const qsizetype begin = scheme < 0 ? 0 : scheme + 2;
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    return at < begin ? address : address.left(begin) + address.mid(at + 1);
}

} // namespace

void writeAccountDraft(const QString &dataDirectory, const AccountDraft &draft)
{
    const QJsonObject object{{QStringLiteral("ingress"), draft.isIngress},
                             {QStringLiteral("address"), withoutLogin(draft.address)},
                             {QStringLiteral("user"), draft.user}};
    fileIn(dataDirectory).write(QJsonDocument(object).toJson());
}

void removeAccountDraft(const QString &dataDirectory)
{
    if (fileIn(dataDirectory).exists())
        fileIn(dataDirectory).remove();
}

std::optional<AccountDraft> readAccountDraft(const QString &dataDirectory)
{
    if (!fileIn(dataDirectory).exists())
        return std::nullopt;
    const QJsonObject object = fileIn(dataDirectory).readJson().object();
    if (object.isEmpty())
        return std::nullopt;
    return AccountDraft{object.value(QLatin1String("ingress")).toBool(), object.value(QLatin1String("address")).toString(),
                        object.value(QLatin1String("user")).toString()};
}

} // namespace rayhelm
