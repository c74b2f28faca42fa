#include "jobs/rayclient.h"

#include "core/boundedjson.h"
#include "jobs/rayanswers.h"
#include "remote/http.h"
#include "remote/tunnellistener.h"
#include "remote/tunnelrequest.h"

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
    request.maximumAnswer = limits::raySmallAnswer;
    const QByteArray authorization = m_address.authorization();
    if (!authorization.isEmpty())
        request.headers.append({QByteArrayLiteral("Authorization"), authorization});
    if (m_address.way)
        request.headers.append({QByteArray(wayHeader), m_address.way->name()});
    return request;
}

/// One request, and its answer with any status. Nothing is sent on a way that has ended, and an answer that did not come over this
/// way is none.
Task<HttpReply> RayClient::exchange(HttpRequest request, std::stop_token stop)
{
    if (m_address.way && !m_address.way->isOpen())
        co_return failure(ErrorKind::Unreachable, tr("The way to Ray is closed."));
    Result<HttpReply> reply = co_await sendHttp(m_network, std::move(request), stop);
    if (reply && m_address.way && reply->header(wayHeader) != m_address.way->proof())
        co_return failure(ErrorKind::Unreachable, tr("The way to Ray has changed."));
    co_return reply;
}

Task<HttpReply> RayClient::send(HttpRequest request, std::stop_token stop)
{
    Result<HttpReply> reply = co_await exchange(std::move(request), stop);
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
    ask.maximumAnswer = limits::rayNodes;
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    Result<QList<RayNode>> read = co_await parsedAside<QList<RayNode>>(reply->body, parseRayNodes, stop);
    co_return read;
}

Task<bool> RayClient::packageExists(QString uri, std::stop_token stop)
{
    HttpRequest ask = request("GET", packagePath(uri));
    const Result<HttpReply> reply = co_await exchange(std::move(ask), stop);
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

Task<RayJobList> RayClient::jobs(std::stop_token stop)
{
    HttpRequest ask = request("GET", QStringLiteral("/api/jobs/"));
    ask.maximumAnswer = limits::rayJobList;
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    Result<RayJobList> list = co_await parsedAside<RayJobList>(reply->body, parseJobList, stop);
    co_return list;
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
    ask.maximumAnswer = limits::rayWholeLog;
    const Result<HttpReply> reply = co_await send(std::move(ask), stop);
    if (!reply)
        co_return failure(reply.error());
    const auto parse = [](const QByteArray &json) { return parseMember(json, QStringLiteral("logs")); };
    Result<QString> log = co_await parsedAside<QString>(reply->body, parse, stop);
    co_return log;
}

} // namespace rayhelm
