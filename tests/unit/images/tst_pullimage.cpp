#include "awaiting.h"
#include "fakeremotesession.h"

#include "explain/explain.h"
#include "images/pullimage.h"

#include <QDir>
#include <QTest>
#include <QTimer>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

/// Writes an image in two pieces, like the real tool with --force; waits when the test asks for it.
const QByteArray singularity = "#!/bin/sh\n"
                               "printf '%s\\n' \"$*\" >>\"$FAKE_STATE/calls\"\n"
                               "[ \"$1\" = pull ] || exit 9\n"
                               "printf '#!/usr/bin/env run-singularity\\nSIF_MAGIC' >\"$3\"\n"
                               "echo 'INFO:    Downloading layers'\n"
                               "n=0; while [ -e \"$FAKE_STATE/waits\" ] && [ $n -lt 200 ]; do sleep 0.1; n=$((n+1)); done\n"
                               "[ ! -e \"$FAKE_STATE/fails\" ] || { cat \"$FAKE_STATE/fails\" >&2; exit 255; }\n"
                               "echo 'INFO:    Creating SIF file'\nhead -c 5000 /dev/zero >>\"$3\"\n";

} // namespace

class TestPullImage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pulls();
    void existingFileIsAsked();
    void cancelRemovesTheUnfinishedFile();
    void failureIsExplained();
    void linkLost();
    void folderProblems();
    void fullDisk();
    void badInput_data();
    void badInput();
    void check();

private:
    PullRequest request() const;
    QStringList files() const;

    std::unique_ptr<FakeRemoteSession> m_hpc;
    std::unique_ptr<Steps> m_steps;
    std::unique_ptr<OutputLines> m_output;
    Result<Explanations> m_explanations = Explanations::load();
};

void TestPullImage::init()
{
    m_hpc = std::make_unique<FakeRemoteSession>();
    m_hpc->install(u"singularity"_s, singularity);
    QDir().mkpath(m_hpc->home() + u"/my images"_s);
    m_steps = std::make_unique<Steps>();
    m_output = std::make_unique<OutputLines>();
}

PullRequest TestPullImage::request() const
{
    PullRequest request;
    request.reference = u"docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:0.1.0"_s;
    request.directory = m_hpc->home() + u"/my images"_s;
    request.freeSpaceNeeded = 1000;
    return request;
}

QStringList TestPullImage::files() const
{
    return QDir(m_hpc->home() + u"/my images"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TestPullImage::pulls()
{
    const Result<ImageFile> file = awaited(pullImage(m_hpc.get(), request(), &*m_explanations, m_output.get(), m_steps.get(), {}));
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().summary + file.error().detail));
    QVERIFY(file->path.endsWith(u"/my images/hython:sif"_s)); // name:tag, as the chart joins them
    QVERIFY(file->readable && file->isImage && file->size > 5000);
    QCOMPARE(files(), QStringList{u"hython:sif"_s});
    QCOMPARE(m_output->lines(), (QStringList{u"INFO:    Downloading layers"_s, u"INFO:    Creating SIF file"_s}));
    QVERIFY(m_hpc->calls().first().endsWith(u" docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:0.1.0"_s));
    for (const Step &step : m_steps->all())
        QCOMPARE(step.state, StepState::Done);
    QVERIFY(!QDir(m_hpc->home() + u"/.rayhelm"_s).exists());
    QCOMPARE(pullCommandLine(request()), u"singularity pull --force hython:sif docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:0.1.0"_s);
}

void TestPullImage::existingFileIsAsked()
{
    QFile old(request().path());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    Result<ImageFile> file = awaited(pullImage(m_hpc.get(), request(), &*m_explanations, m_output.get(), m_steps.get(), {}));
    QCOMPARE(file.error().kind, ErrorKind::Conflict);
    QCOMPARE(m_hpc->calls().size(), 0);
    PullRequest replacing = request();
    replacing.mayReplace = true;
    file = awaited(pullImage(m_hpc.get(), replacing, &*m_explanations, m_output.get(), m_steps.get(), {}));
    QVERIFY(file && file->size > 5000);
    QCOMPARE(files(), QStringList{u"hython:sif"_s});
}

void TestPullImage::cancelRemovesTheUnfinishedFile()
{
    m_hpc->setState(u"waits"_s, "1");
    QFile old(request().path());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    PullRequest replacing = request();
    replacing.mayReplace = true;
    std::stop_source stop;
    connect(m_output.get(), &OutputLines::appended, this, [&stop] { stop.request_stop(); });
    const Result<ImageFile> file = awaited(pullImage(m_hpc.get(), replacing, &*m_explanations, m_output.get(), m_steps.get(), stop.get_token()));
    QVERIFY(file.error().isCancelled());
    QCOMPARE(files(), QStringList{u"hython:sif"_s}); // the old file is whole, nothing else is left
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QVERIFY(!QDir(m_hpc->home() + u"/.rayhelm"_s).exists());
}

