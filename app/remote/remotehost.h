#pragma once

#include "core/profile.h"
#include "core/task.h"
#include "remote/remotesession.h"

#include <QDateTime>
#include <QList>
#include <QObject>

namespace rayhelm {

class Steps;

/// A node of Kubernetes that stands for the HPC.
struct VirtualNode {
    QString name;
    bool ready = false;
    QString reason; ///< Kubernetes' own words when it is not ready
};

/// What was found on the machine. Each problem is a message that says what is missing and what to do.
struct HostFacts {
    bool reachable = false;
    bool isRoot = false; ///< commands with `asRoot` really run as root
    QString account;     ///< whom `asRoot` commands run as
    QString loginUser;
    QString loginHome;
    QString workingDirectory; ///< absolute
    bool workingDirectoryExists = false;
    QString helm; ///< absolute path; empty: not found
    QString helmVersion; ///< "3.18.6"
    QString kubectl;
    QString kubectlVersion;
    bool kubernetesReachable = false;
    QString kubernetesVersion;
    bool knowsRayClusters = false; ///< the RayCluster definition is there
    QString operatorVersion; ///< of KubeRay, when it may be seen
    QList<VirtualNode> virtualNodes;
    bool hasChartRepository = false; ///< the repository part of the profile's chart is known to helm
    QList<Error> problems; ///< in the order of the checks; `summary` is for people
    QDateTime checked;
};

/// The facts of one connected machine, observable.
class RemoteHost : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const HostFacts &facts() const { return m_facts; }
    void setFacts(const HostFacts &facts);
    void clear() { setFacts({}); }

Q_SIGNALS:
    void changed();

private:
    HostFacts m_facts;
};

/// "Find helm and kubectl", "Ask Kubernetes", "Find KubeRay and the HPC gateway".
QStringList hostCheckSteps();

/// Looks what is there and fills `host`. Uses the last three steps of `steps`, whose plan must end with `hostCheckSteps`.
/// The first problem that keeps clusters from being made is returned (NotFound, Forbidden, Unreachable, CommandFailed), and the
/// facts found so far are kept. A missing chart repository or a gateway that is not ready is only noted in the facts.
Task<> checkHost(RemoteSession *session, Profile profile, RemoteHost *host, Steps *steps, std::stop_token stop);

/// A shell text that defines `helm` and `kubectl` as the profile names them and sets KUBECONFIG; put before scripts.
QString toolSettings(const Profile &profile);

} // namespace rayhelm
