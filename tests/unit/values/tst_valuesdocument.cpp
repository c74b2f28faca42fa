#include "values/valuesdocument.h"
#include "valuesfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace rayhelm;

namespace {
const YamlPath replicas{QStringLiteral("worker"), QStringLiteral("replicas")};
}

class TestValuesDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneEditChangesOneLine();
    void undoRestoresEveryByte();
    void refusedEditLeavesAllAlone();
    void severalEditsAreOneEntry();
    void brokenTextKeepsTheTree();
    void typingMerges();
    void signalsTellTheChange();
    void notAMap();
    void lineOfMissingPath();
};

void TestValuesDocument::oneEditChangesOneLine()
{
    const QByteArray text = exampleText();
    ValuesDocument document(text);
    QVERIFY(!document.error());
    QVERIFY(document.setValue(replicas, YamlValue::integer(5)));
    QByteArray expected = text;
    expected.replace("replicas: 3 # TODO", "replicas: 5 # TODO");
    QCOMPARE(document.text(), expected);
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(5)));
}

void TestValuesDocument::undoRestoresEveryByte()
{
    const QByteArray text = valuesFile(QStringLiteral("ray-cluster-values-1.2.2.yaml")).replace("\n", "\r\n");
    ValuesDocument document(text);
    QList<QByteArray> states{text};
    QVERIFY(document.setValue(replicas, YamlValue::integer(5), QStringLiteral("Workers 1 to 5")));
    states.append(document.text());
    QVERIFY(document.setValue({QStringLiteral("head"), QStringLiteral("annotations"), QStringLiteral("slurm-job.vk.io/flags")}, YamlValue::string(QStringLiteral("-p gpu"))));
    states.append(document.text());
    QVERIFY(document.remove({QStringLiteral("worker"), QStringLiteral("volumes")}));
    states.append(document.text());
    QVERIFY(document.move({QStringLiteral("service")}, 0));
    states.append(document.text());
    document.setText(document.text() + "# end\r\n");
    states.append(document.text());
    QCOMPARE(document.undoStack()->count(), 5);
    QCOMPARE(document.undoStack()->text(0), QStringLiteral("Workers 1 to 5"));
    for (qsizetype i = states.size() - 2; i >= 0; --i) {
        document.undoStack()->undo();
        QCOMPARE(document.text(), states[i]);
        QCOMPARE(document.index().text(), states[i]);
    }
    for (qsizetype i = 1; i < states.size(); ++i) {
        document.undoStack()->redo();
        QCOMPARE(document.text(), states[i]);
    }
}

void TestValuesDocument::refusedEditLeavesAllAlone()
{
    const QByteArray text = "a: &x 1\nb: *x\nc: 2\n";
    ValuesDocument document(text);
    QSignalSpy changed(&document, &ValuesDocument::textChanged);
    const Result<> refused = document.apply({YamlEdit::set({QStringLiteral("c")}, YamlValue::integer(3)),
                                             YamlEdit::set({QStringLiteral("a")}, YamlValue::integer(3))},
                                            QStringLiteral("both"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(document.text(), text);
    QCOMPARE(document.undoStack()->count(), 0);
    QVERIFY(changed.isEmpty());
    QVERIFY(document.remove({QStringLiteral("nowhere")}));
    QVERIFY(document.setValue({QStringLiteral("c")}, YamlValue::integer(2)));
    QCOMPARE(document.undoStack()->count(), 0);
}

void TestValuesDocument::severalEditsAreOneEntry()
{
    ValuesDocument document("a: 1\nb: 2\n");
    QVERIFY(document.apply({YamlEdit::set({QStringLiteral("a")}, YamlValue::integer(5)), YamlEdit::set({QStringLiteral("b")}, YamlValue::integer(6))},
                           QStringLiteral("both")));
    QCOMPARE(document.text(), QByteArray("a: 5\nb: 6\n"));
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QCOMPARE(document.text(), QByteArray("a: 1\nb: 2\n"));
}

void TestValuesDocument::brokenTextKeepsTheTree()
{
    ValuesDocument document("a: 1\nb: 2\n");
    QSignalSpy problems(&document, &ValuesDocument::problem);
    QSignalSpy trees(&document, &ValuesDocument::treeChanged);
    document.setText("a: 1\nb: 'x\n");
    QVERIFY(document.error());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(trees.size(), 0);
    QCOMPARE(document.tree().at({QStringLiteral("b")}).text(), QStringLiteral("2"));
    const Result<> refused = document.setValue({QStringLiteral("a")}, YamlValue::integer(3));
    QVERIFY(!refused);
    QVERIFY(refused.error().summary.contains(QStringLiteral("cannot be read")));
    document.setText("a: 1\nb: 'x'\n");
    QVERIFY(!document.error());
    QCOMPARE(problems.size(), 2);
    QCOMPARE(document.tree().at({QStringLiteral("b")}).text(), QStringLiteral("x"));
    while (document.undoStack()->canUndo())
        document.undoStack()->undo();
    QCOMPARE(document.text(), QByteArray("a: 1\nb: 2\n"));
    QVERIFY(!document.error());
}

void TestValuesDocument::typingMerges()
{
    ValuesDocument document("a: 1\n");
    document.setText("a: 12\n");
    document.setText("a: 123\n");
    QCOMPARE(document.undoStack()->count(), 1);
    document.setText("a: 12\n");
    QCOMPARE(document.undoStack()->count(), 1);
    QVERIFY(document.setValue({QStringLiteral("a")}, YamlValue::integer(9)));
    document.setText("a: 98\n");
    QCOMPARE(document.undoStack()->count(), 3);
    document.undoStack()->undo();
    document.undoStack()->undo();
    QCOMPARE(document.text(), QByteArray("a: 12\n"));
    document.undoStack()->undo();
    QCOMPARE(document.text(), QByteArray("a: 1\n"));
}

void TestValuesDocument::signalsTellTheChange()
{
    ValuesDocument document("a: 1\nb: 2\n");
    QByteArray copy = document.text();
    connect(&document, &ValuesDocument::textChanged, this, [&copy](qsizetype position, qsizetype length, const QByteArray &replacement) {
        copy.replace(position, length, replacement);
    });
    QSignalSpy trees(&document, &ValuesDocument::treeChanged);
    QVERIFY(document.setValue({QStringLiteral("c"), QStringLiteral("d")}, YamlValue::string(QStringLiteral("x"))));
    QCOMPARE(copy, document.text());
    document.undoStack()->undo();
    QCOMPARE(copy, document.text());
    QCOMPARE(trees.size(), 2);
    document.reset("x: 1\n");
    QCOMPARE(copy, QByteArray("x: 1\n"));
    QVERIFY(!document.undoStack()->canUndo());
}

void TestValuesDocument::notAMap()
{
    ValuesDocument document("- a\n- b\n");
    QVERIFY(document.error());
    QCOMPARE(document.error()->line, 1);
    document.setText("");
    QVERIFY(!document.error());
    QVERIFY(document.setValue(replicas, YamlValue::integer(1)));
    QCOMPARE(document.text(), QByteArray("worker:\n  replicas: 1\n"));
}

void TestValuesDocument::lineOfMissingPath()
{
    const ValuesDocument document("a:\n  b: 1\n  c:\n    d: 2\n");
    QCOMPARE(document.lineOf({QStringLiteral("a"), QStringLiteral("b")}), 2);
    QCOMPARE(document.lineOf({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("x")}), 3);
    QCOMPARE(document.lineOf({QStringLiteral("z")}), 1);
}

QTEST_GUILESS_MAIN(TestValuesDocument)
#include "tst_valuesdocument.moc"
