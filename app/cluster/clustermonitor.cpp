#include "cluster/clustermonitor.h"

#include "cluster/givebackreport.h"
#include "cluster/releaseguard.h"
#include "cluster/waitforlink.h"
#include "core/completion.h"
#include "core/log.h"
#include "core/sleep.h"
#include "core/storedfile.h"
#include "core/taskscope.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

constexpr auto slurmInterval = 15s;
constexpr auto shortestPause = 1000ms; ///< before a watch is started anew
constexpr auto longestPause = 15000ms;
constexpr auto longestTurn = 15ms; ///< for lines of a watch, before others have their turn
constexpr auto betweenTurns = 1ms;
constexpr auto newsTogether = 100ms;

const ResourceKind allKinds[] = {ResourceKind::Pods, ResourceKind::RayClusters, ResourceKind::Events, ResourceKind::Nodes};

} // namespace

struct ClusterMonitor::Run {
    explicit Run(std::stop_token scope)
        : onScopeStop(std::move(scope), [this] { stop.request_stop(); })
    {
    }

    std::stop_source stop;
    std::stop_source pause; ///< ends the pause between two lists
    std::stop_callback<std::function<void()>> onScopeStop;
    bool shown = false; ///< the first list appears in Activity, the regular ones do not
    bool again = false; ///< a new list was asked for
};

ClusterMonitor::ClusterMonitor(ClusterHost host, TaskScope &scope, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_scope(scope)
    , m_picture(m_host.profile.releaseName, m_host.explanations)
{
    recall();
    reportsChanged();
    m_status = m_picture.status(QDateTime::currentDateTimeUtc());
    m_clock.setInterval(1000);
    m_soon.setInterval(newsTogether);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (std::exchange(m_newsWait, false))
            publishSoon();
    });
    connect(&m_clock, &QTimer::timeout, this, &ClusterMonitor::tick);
    connect(m_host.session, &RemoteSession::stateChanged, this, [this] { publish(); });
}

ClusterMonitor::~ClusterMonitor() = default;

void ClusterMonitor::start()
{
    if (m_run || m_scope.isClosing())
        return;
    m_run = std::make_shared<Run>(m_scope.stopToken());
    m_clock.start();
    for (const ResourceKind kind : allKinds)
        m_scope.keep(watchJourney(m_run, kind));
    m_scope.keep(listJourney(m_run));
    if (m_host.hpc)
        m_scope.keep(slurmJourney(m_run));
}

void ClusterMonitor::stop()
{
    if (!m_run)
        return;
    m_run->stop.request_stop();
    m_run.reset();
    m_clock.stop();
}

void ClusterMonitor::refresh()
{
    if (!m_run)
        return;
    m_run->again = true; // a list that is just being read may be older than what was asked for
    m_run->pause.request_stop();
}

QCoro::Task<void> ClusterMonitor::watchJourney(std::shared_ptr<Run> run, ResourceKind kind)
{
    const std::stop_token stop = run->stop.get_token();
    std::chrono::milliseconds pause = shortestPause;
    while (!stop.stop_requested()) {
        Result<> linked = co_await waitForLink(m_host.session, stop);
        if (!linked)
            co_return;
        const QDateTime begun = QDateTime::currentDateTimeUtc();
        Result<> followed = co_await followWatch(kind, stop);
        // Whatever ended it, even with status 0, it is started anew; one that ends at once is not hurried.
        const bool wasLong = begun.secsTo(QDateTime::currentDateTimeUtc()) > 20;
        pause = followed && wasLong ? shortestPause : std::min<std::chrono::milliseconds>(pause * 2, longestPause);
        Result<> slept = co_await sleepFor(pause, stop);
        if (!slept)
            co_return;
    }
}

Task<> ClusterMonitor::followWatch(ResourceKind kind, std::stop_token stop)
{
    RemoteCommand command = Kubectl(m_host.profile).watch(kind);
    command.shownAs.clear();
    Result<std::shared_ptr<RemoteStream>> stream = co_await m_host.session->stream(command, stop);
    if (!stream)
        co_return failure(stream.error());
    const std::shared_ptr<RemoteStream> lines = *stream;
    Result<> taken = co_await takeWatchLines(lines, kind, stop);
    if (!taken)
        co_return failure(taken.error());
    // What vanished while nobody watched is found by a list.
    Result<> read = co_await readKind(kind, stop);
    co_return read;
}

