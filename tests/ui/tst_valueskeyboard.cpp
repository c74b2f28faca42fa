// The configuration by keys alone: open, find, change in form and text, groups, problems, changes, save, a conflict, review.
#include "paneldriver.h"
#include "valuesdriver.h"

#include "session/configuration.h"
#include "session/session.h"
#include "ui/changespage.h"
#include "ui/comparepage.h"
#include "ui/inlinemessage.h"
#include "ui/panelstack.h"
#include "ui/reviewcontent.h"
#include "ui/reviewpage.h"
#include "ui/theme.h"
#include "ui/valueseditor.h"
#include "ui/valuesopendialog.h"
#include "ui/valuespanel.h"
#include "ui/valuesproblems.h"
#include "ui/yamltextview.h"
#include "values/valuesdocument.h"
#include "values/valuesschema.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QTest>

using namespace rayhelm;

class TestValuesKeyboard : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelVm> m_vm;
    ValuesPanel *m_panel = nullptr;
    std::unique_ptr<PanelStack> m_stack;
    std::unique_ptr<ValuesDriver> m_person;

    Configuration &configuration() { return m_vm->session().configuration(); }
    static void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY2(QApplication::focusWidget(), "nothing has the focus");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(code), modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static QString focusName()
    {
        const QWidget *widget = QApplication::focusWidget();
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return !widget ? QString() : button ? QString(button->text()).remove(QLatin1Char('&')) : widget->accessibleName();
    }
    /// Presses Tab, or Shift+Tab, until the focus is on a control of this name. In the text Tab indents, and leads on after Escape.
    static bool tabTo(const QString &name, Qt::Key tab = Qt::Key_Tab)
    {
        for (int i = 0; i < 120 && QApplication::focusWidget(); ++i) {
            if (focusName() == name)
                return true;
            if (qobject_cast<YamlTextView *>(QApplication::focusWidget()))
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QTest::keyClick(QApplication::focusWidget(), tab, tab == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return false;
    }
    /// Words into "Find a setting" and Return: the setting has the focus. (Ctrl+F is the main window's.)
    void goTo(const QString &words, const QString &label)
    {
        m_panel->focusFirst();
        key(Qt::Key_A, Qt::ControlModifier);
        type(words);
        key(Qt::Key_Return);
        QCOMPARE(m_person->focusedField(), label);
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp); }

    void init()
    {
        m_vm = std::make_unique<PanelVm>();
        m_panel = new ValuesPanel(m_vm->session());
        m_stack = std::make_unique<PanelStack>(m_panel);
        m_person = std::make_unique<ValuesDriver>(*m_panel->editor());
        m_stack->resize(1130, 700);
        m_stack->show();
        m_stack->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_stack.get()));
        QVERIFY(m_vm->connectNow());
        m_panel->focusFirst();
    }

    void cleanup()
    {
        m_person.reset();
        m_stack.reset();
        m_vm.reset();
    }

    void openChangeAndSave()
    {
        m_vm->putFile(QStringLiteral("a.yaml"), "worker:\n  replicas: 9\n");
        m_vm->putFile(QStringLiteral("b.yaml"), ValuesSchema::exampleFile());
        key(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QDialog *>(QApplication::activeWindow()));
        QTRY_VERIFY_WITH_TIMEOUT(configuration().filesOnVm().size() == 2, 20000);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(configuration().document() && !configuration().isBusy(), 20000);
        QCOMPARE(configuration().fileName(), QStringLiteral("b.yaml"));
        m_stack->activateWindow(); // as a window manager does when the dialog is gone
        QVERIFY(QTest::qWaitForWindowActive(m_stack.get()));
        m_panel->focusFirst(); // as the window does when the panel is chosen

        goTo(QStringLiteral("replicas"), QStringLiteral("Workers"));
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QVERIFY(configuration().document()->text().contains("  replicas: 2 "));
        goTo(QStringLiteral("gres"), QStringLiteral("GPUs per pod"));
        key(Qt::Key_Up);
        key(Qt::Key_Z, Qt::ControlModifier); // what is being typed
        goTo(QStringLiteral("partition"), QStringLiteral("Partition"));
        key(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("long"));

        key(Qt::Key_T, Qt::ControlModifier); // to the text; what was typed is written
        QCOMPARE(QApplication::focusWidget(), m_panel->editor()->textView());
        QVERIFY(configuration().document()->text().contains("--partition=long"));
        key(Qt::Key_Home, Qt::ControlModifier);
        type(QStringLiteral("# mine"));
        key(Qt::Key_Return);
        QVERIFY(configuration().document()->text().startsWith("# mine\n"));
        key(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!m_panel->editor()->textView()->hasFocus());
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!configuration().document()->text().contains("# mine"));
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(configuration().document()->text().startsWith("# mine"));

        const QByteArray edited = configuration().document()->text();
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_vm->storedFile(QStringLiteral("b.yaml")), edited, 20000);
        const QByteArrayList now = edited.split('\n').mid(1); // below the new first line
        const QByteArrayList before = ValuesSchema::exampleFile().split('\n');
        QCOMPARE(now.size(), before.size());
        QByteArrayList changed;
        for (qsizetype i = 0; i < now.size(); ++i) {
            if (now[i] != before[i])
                changed.append(now[i].trimmed());
        }
        QCOMPARE(changed.size(), 3); // the replicas, and the Slurm options of head and workers
    }

    void aProblemIsCorrected()
    {
        QByteArray bytes = ValuesSchema::exampleFile();
        bytes.replace("  replicas: 3", "  replicass: 3");
        m_vm->putFile(QStringLiteral("a.yaml"), bytes);
        configuration().openOnVm(QStringLiteral("a.yaml"));
        QTRY_VERIFY_WITH_TIMEOUT(configuration().document(), 20000);
        m_panel->focusFirst();
        QTRY_VERIFY(!m_person->problems().filter(QStringLiteral("replicass")).isEmpty());
        QVERIFY2(tabTo(QStringLiteral("Problems and hints")), "the list of problems cannot be reached by Tab");
        const auto *list = qobject_cast<QListWidget *>(QApplication::focusWidget());
        QVERIFY(list);
        for (int i = 0; i < list->count() && !list->currentItem()->text().contains(QStringLiteral("replicass")); ++i)
            key(Qt::Key_Down);
        QVERIFY2(tabTo(QStringLiteral("Go to it")), qPrintable(focusName()));
        key(Qt::Key_Tab); // the correction, by its own name
        QVERIFY2(focusName().contains(QStringLiteral("replicas")), qPrintable(focusName()));
        key(Qt::Key_Space);
        QTRY_COMPARE(configuration().document()->text(), ValuesSchema::exampleFile());
    }

    void aConflictIsMerged()
    {
        m_vm->putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        configuration().openOnVm(QStringLiteral("a.yaml"));
        QTRY_VERIFY_WITH_TIMEOUT(configuration().document() && !configuration().isBusy(), 20000);
        m_panel->focusFirst();
        goTo(QStringLiteral("replicas"), QStringLiteral("Workers"));
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        m_vm->putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile() + "# theirs\n");
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_panel->messageWidget()->isHidden(), 20000);
        QVERIFY2(tabTo(QStringLiteral("Show differences"), Qt::Key_Backtab), "the message cannot be reached by Tab");
        key(Qt::Key_Space);
        QTRY_VERIFY(m_panel->comparePage() && m_panel->comparePage()->isVisible());
        m_panel->comparePage()->focusFirst();
        const QByteArray both = m_panel->comparePage()->result();
        QVERIFY2(tabTo(m_panel->comparePage()->mergeAction()->text()), qPrintable(focusName()));
        key(Qt::Key_Space);
        QTRY_VERIFY(m_panel->isVisible());
        QCOMPARE(configuration().document()->text(), both);
        m_panel->focusFirst();
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_vm->storedFile(QStringLiteral("a.yaml")), both, 20000);
        QVERIFY(both.contains("  replicas: 2 ") && both.endsWith("# theirs\n"));
    }

    void theReviewIsReached()
    {
        m_vm->putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        configuration().openOnVm(QStringLiteral("a.yaml"));
        QTRY_VERIFY_WITH_TIMEOUT(configuration().document() && !configuration().isBusy(), 20000);
        m_panel->focusFirst();
        QVERIFY2(tabTo(QStringLiteral("Review and install..."), Qt::Key_Backtab), qPrintable(focusName()));
        key(Qt::Key_Space);
        ReviewPage *review = m_panel->reviewPage();
        QTRY_VERIFY(review->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(see::button(review, QStringLiteral("the resulting objects"))->isEnabled(), 20000);
        review->focusFirst();
        QVERIFY2(tabTo(QStringLiteral("what runs now")), qPrintable(focusName()));
        for (const char *next : {"the chart's defaults", "the resulting objects", "what Rayhelm adds"}) {
            key(Qt::Key_Right);
            QCOMPARE(focusName(), QString::fromLatin1(next));
        }
        QVERIFY(see::text(review, QStringLiteral("The second values file")));
        QVERIFY2(tabTo(QStringLiteral("Install")), qPrintable(focusName()));
    }
};

QTEST_MAIN(TestValuesKeyboard)
#include "tst_valueskeyboard.moc"
