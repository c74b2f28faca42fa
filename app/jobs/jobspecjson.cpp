#include "jobs/jobspec.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rayhelm {

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &entry : value.toArray())
        all.append(entry.toString());
    return all;
}

QJsonArray linesToJson(const QList<IgnoreLine> &lines)
{
    QJsonArray array;
    for (const IgnoreLine &line : lines)
        array.append(QJsonObject{{QStringLiteral("file"), line.file}, {QStringLiteral("line"), line.line}, {QStringLiteral("text"), line.text}});
    return array;
}

QList<IgnoreLine> linesFromJson(const QJsonValue &value)
{
    QList<IgnoreLine> lines;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonObject object = entry.toObject();
        lines.append(IgnoreLine{object.value(QLatin1String("file")).toString(), object.value(QLatin1String("line")).toInt(),
                                object.value(QLatin1String("text")).toString()});
    }
    return lines;
}

QJsonArray overridesToJson(const QList<JobOverride> &overrides)
{
    QJsonArray array;
    for (const JobOverride &change : overrides)
        array.append(QJsonObject{{QStringLiteral("key"), change.key}, {QStringLiteral("value"), change.value}});
    return array;
}

QList<JobOverride> overridesFromJson(const QJsonValue &value)
{
    QList<JobOverride> overrides;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonObject object = entry.toObject();
        overrides.append(JobOverride{object.value(QLatin1String("key")).toString(), object.value(QLatin1String("value")).toString()});
    }
    return overrides;
}

} // namespace

QJsonObject toJson(const JobSpec &spec)
{
    return QJsonObject{
        {QStringLiteral("submissionId"), spec.submissionId},
        {QStringLiteral("name"), spec.name},
        {QStringLiteral("folder"), spec.folder},
        {QStringLiteral("excludes"), QJsonArray::fromStringList(spec.excludes)},
        {QStringLiteral("ignoredLines"), linesToJson(spec.ignoredLines)},
        {QStringLiteral("sendOutsideLinks"), spec.sendOutsideLinks},
        {QStringLiteral("configFolder"), spec.configFolder},
        {QStringLiteral("configName"), spec.configName},
        {QStringLiteral("pipeline"), spec.pipeline},
        {QStringLiteral("pipeKeyInConfig"), spec.pipeKeyInConfig},
        {QStringLiteral("overrides"), overridesToJson(spec.overrides)},
        {QStringLiteral("mlflowUri"), spec.mlflowUri},
        {QStringLiteral("experiment"), spec.experiment},
        {QStringLiteral("runName"), spec.runName},
        {QStringLiteral("trackingUriInConfig"), spec.trackingUriInConfig},
        {QStringLiteral("cpus"), spec.cpus},
        {QStringLiteral("gpus"), spec.gpus},
        {QStringLiteral("memory"), spec.memory},
        {QStringLiteral("editedEntrypoint"), spec.editedEntrypoint},
    };
}

Result<JobSpec> jobSpecFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    JobSpec spec;
    spec.submissionId = text("submissionId");
    if (!object.contains(QLatin1String("folder")))
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("rayhelm::JobSpec", "The kept job cannot be read: it has no folder."));
    spec.name = text("name");
    spec.folder = text("folder");
    spec.excludes = texts(object.value(QLatin1String("excludes")));
    spec.ignoredLines = linesFromJson(object.value(QLatin1String("ignoredLines")));
    spec.sendOutsideLinks = object.value(QLatin1String("sendOutsideLinks")).toBool();
    spec.configFolder = text("configFolder");
    spec.configName = text("configName");
    spec.pipeline = text("pipeline");
    spec.pipeKeyInConfig = object.value(QLatin1String("pipeKeyInConfig")).toBool();
    spec.overrides = overridesFromJson(object.value(QLatin1String("overrides")));
    spec.mlflowUri = text("mlflowUri");
    spec.experiment = text("experiment");
    spec.runName = text("runName");
    spec.trackingUriInConfig = object.value(QLatin1String("trackingUriInConfig")).toBool(true);
    spec.cpus = object.value(QLatin1String("cpus")).toDouble();
    spec.gpus = object.value(QLatin1String("gpus")).toDouble();
    spec.memory = qint64(object.value(QLatin1String("memory")).toDouble());
    spec.editedEntrypoint = text("editedEntrypoint");
    return spec;
}

} // namespace rayhelm
