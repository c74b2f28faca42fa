#undef QT_NO_CAST_FROM_ASCII
#include "jobs/rayaddress.h"

#include <QTest>

using namespace rayhelm;

class RayAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data();
    void typed();
    void authorization();
    void protection();
};

void RayAddressTest::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::newRow("host") << " ray.example " << "https://ray.example";
    QTest::newRow("port") << "ray.example:8265" << "https://ray.example:8265";
    QTest::newRow("prefix") << "https://h/default/raycluster/" << "https://h/default/raycluster";
    QTest::newRow("client protocol") << "ray://h:10001" << "";
    QTest::newRow("other scheme") << "ftp://h" << "";
    QTest::newRow("user information") << "http://u:p@h" << "";
    QTest::newRow("query") << "http://h/?a=b" << "";
    QTest::newRow("empty") << "  " << "";
    QTest::newRow("no host") << "http://" << "";
    QTest::newRow("blank inside") << "http://a b" << "";
    QTest::newRow("option") << "-oProxyCommand=x" << "";
}

void RayAddressTest::typed()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto address = ingressAddress(text, {}, Secret());
    QCOMPARE(address.has_value(), !url.isEmpty());
    if (address)
        QCOMPARE(address->base.toString(), url);
    else
        QCOMPARE(address.error().kind, ErrorKind::InvalidInput);
}

void RayAddressTest::authorization()
{
    const auto address = ingressAddress("h", "ray", Secret(QByteArray("p\xc3\xa4ss")));
    QCOMPARE(address->authorization(), "Basic " + QByteArray("ray:p\xc3\xa4ss").toBase64());
    QVERIFY(tunnelAddress(81).authorization().isEmpty());
    QCOMPARE(tunnelAddress(81).base.toString(), "http://127.0.0.1:81");
}

void RayAddressTest::protection()
{
    QVERIFY(ingressAddress("http://h", "u", Secret())->isUnprotected());
    QVERIFY(!ingressAddress("https://h", "u", Secret())->isUnprotected());
    QVERIFY(!ingressAddress("http://127.0.0.1:5", "u", Secret())->isUnprotected());
    QVERIFY(!tunnelAddress(8).isUnprotected());
}

QTEST_GUILESS_MAIN(RayAddressTest)
#include "tst_rayaddress.moc"
