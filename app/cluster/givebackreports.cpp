// Reports on disk: one small file each, so that a report is found again whatever happens to the application.
#include "cluster/givebackreport.h"

#include "core/storedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rayhelm {

namespace {

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QDateTime timeFrom(const QJsonObject &object, const char *key)
{
    return QDateTime::fromString(object.value(QLatin1String(key)).toString(), Qt::ISODate);
}

const char *const proofNames[] = {"none", "waiting", "running", "ended"};

JobProof proofFrom(const QString &name)
{
    for (int at = 0; at < 4; ++at) {
        if (name == QLatin1String(proofNames[at]))
            return JobProof(at);
    }
    return JobProof::None;
}

Result<> kept(const Result<> &written)
{
    if (written || written.error().isCancelled())
        return written;
    return failure(ErrorKind::CommandFailed,
                   QCoreApplication::translate("rayhelm::GiveBackReport", "The give-back report could not be written on this computer."),
                   written.error().summary + QLatin1Char(' ') + written.error().detail);
}

} // namespace

QJsonObject toJson(const GiveBackReport &report)
{
    QList<HeldJob> held;
    for (const GiveBackJob &job : report.jobs)
        held.append(job.job);
    QJsonArray jobs = heldJobsToJson(held);
    for (int at = 0; at < jobs.size(); ++at) {
        QJsonObject object = jobs.at(at).toObject();
        const GiveBackJob &job = report.jobs.at(at);
        object.insert(QStringLiteral("askedToStop"), timeText(job.askedToStop));
        object.insert(QStringLiteral("proof"), QLatin1String(proofNames[int(job.proof)]));
        object.insert(QStringLiteral("slurmWord"), job.slurmWord);
        object.insert(QStringLiteral("endedAt"), timeText(job.endedAt));
        jobs.replace(at, object);
    }
    return {{QStringLiteral("id"), report.id},
            {QStringLiteral("profile"), report.profileId.toString(QUuid::WithoutBraces)},
            {QStringLiteral("release"), report.release},
            {QStringLiteral("installation"), report.installationId},
            {QStringLiteral("owner"), report.owner},
            {QStringLiteral("revision"), report.revision},
            {QStringLiteral("place"), report.place},
            {QStringLiteral("begun"), timeText(report.begun)},
            {QStringLiteral("podsGoneAt"), timeText(report.podsGoneAt)},
            {QStringLiteral("podCount"), report.podCount},
            {QStringLiteral("provenAt"), timeText(report.provenAt)},
            {QStringLiteral("contactLost"), report.contactLost},
            {QStringLiteral("helmDone"), report.helmDone},
            {QStringLiteral("job"), report.jobId},
            {QStringLiteral("startedOnVm"), report.startedOnVm},
            {QStringLiteral("givenUp"), report.givenUp},
            {QStringLiteral("rayClusters"), QJsonArray::fromStringList(report.rayClusters)},
            {QStringLiteral("jobs"), jobs}};
}

Result<GiveBackReport> giveBackReportFromJson(const QJsonObject &object)
{
    GiveBackReport report;
    report.id = object.value(QLatin1String("id")).toString();
    if (!isName(NameKind::ObjectUid, report.id) || !object.value(QLatin1String("jobs")).isArray())
        return failure(ErrorKind::Protocol,
                       QCoreApplication::translate("rayhelm::GiveBackReport", "This file holds no give-back report."));
    report.profileId = QUuid::fromString(object.value(QLatin1String("profile")).toString());
    report.release = object.value(QLatin1String("release")).toString();
    report.installationId = object.value(QLatin1String("installation")).toString();
    report.owner = object.value(QLatin1String("owner")).toString();
    report.revision = object.value(QLatin1String("revision")).toInt();
    report.place = object.value(QLatin1String("place")).toString();
    report.begun = timeFrom(object, "begun");
    report.podsGoneAt = timeFrom(object, "podsGoneAt");
    report.podCount = object.value(QLatin1String("podCount")).toInt();
    report.provenAt = timeFrom(object, "provenAt");
    report.contactLost = object.value(QLatin1String("contactLost")).toBool();
    report.helmDone = object.value(QLatin1String("helmDone")).toBool();
    report.jobId = object.value(QLatin1String("job")).toString();
    report.startedOnVm = object.value(QLatin1String("startedOnVm")).toBool();
    report.givenUp = object.value(QLatin1String("givenUp")).toBool();
    const QJsonArray clusters = object.value(QLatin1String("rayClusters")).toArray();
    for (const QJsonValue &uid : clusters)
        report.rayClusters.append(uid.toString());
    const QJsonArray jobs = object.value(QLatin1String("jobs")).toArray();
    const QList<HeldJob> held = heldJobsFromJson(jobs);
    for (int at = 0; at < held.size(); ++at) {
        const QJsonObject entry = jobs.at(at).toObject();
        GiveBackJob job;
        job.job = held.at(at);
        job.askedToStop = timeFrom(entry, "askedToStop");
        job.proof = proofFrom(entry.value(QLatin1String("proof")).toString());
        job.slurmWord = entry.value(QLatin1String("slurmWord")).toString();
        job.endedAt = timeFrom(entry, "endedAt");
        report.jobs.append(job);
    }
    return report;
}

GiveBackReports::GiveBackReports(QString dataDirectory)
    : m_directory(dataDirectory + QStringLiteral("/reports"))
{
}

QList<GiveBackReport> GiveBackReports::all() const
{
    QList<GiveBackReport> reports;
    const QStringList names = QDir(m_directory).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : names) {
        const StoredFile file(m_directory + QLatin1Char('/') + name);
        const Result<GiveBackReport> report = giveBackReportFromJson(file.readJson().object());
        if (report)
            reports.append(*report);
    }
    std::sort(reports.begin(), reports.end(),
              [](const GiveBackReport &a, const GiveBackReport &b) { return a.begun > b.begun; });
    return reports;
}

std::optional<GiveBackReport> GiveBackReports::newest(const QUuid &profileId, const QString &release) const
{
    const QList<GiveBackReport> reports = all();
    for (const GiveBackReport &report : reports) {
        if (report.profileId == profileId && report.release == release)
            return report;
    }
    return std::nullopt;
}

Task<> GiveBackReports::store(GiveBackReport report, std::stop_token stop) const
{
    const StoredFile file = fileOf(report.id);
    const Result<> written = co_await file.store(QJsonDocument(toJson(report)).toJson(), stop);
    co_return kept(written);
}

StoredFile GiveBackReports::fileOf(const QString &id) const
{
    return StoredFile(m_directory + QLatin1Char('/') + id + QStringLiteral(".json"));
}

void GiveBackReports::remove(const QString &id) const
{
    fileOf(id).remove();
}

} // namespace rayhelm
