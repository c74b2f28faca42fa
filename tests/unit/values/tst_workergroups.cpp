#include "values/problem.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"
#include "values/workergroups.h"
#include "valuesfixture.h"

#include <QTest>
#include <QUndoStack>

using namespace rayhelm;

class TestWorkerGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void duplicates();
    void duplicatesWhereNothingIsWritten();
    void disablesAndEnables();
    void renames();
    void names_data();
    void names();
    void removes();
};

/// The copy asks for the same things, makes no new problem, and nothing else in the file changes.
void TestWorkerGroups::duplicates()
{
    ValuesDocument document(exampleText());
    WorkerGroups groups(document);
    const Result<QString> made = groups.duplicate(QStringLiteral("worker"));
    QVERIFY2(made, made ? "" : qPrintable(made.error().summary));
    QCOMPARE(*made, QStringLiteral("worker-2"));
    QVERIFY(document.text().startsWith(exampleText().left(exampleText().indexOf("# Configuration for Head"))));
    const ValuesForm form(document, ValuesSchema::forChart(QStringLiteral("1.2.2")));
    QCOMPARE(form.podGroups(), (QStringList{QStringLiteral("head"), QStringLiteral("worker"), *made}));
    QCOMPARE(form.read(QStringLiteral("worker.replicas"), *made).value.toInt(), 1);
    QCOMPARE(form.read(QStringLiteral("slurm.gpus"), *made).value.toInt(), 1);
    QVERIFY(!document.tree().find({QStringLiteral("additionalWorkerGroups"), *made, QStringLiteral("groupName")}));
    for (const Problem &problem : findProblems(document, {}))
        QVERIFY2(problem.severity == Severity::Hint, qPrintable(problem.sentence));
    QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Worker group worker-2 added"));
    QCOMPARE(*groups.duplicate(QStringLiteral("worker-2")), QStringLiteral("worker-3"));
    QCOMPARE(groups.all().size(), 3);
    document.undoStack()->undo();
    document.undoStack()->undo();
    QCOMPARE(document.text(), exampleText());
}

void TestWorkerGroups::duplicatesWhereNothingIsWritten()
{
    ValuesDocument document("# mine\n");
    const Result<QString> made = WorkerGroups(document).duplicate(QStringLiteral("worker"));
    QVERIFY(made);
    QCOMPARE(document.text(), QByteArray("# mine\nadditionalWorkerGroups:\n  worker-2:\n    replicas: 1\n    minReplicas: 1\n    maxReplicas: 1\n    containerEnv: []\n"));
}

void TestWorkerGroups::disablesAndEnables()
{
    const QByteArray text = "worker:\n  replicas: 2 # two\nadditionalWorkerGroups:\n  smallGroup:\n    replicas: 1\n  big:\n    replicas: 3\n";
    ValuesDocument document(text);
    WorkerGroups groups(document);
    QCOMPARE(groups.all().size(), 3);
    QVERIFY(groups.all()[1].disabled); // the chart keeps its own smallGroup disabled
    QVERIFY(!groups.all()[2].disabled);
    QVERIFY(groups.setDisabled(QStringLiteral("big"), true));
    QVERIFY(groups.all()[2].disabled);
    QVERIFY(groups.setDisabled(QStringLiteral("big"), false));
    QCOMPARE(document.text(), text);
    QVERIFY(groups.setDisabled(QStringLiteral("smallGroup"), false));
    QVERIFY(document.text().contains("    disabled: false\n"));
    QVERIFY(!groups.all()[1].disabled);
    QVERIFY(groups.setDisabled(QStringLiteral("worker"), true));
    QVERIFY(groups.all()[0].disabled);
    QVERIFY(document.text().contains("replicas: 2 # two\n"));
}

void TestWorkerGroups::renames()
{
    ValuesDocument document("additionalWorkerGroups:\n  big: # about\n    replicas: 3\n");
    QVERIFY(WorkerGroups(document).rename(QStringLiteral("big"), QStringLiteral("a100")));
    QCOMPARE(document.text(), QByteArray("additionalWorkerGroups:\n  a100: # about\n    replicas: 3\n"));
}

void TestWorkerGroups::names_data()
{
    QTest::addColumn<bool>("fine");
    for (const char *name : {"a", "gpu-a100", "2nd"})
        QTest::newRow(name) << true;
    for (const char *name : {"", "Big", "my_group", "-a", "a-", "a b", "worker", "head", "workergroup", "taken", "a23456789b123456789c123456789d1"})
        QTest::newRow(qPrintable(QStringLiteral("not \"%1\"").arg(QLatin1String(name)))) << false;
}

void TestWorkerGroups::names()
{
    QFETCH(bool, fine);
    QString name = QString::fromLatin1(QTest::currentDataTag());
    if (!fine)
        name = name.mid(5).chopped(1);
    ValuesDocument document("additionalWorkerGroups:\n  big: {replicas: 1}\n  taken: {replicas: 1}\n");
    const QByteArray before = document.text();
    const Result<> done = WorkerGroups(document).rename(QStringLiteral("big"), name);
    QCOMPARE(bool(done), fine);
    if (!fine) {
        QCOMPARE(done.error().kind, ErrorKind::InvalidInput);
        QVERIFY(done.error().summary.endsWith(QLatin1Char('.')));
        QCOMPARE(document.text(), before);
    }
}

void TestWorkerGroups::removes()
{
    ValuesDocument document("additionalWorkerGroups:\n  a: {replicas: 1}\n  # about b\n  b: {replicas: 1}\n");
    WorkerGroups groups(document);
    QVERIFY(groups.remove(QStringLiteral("a")));
    QVERIFY(!document.text().contains("a: {") && document.text().contains("# about b"));
    QVERIFY(groups.remove(QStringLiteral("b")));
    QCOMPARE(groups.all().size(), 1);
    QVERIFY(!groups.remove(QStringLiteral("worker")));
    document.undoStack()->undo();
    document.undoStack()->undo();
    QVERIFY(document.text().contains("a: {replicas: 1}"));
}

QTEST_APPLESS_MAIN(TestWorkerGroups)
#include "tst_workergroups.moc"
