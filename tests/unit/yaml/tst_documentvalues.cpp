#include "values/valuesdocument.h"
#include "yamlcorpus.h"

#include <QTest>
#include <QUndoStack>

using namespace rayhelm;

/// Edits through the document, which the form and the text share: the awkward values of the YAML study, in every kind of file.
class TestDocumentValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyScalar_data();
    void everyScalar();
};

void TestDocumentValues::everyScalar_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const CorpusFile &file : genuineValuesFiles(true)) {
        if (file.name.contains(QLatin1String("example")))
            QTest::newRow(qPrintable(file.name)) << file.text;
    }
}

/// Each scalar gets some of the values in turn; all bytes before and behind it stay, and undo gives the first text.
void TestDocumentValues::everyScalar()
{
    QFETCH(QByteArray, text);
    const QStringList values = trickyTexts();
    QVERIFY(values.size() >= 20);
    ValuesDocument document(text);
    QVERIFY(!document.error());
    const YamlIndex::Pointer index = document.sharedIndex();
    qsizetype next = 0;
    int edits = 0;
    for (int id = 0; id < int(index->nodes().size()); ++id) {
        const YamlNode &node = index->node(id);
        if (node.kind != YamlKind::Scalar || node.isKey)
            continue;
        const YamlPath path = index->pathOf(id);
        for (int i = 0; i < 3; ++i, ++next, ++edits) {
            const YamlValue value = YamlValue::string(values[next % values.size()]);
            const Result<> done = document.setValue(path, value);
            QVERIFY2(done, done ? "" : qPrintable(done.error().summary));
            QVERIFY2(document.tree().at(path) == value, qPrintable(path.toString()));
            QVERIFY2(document.text().startsWith(text.left(node.begin)), qPrintable(path.toString()));
            QVERIFY2(document.text().endsWith(text.mid(node.end)), qPrintable(path.toString()));
            if (document.undoStack()->canUndo())
                document.undoStack()->undo();
            QCOMPARE(document.text(), text);
        }
    }
    QVERIFY(edits > 60);
}

QTEST_GUILESS_MAIN(TestDocumentValues)
#include "tst_documentvalues.moc"
