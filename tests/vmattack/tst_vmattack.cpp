#include "awaiting.h"
#include "fakeremotesession.h"

#include "cluster/deleterelease.h"
#include "cluster/installcomparison.h"
#include "cluster/installrelease.h"
#include "cluster/leftstate.h"
#include "images/pullimage.h"
#include "remote/upload.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t attacker = 64001;
constexpr uid_t colleague = 64002; ///< who logs in, and becomes root by sudo
const QByteArray values = "worker:\n  replicas: 1 # mine\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives the test itself is the attacker's account: what it does by name in the attacker's folder must not harm root either.
class AsAttacker
{
public:
    AsAttacker() { m_isOn = ::setegid(attacker) == 0 && ::seteuid(attacker) == 0; }
    ~AsAttacker()
    {
        if (::seteuid(0) != 0 || ::setegid(0) != 0)
            std::abort();
    }
    Q_DISABLE_COPY_MOVE(AsAttacker)
    bool isOn() const { return m_isOn; }

private:
    bool m_isOn = false;
};

/// False: the racer was faster.
bool replace(const QString &path, const QByteArray &bytes)
{
    ::unlink(qPrintable(path));
    const int handle = ::open(qPrintable(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (handle < 0)
        return false;
    const bool written = ::write(handle, bytes.constData(), size_t(bytes.size())) == ssize_t(bytes.size());
    return ::close(handle) == 0 && written;
}

/// Of root's, where nobody else can play.
void writeOfRoot(const QString &path, const QByteArray &bytes)
{
    QVERIFY(replace(path, bytes));
}

void writeOfAttacker(const QString &path, const QByteArray &bytes)
{
    const AsAttacker attackers;
    QVERIFY(attackers.isOn());
    const bool written = replace(path, bytes);
    Q_UNUSED(written);
}

} // namespace

/// An account that owns the working folder plays against everything that works there as root. Needs root; uses numbers of accounts that
/// nobody has, and leaves nothing behind.
class TestVmAttack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void upload_data();
    void upload();
    void saveAs_data();
    void saveAs();
    void plantedLink_data();
    void plantedLink();
    void reading();
    void install_data();
    void install();
    void plantedInstallFile();
    void chartLookup_data();
    void chartLookup();
    void chartOnVm_data();
    void chartOnVm();
    void ownFolder_data();
    void ownFolder();
    void repair_data();
    void repair();
    void remove_data();
    void remove();
    void pull_data();
    void pull();

private:
    void ways();
    void clearFolder() const;
    QString folder() const { return m_place->path() + u"/alice/.interlink"_s; }
    QString treasury() const { return m_place->path() + u"/treasury"_s; }
    QString treasure() const { return treasury() + u"/treasure"_s; }
    QStringList listing() const;
    void plantChart() const;
    void fillFolder() const;
    void startRacer(const QString &way);
    void stopRacer();
    InstallRequest request();
    InstallRecord installed() const;
    /// Plays `operation`; after each try, `alsoLost` tells of a loss besides root's files. Returns the number of tries.
    int play(int tries, const std::function<void()> &operation, const std::function<bool()> &alsoLost = {});
    /// How often each way is tried: in the long form all `ways` of one operation share its tries.
    int tries(int ways, int inShortForm) const { return m_tries > 0 ? (m_tries + ways - 1) / ways : inShortForm; }

    int m_tries = 0; ///< of each operation; 0: the short form
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<FakeRemoteSession> m_vm;
    std::unique_ptr<QProcess> m_racer;
    std::unique_ptr<Steps> m_steps;
    QStringList m_before;
    Profile m_profile;
};

void TestVmAttack::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("Only root can play several accounts.");
    m_tries = qEnvironmentVariableIntValue("RAYHELM_VMATTACK_TRIES");
}

