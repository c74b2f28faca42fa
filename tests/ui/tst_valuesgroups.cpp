#include "paneldriver.h"
#include "valuesdriver.h"

#include "ui/fieldlongtext.h"
#include "ui/valueseditor.h"
#include "ui/valuesfieldrow.h"
#include "ui/valuesformview.h"
#include "ui/valuestools.h"
#include "ui/workergroupsbar.h"

#include "values/valuesdocument.h"
#include "values/workergroups.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

using namespace rayhelm;

/// Worker groups, maps and lists, and the start script in the form; by keys.
class TestValuesGroups : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ValuesDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    ValuesEditor *m_editor = nullptr;
    std::unique_ptr<ValuesDriver> m_person;

    WorkerGroupsBar *bar() const { return m_editor->form()->workerGroups(); }

    bool press(const QString &text)
    {
        for (QPushButton *button : bar()->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isEnabled()) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                return true;
            }
        }
        return false;
    }

    QStringList groups() const
    {
        QStringList names;
        for (const WorkerGroup &group : WorkerGroups(*m_document).all())
            names.append(group.disabled ? group.name + QStringLiteral(" (off)") : group.name);
        return names;
    }

    /// Rows that need more room than the form has; it does not scroll sideways.
    QStringList tooWide() const
    {
        QStringList found;
        const auto *area = m_editor->form()->findChild<QScrollArea *>();
        for (const ValuesFieldRow *row : m_editor->form()->shownRows()) {
            if (row->minimumSizeHint().width() > area->viewport()->width())
                found.append(QStringLiteral("%1: %2 of %3").arg(row->labelText()).arg(row->minimumSizeHint().width()).arg(area->viewport()->width()));
        }
        if (found.isEmpty() && area->widget()->width() > area->viewport()->width())
            found.append(QStringLiteral("the form: %1 of %2").arg(area->widget()->width()).arg(area->viewport()->width()));
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<ValuesDocument>(ValuesSchema::exampleFile());
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
        m_editor->setDocument(m_document.get());
        m_editor->setSavedBytes(m_document->text());
    }

    void cleanup()
    {
        m_editor->setDocument(nullptr);
        m_window.reset();
    }

    void basicShowsNoGroupsUntilThereAreSome()
    {
        QVERIFY(!bar()->isVisible());
        m_editor->form()->setAllShown(true);
        QVERIFY(bar()->isVisible());
        m_editor->form()->setAllShown(false);
        QVERIFY(WorkerGroups(*m_document).duplicate(QStringLiteral("worker")));
        m_editor->checkNow();
        QVERIFY(bar()->isVisible());
    }

    void groupsComeAndGo()
    {
        m_editor->form()->setAllShown(true);
        QVERIFY(press(QStringLiteral("Add a copy")));
        QCOMPARE(groups(), (QStringList{QStringLiteral("worker"), QStringLiteral("worker-2")}));
        m_editor->checkNow();
        QCOMPARE(m_editor->count(Severity::Error), 0);
        QCOMPARE(bar()->list()->currentItem()->text(), QStringLiteral("worker-2"));
        QVERIFY(m_editor->form()->rowFor(QStringLiteral("worker.replicas"), QStringLiteral("worker-2")));
        see::shoot(m_window.get(), QStringLiteral("values-groups"));
        for (const int width : {1110, 590}) {
            m_window->resize(width, 700);
            QTest::qWait(50); // the layouts take more than one turn
            QCOMPARE(tooWide().join(QStringLiteral("; ")), QString());
        }

        QVERIFY(press(QStringLiteral("Disable")));
        QCOMPARE(groups().last(), QStringLiteral("worker-2 (off)"));
        QVERIFY(bar()->list()->currentItem()->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("disabled")));
        QVERIFY(press(QStringLiteral("Enable")));
        QCOMPARE(groups().last(), QStringLiteral("worker-2"));

        // Renaming by F2; a name that cannot be is refused with a sentence, and nothing is lost.
        const auto typeName = [this](const QString &name) {
            bar()->list()->setFocus();
            QTest::keyClick(bar()->list(), Qt::Key_F2);
            auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            QVERIFY(line);
            line->selectAll();
            QTest::keyClicks(line, name);
            QTest::keyClick(line, Qt::Key_Return);
        };
        typeName(QStringLiteral("My group"));
        QTRY_VERIFY(see::text(bar(), QStringLiteral("small letters, digits and hyphens")));
        QCOMPARE(groups().last(), QStringLiteral("worker-2"));
        typeName(QStringLiteral("a100"));
        QTRY_COMPARE(groups().last(), QStringLiteral("a100"));
        QTRY_COMPARE(bar()->list()->currentItem()->text(), QStringLiteral("a100"));

        QVERIFY(press(QStringLiteral("Remove")));
        QCOMPARE(groups(), QStringList{QStringLiteral("worker")});
        QVERIFY(!press(QStringLiteral("Remove"))); // the chart's own stays
        for (int i = 0; i < 5; ++i)
            m_person->undoByKey();
        QTRY_COMPARE(m_document->text(), ValuesSchema::exampleFile());
    }

    void mapsAndListsAreEditedInPlace()
    {
        m_editor->form()->setAllShown(true);
        QVERIFY(m_editor->form()->goTo(QStringLiteral("key.rayStartParams"), QStringLiteral("worker")));
        auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(text);
        QCOMPARE(text->toPlainText(), QStringLiteral("verbose: true"));
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, QStringLiteral("num-gpus: [1"));
        QTest::keyClick(text, Qt::Key_Tab);
        ValuesFieldRow *row = m_editor->form()->rowFor(QStringLiteral("key.rayStartParams"), QStringLiteral("worker"));
        QVERIFY(row && !row->refusal().isEmpty());
        QCOMPARE(m_document->text(), ValuesSchema::exampleFile());
        row->focusInput();
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(text, Qt::Key_Backspace);
        QTest::keyClicks(text, QStringLiteral("\"1\""));
        QTest::keyClick(text, Qt::Key_Tab);
        QVERIFY2(row->refusal().isEmpty(), qPrintable(row->refusal()));
        QByteArray expected = ValuesSchema::exampleFile();
        const auto at = expected.lastIndexOf("    verbose: true\n") + 18;
        expected.insert(at, "    num-gpus: \"1\"\n");
        QCOMPARE(m_document->text(), expected);
        see::shoot(m_window.get(), QStringLiteral("values-structure"));
    }

    void theStartScriptIsLockedFirst()
    {
        m_editor->form()->setAllShown(true);
        QVERIFY(m_editor->form()->goTo(QStringLiteral("pod.preExec"), {}));
        auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(text && text->isReadOnly());
        auto *input = qobject_cast<LongTextInput *>(text->parentWidget());
        QVERIFY(input);
        input->unlockButton()->setFocus();
        QTest::keyClick(input->unlockButton(), Qt::Key_Space);
        QVERIFY(!text->isReadOnly() && text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("module load x; "));
        QTest::keyClick(text, Qt::Key_Tab);
        QByteArray expected = ValuesSchema::exampleFile();
        expected.replace("pre-exec: \"mkdir", "pre-exec: \"module load x; mkdir");
        QCOMPARE(m_document->text(), expected); // head and workers, and not a byte behind the last word
    }
};

QTEST_MAIN(TestValuesGroups)
#include "tst_valuesgroups.moc"
