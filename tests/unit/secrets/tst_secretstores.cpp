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
    void keys();
    void memory() { MemorySecretStore store; check(&store); }
    void session();
    void fallsBackToMemory();
    void untilQuitHidesNothing();
    void lockedKeychainIsNotOverwritten();
    void computerWithoutKeychain();
};

void TestSecretStores::keys()
{
    const QUuid one = QUuid::fromString(QStringLiteral("11111111-2222-3333-4444-555555555555"));
    QCOMPARE(secretKey(one, SecretKind::SudoPassword), QStringLiteral("io.rayhelm/11111111-2222-3333-4444-555555555555/sudo-password"));
    QSet<QString> different;
    for (const SecretKind kind : {SecretKind::SshPassword, SecretKind::KeyPassphrase, SecretKind::SudoPassword, SecretKind::MlflowPassword, SecretKind::IngressPassword})
        different.insert(secretKey(one, kind, QStringLiteral("ada@vm:22")));
    different.insert(secretKey(one, SecretKind::SshPassword, QStringLiteral("ada@other:22")));
    QCOMPARE(different.size(), 6);
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
