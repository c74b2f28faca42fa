#include "ui/clusterlook.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ClusterLook)
};

struct Run {
    qint64 first;
    qint64 last;
};

} // namespace

StateLook podLook(PodState state)
{
    switch (state) {
    case PodState::HandingOver:
        return {StateKind::Info, QStringLiteral("step-going-on")};
    case PodState::ProbablyRefused:
        return {StateKind::Bad, QStringLiteral("state-bad")};
    case PodState::InQueue:
    case PodState::QueuedOrStarting:
        return {StateKind::Info, QStringLiteral("queue")};
    case PodState::InUseByRay:
        return {StateKind::Info, QStringLiteral("state-info")};
    case PodState::Starting:
        return {StateKind::Info, QStringLiteral("starting")};
    case PodState::WaitsForHead:
    case PodState::RayDoesNotAnswer:
        return {StateKind::Warning, QStringLiteral("state-warning")};
    case PodState::Usable:
        return {StateKind::Good, QStringLiteral("state-good")};
    case PodState::EndedEarly:
        return {StateKind::Bad, QStringLiteral("ended")};
    case PodState::BeingRemoved:
        return {StateKind::Muted, QStringLiteral("deleting")};
    case PodState::StuckBeingRemoved:
        return {StateKind::Warning, QStringLiteral("deleting")};
    case PodState::ContactLost:
        return {StateKind::Bad, QStringLiteral("contact-lost")};
    case PodState::Unknown:
        break;
    }
    return {StateKind::Muted, QStringLiteral("unknown")};
}

StateLook clusterLook(ClusterState state)
{
    switch (state) {
    case ClusterState::NotRead:
    case ClusterState::Unknown:
        return {StateKind::Muted, QStringLiteral("unknown")};
    case ClusterState::NoCluster:
        return {StateKind::Muted, QStringLiteral("state-muted")};
    case ClusterState::CannotRead:
        return {StateKind::Bad, QStringLiteral("state-bad")};
    case ClusterState::Waiting:
        return {StateKind::Info, QStringLiteral("step-going-on")};
    case ClusterState::Queued:
        return {StateKind::Info, QStringLiteral("queue")};
    case ClusterState::Starting:
        return {StateKind::Info, QStringLiteral("starting")};
    case ClusterState::Usable:
        return {StateKind::Good, QStringLiteral("state-good")};
    case ClusterState::ContactLost:
        return {StateKind::Bad, QStringLiteral("contact-lost")};
    case ClusterState::RestartLoop:
        return {StateKind::Bad, QStringLiteral("state-bad")};
    case ClusterState::Deleting:
        return {StateKind::Muted, QStringLiteral("deleting")};
    case ClusterState::LeftBehind:
        return {StateKind::Warning, QStringLiteral("state-warning")};
    }
    return {};
}

StateLook verdictLook(GiveBackVerdict verdict)
{
    switch (verdict) {
    case GiveBackVerdict::Going:
        return {StateKind::Info, QStringLiteral("deleting")};
    case GiveBackVerdict::StillHeld:
        return {StateKind::Bad, QStringLiteral("held")};
    case GiveBackVerdict::NotDeleted:
    case GiveBackVerdict::NoProof:
        return {StateKind::Warning, QStringLiteral("state-warning")};
    case GiveBackVerdict::GivenBack:
        break;
    }
    return {StateKind::Good, QStringLiteral("state-good")};
}

QString clockText(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == QDate::currentDate())
        return time;
    return Words::tr("%1, %2").arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

QString asOfText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const qint64 age = at.secsTo(now);
    if (age > 30)
        return Words::tr("as of %1 (%2 ago)").arg(clockText(at), durationText(std::chrono::seconds(age)));
    return Words::tr("as of %1").arg(at.toLocalTime().time().toString(Qt::TextDate));
}

QString jobNumbersText(const QStringList &jobs)
{
    QList<Run> runs;
    QStringList others;
    QList<qint64> numbers;
    for (const QString &job : jobs) {
        bool isNumber = false;
        const qint64 number = job.toLongLong(&isNumber);
        if (isNumber)
            numbers.append(number);
        else if (!job.isEmpty())
            others.append(job);
    }
    std::sort(numbers.begin(), numbers.end());
    for (const qint64 number : numbers) {
        if (!runs.isEmpty() && number <= runs.constLast().last + 1)
            runs.last().last = number;
        else
            runs.append({number, number});
    }
    QStringList parts;
    for (const Run &run : runs) {
        if (run.last - run.first >= 2) {
            parts.append(QStringLiteral("%1-%2").arg(run.first).arg(run.last));
        } else {
            for (qint64 number = run.first; number <= run.last; ++number)
                parts.append(QString::number(number));
        }
    }
    return (parts + others).join(QStringLiteral(", "));
}

} // namespace rayhelm
