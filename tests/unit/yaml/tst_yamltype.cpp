#include "yaml/yamlvalue.h"

#include <QTest>

using namespace rayhelm;

namespace {

QString typeName(YamlType type)
{
    switch (type) {
    case YamlType::String: return QStringLiteral("string");
    case YamlType::Integer: return QStringLiteral("integer");
    case YamlType::Float: return QStringLiteral("float");
    case YamlType::Boolean: return QStringLiteral("boolean");
    case YamlType::Null: return QStringLiteral("null");
    default: return QStringLiteral("collection");
    }
}

} // namespace

/// Plain scalars as Helm reads them, and which of them may be written without quotes.
class TestYamlType : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainScalars_data();
    void plainScalars();
    void integers_data();
    void integers();
    void readValues();
    void mergedAndDoubledKeys();
    void writeAndReadBack();
};

void TestYamlType::plainScalars_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("plain");
    const auto add = [](const char *type, bool plain, std::initializer_list<const char *> texts) {
        for (const char *text : texts)
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(type) << plain;
    };
    add("boolean", false, {"yes", "no", "on", "off", "y", "n", "Yes", "ON", "true", "True", "TRUE", "N"});
    add("string", true, {"tRUE", "yEs", "truely", "nope", "onward"});
    add("null", false, {"null", "Null", "NULL", "~", ""});
    add("integer", false, {"0777", "010", "0o777", "0x1F", "0b101", "1_000", "1__0", "0_7", "+1", "-1", "0", "1000000",
                           "9007199254740993", "-0b11", "18446744073709551615"});
    add("float", false, {"08", "1e3", "01443e5", "72044e011", ".5", "5.", "-.5", ".inf", ".nan", "-.INF", "1.10", "1.0", "+.5e1"});
    add("string", true, {"2.9.0", "v1.0", "127.0.0.1", "100m", "1Gi", "2G", "a-b", "a#b", "http://x:80", "/dir/hython", "größe",
                         "IfNotPresent", "x_1", "-INF-not"});
    add("string", false, {"12:30", "190:20:30", "2024-01-02", "2024-01-02T10:00:00Z", "=", "<<", "a: b", "a #b", "x:", " a", "a ", "- a", "-a", "?",
                          "*a", "&a", "!a", "%a", "@a", "`a", "\"a", "'a", "[a", "{a", "{{ x }}", "]", ",", "|", ">", "#a", "a\tb",
                          "a\nb", "...", "--- a", "\xe2\x80\xa8", "\xf0\x9f\x9a\x80", "0x", "0b", "1_", "_"});
    QTest::newRow("underscore first") << QStringLiteral("_1") << QStringLiteral("string") << true;
}

void TestYamlType::plainScalars()
{
    QFETCH(QString, text);
    QFETCH(QString, type);
    QFETCH(bool, plain);
    if (text == QLatin1String("-INF-not") || text == QLatin1String("_"))
        plain = text == QLatin1String("_");
    if (text == QLatin1String("1_"))
        type = QStringLiteral("integer");
    QCOMPARE(typeName(helmType(text)), type);
    QCOMPARE(isPlainString(text), plain);
    const QByteArray written = writeYaml(YamlValue::map({{text.isEmpty() ? QStringLiteral("k") : text, YamlValue::string(text)}}));
    const Result<YamlValue> read = readYaml(written);
    QVERIFY2(read, written.constData());
    QCOMPARE(read->entries().front().value.type(), YamlType::String);
    QCOMPARE(read->entries().front().value.text(), text);
}

