#include "awaiting.h"
#include "fakenetwork.h"

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "mlflow/mlflowaccount.h"
#include "secrets/memorysecretstore.h"
#include "session/accounts.h"
#include "session/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

namespace {

const QString keyA = QStringLiteral("SHA256:") + QString(43, QLatin1Char('a'));
const QString keyB = QStringLiteral("SHA256:") + QString(43, QLatin1Char('b'));

std::shared_ptr<Secret> secret(const char *text)
{
    return std::make_shared<Secret>(QByteArray(text));
}

/// A keychain that cannot remove.
class StubbornStore : public MemorySecretStore
{
public:
    Task<> remove(QString, std::stop_token) override
    {
        co_return failure(ErrorKind::KeychainUnavailable, QStringLiteral("no"));
    }
};

} // namespace

/// Who gets a kept password: the place that it was kept for, and only that.
class TestAccountStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void onlyItsOwnScope();
    void unencryptedIsAskedForOnce();
    void earlierEntriesGoOn();
    void earlierLoginsAreNotSent();
    void newLoginReplacesTheOldMachine();
    void whatCannotBeRemovedIsNotUsed();
    void serverThatAJobNames();

private:
    /// As after a restart.
    void restart();
    QByteArray read(const SecretScope &scope);
    void storeIt(const SecretScope &scope, const char *password, const QString &subject = {});
    void writeList(const QByteArray &json);

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeNetwork m_network;
    std::unique_ptr<MemorySecretStore> m_keychain;
    Redactor m_redactor;
    SessionEdges m_edges;
    std::unique_ptr<Accounts> m_accounts;
};

void TestAccountStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MemorySecretStore>();
    restart();
}

void TestAccountStore::restart()
{
    m_accounts.reset();
    m_edges.network = &m_network;
    m_edges.secrets = m_keychain.get();
    m_edges.redactor = &m_redactor;
    m_edges.dataDirectory = m_folder->path();
    m_accounts = std::make_unique<Accounts>(m_edges);
}

QByteArray TestAccountStore::read(const SecretScope &scope)
{
    const auto found = awaited(m_accounts->secret(scope, {}));
    if (!found)
        return "error " + errorKindName(found.error().kind).toUtf8();
    return *found ? (*found)->reveal().toByteArray() : QByteArray("(none)");
}

void TestAccountStore::storeIt(const SecretScope &scope, const char *password, const QString &subject)
{
    VERIFY_RESULT(awaited(m_accounts->store(scope, subject, secret(password), {})));
}

