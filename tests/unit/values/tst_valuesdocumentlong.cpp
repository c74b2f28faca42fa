// A long text is read by a worker thread: the newest one wins, edits are never made on an old tree, nothing is lost.
#include "values/valuescheck.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace rayhelm;

namespace {

const YamlPath replicas{QStringLiteral("worker"), QStringLiteral("replicas")};

QByteArray longText()
{
    QByteArray text = ValuesSchema::exampleFile();
    for (int i = 0; i < 1500; ++i)
        text += "# note " + QByteArray::number(i) + " about the files\n";
    return text;
}

TextPatch patchFor(const QByteArray &text, const QByteArray &old, const QByteArray &fresh)
{
    const qsizetype at = text.indexOf(old);
    return TextPatch{at, old.size(), fresh};
}

/// An edit under way, and what came of it.
struct Edit {
    std::stop_source stop;
    std::optional<Result<>> result;

    Edit(ValuesDocument &document, std::function<Result<NamedEdits>()> plan) { run(document, std::move(plan)); }

private:
    QCoro::Task<void> run(ValuesDocument &document, std::function<Result<NamedEdits>()> plan)
    {
        result = co_await document.applySoon(std::move(plan), stop.get_token());
    }
};

} // namespace

class TestValuesDocumentLong : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadElsewhere();
    void newestEditWins();
    void editWhileReading();
    void formEditKeepsWhatWasTyped();
    void editIsMadeElsewhere();
    void editIsPlannedAgainWhenTheTextChanges();
    void refusedEditLeavesAllAsItIs();
    void stoppedEditIsNotMade();
    void closedWhileEditing();
    void undoAndRedoWhileReading();
    void brokenAndMendedWhileReading();
    void closedWhileReading();
    void closedByASlot();
    void typingIsOneSmallEntry();
    void findingsFollow();
    void newestFindingsWin();
    void findingsComeWithTheReading();
    void findingsOfAnOlderContextAreDropped();
    void closedWhileChecking();
    void otherDocumentWhileChecking();
};

void TestValuesDocumentLong::isReadElsewhere()
{
    ValuesDocument document(longText());
    QVERIFY(document.isUpToDate());
    QVERIFY(isLongText(document.text()));
    document.replace(patchFor(document.text(), "replicas: 3", "replicas: 5"));
    QVERIFY(document.text().contains("replicas: 5"));
    QVERIFY(!document.isUpToDate());
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(3)));
    QTRY_VERIFY(document.isUpToDate());
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(5)));
    QCOMPARE(document.index().text(), document.text());
}

void TestValuesDocumentLong::newestEditWins()
{
    ValuesDocument document(longText());
    int trees = 0;
    bool always = true;
    connect(&document, &ValuesDocument::treeChanged, this, [&] {
        ++trees;
        always = always && document.index().text() == document.text();
    });
    for (int i = 4; i < 60; ++i) {
        document.replace(patchFor(document.text(), "replicas: " + QByteArray::number(i - 1), "replicas: " + QByteArray::number(i)));
        if (i % 7 == 0)
            QTest::qWait(1); // in the middle of a reading
    }
    QTRY_VERIFY(document.isUpToDate());
    QVERIFY(always); // no tree of an older text was ever shown
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(59)));
    QVERIFY2(trees < 56, "each text was read, although only the newest counts");
    QTest::qWait(20);
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(59)));
}

void TestValuesDocumentLong::editWhileReading()
{
    const QByteArray before = longText();
    ValuesDocument document(before);
    document.replace(patchFor(before, "replicas: 3", "replicas: 5"));
    QVERIFY(!document.isUpToDate());
    QVERIFY(document.setValue({QStringLiteral("worker"), QStringLiteral("maxReplicas")}, YamlValue::integer(9)));
    QVERIFY(document.isUpToDate());
    QVERIFY(document.text().contains("replicas: 5"));
    QVERIFY(document.text().contains("maxReplicas: 9"));
    QTest::qWait(50); // the worker's answer about the older text comes too late
    QCOMPARE(document.tree().at({QStringLiteral("worker"), QStringLiteral("maxReplicas")}).toInteger(), std::optional(qint64(9)));
    QCOMPARE(document.index().text(), document.text());
    document.undoStack()->undo();
    document.undoStack()->undo();
    QCOMPARE(document.text(), before);
}

