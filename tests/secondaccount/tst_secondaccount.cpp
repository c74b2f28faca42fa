#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "folders.h"
#include "jobs/jobhistory.h"
#include "jobs/jobspec.h"
#include "jobs/rayclient.h"
#include "remote/http.h"
#include "remote/launcher.h"
#include "secrets/memorysecretstore.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/raylink.h"
#include "session/session.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace rayhelm;

namespace {

constexpr auto strangersNumber = "54321";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path + QStringLiteral(".new"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    file.close();
    QVERIFY(std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0);
}

/// The process and all that it has started.
QList<qint64> family()
{
    QList<qint64> all{::getpid()};
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QDir threads(QStringLiteral("/proc/%1/task").arg(all.at(i)));
        const QStringList numbers = threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &number : numbers) {
            const QList<QByteArray> children = contentOf(threads.filePath(number + QStringLiteral("/children"))).split(' ');
            for (const QByteArray &child : children) {
                if (child.toLongLong() > 0)
                    all.append(child.toLongLong());
            }
        }
    }
    return all;
}

/// Every TCP port at which the application or a program of its own listens.
QSet<int> listeningPorts(qint64 except)
{
    QSet<QByteArray> sockets;
    const QList<qint64> processes = family();
    for (const qint64 process : processes) {
        if (process == except)
            continue;
        const QDir open(QStringLiteral("/proc/%1/fd").arg(process));
        const QStringList numbers = open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        for (const QString &number : numbers) {
            char target[100];
            const ssize_t length = ::readlink(QFile::encodeName(open.filePath(number)).constData(), target, sizeof target);
            if (length > 9 && QByteArray(target, length).startsWith("socket:["))
                sockets.insert(QByteArray(target + 8, length - 9));
        }
    }
    QSet<int> ports;
    for (const char *list : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        const QList<QByteArray> lines = contentOf(QString::fromLatin1(list)).split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() > 9 && fields.at(3) == "0A" && sockets.contains(fields.at(9)))
                ports.insert(fields.at(1).mid(fields.at(1).lastIndexOf(':') + 1).toInt(nullptr, 16));
        }
    }
    return ports;
}

} // namespace

/// Another account of the laptop, while a cluster is used: it reaches nothing of ours, and nothing of ours reaches it.
class TestSecondAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void reachesNothing();

private:
    QString state(const char *name) const { return m_folder.filePath(QStringLiteral("state/") + QLatin1String(name)); }
    int told(const char *what) const;
    bool tryOn(int tries) const;
    JobSpec job(int number) const;
    void cutLink() const;

    QTemporaryDir m_folder;
    QProcess m_stranger;
    QTimer m_watch;
    SystemProcessLauncher m_launcher;
    MemorySecretStore m_secrets;
    Redactor m_redactor;
    std::unique_ptr<CommandLog> m_commands;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<Session> m_session;
};

void TestSecondAccount::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("only root can become another account");
    for (const char *folder : {"home/.interlink", "state", "run", "data"})
        QVERIFY(QDir().mkpath(m_folder.filePath(QLatin1String(folder))));
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)); // the stranger reads the ports there
    QVERIFY(QDir().mkpath(state("stranger")));
    QCOMPARE(::chown(QFile::encodeName(state("stranger")).constData(), 54321, 54321), 0);
    const QString tests = sourceFile("/tests");
    qputenv("PATH", (tests + QStringLiteral("/secondaccount:") + tests + QStringLiteral("/support/panelvm:") + tests
                     + QStringLiteral("/support/standins:")).toUtf8() + qgetenv("PATH"));
    qputenv("FAKE_STATE", m_folder.filePath(QStringLiteral("state")).toUtf8());
    qputenv("HOME", m_folder.filePath(QStringLiteral("home")).toUtf8());
    m_commands = std::make_unique<CommandLog>(m_redactor);
    m_profiles = std::make_unique<ProfileStore>(m_folder.filePath(QStringLiteral("profiles.json")));
    SessionEdges edges;
    edges.launcher = &m_launcher;
    edges.network = makeNetwork(this);
    edges.secrets = &m_secrets;
    edges.commands = m_commands.get();
    edges.redactor = &m_redactor;
    edges.profiles = m_profiles.get();
    edges.configDirectory = edges.dataDirectory = m_folder.filePath(QStringLiteral("data"));
    edges.runtimeDirectory = m_folder.filePath(QStringLiteral("run"));
    m_session = std::make_unique<Session>(edges);
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.host = QStringLiteral("vm.test");
    profile.user = QStringLiteral("tester");
    profile.useSudo = false;
    m_session->connection().setProfile(profile);
}

void TestSecondAccount::cleanupTestCase()
{
    m_watch.stop();
    if (m_stranger.state() != QProcess::NotRunning) {
        m_stranger.closeWriteChannel();
        QVERIFY(m_stranger.waitForFinished(20000));
    }
    if (!m_session)
        return;
    cutLink();
    QCoro::waitFor(m_session->close());
    m_session.reset();
}

int TestSecondAccount::told(const char *what) const
{
    return QJsonDocument::fromJson(contentOf(state("stranger/summary"))).object().value(QLatin1String(what)).toInt();
}

