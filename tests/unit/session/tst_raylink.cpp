#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "core/sleep.h"
#include "fakenetwork.h"
#include "jobs/jobhistory.h"
#include "jobs/jobspec.h"
#include "jobs/rayclient.h"
#include "remote/launcher.h"
#include "secrets/memorysecretstore.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/raylink.h"
#include "session/session.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

namespace {

/// A keychain that takes its time, as the real one does: between the question and its answer other things happen.
class SlowSecretStore : public MemorySecretStore
{
public:
    Task<std::shared_ptr<Secret>> read(QString key, std::stop_token stop) override
    {
        const Result<> slept = co_await sleepFor(std::chrono::milliseconds(20), stop);
        if (!slept)
            co_return failure(slept.error());
        Result<std::shared_ptr<Secret>> found = co_await MemorySecretStore::read(key, stop);
        co_return found;
    }
};

} // namespace

/// The way to Ray while it is used: opened once for all, and closed under those who still wait for an answer.
class TestRayLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void oneWayForAll();
    void whoGivesUpSpeaksForHimself();
    void closedWhileInUse_data();
    void closedWhileInUse();
    void stopGoesOnOverTheNextWay();
    void submissionEndsWithItsWay_data();
    void submissionEndsWithItsWay();

private:
    FakeAnswer answer(const SentRequest &request) const;
    void closeWay() { m_session->ray().setHead(QStringLiteral("head"), QStringLiteral("uid-%1").arg(++m_heads), QStringLiteral("10.0.0.1")); }
    JobSpec spec() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemProcessLauncher m_launcher;
    std::unique_ptr<FakeNetwork> m_network;
    SlowSecretStore m_secrets;
    Redactor m_redactor;
    std::unique_ptr<CommandLog> m_commands;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<Session> m_session;
    QByteArray m_silent; ///< requests whose line begins so get no answer
    QByteArray m_jobState;
    int m_heads = 0;
};

void TestRayLink::init()
{
    m_silent.clear();
    m_jobState = "RUNNING";
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeNetwork>();
    m_network->decide([this](const SentRequest &request) { return answer(request); });
    m_commands = std::make_unique<CommandLog>(m_redactor);
    m_profiles = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")));
    SessionEdges edges;
    edges.launcher = &m_launcher;
    edges.network = m_network.get();
    edges.secrets = &m_secrets;
    edges.commands = m_commands.get();
    edges.redactor = &m_redactor;
    edges.profiles = m_profiles.get();
    edges.configDirectory = edges.dataDirectory = edges.runtimeDirectory = m_folder->path();
    m_session = std::make_unique<Session>(edges);
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.host = QStringLiteral("vm.test");
    profile.rayAddress = QStringLiteral("http://ray.test/prefix");
    profile.rayUser = QStringLiteral("ada");
    m_session->connection().setProfile(profile);
}

void TestRayLink::cleanup()
{
    QCoro::waitFor(m_session->close());
    m_session.reset();
}

FakeAnswer TestRayLink::answer(const SentRequest &request) const
{
    const QByteArray line = request.line();
    FakeAnswer answer;
    if (!m_silent.isEmpty() && line.startsWith(m_silent))
        answer.never = true;
    else if (line == "GET /prefix/api/version")
        answer.body = R"({"version":"4","ray_version":"2.9.0","ray_commit":"x"})";
    else if (line.startsWith("GET /prefix/nodes"))
        answer.body = R"({"result":true,"data":{"summary":[]}})";
    else if (line == "GET /prefix/api/jobs/")
        answer.body = "[]";
    else if (line.startsWith("PUT /prefix/api/packages/"))
        answer.body = "{}";
    else if (line.startsWith("GET /prefix/api/packages/"))
        answer = {404, "Package does not exist", {}, QNetworkReply::NoError, false};
    else if (line == "POST /prefix/api/jobs/")
        answer.body = R"({"job_id":"a-1","submission_id":"a-1"})";
    else if (line.startsWith("POST "))
        answer.body = R"({"stopped":true})";
    else if (line.startsWith("GET /prefix/api/jobs/"))
        answer.body = R"({"submission_id":"a-1","type":"SUBMISSION","status":")" + m_jobState + R"("})";
    else
        answer.status = 404;
    return answer;
}

JobSpec TestRayLink::spec() const
{
    JobSpec spec;
    spec.submissionId = newSubmissionId(QStringLiteral("train"));
    spec.name = QStringLiteral("train");
    spec.folder = m_folder->filePath(QStringLiteral("work"));
    QDir().mkpath(spec.folder);
    QFile config(spec.folder + QStringLiteral("/config.yaml"));
    if (config.open(QIODevice::WriteOnly))
        config.write("training_pipeline: {}\n");
    spec.configName = QStringLiteral("config");
    spec.pipeline = QStringLiteral("training_pipeline");
    return spec;
}

void TestRayLink::oneWayForAll()
{
    QSignalSpy opened(&m_session->ray(), &RayLink::opened);
    auto first = m_session->ray().ensureOpen({});
    auto second = m_session->ray().ensureOpen({});
    QTRY_VERIFY(first.isReady() && second.isReady());
    const auto one = QCoro::waitFor(first);
    const auto other = QCoro::waitFor(second);
    QVERIFY(one && other);
    QCOMPARE(one->get(), other->get());
    QCOMPARE(m_session->ray().client().get(), one->get());
    QCOMPARE(opened.size(), 1);
}

