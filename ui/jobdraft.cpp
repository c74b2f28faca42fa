#include "ui/jobdraft.h"

#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/raylink.h"
#include "session/session.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {
constexpr auto planPause = 200ms;       ///< after the last change, before files are looked at
constexpr auto experimentPause = 600ms; ///< after typing: the answer is there within two seconds
constexpr auto writePause = 100ms;     ///< what a crash may lose of the last typing
}

JobDraft::JobDraft(Session &session, const QString &file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_file(file)
    , m_scanJourney(session.scope())
    , m_planJourney(session.scope())
    , m_experimentJourney(session.scope())
{
    for (QTimer *timer : {&m_planTimer, &m_experimentTimer, &m_writeTimer})
        timer->setSingleShot(true);
    m_planTimer.setInterval(planPause);
    m_experimentTimer.setInterval(experimentPause);
    m_writeTimer.setInterval(writePause);
    connect(&m_planTimer, &QTimer::timeout, this, [this] {
        ScanOptions options = scanOptions(m_spec.folder, rayVersion());
        options.excludes = m_spec.excludes;
        options.ignoredLines = m_spec.ignoredLines;
        options.sendOutsideLinks = m_spec.sendOutsideLinks;
        m_planJourney.keep(planJourney(options, m_planJourney.begin()));
    });
    connect(&m_experimentTimer, &QTimer::timeout, this, &JobDraft::checkExperimentNow);
    connect(&m_writeTimer, &QTimer::timeout, this, &JobDraft::write);
    // A folder that has changed since it was looked at is shown anew.
    connect(&session.jobs(), &JobDesk::submitFailed, this, &JobDraft::planSoon);
    // Another Ray leaves other files out, and another profile has another MLflow server.
    connect(&session.ray(), &RayLink::opened, this, &JobDraft::planSoon);
    connect(&session.connection(), &Connection::profileChanged, this, [this] {
        if (m_spec.mlflowUri.isEmpty())
            setMlflowUri(m_session.connection().profile().mlflowUri);
    });
    m_spec.mlflowUri = session.connection().profile().mlflowUri;
    read();
    if (!m_spec.folder.isEmpty())
        rescan();
}

JobDraft::~JobDraft()
{
    if (m_writeTimer.isActive())
        write();
}

void JobDraft::touched()
{
    if (!m_writeTimer.isActive()) // not again with each key: who types on and on would have no draft
        m_writeTimer.start();
    Q_EMIT changed();
}

void JobDraft::setFolder(const QString &folder)
{
    const QString clean = folder.trimmed();
    if (clean == m_spec.folder)
        return;
    m_spec.folder = clean;
    m_configPath.clear();
    m_spec.configName.clear();
    m_spec.pipeline.clear();
    m_spec.overrides.clear();
    m_spec.excludes.clear();
    m_spec.ignoredLines.clear();
    m_spec.sendOutsideLinks = false; // it was said of the links of another folder
    m_spec.editedEntrypoint.clear();
    rescan();
    touched();
}

void JobDraft::rescan()
{
    m_scanJourney.end();
    m_scanError.reset();
    if (m_spec.folder.isEmpty()) {
        m_planJourney.end();
        m_planTimer.stop();
        m_scanning = m_planning = false;
        m_scan = ConfigScan();
        m_plan = WorkingDirectoryPlan();
        Q_EMIT scanChanged();
        Q_EMIT planChanged();
        return;
    }
    m_scanJourney.keep(scanJourney(m_spec.folder, m_scanJourney.begin()));
    planSoon();
}

void JobDraft::planSoon()
{
    if (!m_spec.folder.isEmpty()) {
        m_planning = true;
        m_planTimer.start();
    }
}

QCoro::Task<void> JobDraft::scanJourney(QString folder, std::stop_token stop)
{
    const QPointer<JobDraft> self(this);
    m_scanning = true;
    Q_EMIT scanChanged();
    const Result<ConfigScan> scan = co_await scanItwinaiConfigs(folder, stop);
    if (!self || stop.stop_requested())
        co_return;
    m_scanning = false;
    m_scan = scan ? *scan : ConfigScan();
    m_scanError = scan ? std::optional<Error>() : scan.error();
    chooseDefaults();
    Q_EMIT scanChanged();
    touched();
}

QCoro::Task<void> JobDraft::planJourney(ScanOptions options, std::stop_token stop)
{
    const QPointer<JobDraft> self(this);
    const Result<WorkingDirectoryPlan> plan = co_await planWorkingDirectory(options, stop);
    if (!self || stop.stop_requested())
        co_return;
    m_planning = false;
    m_plan = plan ? *plan : WorkingDirectoryPlan();
    m_planError = plan ? std::optional<Error>() : plan.error();
    Q_EMIT planChanged();
    Q_EMIT changed();
}

/// The one configuration and the pipeline that most people mean; an earlier choice stays where it still exists.
void JobDraft::chooseDefaults()
{
    if (!config() && !m_scan.configs.isEmpty() && m_configPath.isEmpty())
        m_configPath = m_scan.configs.constFirst().path;
    applyConfig();
}

void JobDraft::applyConfig()
{
    const ItwinaiConfig *chosen = config();
    if (!chosen)
        return;
    m_spec.configFolder = chosen->folder;
    m_spec.configName = chosen->name;
    m_spec.pipeKeyInConfig = chosen->has(QStringLiteral("pipe_key"));
    m_spec.trackingUriInConfig = chosen->has(QStringLiteral("tracking_uri"));
    QStringList keys;
    for (const ItwinaiPipeline &pipeline : chosen->pipelines)
        keys.append(pipeline.key);
    if (keys.contains(m_spec.pipeline))
        return;
    const QString training = QStringLiteral("training");
    m_spec.pipeline = keys.contains(training) ? training : keys.value(0);
}

const ItwinaiConfig *JobDraft::config() const
{
    for (const ItwinaiConfig &config : m_scan.configs) {
        if (config.path == m_configPath)
            return &config;
    }
    return nullptr;
}

void JobDraft::setConfig(const QString &path)
{
    if (path == m_configPath)
        return;
    m_configPath = path;
    m_spec.editedEntrypoint.clear();
    applyConfig();
    Q_EMIT scanChanged();
    touched();
}

void JobDraft::setPipeline(const QString &key)
{
    m_spec.pipeline = key;
    m_spec.editedEntrypoint.clear();
    touched();
}

void JobDraft::setOverride(const QString &key, const QString &value)
{
    const auto same = [&](const JobOverride &change) { return change.key == key; };
    const auto present = std::find_if(m_spec.overrides.begin(), m_spec.overrides.end(), same);
    if (value.isEmpty()) {
        m_spec.overrides.removeIf(same);
    } else if (present == m_spec.overrides.end()) {
        m_spec.overrides.append(JobOverride{key, value});
    } else {
        present->value = value;
    }
    m_spec.editedEntrypoint.clear();
    touched();
}

void JobDraft::setExcluded(const QString &path, bool excluded)
{
    const QString line = excludeLine(path);
    m_spec.excludes.removeAll(line);
    if (excluded)
        m_spec.excludes.append(line);
    planSoon();
    touched();
}

void JobDraft::ignoreLine(const IgnoreLine &line)
{
    if (!m_spec.ignoredLines.contains(line))
        m_spec.ignoredLines.append(line);
    planSoon();
    touched();
}

void JobDraft::setSendOutsideLinks(bool send)
{
    if (std::exchange(m_spec.sendOutsideLinks, send) == send)
        return;
    planSoon();
    touched();
}

void JobDraft::setDriver(double cpus, double gpus, qint64 memory)
{
    m_spec.cpus = cpus;
    m_spec.gpus = gpus;
    m_spec.memory = memory;
    touched();
}

void JobDraft::setEditedEntrypoint(const QString &command)
{
    m_spec.editedEntrypoint = command == entrypoint(m_spec) ? QString() : command;
    touched();
}

RayVersion JobDraft::rayVersion() const
{
    RayVersion version;
    version.text = m_session.ray().rayVersion();
    version.major = version.text.section(QLatin1Char('.'), 0, 0).toInt();
    version.minor = version.text.section(QLatin1Char('.'), 1, 1).toInt();
    if (version.major == 0)
        version.major = 2; // not reached yet: the oldest rules send the most, so nothing that is sent stays hidden
    return version;
}

QStringList JobDraft::missingFiles() const
{
    QStringList missing;
    if (m_spec.folder.isEmpty() || m_scanning)
        return missing;
    if (!QFileInfo(m_spec.folder).isDir())
        missing.append(m_spec.folder);
    else if (!m_configPath.isEmpty() && !config())
        missing.append(QDir(m_spec.folder).filePath(m_configPath));
    return missing;
}

} // namespace rayhelm
