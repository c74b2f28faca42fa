#include "mlflow/mlflowclient.h"

#include "core/boundedjson.h"
#include "core/names.h"
#include "mlflow/mlflowanswers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace rayhelm {

namespace {

const QString api = QStringLiteral("/api/2.0/mlflow/");

QString withQuery(const QString &path, const QString &key, const QString &value)
{
    return path + QLatin1Char('?') + key + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

struct MlflowClient::Call {
    QByteArray method = "GET";
    QString path;
    QJsonObject body;
    Credentials credentials = Credentials::With;
};

MlflowClient::MlflowClient(QNetworkAccessManager *network, MlflowAccount account, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_account(std::move(account))
{
}

MlflowClient::~MlflowClient() = default;

/// Any status is an answer here.
Task<HttpReply> MlflowClient::send(Call call, std::stop_token stop)
{
    HttpRequest request;
    request.method = call.method;
    request.url = withPath(m_account.uri, call.path);
    request.maximumAnswer = limits::mlflowAnswer;
    request.timeout = std::chrono::seconds(30); // its first answers after a start are slow
    if (call.method == "POST") {
        request.contentType = QByteArrayLiteral("application/json");
        request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    }
    if (call.credentials == Credentials::With && !m_account.user.isEmpty())
        request.headers.append({QByteArrayLiteral("Authorization"), basicAuthorization(m_account.user, m_account.password.reveal())});
    Result<HttpReply> reply = co_await sendHttp(m_network, std::move(request), stop);
    co_return reply;
}

Task<QJsonObject> MlflowClient::json(Call call, std::stop_token stop)
{
    const Result<HttpReply> reply = co_await send(std::move(call), stop);
    if (!reply)
        co_return failure(reply.error());
    if (reply->status != 200)
        co_return failure(mlflowError(*reply, m_account.uri));
    Result<QJsonObject> object = co_await parsedAside<QJsonObject>(reply->body, mlflowObject, stop);
    co_return object;
}

Task<> MlflowClient::health(std::stop_token stop)
{
    Call call;
    call.path = QStringLiteral("/health");
    const Result<HttpReply> reply = co_await send(std::move(call), stop);
    if (!reply)
        co_return failure(reply.error());
    if (reply->status == 200 && reply->body.trimmed() == "OK")
        co_return Result<>();
    if (reply->status == 200)
        co_return failure(ErrorKind::NotFound,
                          QCoreApplication::translate("rayhelm::MlflowAnswers", "There is no MLflow server at this address. Check its path."));
    co_return failure(mlflowError(*reply, m_account.uri));
}

Task<QString> MlflowClient::version(std::stop_token stop)
{
    Call call;
    call.path = QStringLiteral("/version");
    const Result<HttpReply> reply = co_await send(std::move(call), stop);
    if (!reply)
        co_return failure(reply.error());
    if (reply->status != 200)
        co_return failure(mlflowError(*reply, m_account.uri));
    co_return QString::fromUtf8(reply->body.trimmed().left(100));
}

Task<LoginVerdict> MlflowClient::checkLogin(std::stop_token stop)
{
    Call call;
    call.method = "POST";
    call.path = api + QStringLiteral("experiments/search");
    call.body.insert(QStringLiteral("max_results"), 1); // without it MLflow refuses the request
    call.credentials = Credentials::Without;
    Call second = call;
    second.credentials = Credentials::With;
    const Result<HttpReply> without = co_await send(std::move(call), stop);
    if (!without)
        co_return failure(without.error());
    if (without->status == 200)
        co_return LoginVerdict::NotNeeded;
    if (without->status != 401)
        co_return failure(mlflowError(*without, m_account.uri));
    const Result<HttpReply> with = co_await send(std::move(second), stop);
    if (!with)
        co_return failure(with.error());
    if (with->status == 401)
        co_return LoginVerdict::Refused;
    if (with->status != 200)
        co_return failure(mlflowError(*with, m_account.uri));
    co_return LoginVerdict::Works;
}

/// What the account may do with an experiment, from the interface of servers with roles (about 3.12 on).
Task<QString> MlflowClient::permissionByRole(QString experimentId, std::stop_token stop)
{
    Call call;
    call.path = withQuery(QStringLiteral("/api/3.0/mlflow/users/permissions/get"), QStringLiteral("username"), m_account.user)
        + QStringLiteral("&resource_type=experiment&resource_id=") + experimentId;
    const Result<QJsonObject> answer = co_await json(std::move(call), stop);
    if (!answer)
        co_return failure(answer.error());
    co_return answer->value(QLatin1String("permission")).toString();
}

/// The same from servers before: a list of all rights that were given to the account. Empty: the list is not there.
Task<QString> MlflowClient::permissionByList(QString experimentId, std::stop_token stop)
{
    Call call;
    call.path = withQuery(api + QStringLiteral("users/get"), QStringLiteral("username"), m_account.user);
    const Result<QJsonObject> answer = co_await json(std::move(call), stop);
    if (!answer)
        co_return failure(answer.error());
    const QJsonObject user = answer->value(QLatin1String("user")).toObject();
    if (user.value(QLatin1String("is_admin")).toBool())
        co_return QStringLiteral("MANAGE");
    if (!user.value(QLatin1String("experiment_permissions")).isArray())
        co_return QString();
    for (const QJsonValue &entry : user.value(QLatin1String("experiment_permissions")).toArray()) {
        const QJsonObject permission = entry.toObject();
        if (permission.value(QLatin1String("experiment_id")).toVariant().toString() == experimentId)
            co_return permission.value(QLatin1String("permission")).toString();
    }
    co_return QStringLiteral("READ"); // nothing but the server's default, which cannot be asked for
}

/// No value: the server does not tell (it has no accounts, or other ones).
Task<std::optional<bool>> MlflowClient::mayWrite(QString experimentId, std::stop_token stop)
{
    Result<QString> permission = co_await permissionByRole(experimentId, stop);
    if (!permission && !permission.error().isCancelled())
        permission = co_await permissionByList(experimentId, stop);
    if (!permission && permission.error().isCancelled())
        co_return failure(permission.error());
    if (!permission || permission->isEmpty())
        co_return std::optional<bool>();
    co_return std::optional<bool>(*permission == QLatin1String("EDIT") || *permission == QLatin1String("MANAGE"));
}

Task<ExperimentCheck> MlflowClient::checkExperiment(QString name, std::stop_token stop)
{
    Call call;
    call.path = withQuery(api + QStringLiteral("experiments/get-by-name"), QStringLiteral("experiment_name"), name);
    const Result<HttpReply> reply = co_await send(std::move(call), stop);
    if (!reply)
        co_return failure(reply.error());
    ExperimentCheck check;
    if (reply->status == 404 && reply->body.contains("RESOURCE_DOES_NOT_EXIST"))
        co_return check;
    if (reply->status == 403 && !isHostRefusal(*reply)) {
        check.verdict = ExperimentVerdict::Forbidden;
        co_return check;
    }
    if (reply->status != 200)
        co_return failure(mlflowError(*reply, m_account.uri));
    const Result<QJsonObject> object = mlflowObject(reply->body);
    if (!object)
        co_return failure(object.error());
    const QJsonObject experiment = object->value(QLatin1String("experiment")).toObject();
    check.experimentId = PodUid::orEmpty(experiment.value(QLatin1String("experiment_id")).toString()).text(); // letters and digits
    if (experiment.value(QLatin1String("lifecycle_stage")).toString() == QLatin1String("deleted")) {
        check.verdict = ExperimentVerdict::Deleted;
        co_return check;
    }
    const Result<std::optional<bool>> writable = co_await mayWrite(check.experimentId, stop);
    if (!writable)
        co_return failure(writable.error());
    check.rightsKnown = writable->has_value();
    check.verdict = writable->value_or(true) ? ExperimentVerdict::Yours : ExperimentVerdict::ReadOnly;
    const Result<int> runs = co_await countRuns(check.experimentId, stop);
    if (runs)
        check.runs = *runs;
    co_return check;
}

Task<int> MlflowClient::countRuns(QString experimentId, std::stop_token stop)
{
    Call call;
    call.method = "POST";
    call.path = api + QStringLiteral("runs/search");
    call.body.insert(QStringLiteral("experiment_ids"), QJsonArray({experimentId}));
    call.body.insert(QStringLiteral("max_results"), 1000);
    const Result<QJsonObject> answer = co_await json(std::move(call), stop);
    if (!answer)
        co_return failure(answer.error());
    co_return int(answer->value(QLatin1String("runs")).toArray().size());
}

Task<QList<MlflowRun>> MlflowClient::runs(QString experimentId, int maximum, std::stop_token stop)
{
    QList<MlflowRun> all;
    QString page;
    while (all.size() < maximum) {
        Call call;
        call.method = "POST";
        call.path = api + QStringLiteral("runs/search");
        call.body.insert(QStringLiteral("experiment_ids"), QJsonArray({experimentId}));
        call.body.insert(QStringLiteral("max_results"), qMin(maximum - int(all.size()), 500));
        call.body.insert(QStringLiteral("order_by"), QJsonArray({QStringLiteral("attributes.start_time DESC")}));
        if (!page.isEmpty())
            call.body.insert(QStringLiteral("page_token"), page);
        const Result<QJsonObject> answer = co_await json(std::move(call), stop);
        if (!answer)
            co_return failure(answer.error());
        const QJsonArray found = answer->value(QLatin1String("runs")).toArray();
        for (const QJsonValue &run : found)
            all.append(runFrom(run.toObject()));
        const QString next = answer->value(QLatin1String("next_page_token")).toString();
        if (found.isEmpty() || next.isEmpty() || next == page)
            break;
        page = next;
    }
    co_return all;
}

QUrl MlflowClient::experimentPage(const QString &experimentId) const
{
    QUrl page = withPath(m_account.uri, QStringLiteral("/"));
    page.setFragment(QStringLiteral("/experiments/") + experimentId);
    return page;
}

QUrl MlflowClient::runPage(const QString &experimentId, const QString &runId) const
{
    QUrl page = experimentPage(experimentId);
    page.setFragment(page.fragment() + QStringLiteral("/runs/") + runId);
    return page;
}

} // namespace rayhelm
