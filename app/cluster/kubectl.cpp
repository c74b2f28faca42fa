#include "cluster/kubectl.h"

#include "core/boundedjson.h"
#include "core/text.h"
#include "explain/explain.h"
#include "remote/remotehost.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Kubectl)
};

QStringList kindArguments(ResourceKind kind, const QString &release)
{
    const QStringList ofRelease{QStringLiteral("-l"), QStringLiteral("app.kubernetes.io/instance=") + release};
    switch (kind) {
    case ResourceKind::Pods: return QStringList{QStringLiteral("pods")} + ofRelease;
    case ResourceKind::RayClusters: return QStringList{QStringLiteral("rayclusters.ray.io")} + ofRelease;
    case ResourceKind::Events: return {QStringLiteral("events")};
    case ResourceKind::Nodes: return {QStringLiteral("nodes")};
    }
    return {};
}

bool says(const QString &text, const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
}

ErrorKind kindOf(const RemoteOutput &output, const QString &text)
{
    if (output.exitStatus == 127)
        return ErrorKind::NotFound;
    if (says(text, "\\(Forbidden\\)|is forbidden"))
        return ErrorKind::Forbidden;
    if (says(text, "Unauthorized|must be logged in"))
        return ErrorKind::AuthenticationFailed;
    if (says(text, "\\(NotFound\\)|doesn't have a resource type"))
        return ErrorKind::NotFound;
    if (says(text, "was refused|Unable to connect to the server|no route to host|i/o timeout"))
        return ErrorKind::Unreachable;
    return ErrorKind::CommandFailed;
}

} // namespace

Kubectl::Kubectl(const Profile &profile)
    : m_profile(profile)
{
}

QString Kubectl::commandLine(const QStringList &arguments) const
{
    QStringList words{QStringLiteral("kubectl")};
    if (!m_profile.kubernetesNamespace.isEmpty())
        words << QStringLiteral("--namespace") << m_profile.kubernetesNamespace;
    return shellCommand(words + arguments);
}

RemoteCommand Kubectl::reading(const QStringList &arguments) const
{
    RemoteCommand command;
    command.shownAs = commandLine(arguments);
    command.script = toolSettings(m_profile)
                     + commandLine(QStringList{QStringLiteral("--request-timeout=10s")} + arguments) + QLatin1Char('\n');
    command.asRoot = true;
    command.timeout = std::chrono::seconds(40);
    return command;
}

RemoteCommand Kubectl::list(ResourceKind kind) const
{
    return reading(QStringList{QStringLiteral("get")} + kindArguments(kind, m_profile.releaseName)
                   + QStringList{QStringLiteral("-o"), QStringLiteral("json")});
}

RemoteCommand Kubectl::watch(ResourceKind kind) const
{
    const QStringList arguments = QStringList{QStringLiteral("get")} + kindArguments(kind, m_profile.releaseName)
                                  + QStringList{QStringLiteral("-w"), QStringLiteral("-o"), QStringLiteral("json"),
                                                QStringLiteral("--output-watch-events")};
    RemoteCommand command;
    // No --request-timeout: it would cut the watch off.
    command.script = toolSettings(m_profile) + commandLine(arguments) + QLatin1Char('\n');
    command.asRoot = true;
    command.shownAs = commandLine(arguments);
    return command;
}

RemoteCommand Kubectl::releaseLabels() const
{
    // Named fields only: the objects also hold the whole release, and maps print differently in old versions.
    const QString fields = QStringLiteral(
        "jsonpath={range .items[*]}{.metadata.labels.version}{\"\\t\"}{.metadata.labels.status}{\"\\t\"}"
        "{.metadata.labels.rayhelm/installation}{\"\\t\"}{.metadata.labels.rayhelm/owner}{\"\\t\"}"
        "{.metadata.creationTimestamp}{\"\\t\"}{.metadata.labels.modifiedAt}{\"\\n\"}{end}");
    return reading({QStringLiteral("get"), QStringLiteral("secrets"), QStringLiteral("-l"),
                    QStringLiteral("owner=helm,name=") + m_profile.releaseName, QStringLiteral("-o"), fields});
}

RemoteCommand Kubectl::logs(const PodName &pod, const ContainerName &container, int tail, bool times) const
{
    QStringList words{QStringLiteral("logs"), pod.text(), QStringLiteral("-c"), container.text(),
                      QStringLiteral("--tail=") + QString::number(tail)};
    if (times)
        words.append(QStringLiteral("--timestamps"));
    return reading(words);
}

