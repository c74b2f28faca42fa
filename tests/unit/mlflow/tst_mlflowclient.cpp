#undef QT_NO_CAST_FROM_ASCII
#include "fakenetwork.h"
#include "mlflow/mlflowclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace rayhelm;

namespace {

const QByteArray byName = "GET /p/api/2.0/mlflow/experiments/get-by-name?experiment_name=";
const QByteArray user = "GET /p/api/2.0/mlflow/users/get?username=me";
const QByteArray search = "POST /p/api/2.0/mlflow/experiments/search";
const QByteArray runSearch = "POST /p/api/2.0/mlflow/runs/search";

FakeAnswer says(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    return {status, body, {{"Content-Type", type}}, QNetworkReply::NoError, false};
}

QByteArray experiment(const QByteArray &stage)
{
    return R"({"experiment":{"experiment_id":"7","name":"x","lifecycle_stage":")" + stage + "\"}}";
}

QByteArray permissions(const QByteArray &list, bool admin = false)
{
    return QByteArray(R"({"user":{"id":2,"username":"me","is_admin":)") + (admin ? "true" : "false") + R"(,"experiment_permissions":[)" + list
        + "]}}";
}

} // namespace

class MlflowClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void health_data();
    void health();
    void version();
    void login_data();
    void login();
    void verdicts_data();
    void verdicts();
    void verdictsOfRoles_data();
    void verdictsOfRoles();
    void verdictErrors_data();
    void verdictErrors();
    void nothingIsCreated();
    void namesAreEscaped();
    void runs();
    void pagesOfRuns();
    void pages();
    void texts();
    void names();

private:
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<MlflowClient> m_client;
};

void MlflowClientTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_client = std::make_unique<MlflowClient>(m_network.get(), MlflowAccount{QUrl("http://mlflow.example/p"), "me", Secret(QByteArray("pw"))});
}

void MlflowClientTest::health_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("good");
    QTest::newRow("OK") << says(200, "OK", "text/html") << true;
    QTest::newRow("another page") << says(200, "<html>hello</html>", "text/html") << false;
    QTest::newRow("404") << says(404, "<html></html>", "text/html") << false;
    QTest::newRow("gone") << FakeAnswer{0, {}, {}, QNetworkReply::ConnectionRefusedError, false} << false;
}

void MlflowClientTest::health()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(bool, good);
    m_network->answer("GET /p/health", answer);
    QCOMPARE(QCoro::waitFor(m_client->health({})).has_value(), good);
}

void MlflowClientTest::version()
{
    m_network->answer("GET /p/version", says(200, "3.5.1\n", "text/plain"));
    QCOMPARE(QCoro::waitFor(m_client->version({})).value(), "3.5.1");
}

void MlflowClientTest::login_data()
{
    QTest::addColumn<int>("without");
    QTest::addColumn<int>("with");
    QTest::addColumn<LoginVerdict>("verdict");
    QTest::newRow("works") << 401 << 200 << LoginVerdict::Works;
    QTest::newRow("refused") << 401 << 401 << LoginVerdict::Refused;
    QTest::newRow("open server") << 200 << 200 << LoginVerdict::NotNeeded;
}

void MlflowClientTest::login()
{
    QFETCH(int, without);
    QFETCH(int, with);
    QFETCH(LoginVerdict, verdict);
    m_network->decide([&](const SentRequest &request) {
        return says(request.header("Authorization").isEmpty() ? without : with, "{}");
    });
    QCOMPARE(QCoro::waitFor(m_client->checkLogin({})).value(), verdict);
    const SentRequest first = m_network->sent().first();
    QCOMPARE(first.line(), search);
    QVERIFY(first.header("Authorization").isEmpty());
    QCOMPARE(QJsonDocument::fromJson(first.body).object().value("max_results").toInt(), 1);
    QCOMPARE(first.header("Content-Type"), "application/json");
    if (without == 401)
        QCOMPARE(m_network->sent().last().header("Authorization"), "Basic " + QByteArray("me:pw").toBase64());
}