/// Waits until the stranger has tried so often more.
bool TestSecondAccount::tryOn(int tries) const
{
    const int wanted = told("tries") + tries;
    return QTest::qWaitFor([&] { return told("tries") >= wanted; }, 600000);
}

JobSpec TestSecondAccount::job(int number) const
{
    JobSpec spec;
    spec.submissionId = newSubmissionId(QStringLiteral("train"));
    spec.name = QStringLiteral("train");
    spec.folder = m_folder.filePath(QStringLiteral("work%1").arg(number)); // another package each time
    QDir().mkpath(spec.folder);
    writeFile(spec.folder + QStringLiteral("/config.yaml"), "training_pipeline: {}\n#" + QByteArray::number(number));
    spec.configName = QStringLiteral("config");
    spec.pipeline = QStringLiteral("training_pipeline");
    return spec;
}

void TestSecondAccount::cutLink() const
{
    writeFile(state("link-down"), "x");
    const QList<QByteArray> processes = contentOf(state("processes")).split('\n');
    for (const QByteArray &process : processes) {
        if (process.toInt() > 0)
            ::kill(process.toInt(), SIGKILL);
    }
    QFile::remove(state("processes"));
}

void TestSecondAccount::reachesNothing()
{
    const int wanted = qEnvironmentVariableIsSet("RAYHELM_TRIES") ? qEnvironmentVariableIntValue("RAYHELM_TRIES") : 1200;
    RayLink &ray = m_session->ray();
    JobDesk &jobs = m_session->jobs();
    QSignalSpy submitted(&jobs, &JobDesk::submitted);
    QSignalSpy failed(&jobs, &JobDesk::submitFailed);
    QSet<int> everSeen;
    connect(&m_watch, &QTimer::timeout, this, [this, &everSeen] {
        const QSet<int> ports = listeningPorts(m_stranger.processId());
        everSeen.unite(ports);
        QByteArray text;
        for (const int port : ports)
            text += QByteArray::number(port) + '\n';
        writeFile(state("ports"), text);
    });
    m_watch.start(500);
    const QString stranger = sourceFile("/tests/secondaccount/stranger.py");
    QFile program(stranger); // the repository may lie where another account cannot read
    QVERIFY(program.copy(state("stranger/stranger.py")));
    QFile::setPermissions(state("stranger/stranger.py"), QFile::ReadOwner | QFile::ReadOther);
    m_stranger.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_stranger.setWorkingDirectory(QStringLiteral("/"));
    m_stranger.start(QStringLiteral("setpriv"),
                     {QStringLiteral("--reuid"), QLatin1String(strangersNumber), QStringLiteral("--regid"), QLatin1String(strangersNumber),
                      QStringLiteral("--clear-groups"), QStringLiteral("/usr/bin/python3"), state("stranger/stranger.py"), state("ports"),
                      state("stranger/summary")});

    // Connected, and a submission that arrives.
    m_session->connection().connectToHost();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->connection().isConnected(), 60000);
    ray.setHead(QStringLiteral("head"), QStringLiteral("uid-1"), QStringLiteral("10.0.0.1"));
    QTRY_VERIFY_WITH_TIMEOUT(ray.client() && ray.answeredAt(), 60000);
    const quint16 port = quint16(ray.address().port());
    QTRY_VERIFY_WITH_TIMEOUT(everSeen.contains(port), 20000);
    QVERIFY(tryOn(wanted / 4));
    const JobSpec first = job(1);
    jobs.submit(first);
    QVERIFY(tryOn(wanted / 4));
    QTRY_COMPARE_WITH_TIMEOUT(submitted.size(), 1, 60000);

    // The link is lost while another one is sent, and comes back later.
    const JobSpec second = job(2);
    jobs.submit(second);
    const auto isSending = [this] { return contentOf(state("asked")).count("PUT /api/packages/") == 2; };
    QTRY_VERIFY_WITH_TIMEOUT(isSending(), 60000);
    cutLink();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->connection().isConnected() && !ray.client(), 60000);
    QCOMPARE(jobs.job(second.submissionId)->state, HistoryState::NotStarted);
    QVERIFY(tryOn(wanted / 4));
    QFile::remove(state("link-down"));
    m_session->connection().reconnectNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->connection().isConnected() && ray.client(), 60000);
    QCOMPARE(quint16(ray.address().port()), port);
    const JobSpec third = job(3);
    jobs.submit(third);
    QVERIFY(tryOn(wanted / 4));
    QTRY_COMPARE_WITH_TIMEOUT(submitted.size(), 2, 60000);

    m_stranger.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(m_stranger.state(), QProcess::NotRunning, 20000);
    const QByteArray summary = contentOf(state("stranger/summary"));
    qInfo("ports %lld, %s", qlonglong(everSeen.size()), summary.constData());
    QVERIFY(told("tries") >= wanted);
    QVERIFY2(told("answered") == 0, summary.constData());
    QVERIFY2(told("reached") == 0, summary.constData());
    const QByteArray asked = contentOf(state("asked"));
    QVERIFY2(!asked.contains("attack"), asked.constData());
    QCOMPARE(asked.count("POST /api/jobs/ HTTP/1.1 "), 2);
    QVERIFY(asked.contains(first.submissionId.toUtf8()) && asked.contains(third.submissionId.toUtf8()));
}

QTEST_GUILESS_MAIN(TestSecondAccount)
#include "tst_secondaccount.moc"
