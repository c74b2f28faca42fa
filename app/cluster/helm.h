#pragma once

#include "core/profile.h"
#include "core/result.h"
#include "remote/remotesession.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace rayhelm {

class Explanations;

/// The generation of Helm on the VM; its flags and texts differ.
struct HelmVersion {
    int major = 3;
    int minor = 0;

    bool hasLabels() const { return major > 3 || (major == 3 && minor >= 13); }
    bool listsAllStates() const { return major >= 4; } ///< Helm 4 has no `list -a`
};

enum class ReleaseState {
    Absent, Deployed, Failed, Superseded, Uninstalled, Uninstalling, PendingInstall, PendingUpgrade, PendingRollback, Unknown
};

/// One release or one revision of it.
struct ReleaseInfo {
    QString name;
    ReleaseState state = ReleaseState::Absent;
    int revision = 0;
    QDateTime updated;
    QString chart; ///< "ray-cluster-1.2.2"
    QString description;

    bool exists() const { return state != ReleaseState::Absent && state != ReleaseState::Uninstalled; }
};

/// Values files and marks for one install.
struct HelmInstall {
    QStringList valuesFiles; ///< the user's first, the generated one last
    QString installationId;
    QString owner; ///< already fit for a label
};

/// Builds helm command lines for one profile.
class Helm
{
public:
    explicit Helm(const Profile &profile, HelmVersion version = {});

    RemoteCommand version() const;
    RemoteCommand list() const;     ///< all states, `-o json`
    RemoteCommand history() const;  ///< `-o json`; 1 with "release: not found" when absent
    RemoteCommand values() const;   ///< the user's values of what runs, `-o json`
    RemoteCommand searchChart() const;
    RemoteCommand chartDefaults() const;                         ///< the chart's values.yaml
    RemoteCommand manifest() const;                              ///< the objects of the newest revision
    RemoteCommand render(const QByteArray &values) const;        ///< the objects that these values lead to
    RemoteCommand renderCheck(const HelmInstall &install) const; ///< `helm template`: finds mistakes, touches nothing
    RemoteCommand serverCheck(const HelmInstall &install) const; ///< `--dry-run=server`: also what the cluster says

    /// The command lines of the changing operations; they run as detached jobs.
    QString installLine(const HelmInstall &install) const;
    QString uninstallLine() const;
    QString rollbackLine(int revision) const;

    QString commandLine(const QStringList &arguments) const;

private:
    RemoteCommand reading(const QStringList &arguments) const;
    RemoteCommand readingText(const QStringList &arguments) const;
    QStringList chartArguments() const;
    QStringList installArguments(const HelmInstall &install) const;

    Profile m_profile;
    HelmVersion m_version;
};

Result<HelmVersion> parseHelmVersion(const RemoteOutput &output, const Explanations *explanations);
/// The release of that name in a `helm list -o json`; state Absent when it is not listed.
Result<ReleaseInfo> parseHelmList(const RemoteOutput &output, const QString &release, const Explanations *explanations);
/// Newest revision last. "release: not found" is an empty list.
Result<QList<ReleaseInfo>> parseHelmHistory(const RemoteOutput &output, const Explanations *explanations);
/// The user's values; an empty object when there are none.
Result<QJsonObject> parseHelmValues(const RemoteOutput &output, const Explanations *explanations);
ReleaseState releaseStateFromName(const QString &name);
/// Why a helm command failed, in plain words.
Error helmError(const RemoteOutput &output, const Explanations *explanations);

/// A text made fit for a Kubernetes label value (at most 63 of letters, digits, ".", "_", "-").
QString labelValue(const QString &text);

} // namespace rayhelm
