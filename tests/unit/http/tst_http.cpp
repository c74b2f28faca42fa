#undef QT_NO_CAST_FROM_ASCII
#include "remote/countedway.h"
#include "remote/http.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace rayhelm;

/// A server that says what it is told to, on a real port.
class ScriptedServer : public QTcpServer
{
public:
    ScriptedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                ++open;
                connect(socket, &QTcpSocket::disconnected, this, [this] { --open; });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { goOn(socket); });
            }
        });
    }

    QUrl url(const QString &path = "/") const { return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path)); }

    QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"; ///< empty: none
    QByteArray withoutEnd; ///< follows the reply again and again
    int open = 0;          ///< connections
    bool cutAfterRequest = false;
    qsizetype bodySize = 0;      ///< of a complete request
    QByteArrayList requests;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &seen = m_seen[socket];
        seen += socket->readAll();
        const qsizetype end = seen.indexOf("\r\n\r\n");
        if (end < 0 || seen.size() < end + 4 + bodySize)
            return;
        requests.append(std::exchange(seen, {}));
        if (cutAfterRequest)
            socket->abort();
        else if (!reply.isEmpty())
            socket->write(reply);
    }

    void goOn(QTcpSocket *socket) const
    {
        if (!withoutEnd.isEmpty() && socket->bytesToWrite() < 100'000)
            socket->write(withoutEnd);
    }

    QHash<QTcpSocket *, QByteArray> m_seen;
};

class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_network.reset(makeNetwork(nullptr));
        m_server = std::make_unique<ScriptedServer>();
    }
    void paths_data();
    void paths();
    void authorization();
    void ownHeaders();
    void anyStatusIsAnAnswer_data();
    void anyStatusIsAnAnswer();
    void redirectsAreNotFollowed();
    void noConnection();
    void cutAnswer();
    void bodyIsSentOnce();
    void uploadWithProgress();
    void idleTimeout();
    void slowAnswerIsNoTimeout();
    void tooLongAnswer();
    void endlessAnswer_data();
    void endlessAnswer();
    void givenUpIsClosed();
    void wayIsNobodyElses();
    void packedAnswersStayPacked();
    void cancelled();
    void loopback_data();
    void loopback();

private:
    Result<HttpReply> send(HttpRequest request) const { return QCoro::waitFor(sendHttp(m_network.get(), std::move(request), {})); }
    HttpRequest get(const QString &path = "/") const
    {
        HttpRequest request;
        request.url = m_server->url(path);
        return request;
    }

    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ScriptedServer> m_server;
};

void HttpTest::paths_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << "http://h" << "/api/jobs/" << "http://h/api/jobs/";
    QTest::newRow("prefix") << "http://h/p/q" << "/api/jobs/" << "http://h/p/q/api/jobs/";
    QTest::newRow("prefix with slash") << "http://h/p/" << "/api/jobs/" << "http://h/p/api/jobs/";
    QTest::newRow("query") << "http://h:1/p" << "/nodes?view=summary" << "http://h:1/p/nodes?view=summary";
    QTest::newRow("escaped") << "http://h/a%20b" << "/x?n=a%26b%2Fc" << "http://h/a%20b/x?n=a%26b%2Fc";
    QTest::newRow("escaped slash in path") << "http://h" << "/x/a%2Fb" << "http://h/x/a%2Fb";
    QTest::newRow("nothing") << "http://h/p/" << "" << "http://h/p";
}

void HttpTest::paths()
{
    QFETCH(QString, base);
    QFETCH(QString, path);
    QFETCH(QString, url);
    QCOMPARE(withPath(QUrl(base), path).toString(QUrl::FullyEncoded), url);
}

void HttpTest::authorization()
{
    QCOMPARE(basicAuthorization("user", "pass"), QByteArray("Basic dXNlcjpwYXNz"));
}

void HttpTest::ownHeaders()
{
    HttpRequest request = get("/x");
    request.headers = {{"Authorization", "Basic abc"}};
    const auto reply = send(request);
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, "ok");
    const QByteArray sent = m_server->requests.value(0);
    QVERIFY(sent.startsWith("GET /x HTTP/1.1\r\n"));
    QVERIFY(sent.contains("\r\nUser-Agent: Rayhelm/"));
    QVERIFY(sent.contains("\r\nAuthorization: Basic abc\r\n"));
    for (const char *name : {"mozilla", "origin:", "referer:", "cookie:", "sec-fetch", "upgrade:"})
        QVERIFY2(!sent.toLower().contains(name), name);
}

void HttpTest::anyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (int status : {204, 400, 401, 403, 404, 405, 409, 413, 418, 500, 502, 503})
        QTest::newRow(qPrintable(QString::number(status))) << status;
}

void HttpTest::anyStatusIsAnAnswer()
{
    QFETCH(int, status);
    const QByteArray body = status == 204 ? "" : "words";
    m_server->reply = "HTTP/1.1 " + QByteArray::number(status) + " X\r\nX-Own: yes\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const auto reply = send(get());
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->body, body);
    QCOMPARE(reply->header("x-own"), "yes");
    QCOMPARE(m_server->requests.size(), 1); // no second try with other credentials
}