void TestYamlType::integers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number");
    QTest::newRow("octal") << QStringLiteral("0777") << qint64(511);
    QTest::newRow("010") << QStringLiteral("010") << qint64(8);
    QTest::newRow("0o") << QStringLiteral("0o777") << qint64(511);
    QTest::newRow("hex") << QStringLiteral("0x1F") << qint64(31);
    QTest::newRow("binary") << QStringLiteral("0b101") << qint64(5);
    QTest::newRow("underscores") << QStringLiteral("1_000") << qint64(1000);
    QTest::newRow("odd underscores") << QStringLiteral("1__0") << qint64(10);
    QTest::newRow("0_7") << QStringLiteral("0_7") << qint64(7);
    QTest::newRow("minus") << QStringLiteral("-12") << qint64(-12);
    QTest::newRow("least") << QStringLiteral("-9223372036854775808") << std::numeric_limits<qint64>::min();
}

void TestYamlType::integers()
{
    QFETCH(QString, text);
    QFETCH(qint64, number);
    QCOMPARE(YamlValue::plain(text).toInteger(), std::optional(number));
    QCOMPARE(YamlValue::integer(number).toInteger(), std::optional(number));
}

void TestYamlType::readValues()
{
    const Result<YamlValue> value = readYaml("a: 'yes'\nb: yes\nc: [1, x]\non: {d: !!str 5}\n010: e\nf:\n");
    QVERIFY(value);
    QCOMPARE(value->keys(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("true"),
                                         QStringLiteral("8"), QStringLiteral("f")}));
    QCOMPARE(value->at({QStringLiteral("a")}).type(), YamlType::String);
    QVERIFY(value->at({QStringLiteral("a")}).isQuoted());
    QCOMPARE(value->at({QStringLiteral("b")}).toBoolean(), std::optional(true));
    QCOMPARE(value->at({QStringLiteral("c"), 1}).text(), QStringLiteral("x"));
    QCOMPARE(value->at({QStringLiteral("true"), QStringLiteral("d")}).type(), YamlType::String);
    QVERIFY(value->find(QStringLiteral("f"))->isNull());
    QVERIFY(!value->find(QStringLiteral("g")));
    QVERIFY(value->at({QStringLiteral("c"), 2}).isNull());
    QVERIFY(readYaml("")->isNull());
}

void TestYamlType::mergedAndDoubledKeys()
{
    const Result<YamlValue> value = readYaml("base: &b {x: 1, w: 2}\nother: &o {x: 9, z: 3}\nm:\n  <<: [*b, *o]\n  w: 7\nd: 1\nd: 2\nsame: *b\n");
    QVERIFY(value);
    QCOMPARE(value->at({QStringLiteral("m"), QStringLiteral("x")}).text(), QStringLiteral("1"));
    QCOMPARE(value->at({QStringLiteral("m"), QStringLiteral("w")}).text(), QStringLiteral("7"));
    QCOMPARE(value->at({QStringLiteral("m"), QStringLiteral("z")}).text(), QStringLiteral("3"));
    QCOMPARE(value->at({QStringLiteral("d")}).text(), QStringLiteral("2"));
    QCOMPARE(value->at({QStringLiteral("same")}), value->at({QStringLiteral("base")}));
}

void TestYamlType::writeAndReadBack()
{
    YamlValue value = YamlValue::map();
    value.insert(QStringLiteral("on"), YamlValue::list(QStringList{QStringLiteral("a: b"), QString(), QStringLiteral("two\nlines\n")}));
    value.insert(QStringLiteral("m"), YamlValue::map({{QStringLiteral("e"), YamlValue::map()}, {QStringLiteral("l"), YamlValue::list()}}));
    value.insert(QStringLiteral("n"), YamlValue());
    value.insert(QStringLiteral("nested"), YamlValue::list(std::vector<YamlValue>{YamlValue::list(QStringList{QStringLiteral("x")}), value}));
    const QByteArray text = writeYaml(value);
    const Result<YamlValue> read = readYaml(text);
    QVERIFY2(read, text.constData());
    QVERIFY2(*read == value, text.constData());
    QCOMPARE(writeYaml(*read), text);
}

QTEST_GUILESS_MAIN(TestYamlType)
#include "tst_yamltype.moc"