void TestVmAttack::init()
{
    m_place = std::make_unique<QTemporaryDir>(u"/tmp/rhattack-XXXXXX"_s);
    QCOMPARE(::chmod(qPrintable(m_place->path()), 0711), 0);
    QVERIFY(QDir().mkpath(folder()) && QDir().mkpath(treasury()));
    for (const QString &path : {m_place->path() + u"/alice"_s, folder()})
        QCOMPARE(::chown(qPrintable(path), attacker, attacker), 0);
    writeOfRoot(treasure(), "root's own\n");
    writeOfRoot(treasury() + u"/values.yaml"_s, "root's values\n");
    m_before = listing();
    m_vm = std::make_unique<FakeRemoteSession>();
    m_vm->installClusterTools();
    m_vm->install(u"helm"_s, contentOf(QStringLiteral(RAYHELM_VMATTACK "/helm")));
    m_vm->setVariable(u"RAYHELM_FOLDER"_s, folder());
    m_vm->setVariable(u"SUDO_UID"_s, QString::number(colleague));
    m_vm->setVariable(u"SUDO_GID"_s, QString::number(colleague));
    m_data = std::make_unique<QTemporaryDir>();
    m_steps = std::make_unique<Steps>();
    m_profile = Profile();
    m_profile.id = QUuid::createUuid();
}

void TestVmAttack::cleanup()
{
    stopRacer();
    m_vm.reset();
    m_place.reset();
}

/// Everything of root's: names, owners, modes and contents.
QStringList TestVmAttack::listing() const
{
    QStringList entries;
    QDirIterator all(treasury(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        struct stat found {};
        ::lstat(qPrintable(path), &found);
        const QByteArray hash = QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256).toHex();
        entries.append(u"%1 %2:%3 %4 %5"_s.arg(path).arg(found.st_uid).arg(found.st_gid).arg(found.st_mode, 0, 8).arg(QLatin1String(hash)));
    }
    struct stat itself {};
    ::lstat(qPrintable(treasury()), &itself);
    entries.append(u"%1:%2 %3"_s.arg(itself.st_uid).arg(itself.st_gid).arg(itself.st_mode, 0, 8));
    entries.sort();
    return entries;
}

void TestVmAttack::ways()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("links") << u"links"_s;
    QTest::newRow("contents") << u"contents"_s;
    QTest::newRow("flip") << u"flip"_s;
}

void TestVmAttack::startRacer(const QString &way)
{
    m_racer = std::make_unique<QProcess>();
    m_racer->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_racer->start(QStringLiteral(RAYHELM_RACER), {QString::number(attacker), folder(), way, way == u"flip"_s || way == u"folders"_s ? treasury() : treasure()});
    QVERIFY(m_racer->waitForReadyRead(10000));
}

void TestVmAttack::stopRacer()
{
    if (!m_racer)
        return;
    m_racer->closeWriteChannel();
    if (!m_racer->waitForFinished(10000))
        m_racer->kill();
    m_racer.reset();
}

/// Where helm would look first.
void TestVmAttack::plantChart() const
{
    const AsAttacker attackers;
    QVERIFY(QDir().mkpath(folder() + u"/kuberay/ray-cluster"_s));
    QVERIFY(replace(folder() + u"/kuberay/ray-cluster/Chart.yaml"_s, "name: evil\n"));
}

void TestVmAttack::fillFolder() const
{
    const AsAttacker attackers;
    const QStringList names = QDir(folder()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        if (name.startsWith(u"new"_s) || name.contains(u".yaml."_s))
            QFile::remove(folder() + u'/' + name);
    }
}

/// What the racer has taken the place of.
void TestVmAttack::clearFolder() const
{
    const AsAttacker attackers;
    const QFileInfoList entries = QDir(folder()).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (entry.isSymLink() || !entry.isDir())
            QFile::remove(entry.filePath());
        else if (entry.fileName().startsWith(u'.'))
            QDir(entry.filePath()).removeRecursively();
    }
}

int TestVmAttack::play(int tries, const std::function<void()> &operation, const std::function<bool()> &alsoLost)
{
    int lost = 0;
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < tries; ++i) {
        operation();
        const QStringList now = listing();
        const bool changed = now != m_before;
        const bool used = alsoLost && alsoLost();
        if (changed || used)
            ++lost;
        if (used)
            qWarning("try %d: the attacker's bytes were used", i);
        if (!changed)
            continue;
        qWarning("try %d: root's files were\n%s\nand are\n%s", i, qPrintable(m_before.join(u'\n')), qPrintable(now.join(u'\n')));
        break; // what follows would be compared with what is no longer there
    }
    stopRacer();
    qInfo("%s: %d of %d tries lost, %lld s", QTest::currentDataTag() ? QTest::currentDataTag() : "planted", lost, tries, time.elapsed() / 1000);
    if (lost > 0)
        QTest::qFail("the attacker has won", __FILE__, __LINE__);
    return tries;
}

