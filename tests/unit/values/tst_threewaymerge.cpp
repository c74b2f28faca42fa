#include "values/threewaymerge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;

class TestThreeWayMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void merges_data();
    void merges();
    void sides();
    void partsAreTheTexts();
};

void TestThreeWayMerge::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<int>("conflicts");
    QTest::addColumn<QByteArray>("result");
    const auto add = [](const char *name, const char *base, const char *mine, const char *theirs, int conflicts, const char *result) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << conflicts << QByteArray(result);
    };
    add("nothing", "a\nb\n", "a\nb\n", "a\nb\n", 0, "a\nb\n");
    add("only mine", "a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\n", 0, "a\nB\nc\n");
    add("only theirs", "a\nb\nc\n", "a\nb\nc\n", "a\nB\nc\n", 0, "a\nB\nc\n");
    add("apart", "a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n", 0, "A\nb\nc\nD\n");
    add("the same", "a\nb\n", "a\nX\n", "a\nX\n", 0, "a\nX\n");
    add("both added the same at the end", "a\n", "a\nb\n", "a\nb\n", 0, "a\nb\n");
    add("mine added, theirs removed elsewhere", "a\nb\nc\nd\n", "a\nnew\nb\nc\nd\n", "a\nb\nc\n", 0, "a\nnew\nb\nc\n");
    add("conflict", "a\nb\nc\n", "a\nM\nc\n", "a\nT\nc\n", 1, "a\nM\nc\n");
    add("neighbours are one conflict", "a\nb\nc\nd\n", "a\nM\nc\nd\n", "a\nb\nT\nd\n", 1, "a\nM\nc\nd\n");
    add("removed and changed", "a\nb\nc\n", "a\nc\n", "a\nT\nc\n", 1, "a\nc\n");
    add("two conflicts", "a\nb\nc\nd\ne\n", "1\nb\nc\nd\n2\n", "3\nb\nc\nd\n4\n", 2, "1\nb\nc\nd\n2\n");
    add("both added other lines", "a\n", "a\nm\n", "a\nt\n", 1, "a\nm\n");
    add("no final line end", "a\nb", "A\nb", "a\nb\nc\n", 1, "A\nb");
    add("only line ends", "a\r\nb\r\n", "a\nb\n", "a\r\nb\r\n", 0, "a\nb\n");
    add("empty base", "", "m\n", "", 0, "m\n");
    add("all empty", "", "", "", 0, "");
}

void TestThreeWayMerge::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(int, conflicts);
    QFETCH(QByteArray, result);
    const QList<MergePart> parts = mergeParts(base, mine, theirs);
    QCOMPARE(conflictCount(parts), conflicts);
    QCOMPARE(mergedText(parts, {}), result);
}

void TestThreeWayMerge::sides()
{
    const QList<MergePart> parts = mergeParts("a\nb\nc\nd\ne\nf\n", "1\nb\nc\nd\n2\nf\n", "3\nb\nC\nd\n4\nf\n");
    QCOMPARE(conflictCount(parts), 2);
    QCOMPARE(mergedText(parts, {MergeSide::Theirs, MergeSide::Mine}), QByteArray("3\nb\nC\nd\n2\nf\n"));
    QCOMPARE(mergedText(parts, {MergeSide::Mine, MergeSide::Theirs}), QByteArray("1\nb\nC\nd\n4\nf\n"));
}

/// Whatever was changed: the parts are the three texts, each from its beginning to its end, and a side without changes gives the other.
void TestThreeWayMerge::partsAreTheTexts()
{
    QRandomGenerator random(7);
    const auto changed = [&random](QByteArrayList lines) {
        for (int i = random.bounded(4); i > 0; --i) {
            const int at = random.bounded(int(lines.size()) + 1);
            if (random.bounded(2) == 0 || at == lines.size())
                lines.insert(at, QByteArray::number(random.bounded(3)) + '\n');
            else
                lines.removeAt(at);
        }
        return lines.join();
    };
    for (int round = 0; round < 2000; ++round) {
        QByteArrayList lines;
        for (int i = random.bounded(12); i > 0; --i)
            lines.append(QByteArray::number(random.bounded(4)) + '\n');
        const QByteArray base = lines.join();
        const QByteArray mine = changed(lines);
        const QByteArray theirs = changed(lines);
        QByteArray first, second, third;
        for (const MergePart &part : mergeParts(base, mine, theirs)) {
            first += part.base;
            second += part.mine;
            third += part.theirs;
        }
        QCOMPARE(first, base);
        QCOMPARE(second, mine);
        QCOMPARE(third, theirs);
        QCOMPARE(mergedText(mergeParts(base, base, theirs), {}), theirs);
        QCOMPARE(mergedText(mergeParts(base, mine, base), {}), mine);
    }
}

QTEST_APPLESS_MAIN(TestThreeWayMerge)
#include "tst_threewaymerge.moc"
