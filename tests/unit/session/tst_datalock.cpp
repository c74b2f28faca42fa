#include "session/datalock.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace rayhelm;

/// Further starts are processes of this same program: `--start FOLDER RUNTIME PROFILE PATIENCE` prints what it became and, when the data
/// are its own, stays and prints what it is ordered.
class TestDataLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("data")));
    }
    void cleanup()
    {
        m_starts.clear();
        qunsetenv("TST_NO_FLOCK");
    }

    void theFirstMayWriteAndTheSecondIsPassedOn()
    {
        QProcess *first = start();
        QCOMPARE(lineOf(first), QByteArray("ours"));
        QProcess *second = start(QStringLiteral("/a/profile.json"));
        QCOMPARE(lineOf(second), QByteArray("passed on"));
        QCOMPARE(lineOf(first), QByteArray("ordered /a/profile.json connect"));
        QProcess *third = start();
        QCOMPARE(lineOf(third), QByteArray("passed on"));
        QCOMPARE(lineOf(first), QByteArray("ordered  show"));
    }

    void oneThatDoesNotAnswerLeavesTheDataReadOnly()
    {
        QProcess *first = start();
        QCOMPARE(lineOf(first), QByteArray("ours"));
        ::kill(pid_t(first->processId()), SIGSTOP);
        QCOMPARE(lineOf(start({}, "1000")), QByteArray("read only"));
        ::kill(pid_t(first->processId()), SIGCONT);
        QCOMPARE(lineOf(start()), QByteArray("passed on"));
    }

    void afterACrashTheNextMayWrite()
    {
        for (int round = 0; round < 5; ++round) {
            QProcess *first = start();
            QCOMPARE(lineOf(first), QByteArray("ours"));
            first->kill();
            QVERIFY(first->waitForFinished());
        }
    }

    /// However many start at the same moment.
    void neverTwoWriters()
    {
        for (int i = 0; i < 8; ++i)
            start();
        int ours = 0;
        for (const auto &process : m_starts)
            ours += lineOf(process.get()) == "ours";
        QCOMPARE(ours, 1);
    }

    void neverTwoWritersWhileTheFirstHangs()
    {
        QProcess *first = start();
        QCOMPARE(lineOf(first), QByteArray("ours"));
        ::kill(pid_t(first->processId()), SIGSTOP);
        for (int i = 0; i < 8; ++i)
            start({}, "300");
        for (size_t at = 1; at < m_starts.size(); ++at)
            QCOMPARE(lineOf(m_starts.at(at).get()), QByteArray("read only"));
        ::kill(pid_t(first->processId()), SIGCONT);
        QCOMPARE(lineOf(start()), QByteArray("passed on"));
    }

    /// A home on a network whose file system cannot lock, or a lock of another account's.
    void neverTwoWritersWhereTheFolderKnowsNoLocks()
    {
        qputenv("TST_NO_FLOCK", "/data/lock");
        QProcess *first = start();
        QCOMPARE(lineOf(first), QByteArray("ours"));
        ::kill(pid_t(first->processId()), SIGSTOP);
        QCOMPARE(lineOf(start({}, "300")), QByteArray("read only"));
        ::kill(pid_t(first->processId()), SIGCONT);
        QCOMPARE(lineOf(start()), QByteArray("passed on"));
    }

    /// Who was not answered has gone on alone: what it wanted must not happen in another window later, unasked.
    void anOrderThatWasGivenUpIsNotObeyedLater()
    {
        QProcess *first = start();
        QCOMPARE(lineOf(first), QByteArray("ours"));
        ::kill(pid_t(first->processId()), SIGSTOP);
        QCOMPARE(lineOf(start(QStringLiteral("/given/up.json"), "300")), QByteArray("read only"));
        ::kill(pid_t(first->processId()), SIGCONT);
        QCOMPARE(lineOf(start(QStringLiteral("/later.json"))), QByteArray("passed on"));
        QCOMPARE(lineOf(first), QByteArray("ordered /later.json connect"));
    }

    void filesAreTheUsersOnly()
    {
        QCOMPARE(lineOf(start()), QByteArray("ours"));
        struct stat about = {};
        QCOMPARE(::stat(QFile::encodeName(m_folder->filePath(QStringLiteral("data/lock"))).constData(), &about), 0);
        QCOMPARE(int(about.st_mode & 07777), 0600);
        const QStringList sockets = QDir(m_folder->path()).entryList({QStringLiteral("rayhelm-*.start")}, QDir::AllEntries | QDir::System);
        QCOMPARE(sockets.size(), 1);
        QCOMPARE(::stat(QFile::encodeName(m_folder->filePath(sockets.constFirst())).constData(), &about), 0);
        QCOMPARE(int(about.st_mode & 077), 0);
    }

    void anotherUserIsNotObeyed()
    {
        if (::geteuid() != 0)
            QSKIP("only root can be another user");
        QProcess *first = start();
        QCOMPARE(lineOf(first), QByteArray("ours"));
        // Even with a socket that is open to all, as in a folder of /tmp.
        const QString socket = QDir(m_folder->path()).entryList({QStringLiteral("rayhelm-*.start")}, QDir::AllEntries | QDir::System).constFirst();
        QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_folder->filePath(socket)).constData(), 0777), 0);
        QProcess other;
        other.start(QStringLiteral("setpriv"),
                    {QStringLiteral("--reuid=54321"), QStringLiteral("--regid=54321"), QStringLiteral("--clear-groups"), QStringLiteral("/usr/bin/python3"),
                     QStringLiteral("-c"),
                     QStringLiteral("import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\ntry:\n"
                                    " s.send(b'{\"profile\":\"/evil\"}\\n')\n print(s.recv(10))\nexcept OSError: print('refused')"),
                     m_folder->filePath(socket)});
        QVERIFY(other.waitForFinished());
        const QByteArray said = other.readAllStandardOutput().trimmed();
        QVERIFY2(said == "b''" || said == "refused", (said + other.readAllStandardError()).constData());
        QCOMPARE(lineOf(start(QStringLiteral("/own"))), QByteArray("passed on"));
        QCOMPARE(lineOf(first), QByteArray("ordered /own connect")); // and nothing before it
    }

