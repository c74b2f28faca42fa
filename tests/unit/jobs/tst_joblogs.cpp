#undef QT_NO_CAST_FROM_ASCII
#include "jobs/joblogs.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rayhelm;

constexpr auto othersAll = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// What is kept of jobs' logs on this computer, and how much.
class JobLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_logs = JobLogs(m_folder->path() + "/joblogs");
        QVERIFY(m_logs.prepare());
    }

    void keepsWhatWasAppended()
    {
        QVERIFY(m_logs.append("a-1", "one\n"));
        QVERIFY(m_logs.append("a-1", "tw\u00f6\n"));
        QCOMPARE(m_logs.text("a-1"), "one\ntw\u00f6\n");
        QCOMPARE(m_logs.leftOut("a-1"), 0);
        for (const QString &path : {m_folder->path() + "/joblogs", m_logs.file("a-1")})
            QVERIFY2(!(QFile::permissions(path) & othersAll), qPrintable(path));
        m_logs.remove("a-1");
        QVERIFY(m_logs.text("a-1").isEmpty());
    }

    /// Folder and file are closed from their first moment, not only once something was written: a crash may come between.
    void closedFromTheFirstMoment()
    {
        const mode_t before = ::umask(0);
        JobLogs logs(m_folder->path() + "/data/of ours/joblogs");
        const bool prepared = logs.prepare().has_value();
        const Result<qint64> refused = logs.appendAt("a-1", 5, "behind the end"); // makes the file, and no more than that
        ::umask(before);
        QVERIFY(prepared && !refused);
        for (const QString &path : {QString("/data"), QString("/data/of ours"), QString("/data/of ours/joblogs"), QString("/data/of ours/joblogs/a-1.log")}) {
            QVERIFY2(QFile::exists(m_folder->path() + path), qPrintable(path));
            QVERIFY2(!(QFile::permissions(m_folder->path() + path) & othersAll), qPrintable(path));
        }
    }

    void noOtherFileIsReached()
    {
        for (const QString &id : {QStringLiteral("../x"), QStringLiteral(".."), QStringLiteral("a/b"), QString(), QStringLiteral("-a")}) {
            QVERIFY(m_logs.file(id).isEmpty());
            QVERIFY(!m_logs.append(id, "x"));
            m_logs.remove(id);
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    /// The newer half stays, and what was given on is still known by its number of characters.
    void growsNoFurther()
    {
        m_logs.setLimits(10000, 1000000);
        QString all;
        for (int i = 0; i < 3000; ++i) {
            const QString line = QStringLiteral("line %1 \u00e4\n").arg(i);
            all += line;
            QVERIFY(m_logs.append("a", line));
            QVERIFY(QFile(m_logs.file("a")).size() <= 10000);
        }
        const QString kept = m_logs.text("a");
        QVERIFY(kept.size() > 3000);
        QVERIFY(kept.startsWith("line "));
        QVERIFY(all.endsWith(kept));
        QCOMPARE(m_logs.leftOut("a") + kept.size(), all.size());
    }

    void endlessLineIsCutInWholeCharacters()
    {
        m_logs.setLimits(1000, 1000000);
        qint64 given = 0;
        for (int i = 0; i < 500; ++i) {
            QVERIFY(m_logs.append("a", "\u20ac\u20ac\u20ac"));
            given += 3;
        }
        const QString kept = m_logs.text("a");
        QVERIFY(!kept.contains(QChar(0xfffd)));
        QCOMPARE(m_logs.leftOut("a") + kept.size(), given);
    }

    /// Together they are bounded too: the oldest of those that may go.
    void oldestEndedGoFirst()
    {
        m_logs.setLimits(10000, 2500);
        const QStringList ids{"oldest-running", "old-ended", "newer-ended", "newest-ended"};
        for (int i = 0; i < ids.size(); ++i) {
            QVERIFY(m_logs.append(ids.at(i), QString(1000, 'x')));
            QFile file(m_logs.file(ids.at(i)));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(i - 10), QFileDevice::FileModificationTime));
        }
        QVERIFY(m_logs.wantsRoom());
        m_logs.makeRoom([](const QString &id) { return id.endsWith("ended"); });
        QVERIFY(!m_logs.wantsRoom());
        QCOMPARE(QDir(m_folder->path() + "/joblogs").entryList(QDir::Files, QDir::Name), (QStringList{"newest-ended.log", "oldest-running.log"}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    JobLogs m_logs;
};

QTEST_GUILESS_MAIN(JobLogsTest)
#include "tst_joblogs.moc"
