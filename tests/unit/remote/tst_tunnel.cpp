#include "awaiting.h"

#include "remote/peeruser.h"
#include "remote/tunnellistener.h"
#include "remote/tunnelrequest.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace rayhelm;

namespace {

constexpr quint16 port = 4711;

QByteArray head(const QByteArray &fields, const QByteArray &line = "GET /api/version HTTP/1.1")
{
    return line + "\r\n" + fields + "\r\n";
}

/// A Ray at the end of the way: answers each request, and keeps what it was asked.
class Ray : public QLocalServer
{
public:
    explicit Ray(const QString &path)
    {
        if (!listen(path))
            qFatal("no socket");
        connect(this, &QLocalServer::newConnection, this, [this] {
            QLocalSocket *socket = nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                asked += socket->readAll();
                if (!asked.endsWith("END") && !asked.endsWith("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nRay");
                socket->disconnectFromServer();
            });
        });
    }
    QByteArray asked;
};

} // namespace

/// Who gets through the tunnel's port, and with what.
class TestTunnel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void requests_data();
    void requests();
    void whatIsSentOn();
    void ownProgramGetsThrough();
    void ownRequestsCarryTheirWay();
    void onlyTheWayThatWasMeant();
    void bodiesEndWhereTheySay();
    void closedIsSaid();
    void portStaysOurs();
    void closedEndIsNobody();
    void otherAccountGetsNothing();

private:
    QByteArray send(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ray> m_ray;
    std::unique_ptr<TunnelListener> m_tunnel;
};

void TestTunnel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_ray = std::make_unique<Ray>(m_folder->filePath(QStringLiteral("ray")));
    m_tunnel = std::make_unique<TunnelListener>();
}

QByteArray TestTunnel::send(const QByteArray &bytes)
{
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, m_tunnel->port());
    client.write(QByteArray(bytes).replace("PORT", QByteArray::number(m_tunnel->port())));
    if (!QTest::qWaitFor([&client] { return client.state() == QAbstractSocket::UnconnectedState; }, 10000))
        return "still open";
    return client.readAll();
}

void TestTunnel::requests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("passes");
    const QByteArray host = "Host: 127.0.0.1:4711\r\n";
    QTest::newRow("browser") << head(host + "Accept: */*\r\n") << true;
    QTest::newRow("localhost") << head("host: LocalHost:4711\r\n") << true;
    QTest::newRow("typed by the user") << head(host + "Sec-Fetch-Site: none\r\n") << true;
    QTest::newRow("the dashboard itself") << head(host + "Origin: http://127.0.0.1:4711\r\nSec-Fetch-Site: same-origin\r\n") << true;
    QTest::newRow("web socket") << head(host + "Upgrade: websocket\r\nConnection: Upgrade\r\n") << true;
    QTest::newRow("no host") << head("Accept: */*\r\n") << false;
    QTest::newRow("a name turned to this computer") << head("Host: evil.example:4711\r\n") << false;
    QTest::newRow("another port") << head("Host: 127.0.0.1:80\r\n") << false;
    QTest::newRow("no port") << head("Host: 127.0.0.1\r\n") << false;
    QTest::newRow("two hosts") << head(host + host) << false;
    QTest::newRow("foreign page") << head(host + "Origin: http://evil.example\r\n") << false;
    QTest::newRow("page of another port") << head(host + "Origin: http://127.0.0.1:80\r\n") << false;
    QTest::newRow("page without origin") << head(host + "Origin: null\r\n") << false;
    QTest::newRow("image in a foreign page") << head(host + "Sec-Fetch-Site: cross-site\r\n") << false;
    QTest::newRow("whole address") << head(host, "GET http://evil.example/ HTTP/1.1") << false;
    QTest::newRow("another protocol") << head(host, "GET / HTTP/2") << false;
    QTest::newRow("folded") << head(host + "Accept: a\r\n b\r\n") << false;
    QTest::newRow("blank before the colon") << head("Host : 127.0.0.1:4711\r\n" + host) << false;
    QTest::newRow("line feed alone") << head(host + "A: b\nHost: evil\r\n") << false;
    QTest::newRow("zero") << head(host + QByteArray("A: b\0c\r\n", 8)) << false;
    QTest::newRow("two lengths") << head(host + "Content-Length: 1\r\nContent-Length: 2\r\n") << false;
    QTest::newRow("length and chunks") << head(host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << false;
    QTest::newRow("odd length") << head(host + "Content-Length: +1\r\n") << false;
    QTest::newRow("odd coding") << head(host + "Transfer-Encoding: gzip, chunked\r\n") << false;
    QTest::newRow("chunks") << head(host + "Transfer-Encoding: chunked\r\n") << true;
    QTest::newRow("other upgrade") << head(host + "Upgrade: h2c\r\n") << false;
    QTest::newRow("nothing") << QByteArray("\r\n\r\n") << false;
    QTest::newRow("no end") << head(host).chopped(2) << false;
}

