#include "remote/knownhosts.h"

#include "core/storedfile.h"
#include "remote/runlocally.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace rayhelm {

namespace {

constexpr std::chrono::seconds keygenLimit{10};

} // namespace

KnownHosts::KnownHosts(ProcessLauncher *launcher, SshPaths paths)
    : m_launcher(launcher)
    , m_paths(std::move(paths))
{
}

Task<QStringList> KnownHosts::fingerprints(QString host, QString file, std::stop_token stop) const
{
    ProcessPlan plan;
    plan.program = m_paths.sshKeygen;
    plan.arguments << QStringLiteral("-l") << QStringLiteral("-F") << host << QStringLiteral("-f") << file;
    Result<LocalOutput> output = co_await runLocally(m_launcher, plan, keygenLimit, stop);
    if (!output)
        co_return failure(output.error());
    static const QRegularExpression fingerprint(QStringLiteral("SHA256:[A-Za-z0-9+/]+"));
    QStringList found; // an unknown host is exit status 1 without text: an empty list
    QRegularExpressionMatchIterator matches = fingerprint.globalMatch(QString::fromUtf8(output->out));
    while (matches.hasNext())
        found.append(matches.next().captured(0));
    co_return found;
}

Task<> KnownHosts::forget(QString host, std::stop_token stop)
{
    ProcessPlan plan;
    plan.program = m_paths.sshKeygen;
    plan.arguments << QStringLiteral("-R") << host << QStringLiteral("-f") << m_paths.knownHosts;
    Result<LocalOutput> output = co_await runLocally(m_launcher, plan, keygenLimit, stop);
    if (!output)
        co_return failure(output.error());
    QFile::remove(m_paths.knownHosts + QStringLiteral(".old"));
    if (output->exitStatus != 0)
        co_return failure(ErrorKind::CommandFailed,
                          QCoreApplication::translate("rayhelm::KnownHosts", "The old identity of %1 could not be forgotten.").arg(host),
                          QString::fromUtf8(output->err));
    co_return Result<>();
}

void KnownHosts::noteTrusted(const QString &fingerprint)
{
    const StoredFile file(datesFile());
    QJsonObject dates = file.readJson().object();
    dates.insert(fingerprint, QDate::currentDate().toString(Qt::ISODate));
    file.write(QJsonDocument(dates).toJson());
}

std::optional<QDate> KnownHosts::trustedSince(const QString &fingerprint) const
{
    const QDate day = QDate::fromString(StoredFile(datesFile()).readJson().object().value(fingerprint).toString(), Qt::ISODate);
    return day.isValid() ? std::optional<QDate>(day) : std::nullopt;
}

} // namespace rayhelm
