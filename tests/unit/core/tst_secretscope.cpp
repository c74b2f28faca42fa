#include "core/secret.h"
#include "core/secretscope.h"

#include <QTest>

using namespace rayhelm;

/// What a secret is bound to: two places are the same only when nothing about them differs.
class TestSecretScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameServers_data();
    void sameServers();
    void nothing_data();
    void nothing();
    void everythingTellsThemApart();
    void keptAndReadAgain();
    void earlierNames();
    void unencrypted_data();
    void unencrypted();
    void secretsShareNothing();
    void wipingLeavesToOthersWhatIsTheirs();
};

namespace {
const QString keyA = QStringLiteral("SHA256:") + QString(43, QLatin1Char('a'));
const QString keyB = QStringLiteral("SHA256:") + QString(43, QLatin1Char('b'));
}

void TestSecretScope::sameServers_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("the usual port") << "https://h" << "https://h:443" << true;
    QTest::newRow("the usual port of http") << "http://h" << "http://h:80/" << true;
    QTest::newRow("case of the host") << "https://H.Example" << "https://h.example" << true;
    QTest::newRow("slash at the end") << "https://h/mlflow/" << "https://h/mlflow" << true;
    QTest::newRow("no scheme") << "h" << "https://h" << true;
    QTest::newRow("dots in the path") << "https://h/a/../b" << "https://h/b" << true;
    QTest::newRow("another scheme") << "https://h" << "http://h" << false;
    QTest::newRow("another scheme, same port") << "https://h:5000" << "http://h:5000" << false;
    QTest::newRow("another port") << "https://h" << "https://h:8443" << false;
    QTest::newRow("another path") << "https://h/a" << "https://h/b" << false;
    QTest::newRow("another host") << "https://h.example" << "https://h.example.evil" << false;
    QTest::newRow("without a scheme is not http") << "h" << "http://h" << false;
}

void TestSecretScope::sameServers()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    const SecretScope a = SecretScope::mlflow(one, QStringLiteral("ada"));
    const SecretScope b = SecretScope::mlflow(other, QStringLiteral("ada"));
    QVERIFY(a.isWhole() && b.isWhole());
    QCOMPARE(a == b, same);
    QCOMPARE(a.key() == b.key(), same);
}

void TestSecretScope::nothing_data()
{
    QTest::addColumn<SecretScope>("scope");
    const QString ada = QStringLiteral("ada");
    QTest::newRow("default") << SecretScope();
    QTest::newRow("no user") << SecretScope::mlflow(QStringLiteral("https://h"), QString());
    QTest::newRow("no address") << SecretScope::ingress(QString(), ada);
    QTest::newRow("login in the address") << SecretScope::mlflow(QStringLiteral("https://u:p@h"), ada);
    QTest::newRow("query") << SecretScope::mlflow(QStringLiteral("https://h?x"), ada);
    QTest::newRow("fragment") << SecretScope::mlflow(QStringLiteral("https://h#x"), ada);
    QTest::newRow("file") << SecretScope::mlflow(QStringLiteral("file:///h"), ada);
    QTest::newRow("no host key") << SecretScope::sshLogin(ada, QStringLiteral("h"), 22, QString());
    QTest::newRow("a broken host key") << SecretScope::sudo(ada, QStringLiteral("h"), 22, QStringLiteral("SHA256:short"));
    QTest::newRow("no user at a machine") << SecretScope::sudo(QString(), QStringLiteral("h"), 22, keyA);
}

void TestSecretScope::nothing()
{
    QFETCH(SecretScope, scope);
    QVERIFY(!scope.isWhole());
    QCOMPARE(scope.key(), QString());
}

void TestSecretScope::everythingTellsThemApart()
{
    QSet<QString> keys;
    int count = 0;
    const auto add = [&](const SecretScope &scope) {
        QVERIFY(scope.isWhole());
        keys.insert(scope.key());
        ++count;
    };
    for (const QString &user : {QStringLiteral("ada"), QStringLiteral("bea"), QStringLiteral("ada@vm"), QStringLiteral("ada ") + keyA}) {
        for (const QString &host : {QStringLiteral("vm"), QStringLiteral("vm2"), QStringLiteral("::1")}) {
            for (const quint16 port : {quint16(22), quint16(2222)}) {
                for (const QString &key : {keyA, keyB}) {
                    add(SecretScope::sshLogin(user, host, port, key));
                    add(SecretScope::sudo(user, host, port, key));
                }
            }
        }
        for (const QString &address : {QStringLiteral("https://vm"), QStringLiteral("http://vm"), QStringLiteral("https://vm:22")}) {
            add(SecretScope::mlflow(address, user));
            add(SecretScope::ingress(address, user));
        }
    }
    add(SecretScope::keyFile(QStringLiteral("/home/ada/.ssh/id")));
    QCOMPARE(keys.size(), count);
}

