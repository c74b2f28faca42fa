#undef QT_NO_CAST_FROM_ASCII
#include "core/limits.h"
#include "fakenetwork.h"
#include "jobs/rayanswers.h"
#include "jobs/rayclient.h"
#include "folders.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

class RayClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void version_data();
    void version();
    void nodesOfRealRay_data();
    void nodesOfRealRay();
    void headersOfEveryRequest();
    void prefixIsKept();
    void packages();
    void upload();
    void submissionBody();
    void jobDetails();
    void jobsAreSorted();
    void hugeListIsBounded();
    void deepOrOddAnswersAreNone();
    void stopAndDelete();
    void errors_data();
    void errors();
    void notJson_data();
    void notJson();
    void cancelledAtTheLeaf();
    void timedOut();

private:
    FakeAnswer text(int status, const QByteArray &body, const QByteArray &type = "text/plain; charset=utf-8") const
    {
        return {status, body, {{"Content-Type", type}}, QNetworkReply::NoError, false};
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<RayClient> m_client;
};

void RayClientTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<RayClient>(m_network.get(), *ingressAddress("http://ray.example/default/rc", "ray", Secret(QByteArray("pw"))));
}

void RayClientTest::version_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("major");
    QTest::addColumn<int>("minor");
    QTest::newRow("2.9") << QByteArray(R"({"version":"4","ray_version":"2.9.0","ray_commit":"9be5a16e3ccad0710bc08d0f75e9774ae6880855"})") << 2 << 9;
    QTest::newRow("development") << QByteArray(R"({"version":"4","ray_version":"3.0.0.dev0"})") << 3 << 0;
    QTest::newRow("not Ray") << QByteArray(R"({"version":"1"})") << -1 << 0;
    QTest::newRow("absurd") << QByteArray(R"({"ray_version":"99999999999999.1"})") << -1 << 0;
}

void RayClientTest::version()
{
    QFETCH(QByteArray, body);
    QFETCH(int, major);
    QFETCH(int, minor);
    m_network->answer("GET /default/rc/api/version", text(200, body));
    const auto version = QCoro::waitFor(m_client->version({}));
    QCOMPARE(version.has_value(), major >= 0);
    if (!version)
        return;
    QCOMPARE(version->major, major);
    QCOMPARE(version->minor, minor);
    QVERIFY(version->atLeast(2, 9));
    QVERIFY(!version->atLeast(3, 1));
}

void RayClientTest::nodesOfRealRay_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("2.9.0") << "nodes-2.9.0.json";
    QTest::newRow("2.60.0") << "nodes-2.60.0.json";
}

void RayClientTest::nodesOfRealRay()
{
    QFETCH(QString, file);
    QFile recorded(rayhelm::testData("/ray/") + file);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    m_network->answer("GET /default/rc/nodes?view=summary", text(200, recorded.readAll()));
    const auto nodes = QCoro::waitFor(m_client->nodes(std::chrono::seconds(5), {}));
    QVERIFY(nodes);
    QCOMPARE(nodes->size(), 2);
    for (const RayNode &node : *nodes) {
        QCOMPARE(node.alive, node.isHead); // the worker was ended before the recording
        QCOMPARE(node.deathReason.isEmpty(), node.alive);
        QVERIFY(!node.nodeId.isEmpty() && !node.hostName.isEmpty());
        if (node.alive)
            QCOMPARE(node.instanceId, "raycluster-kuberay-head-abcde");
    }
}

void RayClientTest::headersOfEveryRequest()
{
    dropped(QCoro::waitFor(m_client->version({})), "only what was sent is looked at");
    const SentRequest sent = m_network->sent().first();
    QVERIFY(sent.header("User-Agent").startsWith("Rayhelm/"));
    QCOMPARE(sent.header("Authorization"), "Basic " + QByteArray("ray:pw").toBase64());
    for (const char *name : {"Origin", "Referer", "Sec-Fetch-Mode"})
        QVERIFY(sent.header(name).isEmpty());
}

void RayClientTest::prefixIsKept()
{
    dropped(QCoro::waitFor(m_client->job("rayhelm-x", {})), "only what was sent is looked at");
    dropped(QCoro::waitFor(m_client->jobs({})), "only what was sent is looked at");
    dropped(QCoro::waitFor(m_client->logs("rayhelm-x", {})), "only what was sent is looked at");
    QCOMPARE(m_network->lines(), (QByteArrayList{"GET /default/rc/api/jobs/rayhelm-x", "GET /default/rc/api/jobs/",
                                                 "GET /default/rc/api/jobs/rayhelm-x/logs"}));
}

