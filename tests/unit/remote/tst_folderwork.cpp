#include "awaiting.h"
#include "fakeremotesession.h"

#include "remote/upload.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

// Numbers of accounts that nobody has.
constexpr uid_t alice = 64001; ///< owns the folder
constexpr uid_t carol = 64002; ///< logs in and becomes root by sudo
constexpr uid_t bob = 64003;   ///< shares the folder

} // namespace

/// Whose hands root uses in whose folder. Root's shell is real; sudo is played by its variables.
class TestFolderWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void ownersFolder();
    void filesOfRootInUsersFolder();
    void missingFolder();
    void sharedFolder();
    void rootsSharedFolder();
    void stickyFolder();
    void links_data();
    void links();
    void linksOnTheWay();
    void rootsOwnFolder();
    void noOrdinaryFile_data();
    void noOrdinaryFile();
    void otherTools();

private:
    QString path(const QString &name) const { return m_place->path() + u'/' + name; }
    void makeFolder(const QString &name, uid_t owner, mode_t mode) const;
    void makeFile(const QString &name, uid_t owner, mode_t mode, const QByteArray &bytes = "old: 1\n") const;
    void makeLink(const QString &name, uid_t owner, const QString &target) const;
    uid_t ownerOf(const QString &name) const;
    mode_t modeOf(const QString &name) const;
    QByteArray content(const QString &name) const;
    Result<QByteArray> save(const QString &name, const QByteArray &expected = {});
    Result<RemoteFile> read(const QString &name) { return awaited(readFile(m_vm.get(), path(name), true, 1000, {})); }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<FakeRemoteSession> m_vm;
};

void TestFolderWork::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("Only root can play several accounts.");
}

void TestFolderWork::init()
{
    m_place = std::make_unique<QTemporaryDir>(u"/tmp/rhfolder-XXXXXX"_s);
    QCOMPARE(::chmod(qPrintable(m_place->path()), 0711), 0);
    m_vm = std::make_unique<FakeRemoteSession>();
    m_vm->setVariable(u"SUDO_UID"_s, QString::number(carol));
    makeFolder(u"home"_s, alice, 0755);
    makeFolder(u"private"_s, 0, 0755);
    makeFile(u"private/key"_s, 0, 0600, "root's key\n");
}

void TestFolderWork::makeFolder(const QString &name, uid_t owner, mode_t mode) const
{
    QVERIFY(QDir().mkdir(path(name)));
    QCOMPARE(::chown(qPrintable(path(name)), owner, owner), 0);
    QCOMPARE(::chmod(qPrintable(path(name)), mode), 0);
}

void TestFolderWork::makeFile(const QString &name, uid_t owner, mode_t mode, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(::chown(qPrintable(path(name)), owner, owner), 0);
    QCOMPARE(::chmod(qPrintable(path(name)), mode), 0);
}

void TestFolderWork::makeLink(const QString &name, uid_t owner, const QString &target) const
{
    QVERIFY(QFile::link(target, path(name)));
    QCOMPARE(::lchown(qPrintable(path(name)), owner, owner), 0);
}

uid_t TestFolderWork::ownerOf(const QString &name) const
{
    struct stat found {};
    return ::lstat(qPrintable(path(name)), &found) == 0 ? found.st_uid : uid_t(-1);
}

mode_t TestFolderWork::modeOf(const QString &name) const
{
    struct stat found {};
    return ::lstat(qPrintable(path(name)), &found) == 0 ? found.st_mode & 07777 : mode_t(-1);
}

QByteArray TestFolderWork::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

Result<QByteArray> TestFolderWork::save(const QString &name, const QByteArray &expected)
{
    UploadSpec spec;
    spec.destination = path(name);
    spec.bytes = "new: 1\n";
    spec.asRoot = true;
    spec.expectedSha256 = expected;
    return awaited(uploadFile(m_vm.get(), spec, {}));
}

