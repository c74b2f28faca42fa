// The text side of the values editor: in step with the form also for a long file, coloured and underlined where it is seen.
#include "valuesdriver.h"

#include "ui/valueseditor.h"
#include "ui/valuesfieldrow.h"
#include "ui/valuesformview.h"
#include "ui/valuestools.h"
#include "ui/yamltextview.h"

#include "values/valuesdocument.h"

#include <QApplication>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolTip>
#include <QUndoStack>
#include <QVBoxLayout>

using namespace rayhelm;

namespace {

QByteArray longText()
{
    QByteArray text = ValuesSchema::exampleFile();
    text += "common:\n  containerEnv:\n";
    for (int i = 0; i < 1500; ++i)
        text += "    - name: SETTING_" + QByteArray::number(i) + "\n      value: \"entry\"\n";
    return text;
}

QByteArray manyGroups()
{
    QByteArray text = ValuesSchema::exampleFile() + "additionalWorkerGroups:\n";
    for (int i = 1; i <= 20; ++i) {
        text += "  group" + QByteArray::number(i) + ":\n    disabled: false\n    replicas: 1\n    minReplicas: 0\n    maxReplicas: 3\n    containerEnv: []\n";
        for (int k = 0; k < 60; ++k)
            text += "    # note\n";
    }
    return text;
}

int lineOf(const QByteArray &text, const QByteArray &words)
{
    return int(text.left(text.indexOf(words)).count('\n')) + 1;
}

} // namespace