/// The form writes the Slurm options as one text: another option that was just typed must not be lost.
void TestValuesDocumentLong::formEditKeepsWhatWasTyped()
{
    ValuesDocument document(longText());
    ValuesForm form(document, ValuesSchema::forChart(QStringLiteral("1.2.2")));
    QVERIFY(form.read(QStringLiteral("slurm.partition"), QStringLiteral("worker")).isSet);
    const qsizetype worker = document.text().indexOf("\nworker:");
    const qsizetype flags = document.text().indexOf("--gres", document.text().indexOf("slurm-job.vk.io/flags", worker));
    QVERIFY(worker > 0 && flags > worker);
    document.replace(TextPatch{flags, 0, "--qos=fast "});
    QVERIFY(!document.isUpToDate());
    QVERIFY(form.write(QStringLiteral("slurm.partition"), QStringLiteral("dev"), QStringLiteral("worker")));
    const QString written = document.tree().at({QStringLiteral("worker"), QStringLiteral("annotations"), QStringLiteral("slurm-job.vk.io/flags")}).text();
    QVERIFY2(written.contains(QStringLiteral("--qos=fast")), qPrintable(written));
    QVERIFY2(written.contains(QStringLiteral("--partition=dev")), qPrintable(written));
}

void TestValuesDocumentLong::editIsMadeElsewhere()
{
    const QByteArray before = longText();
    ValuesDocument document(before);
    Edit edit(document, [] { return NamedEdits{{YamlEdit::set(replicas, YamlValue::integer(7))}, QStringLiteral("Workers 3 to 7")}; });
    QCOMPARE(document.text(), before); // the window goes on meanwhile
    QTRY_VERIFY(edit.result);
    QVERIFY(*edit.result);
    QVERIFY(document.text().contains("replicas: 7"));
    QVERIFY(document.isUpToDate());
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(7)));
    QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Workers 3 to 7"));
    document.undoStack()->undo();
    QCOMPARE(document.text(), before);
}

/// What was typed into the text meanwhile stays, and the edit is worked out anew from it.
void TestValuesDocumentLong::editIsPlannedAgainWhenTheTextChanges()
{
    ValuesDocument document(longText());
    int asked = 0;
    Edit edit(document, [&document, &asked]() -> Result<NamedEdits> {
        ++asked;
        const qint64 now = document.tree().at(replicas).toInteger().value_or(0);
        return NamedEdits{{YamlEdit::set(replicas, YamlValue::integer(now + 1))}, QStringLiteral("one more")};
    });
    QCOMPARE(asked, 1);
    document.replace(patchFor(document.text(), "replicas: 3", "replicas: 40"));
    QTRY_VERIFY(edit.result);
    QVERIFY(*edit.result);
    QCOMPARE(asked, 2);
    QVERIFY(document.text().contains("replicas: 41"));
    QCOMPARE(document.index().text(), document.text());
}

void TestValuesDocumentLong::refusedEditLeavesAllAsItIs()
{
    const QByteArray before = longText();
    ValuesDocument document(before);
    Edit edit(document, [] { return NamedEdits{{YamlEdit::set({QStringLiteral("worker"), QStringLiteral("replicas"), QStringLiteral("x")}, YamlValue::integer(1))}, {}}; });
    QTRY_VERIFY(edit.result);
    QVERIFY(!*edit.result);
    QCOMPARE(edit.result->error().kind, ErrorKind::InvalidInput);
    QCOMPARE(document.text(), before);
    QCOMPARE(document.undoStack()->count(), 0);
    Edit unplanned(document, []() -> Result<NamedEdits> { return failure(ErrorKind::InvalidInput, QStringLiteral("no")); });
    QVERIFY(unplanned.result && !*unplanned.result);
}

void TestValuesDocumentLong::stoppedEditIsNotMade()
{
    const QByteArray before = longText();
    ValuesDocument document(before);
    Edit edit(document, [] { return NamedEdits{{YamlEdit::set(replicas, YamlValue::integer(7))}, {}}; });
    edit.stop.request_stop();
    QTRY_VERIFY(edit.result);
    QVERIFY(!*edit.result && edit.result->error().isCancelled());
    QCOMPARE(document.text(), before);
}

void TestValuesDocumentLong::closedWhileEditing()
{
    auto document = std::make_unique<ValuesDocument>(longText());
    Edit edit(*document, [] { return NamedEdits{{YamlEdit::set(replicas, YamlValue::integer(7))}, {}}; });
    document.reset();
    QTRY_VERIFY(edit.result);
    QVERIFY(!*edit.result && edit.result->error().isCancelled());
}

