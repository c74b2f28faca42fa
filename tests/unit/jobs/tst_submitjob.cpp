#undef QT_NO_CAST_FROM_ASCII
#include "core/steps.h"
#include "fakenetwork.h"
#include "jobs/submitjob.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

namespace {

const QByteArray post = "POST /api/jobs/";
const QByteArray version = "GET /api/version";
const QByteArray nodes = "GET /nodes?view=summary";
const QByteArray ask = "GET /api/jobs/rayhelm-a-1";
/// What a Ray tells that does not name its session: its head node's name is new with each start.
const QByteArray nodesJson = R"({"result":true,"data":{"summary":[{"raylet":{"nodeId":"n1","state":"ALIVE","isHeadNode":true}}]}})";
const QByteArray jobJson = R"({"type":"SUBMISSION","submission_id":"rayhelm-a-1","status":"PENDING"})";

FakeAnswer says(int status, const QByteArray &body)
{
    return {status, body, {{"Content-Type", "text/plain"}}, QNetworkReply::NoError, false};
}

FakeAnswer breaks(QNetworkReply::NetworkError error)
{
    return {0, {}, {}, error, false};
}

} // namespace

class SubmitJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newPackage();
    void knownPackage();
    void anotherRayMeanwhile_data();
    void anotherRayMeanwhile();
    void newerRayLeavesOutMore();
    void lostAnswer_data();
    void lostAnswer();
    void refusalIsNotAskedAbout();
    void unknownForGood();
    void badSpecSendsNothing();
    void stepsOfAFailure();
    void cancelledAtEveryStep_data();
    void cancelledAtEveryStep();
    void stopWaitsForTheEnd();
    void findJobs();

private:
    /// Asks for as long as a busy machine needs to give every answer, unless a test waits for the end of asking.
    Result<QString> submit(std::chrono::milliseconds settleFor = std::chrono::seconds(20))
    {
        SubmitTimes times;
        times.settleFor = settleFor;
        times.settleInterval = std::chrono::milliseconds(10);
        return QCoro::waitFor(submitJob(*m_client, m_spec, &m_steps, {}, times));
    }
    QByteArray packageLine(const char *method) const
    {
        for (const SentRequest &request : m_network->sent()) {
            if (request.method == method && request.url.path().startsWith("/api/packages/"))
                return request.line();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<RayClient> m_client;
    Steps m_steps;
    JobSpec m_spec;
    FakeAnswer m_package;
};

void SubmitJobTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(m_folder->filePath("a.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hello\n");
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(8265));
    m_network->answer(version, says(200, R"({"ray_version":"2.9.0"})"));
    m_network->answer(nodes, says(200, nodesJson));
    m_network->answer(post, says(200, R"({"submission_id":"rayhelm-a-1"})"));
    m_package = says(404, "Package does not exist");
    m_network->decide([this](const SentRequest &request) {
        if (!request.url.path().startsWith("/api/packages/"))
            return says(0, {});
        return request.method == "GET" ? m_package : says(200, "");
    });
    m_spec = JobSpec();
    m_spec.submissionId = "rayhelm-a-1";
    m_spec.folder = m_folder->path();
    m_spec.configName = "c";
    m_spec.pipeline = "training";
}

void SubmitJobTest::newPackage()
{
    const auto sent = submit();
    QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().summary));
    QCOMPARE(*sent, "rayhelm-a-1");
    const QByteArray package = "/api/packages/gcs/_ray_pkg_3ac07246c7f80614.zip";
    QCOMPARE(m_network->lines(), (QByteArrayList{version, nodes, "GET " + package, "PUT " + package, version, nodes, post}));
    QVERIFY(m_network->sent().at(3).body.startsWith("PK"));
    QVERIFY(m_network->sent().last().body.contains("gcs://_ray_pkg_3ac07246c7f80614.zip"));
    for (const Step &step : m_steps.all())
        QCOMPARE(step.state, StepState::Done);
    QCOMPARE(m_steps.all().first().name, "Open tunnel");
}

void SubmitJobTest::knownPackage()
{
    m_package = says(200, "");
    QVERIFY(submit());
    QVERIFY(packageLine("PUT").isEmpty());
    QCOMPARE(m_network->count(post), 1);
}