void TestVmAttack::upload_data()
{
    ways();
}

void TestVmAttack::upload()
{
    QFETCH(QString, way);
    writeOfAttacker(folder() + u"/values.yaml"_s, "old: 1\n");
    startRacer(way);
    play(tries(3, 2), [this] {
        UploadSpec spec;
        spec.bytes = values;
        spec.destination = u"values.yaml"_s;
        spec.asRoot = true;
        const auto stored = awaited(uploadFile(m_vm.get(), spec, {}));
        Q_UNUSED(stored); // the attacker may spoil what is the attacker's
    });
}

void TestVmAttack::saveAs_data()
{
    ways();
}

void TestVmAttack::saveAs()
{
    QFETCH(QString, way);
    startRacer(way);
    int number = 0;
    play(tries(3, 2), [this, &number] {
        UploadSpec spec;
        spec.bytes = values;
        spec.destination = u"new%1.yaml"_s.arg(++number);
        spec.asRoot = true;
        spec.expectedSha256 = "absent";
        const auto stored = awaited(uploadFile(m_vm.get(), spec, {}));
        Q_UNUSED(stored);
        fillFolder();
    });
}

void TestVmAttack::plantedLink_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("to a file") << u"treasure"_s << QByteArray();
    QTest::newRow("to nothing yet") << u"hatched"_s << QByteArray("absent");
}

/// No race is needed where links are followed.
void TestVmAttack::plantedLink()
{
    QFETCH(QString, target);
    QFETCH(QByteArray, expected);
    QVERIFY(QFile::link(treasury() + u'/' + target, folder() + u"/values.yaml"_s));
    QCOMPARE(::lchown(qPrintable(folder() + u"/values.yaml"_s), attacker, attacker), 0);
    play(tries(2, 3), [this, expected] {
        UploadSpec spec;
        spec.bytes = values;
        spec.destination = u"values.yaml"_s;
        spec.asRoot = true;
        spec.expectedSha256 = expected;
        const auto stored = awaited(uploadFile(m_vm.get(), spec, {}));
        QVERIFY(!stored);
    });
}

/// A link to root's private file is not read for the folder's owner.
void TestVmAttack::reading()
{
    QCOMPARE(::chmod(qPrintable(treasure()), 0600), 0);
    m_before = listing();
    QVERIFY(QFile::link(treasure(), folder() + u"/values.yaml"_s));
    QCOMPARE(::lchown(qPrintable(folder() + u"/values.yaml"_s), attacker, attacker), 0);
    const auto read = awaited(readFile(m_vm.get(), u"values.yaml"_s, true, 1000, {}));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Forbidden);
    QCOMPARE(listing(), m_before);
}

InstallRequest TestVmAttack::request()
{
    InstallRequest request;
    request.host.session = m_vm.get();
    request.host.profile = m_profile;
    request.host.dataDirectory = m_data->path();
    request.values = values;
    return request;
}

void TestVmAttack::install_data()
{
    ways();
}

void TestVmAttack::install()
{
    QFETCH(QString, way);
    plantChart();
    startRacer(way);
    int installed = 0;
    const int played = play(tries(3, 1), [this] {
        for (const char *name : {"values-read", "values-installed", "chart-read"})
            QFile::remove(m_vm->stateFolder() + u'/' + QLatin1String(name));
        const auto outcome = awaited(installRelease(request(), m_steps.get(), {}));
        Q_UNUSED(outcome);
    }, [this, &installed] {
        const QByteArray read = m_vm->stateOf(u"values-installed"_s);
        installed += !read.isEmpty();
        return read.contains("evil") || (!read.isEmpty() && !read.contains(values)) || m_vm->stateOf(u"chart-read"_s).contains("evil");
    });
    QCOMPARE(installed, played); // an attacker in the folder does not even keep it from being done
}

/// An upgrade uses the same names again: a link lies there already.
void TestVmAttack::plantedInstallFile()
{
    const auto first = awaited(installRelease(request(), m_steps.get(), {}));
    QVERIFY2(first, first ? "" : qPrintable(first.error().summary + first.error().detail));
    const QString begin = folder() + u"/.rayhelm-"_s + first->installationId.left(8);
    play(tries(1, 1), [this, begin] {
        for (const QString &name : {u"-values.yaml"_s, u"-added.yaml"_s}) {
            QFile::remove(begin + name);
            QVERIFY(QFile::link(treasury() + u"/hatched"_s, begin + name));
        }
        const auto outcome = awaited(installRelease(request(), m_steps.get(), {}));
        Q_UNUSED(outcome);
    });
}

