#include "jobs/rayanswers.h"

#include "core/boundedjson.h"
#include "core/names.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Answers {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RayAnswers)
};

tl::unexpected<Error> notUnderstood(const QByteArray &text)
{
    return failure(ErrorKind::Protocol, Answers::tr("Ray's answer could not be understood."), plainText(text, 2000));
}

Result<QJsonObject> objectOf(const QByteArray &json)
{
    const QJsonDocument document = boundedJson(json);
    if (!document.isObject())
        return notUnderstood(json);
    return document.object();
}

/// Exit codes and times come as numbers; some releases write the time as text.
std::optional<qint64> number(const QJsonValue &value)
{
    constexpr double largest = 9e18; // of what fits
    if (value.isDouble())
        return qAbs(value.toDouble()) < largest ? std::optional(qint64(value.toDouble())) : std::nullopt;
    bool isNumber = false;
    const qint64 parsed = value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(parsed) : std::nullopt;
}

QDateTime timeOf(const QJsonValue &value)
{
    const std::optional<qint64> milliseconds = number(value);
    if (!milliseconds || *milliseconds <= 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC);
}

JobDetails jobFrom(const QJsonObject &object)
{
    JobDetails job;
    job.submissionId = SubmissionId::orEmpty(object.value(QLatin1String("submission_id")).toString()).text();
    job.jobId = PodUid::orEmpty(object.value(QLatin1String("job_id")).toString()).text(); // letters and digits, as for a UID
    job.isSubmission = object.value(QLatin1String("type")).toString() != QLatin1String("DRIVER");
    job.statusName = plainText(object.value(QLatin1String("status")).toString(), 100);
    job.status = jobStatusFromName(job.statusName);
    job.entrypoint = plainText(object.value(QLatin1String("entrypoint")).toString());
    job.message = plainText(object.value(QLatin1String("message")).toString(), 40000);
    job.errorType = plainText(object.value(QLatin1String("error_type")).toString(), 200);
    job.submitted = timeOf(object.value(QLatin1String("start_time")));
    job.ended = timeOf(object.value(QLatin1String("end_time")));
    if (const std::optional<qint64> code = number(object.value(QLatin1String("driver_exit_code"))))
        job.exitCode = int(*code);
    job.driverNodeId = plainText(object.value(QLatin1String("driver_node_id")).toString(), 100);
    const QJsonObject metadata = object.value(QLatin1String("metadata")).toObject();
    for (auto entry = metadata.begin(); entry != metadata.end() && job.metadata.size() < 100; ++entry)
        job.metadata.insert(plainText(entry.key(), 200), plainText(entry.value().toString(), 4000));
    return job;
}

RayNode nodeFrom(const QJsonObject &object)
{
    const QJsonObject raylet = object.value(QLatin1String("raylet")).toObject();
    RayNode node;
    node.nodeId = PodUid::orEmpty(raylet.value(QLatin1String("nodeId")).toString()).text(); // letters and digits, as for a UID
    node.instanceId = PodName::orEmpty(raylet.value(QLatin1String("instanceId")).toString()).text();
    node.hostName = plainText(raylet.value(QLatin1String("nodeManagerHostname")).toString(), 253);
    if (node.hostName.isEmpty())
        node.hostName = plainText(object.value(QLatin1String("hostname")).toString(), 253);
    node.address = plainText(raylet.value(QLatin1String("nodeManagerAddress")).toString(), 100);
    node.alive = raylet.value(QLatin1String("state")).toString() == QLatin1String("ALIVE");
    node.isHead = raylet.value(QLatin1String("isHeadNode")).toBool();
    node.deathReason = plainText(raylet.value(QLatin1String("stateMessage")).toString(), 1000);
    if (node.deathReason.isEmpty())
        node.deathReason = plainText(raylet.value(QLatin1String("deathInfo")).toObject().value(QLatin1String("reason")).toString(), 1000);
    const QJsonObject resources = raylet.value(QLatin1String("resourcesTotal")).toObject();
    for (auto entry = resources.begin(); entry != resources.end() && node.resources.size() < 200; ++entry)
        node.resources.insert(plainText(entry.key(), 200), entry.value().toDouble());
    return node;
}

template<typename Map>
QJsonObject objectFrom(const Map &map)
{
    QJsonObject object;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

} // namespace

