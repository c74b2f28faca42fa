// How Helm puts values over each other, and what is compared.
#include "values/mergedvalues.h"

#include <QTest>

using namespace rayhelm;

class TestMergedValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void merges_data();
    void merges();
    void effective_data();
    void effective();
    void ownMarksAreLeftOut();
};

void TestMergedValues::merges_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("over");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("maps are merged, lists replaced") << QByteArray("a: {x: 1, y: [1, 2]}\nb: 1\n") << QByteArray("a: {y: [3], z: 4}\n")
                                                     << QByteArray("b: 1\na: {z: 4, y: [3], x: 1}\n");
    QTest::newRow("a map over a number") << QByteArray("a: 1\n") << QByteArray("a: {x: 1}\n") << QByteArray("a: {x: 1}\n");
    QTest::newRow("a number over a map") << QByteArray("a: {x: 1}\n") << QByteArray("a: 1\n") << QByteArray("a: 1\n");
    QTest::newRow("an empty file") << QByteArray() << QByteArray("a: 1\n") << QByteArray("a: 1\n");
    QTest::newRow("nothing over it") << QByteArray("a: 1\n") << QByteArray() << QByteArray("a: 1\n");
}

void TestMergedValues::merges()
{
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, over);
    QFETCH(QByteArray, result);
    QCOMPARE(comparableText(mergedValues(*readYaml(values), *readYaml(over))), comparableText(*readYaml(result)));
}

void TestMergedValues::effective_data()
{
    QTest::addColumn<QByteArray>("defaults");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("merged") << QByteArray("a: {x: 1, y: 2}\nb: 1\n") << QByteArray("a: {y: 3}\n") << QByteArray("a: {x: 1, y: 3}\nb: 1\n");
    QTest::newRow("null takes a default away") << QByteArray("a: {x: 1, y: 2}\nb: 1\n") << QByteArray("a: {y: null}\nb:\n")
                                               << QByteArray("a: {x: 1}\n");
    QTest::newRow("nothing written") << QByteArray("a: 1\n") << QByteArray("{}\n") << QByteArray("a: 1\n");
}

void TestMergedValues::effective()
{
    QFETCH(QByteArray, defaults);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, result);
    QCOMPARE(comparableText(mergedValues(*readYaml(defaults), *readYaml(values))), comparableText(*readYaml(result)));
}

void TestMergedValues::ownMarksAreLeftOut()
{
    const Result<YamlValue> values = readYaml("b: 1\na:\n  annotations:\n    rayhelm/owner: ada\nc: {}\n");
    QCOMPARE(comparableText(*values), QByteArray("b: 1\nc: {}\n"));
    QCOMPARE(comparableText(YamlValue()), QByteArray());
}

QTEST_GUILESS_MAIN(TestMergedValues)
#include "tst_mergedvalues.moc"
