#undef QT_NO_CAST_FROM_ASCII
#include "jobs/folderwalk.h"
#include "jobs/packagezip.h"
#include "jobs/workingdirectory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

using namespace rayhelm;

namespace {

/// "a.txt=hello", "empty/", "l->a.txt"
void makeTree(const QString &root, const QStringList &entries)
{
    const QDir folder(root);
    for (const QString &entry : entries) {
        const qsizetype arrow = entry.indexOf("->");
        const qsizetype equals = entry.indexOf('=');
        const QString name = arrow > 0 ? entry.left(arrow) : equals > 0 ? entry.left(equals) : entry;
        folder.mkpath(QFileInfo(name).path());
        if (arrow > 0) {
            QVERIFY(QFile::link(entry.mid(arrow + 2), folder.filePath(name)));
        } else if (equals > 0) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(entry.mid(equals + 1).toUtf8());
        } else {
            folder.mkpath(name);
        }
    }
}

struct Member {
    QString name;
    uint mode = 0;
    int method = -1;
    QByteArray content;
};

QList<Member> membersOf(const PackedDirectory &packed)
{
    QList<Member> members;
    auto *file = qobject_cast<QFile *>(packed.zip.get());
    zip_t *zip = file && file->isOpen() ? zip_open(QFile::encodeName(file->fileName()).constData(), ZIP_RDONLY, nullptr) : nullptr;
    for (zip_int64_t i = 0; zip && i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, zip_uint64_t(i), 0, &stat);
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        zip_file_get_external_attributes(zip, zip_uint64_t(i), 0, &system, &attributes);
        zip_file_t *content = zip_fopen_index(zip, zip_uint64_t(i), 0);
        QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
        zip_fread(content, bytes.data(), zip_uint64_t(bytes.size()));
        zip_fclose(content);
        members.append(Member{QString::fromUtf8(stat.name), attributes >> 16, stat.comp_method, bytes});
    }
    if (zip)
        zip_close(zip);
    return members;
}

const PlannedFile *find(const WorkingDirectoryPlan &plan, const QString &path)
{
    for (const PlannedFile &file : plan.files) {
        if (file.path == path)
            return &file;
    }
    return nullptr;
}

} // namespace

class WorkingDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void goldenVectors_data();
    void goldenVectors();
    void planSaysWhyFilesStay();
    void ignoredLineCountsNoMore();
    void lineThatLeavesOutEverything_data();
    void lineThatLeavesOutEverything();
    void emptyFolder();
    void tooBig();
    void missingFolder();
    void linkCycle();
    void linksOutOfTheFolderStay();
    void unseenFilesAreNotPacked();
    void whatWasLookedAtIsPacked_data();
    void whatWasLookedAtIsPacked();
    void specialFilesDoNotBlock();
    void namesThatAreNotUtf8();
    void zipIsStoredWithModes();
    void packedSizeIsExact();
    void excludeLineIsExact_data();
    void excludeLineIsExact();
    void secretNames_data();
    void secretNames();
    void optionsFollowRay();
    void cancelled();