Result<RayVersion> parseRayVersion(const QByteArray &json)
{
    const Result<QJsonObject> object = objectOf(json);
    if (!object)
        return failure(object.error());
    RayVersion version;
    version.text = plainText(object->value(QLatin1String("ray_version")).toString(), 100);
    version.session = object->value(QLatin1String("session_name")).toString();
    static const QRegularExpression numbers(QStringLiteral("^(\\d{1,6})\\.(\\d{1,6})"));
    const QRegularExpressionMatch match = numbers.match(version.text);
    if (!match.hasMatch())
        return notUnderstood(json);
    version.major = match.captured(1).toInt();
    version.minor = match.captured(2).toInt();
    return version;
}

Result<QList<RayNode>> parseRayNodes(const QByteArray &json)
{
    const Result<QJsonObject> object = objectOf(json);
    if (!object)
        return failure(object.error());
    const QJsonValue summary = object->value(QLatin1String("data")).toObject().value(QLatin1String("summary"));
    if (!summary.isArray())
        return notUnderstood(json);
    QList<RayNode> nodes;
    for (const QJsonValue &entry : summary.toArray()) {
        const RayNode node = nodeFrom(entry.toObject());
        if (!node.nodeId.isEmpty() && nodes.size() < limits::rayNodeEntries) // a node of which Ray knows the machine only, not yet the raylet
            nodes.append(node);
    }
    return nodes;
}

Result<JobDetails> parseJobDetails(const QByteArray &json)
{
    const Result<QJsonObject> object = objectOf(json);
    if (!object)
        return failure(object.error());
    if (!object->value(QLatin1String("status")).isString())
        return notUnderstood(json);
    return jobFrom(*object);
}

Result<RayJobList> parseJobList(const QByteArray &json)
{
    const QJsonDocument document = boundedJson(json);
    if (!document.isArray())
        return notUnderstood(json);
    // Only their times are looked at before it is known which ones are wanted.
    const QJsonArray entries = document.array();
    QList<QPair<QDateTime, qsizetype>> order;
    for (qsizetype i = 0; i < entries.size(); ++i)
        order.append({timeOf(entries.at(i).toObject().value(QLatin1String("start_time"))), i});
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    RayJobList list;
    for (const auto &[time, index] : std::as_const(order)) {
        JobDetails job = jobFrom(entries.at(index).toObject());
        if (job.submissionId.isEmpty() && job.jobId.isEmpty()) {
            ++list.impossible;
            list.perhapsRunning += isTerminal(job.status) ? 0 : 1;
        } else if (list.jobs.size() < limits::rayJobs) {
            list.jobs.append(std::move(job));
        } else {
            ++list.leftOut;
        }
        if (list.leftOut > 0) {
            list.leftOut = int(order.size()) - list.impossible - int(list.jobs.size());
            break;
        }
    }
    list.perhapsRunning += list.leftOut;
    return list;
}

Result<QString> parseMember(const QByteArray &json, const QString &key)
{
    const Result<QJsonObject> object = objectOf(json);
    if (!object)
        return failure(object.error());
    const QJsonValue value = object->value(key);
    if (!value.isString())
        return notUnderstood(json);
    return value.toString();
}

Result<bool> parseFlag(const QByteArray &json, const QString &key)
{
    const Result<QJsonObject> object = objectOf(json);
    if (!object)
        return failure(object.error());
    const QJsonValue value = object->value(key);
    if (!value.isBool())
        return notUnderstood(json);
    return value.toBool();
}

QByteArray submissionBody(const JobSubmission &submission)
{
    QJsonObject body{{QStringLiteral("entrypoint"), submission.entrypoint},
                     {QStringLiteral("submission_id"), submission.submissionId}};
    QJsonObject runtimeEnv;
    if (!submission.workingDirUri.isEmpty())
        runtimeEnv.insert(QStringLiteral("working_dir"), submission.workingDirUri);
    if (!submission.environment.isEmpty())
        runtimeEnv.insert(QStringLiteral("env_vars"), objectFrom(submission.environment));
    if (!runtimeEnv.isEmpty())
        body.insert(QStringLiteral("runtime_env"), runtimeEnv);
    if (!submission.metadata.isEmpty())
        body.insert(QStringLiteral("metadata"), objectFrom(submission.metadata));
    if (submission.cpus > 0)
        body.insert(QStringLiteral("entrypoint_num_cpus"), submission.cpus);
    if (submission.gpus > 0)
        body.insert(QStringLiteral("entrypoint_num_gpus"), submission.gpus);
    if (submission.memory > 0)
        body.insert(QStringLiteral("entrypoint_memory"), submission.memory);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace rayhelm
