#include "awaiting.h"
#include "fakenetwork.h"

#include "images/imagetags.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

class TestImageTags : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllPagesWithAToken();
    void offlineGivesTheKeptList();
    void offlineWithoutAList();
    void refused_data();
    void refused();
    void circlesEnd();
    void tokenStaysHere();
    void challenges_data();
    void challenges();
    void links_data();
    void links();
    void names_data();
    void names();
    void tokensAreAskedForAtTheRegistry_data();
    void tokensAreAskedForAtTheRegistry();
};

namespace {

const QByteArray first = "GET /v2/intertwin-eu/hython-itwinai-plugin/tags/list?n=1000";
const QByteArray second = "GET /v2/intertwin-eu/hython-itwinai-plugin/tags/list?n=1000&last=b";
const QByteArray token = "GET /token?service=ghcr.io&scope=repository:intertwin-eu/hython-itwinai-plugin:pull";

FakeAnswer challenge()
{
    FakeAnswer answer;
    answer.status = 401;
    answer.headers = {{"WWW-Authenticate", "Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\","
                                           "scope=\"repository:intertwin-eu/hython-itwinai-plugin:pull\""}};
    return answer;
}

FakeAnswer page(const QByteArray &body, const QByteArray &link = {})
{
    FakeAnswer answer;
    answer.body = body;
    if (!link.isEmpty())
        answer.headers = {{"Link", link}};
    return answer;
}

void scriptTwoPages(FakeNetwork &network)
{
    network.answer(first, challenge());
    network.answer(token, page(R"({"token":"abc"})"));
    network.answer(first, page(R"({"name":"x","tags":["latest","0.1.0","bad tag"]})",
                               "</v2/intertwin-eu/hython-itwinai-plugin/tags/list?n=1000&last=b>; rel=\"next\""));
    network.answer(second, page(R"({"name":"x","tags":["jlab-1"]})"));
}

} // namespace

void TestImageTags::readsAllPagesWithAToken()
{
    FakeNetwork network;
    scriptTwoPages(network);
    const Result<ImageTagList> list = awaited(readImageTags(&network, {}, {}));
    QVERIFY2(list.has_value(), list ? "" : qPrintable(list.error().detail + QString::fromUtf8(network.lines().join('\n'))));
    QCOMPARE(list->tags, (QStringList{u"latest"_s, u"0.1.0"_s, u"jlab-1"_s}));
    QVERIFY(!list->fromCache);
    QVERIFY(list->isNotebook(u"jlab-1"_s));
    QCOMPARE(network.sent().last().header("Authorization"), QByteArray("Bearer abc"));
    QVERIFY(network.sent().first().header("Authorization").isEmpty());
}

void TestImageTags::offlineGivesTheKeptList()
{
    QTemporaryDir cache;
    ImageRegistry registry;
    registry.cacheDirectory = cache.path();
    FakeNetwork online;
    scriptTwoPages(online);
    QVERIFY(awaited(readImageTags(&online, registry, {})).has_value());
    FakeNetwork offline;
    FakeAnswer broken;
    broken.error = QNetworkReply::HostNotFoundError;
    offline.answer(first, broken);
    const Result<ImageTagList> list = awaited(readImageTags(&offline, registry, {}));
    QVERIFY(list.has_value());
    QVERIFY(list->fromCache);
    QVERIFY(!list->problem.isEmpty());
    QCOMPARE(list->tags.size(), 3);
    QVERIFY(list->readAt.isValid());
    // The other repository has a list of its own.
    registry.development = true;
    FakeNetwork other;
    other.answer("GET /v2/intertwin-eu/hython-itwinai-plugin-dev/tags/list?n=1000", broken);
    QVERIFY(!awaited(readImageTags(&other, registry, {})));
}

void TestImageTags::offlineWithoutAList()
{
    FakeNetwork network;
    FakeAnswer broken;
    broken.error = QNetworkReply::HostNotFoundError;
    network.answer(first, broken);
    QCOMPARE(awaited(readImageTags(&network, {}, {})).error().kind, ErrorKind::Unreachable);
}

void TestImageTags::refused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::newRow("private") << 403 << QByteArray(R"({"errors":[{"code":"DENIED"}]})") << int(ErrorKind::Forbidden);
    QTest::newRow("unknown") << 404 << QByteArray(R"({"errors":[{"code":"NAME_UNKNOWN"}]})") << int(ErrorKind::NotFound);
    QTest::newRow("trouble") << 500 << QByteArray("<html>") << int(ErrorKind::Protocol);
    QTest::newRow("portal page") << 200 << QByteArray("<html>log in here</html>") << int(ErrorKind::Protocol);
}

void TestImageTags::refused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    FakeNetwork network;
    FakeAnswer answer;
    answer.status = status;
    answer.body = body;
    network.answer(first, answer);
    QCOMPARE(int(awaited(readImageTags(&network, {}, {})).error().kind), kind);
    FakeNetwork empty;
    empty.answer(first, page(R"({"name":"x","tags":null})"));
    QVERIFY(awaited(readImageTags(&empty, {}, {}))->tags.isEmpty());
}

