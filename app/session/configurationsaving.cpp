// Saving the configuration that is open, where it came from or under another name.
#include "session/configuration.h"

#include "core/taskscope.h"
#include "session/connection.h"
#include "session/session.h"
#include "session/valuesdraft.h"
#include "values/valuesdocument.h"

#include <QCryptographicHash>

namespace rayhelm {

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

void Configuration::save()
{
    if (Turn turn = turnToSave())
        m_scope.keep(saveJourney(turn));
}

void Configuration::saveOnVm(const QString &path)
{
    if (Turn turn = turnToSave())
        m_scope.keep(saveOnVmJourney(path, turn));
}

void Configuration::saveLocal(const QString &path)
{
    // The file dialog has asked before an existing file is replaced.
    if (Turn turn = turnToSave())
        m_scope.keep(saveLocalJourney(path, turn));
}

Task<> Configuration::saveNow(std::stop_token stop)
{
    const int generation = m_generation;
    const Result<Turn> turn = co_await m_work.take(Work::Save, stop);
    if (!turn)
        co_return failure(turn.error());
    if (generation != m_generation)
        co_return failure(ErrorKind::Conflict, tr("Another configuration was opened meanwhile. Nothing was saved."));
    Q_EMIT busyChanged(true);
    const Result<> stored = co_await saveFile(stop);
    endWork(*turn);
    co_return stored;
}

Task<> Configuration::saveFile(std::stop_token stop)
{
    if (!m_document)
        co_return failure(ErrorKind::InvalidInput, tr("No configuration is open."));
    const QString path = m_fileName;
    if (m_origin == ValuesOrigin::ThisComputer) {
        const Result<> written = co_await storeLocal(path, m_savedBytes, stop);
        co_return written;
    }
    const bool isNew = m_origin != ValuesOrigin::Vm;
    const QByteArray expected = isNew ? QByteArrayLiteral("absent") : sha256(m_savedBytes);
    const Result<> stored = co_await store(path, expected, stop);
    co_return stored;
}

/// nullptr: nothing is open, or its file is being read or written.
Configuration::Turn Configuration::turnToSave()
{
    Turn turn = m_document ? m_work.begin(Work::Save) : nullptr;
    if (turn)
        Q_EMIT busyChanged(true);
    return turn;
}

QCoro::Task<void> Configuration::saveJourney(Turn turn)
{
    const Result<> stored = co_await saveFile(m_scope.stopToken());
    endWork(turn);
    report(stored);
}

QCoro::Task<void> Configuration::saveOnVmJourney(QString path, Turn turn)
{
    const bool sameFile = m_origin == ValuesOrigin::Vm && path == m_fileName;
    const QByteArray expected = sameFile ? sha256(m_savedBytes) : QByteArrayLiteral("absent");
    const Result<> stored = co_await store(path, expected, m_scope.stopToken());
    endWork(turn);
    report(stored);
}

QCoro::Task<void> Configuration::saveLocalJourney(QString path, Turn turn)
{
    const Result<> stored = co_await storeLocal(path, std::nullopt, m_scope.stopToken());
    endWork(turn);
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
    const int generation = m_generation;
    UploadSpec spec;
    spec.bytes = m_document->text();
    spec.destination = path;
    spec.asRoot = m_connection.profile().useSudo;
    spec.expectedSha256 = expectedSha256;
    const Result<QByteArray> stored = co_await uploadFile(remote, spec, stop);
    if (!stored && stored.error().kind == ErrorKind::Conflict) {
        const Result<> noted = co_await noteConflict(path, stop);
        dropped(noted, "without their version the refusal alone is told");
    }
    if (!stored) {
        ++m_failedSavings;
        co_return failure(stored.error());
    }
    if (generation != m_generation) // the file is stored; what is open now is another document
        co_return Result<>();
    m_otherOwner.clear(); // of a file that was open before, or that was replaced knowingly
    markSaved(spec.bytes, ValuesOrigin::Vm, path);
    co_return Result<>();
}

void Configuration::report(const Result<> &result)
{
    if (!result && !result.error().isCancelled())
        Q_EMIT failed(result.error());
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

} // namespace rayhelm
