// Install, watch, repair and delete on the running practice VM; what happened is read by kubectl and squeue from outside.
#include "awaiting.h"
#include "testsshd.h"

#include "cluster/clustermonitor.h"
#include "cluster/deleterelease.h"
#include "cluster/installrelease.h"
#include "cluster/leftstate.h"
#include "core/sleep.h"
#include "core/taskscope.h"
#include "explain/explain.h"
#include "images/pullimage.h"
#include "remote/connecthost.h"
#include "remote/http.h"
#include "remote/remotehost.h"
#include "remote/tunnellistener.h"
#include "remote/upload.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

QString setting(const char *name)
{
    return qEnvironmentVariable(name);
}

QByteArray outside(const QString &commandLine)
{
    QProcess process;
    process.start(u"/bin/sh"_s, {u"-c"_s, commandLine});
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

QByteArray kubectl(const QString &arguments)
{
    return outside(u"\"$LAB_KUBECTL\" --kubeconfig \"$LAB_KUBECONFIG\" "_s + arguments);
}

} // namespace

class TestClusterLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void installUseDelete();
    void helmKilledIsRepaired();
    void foreignRelease();
    void refusedBySlurm();
    void image();

private:
    std::unique_ptr<SshSession> connected(const SshPlace &place);
    ClusterHost host() const;
    InstallRequest request();
    QCoro::Task<void> pollRay(ClusterMonitor *monitor, std::stop_token stop);
    QStringList slurmJobs() const;
    QByteArray valuesWith(const QByteArray &from, const QByteArray &to) const;

    SystemProcessLauncher m_launcher;
    QuestionDesk m_desk;
    DeskUser m_user{&m_desk};
    Redactor m_redactor;
    CommandLog m_commands{m_redactor};
    std::unique_ptr<SshSession> m_vm;
    std::unique_ptr<SshSession> m_hpc;
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    Profile m_profile;
    QByteArray m_values;
    QByteArray m_homeBefore;
    QByteArray m_folderBefore;
    QString m_headAddress;
    OutputLines m_output;
    Steps m_steps;
    Result<Explanations> m_explanations = Explanations::load();
};

std::unique_ptr<SshSession> TestClusterLab::connected(const SshPlace &place)
{
    SshPaths paths;
    paths.askpass = setting("RAYHELM_ASKPASS");
    paths.knownHosts = m_folder.path() + u"/known_hosts"_s;
    paths.userConfig = u"/dev/null"_s;
    paths.systemConfig = u"/dev/null"_s;
    SshServices services{&m_launcher, &m_desk, nullptr, &m_commands, &m_redactor};
    auto session = std::make_unique<SshSession>(place, paths, services);
    const Result<> opened = awaited(session->openLink({}));
    if (!opened)
        qWarning("%s %s", qPrintable(opened.error().summary), qPrintable(opened.error().detail));
    return session;
}

void TestClusterLab::initTestCase()
{
    if (setting("LAB_SSH_PORT").isEmpty()) {
        if (qEnvironmentVariableIsSet("RAYHELM_LAB_REQUIRED"))
            QFAIL("no practice VM: its settings are not in the environment");
        QSKIP("no practice VM: its settings are not in the environment");
    }
    m_user.reply([](const Question &) { return std::optional<Answer>(DeskUser::trust()); });
    m_profile.id = QUuid::createUuid();
    m_profile.host = setting("LAB_SSH_HOST");
    m_profile.port = setting("LAB_SSHD_PORT").toUShort();
    m_profile.user = setting("LAB_SSH_USER");
    m_profile.login = LoginKind::KeyFile;
    m_profile.identityFile = setting("LAB_SSH_KEY");
    m_profile.useSudo = false;
    m_profile.hpcLogin = u"%1@%2:%3"_s.arg(setting("LAB_HPC_USER"), setting("LAB_HPC_HOST"), setting("LAB_HPC_PORT"));
    m_profile.hpcIdentityFile = setting("LAB_HPC_KEY");
    m_vm = connected(vmPlace(m_profile));
    QCOMPARE(m_vm->state(), LinkState::Connected);
    m_hpc = connected(hpcPlace(m_profile));
    QCOMPARE(m_hpc->state(), LinkState::Connected);
    QFile values(setting("LAB_VALUES"));
    QVERIFY(values.open(QIODevice::ReadOnly));
    m_values = values.readAll();
    QVERIFY2(kubectl(u"get pods -o name"_s).isEmpty(), "another release is on this VM");
    m_homeBefore = outside(u"ls -A \"$LAB_SSH_HOME\""_s);
    m_folderBefore = outside(u"ls -A \"$LAB_SSH_HOME/.interlink\""_s);
}

