#include "awaiting.h"
#include "core/steps.h"
#include "remote/hostcheck.h"
#include "remote/remotehost.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace rayhelm;

Q_DECLARE_METATYPE(rayhelm::ErrorKind)

namespace {

/// A machine that answers as the test says.
class ScriptedMachine : public RemoteSession
{
public:
    using Reply = std::function<Result<RemoteOutput>(const RemoteCommand &)>;

    LinkState state() const override { return LinkState::Connected; }
    QString place(bool asRoot) const override { return asRoot ? QStringLiteral("vm as root") : QStringLiteral("ada@vm"); }
    Task<RemoteOutput> run(RemoteCommand command, std::stop_token) override
    {
        asked.append(command.script);
        Result<RemoteOutput> answer = reply(command);
        co_return answer;
    }
    Task<std::shared_ptr<RemoteStream>> stream(RemoteCommand, std::stop_token) override { co_return cancelled(); }
    Task<QString> openForward(QString, quint16, std::stop_token) override { co_return cancelled(); }
    void closeForward(QString) override { }

    Reply reply;
    QStringList asked;
};

const QByteArray toolsFound = "account=root\nuid=0\nlogin=ada\nfolder=/home/ada/.interlink\nfolderExists=1\nhelm=/usr/local/bin/helm\n"
                              "helmVersion=v3.18.6+gb76a950\nrepositories=[{\"name\":\"kuberay\",\"url\":\"http://x\"}]\nkubectl=/usr/local/bin/kubectl\n";
const QByteArray versions = R"({"clientVersion":{"gitVersion":"v1.33.13"},"serverVersion":{"gitVersion":"v1.33.13+k3s1"}})";
const QByteArray nodes = R"({"items":[
  {"metadata":{"name":"vm","labels":{"kubernetes.io/hostname":"vm"}},"status":{"conditions":[{"type":"Ready","status":"True"}]}},
  {"metadata":{"name":"vega-virtual-node","labels":{"virtual-node.interlink/type":"virtual-kubelet"}},
   "status":{"conditions":[{"type":"DiskPressure","status":"True"},{"type":"Ready","status":"True"}]}},
  {"metadata":{"name":"old-node"},"spec":{"taints":[{"key":"virtual-node.interlink/no-schedule","value":"true"}]},
   "status":{"conditions":[{"type":"Ready","status":"False","message":"ping failed"}]}}]})";

} // namespace

/// What is found on a machine, and what is said when something is missing.
class TestHostCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsThere();
    void missing_data();
    void missing();
    void kubernetesTroubles_data();
    void kubernetesTroubles();
    void nodesAndOperator();
    void questionsInARealShell();
    void ownPaths();
    void cancelled_data();
    void cancelled();

private:
    Result<> check();

    ScriptedMachine m_machine;
    RemoteHost m_host;
    Steps m_steps;
    Profile m_profile;
};

void TestHostCheck::init()
{
    m_host.clear();
    m_profile = Profile();
    m_profile.host = QStringLiteral("vm");
    m_machine.asked.clear();
    m_machine.reply = [](const RemoteCommand &command) -> Result<RemoteOutput> {
        if (command.script.contains(QLatin1String("repositories")))
            return RemoteOutput{0, toolsFound, {}};
        if (command.script.contains(QLatin1String("kubectl version")))
            return RemoteOutput{0, versions, {}};
        if (command.script.contains(QLatin1String("api-resources")))
            return RemoteOutput{0, "rayclusters.ray.io\nrayjobs.ray.io\n", {}};
        if (command.script.contains(QLatin1String("get nodes")))
            return RemoteOutput{0, nodes, {}};
        return RemoteOutput{0, {}, {}};
    };
}

Result<> TestHostCheck::check()
{
    m_steps.plan(hostCheckSteps());
    return awaited(checkHost(&m_machine, m_profile, &m_host, &m_steps, {}));
}

void TestHostCheck::everythingIsThere()
{
    const Result<> checked = check();
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().summary));
    const HostFacts facts = m_host.facts();
    QVERIFY(facts.reachable && facts.isRoot && facts.kubernetesReachable && facts.knowsRayClusters && facts.hasChartRepository);
    QCOMPARE(facts.helmVersion, QStringLiteral("3.18.6"));
    QCOMPARE(facts.kubectlVersion, QStringLiteral("1.33.13"));
    QCOMPARE(facts.loginUser, QStringLiteral("ada"));
    QCOMPARE(facts.workingDirectory, QStringLiteral("/home/ada/.interlink"));
    QVERIFY(facts.workingDirectoryExists);
    QVERIFY(facts.problems.isEmpty());
    for (const Step &step : m_steps.all())
        QCOMPARE(step.state, StepState::Done);
}