/// Until the watch ends. However fast its lines come, the event loop has its turn between them.
Task<> ClusterMonitor::takeWatchLines(std::shared_ptr<RemoteStream> lines, ResourceKind kind, std::stop_token stop)
{
    QElapsedTimer turn;
    turn.start();
    while (true) {
        Result<std::optional<QByteArray>> line = co_await lines->readLine(stop);
        if (!line)
            co_return failure(line.error());
        if (!*line)
            co_return Result<>();
        if (turn.hasExpired(std::chrono::milliseconds(longestTurn).count())) {
            Result<> slept = co_await sleepFor(betweenTurns, stop);
            if (!slept)
                co_return failure(slept.error());
            turn.start();
        }
        const auto event = parseWatchLine(**line);
        if (!event)
            continue;
        if (event->type == WatchEvent::Type::Error)
            co_return Result<>(); // "too old": only a new list helps, and the next watch begins with one
        m_picture.applyWatch(kind, *event, QDateTime::currentDateTimeUtc());
        publishSoon();
    }
}

QCoro::Task<void> ClusterMonitor::listJourney(std::shared_ptr<Run> run)
{
    const std::stop_token stop = run->stop.get_token();
    while (!stop.stop_requested()) {
        Result<> linked = co_await waitForLink(m_host.session, stop);
        if (!linked)
            co_return;
        m_picture.setConnected(true);
        run->again = false;
        Result<> read = co_await readAll(stop);
        if (!read && !read.error().isCancelled())
            logWarning("cluster", QStringLiteral("list: ") + errorKindName(read.error().kind));
        run->shown = true;
        if (run->again)
            continue;
        run->pause = std::stop_source();
        const std::stop_callback onStop(stop, [run] { run->pause.request_stop(); });
        Result<> slept = co_await sleepFor(m_listInterval, run->pause.get_token());
    }
}

Task<> ClusterMonitor::readAll(std::stop_token stop)
{
    Result<> outcome;
    for (const ResourceKind kind : allKinds) {
        Result<> read = co_await readKind(kind, stop);
        if (!read && outcome)
            outcome = read;
        if (stop.stop_requested())
            co_return cancelled();
    }
    Result<> release = co_await readRelease(stop);
    if (!release && outcome)
        outcome = release;
    co_return outcome;
}

Task<> ClusterMonitor::readKind(ResourceKind kind, std::stop_token stop)
{
    RemoteCommand command = Kubectl(m_host.profile).list(kind);
    if (!m_run || m_run->shown)
        command.shownAs.clear();
    const quint64 asked = m_picture.beforeList(kind);
    Result<RemoteOutput> output = co_await m_host.session->run(command, stop);
    if (!output) {
        m_picture.setListError(kind, output.error());
        publish();
        co_return failure(output.error());
    }
    const Result<QJsonArray> items = co_await readKubectlList(*output, m_host.explanations, stop);
    if (!items && items.error().isCancelled())
        co_return failure(items.error());
    if (items)
        m_picture.setList(kind, *items, QDateTime::currentDateTimeUtc(), asked);
    else
        m_picture.setListError(kind, items.error());
    publish();
    if (!items)
        co_return failure(items.error());
    co_return Result<>();
}

Task<> ClusterMonitor::readRelease(std::stop_token stop)
{
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    Result<ReleaseGuard> guard = co_await readReleaseGuard(m_host, stop);
    if (!guard)
        co_return failure(guard.error());
    m_releaseAskedAt = asked;
    m_picture.setRelease(guard->release, guard->ownership, guard->owner);
    publish();
    co_return Result<>();
}

