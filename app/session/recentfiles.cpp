#include "session/recentfiles.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

namespace {

constexpr qsizetype most = 8;

} // namespace

RecentFiles::RecentFiles(const QString &dataDirectory) : m_file(QDir(dataDirectory).filePath(QStringLiteral("recent.json"))) {}

QList<RecentFile> RecentFiles::of(const QUuid &profile) const
{
    QList<RecentFile> files;
    for (const QJsonValue &entry : m_file.readJson().object().value(profile.toString(QUuid::WithoutBraces)).toArray()) {
        const bool local = entry[QLatin1String("local")].toBool();
        const QString path = entry[QLatin1String("path")].toString();
        if (!path.isEmpty() && files.size() < most)
            files.append({local ? ValuesOrigin::ThisComputer : ValuesOrigin::Vm, path});
    }
    return files;
}

void RecentFiles::add(const QUuid &profile, ValuesOrigin origin, const QString &path)
{
    if (path.isEmpty() || (origin != ValuesOrigin::Vm && origin != ValuesOrigin::ThisComputer))
        return;
    QList<RecentFile> files = of(profile);
    const RecentFile newest{origin, path};
    files.removeOne(newest);
    files.prepend(newest);
    QJsonArray entries;
    for (const RecentFile &file : files.mid(0, most))
        entries.append(QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("local"), file.origin == ValuesOrigin::ThisComputer}});
    QJsonObject all = m_file.readJson().object();
    all.insert(profile.toString(QUuid::WithoutBraces), entries);
    m_file.write(QJsonDocument(all).toJson());
}

} // namespace rayhelm