void HttpTest::redirectsAreNotFollowed()
{
    m_server->reply = "HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n";
    HttpRequest request = get();
    request.method = "POST";
    request.body = "{}";
    m_server->bodySize = 2;
    const auto reply = send(request);
    QVERIFY(reply);
    QCOMPARE(reply->status, 302);
    QCOMPARE(reply->header("Location"), "/login");
    QCOMPARE(m_server->requests.size(), 1);
}

void HttpTest::noConnection()
{
    const HttpRequest request = get();
    m_server->close();
    QCOMPARE(send(request).error().kind, ErrorKind::Unreachable);
}

void HttpTest::cutAnswer()
{
    m_server->reply = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
    HttpRequest request = get();
    auto task = sendHttp(m_network.get(), request, {});
    QTRY_COMPARE(m_server->requests.size(), 1);
    QTest::qWait(1);
    for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
        socket->abort();
    QTRY_VERIFY(task.isReady());
    QCOMPARE(QCoro::waitFor(task).error().kind, ErrorKind::Unreachable);
}

void HttpTest::bodyIsSentOnce()
{
    // Qt itself sends a request again when the connection breaks before the answer; a job would be started twice.
    m_server->cutAfterRequest = true;
    m_server->bodySize = 4;
    for (const char *method : {"POST", "PUT"}) {
        m_server->requests.clear();
        HttpRequest request = get();
        request.method = method;
        request.body = "body";
        QCOMPARE(send(request).error().kind, ErrorKind::Unreachable);
        QTest::qWait(50);
        QCOMPARE(m_server->requests.size(), 1);
        QVERIFY(m_server->requests.first().endsWith("body"));
    }
    // The same on a connection that has served before.
    m_server->cutAfterRequest = false;
    m_server->bodySize = 0;
    QVERIFY(send(get()));
    m_server->cutAfterRequest = true;
    m_server->bodySize = 4;
    m_server->requests.clear();
    HttpRequest request = get();
    request.method = "POST";
    request.body = "body";
    QCOMPARE(send(request).error().kind, ErrorKind::Unreachable);
    QTest::qWait(50);
    QCOMPARE(m_server->requests.size(), 1);
}

void HttpTest::uploadWithProgress()
{
    const auto device = std::make_shared<QBuffer>();
    device->setData(QByteArray(3 * 1024 * 1024, 'x'));
    QVERIFY(device->open(QIODevice::ReadOnly));
    m_server->bodySize = device->size();
    HttpProgress progress;
    QSignalSpy spy(&progress, &HttpProgress::uploaded);
    HttpRequest request = get();
    request.method = "PUT";
    request.contentType = "application/octet-stream";
    request.device = device;
    request.progress = &progress;
    const auto reply = send(request);
    QVERIFY(reply);
    const QByteArray sent = m_server->requests.value(0);
    QVERIFY(sent.contains("\r\nContent-Length: " + QByteArray::number(device->size()) + "\r\n"));
    QVERIFY(sent.contains("\r\nContent-Type: application/octet-stream\r\n"));
    QCOMPARE(sent.size() - sent.indexOf("\r\n\r\n") - 4, device->size());
    QVERIFY(spy.size() > 1);
    QCOMPARE(spy.last().at(0).toLongLong(), device->size());
}

void HttpTest::idleTimeout()
{
    m_server->reply.clear();
    HttpRequest request = get();
    request.timeout = std::chrono::milliseconds(30);
    QCOMPARE(send(request).error().kind, ErrorKind::TimedOut);
}

void HttpTest::slowAnswerIsNoTimeout()
{
    m_server->reply = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n";
    HttpRequest request = get();
    request.timeout = std::chrono::milliseconds(300);
    auto task = sendHttp(m_network.get(), request, {});
    QTRY_COMPARE(m_server->requests.size(), 1);
    QTRY_COMPARE(m_server->findChildren<QTcpSocket *>().size(), 1);
    for (int i = 0; i < 40; ++i) { // longer than the limit as a whole, never silent that long
        m_server->findChildren<QTcpSocket *>().first()->write("x");
        QTest::qWait(12);
    }
    QTRY_VERIFY(task.isReady());
    const auto reply = QCoro::waitFor(task);
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().summary));
    QCOMPARE(reply->body.size(), 40);
}

void HttpTest::tooLongAnswer()
{
    m_server->reply = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + QByteArray(200000, 'x');
    HttpRequest request = get();
    request.maximumAnswer = 1000;
    QCOMPARE(send(request).error().kind, ErrorKind::Protocol);
    // Said by the header alone, before any of it was sent.
    m_server->reply = "HTTP/1.1 200 OK\r\nContent-Length: 900000000000\r\n\r\n";
    QCOMPARE(send(request).error().kind, ErrorKind::Protocol);
    // Without a length.
    m_server->reply = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(200000, 'x');
    QCOMPARE(send(request).error().kind, ErrorKind::Protocol);
}

