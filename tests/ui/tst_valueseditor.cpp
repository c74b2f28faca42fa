#include "folders.h"
#include "valuesdriver.h"

#include "ui/fieldinfo.h"
#include "ui/valueseditor.h"
#include "ui/valuesfieldrow.h"
#include "ui/valuesformview.h"
#include "ui/valuestools.h"
#include "ui/yamltextview.h"

#include "values/valuesdocument.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QUndoStack>
#include <QVBoxLayout>

using namespace rayhelm;

/// Lines of the first text that the second no longer has, and the other way round.
static QStringList changedLinesOf(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList old = before.split('\n');
    const QByteArrayList now = after.split('\n');
    QStringList changed;
    for (int i = 0; i < std::max(old.size(), now.size()); ++i) {
        if (old.value(i) != now.value(i))
            changed.append(QString::fromUtf8(now.value(i)).trimmed());
    }
    return changed;
}

class TestValuesEditor : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ValuesDocument> m_document;
    std::unique_ptr<ValuesEditor> m_editor;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ValuesDriver> m_person;
    QByteArray m_example;

    void open(const QByteArray &text)
    {
        m_editor->setDocument(nullptr);
        m_document = std::make_unique<ValuesDocument>(text);
        m_editor->setDocument(m_document.get());
        m_editor->setSavedBytes(text);
    }