void TestSecretScope::keptAndReadAgain()
{
    const QList<SecretScope> scopes{SecretScope::sshLogin(QStringLiteral("ada"), QStringLiteral("VM.example"), 22, keyA),
                                    SecretScope::sudo(QStringLiteral("ada"), QStringLiteral("::1"), 2222, keyB),
                                    SecretScope::keyFile(QStringLiteral("/k/id")),
                                    SecretScope::mlflow(QStringLiteral("mlflow.example/x/"), QStringLiteral("ada")),
                                    SecretScope::ingress(QStringLiteral("http://h:1"), QStringLiteral("ray"))};
    for (const SecretScope &scope : scopes)
        QVERIFY(SecretScope::kept(scope.kindName(), scope.server(), scope.account(), scope.hostKey()) == scope);
    QVERIFY(!SecretScope::kept(QStringLiteral("other"), QStringLiteral("https://h"), QStringLiteral("ada"), {}).isWhole());
    QVERIFY(!SecretScope::kept(QStringLiteral("ssh"), QStringLiteral("ada@vm:22"), QString(), QString()).isWhole()); // an earlier version's
}

void TestSecretScope::earlierNames()
{
    const SecretScope scope = SecretScope::mlflow(QStringLiteral("https://h/x"), QStringLiteral("ada"));
    QCOMPARE(scope.earlierKey(QStringLiteral("https://h/x")), QStringLiteral("io.rayhelm/mlflow/ada@https://h/x"));
    QCOMPARE(scope.earlierKey(QStringLiteral("http://h/x")), QString()); // it was for another server
    QCOMPARE(SecretScope::sudo(QStringLiteral("ada"), QStringLiteral("vm"), 22, keyA).earlierKey(QStringLiteral("ada@vm:22")), QString());
}

void TestSecretScope::unencrypted_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("clear");
    QTest::newRow("https") << "https://h" << false;
    QTest::newRow("no scheme") << "h" << false;
    QTest::newRow("http") << "http://h" << true;
    QTest::newRow("this computer") << "http://127.0.0.1:5000" << false;
    QTest::newRow("this computer by name") << "http://localhost:5000" << false;
    QTest::newRow("this computer, IPv6") << "http://[::1]:5000" << false;
    QTest::newRow("a name that begins alike") << "http://127.0.0.1.evil.example" << true;
    QTest::newRow("a name that ends alike") << "http://notlocalhost" << true;
}

void TestSecretScope::unencrypted()
{
    QFETCH(QString, address);
    QFETCH(bool, clear);
    QCOMPARE(SecretScope::mlflow(address, QStringLiteral("ada")).isUnencrypted(), clear);
    QCOMPARE(SecretScope::ingress(address, QStringLiteral("ada")).isUnencrypted(), clear);
}

void TestSecretScope::secretsShareNothing()
{
    QByteArray typed("hunter2hunter2");
    typed.detach();
    const QByteArray other = typed; // somebody else holds it too
    Secret secret(typed);
    QVERIFY(secret.reveal().data() != typed.constData());
    QCOMPARE(other, QByteArray("hunter2hunter2")); // not ours to end
    const Secret second = secret.clone();
    QVERIFY(second.reveal().data() != secret.reveal().data());
    const void *const bytes = secret.reveal().data();
    const Secret moved = std::move(secret);
    QVERIFY(moved.reveal().data() == bytes);
    QVERIFY(secret.isEmpty());
}

void TestSecretScope::wipingLeavesToOthersWhatIsTheirs()
{
    QByteArray alone(1000, 'x');
    const QByteArray::DataPointer keeper = alone.data_ptr(); // another holder
    QVERIFY(!alone.isDetached());
    wipe(alone);
    QVERIFY(alone.isEmpty());
    QCOMPARE(keeper.data()[0], 'x'); // shared: left to the other

    QString text(1000, QLatin1Char('z'));
    Secret fromText(std::move(text));
    QVERIFY(text.isEmpty());
    QCOMPARE(fromText.reveal().size(), qsizetype(1000));
    QByteArray literal = QByteArrayLiteral("constant");
    wipe(literal); // memory that cannot be written
    QVERIFY(literal.isEmpty());
}

QTEST_GUILESS_MAIN(TestSecretScope)
#include "tst_secretscope.moc"
