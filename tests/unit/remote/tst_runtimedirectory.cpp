#include "remote/runtimedirectory.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace rayhelm;

/// The private folder of a login, and what is left of one whose program was killed.
class TestRuntimeDirectory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/rhrun-XXXXXX")); }
    void isPrivateAndGoes();
    void leftovers_data();
    void leftovers();
    void linksAreLeftAlone();

private:
    /// A folder as a killed program leaves it.
    QString make(const QString &name, const QByteArray &process, int mode);

    std::unique_ptr<QTemporaryDir> m_root;
};

QString TestRuntimeDirectory::make(const QString &name, const QByteArray &process, int mode)
{
    const QString path = m_root->filePath(name);
    QDir().mkpath(path + QStringLiteral("/below"));
    QFile file(path + QStringLiteral("/process"));
    if (!process.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(process);
    ::mkfifo(QFile::encodeName(path + QStringLiteral("/log0")).constData(), 0600);
    ::chmod(QFile::encodeName(path).constData(), mode_t(mode));
    return path;
}

void TestRuntimeDirectory::isPrivateAndGoes()
{
    QString path;
    {
        Result<RuntimeDirectory> directory = RuntimeDirectory::create(m_root->path());
        QVERIFY(directory);
        path = directory->path();
        struct stat info{};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0700);
        RuntimeDirectory::removeLeftovers(m_root->path());
        QVERIFY(QDir(path).exists()); // its program runs
    }
    QVERIFY(!QDir(path).exists());
}

void TestRuntimeDirectory::leftovers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("process");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("goes");
    QProcess ended;
    ended.start(QStringLiteral("true"), {});
    QVERIFY(ended.waitForStarted());
    const QByteArray gone = QByteArray::number(ended.processId());
    QVERIFY(ended.waitForFinished());
    const QByteArray us = QByteArray::number(qint64(::getpid()));
    const QString name = QStringLiteral("rayhelm-abc123");
    QTest::newRow("of a program that was killed") << name << gone + " 12" << 0700 << true;
    QTest::newRow("its number is another program's now") << name << us + " 1" << 0700 << true;
    QTest::newRow("open to others") << name << gone + " 12" << 0755 << false;
    QTest::newRow("nobody is named") << name << QByteArray() << 0700 << false;
    QTest::newRow("nonsense") << name << QByteArray("x y") << 0700 << false;
    QTest::newRow("another name") << QStringLiteral("rayhelm-notes-of-mine") << gone + " 12" << 0700 << false;
}

void TestRuntimeDirectory::leftovers()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, process);
    QFETCH(int, mode);
    QFETCH(bool, goes);
    const QString path = make(name, process, mode);
    RuntimeDirectory::removeLeftovers(m_root->path());
    QCOMPARE(QFileInfo::exists(path), !goes);
}

void TestRuntimeDirectory::linksAreLeftAlone()
{
    QTemporaryDir elsewhere;
    QFile precious(elsewhere.filePath(QStringLiteral("precious")));
    QVERIFY(precious.open(QIODevice::WriteOnly));
    precious.close();
    const QString path = make(QStringLiteral("rayhelm-abc123"), "999999999 1", 0700);
    QVERIFY(QFile::link(elsewhere.path(), path + QStringLiteral("/link")));
    QVERIFY(QFile::link(elsewhere.path(), m_root->filePath(QStringLiteral("rayhelm-linked"))));
    RuntimeDirectory::removeLeftovers(m_root->path());
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY(precious.exists());
    QVERIFY(QFileInfo(m_root->filePath(QStringLiteral("rayhelm-linked"))).isSymLink());
}

QTEST_GUILESS_MAIN(TestRuntimeDirectory)
#include "tst_runtimedirectory.moc"
