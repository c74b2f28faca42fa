#include "paneldriver.h"

#include "awaiting.h"
#include "namesdriver.h"

#include "cluster/installrecord.h"
#include "core/storedfile.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "translations/translations.h"

#include "ui/panelstack.h"
#include "ui/theme.h"
#include "folders.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTranslator>

namespace rayhelm {

namespace {

const QString releaseName = QStringLiteral("raycluster");
const QString installation = QStringLiteral("rh-test-1");

QString iso(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODate);
}

QJsonObject podObject(const ScriptedPod &pod)
{
    const QDateTime created = QDateTime::currentDateTime().addSecs(-60 * pod.minutes);
    QJsonObject annotations{{QStringLiteral("slurm-job.vk.io/flags"), QStringLiteral("--gres=gpu:%1 --time=230").arg(pod.gpus)}};
    if (!pod.slurmJob.isEmpty())
        annotations.insert(QStringLiteral("JobID"), pod.slurmJob);
    const QJsonObject state = pod.running
        ? QJsonObject{{QStringLiteral("running"), QJsonObject{{QStringLiteral("startedAt"), iso(created)}}}}
        : QJsonObject{{QStringLiteral("waiting"), QJsonObject{}}};
    const QString container = pod.group.isEmpty() ? QStringLiteral("ray-head") : QStringLiteral("ray-worker");
    return QJsonObject{
        {QStringLiteral("kind"), QStringLiteral("Pod")},
        {QStringLiteral("metadata"),
         QJsonObject{{QStringLiteral("name"), pod.name},
                     {QStringLiteral("uid"), QStringLiteral("uid-") + pod.name},
                     {QStringLiteral("creationTimestamp"), iso(created)},
                     {QStringLiteral("annotations"), annotations},
                     {QStringLiteral("labels"),
                      QJsonObject{{QStringLiteral("ray.io/node-type"), pod.group.isEmpty() ? QStringLiteral("head") : QStringLiteral("worker")},
                                  {QStringLiteral("ray.io/group"), pod.group.isEmpty() ? QStringLiteral("headgroup") : pod.group},
                                  {QStringLiteral("ray.io/cluster"), releaseName + QStringLiteral("-kuberay")},
                                  {QStringLiteral("app.kubernetes.io/instance"), releaseName}}}}},
        {QStringLiteral("spec"),
         QJsonObject{{QStringLiteral("nodeName"), QStringLiteral("vega-virtual-node")},
                     {QStringLiteral("containers"), QJsonArray{QJsonObject{{QStringLiteral("name"), container}}}}}},
        {QStringLiteral("status"),
         QJsonObject{{QStringLiteral("phase"), pod.running ? QStringLiteral("Running") : QStringLiteral("Pending")},
                     {QStringLiteral("podIP"), QStringLiteral("10.42.0.7")},
                     {QStringLiteral("containerStatuses"),
                      QJsonArray{QJsonObject{{QStringLiteral("name"), container},
                                             {QStringLiteral("ready"), pod.running},
                                             {QStringLiteral("state"), state}}}}}}};
}

QByteArray list(const QJsonArray &items)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("apiVersion"), QStringLiteral("v1")},
                                     {QStringLiteral("kind"), QStringLiteral("List")},
                                     {QStringLiteral("items"), items}}).toJson(QJsonDocument::Compact);
}

} // namespace

PanelVm::PanelVm()
    : m_path(qgetenv("PATH"))
{
    // The plurals of English, unless the test has chosen a language: the window shows "1 job", never "1 job(s)".
    if (QCoreApplication::instance()->findChildren<QTranslator *>().isEmpty())
        installTranslations(QLocale(QLocale::English));
    const QString support = rayhelm::sourceFile("/tests/support");
    qputenv("PATH", (support + QStringLiteral("/panelvm:") + support + QStringLiteral("/standins:")).toUtf8() + m_path);
    qputenv("FAKE_STATE", stateFolder().toUtf8());
    qputenv("HOME", m_folder.filePath(QStringLiteral("home")).toUtf8());
    for (const char *folder : {"home/.interlink", "data", "config", "run", "state"})
        QDir().mkpath(m_folder.filePath(QLatin1String(folder)));
    m_commands = std::make_unique<CommandLog>(m_redactor);
    m_profiles = std::make_unique<ProfileStore>(m_folder.filePath(QStringLiteral("config/profiles.json")));
    m_network.decide([this](const SentRequest &request) { return answer(request); });
    SessionEdges edges;
    edges.launcher = &m_launcher;
    edges.network = &m_network;
    edges.secrets = &m_secrets;
    edges.commands = m_commands.get();
    edges.redactor = &m_redactor;
    edges.profiles = m_profiles.get();
    edges.configDirectory = m_folder.filePath(QStringLiteral("config"));
    edges.dataDirectory = dataDirectory();
    edges.runtimeDirectory = m_folder.filePath(QStringLiteral("run"));
    m_session = std::make_unique<Session>(edges);
}

PanelVm::~PanelVm()
{
    close();
    qputenv("PATH", m_path);
}

