#include "awaiting.h"
#include "remote/upload.h"
#include "testsshd.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;
using namespace std::chrono_literals;

/// Files of the other side: replaced as a whole or not at all.
class TestUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names_data();
    void names();
    void bytesAreIdentical();
    void modeAndOwnerAreKept();
    void rootFollowsNoLink();
    void whatComesBetweenLeadsNowhere();
    void changeIsDetected();
    void refusals_data();
    void refusals();
    void diskFull();
    void killedAtAnyTime();
    void readRefusals_data();
    void readRefusals();
    void listing();
    void missingToolIsSaid();

private:
    SshSession &session() { return m_bench->session(); }
    QString path(const QString &name) const { return m_sshd.home() + QStringLiteral("/.interlink/") + name; }
    QByteArray content(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;
    QStringList entries() const { return QDir(path(QString())).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    Result<QByteArray> upload(const QString &destination, const QByteArray &bytes, const QByteArray &expected = {});

    TestSshd m_sshd;
    std::unique_ptr<SshBench> m_bench;
};

void TestUpload::initTestCase()
{
    QVERIFY(m_sshd.start());
    m_bench = std::make_unique<SshBench>(m_sshd);
    SshPlace place;
    place.target = m_sshd.target();
    place.workingDirectory = QStringLiteral(".interlink");
    VERIFY_RESULT(awaited(m_bench->remake(place, m_sshd.paths()).openLink({})));
}

QByteArray TestUpload::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void TestUpload::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(path(QString()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

Result<QByteArray> TestUpload::upload(const QString &destination, const QByteArray &bytes, const QByteArray &expected)
{
    UploadSpec spec;
    spec.destination = destination;
    spec.bytes = bytes;
    spec.expectedSha256 = expected;
    return awaited(uploadFile(&session(), spec, {}));
}

void TestUpload::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "a.yaml"; // the first one makes the folder
    for (const char *name : {"with blank.yaml", "it's.yaml", "\"quoted\".yaml", "-n.yaml", "--help", "$(id).yaml", "back\\slash", "semi;colon", "star*"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("unicode") << QString::fromUtf8("zoë_中文.yaml");
    QTest::newRow("line break") << QStringLiteral("two\nlines");
}

void TestUpload::names()
{
    QFETCH(QString, name);
    const Result<QByteArray> stored = upload(name, "head: 1\n");
    VERIFY_RESULT(stored);
    QCOMPARE(*stored, QCryptographicHash::hash("head: 1\n", QCryptographicHash::Sha256).toHex());
    QCOMPARE(content(name), QByteArray("head: 1\n"));
    const Result<RemoteFile> read = awaited(readFile(&session(), name, false, 100, {}));
    VERIFY_RESULT(read);
    QCOMPARE(read->bytes, QByteArray("head: 1\n"));
    QCOMPARE(read->sha256, *stored);
}

void TestUpload::bytesAreIdentical()
{
    QByteArray bytes(1024 * 1024, Qt::Uninitialized);
    QRandomGenerator::global()->generate(bytes.begin(), bytes.end());
    VERIFY_RESULT(upload(QStringLiteral("binary"), bytes));
    QCOMPARE(content(QStringLiteral("binary")), bytes);
    VERIFY_RESULT(upload(QStringLiteral("empty"), {}));
    QCOMPARE(content(QStringLiteral("empty")), QByteArray());
    const Result<RemoteFile> read = awaited(readFile(&session(), QStringLiteral("binary"), false, bytes.size(), {}));
    VERIFY_RESULT(read);
    QCOMPARE(read->bytes, bytes);
}

void TestUpload::modeAndOwnerAreKept()
{
    VERIFY_RESULT(upload(QStringLiteral("new.yaml"), "x"));
    QCOMPARE(awaited(readFile(&session(), QStringLiteral("new.yaml"), false, 10, {}))->mode, QStringLiteral("644"));
    write(QStringLiteral("private.yaml"), "old");
    QFile::setPermissions(path(QStringLiteral("private.yaml")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    VERIFY_RESULT(upload(QStringLiteral("private.yaml"), "new"));
    QCOMPARE(awaited(readFile(&session(), QStringLiteral("private.yaml"), false, 10, {}))->mode, QStringLiteral("700"));
    QCOMPARE(awaited(readFile(&session(), QStringLiteral("private.yaml"), false, 10, {}))->otherOwner, QString());
    if (::geteuid() == 0) { // only root can give a file away
        QCOMPARE(::chown(qPrintable(path(QStringLiteral("private.yaml"))), 65534, 65534), 0);
        QCOMPARE(awaited(readFile(&session(), QStringLiteral("private.yaml"), false, 10, {}))->otherOwner, QStringLiteral("nobody"));
    }
    UploadSpec spec;
    spec.destination = QStringLiteral("secret.yaml");
    spec.bytes = "x";
    spec.mode = QStringLiteral("0600");
    VERIFY_RESULT(awaited(uploadFile(&session(), spec, {})));
    QCOMPARE(awaited(readFile(&session(), QStringLiteral("secret.yaml"), false, 10, {}))->mode, QStringLiteral("600"));
}

/// An ordinary account means the file behind its own link; more about accounts is in tst_folderwork.
void TestUpload::rootFollowsNoLink()
{
    write(QStringLiteral("real.yaml"), "old");
    QVERIFY(QFile::link(path(QStringLiteral("real.yaml")), path(QStringLiteral("link.yaml"))));
    const Result<QByteArray> stored = upload(QStringLiteral("link.yaml"), "new");
    QVERIFY(QFileInfo(path(QStringLiteral("link.yaml"))).isSymLink());
    const bool isRoot = ::geteuid() == 0;
    QCOMPARE(stored.has_value(), !isRoot);
    QCOMPARE(content(QStringLiteral("real.yaml")), QByteArray(isRoot ? "old" : "new"));
    if (isRoot)
        QCOMPARE(stored.error().kind, ErrorKind::Forbidden);
    QFile::remove(path(QStringLiteral("link.yaml")));
}

void TestUpload::changeIsDetected()
{
    const Result<QByteArray> first = upload(QStringLiteral("shared.yaml"), "mine", "absent");
    VERIFY_RESULT(first);
    VERIFY_RESULT(upload(QStringLiteral("shared.yaml"), "mine 2", *first));
    write(QStringLiteral("shared.yaml"), "theirs");
    for (const QByteArray &expected : {*first, QByteArray("absent")}) {
        const Result<QByteArray> refused = upload(QStringLiteral("shared.yaml"), "mine 3", expected);
        QVERIFY(!refused && refused.error().kind == ErrorKind::Conflict);
        QCOMPARE(content(QStringLiteral("shared.yaml")), QByteArray("theirs"));
    }
}

void TestUpload::refusals_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<int>("kind");
    QTest::newRow("a folder") << m_sshd.home() << int(ErrorKind::InvalidInput);
    QTest::newRow("no folder") << "none/x.yaml" << int(ErrorKind::NotFound);
    QTest::newRow("read-only") << "/proc/x.yaml" << int(ErrorKind::Forbidden);
    QTest::newRow("empty") << "" << int(ErrorKind::InvalidInput);
    QTest::newRow("ends as a folder") << "x/" << int(ErrorKind::InvalidInput);
}

void TestUpload::refusals()
{
    QFETCH(QString, destination);
    const QStringList before = entries();
    const Result<QByteArray> stored = upload(destination, "x");
    QVERIFY(!stored);
    if (stored.error().kind != ErrorKind::CommandFailed || destination != QLatin1String("/proc/x.yaml")) // root may "write" in /proc
        QTEST(int(stored.error().kind), "kind");
    QVERIFY(stored.error().summary.endsWith(QLatin1Char('.')));
    QCOMPARE(entries(), before);
}

void TestUpload::diskFull()
{
    // A file size limit instead of a full disk: the copy fails in the middle as it would there.
    const QStringList before = entries();
    m_sshd.addProgram(QStringLiteral("cat"), "#!/bin/sh\nhead -c 10; echo 'cat: write error: No space left on device' >&2; exit 1\n");
    const Result<QByteArray> stored = upload(QStringLiteral("full.yaml"), "0123456789abcdef");
    QFile::remove(m_sshd.bin() + QStringLiteral("/cat"));
    QVERIFY(!stored);
    QVERIFY2(stored.error().summary.contains(QStringLiteral("is full")), qPrintable(stored.error().summary));
    QCOMPARE(entries(), before);
}

void TestUpload::killedAtAnyTime()
{
    write(QStringLiteral("precious.yaml"), "old");
    const QStringList before = entries();
    const QByteArray bytes(4 * 1024 * 1024, 'n');
    int cancelledRuns = 0;
    for (int i = 0; i < 10; ++i) {
        std::stop_source stop;
        UploadSpec spec;
        spec.destination = QStringLiteral("precious.yaml");
        spec.bytes = bytes;
        auto task = uploadFile(&session(), spec, stop.get_token());
        QTest::qWait(15 * i);
        stop.request_stop();
        const Result<QByteArray> stored = awaited(std::move(task));
        cancelledRuns += !stored;
        const auto settled = [&] { return entries() == before; };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 10000); // no temporary file stays
        const QByteArray now = content(QStringLiteral("precious.yaml"));
        QVERIFY(now == "old" || now == bytes);
    }
    QVERIFY(cancelledRuns > 0);
}

void TestUpload::readRefusals_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    QTest::newRow("missing") << "none.yaml" << int(ErrorKind::NotFound);
    QTest::newRow("folder") << m_sshd.home() << int(ErrorKind::InvalidInput);
    QTest::newRow("too large") << "binary" << int(ErrorKind::InvalidInput);
}

void TestUpload::readRefusals()
{
    QFETCH(QString, path);
    const Result<RemoteFile> read = awaited(readFile(&session(), path, false, 1000, {}));
    QVERIFY(!read);
    QTEST(int(read.error().kind), "kind");
}

void TestUpload::listing()
{
    QDir(path(QString())).mkdir(QStringLiteral("sub"));
    const auto listed = awaited(listFiles(&session(), QString(), false, {}));
    VERIFY_RESULT(listed);
    QStringList names;
    for (const RemoteFileEntry &entry : *listed) {
        names.append(entry.name);
        QCOMPARE(entry.isFolder, entry.name == QLatin1String("sub"));
        if (entry.name == QLatin1String("binary"))
            QCOMPARE(entry.size, 1024 * 1024);
        QVERIFY(qAbs(entry.modified.secsTo(QDateTime::currentDateTime())) < 600);
    }
    QStringList expected = QDir(path(QString())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    expected.sort();
    names.sort();
    QCOMPARE(names, expected);
    const auto none = awaited(listFiles(&session(), QStringLiteral("/none"), false, {}));
    QVERIFY(!none && none.error().kind == ErrorKind::NotFound);
}

/// Somebody else may write into the folder, and is faster: what is being written is never reached by a name in it.
void TestUpload::whatComesBetweenLeadsNowhere()
{
    const QString victim = m_sshd.home() + QStringLiteral("/victim");
    QVERIFY(QDir().mkpath(victim));
    write(QStringLiteral("../victim/new"), "precious");
    write(QStringLiteral("race.yaml"), "old");
    m_sshd.addProgram(QStringLiteral("mktemp"), "#!/bin/sh\nt=$(/usr/bin/mktemp \"$@\") || exit\n"
                      "if test -f \"$t\"; then rm -f \"$t\"; ln -s " + victim.toUtf8() + "/new \"$t\"\n"
                      "elif test -d \"$t\"; then rmdir \"$t\"; ln -s " + victim.toUtf8() + " \"$t\"; fi\necho \"$t\"\n");
    const Result<QByteArray> stored = upload(QStringLiteral("race.yaml"), "new text");
    QFile::remove(m_sshd.bin() + QStringLiteral("/mktemp"));
    QVERIFY(!stored);
    QCOMPARE(content(QStringLiteral("../victim/new")), QByteArray("precious"));
    QCOMPARE(content(QStringLiteral("race.yaml")), QByteArray("old"));
    const QStringList left = entries().filter(QStringLiteral("race.yaml"));
    for (const QString &name : left)
        QVERIFY(QFile::remove(path(name)));
}

void TestUpload::missingToolIsSaid()
{
    m_sshd.addProgram(QStringLiteral("sha256sum"), "#!/bin/sh\necho 'sh: 1: sha256sum: not found' >&2; exit 127\n");
    const Result<QByteArray> stored = upload(QStringLiteral("t.yaml"), "x");
    QFile::remove(m_sshd.bin() + QStringLiteral("/sha256sum"));
    QVERIFY(!stored);
    QVERIFY2(stored.error().summary.startsWith(QStringLiteral("sha256sum was not found on")), qPrintable(stored.error().summary));
}

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
