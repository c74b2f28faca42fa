#include "core/storedfile.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>

using namespace rayhelm;

namespace {

int modeOf(const QString &path)
{
    struct stat about = {};
    return ::stat(QFile::encodeName(path).constData(), &about) == 0 ? int(about.st_mode & 07777) : -1;
}

QByteArray onDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool make(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// While it lives no file can grow beyond `bytes`, as on a full disk.
class NoSpace
{
public:
    explicit NoSpace(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~NoSpace()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before = {};
    void (*m_signal)(int) = nullptr;
};

} // namespace

class TestStoredFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { StoredFiles::flush(); }

    void onlyItsOwnerMayReadIt()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("a/b/x.json")));
        QVERIFY(QCoro::waitFor(file.store("{}", {})));
        QCOMPARE(modeOf(file.path()), 0600);
        QCOMPARE(modeOf(m_folder->filePath(QStringLiteral("a"))), 0700);
        QCOMPARE(modeOf(m_folder->filePath(QStringLiteral("a/b"))), 0700);
        // A file of an earlier version, open to others, is closed by the next write.
        QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
        QVERIFY(QCoro::waitFor(file.store("{}", {})));
        QCOMPARE(modeOf(file.path()), 0600);
    }

    void aFolderThatExistedKeepsItsMode()
    {
        const QString folder = m_folder->filePath(QStringLiteral("shared"));
        QVERIFY(QDir().mkdir(folder));
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0775), 0);
        QVERIFY(QCoro::waitFor(StoredFile(folder + QStringLiteral("/x.json")).store("{}", {})));
        QCOMPARE(modeOf(folder), 0775);
    }

    void whatWaitsIsReadAndTheNewestCounts()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("x.json")));
        for (int i = 0; i <= 500; ++i)
            file.write(QByteArray::number(i));
        QCOMPARE(file.read(), QByteArray("500"));
        QVERIFY(file.exists());
        StoredFiles::flush();
        QCOMPARE(onDisk(file.path()), QByteArray("500"));
        file.write("again");
        file.remove();
        QVERIFY(!file.exists());
        QVERIFY(file.read().isEmpty());
        StoredFiles::flush();
        QVERIFY(!QFile::exists(file.path()));
    }

    void nothingLiesBesideIt()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("x.json")));
        QVERIFY(make(file.path() + QStringLiteral(".new"), "left by a crash"));
        QVERIFY(QCoro::waitFor(file.store("1", {})));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("x.json")});
    }

    void aJourneyWaitsForTheDisk()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("x.json")));
        QVERIFY(QCoro::waitFor(file.store("1", {})));
        QCOMPARE(onDisk(file.path()), QByteArray("1"));
        const NoSpace full(4096);
        QVERIFY(!QCoro::waitFor(file.store(QByteArray(100000, 'x'), {})));
        QCOMPARE(file.read(), QByteArray("1"));
    }

    void aLinkIsFollowed()
    {
        const QString real = m_folder->filePath(QStringLiteral("real.json"));
        const StoredFile file(m_folder->filePath(QStringLiteral("link.json")));
        QVERIFY(make(real, "old"));
        QVERIFY(QFile::link(real, file.path()));
        QVERIFY(QCoro::waitFor(file.store("new", {})));
        QCOMPARE(onDisk(real), QByteArray("new"));
        QVERIFY(QFileInfo(file.path()).isSymLink());
    }

    void whatIsNoFileOfOursIsNotRead()
    {
        const StoredFile pipe(m_folder->filePath(QStringLiteral("pipe")));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe.path()).constData(), 0600), 0);
        QVERIFY(pipe.read().isEmpty()); // and returns
        const StoredFile huge(m_folder->filePath(QStringLiteral("huge")));
        QVERIFY(make(huge.path(), "x"));
        QVERIFY(QFile::resize(huge.path(), longestStoredFile + 1));
        QVERIFY(huge.read().isEmpty());
    }

    void aBrokenFileIsKeptBeside()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("x.json")));
        QVERIFY(make(file.path(), "{ not json"));
        QVERIFY(file.readJson().isNull());
        QCOMPARE(onDisk(file.path() + QStringLiteral(".broken")), QByteArray("{ not json"));
        QVERIFY(!file.exists());
        QVERIFY(QCoro::waitFor(file.store("[1]", {})));
        QVERIFY(file.readJson().isArray());
    }

    void aFullDiskKeepsTheOldContentAndSaysSo()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("x.json")));
        QVERIFY(QCoro::waitFor(file.store("old", {})));
        QSignalSpy failed(&StoredFiles::instance(), &StoredFiles::failed);
        QSignalSpy works(&StoredFiles::instance(), &StoredFiles::worksAgain);
        {
            const NoSpace full(4096);
            file.write(QByteArray(100000, 'x'));
            StoredFiles::flush();
        }
        QCOMPARE(onDisk(file.path()), QByteArray("old"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(file.read(), QByteArray(100000, 'x')); // the window goes on with it
        QVERIFY(!failed.constFirst().constFirst().value<Error>().summary.isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("x.json")});
        QTRY_COMPARE_WITH_TIMEOUT(works.size(), 1, 20000);
        QTRY_COMPARE(onDisk(file.path()).size(), 100000); // by itself, as soon as there is space
        QVERIFY(QCoro::waitFor(file.store("new", {})));
        {
            const NoSpace full(4096);
            QVERIFY(!QCoro::waitFor(file.store(QByteArray(100000, 'x'), {})));
        }
        QCOMPARE(file.read(), QByteArray("new"));
    }

    /// Somebody goes on typing elsewhere, so that the writer never rests.
    void whatFailedIsTriedAgainBetweenOthers()
    {
        const StoredFile file(m_folder->filePath(QStringLiteral("x.json")));
        {
            const NoSpace full(4096);
            file.write(QByteArray(100000, 'x'));
            StoredFiles::flush();
        }
        const StoredFile other(m_folder->filePath(QStringLiteral("y.json")));
        int typed = 0;
        const auto isStored = [&] {
            for (int i = 0; i < 10; ++i)
                other.write(QByteArray::number(++typed));
            return onDisk(file.path()).size() == 100000;
        };
        QVERIFY(QTest::qWaitFor(isStored, 20000));
    }

    /// The program is killed many times while it writes: the file always holds one whole content.
    void aKillLeavesAWholeFile()
    {
        const QString path = m_folder->filePath(QStringLiteral("x.json"));
        for (int round = 0; round < 40; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write-for-ever"), path});
            QVERIFY(writer.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(!onDisk(path).isEmpty(), 20000);
            QTest::qWait(round % 8);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            const QByteArray found = onDisk(path);
            QCOMPARE(found.size(), 50000);
            QCOMPARE(found.count(found.at(0)), 50000);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--write-for-ever") {
        const StoredFile file(QString::fromLocal8Bit(argv[2]));
        for (char c = 'a';; c = c == 'z' ? 'a' : char(c + 1)) {
            if (!QCoro::waitFor(file.store(QByteArray(50000, c), {})))
                return 1;
        }
    }
    TestStoredFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storedfile.moc"
