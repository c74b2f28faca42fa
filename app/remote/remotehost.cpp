#include "remote/remotehost.h"

#include "core/steps.h"
#include "core/text.h"
#include "remote/hostcheck.h"
#include "remote/ssherror.h"

#include <QCoreApplication>
#include <QPointer>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RemoteHost)
};

RemoteCommand question(const QString &script, const QString &shownAs = {})
{
    RemoteCommand command;
    command.script = script;
    command.asRoot = true;
    command.shownAs = shownAs;
    return command;
}

/// What is needed during one check; the parts fill `facts` and return what must stop it.
struct Check {
    RemoteSession *session;
    Profile profile;
    HostFacts facts;
    Steps *steps;

    QString place() const { return session->place(true); }
};

std::optional<Error> firstProblem(const HostFacts &facts, qsizetype before)
{
    return facts.problems.size() > before ? std::optional<Error>(facts.problems.at(before)) : std::nullopt;
}

/// A problem that is noted but does not make the step fail: installing says it again when it matters.
bool onlyRepository(const HostFacts &facts)
{
    return facts.problems.size() == 1 && !facts.hasChartRepository && !facts.helm.isEmpty();
}

Task<> findTools(std::shared_ptr<Check> check, std::stop_token stop)
{
    const RemoteCommand command = question(toolQuestions(check->profile), QStringLiteral("command -v helm kubectl; helm repo list"));
    Result<RemoteOutput> output = co_await check->session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    check->facts.reachable = true;
    readTools(keyValues(output->out), check->profile, check->place(), &check->facts);
    if (const std::optional<Error> problem = firstProblem(check->facts, 0); problem && !onlyRepository(check->facts))
        co_return failure(*problem);
    if (onlyRepository(check->facts))
        check->steps->note(Words::tr("the chart repository is missing"));
    else
        check->steps->note(Words::tr("helm %1").arg(check->facts.helmVersion));
    co_return Result<>();
}

Task<> askKubernetes(std::shared_ptr<Check> check, std::stop_token stop)
{
    const RemoteCommand command = question(toolSettings(check->profile) + QStringLiteral("kubectl version -o json --request-timeout=10s"),
                                           QStringLiteral("kubectl version"));
    Result<RemoteOutput> output = co_await check->session->run(command, stop);
    if (!output)
        co_return failure(output.error());
    readKubernetesVersion(output->out, &check->facts);
    if (!check->facts.kubernetesReachable) {
        const Error error = kubernetesError(QString::fromUtf8(output->err), check->place(), check->facts.isRoot);
        check->facts.problems.append(error);
        co_return failure(error);
    }
    // Only an object of the namespace shows whether the account may read what it needs.
    const RemoteCommand pods = question(toolSettings(check->profile) + QStringLiteral("kubectl get pods -o name --request-timeout=10s -n ")
                                            + shellQuoted(check->profile.kubernetesNamespace),
                                        QStringLiteral("kubectl get pods"));
    Result<RemoteOutput> read = co_await check->session->run(pods, stop);
    if (!read)
        co_return failure(read.error());
    if (!read->succeeded()) {
        check->facts.kubernetesReachable = false;
        const Error error = kubernetesError(QString::fromUtf8(read->err), check->place(), check->facts.isRoot);
        check->facts.problems.append(error);
        co_return failure(error);
    }
    check->steps->note(Words::tr("Kubernetes %1").arg(check->facts.kubernetesVersion));
    co_return Result<>();
}