void RayClientTest::packages()
{
    const QByteArray there = "GET /default/rc/api/packages/gcs/_ray_pkg_a.zip";
    const QByteArray missing = "GET /default/rc/api/packages/gcs/_ray_pkg_b.zip";
    const QByteArray noRay = "GET /default/rc/api/packages/gcs/_ray_pkg_c.zip";
    m_network->answer(there, text(200, ""));
    m_network->answer(missing, text(404, "Package gcs://_ray_pkg_b.zip does not exist"));
    m_network->answer(noRay, text(404, "<html>nginx</html>", "text/html"));
    QCOMPARE(QCoro::waitFor(m_client->packageExists("gcs://_ray_pkg_a.zip", {})).value(), true);
    QCOMPARE(QCoro::waitFor(m_client->packageExists("gcs://_ray_pkg_b.zip", {})).value(), false);
    QCOMPARE(QCoro::waitFor(m_client->packageExists("gcs://_ray_pkg_c.zip", {})).error().kind, ErrorKind::NotFound);
}

void RayClientTest::upload()
{
    const QByteArray line = "PUT /default/rc/api/packages/gcs/_ray_pkg_a.zip";
    m_network->answer(line, text(200, ""));
    const auto content = std::make_shared<QBuffer>();
    content->setData("zip bytes");
    QVERIFY(content->open(QIODevice::ReadOnly));
    QSignalSpy progress(m_client.get(), &RayClient::uploadProgress);
    QVERIFY(QCoro::waitFor(m_client->uploadPackage("gcs://_ray_pkg_a.zip", content, {})));
    QCOMPARE(m_network->sent().first().line(), line);
    QCOMPARE(m_network->sent().first().body, "zip bytes");
    QCOMPARE(progress.size(), 1);
    QCOMPARE(progress.first().at(1).toLongLong(), 9);
}

void RayClientTest::submissionBody()
{
    m_network->answer("POST /default/rc/api/jobs/", text(200, R"({"job_id":"rayhelm-x","submission_id":"rayhelm-x"})"));
    JobSubmission job;
    job.submissionId = "rayhelm-x";
    job.entrypoint = "echo \"hi\"";
    job.workingDirUri = "gcs://_ray_pkg_a.zip";
    QCOMPARE(QCoro::waitFor(m_client->submit(job, {})).value(), "rayhelm-x");
    const SentRequest sent = m_network->sent().first();
    QCOMPARE(sent.header("Content-Type"), "application/json");
    // Ray refuses unknown members, and members that are null or empty are left away.
    QCOMPARE(sent.body,
             R"({"entrypoint":"echo \"hi\"","runtime_env":{"working_dir":"gcs://_ray_pkg_a.zip"},"submission_id":"rayhelm-x"})");
    job.gpus = 1;
    job.memory = 3000000000;
    job.metadata = {{"name", "x"}};
    dropped(QCoro::waitFor(m_client->submit(job, {})), "only what was sent is looked at");
    const QJsonObject body = QJsonDocument::fromJson(m_network->sent().last().body).object();
    QVERIFY(m_network->sent().last().body.contains("\"entrypoint_memory\":3000000000"));
    QCOMPARE(body.value("entrypoint_num_gpus").toDouble(), 1.0);
    QVERIFY(!body.contains("entrypoint_num_cpus"));
    QCOMPARE(body.value("metadata").toObject().value("name").toString(), "x");
}

void RayClientTest::jobDetails()
{
    m_network->answer("GET /default/rc/api/jobs/rayhelm-x",
                      text(200, R"({"type":"SUBMISSION","job_id":"02000000","submission_id":"rayhelm-x","driver_info":null,
        "status":"FAILED","entrypoint":"false","message":"Job failed\u001b[0m","error_type":null,"start_time":1750000000000,
        "end_time":1750000001000,"metadata":{"name":"n"},"runtime_env":{},"driver_agent_http_address":null,"driver_node_id":"abc",
        "driver_exit_code":1})"));
    const auto job = QCoro::waitFor(m_client->job("rayhelm-x", {}));
    QVERIFY(job);
    QCOMPARE(job->status, JobStatus::Failed);
    QCOMPARE(job->exitCode.value(), 1);
    QCOMPARE(job->message, "Job failed");
    QCOMPARE(job->submitted.toMSecsSinceEpoch(), 1750000000000);
    QCOMPARE(job->metadata.value("name"), "n");
    QVERIFY(isTerminal(job->status));
    QVERIFY(!isTerminal(jobStatusFromName("HIBERNATING")));
}

