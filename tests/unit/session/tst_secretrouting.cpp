#include "awaiting.h"
#include "fakenetwork.h"
#include "testaccounts.h"

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "images/imagetags.h"
#include "jobs/jobhistory.h"
#include "jobs/rayclient.h"
#include "secrets/memorysecretstore.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/raylink.h"
#include "session/runlink.h"
#include "session/session.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

/// The routing table of secrets: three MLflow servers, two Ingresses, two machines with real sshd and sudo, one of them reinstalled. The
/// network notes what each server was sent, the machines write down every password that they are given. Each row does one thing of a
/// journey and says who may have got what; whatever else anybody got is wrong.
class TestSecretRouting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void requests_data();
    void requests();
    void consentIsAskedForBeforeAnythingIsSent();
    void loginsOfTwoMachines();
    void reinstalledMachine();

private:
    using Got = QMap<QString, QByteArrayList>; ///< by "scheme://host:port": the different Authorization headers, as "user:password"

    void keep(const SecretScope &scope, const char *password);
    void connectTo(const TestAccounts &machine);
    void disconnect();
    Got got() const;
    QStringList asked() const; ///< servers that got any request
    JobRecord jobAt(const char *mlflow) const;
    void openRun(const char *mlflow);
    void askRay(const char *address);
    void tags(const char *realm);

    TestAccounts m_first;
    TestAccounts m_second;
    bool m_haveMachines = false;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemProcessLauncher m_launcher;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<MemorySecretStore> m_keychain;
    Redactor m_redactor;
    std::unique_ptr<CommandLog> m_commands;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DeskUser> m_user;
};

namespace {

FakeAnswer registryAnswer(const SentRequest &request, const QByteArray &realm)
{
    FakeAnswer answer;
    if (request.url.path() == QLatin1String("/token")) {
        answer.body = R"({"token":"registry-token"})";
    } else if (request.header("Authorization").isEmpty()) {
        answer.status = 401;
        answer.headers = {{"WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"ghcr.io\""}};
    } else {
        answer.body = R"({"tags":["a"]})";
        answer.headers = {{"Link", "<https://other.test/v2/next>; rel=\"next\""}};
    }
    return answer;
}

FakeAnswer serverAnswer(const SentRequest &request)
{
    FakeAnswer answer;
    const QString path = request.url.path();
    if (request.url.host() == QLatin1String("moved.test"))
        answer = {302, {}, {{"Location", "https://m3.test" + path.toUtf8()}}, QNetworkReply::NoError, false};
    else if (path.endsWith(QLatin1String("experiments/search")) && request.header("Authorization").isEmpty())
        answer.status = 401;
    else if (path.endsWith(QLatin1String("get-by-name")))
        answer.body = R"({"experiment":{"experiment_id":"7","name":"e","lifecycle_stage":"active"}})";
    else if (path.endsWith(QLatin1String("/api/version")))
        answer.body = R"({"version":"4","ray_version":"2.9.0","ray_commit":"x"})";
    else if (path.endsWith(QLatin1String("/nodes")))
        answer.body = R"({"result":true,"data":{"summary":[]}})";
    else
        answer.body = "{}";
    return answer;
}

} // namespace

void TestSecretRouting::initTestCase()
{
    m_haveMachines = TestAccounts::isPossible();
    if (!m_haveMachines)
        return;
    QVERIFY(m_first.start("first-Pass1"));
    QVERIFY(m_second.start("second-Pass2"));
}