private Q_SLOTS:
    void initTestCase() { m_example = ValuesSchema::exampleFile(); QVERIFY(!m_example.isEmpty()); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_editor = std::make_unique<ValuesEditor>();
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(m_editor->tools());
        column->addWidget(m_editor.get());
        m_person = std::make_unique<ValuesDriver>(*m_editor);
        m_window->resize(1200, 760);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open(m_example);
    }

    void cleanup()
    {
        m_editor->setDocument(nullptr);
        m_person.reset();
        m_editor.release(); // the window owns it
        m_window.reset();
        m_document.reset();
    }

    void showsTheExample()
    {
        QCOMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("3"));
        QCOMPARE(m_person->fieldText(QStringLiteral("GPUs per pod")), QStringLiteral("1"));
        QCOMPARE(m_person->fieldText(QStringLiteral("CPUs")), QStringLiteral("64"));
        QCOMPARE(m_person->fieldText(QStringLiteral("Memory")), QStringLiteral("128 GB"));
        QCOMPARE(m_person->fieldText(QStringLiteral("Time limit")), QStringLiteral("3 h 50 min"));
        QCOMPARE(m_person->fieldText(QStringLiteral("Partition")), QStringLiteral("gpu"));
        QVERIFY(m_editor->summary().text().contains(QStringLiteral("1 head + 3 workers, 4 GPUs, 256 CPUs, up to ")));
        QCOMPARE(m_person->shownText(), QString::fromUtf8(m_example));
        QCOMPARE(m_document->text(), m_example); // showing changes nothing
    }

    /// One field edit changes only its lines, one undo brings the bytes back, and the entry is in words.
    void fieldEditChangesOnlyItsLines_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("part");
        QTest::newRow("workers") << "Workers" << "2" << 1 << "replicas: 2 # TODO: Change number of workers in cluster";
        QTest::newRow("memory") << "Memory" << "64 GB" << 4 << "memory: \"64G\"";
        QTest::newRow("cpus") << "CPUs" << "32" << 4 << "cpu: \"32\"";
        QTest::newRow("gpus") << "GPUs per pod" << "2" << 2 << "--gres=gpu:2";
        QTest::newRow("time") << "Time limit" << "2 h" << 2 << "--time=120";
        QTest::newRow("partition") << "Partition" << "dev" << 2 << "--partition=dev";
        QTest::newRow("image") << "Image file" << "/ceph/other" << 1 << "repository: /ceph/other";
    }

    void fieldEditChangesOnlyItsLines()
    {
        QFETCH(QString, label);
        QFETCH(QString, typed);
        QVERIFY(m_person->enter(label, typed));
        const QStringList changed = changedLinesOf(m_example, m_document->text());
        QTEST(int(changed.size()), "lines");
        QFETCH(QString, part);
        QVERIFY2(changed.constFirst().contains(part), qPrintable(changed.join(QLatin1Char('\n'))));
        QTRY_COMPARE(m_person->shownText(), QString::fromUtf8(m_document->text()));
        QVERIFY2(m_editor->undoAction()->text().contains(label.section(QLatin1Char(' '), 0, 0)), qPrintable(m_editor->undoAction()->text()));
        m_person->undoByKey();
        QCOMPARE(m_document->text(), m_example);
        m_person->redoByKey();
        QCOMPARE(changedLinesOf(m_example, m_document->text()), changed);
    }

    void typingInPausesIsOneEdit()
    {
        QVERIFY(m_person->type(QStringLiteral("Memory"), QStringLiteral("6")));
        QTRY_VERIFY(m_document->text().contains("memory: \"6\""));
        QTest::qWait(50); // the form has been brought up to date by now, and the field still shows what was typed
        QCOMPARE(m_person->fieldText(QStringLiteral("Memory")), QStringLiteral("6"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("4 GB"));
        QTRY_VERIFY(m_document->text().contains("memory: \"64G\""));
        QCOMPARE(m_document->undoStack()->index(), 1);
        m_person->undoByKey();
        QCOMPARE(m_document->text(), m_example);
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Memory")), QStringLiteral("128 GB"));
    }

    void refusedTextStaysAndIsExplained()
    {
        QVERIFY(m_person->enter(QStringLiteral("Time limit"), QStringLiteral("soon")));
        QVERIFY(!m_person->refusal(QStringLiteral("Time limit")).isEmpty());
        QCOMPARE(m_document->text(), m_example);
        QCOMPARE(m_person->fieldText(QStringLiteral("Time limit")), QStringLiteral("soon"));
        QTRY_VERIFY(!m_person->problems().filter(QStringLiteral("Time limit")).isEmpty()); // it stops installing
        QVERIFY(m_editor->count(Severity::Error) > 0);
        QVERIFY(m_person->enter(QStringLiteral("Workers"), QStringLiteral("2")));
        QCOMPARE(m_person->fieldText(QStringLiteral("Time limit")), QStringLiteral("soon"));
        QVERIFY(m_person->type(QStringLiteral("Time limit"), QStringLiteral("later")));
        m_person->undoByKey();
        QCOMPARE(m_person->fieldText(QStringLiteral("Time limit")), QStringLiteral("3 h 50 min"));
        QVERIFY(m_person->refusal(QStringLiteral("Time limit")).isEmpty());
    }

    void textUpdatesTheForm()
    {
        QVERIFY(m_person->putCursorBehind(QStringLiteral("replicas: 3")));
        m_person->typeText(QStringLiteral("\b7"));
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("7"));
        QCOMPARE(changedLinesOf(m_example, m_document->text()).size(), 1);
        m_person->undoByKey();
        QCOMPARE(m_document->text(), m_example);
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("3"));
        QCOMPARE(m_person->shownText(), QString::fromUtf8(m_example));
    }

    void brokenTextFreezesTheFormAndLosesNothing()
    {
        QVERIFY(m_person->enter(QStringLiteral("Workers"), QStringLiteral("2")));
        QVERIFY(m_person->putCursorBehind(QStringLiteral("groupName: workergroup")));
        m_person->typeText(QStringLiteral(": x"));
        QTRY_VERIFY(!m_person->banner().isEmpty());
        const QString line = QString::number(m_editor->textView()->currentLine());
        QVERIFY2(m_person->banner().contains(line), qPrintable(m_person->banner()));
        QVERIFY(m_person->isReadOnly(QStringLiteral("Workers")));
        QVERIFY(m_person->isReadOnly(QStringLiteral("Partition")));
        QVERIFY(m_person->shownText().contains(QStringLiteral("workergroup: x")));
        m_person->typeText(QStringLiteral("\b\b\b"));
        QTRY_VERIFY(m_person->banner().isEmpty());
        QVERIFY(!m_person->isReadOnly(QStringLiteral("Workers")));
        QCOMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("2"));
        QCOMPARE(changedLinesOf(m_example, m_document->text()).size(), 1);
    }

    void windowsLineEndsAreKept()
    {
        QByteArray windows = m_example;
        windows.replace("\n", "\r\n");
        open(windows);
        QVERIFY(m_person->putCursorBehind(QStringLiteral("replicas: 3")));
        m_person->typeText(QStringLiteral("\b\b4"));
        QVERIFY(m_person->enter(QStringLiteral("Partition"), QStringLiteral("dev")));
        QByteArray text = m_document->text();
        QVERIFY(text.contains("replicas:4"));
        QCOMPARE(text.count("\r\n"), windows.count("\r\n"));
        QCOMPARE(text.replace("\r\n", "").count('\n'), 0);
    }

    void findsTheGpuField_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("label");
        QTest::newRow("label") << "gpu" << "GPUs per pod";
        QTest::newRow("term") << "--gres" << "GPUs per pod";
        QTest::newRow("of All") << "minRepl" << "At least";
        QTest::newRow("id") << "slurm.qos" << "Quality of service";
        QTest::newRow("key") << "interlink.eu/pod-vpn" << "Own address for each pod";
    }

    void findsTheGpuField()
    {
        QFETCH(QString, words);
        QVERIFY(!m_editor->form()->isAllShown());
        m_person->find(words, true);
        QTEST(m_person->focusedField(), "label");
    }

    void findTellsWhenNothingMatches()
    {
        m_person->find(QStringLiteral("zebra"), true);
        QCOMPARE(m_person->labels(), QStringList());
        QTest::keyClick(m_editor->tools()->find(), Qt::Key_Escape);
        QVERIFY(m_person->labels().contains(QStringLiteral("Workers")));
    }

    void unknownKeyHasAHintAndAFix()
    {
        QByteArray text = m_example;
        text.replace("  replicas: 3", "  replica: 3");
        open(text);
        m_editor->checkNow();
        const QStringList hints = m_person->problems().filter(QStringLiteral("replica"));
        QCOMPARE(hints.size(), 1);
        const int line = int(text.left(text.indexOf("  replica: 3")).count('\n')) + 1;
        QVERIFY2(hints[0].contains(QString::number(line)), qPrintable(hints[0]));
        QVERIFY(m_person->fix(QStringLiteral("\"replica\"")) || m_person->fix(QStringLiteral("replica")));
        QCOMPARE(m_document->text(), m_example);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->text(), text);
    }

    void case1_noSecretIsOneKeyPress()
    {
        const QByteArray text = "worker:\n  containerEnv:\n    - name: GAME_TOKEN\n      value: pawn\n";
        open(text);
        m_editor->checkNow();
        QSignalSpy said(m_editor.get(), &ValuesEditor::noSecretSaid);
        QVERIFY(m_person->fix(QStringLiteral("GAME_TOKEN")));
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.constFirst().constFirst().toString(), QStringLiteral("GAME_TOKEN"));
        QCOMPARE(m_document->text(), text);
        ProblemContext context;
        context.noSecrets = QStringList{QStringLiteral("GAME_TOKEN")};
        m_editor->setContext(context);
        m_editor->checkNow();
        QVERIFY(m_person->problems().filter(QStringLiteral("GAME_TOKEN")).isEmpty());
    }

    void case4_bothAreShownAndWhichCounts()
    {
        QFile file(testData("/cases/04-env-twice.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        open(text);
        QTableWidget *table = nullptr;
        const QList<QTableWidget *> tables = m_editor->findChildren<QTableWidget *>();
        for (QTableWidget *one : tables) {
            if (one->rowCount() == 5)
                table = one;
        }
        QVERIFY(table);
        QVERIFY(table->item(0, 1)->data(Qt::AccessibleDescriptionRole).toString().contains(QLatin1String("Does not count")));
        QVERIFY(table->item(2, 1)->data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        QStringList said;
        const QList<QLabel *> labels = table->parentWidget()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            said.append(label->text());
        QVERIFY2(said.join(QLatin1Char('|')).contains(QLatin1String("NCCL_DEBUG is given")), qPrintable(said.join(QLatin1Char('|'))));
        table->item(1, 1)->setText(QStringLiteral("16"));
        QByteArray expected = text;
        expected.replace("value: \"8\"", "value: \"16\"");
        QCOMPARE(m_document->text(), expected);
        table->setCurrentCell(0, 0); // the one that does not count goes; the one that counts stays
        QTest::keyClick(table, Qt::Key_Delete);
        expected.replace("    - name: RAY_OBJECT_STORE_ALLOW_SLOW_STORAGE\n      value: \"0\"\n", "");
        QCOMPARE(m_document->text(), expected);
    }

    void fieldAndLineGoTogether()
    {
        QVERIFY(m_person->type(QStringLiteral("Workers"), QStringLiteral("3")));
        const int line = int(m_example.left(m_example.indexOf("  replicas: 3")).count('\n')) + 1;
        QTRY_VERIFY(!m_editor->textView()->extraSelections().isEmpty());
        QCOMPARE(m_editor->textView()->extraSelections().constFirst().cursor.blockNumber() + 1, line);
        QVERIFY(m_person->putCursorBehind(QStringLiteral("  repository: ")));
        const QImage with = m_person->row(QStringLiteral("Image file"))->grab().toImage();
        QVERIFY(m_person->putCursorBehind(QStringLiteral("replicas: ")));
        const QImage without = m_person->row(QStringLiteral("Image file"))->grab().toImage();
        QVERIFY(with != without); // the field of the cursor's line is marked
    }

    /// F1 in a field opens what documents it.
    void helpOfAField()
    {
        open(m_example);
        QUrl opened;
        m_editor->info()->setUrlOpener([&opened](const QUrl &url) { opened = url; });
        QVERIFY(!m_editor->info()->sourceAction()->isEnabled());
        m_person->find(QStringLiteral("GPUs per pod"), true);
        QCOMPARE(m_person->focusedField(), QStringLiteral("GPUs per pod"));
        QVERIFY(m_editor->info()->sourceAction()->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QCOMPARE(opened, QUrl(QStringLiteral("https://slurm.schedmd.com/sbatch.html#OPT_gres")));
        m_person->find(QStringLiteral("Workers"), true);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY2(opened.path().endsWith(QStringLiteral("/ray-cluster/values.yaml")), qPrintable(opened.toString()));
    }

    void headAndWorkersApart()
    {
        QVERIFY(m_person->row(QStringLiteral("CPUs")));
        QVERIFY(!m_person->row(QStringLiteral("CPUs, head")));
        QVERIFY(m_person->putCursorBehind(QStringLiteral("cpu: \"64")));
        m_person->typeText(QStringLiteral("\b\b16"));
        QVERIFY(m_person->putCursorBehind(QStringLiteral("requests:\n")) || true);
        QTRY_VERIFY(m_person->row(QStringLiteral("CPUs, head")));
        QCOMPARE(m_person->fieldText(QStringLiteral("CPUs, workers")), QStringLiteral("64"));
        QVERIFY(m_person->enter(QStringLiteral("CPUs, workers"), QStringLiteral("8")));
        QVERIFY(m_document->text().contains("cpu: \"8\""));
    }

    void resetBringsTheDefaultBack()
    {
        QVERIFY(m_person->enter(QStringLiteral("Workers"), QStringLiteral("2")));
        ValuesFieldRow *row = m_person->row(QStringLiteral("Workers"));
        QAbstractButton *reset = nullptr;
        for (QAbstractButton *button : row->findChildren<QAbstractButton *>()) {
            if (button->accessibleName().startsWith(QLatin1String("Reset")))
                reset = button;
        }
        QVERIFY(reset);
        QTRY_VERIFY(reset->isVisible());
        reset->setFocus();
        QTest::keyClick(reset, Qt::Key_Space);
        QVERIFY(!m_document->text().contains("\n  replicas: "));
        QTRY_COMPARE(m_person->fieldText(QStringLiteral("Workers")), QStringLiteral("1"));
    }

    /// Tab leads through every field of the form and out again.
    void tabLeadsThroughTheForm()
    {
        m_editor->tools()->find()->setFocus(Qt::TabFocusReason);
        QSet<QString> visited;
        QWidget *const start = QApplication::focusWidget();
        int steps = 0;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget() == m_editor->textView())
                QTest::keyClick(m_editor->textView(), Qt::Key_Escape); // lets the next Tab leave
            visited.insert(m_person->focusedField());
        } while (QApplication::focusWidget() != start && ++steps < 200);
        QVERIFY2(steps < 200, "Tab does not lead out of the form");
        for (const QString &label : m_person->labels())
            QVERIFY2(visited.contains(label), qPrintable(label));
    }

    void everyControlHasANameAndADescription()
    {
        m_editor->form()->setAllShown(true);
        for (const ValuesFieldRow *row : m_editor->form()->shownRows()) {
            for (const QWidget *control : row->findChildren<QWidget *>()) {
                const bool inner = control->parentWidget() && qobject_cast<QComboBox *>(control->parentWidget());
                const bool spinLine = control->parentWidget() && qobject_cast<QAbstractSpinBox *>(control->parentWidget());
                if (!(control->focusPolicy() & Qt::TabFocus) || inner || spinLine || !control->isVisibleTo(row))
                    continue;
                const auto *button = qobject_cast<const QAbstractButton *>(control);
                QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(row->labelText()));
                QVERIFY2(!control->accessibleDescription().isEmpty(), qPrintable(row->labelText()));
            }
        }
    }

    void narrowWindowShowsOneViewAtATime()
    {
        m_window->resize(620, 420);
        QTRY_VERIFY(!m_editor->isWide());
        QVERIFY(!m_editor->textView()->isVisible());
        m_editor->switchAction()->trigger();
        QVERIFY(m_editor->textView()->isVisible());
        QVERIFY(m_editor->textView()->hasFocus());
        m_editor->switchAction()->trigger();
        QVERIFY(!m_editor->textView()->isVisible());
        QVERIFY(!m_person->focusedField().isEmpty());
    }
};

QTEST_MAIN(TestValuesEditor)
#include "tst_valueseditor.moc"
