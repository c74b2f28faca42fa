#include "yaml/yamledit.h"

#include <QTest>

using namespace rayhelm;

namespace {

YamlPath at(const char *dotted)
{
    YamlPath path;
    for (const QString &step : QString::fromUtf8(dotted).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        bool number = false;
        const int index = step.toInt(&number);
        path = number ? path.child(index) : path.child(step);
    }
    return path;
}

YamlValue text(const char *value)
{
    return YamlValue::string(QString::fromUtf8(value));
}

const YamlValue map = YamlValue::map({{QStringLiteral("k"), YamlValue::string(QStringLiteral("v"))}});
const YamlValue list = YamlValue::list(QStringList{QStringLiteral("x"), QStringLiteral("z")});

} // namespace

Q_DECLARE_METATYPE(rayhelm::YamlEdit)

/// What an edit makes of a text, byte for byte.
class TestYamlEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void edits_data();
    void edits();
    void refusals_data();
    void refusals();
    void nothingToDo();
    void smallestPatch();
};

void TestYamlEdit::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<YamlEdit>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto add = [](const char *name, const char *before, const YamlEdit &edit, const char *after) {
        QTest::newRow(name) << QByteArray(before) << edit << QByteArray(after);
    };
    // scalars keep their quotes, their comments and their blanks
    add("double", "a:  \"64\"  # c\n", YamlEdit::set(at("a"), text("32")), "a:  \"32\"  # c\n");
    add("single", "a: 'x'\n", YamlEdit::set(at("a"), text("it's")), "a: 'it''s'\n");
    add("single to double", "a: 'x'\n", YamlEdit::set(at("a"), text("a\tb")), "a: \"a\\tb\"\n");
    add("plain", "a: x # c\n", YamlEdit::set(at("a"), text("y z")), "a: y z # c\n");
    add("plain that needs quotes", "a: 2.9.0\n", YamlEdit::set(at("a"), text("2.10")), "a: \"2.10\"\n");
    add("number", "a: 3 # TODO\n", YamlEdit::set(at("a"), YamlValue::integer(4)), "a: 4 # TODO\n");
    add("number in quotes", "a: \"3\"\n", YamlEdit::set(at("a"), YamlValue::integer(4)), "a: 4\n");
    add("empty value", "a: # c\nb: 1\n", YamlEdit::set(at("a"), text("x")), "a: x # c\nb: 1\n");
    add("empty value at the end", "a:", YamlEdit::set(at("a"), text("x")), "a: x");
    add("literal", "a: |\n    x\n    y\nb: 1\n", YamlEdit::set(at("a"), text("1\n2\n3\n")), "a: |\n    1\n    2\n    3\nb: 1\n");
    add("literal loses its end", "a: | # c\n  x\nb: 1\n", YamlEdit::set(at("a"), text("y")), "a: |- # c\n  y\nb: 1\n");
    add("literal with blank first", "a: |\n  x\n", YamlEdit::set(at("a"), text("  y\n")), "a: |2\n    y\n");
    add("literal before a deeper comment", "a: |\n  x\n # c\n", YamlEdit::set(at("a"), text("y\n")), "a: |\n  y\n # c\n");
    add("folded", "a: >-\n  x\n  y\nb: 1\n", YamlEdit::set(at("a"), text("z")), "a: |-\n  z\nb: 1\n");
    add("plain to lines", "a: x\n", YamlEdit::set(at("a"), text("1\n2\n")), "a: |\n  1\n  2\n");
    add("lines with comment behind", "a: x # c\n", YamlEdit::set(at("a"), text("1\n2\n")), "a: \"1\\n2\\n\" # c\n");
    add("alias", "a: &x 1\nb: *x # c\n", YamlEdit::set(at("b"), text("y")), "a: &x 1\nb: \"y\" # c\n");
    add("anchor without users", "a: &x 1 # c\n", YamlEdit::set(at("a"), YamlValue::integer(2)), "a: &x 2 # c\n");
    add("tag str", "a: !!str 1\n", YamlEdit::set(at("a"), text("z")), "a: !!str z\n");
    add("in flow", "a: {b: x, c: 1}\n", YamlEdit::set(at("a/b"), text("p, q")), "a: {b: \"p, q\", c: 1}\n");
    add("empty in flow", "a: {b: , c}\n", YamlEdit::set(at("a/b"), text("z")), "a: {b: z , c}\n");
    add("lone key in flow", "a: {b: , c}\n", YamlEdit::set(at("a/c"), text("z")), "a: {b: , c: z}\n");
    add("after emoji", "{\"\xf0\x9f\x9a\x80\": 1, v: x}\n", YamlEdit::set(at("v"), text("z")), "{\"\xf0\x9f\x9a\x80\": 1, v: z}\n");
    add("item", "a:\n- x # c\n- y\n", YamlEdit::set(at("a/0"), text("z")), "a:\n- z # c\n- y\n");
    add("item empty", "a:\n  -\n  - y\n", YamlEdit::set(at("a/0"), text("z")), "a:\n  - z\n  - y\n");
    add("scalar to map", "a: x # c\nb: 1\n", YamlEdit::set(at("a"), map), "a: # c\n  k: v\nb: 1\n");
    add("scalar to list", "a: x\nb:\n- 1\n", YamlEdit::set(at("a"), list), "a:\n- x\n- z\nb:\n- 1\n");
    add("map to scalar", "a: # c\n  k: v # d\n  l: w # e\nb: 1\n", YamlEdit::set(at("a"), text("x")), "a: x # c\nb: 1\n");
    add("item to map", "a:\n  - x\n", YamlEdit::set(at("a/0"), map), "a:\n  - k: v\n");
    const YamlValue two = YamlValue::map({{QStringLiteral("k"), YamlValue::integer(1)}, {QStringLiteral("l"), YamlValue::integer(2)}});
    add("item behind several blanks to map", "a:\n-   x # c\n", YamlEdit::set(at("a/0"), two), "a:\n-   k: 1\n    l: 2 # c\n");
    add("value on its own line to map", "a:\n   x # c\n", YamlEdit::set(at("a"), two), "a:\n   k: 1\n   l: 2 # c\n");
    add("item on its own line to map", "a:\n- # c\n  x # d\n- y\n", YamlEdit::set(at("a/0"), two), "a:\n- # c\n  k: 1\n  l: 2 # d\n- y\n");
    add("block scalar with a comment to map", "a: | # c\n  x\nb: 1\n", YamlEdit::set(at("a"), map), "a: # c\n  k: v\nb: 1\n");
    add("item, block scalar with a comment to map", "a:\n- | # c\n  x\n", YamlEdit::set(at("a/0"), two), "a:\n- # c\n  k: 1\n  l: 2\n");
    add("anchored scalar to map", "a: &x 1 # c\n", YamlEdit::set(at("a"), map), "a: &x # c\n  k: v\n");
    add("anchored item to map", "a:\n- &x 1\n- 2\n", YamlEdit::set(at("a/0"), two), "a:\n- &x\n  k: 1\n  l: 2\n- 2\n");
    add("insert into an anchored {}", "a: &x {}\n", YamlEdit::insert(at("a"), QStringLiteral("k"), text("v")), "a: &x\n  k: v\n");
    // insertions
    add("set makes maps", "a:\n  b: 1\n", YamlEdit::set(at("a/c/d"), text("x")), "a:\n  b: 1\n  c:\n    d: x\n");
    add("insert at the end", "a:\n  b: 1 # c\n\nd: 2\n", YamlEdit::insert(at("a"), QStringLiteral("x"), text("z")), "a:\n  b: 1 # c\n  x: z\n\nd: 2\n");
    add("insert behind deeper comments", "a:\n  b: []\n    # - x\n  # same\nd: 2\n", YamlEdit::insert(at("a"), QStringLiteral("x"), text("z")),
        "a:\n  b: []\n    # - x\n  x: z\n  # same\nd: 2\n");
    add("insert first", "a:\n  # about b\n  b: 1\n", YamlEdit::insert(at("a"), QStringLiteral("x"), text("z"), 0), "a:\n  x: z\n  # about b\n  b: 1\n");
    add("insert in the middle", "a: 1\n\n# about c\nc: 3\n", YamlEdit::insert({}, QStringLiteral("b"), YamlValue::integer(2), 1), "a: 1\nb: 2\n\n# about c\nc: 3\n");
    add("insert without last line end", "a: 1", YamlEdit::insert({}, QStringLiteral("b"), text("x")), "a: 1\nb: x");
    add("insert CRLF", "a: 1\r\n", YamlEdit::insert({}, QStringLiteral("b"), map), "a: 1\r\nb:\r\n  k: v\r\n");
    add("insert four blanks", "a:\n    b:\n        c: 1\n", YamlEdit::insert(at("a"), QStringLiteral("x"), map), "a:\n    b:\n        c: 1\n    x:\n        k: v\n");
    add("insert key that needs quotes", "a: 1\n", YamlEdit::insert({}, QStringLiteral("on"), text("off")), "a: 1\n\"on\": \"off\"\n");
    add("insert lines", "a: 1\n", YamlEdit::insert({}, QStringLiteral("s"), text("x\ny\n")), "a: 1\ns: |\n  x\n  y\n");
    add("insert into {}", "a: {} # c\nb: 1\n", YamlEdit::insert(at("a"), QStringLiteral("x"), text("z")), "a: # c\n  x: z\nb: 1\n");
    add("insert into [] with comment below", "a:\n  env: []\n  #  - name: X\n  b: 1\n", YamlEdit::insertItem(at("a/env"), map),
        "a:\n  env:\n    - k: v\n  #  - name: X\n  b: 1\n");
    add("insert into null", "a: ~ # c\n", YamlEdit::insertItem(at("a"), text("x")), "a: # c\n  - x\n");
    add("insert into flow", "a: {b: 1}\n", YamlEdit::insert(at("a"), QStringLiteral("x"), list), "a: {b: 1, x: [x, z]}\n");
    add("insert into flow first", "a: [1, 2]\n", YamlEdit::insertItem(at("a"), text("x"), 0), "a: [x, 1, 2]\n");
    add("insert into flow with comma", "a: [\n  1,\n  2,\n]\n", YamlEdit::insertItem(at("a"), text("x")), "a: [\n  1,\n  2, x,\n]\n");
    add("insert into {} in flow", "a: [{}]\n", YamlEdit::insert(at("a/0"), QStringLiteral("x"), text("y z")), "a: [{x: y z}]\n");
    add("insert item", "a:\n- 1\nb: 2\n", YamlEdit::insertItem(at("a"), map), "a:\n- 1\n- k: v\nb: 2\n");
    add("insert item first", "a:\n  # one\n  - 1\n", YamlEdit::insertItem(at("a"), text("0x"), 0), "a:\n  - \"0x\"\n  # one\n  - 1\n");
    add("insert first behind a dash", "a:\n  - k: 1\n    l: 2\n", YamlEdit::insert(at("a/0"), QStringLiteral("j"), text("x"), 0), "a:\n  - j: x\n    k: 1\n    l: 2\n");
    add("insert into nested list first", "a:\n- - 1\n  - 2\n", YamlEdit::insertItem(at("a/0"), text("x"), 0), "a:\n- - x\n  - 1\n  - 2\n");
    add("insert into an empty file", "", YamlEdit::insert({}, QStringLiteral("a"), text("x")), "a: x\n");
    add("insert into comments", "# only this", YamlEdit::set(at("a/b"), text("x")), "# only this\na:\n  b: x\n");
    add("insert into root {}", "{}\n", YamlEdit::insert({}, QStringLiteral("a"), text("x")), "a: x\n");
    add("over a merged key", "b: &b {x: 1}\nm:\n  <<: *b\n", YamlEdit::set(at("m/x"), YamlValue::integer(2)), "b: &b {x: 1}\nm:\n  <<: *b\n  x: 2\n");
    add("insert into flow behind an empty value", "a: {b: }\n", YamlEdit::insert(at("a"), QStringLiteral("x"), text("z")), "a: {b: , x: z }\n");
    add("insert into a pair without braces", "a: [b: 1]\n", YamlEdit::insert(at("a/0"), QStringLiteral("x"), text("z")), "a: [{b: 1, x: z}]\n");
    // removals
    add("a map for a text below its anchor", "a: &x\n  v # c\nb: 2\n", YamlEdit::set(at("a"), YamlValue::map({{QStringLiteral("k"), text("w")}})),
        "a: &x # c\n  k: w\nb: 2\n");
    add("remove", "a: 1 # c\n# about b\nb: 2 # d\nc: 3\n", YamlEdit::remove(at("b")), "a: 1 # c\n# about b\nc: 3\n");
    add("remove a map", "a: 1\nb:\n  # in\n  c: 2\nd: 3\n", YamlEdit::remove(at("b")), "a: 1\nd: 3\n");
    add("remove the last of a map", "a:\n  # above\n  b: 1 # c\nd: 2\n", YamlEdit::remove(at("a/b")), "a: {}\n  # above\nd: 2\n");
    add("remove the last behind an anchor and a comment", "a: &x # c\n  b: 1\n", YamlEdit::remove(at("a/b")), "a: &x {} # c\n");
    add("remove the last of a list", "a: # c\n  - x\nd: 2\n", YamlEdit::remove(at("a/0")), "a: [] # c\nd: 2\n");
    add("remove the last of all", "# top\na: 1\n", YamlEdit::remove(at("a")), "# top\n{}\n");
    add("remove first behind a dash", "a:\n  - k: 1 # c\n    l: 2\n", YamlEdit::remove(at("a/0/k")), "a:\n  - l: 2\n");
    add("remove first before a comment", "a:\n  - k: 1\n    # about l\n    l: 2\n", YamlEdit::remove(at("a/0/k")), "a:\n  - # about l\n    l: 2\n");
    add("remove only behind a dash", "a:\n  - k: 1\n  - 2\n", YamlEdit::remove(at("a/0/k")), "a:\n  - {}\n  - 2\n");
    add("remove item", "a:\n- 1\n- k: 2\n  l: 3\n- 4\n", YamlEdit::remove(at("a/1")), "a:\n- 1\n- 4\n");
    add("remove from flow first", "a: {b: 1, c: 2}\n", YamlEdit::remove(at("a/b")), "a: {c: 2}\n");
    add("remove from flow last", "a: {b: 1, c: 2}\n", YamlEdit::remove(at("a/c")), "a: {b: 1}\n");
    add("remove from flow only", "a: [ 1, ]\n", YamlEdit::remove(at("a/0")), "a: [  ]\n");
    add("remove from flow with comments", "a: [\n  1, # one\n  2, # two\n]\n", YamlEdit::remove(at("a/0")), "a: [\n   # one\n  2, # two\n]\n");
    add("remove from flow behind an empty value", "a: {b: , c: 1}\n", YamlEdit::remove(at("a/c")), "a: {b: }\n");
    add("remove from flow behind a lone key", "a: {b,\n  c: 1\n}\n", YamlEdit::remove(at("a/c")), "a: {b,\n  \n}\n");
    add("remove from flow with a comment and a last comma", "a: [\n  1, # one\n  2,\n]\n", YamlEdit::remove(at("a/1")), "a: [\n  1, # one\n  \n]\n");
    add("remove a pair without braces", "a: [b: 1]\n", YamlEdit::remove(at("a/0/b")), "a: [{}]\n");
    add("remove block scalar", "a: 1\nb: |\n  x\n\n  y\nc: 3\n", YamlEdit::remove(at("b")), "a: 1\nc: 3\n");
    // names and order
    add("rename", "a:\n  replica: 1 # c\n", YamlEdit::rename(at("a/replica"), QStringLiteral("replicas")), "a:\n  replicas: 1 # c\n");
    add("rename in quotes", "\"a\": 1\n", YamlEdit::rename(at("a"), QStringLiteral("b")), "\"b\": 1\n");
    add("rename to a number", "a: 1\n", YamlEdit::rename(at("a"), QStringLiteral("010")), "\"010\": 1\n");
    add("move down", "a: 1\n# b\nb: 2 # c\nc: 3\n", YamlEdit::move(at("a"), 1), "# b\nb: 2 # c\na: 1\nc: 3\n");
    add("move up at the end", "a: 1\nb: 2", YamlEdit::move(at("b"), 0), "b: 2\na: 1");
    add("move behind a dash", "- k: 1\n  # l\n  l: 2\n", YamlEdit::move(at("0/k"), 1), "- # l\n  l: 2\n  k: 1\n");
    add("move items", "a:\n  - 1\n  - 2\n  - k: 3\n    l: 4\n", YamlEdit::move(at("a/2"), 0), "a:\n  - k: 3\n    l: 4\n  - 1\n  - 2\n");
    add("move an empty value in flow", "a: {b: , c: 1}\n", YamlEdit::move(at("a/b"), 1), "a: {c: 1, b: }\n");
    add("move an empty value forward in flow", "a: {c: 1, b: }\n", YamlEdit::move(at("a/b"), 0), "a: {b: , c: 1}\n");
    add("move a lone key in flow", "a: {b, c: 1\n}\n", YamlEdit::move(at("a/b"), 1), "a: {c: 1, b: \n}\n");
    add("move in flow", "a: [1,  2, 3]\n", YamlEdit::move(at("a/0"), 2), "a: [2,  3, 1]\n");
}

