#include "session/configuration.h"

#include "cluster/helm.h"
#include "core/storedfile.h"
#include "core/taskscope.h"
#include "core/text.h"
#include "session/connection.h"
#include "session/session.h"
#include "session/valuesdraft.h"
#include "values/valuesdocument.h"
#include "values/valuestemplates.h"
#include "yaml/yamlvalue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUndoStack>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

/// What a crash may lose of the last typing: little, but not so little that writing a long text is all that happens.
std::chrono::milliseconds draftDelay(const ValuesDocument &document)
{
    return 100ms + std::chrono::milliseconds(document.text().size() / 4096);
}

/// A name that cannot be shown as it is is not offered: what would be opened is another file than the one that is read.
bool isYamlName(const QString &name)
{
    if (name.contains(QLatin1Char('/')) || plainText(name, 255) != name || name.startsWith(QLatin1Char('-')))
        return false;
    return name.endsWith(QLatin1String(".yaml")) || name.endsWith(QLatin1String(".yml"));
}

} // namespace

Configuration::Configuration(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
    , m_recent(edges.dataDirectory)
{
    m_draftTimer.setSingleShot(true);
    connect(&m_draftTimer, &QTimer::timeout, this, &Configuration::storeDraft);
    connect(&m_connection, &Connection::profileChanged, this, &Configuration::followProfile);
}

Configuration::~Configuration()
{
    if (m_draftTimer.isActive())
        storeDraft();
}

bool Configuration::isModified() const
{
    return m_document && m_document->text() != m_savedBytes;
}

QList<RecentFile> Configuration::recentFiles() const
{
    return m_recent.of(m_connection.profile().id);
}

void Configuration::listFiles()
{
    if (Turn turn = m_lists.begin(Work::Open))
        m_scope.keep(listJourney(turn));
}

void Configuration::openOnVm(const QString &path)
{
    m_scope.keep(openJourney(path));
}

void Configuration::openLocal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(Error{ErrorKind::NotFound, tr("The file %1 could not be read.").arg(path), file.errorString()});
        return;
    }
    if (file.size() > maximumValuesFile) {
        Q_EMIT failed(Error{ErrorKind::InvalidInput, tr("The file %1 is too large for a values file.").arg(path), {}});
        return;
    }
    const QByteArray bytes = file.readAll();
    m_scope.keep(openTextJourney({ValuesOrigin::ThisComputer, path, bytes, bytes, {}}));
}

void Configuration::startFromTemplate(const QString &id)
{
    const Result<QByteArray> text = templateText(id, m_connection.profile().chartVersion);
    if (text)
        m_scope.keep(openTextJourney({ValuesOrigin::Template, suggestedName(), {}, *text, {}}));
    else
        Q_EMIT failed(text.error());
}

void Configuration::startFromLastCluster()
{
    const QByteArray text = StoredFile(lastClusterPath()).read();
    if (text.isEmpty()) {
        Q_EMIT failed(Error{ErrorKind::NotFound, tr("No cluster was installed from this computer yet."), {}});
        return;
    }
    m_scope.keep(openTextJourney({ValuesOrigin::Template, suggestedName(), {}, text, {}}));
}

bool Configuration::hasLastCluster() const
{
    return StoredFile(lastClusterPath()).exists();
}

QByteArray Configuration::textToInstall()
{
    m_installing = m_document ? m_document->text() : QByteArray();
    return m_installing;
}

void Configuration::keepAsLastCluster()
{
    const QByteArray text = std::exchange(m_installing, {});
    if (!text.isEmpty())
        StoredFile(lastClusterPath()).write(text);
}

void Configuration::openFromRelease()
{
    m_scope.keep(openReleaseJourney());
}

void Configuration::close()
{
    ++m_generation;
    m_opening.request_stop();
    m_document.reset();
    m_origin = ValuesOrigin::None;
    m_fileName.clear();
    StoredFile(draftPath()).remove();
    Q_EMIT closed();
}

/// Whoever saves first comes to an end: when that fails the document with its edits stays. Errors: Cancelled (another wish came).
Task<Configuration::Turn> Configuration::turnToOpen(std::stop_token stop)
{
    const int failedBefore = m_failedSavings;
    const Result<Turn> turn = co_await m_work.take(Work::Open, stop);
    if (!turn)
        co_return failure(turn.error());
    if (failedBefore != m_failedSavings)
        co_return cancelled();
    Q_EMIT busyChanged(true);
    co_return *turn;
}

void Configuration::endWork(Turn turn)
{
    turn->end();
    Q_EMIT busyChanged(isBusy());
}

/// The newest wish counts: one before that still waits or reads is given up.
std::stop_token Configuration::newOpening()
{
    m_opening.request_stop();
    m_opening = std::stop_source();
    return m_opening.get_token();
}

