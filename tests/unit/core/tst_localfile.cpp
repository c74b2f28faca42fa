#include "core/localfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace rayhelm;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestLocalFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreSafe_data()
    {
        QTest::addColumn<QString>("remote");
        QTest::newRow("climbs") << QStringLiteral("../../../../.ssh/authorized_keys");
        QTest::newRow("climbs and ends early") << QStringLiteral("../../.config/autostart/x.desktop") + QChar(0);
        QTest::newRow("absolute") << QStringLiteral("/etc/passwd");
        QTest::newRow("hidden") << QStringLiteral(".bashrc");
        QTest::newRow("folder itself") << QStringLiteral(".");
        QTest::newRow("folder above") << QStringLiteral("..");
        QTest::newRow("option") << QStringLiteral("--rf");
        QTest::newRow("hidden behind an option") << QStringLiteral("-.-.x");
        QTest::newRow("nothing") << QString();
        QTest::newRow("line end") << QStringLiteral("a\nb");
        QTest::newRow("right-to-left") << QStringLiteral("gpj.\u202eexe");
        QTest::newRow("10 kB") << QString(10000, QLatin1Char('a'));
        QTest::newRow("other script") << QStringLiteral("\u0444\u0430\u0439\u043b");
    }
    void namesAreSafe()
    {
        QFETCH(QString, remote);
        const QString name = localFileName(remote, QStringLiteral(".log"));
        QVERIFY(name.size() > 4 && name.size() <= 104);
        QVERIFY(name.endsWith(QLatin1String(".log")));
        QVERIFY(!name.startsWith(QLatin1Char('.')) && !name.startsWith(QLatin1Char('-')));
        for (const QChar c : name)
            QVERIFY(c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringLiteral("._-").contains(c)));
    }

    void honestNamesStayAsTheyAre()
    {
        QCOMPARE(localFileName(QStringLiteral("raycluster-head-k27fp"), QStringLiteral(".log")),
                 QStringLiteral("raycluster-head-k27fp.log"));
    }

    void differentTextsNeverMeet()
    {
        QSet<QString> names;
        for (const QString &text : {QStringLiteral("a/b"), QStringLiteral("a\\b"), QStringLiteral("a_b"), QStringLiteral(".a_b"),
                                    QString(200, QLatin1Char('x')), QString(201, QLatin1Char('x')), QStringLiteral("..")})
            names.insert(localFileName(text));
        QCOMPARE(names.size(), 7);
    }

    void writesBesideWhatIsThere()
    {
        QTemporaryDir home;
        const Result<LocalFolder> folder = LocalFolder::open(home.filePath(QStringLiteral("a/logs")));
        QVERIFY(folder.has_value());
        for (const QString &made : {folder->path(), home.filePath(QStringLiteral("a"))})
            QVERIFY2(!(QFileInfo(made).permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(made));
        for (const QString &name : {QStringLiteral("pod.log"), QStringLiteral("pod-2.log"), QStringLiteral("pod-3.log")}) {
            const Result<QString> written = folder->writeNew(QStringLiteral("pod"), QStringLiteral(".log"), name.toUtf8());
            QVERIFY(written.has_value());
            QCOMPARE(*written, folder->path() + QLatin1Char('/') + name);
        }
        QCOMPARE(contentOf(folder->path() + QStringLiteral("/pod.log")), QByteArray("pod.log"));
        QCOMPARE(QFileInfo(folder->path() + QStringLiteral("/pod.log")).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void neverFollowsALink()
    {
        QTemporaryDir home;
        const QString mine = home.filePath(QStringLiteral("mine"));
        const Result<LocalFolder> folder = LocalFolder::open(home.filePath(QStringLiteral("logs")));
        QVERIFY(folder.has_value());
        QVERIFY(QFile::link(mine, folder->path() + QStringLiteral("/pod.log"))); // points to nothing yet
        const Result<QString> written = folder->writeNew(QStringLiteral("pod"), QStringLiteral(".log"), "text");
        QVERIFY(written.has_value());
        QCOMPARE(QFileInfo(*written).fileName(), QStringLiteral("pod-2.log"));
        QVERIFY(!QFileInfo::exists(mine));
    }

    void staysInTheFolderThatWasOpened()
    {
        QTemporaryDir home;
        const QString chosen = home.filePath(QStringLiteral("logs"));
        const Result<LocalFolder> folder = LocalFolder::open(chosen);
        QVERIFY(folder.has_value());
        QVERIFY(QDir().rename(chosen, home.filePath(QStringLiteral("moved"))));
        QVERIFY(QDir().mkpath(home.filePath(QStringLiteral("foreign"))));
        QVERIFY(QFile::link(home.filePath(QStringLiteral("foreign")), chosen));
        QVERIFY(folder->writeNew(QStringLiteral("pod"), QStringLiteral(".log"), "text").has_value());
        QVERIFY(QDir(home.filePath(QStringLiteral("foreign"))).isEmpty());
        QVERIFY(QFileInfo::exists(home.filePath(QStringLiteral("moved/pod.log"))));
    }

    void aFullDiskLeavesNoHalfFile()
    {
        QTemporaryDir home;
        const Result<LocalFolder> folder = LocalFolder::open(home.path());
        QVERIFY(folder.has_value());
        struct rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        struct rlimit small = before;
        small.rlim_cur = 1000;
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        const Result<QString> written = folder->writeNew(QStringLiteral("pod"), QStringLiteral(".log"), QByteArray(5000, 'x'));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!written.has_value());
        QVERIFY(QDir(home.path()).isEmpty());
    }

    void refusesWhatIsNoFolder()
    {
        QTemporaryDir home;
        QFile file(home.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!LocalFolder::open(file.fileName()).has_value());
        QVERIFY(!LocalFolder::open(QString()).has_value());
        QVERIFY(!LocalFolder::open(home.path() + QChar(0) + QStringLiteral("x")).has_value());
    }
};

QTEST_APPLESS_MAIN(TestLocalFile)
#include "tst_localfile.moc"
