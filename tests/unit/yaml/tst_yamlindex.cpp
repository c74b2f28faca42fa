#include "yaml/yamlindex.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rayhelm;

/// Exact places of all nodes; what is let in and what is refused, with the line.
class TestYamlIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spans_data();
    void spans();
    void indicatorsAndComments();
    void refused_data();
    void refused();
    void accepted_data();
    void accepted();
    void hostileInputEndsSoon_data();
    void hostileInputEndsSoon();
    void placesAndPaths();
};

void TestYamlIndex::spans_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value"); // the bytes of the value of key "v"
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("plain") << QByteArray("v: a b # c\n") << QByteArray("a b") << QByteArray("a b");
    QTest::newRow("plain with hash") << QByteArray("v: a#b http://x:80\n") << QByteArray("a#b http://x:80") << QByteArray("a#b http://x:80");
    QTest::newRow("plain on two lines") << QByteArray("v: a\n  b\nw: 1\n") << QByteArray("a\n  b") << QByteArray("a b");
    QTest::newRow("single quoted") << QByteArray("v: 'it''s' # c\n") << QByteArray("'it''s'") << QByteArray("it's");
    QTest::newRow("double quoted") << QByteArray("v: \"\\u0041\\x41\\n # : \"\n") << QByteArray("\"\\u0041\\x41\\n # : \"") << QByteArray("AA\n # : ");
    QTest::newRow("double on two lines") << QByteArray("v: \"a\n   b\"\nw: 1\n") << QByteArray("\"a\n   b\"") << QByteArray("a b");
    QTest::newRow("single on two lines") << QByteArray("v: 'a\n\n   b'\n") << QByteArray("'a\n\n   b'") << QByteArray("a\nb");
    QTest::newRow("literal") << QByteArray("v: |\n  x\n\n  y\n\nw: 1\n") << QByteArray("|\n  x\n\n  y") << QByteArray("x\n\ny\n");
    QTest::newRow("literal kept") << QByteArray("v: |+\n  x\n\nw: 1\n") << QByteArray("|+\n  x\n") << QByteArray("x\n\n");
    QTest::newRow("literal stripped") << QByteArray("v: |-\n  x\n\nw: 1\n") << QByteArray("|-\n  x") << QByteArray("x");
    QTest::newRow("literal digit") << QByteArray("v: |2\n   x\nw: 1\n") << QByteArray("|2\n   x") << QByteArray(" x\n");
    QTest::newRow("literal like yaml") << QByteArray("v: |\n  ---\n  # a: b\nw: 1\n") << QByteArray("|\n  ---\n  # a: b") << QByteArray("---\n# a: b\n");
    QTest::newRow("literal empty") << QByteArray("v: |\n\nw: 1\n") << QByteArray("|") << QByteArray();
    QTest::newRow("literal at the end") << QByteArray("v: |\n  x") << QByteArray("|\n  x") << QByteArray("x");
    QTest::newRow("literal CRLF") << QByteArray("v: |\r\n  x\r\n\r\nw: 1\r\n") << QByteArray("|\r\n  x") << QByteArray("x\n");
    QTest::newRow("folded") << QByteArray("v: >\n  x\n  y\nw: 1\n") << QByteArray(">\n  x\n  y") << QByteArray("x y\n");
    QTest::newRow("empty") << QByteArray("v:  # c\nw: 1\n") << QByteArray() << QByteArray();
    QTest::newRow("tilde") << QByteArray("v: ~ # c\n") << QByteArray("~") << QByteArray("~");
    QTest::newRow("anchor") << QByteArray("v: &a x\nw: *a\n") << QByteArray("x") << QByteArray("x");
    QTest::newRow("tag") << QByteArray("v: !!str 5\n") << QByteArray("5") << QByteArray("5");
    QTest::newRow("flow map") << QByteArray("v: {a: 1, b: [x, {c: d}]} # c\n") << QByteArray("{a: 1, b: [x, {c: d}]}") << QByteArray();
    QTest::newRow("flow lines") << QByteArray("v: [ # c\n  a,\n  b, # d\n]\nw: 1\n") << QByteArray("[ # c\n  a,\n  b, # d\n]") << QByteArray();
    QTest::newRow("bracket at column 0") << QByteArray("v: {\n  a: 1\n}\nw: 1\n") << QByteArray("{\n  a: 1\n}") << QByteArray();
    QTest::newRow("json") << QByteArray("v: {\"a\":1}\n") << QByteArray("{\"a\":1}") << QByteArray();
    QTest::newRow("block map") << QByteArray("v:\n  # c\n  a: 1\n  b: 2 # d\nw: 1\n") << QByteArray("a: 1\n  b: 2") << QByteArray();
    QTest::newRow("list not indented") << QByteArray("v:\n- a\n- b\nw: 1\n") << QByteArray("- a\n- b") << QByteArray();
    QTest::newRow("list ends empty") << QByteArray("v:\n  - a\n  -\nw: 1\n") << QByteArray("- a\n  -") << QByteArray();
    QTest::newRow("after emoji") << QByteArray("{\"\xf0\x9f\x9a\x80 \xc3\xa4\": 1, v: x}") << QByteArray("x") << QByteArray("x");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfv: \xc3\xa4 # c\n") << QByteArray("\xc3\xa4") << QByteArray("\xc3\xa4");
}

