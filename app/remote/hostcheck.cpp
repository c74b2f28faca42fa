#include "remote/hostcheck.h"

#include "core/boundedjson.h"
#include "core/names.h"
#include "core/text.h"
#include "remote/ssherror.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::HostCheck)
};

/// What scripts of this application need besides a shell.
const QStringList usedTools{QStringLiteral("setsid"), QStringLiteral("timeout"), QStringLiteral("dd"), QStringLiteral("sha256sum"),
                            QStringLiteral("mktemp"), QStringLiteral("tail"), QStringLiteral("stat")};

QString versionIn(const QString &text)
{
    static const QRegularExpression version(QStringLiteral("v?(\\d+\\.\\d+\\.\\d+\\S*?)(?:\\+g[0-9a-f]+)?(?:[\\s\",]|$)"));
    return version.match(text).captured(1);
}

QString repositoryOf(const QString &chart)
{
    const bool isNamed = !chart.contains(QLatin1String("://")) && !chart.startsWith(QLatin1Char('/'))
        && !chart.startsWith(QLatin1Char('.')) && chart.count(QLatin1Char('/')) == 1;
    return isNamed ? chart.section(QLatin1Char('/'), 0, 0) : QString();
}

bool hasRepository(const QString &json, const QString &repository)
{
    const QJsonArray entries = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &entry : entries) {
        if (entry.toObject().value(QStringLiteral("name")).toString() == repository)
            return true;
    }
    return false;
}

void readRepository(const QMap<QString, QString> &answers, const Profile &profile, const QString &place, HostFacts *facts)
{
    const QString repository = repositoryOf(profile.chart);
    facts->hasChartRepository = repository.isEmpty() || hasRepository(answers.value(QStringLiteral("repositories")), repository);
    if (facts->hasChartRepository || facts->helm.isEmpty())
        return;
    facts->problems.append(
        {ErrorKind::NotFound,
         Words::tr("The chart repository “%1” is not registered for this account on %2, so no cluster can be installed. Register it there with "
            "“helm repo add %1 <address>” (for KubeRay https://ray-project.github.io/kuberay-helm/) and “helm repo update”, or ask "
            "the owner.")
             .arg(repository, place),
         answers.value(QStringLiteral("repositories"))});
}

QString toolVariable(const QString &name, const QString &path)
{
    // A function serves a tool of another name; otherwise the search path does, which programs started by others see, too.
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    if (info.fileName() == name)
        return QStringLiteral("PATH=%1:$PATH; ").arg(shellQuoted(info.path()));
    return QStringLiteral("%1() { %2 \"$@\"; }; ").arg(name, shellQuoted(path));
}

} // namespace

QString toolSettings(const Profile &profile)
{
    QString text = QStringLiteral("PATH=$PATH:/usr/local/bin:/snap/bin:/opt/bin:$HOME/.local/bin:$HOME/bin; ");
    text += toolVariable(QStringLiteral("helm"), profile.helmPath) + toolVariable(QStringLiteral("kubectl"), profile.kubectlPath);
    if (!profile.kubeconfig.isEmpty())
        text += QStringLiteral("export KUBECONFIG=%1; ").arg(shellQuoted(profile.kubeconfig));
    return text + QStringLiteral("export PATH; ");
}

QString toolQuestions(const Profile &profile)
{
    const auto find = [](const QString &name, const QString &path) {
        return path.isEmpty() ? QStringLiteral("$(command -v %1 2>/dev/null)").arg(name)
                              : QStringLiteral("$(test -x %1 && echo %1)").arg(shellQuoted(path));
    };
    QString text = toolSettings(profile);
    text += QStringLiteral("say() { printf '%s=%s\\n' \"$1\" \"$2\"; }; each() { sed \"s/^/$1=/\"; }; "
                           "say account \"$(id -un 2>/dev/null)\"; say uid \"$(id -u)\"; say login \"${SUDO_USER:-$(id -un)}\"; "
                           "say folder \"$RAYHELM_FOLDER\"; test -d \"$RAYHELM_FOLDER\" && say folderExists 1; "
                           "for t in %1; do command -v $t >/dev/null 2>&1 || say missing $t; done; ")
                .arg(usedTools.join(QLatin1Char(' ')));
    text += QStringLiteral("h=%1; say helm \"$h\"; if test -n \"$h\"; then say helmVersion \"$(helm version --short 2>&1 | head -n 1)\"; "
                           "helm repo list -o json 2>&1 | tr -d '\\n' | each repositories; echo; fi; ")
                .arg(find(QStringLiteral("helm"), profile.helmPath));
    text += QStringLiteral("k=%1; say kubectl \"$k\"").arg(find(QStringLiteral("kubectl"), profile.kubectlPath));
    return text;
}

QMap<QString, QString> keyValues(const QByteArray &text)
{
    QMap<QString, QString> values;
    const QStringList lines = plainText(text, 1000000).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype sign = line.indexOf(QLatin1Char('='));
        if (sign < 1)
            continue;
        QString &value = values[line.left(sign)];
        value += (value.isEmpty() ? QString() : QStringLiteral("\n")) + line.mid(sign + 1);
    }
    return values;
}

void readTools(const QMap<QString, QString> &answers, const Profile &profile, const QString &place, HostFacts *facts)
{
    facts->account = answers.value(QStringLiteral("account"));
    facts->isRoot = answers.value(QStringLiteral("uid")) == QLatin1String("0");
    facts->loginUser = answers.value(QStringLiteral("login"));
    facts->workingDirectory = answers.value(QStringLiteral("folder"));
    facts->workingDirectoryExists = answers.contains(QStringLiteral("folderExists"));
    facts->helm = answers.value(QStringLiteral("helm"));
    facts->helmVersion = versionIn(answers.value(QStringLiteral("helmVersion")));
    facts->kubectl = answers.value(QStringLiteral("kubectl"));
    for (const QString &tool : {QStringLiteral("helm"), QStringLiteral("kubectl")}) {
        if (answers.value(tool).isEmpty())
            facts->problems.append(missingTool(tool, place));
    }
    const QStringList missing = answers.value(QStringLiteral("missing")).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &tool : missing)
        facts->problems.append(missingTool(tool, place));
    readRepository(answers, profile, place, facts);
}