class TestValuesEditorText : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ValuesDocument> m_document;
    ValuesEditor *m_editor = nullptr;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ValuesDriver> m_person;

    void open(const QByteArray &text)
    {
        m_editor->setDocument(nullptr);
        m_document = std::make_unique<ValuesDocument>(text);
        m_editor->setDocument(m_document.get());
        m_editor->setSavedBytes(text);
    }
    YamlTextView *view() const { return m_editor->textView(); }
    /// What the view shows is what the document holds.
    bool inStep() const { return m_person->shownText() == QString::fromUtf8(m_document->text()); }
    QTextCharFormat::UnderlineStyle underlineIn(const QString &words) const
    {
        const QTextCursor found = view()->document()->find(words);
        for (const QTextEdit::ExtraSelection &selection : view()->extraSelections()) {
            const bool covers = selection.cursor.selectionStart() <= found.selectionStart()
                && selection.cursor.selectionEnd() >= found.selectionEnd();
            if (covers && selection.format.underlineStyle() != QTextCharFormat::NoUnderline)
                return selection.format.underlineStyle();
        }
        return QTextCharFormat::NoUnderline;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_editor = new ValuesEditor;
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(m_editor->tools());
        column->addWidget(m_editor);
        m_person = std::make_unique<ValuesDriver>(*m_editor);
        m_window->resize(1200, 760);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_person.reset();
        m_window.reset(); // also while a worker is reading
        m_document.reset();
    }

    void longTextUpdatesTheForm()
    {
        open(longText());
        QVERIFY(isLongText(m_document->text()));
        QVERIFY(m_person->putCursorBehind(QStringLiteral("replicas: 3")));
        m_person->typeText(QStringLiteral("\b12"));
        QVERIFY(inStep()); // the text at once, the form soon
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("12"));
        QTRY_VERIFY(m_editor->summary().text().contains(QStringLiteral("3 workers"))); // maxReplicas is 3
        QTRY_VERIFY(!m_person->problems().filter(QStringLiteral("most allowed")).isEmpty());
        m_person->undoByKey();
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("3"));
        QCOMPARE(m_document->text(), longText());
        QVERIFY(inStep());
    }

    /// Typed into the form before what was typed into the text has been read: both stay, each with its own undo.
    void formEditWhileReading()
    {
        open(longText());
        QVERIFY(m_person->putCursorBehind(QStringLiteral("  repository: ")));
        m_person->typeText(QStringLiteral("/new"));
        QVERIFY(!m_document->isUpToDate());
        QVERIFY(m_person->enter(QStringLiteral("Workers"), QStringLiteral("2")));
        QTRY_VERIFY(m_document->text().contains("  replicas: 2"));
        QVERIFY(m_document->text().contains("  repository: /new"));
        QVERIFY(inStep());
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("2"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->text().contains("  replicas: 3"));
        QVERIFY(m_document->text().contains("  repository: /new"));
        m_document->undoStack()->undo();
        QCOMPARE(m_document->text(), longText());
        QVERIFY(inStep());
        m_document->undoStack()->redo();
        m_document->undoStack()->redo();
        QVERIFY(m_document->text().contains("  replicas: 2"));
        QVERIFY(inStep());
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("2"));
    }

    /// Into a long file the form writes in a worker thread; Escape, more typing and saving in that moment lose nothing.
    void formEditIsMadeElsewhere()
    {
        open(longText());
        const QString field = QStringLiteral("Partition");
        QVERIFY(m_person->type(field, QStringLiteral("one")));
        ValuesFieldRow *row = m_person->row(field);
        row->setCurrent(false); // as when the focus goes on
        QVERIFY(!m_document->text().contains("--partition=one"));
        QVERIFY(m_person->type(field, QStringLiteral("two"))); // before the worker has answered
        QTRY_VERIFY(m_document->text().contains("--partition=two"));
        QVERIFY(inStep());
        QVERIFY(m_person->type(field, QStringLiteral("three")));
        row->setCurrent(false);
        QVERIFY(row->discardTyped());
        QTest::qWait(200);
        QVERIFY(m_document->text().contains("--partition=two"));
        QVERIFY(m_person->type(field, QStringLiteral("four")));
        row->setCurrent(false);
        QVERIFY(m_editor->commit()); // as saving does
        QVERIFY(m_document->text().contains("--partition=four"));
        QTest::qWait(200);
        QVERIFY(inStep());
        QVERIFY(m_document->text().contains("--partition=four"));
        QVERIFY(m_person->enter(QStringLiteral("Workers"), QStringLiteral("2")));
        QTRY_VERIFY(m_document->text().contains("  replicas: 2 "));
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("2"));
    }

    void brokenLongTextFreezesTheForm()
    {
        open(longText());
        const QByteArray words("  groupName: workergroup");
        QVERIFY(m_person->putCursorBehind(QString::fromUtf8(words)));
        m_person->typeText(QStringLiteral(": x"));
        QTRY_VERIFY(m_person->banner().contains(QString::number(lineOf(longText(), words))));
        QVERIFY(m_person->isReadOnly(QStringLiteral("Workers")));
        QVERIFY(m_document->text().contains("workergroup: x"));
        QTRY_COMPARE(underlineIn(QStringLiteral("groupName: workergroup: x")), QTextCharFormat::WaveUnderline);
        m_person->typeText(QStringLiteral("\b\b\b"));
        QTRY_VERIFY(m_person->banner().isEmpty());
        QTRY_VERIFY(!m_person->isReadOnly(QStringLiteral("Workers")));
        QCOMPARE(m_document->text(), longText());
    }

    void closedWhileTyping()
    {
        open(longText());
        QVERIFY(m_person->putCursorBehind(QStringLiteral("replicas: 3")));
        m_person->typeText(QStringLiteral("1"));
        QVERIFY(!m_document->isUpToDate());
        m_editor->setDocument(nullptr);
        m_document.reset();
        QTest::qWait(30);
        QCOMPARE(m_person->shownText(), QString());
        open(longText());
        m_person->putCursorBehind(QStringLiteral("replicas: 3"));
        m_person->typeText(QStringLiteral("1")); // and the window closes in cleanup()
    }

    /// Every kind of change reaches the document byte for byte, by its place alone.
    void everyKeyKeepsBothAlike_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray plain("head:\n  a: 1\n  b: \xc3\xa4\xf0\x9f\x98\x80 # x\nworker:\n  c: aaa\n");
        QTest::newRow("plain") << plain;
        QTest::newRow("windows") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("mark at the start") << "\xef\xbb\xbf" + plain;
        QTest::newRow("no line end at the end") << plain.chopped(1);
    }

    void everyKeyKeepsBothAlike()
    {
        QFETCH(QByteArray, text);
        open(text);
        const auto shownAs = [this] {
            QByteArray bytes = m_document->text();
            if (bytes.startsWith("\xef\xbb\xbf"))
                bytes.remove(0, 3);
            return QString::fromUtf8(bytes.replace("\r\n", "\n"));
        };
        QVERIFY(m_person->putCursorBehind(QStringLiteral("aa")));
        for (const QString &keys : {QStringLiteral("a"), QStringLiteral("\b\b"), QStringLiteral("\nx: y\n"), QStringLiteral("\b\b\b\b\b\b\b\b\bz")}) {
            m_person->typeText(keys);
            QCOMPARE(m_person->shownText(), shownAs());
        }
        QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
        m_person->typeText(QStringLiteral("# first\n"));
        QCOMPARE(m_person->shownText(), shownAs());
        QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
        m_person->typeText(QStringLiteral("\n# last"));
        QCOMPARE(m_person->shownText(), shownAs());
        QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view(), Qt::Key_Tab); // indents both
        QCOMPARE(m_person->shownText(), shownAs());
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(m_person->shownText(), shownAs());
        view()->selectAll();
        view()->insertPlainText(QString(QChar(0)) + QStringLiteral("new: \u2029 1\r"));
        QCOMPARE(m_document->text().count('\0'), 1);
        while (m_document->undoStack()->canUndo()) {
            m_document->undoStack()->undo();
            if (m_document->text().isValidUtf8() && !m_document->text().contains('\0'))
                QCOMPARE(m_person->shownText(), shownAs());
        }
        QCOMPARE(m_document->text(), text);
    }

    void problemsAreUnderlined()
    {
        QByteArray text = ValuesSchema::exampleFile();
        text.replace("  replicas: 3", "  replica: 3").replace("  minReplicas: 1", "  minReplicas: -1");
        open(text);
        QTRY_COMPARE(underlineIn(QStringLiteral("-1")), QTextCharFormat::NoUnderline); // not seen yet
        view()->goToLine(lineOf(text, "  replica: 3"));
        QTRY_COMPARE(underlineIn(QStringLiteral("-1")), QTextCharFormat::WaveUnderline);
        const QTextCursor hint = view()->document()->find(QStringLiteral("replica: 3"));
        QTextCursor value(view()->document());
        value.setPosition(hint.selectionEnd());
        QCOMPARE(underlineIn(QStringLiteral("  replica: 3")), QTextCharFormat::NoUnderline); // only its value
        bool dotted = false;
        for (const QTextEdit::ExtraSelection &selection : view()->extraSelections())
            dotted = dotted || (selection.cursor.selectionEnd() == value.position() && selection.format.underlineStyle() == QTextCharFormat::DotLine);
        QVERIFY(dotted);
        // Heard where the cursor stands, and shown where the mouse does.
        QVERIFY2(view()->accessibleDescription().startsWith(QStringLiteral("Hint for line %1").arg(lineOf(text, "  replica: 3"))),
                 qPrintable(view()->accessibleDescription()));
        QVERIFY(view()->accessibleDescription().contains(QStringLiteral("replicas")));
        QTest::keyClick(view(), Qt::Key_Down);
        QVERIFY2(view()->accessibleDescription().startsWith(QStringLiteral("Problem in line")), qPrintable(view()->accessibleDescription()));
        QTest::keyClick(view(), Qt::Key_Down);
        QVERIFY(!view()->accessibleDescription().contains(QStringLiteral("Problem in line")));
    }

    /// Until the text was checked again the underlines keep to their words.
    /// A document that is being replaced counts its cursors: the view must not replace its selections in that moment.
    void selectionsWaitForTheWholeText()
    {
        YamlTextView view;
        view.resize(400, 300);
        view.show();
        view.showText(QString::fromUtf8(longText()));
        QList<TextMark> marks;
        for (int i = 0; i < 1000; i += 10)
            marks.append(TextMark{i, 3, true, QStringLiteral("mark")});
        view.setMarks(marks);
        view.verticalScrollBar()->setValue(10);
        const qsizetype before = view.extraSelections().size(); // those in sight
        int scrolled = 0;
        qsizetype meanwhile = before;
        connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, [&] {
            if (++scrolled == 1)
                meanwhile = view.extraSelections().size();
        });
        view.showText(QStringLiteral("~")); // nothing in common: the document begins anew
        QVERIFY(scrolled > 0);
        QCOMPARE(meanwhile, before);
        QCOMPARE(view.extraSelections().size(), 0);
    }

    void underlinesMoveWithTheText()
    {
        QByteArray text = longText();
        text.replace("  minReplicas: 1", "  minReplicas: -1");
        open(text);
        view()->goToLine(lineOf(text, "  minReplicas: -1"));
        QTRY_COMPARE(underlineIn(QStringLiteral("-1")), QTextCharFormat::WaveUnderline);
        QTest::keyClick(view(), Qt::Key_Up);
        QTest::keyClick(view(), Qt::Key_Home);
        m_person->typeText(QStringLiteral("# x\n"));
        QVERIFY(!m_document->isUpToDate());
        QCOMPARE(underlineIn(QStringLiteral("-1")), QTextCharFormat::WaveUnderline);
    }

    void onlyWhatIsSeenIsColoured()
    {
        open(longText());
        QTRY_VERIFY(!view()->document()->firstBlock().layout()->formats().isEmpty());
        const QTextBlock last = view()->document()->lastBlock().previous();
        QVERIFY(last.layout()->formats().isEmpty());
        view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum());
        QTRY_VERIFY(!last.layout()->formats().isEmpty());
        // A block of text that opens far above changes what is seen here, once it is looked at.
        const auto before = last.layout()->formats();
        QTextCursor cursor = view()->document()->find(QStringLiteral("  containerEnv:"));
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(QStringLiteral("\n  open: |"));
        QCOMPARE(last.layout()->formats(), before);
        view()->viewport()->update();
        QTRY_VERIFY(last.layout()->formats() != before);
    }

    void manyWorkerGroupsComeIntoSight()
    {
        open(manyGroups());
        const QString replicas = QStringLiteral("worker.replicas");
        QListWidget *groups = m_editor->form()->groupList();
        QTRY_VERIFY(m_editor->form()->rowFor(replicas));
        const auto hasRowsOf = [this, &replicas](const QString &podGroup) {
            const ValuesFieldRow *row = m_editor->form()->rowFor(replicas, podGroup);
            return row && row->podGroup() == podGroup;
        };
        QVERIFY(!hasRowsOf(QStringLiteral("group19")));
        groups->setFocus();
        groups->setCurrentRow(groups->count() - 1);
        QTRY_VERIFY(hasRowsOf(QStringLiteral("group20")));
        QVERIFY(!hasRowsOf(QStringLiteral("group10")));
        QVERIFY(m_editor->form()->goTo(replicas, QStringLiteral("group10")));
        QVERIFY(hasRowsOf(QStringLiteral("group10")));
        QCOMPARE(m_editor->form()->currentRow(), m_editor->form()->rowFor(replicas, QStringLiteral("group10")));
    }

    void renamedGroupLeavesTheOtherRowsAlone()
    {
        open(manyGroups());
        const ValuesFieldRow *before = m_person->row(QStringLiteral("Image file"));
        QVERIFY(before);
        const auto titles = [this] {
            QStringList texts;
            for (int i = 0; i < m_editor->form()->groupList()->count(); ++i)
                texts.append(m_editor->form()->groupList()->item(i)->text());
            return texts;
        };
        const QStringList old = titles();
        QVERIFY(m_person->putCursorBehind(QStringLiteral("  group7")));
        m_person->typeText(QStringLiteral("x"));
        QTRY_VERIFY(titles().join(QLatin1Char('|')).contains(QStringLiteral("group7x")));
        QCOMPARE(titles().size(), old.size());
        QCOMPARE(titles().indexOf(QRegularExpression(QStringLiteral(".*group7x.*"))), old.indexOf(QRegularExpression(QStringLiteral(".*group7\\b.*"))));
        QCOMPARE(m_person->row(QStringLiteral("Image file")), before);
        m_person->undoByKey();
        QTRY_COMPARE(titles(), old);
    }

    void cursorAndFieldGoTogetherInALongText()
    {
        open(longText());
        QTest::qWait(1);
        QTRY_VERIFY(!m_editor->problems().isEmpty());
        QVERIFY(m_person->type(QStringLiteral("Workers"), QStringLiteral("3")));
        QTRY_VERIFY(!view()->extraSelections().isEmpty());
        QCOMPARE(view()->extraSelections().constFirst().cursor.blockNumber() + 1, lineOf(longText(), "  replicas: 3"));
        QVERIFY(m_person->putCursorBehind(QStringLiteral("  repository: ")));
        const QImage with = m_person->row(QStringLiteral("Image file"))->grab().toImage();
        QVERIFY(m_person->putCursorBehind(QStringLiteral("replicas: ")));
        QVERIFY(with != m_person->row(QStringLiteral("Image file"))->grab().toImage());
    }
};

QTEST_MAIN(TestValuesEditorText)
#include "tst_valueseditortext.moc"
