#include "images/imagetags.h"

#include "core/boundedjson.h"
#include "core/localfile.h"
#include "core/names.h"
#include "core/storedfile.h"
#include "core/text.h"
#include "remote/http.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

namespace rayhelm {

namespace {

constexpr int longestList = 50; ///< pages; a registry that links in circles must end

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ImageTags)
};

QString cachePath(const ImageRegistry &registry)
{
    const QString name = QStringLiteral("tags-") + registry.base.host() + QLatin1Char('/') + registry.repositoryPath();
    return registry.cacheDirectory + QLatin1Char('/') + localFileName(name, QStringLiteral(".json"));
}

void keep(const ImageRegistry &registry, const ImageTagList &list)
{
    if (registry.cacheDirectory.isEmpty())
        return;
    const QJsonObject object{{QStringLiteral("readAt"), list.readAt.toString(Qt::ISODate)},
                             {QStringLiteral("tags"), QJsonArray::fromStringList(list.tags)}};
    StoredFile(cachePath(registry)).write(QJsonDocument(object).toJson());
}

std::optional<ImageTagList> kept(const ImageRegistry &registry, const QString &problem)
{
    if (registry.cacheDirectory.isEmpty())
        return std::nullopt;
    const QJsonObject object = StoredFile(cachePath(registry)).readJson().object();
    ImageTagList list;
    list.repository = registry.repositoryPath();
    list.readAt = QDateTime::fromString(object.value(QLatin1String("readAt")).toString(), Qt::ISODate);
    const QJsonArray tags = object.value(QLatin1String("tags")).toArray();
    for (const QJsonValue &tag : tags) {
        if (isImageTag(tag.toString()))
            list.tags.append(tag.toString());
    }
    list.fromCache = true;
    list.problem = problem;
    if (!list.readAt.isValid())
        return std::nullopt;
    return list;
}

Error statusError(const HttpReply &reply)
{
    const QString raw = QStringLiteral("HTTP %1 %2").arg(reply.status).arg(plainText(reply.body, 1000));
    if (reply.status == 401 || reply.status == 403)
        return {ErrorKind::Forbidden, Words::tr("The registry does not show this repository without a login. Type the tag."), raw};
    if (reply.status == 404)
        return {ErrorKind::NotFound, Words::tr("The registry does not know this repository."), raw};
    return {ErrorKind::Protocol, Words::tr("The registry gave an answer that could not be understood."), raw};
}

/// Appends the tags of one page.
Result<> takeTags(const HttpReply &reply, ImageTagList &list)
{
    if (reply.status != 200)
        return failure(statusError(reply));
    const QJsonDocument document = boundedJson(reply.body);
    if (!document.isObject())
        return failure(statusError(reply));
    const QJsonArray array = document.object().value(QLatin1String("tags")).toArray(); // null when there are none
    for (const QJsonValue &tag : array) {
        if (!isImageTag(tag.toString()))
            ++list.leftOut;
        else if (list.tags.size() < limits::imageTags)
            list.tags.append(tag.toString());
    }
    return {};
}

Task<QByteArray> askForToken(QNetworkAccessManager *network, QUrl address, std::stop_token stop)
{
    HttpRequest request;
    request.url = address;
    request.maximumAnswer = limits::registryToken;
    Result<HttpReply> reply = co_await sendHttp(network, request, stop);
    if (!reply)
        co_return failure(reply.error());
    if (reply->status != 200)
        co_return failure(statusError(*reply));
    const QJsonObject object = boundedJson(reply->body).object();
    QString token = object.value(QLatin1String("token")).toString();
    if (token.isEmpty())
        token = object.value(QLatin1String("access_token")).toString();
    static const QRegularExpression form(QStringLiteral("\\A[!-~]{1,20000}\\z")); // nothing that could end a header
    if (!form.match(token).hasMatch())
        co_return failure(statusError(*reply));
    co_return token.toLatin1();
}

