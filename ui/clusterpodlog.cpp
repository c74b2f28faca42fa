#include "ui/clusterpodlog.h"

#include "cluster/savedlog.h"
#include "core/localfile.h"
#include "session/connection.h"
#include "session/podlog.h"
#include "session/session.h"

#include <QDateTime>
#include <QPointer>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

constexpr auto readEvery = 4s; // as often as the gateway itself asks
constexpr int shownLines = 2000;
constexpr int savedLines = 200000;

} // namespace

ClusterPodLog::ClusterPodLog(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(readEvery);
    connect(&m_timer, &QTimer::timeout, this, &ClusterPodLog::readSoon);
}

ClusterPodLog::~ClusterPodLog()
{
    m_reading.request_stop();
    m_saving.request_stop();
}

void ClusterPodLog::show(const PodView &pod)
{
    if (pod.uid == m_pod.uid && pod.name == m_pod.name) {
        m_pod = pod;
        return;
    }
    m_pod = pod;
    m_reading.request_stop();
    m_timer.stop();
    m_lines.clear();
    m_seen.clear();
    Q_EMIT linesReplaced();
    if (!pod.name.isEmpty())
        readSoon();
}

void ClusterPodLog::readSoon()
{
    if (m_pod.name.isEmpty())
        return;
    if (!m_session.connection().isConnected()) {
        m_timer.start();
        return;
    }
    m_reading = std::stop_source();
    readJourney(m_reading.get_token());
}

QCoro::Task<void> ClusterPodLog::readJourney(std::stop_token stop)
{
    const QPointer<ClusterPodLog> self(this);
    const Result<QString> text = co_await read(m_pod, shownLines, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (text)
        take(*text);
    else
        Q_EMIT failed(text.error());
    m_timer.start();
}

Task<QString> ClusterPodLog::read(PodView pod, int tail, std::stop_token stop)
{
    const ContainerName container = pod.containers.isEmpty() ? ContainerName() : pod.containers.constFirst().name;
    return readPodLog(&m_session.connection(), m_session.edges().explanations, pod.name, container, tail, stop);
}

/// Each reading gives the newest lines; what follows the last line that is known is new.
void ClusterPodLog::take(const QString &text)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (text == m_seen)
        return;
    if (text.startsWith(m_seen)) {
        m_lines.append(text.mid(m_seen.size()), now);
    } else {
        // The window of the newest lines has moved on: the end of what is known is looked for in it.
        const QString end = m_seen.right(400);
        const qsizetype at = end.isEmpty() ? -1 : text.lastIndexOf(end);
        if (at < 0)
            m_lines.clear();
        m_lines.append(at < 0 ? text : text.mid(at + end.size()), now);
    }
    m_seen = text;
    Q_EMIT linesChanged();
}

void ClusterPodLog::saveAll(const QList<PodView> &pods, const QString &folder)
{
    m_saving.request_stop();
    m_saving = std::stop_source();
    saveJourney(pods, folder, m_saving.get_token());
}

QCoro::Task<void> ClusterPodLog::saveJourney(QList<PodView> pods, QString folder, std::stop_token stop)
{
    const QPointer<ClusterPodLog> self(this);
    const Result<LocalFolder> opened = LocalFolder::open(folder);
    if (!opened) {
        Q_EMIT saveFailed(opened.error());
        co_return;
    }
    int files = 0;
    std::optional<Error> problem;
    for (const PodView &pod : pods) {
        const Result<QString> text = co_await read(pod, savedLines, stop);
        if (!self || stop.stop_requested())
            co_return;
        if (!text) {
            problem = text.error();
            continue;
        }
        const Result<QString> written = co_await saveLog(*opened, pod.name, text->toUtf8(), stop);
        if (!self || stop.stop_requested())
            co_return;
        if (written)
            ++files;
        else
            problem = written.error();
    }
    if (problem)
        Q_EMIT saveFailed(*problem);
    else
        Q_EMIT saved(files, folder);
}

} // namespace rayhelm
