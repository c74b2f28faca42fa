#include "core/profilestore.h"

#include "core/profilecheck.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

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

const Profile *ProfileStore::sameMachine(const Profile &given) const
{
    const Profile *found = nullptr;
    for (const Profile &known : m_profiles) {
        const bool same = known.host.compare(given.host, Qt::CaseInsensitive) == 0 && known.port == given.port && known.user == given.user;
        if (same && (!found || (known.name == given.name && found->name != given.name)))
            found = &known;
    }
    return found;
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
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe would be waited for without end
        return failure(ErrorKind::NotFound, Words::tr("The file %1 could not be read.").arg(path), file.errorString());
    const QJsonDocument document = QJsonDocument::fromJson(file.read(1024 * 1024));
    Result<Profile> profile = profileFromJson(document.object());
    if (profile)
        profile->id = QUuid::createUuid();
    return profile;
}

QByteArray ProfileStore::fileText(const Profile &profile)
{
    return QJsonDocument(toJson(profile)).toJson();
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
        const Result<Profile> profile = ownProfileFromJson(entry.toObject());
        if (profile)
            m_profiles.append(*profile);
        else
            m_unusable.append(entry);
    }
}

void ProfileStore::write()
{
    QJsonArray entries;
    for (const Profile &profile : std::as_const(m_profiles))
        entries.append(toJson(profile));
    for (const QJsonValue &entry : std::as_const(m_unusable))
        entries.append(entry);
    m_file.write(QJsonDocument(entries).toJson());
}

} // namespace rayhelm