void TestPullImage::failureIsExplained()
{
    m_hpc->setState(u"fails"_s, "FATAL:   Unable to handle docker://ghcr.io/x uri: while building SIF: conveyor failed\n");
    const Result<ImageFile> file = awaited(pullImage(m_hpc.get(), request(), &*m_explanations, m_output.get(), m_steps.get(), {}));
    QCOMPARE(file.error().kind, ErrorKind::CommandFailed);
    QVERIFY2(file.error().summary.contains(u"could not be downloaded or converted"_s), qPrintable(file.error().summary));
    QVERIFY(file.error().detail.contains(u"conveyor failed"_s));
    QVERIFY(files().isEmpty());
    m_hpc->install(u"singularity"_s, "#!/bin/sh\necho 'sh: singularity: not found' >&2\nexit 127\n");
    QCOMPARE(awaited(pullImage(m_hpc.get(), request(), &*m_explanations, m_output.get(), m_steps.get(), {})).error().kind, ErrorKind::NotFound);
}

void TestPullImage::linkLost()
{
    m_hpc->setState(u"waits"_s, "1");
    bool cutDone = false;
    connect(m_output.get(), &OutputLines::appended, this, [&] {
        if (cutDone)
            return;
        cutDone = true;
        m_hpc->cut();
        QFile::remove(m_hpc->stateFolder() + u"/waits"_s);
        QTimer::singleShot(500, m_hpc.get(), &FakeRemoteSession::restore);
    });
    const Result<ImageFile> file = awaited(pullImage(m_hpc.get(), request(), &*m_explanations, m_output.get(), m_steps.get(), {}));
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().summary));
    QVERIFY(cutDone);
    QCOMPARE(m_output->lines().size(), 2);
}

void TestPullImage::folderProblems()
{
    PullRequest missing = request();
    missing.directory += u"/nowhere"_s;
    QCOMPARE(awaited(pullImage(m_hpc.get(), missing, nullptr, m_output.get(), m_steps.get(), {})).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_steps->all().at(1).state, StepState::Failed);
}

void TestPullImage::fullDisk()
{
    PullRequest huge = request();
    huge.freeSpaceNeeded = qint64(1) << 60;
    const Result<ImageFile> file = awaited(pullImage(m_hpc.get(), huge, nullptr, m_output.get(), m_steps.get(), {}));
    QCOMPARE(file.error().kind, ErrorKind::CommandFailed);
    QVERIFY(file.error().summary.contains(u"has only"_s));
    QCOMPARE(m_hpc->calls().size(), 0);
}

void TestPullImage::badInput_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reference");
    const QString good = u"docker://ghcr.io/a/b:1"_s;
    QTest::newRow("relative folder") << u"images"_s << u"hython"_s << good;
    QTest::newRow("colon in folder") << u"/a:b"_s << u"hython"_s << good;
    QTest::newRow("option as name") << u"/a"_s << u"--force"_s << good;
    QTest::newRow("slash in name") << u"/a"_s << u"x/y"_s << good;
    QTest::newRow("empty name") << u"/a"_s << QString() << good;
    QTest::newRow("no tag") << u"/a"_s << u"hython"_s << u"docker://ghcr.io/a/b"_s;
    QTest::newRow("option as image") << u"/a"_s << u"hython"_s << u"--help"_s;
    QTest::newRow("library image") << u"/a"_s << u"hython"_s << u"library://x/y:1"_s;
}

void TestPullImage::badInput()
{
    QFETCH(QString, directory);
    QFETCH(QString, name);
    QFETCH(QString, reference);
    PullRequest bad = request();
    QVERIFY(pullProblem(bad).isEmpty());
    bad.directory = directory;
    bad.name = name;
    bad.reference = reference;
    QVERIFY(!pullProblem(bad).isEmpty());
    QCOMPARE(awaited(pullImage(m_hpc.get(), bad, nullptr, m_output.get(), m_steps.get(), {})).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_hpc->commands().size(), 0);
}

void TestPullImage::check()
{
    const Result<ImageFile> missing = awaited(checkImage(m_hpc.get(), m_hpc->home() + u"/no:sif"_s, {}));
    QVERIFY(missing && !missing->exists);
    QFile text(m_hpc->home() + u"/it's text:sif"_s);
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("hello") == 5);
    text.close();
    const Result<ImageFile> found = awaited(checkImage(m_hpc.get(), text.fileName(), {}));
    QVERIFY(found && found->exists && found->readable && !found->isImage);
    QCOMPARE(found->size, 5);
    QVERIFY(found->sentence(QDateTime::currentDateTimeUtc()).contains(u"does not look like an image"_s));
    m_hpc->cut();
    QCOMPARE(awaited(checkImage(m_hpc.get(), text.fileName(), {})).error().kind, ErrorKind::Unreachable);
}

QTEST_GUILESS_MAIN(TestPullImage)
#include "tst_pullimage.moc"