QCoro::Task<void> Configuration::listJourney(Turn turn)
{
    RemoteSession *remote = m_connection.remote();
    if (!remote)
        co_return;
    const Result<QList<RemoteFileEntry>> entries
        = co_await rayhelm::listFiles(remote, QString(), m_connection.profile().useSudo, m_scope.stopToken());
    turn->end();
    if (!entries) {
        if (!entries.error().isCancelled())
            Q_EMIT failed(entries.error());
        co_return;
    }
    m_files = *entries;
    m_files.removeIf([](const RemoteFileEntry &entry) { return entry.isFolder || !isYamlName(entry.name); });
    Q_EMIT filesListed();
}

QCoro::Task<void> Configuration::openTextJourney(ValuesDraft what)
{
    const std::stop_token wish = newOpening();
    const Result<Turn> turn = co_await turnToOpen(wish);
    if (!turn)
        co_return;
    endWork(*turn);
    open(what);
}

QCoro::Task<void> Configuration::openJourney(QString path)
{
    const std::stop_token wish = newOpening();
    const std::stop_callback onClose(m_scope.stopToken(), [source = m_opening]() mutable { source.request_stop(); });
    const Result<Turn> turn = co_await turnToOpen(wish);
    if (!turn)
        co_return;
    const bool asRoot = m_connection.profile().useSudo;
    const Result<RemoteFile> file = co_await readFile(m_connection.remote(), path, asRoot, maximumValuesFile, wish);
    endWork(*turn);
    if (wish.stop_requested())
        co_return;
    if (file)
        open({ValuesOrigin::Vm, path, file->bytes, file->bytes, file->otherOwner});
    else if (!file.error().isCancelled())
        Q_EMIT failed(file.error());
}

QCoro::Task<void> Configuration::openReleaseJourney()
{
    const std::stop_token wish = newOpening();
    const std::stop_callback onClose(m_scope.stopToken(), [source = m_opening]() mutable { source.request_stop(); });
    const Result<Turn> turn = co_await turnToOpen(wish);
    if (!turn)
        co_return;
    const RemoteCommand command = Helm(m_connection.profile()).values();
    const Result<RemoteOutput> output = co_await m_connection.remote()->run(command, wish);
    endWork(*turn);
    if (wish.stop_requested())
        co_return;
    const Result<QJsonObject> values = output ? parseHelmValues(*output, m_edges.explanations) : failure(output.error());
    const Result<YamlValue> tree = values ? readYaml(QJsonDocument(*values).toJson()) : failure(values.error()); // JSON is YAML
    if (tree)
        open({ValuesOrigin::Release, suggestedName(), {}, writeYaml(*tree), {}});
    else if (!tree.error().isCancelled())
        Q_EMIT failed(tree.error());
}

/// Something else than before: its draft takes the place of the one before.
void Configuration::open(const ValuesDraft &what)
{
    m_draftOf = m_connection.profile().id;
    adopt(what);
    storeDraft();
}

void Configuration::adopt(const ValuesDraft &what)
{
    ++m_generation;
    m_document = std::make_unique<ValuesDocument>(what.text);
    m_savedBytes = what.saved;
    m_origin = what.origin;
    m_fileName = what.fileName;
    connect(m_document.get(), &ValuesDocument::textChanged, this, [this] {
        if (!m_draftTimer.isActive()) // not again with each key: who types on and on would have no draft
            m_draftTimer.start(draftDelay(*m_document));
        Q_EMIT modifiedChanged(isModified());
    });
    m_reported.clear();
    m_theirs.reset();
    m_otherOwner = what.otherOwner;
    m_looked.start(); // what was just opened is fresh
    m_recent.add(m_connection.profile().id, what.origin, what.fileName);
    if (what.origin == ValuesOrigin::Vm) {
        Profile profile = m_connection.profile();
        profile.valuesFile = what.fileName;
        m_connection.setProfile(profile);
    }
    Q_EMIT opened();
    Q_EMIT modifiedChanged(isModified());
}

QString Configuration::suggestedName() const
{
    QString user = m_connection.profile().user;
    static const QRegularExpression unfit(QStringLiteral("[^A-Za-z0-9._-]"));
    user.remove(unfit);
    return (user.isEmpty() ? QStringLiteral("my") : user) + QStringLiteral("_raycluster.yaml");
}

QString Configuration::lastClusterPath() const
{
    const QString id = m_connection.profile().id.toString(QUuid::WithoutBraces);
    return QDir(m_edges.dataDirectory).filePath(QStringLiteral("lastcluster/%1.yaml").arg(id));
}

} // namespace rayhelm