void TestHostCheck::missing_data()
{
    QTest::addColumn<QByteArray>("without"); // a line of the tools' answer
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("names");
    QTest::addColumn<bool>("fails");
    QTest::newRow("helm") << QByteArray("helm=/usr/local/bin/helm\nhelmVersion=v3.18.6+gb76a950\n") << QByteArray("helm=\n") << "helm was not found on vm as root" << "path" << true;
    QTest::newRow("kubectl") << QByteArray("kubectl=/usr/local/bin/kubectl\n") << QByteArray("kubectl=\n") << "kubectl was not found on vm as root" << "ask the owner" << true;
    QTest::newRow("sha256sum") << QByteArray("uid=0\n") << QByteArray("uid=0\nmissing=sha256sum\n") << "sha256sum was not found" << "install" << true;
    QTest::newRow("repository") << QByteArray("\"kuberay\"") << QByteArray("\"other\"") << "The chart repository" << "helm repo add kuberay" << false;
    QTest::newRow("no repository at all") << QByteArray("[{\"name\":\"kuberay\",\"url\":\"http://x\"}]") << QByteArray("Error: no repositories to show") << "The chart repository" << "helm repo add kuberay" << false;
}

void TestHostCheck::missing()
{
    QFETCH(QByteArray, without);
    QFETCH(QByteArray, instead);
    QFETCH(bool, fails);
    QVERIFY(toolsFound.contains(without));
    const ScriptedMachine::Reply others = m_machine.reply;
    m_machine.reply = [=](const RemoteCommand &command) -> Result<RemoteOutput> {
        if (command.script.contains(QLatin1String("repositories")))
            return RemoteOutput{0, QByteArray(toolsFound).replace(without, instead), {}};
        return others(command);
    };
    const Result<> checked = check();
    QCOMPARE(!checked, fails);
    QVERIFY(!m_host.facts().problems.isEmpty());
    const Error problem = m_host.facts().problems.first();
    QCOMPARE(problem.kind, ErrorKind::NotFound);
    QFETCH(QString, begins);
    QFETCH(QString, names);
    QVERIFY2(problem.summary.startsWith(begins) && problem.summary.contains(names), qPrintable(problem.summary));
}

void TestHostCheck::kubernetesTroubles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("part");
    QTest::newRow("K1") << "The connection to the server localhost:8080 was refused - did you specify the right host or port?" << ErrorKind::NotFound << "no cluster settings (kubeconfig)";
    QTest::newRow("missing file") << "error: stat /x/config: no such file or directory" << ErrorKind::NotFound << "no cluster settings (kubeconfig)";
    QTest::newRow("K2") << "error: error loading config file \"/root/.kube/config\": open /root/.kube/config: permission denied" << ErrorKind::Forbidden << "may not be read";
    QTest::newRow("K3") << "error: error loading config file \"/x\": yaml: line 2: mapping values" << ErrorKind::InvalidInput << "damaged";
    QTest::newRow("K5") << "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?" << ErrorKind::Unreachable << "does not answer";
    QTest::newRow("K6") << "Unable to connect to the server: dial tcp: i/o timeout" << ErrorKind::Unreachable << "does not answer";
    QTest::newRow("K7") << "Unable to connect to the server: tls: failed to verify certificate: x509: certificate has expired" << ErrorKind::Forbidden << "certificates";
    QTest::newRow("K8") << "error: You must be logged in to the server (Unauthorized)" << ErrorKind::Forbidden << "expired";
    QTest::newRow("K9") << "Error from server (Forbidden): pods is forbidden: User \"x\" cannot list resource \"pods\"" << ErrorKind::Forbidden << "may not read";
    QTest::newRow("else") << "panic: x" << ErrorKind::CommandFailed << "could not be read";
}

void TestHostCheck::kubernetesTroubles()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const ScriptedMachine::Reply others = m_machine.reply;
    m_machine.reply = [=](const RemoteCommand &command) -> Result<RemoteOutput> {
        if (command.script.contains(QLatin1String("kubectl version")))
            return RemoteOutput{1, R"({"clientVersion":{"gitVersion":"v1.33.13"}})", text.toUtf8()};
        return others(command);
    };
    const Result<> checked = check();
    QVERIFY(!checked);
    QTEST(checked.error().kind, "kind");
    QVERIFY2(checked.error().summary.contains(part), qPrintable(checked.error().summary));
    QCOMPARE(checked.error().detail, text);
    QVERIFY(!m_host.facts().kubernetesReachable);
    QCOMPARE(m_host.facts().helmVersion, QStringLiteral("3.18.6")); // what was found before is kept
    QCOMPARE(m_steps.all().at(1).state, StepState::Failed);
    QCOMPARE(m_steps.all().at(2).state, StepState::NotTried);
}