/// The tutorial's layout: `sudo su; cd .interlink` in the home of the account that owns the files.
void TestFolderWork::ownersFolder()
{
    makeFolder(u"home/.interlink"_s, alice, 0700);
    makeFile(u"home/.interlink/a.yaml"_s, alice, 0600);
    makeFile(u"home/.interlink/root.yaml"_s, 0, 0644); // made by `sudo su`
    VERIFY_RESULT(save(u"home/.interlink/a.yaml"_s));
    VERIFY_RESULT(save(u"home/.interlink/new.yaml"_s, "absent"));
    VERIFY_RESULT(save(u"home/.interlink/root.yaml"_s));
    for (const QString &name : {u"a.yaml"_s, u"new.yaml"_s, u"root.yaml"_s}) {
        QCOMPARE(content(u"home/.interlink/"_s + name), QByteArray("new: 1\n"));
        QCOMPARE(ownerOf(u"home/.interlink/"_s + name), alice);
    }
    QCOMPARE(modeOf(u"home/.interlink/a.yaml"_s), mode_t(0600));
    QCOMPARE(modeOf(u"home/.interlink/new.yaml"_s), mode_t(0644));
    const Result<RemoteFile> file = read(u"home/.interlink/a.yaml"_s);
    VERIFY_RESULT(file);
    QCOMPARE(file->bytes, QByteArray("new: 1\n"));
    QVERIFY(!file->otherOwner.isEmpty()); // neither carol's nor root's: the user is asked, as ever
    const auto listed = awaited(listFiles(m_vm.get(), path(u"home/.interlink"_s), true, {}));
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), 3);
    QCOMPARE(QDir(path(u"home/.interlink"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
}

/// A relative name makes the working folder, as its home's owner.
/// A file that only root can read is root's in a user's folder too: who may not read it is told.
void TestFolderWork::filesOfRootInUsersFolder()
{
    makeFolder(u"own"_s, alice, 0755);
    makeFile(u"own/values.yaml"_s, 0, 0600);
    const Result<RemoteFile> refused = read(u"own/values.yaml"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    QCOMPARE(refused.error().summary, u"This account may not use %1 on %2@fake.vm."_s.arg(path(u"own/values.yaml"_s)).arg(alice));
    QCOMPARE(refused.error().detail, u"Root did this as the account %1."_s.arg(alice));
    QCOMPARE(ownerOf(u"own/values.yaml"_s), uid_t(0));
    makeFile(u"own/values.yaml"_s, 0, 0644);
    const Result<RemoteFile> seen = read(u"own/values.yaml"_s);
    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().summary));
}

void TestFolderWork::missingFolder()
{
    m_vm->setVariable(u"RAYHELM_FOLDER"_s, path(u"home"_s)); // where the shell starts
    UploadSpec spec;
    spec.bytes = "x";
    spec.asRoot = true;
    spec.destination = u"first.yaml"_s;
    VERIFY_RESULT(awaited(uploadFile(m_vm.get(), spec, {})));
    QCOMPARE(ownerOf(u"home/first.yaml"_s), alice);
    const Result<QByteArray> none = save(u"home/none/x.yaml"_s);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestFolderWork::sharedFolder()
{
    makeFolder(u"group"_s, alice, 0777);
    makeFile(u"group/bob.yaml"_s, bob, 0600);
    makeFile(u"group/carol.yaml"_s, carol, 0600);
    VERIFY_RESULT(save(u"group/new.yaml"_s, "absent"));
    QCOMPARE(ownerOf(u"group/new.yaml"_s), carol);
    VERIFY_RESULT(save(u"group/carol.yaml"_s));
    QCOMPARE(ownerOf(u"group/carol.yaml"_s), carol);
    const Result<RemoteFile> theirs = read(u"group/bob.yaml"_s);
    VERIFY_RESULT(theirs);
    QCOMPARE(theirs->bytes, QByteArray("old: 1\n"));
    QVERIFY(!theirs->otherOwner.isEmpty());
    QCOMPARE(read(u"group/carol.yaml"_s)->otherOwner, QString());
    VERIFY_RESULT(save(u"group/bob.yaml"_s)); // after the user has agreed
    QCOMPARE(ownerOf(u"group/bob.yaml"_s), bob);
    QCOMPARE(modeOf(u"group/bob.yaml"_s), mode_t(0600));
    QCOMPARE(content(u"group/bob.yaml"_s), QByteArray("new: 1\n"));
}

void TestFolderWork::rootsSharedFolder()
{
    makeFolder(u"srv"_s, 0, 0777);
    makeFile(u"srv/bob.yaml"_s, bob, 0644);
    VERIFY_RESULT(save(u"srv/new.yaml"_s));
    QCOMPARE(ownerOf(u"srv/new.yaml"_s), carol);
    // Root itself has logged in: there is nobody to work as, except the owner of what is there.
    m_vm->setVariable(u"SUDO_UID"_s, QString());
    const Result<QByteArray> refused = save(u"srv/another.yaml"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    QVERIFY2(refused.error().summary.contains(u"others can change"_s), qPrintable(refused.error().summary));
    QVERIFY(!QFile::exists(path(u"srv/another.yaml"_s)));
    VERIFY_RESULT(save(u"srv/bob.yaml"_s));
    QCOMPARE(ownerOf(u"srv/bob.yaml"_s), bob);
}

/// As /tmp: what lies in it is only its owner's to replace.
void TestFolderWork::stickyFolder()
{
    makeFolder(u"tmp"_s, 0, 01777);
    makeFolder(u"tmp/alice"_s, alice, 0700);
    makeFolder(u"tmp/root"_s, 0, 0755);
    VERIFY_RESULT(save(u"tmp/x.yaml"_s));
    QCOMPARE(ownerOf(u"tmp/x.yaml"_s), carol);
    VERIFY_RESULT(save(u"tmp/alice/x.yaml"_s));
    QCOMPARE(ownerOf(u"tmp/alice/x.yaml"_s), alice);
    VERIFY_RESULT(save(u"tmp/root/x.yaml"_s));
    QCOMPARE(ownerOf(u"tmp/root/x.yaml"_s), uid_t(0));
}

void TestFolderWork::links_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<uint>("owner");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("reads");
    QTest::addColumn<bool>("writes");
    QTest::newRow("own, to own") << u"home"_s << uint(alice) << u"home/real.yaml"_s << true << true;
    QTest::newRow("root's, to the owner's") << u"home"_s << 0U << u"home/real.yaml"_s << true << true;
    QTest::newRow("own, to root's") << u"home"_s << uint(alice) << u"private/key"_s << false << false;
    QTest::newRow("own, to nothing in root's") << u"home"_s << uint(alice) << u"private/hatched"_s << false << false;
    QTest::newRow("another's") << u"home"_s << uint(bob) << u"home/real.yaml"_s << true << false;
    QTest::newRow("in a shared folder, to carol's") << u"group"_s << uint(bob) << u"carols/real.yaml"_s << true << false;
    QTest::newRow("in root's folder") << u"private"_s << 0U << u"private/key"_s << false << false;
    QTest::newRow("in root's folder, to alice's") << u"private"_s << 0U << u"home/real.yaml"_s << false << false;
}

/// A link leads only whoever has put it there, and never root.
void TestFolderWork::links()
{
    QFETCH(QString, folder);
    QFETCH(uint, owner);
    QFETCH(QString, target);
    QFETCH(bool, reads);
    QFETCH(bool, writes);
    makeFolder(u"group"_s, alice, 0777);
    makeFolder(u"carols"_s, carol, 0755);
    makeFile(u"carols/real.yaml"_s, carol, 0644);
    makeFile(u"home/real.yaml"_s, alice, 0644);
    makeLink(folder + u"/link.yaml"_s, owner, path(target));
    const QByteArray before = content(target);
    const Result<RemoteFile> file = read(folder + u"/link.yaml"_s);
    QCOMPARE(file.has_value(), reads);
    const Result<QByteArray> stored = save(folder + u"/link.yaml"_s);
    QCOMPARE(stored.has_value(), writes);
    QCOMPARE(content(target), writes ? QByteArray("new: 1\n") : before);
    QVERIFY(QFileInfo(path(folder + u"/link.yaml"_s)).isSymLink());
    QCOMPARE(content(u"private/key"_s), QByteArray("root's key\n"));
    QCOMPARE(modeOf(u"private/key"_s), mode_t(0600));
    QVERIFY(!QFile::exists(path(u"private/hatched"_s)));
}

void TestFolderWork::linksOnTheWay()
{
    makeFolder(u"home/.interlink"_s, alice, 0755);
    makeLink(u"moved"_s, 0, path(u"home"_s)); // root has moved the homes: /home -> /data/home
    VERIFY_RESULT(save(u"moved/.interlink/x.yaml"_s));
    QCOMPARE(ownerOf(u"home/.interlink/x.yaml"_s), alice);
    makeLink(u"home/trap"_s, alice, path(u"private"_s));
    QCOMPARE(save(u"home/trap/x.yaml"_s).error().kind, ErrorKind::Forbidden);
    QVERIFY(!QFile::exists(path(u"private/x.yaml"_s)));
    QCOMPARE(read(u"home/trap/key"_s).error().kind, ErrorKind::Forbidden);
    VERIFY_RESULT(save(u"private/../home/.interlink/y.yaml"_s));
    QCOMPARE(ownerOf(u"home/.interlink/y.yaml"_s), alice);
}

void TestFolderWork::rootsOwnFolder()
{
    VERIFY_RESULT(save(u"private/new.yaml"_s, "absent"));
    QCOMPARE(ownerOf(u"private/new.yaml"_s), uid_t(0));
    makeFile(u"private/alice.yaml"_s, alice, 0640);
    VERIFY_RESULT(save(u"private/alice.yaml"_s));
    QCOMPARE(ownerOf(u"private/alice.yaml"_s), alice);
    QCOMPARE(modeOf(u"private/alice.yaml"_s), mode_t(0640));
    VERIFY_RESULT(read(u"private/key"_s));
}

void TestFolderWork::noOrdinaryFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("pipe") << u"home/pipe"_s;
    QTest::newRow("endless") << u"home/zero"_s;
}

/// Neither hangs nor runs for ever.
void TestFolderWork::noOrdinaryFile()
{
    QFETCH(QString, name);
    QCOMPARE(::mkfifo(qPrintable(path(u"home/pipe"_s)), 0644), 0);
    QCOMPARE(::chown(qPrintable(path(u"home/pipe"_s)), alice, alice), 0);
    makeLink(u"home/zero"_s, alice, u"/dev/zero"_s);
    const Result<RemoteFile> file = read(name);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::InvalidInput);
}

void TestFolderWork::otherTools()
{
    m_vm->install(u"setpriv"_s, "#!/bin/sh\nexit 1\n"); // too old, or another one
    VERIFY_RESULT(save(u"home/x.yaml"_s));
    QCOMPARE(ownerOf(u"home/x.yaml"_s), alice);
    m_vm->install(u"chroot"_s, "#!/bin/sh\nexit 1\n");
    const Result<QByteArray> stored = save(u"home/y.yaml"_s);
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, ErrorKind::NotFound);
    QVERIFY2(stored.error().summary.contains(u"setpriv"_s), qPrintable(stored.error().summary));
    QVERIFY(!QFile::exists(path(u"home/y.yaml"_s)));
}

QTEST_GUILESS_MAIN(TestFolderWork)
#include "tst_folderwork.moc"