void TestYamlEdit::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(YamlEdit, edit);
    QFETCH(QByteArray, after);
    const auto index = YamlIndex::parse(before);
    QVERIFY2(index, index ? "" : qPrintable(index.error().reason));
    const Result<YamlEdited> edited = applyEdit(**index, edit);
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().summary));
    QCOMPARE(edited->text, after);
}

void TestYamlEdit::refusals_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<YamlEdit>("edit");
    QTest::addColumn<QString>("part"); // of the message
    const auto add = [](const char *name, const char *before, const YamlEdit &edit, const char *part) {
        QTest::newRow(name) << QByteArray(before) << edit << QString::fromUtf8(part);
    };
    add("doubled key", "a: 1\nb: 2\na: 3\n", YamlEdit::set(at("b"), text("x")), "line 1");
    add("question mark key", "? a\n: 1\nb: 2\n", YamlEdit::set(at("b"), text("x")), "unusual");
    add("alias key", "x: &k y\nm:\n  *k : 1\n  b: 2\n", YamlEdit::set(at("m/b"), text("x")), "unusual");
    add("tag", "a: !!int 5\n", YamlEdit::set(at("a"), text("x")), "tag");
    add("custom tag", "a: !Ref x\n", YamlEdit::set(at("a"), text("y")), "tag");
    add("anchor in use", "a: &x 1\nb: *x\n", YamlEdit::set(at("a"), text("y")), "line 2");
    add("inside an anchor in use", "a: &x\n  k: 1\nb: *x\n", YamlEdit::set(at("a/k"), text("y")), "line 3");
    add("insert inside an anchor in use", "a: &x {k: {l: 1}}\nb: *x\n", YamlEdit::insert(at("a/k"), QStringLiteral("m"), text("y")), "line 2");
    add("insert into an anchor in use", "a: &x {k: 1}\nb:\n  <<: *x\n", YamlEdit::insert(at("a"), QStringLiteral("m"), text("y")), "line 3");
    add("remove inside an anchor in use", "a: &x [1, 2]\nb: *x\n", YamlEdit::remove(at("a/0")), "line 2");
    add("remove an anchor in use", "a:\n  k: &x 1\n  l: 2\nb: *x\n", YamlEdit::remove(at("a")), "line 4");
    add("anchored empty value", "a: &x\nb: 1\n", YamlEdit::set(at("a"), text("y")), "anchor");
    add("root block scalar with a comment", "| # c\n  x\n", YamlEdit::set({}, map), "whole content");
    add("move of a tag without a value", "a: 1\nb: !", YamlEdit::move(at("b"), 0), "no value");
    add("into a tagged nothing", "!!map\n# c\n", YamlEdit::insert({}, QStringLiteral("a"), text("y")), "anchor or a tag");
    add("behind a block scalar at the end", "a: |\n  x", YamlEdit::insert({}, QStringLiteral("b"), text("y")), "alter");
    add("block scalar before a deeper comment", "a: |\n  x\nb: 1\n  # c\n", YamlEdit::remove(at("b")), "alter");
    add("not there", "a: 1\n", YamlEdit::remove(at("b")), "no b");
    add("no list there", "a: 1\n", YamlEdit::set(at("b/0"), text("x")), "no b[0]");
    add("into a text", "a: x\n", YamlEdit::insert(at("a"), QStringLiteral("k"), text("v")), "not a map");
    add("item into a map", "a:\n  k: 1\n", YamlEdit::insertItem(at("a"), text("v")), "not a list");
    add("key is there", "a: 1\n", YamlEdit::insert({}, QStringLiteral("a"), text("v")), "already");
    add("rename to a key that is there", "a: 1\nb: 2\n", YamlEdit::rename(at("a"), QStringLiteral("b")), "already");
    add("endless number", "a: 1\n", YamlEdit::set(at("a"), YamlValue::plain(QStringLiteral(".inf"))), ".inf");
    add("half a character", "a: 1\n", YamlEdit::set(at("a"), YamlValue::string(QString(QChar(0xd83d)))), "half");
}

