#include "core/storedfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <sys/syscall.h>
#include <unistd.h>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

/// The disk of this test: whoever synchronises a file whose path contains a held word waits until it is released.
class SlowDisk
{
public:
    void hold(const QString &word)
    {
        const std::lock_guard lock(m_mutex);
        m_held.append(word);
    }
    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_held.clear();
        m_changed.notify_all();
    }
    bool isWaitedFor(const QString &word)
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.contains(word);
    }
    int timesSynchronised(const QString &word)
    {
        const std::lock_guard lock(m_mutex);
        return int(std::count_if(m_done.cbegin(), m_done.cend(), [&](const QString &path) { return path.contains(word); }));
    }
    void synchronise(const QString &path)
    {
        std::unique_lock lock(m_mutex);
        for (const QString &word : QStringList(m_held)) {
            if (!path.contains(word))
                continue;
            m_waiting.append(word);
            m_changed.wait(lock, [&] { return !m_held.contains(word); });
            m_waiting.removeOne(word);
        }
        m_done.append(path);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QStringList m_held, m_waiting, m_done;
};

SlowDisk disk;

} // namespace

/// Takes the place of the C library's.
extern "C" int fsync(int file)
{
    disk.synchronise(QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(file)));
    return int(::syscall(SYS_fsync, file));
}

/// Which files wait for which on a slow disk.
class TestStoreLanes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        disk.release();
        StoredFiles::flush();
    }

    void whatWasTypedWaitsForNoNote()
    {
        disk.hold(u"note"_s);
        for (int i = 0; i < 3; ++i)
            file(u"note%1.json"_s.arg(i)).write("1");
        file(u"drafts/job.json"_s).write("typed");
        QTRY_COMPARE(onDisk(u"drafts/job.json"_s), QByteArray("typed"));
        QTRY_VERIFY(disk.isWaitedFor(u"note"_s));
        QVERIFY(!QFile::exists(file(u"note0.json"_s).path()));
    }

    void draftsDoNotWaitForEachOther()
    {
        disk.hold(u"values.json"_s);
        file(u"drafts/values.json"_s).write("1");
        file(u"drafts/job.json"_s).write("typed");
        QTRY_COMPARE(onDisk(u"drafts/job.json"_s), QByteArray("typed"));
        QVERIFY(!QFile::exists(file(u"drafts/values.json"_s).path()));
    }

    /// What was typed is in one of the two at any moment.
    void aConnectionsDraftStaysUntilItsProfileIsStored()
    {
        file(u"drafts/connections.json"_s).write("typed");
        StoredFiles::flush();
        disk.hold(u"profiles.json"_s);
        file(u"config/profiles.json"_s).write("typed");
        file(u"drafts/connections.json"_s).write("none");
        file(u"drafts/job.json"_s).write("later");
        QTRY_COMPARE(onDisk(u"drafts/job.json"_s), QByteArray("later"));
        QTRY_VERIFY(disk.isWaitedFor(u"profiles.json"_s));
        QCOMPARE(onDisk(u"drafts/connections.json"_s), QByteArray("typed"));
        disk.release();
        QTRY_COMPARE(onDisk(u"drafts/connections.json"_s), QByteArray("none"));
        QCOMPARE(onDisk(u"config/profiles.json"_s), QByteArray("typed"));
    }

    void aDraftThatMovesIsNeverNowhere()
    {
        const QString before = u"drafts/00000000-0000-0000-0000-000000000000.json"_s;
        const QString after = u"drafts/0cb4b1a3-7a3e-4f2a-9f0c-2f6ab7a6c001.json"_s;
        file(before).write("typed");
        StoredFiles::flush();
        disk.hold(u"0cb4b1a3"_s);
        file(after).write("typed");
        file(before).remove();
        file(u"drafts/job.json"_s).write("later");
        QTRY_COMPARE(onDisk(u"drafts/job.json"_s), QByteArray("later"));
        QTRY_VERIFY(disk.isWaitedFor(u"0cb4b1a3"_s));
        QCOMPARE(onDisk(before), QByteArray("typed"));
        disk.release();
        QTRY_VERIFY(!QFile::exists(file(before).path()));
        QCOMPARE(onDisk(after), QByteArray("typed"));
    }

    void notesKeepTheirOrder()
    {
        disk.hold(u"first"_s);
        file(u"first.json"_s).write("1");
        file(u"second.json"_s).write("2");
        file(u"drafts/job.json"_s).write("3");
        QTRY_COMPARE(onDisk(u"drafts/job.json"_s), QByteArray("3"));
        QTRY_VERIFY(disk.isWaitedFor(u"first"_s));
        QVERIFY(!QFile::exists(file(u"second.json"_s).path()));
    }

    void manyWaitingContentsAreOneWrite()
    {
        disk.hold(u"job.json"_s);
        const int before = disk.timesSynchronised(u"job.json"_s);
        file(u"drafts/job.json"_s).write("0");
        QTRY_VERIFY(disk.isWaitedFor(u"job.json"_s));
        for (int i = 1; i <= 500; ++i)
            file(u"drafts/job.json"_s).write(QByteArray::number(i));
        QCOMPARE(file(u"drafts/job.json"_s).read(), QByteArray("500"));
        disk.release();
        QTRY_COMPARE(onDisk(u"drafts/job.json"_s), QByteArray("500"));
        StoredFiles::flush();
        QCOMPARE(disk.timesSynchronised(u"job.json"_s) - before, 2);
    }

private:
    StoredFile file(const QString &name) const { return StoredFile(m_folder->filePath(name)); }
    QByteArray onDisk(const QString &name) const
    {
        QFile found(m_folder->filePath(name));
        return found.open(QIODevice::ReadOnly) ? found.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreLanes)
#include "tst_storelanes.moc"
