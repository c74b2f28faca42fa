#include "values/problem.h"
#include "values/resourcesummary.h"
#include "values/textdiff.h"
#include "values/valuesdocument.h"
#include "values/valuestemplates.h"
#include "valuesfixture.h"

#include <QTest>

using namespace rayhelm;

class TestValuesTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void templates_data();
    void templates();
    void unknown();
};

void TestValuesTemplates::templates_data()
{
    QTest::addColumn<QString>("summary");
    QTest::addColumn<int>("changedLines");
    QTest::newRow("small") << QStringLiteral("1 head + 1 worker, 2 GPUs, 128 CPUs, up to 30 min") << 4;
    QTest::newRow("training") << QStringLiteral("1 head + 3 workers, 4 GPUs, 256 CPUs, up to 3 h 50 min") << 0;
    QTest::newRow("search") << QStringLiteral("1 head + 7 workers, 8 GPUs, 512 CPUs, up to 8 h") << 4;
}

/// Each says what its name says, has no problem of its own, and differs from the example in its settings' lines alone.
void TestValuesTemplates::templates()
{
    QFETCH(QString, summary);
    QFETCH(int, changedLines);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    const Result<QByteArray> text = templateText(id, QStringLiteral("1.2.2"));
    QVERIFY(text);
    const ValuesDocument document(*text);
    QString said = summarize(document.tree()).text();
    said.remove(QChar(0x2068)).remove(QChar(0x2069)); // durations are isolated for right-to-left texts
    QCOMPARE(said, summary);
    for (const Problem &problem : findProblems(document, {}))
        QVERIFY2(problem.severity == Severity::Hint, qPrintable(problem.sentence));
    int added = 0;
    for (const DiffLine &line : diffLines(exampleText(), *text))
        added += line.kind == DiffLine::Kind::Added ? 1 : 0;
    QCOMPARE(added, changedLines);
    QCOMPARE(text->count('#'), exampleText().count('#'));
}

void TestValuesTemplates::unknown()
{
    QCOMPARE(templateText(QStringLiteral("nothing"), QStringLiteral("1.2.2")).error().kind, ErrorKind::NotFound);
    QCOMPARE(*templateText({}, QStringLiteral("1.2.2")), exampleText());
}

QTEST_APPLESS_MAIN(TestValuesTemplates)
#include "tst_valuestemplates.moc"