private:
    ScanOptions options(const QStringList &excludes = {}) const
    {
        ScanOptions made;
        made.folder = m_root->path();
        made.excludes = excludes;
        return made;
    }
    WorkingDirectoryPlan plan(const ScanOptions &made) const
    {
        const auto result = QCoro::waitFor(planWorkingDirectory(made, {}));
        return result.value_or(WorkingDirectoryPlan());
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void WorkingDirectoryTest::goldenVectors_data()
{
    QTest::addColumn<QStringList>("tree");
    QTest::addColumn<QStringList>("excludes");
    QTest::addColumn<bool>("builtIn");
    QTest::addColumn<QString>("hash");
    QTest::addColumn<QStringList>("members");
    using L = QStringList;
    const auto row = [](const char *name, const L &tree, const L &excludes, const char *hash, const L &members, bool builtIn = false) {
        QTest::newRow(name) << tree << excludes << builtIn << QString::fromLatin1(hash) << members;
    };
    row("empty", {}, {}, "0a62fe483960e4e9", {"./"});
    row("one file", {"a.txt=hello\n"}, {}, "3ac07246c7f80614", {"a.txt"});
    row("folders", {"a.txt=hello\n", "d/b.txt=x", "empty/"}, {}, "6a0884bcf36f6dd9", {"a.txt", "d/b.txt", "empty/"});
    row("exclude d", {"a.txt=hello\n", "d/b.txt=x"}, {"d"}, "3ac07246c7f80614", {"a.txt"});
    row("exclude d/", {"a.txt=hello\n", "d/b.txt=x"}, {"d/"}, "06f64a7008b61072", {"a.txt"});
    row("exclude *", {"a.txt=hello\n", "d/b.txt=x"}, {"*"}, "3030303030303030", {});
    row("negation", {".gitignore=*.log\n!keep.log\n", "x.log=1", "keep.log=2", "d/y.log=3"}, {}, "dea4aa78096797b7",
        {".gitignore", "keep.log"});
    row("white list", {".gitignore=*\n!a\n", "a=3", "z=1"}, {}, "3030303030303030", {});
    row("nested *", {"d/.gitignore=*\n", "d/y.log=3", "z=1"}, {}, "3268b2cc43379b1f", {"z"});
    row(".rayignore", {".rayignore=big/\n", "big/x=1", "a=2"}, {}, "a040ce4b4cd3d501", {".rayignore", "a"});
    row("link to file", {"a.txt=hello\n", "l->a.txt"}, {}, "6a71524a6619a35c", {"a.txt", "l"});
    row("link to folder", {"d/a.txt=hello\n", "l->d"}, {}, "c9b6a41bfa70a18b", {"d/a.txt", "l/a.txt"});
    row("broken link", {"l->nope"}, {}, "0da1bcf65736ea96", {});
    row("not ASCII", {QString::fromUtf8("\xc3\xa9.txt=\xc3\xa9")}, {}, "593fda11d483fe66", {QString::fromUtf8("\xc3\xa9.txt")});
    row("built-in", {".git/HEAD=x", "a=1", "__pycache__/c.pyc=1", "sub/__pycache__/c=1", "sub/.venv/x=1"}, {}, "a57c5669d20ad695",
        {"a"}, true);
}

void WorkingDirectoryTest::goldenVectors()
{
    QFETCH(QStringList, tree);
    QFETCH(QStringList, excludes);
    QFETCH(bool, builtIn);
    QFETCH(QString, hash);
    QFETCH(QStringList, members);
    makeTree(m_root->path(), tree);
    ScanOptions made = options(excludes);
    made.builtInExcludes = builtIn;
    const auto walk = walkFolder(made, {});
    QVERIFY(walk);
    const auto packed = packWalk(*walk, {});
    QVERIFY(packed);
    QCOMPARE(packed->uri, "gcs://_ray_pkg_" + hash + ".zip");
    QStringList names;
    for (const Member &member : membersOf(*packed))
        names.append(member.name);
    names.sort();
    // "built-in" has the folder "sub", all of whose children are left out: it is in the hash, not in the package.
    QCOMPARE(names, members);
}

void WorkingDirectoryTest::planSaysWhyFilesStay()
{
    makeTree(m_root->path(), {".gitignore=# data\n\n*.log\n", "a.py=12345", "x.log=1", "d/y.log=1", "venv/bin/python=1", "big.bin=1",
                              ".env=A=b", "l->nope"});
    const WorkingDirectoryPlan made = plan(options({"/big.bin"}));
    QVERIFY(made.canBeSent());
    QCOMPARE(find(made, "x.log")->line, (IgnoreLine{".gitignore", 3, "*.log"}));
    QCOMPARE(leftOutText(*find(made, "x.log")), "left out because of .gitignore line 3");
    QCOMPARE(find(made, "d/y.log")->leftOut, LeftOutReason::IgnoreFile);
    QCOMPARE(find(made, "venv")->leftOut, LeftOutReason::BuiltIn);
    QVERIFY(find(made, "venv")->isFolder);
    QVERIFY(!find(made, "venv/bin/python"));
    QCOMPARE(find(made, "big.bin")->leftOut, LeftOutReason::Excludes);
    QCOMPARE(find(made, "l")->leftOut, LeftOutReason::BrokenLink);
    QCOMPARE(made.suspicious().size(), 1);
    QCOMPARE(made.suspicious().first().path, ".env");
    QCOMPARE(made.sentCount(), 3); // .gitignore, a.py, .env
    QCOMPARE(made.totalSize, 5 + 14 + 3);
    QCOMPARE(made.largest(1).first().path, ".gitignore");
}

void WorkingDirectoryTest::ignoredLineCountsNoMore()
{
    makeTree(m_root->path(), {".gitignore=*\n!src/\n", "a=1"});
    ScanOptions made = options();
    QVERIFY(!plan(made).canBeSent());
    made.ignoredLines = {plan(made).problems.first().line};
    const WorkingDirectoryPlan after = plan(made);
    QVERIFY(after.canBeSent());
    QVERIFY(find(after, "a")->isSent());
    made.ignoredLines = {IgnoreLine{"other/.gitignore", 1, "*"}};
    QVERIFY(!plan(made).canBeSent());
}

void WorkingDirectoryTest::lineThatLeavesOutEverything_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"*", "**", "**/*", "/*", ".*", "."})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void WorkingDirectoryTest::lineThatLeavesOutEverything()
{
    QFETCH(QString, line);
    makeTree(m_root->path(), {".gitignore=\n" + line + "\n!a\n", "a=1"});
    const WorkingDirectoryPlan made = plan(options());
    QVERIFY(!made.canBeSent());
    QCOMPARE(made.problems.size(), 1);
    QCOMPARE(made.problems.first().kind, PlanProblem::LineLeavesOutAll);
    QCOMPARE(made.problems.first().summary, "Nothing would be sent. Line 2 of .gitignore leaves out the whole folder.");
    QCOMPARE(made.problems.first().line, (IgnoreLine{".gitignore", 2, line}));
    const auto packed = QCoro::waitFor(packWorkingDirectory(options(), {}));
    QVERIFY(!packed);
    QCOMPARE(packed.error().kind, ErrorKind::InvalidInput);
}