void MlflowClientTest::verdicts_data()
{
    QTest::addColumn<FakeAnswer>("named");
    QTest::addColumn<FakeAnswer>("rights");
    QTest::addColumn<ExperimentVerdict>("verdict");
    QTest::addColumn<int>("runCount");
    QTest::addColumn<bool>("known");
    const FakeAnswer active = says(200, experiment("active"));
    const FakeAnswer none = says(200, permissions(""));
    QTest::newRow("free") << says(404, R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"no"})") << none << ExperimentVerdict::Free << -1
                          << true;
    QTest::newRow("created by me") << active << says(200, permissions(R"({"experiment_id":"7","permission":"MANAGE","user_id":2})"))
                                   << ExperimentVerdict::Yours << 2 << true;
    QTest::newRow("number as id") << active << says(200, permissions(R"({"experiment_id":7,"permission":"EDIT"})"))
                                  << ExperimentVerdict::Yours << 2 << true;
    QTest::newRow("admin") << active << says(200, permissions("", true)) << ExperimentVerdict::Yours << 2 << true;
    QTest::newRow("default right") << active << none << ExperimentVerdict::ReadOnly << 2 << true;
    QTest::newRow("read") << active << says(200, permissions(R"({"experiment_id":"7","permission":"READ"})")) << ExperimentVerdict::ReadOnly << 2
                          << true;
    QTest::newRow("right to another") << active << says(200, permissions(R"({"experiment_id":"8","permission":"MANAGE"})"))
                                      << ExperimentVerdict::ReadOnly << 2 << true;
    QTest::newRow("list is not told") << active << says(200, R"({"user":{"id":2,"is_admin":false,"username":"me"}})") << ExperimentVerdict::Yours
                                      << 2 << false;
    QTest::newRow("server without accounts") << active << says(404, "<html></html>", "text/html") << ExperimentVerdict::Yours << 2 << false;
    QTest::newRow("forbidden") << says(403, "Permission denied", "text/plain") << none << ExperimentVerdict::Forbidden << -1 << true;
    QTest::newRow("deleted") << says(200, experiment("deleted")) << none << ExperimentVerdict::Deleted << -1 << true;
}

void MlflowClientTest::verdicts()
{
    QFETCH(FakeAnswer, named);
    QFETCH(FakeAnswer, rights);
    QFETCH(ExperimentVerdict, verdict);
    QFETCH(int, runCount);
    QFETCH(bool, known);
    m_network->answer(byName + "x", named);
    m_network->answer(user, rights);
    m_network->answer(runSearch, says(200, R"({"runs":[{"info":{"run_id":"a"}},{"info":{"run_id":"b"}}]})"));
    const auto check = QCoro::waitFor(m_client->checkExperiment("x", {}));
    QVERIFY(check);
    QCOMPARE(check->verdict, verdict);
    QCOMPARE(check->runs, runCount);
    QCOMPARE(check->rightsKnown, known);
}

void MlflowClientTest::verdictsOfRoles_data()
{
    QTest::addColumn<QByteArray>("permission");
    QTest::addColumn<ExperimentVerdict>("verdict");
    QTest::newRow("MANAGE") << QByteArray("MANAGE") << ExperimentVerdict::Yours;
    QTest::newRow("EDIT") << QByteArray("EDIT") << ExperimentVerdict::Yours;
    QTest::newRow("USE") << QByteArray("USE") << ExperimentVerdict::ReadOnly;
    QTest::newRow("READ") << QByteArray("READ") << ExperimentVerdict::ReadOnly;
}

void MlflowClientTest::verdictsOfRoles()
{
    QFETCH(QByteArray, permission);
    QFETCH(ExperimentVerdict, verdict);
    m_network->answer(byName + "x", says(200, experiment("active")));
    m_network->answer("GET /p/api/3.0/mlflow/users/permissions/get?username=me&resource_type=experiment&resource_id=7",
                      says(200, R"({"allowed":true,"permission":")" + permission + "\"}"));
    m_network->answer(user, says(200, R"({"user":{"id":2,"is_admin":false,"username":"me"}})"));
    m_network->answer(runSearch, says(200, "{}"));
    const auto check = QCoro::waitFor(m_client->checkExperiment("x", {}));
    QCOMPARE(check->verdict, verdict);
    QVERIFY(check->rightsKnown);
    QCOMPARE(check->runs, 0);
}

void MlflowClientTest::verdictErrors_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("host header") << says(403, "Invalid Host header - possible DNS rebinding attack detected", "text/plain") << ErrorKind::Forbidden
                                 << "Your account is not the reason";
    QTest::newRow("password") << says(401, "You are not authenticated.", "text/html") << ErrorKind::AuthenticationFailed << "did not accept";
    QTest::newRow("unknown path") << says(404, "<html>404</html>", "text/html") << ErrorKind::NotFound << "no MLflow server";
    QTest::newRow("redirect") << FakeAnswer{302, {}, {{"Location", "https://sso/"}}, QNetworkReply::NoError, false} << ErrorKind::Protocol
                              << "https://sso/";
    QTest::newRow("error") << says(500, R"({"error_code":"INTERNAL_ERROR","message":"database is locked"})") << ErrorKind::Protocol
                           << "database is locked";
    QTest::newRow("proxy") << says(502, "<html></html>", "text/html") << ErrorKind::Unreachable << "behind it";
    QTest::newRow("no JSON") << says(200, "hello") << ErrorKind::Protocol << "understood";
}