void TestClusterLab::cleanup()
{
    if (!m_vm)
        return;
    // Whatever a failed test left: the next one begins with nothing.
    outside(u"\"$LAB_HELM\" --kubeconfig \"$LAB_KUBECONFIG\" uninstall raycluster >/dev/null 2>&1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(kubectl(u"get pods -o name"_s).isEmpty() && slurmJobs().isEmpty(), 90000);
}

void TestClusterLab::cleanupTestCase()
{
    for (SshSession *session : {m_vm.get(), m_hpc.get()}) {
        if (session)
            QVERIFY(awaited(session->closeLink({})));
    }
}

ClusterHost TestClusterLab::host() const
{
    ClusterHost host;
    host.session = m_vm.get();
    host.hpc = m_hpc.get();
    host.explanations = &*m_explanations;
    host.profile = m_profile;
    host.dataDirectory = m_folder.path();
    return host;
}

InstallRequest TestClusterLab::request()
{
    InstallRequest request;
    request.host = host();
    request.values = m_values;
    request.output = &m_output;
    request.mlflow = MlflowLogin{u"researcher"_s, std::make_shared<Secret>(QByteArray("not%the=password"))};
    return request;
}

QStringList TestClusterLab::slurmJobs() const
{
    return QString::fromUtf8(outside(u"$LAB_SQUEUE -h -o '%i %T'"_s)).split(u'\n', Qt::SkipEmptyParts);
}

QByteArray TestClusterLab::valuesWith(const QByteArray &from, const QByteArray &to) const
{
    QByteArray changed = m_values;
    changed.replace(from, to);
    return changed;
}

/// Asks Ray for its nodes through the head's address, as RayLink does.
QCoro::Task<void> TestClusterLab::pollRay(ClusterMonitor *monitor, std::stop_token stop)
{
    TunnelListener tunnel;
    QString socket;
    QString address;
    while (!stop.stop_requested()) {
        if (address != m_headAddress) {
            address = m_headAddress;
            socket.clear();
        }
        if (!address.isEmpty() && socket.isEmpty()) {
            Result<QString> opened = co_await m_vm->openForward(address, 8265, stop);
            socket = opened ? *opened : QString();
            if (opened && !tunnel.open(socket))
                socket.clear();
        }
        if (!socket.isEmpty()) {
            HttpRequest request;
            request.url = QUrl(u"http://127.0.0.1:%1/nodes?view=summary"_s.arg(tunnel.port()));
            request.timeout = std::chrono::seconds(5);
            Result<HttpReply> reply = co_await sendHttp(&m_network, request, stop);
            const QDateTime now = QDateTime::currentDateTimeUtc();
            const QJsonObject data = reply ? QJsonDocument::fromJson(reply->body).object().value(u"data"_s).toObject() : QJsonObject();
            QList<RayNodeView> nodes;
            const QJsonArray summary = data.value(u"summary"_s).toArray();
            for (const QJsonValue &node : summary) {
                const QJsonObject raylet = node.toObject().value(u"raylet"_s).toObject();
                nodes.append({PodName::orEmpty(raylet.value(u"instanceId"_s).toString()), raylet.value(u"state"_s) == u"ALIVE"_s, now});
            }
            if (!nodes.isEmpty())
                monitor->setRayNodes(nodes, now);
        }
        Result<> slept = co_await sleepFor(std::chrono::seconds(2), stop);
    }
    if (!socket.isEmpty())
        m_vm->closeForward(socket);
}

void TestClusterLab::installUseDelete()
{
    TaskScope scope;
    ClusterMonitor monitor(host(), scope);
    connect(&monitor, &ClusterMonitor::headChanged, this, [this](const QString &, const QString &, const QString &address) { m_headAddress = address; });
    // The promise of every moment: nothing reads usable while its Slurm job does not run.
    QStringList lies;
    connect(&monitor, &ClusterMonitor::statusChanged, this, [&](const ClusterStatus &status) {
        for (const PodStatus &pod : status.pods) {
            if (pod.verdict.state == PodState::Usable && !pod.pod.runsByKubernetes())
                lies.append(pod.title);
        }
    });
    monitor.start();
    scope.keep(pollRay(&monitor, scope.stopToken()));
    QTRY_COMPARE_WITH_TIMEOUT(monitor.status().state, ClusterState::NoCluster, 30000);

    InstallRequest wanted = request();
    wanted.monitor = &monitor;
    QElapsedTimer clock;
    clock.start();
    const Result<InstallOutcome> installed = awaited(installRelease(wanted, &m_steps, {}));
    QVERIFY2(installed.has_value(), installed ? "" : qPrintable(installed.error().summary + u'\n' + installed.error().detail));
    QVERIFY(installed->usable);
    qInfo("usable after %lld s", clock.elapsed() / 1000);
    const QStringList jobs = slurmJobs();
    QVERIFY(!jobs.isEmpty());
    for (const QString &job : jobs)
        QVERIFY2(job.endsWith(u"RUNNING"_s), qPrintable(job));
    QCOMPARE(monitor.status().usable, int(jobs.size()));
    QCOMPARE(monitor.status().ownership, Ownership::Ours);
    QVERIFY(monitor.status().held.nodes == jobs.size());
    qInfo("%s", qPrintable(monitor.status().held.text().full));
    QVERIFY(kubectl(u"get secret rayhelm-mlflow-raycluster -o name"_s).startsWith("secret/"));
    QVERIFY2(!kubectl(u"get secret rayhelm-mlflow-raycluster -o json"_s).contains("last-applied"), "it would hold the password again");
    QCOMPARE(kubectl(u"get secrets -l owner=helm,name=raycluster -o 'jsonpath={.items[0].metadata.labels.rayhelm/installation}'"_s),
             installed->installationId.toUtf8());
    QCOMPARE(outside(u"ls -A \"$LAB_SSH_HOME/.interlink\""_s), m_folderBefore);
    const Result<std::shared_ptr<InstallPreview>> preview = awaited(previewInstall(request(), {}));
    QVERIFY(preview && (*preview)->ownership == Ownership::Ours && !(*preview)->problem);

    DeleteRequest removal;
    removal.host = host();
    removal.status = monitor.status();
    removal.logDirectory = m_folder.path() + u"/logs"_s;
    removal.output = &m_output;
    monitor.setDeleting(true);
    const Result<GiveBackReport> report = awaited(deleteRelease(removal, &m_steps, {}));
    monitor.setDeleting(false);
    monitor.reportsChanged();
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary + u'\n' + report.error().detail));
    QCOMPARE(report->verdict(), GiveBackVerdict::GivenBack);
    qInfo("%s", qPrintable(report->headline()));
    QCOMPARE(report->slurmJobs().size(), jobs.size());
    QVERIFY(slurmJobs().isEmpty());
    QVERIFY(kubectl(u"get pods -o name"_s).isEmpty());
    QVERIFY(kubectl(u"get secret rayhelm-mlflow-raycluster --ignore-not-found -o name"_s).isEmpty());
    QCOMPARE(QDir(removal.logDirectory).entryList({u"*.log"_s}).size(), jobs.size());
    QTRY_COMPARE_WITH_TIMEOUT(monitor.status().state, ClusterState::NoCluster, 45000);
    QVERIFY(monitor.status().held.isNothing());
    QCOMPARE(outside(u"ls -A \"$LAB_SSH_HOME\""_s), m_homeBefore);
    QCOMPARE(outside(u"ls -A \"$LAB_SSH_HOME/.interlink\""_s), m_folderBefore);
    QCOMPARE(lies, QStringList());
    monitor.stop();
    QCoro::waitFor(scope.close());
}