void RayClientTest::jobsAreSorted()
{
    m_network->answer("GET /default/rc/api/jobs/",
                      text(200, R"([{"type":"SUBMISSION","submission_id":"a","status":"RUNNING","start_time":1},
        {"type":"DRIVER","submission_id":null,"job_id":"01000000","status":"RUNNING","start_time":3},
        {"type":"SUBMISSION","submission_id":"b","status":"ODD","start_time":2}])"));
    const auto jobs = QCoro::waitFor(m_client->jobs({}));
    QVERIFY(jobs);
    QCOMPARE(jobs->jobs.size(), 3);
    QVERIFY(!jobs->jobs.at(0).isSubmission && jobs->jobs.at(0).jobId == "01000000");
    QCOMPARE(jobs->jobs.at(1).submissionId, "b");
    QCOMPARE(jobs->jobs.at(1).status, JobStatus::Unknown);
    QCOMPARE(jobs->jobs.at(1).statusName, "ODD");
    QCOMPARE(jobs->leftOut, 0);
    QCOMPARE(jobs->impossible, 0);
}

/// A list that nobody could look through: the newest are read, the others and what has no possible name are counted.
void RayClientTest::hugeListIsBounded()
{
    QByteArray list = "[{\"type\":\"SUBMISSION\",\"submission_id\":\"../../x\",\"status\":\"RUNNING\",\"start_time\":99999999}";
    const int many = 3 * limits::rayJobs;
    for (int i = 0; i < many; ++i)
        list += ",{\"type\":\"SUBMISSION\",\"submission_id\":\"job-" + QByteArray::number(i) + "\",\"status\":\"RUNNING\",\"start_time\":"
              + QByteArray::number(i + 1) + ",\"message\":\"" + QByteArray(500, 'x') + "\"}";
    list += ']';
    QVERIFY(list.size() > limits::parsedAtOnce); // read in a worker thread
    m_network->answer("GET /default/rc/api/jobs/", text(200, list));
    const auto jobs = QCoro::waitFor(m_client->jobs({}));
    QVERIFY(jobs);
    QCOMPARE(jobs->jobs.size(), limits::rayJobs);
    QCOMPARE(jobs->jobs.first().submissionId, QStringLiteral("job-%1").arg(many - 1));
    QCOMPARE(jobs->leftOut, many - limits::rayJobs);
    QCOMPARE(jobs->impossible, 1);
    QCOMPARE(jobs->perhapsRunning, jobs->leftOut + 1);
}

void RayClientTest::deepOrOddAnswersAreNone()
{
    const QByteArray deep = QByteArray(100000, '[') + QByteArray(100000, ']');
    QCOMPARE(parseJobList(deep).error().kind, ErrorKind::Protocol);
    const auto odd = parseJobDetails("{\"status\":\"RUNNING\",\"submission_id\":\"a\",\"start_time\":1e300,\"driver_exit_code\":-1e300}");
    QVERIFY(odd && !odd->submitted.isValid() && !odd->exitCode);
    const auto nodes = parseRayNodes("{\"data\":{\"summary\":[{\"raylet\":{\"nodeId\":\"ab12\",\"instanceId\":\"../../x\",\"state\":\"ALIVE\"}}]}}");
    QVERIFY(nodes && nodes->size() == 1);
    QVERIFY(nodes->first().instanceId.isEmpty());
}

void RayClientTest::stopAndDelete()
{
    m_network->answer("POST /default/rc/api/jobs/x/stop", text(200, R"({"stopped": false})"));
    QCOMPARE(QCoro::waitFor(m_client->stop("x", {})).value(), false);
    m_network->answer("DELETE /default/rc/api/jobs/x", text(200, R"({"deleted": true})"));
    QVERIFY(QCoro::waitFor(m_client->deleteJob("x", {})));
}