void TestHostCheck::nodesAndOperator()
{
    const QList<VirtualNode> found = virtualNodesOf(nodes);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).name, QStringLiteral("vega-virtual-node"));
    QVERIFY(found.at(0).ready);
    QVERIFY(!found.at(1).ready);
    QCOMPARE(found.at(1).reason, QStringLiteral("ping failed"));
    QVERIFY(virtualNodesOf("not json").isEmpty());
    const QByteArray deployments = R"({"items":[{"metadata":{"name":"kuberay-operator"},"spec":{"template":{"spec":{"containers":[{"image":"quay.io/kuberay/operator:v1.2.2"}]}}}}]})";
    QCOMPARE(operatorVersionOf(deployments), QStringLiteral("1.2.2"));
    QCOMPARE(operatorVersionOf("{}"), QString());

    const ScriptedMachine::Reply others = m_machine.reply;
    m_machine.reply = [=](const RemoteCommand &command) -> Result<RemoteOutput> {
        return command.script.contains(QLatin1String("api-resources")) ? RemoteOutput{0, {}, {}} : others(command);
    };
    const Result<> checked = check();
    QVERIFY(!checked && checked.error().summary.startsWith(QStringLiteral("KubeRay is not installed on vm.")));
    QCOMPARE(m_host.facts().virtualNodes.size(), 2);
}

/// The questions are shell text: a shell must answer them, with a helm of its own and without one.
void TestHostCheck::questionsInARealShell()
{
    QTemporaryDir folder;
    QFile helm(folder.filePath(QStringLiteral("helm")));
    QVERIFY(helm.open(QIODevice::WriteOnly));
    helm.write("#!/bin/sh\ncase $1 in version) echo v3.18.6+gb76;; repo) echo '[{\"name\":\"kuberay\"}]';; esac\n");
    helm.close();
    helm.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    const auto answers = [this, &folder](const QString &path) {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), path);
        environment.insert(QStringLiteral("HOME"), folder.path());
        environment.insert(QStringLiteral("RAYHELM_FOLDER"), folder.path());
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), toolQuestions(m_profile)});
        shell.waitForFinished();
        HostFacts facts;
        readTools(keyValues(shell.readAllStandardOutput()), m_profile, QStringLiteral("vm"), &facts);
        return facts;
    };
    const HostFacts with = answers(folder.path() + QStringLiteral(":/usr/bin:/bin"));
    QCOMPARE(with.helm, helm.fileName());
    QCOMPARE(with.helmVersion, QStringLiteral("3.18.6"));
    QVERIFY(with.hasChartRepository);
    QCOMPARE(with.workingDirectory, folder.path());
    m_profile.helmPath = helm.fileName();
    QCOMPARE(answers(QStringLiteral("/usr/bin:/bin")).helmVersion, QStringLiteral("3.18.6"));
    m_profile.helmPath = folder.filePath(QStringLiteral("none"));
    const HostFacts without = answers(QStringLiteral("/usr/bin:/bin"));
    QVERIFY(without.helm.isEmpty());
    QVERIFY(without.problems.first().summary.startsWith(QStringLiteral("helm was not found")));
}

void TestHostCheck::ownPaths()
{
    m_profile.helmPath = QStringLiteral("/opt/my tools/helm");
    m_profile.kubectlPath = QStringLiteral("/opt/k/kubectl-1.33");
    m_profile.kubeconfig = QStringLiteral("/etc/k's.yaml");
    const QString text = toolSettings(m_profile);
    QVERIFY2(text.contains(QStringLiteral("PATH='/opt/my tools':$PATH; ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("kubectl() { /opt/k/kubectl-1.33 \"$@\"; }; ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("KUBECONFIG='/etc/k'\\''s.yaml'; ")), qPrintable(text));
}

void TestHostCheck::cancelled_data()
{
    QTest::addColumn<int>("command");
    for (int i = 0; i < 6; ++i)
        QTest::addRow("at command %d", i) << i;
}

/// Closing the session at each step: the step is "not tried" again, and nothing more is asked.
void TestHostCheck::cancelled()
{
    QFETCH(int, command);
    const ScriptedMachine::Reply others = m_machine.reply;
    m_machine.reply = [=, this](const RemoteCommand &asks) -> Result<RemoteOutput> {
        if (m_machine.asked.size() == command + 1)
            return rayhelm::cancelled();
        return others(asks);
    };
    const Result<> checked = check();
    QVERIFY(!checked && checked.error().isCancelled());
    QCOMPARE(m_machine.asked.size(), command + 1);
    QVERIFY(m_host.facts().problems.isEmpty());
    for (const Step &step : m_steps.all())
        QVERIFY(step.state == StepState::Done || step.state == StepState::NotTried);
}

QTEST_GUILESS_MAIN(TestHostCheck)
#include "tst_hostcheck.moc"