void TestYamlIndex::spans()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, decoded);
    const auto index = YamlIndex::parse(text);
    QVERIFY2(index, index ? "" : qPrintable(index.error().reason));
    const int id = (*index)->find({QStringLiteral("v")});
    QVERIFY(id >= 0);
    const YamlNode &node = (*index)->node(id);
    QCOMPARE(text.mid(node.begin, node.end - node.begin), value);
    QCOMPARE(node.value, decoded);
}

void TestYamlIndex::indicatorsAndComments()
{
    const QByteArray text = "# top\na: # tail\n  - {x: , z}\n  # own\n  - [p: q]\n";
    const auto index = YamlIndex::parse(text);
    QVERIFY(index);
    const YamlIndex &it = **index;
    QCOMPARE(it.comments().size(), size_t(3));
    QVERIFY(it.comments()[0].ownLine);
    QVERIFY(!it.comments()[1].ownLine);
    QCOMPARE(it.comments()[2].column, 2);
    QCOMPARE(it.comments()[2].line, 4);
    QCOMPARE(text[it.node(it.find({QStringLiteral("a")})).indicator], ':');
    QCOMPARE(text[it.node(it.find({QStringLiteral("a"), 1})).indicator], '-');
    const YamlNode &empty = it.node(it.find({QStringLiteral("a"), 0, QStringLiteral("x")}));
    QCOMPARE(empty.begin, empty.indicator + 1);
    QCOMPARE(it.node(it.find({QStringLiteral("a"), 0, QStringLiteral("z")})).indicator, qsizetype(-1));
    QVERIFY(it.node(it.find({QStringLiteral("a"), 1, 0})).singlePair);
    QVERIFY(!it.node(it.find({QStringLiteral("a"), 0})).singlePair);
}