void SubmitJobTest::anotherRayMeanwhile_data()
{
    QTest::addColumn<QList<QByteArray>>("versions");
    QTest::addColumn<QList<QByteArray>>("heads");
    QTest::addColumn<bool>("starts");
    const QByteArray old = R"({"ray_version":"2.9.0"})";
    const auto session = [](const QByteArray &name) { return R"({"ray_version":"2.54.0","session_name":")" + name + R"("})"; };
    QTest::newRow("the same") << QList{old, old} << QList<QByteArray>{"n1", "n1"} << true;
    QTest::newRow("another head") << QList{old, old} << QList<QByteArray>{"n1", "n2"} << false;
    QTest::newRow("the same session") << QList{session("s1"), session("s1")} << QList<QByteArray>{"n1", "n1"} << true;
    QTest::newRow("another session") << QList{session("s1"), session("s2")} << QList<QByteArray>{"n1", "n1"} << false;
    QTest::newRow("another version") << QList{old, session("s2")} << QList<QByteArray>{"n1", "n1"} << false;
    QTest::newRow("says nothing any more") << QList{old, QByteArray("{}")} << QList<QByteArray>{"n1", "n1"} << false;
}

/// The cluster is made anew while the files are sent: the job was meant for the earlier one.
void SubmitJobTest::anotherRayMeanwhile()
{
    QFETCH(QList<QByteArray>, versions);
    QFETCH(QList<QByteArray>, heads);
    QFETCH(bool, starts);
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(8265));
    for (const QByteArray &text : versions)
        m_network->answer(version, says(200, text));
    for (const QByteArray &head : heads)
        m_network->answer(nodes, says(200, QByteArray(nodesJson).replace("n1", head)));
    m_network->decide([](const SentRequest &request) {
        return request.url.path().startsWith("/api/packages/") ? says(200, "") : says(0, {});
    });
    m_network->answer(post, says(200, R"({"submission_id":"rayhelm-a-1"})"));
    const auto sent = submit();
    QCOMPARE(sent.has_value(), starts);
    QCOMPARE(m_network->count(post), starts ? 1 : 0);
}

void SubmitJobTest::newerRayLeavesOutMore()
{
    QDir(m_folder->path()).mkdir("venv");
    QFile file(m_folder->filePath("venv/x"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(8265));
    m_network->answer(version, says(200, R"({"ray_version":"2.60.0"})"));
    m_network->answer(nodes, says(200, nodesJson));
    dropped(submit(), "only what was sent is looked at");
    QCOMPARE(packageLine("GET"), "GET /api/packages/gcs/_ray_pkg_3ac07246c7f80614.zip");
}

void SubmitJobTest::lostAnswer_data()
{
    QTest::addColumn<QList<FakeAnswer>>("asked");
    QTest::addColumn<FakeAnswer>("start");
    QTest::addColumn<bool>("runs");
    const FakeAnswer there = says(200, jobJson);
    const FakeAnswer unknown = says(404, "Job rayhelm-a-1 does not exist");
    const FakeAnswer gone = breaks(QNetworkReply::ConnectionRefusedError);
    const FakeAnswer cut = breaks(QNetworkReply::RemoteHostClosedError);
    const FakeAnswer gateway{502, "<html>502</html>", {{"Content-Type", "text/html"}}, QNetworkReply::NoError, false};
    const FakeAnswer noRay{404, "<html>404</html>", {{"Content-Type", "text/html"}}, QNetworkReply::NoError, false};
    const FakeAnswer duplicate = says(500, "RuntimeError: Job with submission_id rayhelm-a-1 already exists. Please use a different submission_id.");
    QTest::newRow("cut, job there") << QList{there} << cut << true;
    QTest::newRow("cut, link back later") << QList{gone, gone, there} << cut << true;
    QTest::newRow("cut, job late") << QList{unknown, unknown, there} << cut << true;
    QTest::newRow("cut, never arrived") << QList{unknown} << cut << false;
    QTest::newRow("gateway") << QList{there} << gateway << true;
    QTest::newRow("a proxy sent it again") << QList{there} << duplicate << true;
    QTest::newRow("proxy knows nothing") << QList{noRay, noRay, noRay, noRay, noRay, there} << cut << true;
}

void SubmitJobTest::lostAnswer()
{
    QFETCH(QList<FakeAnswer>, asked);
    QFETCH(FakeAnswer, start);
    QFETCH(bool, runs);
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(8265));
    m_network->answer(version, says(200, R"({"ray_version":"2.9.0"})"));
    m_network->answer(nodes, says(200, nodesJson));
    m_network->decide([this](const SentRequest &request) {
        return request.url.path().startsWith("/api/packages/") ? says(200, "") : says(0, {});
    });
    m_network->answer(post, start);
    for (const FakeAnswer &answer : asked)
        m_network->answer(ask, answer);
    const auto sent = submit();
    QCOMPARE(sent.has_value(), runs);
    QCOMPARE(m_network->count(post), 1); // never twice
    if (!runs)
        QVERIFY(sent.error().kind != ErrorKind::TimedOut);
}