void TestYamlEdit::refusals()
{
    QFETCH(QByteArray, before);
    QFETCH(YamlEdit, edit);
    QFETCH(QString, part);
    const auto index = YamlIndex::parse(before);
    QVERIFY(index);
    const Result<YamlEdited> edited = applyEdit(**index, edit);
    QVERIFY2(!edited, edited ? edited->text.constData() : "");
    QVERIFY2(edited.error().summary.contains(part), qPrintable(edited.error().summary));
}

void TestYamlEdit::nothingToDo()
{
    const auto index = YamlIndex::parse("a: \"x\\x41\"\nb: >\n  f\n  g\nc: &k [1, {d: e}]\nd: *k\n");
    QVERIFY(index);
    for (const char *key : {"a", "b", "c", "d"}) {
        const YamlPath path = at(key);
        const Result<YamlEdited> edited = applyEdit(**index, YamlEdit::set(path, (*index)->value((*index)->find(path))));
        QVERIFY2(edited && edited->patch.isEmpty(), key);
    }
}

void TestYamlEdit::smallestPatch()
{
    const TextPatch patch = patchBetween("abcabc", "abcXabc");
    QCOMPARE(patch.length, qsizetype(0));
    QCOMPARE(patch.replacement.size(), qsizetype(1));
    QCOMPARE(patched("abcabc", patch), QByteArray("abcXabc"));
    QVERIFY(patchBetween("same", "same").isEmpty());
    QCOMPARE(patched("aa", patchBetween("aa", "aaa")), QByteArray("aaa"));
    QCOMPARE(patched("x", patchBetween("x", "")), QByteArray());
}

QTEST_GUILESS_MAIN(TestYamlEdit)
#include "tst_yamledit.moc"
