#include "jobs/rayclient.h"

#include "jobs/rayanswers.h"
#include "remote/http.h"

#include <QIODevice>

namespace rayhelm {

namespace {

constexpr std::chrono::seconds readTimeout{15};
constexpr std::chrono::seconds writeTimeout{60};

QString jobPath(const QString &submissionId, const QString &rest = {})
{
    return QStringLiteral("/api/jobs/") + QString::fromLatin1(QUrl::toPercentEncoding(submissionId)) + rest;
}

/// "gcs://_ray_pkg_x.zip" is asked for as "/api/packages/gcs/_ray_pkg_x.zip".
QString packagePath(QString uri)
{
    return QStringLiteral("/api/packages/") + uri.replace(QLatin1String("://"), QLatin1String("/"));
}

} // namespace

RayClient::RayClient(QNetworkAccessManager *network, RayAddress address, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_address(std::move(address))
{
}

RayClient::~RayClient() = default;

HttpRequest RayClient::request(const QByteArray &method, const QString &path) const
{
    HttpRequest request;
    request.method = method;
    request.url = withPath(m_address.base, path);
    request.timeout = method == "GET" ? readTimeout : writeTimeout;
    const QByteArray authorization = m_address.authorization();
    if (!authorization.isEmpty())
        request.headers.append({QByteArrayLiteral("Authorization"), authorization});
    return request;
}

Task<HttpReply> RayClient::send(HttpRequest request, std::stop_token stop)
{
    Result<HttpReply> reply = co_await sendHttp(m_network, std::move(request), stop);
    if (reply && reply->status != 200)
        co_return failure(rayError(*reply, m_address));
    co_return reply;
}

Task<RayVersion> RayClient::version(std::stop_token stop)
{
    HttpRequest ask = request("GET", QStringLiteral("/api/version"));
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseRayVersion(reply->body);
}

Task<QList<RayNode>> RayClient::nodes(std::chrono::milliseconds timeout, std::stop_token stop)
{
    HttpRequest ask = request("GET", QStringLiteral("/nodes?view=summary"));
    ask.timeout = timeout;
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseRayNodes(reply->body);
}

Task<bool> RayClient::packageExists(QString uri, std::stop_token stop)
{
    HttpRequest ask = request("GET", packagePath(uri));
    const Result<HttpReply> reply = co_await sendHttp(m_network, std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    if (reply->status == 200)
        co_return true;
    if (reply->status == 404 && reply->body.contains("does not exist"))
        co_return false;
    co_return failure(rayError(*reply, m_address));
}

Task<> RayClient::uploadPackage(QString uri, std::shared_ptr<QIODevice> content, std::stop_token stop)
{
    HttpProgress progress;
    connect(&progress, &HttpProgress::uploaded, this, &RayClient::uploadProgress);
    HttpRequest put = request("PUT", packagePath(uri));
    put.contentType = QByteArrayLiteral("application/octet-stream");
    put.device = std::move(content);
    put.progress = &progress;
    const Result<HttpReply> reply = co_await send(std::move(put), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return Result<>();
}

Task<QString> RayClient::submit(JobSubmission submission, std::stop_token stop)
{
    HttpRequest post = request("POST", QStringLiteral("/api/jobs/"));
    post.contentType = QByteArrayLiteral("application/json");
    post.body = submissionBody(submission);
    const Result<HttpReply> reply = co_await send(std::move(post), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseMember(reply->body, QStringLiteral("submission_id"));
}

Task<JobDetails> RayClient::job(QString submissionId, std::stop_token stop)
{
    HttpRequest ask = request("GET", jobPath(submissionId));
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseJobDetails(reply->body);
}

Task<QList<JobDetails>> RayClient::jobs(std::stop_token stop)
{
    HttpRequest ask = request("GET", QStringLiteral("/api/jobs/"));
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseJobList(reply->body);
}

Task<bool> RayClient::stop(QString submissionId, std::stop_token stop)
{
    HttpRequest ask = request("POST", jobPath(submissionId, QStringLiteral("/stop")));
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseFlag(reply->body, QStringLiteral("stopped"));
}

Task<> RayClient::deleteJob(QString submissionId, std::stop_token stop)
{
    HttpRequest ask = request("DELETE", jobPath(submissionId));
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return Result<>();
}

Task<QString> RayClient::logs(QString submissionId, std::stop_token stop)
{
    HttpRequest ask = request("GET", jobPath(submissionId, QStringLiteral("/logs")));
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    co_return parseMember(reply->body, QStringLiteral("logs"));
}

} // namespace rayhelm