void TestSecretRouting::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_folder->path().toUtf8()); // no settings of a person
    m_network = std::make_unique<FakeNetwork>();
    m_network->decide(serverAnswer);
    m_keychain = std::make_unique<MemorySecretStore>();
    m_commands = std::make_unique<CommandLog>(m_redactor);
    m_profiles = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")));
    SessionEdges edges;
    edges.launcher = &m_launcher;
    edges.network = m_network.get();
    edges.secrets = m_keychain.get();
    edges.commands = m_commands.get();
    edges.redactor = &m_redactor;
    edges.profiles = m_profiles.get();
    edges.askpassProgram = qEnvironmentVariable("RAYHELM_ASKPASS");
    edges.configDirectory = edges.dataDirectory = edges.runtimeDirectory = m_folder->path();
    m_session = std::make_unique<Session>(edges);
    m_user = std::make_unique<DeskUser>(m_session->connection().questions());
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.host = QStringLiteral("vm.test");
    profile.mlflowUri = QStringLiteral("https://m1.test");
    profile.mlflowUser = QStringLiteral("ada");
    profile.rayUser = QStringLiteral("ray");
    m_session->connection().setProfile(profile);
    keep(SecretScope::mlflow(QStringLiteral("https://m1.test"), QStringLiteral("ada")), "mlflow-One");
    keep(SecretScope::mlflow(QStringLiteral("https://m2.test/sub"), QStringLiteral("ada")), "mlflow-Two");
    keep(SecretScope::mlflow(QStringLiteral("https://moved.test"), QStringLiteral("ada")), "mlflow-Moved");
    keep(SecretScope::ingress(QStringLiteral("https://ray1.test/p"), QStringLiteral("ray")), "ingress-One");
    keep(SecretScope::ingress(QStringLiteral("https://ray2.test"), QStringLiteral("ray")), "ingress-Two");
}

void TestSecretRouting::cleanup()
{
    QCoro::waitFor(m_session->close());
    m_user.reset();
    m_session.reset();
}

void TestSecretRouting::keep(const SecretScope &scope, const char *password)
{
    VERIFY_RESULT(awaited(m_session->accounts().store(scope, {}, std::make_shared<Secret>(QByteArray(password)), {})));
}

TestSecretRouting::Got TestSecretRouting::got() const
{
    Got got;
    for (const SentRequest &request : m_network->sent()) {
        QByteArray header = request.header("Authorization");
        if (header.startsWith("Basic "))
            header = QByteArray::fromBase64(header.mid(6));
        QByteArrayList &seen = got[request.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString()];
        if (!header.isEmpty() && !seen.contains(header))
            seen.append(header);
    }
    got.removeIf([](const Got::iterator &one) { return one->isEmpty(); });
    return got;
}

QStringList TestSecretRouting::asked() const
{
    QStringList servers;
    for (const SentRequest &request : m_network->sent()) {
        const QString server = request.url.host();
        if (!servers.contains(server))
            servers.append(server);
    }
    servers.sort();
    return servers;
}

JobRecord TestSecretRouting::jobAt(const char *mlflow) const
{
    JobRecord job;
    job.spec.mlflowUri = QString::fromLatin1(mlflow);
    job.spec.experiment = QStringLiteral("e");
    job.submitted = QDateTime::currentDateTimeUtc();
    return job;
}

void TestSecretRouting::openRun(const char *mlflow)
{
    const JobRecord job = jobAt(mlflow);
    const Profile profile = m_session->connection().profile();
    const auto page = awaited(findRunPage(m_session->edges(), m_session->accounts(), profile, job, {}));
    Q_UNUSED(page); // who got what is the question here
}

void TestSecretRouting::askRay(const char *address)
{
    Profile profile = m_session->connection().profile();
    profile.rayAddress = QString::fromLatin1(address);
    m_session->connection().setProfile(profile);
    const auto client = awaited(m_session->ray().ensureOpen({}));
    Q_UNUSED(client);
}

void TestSecretRouting::tags(const char *realm)
{
    m_network->decide([realm](const SentRequest &request) { return registryAnswer(request, realm); });
    const auto read = awaited(readImageTags(m_network.get(), ImageRegistry(), {}));
    Q_UNUSED(read);
}