void TestYamlIndex::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line"); // -1: any
    const auto add = [](const char *name, const QByteArray &text, int line) { QTest::newRow(name) << text << line; };
    add("two documents", "a: 1\n---\nb: 2\n", 2);
    add("after the end mark", "a: 1\n...\nb: 2\n", -1);
    add("tab indentation", "a:\n\tb: 1\n", 2);
    add("tab-only line in a map", "a:\n  b: 1\n\t\n  c: x: 2\n", -1);
    add("NUL", QByteArray("a: 1\nb: x\0y\n", 12), 2);
    add("0x04", "a: 1\n\nb: \x04\n", 3);
    add("escape", "a: \x1b[0m\n", 1);
    add("escaped slash", "a: 1\nb: \"x\\/y\"\n", 2);
    add("value at the column of its key", "a: 1\nb:\n|\n  x\n", 4);
    add("DEL", "a: \x7f\n", 1);
    add("C1 control", "a: \xc2\x80\n", 1);
    add("broken UTF-8", "a: 1\nb: \xff\n", 2);
    add("overlong UTF-8", "a: \xc0\xaf\n", 1);
    add("surrogate", "a: \xed\xa0\x80\n", 1);
    add("cut UTF-8", "a: \xe2\x82", 1);
    add("UTF-16", QByteArray("\xff\xfe" "a\0:\0", 6), 1);
    add("UTF-16 without mark", QByteArray("a\0:\0 \0", 6), 1);
    add("byte order mark inside", "a: 1\n\xef\xbb\xbf" "b: 2\n", 2);
    add("carriage return alone", "a: 1\rb: 2\n", 1);
    add("NEL", "a: x\xc2\x85y\n", 1);
    add("LS", "a: 1\nb: x\xe2\x80\xa8y\n", 2);
    add("PS", "a: x\xe2\x80\xa9y\n", 1);
    add("quote not closed", "a: \"x\nb: 1\n", -1);
    add("single quote not closed", "a: 'x", -1);
    add("comma after the root", "{a: b},", -1);
    add("comma after a list", "[1],", -1);
    add("comma alone", ",", -1);
    add("comma after a block list", "- a\n,\n", -1);
    add("second root by indentation", " a: 1\nb: 2\n", -1);
    add("second root after flow", "{a: 1}\nb: 2\n", -1);
    add("second root after a list", "- a\nb: 1\n", -1);
    add("empty item in a flow list", "[1, , 2]", -1);
    add("unknown alias", "a: *x\n", 1);
    add("alias inside its anchor", "a: &x\n  b: *x\n", 2);
    add("bare template", "a: {{ .Values.x }}\n", -1);
    add("null key", "a: 1\n: b\n", -1);
    add("map as key", "{a: b}: c\n", -1);
    add("long key", QByteArray(1025, 'k') + ": 1\n", -1);
    add("value not deeper than its key", "a:\n  b:\n  c\n", -1);
    add("bad indentation", "a:\n    b: 1\n  c: 2\n", -1);
    add("too large", "a: " + QByteArray(5 * 1024 * 1024, 'x'), -1);
}

void TestYamlIndex::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto index = YamlIndex::parse(text);
    QVERIFY(!index);
    QVERIFY(!index.error().reason.isEmpty());
    if (line >= 0)
        QCOMPARE(index.error().line, line);
    QVERIFY(!readYaml(text));
}

void TestYamlIndex::accepted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("entries"); // -1: no content
    QTest::newRow("start mark") << QByteArray("---\na: 1\n") << 1;
    QTest::newRow("directive") << QByteArray("%YAML 1.1\n---\na: 1\n") << 1;
    QTest::newRow("folded, keeps line ends") << QByteArray("a: >+\n  x\n\nb: 1\n") << 2;
    QTest::newRow("escaped backslash before a slash") << QByteArray("a: \"x\\\\/y\"\n") << 1;
    QTest::newRow("end mark") << QByteArray("a: 1\n...\n") << 1;
    QTest::newRow("comments only") << QByteArray("# a\n\n  # b\n") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("byte order mark only") << QByteArray("\xef\xbb\xbf") << -1;
    QTest::newRow("root {}") << QByteArray("{}\n") << 0;
    QTest::newRow("emoji key") << QByteArray("\xf0\x9f\x9a\x80: 1\nb: e\xcc\x81 x\n") << 2;
    QTest::newRow("key of 1000 bytes") << QByteArray(1000, 'k') + ": 1\n" << 1;
    QTest::newRow("doubled key") << QByteArray("a: 1\na: 2\n") << 2;
    QTest::newRow("tab after colon") << QByteArray("a:\t1\nb: 2\n") << 2;
    QTest::newRow("question mark key") << QByteArray("? a\n: 1\nb: 2\n") << 2;
    QTest::newRow("merge key") << QByteArray("a: &x {k: 1}\nb:\n  <<: *x\n") << 2;
    QTest::newRow("anchor on a block map") << QByteArray("a: &x\n  k: 1\nb: *x\n") << 2;
    QTest::newRow("anchored empty value") << QByteArray("a: &x\nb: *x\n") << 2;
    QTest::newRow("redefined anchor") << QByteArray("a: &x 1\nb: &x 2\nc: *x\n") << 3;
    QTest::newRow("nested lists") << QByteArray("a:\n- - b\n  - c\n-   k: v\n    l: w\n") << 1;
    QTest::newRow("mixed line ends") << QByteArray("a: 1\r\nb: 2\n") << 2;
}