void SubmitJobTest::refusalIsNotAskedAbout()
{
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(8265));
    m_network->answer(version, says(200, R"({"ray_version":"2.9.0"})"));
    m_network->answer(nodes, says(200, nodesJson));
    m_network->decide([](const SentRequest &request) {
        return request.url.path().startsWith("/api/packages/") ? says(200, "") : says(0, {});
    });
    m_network->answer(post, says(400, "TypeError: no such thing"));
    QCOMPARE(submit().error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_network->count(ask), 0);
}

void SubmitJobTest::unknownForGood()
{
    m_network->decide([this](const SentRequest &request) {
        if (request.line() == post || request.line() == ask)
            return breaks(QNetworkReply::RemoteHostClosedError);
        return request.url.path().startsWith("/api/packages/") ? says(200, "") : says(0, {});
    });
    const auto sent = submit(std::chrono::milliseconds(400));
    QCOMPARE(sent.error().kind, ErrorKind::TimedOut);
    QVERIFY(sent.error().summary.contains("not known"));
    QCOMPARE(m_network->count(post), 1);
}

void SubmitJobTest::badSpecSendsNothing()
{
    m_spec.editedEntrypoint = "MLFLOW_TRACKING_PASSWORD=x itwinai";
    QCOMPARE(submit().error().kind, ErrorKind::InvalidInput);
    QVERIFY(m_network->sent().isEmpty());
    m_spec.editedEntrypoint.clear();
    m_spec.folder += "/nope";
    QCOMPARE(submit().error().kind, ErrorKind::NotFound);
    QCOMPARE(m_network->count(post), 0);
}

void SubmitJobTest::stepsOfAFailure()
{
    m_package = says(500, "RuntimeError: no memory");
    QVERIFY(!submit());
    QCOMPARE(m_steps.all().at(1).state, StepState::Done);
    QCOMPARE(m_steps.all().at(2).state, StepState::Failed);
    QCOMPARE(m_steps.all().at(3).state, StepState::NotTried);
}

void SubmitJobTest::cancelledAtEveryStep_data()
{
    QTest::addColumn<QByteArray>("hangs");
    for (const char *line : {"GET /api/version", "GET /api/packages/", "PUT /api/packages/", "POST /api/jobs/"})
        QTest::newRow(line) << QByteArray(line);
}

void SubmitJobTest::cancelledAtEveryStep()
{
    QFETCH(QByteArray, hangs);
    m_network->decide([this, hangs](const SentRequest &request) {
        if (request.line().startsWith(hangs))
            return FakeAnswer{200, {}, {}, QNetworkReply::NoError, true};
        if (request.url.path().startsWith("/api/packages/"))
            return request.method == "GET" ? m_package : says(200, "");
        return says(0, {});
    });
    std::stop_source source;
    auto task = submitJob(*m_client, m_spec, &m_steps, source.get_token());
    QTRY_VERIFY(!m_network->sent().isEmpty() && m_network->sent().last().line().startsWith(hangs));
    source.request_stop();
    QTRY_VERIFY(task.isReady());
    const auto sent = QCoro::waitFor(task);
    // Once the start is on its way, ending our waiting does not tell whether the job runs.
    QCOMPARE(errorKindName(sent.error().kind), errorKindName(hangs == post ? ErrorKind::TimedOut : ErrorKind::Cancelled));
    QVERIFY(!m_steps.isRunning());
}

void SubmitJobTest::stopWaitsForTheEnd()
{
    m_network->answer("POST /api/jobs/rayhelm-a-1/stop", says(200, R"({"stopped":true})"));
    m_network->answer(ask, says(200, R"({"submission_id":"rayhelm-a-1","status":"RUNNING"})"));
    m_network->answer(ask, says(200, R"({"submission_id":"rayhelm-a-1","status":"STOPPED"})"));
    const auto job = QCoro::waitFor(stopJob(*m_client, "rayhelm-a-1", {}));
    QVERIFY(job);
    QCOMPARE(job->status, JobStatus::Stopped);
    QCOMPARE(m_network->count(ask), 2);
}

void SubmitJobTest::findJobs()
{
    m_network->answer(ask, says(404, "Job rayhelm-a-1 does not exist"));
    const auto none = QCoro::waitFor(findJob(*m_client, "rayhelm-a-1", {}));
    QVERIFY(none && !*none);
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), tunnelAddress(8265));
    QVERIFY(!QCoro::waitFor(findJob(*m_client, "rayhelm-a-1", {}))); // "404: Not Found" is not Ray's word about the job
}

QTEST_GUILESS_MAIN(SubmitJobTest)
#include "tst_submitjob.moc"
