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

#include <QCryptographicHash>
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

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
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
    m_scope.keep(listJourney());
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
    m_savedBytes = bytes;
    open(bytes, ValuesOrigin::ThisComputer, path);
}

void Configuration::startFromTemplate(const QString &id)
{
    const Result<QByteArray> text = templateText(id, m_connection.profile().chartVersion);
    if (!text) {
        Q_EMIT failed(text.error());
        return;
    }
    m_savedBytes.clear();
    open(*text, ValuesOrigin::Template, suggestedName());
}

void Configuration::startFromLastCluster()
{
    const QByteArray text = StoredFile(lastClusterPath()).read();
    if (text.isEmpty()) {
        Q_EMIT failed(Error{ErrorKind::NotFound, tr("No cluster was installed from this computer yet."), {}});
        return;
    }
    m_savedBytes.clear();
    open(text, ValuesOrigin::Template, suggestedName());
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

void Configuration::save()
{
    if (m_document && !m_busy)
        m_scope.keep(saveJourney());
}

void Configuration::saveOnVm(const QString &path)
{
    if (m_document && !m_busy)
        m_scope.keep(saveOnVmJourney(path));
}

void Configuration::saveLocal(const QString &path)
{
    // The file dialog has asked before an existing file is replaced.
    if (m_document)
        report(storeLocal(path, std::nullopt));
}

void Configuration::close()
{
    m_document.reset();
    m_origin = ValuesOrigin::None;
    m_fileName.clear();
    StoredFile(draftPath()).remove();
    Q_EMIT closed();
}

Task<> Configuration::saveNow(std::stop_token stop)
{
    if (!m_document)
        co_return failure(ErrorKind::InvalidInput, tr("No configuration is open."));
    if (m_origin == ValuesOrigin::ThisComputer)
        co_return storeLocal(m_fileName, m_savedBytes);
    const bool isNew = m_origin != ValuesOrigin::Vm;
    const QByteArray expected = isNew ? QByteArrayLiteral("absent") : sha256(m_savedBytes);
    const QString path = m_fileName;
    const Result<> stored = co_await store(path, expected, stop);
    co_return stored;
}

QCoro::Task<void> Configuration::listJourney()
{
    RemoteSession *remote = m_connection.remote();
    if (!remote)
        co_return;
    const Result<QList<RemoteFileEntry>> entries
        = co_await rayhelm::listFiles(remote, QString(), m_connection.profile().useSudo, m_scope.stopToken());
    if (!entries) {
        if (!entries.error().isCancelled())
            Q_EMIT failed(entries.error());
        co_return;
    }
    m_files = *entries;
    m_files.removeIf([](const RemoteFileEntry &entry) { return entry.isFolder || !isYamlName(entry.name); });
    Q_EMIT filesListed();
}

QCoro::Task<void> Configuration::openJourney(QString path)
{
    setBusy(true);
    const bool asRoot = m_connection.profile().useSudo;
    const Result<RemoteFile> file
        = co_await readFile(m_connection.remote(), path, asRoot, maximumValuesFile, m_scope.stopToken());
    setBusy(false);
    if (!file) {
        if (!file.error().isCancelled())
            Q_EMIT failed(file.error());
        co_return;
    }
    m_savedBytes = file->bytes;
    open(file->bytes, ValuesOrigin::Vm, path);
    m_otherOwner = file->otherOwner;
}

QCoro::Task<void> Configuration::openReleaseJourney()
{
    setBusy(true);
    const RemoteCommand command = Helm(m_connection.profile()).values();
    const Result<RemoteOutput> output = co_await m_connection.remote()->run(command, m_scope.stopToken());
    setBusy(false);
    if (!output) {
        Q_EMIT failed(output.error());
        co_return;
    }
    const Result<QJsonObject> values = parseHelmValues(*output, m_edges.explanations);
    if (!values) {
        Q_EMIT failed(values.error());
        co_return;
    }
    const Result<YamlValue> tree = readYaml(QJsonDocument(*values).toJson()); // JSON is YAML
    if (!tree) {
        Q_EMIT failed(tree.error());
        co_return;
    }
    m_savedBytes.clear();
    open(writeYaml(*tree), ValuesOrigin::Release, suggestedName());
}

QCoro::Task<void> Configuration::saveJourney()
{
    const Result<> stored = co_await saveNow(m_scope.stopToken());
    report(stored);
}

QCoro::Task<void> Configuration::saveOnVmJourney(QString path)
{
    const bool sameFile = m_origin == ValuesOrigin::Vm && path == m_fileName;
    const QByteArray expected = sameFile ? sha256(m_savedBytes) : QByteArrayLiteral("absent");
    const Result<> stored = co_await store(path, expected, m_scope.stopToken());
    report(stored);
}

/// Stores on the VM, provided that the file there still is what we think it is, and may be changed.
Task<> Configuration::store(QString path, QByteArray expectedSha256, std::stop_token stop)
{
    const bool isOpenFile = m_origin == ValuesOrigin::Vm && path == m_fileName;
    if (isOpenFile && !m_otherOwner.isEmpty())
        co_return failure(ErrorKind::Conflict, tr("%1 belongs to %2. Save it under another name.").arg(m_fileName, m_otherOwner));
    RemoteSession *remote = m_connection.remote();
    if (!remote)
        co_return failure(ErrorKind::Unreachable, tr("Not connected to the cloud VM."));
    setBusy(true);
    UploadSpec spec;
    spec.bytes = m_document->text();
    spec.destination = path;
    spec.asRoot = m_connection.profile().useSudo;
    spec.expectedSha256 = expectedSha256;
    const Result<QByteArray> stored = co_await uploadFile(remote, spec, stop);
    if (!stored && stored.error().kind == ErrorKind::Conflict)
        co_await noteConflict(path, stop);
    setBusy(false);
    if (!stored)
        co_return failure(stored.error());
    m_otherOwner.clear(); // of a file that was open before, or that was replaced knowingly
    markSaved(spec.bytes, ValuesOrigin::Vm, path);
    co_return Result<>();
}

void Configuration::report(const Result<> &result)
{
    if (!result && !result.error().isCancelled())
        Q_EMIT failed(result.error());
}

/// Something else than before: the draft of what was open is given up.
void Configuration::open(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName)
{
    StoredFile(draftPath()).remove();
    m_draftOf = m_connection.profile().id;
    adopt(bytes, origin, fileName);
}

void Configuration::adopt(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName)
{
    m_document = std::make_unique<ValuesDocument>(bytes);
    m_origin = origin;
    m_fileName = fileName;
    connect(m_document.get(), &ValuesDocument::textChanged, this, [this] {
        if (!m_draftTimer.isActive()) // not again with each key: who types on and on would have no draft
            m_draftTimer.start(draftDelay(*m_document));
        Q_EMIT modifiedChanged(isModified());
    });
    m_reported.clear();
    m_theirs.reset();
    m_otherOwner.clear();
    m_looked.start(); // what was just opened is fresh
    m_recent.add(m_connection.profile().id, origin, fileName);
    if (origin == ValuesOrigin::Vm) {
        Profile profile = m_connection.profile();
        profile.valuesFile = fileName;
        m_connection.setProfile(profile);
    }
    Q_EMIT opened();
    Q_EMIT modifiedChanged(isModified());
}

void Configuration::markSaved(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName)
{
    m_savedBytes = bytes;
    m_origin = origin;
    m_fileName = fileName;
    m_reported.clear();
    m_theirs.reset();
    m_recent.add(m_connection.profile().id, origin, fileName);
    storeDraft();
    Q_EMIT modifiedChanged(isModified());
    Q_EMIT saved();
}

void Configuration::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
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
