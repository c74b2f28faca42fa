#include "core/profilestore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ProfileStore)
};

} // namespace

ProfileStore::ProfileStore(QString path, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path))
{
    read();
}

const Profile *ProfileStore::find(const QUuid &id) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const Profile &p) { return p.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

void ProfileStore::save(const Profile &profile)
{
    Profile saved = profile;
    if (saved.id.isNull())
        saved.id = QUuid::createUuid();
    m_profiles.removeIf([&](const Profile &p) { return p.id == saved.id; });
    m_profiles.prepend(saved);
    write();
    Q_EMIT changed();
}

void ProfileStore::remove(const QUuid &id)
{
    m_profiles.removeIf([&](const Profile &p) { return p.id == id; });
    write();
    Q_EMIT changed();
}

Result<Profile> ProfileStore::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, Words::tr("The file %1 could not be read.").arg(path), file.errorString());
    const QJsonDocument document = QJsonDocument::fromJson(file.read(1024 * 1024));
    Result<Profile> profile = profileFromJson(document.object());
    if (profile)
        profile->id = QUuid::createUuid();
    return profile;
}

Result<> ProfileStore::exportFile(const Profile &profile, const QString &path)
{
    QSaveFile file(path); // the user's own file: it gets the permissions that new files of theirs get
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(toJson(profile)).toJson()) < 0 || !file.commit())
        return failure(ErrorKind::InvalidInput, Words::tr("The file %1 could not be written.").arg(path), file.errorString());
    return {};
}

void ProfileStore::read()
{
    const QJsonDocument document = m_file.readJson();
    if (!document.isArray()) {
        if (!document.isNull())
            m_file.keepBroken();
        return;
    }
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries) {
        const Result<Profile> profile = profileFromJson(entry.toObject());
        if (profile)
            m_profiles.append(*profile);
    }
}

void ProfileStore::write()
{
    QJsonArray entries;
    for (const Profile &profile : std::as_const(m_profiles))
        entries.append(toJson(profile));
    m_file.write(QJsonDocument(entries).toJson());
}

} // namespace rayhelm