void TestVmAttack::chartLookup_data()
{
    ways();
}

/// Helm prefers a local folder of the chart's name.
void TestVmAttack::chartLookup()
{
    QFETCH(QString, way);
    plantChart();
    startRacer(way);
    play(tries(3, 1), [this] {
        const auto compared = awaited(compareInstall(request().host, values, false, {}));
        QVERIFY(compared && !(*compared)->objectsProblem && (*compared)->chartSha256.size() == 64);
    }, [this] { return !m_vm->stateOf(u"chart-read"_s).startsWith("name: reviewed") || m_vm->stateOf(u"chart-read"_s).contains("evil"); });
}

void TestVmAttack::chartOnVm_data()
{
    ways();
}

/// The chart itself lies in the attacker's folder: what is installed is what was reviewed, or nothing, and what only root may read stays so.
void TestVmAttack::chartOnVm()
{
    QFETCH(QString, way);
    m_profile.chart = folder();
    writeOfRoot(treasury() + u"/Chart.yaml"_s, "name: root's own\n");
    for (const QString &file : {treasure(), treasury() + u"/Chart.yaml"_s})
        QCOMPARE(::chmod(qPrintable(file), 0600), 0);
    m_before = listing();
    const QByteArray good = "name: mine\n";
    writeOfAttacker(folder() + u"/Chart.yaml"_s, good);
    startRacer(way);
    int reviewed = 0;
    play(tries(3, 1), [this, good, &reviewed] {
        m_vm->setState(u"chart-read"_s, {});
        m_vm->setState(u"chart-installed"_s, {});
        writeOfAttacker(folder() + u"/Chart.yaml"_s, good);
        const auto compared = awaited(compareInstall(request().host, values, false, {}));
        InstallRequest wanted = request();
        wanted.reviewedChart = compared ? (*compared)->chartSha256 : QByteArray();
        m_vm->setState(u"reviewed"_s, wanted.reviewedChart);
        reviewed += !wanted.reviewedChart.isEmpty();
        const auto outcome = awaited(installRelease(wanted, m_steps.get(), {}));
        Q_UNUSED(outcome);
    }, [this] {
        const QByteArray installed = m_vm->stateOf(u"chart-installed"_s);
        const QByteArray wanted = m_vm->stateOf(u"reviewed"_s);
        return m_vm->stateOf(u"chart-read"_s).contains("root's own") || (!installed.isEmpty() && !wanted.isEmpty() && installed != wanted);
    });
    qInfo("%d reviewed", reviewed);
}

void TestVmAttack::ownFolder_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("link") << u"link"_s;
    QTest::newRow("another's") << u"another's"_s;
    QTest::newRow("folders") << u"folders"_s;
}

/// Root's home is the attacker's folder, as where sudo keeps HOME: another's ~/.rayhelm is not used.
void TestVmAttack::ownFolder()
{
    QFETCH(QString, way);
    m_vm->setVariable(u"HOME"_s, folder());
    const QString own = folder() + u"/.rayhelm"_s;
    QCOMPARE(::chmod(qPrintable(treasury()), 0700), 0); // as a folder of its own would be
    m_before = listing();
    QVERIFY(way != u"link"_s || QFile::link(treasury(), own));
    if (way == u"folders"_s)
        startRacer(way);
    play(tries(3, 1), [this, way, own] {
        m_vm->setState(u"values-installed"_s, {});
        if (way == u"another's"_s && QDir().mkdir(own)) { // an empty one goes with what is tidied up
            QCOMPARE(::chmod(qPrintable(own), 0700), 0);
            QCOMPARE(::chown(qPrintable(own), attacker, attacker), 0);
        }
        const auto outcome = awaited(installRelease(request(), m_steps.get(), {}));
        QVERIFY(way == u"folders"_s || (!outcome && outcome.error().kind == ErrorKind::Forbidden));
        if (way == u"folders"_s)
            clearFolder();
    }, [this, way] {
        const QByteArray read = m_vm->stateOf(u"values-installed"_s);
        return read.contains("evil") || (way != u"folders"_s && !read.isEmpty());
    });
}

