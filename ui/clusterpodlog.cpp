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
    : QObject(parent)
    , m_session(session)
    , m_reading(session.scope())
    , m_saving(session.scope())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(readEvery);
    connect(&m_timer, &QTimer::timeout, this, &ClusterPodLog::readSoon);
}

ClusterPodLog::~ClusterPodLog() = default;

void ClusterPodLog::show(const PodView &pod)
{
    if (pod.uid == m_pod.uid && pod.name == m_pod.name) {
        m_pod = pod;
        return;
    }
    m_pod = pod;
    m_reading.end();
    m_timer.stop();
    m_lines.clear();
    m_window.clear();
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
    m_reading.keep(readJourney(m_reading.begin()));
}

QCoro::Task<void> ClusterPodLog::readJourney(std::stop_token stop)
{
    const QPointer<ClusterPodLog> self(this);
    const Result<QString> text = co_await read(m_pod, shownLines, true, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (text)
        take(*text);
    else
        Q_EMIT failed(text.error());
    m_timer.start();
}

Task<QString> ClusterPodLog::read(PodView pod, int tail, bool times, std::stop_token stop)
{
    const ContainerName container = pod.containers.isEmpty() ? ContainerName() : pod.containers.constFirst().name;
    return readPodLog(&m_session.connection(), m_session.edges().explanations, pod.name, container, tail, times, stop);
}

void ClusterPodLog::take(const QString &text)
{
    const LogWindow::News news = m_window.take(text);
    if (news.isAnother)
        m_lines.clear();
    if (!news.isAnother && news.text.isEmpty())
        return;
    m_lines.append(news.text, QDateTime::currentMSecsSinceEpoch());
    Q_EMIT linesChanged();
}

void ClusterPodLog::saveAll(const QList<PodView> &pods, const QString &folder)
{
    m_saving.keep(saveJourney(pods, folder, m_saving.begin()));
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
        const Result<QString> text = co_await read(pod, savedLines, false, stop);
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
