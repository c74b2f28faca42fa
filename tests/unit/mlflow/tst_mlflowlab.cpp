#undef QT_NO_CAST_FROM_ASCII
#include "mlflow/mlflowclient.h"
#include "remote/http.h"
#include "folders.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QUuid>

using namespace rayhelm;

/// Against the lab's real MLflow.
class MlflowLabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void healthAndVersion();
    void logins();
    void freeThenYoursThenDeleted();
    void foreignExperiment();
    void unknownHostName();

private:
    QString setting(const QString &name) const
    {
        const QString given = qEnvironmentVariable(name.toLatin1().constData());
        return given.isEmpty() ? m_lab.value(name).toString() : given;
    }
    std::unique_ptr<MlflowClient> client(const QByteArray &password, const QUrl &uri) const
    {
        return std::make_unique<MlflowClient>(m_network.get(), MlflowAccount{uri, m_user, Secret(password)});
    }
    /// What another program would do.
    QByteArray call(const QString &path, const QByteArray &body) const
    {
        HttpRequest request;
        request.method = "POST";
        request.url = withPath(m_uri, path);
        request.contentType = "application/json";
        request.body = body;
        request.timeout = std::chrono::seconds(60);
        request.headers = {{"Authorization", basicAuthorization(m_user, m_password)}};
        const auto reply = QCoro::waitFor(sendHttp(m_network.get(), request, {}));
        return reply && reply->status == 200 ? reply->body : QByteArray();
    }

    QJsonObject m_lab;
    QUrl m_uri;
    QString m_user;
    QByteArray m_password;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<MlflowClient> m_client;
};

void MlflowLabTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("LAB_MLFLOW_URI")) {
        QProcess lab;
        lab.start(rayhelm::sourceFile("/tests/lab/lab"), {"env", "--json"});
        QVERIFY2(lab.waitForFinished() && lab.exitCode() == 0, "The lab is not up: tests/lab/lab up");
        m_lab = QJsonDocument::fromJson(lab.readAllStandardOutput()).object();
    }
    m_uri = QUrl(setting("LAB_MLFLOW_URI"));
    m_user = setting("LAB_MLFLOW_USER");
    QFile file(setting("LAB_MLFLOW_PASSWORD_FILE"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_password = file.readAll().trimmed();
    m_network.reset(makeNetwork(nullptr));
    m_client = client(m_password, m_uri);
}

void MlflowLabTest::healthAndVersion()
{
    QVERIFY(QCoro::waitFor(m_client->health({})));
    const auto version = QCoro::waitFor(m_client->version({}));
    QVERIFY(version && version->contains('.'));
}

void MlflowLabTest::logins()
{
    QCOMPARE(QCoro::waitFor(m_client->checkLogin({})).value(), LoginVerdict::Works);
    const auto wrong = client("not the password", m_uri);
    QCOMPARE(QCoro::waitFor(wrong->checkLogin({})).value(), LoginVerdict::Refused);
}

void MlflowLabTest::freeThenYoursThenDeleted()
{
    const QString name = "check " + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QCOMPARE(QCoro::waitFor(m_client->checkExperiment(name, {}))->verdict, ExperimentVerdict::Free);
    QCOMPARE(QCoro::waitFor(m_client->checkExperiment(name, {}))->verdict, ExperimentVerdict::Free); // the check makes nothing
    const QByteArray made = call("/api/2.0/mlflow/experiments/create", QJsonDocument(QJsonObject{{"name", name}}).toJson());
    const QString id = QJsonDocument::fromJson(made).object().value("experiment_id").toString();
    QVERIFY(!id.isEmpty());
    QVERIFY(!call("/api/2.0/mlflow/runs/create", QJsonDocument(QJsonObject{{"experiment_id", id}, {"run_name", "one"}}).toJson()).isEmpty());
    const auto yours = QCoro::waitFor(m_client->checkExperiment(name, {}));
    QVERIFY(yours);
    QCOMPARE(yours->verdict, ExperimentVerdict::Yours);
    QVERIFY(yours->rightsKnown);
    const auto runs = QCoro::waitFor(m_client->runs(id, 10, {}));
    QVERIFY2(runs, runs ? "" : qPrintable(runs.error().summary + runs.error().detail));
    QCOMPARE(runs->size(), 1);
    QCOMPARE(yours->runs, 1);
    QCOMPARE(runs->first().name, "one");
    QVERIFY(!call("/api/2.0/mlflow/experiments/delete", QJsonDocument(QJsonObject{{"experiment_id", id}}).toJson()).isEmpty());
    QCOMPARE(QCoro::waitFor(m_client->checkExperiment(name, {}))->verdict, ExperimentVerdict::Deleted);
}

void MlflowLabTest::foreignExperiment()
{
    const auto check = QCoro::waitFor(m_client->checkExperiment(setting("LAB_MLFLOW_FOREIGN_EXPERIMENT"), {}));
    QVERIFY2(check, check ? "" : qPrintable(check.error().summary + check.error().detail));
    QVERIFY(check->verdict == ExperimentVerdict::Forbidden || check->verdict == ExperimentVerdict::ReadOnly);
}

void MlflowLabTest::unknownHostName()
{
    // The server answers to 127.0.0.1, but not when it is called by a name that it does not know.
    HttpRequest request;
    request.url = withPath(m_uri, "/api/2.0/mlflow/experiments/get-by-name?experiment_name=x");
    request.headers = {{"Host", "mlflow.example"}, {"Authorization", basicAuthorization(m_user, m_password)}};
    const auto reply = QCoro::waitFor(sendHttp(m_network.get(), request, {}));
    QVERIFY(reply);
    QCOMPARE(reply->status, 403);
    QVERIFY(reply->body.contains("Invalid Host header"));
}

QTEST_GUILESS_MAIN(MlflowLabTest)
#include "tst_mlflowlab.moc"