void TestValuesDocumentLong::undoAndRedoWhileReading()
{
    const QByteArray before = longText();
    ValuesDocument document(before);
    QVERIFY(document.setValue(replicas, YamlValue::integer(7)));
    document.replace(patchFor(document.text(), "replicas: 7", "replicas: 8"));
    const QByteArray after = document.text();
    document.undoStack()->undo();
    document.undoStack()->undo();
    QCOMPARE(document.text(), before);
    QTRY_VERIFY(document.isUpToDate());
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(3)));
    document.undoStack()->redo();
    document.undoStack()->redo();
    QCOMPARE(document.text(), after);
    QTRY_VERIFY(document.isUpToDate());
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(8)));
}

void TestValuesDocumentLong::brokenAndMendedWhileReading()
{
    ValuesDocument document(longText());
    QSignalSpy problems(&document, &ValuesDocument::problem);
    document.replace(patchFor(document.text(), "replicas: 3", "replicas: '3"));
    QTRY_VERIFY(document.error());
    QVERIFY(document.isUpToDate());
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(3)));
    const Result<> refused = document.setValue(replicas, YamlValue::integer(4));
    QVERIFY(!refused);
    document.replace(patchFor(document.text(), "replicas: '3", "replicas: 4"));
    QVERIFY(document.setValue({QStringLiteral("worker"), QStringLiteral("maxReplicas")}, YamlValue::integer(9))); // mended already
    QVERIFY(!document.error());
    QCOMPARE(problems.size(), 2);
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(4)));
}

void TestValuesDocumentLong::closedWhileReading()
{
    for (int i = 0; i < 5; ++i) {
        auto document = std::make_unique<ValuesDocument>(longText());
        document->replace(patchFor(document->text(), "replicas: 3", "replicas: 5"));
        QTest::qWait(i);
        document.reset();
    }
    QTest::qWait(100); // the answers arrive
}

void TestValuesDocumentLong::closedByASlot()
{
    auto document = std::make_unique<ValuesDocument>(longText());
    connect(document.get(), &ValuesDocument::treeChanged, this, [&document] { document.reset(); });
    document->replace(patchFor(document->text(), "replicas: 3", "replicas: 5"));
    QTRY_VERIFY(!document);
    QTest::qWait(20);
}

void TestValuesDocumentLong::typingIsOneSmallEntry()
{
    const QByteArray before = longText();
    ValuesDocument document(before);
    const qsizetype at = before.indexOf("# note 700") + 2;
    for (int i = 0; i < 1000; ++i)
        document.replace(TextPatch{at + i, 0, "x"});
    QCOMPARE(document.undoStack()->count(), 1);
    QTRY_VERIFY(document.isUpToDate());
    document.undoStack()->undo();
    QCOMPARE(document.text(), before);
}

void TestValuesDocumentLong::findingsFollow()
{
    ValuesDocument document(longText());
    ValuesCheck check;
    std::optional<ValuesFindings> last;
    connect(&check, &ValuesCheck::found, this, [&last](const ValuesFindings &findings) { last = findings; });
    check.setDocument(&document);
    QTRY_VERIFY(last);
    const qsizetype before = last->problems.size();
    document.replace(patchFor(document.text(), "  replicas: 3", "  replica: 3"));
    QTRY_COMPARE(last->problems.size(), before + 1);
    QCOMPARE(last->places.size(), last->problems.size());
    QCOMPARE(last->index, document.sharedIndex());
    const auto unknown = std::find_if(last->problems.cbegin(), last->problems.cend(),
                                      [](const Problem &problem) { return problem.rule == QLatin1String("unknown-key"); });
    QVERIFY(unknown != last->problems.cend());
    const TextPlace place = last->places[unknown - last->problems.cbegin()];
    QCOMPARE(document.text().mid(place.begin, place.end - place.begin), QByteArray("3"));
    document.replace(patchFor(document.text(), "  replica: 3", "  replica: '3"));
    QTRY_COMPARE(last->problems.constFirst().rule, QStringLiteral("unreadable"));
    QCOMPARE(last->problems.size(), 1);
    QVERIFY(last->places.constFirst().end > last->places.constFirst().begin);
}