void TestTunnel::requests()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, passes);
    QCOMPARE(TunnelRequest::read(text, port).has_value(), passes);
}

void TestTunnel::whatIsSentOn()
{
    const auto request = TunnelRequest::read(
        head("Host: 127.0.0.1:4711\r\nX-Rayhelm-Way: abc\r\nConnection: keep-alive\r\nContent-Length: 7\r\n", "POST /api/jobs/ HTTP/1.1"), port);
    QVERIFY(request);
    QCOMPARE(request->way, QByteArray("abc"));
    QCOMPARE(request->bodySize, qint64(7));
    QCOMPARE(request->head, QByteArray("POST /api/jobs/ HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nContent-Length: 7\r\nConnection: close\r\n\r\n"));
}

void TestTunnel::ownProgramGetsThrough()
{
    VERIFY_RESULT(m_tunnel->open(m_ray->fullServerName()));
    const QByteArray answer = send(head("Host: 127.0.0.1:PORT\r\n"));
    QVERIFY2(answer.endsWith("Ray"), answer.constData());
    QVERIFY(!answer.contains(wayHeader)); // what proves our own way is told to nobody else
    QVERIFY(m_ray->asked.startsWith("GET /api/version HTTP/1.1\r\n"));
    QVERIFY(send(head("Host: evil.example:PORT\r\n")).startsWith("HTTP/1.1 403 "));
    QCOMPARE(m_ray->asked.count("GET "), 1);
}

void TestTunnel::ownRequestsCarryTheirWay()
{
    const auto way = m_tunnel->open(m_ray->fullServerName());
    VERIFY_RESULT(way);
    const QByteArray answer = send(head("Host: 127.0.0.1:PORT\r\n" + QByteArray(wayHeader) + ": " + (*way)->name() + "\r\n"));
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n" + QByteArray(wayHeader) + ": " + (*way)->proof() + "\r\n"), answer.constData());
    QVERIFY(answer.endsWith("Ray"));
    QVERIFY(!m_ray->asked.contains((*way)->name()));
}

void TestTunnel::onlyTheWayThatWasMeant()
{
    const auto first = m_tunnel->open(m_ray->fullServerName());
    VERIFY_RESULT(first);
    const quint16 before = m_tunnel->port();
    Ray another(m_folder->filePath(QStringLiteral("another")));
    VERIFY_RESULT(m_tunnel->open(another.fullServerName()));
    QCOMPARE(m_tunnel->port(), before);
    QVERIFY(!(*first)->isOpen());
    const QByteArray answer = send(head("Host: 127.0.0.1:PORT\r\n" + QByteArray(wayHeader) + ": " + (*first)->name() + "\r\n",
                                        "POST /api/jobs/ HTTP/1.1"));
    QVERIFY2(answer.startsWith("HTTP/1.1 421 "), answer.constData());
    QVERIFY(another.asked.isEmpty() && m_ray->asked.isEmpty());
}

void TestTunnel::bodiesEndWhereTheySay()
{
    VERIFY_RESULT(m_tunnel->open(m_ray->fullServerName()));
    const QByteArray body = QByteArray(3'000'000, 'x') + "END";
    const QByteArray post = head("Host: 127.0.0.1:PORT\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n", "PUT /p HTTP/1.1");
    QVERIFY(send(post + body).endsWith("Ray"));
    QCOMPARE(m_ray->asked.count('x'), 3'000'000);
    m_ray->asked.clear();
    // A second request behind the first one's end was not looked at, so neither gets through whole.
    const QByteArray more = head("Host: evil.example\r\n", "POST /api/jobs/ HTTP/1.1");
    const QByteArray answer = send(head("Host: 127.0.0.1:PORT\r\nContent-Length: 3\r\n", "POST /p HTTP/1.1") + "END" + more);
    QVERIFY(answer != "still open");
    QVERIFY(!m_ray->asked.contains("evil"));
}

