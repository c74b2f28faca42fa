#include "hostilevm.h"

#include "awaiting.h"
#include "cluster/installrecord.h"
#include "folders.h"
#include "jobs/jobhistory.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "ui/markupguard.h"
#include "ui/spokenlabel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QNetworkProxy>
#include <QTest>

namespace rayhelm {

namespace {

const QString release = QStringLiteral("raycluster");
const QString installation = QStringLiteral("rh-test-1");

QByteArray honestPods()
{
    return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[{\"metadata\":{\"name\":\"raycluster-kuberay-head-h7x2p\",\"uid\":\"uid-head\",\"creationTimestamp\":"
           "\"2026-11-30T00:00:00Z\",\"annotations\":{\"JobID\":\"4711\",\"slurm-job.vk.io/flags\":\"--gres=gpu:1 --time=230\"},\"labels\":{\"ray.io/node-type\":\"head\","
           "\"ray.io/cluster\":\"raycluster-kuberay\"}},\"spec\":{\"nodeName\":\"vega-virtual-node\",\"containers\":[{\"name\":\"ray-head\"}]},\"status\":{\"phase\":\"Running\","
           "\"podIP\":\"10.42.0.7\",\"containerStatuses\":[{\"name\":\"ray-head\",\"ready\":true,\"state\":{\"running\":{\"startedAt\":\"2026-11-30T00:00:00Z\"}}}]}}]}";
}

} // namespace

QNetworkReply *HostileNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing)
{
    QNetworkRequest changed = request;
    QUrl url = request.url();
    if (url.host() == QLatin1String("ghcr.io") && url.path().startsWith(QLatin1String("/v2/"))) {
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_port);
        url.setPath(QStringLiteral("/registry") + url.path());
        changed.setUrl(url);
    }
    if (url.host() != QLatin1String("127.0.0.1") || url.port() != m_port) {
        elsewhere.append(url.toString());
        changed.setUrl(QUrl(QStringLiteral("http://127.0.0.1:%1/nowhere").arg(m_port)));
    }
    return QNetworkAccessManager::createRequest(operation, changed, outgoing);
}

HostileVm::HostileVm(const TestSshd *sshd)
    : m_path(qgetenv("PATH"))
    , m_network(m_server.port())
{
    static const bool once = [] {
        auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
        installMarkupGuard(*application);
        Theme::install(*application);
        installSpokenLabels();
        return true;
    }();
    Q_UNUSED(once)
    if (const Result<Explanations> explanations = Explanations::load())
        m_explanations = *explanations;
    makeHome(sshd);
    m_profiles = std::make_unique<ProfileStore>(m_folder.filePath(QStringLiteral("config/profiles.json")));
    m_profile.id = QUuid::createUuid();
    m_profile.name = QStringLiteral("Test");
    m_profile.host = QStringLiteral("vm.test");
    m_profile.user = QStringLiteral("tester");
    m_profile.useSudo = false;
    if (sshd) {
        m_profile.host = sshd->target().host;
        m_profile.port = sshd->port();
        m_profile.user = sshd->target().user;
        m_profile.login = LoginKind::KeyFile;
        m_profile.identityFile = sshd->key();
    }
    if (!sshd)
        m_profile.hpcLogin = QStringLiteral("tester@hpc.test");
    m_profile.rayAddress = QStringLiteral("http://127.0.0.1:%1/ray").arg(m_server.port());
    m_profile.mlflowUri = QStringLiteral("http://127.0.0.1:%1/mlflow").arg(m_server.port());
    m_profile.mlflowUser = QStringLiteral("ada");
    putJobs();
    SessionEdges edges;
    edges.launcher = &m_launcher;
    edges.network = &m_network;
    edges.secrets = &m_secrets;
    edges.commands = &m_commands;
    edges.redactor = &m_redactor;
    edges.profiles = m_profiles.get();
    edges.explanations = &m_explanations;
    edges.configDirectory = m_folder.filePath(QStringLiteral("config"));
    edges.dataDirectory = data();
    edges.runtimeDirectory = m_folder.filePath(QStringLiteral("run"));
    m_session = std::make_unique<Session>(edges);
    m_window = std::make_unique<MainWindow>(*m_session);
    honest();
    m_window->resize(1280, 800);
    m_window->show();
}

HostileVm::~HostileVm()
{
    close();
    qputenv("PATH", m_path);
    QDir::setCurrent(m_before);
}

void HostileVm::close()
{
    if (!m_session)
        return;
    QCoro::waitFor(m_window->closeSession());
    m_window.reset();
    m_session.reset();
}

/// A home in which there is something to lose, and a home of the VM elsewhere.
void HostileVm::makeHome(const TestSshd *sshd)
{
    for (const char *folder : {"home/.ssh", "home/.config/autostart", "chosen", "data", "config", "run", "state/lies", "vm/.interlink", "xdg"})
        QDir().mkpath(m_folder.filePath(QLatin1String(folder)));
    write(QStringLiteral("home/.ssh/authorized_keys"), "ssh-ed25519 AAAA mine\n");
    write(QStringLiteral("home/.bashrc"), "mine\n");
    write(QStringLiteral("home/.profile"), "mine\n");
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.save(picture());
    const QString support = sourceFile("/tests/support");
    const QByteArray programs = (sourceFile("/tests/hostile/vm") + QLatin1Char(':') + support + QStringLiteral("/standins:")).toUtf8();
    if (!sshd)
        qputenv("PATH", programs + m_path);
    qputenv("HONEST", (support + QStringLiteral("/standins")).toUtf8());
    qputenv("FAKE_STATE", m_folder.filePath(QStringLiteral("state")).toUtf8());
    qputenv("FAKE_VM_HOME", m_folder.filePath(QStringLiteral("vm")).toUtf8());
    for (const char *name : {"kubectl", "helm", "squeue"}) {
        if (sshd)
            sshd->addProgram(QLatin1String(name), "#!/bin/sh\nexport PATH=" + programs + "$PATH HONEST=" + qgetenv("HONEST") + " FAKE_STATE="
                             + qgetenv("FAKE_STATE") + "\nexec " + sourceFile("/tests/hostile/vm/").toUtf8() + name + " \"$@\"\n");
    }
    qputenv("HOME", home().toUtf8());
    QDir::setCurrent(home()); // what is named without its folder would be found here
    for (const char *name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, m_folder.filePath(QStringLiteral("xdg")).toUtf8());
}

/// Jobs of this computer, whose logs the VM gives.
void HostileVm::putJobs()
{
    JobHistory history;
    const Result<> opened = history.open(data());
    QVERIFY(opened.has_value());
    for (int i = 1; i <= jobs; ++i) {
        JobRecord record;
        record.spec.submissionId = job(i);
        record.spec.name = QStringLiteral("hostile");
        record.profile = m_profile.id;
        record.state = HistoryState::Running;
        record.submitted = QDateTime::currentDateTime();
        const Result<> added = history.add(record);
        QVERIFY(added.has_value());
    }
}

void HostileVm::write(const QString &file, const QByteArray &bytes) const
{
    // A reader sees the old file or the new one.
    const QString path = m_folder.filePath(file);
    QFile out(path + QStringLiteral(".part"));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
    out.close();
    QFile::remove(path);
    QVERIFY(out.rename(path));
}

void HostileVm::honest()
{
    InstallRecord record;
    record.installationId = installation;
    record.profileId = m_profile.id;
    record.release = release;
    record.kubernetesNamespace = QStringLiteral("default");
    record.helmFinished = true;
    record.begun = QDateTime::currentDateTime().addSecs(-3600);
    const Result<> kept = awaited(InstallJournal(data()).store(record, {}));
    QVERIFY(kept.has_value());
    write(QStringLiteral("state/labels"), "1\tdeployed\t" + installation.toUtf8() + "\tme\t2026-11-30T00:00:00Z\t\n");
    write(QStringLiteral("state/pods.json"), honestPods());
    write(QStringLiteral("state/rayclusters.json"),
          "{\"items\":[{\"metadata\":{\"name\":\"raycluster-kuberay\",\"uid\":\"rc\"},\"spec\":{\"workerGroupSpecs\":[]}}]}");
    write(QStringLiteral("state/nodes.json"), "{\"items\":[{\"metadata\":{\"name\":\"vega-virtual-node\"},\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}]}");
    m_server.tell("/ray/api/version", {200, {}, R"({"version":"4","ray_version":"2.9.0"})", Manner::AtOnce, false});
    m_server.tell("/ray/nodes", {200, {}, R"({"result":true,"data":{"summary":[{"raylet":{"nodeId":"ab","instanceId":"raycluster-kuberay-head-h7x2p","state":"ALIVE","isHeadNode":true}}]}})", Manner::AtOnce, false});
    m_server.tell("/ray/api/jobs/", {200, {}, "[]", Manner::AtOnce, false});
    for (int i = 1; i <= jobs; ++i) {
        const QByteArray id = job(i).toUtf8();
        const QByteArray path = "/ray/api/jobs/" + id;
        m_server.tell(path, {200, {}, "{\"type\":\"SUBMISSION\",\"submission_id\":\"" + id + "\",\"status\":\"RUNNING\"}", Manner::AtOnce, false});
        m_server.tell(path + "/logs", {200, {}, R"({"logs":""})", Manner::AtOnce, false});
        m_server.tell(path + "/logs/tail", {200, {}, "line", Manner::AtOnce, true});
    }
}

void HostileVm::beginToConnect()
{
    m_session->connection().setProfile(m_profile);
    m_session->connection().connectToHost();
}

bool HostileVm::connectNow()
{
    beginToConnect();
    const bool connected = QTest::qWaitFor([this] { return m_session->connection().isConnected(); }, 60000);
    if (!connected && m_session->connection().error())
        qWarning("%s\n%s", qPrintable(m_session->connection().error()->summary), qPrintable(m_session->connection().error()->detail));
    return connected;
}

void HostileVm::apply(const Trick &trick)
{
    if (!trick.path.isEmpty()) {
        m_server.tell(trick.path, trick.lie);
        return;
    }
    const QString file = QStringLiteral("state/lies/") + QString::fromUtf8(trick.file);
    write(file + QStringLiteral(".how"), trick.how);
    write(file, trick.text);
}

void HostileVm::takeBack(const Trick &trick)
{
    if (trick.path.isEmpty()) {
        QFile::remove(m_folder.filePath(QStringLiteral("state/lies/") + QString::fromUtf8(trick.file)));
        return;
    }
    m_server.forget(trick.path);
    honest();
}

int HostileVm::calls(const QByteArray &words) const
{
    QFile file(m_folder.filePath(QStringLiteral("state/calls")));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = file.readAll().split('\n');
    return int(std::count_if(lines.begin(), lines.end(), [&words](const QByteArray &line) { return line.contains(words); }));
}

} // namespace rayhelm