void TestValuesDocumentLong::newestFindingsWin()
{
    ValuesDocument document(longText());
    ValuesCheck check;
    bool always = true;
    int workers = 0;
    connect(&check, &ValuesCheck::found, this, [&](const ValuesFindings &findings) {
        workers = findings.summary.workers;
        always = always && document.isUpToDate() && findings.index == document.sharedIndex();
    });
    check.setDocument(&document);
    for (int i = 4; i < 40; ++i) {
        document.replace(patchFor(document.text(), "replicas: " + QByteArray::number(i - 1), "replicas: " + QByteArray::number(i)));
        QTest::qWait(i % 5);
    }
    document.replace(patchFor(document.text(), "maxReplicas: ", "maxReplicas: 9"));
    QTRY_COMPARE(workers, 39);
    QVERIFY(always);
    QTest::qWait(50);
    QCOMPARE(workers, 39);
    QVERIFY(always);
}

/// Worked out while the second reader still checks; what only the first can read leads to nothing.
void TestValuesDocumentLong::findingsComeWithTheReading()
{
    ValuesDocument document(longText());
    QVERIFY(!document.reading().findings);
    ValuesCheck check;
    std::optional<ValuesFindings> last;
    connect(&check, &ValuesCheck::found, this, [&last](const ValuesFindings &findings) { last = findings; });
    check.setDocument(&document);
    QTRY_VERIFY(last);
    last.reset();
    document.replace(patchFor(document.text(), "replicas: 3", "replicas: 2"));
    QTRY_VERIFY(document.isUpToDate());
    QVERIFY(document.reading().findings);
    QCOMPARE(document.reading().findings->index, document.sharedIndex());
    QTRY_VERIFY(last);
    QCOMPARE(last->summary.workers, 2);
    const QByteArray differs = "x:\n- &a one\n  two\n"; // yaml-cpp reads two values
    QVERIFY(!YamlIndex::parse(differs));
    document.replace(TextPatch{document.text().size(), 0, differs});
    QTRY_VERIFY(document.isUpToDate());
    QVERIFY(document.error());
    QVERIFY(!document.reading().findings);
    QCOMPARE(document.tree().at(replicas).toInteger(), std::optional(qint64(2))); // of the last text that both could read
    QTRY_COMPARE(last->problems.constFirst().rule, QStringLiteral("unreadable"));
}

void TestValuesDocumentLong::findingsOfAnOlderContextAreDropped()
{
    ValuesDocument document(longText());
    ValuesCheck check;
    std::optional<ValuesFindings> last;
    connect(&check, &ValuesCheck::found, this, [&last](const ValuesFindings &findings) { last = findings; });
    check.setDocument(&document);
    document.replace(patchFor(document.text(), "replicas: 3", "replicas: 2"));
    ProblemContext context;
    context.releaseName = QString(60, QLatin1Char('x')); // too long a name
    check.setContext(context); // while a worker is at it
    QTRY_VERIFY(document.isUpToDate());
    const auto tooLong = [](const Problem &problem) { return problem.rule == QLatin1String("name-too-long"); };
    QTRY_VERIFY(last && std::any_of(last->problems.cbegin(), last->problems.cend(), tooLong));
    QTest::qWait(50);
    QVERIFY(std::any_of(last->problems.cbegin(), last->problems.cend(), tooLong));
}

void TestValuesDocumentLong::closedWhileChecking()
{
    ValuesDocument document(longText());
    for (int i = 0; i < 5; ++i) {
        auto check = std::make_unique<ValuesCheck>();
        check->setDocument(&document);
        QTest::qWait(i);
        check.reset();
    }
    auto check = std::make_unique<ValuesCheck>();
    connect(check.get(), &ValuesCheck::found, this, [&check] { check.reset(); });
    check->setDocument(&document);
    QTRY_VERIFY(!check);
    QTest::qWait(100);
}

void TestValuesDocumentLong::otherDocumentWhileChecking()
{
    auto first = std::make_unique<ValuesDocument>(longText().replace("replicas: 3", "replicas: 2"));
    ValuesDocument second(longText());
    ValuesCheck check;
    QList<YamlIndex::Pointer> seen;
    connect(&check, &ValuesCheck::found, this, [&seen](const ValuesFindings &findings) { seen.append(findings.index); });
    check.setDocument(first.get());
    QTest::qWait(1); // its check is under way
    check.setDocument(&second);
    seen.clear();
    first.reset();
    QTRY_VERIFY(!seen.isEmpty());
    QTest::qWait(50);
    for (const YamlIndex::Pointer &index : std::as_const(seen))
        QCOMPARE(index, second.sharedIndex()); // never those of the other one
    check.setDocument(nullptr);
}

QTEST_GUILESS_MAIN(TestValuesDocumentLong)
#include "tst_valuesdocumentlong.moc"
