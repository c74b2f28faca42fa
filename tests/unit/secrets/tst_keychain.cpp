#include "secretcontract.h"

#include "secrets/keychainsecretstore.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <csignal>

using namespace rayhelm;
using namespace secretcontract;
using namespace std::chrono_literals;

/// The real gnome-keyring, in its good and bad moods.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void contract();
    void severalAtOnce();
    void lockedIsNotBelieved();
    void stuckKeychainLetsTheWindowLive();
    void destroyedWhileAJobRuns();
    void cancelled();

private:
    static QByteArray bus(const QStringList &arguments);
    void setLocked(bool locked);

    pid_t m_daemon = 0;
};

QByteArray TestKeychain::bus(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("gdbus"), QStringList{QStringLiteral("call"), QStringLiteral("--session")} + arguments);
    process.waitForFinished(10000);
    return process.readAllStandardOutput();
}

void TestKeychain::setLocked(bool locked)
{
    bus({QStringLiteral("--dest"), QStringLiteral("org.freedesktop.secrets"), QStringLiteral("--object-path"), QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("--method"),
         locked ? QStringLiteral("org.freedesktop.Secret.Service.Lock") : QStringLiteral("org.freedesktop.Secret.Service.Unlock"),
         QStringLiteral("[objectpath '/org/freedesktop/secrets/collection/login']")});
}

void TestKeychain::initTestCase()
{
    const QByteArray answer = bus({QStringLiteral("--dest"), QStringLiteral("org.freedesktop.DBus"), QStringLiteral("--object-path"), QStringLiteral("/"), QStringLiteral("--method"),
                                   QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"), QStringLiteral("org.freedesktop.secrets")});
    m_daemon = answer.mid(8).left(answer.indexOf(',') - 8).toInt(); // "(uint32 123,)"
    QVERIFY2(m_daemon > 1, answer.constData());
}

void TestKeychain::contract()
{
    KeychainSecretStore store;
    check(&store);
}

void TestKeychain::severalAtOnce()
{
    KeychainSecretStore store;
    std::vector<Task<>> writes;
    for (int i = 0; i < 10; ++i)
        writes.push_back(store.write(QStringLiteral("io.rayhelm/test/%1").arg(i), secret(QByteArray::number(i)), {}));
    for (Task<> &write : writes)
        QVERIFY(awaited(std::move(write)));
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(stored(&store, QStringLiteral("io.rayhelm/test/%1").arg(i)), QByteArray::number(i));
        QVERIFY(awaited(store.remove(QStringLiteral("io.rayhelm/test/%1").arg(i), {})));
    }
}

void TestKeychain::lockedIsNotBelieved()
{
    const QString key = QStringLiteral("io.rayhelm/test/locked");
    KeychainSecretStore store;
    QVERIFY(awaited(store.write(key, secret("kept"), {})));
    setLocked(true);
    const Result<> written = awaited(store.write(key, secret("overwritten"), {}));
    QVERIFY(!written && written.error().kind == ErrorKind::KeychainUnavailable);
    QCOMPARE(store.state(), SecretStoreState::Locked);
    const Result<> removed = awaited(store.remove(key, {}));
    QVERIFY(!removed && removed.error().kind == ErrorKind::KeychainUnavailable);
}

void TestKeychain::stuckKeychainLetsTheWindowLive()
{
    KeychainSecretStore store(nullptr, 500ms);
    QVERIFY(awaited(store.read(QStringLiteral("io.rayhelm/test/none"), {})));
    ::kill(m_daemon, SIGSTOP);
    int turns = 0;
    QTimer loop;
    connect(&loop, &QTimer::timeout, this, [&turns] { ++turns; });
    loop.start(10);
    QElapsedTimer clock;
    clock.start();
    const auto first = awaited(store.read(QStringLiteral("io.rayhelm/test/none"), {}));
    QVERIFY(!first && first.error().kind == ErrorKind::KeychainUnavailable);
    QVERIFY(clock.elapsed() >= 450);
    QVERIFY(turns > 10);
    QCOMPARE(store.state(), SecretStoreState::Locked);
    clock.restart();
    const auto second = awaited(store.read(QStringLiteral("io.rayhelm/test/none"), {}));
    QVERIFY(!second && second.error().kind == ErrorKind::KeychainUnavailable);
    QVERIFY2(clock.elapsed() < 300, "the second one must not wait behind the first");
    ::kill(m_daemon, SIGCONT);
    const auto answers = [&store] { return awaited(store.read(QStringLiteral("io.rayhelm/test/none"), {})).has_value(); };
    QTRY_VERIFY_WITH_TIMEOUT(answers(), 10000);
}

void TestKeychain::destroyedWhileAJobRuns()
{
    ::kill(m_daemon, SIGSTOP);
    auto store = std::make_unique<KeychainSecretStore>(nullptr, 300ms);
    const auto read = awaited(store->read(QStringLiteral("io.rayhelm/test/none"), {}));
    QVERIFY(!read);
    store.reset(); // the job still waits for its answer
    ::kill(m_daemon, SIGCONT);
    KeychainSecretStore next;
    const auto answers = [&next] { return awaited(next.read(QStringLiteral("io.rayhelm/test/none"), {})).has_value(); };
    QTRY_VERIFY_WITH_TIMEOUT(answers(), 10000);
}

void TestKeychain::cancelled()
{
    ::kill(m_daemon, SIGSTOP);
    std::stop_source stop;
    KeychainSecretStore store;
    auto task = store.read(QStringLiteral("io.rayhelm/test/none"), stop.get_token());
    stop.request_stop();
    const auto read = awaited(std::move(task));
    ::kill(m_daemon, SIGCONT);
    QVERIFY(!read && read.error().isCancelled());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