void judgeGateway(Check *check)
{
    QStringList ready;
    QStringList down;
    for (const VirtualNode &node : std::as_const(check->facts.virtualNodes))
        (node.ready ? ready : down).append(node.name);
    if (!ready.isEmpty()) {
        check->steps->note(Words::tr("HPC gateway %1").arg(ready.join(QStringLiteral(", "))));
        return;
    }
    check->steps->note(down.isEmpty() ? Words::tr("no HPC gateway") : Words::tr("the HPC gateway is down"));
    const QString text = down.isEmpty()
        ? Words::tr("No HPC gateway (virtual node) was found on %1. Pods would stay on the machine itself. Ask the owner whether interLink is installed.")
        : Words::tr("The bridge to the HPC is down on %1. Nothing new can start or stop; running jobs may go on. Wait, or tell its operator.");
    const QString reason = down.isEmpty() ? QString() : check->facts.virtualNodes.first().reason;
    check->facts.problems.append({down.isEmpty() ? ErrorKind::NotFound : ErrorKind::Unreachable, text.arg(check->profile.host), reason});
}

Task<> findRay(std::shared_ptr<Check> check, std::stop_token stop)
{
    const QString settings = toolSettings(check->profile);
    const RemoteCommand kinds = question(settings + QStringLiteral("kubectl api-resources --api-group=ray.io -o name --request-timeout=10s"),
                                         QStringLiteral("kubectl api-resources --api-group=ray.io"));
    Result<RemoteOutput> resources = co_await check->session->run(kinds, stop);
    if (!resources)
        co_return failure(resources.error());
    check->facts.knowsRayClusters = resources->out.contains("rayclusters.ray.io");
    const RemoteCommand list = question(settings + QStringLiteral("kubectl get nodes -o json --request-timeout=10s"),
                                        QStringLiteral("kubectl get nodes"));
    Result<RemoteOutput> nodes = co_await check->session->run(list, stop);
    if (!nodes)
        co_return failure(nodes.error());
    check->facts.virtualNodes = virtualNodesOf(nodes->out);
    const RemoteCommand operators = question(
        settings + QStringLiteral("kubectl get deployments -A -l app.kubernetes.io/name=kuberay-operator -o json --request-timeout=10s"));
    Result<RemoteOutput> deployments = co_await check->session->run(operators, stop);
    if (!deployments)
        co_return failure(deployments.error());
    check->facts.operatorVersion = operatorVersionOf(deployments->out);
    if (!check->facts.knowsRayClusters) {
        const Error error{ErrorKind::NotFound,
                          Words::tr("KubeRay is not installed on %1. Clusters cannot be made there. Ask the owner to install the kuberay-operator chart.")
                              .arg(check->profile.host),
                          plainText(resources->err).trimmed()};
        check->facts.problems.append(error);
        co_return failure(error);
    }
    if (nodes->succeeded()) // who may not list nodes learns nothing about the gateway
        judgeGateway(check.get());
    co_return Result<>();
}

Task<> runCheck(std::shared_ptr<Check> check, std::stop_token stop)
{
    const int first = int(check->steps->all().size() - hostCheckSteps().size());
    check->steps->begin(first);
    Result<> tools = co_await findTools(check, stop);
    if (!tools)
        co_return failure(tools.error());
    check->steps->begin(first + 1);
    Result<> kubernetes = co_await askKubernetes(check, stop);
    if (!kubernetes)
        co_return failure(kubernetes.error());
    check->steps->begin(first + 2);
    Result<> ray = co_await findRay(check, stop);
    co_return ray;
}

} // namespace

void RemoteHost::setFacts(const HostFacts &facts)
{
    m_facts = facts;
    Q_EMIT changed();
}

QStringList hostCheckSteps()
{
    return {Words::tr("Find helm and kubectl"), Words::tr("Ask Kubernetes"), Words::tr("Find KubeRay and the HPC gateway")};
}

Task<> checkHost(RemoteSession *session, Profile profile, RemoteHost *host, Steps *steps, std::stop_token stop)
{
    const auto check = std::make_shared<Check>(Check{session, profile, {}, steps});
    Result<> checked = co_await runCheck(check, stop);
    if (!checked && !checked.error().isCancelled() && check->facts.problems.isEmpty())
        check->facts.problems.append(checked.error());
    check->facts.checked = QDateTime::currentDateTime();
    host->setFacts(check->facts);
    co_return concluded(checked, steps);
}

} // namespace rayhelm