/// What is done, who may get which secret, and who may be asked at all.
void TestSecretRouting::requests_data()
{
    QTest::addColumn<std::function<void()>>("act");
    QTest::addColumn<Got>("mayGet");
    QTest::addColumn<QStringList>("mayBeAsked");
    const auto row = [](const char *name, std::function<void()> act, const Got &mayGet, const QStringList &mayBeAsked) {
        QTest::newRow(name) << std::move(act) << mayGet << mayBeAsked;
    };
    const Got one{{QStringLiteral("https://m1.test"), {"ada:mlflow-One"}}};
    const Got two{{QStringLiteral("https://m2.test"), {"ada:mlflow-Two"}}};
    const auto test = [this](const char *uri) {
        const auto said = awaited(m_session->accounts().testMlflow(QString::fromLatin1(uri), QStringLiteral("ada"), {}));
        Q_UNUSED(said);
    };
    const QString m1 = QStringLiteral("m1.test");
    const QString m2 = QStringLiteral("m2.test");
    const QString m3 = QStringLiteral("m3.test");
    const QString registry = QStringLiteral("ghcr.io");
    row("test the login of the first server", [test] { test("https://m1.test"); }, one, {m1});
    row("test the login of the second", [test] { test("https://m2.test/sub/"); }, two, {m2});
    row("test a login that is not kept", [test] { test("https://m3.test"); }, {}, {});
    row("open a run of the profile's server", [this] { openRun(""); }, one, {m1});
    row("open a run of the second server", [this] { openRun("https://m2.test/sub"); }, two, {m2});
    row("open a run of another path of it", [this] { openRun("https://m2.test/other"); }, {}, {m2});
    row("open a run of a stranger", [this] { openRun("https://m3.test"); }, {}, {m3});
    row("open a run of the first server without encryption", [this] { openRun("http://m1.test"); }, {}, {m1});
    row("open a run of another port", [this] { openRun("https://m1.test:8443"); }, {}, {m1});
    row("open a run of an address with a login in it", [this] { openRun("https://ada:mlflow-One@m3.test"); }, {}, {});
    row("a server that sends us elsewhere", [this] { openRun("https://moved.test"); },
        {{QStringLiteral("https://moved.test"), {"ada:mlflow-Moved"}}}, {QStringLiteral("moved.test")});
    row("Ray by the first Ingress", [this] { askRay("https://ray1.test/p"); }, {{QStringLiteral("https://ray1.test"), {"ray:ingress-One"}}},
        {QStringLiteral("ray1.test")});
    row("Ray by the second, without a scheme", [this] { askRay("ray2.test"); }, {{QStringLiteral("https://ray2.test"), {"ray:ingress-Two"}}},
        {QStringLiteral("ray2.test")});
    row("Ray by an unknown Ingress", [this] { askRay("https://ray3.test"); }, {}, {QStringLiteral("ray3.test")});
    row("Ray by the first without encryption", [this] { askRay("http://ray1.test/p"); }, {}, {QStringLiteral("ray1.test")});
    row("tags, token from the registry", [this] { tags("https://ghcr.io/token"); }, {{QStringLiteral("https://ghcr.io"), {"Bearer registry-token"}}},
        {registry});
    row("tags, token from a stranger", [this] { tags("https://evil.test/token"); }, {}, {registry});
    row("tags, token from this computer", [this] { tags("http://127.0.0.1:8265/token"); }, {}, {registry});
}

void TestSecretRouting::requests()
{
    QFETCH(std::function<void()>, act);
    QFETCH(Got, mayGet);
    QFETCH(QStringList, mayBeAsked);
    act();
    QCOMPARE(got(), mayGet);
    QCOMPARE(asked(), mayBeAsked);
}

void TestSecretRouting::consentIsAskedForBeforeAnythingIsSent()
{
    const SecretScope mlflow = SecretScope::mlflow(QStringLiteral("http://clear.test"), QStringLiteral("ada"));
    const SecretScope ingress = SecretScope::ingress(QStringLiteral("http://ray.clear.test"), QStringLiteral("ray"));
    keep(mlflow, "mlflow-Clear");
    keep(ingress, "ingress-Clear");
    openRun("http://clear.test");
    askRay("http://ray.clear.test");
    QCOMPARE(asked(), QStringList());
    QVERIFY(m_session->ray().problem().contains(QStringLiteral("would travel unencrypted to ray.clear.test")));
    m_session->accounts().allowUnencrypted(ingress);
    openRun("http://clear.test");
    askRay("http://ray.clear.test");
    QCOMPARE(got(), (Got{{QStringLiteral("http://ray.clear.test"), {"ray:ingress-Clear"}}}));
}