void RayClientTest::errors_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    const QByteArray traceback = "Traceback (most recent call last):\n  File \"job_head.py\", line 3\n";
    const auto row = [](const char *name, const FakeAnswer &answer, ErrorKind kind, const char *says) {
        QTest::newRow(name) << answer << kind << QString::fromLatin1(says);
    };
    row("last line of a traceback", text(500, traceback + "RuntimeError: it broke\n\n"), ErrorKind::Protocol, "RuntimeError: it broke");
    row("bad request", text(400, traceback + "TypeError: unexpected keyword argument 'x'\n"), ErrorKind::InvalidInput, "unexpected keyword");
    row("duplicate", text(500, traceback + "RuntimeError: Request failed with status code 400: Job with submission_id x already exists. "
                               "Please use a different submission_id.\n"), ErrorKind::Conflict, "already has a job");
    row("not ended", text(500, traceback + "RuntimeError: Attempted to delete job 'x', but it is in a non-terminal state RUNNING.\n"),
        ErrorKind::Conflict, "not ended");
    row("413 of Ray", text(413, "Maximum request body size 104857600 exceeded"), ErrorKind::InvalidInput, "100 MiB");
    row("413 of old Ray", text(500, traceback + "aiohttp.web_exceptions.HTTPRequestEntityTooLarge: Request Entity Too Large\n"),
        ErrorKind::InvalidInput, "100 MiB");
    row("413 of a proxy", text(413, "<html><head><title>413 Request Entity Too Large</title></head></html>", "text/html"),
        ErrorKind::InvalidInput, "proxy");
    row("401", text(401, "<html>401</html>", "text/html"), ErrorKind::AuthenticationFailed, "user name");
    row("401 of Ray", text(401, "Unauthorized: Missing authentication token"), ErrorKind::AuthenticationFailed, "token");
    row("403", text(403, "<html>403</html>", "text/html"), ErrorKind::Forbidden, "does not allow");
    row("403 of Ray", text(403, "Forbidden: Invalid authentication token"), ErrorKind::AuthenticationFailed, "token");
    row("404 of a proxy", text(404, "<html>404</html>", "text/html"), ErrorKind::NotFound, "no Ray dashboard");
    row("404 of Ray", text(404, "Job x does not exist"), ErrorKind::NotFound, "Job x does not exist");
    row("405", text(405, "Method Not Allowed for browser traffic."), ErrorKind::Protocol, "browser");
    row("502", text(502, "<html>502 Bad Gateway</html>", "text/html"), ErrorKind::Unreachable, "behind it");
    row("redirect", FakeAnswer{302, {}, {{"Location", "https://sso.example/login"}}, QNetworkReply::NoError, false}, ErrorKind::Protocol,
        "https://sso.example/login");
    row("no connection", FakeAnswer{0, {}, {}, QNetworkReply::ConnectionRefusedError, false}, ErrorKind::Unreachable, "cannot be reached");
    row("cut", FakeAnswer{0, {}, {}, QNetworkReply::RemoteHostClosedError, false}, ErrorKind::Unreachable, "was cut");
}

void RayClientTest::errors()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    m_network->answer("GET /default/rc/api/jobs/x", answer);
    const auto job = QCoro::waitFor(m_client->job("x", {}));
    QVERIFY(!job);
    QCOMPARE(errorKindName(job.error().kind), errorKindName(kind));
    QVERIFY2(job.error().summary.contains(says), qPrintable(job.error().summary));
}

void RayClientTest::notJson_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "null", "[]", "{}", "<html>", "{\"status\":3}", "{", "\xff\xfe"})
        QTest::newRow(body) << QByteArray(body);
}

void RayClientTest::notJson()
{
    QFETCH(QByteArray, body);
    m_network->decide([&](const SentRequest &) { return text(200, body); });
    QCOMPARE(QCoro::waitFor(m_client->job("x", {})).error().kind, ErrorKind::Protocol);
    QCOMPARE(QCoro::waitFor(m_client->logs("x", {})).error().kind, ErrorKind::Protocol);
    QCOMPARE(QCoro::waitFor(m_client->stop("x", {})).error().kind, ErrorKind::Protocol);
    QCOMPARE(QCoro::waitFor(m_client->version({})).error().kind, ErrorKind::Protocol);
    QCOMPARE(QCoro::waitFor(m_client->nodes(std::chrono::seconds(1), {})).error().kind, ErrorKind::Protocol);
}

void RayClientTest::cancelledAtTheLeaf()
{
    m_network->answer("GET /default/rc/api/version", {0, {}, {}, QNetworkReply::NoError, true});
    std::stop_source source;
    auto task = m_client->version(source.get_token());
    QVERIFY(!task.isReady());
    source.request_stop();
    QTRY_VERIFY(task.isReady());
    QVERIFY(QCoro::waitFor(task).error().isCancelled());
}

void RayClientTest::timedOut()
{
    m_network->answer("GET /default/rc/nodes?view=summary", {0, {}, {}, QNetworkReply::NoError, true});
    const auto nodes = QCoro::waitFor(m_client->nodes(std::chrono::milliseconds(20), {}));
    QCOMPARE(nodes.error().kind, ErrorKind::TimedOut);
}

QTEST_GUILESS_MAIN(RayClientTest)
#include "tst_rayclient.moc"