void PanelVm::close()
{
    if (!m_session)
        return;
    QCoro::waitFor(m_session->close());
    m_session.reset();
    StoredFiles::flush(); // before the folder goes
}

Profile PanelVm::profile() const
{
    Profile profile;
    profile.id = m_profileId;
    profile.name = QStringLiteral("Test");
    profile.host = QStringLiteral("vm.test");
    profile.user = QStringLiteral("tester");
    profile.useSudo = false;
    profile.releaseName = releaseName;
    profile.rayAddress = QStringLiteral("http://ray.test/prefix");
    profile.mlflowUri = QStringLiteral("http://mlflow.test");
    profile.mlflowUser = QStringLiteral("ada");
    return profile;
}

void PanelVm::writeState(const QString &file, const QByteArray &bytes)
{
    QFile out(stateFolder() + QLatin1Char('/') + file + QStringLiteral(".new"));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
    out.close();
    QFile::remove(stateFolder() + QLatin1Char('/') + file);
    QVERIFY(out.rename(stateFolder() + QLatin1Char('/') + file));
}

QByteArray PanelVm::stateOf(const QString &file) const
{
    QFile in(stateFolder() + QLatin1Char('/') + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void PanelVm::putFile(const QString &name, const QByteArray &bytes)
{
    QFile out(QDir::homePath() + QStringLiteral("/.interlink/") + name);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

QByteArray PanelVm::storedFile(const QString &name) const
{
    QFile in(QDir::homePath() + QStringLiteral("/.interlink/") + name);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void PanelVm::installRelease(const QString &owner)
{
    InstallRecord record;
    record.installationId = installation;
    record.profileId = m_profileId;
    record.release = releaseName;
    record.kubernetesNamespace = QStringLiteral("default");
    record.helmFinished = true;
    record.secretName = QStringLiteral("rayhelm-mlflow");
    record.begun = QDateTime::currentDateTime().addSecs(-3600);
    if (owner.isEmpty() && !awaited(InstallJournal(dataDirectory()).store(record, {})))
        qFatal("the record of the installed release could not be written");
    const QStringList fields{QStringLiteral("1"), QStringLiteral("deployed"), owner.isEmpty() ? installation : QStringLiteral("other"),
                             owner.isEmpty() ? ownerMark(Profile(), dataDirectory()) : owner, iso(QDateTime::currentDateTime()), QString()};
    writeState(QStringLiteral("labels"), fields.join(QLatin1Char('\t')).toUtf8() + '\n');
}

void PanelVm::setPods(const QList<ScriptedPod> &pods)
{
    m_pods = pods;
    QJsonArray items;
    for (const ScriptedPod &pod : pods)
        items.append(podObject(pod));
    writeState(QStringLiteral("pods.json"), list(items));
    const QJsonObject group{{QStringLiteral("groupName"), QStringLiteral("workergroup")}, {QStringLiteral("replicas"), int(pods.size()) - 1}};
    const QJsonObject cluster{
        {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), releaseName + QStringLiteral("-kuberay")}, {QStringLiteral("uid"), QStringLiteral("rc")}}},
        {QStringLiteral("spec"), QJsonObject{{QStringLiteral("workerGroupSpecs"), QJsonArray{group}}}}};
    writeState(QStringLiteral("rayclusters.json"), list(pods.isEmpty() ? QJsonArray() : QJsonArray{cluster}));
    const QJsonObject ready{{QStringLiteral("type"), QStringLiteral("Ready")}, {QStringLiteral("status"), QStringLiteral("True")}};
    const QJsonObject gateway{
        {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), QStringLiteral("vega-virtual-node")},
                                                 {QStringLiteral("labels"), QJsonObject{{QStringLiteral("virtual-node.interlink/type"), QStringLiteral("virtual-kubelet")}}}}},
        {QStringLiteral("status"), QJsonObject{{QStringLiteral("conditions"), QJsonArray{ready}}}}};
    writeState(QStringLiteral("nodes.json"), list(QJsonArray{gateway})); // else every pod's contact counts as lost
    m_session->lifecycle().refresh();
}

QList<ScriptedPod> PanelVm::usableCluster()
{
    QList<ScriptedPod> pods{{QStringLiteral("raycluster-kuberay-head-h7x2p"), {}, QStringLiteral("4711223"), true, true, 1, 69}};
    for (int i = 1; i <= 3; ++i)
        pods.append({QStringLiteral("raycluster-kuberay-workergroup-worker-w%1").arg(i), QStringLiteral("workergroup"),
                     QString::number(4711223 + i), true, true, 1, 60});
    return pods;
}

void PanelVm::setExperiment(int status, const QByteArray &json)
{
    m_experimentStatus = status;
    m_experiment = json;
}