void TestImageTags::circlesEnd()
{
    FakeNetwork network;
    network.answer(first, page(R"({"tags":["a"]})", "</v2/intertwin-eu/hython-itwinai-plugin/tags/list?n=1000&last=b>; rel=\"next\""));
    network.answer(second, page(R"({"tags":["b"]})", "</v2/intertwin-eu/hython-itwinai-plugin/tags/list?n=1000>; rel=\"next\""));
    QVERIFY(awaited(readImageTags(&network, {}, {})).has_value());
    QVERIFY(network.sent().size() <= 60);
}

void TestImageTags::tokenStaysHere()
{
    FakeNetwork network;
    network.answer(first, challenge());
    network.answer(token, page(R"({"access_token":"abc"})"));
    network.answer(first, page(R"({"tags":["a"]})", "<https://evil.example/v2/x>; rel=\"next\""));
    QVERIFY(awaited(readImageTags(&network, {}, {})).has_value());
    for (const SentRequest &request : network.sent())
        QCOMPARE(request.url.host(), u"ghcr.io"_s);
}

void TestImageTags::challenges_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QString>("address");
    QTest::newRow("ghcr") << QByteArray("Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\",scope=\"repository:a/b:pull\"")
                          << u"https://ghcr.io/token?service=ghcr.io&scope=repository:a/b:pull"_s;
    QTest::newRow("basic") << QByteArray("Basic realm=\"x\"") << QString();
    QTest::newRow("file") << QByteArray("Bearer realm=\"file:///etc/passwd\"") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestImageTags::challenges()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QString, address);
    QCOMPARE(tokenAddress(challenge).toString(), address);
}

void TestImageTags::links_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("next");
    QTest::newRow("relative") << QByteArray("</v2/a/tags/list?last=x&n=2>; rel=\"next\"") << u"https://ghcr.io/v2/a/tags/list?last=x&n=2"_s;
    QTest::newRow("without quotes") << QByteArray("<https://ghcr.io/v2/b>; rel=next") << u"https://ghcr.io/v2/b"_s;
    QTest::newRow("previous") << QByteArray("</v2/a>; rel=\"prev\"") << QString();
    QTest::newRow("itself") << QByteArray("</v2/a/tags/list>; rel=\"next\"") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestImageTags::links()
{
    QFETCH(QByteArray, link);
    QFETCH(QString, next);
    QCOMPARE(nextPage(link, QUrl(u"https://ghcr.io/v2/a/tags/list"_s)).toString(), next);
}

void TestImageTags::names_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("good");
    QTest::newRow("version") << u"itwinai0.4.2-torch2.6-bookworm"_s << true;
    QTest::newRow("digest") << u"sha256:"_s + QString(64, u'a') << true;
    QTest::newRow("blank") << u"a b"_s << false;
    QTest::newRow("option") << u"--help"_s << false;
    QTest::newRow("shell") << u"x;reboot"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestImageTags::names()
{
    QFETCH(QString, tag);
    QFETCH(bool, good);
    QCOMPARE(isImageTag(tag), good);
    ImageRegistry registry;
    QCOMPARE(registry.reference(u"1"_s), u"docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:1"_s);
    QVERIFY(registry.reference(u"sha256:"_s + QString(64, u'a')).contains(u"plugin@sha256:"_s));
}

void TestImageTags::tokensAreAskedForAtTheRegistry_data()
{
    QTest::addColumn<QString>("realm");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<bool>("may");
    const QString ghcr = QStringLiteral("https://ghcr.io");
    QTest::newRow("its own host") << "https://ghcr.io/token" << ghcr << true;
    QTest::newRow("a name below it") << "https://auth.ghcr.io/token" << ghcr << true;
    QTest::newRow("Docker's sister") << "https://auth.docker.io/token" << "https://registry-1.docker.io" << true;
    QTest::newRow("another domain") << "https://evil.io/token" << ghcr << false;
    QTest::newRow("a name that ends alike") << "https://evilghcr.io/token" << ghcr << false;
    QTest::newRow("its own host without encryption") << "http://ghcr.io/token" << ghcr << false;
    QTest::newRow("this computer") << "https://127.0.0.1/token" << ghcr << false;
    QTest::newRow("this computer by name") << "http://localhost:8265/api/jobs/" << ghcr << false;
    QTest::newRow("this computer, IPv6") << "https://[::1]/token" << ghcr << false;
    QTest::newRow("a private network") << "https://10.0.0.1/token" << ghcr << false;
    QTest::newRow("the cloud's own data") << "http://169.254.169.254/latest" << ghcr << false;
    QTest::newRow("another port of a sister") << "https://auth.docker.io:8443/token" << "https://registry-1.docker.io" << false;
    QTest::newRow("with a login") << "https://me@ghcr.io/token" << ghcr << false;
    QTest::newRow("a registry of this computer") << "http://127.0.0.1:5001/token" << "http://127.0.0.1:5000" << true;
}

void TestImageTags::tokensAreAskedForAtTheRegistry()
{
    QFETCH(QString, realm);
    QFETCH(QString, registry);
    QFETCH(bool, may);
    QCOMPARE(mayAskForToken(QUrl(realm), QUrl(registry)), may);
}

QTEST_GUILESS_MAIN(TestImageTags)
#include "tst_imagetags.moc"