void WorkingDirectoryTest::emptyFolder()
{
    const WorkingDirectoryPlan made = plan(options());
    QVERIFY(!made.canBeSent());
    QCOMPARE(made.problems.first().kind, PlanProblem::NothingSent);
}

void WorkingDirectoryTest::tooBig()
{
    QFile file(m_root->filePath("weights.pt"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(maximumPackageSize - 200)); // headers still fit
    QVERIFY(plan(options()).canBeSent());
    QVERIFY(file.resize(maximumPackageSize));
    const WorkingDirectoryPlan made = plan(options());
    QVERIFY(!made.canBeSent());
    QCOMPARE(made.problems.first().kind, PlanProblem::TooBig);
    QVERIFY(made.problems.first().summary.contains("weights.pt"));
    QVERIFY(plan(options({excludeLine("weights.pt")})).problems.first().kind == PlanProblem::NothingSent);
}

void WorkingDirectoryTest::missingFolder()
{
    ScanOptions made = options();
    made.folder += "/nope";
    QCOMPARE(QCoro::waitFor(planWorkingDirectory(made, {})).error().kind, ErrorKind::NotFound);
    made.folder.clear();
    QCOMPARE(QCoro::waitFor(planWorkingDirectory(made, {})).error().kind, ErrorKind::NotFound);
    makeTree(m_root->path(), {"file=1"});
    made.folder = m_root->filePath("file");
    QCOMPARE(QCoro::waitFor(planWorkingDirectory(made, {})).error().kind, ErrorKind::InvalidInput);
}

void WorkingDirectoryTest::linkCycle()
{
    makeTree(m_root->path(), {"a=1", "d/b=1", "d/up->..", "d/self->."});
    const WorkingDirectoryPlan made = plan(options());
    QVERIFY(made.canBeSent());
    QCOMPARE(find(made, "d/up")->leftOut, LeftOutReason::LinkCycle);
    QCOMPARE(find(made, "d/self")->leftOut, LeftOutReason::LinkCycle);
    QCOMPARE(made.sentCount(), 2);
}

/// M6: `weights.bin -> ~/.ssh/id_ed25519` was sent like any other file.
void WorkingDirectoryTest::linksOutOfTheFolderStay()
{
    QTemporaryDir other;
    makeTree(other.path(), {"id_ed25519=KEY", "sub/x=1"});
    makeTree(m_root->path(), {"a=1", "in->a", "d/b=2", "into->d", "weights.bin->" + other.filePath("id_ed25519"), "d/data->" + other.filePath("sub"),
                              "up->../" + QFileInfo(other.path()).fileName() + "/sub/x", "whole->" + m_root->filePath("d/b")});
    const WorkingDirectoryPlan made = plan(options());
    QVERIFY(made.canBeSent());
    for (const char *path : {"weights.bin", "d/data", "into/data", "up"}) {
        QVERIFY2(find(made, path), path);
        QCOMPARE(find(made, path)->leftOut, LeftOutReason::OutsideLink);
    }
    QVERIFY(leftOutText(*find(made, "weights.bin")).contains(other.filePath("id_ed25519")));
    QCOMPARE(made.outsideLinks().size(), 4);
    QVERIFY(made.suspicious().isEmpty());
    const auto packed = QCoro::waitFor(packWorkingDirectory(options(), {}));
    QVERIFY(packed);
    QStringList names;
    for (const Member &member : membersOf(*packed))
        names.append(member.name);
    QCOMPARE(names, (QStringList{"a", "d/b", "in", "into/b", "whole"}));
    // Said by a person, it is sent as Ray would; the list says from where, and what it looks like.
    ScanOptions all = options();
    all.sendOutsideLinks = true;
    const WorkingDirectoryPlan more = plan(all);
    QVERIFY(find(more, "weights.bin")->isSent());
    QCOMPARE(find(more, "weights.bin")->leadsTo, other.filePath("id_ed25519"));
    QCOMPARE(more.suspicious().size(), 1);
    QVERIFY(find(more, "d/data/x")->isSent());
    const auto whole = QCoro::waitFor(packWorkingDirectory(all, {}));
    QVERIFY(whole);
    QCOMPARE(membersOf(*whole).size(), 9);
}

void WorkingDirectoryTest::unseenFilesAreNotPacked()
{
    makeTree(m_root->path(), {"a=1", "b=2"});
    ScanOptions seen = options();
    seen.reviewed = std::make_shared<const QSet<QString>>(QSet<QString>{"a", "b"});
    QVERIFY(QCoro::waitFor(packWorkingDirectory(seen, {})));
    makeTree(m_root->path(), {"c=3"});
    const auto packed = QCoro::waitFor(packWorkingDirectory(seen, {}));
    QVERIFY(!packed);
    QCOMPARE(packed.error().kind, ErrorKind::Conflict);
    QVERIFY(packed.error().summary.contains("c"));
    QVERIFY(QFile::remove(m_root->filePath("c")) && QFile::remove(m_root->filePath("b")));
    QVERIFY(QCoro::waitFor(packWorkingDirectory(seen, {}))); // what has gone is no secret
}

void WorkingDirectoryTest::whatWasLookedAtIsPacked_data()
{
    QTest::addColumn<QString>("swap");
    for (const char *swap : {"nothing", "link", "folder link", "pipe", "other file"})
        QTest::newRow(swap) << QString::fromLatin1(swap);
}

/// Between looking and packing another file takes the name.
void WorkingDirectoryTest::whatWasLookedAtIsPacked()
{
    QFETCH(QString, swap);
    QTemporaryDir other;
    makeTree(other.path(), {"f=KEY"});
    makeTree(m_root->path(), {"a=1", "d/f=2"});
    const auto walk = walkFolder(options(), {});
    QVERIFY(walk);
    const QString name = m_root->filePath("d/f");
    if (swap == "folder link") {
        QVERIFY(QDir(m_root->path()).rename("d", "e") && QFile::link(other.path(), m_root->filePath("d")));
    } else if (swap != "nothing") {
        QVERIFY(QFile::rename(name, m_root->filePath("kept")));
        if (swap == "link")
            QVERIFY(QFile::link(other.filePath("f"), name));
        else if (swap == "pipe")
            QVERIFY(mkfifo(QFile::encodeName(name).constData(), 0600) == 0);
        else
            QVERIFY(QFile::copy(other.filePath("f"), name));
    }
    const auto packed = packWalk(*walk, {});
    QCOMPARE(packed.has_value(), swap == "nothing");
}

void WorkingDirectoryTest::specialFilesDoNotBlock()
{
    makeTree(m_root->path(), {"a=1"});
    QVERIFY(mkfifo(QFile::encodeName(m_root->filePath("pipe")).constData(), 0600) == 0);
    QCOMPARE(find(plan(options()), "pipe")->leftOut, LeftOutReason::SpecialFile);
    const auto packed = QCoro::waitFor(packWorkingDirectory(options(), {}));
    QVERIFY(packed);
    QCOMPARE(membersOf(*packed).size(), 1);
}

void WorkingDirectoryTest::namesThatAreNotUtf8()
{
    makeTree(m_root->path(), {"a=1"});
    const QByteArray name = m_root->path().toUtf8() + "/b\xff";
    FILE *file = fopen(name.constData(), "w");
    QVERIFY(file);
    fclose(file);
    const WorkingDirectoryPlan made = plan(options());
    QCOMPARE(made.sentCount(), 1);
    QCOMPARE(made.files.size(), 2);
    QCOMPARE(made.files.last().leftOut, LeftOutReason::NameNotUtf8);
    QVERIFY(unlink(name.constData()) == 0); // QTemporaryDir could not
}

void WorkingDirectoryTest::zipIsStoredWithModes()
{
    makeTree(m_root->path(), {"run.sh=#!/bin/sh\n", "secret=x", "empty/"});
    QVERIFY(chmod(QFile::encodeName(m_root->filePath("run.sh")).constData(), 0755) == 0);
    QVERIFY(chmod(QFile::encodeName(m_root->filePath("secret")).constData(), 0600) == 0);
    const auto packed = QCoro::waitFor(packWorkingDirectory(options(), {}));
    QVERIFY(packed);
    const QList<Member> members = membersOf(*packed);
    QCOMPARE(members.size(), 3);
    QCOMPARE(members[0].mode, 0040755U);
    QCOMPARE(members[1].name, "run.sh");
    QCOMPARE(members[1].mode, 0100755U);
    QCOMPARE(members[2].mode, 0100644U); // never less than readable
    QCOMPARE(members[1].content, QByteArray("#!/bin/sh\n"));
    for (const Member &member : members)
        QCOMPARE(member.method, int(ZIP_CM_STORE));
}

void WorkingDirectoryTest::packedSizeIsExact()
{
    makeTree(m_root->path(), {"a=12345", "empty/", QString::fromUtf8("d/\xc3\xa9=12")});
    const auto packed = QCoro::waitFor(packWorkingDirectory(options(), {}));
    QVERIFY(packed);
    QCOMPARE(packed->size, plan(options()).packedSize);
}

void WorkingDirectoryTest::excludeLineIsExact_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a", "[a]", "a*", "!a", "#a", "a b", "a ", "a?", "d/a", "\xc3\xa9", "a]b", "!"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void WorkingDirectoryTest::excludeLineIsExact()
{
    QFETCH(QString, name);
    makeTree(m_root->path(), {name + "=1", QString("x") + name.back() + "=1", "aa=1"});
    const WorkingDirectoryPlan made = plan(options({excludeLine(name)}));
    QVERIFY(find(made, name));
    QCOMPARE(find(made, name)->leftOut, LeftOutReason::Excludes);
    QCOMPARE(made.sentCount(), 2);
}

void WorkingDirectoryTest::secretNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name : {".env", "d/.env.local", "credentials", ".mlflow/credentials", ".netrc", "_netrc", "id_ed25519", "x/server.key",
                             "cert.pem", "kubeconfig", "secrets.yaml", "passwords.txt", ".git-credentials"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char *name : {".env.example", "environment.yml", "key.py", "credentials_test.py", "train.py", "id_rsa.pub", "keys"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void WorkingDirectoryTest::secretNames()
{
    QFETCH(QString, name);
    QFETCH(bool, secret);
    QCOMPARE(looksSecret(name), secret);
}

void WorkingDirectoryTest::optionsFollowRay()
{
    RayVersion version;
    version.major = 2;
    version.minor = 9;
    QVERIFY(!scanOptions("x", version).builtInExcludes && !scanOptions("x", version).rayIgnoreFiles);
    version.minor = 53;
    QVERIFY(!scanOptions("x", version).builtInExcludes && scanOptions("x", version).rayIgnoreFiles);
    version.minor = 60;
    QVERIFY(scanOptions("x", version).builtInExcludes && scanOptions("x", version).rayIgnoreFiles);
}

void WorkingDirectoryTest::cancelled()
{
    makeTree(m_root->path(), {"a=1"});
    std::stop_source source;
    source.request_stop();
    const auto packed = QCoro::waitFor(packWorkingDirectory(options(), source.get_token()));
    QVERIFY(!packed && packed.error().isCancelled());
}

QTEST_GUILESS_MAIN(WorkingDirectoryTest)
#include "tst_workingdirectory.moc"
