#include "values/resourcesummary.h"

#include "core/text.h"
#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/quantity.h"
#include "values/slurmoptions.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ResourceSummary)
};

QString counted(const char *text, int count)
{
    QString result = QCoreApplication::translate("rayhelm::ResourceSummary", text, nullptr, count);
    // Without a translation the source text is English with both forms in one.
    result.replace(QLatin1String("(s)"), QLatin1String(count == 1 ? "" : "s"));
    return result;
}

std::optional<double> limitOf(const YamlValue &group, const QString &key, const ValuesSchema &schema, const QString &fieldId,
                              bool head, bool hasDefaults)
{
    const YamlValue &written = group.at({podkey::resources, podkey::limits, key});
    if (!written.isNull())
        return parseQuantity(written.text());
    const FieldSchema *field = schema.field(fieldId);
    return hasDefaults && field ? parseQuantity(field->defaultFor(schema.chartVersion(), head).toString()) : std::nullopt;
}

/// KubeRay keeps the replicas between minimum and maximum.
int podCount(const YamlValue &group, bool hasDefaults, const QVersionNumber &chart)
{
    const auto number = [&group](const char *key, qint64 otherwise) {
        return group.at({QString::fromLatin1(key)}).toInteger().value_or(otherwise);
    };
    const qint64 defaultMaximum = !hasDefaults ? 2147483647 : chart >= QVersionNumber(1, 6) ? 5 : 3;
    const qint64 minimum = number("minReplicas", hasDefaults ? 1 : 0);
    const qint64 maximum = std::max(minimum, number("maxReplicas", defaultMaximum));
    const qint64 replicas = std::clamp(number("replicas", hasDefaults ? 1 : 0), minimum, maximum);
    return int(std::clamp<qint64>(replicas * number("numOfHosts", 1), 0, 1000000));
}

GroupRequest requestOf(const YamlValue &group, const QString &name, bool head, bool hasDefaults, const ValuesSchema &schema)
{
    GroupRequest request;
    request.name = name;
    request.head = head;
    request.pods = head ? 1 : podCount(group, hasDefaults, schema.chartVersion());
    const YamlValue *flags = group.find({podkey::annotations, podkey::flags});
    const SlurmOptions options = SlurmOptions::parse(flags ? flags->text() : QString());
    request.nodesPerPod = options.nodes();
    request.gpusPerPod = options.gpus();
    request.gpuType = options.gpuType();
    request.timeLimit = options.timeLimit();
    request.cpusPerPod = limitOf(group, QStringLiteral("cpu"), schema, QStringLiteral("pod.cpu"), head, hasDefaults);
    request.memoryPerPod = limitOf(group, QStringLiteral("memory"), schema, QStringLiteral("pod.memory"), head, hasDefaults);
    request.onHpc = flags || toleratesVirtualNode(group.at({podkey::tolerations}));
    return request;
}

} // namespace

QList<GroupRequest> groupRequests(const YamlValue &values, const QString &chartVersion)
{
    const ValuesSchema schema = ValuesSchema::forChart(chartVersion);
    QList<GroupRequest> requests;
    requests.append(requestOf(values.at({podkey::head}), QStringLiteral("headgroup"), true, true, schema));
    const YamlValue &worker = values.at({podkey::worker});
    if (!worker.at({podkey::disabled}).toBoolean().value_or(false)) {
        const QString name = worker.at({QStringLiteral("groupName")}).text();
        requests.append(requestOf(worker, name.isEmpty() ? QStringLiteral("workergroup") : name, false, true, schema));
    }
    for (const YamlEntry &entry : values.at({podkey::additionalGroups}).entries()) {
        const bool standard = entry.key == QLatin1String("smallGroup");
        if (!entry.value.at({podkey::disabled}).toBoolean().value_or(standard))
            requests.append(requestOf(entry.value, entry.key, false, false, schema));
    }
    return requests;
}

ResourceSummary summarize(const YamlValue &values, const QString &chartVersion)
{
    ResourceSummary summary;
    summary.gpus = 0;
    summary.cpus = 0.0;
    summary.gpuHours = 0.0;
    summary.longestLimit = std::chrono::seconds(0);
    for (const GroupRequest &group : groupRequests(values, chartVersion)) {
        (group.head ? summary.heads : summary.workers) += group.pods;
        summary.nodes += group.pods * group.nodesPerPod.value_or(1);
        if (group.pods == 0)
            continue;
        if (summary.gpus)
            summary.gpus = group.gpusPerPod ? std::optional(*summary.gpus + group.pods * *group.gpusPerPod) : std::nullopt;
        if (summary.cpus)
            summary.cpus = group.cpusPerPod ? std::optional(*summary.cpus + group.pods * *group.cpusPerPod) : std::nullopt;
        if (summary.longestLimit)
            summary.longestLimit = group.timeLimit ? std::optional(std::max(*summary.longestLimit, *group.timeLimit)) : std::nullopt;
        const bool free = group.gpusPerPod == 0;
        const bool known = group.gpusPerPod && group.timeLimit;
        if (summary.gpuHours && !free)
            summary.gpuHours = known ? std::optional(*summary.gpuHours + group.pods * *group.gpusPerPod * double(group.timeLimit->count()) / 3600.0)
                                     : std::nullopt;
    }
    return summary;
}

QString ResourceSummary::text() const
{
    const QString pods = Tr::tr("%1 + %2").arg(counted(QT_TRANSLATE_N_NOOP("rayhelm::ResourceSummary", "%n head(s)"), heads),
                                           counted(QT_TRANSLATE_N_NOOP("rayhelm::ResourceSummary", "%n worker(s)"), workers));
    QStringList parts{pods};
    parts.append(gpus ? counted(QT_TRANSLATE_N_NOOP("rayhelm::ResourceSummary", "%n GPU(s)"), *gpus) : Tr::tr("GPUs not stated"));
    if (!cpus)
        parts.append(Tr::tr("CPUs not stated"));
    else if (*cpus == std::floor(*cpus))
        parts.append(counted(QT_TRANSLATE_N_NOOP("rayhelm::ResourceSummary", "%n CPU(s)"), int(*cpus)));
    else
        parts.append(Tr::tr("%1 CPUs").arg(QLocale().toString(*cpus, 'f', 1)));
    parts.append(longestLimit ? Tr::tr("up to %1").arg(durationText(*longestLimit)) : Tr::tr("time limit not stated"));
    return parts.join(Tr::tr(", "));
}

QString ResourceSummary::costText() const
{
    if (!gpuHours)
        return Tr::tr("GPU hours not known");
    if (*gpuHours == std::floor(*gpuHours))
        return counted(QT_TRANSLATE_N_NOOP("rayhelm::ResourceSummary", "at most %n GPU hour(s)"), int(*gpuHours));
    return Tr::tr("at most %1 GPU hours").arg(QLocale().toString(*gpuHours, 'f', 1));
}

QString ResourceSummary::reviewText() const
{
    const QString asked = text().section(Tr::tr(", "), 1);
    return Tr::tr("This asks the HPC for %1, %2: %3.")
        .arg(counted(QT_TRANSLATE_N_NOOP("rayhelm::ResourceSummary", "%n node(s)"), nodes), asked, costText());
}

} // namespace rayhelm
