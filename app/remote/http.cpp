#include "remote/http.h"

#include "core/completion.h"
#include "core/secret.h"
#include "remote/countedway.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHash>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace rayhelm {

namespace {

/// Bytes around the body of an answer: the head, what cuts it into chunks. Longer: "... sent an answer that is too long." [1 KB]
constexpr qint64 aroundBody = 256 * limits::KiB;

struct Http {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Http)
};

/// A body that can be read once. QNetworkAccessManager sends a request again by itself when a kept-alive connection breaks
/// before the answer; it cannot when the body cannot be rewound, so a job is never submitted twice behind our back.
class OnceDevice : public QIODevice
{
public:
    explicit OnceDevice(std::shared_ptr<QIODevice> source)
        : m_source(std::move(source))
        , m_size(m_source->size())
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_source->atEnd(); }
    qint64 size() const override { return m_size; }
    qint64 bytesAvailable() const override { return m_source->bytesAvailable() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = m_source->read(data, maximum);
        return count == 0 && m_source->atEnd() ? -1 : count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<QIODevice> m_source;
    qint64 m_size;
};

/// This computer's own ports directly, and elsewhere as the desktop is set up. A request that nothing stands between goes its counted
/// way, which the fragment of its address names: no server gets to see it.
class OurProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const auto way = m_ways.constFind(query.url().fragment());
        return way == m_ways.constEnd() ? desktopProxies(query.url()) : QList<QNetworkProxy>{*way};
    }
    bool isDirect(const QUrl &url) { return desktopProxies(url).value(0).type() == QNetworkProxy::NoProxy; }
    void add(const QString &name, const QNetworkProxy &proxy) { m_ways.insert(name, proxy); }
    void remove(const QString &name) { m_ways.remove(name); }

private:
    static QList<QNetworkProxy> desktopProxies(const QUrl &url)
    {
        return isLoopback(url) ? QList<QNetworkProxy>{QNetworkProxy::NoProxy} : systemProxyForQuery(QNetworkProxyQuery(url));
    }

    QHash<QString, QNetworkProxy> m_ways;
};

QNetworkRequest rawRequest(const HttpRequest &request)
{
    QNetworkRequest raw(request.url);
    raw.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    raw.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    raw.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    raw.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    raw.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    raw.setRawHeader("User-Agent", userAgent());
    raw.setRawHeader("Accept-Encoding", "identity"); // named by us, so Qt does not unpack either
    if (!request.contentType.isEmpty())
        raw.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    for (const auto &[name, value] : request.headers)
        raw.setRawHeader(name, value);
    return raw;
}

/// True when the answer did not arrive whole. Errors that Qt derives from a status (404, 500) are answers.
bool isTransportError(QNetworkReply::NetworkError error)
{
    const int code = int(error);
    return (code > 0 && code < 200) || error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolFailure
        || error == QNetworkReply::ContentReSendError;
}

/// One request on its way. Destroying it ends the request.
class Exchange : public QObject
{
public:
    Exchange(QNetworkAccessManager *network, HttpRequest request, Completion<Result<HttpReply>> over)
        : m_request(std::move(request))
        , m_over(std::move(over))
    {
        beginWay(dynamic_cast<OurProxies *>(network->proxyFactory()));
        start(network);
        connect(m_reply, &QNetworkReply::finished, this, [this] { m_over.complete(outcome()); });
        connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
            for (const QSslError &error : errors)
                m_tlsProblems.append(error.errorString());
        });
        connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::uploaded);
        connect(m_reply, &QNetworkReply::metaDataChanged, &m_idle, qOverload<>(&QTimer::start));
        connect(m_reply, &QNetworkReply::downloadProgress, this, &Exchange::downloaded);
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { downloaded(m_reply->bytesAvailable()); });
        connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
            downloaded(m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong());
        });
        m_reply->setReadBufferSize(m_request.maximumAnswer + 1); // no more than that is ever held
        m_idle.setSingleShot(true);
        m_idle.setInterval(m_request.timeout);
        connect(&m_idle, &QTimer::timeout, this, &Exchange::expired);
        m_idle.start();
    }

    ~Exchange() override
    {
        if (m_proxies)
            m_proxies->remove(m_wayName);
        if (!m_reply)
            return;
        m_reply->disconnect(this);
        m_reply->abort();
        m_body.release()->setParent(m_reply); // the reply may look at it until it is gone
        m_reply->deleteLater();
    }

