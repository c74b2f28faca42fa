#include "secretcontract.h"

#include "secrets/keychainsecretstore.h"
#include "secrets/memorysecretstore.h"
#include "secrets/sessionsecretstore.h"

#include <QSignalSpy>

using namespace rayhelm;
using namespace secretcontract;

/// The stores without a keychain, and a computer that has none.
class TestSecretStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyringThatIgnoresDelete();
    void keyringThatIgnoresEverything();
    void memory() { MemorySecretStore store; check(&store); }
    void session();
    void fallsBackToMemory();
    void untilQuitHidesNothing();
    void lockedKeychainIsNotOverwritten();
    void computerWithoutKeychain();
};

/// A keychain that answers "done" and does something else.
class LyingKeychain : public KeychainSecretStore
{
public:
    std::map<QString, QByteArray> entries;
    bool overwrites = true;
    bool deletes = true;

protected:
    Task<std::shared_ptr<Secret>> readEntry(QString key, std::stop_token) override
    {
        const auto found = entries.find(key);
        co_return found == entries.end() ? nullptr : secret(found->second);
    }
    Task<> writeEntry(QString key, std::shared_ptr<Secret> given, std::stop_token) override
    {
        if (overwrites)
            entries.insert_or_assign(key, given->reveal().toByteArray());
        co_return Result<>();
    }
    Task<> deleteEntry(QString key, std::stop_token) override
    {
        if (deletes)
            entries.erase(key);
        co_return Result<>();
    }
};

void TestSecretStores::keyringThatIgnoresDelete()
{
    LyingKeychain keychain;
    QVERIFY(awaited(keychain.write(QStringLiteral("k"), secret("hunter2"), {})));
    keychain.deletes = false;
    const Result<> removed = awaited(keychain.remove(QStringLiteral("k"), {}));
    QVERIFY(!removed && removed.error().kind == ErrorKind::KeychainUnavailable);
    QVERIFY(removed.error().summary.contains(QStringLiteral("did not remove")));
    QVERIFY(!keychain.entries.at(QStringLiteral("k")).contains("hunter2"));
    QCOMPARE(stored(&keychain, QStringLiteral("k")), QByteArray("(none)")); // what stands there is no password
    QVERIFY(awaited(keychain.write(QStringLiteral("k"), secret("new"), {})));
    QCOMPARE(stored(&keychain, QStringLiteral("k")), QByteArray("new"));
}

void TestSecretStores::keyringThatIgnoresEverything()
{
    LyingKeychain keychain;
    QVERIFY(awaited(keychain.write(QStringLiteral("k"), secret("hunter2"), {})));
    keychain.deletes = false;
    keychain.overwrites = false;
    const Result<> removed = awaited(keychain.remove(QStringLiteral("k"), {}));
    QVERIFY(!removed && removed.error().kind == ErrorKind::KeychainUnavailable);
    QVERIFY(removed.error().summary.contains(QStringLiteral("could not be removed")));
}

void TestSecretStores::session()
{
    MemorySecretStore keychain;
    SessionSecretStore store(&keychain);
    check(&store);
    QVERIFY(awaited(store.write(QStringLiteral("k"), secret("v"), {})));
    QVERIFY(keychain.contains(QStringLiteral("k")));
    QCOMPARE(store.keeping(QStringLiteral("k")), SecretKeeping::Keychain);
}

void TestSecretStores::fallsBackToMemory()
{
    MemorySecretStore keychain;
    SessionSecretStore store(&keychain);
    const QSignalSpy states(&store, &SecretStore::stateChanged);
    keychain.setState(SecretStoreState::None);
    QCOMPARE(states.size(), 1);
    QCOMPARE(stored(&store, QStringLiteral("k")), QByteArray("(none)")); // no error: the user is asked
    QVERIFY(awaited(store.write(QStringLiteral("k"), secret("v"), {})));
    QCOMPARE(stored(&store, QStringLiteral("k")), QByteArray("v"));
    QCOMPARE(store.keeping(QStringLiteral("k")), SecretKeeping::UntilQuit);
    keychain.setState(SecretStoreState::Available);
    QVERIFY(!keychain.contains(QStringLiteral("k")));
    QVERIFY(awaited(store.remove(QStringLiteral("k"), {})));
    QCOMPARE(stored(&store, QStringLiteral("k")), QByteArray("(none)"));
    QCOMPARE(store.keeping(QStringLiteral("k")), SecretKeeping::Nowhere);
}

void TestSecretStores::untilQuitHidesNothing()
{
    MemorySecretStore keychain;
    SessionSecretStore store(&keychain);
    QVERIFY(awaited(store.writeUntilQuit(QStringLiteral("k"), secret("short"), {})));
    QVERIFY(!keychain.contains(QStringLiteral("k")));
    QVERIFY(awaited(store.write(QStringLiteral("k"), secret("long"), {})));
    QCOMPARE(stored(&store, QStringLiteral("k")), QByteArray("long"));
}

void TestSecretStores::lockedKeychainIsNotOverwritten()
{
    MemorySecretStore keychain;
    SessionSecretStore store(&keychain);
    QVERIFY(awaited(store.write(QStringLiteral("k"), secret("kept"), {})));
    keychain.setState(SecretStoreState::Locked);
    const Result<> removed = awaited(store.remove(QStringLiteral("k"), {}));
    QVERIFY(!removed && removed.error().kind == ErrorKind::KeychainUnavailable); // not "forgotten"
    keychain.setState(SecretStoreState::Available);
    QCOMPARE(stored(&store, QStringLiteral("k")), QByteArray("kept"));
}

void TestSecretStores::computerWithoutKeychain()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    KeychainSecretStore store;
    const auto read = awaited(store.read(QStringLiteral("k"), {}));
    QVERIFY(!read && read.error().kind == ErrorKind::KeychainUnavailable);
    QCOMPARE(store.state(), SecretStoreState::None);
    const auto written = awaited(store.write(QStringLiteral("k"), secret("v"), {}));
    QVERIFY(!written && written.error().kind == ErrorKind::KeychainUnavailable);
}

QTEST_GUILESS_MAIN(TestSecretStores)
#include "tst_secretstores.moc"
