#pragma once

#include "core/profile.h"
#include "core/result.h"
#include "core/storedfile.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace rayhelm {

/// One install that this computer has begun. It tells which releases are ours, and lets a restarted application find
/// the helm that goes on at the VM. Holds no secret.
struct InstallRecord {
    QString installationId; ///< also on the release's labels
    QUuid profileId;
    QString release;
    QString kubernetesNamespace;
    QString owner;
    QString jobId;       ///< the detached job on the VM; empty: not started
    bool helmFinished = false;
    bool usableSeen = false;
    QDateTime begun;
    QString secretName;  ///< empty: no MLflow account was stored
};

/// The installs of this computer, one small JSON file.
class InstallJournal
{
public:
    /// `dataDirectory`: installs.json lies in it. A missing file is an empty journal, a broken one is kept aside.
    explicit InstallJournal(QString dataDirectory);

    QList<InstallRecord> all() const;
    /// The newest install of that release through that profile.
    std::optional<InstallRecord> newest(const Profile &profile) const;
    /// Whether an installation id was made on this computer.
    bool isOurs(const QString &installationId) const;
    /// Adds or replaces by installation id; on the disk when it answers.
    Task<> store(InstallRecord record, std::stop_token stop) const;
    Task<> forget(QString installationId, std::stop_token stop) const;

private:
    QByteArray with(const InstallRecord &record) const, without(const QString &installationId) const;
    StoredFile m_file;
};

/// The owner mark of this computer, fit for a label: "<account on the VM>.<random number of this computer>". Everybody who can read the cluster
/// sees it, so it tells nothing of this computer. The number is kept in `dataDirectory`; whose a release is, only its installation id decides.
QString ownerMark(const Profile &profile, const QString &dataDirectory);

} // namespace rayhelm
