#include "values/textdiff.h"
#include "values/valueschanges.h"
#include "valuesfixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;

namespace {

QString drawn(const QList<DiffLine> &diff)
{
    QString text;
    for (const DiffLine &line : diff) {
        text += line.kind == DiffLine::Kind::Same ? QLatin1Char(' ') : line.kind == DiffLine::Kind::Added ? QLatin1Char('+') : QLatin1Char('-');
        text += line.text + QLatin1Char('|');
    }
    return text;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void diffs_data();
    void diffs();
    void randomTexts();
    void context();
    void changes_data();
    void changes();
};

void TestTextDiff::diffs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("diff");
    QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QStringLiteral(" a| b|");
    QTest::newRow("changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nx\nc\n") << QStringLiteral(" a|-b|+x| c|");
    QTest::newRow("added") << QByteArray("a\nc\n") << QByteArray("a\nb\nc\n") << QStringLiteral(" a|+b| c|");
    QTest::newRow("removed first") << QByteArray("a\nb\n") << QByteArray("b\n") << QStringLiteral("-a| b|");
    QTest::newRow("two places") << QByteArray("a\nb\nc\nd\ne\n") << QByteArray("x\nb\nc\nd\ny\n") << QStringLiteral("-a|+x| b| c| d|-e|+y|");
    QTest::newRow("from nothing") << QByteArray() << QByteArray("a\nb") << QStringLiteral("+a|+b|");
    QTest::newRow("to nothing") << QByteArray("a\n") << QByteArray() << QStringLiteral("-a|");
    QTest::newRow("line end") << QByteArray("a\n") << QByteArray("a\r\n") << QStringLiteral("-a|+a|");
    QTest::newRow("moved") << QByteArray("a\nb\nc\n") << QByteArray("b\nc\na\n") << QStringLiteral("-a| b| c|+a|");
}

void TestTextDiff::diffs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, diff);
    QCOMPARE(drawn(diffLines(before, after)), diff);
}

/// A diff, read one way, is the old text and, read the other way, the new one; it is no longer than needed for single edits.
void TestTextDiff::randomTexts()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 300; ++round) {
        QByteArrayList one;
        QByteArrayList other;
        for (int i = 0; i < 30; ++i) {
            const QByteArray line = QByteArray::number(random.bounded(6));
            if (random.bounded(10) > 1)
                one.append(line);
            if (random.bounded(10) > 1)
                other.append(line);
        }
        const QList<DiffLine> diff = diffLines(one.join('\n') + '\n', other.join('\n') + '\n');
        QByteArrayList before;
        QByteArrayList after;
        for (const DiffLine &line : diff) {
            if (line.kind != DiffLine::Kind::Added) {
                before.append(line.text.toUtf8());
                QCOMPARE(line.oldLine, int(before.size()));
            }
            if (line.kind != DiffLine::Kind::Removed) {
                after.append(line.text.toUtf8());
                QCOMPARE(line.newLine, int(after.size()));
            }
        }
        QCOMPARE(before, one);
        QCOMPARE(after, other);
        QVERIFY(diff.size() <= 45); // at most 30 lines, about 6 dropped on either side
    }
}

void TestTextDiff::context()
{
    const QList<DiffLine> diff = diffLines("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n");
    QCOMPARE(drawn(changedLines(diff, 1)), QStringLiteral(" 4|-5|+x| 6|"));
    QCOMPARE(drawn(changedLines(diff, 0)), QStringLiteral("-5|+x|"));
    QVERIFY(changedLines(diffLines("a\n", "a\n")).isEmpty());
}

void TestTextDiff::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("sentences");
    QTest::addColumn<QString>("effect"); // of the first
    const QByteArray example = exampleText();
    QTest::newRow("workers") << example << QByteArray(example).replace("replicas: 3 #", "replicas: 2 #")
                             << QStringList{QStringLiteral("Workers: 3 to 2")} << QStringLiteral("now");
    QTest::newRow("flags of the head") << example << QByteArray(example).replace("gpu:1  --time 230", "gpu:2  --time 60")
                                       << QStringList{QStringLiteral("Head, GPUs per pod: 1 to 2"), QStringLiteral("Head, Time limit: 3 h 50 min to 1 h")}
                                       << QStringLiteral("new pods only");
    QTest::newRow("comment") << example << example + "# more\n" << QStringList{} << QString();
    QTest::newRow("not set before") << QByteArray("worker: {}\n") << QByteArray("worker: {annotations: {slurm-job.vk.io/flags: -A st1}}\n")
                                    << QStringList{QStringLiteral("Workers, Slurm account: st1, not set before")} << QStringLiteral("new pods only");
    QTest::newRow("default") << QByteArray() << QByteArray("worker: {maxReplicas: 7}\n") << QStringList{QStringLiteral("At most: 3 to 7")} << QStringLiteral("now");
    QTest::newRow("unknown keys") << QByteArray("a: 1\nb: {c: x}\n") << QByteArray("b: {c: z}\nd: 2\n")
                                  << QStringList{QStringLiteral("a: removed"), QStringLiteral("b.c: x to z"), QStringLiteral("d: added")} << QStringLiteral("new pods only");
    QTest::newRow("name") << QByteArray() << QByteArray("fullnameOverride: x\n") << QStringList{QStringLiteral("The cluster's whole name: x, not set before")} << QStringLiteral("after delete and install");
}

void TestTextDiff::changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, sentences);
    QFETCH(QString, effect);
    const QList<ValuesChange> found = describeChanges(*readYaml(before), *readYaml(after), ValuesSchema::forChart(QStringLiteral("1.2.2")));
    QStringList words;
    for (const ValuesChange &change : found)
        words.append(withoutIsolates(change.sentence));
    QCOMPARE(words, sentences);
    if (!found.isEmpty())
        QCOMPARE(effectText(found.first().effect), effect);
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
