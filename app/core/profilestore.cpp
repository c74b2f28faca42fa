#include "core/profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
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

Result<> writeFile(const QString &path, const QJsonDocument &document)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document.toJson()) < 0 || !file.commit())
        return failure(ErrorKind::InvalidInput, Words::tr("The file %1 could not be written.").arg(path), file.errorString());
    return {};
}

} // namespace

ProfileStore::ProfileStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    read();
}

const Profile *ProfileStore::find(const QUuid &id) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const Profile &p) { return p.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

Result<> ProfileStore::save(const Profile &profile)
{
    Profile saved = profile;
    if (saved.id.isNull())
        saved.id = QUuid::createUuid();
    m_profiles.removeIf([&](const Profile &p) { return p.id == saved.id; });
    m_profiles.prepend(saved);
    Q_EMIT changed();
    return write();
}

Result<> ProfileStore::remove(const QUuid &id)
{
    m_profiles.removeIf([&](const Profile &p) { return p.id == id; });
    Q_EMIT changed();
    return write();
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
    return writeFile(path, QJsonDocument(toJson(profile)));
}

void ProfileStore::read()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray()) {
        file.close();
        QFile::remove(m_path + QStringLiteral(".broken"));
        QFile::rename(m_path, m_path + QStringLiteral(".broken"));
        return;
    }
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries) {
        const Result<Profile> profile = profileFromJson(entry.toObject());
        if (profile)
            m_profiles.append(*profile);
    }
}

Result<> ProfileStore::write()
{
    QJsonArray entries;
    for (const Profile &profile : std::as_const(m_profiles))
        entries.append(toJson(profile));
    const Result<> written = writeFile(m_path, QJsonDocument(entries));
    if (!written)
        Q_EMIT notStored(written.error());
    return written;
}

} // namespace rayhelm