void TestAccountStore::writeList(const QByteArray &json)
{
    QFile file(m_folder->filePath(QStringLiteral("accounts.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    restart();
}

void TestAccountStore::onlyItsOwnScope()
{
    const SecretScope own = SecretScope::mlflow(QStringLiteral("https://m1.test"), QStringLiteral("ada"));
    storeIt(own, "one");
    storeIt(SecretScope::sshLogin(QStringLiteral("ada"), QStringLiteral("vm"), 22, keyA), "login");
    restart();
    QCOMPARE(read(own), QByteArray("one"));
    for (const SecretScope &other : {SecretScope::mlflow(QStringLiteral("https://m2.test"), QStringLiteral("ada")), SecretScope::mlflow(QStringLiteral("https://m1.test:8443"), QStringLiteral("ada")),
                                     SecretScope::mlflow(QStringLiteral("http://m1.test"), QStringLiteral("ada")), SecretScope::mlflow(QStringLiteral("https://m1.test"), QStringLiteral("bea")),
                                     SecretScope::ingress(QStringLiteral("https://m1.test"), QStringLiteral("ada")), SecretScope::sudo(QStringLiteral("ada"), QStringLiteral("vm"), 22, keyA),
                                     SecretScope::sshLogin(QStringLiteral("ada"), QStringLiteral("vm"), 22, keyB), SecretScope()})
        QCOMPARE(read(other), QByteArray("(none)"));
    QVERIFY(!awaited(m_accounts->store(SecretScope(), {}, secret("x"), {})));
}

void TestAccountStore::unencryptedIsAskedForOnce()
{
    const SecretScope clear = SecretScope::mlflow(QStringLiteral("http://clear.test:5000/x"), QStringLiteral("ada"));
    storeIt(clear, "one");
    QCOMPARE(read(clear), "error " + errorKindName(ErrorKind::Forbidden).toUtf8());
    QVERIFY(Accounts::unencryptedWarning(clear).contains(QStringLiteral("would travel unencrypted to clear.test")));
    const auto tested = awaited(m_accounts->testMlflow(QStringLiteral("http://clear.test:5000/x"), QStringLiteral("ada"), {}));
    QVERIFY(!tested && tested.error().kind == ErrorKind::Forbidden);
    QVERIFY(m_network.sent().isEmpty());
    m_accounts->allowUnencrypted(clear);
    QCOMPARE(read(clear), QByteArray("one"));
    restart();
    QCOMPARE(read(clear), QByteArray("one")); // once per server
    const SecretScope otherPort = SecretScope::mlflow(QStringLiteral("http://clear.test:5001/x"), QStringLiteral("ada"));
    storeIt(otherPort, "two");
    QVERIFY(!m_accounts->maySend(otherPort));
    QVERIFY(m_accounts->maySend(SecretScope::mlflow(QStringLiteral("http://127.0.0.1:5000"), QStringLiteral("ada"))));
}

void TestAccountStore::earlierEntriesGoOn()
{
    QVERIFY(awaited(m_keychain->write(QStringLiteral("io.rayhelm/mlflow/ada@https://m1.test/x"), secret("one"), {})));
    QVERIFY(awaited(m_keychain->write(QStringLiteral("io.rayhelm/ray-ingress/ray@ray.test/p"), secret("two"), {})));
    writeList(R"([{"kind":"mlflow","subject":"https://m1.test/x","user":"ada"},{"kind":"ray-ingress","subject":"ray.test/p","user":"ray"}])");
    QCOMPARE(read(SecretScope::mlflow(QStringLiteral("http://m1.test/x"), QStringLiteral("ada"))), QByteArray("(none)"));
    QCOMPARE(read(SecretScope::mlflow(QStringLiteral("https://m1.test/x/"), QStringLiteral("ada"))), QByteArray("one"));
    QCOMPARE(read(SecretScope::ingress(QStringLiteral("ray.test/p"), QStringLiteral("ray"))), QByteArray("two"));
    QVERIFY(!m_keychain->contains(QStringLiteral("io.rayhelm/mlflow/ada@https://m1.test/x"))); // under its new name only
    restart();
    QCOMPARE(read(SecretScope::mlflow(QStringLiteral("https://m1.test/x"), QStringLiteral("ada"))), QByteArray("one"));
}

void TestAccountStore::earlierLoginsAreNotSent()
{
    const QString earlier = QStringLiteral("io.rayhelm/ssh/@ada@vm.test:22");
    QVERIFY(awaited(m_keychain->write(earlier, secret("old"), {})));
    writeList(R"([{"kind":"ssh","subject":"ada@vm.test:22","user":""}])");
    const SecretScope now = SecretScope::sshLogin(QStringLiteral("ada"), QStringLiteral("vm.test"), 22, keyA);
    QCOMPARE(read(now), QByteArray("(none)"));
    QVERIFY(m_accounts->isKeptForAnotherMachine(now)); // the question says so
    QCOMPARE(m_accounts->list().first().place, SecretPlace::Unused);
    QVERIFY(m_keychain->contains(earlier)); // not lost before there is another one
    storeIt(now, "new");
    QVERIFY(!m_keychain->contains(earlier));
    QCOMPARE(m_accounts->list().size(), 1);
    QCOMPARE(read(now), QByteArray("new"));
}

void TestAccountStore::newLoginReplacesTheOldMachine()
{
    const SecretScope before = SecretScope::sudo(QStringLiteral("ada"), QStringLiteral("vm.test"), 22, keyA);
    const SecretScope now = SecretScope::sudo(QStringLiteral("ada"), QStringLiteral("vm.test"), 22, keyB);
    storeIt(before, "old");
    QVERIFY(m_accounts->isKeptForAnotherMachine(now));
    QVERIFY(!m_accounts->isKeptForAnotherMachine(before));
    storeIt(now, "new");
    QCOMPARE(read(before), QByteArray("(none)"));
    QCOMPARE(read(now), QByteArray("new"));
    QCOMPARE(m_accounts->list().size(), 1);
}

void TestAccountStore::whatCannotBeRemovedIsNotUsed()
{
    m_keychain = std::make_unique<StubbornStore>();
    restart();
    const SecretScope scope = SecretScope::mlflow(QStringLiteral("https://m1.test"), QStringLiteral("ada"));
    storeIt(scope, "one");
    const Account account = *m_accounts->find(scope);
    QVERIFY(!awaited(m_accounts->forget(account, {})));
    QCOMPARE(m_accounts->find(scope)->place, SecretPlace::Unused); // it is said, and stays in the list
    QCOMPARE(read(scope), QByteArray("(none)"));
    restart();
    QCOMPARE(read(scope), QByteArray("(none)"));
    storeIt(scope, "two");
    QCOMPARE(read(scope), QByteArray("two"));
}

void TestAccountStore::serverThatAJobNames()
{
    storeIt(SecretScope::mlflow(QStringLiteral("https://m1.test"), QStringLiteral("ada")), "one");
    storeIt(SecretScope::mlflow(QStringLiteral("https://m2.test"), QStringLiteral("bea")), "two");
    const auto loginAt = [this](const char *address, const char *user) {
        const auto account = awaited(m_accounts->mlflowAccount(QString::fromLatin1(address), QString::fromLatin1(user), {}));
        return account ? (*account)->user.toUtf8() + ':' + (*account)->password.reveal().toByteArray() : QByteArray("error");
    };
    QCOMPARE(loginAt("https://m1.test", "ada"), QByteArray("ada:one"));
    QCOMPARE(loginAt("https://m2.test", "ada"), QByteArray("bea:two")); // that server's own account
    QCOMPARE(loginAt("https://m3.test", "ada"), QByteArray(":"));       // nobody: not even the name
    QCOMPARE(loginAt("http://m1.test", "ada"), QByteArray(":"));
    QCOMPARE(loginAt("https://m1.test.evil", "ada"), QByteArray(":"));
    QCOMPARE(loginAt("https://ada:one@m1.test", "ada"), QByteArray("error"));
}

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accounts.moc"
