#include "sessionbench.h"

#include "awaiting.h"
#include "cluster/installrecord.h"
#include "cluster/kubectl.h"
#include "cluster/podview.h"
#include "folders.h"
#include "remote/question.h"
#include "session/connection.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace rayhelm {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &content)
{
    QFile file(path + QStringLiteral(".new"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QFile::remove(path);
    QVERIFY(file.rename(path));
}

} // namespace

SessionBench::SessionBench()
    : m_path(qgetenv("PATH"))
{
    const QString support = rayhelm::sourceFile("/tests/support");
    qputenv("PATH", (support + QStringLiteral("/panelvm:") + support + QStringLiteral("/standins:")).toUtf8() + m_path);
    qputenv("FAKE_STATE", m_folder.filePath(QStringLiteral("state")).toUtf8());
    qputenv("HOME", m_folder.filePath(QStringLiteral("home")).toUtf8());
    for (const char *folder : {"home/.interlink", "data", "config", "run", "state"})
        QDir().mkpath(m_folder.filePath(QLatin1String(folder)));
    m_commands = std::make_unique<CommandLog>(m_redactor);
    m_network.decide([this](const SentRequest &request) { return answer(request); });
    begin();
}

SessionBench::~SessionBench()
{
    removeState(QStringLiteral("hold"));
    close();
    qputenv("PATH", m_path);
}

void SessionBench::begin()
{
    m_profiles = std::make_unique<ProfileStore>(m_folder.filePath(QStringLiteral("config/profiles.json")));
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

void SessionBench::close()
{
    if (!m_session)
        return;
    QCoro::waitFor(m_session->close());
    m_session.reset();
}

Profile SessionBench::profile(bool withHpc) const
{
    Profile profile;
    profile.id = m_profileId;
    profile.name = QStringLiteral("Test");
    profile.host = QStringLiteral("vm.test");
    profile.user = QStringLiteral("tester");
    profile.useSudo = false;
    profile.rayAddress = QStringLiteral("http://ray.test");
    if (withHpc)
        profile.hpcLogin = QStringLiteral("tester@hpc.test");
    return profile;
}

void SessionBench::setState(const QString &name, const QByteArray &content)
{
    replace(m_folder.filePath(QStringLiteral("state/")) + name, content);
}

void SessionBench::removeState(const QString &name)
{
    QFile::remove(m_folder.filePath(QStringLiteral("state/")) + name);
}

QByteArray SessionBench::stateOf(const QString &name) const
{
    return contentOf(m_folder.filePath(QStringLiteral("state/")) + name);
}

bool SessionBench::hasState(const QString &name) const
{
    return QFile::exists(m_folder.filePath(QStringLiteral("state/")) + name);
}

void SessionBench::putFile(const QString &name, const QByteArray &bytes)
{
    replace(m_folder.filePath(QStringLiteral("home/.interlink/")) + name, bytes);
}

QByteArray SessionBench::file(const QString &name) const
{
    return contentOf(m_folder.filePath(QStringLiteral("home/.interlink/")) + name);
}

int SessionBench::logins(const QByteArray &host) const
{
    return int(stateOf(QStringLiteral("logins")).split('\n').count(host));
}

int SessionBench::countCalls(const QByteArray &beginning) const
{
    const QList<QByteArray> calls = stateOf(QStringLiteral("calls")).split('\n');
    return int(std::count_if(calls.begin(), calls.end(), [&](const QByteArray &call) { return call.startsWith(beginning); }));
}

FakeAnswer SessionBench::answer(const SentRequest &request) const
{
    const QString path = request.url.path();
    FakeAnswer answer;
    if (m_rayJobs.isEmpty())
        answer.error = QNetworkReply::ConnectionRefusedError;
    else if (path.endsWith(QStringLiteral("/api/version")))
        answer.body = R"({"version":"4","ray_version":"2.9.0","ray_commit":"x"})";
    else if (path.endsWith(QStringLiteral("/nodes")))
        answer.body = R"({"result":true,"data":{"summary":[]}})";
    else if (path.endsWith(QStringLiteral("/api/jobs/")))
        answer.body = m_rayJobs;
    else if (path.endsWith(QStringLiteral("/stop")))
        answer.body = R"({"stopped":true})";
    else
        answer.status = 404;
    return answer;
}

void SessionBench::installCluster(const QString &installation, const char *pods, bool foreign)
{
    const QByteArray id = installation.toUtf8();
    setState(QStringLiteral("labels"), "1\tdeployed\t" + id + "\tada\t2026-05-03T12:00:00Z\t\n");
    const QString recording = testData("/recorded/") + QLatin1String(pods);
    setState(QStringLiteral("pods.json"), contentOf(recording));
    setState(QStringLiteral("rayclusters.json"), contentOf(QString(recording).replace(QStringLiteral("-pods"), QStringLiteral("-rayclusters"))));
    setState(QStringLiteral("secret"), id);
    if (foreign)
        return;
    InstallRecord record;
    record.installationId = installation;
    record.profileId = m_profileId;
    record.release = profile().releaseName;
    record.kubernetesNamespace = profile().kubernetesNamespace;
    record.helmFinished = true;
    record.begun = QDateTime::currentDateTimeUtc();
    QVERIFY(awaited(InstallJournal(dataDirectory()).store(record, {})));
}

QStringList SessionBench::podUids() const
{
    QStringList uids;
    const QJsonArray items = QJsonDocument::fromJson(stateOf(QStringLiteral("pods.json"))).object().value(QStringLiteral("items")).toArray();
    for (const PodView &pod : podsFromJson(items))
        uids.append(pod.uid.text());
    return uids;
}

bool SessionBench::connectNow(const Profile &profile)
{
    m_session->connection().setProfile(profile);
    m_session->connection().connectToHost();
    const bool connected = QTest::qWaitFor([this] { return m_session->connection().isConnected(); }, 60000);
    if (!connected && m_session->connection().error())
        qWarning("%s\n%s", qPrintable(m_session->connection().error()->summary), qPrintable(m_session->connection().error()->detail));
    return connected;
}

void SessionBench::answerQuestions(bool withPassword)
{
    QuestionDesk *desk = m_session->connection().questions();
    const QList<Question> open = desk->open();
    for (const Question &question : open) {
        if (!withPassword) {
            desk->cancel(question.id);
            continue;
        }
        Answer answer;
        answer.secret = Secret(QStringLiteral("open sesame"));
        desk->answer(question.id, std::move(answer));
    }
}

int SessionBench::openQuestions() const
{
    return int(m_session->connection().questions()->open().size());
}

} // namespace rayhelm
