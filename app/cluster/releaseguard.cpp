#include "cluster/releaseguard.h"

#include "cluster/helm.h"
#include "cluster/installrecord.h"
#include "cluster/kubectl.h"
#include "core/text.h"
#include "remote/remotesession.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ReleaseGuard)
};

} // namespace

Result<ReleaseGuard> parseReleaseLabels(const RemoteOutput &output, const QString &release, const QStringList &journalIds,
                                        const Explanations *explanations)
{
    if (!output.succeeded())
        return failure(kubectlError(output, explanations));
    ReleaseGuard guard;
    guard.release.name = release;
    const QStringList lines = QString::fromUtf8(output.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(QLatin1Char('\t'));
        if (fields.size() < 6)
            return failure(ErrorKind::Protocol, Words::tr("The answer of Kubernetes could not be understood."),
                           plainText(output.out, 500));
        const int revision = fields.at(0).toInt();
        if (revision < guard.release.revision)
            continue;
        guard.release.revision = revision;
        guard.release.state = releaseStateFromName(fields.at(1));
        guard.installationId = plainText(fields.at(2), 63);
        guard.owner = plainText(fields.at(3), 63);
        guard.release.updated = QDateTime::fromString(fields.at(4), Qt::ISODate);
        if (const qint64 modified = fields.at(5).toLongLong())
            guard.release.updated = QDateTime::fromSecsSinceEpoch(modified, Qt::UTC);
    }
    if (!guard.release.exists())
        guard.ownership = Ownership::None;
    else if (!guard.installationId.isEmpty() && journalIds.contains(guard.installationId))
        guard.ownership = Ownership::Ours;
    else
        guard.ownership = guard.owner.isEmpty() ? Ownership::UnknownOwner : Ownership::AnotherUser;
    return guard;
}

Task<ReleaseGuard> readReleaseGuard(ClusterHost host, std::stop_token stop)
{
    RemoteCommand command = Kubectl(host.profile).releaseLabels();
    command.shownAs.clear();
    Result<RemoteOutput> output = co_await host.session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    QStringList ids;
    const QList<InstallRecord> records = InstallJournal(host.dataDirectory).all();
    for (const InstallRecord &record : records)
        ids.append(record.installationId);
    co_return parseReleaseLabels(*output, host.profile.releaseName, ids, host.explanations);
}

std::optional<Error> installConflict(const ReleaseGuard &guard, const Profile &profile)
{
    if (guard.ownership == Ownership::None || guard.ownership == Ownership::Ours)
        return std::nullopt;
    const QString owner = guard.owner.isEmpty() ? Words::tr("an unknown owner") : guard.owner;
    const QString age = guard.release.updated.isValid()
                            ? durationText(std::chrono::seconds(guard.release.updated.secsTo(QDateTime::currentDateTimeUtc())))
                            : Words::tr("some time");
    return Error{ErrorKind::Conflict,
                 Words::tr("\"%1\" belongs to someone else. Installed %2 ago by %3. Installing would change their cluster. "
                           "Choose another name.").arg(profile.releaseName, age, owner),
                 {}};
}

} // namespace rayhelm
