// The cluster's events: which are kept, and what they say.
#include "cluster/clusterpicture.h"

#include "cluster/jsonfields.h"
#include "core/limits.h"
#include "core/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

constexpr qsizetype eventsKept = 500;

/// Events carry their time in one of three places, depending on who wrote them; without any it is `otherwise`.
QDateTime eventTime(const QJsonObject &object, const QDateTime &otherwise)
{
    for (const QString &candidate : {text(object, "lastTimestamp"), text(object, "eventTime"),
                                     text(inner(object, "series"), "lastObservedTime"),
                                     text(inner(object, "metadata"), "creationTimestamp")}) {
        const QDateTime time = QDateTime::fromString(candidate, Qt::ISODateWithMs);
        if (time.isValid())
            return time.toUTC();
    }
    return otherwise;
}

/// The chart names the RayCluster after the release; its pods carry that name, `stem`, in front.
bool isOfCluster(const QJsonObject &event, const QString &stem)
{
    const QJsonObject involved = inner(event, "involvedObject");
    const QString kind = text(involved, "kind");
    return text(involved, "name").startsWith(stem) && (kind == QLatin1String("Pod") || kind == QLatin1String("RayCluster"));
}

} // namespace

/// Those that can be kept, the newest first, so that thousands of others cost one look at their name and time: each that is taken is
/// compared with all that are kept. Impossible names are left out here.
QList<QJsonObject> ClusterPicture::newestEvents(const QList<QJsonObject> &events, const QDateTime &at)
{
    const QString stem = m_rayCluster.isEmpty() ? m_releaseName : m_rayCluster.text();
    QList<QPair<qint64, QJsonObject>> ours;
    for (const QJsonObject &event : events) {
        if (!isOfCluster(event, stem))
            continue;
        if (PodName::orEmpty(text(inner(event, "involvedObject"), "name")).isEmpty())
            leaveOut(ResourceKind::Events, event);
        else
            ours.append({eventTime(event, at).toMSecsSinceEpoch(), event});
    }
    std::stable_sort(ours.begin(), ours.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<QJsonObject> newest;
    for (qsizetype i = 0; i < qMin(ours.size(), eventsKept); ++i)
        newest.append(ours.at(i).second);
    return newest;
}

void ClusterPicture::takeEvent(const QJsonObject &object, const QDateTime &at)
{
    if (!isOfCluster(object, m_rayCluster.isEmpty() ? m_releaseName : m_rayCluster.text()))
        return;
    const QString name = text(inner(object, "involvedObject"), "name");
    if (PodName::orEmpty(name).isEmpty())
        return leaveOut(ResourceKind::Events, object);
    ClusterEvent event;
    event.key = text(inner(object, "metadata"), "uid");
    event.at = eventTime(object, at);
    if (m_events.size() >= eventsKept && event.at < m_events.constLast().at)
        return; // older than all that are kept
    event.warning = text(object, "type") == QLatin1String("Warning");
    const QString reason = plainText(text(object, "reason"), 200);
    const QString message = plainText(text(object, "message"), 4000);
    event.raw = reason + QStringLiteral(": ") + message;
    static const QRegularExpression made(QStringLiteral("^Created(Head|Worker)Pod: .*/([a-z0-9.-]+)\\s*$"));
    const QRegularExpressionMatch match = made.match(event.raw);
    if (match.hasMatch())
        noteStart(PodName::orEmpty(match.captured(2)), event.at);

    const auto isIt = [&event](const ClusterEvent &other) { return !event.key.isEmpty() && other.key == event.key && other.raw == event.raw; };
    const auto known = std::find_if(m_events.begin(), m_events.end(), isIt);
    if (known != m_events.end() && known->at == event.at && known->warning == event.warning)
        return; // every list brings the same ones again
    if (known != m_events.end()) {
        event.words = known->words; // explaining is the expensive part
    } else {
        const bool explained = ++m_explained <= limits::eventsExplained;
        event.words = eventWords(reason, name, message, explained ? m_explanations : nullptr);
    }

    m_events.removeIf([&event](const ClusterEvent &other) { return !event.key.isEmpty() && other.key == event.key; });
    const auto place = std::find_if(m_events.begin(), m_events.end(),
                                    [&event](const ClusterEvent &other) { return other.at <= event.at; });
    m_events.insert(place, event);
    if (m_events.size() > eventsKept)
        m_events.removeLast();
}

} // namespace rayhelm