void TestClusterLab::helmKilledIsRepaired()
{
    // A helm of ours that was killed in the middle: the lock is written by the real helm, whose state is then set back.
    const Result<InstallOutcome> installed = awaited(installRelease(request(), &m_steps, {}));
    QVERIFY2(installed.has_value(), installed ? "" : qPrintable(installed.error().summary + u'\n' + installed.error().detail));
    const QByteArray helm = "\"$LAB_HELM\" --kubeconfig \"$LAB_KUBECONFIG\" ";
    // The test's own kill -9: as soon as the new revision's Secret appears.
    outside(QString::fromUtf8(helm + "upgrade raycluster kuberay/ray-cluster --reuse-values --set worker.replicas=1 --labels rayhelm/installation="
                              + installed->installationId.toUtf8()
                              + " >/dev/null 2>&1 & p=$!; n=0; while [ $n -lt 400 ]; do "
                                "\"$LAB_KUBECTL\" --kubeconfig \"$LAB_KUBECONFIG\" get secrets -l owner=helm,version=2 -o name 2>/dev/null | grep -q . && break; "
                                "n=$((n+1)); done; kill -9 $p; wait"));
    const Result<LeftState> left = awaited(readLeftState(host(), {}));
    QVERIFY(left.has_value());
    qInfo("left behind: %s (revision %d)", qPrintable(left->release.description), left->release.revision);
    if (left->release.state != ReleaseState::PendingUpgrade)
        qInfo("helm was faster than the kill; nothing is left to repair");
    else
        QCOMPARE(left->action, RepairAction::Wait); // just begun: somebody's helm may still run
    QTRY_VERIFY_WITH_TIMEOUT(awaited(readLeftState(host(), {}))->action != RepairAction::Wait, 90000);
    const Result<LeftState> repaired = awaited(repairRelease(host(), &m_output, &m_steps, {}));
    QVERIFY2(repaired.has_value(), repaired ? "" : qPrintable(repaired.error().summary + repaired.error().detail));
    QCOMPARE(repaired->action, RepairAction::None);
    QCOMPARE(repaired->release.state, ReleaseState::Deployed);
    DeleteRequest removal;
    removal.host = host();
    QVERIFY(awaited(deleteRelease(removal, &m_steps, {})).has_value());
    QCOMPARE(outside(u"ls -A \"$LAB_SSH_HOME\""_s), m_homeBefore);
}