QCoro::Task<void> ClusterMonitor::slurmJourney(std::shared_ptr<Run> run)
{
    const std::stop_token stop = run->stop.get_token();
    while (!stop.stop_requested()) {
        // The login node is never connected for this alone: that could ask for a password.
        const bool isConnected = m_host.hpc->state() == LinkState::Connected;
        const QList<SlurmJobId> ids = m_picture.slurmJobIds();
        const QList<PodUid> uids = m_picture.podUids();
        if (isConnected && !uids.isEmpty()) {
            Result<SlurmAnswer> answer = co_await askSlurm(m_host.hpc, ids, uids, m_host.explanations, stop);
            if (answer)
                setSlurmJobs(*answer);
        }
        Result<> slept = co_await sleepFor(slurmInterval, stop);
        if (!slept)
            co_return;
    }
}

void ClusterMonitor::setRayNodes(const QList<RayNodeView> &nodes, const QDateTime &answeredAt)
{
    m_picture.setRayNodes(nodes, answeredAt);
    publish();
}

void ClusterMonitor::setSlurmJobs(const SlurmAnswer &answer)
{
    m_picture.setSlurm(answer);
    publish();
}

void ClusterMonitor::setDeleting(bool deleting)
{
    m_picture.setDeleting(deleting);
    publish();
}

void ClusterMonitor::reportsChanged()
{
    QList<HeldJob> left;
    const QList<GiveBackReport> reports = GiveBackReports(m_host.dataDirectory).all();
    for (const GiveBackReport &report : reports) {
        if (report.profileId == m_host.profile.id && report.podsGoneAt.isValid())
            left += report.unproven();
    }
    m_picture.setLeftJobs(left);
    publish();
}

void ClusterMonitor::tick()
{
    if (m_status.exists() || !m_status.held.isNothing() || m_status.observedAt.isValid())
        publish();
}

/// The first news at once, what follows soon after it together: a stream of news must not keep the window from answering.
void ClusterMonitor::publishSoon()
{
    if (m_soon.isActive()) {
        m_newsWait = true;
        return;
    }
    publish();
    m_soon.start();
}

void ClusterMonitor::publish()
{
    m_picture.setConnected(m_host.session->state() == LinkState::Connected);
    m_status = m_picture.status(QDateTime::currentDateTimeUtc());
    const PodStatus *head = m_status.head();
    const QString name = head ? head->pod.name.text() : QString();
    const QString uid = head ? head->pod.uid.text() : QString();
    const QString address = head ? head->pod.address : QString();
    remember();
    Q_EMIT statusChanged(m_status);
    if (name != m_headName || uid != m_headUid || address != m_headAddress) {
        m_headName = name;
        m_headUid = uid;
        m_headAddress = address;
        Q_EMIT headChanged(name, uid, address);
    }
}

QString ClusterMonitor::rememberedPath() const
{
    return QStringLiteral("%1/held/%2-%3.json")
        .arg(m_host.dataDirectory, m_host.profile.id.toString(QUuid::WithoutBraces), labelValue(m_host.profile.releaseName));
}

void ClusterMonitor::remember()
{
    if (m_host.dataDirectory.isEmpty() || !m_status.observedAt.isValid())
        return;
    QList<HeldJob> jobs = m_picture.heldJobs();
    for (HeldJob &job : jobs)
        job.lastSeen = {};
    const QByteArray bytes = QJsonDocument(heldJobsToJson(jobs)).toJson(QJsonDocument::Compact);
    if (bytes == m_rememberedBytes)
        return;
    m_rememberedBytes = bytes;
    const QJsonObject object{{QStringLiteral("at"), m_status.observedAt.toString(Qt::ISODate)},
                             {QStringLiteral("jobs"), heldJobsToJson(jobs)}};
    StoredFile(rememberedPath()).write(QJsonDocument(object).toJson());
}

void ClusterMonitor::recall()
{
    if (m_host.dataDirectory.isEmpty())
        return;
    const QJsonObject object = StoredFile(rememberedPath()).readJson().object();
    m_picture.setRemembered(heldJobsFromJson(object.value(QLatin1String("jobs")).toArray()),
                            QDateTime::fromString(object.value(QLatin1String("at")).toString(), Qt::ISODate));
}

} // namespace rayhelm