void TestRayLink::whoGivesUpSpeaksForHimself()
{
    std::stop_source impatient;
    auto first = m_session->ray().ensureOpen(impatient.get_token());
    auto second = m_session->ray().ensureOpen({});
    impatient.request_stop();
    QTRY_VERIFY(first.isReady() && second.isReady());
    QVERIFY(QCoro::waitFor(second));
}

void TestRayLink::closedWhileInUse_data()
{
    QTest::addColumn<QString>("use");
    QTest::addColumn<QByteArray>("silent");
    QTest::newRow("a submission") << QStringLiteral("submit") << QByteArray("POST /prefix/api/jobs/");
    QTest::newRow("a stop") << QStringLiteral("stop") << QByteArray("POST /prefix/api/jobs/a-1/stop");
    QTest::newRow("a followed log") << QStringLiteral("follow") << QByteArray("GET /prefix/api/jobs/a-1");
    QTest::newRow("a question for the nodes") << QStringLiteral("ask") << QByteArray("GET /prefix/nodes");
}

/// Who waits keeps the client alive; once nobody does, it is gone.
void TestRayLink::closedWhileInUse()
{
    QFETCH(QString, use);
    QFETCH(QByteArray, silent);
    m_silent = silent;
    std::stop_source asking;
    auto asked = use == QLatin1String("ask") ? m_session->ray().ensureOpen(asking.get_token())
                                                   : Task<std::shared_ptr<RayClient>>();
    if (use == QLatin1String("submit"))
        m_session->jobs().submit(spec());
    else if (use == QLatin1String("stop"))
        m_session->jobs().stop(QStringLiteral("a-1"));
    else if (use == QLatin1String("follow"))
        m_session->jobs().follow(QStringLiteral("a-1"));
    const auto waits = [&] {
        const QByteArrayList lines = m_network->lines();
        return std::any_of(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.startsWith(silent); });
    };
    QTRY_VERIFY2(waits(), m_network->lines().join('\n').constData());
    const std::weak_ptr<RayClient> client = m_session->ray().client();
    QVERIFY(!client.expired());
    closeWay();
    QVERIFY(!m_session->ray().client());
    QVERIFY(!client.expired()); // somebody still waits with it
    m_session->jobs().cancelSubmit();
    asking.request_stop();
    QTRY_VERIFY(client.expired());
}

void TestRayLink::stopGoesOnOverTheNextWay()
{
    QSignalSpy failed(&m_session->jobs(), &JobDesk::stopFailed);
    m_silent = "GET /prefix/api/jobs/a-1"; // asked, and then no answer: the way is gone
    m_session->jobs().stop(QStringLiteral("a-1"));
    QTRY_COMPARE(m_network->count("GET /prefix/api/jobs/a-1"), 1);
    m_silent.clear();
    m_jobState = "STOPPED";
    closeWay();
    QTRY_COMPARE(m_network->count("GET /prefix/api/jobs/a-1"), 2);
    QTRY_COMPARE(m_network->count("POST /prefix/api/jobs/a-1/stop"), 2);
    QCOMPARE(failed.size(), 0);
}

void TestRayLink::submissionEndsWithItsWay_data()
{
    QTest::addColumn<QByteArray>("silent");
    QTest::addColumn<bool>("inDoubt");
    QTest::newRow("while it is looked at") << QByteArray("GET /prefix/api/packages/") << false;
    QTest::newRow("while the files are sent") << QByteArray("PUT /prefix/api/packages/") << false;
    QTest::newRow("while it is started") << QByteArray("POST /prefix/api/jobs/") << true;
}

/// What was meant for one cluster never goes to the next one, and what is known of it is what is true.
void TestRayLink::submissionEndsWithItsWay()
{
    QFETCH(QByteArray, silent);
    QFETCH(bool, inDoubt);
    m_silent = silent;
    JobDesk &jobs = m_session->jobs();
    QSignalSpy failed(&jobs, &JobDesk::submitFailed);
    const JobSpec sent = spec();
    jobs.submit(sent);
    const auto waits = [&] {
        const QByteArrayList lines = m_network->lines();
        return std::any_of(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.startsWith(silent); });
    };
    QTRY_VERIFY2(waits(), m_network->lines().join('\n').constData());
    closeWay();
    QTRY_COMPARE(failed.size(), 1);
    m_silent.clear();
    const auto state = [&] { return jobs.job(sent.submissionId).value_or(JobRecord()).state; };
    QCOMPARE(state(), inDoubt ? HistoryState::Submitting : HistoryState::NotStarted);
    for (int i = 0; i < 6 && state() == HistoryState::Submitting; ++i) {
        const int before = m_network->count("GET /prefix/api/jobs/");
        jobs.refresh();
        QTRY_VERIFY(m_network->count("GET /prefix/api/jobs/") > before);
        QTest::qWait(0);
    }
    QTRY_COMPARE(state(), HistoryState::NotStarted); // Ray's list is without it
    QCOMPARE(m_network->count("POST /prefix/api/jobs/"), inDoubt ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestRayLink)
#include "tst_raylink.moc"