/// A short answer cannot become an endless one: none is asked for packed, and what comes packed all the same stays so.
void HttpTest::endlessAnswer_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("goesOn");
    const QByteArray status = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("head") << status << QByteArray("X-More: and more\r\n").repeated(100);
    QTest::newRow("line of the head") << status + "X-More: " << QByteArray(10'000, 'a');
    QTest::newRow("first line") << QByteArray("HTTP/1.1 200 ") << QByteArray(10'000, 'O');
    QTest::newRow("interim answers") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(100);
    QTest::newRow("size of a chunk") << status + "Transfer-Encoding: chunked\r\n\r\n" << QByteArray(10'000, '0');
    QTest::newRow("body") << status + "\r\n" << QByteArray(10'000, 'a');
}

/// Whatever part of an answer has no end, the request has one, in words, and so has the connection.
void HttpTest::endlessAnswer()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, goesOn);
    m_server->reply = begin + goesOn;
    m_server->withoutEnd = goesOn;
    HttpRequest request = get();
    request.maximumAnswer = 100'000;
    const auto reply = send(request);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Protocol);
    QCOMPARE(reply.error().summary, "127.0.0.1 sent an answer that is too long.");
    QTRY_COMPARE_WITH_TIMEOUT(m_server->open, 0, 10000);
}

/// A request that is given up while the head still comes leaves no connection on which it comes for ever.
void HttpTest::givenUpIsClosed()
{
    m_server->reply = "HTTP/1.1 200 OK\r\n";
    m_server->withoutEnd = "X-More: and more\r\n";
    HttpRequest request = get();
    request.maximumAnswer = 1'000'000'000;
    request.timeout = std::chrono::milliseconds(500);
    QCOMPARE(send(request).error().kind, ErrorKind::TimedOut);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->open, 0, 10000);
}

void HttpTest::wayIsNobodyElses()
{
    const CountedWay way(m_server->url(), 1'000'000);
    const QNetworkProxy proxy = way.proxy();
    for (const QByteArray &said : {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("\5\1\0", 3), QByteArray("\5\2\0\2", 4)}) {
        QTcpSocket stranger;
        stranger.setProxy(QNetworkProxy::NoProxy);
        stranger.connectToHost(proxy.hostName(), proxy.port());
        stranger.write(said);
        QTRY_COMPARE_WITH_TIMEOUT(stranger.state(), QAbstractSocket::UnconnectedState, 10000);
        QVERIFY(stranger.readAll().isEmpty());
    }
    for (const bool knowsPassword : {false, true}) {
        QTcpSocket socket;
        socket.setProxy({QNetworkProxy::Socks5Proxy, proxy.hostName(), proxy.port(), proxy.user(), knowsPassword ? proxy.password() : "x"});
        socket.connectToHost("elsewhere.test", 80);
        socket.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(knowsPassword ? socket.bytesAvailable() > 0 : socket.state() == QAbstractSocket::UnconnectedState, 10000);
    }
    QCOMPARE(m_server->requests.size(), 1); // its own server, whatever was asked for
}

void HttpTest::packedAnswersStayPacked()
{
    const QByteArray packed = QByteArray::fromHex("1f8b08000000000002ff4b4c4a06000000ffff0300c241243503000000");
    m_server->reply = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + QByteArray::number(packed.size()) + "\r\n\r\n" + packed;
    const auto reply = send(get());
    QVERIFY(reply);
    QCOMPARE(reply->body, packed);
    QVERIFY(m_server->requests.first().toLower().contains("accept-encoding: identity"));
}

void HttpTest::cancelled()
{
    m_server->reply.clear();
    std::stop_source source;
    auto task = sendHttp(m_network.get(), get(), source.get_token());
    QTRY_COMPARE(m_server->requests.size(), 1);
    source.request_stop();
    QTRY_VERIFY(task.isReady());
    QVERIFY(QCoro::waitFor(task).error().isCancelled());
    QTRY_VERIFY(m_server->findChildren<QTcpSocket *>().isEmpty()); // the connection is gone too
    const auto late = QCoro::waitFor(sendHttp(m_network.get(), get(), source.get_token()));
    QVERIFY(late.error().isCancelled());
    QCOMPARE(m_server->requests.size(), 1);
}

void HttpTest::loopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("here");
    QTest::newRow("name") << "http://localhost:1" << true;
    QTest::newRow("IPv4") << "http://127.3.4.5" << true;
    QTest::newRow("IPv6") << "http://[::1]:8" << true;
    QTest::newRow("other") << "http://10.0.0.1" << false;
    QTest::newRow("looks like it") << "http://127.0.0.1.example" << false;
}

void HttpTest::loopback()
{
    QFETCH(QString, url);
    QFETCH(bool, here);
    QCOMPARE(isLoopback(QUrl(url)), here);
}

QTEST_GUILESS_MAIN(HttpTest)
#include "tst_http.moc"