/// What this computer remembers of the release that stands in the stand-ins' files.
InstallRecord TestVmAttack::installed() const
{
    InstallRecord record;
    record.installationId = u"11111111-2222-3333-4444-555555555555"_s;
    record.profileId = m_profile.id;
    record.release = m_profile.releaseName;
    record.kubernetesNamespace = m_profile.kubernetesNamespace;
    return record;
}

void TestVmAttack::repair_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QByteArray>("left");
    for (const char *way : {"links", "contents", "flip"}) {
        QTest::addRow("%s, rollback", way) << QString::fromLatin1(way) << QByteArray("pending-upgrade");
        QTest::addRow("%s, removal", way) << QString::fromLatin1(way) << QByteArray("pending-install");
        QTest::addRow("%s, removal again", way) << QString::fromLatin1(way) << QByteArray("uninstalling");
    }
}

void TestVmAttack::repair()
{
    QFETCH(QString, way);
    QFETCH(QByteArray, left);
    startRacer(way);
    const InstallRecord record = installed();
    const QByteArray before = left == "pending-install" ? QByteArray() : R"({"revision":1,"updated":"2026-01-01T00:00:00Z","status":"deployed"},)";
    play(tries(9, 1), [this, record, left, before] {
        VERIFY_RESULT(awaited(InstallJournal(m_data->path()).store(record, {})));
        m_vm->setState(u"labels"_s, "2\t" + left + "\t" + record.installationId.toUtf8() + "\tada\t2026-05-03T12:00:00Z\t\n");
        m_vm->setState(u"history.json"_s, "[" + before + R"({"revision":2,"updated":"2026-01-01T00:00:00Z","status":")" + left + "\"}]");
        const auto mended = awaited(repairRelease(request().host, nullptr, m_steps.get(), {}));
        QVERIFY2(mended, mended ? "" : qPrintable(mended.error().summary + mended.error().detail));
        QCOMPARE(m_vm->hasState(u"labels"_s), left == "pending-upgrade");
    });
}

void TestVmAttack::remove_data()
{
    ways();
}

void TestVmAttack::remove()
{
    QFETCH(QString, way);
    startRacer(way);
    const InstallRecord record = installed();
    play(tries(3, 1), [this, record] {
        VERIFY_RESULT(awaited(InstallJournal(m_data->path()).store(record, {})));
        m_vm->setState(u"labels"_s, "1\tdeployed\t" + record.installationId.toUtf8() + "\tada\t2026-05-03T12:00:00Z\t\n");
        DeleteRequest wanted;
        wanted.host = request().host;
        wanted.consent.runningJobs = 0;
        wanted.jobNumberWait = std::chrono::milliseconds(0);
        wanted.poll = std::chrono::milliseconds(50);
        const auto report = awaited(deleteRelease(wanted, m_steps.get(), {}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().summary + report.error().detail));
        QVERIFY(!m_vm->hasState(u"labels"_s));
    });
}

void TestVmAttack::pull_data()
{
    QTest::addColumn<QString>("way");
    // No root works at the HPC: the folder is the account's own choice, so that its name is not played with.
    for (const char *way : {"links", "contents", "folders"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

/// A folder of images that others may write into.
void TestVmAttack::pull()
{
    QFETCH(QString, way);
    m_vm->install(u"singularity"_s, "#!/bin/sh\n[ \"$1\" = pull ] || exit 9\nprintf 'SIF_MAGIC' >\"$3\"\nhead -c 5000 /dev/zero >>\"$3\"\n");
    startRacer(way);
    play(tries(3, 1), [this] {
        clearFolder();
        (void)!::symlink(qPrintable(treasure()), qPrintable(folder() + u"/hython:sif.rayhelm-unfinished"_s)); // no race is needed where the name is known
        PullRequest wanted;
        wanted.reference = u"docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:0.1.0"_s;
        wanted.directory = folder();
        wanted.freeSpaceNeeded = 1000;
        wanted.mayReplace = true;
        const auto file = awaited(pullImage(m_vm.get(), wanted, nullptr, nullptr, m_steps.get(), {}));
        Q_UNUSED(file);
    });
}

QTEST_GUILESS_MAIN(TestVmAttack)
#include "tst_vmattack.moc"
