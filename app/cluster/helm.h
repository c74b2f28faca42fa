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

/// A file in the folder of an install, and what it must hold when helm reads it.
struct InstallFile {
    QString name;
    QByteArray sha256; ///< hex
};

/// Files and marks for one install.
struct HelmInstall {
    QList<InstallFile> valuesFiles; ///< the user's first, the generated one last
    std::optional<InstallFile> chart; ///< the archive that was pulled, or made of a path on the VM; no value: not yet
    QString installationId;
    QString owner; ///< already fit for a label
};

/// Builds helm command lines for one profile. Helm prefers a folder of the chart's name where it runs to the repository, so it never runs in
/// a folder that others can change: it runs in "/", or in a folder of the acting account's own beside the files it reads.
class Helm
{
public:
    explicit Helm(const Profile &profile, HelmVersion version = {});

    RemoteCommand version() const;
    RemoteCommand list() const;     ///< all states, `-o json`
    RemoteCommand history() const;  ///< `-o json`; 1 with "release: not found" when absent
    RemoteCommand values() const;   ///< the user's values of what runs, `-o json`
    RemoteCommand searchChart() const;
    /// The chart's values.yaml. For this one and the next the chart is fetched; its SHA-256 (hex) is the first
    /// line of the output.
    RemoteCommand chartDefaults() const;
    RemoteCommand render(const QByteArray &values) const; ///< the objects that these values lead to
    RemoteCommand manifest() const;                       ///< the objects of the newest revision
    /// Brings the chart into the folder of an install; its SHA-256 is the first line of the output.
    RemoteCommand fetchChart(const QString &installationId) const;
    RemoteCommand renderCheck(const HelmInstall &install) const; ///< `helm template`: finds mistakes, touches nothing
    RemoteCommand serverCheck(const HelmInstall &install) const; ///< `--dry-run=server`: also what the cluster says

    /// Whether the chart is pulled from a repository; else it is a path on the VM, of which an archive is made.
    bool pullsChart() const;

    /// The command lines of the changing operations; they run as detached jobs.
    QString installLine(const HelmInstall &install) const;
    /// The same as a person would type it.
    QString shownInstallLine(const HelmInstall &install) const;
    QString uninstallLine() const;
    QString rollbackLine(int revision) const;

    QString commandLine(const QStringList &arguments) const;

private:
    RemoteCommand reading(const QStringList &arguments) const;
    RemoteCommand readingText(const QStringList &arguments) const;
    RemoteCommand readingChart(const QStringList &before, const QStringList &after) const;
    RemoteCommand checking(const QStringList &before, const HelmInstall &install, const QStringList &after) const;
    QString pullLines() const;
    QStringList chartArguments() const;
    QStringList installArguments(const HelmInstall &install) const;
    QStringList shownArguments(const HelmInstall &install) const;
    QStringList labelArguments(const HelmInstall &install) const;

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
