#include "session/nosecrets.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace rayhelm {

namespace {

/// A file of this computer is the same through every profile.
QString keyOf(const QUuid &profile, ValuesOrigin origin, const QString &fileName)
{
    return (origin == ValuesOrigin::ThisComputer ? QString() : profile.toString(QUuid::WithoutBraces)) + QLatin1Char(' ') + fileName;
}

} // namespace

NoSecrets::NoSecrets(const QString &dataDirectory)
    : m_file(QDir(dataDirectory).filePath(QStringLiteral("nosecrets.json")))
{
}

QStringList NoSecrets::of(const QUuid &profile, ValuesOrigin origin, const QString &fileName) const
{
    QStringList names;
    const QJsonArray entries = m_file.readJson().object().value(keyOf(profile, origin, fileName)).toArray();
    for (const QJsonValue &entry : entries)
        names.append(entry.toString());
    return names;
}

void NoSecrets::add(const QUuid &profile, ValuesOrigin origin, const QString &fileName, const QString &variable)
{
    QStringList names = of(profile, origin, fileName);
    if (names.contains(variable))
        return;
    names.append(variable);
    QJsonObject all = m_file.readJson().object();
    all.insert(keyOf(profile, origin, fileName), QJsonArray::fromStringList(names));
    m_file.write(QJsonDocument(all).toJson());
}

} // namespace rayhelm
