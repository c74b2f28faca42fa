#include "cluster/installrecord.h"

#include "cluster/helm.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

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

QByteArray toJson(const QList<InstallRecord> &records)
{
    QJsonArray array;
    for (const InstallRecord &record : records)
        array.append(toJson(record));
    return QJsonDocument(array).toJson();
}

Result<> noted(const Result<> &written)
{
    if (written || written.error().isCancelled())
        return written;
    return failure(ErrorKind::CommandFailed,
                   QCoreApplication::translate("rayhelm::InstallJournal", "The note about this install could not be written on this computer."),
                   written.error().summary + QLatin1Char(' ') + written.error().detail);
}

} // namespace

InstallJournal::InstallJournal(QString dataDirectory)
    : m_file(dataDirectory + QStringLiteral("/installs.json"))
{
}

QList<InstallRecord> InstallJournal::all() const
{
    const QJsonDocument document = m_file.readJson();
    if (!document.isArray() && !document.isNull())
        m_file.keepBroken();
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

Task<> InstallJournal::store(InstallRecord record, std::stop_token stop) const
{
    const StoredFile file = m_file;
    const Result<> written = co_await file.store(with(record), stop);
    co_return noted(written);
}

Task<> InstallJournal::forget(QString installationId, std::stop_token stop) const
{
    const StoredFile file = m_file;
    const Result<> written = co_await file.store(without(installationId), stop);
    co_return noted(written);
}

QByteArray InstallJournal::with(const InstallRecord &record) const
{
    QList<InstallRecord> records = all();
    records.removeIf([&record](const InstallRecord &known) { return known.installationId == record.installationId; });
    records.append(record);
    return toJson(records);
}

QByteArray InstallJournal::without(const QString &installationId) const
{
    QList<InstallRecord> records = all();
    records.removeIf([&installationId](const InstallRecord &known) { return known.installationId == installationId; });
    return toJson(records);
}

QString ownerMark(const Profile &profile, const QString &dataDirectory)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{8}\\z"));
    const StoredFile known(dataDirectory + QStringLiteral("/computer-number"));
    QString number = QString::fromLatin1(known.read()).trimmed();
    if (!form.match(number).hasMatch()) {
        number = QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
        known.write(number.toLatin1() + '\n'); // files are written in order: before the record without which no install begins
    }
    const QString name = labelValue(profile.user).left(40);
    return labelValue(name.isEmpty() ? number : name + QLatin1Char('.') + number);
}

} // namespace rayhelm
