#include "mlflow/mlflowanswers.h"

#include "core/boundedjson.h"
#include "core/names.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace rayhelm {

namespace {

struct Answers {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::MlflowAnswers)
};

bool isPage(const HttpReply &reply)
{
    return reply.header("Content-Type").toLower().startsWith("text/html") || reply.body.trimmed().startsWith('<');
}

/// The server's own words: of its JSON errors the message, of plain texts the last line.
QString serverWords(const HttpReply &reply)
{
    const QJsonObject object = boundedJson(reply.body).object();
    if (object.contains(QLatin1String("message")))
        return plainText(object.value(QLatin1String("message")).toString(), 500);
    return isPage(reply) ? QString() : lastLine(plainText(reply.body, 4000)).left(500);
}

Error errorFor(const HttpReply &reply, const QUrl &uri)
{
    const QString host = uri.host();
    const QString words = serverWords(reply);
    if (isHostRefusal(reply))
        return {ErrorKind::Forbidden,
                Answers::tr("The MLflow server does not know itself by the name %1. Your account is not the reason. Ask its operator to "
                            "allow this name (MLFLOW_SERVER_ALLOWED_HOSTS).")
                    .arg(host),
                {}};
    if (reply.status >= 300 && reply.status < 400)
        return {ErrorKind::Protocol,
                Answers::tr("%1 points to another address: %2. Enter that address if you trust it.")
                    .arg(host, plainText(reply.header("Location"), 500)),
                {}};
    switch (reply.status) {
    case 400:
        return {ErrorKind::InvalidInput, Answers::tr("MLflow did not accept this: %1").arg(words), {}};
    case 401:
        return {ErrorKind::AuthenticationFailed, Answers::tr("MLflow at %1 did not accept the user name or the password.").arg(host), {}};
    case 403:
        return {ErrorKind::Forbidden, Answers::tr("This MLflow account may not do this."), {}};
    case 404:
        if (isPage(reply) || words.isEmpty())
            return {ErrorKind::NotFound, Answers::tr("There is no MLflow server at this address. Check its path."), {}};
        return {ErrorKind::NotFound, Answers::tr("MLflow does not know this: %1").arg(words), {}};
    case 502:
    case 503:
    case 504:
        return {ErrorKind::Unreachable, Answers::tr("%1 answers, but MLflow behind it does not.").arg(host), {}};
    default:
        return {ErrorKind::Protocol, Answers::tr("MLflow reported an error: %1").arg(words), {}};
    }
}

QHash<QString, QString> pairs(const QJsonValue &list)
{
    QHash<QString, QString> all;
    for (const QJsonValue &entry : list.toArray()) {
        const QJsonObject object = entry.toObject();
        if (all.size() < limits::mlflowEntries)
            all.insert(plainText(object.value(QLatin1String("key")).toString(), 250), plainText(object.value(QLatin1String("value")).toString(), 8000));
    }
    return all;
}

QDateTime timeOf(const QJsonValue &value)
{
    const qint64 milliseconds = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

} // namespace

bool isHostRefusal(const HttpReply &reply)
{
    return reply.status == 403
        && (reply.body.contains("Invalid Host header") || reply.body.contains("Cross-origin request blocked"));
}

Error mlflowError(const HttpReply &reply, const QUrl &uri)
{
    Error error = errorFor(reply, uri);
    error.detail = QStringLiteral("HTTP %1\n%2").arg(reply.status).arg(plainText(reply.body, 8000));
    return error;
}

Result<QJsonObject> mlflowObject(const QByteArray &json)
{
    const QJsonDocument document = boundedJson(json);
    if (!document.isObject())
        return failure(ErrorKind::Protocol, Answers::tr("MLflow's answer could not be understood."), plainText(json, 2000));
    return document.object();
}

double metricValue(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    const QString text = value.toString();
    if (text == QLatin1String("Infinity"))
        return std::numeric_limits<double>::infinity();
    if (text == QLatin1String("-Infinity"))
        return -std::numeric_limits<double>::infinity();
    return std::numeric_limits<double>::quiet_NaN();
}

MlflowRun runFrom(const QJsonObject &object)
{
    const QJsonObject info = object.value(QLatin1String("info")).toObject();
    const QJsonObject data = object.value(QLatin1String("data")).toObject();
    MlflowRun run;
    run.runId = PodUid::orEmpty(info.value(QLatin1String("run_id")).toString()).text(); // letters and digits, as for a UID
    run.name = plainText(info.value(QLatin1String("run_name")).toString(), 500);
    run.experimentId = PodUid::orEmpty(info.value(QLatin1String("experiment_id")).toString()).text();
    run.status = plainText(info.value(QLatin1String("status")).toString(), 60);
    run.user = plainText(info.value(QLatin1String("user_id")).toString(), 200);
    run.started = timeOf(info.value(QLatin1String("start_time")));
    run.ended = timeOf(info.value(QLatin1String("end_time")));
    for (const QJsonValue &entry : data.value(QLatin1String("metrics")).toArray()) {
        const QJsonObject metric = entry.toObject();
        if (run.metrics.size() < limits::mlflowEntries)
            run.metrics.insert(metric.value(QLatin1String("key")).toString(), metricValue(metric.value(QLatin1String("value"))));
    }
    run.parameters = pairs(data.value(QLatin1String("params")));
    run.tags = pairs(data.value(QLatin1String("tags")));
    run.parentRunId = run.tags.value(QStringLiteral("mlflow.parentRunId"));
    return run;
}

} // namespace rayhelm
