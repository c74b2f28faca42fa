#include "cluster/held.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

/// Slurm ends a job at its limit within a minute or two.
constexpr auto endGrace = 5min;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Held)
};

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

QString gpuText(int gpus, bool known)
{
    return known ? Words::tr("%n GPU(s)", nullptr, gpus) : Words::tr("GPUs not stated");
}

StripText runningText(const Held &held)
{
    const QString nodes = Words::tr("%n node(s)", nullptr, held.nodes);
    const QString gpus = gpuText(held.gpus, held.gpusKnown);
    StripText text;
    text.tiny = QLocale().toString(held.gpusKnown && held.gpus > 0 ? held.gpus : held.nodes);
    if (!held.connected) {
        text.full = Words::tr("Held at %1: %2").arg(clockText(held.asOf), held.gpusKnown && held.gpus > 0 ? gpus : nodes);
        text.brief = text.full;
        return text;
    }
    text.brief = Words::tr("Held: %1").arg(held.gpusKnown && held.gpus > 0 ? gpus : nodes);
    if (const auto left = held.timeLeft())
        text.full = Words::tr("Held: %1, %2, about %3 left").arg(nodes, gpus, durationText(*left));
    else
        text.full = Words::tr("Held: %1, %2, no time limit known").arg(nodes, gpus);
    return text;
}

StripText perhapsText(const Held &held)
{
    const QString amount = held.perhapsGpus > 0 ? Words::tr("%n GPU(s)", nullptr, held.perhapsGpus)
                                                : Words::tr("%n node(s)", nullptr, held.perhapsNodes);
    StripText text;
    text.brief = Words::tr("Perhaps still held: %1").arg(amount);
    text.full = held.perhapsUntil.isValid()
                    ? Words::tr("Perhaps still held: %1, at most until %2").arg(amount, clockText(held.perhapsUntil))
                    : text.brief;
    text.tiny = QLocale().toString(qMax(held.perhapsGpus, held.perhapsNodes)) + QLatin1Char('?');
    return text;
}

} // namespace

QDateTime HeldJob::latestEnd() const
{
    if (!firstRunning.isValid() || !ask.timeLimit)
        return {};
    return firstRunning.addSecs(ask.timeLimit->count());
}

std::optional<std::chrono::seconds> Held::timeLeft() const
{
    if (!ends.isValid())
        return std::nullopt;
    return std::chrono::seconds(qMax<qint64>(0, now.secsTo(ends)));
}

StripText Held::text() const
{
    if (nodes > 0)
        return runningText(*this);
    if (queuedNodes > 0)
        return {Words::tr("%n node(s) in the queue", nullptr, queuedNodes),
                Words::tr("%n queued", nullptr, queuedNodes), QLocale().toString(queuedNodes)};
    if (perhapsNodes > 0)
        return perhapsText(*this);
    return {Words::tr("Nothing held"), Words::tr("Nothing held"), QStringLiteral("0")};
}

Held heldFrom(const QList<HeldJob> &jobs, const QList<HeldJob> &left, const QDateTime &asOf, bool connected,
              const QDateTime &now)
{
    Held held;
    held.asOf = asOf;
    held.connected = connected;
    held.now = now;
    for (const HeldJob &job : jobs) {
        if (job.queued) {
            held.queuedNodes += job.ask.nodes;
            continue;
        }
        held.nodes += job.ask.nodes;
        held.gpus += job.ask.gpus.value_or(0);
        held.gpusKnown = held.gpusKnown && job.ask.gpus.has_value();
        const QDateTime end = job.latestEnd();
        if (end.isValid() && (!held.ends.isValid() || end < held.ends))
            held.ends = end;
    }
    bool everyEndKnown = true;
    for (const HeldJob &job : left) {
        const QDateTime end = job.latestEnd();
        if (end.isValid() && end.addSecs(std::chrono::seconds(endGrace).count()) < now)
            continue; // Slurm itself has ended it by now.
        held.perhapsNodes += job.ask.nodes;
        held.perhapsGpus += job.ask.gpus.value_or(0);
        everyEndKnown = everyEndKnown && end.isValid();
        if (end.isValid() && (!held.perhapsUntil.isValid() || end > held.perhapsUntil))
            held.perhapsUntil = end;
    }
    if (!everyEndKnown)
        held.perhapsUntil = {};
    return held;
}

QJsonArray heldJobsToJson(const QList<HeldJob> &jobs)
{
    QJsonArray array;
    for (const HeldJob &job : jobs) {
        QJsonObject object{{QStringLiteral("slurmJob"), job.slurmJob.text()},
                           {QStringLiteral("pod"), job.podName.text()},
                           {QStringLiteral("uid"), job.podUid.text()},
                           {QStringLiteral("nodes"), job.ask.nodes},
                           {QStringLiteral("partition"), job.ask.partition},
                           {QStringLiteral("firstRunning"), job.firstRunning.toString(Qt::ISODate)},
                           {QStringLiteral("lastSeen"), job.lastSeen.toString(Qt::ISODate)},
                           {QStringLiteral("queued"), job.queued},
                           {QStringLiteral("running"), job.running}};
        if (job.ask.gpus)
            object.insert(QStringLiteral("gpus"), *job.ask.gpus);
        if (job.ask.timeLimit)
            object.insert(QStringLiteral("timeLimit"), qint64(job.ask.timeLimit->count()));
        array.append(object);
    }
    return array;
}

QList<HeldJob> heldJobsFromJson(const QJsonArray &array)
{
    QList<HeldJob> jobs;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        HeldJob job;
        job.slurmJob = SlurmJobId::orEmpty(object.value(QLatin1String("slurmJob")).toString());
        job.podName = PodName::orEmpty(object.value(QLatin1String("pod")).toString());
        job.podUid = PodUid::orEmpty(object.value(QLatin1String("uid")).toString());
        job.ask.nodes = object.value(QLatin1String("nodes")).toInt(1);
        job.ask.partition = object.value(QLatin1String("partition")).toString();
        if (object.contains(QLatin1String("gpus")))
            job.ask.gpus = object.value(QLatin1String("gpus")).toInt();
        if (object.contains(QLatin1String("timeLimit")))
            job.ask.timeLimit = std::chrono::seconds(object.value(QLatin1String("timeLimit")).toInteger());
        job.firstRunning = QDateTime::fromString(object.value(QLatin1String("firstRunning")).toString(), Qt::ISODate);
        job.lastSeen = QDateTime::fromString(object.value(QLatin1String("lastSeen")).toString(), Qt::ISODate);
        job.queued = object.value(QLatin1String("queued")).toBool();
        job.running = object.value(QLatin1String("running")).toBool();
        jobs.append(job);
    }
    return jobs;
}

} // namespace rayhelm
