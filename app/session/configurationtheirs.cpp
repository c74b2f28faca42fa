// A file that was changed elsewhere while it was open here: noticing it, and the three ways out.
#include "session/configuration.h"

#include "core/taskscope.h"
#include "core/usersfile.h"
#include "session/connection.h"
#include "session/session.h"
#include "values/valuesdocument.h"

#include <QCryptographicHash>
#include <QFile>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds lookAgainAfter = 30s;

/// Empty: it cannot be read, or is not there.
std::optional<QByteArray> localBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

} // namespace

void Configuration::lookForTheirs(bool atOnce)
{
    const bool soonEnough = atOnce || !m_looked.isValid() || m_looked.hasExpired(lookAgainAfter.count());
    if (!m_document || isBusy() || !soonEnough)
        return;
    if (m_origin == ValuesOrigin::ThisComputer) {
        m_looked.start();
        if (const std::optional<QByteArray> present = localBytes(m_fileName))
            noteTheirs(*present);
    } else if (m_origin == ValuesOrigin::Vm && m_connection.isConnected()) {
        if (Turn turn = m_looks.begin(Work::Open)) {
            m_looked.start();
            m_scope.keep(lookJourney(turn));
        }
    }
}

QCoro::Task<void> Configuration::lookJourney(Turn turn)
{
    const QString path = m_fileName;
    const QByteArray base = m_savedBytes;
    const int generation = m_generation;
    const bool asRoot = m_connection.profile().useSudo;
    const Result<RemoteFile> theirs = co_await readFile(m_connection.remote(), path, asRoot, maximumValuesFile, m_scope.stopToken());
    turn->end();
    // A file that is gone is said when it is saved; meanwhile nothing is lost. What was saved in between is no change of theirs.
    const bool sameFile = generation == m_generation && m_fileName == path && m_savedBytes == base;
    if (theirs && sameFile && !isBusy())
        noteTheirs(theirs->bytes);
}

/// Says once for each version that the file is another one now.
void Configuration::noteTheirs(const QByteArray &theirs)
{
    const QByteArray version = QCryptographicHash::hash(theirs, QCryptographicHash::Sha256);
    if (theirs == m_savedBytes || version == m_reported)
        return;
    m_reported = version;
    if (m_document->text() == theirs)
        markSaved(theirs, m_origin, m_fileName); // both came to the same
    else
        reportTheirs({m_origin, m_fileName, m_savedBytes, theirs, {}});
}

void Configuration::reportTheirs(const ValuesDraft &theirs)
{
    m_theirs = theirs;
    Q_EMIT changedElsewhere(theirs.text);
}

Task<> Configuration::noteConflict(QString path, std::stop_token stop)
{
    const int generation = m_generation;
    const bool asRoot = m_connection.profile().useSudo;
    const Result<RemoteFile> theirs = co_await readFile(m_connection.remote(), path, asRoot, maximumValuesFile, stop);
    if (!theirs)
        co_return failure(theirs.error());
    if (generation != m_generation)
        co_return Result<>();
    // Another file that has the wanted name has no common beginning with this text.
    const bool sameFile = m_origin == ValuesOrigin::Vm && path == m_fileName;
    reportTheirs({ValuesOrigin::Vm, path, sameFile ? m_savedBytes : QByteArray(), theirs->bytes, theirs->otherOwner});
    co_return Result<>();
}

void Configuration::keepMine()
{
    if (Turn turn = m_theirs ? turnToSave() : nullptr)
        m_scope.keep(overwriteJourney(turn));
}

void Configuration::takeTheirs()
{
    if (!m_document || !m_theirs)
        return;
    const ValuesDraft theirs = *m_theirs;
    ++m_generation; // a saving that goes on was of another text
    m_document->setText(theirs.text, tr("Their version taken"));
    if (theirs.fileName != m_fileName)
        m_otherOwner = theirs.otherOwner;
    markSaved(theirs.text, theirs.origin, theirs.fileName);
}

void Configuration::takeMerged(const QByteArray &text)
{
    if (!m_document || !m_theirs)
        return;
    ++m_generation;
    m_document->setText(text, tr("Both versions merged"));
    if (m_theirs->fileName != m_fileName)
        m_otherOwner = m_theirs->otherOwner;
    m_origin = m_theirs->origin;
    m_fileName = m_theirs->fileName;
    m_savedBytes = m_theirs->text; // what the next saving replaces
    m_theirs.reset();
    storeDraft();
    Q_EMIT modifiedChanged(isModified());
    Q_EMIT merged();
}

QCoro::Task<void> Configuration::overwriteJourney(Turn turn)
{
    const ValuesDraft theirs = *m_theirs;
    if (theirs.origin == ValuesOrigin::ThisComputer) {
        const Result<> written = co_await storeLocal(theirs.fileName, theirs.text, m_scope.stopToken());
        endWork(turn);
        report(written);
        co_return;
    }
    const QByteArray expected = QCryptographicHash::hash(theirs.text, QCryptographicHash::Sha256).toHex();
    const Result<> stored = co_await store(theirs.fileName, expected, m_scope.stopToken());
    endWork(turn);
    report(stored);
}

/// `expected`: what the file must still hold; not set: it may be replaced whatever it holds.
Task<> Configuration::storeLocal(QString path, std::optional<QByteArray> expected, std::stop_token stop)
{
    const std::optional<QByteArray> present = localBytes(path);
    if (expected && present && *present != *expected) {
        ++m_failedSavings;
        reportTheirs({ValuesOrigin::ThisComputer, path, m_savedBytes, *present, {}});
        co_return failure(ErrorKind::Conflict, tr("The file %1 was changed since it was opened.").arg(path));
    }
    const int generation = m_generation;
    const QByteArray bytes = m_document->text();
    const Result<> written = co_await writeUsersFile(path, bytes, stop);
    if (!written) {
        ++m_failedSavings;
        if (written.error().isCancelled())
            co_return written;
        co_return failure(ErrorKind::InvalidInput, tr("The file %1 could not be written.").arg(path), written.error().detail);
    }
    if (generation != m_generation) // the file is stored; what is open now is another document
        co_return Result<>();
    m_otherOwner.clear();
    markSaved(bytes, ValuesOrigin::ThisComputer, path);
    co_return Result<>();
}

} // namespace rayhelm