bool sameServer(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

Task<ImageTagList> readPages(QNetworkAccessManager *network, ImageRegistry registry, std::stop_token stop)
{
    ImageTagList list;
    QByteArray token;
    const QString path = QStringLiteral("/v2/%1/tags/list").arg(registry.repositoryPath());
    QUrl page = withPath(registry.base, path);
    page.setQuery(QStringLiteral("n=1000"));
    for (int number = 0; number < longestList && page.isValid(); ++number) {
        HttpRequest request;
        request.url = page;
        request.maximumAnswer = limits::registryPage;
        if (!token.isEmpty())
            request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + token});
        Result<HttpReply> reply = co_await sendHttp(network, request, stop);
        if (!reply)
            co_return failure(reply.error());
        const QUrl challenge = tokenAddress(reply->header("WWW-Authenticate"));
        if (reply->status == 401 && token.isEmpty() && challenge.isValid()) {
            if (!mayAskForToken(challenge, registry.base))
                co_return failure(ErrorKind::Forbidden,
                                  Words::tr("The registry wants a login at a place that does not belong to it. Type the tag."),
                                  plainText(challenge.toString(QUrl::RemoveQuery), 1000));
            Result<QByteArray> given = co_await askForToken(network, challenge, stop);
            if (!given)
                co_return failure(given.error());
            token = *given;
            continue;
        }
        const Result<> taken = takeTags(*reply, list);
        if (!taken)
            co_return failure(taken.error());
        const QUrl next = nextPage(reply->header("Link"), page);
        // The token is for this registry alone.
        page = sameServer(next, registry.base) ? next : QUrl();
    }
    co_return list;
}

} // namespace

QString ImageRegistry::repositoryPath() const
{
    return repository.toLower() + (development ? QStringLiteral("-dev") : QString());
}

QString ImageRegistry::reference(const QString &tag) const
{
    const QString separator = tag.startsWith(QLatin1String("sha256:")) ? QStringLiteral("@") : QStringLiteral(":");
    const QString place = base.host() + (base.port() > 0 ? QStringLiteral(":%1").arg(base.port()) : QString());
    return QStringLiteral("docker://%1/%2%3%4").arg(place, repositoryPath(), separator, tag);
}

bool isImageTag(const QString &text)
{
    return isName(NameKind::ImageTag, text);
}

QUrl tokenAddress(const QByteArray &challenge)
{
    const QString text = QString::fromLatin1(challenge).trimmed();
    if (!text.startsWith(QLatin1String("Bearer "), Qt::CaseInsensitive))
        return {};
    static const QRegularExpression field(QStringLiteral("(\\w+)=\"([^\"]*)\""));
    QUrl address;
    QUrlQuery query;
    auto fields = field.globalMatch(text);
    while (fields.hasNext()) {
        const QRegularExpressionMatch match = fields.next();
        if (match.captured(1) == QLatin1String("realm"))
            address = QUrl(match.captured(2), QUrl::StrictMode);
        else
            query.addQueryItem(match.captured(1), match.captured(2));
    }
    if (!address.isValid() || !address.scheme().startsWith(QLatin1String("http")))
        return {};
    address.setQuery(query);
    return address;
}

bool mayAskForToken(const QUrl &realm, const QUrl &registry)
{
    const bool isProtected = realm.scheme() == QLatin1String("https");
    if (!realm.userInfo().isEmpty() || (!isProtected && realm.scheme() != registry.scheme()))
        return false;
    if (realm.host() == registry.host())
        return true;
    if (!isProtected || realm.port(443) != 443 || !QHostAddress(realm.host()).isNull() || !QHostAddress(registry.host()).isNull())
        return false;
    const QString parent = registry.host().section(QLatin1Char('.'), 1);
    const QString domain = parent.contains(QLatin1Char('.')) ? parent : registry.host();
    return realm.host() == domain || realm.host().endsWith(QLatin1Char('.') + domain);
}

QUrl nextPage(const QByteArray &link, const QUrl &current)
{
    static const QRegularExpression form(QStringLiteral("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(link));
    if (!match.hasMatch())
        return {};
    const QUrl next = current.resolved(QUrl(match.captured(1)));
    return next == current ? QUrl() : next;
}

Task<ImageTagList> readImageTags(QNetworkAccessManager *network, ImageRegistry registry, std::stop_token stop)
{
    Result<ImageTagList> read = co_await readPages(network, registry, stop);
    if (!read) {
        if (read.error().isCancelled())
            co_return failure(read.error());
        if (const auto cached = kept(registry, read.error().summary))
            co_return *cached;
        co_return failure(read.error());
    }
    ImageTagList list = *read;
    list.repository = registry.repositoryPath();
    list.readAt = QDateTime::currentDateTimeUtc();
    keep(registry, list);
    co_return list;
}

} // namespace rayhelm