private:
    /// A proxy of the desktop's has no room for it, and a network of the tests' needs none.
    void beginWay(OurProxies *proxies)
    {
        if (!proxies || !proxies->isDirect(m_request.url))
            return;
        static int count = 0;
        m_proxies = proxies;
        m_wayName = QStringLiteral("way-%1").arg(++count);
        m_way = std::make_unique<CountedWay>(m_request.url, m_request.maximumAnswer + m_request.maximumAnswer / 16 + aroundBody);
        connect(m_way.get(), &CountedWay::tooLong, this, &Exchange::tooLong, Qt::QueuedConnection);
        m_proxies->add(m_wayName, m_way->proxy());
    }

    void start(QNetworkAccessManager *network)
    {
        QNetworkRequest raw = rawRequest(m_request);
        if (m_way) {
            QUrl named = m_request.url;
            named.setFragment(m_wayName);
            raw.setUrl(named);
        }
        if (!m_request.device && !m_request.body.isEmpty()) {
            const auto buffer = std::make_shared<QBuffer>();
            buffer->setData(m_request.body);
            buffer->open(QIODevice::ReadOnly);
            m_request.device = buffer;
        }
        m_body = std::make_unique<QIODeviceHolder>();
        if (m_request.device) {
            auto *device = new OnceDevice(m_request.device);
            device->setParent(m_body.get());
            raw.setHeader(QNetworkRequest::ContentLengthHeader, device->size());
            raw.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
            m_reply = network->sendCustomRequest(raw, m_request.method, device);
        } else {
            m_reply = network->sendCustomRequest(raw, m_request.method);
        }
    }

    void uploaded(qint64 sent, qint64 total)
    {
        m_idle.start();
        if (m_request.progress && total > 0)
            Q_EMIT m_request.progress->uploaded(sent, total);
    }

    void downloaded(qint64 received)
    {
        m_idle.start();
        if (received <= m_request.maximumAnswer || m_request.method == "HEAD")
            return;
        tooLong();
    }

    void tooLong()
    {
        m_over.complete(failure(ErrorKind::Protocol, Http::tr("%1 sent an answer that is too long.").arg(m_request.url.host())));
    }

    void expired()
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_request.timeout).count();
        m_over.complete(failure(ErrorKind::TimedOut,
                                Http::tr("%1 did not answer within %n second(s).", nullptr, int(seconds))
                                    .arg(m_request.url.host())));
    }

    Result<HttpReply> outcome()
    {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0 || isTransportError(m_reply->error()))
            return transportFailure();
        HttpReply answer;
        answer.status = status;
        answer.body = m_reply->readAll();
        answer.headers = m_reply->rawHeaderPairs();
        return answer;
    }

    Result<HttpReply> transportFailure() const
    {
        const QString host = m_request.url.host();
        if (!m_tlsProblems.isEmpty())
            return failure(ErrorKind::Unreachable, Http::tr("The certificate of %1 is not trusted.").arg(host),
                           m_tlsProblems.join(QLatin1Char('\n')));
        if (m_reply->error() == QNetworkReply::RemoteHostClosedError || m_reply->error() == QNetworkReply::ContentReSendError)
            return failure(ErrorKind::Unreachable, Http::tr("The connection to %1 was cut.").arg(host), m_reply->errorString());
        return failure(ErrorKind::Unreachable, Http::tr("%1 cannot be reached.").arg(host), m_reply->errorString());
    }

    using QIODeviceHolder = QObject;

    HttpRequest m_request;
    Completion<Result<HttpReply>> m_over;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<QIODeviceHolder> m_body;
    QStringList m_tlsProblems;
    QTimer m_idle;
    OurProxies *m_proxies = nullptr; ///< that lead to `m_way`
    QString m_wayName;
    std::unique_ptr<CountedWay> m_way;
};

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray userAgent()
{
    const QString version = QCoreApplication::applicationVersion();
    return QByteArrayLiteral("Rayhelm/") + (version.isEmpty() ? QByteArrayLiteral("0") : version.toLatin1());
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QNetworkAccessManager *makeNetwork(QObject *parent)
{
    auto *network = new QNetworkAccessManager(parent);
    network->setProxyFactory(new OurProxies);
    return network;
}

Task<HttpReply> sendHttp(QNetworkAccessManager *network, HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return cancelled();
    const Completion<Result<HttpReply>> over;
    const auto exchange = std::make_unique<Exchange>(network, std::move(request), over);
    Result<HttpReply> answer = co_await waitFor(over, stop);
    co_return answer;
}

QByteArray basicAuthorization(const QString &user, QByteArrayView password)
{
    QByteArray account = user.toUtf8() + ':';
    account.reserve(account.size() + password.size()); // a growing array would leave its beginning behind
    account.append(password);
    QByteArray encoded = account.toBase64();
    wipe(account);
    const QByteArray header = QByteArrayLiteral("Basic ") + encoded;
    wipe(encoded);
    return header;
}

QUrl withPath(const QUrl &base, const QString &path)
{
    QString prefix = base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(QLatin1Char('/')))
        prefix.chop(1);
    const qsizetype question = path.indexOf(QLatin1Char('?'));
    QUrl url = base;
    url.setFragment(QString());
    url.setPath(prefix + path.left(question), QUrl::TolerantMode);
    url.setQuery(question < 0 ? QString() : path.mid(question + 1));
    return url;
}

} // namespace rayhelm
