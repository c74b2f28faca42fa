#include "paneldriver.h"

#include "images/pullimage.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/imagedesk.h"
#include "ui/imageform.h"
#include "ui/imagepanel.h"
#include "ui/panelstack.h"
#include "ui/theme.h"
#include "values/valuesdocument.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

/// The image panel over a real session and a scripted VM.
class TestImagePanel : public QObject
{
    Q_OBJECT

    struct Shown {
        PanelVm vm;
        ImagePanel *panel = nullptr;
        std::unique_ptr<PanelStack> stack;

        explicit Shown(const QString &hpcLogin = {})
        {
            Profile profile = vm.profile();
            profile.hpcLogin = hpcLogin;
            profile.imageDirectory = QStringLiteral("/images/ada");
            vm.session().connection().setProfile(profile);
            panel = new ImagePanel(vm.session());
            stack = std::make_unique<PanelStack>(panel);
            stack->resize(1100, 700);
            stack->show();
        }
        QAction *action(const QString &text) const
        {
            for (QAction *action : panel->allActions()) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        }
        void typeTag(const QString &tag) const
        {
            auto *box = qobject_cast<QComboBox *>(panel->form()->firstField());
            box->lineEdit()->selectAll();
            QTest::keyClicks(box->lineEdit(), tag);
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp); }

    void withoutLoginNodeByHand()
    {
        Shown shown;
        QVERIFY(see::text(shown.panel, QStringLiteral("Prepare the image by hand")));
        QCOMPARE(shown.panel->primaryAction()->text(), QStringLiteral("Copy command"));
        QVERIFY(!shown.panel->primaryAction()->isEnabled()); // no tag yet
        shown.typeTag(QStringLiteral("itwinai0.4.2"));
        QVERIFY(shown.panel->primaryAction()->isEnabled());
        shown.panel->primaryAction()->trigger();
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.contains(QStringLiteral("singularity pull --force")), qPrintable(command));
        QVERIFY2(command.contains(QStringLiteral("docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:itwinai0.4.2")), qPrintable(command));
        QSignalSpy asked(shown.panel, &ImagePanel::addLoginNodeRequested);
        QVERIFY(see::press(shown.panel, QStringLiteral("Add login node")));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(see::unnamed(shown.panel), QStringList());
        see::shoot(shown.panel, QStringLiteral("image-by-hand"));
    }

    void wrongTagIsSaidAtTheField()
    {
        Shown shown(QStringLiteral("ada@hpc.test"));
        shown.typeTag(QStringLiteral("no tag; rm"));
        QVERIFY(!shown.panel->primaryAction()->isEnabled());
        QVERIFY(see::text(shown.panel, QStringLiteral("cannot be a tag")));
        shown.typeTag(QStringLiteral("v1"));
        QVERIFY(!see::text(shown.panel, QStringLiteral("cannot be a tag")));
        QVERIFY(shown.panel->primaryAction()->isEnabled());
    }

    void registryNotReachableLeavesFreeText()
    {
        Shown shown(QStringLiteral("ada@hpc.test"));
        QTRY_VERIFY(see::text(shown.panel, QStringLiteral("Any tag can be typed.")));
        shown.typeTag(QStringLiteral("v1"));
        QVERIFY(shown.panel->primaryAction()->isEnabled());
        see::shoot(shown.panel, QStringLiteral("image"));
    }

    void cachedListIsShownWithItsDate()
    {
        ImageForm form;
        ImageTagList list;
        list.tags = QStringList{QStringLiteral("v2"), QStringLiteral("v1"), QStringLiteral("jlab-v1")};
        list.readAt = QDateTime(QDate(2026, 5, 3), QTime(10, 0));
        list.fromCache = true;
        form.setTags(&list);
        auto *box = qobject_cast<QComboBox *>(form.firstField());
        QCOMPARE(box->count(), 2); // notebooks are left out
        QCOMPARE(box->currentText(), QStringLiteral("v2"));
        form.show();
        QVERIFY(see::text(&form, QStringLiteral("cannot be reached")));
        QVERIFY(see::text(&form, QStringLiteral("2026")) || see::text(&form, QStringLiteral("26")));
    }

    void existingFileAsksWhatToDo()
    {
        ImageForm form;
        form.setDirectory(QStringLiteral("/images"));
        auto *box = qobject_cast<QComboBox *>(form.firstField());
        box->lineEdit()->setText(QStringLiteral("v1"));
        form.show();
        ImageFile file;
        file.path = form.filePath();
        file.exists = true;
        QCOMPARE(file.path, QStringLiteral("/images/hython:sif"));
        form.setExisting(&file);
        QVERIFY(see::text(&form, QStringLiteral("hython:sif exists")));
        QCOMPARE(form.request().path(), QStringLiteral("/images/hython-v1:sif")); // the safe choice is the first
        QVERIFY(!form.request().mayReplace);
        QAbstractButton *replace = see::button(&form, QStringLiteral("replace it"));
        QVERIFY(replace);
        replace->click();
        QCOMPARE(form.request().path(), QStringLiteral("/images/hython:sif"));
        QVERIFY(form.request().mayReplace);
        form.setExisting(nullptr);
        QVERIFY(!form.request().mayReplace);
    }

    void pathGoesIntoTheConfiguration()
    {
        Shown shown;
        shown.vm.session().configuration().startFromTemplate();
        ValuesDocument *document = shown.vm.session().configuration().document();
        QVERIFY(document);
        shown.action(QStringLiteral("Use in configuration"))->trigger();
        QVERIFY2(document->text().contains("  repository: /images/ada/hython\n  tag: sif"), document->text().constData());
        QVERIFY(document->text().contains("# TODO: Change to your image path")); // comments stay
    }
};

QTEST_MAIN(TestImagePanel)
#include "tst_imagepanel.moc"