void MlflowClientTest::verdictErrors()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    m_network->answer(byName + "x", answer);
    const auto check = QCoro::waitFor(m_client->checkExperiment("x", {}));
    QVERIFY(!check);
    QCOMPARE(errorKindName(check.error().kind), errorKindName(kind));
    QVERIFY2(check.error().summary.contains(says), qPrintable(check.error().summary));
}

void MlflowClientTest::nothingIsCreated()
{
    m_network->answer(byName + "x", says(200, experiment("active")));
    dropped(QCoro::waitFor(m_client->checkExperiment("x", {})), "only what was sent is looked at");
    for (const QByteArray &line : m_network->lines())
        QVERIFY2(!line.contains("create") && !line.contains("restore"), line.constData());
}

void MlflowClientTest::namesAreEscaped()
{
    dropped(QCoro::waitFor(m_client->checkExperiment(QString::fromUtf8("a b&c=d/\xc3\xa9"), {})), "only what was sent is looked at");
    QCOMPARE(m_network->lines().first(), byName + "a%20b%26c%3Dd%2F%C3%A9");
}

void MlflowClientTest::runs()
{
    m_network->answer(runSearch, says(200, R"({"runs":[{"info":{"run_id":"a","run_name":"r","experiment_id":"7","status":"FINISHED",
        "user_id":"u","start_time":1750000000000,"end_time":1750000001000},"data":{"metrics":[{"key":"loss","value":0.5},
        {"key":"bad","value":"NaN"},{"key":"big","value":"-Infinity"}],"params":[{"key":"lr","value":"0.1"}],
        "tags":[{"key":"mlflow.parentRunId","value":"b"}]}}]})"));
    const auto runs = QCoro::waitFor(m_client->runs("7", 100, {}));
    QVERIFY(runs);
    QCOMPARE(runs->size(), 1);
    const MlflowRun &run = runs->first();
    QCOMPARE(run.metrics.value("loss"), 0.5);
    QVERIFY(std::isnan(run.metrics.value("bad")));
    QVERIFY(std::isinf(run.metrics.value("big")) && run.metrics.value("big") < 0);
    QCOMPARE(run.parameters.value("lr"), "0.1");
    QCOMPARE(run.parentRunId, "b");
    QCOMPARE(run.started.toMSecsSinceEpoch(), 1750000000000);
    const QJsonObject body = QJsonDocument::fromJson(m_network->sent().first().body).object();
    QVERIFY(body.value("experiment_ids").isArray() && body.value("order_by").isArray());
    init();
    m_network->answer(runSearch, says(200, "{}")); // no runs: the list is left out
    QCOMPARE(QCoro::waitFor(m_client->runs("7", 100, {})).value().size(), 0);
}

void MlflowClientTest::pagesOfRuns()
{
    m_network->answer(runSearch, says(200, R"({"runs":[{"info":{"run_id":"a"}}],"next_page_token":"t"})"));
    m_network->answer(runSearch, says(200, R"({"runs":[{"info":{"run_id":"b"}}],"next_page_token":"t"})")); // never advances
    const auto runs = QCoro::waitFor(m_client->runs("7", 100, {}));
    QCOMPARE(runs->size(), 2);
    QCOMPARE(m_network->sent().size(), 2);
}

void MlflowClientTest::pages()
{
    QCOMPARE(m_client->runPage("7", "abc").toString(), "http://mlflow.example/p/#/experiments/7/runs/abc");
    QCOMPARE(m_client->experimentPage("7").toString(), "http://mlflow.example/p/#/experiments/7");
}

void MlflowClientTest::texts()
{
    ExperimentCheck check;
    QCOMPARE(experimentVerdictText(check), "Free");
    check.verdict = ExperimentVerdict::Yours;
    check.runs = 12;
    QVERIFY(experimentVerdictText(check).contains("12 run"));
    check.rightsKnown = false;
    QVERIFY(experimentVerdictText(check).contains("does not say"));
    check.verdict = ExperimentVerdict::ReadOnly;
    QCOMPARE(experimentVerdictText(check), "Taken: no right to write");
    check.verdict = ExperimentVerdict::Deleted;
    QCOMPARE(experimentVerdictText(check), "Deleted: choose another or restore");
}

void MlflowClientTest::names()
{
    QVERIFY(experimentNameProblem("drought").isEmpty());
    QVERIFY(!experimentNameProblem(" ").isEmpty());
    QVERIFY(!experimentNameProblem(QString(501, 'x')).isEmpty());
}

QTEST_GUILESS_MAIN(MlflowClientTest)
#include "tst_mlflowclient.moc"
