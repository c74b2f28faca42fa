#include "jobs/joblogs.h"

#include "core/limits.h"
#include "core/names.h"
#include "core/storedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rayhelm {

namespace {

struct Logs {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::JobLogs)
};

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

tl::unexpected<Error> notKept(const QString &detail)
{
    return failure(ErrorKind::CommandFailed, Logs::tr("The job's log could not be kept on this computer."), detail);
}

/// Where the newer half begins: behind a line end, or at least not within a character.
qsizetype newerHalf(const QByteArray &log)
{
    const qsizetype half = log.size() / 2;
    const qsizetype lineEnd = log.indexOf('\n', half);
    if (lineEnd >= 0 && lineEnd + 1 < log.size())
        return lineEnd + 1;
    qsizetype at = half;
    while (at < log.size() && (uchar(log.at(at)) & 0xc0) == 0x80)
        ++at;
    return at;
}

} // namespace

JobLogs::JobLogs(QString directory)
    : m_directory(std::move(directory))
{
    setLimits(limits::jobLog, limits::allJobLogs);
}

void JobLogs::setLimits(qint64 oneLog, qint64 allLogs)
{
    m_oneLog = oneLog;
    m_allLogs = allLogs;
}

Result<> JobLogs::prepare() const
{
    return makePrivateFolder(m_directory);
}

QString JobLogs::file(const QString &id) const
{
    return m_directory.isEmpty() || !isName(NameKind::Submission, id) ? QString() : m_directory + QLatin1Char('/') + id + QStringLiteral(".log");
}

QString JobLogs::countFile(const QString &id) const
{
    return file(id) + QStringLiteral(".leftout");
}

Result<> JobLogs::append(const QString &id, const QString &text)
{
    const Result<qint64> kept = appendAt(id, QFileInfo(file(id)).size(), text.toUtf8());
    return kept ? Result<>() : Result<>(failure(kept.error()));
}

Result<qint64> JobLogs::appendAt(const QString &id, qint64 offset, const QByteArray &bytes)
{
    QFile log(file(id));
    if (log.fileName().isEmpty() || !log.open(QIODevice::ReadWrite, ownerOnly))
        return notKept(log.errorString());
    if (log.size() < offset)
        return notKept(Logs::tr("The log %1 was made shorter by another program.").arg(log.fileName()));
    if (!log.resize(offset) || !log.seek(offset) || log.write(bytes) != bytes.size() || !log.flush())
        return notKept(log.errorString());
    log.setPermissions(ownerOnly);
    m_written += bytes.size();
    const qint64 size = log.size();
    log.close();
    if (size <= m_oneLog)
        return size;
    const Result<> shortened = shorten(id);
    if (!shortened)
        return failure(shortened.error());
    return QFileInfo(file(id)).size();
}

Result<> JobLogs::shorten(const QString &id) const
{
    QFile log(file(id));
    if (!log.open(QIODevice::ReadOnly))
        return notKept(log.errorString());
    const QByteArray all = log.readAll();
    const qsizetype from = newerHalf(all);
    const qint64 before = leftOut(id) + QString::fromUtf8(all.left(from)).size();
    const Result<> shortened = replaceFile(log.fileName(), all.mid(from));
    if (!shortened)
        return shortened;
    return replaceFile(countFile(id), QByteArray::number(before));
}

QString JobLogs::text(const QString &id) const
{
    QFile log(file(id));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(log.readAll());
}

qint64 JobLogs::leftOut(const QString &id) const
{
    QFile count(countFile(id));
    return count.open(QIODevice::ReadOnly) ? qMax<qint64>(0, count.read(30).trimmed().toLongLong()) : 0;
}

void JobLogs::remove(const QString &id) const
{
    if (file(id).isEmpty())
        return;
    QFile::remove(file(id));
    QFile::remove(countFile(id));
}

void JobLogs::makeRoom(const std::function<bool(const QString &id)> &mayGo) const
{
    m_written = 0;
    const QFileInfoList logs = QDir(m_directory).entryInfoList({QStringLiteral("*.log")}, QDir::Files, QDir::Time | QDir::Reversed);
    qint64 bytes = 0;
    for (const QFileInfo &log : logs)
        bytes += log.size();
    for (const QFileInfo &log : logs) { // the oldest first
        const QString id = log.completeBaseName();
        if (bytes <= m_allLogs)
            return;
        if (!mayGo(id))
            continue;
        bytes -= log.size();
        remove(id);
    }
}

} // namespace rayhelm
