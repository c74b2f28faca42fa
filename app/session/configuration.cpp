#include "session/configuration.h"

#include "cluster/helm.h"
#include "core/taskscope.h"
#include "session/connection.h"
#include "session/session.h"
#include "values/valuesdocument.h"
#include "yaml/yamlvalue.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUndoStack>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

constexpr qint64 maximumFileSize = 4 * 1024 * 1024;
constexpr auto draftDelay = 500ms;
const QString templateResource = QStringLiteral(":/rayhelm/values/raycluster_example.yaml");

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

YamlValue yamlFromJson(const QJsonValue &json)
{
    if (json.isObject()) {
        YamlValue map = YamlValue::map();
        const QJsonObject object = json.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            map.insert(entry.key(), yamlFromJson(entry.value()));
        return map;
    }
    if (json.isArray()) {
        YamlValue list = YamlValue::list(QStringList());
        const QJsonArray array = json.toArray();
        for (const QJsonValue &item : array)
            list.append(yamlFromJson(item));
        return list;
    }
    if (json.isString())
        return YamlValue::string(json.toString());
    if (json.isNull() || json.isUndefined())
        return {};
    return YamlValue::plain(json.toVariant().toString()); // numbers and Booleans look alike in JSON and YAML
}

bool isYamlName(const QString &name)
{
    return name.endsWith(QLatin1String(".yaml")) || name.endsWith(QLatin1String(".yml"));
}

} // namespace

Configuration::Configuration(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
{
    m_draftTimer.setSingleShot(true);
    connect(&m_draftTimer, &QTimer::timeout, this, &Configuration::storeDraft);
    connect(&m_connection, &Connection::profileChanged, this, [this] {
        if (!m_document)
            restoreDraft();
    });
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
    if (file.size() > maximumFileSize) {
        Q_EMIT failed(Error{ErrorKind::InvalidInput, tr("The file %1 is too large for a values file.").arg(path), {}});
        return;
    }
    const QByteArray bytes = file.readAll();
    m_savedBytes = bytes;
    adopt(bytes, ValuesOrigin::ThisComputer, path);
}

void Configuration::startFromTemplate()
{
    QFile file(templateResource);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(Error{ErrorKind::NotFound, tr("The shipped example could not be read."), file.errorString()});
        return;
    }
    m_savedBytes.clear();
    adopt(file.readAll(), ValuesOrigin::Template, suggestedName());
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
    if (m_document)
        report(storeLocal(path));
}

void Configuration::keepMine()
{
    if (m_document && !m_busy)
        m_scope.keep(overwriteJourney());
}

void Configuration::takeTheirs()
{
    if (!m_document)
        return;
    m_document->setText(m_theirBytes, tr("Take the version on the VM"));
    markSaved(m_theirBytes, m_origin, m_fileName);
}

void Configuration::close()
{
    m_document.reset();
    m_origin = ValuesOrigin::None;
    m_fileName.clear();
    QFile::remove(draftPath());
    Q_EMIT closed();
}

Task<> Configuration::saveNow(std::stop_token stop)
{
    if (!m_document)
        co_return failure(ErrorKind::InvalidInput, tr("No configuration is open."));
    if (m_origin == ValuesOrigin::ThisComputer)
        co_return storeLocal(m_fileName);
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
        = co_await readFile(m_connection.remote(), path, asRoot, maximumFileSize, m_scope.stopToken());
    setBusy(false);
    if (!file) {
        if (!file.error().isCancelled())
            Q_EMIT failed(file.error());
        co_return;
    }
    m_savedBytes = file->bytes;
    adopt(file->bytes, ValuesOrigin::Vm, path);
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
    m_savedBytes.clear();
    adopt(writeYaml(yamlFromJson(*values)), ValuesOrigin::Release, suggestedName());
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

QCoro::Task<void> Configuration::overwriteJourney()
{
    const QByteArray expected = sha256(m_theirBytes);
    const QString path = m_fileName;
    const Result<> stored = co_await store(path, expected, m_scope.stopToken());
    report(stored);
}

/// Stores on the VM, provided that the file there still is what we think it is.
Task<> Configuration::store(QString path, QByteArray expectedSha256, std::stop_token stop)
{
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
    markSaved(spec.bytes, ValuesOrigin::Vm, path);
    co_return Result<>();
}

Task<> Configuration::noteConflict(QString path, std::stop_token stop)
{
    const bool asRoot = m_connection.profile().useSudo;
    const Result<RemoteFile> theirs = co_await readFile(m_connection.remote(), path, asRoot, maximumFileSize, stop);
    if (!theirs)
        co_return failure(theirs.error());
    m_theirBytes = theirs->bytes;
    m_fileName = path;
    m_origin = ValuesOrigin::Vm;
    Q_EMIT changedElsewhere(m_theirBytes);
    co_return Result<>();
}

Result<> Configuration::storeLocal(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_document->text();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::InvalidInput, tr("The file %1 could not be written.").arg(path), file.errorString());
    markSaved(bytes, ValuesOrigin::ThisComputer, path);
    return {};
}

void Configuration::report(const Result<> &result)
{
    if (!result && !result.error().isCancelled())
        Q_EMIT failed(result.error());
}

void Configuration::adopt(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName)
{
    m_document = std::make_unique<ValuesDocument>(bytes);
    m_origin = origin;
    m_fileName = fileName;
    connect(m_document.get(), &ValuesDocument::textChanged, this, [this] {
        m_draftTimer.start(draftDelay);
        Q_EMIT modifiedChanged(isModified());
    });
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
    storeDraft();
    Q_EMIT modifiedChanged(isModified());
    Q_EMIT saved();
}

/// The draft is written a moment after each edit, so that a crash loses no more than that.
void Configuration::storeDraft()
{
    m_draftTimer.stop();
    if (!isModified()) {
        QFile::remove(draftPath());
        return;
    }
    QJsonObject draft;
    draft.insert(QLatin1String("origin"), int(m_origin));
    draft.insert(QLatin1String("fileName"), m_fileName);
    draft.insert(QLatin1String("saved"), QString::fromLatin1(m_savedBytes.toBase64()));
    draft.insert(QLatin1String("text"), QString::fromLatin1(m_document->text().toBase64()));
    QDir().mkpath(QFileInfo(draftPath()).absolutePath());
    QSaveFile file(draftPath());
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(draft).toJson()) >= 0)
        file.commit();
}

void Configuration::restoreDraft()
{
    QFile file(draftPath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject draft = QJsonDocument::fromJson(file.readAll()).object();
    const QByteArray text = QByteArray::fromBase64(draft.value(QLatin1String("text")).toString().toLatin1());
    if (text.isEmpty())
        return;
    const int origin = draft.value(QLatin1String("origin")).toInt();
    m_savedBytes = QByteArray::fromBase64(draft.value(QLatin1String("saved")).toString().toLatin1());
    // The saved text first and the draft as one edit on it, so that undo leads back to the file.
    const bool hasSaved = !m_savedBytes.isEmpty();
    adopt(hasSaved ? m_savedBytes : text, ValuesOrigin(qBound(0, origin, 4)),
          draft.value(QLatin1String("fileName")).toString());
    if (hasSaved)
        m_document->setText(text, tr("Unsaved edits of the last session"));
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

QString Configuration::draftPath() const
{
    const QString id = m_connection.profile().id.toString(QUuid::WithoutBraces);
    return QDir(m_edges.dataDirectory).filePath(QStringLiteral("drafts/%1.json").arg(id));
}

} // namespace rayhelm