FakeAnswer PanelVm::answer(const SentRequest &request) const
{
    const QString path = request.url.path();
    FakeAnswer answer;
    if (path.endsWith(QStringLiteral("/api/version"))) {
        answer.body = R"({"version":"4","ray_version":"2.9.0","ray_commit":"x"})";
    } else if (path.endsWith(QStringLiteral("/nodes"))) {
        QJsonArray nodes;
        for (const ScriptedPod &pod : m_pods) {
            if (pod.alive)
                nodes.append(QJsonObject{{QStringLiteral("raylet"),
                                          QJsonObject{{QStringLiteral("nodeId"), QStringLiteral("node-") + pod.name},
                                                      {QStringLiteral("instanceId"), pod.name},
                                                      {QStringLiteral("state"), QStringLiteral("ALIVE")},
                                                      {QStringLiteral("isHeadNode"), pod.group.isEmpty()},
                                                      {QStringLiteral("resourcesTotal"),
                                                       QJsonObject{{QStringLiteral("CPU"), 64}, {QStringLiteral("GPU"), pod.gpus}}}}}});
        }
        answer.body = QJsonDocument(QJsonObject{{QStringLiteral("result"), true},
                                                {QStringLiteral("data"), QJsonObject{{QStringLiteral("summary"), nodes}}}}).toJson();
    } else if (path.endsWith(QStringLiteral("/logs"))) {
        answer.body = QJsonDocument(QJsonObject{{QStringLiteral("logs"), QString::fromUtf8(m_jobLog)}}).toJson();
    } else if (path.endsWith(QStringLiteral("/api/jobs/")) && request.method == "GET") {
        answer.body = m_rayJobs;
    } else if (path.contains(QStringLiteral("/api/packages/"))) {
        answer.status = request.method == "PUT" ? 200 : 404;
        answer.body = request.method == "PUT" ? "{}" : "Package does not exist";
    } else if (path.endsWith(QStringLiteral("/api/jobs/")) && request.method == "POST") {
        answer.body = request.body; // with the submission's own id, as Ray answers
    } else if (path.endsWith(QStringLiteral("/stop"))) {
        answer.body = R"({"stopped":true})";
    } else if (path.endsWith(QStringLiteral("/runs/search"))) {
        answer.body = "{}";
    } else if (path.endsWith(QStringLiteral("/experiments/get-by-name"))) {
        answer.status = m_experimentStatus;
        answer.body = m_experiment.isEmpty() ? QByteArray(R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"none"})") : m_experiment;
    } else {
        answer.status = 0;
    }
    return answer;
}

bool PanelVm::connectNow()
{
    m_session->connection().setProfile(profile());
    m_session->connection().connectToHost();
    const bool connected = QTest::qWaitFor([this] { return m_session->connection().isConnected(); }, 20000);
    if (!connected && m_session->connection().error())
        qWarning("%s\n%s", qPrintable(m_session->connection().error()->summary), qPrintable(m_session->connection().error()->detail));
    return connected;
}

namespace see {

namespace {

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2068)).remove(QChar(0x2069));
}

template<typename Visit>
void visitShown(const QWidget *in, Visit visit)
{
    const QList<QWidget *> widgets = in->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible())
            visit(widget);
    }
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return {};
}

QString textsOf(const QAbstractItemView *view)
{
    QStringList texts;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; model && row < qMin(model->rowCount(), 200); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            texts.append(model->index(row, column).data().toString());
    }
    return texts.join(QLatin1Char('\t'));
}

} // namespace

QAbstractButton *button(const QWidget *in, const QString &text)
{
    QAbstractButton *found = nullptr;
    visitShown(in, [&](QWidget *widget) {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && plain(button->text()) == text)
            found = button;
    });
    return found;
}

bool press(const QWidget *in, const QString &text)
{
    QAbstractButton *found = button(in, text);
    if (!found || !found->isEnabled())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    QCoreApplication::processEvents(); // messages run their actions from the event loop
    return true;
}

QString all(const QWidget *in)
{
    QStringList texts;
    visitShown(in, [&](QWidget *widget) {
        const auto *view = qobject_cast<QAbstractItemView *>(widget);
        const QString text = plain(view ? textsOf(view) : textOf(widget));
        if (!text.isEmpty())
            texts.append(text);
    });
    return texts.join(QLatin1Char('\n'));
}

bool text(const QWidget *in, const QString &text)
{
    return all(in).contains(plain(text));
}

QStringList unnamed(const QWidget *in)
{
    return nameless(in);
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, QColor(0x31, 0x36, 0x3b));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    return Theme::readable(palette);
}

void shoot(QWidget *panel, const QString &name)
{
    const QString folder = qEnvironmentVariable("RAYHELM_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QWidget *window = panel->window();
    const QSize before = window->size();
    const QPalette light = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : light);
        for (const QSize &size : {QSize(1120, 700), QSize(590, 330)}) { // what the window's frame leaves to a panel
            if (auto *stack = qobject_cast<PanelStack *>(window))
                stack->setWindowSize(size.width() > 700 ? WindowSize::Wide : WindowSize::Narrow);
            window->resize(size);
            QTest::qWait(50);
            window->grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(size.width()));
        }
    }
    QApplication::setPalette(light);
    if (auto *stack = qobject_cast<PanelStack *>(window))
        stack->setWindowSize(WindowSize::Wide);
    window->resize(before);
}

} // namespace see

} // namespace rayhelm