RemoteCommand Kubectl::putSecret(const QString &name, const QByteArray &manifest, const QStringList &installationIds) const
{
    const QString look = commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("get"), QStringLiteral("secret"), name,
                                      QStringLiteral("-o"), QStringLiteral("jsonpath=[{.metadata.labels.rayhelm/installation}]")});
    QStringList ours;
    for (const QString &id : installationIds)
        ours.append(shellQuoted(QLatin1Char('[') + id + QLatin1Char(']')));
    const QString create = commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("create"),
                                        QStringLiteral("-f"), QStringLiteral("-")});
    const QString replace = commandLine({QStringLiteral("--request-timeout=10s"), QStringLiteral("replace"),
                                         QStringLiteral("-f"), QStringLiteral("-")});
    RemoteCommand command;
    // create and replace, never apply: apply would keep a copy of the content in an annotation.
    command.script = toolSettings(m_profile)
                     + QStringLiteral("mark=$(%1 </dev/null 2>/dev/null) || { %3; exit; }\n"
                                      "case $mark in %4) %2;; *) echo 'the Secret belongs to somebody else' >&2; exit %5;; esac\n")
                           .arg(look, replace, create, ours.join(QLatin1Char('|')), QString::number(secretOfOthers));
    command.input = manifest;
    command.asRoot = true;
    command.timeout = std::chrono::seconds(40);
    command.shownAs = commandLine({QStringLiteral("create"), QStringLiteral("secret"), QStringLiteral("generic"), name,
                                   QStringLiteral("--from-file=credentials=/dev/stdin")});
    command.changes = true;
    return command;
}

RemoteCommand Kubectl::canI(const QString &verb, const QString &resource) const
{
    return reading({QStringLiteral("auth"), QStringLiteral("can-i"), verb, resource});
}

Error kubectlError(const RemoteOutput &output, const Explanations *explanations)
{
    const QString text = plainText(output.err);
    Error error = explainedError(explanations, ExplainArea::Kubectl, kindOf(output, text),
                                 Words::tr("Kubernetes could not be read on the VM."), text);
    if (error.detail.isEmpty())
        error.detail = QStringLiteral("kubectl: exit status %1").arg(output.exitStatus);
    return error;
}

Result<QJsonArray> parseKubectlList(const RemoteOutput &output, const Explanations *explanations)
{
    // First the status: a refused list prints a valid, empty List.
    if (!output.succeeded())
        return failure(kubectlError(output, explanations));
    if (output.truncated)
        return failure(ErrorKind::Protocol, Words::tr("The answer of Kubernetes is too long to be read."), plainText(output.out, 500));
    QJsonParseError problem;
    const QJsonDocument document = boundedJson(output.out, &problem);
    if (problem.error != QJsonParseError::NoError || !document.object().value(QLatin1String("items")).isArray())
        return failure(ErrorKind::Protocol, Words::tr("The answer of Kubernetes could not be understood."),
                       plainText(output.out, 500));
    return document.object().value(QLatin1String("items")).toArray();
}

Task<QJsonArray> readKubectlList(RemoteOutput output, const Explanations *explanations, std::stop_token stop)
{
    const auto parse = [output, explanations](const QByteArray &) { return parseKubectlList(output, explanations); };
    Result<QJsonArray> items = co_await parsedAside<QJsonArray>(output.out, parse, stop);
    co_return items;
}

std::optional<WatchEvent> parseWatchLine(const QByteArray &line)
{
    const QJsonDocument document = boundedJson(line);
    const QString type = document.object().value(QLatin1String("type")).toString();
    WatchEvent event;
    event.object = document.object().value(QLatin1String("object")).toObject();
    if (type == QLatin1String("ADDED"))
        event.type = WatchEvent::Type::Added;
    else if (type == QLatin1String("MODIFIED"))
        event.type = WatchEvent::Type::Modified;
    else if (type == QLatin1String("DELETED"))
        event.type = WatchEvent::Type::Deleted;
    else if (type == QLatin1String("BOOKMARK"))
        event.type = WatchEvent::Type::Bookmark;
    else if (type == QLatin1String("ERROR"))
        event.type = WatchEvent::Type::Error;
    else
        return std::nullopt;
    return event;
}

} // namespace rayhelm
