#include "paneldriver.h"
#include "valuesdriver.h"

#include "session/configuration.h"
#include "core/taskscope.h"
#include "session/connection.h"
#include "session/session.h"
#include "session/valuesdraft.h"
#include "ui/changespage.h"
#include "ui/comparepage.h"
#include "ui/diffview.h"
#include "ui/inlinemessage.h"
#include "ui/panelstack.h"
#include "ui/reviewcontent.h"
#include "ui/reviewpage.h"
#include "ui/theme.h"
#include "ui/valueseditor.h"
#include "ui/valuesformview.h"
#include "ui/valuesnamedialog.h"
#include "ui/valuesopendialog.h"
#include "ui/valuespanel.h"
#include "values/valuesdocument.h"
#include "values/valuesschema.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include <QCoroTask>

using namespace rayhelm;

/// The configuration panel and the review over a real session and a scripted VM.
class TestValuesPanel : public QObject
{
    Q_OBJECT

    struct Shown {
        PanelVm vm;
        ValuesPanel *panel = new ValuesPanel(vm.session());
        PanelStack stack{panel};
        ValuesDriver person{*panel->editor()};

        Shown()
        {
            stack.resize(1130, 700);
            stack.show();
            stack.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&stack)); // else no field has the focus that keys go to
        }
        Configuration &configuration() { return vm.session().configuration(); }
        bool open(const QString &name)
        {
            configuration().openOnVm(name);
            return QTest::qWaitFor([this] { return configuration().document() && !configuration().isBusy(); }, 20000);
        }
        QString message() { return panel->messageWidget()->isHidden() ? QString() : panel->messageWidget()->message().what; }
    };

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp); }

    void nothingIsOpen()
    {
        Shown shown;
        QVERIFY(see::text(shown.panel, QStringLiteral("No configuration open.")));
        QCOMPARE(shown.panel->primaryAction(), shown.panel->templateAction());
        QVERIFY(!shown.panel->editor()->isVisible());
        QCOMPARE(see::unnamed(shown.panel), QStringList());
        see::shoot(shown.panel, QStringLiteral("values-empty"));
        shown.panel->primaryAction()->trigger();
        QVERIFY(shown.panel->editor()->isVisible());
        QCOMPARE(shown.panel->primaryAction(), shown.panel->reviewAction());
        QVERIFY(see::text(shown.panel, QStringLiteral("tester_raycluster.yaml")) || see::text(shown.panel, QStringLiteral("not saved")));
        QVERIFY(see::text(shown.panel, QStringLiteral("1 head + 3 workers, 4 GPUs, 256 CPUs, up to")));
        QVERIFY(!shown.panel->saveAction()->isEnabled()); // the VM is not connected
        QCOMPARE(see::unnamed(shown.panel).join(QLatin1Char(' ')), QString());
        see::shoot(shown.panel, QStringLiteral("values-form"));
    }

    void savingWithoutEditsChangesNoByte()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        QByteArray bytes = ValuesSchema::exampleFile();
        bytes.replace("\n", "\r\n");
        shown.vm.putFile(QStringLiteral("a.yaml"), bytes);
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.panel->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.configuration().isBusy(), 20000);
        QCOMPARE(shown.vm.storedFile(QStringLiteral("a.yaml")), bytes);
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        shown.panel->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.configuration().isModified() && !shown.configuration().isBusy(), 20000);
        bytes.replace("replicas: 3 #", "replicas: 2 #");
        QCOMPARE(shown.vm.storedFile(QStringLiteral("a.yaml")), bytes);
    }

    void savesWhatIsStillBeingTyped()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        QVERIFY(shown.person.type(QStringLiteral("Partition"), QStringLiteral("dev")));
        shown.panel->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.storedFile(QStringLiteral("a.yaml")).contains("--partition=dev"), 20000);
    }

    /// "Save, then open", the save dialog is closed: the wish to open has gone with it.
    void R6_cancelledSavingForgetsWhatWasToFollow()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        shown.vm.session().connection().disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(shown.vm.session().connection().state(), LinkState::Disconnected, 20000);
        shown.panel->templateAction()->trigger();
        QVERIFY(see::press(shown.panel, QStringLiteral("Save, then open")));
        auto *dialog = shown.panel->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->reject();
        QVERIFY(shown.vm.connectNow());
        shown.panel->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.configuration().isModified() && !shown.configuration().isBusy(), 20000);
        QCOMPARE(shown.configuration().fileName(), QStringLiteral("a.yaml"));
        QCOMPARE(shown.configuration().origin(), ValuesOrigin::Vm);
        QVERIFY(shown.vm.storedFile(QStringLiteral("a.yaml")).contains("replicas: 2"));
    }

    void opensFromTheList()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("ada.yaml"), ValuesSchema::exampleFile());
        shown.vm.putFile(QStringLiteral("notes.txt"), "no values");
        shown.panel->openAction()->trigger();
        QVERIFY(shown.panel->openDialog());
        QTableWidget *table = shown.panel->openDialog()->table();
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, 20000);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("ada.yaml"));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shown.configuration().document(), 20000);
        QCOMPARE(shown.configuration().fileName(), QStringLiteral("ada.yaml"));
    }

    void changedElsewhereIsNotOverwritten_data()
    {
        QTest::addColumn<bool>("mine");
        QTest::newRow("keep mine") << true;
        QTest::newRow("take theirs") << false;
    }

    void changedElsewhereIsNotOverwritten()
    {
        QFETCH(bool, mine);
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        const QString name = QStringLiteral("a.yaml");
        shown.vm.putFile(name, ValuesSchema::exampleFile());
        QVERIFY(shown.open(name));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        const QByteArray own = shown.configuration().document()->text();
        const QByteArray theirs = ValuesSchema::exampleFile() + "# changed by a colleague\n";
        shown.vm.putFile(name, theirs);
        shown.panel->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().contains(QStringLiteral("was changed on the VM")), 20000);
        QCOMPARE(shown.vm.storedFile(name), theirs);
        QCOMPARE(shown.configuration().document()->text(), own);
        see::shoot(shown.panel, QStringLiteral("values-conflict"));
        QVERIFY(see::press(shown.panel, QStringLiteral("Show differences")));
        QVERIFY(see::text(&shown.stack, QStringLiteral("Their version and yours")));
        QVERIFY(shown.stack.back());
        QVERIFY(see::press(shown.panel, mine ? QStringLiteral("Keep mine") : QStringLiteral("Take theirs")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.message(), QString(), 20000);
        QCOMPARE(shown.vm.storedFile(name), mine ? own : theirs);
        QCOMPARE(shown.configuration().document()->text(), mine ? own : theirs);
        if (!mine) {
            shown.panel->editor()->undoAction()->trigger();
            QCOMPARE(shown.configuration().document()->text(), own);
        }
    }

    /// Their change and mine are in different places: one text holds both, saving it loses neither, undo leads back.
    void bothVersionsAreMerged()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        const QString name = QStringLiteral("a.yaml");
        shown.vm.putFile(name, ValuesSchema::exampleFile());
        QVERIFY(shown.open(name));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        const QByteArray own = shown.configuration().document()->text();
        shown.vm.putFile(name, ValuesSchema::exampleFile() + "# changed by a colleague\n");
        // Noticed without saving, when the panel looks again.
        shown.configuration().lookForTheirs(true);
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().contains(QStringLiteral("was changed on the VM")), 20000);
        QVERIFY(see::press(shown.panel, QStringLiteral("Show differences")));
        ComparePage *page = shown.panel->comparePage();
        QVERIFY(page && page->isVisible());
        QVERIFY(see::text(page, QStringLiteral("fit together")));
        QVERIFY(!page->conflictList()->isVisible());
        QCOMPARE(see::unnamed(&shown.stack), QStringList());
        see::shoot(&shown.stack, QStringLiteral("values-merge"));
        page->mergeAction()->trigger();
        const QByteArray both = own + "# changed by a colleague\n";
        QCOMPARE(shown.configuration().document()->text(), both);
        QCOMPARE(shown.message(), QString());
        QVERIFY(shown.configuration().isModified());
        shown.panel->saveAction()->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(shown.vm.storedFile(name), both, 20000);
        shown.panel->editor()->undoAction()->trigger();
        QCOMPARE(shown.configuration().document()->text(), own);
    }

    /// Both changed the same line: place by place, by keys alone.
    void conflictsAreChosenByKeyboard()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        const QString name = QStringLiteral("a.yaml");
        shown.vm.putFile(name, ValuesSchema::exampleFile());
        QVERIFY(shown.open(name));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        QByteArray theirs = ValuesSchema::exampleFile();
        theirs.replace("replicas: 3 #", "replicas: 1 #");
        shown.vm.putFile(name, theirs);
        shown.panel->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().contains(QStringLiteral("was changed on the VM")), 20000);
        QVERIFY(see::press(shown.panel, QStringLiteral("Show differences")));
        ComparePage *page = shown.panel->comparePage();
        QCOMPARE(page->conflictList()->count(), 1);
        QVERIFY(page->conflictList()->item(0)->text().contains(QStringLiteral("replicas: 2")));
        see::shoot(&shown.stack, QStringLiteral("values-merge-conflict"));
        QVERIFY(page->result().contains("replicas: 2 #"));
        page->focusFirst();
        QTRY_VERIFY(page->conflictList()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        auto *mine = qobject_cast<QRadioButton *>(QApplication::focusWidget());
        QVERIFY(mine && mine->isChecked());
        QTest::keyClick(mine, Qt::Key_Right);
        QVERIFY(page->result().contains("replicas: 1 #"));
        QCOMPARE(page->result(), theirs);
        page->mergeAction()->trigger();
        QCOMPARE(shown.configuration().document()->text(), theirs);
        QVERIFY(!shown.configuration().isModified());
    }

    /// Lines that fit together need not be YAML.
    void mergingIntoNonsenseIsRefused()
    {
        ComparePage page;
        page.compare("a: 1\nb: 2\nc: 3\n", "a: 1\nb: [2\nc: 3\n", "a: 1\nb: 2\nc: 3\nd: 4\n");
        QVERIFY(!page.mergeAction()->isEnabled());
        page.compare("a: 1\nb: 2\nc: 3\n", "a: 0\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 3\nd: 4\n");
        QVERIFY(page.mergeAction()->isEnabled());
        QCOMPARE(page.result(), QByteArray("a: 0\nb: 2\nc: 3\nd: 4\n"));
    }

    /// A file of this computer is no different: another program's change is not overwritten.
    void localChangesAreNotOverwritten()
    {
        Shown shown;
        const QString path = QDir::homePath() + QStringLiteral("/local.yaml");
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        const QByteArray before = ValuesSchema::exampleFile();
        write(before);
        shown.configuration().openLocal(path);
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        const QByteArray own = shown.configuration().document()->text();
        write(before + "# theirs\n");
        shown.panel->saveAction()->trigger();
        QVERIFY(shown.message().contains(QStringLiteral("by another program")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before + "# theirs\n");
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep mine")));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.configuration().isModified(), 20000);
        QFile again(path);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), own);
    }

    void templatesAndRecentFiles()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        const auto entry = [](QAction *menu, const QString &text) -> QAction * {
            Q_EMIT menu->menu()->aboutToShow();
            for (QAction *action : menu->menu()->actions()) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        };
        QAction *last = entry(shown.panel->templatesAction(), QStringLiteral("From my last cluster"));
        QVERIFY(last && !last->isEnabled());
        QCOMPARE(shown.configuration().textToInstall(), ValuesSchema::exampleFile());
        shown.configuration().keepAsLastCluster();
        QAction *small = entry(shown.panel->templatesAction(), QStringLiteral("Small test: 1 head, 1 worker, 30 min"));
        QVERIFY(small);
        small->trigger();
        QCOMPARE(shown.configuration().origin(), ValuesOrigin::Template);
        QVERIFY(see::text(shown.panel, QStringLiteral("1 head + 1 worker, 2 GPUs")));
        last = entry(shown.panel->templatesAction(), QStringLiteral("From my last cluster"));
        QVERIFY(last->isEnabled());
        last->trigger();
        QCOMPARE(shown.configuration().document()->text(), ValuesSchema::exampleFile());
        QAction *recent = entry(shown.panel->recentAction(), QStringLiteral("a.yaml, on the VM"));
        QVERIFY(recent && recent->isEnabled());
        recent->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(shown.configuration().origin(), ValuesOrigin::Vm, 20000);
        QCOMPARE(shown.configuration().fileName(), QStringLiteral("a.yaml"));
    }

    void changesAreShownBeforeSaving()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        shown.panel->changesAction()->trigger();
        ChangesPage *page = shown.panel->changesPage();
        QVERIFY(page && page->isVisible());
        QCOMPARE(page->list()->topLevelItemCount(), 1);
        QCOMPARE(page->list()->topLevelItem(0)->text(0), QStringLiteral("Workers: 3 to 2"));
        QVERIFY(see::text(page, QStringLiteral("Nothing is installed now.")));
        QCOMPARE(see::unnamed(&shown.stack), QStringList());
        see::shoot(&shown.stack, QStringLiteral("values-changes"));
        page->saveAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.storedFile(QStringLiteral("a.yaml")).contains("replicas: 2 #"), 20000);
        QTRY_VERIFY(!page->isVisible());
    }

    /// After a crash the draft is there with the text that it began from, so that a change elsewhere is still noticed.
    void draftSurvivesWithItsBase()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        const QByteArray own = shown.configuration().document()->text();
        const QString drafts = shown.vm.session().edges().dataDirectory + QStringLiteral("/drafts");
        QTRY_COMPARE_WITH_TIMEOUT(QDir(drafts).entryList({QStringLiteral("*.json")}, QDir::Files).size(), 1, 5000);
        const QFileInfo draft(drafts, QDir(drafts).entryList({QStringLiteral("*.json")}, QDir::Files).constFirst());
        QCOMPARE(draft.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto holdsOwn = [&] {
            const std::optional<ValuesDraft> kept = readDraft(draft.filePath());
            return kept && kept->text == own;
        };
        QVERIFY(QTest::qWaitFor(holdsOwn, 5000));
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile() + "# theirs\n");
        TaskScope scope;
        Configuration after(shown.vm.session().edges(), scope, shown.vm.session().connection());
        shown.vm.session().connection().setProfile(shown.vm.session().connection().profile());
        QVERIFY(after.document());
        QCOMPARE(after.document()->text(), own);
        QCOMPARE(after.savedBytes(), ValuesSchema::exampleFile());
        QSignalSpy changed(&after, &Configuration::changedElsewhere);
        after.lookForTheirs(); // it was restored, so it is looked at without waiting
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 20000);
        QCOMPARE(after.theirs()->text, ValuesSchema::exampleFile() + "# theirs\n");
        QCoro::waitFor(scope.close());
    }

    /// Two profiles, two drafts: changing from one to the other loses neither.
    void eachProfileHasItsDraft()
    {
        Shown shown;
        Connection &connection = shown.vm.session().connection();
        Profile one = connection.profile();
        one.id = QUuid::createUuid();
        Profile two = one;
        two.id = QUuid::createUuid();
        connection.setProfile(one);
        shown.configuration().startFromTemplate();
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        const QByteArray first = shown.configuration().document()->text();
        connection.setProfile(two);
        QVERIFY(!shown.configuration().document());
        shown.configuration().startFromTemplate(QStringLiteral("small"));
        QVERIFY(shown.person.enter(QStringLiteral("Partition"), QStringLiteral("dev")));
        const QByteArray second = shown.configuration().document()->text();
        connection.setProfile(one);
        QVERIFY(shown.configuration().document());
        QCOMPARE(shown.configuration().document()->text(), first);
        connection.setProfile(two);
        QCOMPARE(shown.configuration().document()->text(), second);
    }

    /// Saving under the name of another file: it is not overwritten, and until the user decides the open file stays the open one.
    void anotherFileOfThatNameIsNotTaken()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        shown.vm.putFile(QStringLiteral("b.yaml"), "worker:\n  replicas: 9\n");
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.configuration().saveOnVm(QStringLiteral("b.yaml"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().contains(QStringLiteral("b.yaml exists already")), 20000);
        QCOMPARE(shown.configuration().fileName(), QStringLiteral("a.yaml"));
        QCOMPARE(shown.vm.storedFile(QStringLiteral("b.yaml")), QByteArray("worker:\n  replicas: 9\n"));
        QCOMPARE(shown.configuration().theirs()->saved, QByteArray());
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep mine")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.vm.storedFile(QStringLiteral("b.yaml")), ValuesSchema::exampleFile(), 20000);
        QTRY_COMPARE(shown.configuration().fileName(), QStringLiteral("b.yaml"));
        QCOMPARE(shown.vm.storedFile(QStringLiteral("a.yaml")), ValuesSchema::exampleFile());
    }

    /// The account that logged in is another one than the file's: `id` says so.
    void anothersFileIsNotChangedUnasked()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("grace.yaml"), ValuesSchema::exampleFile());
        shown.vm.writeState(QStringLiteral("uid"), "4242\n");
        QVERIFY(shown.open(QStringLiteral("grace.yaml")));
        QVERIFY(!shown.configuration().otherOwner().isEmpty());
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        shown.panel->openReview();
        QTRY_VERIFY_WITH_TIMEOUT(see::text(shown.panel->reviewPage(), QStringLiteral("The file belongs to")), 20000);
        QVERIFY(!shown.panel->reviewPage()->primaryAction()->isEnabled()); // it would save the edits first
        shown.panel->reviewPage()->goBack();
        shown.panel->saveAction()->trigger();
        QVERIFY2(shown.message().startsWith(QStringLiteral("grace.yaml belongs to")), qPrintable(shown.message()));
        see::shoot(shown.panel, QStringLiteral("configuration-another-owner"));
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep editing")));
        QCOMPARE(shown.vm.storedFile(QStringLiteral("grace.yaml")), ValuesSchema::exampleFile());
        QSignalSpy refused(&shown.configuration(), &Configuration::failed);
        shown.configuration().save(); // however it is asked
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20000);
        QCOMPARE(refused.constFirst().constFirst().value<Error>().kind, ErrorKind::Conflict);
        QCOMPARE(shown.vm.storedFile(QStringLiteral("grace.yaml")), ValuesSchema::exampleFile());
        shown.panel->saveAction()->trigger();
        QVERIFY(see::press(shown.panel, QStringLiteral("Change ") + shown.configuration().otherOwner() + QStringLiteral("'s file")));
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.storedFile(QStringLiteral("grace.yaml")).contains("replicas: 2"), 20000);
        QVERIFY(shown.configuration().otherOwner().isEmpty()); // asked once
    }

    /// By no way is it changed unasked: under its own name, after its change elsewhere, after a restart, or taken as it is.
    void anothersFileIsAskedAboutByEveryWay()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        const QByteArray example = ValuesSchema::exampleFile();
        const QString name = QStringLiteral("grace.yaml");
        shown.vm.putFile(name, example);
        shown.vm.writeState(QStringLiteral("uid"), "4242\n");
        QVERIFY(shown.open(name));
        const QString owner = shown.configuration().otherOwner();
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        QSignalSpy refused(&shown.configuration(), &Configuration::failed);
        shown.configuration().saveOnVm(name);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20000);
        QCOMPARE(shown.vm.storedFile(name), example);

        shown.vm.putFile(name, example + "# by grace\n");
        shown.configuration().lookForTheirs(true);
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().contains(QStringLiteral("was changed on the VM")), 20000);
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep mine")));
        QVERIFY2(shown.message().startsWith(QStringLiteral("grace.yaml belongs to")), qPrintable(shown.message()));
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep editing")));
        QCOMPARE(shown.vm.storedFile(name), example + "# by grace\n");

        // Another profile and back, as a restart does: the draft knows whose file it is.
        Connection &connection = shown.vm.session().connection();
        const Profile mine = connection.profile();
        Profile other = mine;
        other.id = QUuid::createUuid();
        connection.disconnectFromHost(); // while connected it would wait
        QTRY_COMPARE_WITH_TIMEOUT(connection.state(), LinkState::Disconnected, 20000);
        connection.setProfile(other);
        QVERIFY(!shown.configuration().document());
        connection.setProfile(mine);
        QVERIFY(shown.configuration().document());
        QCOMPARE(shown.configuration().otherOwner(), owner);

        QVERIFY(shown.vm.connectNow());
        shown.configuration().lookForTheirs(true);
        QTRY_VERIFY_WITH_TIMEOUT(shown.configuration().theirs(), 20000);
        shown.configuration().takeTheirs();
        QCOMPARE(shown.configuration().otherOwner(), owner);
    }

    /// The name of another person's file: it becomes the open one only with its owner known.
    void takingAnothersFileKeepsItsOwner()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("mine.yaml"), ValuesSchema::exampleFile());
        shown.vm.putFile(QStringLiteral("grace.yaml"), "worker:\n  replicas: 9\n");
        QVERIFY(shown.open(QStringLiteral("mine.yaml")));
        shown.vm.writeState(QStringLiteral("uid"), "4242\n");
        shown.configuration().saveOnVm(QStringLiteral("grace.yaml"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().contains(QStringLiteral("grace.yaml exists already on the VM and belongs to")), 20000);
        QVERIFY(shown.configuration().otherOwner().isEmpty());
        shown.configuration().takeMerged("worker:\n  replicas: 8\n");
        QCOMPARE(shown.configuration().fileName(), QStringLiteral("grace.yaml"));
        QVERIFY(!shown.configuration().otherOwner().isEmpty());
        shown.panel->saveAction()->trigger();
        QVERIFY2(shown.message().startsWith(QStringLiteral("grace.yaml belongs to")), qPrintable(shown.message()));
        QCOMPARE(shown.vm.storedFile(QStringLiteral("grace.yaml")), QByteArray("worker:\n  replicas: 9\n"));
    }

    /// A change elsewhere is seen when the review opens, and stops the install until it is decided.
    void reviewWaitsForTheDecision()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile() + "# theirs\n");
        shown.panel->reviewAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(see::text(shown.panel->reviewPage(), QStringLiteral("was changed elsewhere")), 20000);
        QVERIFY(!shown.panel->reviewPage()->primaryAction()->isEnabled());
        shown.configuration().takeTheirs();
        QTRY_VERIFY_WITH_TIMEOUT(!see::text(shown.panel->reviewPage(), QStringLiteral("was changed elsewhere")), 20000);
    }

    void unsavedEditsAreNotLostByOpening()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        QVERIFY(shown.person.enter(QStringLiteral("Workers"), QStringLiteral("2")));
        const QByteArray own = shown.configuration().document()->text();
        shown.panel->templateAction()->trigger();
        QVERIFY(shown.message().contains(QStringLiteral("not saved")));
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep editing")));
        QCOMPARE(shown.configuration().document()->text(), own);
        shown.panel->templateAction()->trigger();
        QVERIFY(see::press(shown.panel, QStringLiteral("Save, then open")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.configuration().origin(), ValuesOrigin::Template, 20000);
        QCOMPARE(shown.vm.storedFile(QStringLiteral("a.yaml")), own);
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fine");
        QTest::newRow("plain") << "ada_raycluster.yaml" << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("folder") << "../x.yaml" << false;
        QTest::newRow("option") << "-f.yaml" << false;
        QTest::newRow("other end") << "values.txt" << false;
    }

    void fileNames()
    {
        QFETCH(QString, name);
        QTEST(ValuesNameDialog::problem(name).isEmpty(), "fine");
    }

    void reviewOfAFreeName()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        shown.vm.writeState(QStringLiteral("chart-defaults"), "head:\n  labels: {}\nworker:\n  labels: {}\n  replicas: 1\n");
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.panel->openReview();
        ReviewPage *review = shown.panel->reviewPage();
        QVERIFY(!review->primaryAction()->isEnabled()); // what runs is being read
        QTRY_VERIFY_WITH_TIMEOUT(review->primaryAction()->isEnabled(), 20000);
        QVERIFY(see::text(review, QStringLiteral("This asks the HPC for 4 nodes, 4 GPUs")));
        QVERIFY(see::text(review, QStringLiteral("Nothing is installed under this name yet.")));
        review->content()->setCompare(ReviewContent::Compare::Generated);
        QVERIFY(see::text(review, QStringLiteral("The second values file")));
        // The chart's defaults and the objects are read last.
        QTRY_VERIFY(see::button(review, QStringLiteral("the chart's defaults"))->isEnabled());
        auto *diff = review->findChild<DiffView *>();
        review->content()->setCompare(ReviewContent::Compare::Running);
        QTRY_VERIFY(diff->isHidden());
        QCoreApplication::processEvents();
        for (const QLabel *label : review->content()->findChildren<QLabel *>()) // with no text to show, the words keep together
            QVERIFY2(!label->isVisible() || label->height() < label->fontMetrics().lineSpacing() * 3, qPrintable(label->text()));
        review->content()->setCompare(ReviewContent::Compare::Defaults);
        static const QRegularExpression labelsChange(QStringLiteral("^[\\d ]*[-+] .*labels"), QRegularExpression::MultilineOption);
        QVERIFY2(!diff->toPlainText().contains(labelsChange), qPrintable(diff->toPlainText())); // our own label is no change of the user's
        QVERIFY2(diff->toPlainText().contains(QStringLiteral("-   replicas: 1")), qPrintable(diff->toPlainText()));
        QVERIFY(diff->toPlainText().contains(QStringLiteral("+   replicas: 3")));
        review->content()->setCompare(ReviewContent::Compare::Objects);
        QVERIFY(see::text(review, QStringLiteral("What Kubernetes would get.")));
        QVERIFY(diff->toPlainText().contains(QStringLiteral("kind: RayCluster")));
        QVERIFY(!diff->toPlainText().contains(QChar(0x1b))); // of a remote side, so without control characters
        const QByteArray given = shown.vm.stateOf(QStringLiteral("template-values"));
        QVERIFY2(given.contains("replicas: 3") && given.contains("rayhelm/installation"), given.constData());
        QCOMPARE(see::unnamed(review), QStringList());
        see::shoot(review, QStringLiteral("review-new"));
    }

    /// What cannot be compared says why in the end, not for ever that it is being read.
    void comparisonsSayWhyTheyAreOff_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("off");
        QTest::addColumn<QString>("why");
        const QString defaults = QStringLiteral("the chart's defaults");
        const QString objects = QStringLiteral("the resulting objects");
        QTest::newRow("helm shows no defaults") << ValuesSchema::exampleFile() << QStringLiteral("show-fails") << defaults << QStringLiteral("repo kuberay not found");
        QTest::newRow("helm makes no objects") << ValuesSchema::exampleFile() << QStringLiteral("template-fails") << objects << QStringLiteral("repo kuberay not found");
        QTest::newRow("no values file") << QByteArray("worker: [\n") << QString() << defaults << QStringLiteral("Line 2 cannot be read");
    }
    void comparisonsSayWhyTheyAreOff()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        QFETCH(QString, off);
        QFETCH(QString, why);
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        if (!fault.isEmpty())
            shown.vm.writeState(fault, "Error: repo kuberay not found\n");
        shown.vm.putFile(QStringLiteral("a.yaml"), text);
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.panel->openReview();
        const QAbstractButton *button = see::button(shown.panel->reviewPage(), off);
        const auto isSaid = [&] { return !button->isEnabled() && button->toolTip().contains(why); };
        QVERIFY2(QTest::qWaitFor(isSaid, 20000), qPrintable(button->toolTip()));
        QCOMPARE(button->accessibleDescription(), button->toolTip());
        // What Helm refuses stands on the page as well; an unreadable text stops the install with words of its own.
        QVERIFY(see::text(shown.panel->reviewPage(), fault.isEmpty() ? QStringLiteral("it is not known what it asks for") : QStringLiteral("Helm cannot ")));
        see::shoot(shown.panel->reviewPage(), QStringLiteral("review-no-comparison"));
    }

    void reviewTellsWhenChangesTakeEffect()
    {
        Shown shown;
        shown.vm.installRelease();
        shown.vm.writeState(QStringLiteral("values.json"),
                            R"({"head":{"resources":{"limits":{"cpu":"32","memory":"128G"}}},"worker":{"replicas":2}})");
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"),
                  "head:\n  resources:\n    limits:\n      cpu: \"64\"\n      memory: 128G\nworker:\n  replicas: 3\n");
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.panel->openReview();
        ReviewPage *review = shown.panel->reviewPage();
        QTreeWidget *list = review->content()->changeList();
        QTRY_VERIFY_WITH_TIMEOUT(list->topLevelItemCount() >= 2, 20000);
        QString cpu;
        QString workers;
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *item = list->topLevelItem(i);
            QVERIFY(!item->text(1).isEmpty());
            if (item->text(0).contains(QStringLiteral("CPUs")))
                cpu = item->text(1);
            if (item->text(0).contains(QStringLiteral("Workers")))
                workers = item->text(1);
        }
        QCOMPARE(list->topLevelItemCount(), 2); // Rayhelm's own marks are no changes
        QCOMPARE(cpu, QStringLiteral("new pods only"));
        QCOMPARE(workers, QStringLiteral("now"));
        QVERIFY(see::text(review, QStringLiteral("Running pods do not change")));
        see::shoot(review, QStringLiteral("review-changes"));
        QTRY_VERIFY(see::button(review, QStringLiteral("the resulting objects"))->isEnabled());
        review->content()->setCompare(ReviewContent::Compare::Objects);
        auto *diff = review->findChild<DiffView *>();
        QVERIFY2(diff->toPlainText().contains(QStringLiteral("- spec: old")), qPrintable(diff->toPlainText()));
        QVERIFY(diff->toPlainText().contains(QStringLiteral("+ spec: new")));
        see::shoot(review, QStringLiteral("review-objects"));
        QVERIFY(review->primaryAction()->isEnabled());
        QAbstractButton *reinstall = see::button(review, QStringLiteral("Delete and install again"));
        QVERIFY(reinstall);
        reinstall->click();
        QCOMPARE(review->primaryAction()->text(), QStringLiteral("Delete first..."));
    }

    void anothersNameCannotBeInstalled()
    {
        Shown shown;
        shown.vm.installRelease(QStringLiteral("grace"));
        QVERIFY(shown.vm.connectNow());
        shown.vm.putFile(QStringLiteral("a.yaml"), ValuesSchema::exampleFile());
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        shown.panel->openReview();
        ReviewPage *review = shown.panel->reviewPage();
        QTRY_VERIFY_WITH_TIMEOUT(!review->messageWidget()->isHidden(), 20000);
        QVERIFY(!review->primaryAction()->isEnabled());
        QVERIFY(!review->primaryAction()->statusTip().isEmpty());
        QVERIFY(see::button(review, QStringLiteral("Use raycluster-tester")));
        see::shoot(review, QStringLiteral("review-other"));
        review->primaryAction()->trigger();
        QFile calls(shown.vm.stateFolder() + QStringLiteral("/calls"));
        QVERIFY(calls.open(QIODevice::ReadOnly));
        QVERIFY(!calls.readAll().contains("helm upgrade"));
    }

    void aProblemStopsInstallingNotSaving()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        QByteArray bytes = ValuesSchema::exampleFile();
        bytes.replace("  replicas: 3", "  replicas: many");
        shown.vm.putFile(QStringLiteral("a.yaml"), bytes);
        QVERIFY(shown.open(QStringLiteral("a.yaml")));
        QTRY_VERIFY(shown.panel->editor()->count(Severity::Error) > 0);
        QVERIFY(shown.panel->saveAction()->isEnabled());
        shown.panel->openReview();
        QTest::qWait(50);
        QVERIFY(!shown.panel->reviewPage()->primaryAction()->isEnabled());
        QVERIFY(shown.panel->reviewPage()->primaryAction()->statusTip().contains(QStringLiteral("problem")));
    }
};

QTEST_MAIN(TestValuesPanel)
#include "tst_valuespanel.moc"