Error kubernetesError(const QString &errorText, const QString &place, bool asRoot)
{
    const QString detail = plainText(errorText).trimmed();
    const auto says = [&detail](const char *pattern) {
        return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption).match(detail).hasMatch();
    };
    const QString whatToDo = asRoot ? Words::tr("Give the path of the settings file (kubeconfig) in the connection's settings, or ask the owner for one.")
                                    : Words::tr("Switch on “Work as root”, since the settings often belong to root, or give the path of the "
                                         "settings file (kubeconfig).");
    if (says("localhost:8080|stat .*: no such file|invalid configuration: no configuration|KUBECONFIG|\\[::1\\]:8080"))
        return {ErrorKind::NotFound, Words::tr("There are no cluster settings (kubeconfig) for this account on %1. %2").arg(place, whatToDo), detail};
    if (says("permission denied|Unable to read /etc/rancher"))
        return {ErrorKind::Forbidden, Words::tr("The cluster settings (kubeconfig) on %1 may not be read by this account. %2").arg(place, whatToDo), detail};
    if (says("error loading config file"))
        return {ErrorKind::InvalidInput, Words::tr("The cluster settings (kubeconfig) on %1 are damaged. Ask the owner for a fresh file.").arg(place), detail};
    if (says("must be logged in|Unauthorized"))
        return {ErrorKind::Forbidden, Words::tr("Your access to Kubernetes on %1 has expired or is wrong. Ask the owner for new settings (kubeconfig).").arg(place), detail};
    if (says("x509: certificate"))
        return {ErrorKind::Forbidden, Words::tr("The security certificates of Kubernetes on %1 do not match or have expired. The owner must renew them.").arg(place), detail};
    if (says("forbidden"))
        return {ErrorKind::Forbidden, Words::tr("This account may not read Kubernetes on %1. Check the namespace, or ask the owner for the right named in the details.").arg(place), detail};
    if (says("was refused|unable to connect|i/o timeout|EOF|timed? ?out|no such host|deadline exceeded"))
        return {ErrorKind::Unreachable, Words::tr("Kubernetes on %1 does not answer. It may be starting again; wait a minute, then ask the owner.").arg(place), detail};
    return {ErrorKind::CommandFailed, Words::tr("Kubernetes on %1 could not be read. The details hold kubectl's own words.").arg(place), detail};
}

void readKubernetesVersion(const QByteArray &json, HostFacts *facts)
{
    const QJsonObject answer = boundedJson(json).object();
    const auto version = [&answer](const char *side) {
        return versionIn(answer.value(QLatin1String(side)).toObject().value(QStringLiteral("gitVersion")).toString());
    };
    facts->kubectlVersion = version("clientVersion");
    facts->kubernetesVersion = version("serverVersion");
    facts->kubernetesReachable = !facts->kubernetesVersion.isEmpty();
}

QList<VirtualNode> virtualNodesOf(const QByteArray &json)
{
    QList<VirtualNode> nodes;
    const QJsonArray items = boundedJson(json).object().value(QStringLiteral("items")).toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject metadata = item.toObject().value(QStringLiteral("metadata")).toObject();
        const QJsonObject labels = metadata.value(QStringLiteral("labels")).toObject();
        bool isVirtual = labels.contains(QStringLiteral("virtual-node.interlink/type"))
            || labels.value(QStringLiteral("type")).toString() == QLatin1String("virtual-kubelet");
        const QJsonArray taints = item.toObject().value(QStringLiteral("spec")).toObject().value(QStringLiteral("taints")).toArray();
        for (const QJsonValue &taint : taints) {
            if (taint.toObject().value(QStringLiteral("key")).toString().startsWith(QLatin1String("virtual-node.interlink")))
                isVirtual = true;
        }
        if (!isVirtual)
            continue;
        VirtualNode node;
        node.name = NodeName::orEmpty(metadata.value(QStringLiteral("name")).toString()).text();
        if (node.name.isEmpty())
            continue;
        const QJsonArray conditions = item.toObject().value(QStringLiteral("status")).toObject().value(QStringLiteral("conditions")).toArray();
        for (const QJsonValue &condition : conditions) {
            const QJsonObject one = condition.toObject();
            if (one.value(QStringLiteral("type")).toString() != QLatin1String("Ready"))
                continue;
            node.ready = one.value(QStringLiteral("status")).toString() == QLatin1String("True");
            if (!node.ready)
                node.reason = plainText(one.value(QStringLiteral("message")).toString(), 500);
        }
        nodes.append(node);
    }
    return nodes;
}

QString operatorVersionOf(const QByteArray &json)
{
    const QJsonArray items = boundedJson(json).object().value(QStringLiteral("items")).toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject object = item.toObject();
        if (!object.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("name")).toString().contains(QLatin1String("kuberay-operator")))
            continue;
        const QJsonArray containers = object.value(QStringLiteral("spec")).toObject().value(QStringLiteral("template")).toObject()
                                          .value(QStringLiteral("spec")).toObject().value(QStringLiteral("containers")).toArray();
        for (const QJsonValue &container : containers) {
            const QString version = versionIn(container.toObject().value(QStringLiteral("image")).toString());
            if (!version.isEmpty())
                return version;
        }
    }
    return {};
}

} // namespace rayhelm