void TestSecretRouting::connectTo(const TestAccounts &machine)
{
    Profile profile = m_session->connection().profile();
    profile.host = QStringLiteral("127.0.0.1");
    profile.port = machine.sshd().port();
    profile.user = QStringLiteral("rhpw");
    profile.login = LoginKind::Password;
    profile.useSudo = true;
    m_session->connection().setProfile(profile);
    m_session->connection().connectToHost();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->connection().steps()->isRunning() && m_session->connection().state() != LinkState::Connecting, 60000);
    QVERIFY2(m_session->connection().isConnected(), m_session->connection().error() ? qPrintable(m_session->connection().error()->detail) : "");
}

void TestSecretRouting::disconnect()
{
    m_session->connection().disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->connection().state(), LinkState::Disconnected, 60000);
}

void TestSecretRouting::loginsOfTwoMachines()
{
    if (!m_haveMachines)
        QSKIP("accounts of our own need root and a mount namespace");
    const TestAccounts *machine = &m_first;
    m_user->reply([&](const Question &question) -> std::optional<Answer> {
        if (question.kind == QuestionKind::UnknownHostKey)
            return DeskUser::trust();
        return DeskUser::secret(machine == &m_first ? "first-Pass1" : "second-Pass2", true);
    });
    connectTo(m_first);
    disconnect();
    machine = &m_second;
    connectTo(m_second);
    disconnect();
    m_user->reply([](const Question &) -> std::optional<Answer> { return std::nullopt; }); // all is kept now
    connectTo(m_first);
    disconnect();
    connectTo(m_second);
    disconnect();
    for (const QString &service : {QStringLiteral("sshd"), QStringLiteral("sudo")}) {
        const QByteArrayList atFirst = m_first.received(service);
        const QByteArrayList atSecond = m_second.received(service);
        QVERIFY2(atFirst.size() >= 2 && atSecond.size() >= 2,
                 (service.toUtf8() + ": " + atFirst.join(' ') + " / " + atSecond.join(' ')).constData());
        QCOMPARE(QSet<QByteArray>(atFirst.begin(), atFirst.end()), QSet<QByteArray>{"first-Pass1"});
        QCOMPARE(QSet<QByteArray>(atSecond.begin(), atSecond.end()), QSet<QByteArray>{"second-Pass2"});
    }
    QCOMPARE(asked(), QStringList());
}

/// The machine behind the name is another one: what was kept is not sent to it, only what a person types for it.
void TestSecretRouting::reinstalledMachine()
{
    if (!m_haveMachines)
        QSKIP("accounts of our own need root and a mount namespace");
    m_user->reply([](const Question &question) -> std::optional<Answer> {
        return question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("second-Pass2", true);
    });
    connectTo(m_second);
    disconnect();
    QVERIFY(m_second.reinstall());
    const qsizetype before = m_second.received(QStringLiteral("sshd")).size();
    const qsizetype sudoBefore = m_second.received(QStringLiteral("sudo")).size();
    QVERIFY(before > 0 && sudoBefore > 0); // both write down what they get
    m_user->reply([](const Question &question) -> std::optional<Answer> {
        if (question.previousRefused)
            return std::nullopt;
        Answer answer = question.kind == QuestionKind::UnknownHostKey ? DeskUser::trust() : DeskUser::secret("typed-For-The-New");
        answer.forgetOld = question.kind == QuestionKind::ChangedHostKey;
        return answer;
    });
    m_session->connection().connectToHost();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->connection().error(), 60000);
    QCOMPARE(m_second.received(QStringLiteral("sshd")).mid(before), QByteArrayList{"typed-For-The-New"});
    QCOMPARE(m_second.received(QStringLiteral("sudo")).size(), sudoBefore);
    QCOMPARE(m_user->count(QuestionKind::ChangedHostKey), 1);
}

QTEST_GUILESS_MAIN(TestSecretRouting)
#include "tst_secretrouting.moc"
