#include "jobs/jobhistoryrows.h"

#include <QJsonDocument>
#include <QSqlQuery>
#include <QVariant>

#include <array>

namespace rayhelm {

namespace {

using Name = std::pair<HistoryState, QLatin1String>;

constexpr std::array stateNames{
    Name{HistoryState::Submitting, QLatin1String("submitting")}, Name{HistoryState::Waiting, QLatin1String("waiting")},
    Name{HistoryState::Running, QLatin1String("running")},       Name{HistoryState::Finished, QLatin1String("finished")},
    Name{HistoryState::Failed, QLatin1String("failed")},         Name{HistoryState::Stopped, QLatin1String("stopped")},
    Name{HistoryState::NotStarted, QLatin1String("not started")}, Name{HistoryState::LostWithCluster, QLatin1String("lost")},
};

QVariant milliseconds(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace

bool isOver(HistoryState state)
{
    return state != HistoryState::Submitting && state != HistoryState::Waiting && state != HistoryState::Running;
}

QString historyStateName(HistoryState state)
{
    for (const auto &[known, name] : stateNames) {
        if (known == state)
            return name;
    }
    return {};
}

HistoryState historyStateFromName(const QString &name)
{
    for (const auto &[state, known] : stateNames) {
        if (known == name)
            return state;
    }
    return HistoryState::LostWithCluster;
}

HistoryState historyState(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return HistoryState::Waiting;
    case JobStatus::Succeeded:
        return HistoryState::Finished;
    case JobStatus::Failed:
        return HistoryState::Failed;
    case JobStatus::Stopped:
        return HistoryState::Stopped;
    case JobStatus::Running:
    case JobStatus::Unknown:
        break;
    }
    return HistoryState::Running;
}

QString historyColumns()
{
    return QStringLiteral("id TEXT PRIMARY KEY, profile TEXT NOT NULL, place TEXT NOT NULL, address TEXT NOT NULL, package TEXT, "
                          "command TEXT, spec TEXT NOT NULL, state TEXT NOT NULL, message TEXT, ray_job TEXT, mlflow_run TEXT, "
                          "submitted INTEGER, ended INTEGER, removed INTEGER NOT NULL DEFAULT 0");
}

void bindRecord(QSqlQuery &query, const JobRecord &record)
{
    query.prepare(QStringLiteral("INSERT INTO jobs (id, profile, place, address, package, command, spec, state, message, ray_job, "
                                 "mlflow_run, submitted, ended, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                 "ON CONFLICT (id) DO UPDATE SET package = excluded.package, state = excluded.state, "
                                 "message = excluded.message, ray_job = excluded.ray_job, mlflow_run = excluded.mlflow_run, "
                                 "ended = excluded.ended, removed = excluded.removed"));
    const QUrl address(record.address);
    const QByteArray spec = QJsonDocument(toJson(record.spec)).toJson(QJsonDocument::Compact);
    for (const QVariant &value :
         {QVariant(record.id()), QVariant(record.profile.toString()), QVariant(record.place + QLatin1String("")),
          QVariant(address.toString(QUrl::RemoveUserInfo) + QLatin1String("")), QVariant(record.packageUri), QVariant(record.command),
          QVariant(QString::fromUtf8(spec)), QVariant(historyStateName(record.state)), QVariant(record.message),
          QVariant(record.rayJobId), QVariant(record.mlflowRunId), milliseconds(record.submitted), milliseconds(record.ended),
          QVariant(record.removed)})
        query.addBindValue(value);
}

JobRecord recordFrom(const QSqlQuery &query)
{
    JobRecord record;
    const QJsonDocument spec = QJsonDocument::fromJson(query.value(QStringLiteral("spec")).toByteArray());
    record.spec = jobSpecFromJson(spec.object()).value_or(JobSpec());
    record.spec.submissionId = query.value(QStringLiteral("id")).toString();
    record.profile = QUuid(query.value(QStringLiteral("profile")).toString());
    record.place = query.value(QStringLiteral("place")).toString();
    record.address = query.value(QStringLiteral("address")).toString();
    record.packageUri = query.value(QStringLiteral("package")).toString();
    record.command = query.value(QStringLiteral("command")).toString();
    record.state = historyStateFromName(query.value(QStringLiteral("state")).toString());
    record.message = query.value(QStringLiteral("message")).toString();
    record.rayJobId = query.value(QStringLiteral("ray_job")).toString();
    record.mlflowRunId = query.value(QStringLiteral("mlflow_run")).toString();
    record.submitted = timeOf(query.value(QStringLiteral("submitted")));
    record.ended = timeOf(query.value(QStringLiteral("ended")));
    record.removed = query.value(QStringLiteral("removed")).toBool();
    return record;
}

} // namespace rayhelm