private:
    /// Milliseconds of patience: endless for a test, where a loaded machine may let the other process wait for its turn.
    QProcess *start(const QString &profile = {}, const char *patience = "600000")
    {
        m_starts.push_back(std::make_unique<QProcess>());
        QProcess *process = m_starts.back().get();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), m_folder->filePath(QStringLiteral("data")), m_folder->path(),
                                                                 profile, QString::fromLatin1(patience)});
        return process;
    }

    static QByteArray lineOf(QProcess *process)
    {
        // However long a loaded machine takes to start it; what really hangs is ended by the test's own limit.
        while (!process->canReadLine() && process->state() != QProcess::NotRunning)
            QTest::qWait(5);
        return process->canReadLine() ? process->readLine().chopped(1) : QByteArray("nothing");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<QProcess>> m_starts;
};

/// Takes the place of the C library's: where a file's path ends with TST_NO_FLOCK the file system knows no locks.
extern "C" int flock(int file, int operation)
{
    const QByteArray without = qgetenv("TST_NO_FLOCK");
    if (!without.isEmpty() && QFile::encodeName(QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(file))).endsWith(without)) {
        errno = ENOLCK;
        return -1;
    }
    return int(::syscall(SYS_flock, file, operation));
}

namespace {

void say(const QByteArray &line)
{
    std::fputs((line + "\n").constData(), stdout);
    std::fflush(stdout);
}

int startOnce(const QStringList &arguments)
{
    DataLock lock({arguments.value(2)}, arguments.value(3));
    QObject::connect(&lock, &DataLock::ordered, &lock, [](const StartOrder &order) {
        say("ordered " + order.profileFile.toUtf8() + (order.connects ? " connect" : " show"));
    });
    lock.setPatience(std::chrono::milliseconds(arguments.value(5).toInt()));
    switch (lock.begin({arguments.value(4), !arguments.value(4).isEmpty()})) {
    case DataLock::Outcome::Ours: say("ours"); break;
    case DataLock::Outcome::PassedOn: say("passed on"); return 0;
    case DataLock::Outcome::ReadOnly: say("read only"); return 0;
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], "--start") == 0)
        return startOnce(QCoreApplication::arguments());
    TestDataLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_datalock.moc"