void TestTunnel::closedIsSaid()
{
    VERIFY_RESULT(m_tunnel->open(m_ray->fullServerName()));
    QTcpSocket waiting; // a request under way ends with its way
    waiting.connectToHost(QHostAddress::LocalHost, m_tunnel->port());
    waiting.write(head("Host: 127.0.0.1:" + QByteArray::number(m_tunnel->port()) + "\r\nContent-Length: 9\r\n", "POST /p HTTP/1.1"));
    QTRY_VERIFY(m_ray->asked.contains("POST /p"));
    m_tunnel->close();
    QTRY_COMPARE(waiting.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(send(head("Host: 127.0.0.1:PORT\r\n")).startsWith("HTTP/1.1 503 "));
}

void TestTunnel::portStaysOurs()
{
    VERIFY_RESULT(m_tunnel->open(m_ray->fullServerName()));
    m_tunnel->close();
    for (const auto address : {QHostAddress::LocalHost, QHostAddress::AnyIPv4, QHostAddress::Any}) {
        QTcpServer other;
        QVERIFY(!other.listen(address, m_tunnel->port()));
    }
}

/// A socket that its program has closed belongs to nobody, which the system writes like "to root".
void TestTunnel::closedEndIsNobody()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto client = std::make_unique<QTcpSocket>();
    client->connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(client->waitForConnected(5000) && server.waitForNewConnection(5000));
    QTcpSocket *const accepted = server.nextPendingConnection();
    QVERIFY(isOwnUser(accepted->socketDescriptor()));
    client->abort();
    client.reset();
    QVERIFY(!isOwnUser(accepted->socketDescriptor()));
}

void TestTunnel::otherAccountGetsNothing()
{
    if (::geteuid() != 0)
        QSKIP("only root can become another account");
    VERIFY_RESULT(m_tunnel->open(m_ray->fullServerName()));
    // It connects, asks, and says what it got; also through a name of another family, and by closing at once.
    const QString program = QStringLiteral(
        "import socket,struct,sys\n"
        "got=b''\n"
        "for i in range(300):\n"
        "    try:\n"
        "        s=socket.socket(socket.AF_INET6 if i%3==0 else socket.AF_INET)\n"
        "        s.settimeout(5)\n"
        "        s.connect(('::ffff:127.0.0.1' if i%3==0 else '127.0.0.1',int(sys.argv[1])))\n"
        "        s.sendall(b'POST /api/jobs/ HTTP/1.1\\r\\nHost: 127.0.0.1:'+sys.argv[1].encode()+b'\\r\\n\\r\\n')\n"
        "        if i%3==2: s.setsockopt(socket.SOL_SOCKET,socket.SO_LINGER,struct.pack('ii',1,0))\n"
        "        else: got+=s.recv(100)\n"
        "        s.close()\n"
        "    except OSError: pass\n"
        "print('got',len(got))\n");
    QProcess other;
    other.start(QStringLiteral("setpriv"), {QStringLiteral("--reuid"), QStringLiteral("54321"), QStringLiteral("--regid"),
                                            QStringLiteral("54321"), QStringLiteral("--clear-groups"), QStringLiteral("/usr/bin/python3"),
                                            QStringLiteral("-c"), program, QString::number(m_tunnel->port())});
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 60000);
    QVERIFY2(other.exitCode() == 0, other.readAllStandardError().constData());
    QCOMPARE(other.readAllStandardOutput(), QByteArray("got 0\n"));
    QVERIFY2(m_ray->asked.isEmpty(), m_ray->asked.constData());
    // The same program of this account gets through.
    QVERIFY(send(head("Host: 127.0.0.1:PORT\r\n")).endsWith("Ray"));
}

QTEST_GUILESS_MAIN(TestTunnel)
#include "tst_tunnel.moc"