void TestClusterLab::foreignRelease()
{
    const QByteArray out = outside(u"cd \"$LAB_SSH_HOME/.interlink\" && \"$LAB_HELM\" --kubeconfig \"$LAB_KUBECONFIG\" install raycluster "
                                   "--repo \"$LAB_HELM_REPO_URL\" ray-cluster --version 1.2.2 --values \"$LAB_VALUES\" 2>&1"_s);
    QVERIFY2(out.contains("deployed"), out.constData());
    const Result<InstallOutcome> installed = awaited(installRelease(request(), &m_steps, {}));
    QCOMPARE(installed.error().kind, ErrorKind::Conflict);
    QVERIFY(kubectl(u"get secrets -l owner=helm,version=2 -o name"_s).isEmpty()); // no second revision
    DeleteRequest removal;
    removal.host = host();
    QCOMPARE(awaited(deleteRelease(removal, &m_steps, {})).error().kind, ErrorKind::Conflict);
    QVERIFY(!kubectl(u"get secrets -l owner=helm -o name"_s).isEmpty());
    removal.consent.typedName = u"raycluster"_s;
    removal.host.hpc = nullptr;
    const Result<GiveBackReport> report = awaited(deleteRelease(removal, &m_steps, {}));
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary));
    QCOMPARE(report->verdict(), GiveBackVerdict::NoProof); // no login, no proof
    QVERIFY(!report->slurmJobs().isEmpty());
    const Result<GiveBackReport> proven = awaited(proveGivenBack(host(), *report, {}));
    QCOMPARE(proven->verdict(), GiveBackVerdict::GivenBack);
}

void TestClusterLab::refusedBySlurm()
{
    InstallRequest wanted = request();
    wanted.values = valuesWith("--partition=gpu", "--partition=nope");
    QVERIFY(wanted.values != m_values);
    QVERIFY(awaited(installRelease(wanted, &m_steps, {})).has_value());
    TaskScope scope;
    ClusterMonitor monitor(host(), scope);
    monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(monitor.status().pods.size() >= 2, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.status().state, ClusterState::Waiting, 30000);
    QVERIFY(monitor.status().held.isNothing());
    DeleteRequest removal;
    removal.host = host();
    removal.jobNumberWait = std::chrono::seconds(5);
    const Result<GiveBackReport> report = awaited(deleteRelease(removal, &m_steps, {}));
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().summary));
    QVERIFY(report->slurmJobs().isEmpty());
    QVERIFY(m_steps.all().at(1).note.contains(u"may start later"_s));
    monitor.stop();
    QCoro::waitFor(scope.close());
}

void TestClusterLab::image()
{
    PullRequest pull;
    pull.reference = u"docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:0.1.0"_s;
    pull.directory = setting("LAB_IMAGE_DIR");
    pull.name = u"pulled"_s;
    pull.freeSpaceNeeded = 1'000'000;
    const Result<ImageFile> file = awaited(pullImage(m_hpc.get(), pull, &*m_explanations, &m_output, &m_steps, {}));
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().summary + u'\n' + file.error().detail));
    qInfo("%s", qPrintable(file->sentence(QDateTime::currentDateTimeUtc())));
    QVERIFY(QFile::exists(pull.path()));
    const Result<ImageFile> again = awaited(pullImage(m_hpc.get(), pull, &*m_explanations, &m_output, &m_steps, {}));
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QFile::remove(pull.path());
    pull.reference = u"docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:no-such-tag"_s;
    const Result<ImageFile> missing = awaited(pullImage(m_hpc.get(), pull, &*m_explanations, &m_output, &m_steps, {}));
    QVERIFY(!missing);
    qInfo("%s | %s", qPrintable(missing.error().summary), qPrintable(missing.error().detail));
    QVERIFY(!QFile::exists(pull.path()));
    QVERIFY(outside(u"ls -A \"$LAB_IMAGE_DIR\" | grep unfinished"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestClusterLab)
#include "tst_clusterlab.moc"