void TestYamlIndex::accepted()
{
    QFETCH(QByteArray, text);
    QFETCH(int, entries);
    const auto index = YamlIndex::parse(text);
    QVERIFY2(index, index ? "" : qPrintable(index.error().reason));
    QCOMPARE((*index)->root() < 0 ? -1 : (*index)->node(0).entryCount(), entries);
}

void TestYamlIndex::hostileInputEndsSoon_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("open brackets") << QByteArray(100000, '[');
    QTest::newRow("closed brackets") << QByteArray(100000, '[') + QByteArray(100000, ']');
    QTest::newRow("open braces") << QByteArray("{a:").repeated(100000);
    QTest::newRow("dashes") << QByteArray("- ").repeated(100000);
    QTest::newRow("question marks") << QByteArray("? ").repeated(100000);
    QByteArray deep;
    for (int i = 0; i < 1400; ++i)
        deep += QByteArray(i, ' ') + "a:\n";
    QTest::newRow("deep map") << deep;
    QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray last = "*a" + QByteArray::number(i - 1);
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (last + ",").repeated(8) + last + "]\n";
    }
    QTest::newRow("alias bomb") << bomb;
    QByteArray chain = "a0: &a0 [x]\n";
    for (int i = 1; i < 2000; ++i)
        chain += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + "]\n";
    QTest::newRow("alias chain") << chain;
    QTest::newRow("many entries") << QByteArray("- a\n").repeated(300000);
}

void TestYamlIndex::hostileInputEndsSoon()
{
    QFETCH(QByteArray, text);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!YamlIndex::parse(text));
    // The measured danger is half a minute; a loaded machine under sanitizers stays far below this.
    QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
}

void TestYamlIndex::placesAndPaths()
{
    const QByteArray text = "a:\n  b:\n    - x\n    - c: 1\n      'd.e': 2\n";
    const auto index = YamlIndex::parse(text);
    QVERIFY(index);
    const YamlPath path{QStringLiteral("a"), QStringLiteral("b"), 1, QStringLiteral("d.e")};
    const int node = (*index)->find(path);
    QCOMPARE((*index)->pathOf(node), path);
    QCOMPARE(path.toString(), QStringLiteral("a.b[1].\"d.e\""));
    QCOMPARE((*index)->nodeAt(text.indexOf("d.e")), node);
    QCOMPARE((*index)->nodeAt(text.indexOf('2')), node);
    QCOMPARE((*index)->pathOf((*index)->nodeAt(text.indexOf('x'))), (YamlPath{QStringLiteral("a"), QStringLiteral("b"), 0}));
    QCOMPARE((*index)->node(node).line, 5);
    QCOMPARE((*index)->lineOf((*index)->node(node).begin), 5);
    QCOMPARE((*index)->lineBegin(5), text.indexOf("      'd"));
    QCOMPARE((*index)->lineEnd(0), qsizetype(2));
    QCOMPARE((*index)->nextLine(0), qsizetype(3));
}

QTEST_GUILESS_MAIN(TestYamlIndex)
#include "tst_yamlindex.moc"
