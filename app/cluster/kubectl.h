#pragma once

#include "core/names.h"
#include "core/profile.h"
#include "core/result.h"
#include "core/task.h"
#include "remote/remotesession.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace rayhelm {

class Explanations;

enum class ResourceKind { Pods, RayClusters, Events, Nodes };

/// Builds kubectl command lines for one profile. Every one-shot call carries --request-timeout=10s, because an address
/// that hangs would take 32 s per try. No secret is ever an argument.
class Kubectl
{
public:
    explicit Kubectl(const Profile &profile);

    /// `kubectl get KIND -o json`; pods and RayClusters only those of the release.
    RemoteCommand list(ResourceKind kind) const;
    /// One compact JSON object per line: the objects that exist, then changes. It ends with status 0 whenever the
    /// server closes it, even after an error event, so the end says nothing.
    RemoteCommand watch(ResourceKind kind) const;
    /// The labels of Helm's own release objects, one JSON object per line: who installed it, and which state it is in.
    RemoteCommand releaseLabels() const;
    /// The last lines of one container's log; with times where the node gives them (interLink does not).
    RemoteCommand logs(const PodName &pod, const ContainerName &container, int tail, bool times = false) const;
    /// Creates a Secret from JSON on standard input (see mlflowsecret.h), never with the last-applied note, or replaces one that carries the
    /// mark of one of `installationIds`. Another one of that name is left as it is: exit status `secretOfOthers`.
    RemoteCommand putSecret(const QString &name, const QByteArray &manifest, const QStringList &installationIds) const;
    static constexpr int secretOfOthers = 81;
    /// `kubectl auth can-i VERB RESOURCE`
    RemoteCommand canI(const QString &verb, const QString &resource) const;

    /// "kubectl --namespace X ..." with the profile's paths, for scripts that do more than one thing.
    QString commandLine(const QStringList &arguments) const;

private:
    RemoteCommand reading(const QStringList &arguments) const;

    Profile m_profile;
};

/// One line of a watch.
struct WatchEvent {
    enum class Type { Added, Modified, Deleted, Bookmark, Error };
    Type type = Type::Error;
    QJsonObject object;
};

/// The items of a `get -o json`. The exit status is looked at first: a refused list is valid JSON without items.
/// Errors: Forbidden, Unreachable, NotFound, CommandFailed, Protocol.
Result<QJsonArray> parseKubectlList(const RemoteOutput &output, const Explanations *explanations);
/// The same, a long answer in a worker thread. Also Cancelled.
Task<QJsonArray> readKubectlList(RemoteOutput output, const Explanations *explanations, std::stop_token stop);
/// No value: the line is no watch event (a warning, a cut line).
std::optional<WatchEvent> parseWatchLine(const QByteArray &line);
/// Why a kubectl command failed, in plain words.
Error kubectlError(const RemoteOutput &output, const Explanations *explanations);

} // namespace rayhelm
