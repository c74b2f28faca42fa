#include "cluster/installrecord.h"

#include "cluster/helm.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSaveFile>

namespace rayhelm {

namespace {

QJsonObject toJson(const InstallRecord &record)
{
    return {{QStringLiteral("installation"), record.installationId},
            {QStringLiteral("profile"), record.profileId.toString(QUuid::WithoutBraces)},
            {QStringLiteral("release"), record.release},
            {QStringLiteral("namespace"), record.kubernetesNamespace},
            {QStringLiteral("owner"), record.owner},
            {QStringLiteral("job"), record.jobId},
            {QStringLiteral("helmFinished"), record.helmFinished},
            {QStringLiteral("usableSeen"), record.usableSeen},
            {QStringLiteral("begun"), record.begun.toString(Qt::ISODate)},
            {QStringLiteral("secret"), record.secretName}};
}

InstallRecord recordFrom(const QJsonObject &object)
{
    InstallRecord record;
    record.installationId = object.value(QLatin1String("installation")).toString();
    record.profileId = QUuid::fromString(object.value(QLatin1String("profile")).toString());
    record.release = object.value(QLatin1String("release")).toString();
    record.kubernetesNamespace = object.value(QLatin1String("namespace")).toString();
    record.owner = object.value(QLatin1String("owner")).toString();
    record.jobId = object.value(QLatin1String("job")).toString();
    record.helmFinished = object.value(QLatin1String("helmFinished")).toBool();
    record.usableSeen = object.value(QLatin1String("usableSeen")).toBool();
    record.begun = QDateTime::fromString(object.value(QLatin1String("begun")).toString(), Qt::ISODate);
    record.secretName = object.value(QLatin1String("secret")).toString();
    return record;
}

} // namespace

InstallJournal::InstallJournal(QString dataDirectory)
    : m_path(dataDirectory + QStringLiteral("/installs.json"))
{
}

QList<InstallRecord> InstallJournal::all() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray()) {
        // Kept for a look, and out of the way of the next write.
        QFile::remove(m_path + QStringLiteral(".broken"));
        file.copy(m_path + QStringLiteral(".broken"));
        return {};
    }
    QList<InstallRecord> records;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array)
        records.append(recordFrom(value.toObject()));
    return records;
}

std::optional<InstallRecord> InstallJournal::newest(const Profile &profile) const
{
    const QList<InstallRecord> records = all();
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        if (record->profileId == profile.id && record->release == profile.releaseName
            && record->kubernetesNamespace == profile.kubernetesNamespace)
            return *record;
    }
    return std::nullopt;
}

bool InstallJournal::isOurs(const QString &installationId) const
{
    const QList<InstallRecord> records = all();
    for (const InstallRecord &record : records) {
        if (!installationId.isEmpty() && record.installationId == installationId)
            return true;
    }
    return false;
}

Result<> InstallJournal::put(const InstallRecord &record)
{
    QList<InstallRecord> records = all();
    records.removeIf([&record](const InstallRecord &known) { return known.installationId == record.installationId; });
    records.append(record);
    return write(records);
}

Result<> InstallJournal::remove(const QString &installationId)
{
    QList<InstallRecord> records = all();
    records.removeIf([&installationId](const InstallRecord &known) { return known.installationId == installationId; });
    return write(records);
}

Result<> InstallJournal::write(const QList<InstallRecord> &records) const
{
    QJsonArray array;
    for (const InstallRecord &record : records)
        array.append(toJson(record));
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
                           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                           && file.write(QJsonDocument(array).toJson()) >= 0 && file.commit();
    if (!isWritten)
        return failure(ErrorKind::CommandFailed,
                       QCoreApplication::translate("rayhelm::InstallJournal",
                                                   "The note about this install could not be written on this computer."),
                       file.errorString());
    return {};
}

QString ownerMark(const Profile &profile, const QString &dataDirectory)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{8}\\z"));
    const QString path = dataDirectory + QStringLiteral("/computer-number");
    QFile known(path);
    QString number = known.open(QIODevice::ReadOnly) ? QString::fromLatin1(known.read(64)).trimmed() : QString();
    if (!form.match(number).hasMatch()) {
        number = QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
        QDir().mkpath(dataDirectory);
        QSaveFile file(path);
        // When it cannot be kept this install has a number of its own, which is as good a mark.
        const bool kept = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                          && file.write(number.toLatin1() + '\n') > 0 && file.commit();
        Q_UNUSED(kept);
    }
    const QString name = labelValue(profile.user).left(40);
    return labelValue(name.isEmpty() ? number : name + QLatin1Char('.') + number);
}

} // namespace rayhelm
