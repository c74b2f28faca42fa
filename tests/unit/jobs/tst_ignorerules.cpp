#undef QT_NO_CAST_FROM_ASCII
#include "jobs/ignorerules.h"

#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;

/// The expectations were taken from Ray's own matcher; see compare_with_ray.py for random ones.
class IgnoreRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLine_data();
    void oneLine();
    void lastLineWins();
    void linesThatDoNotCount();
    void longLinesEndSoon();
    void lineEnds();
    void aDoubledStarNameEqualsNoFolders();
};

void IgnoreRulesTest::oneLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("out");
    QTest::addColumn<QStringList>("in");
    const auto row = [](const char *line, const QStringList &out, const QStringList &in) {
        QTest::newRow(line) << QString::fromUtf8(line) << out << in;
    };
    using L = QStringList;
    row("a", L{"a", "a/b", "x/a", "x/a/b"}, L{"aa", "x", "."});
    row("a/", L{"a/b", "x/a/b"}, L{"a", "x/a"});
    row("/a", L{"a", "a/b"}, L{"x/a"});
    row("a/b", L{"a/b", "a/b/c"}, L{"x/a/b", "a"});
    row("*", L{"a", "a/b", "."}, L{});
    row("**", L{"a", "a/b", "."}, L{});
    row("**/*", L{"a", "a/b", "."}, L{});
    row("/*", L{"a", "."}, L{"a/b"});
    row("/**", L{"a", "."}, L{});
    row(".*", L{".", ".git", ".git/x", "a/.b"}, L{"a"});
    row(".", L{"."}, L{"a", ".a"});
    row("*.log", L{"x.log", "d/x.log", "d/x.log/y", ".log"}, L{"x.logs", "xlog"});
    row("a/**", L{"a/b", "a/b/c"}, L{"a", "x/a/b"});
    row("**/a", L{"a", "x/a", "x/y/a", "a/b"}, L{"xa"});
    row("a/**/b", L{"a/b", "a/x/b", "a/x/y/b", "a/b/c"}, L{"ab", "x/a/b"});
    row("a/*/b", L{"a/x/b"}, L{"a/b", "a/x/y/b"});
    row("a/*", L{"a/x"}, L{"a", "a/x/y"});
    row("?", L{"a", "é", "a/b", "."}, L{"ab"});
    row("a?c", L{"abc", "x/abc"}, L{"ac", "a/c"});
    row("[a-c]x", L{"ax", "cx"}, L{"dx", "x"});
    row("[!a]x", L{"bx"}, L{"ax", "x"});
    row("[]]", L{"]"}, L{"["});
    row("[ab", L{"[ab"}, L{"a"});
    row("[a-]", L{"a", "-"}, L{"b"});
    row("[^a]", L{"^", "a"}, L{"b"});
    row("[z-a]", L{}, L{"z", "a", "-"});
    row("\\#a", L{"#a"}, L{"a"});
    row("\\!a", L{"!a"}, L{"a"});
    row("a\\*", L{"a*"}, L{"ab"});
    row("  a  ", L{"a"}, L{" a"});
    row("#a", L{}, L{"a", "#a"});
    row("/", L{}, L{"a", "."});
    row("", L{}, L{"a"});
    row("./a", L{}, L{"a"});
    row("a//b", L{}, L{"a/b"});
    row("A", L{"A"}, L{"a"});
    row("!a", L{}, L{"a"});
    row("!", L{}, L{"a"});
    row("\xf0\x9f\x98\x80?", L{QString::fromUtf8("\xf0\x9f\x98\x80\xf0\x9f\x98\x80")}, L{QString::fromUtf8("\xf0\x9f\x98\x80")});
}

void IgnoreRulesTest::oneLine()
{
    QFETCH(QString, line);
    QFETCH(QStringList, out);
    QFETCH(QStringList, in);
    const IgnoreRules rules({line});
    for (const QString &path : out)
        QVERIFY2(rules.leavesOut(path) == 0, qPrintable(path + QStringLiteral(" should be left out")));
    for (const QString &path : in)
        QVERIFY2(rules.leavesOut(path) == -1, qPrintable(path + QStringLiteral(" should stay")));
}

void IgnoreRulesTest::lastLineWins()
{
    const IgnoreRules rules({"*.log", "!keep.log", "d/keep.log"});
    QCOMPARE(rules.leavesOut("x.log"), 0);
    QCOMPARE(rules.leavesOut("keep.log"), -1);
    QCOMPARE(rules.leavesOut("d/keep.log"), 2);
    // "!name" takes back the name alone, not what is below it.
    const IgnoreRules folder({"d", "!d"});
    QCOMPARE(folder.leavesOut("d"), -1);
    QCOMPARE(folder.leavesOut("d/x"), 0);
}

void IgnoreRulesTest::linesThatDoNotCount()
{
    const IgnoreRules rules({"*", "!a"});
    QCOMPARE(rules.leavesOut("."), 0);
    QCOMPARE(rules.leavesOut(".", {0}), -1);
    QCOMPARE(rules.leavesOut("b", {0}), -1);
}

void IgnoreRulesTest::longLinesEndSoon()
{
    // With a backtracking matcher this line needs years.
    const QString line = QString("a*").repeated(2000) + "b";
    const QString path = QString("a").repeated(4000);
    QCOMPARE(IgnoreRules({line}).leavesOut(path), -1);
    QCOMPARE(IgnoreRules({line}).leavesOut(path + "b"), 0);
}

void IgnoreRulesTest::lineEnds()
{
    QCOMPARE(ignoreLines("a\r\nb\rc\nd"), (QStringList{"a", "b", "c", "d"}));
}

void IgnoreRulesTest::aDoubledStarNameEqualsNoFolders()
{
    // For random names: what "name" leaves out, "**/name" leaves out too, and "/name" never leaves out more.
    QRandomGenerator random(7);
    const QString alphabet = "ab*?/.";
    for (int round = 0; round < 3000; ++round) {
        QString name;
        QString path;
        for (int i = random.bounded(1, 5); i > 0; --i)
            name += alphabet[random.bounded(4)];
        for (int i = random.bounded(1, 8); i > 0; --i)
            path += alphabet[random.bounded(2) ? random.bounded(2) : 4 + random.bounded(2)];
        if (name == "**")
            continue;
        const bool floating = IgnoreRules({name}).leavesOut(path) == 0;
        QCOMPARE(IgnoreRules({"**/" + name}).leavesOut(path) == 0, floating);
        if (IgnoreRules({"/" + name}).leavesOut(path) == 0)
            QVERIFY(floating);
    }
}

QTEST_GUILESS_MAIN(IgnoreRulesTest)
#include "tst_ignorerules.moc"
