#include "paneldriver.h"

#include "cluster/clusterstatus.h"
#include "jobs/jobhistory.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "ui/jobdraft.h"
#include "ui/jobmlflowpage.h"
#include "ui/joboverridemodel.h"
#include "ui/jobpanel.h"
#include "ui/jobreviewpage.h"
#include "ui/jobwizard.h"
#include "ui/jobwizardpage.h"
#include "ui/panelstack.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

namespace {

const char trainingConfig[] = R"(
epochs: 10
batch: 32        # per worker
tracking_uri: null
experiment_name: tutorial
run_name: first
data: /hpc/data/train
training:
  _target_: itwinai.pipeline.Pipeline
  steps:
    load: {_target_: x.Load}
    train: {_target_: x.Train}
hpo:
  _target_: itwinai.pipeline.Pipeline
  steps:
    - {_target_: x.Search}
)";

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// The job wizard over a real session and a scripted VM.
class TestJobWizard : public QObject
{
    Q_OBJECT

    struct Shown {
        PanelVm vm;
        QTemporaryDir folder;
        JobPanel *panel = new JobPanel(vm.session());
        PanelStack stack{panel};

        Shown()
        {
            write(code() + QStringLiteral("/vega_training.yaml"), trainingConfig);
            write(code() + QStringLiteral("/notes.yaml"), "a: 1\n");
            write(code() + QStringLiteral("/train.py"), "print('x')\n");
            stack.resize(1120, 700);
            stack.show();
            QVERIFY(QTest::qWaitForWindowActive(&stack));
            vm.session().connection().setProfile(vm.profile());
        }
        QString code() const { return folder.filePath(QStringLiteral("code")); }
        JobWizardPage *page() { return panel->wizardPage(); }
        JobDraft &draft() { return page()->draft(); }
        void open() { panel->newJob(); }
        /// Types the folder and waits until its contents are known.
        bool chooseFolder(const QString &path)
        {
            auto *edit = page()->findChild<QLineEdit *>();
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, path);
            QTest::keyClick(edit, Qt::Key_Tab);
            return QTest::qWaitFor([this] { return !draft().isScanning() && !draft().isPlanning(); }, 10000);
        }
        void next() { page()->primaryAction()->trigger(); }
        int at() { return page()->wizard()->currentId(); }
    };

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp); }

    void findsConfigurations()
    {
        Shown shown;
        shown.open();
        QVERIFY(see::text(shown.page(), QStringLiteral("No folder is chosen yet.")));
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::WhatPage)); // refuses, and says why
        QVERIFY(see::text(shown.page(), QStringLiteral("Choose the folder with your code.")));
        see::shoot(shown.page(), QStringLiteral("job-what-empty"));

        QVERIFY(shown.chooseFolder(shown.code()));
        QTRY_VERIFY(see::text(shown.page(), QStringLiteral("Found 1 configuration")));
        QCOMPARE(shown.draft().spec().configName, QStringLiteral("vega_training"));
        QCOMPARE(shown.draft().spec().pipeline, QStringLiteral("training"));
        QTRY_VERIFY(see::press(shown.page(), QStringLiteral("hpo")));
        QCOMPARE(shown.draft().spec().pipeline, QStringLiteral("hpo"));
        QVERIFY(see::text(shown.page(), QStringLiteral("+pipe_key=hpo")));
        QVERIFY(see::press(shown.page(), QStringLiteral("Why")));
        QVERIFY(see::text(shown.page(), QStringLiteral("notes.yaml:")));
        QCOMPARE(see::unnamed(shown.page()), QStringList());
        see::shoot(shown.page(), QStringLiteral("job-what"));
    }

    /// The review has nothing to fill in, but is not complete before the pages before it are.
    void reviewIsCompleteLast()
    {
        Shown shown;
        shown.open();
        QVERIFY(!shown.draft().whyNotSubmit().isEmpty());
        QList<QListWidget *> lists = shown.page()->findChildren<QListWidget *>();
        lists.removeIf([](const QListWidget *list) { return list->count() != JobDraft::PageCount; });
        QCOMPARE(lists.size(), 1);
        const QListWidgetItem *review = lists.first()->item(JobDraft::ReviewPage);
        QCOMPARE(review->data(Qt::AccessibleTextRole).toString(), review->text() + QStringLiteral(", not complete"));
        QCOMPARE(review->toolTip(), shown.draft().whyNotSubmit());
    }

    void nothingFound()
    {
        Shown shown;
        const QString empty = shown.folder.filePath(QStringLiteral("empty"));
        write(empty + QStringLiteral("/a.yaml"), "a: 1\n");
        shown.open();
        QVERIFY(shown.chooseFolder(empty));
        QTRY_VERIFY(see::text(shown.page(), QStringLiteral("No pipeline found in %1. Looked at 1 .yaml file").arg(empty)));
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::WhatPage));
        QVERIFY(shown.chooseFolder(shown.folder.filePath(QStringLiteral("gone"))));
        QTRY_VERIFY2(see::text(shown.page(), QStringLiteral("does not exist")), qPrintable(see::all(shown.page())));
        QVERIFY(shown.page()->findChild<QLineEdit *>()->text().endsWith(QStringLiteral("gone"))); // what was typed stays
    }

    void changesASetting()
    {
        Shown shown;
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        auto *model = shown.page()->findChild<JobOverrideModel *>();
        QTRY_VERIFY(model->rowCount() > 0);
        auto *table = shown.page()->findChild<QTableView *>();
        table->setCurrentIndex(model->index(0, JobOverrideModel::ForThisJob)); // epochs
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto *editor = table->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("10"));
        QTest::keyClicks(editor, QStringLiteral("20"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(shown.draft().spec().overrides, (QList<JobOverride>{{QStringLiteral("epochs"), QStringLiteral("20")}}));
        QTRY_VERIFY(see::text(shown.page(), QStringLiteral("++epochs=20")));
    }

    void filesAndIgnoredLine()
    {
        Shown shown;
        write(shown.code() + QStringLiteral("/.env"), "PASSWORD=x\n");
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::FilesPage));
        QTRY_VERIFY(see::text(shown.page(), QStringLiteral(".env looks like it holds a password.")));
        see::shoot(shown.page(), QStringLiteral("job-files"));
        const int before = shown.draft().plan().sentCount();
        QVERIFY(see::press(shown.page(), QStringLiteral("Leave .env out")));
        QTRY_COMPARE(shown.draft().plan().sentCount(), before - 1);
        QTRY_VERIFY(!see::text(shown.page(), QStringLiteral("looks like it holds a password.")));

        // A line "*" leaves out the whole folder: M22, and nothing can be sent.
        write(shown.code() + QStringLiteral("/.gitignore"), "# all\n*\n");
        shown.draft().rescan();
        QTRY_VERIFY(see::text(shown.page(), QStringLiteral("Nothing would be sent.")));
        QVERIFY(see::text(shown.page(), QStringLiteral("Line 2 of .gitignore")));
        see::shoot(shown.page(), QStringLiteral("job-files-m22"));
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::FilesPage));
        QVERIFY(!shown.draft().whyNotSubmit().isEmpty());
        QVERIFY(see::press(shown.page(), QStringLiteral("Ignore that line")));
        QTRY_VERIFY(shown.draft().problems(JobDraft::FilesPage).isEmpty());
        QCOMPARE(see::unnamed(shown.page()), QStringList());
    }

    void experiment_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("usable");
        QTest::newRow("free") << 404 << QByteArray(R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"none"})") << QStringLiteral("Free") << true;
        QTest::newRow("forbidden") << 403 << QByteArray("Permission denied") << QStringLiteral("Taken") << false;
        QTest::newRow("deleted") << 200 << QByteArray(R"({"experiment":{"experiment_id":"3","name":"x","lifecycle_stage":"deleted"}})")
                                 << QStringLiteral("Deleted") << false;
    }

    /// A taken or deleted name is reported within two seconds after typing stops.
    void experiment()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        QFETCH(bool, usable);
        Shown shown;
        shown.vm.setExperiment(status, json);
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        shown.next();
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::MlflowPage));
        QLineEdit *name = nullptr;
        const QList<QLineEdit *> edits = shown.page()->findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (edit->isVisible() && edit->text().isEmpty() && !name)
                name = edit;
        }
        QVERIFY(name);
        QTest::keyClicks(name, QStringLiteral("my run"));
        JobMlflowPage *page = shown.page()->wizard()->mlflow();
        QTRY_VERIFY_WITH_TIMEOUT(page->verdict().startsWith(words), 2000);
        QCOMPARE(shown.draft().problems(JobDraft::MlflowPage).isEmpty(), usable);
        QCOMPARE(see::button(shown.page(), QStringLiteral("Use my run-2")) != nullptr, !usable);
        QTest::keyClicks(name, QStringLiteral("x"));
        QVERIFY(!page->verdict().startsWith(words)); // an old verdict does not stand beside a new name
        QCOMPARE(see::unnamed(shown.page()), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(page->verdict().startsWith(words), 2000);
        see::shoot(shown.page(), QStringLiteral("job-mlflow-%1").arg(QLatin1String(QTest::currentDataTag())));
    }

    /// A link may lead to anything of this computer: its content is sent only when a person says so.
    void M6_linksOutOfTheFolderAreSentWhenSaid()
    {
        Shown shown;
        QTemporaryDir other;
        const QString key = other.filePath(QStringLiteral("id_ed25519"));
        write(key, "KEY");
        QVERIFY(QFile::link(key, shown.code() + QStringLiteral("/weights.bin")));
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::FilesPage));
        QCheckBox *box = nullptr;
        const QList<QCheckBox *> boxes = shown.page()->findChildren<QCheckBox *>();
        for (QCheckBox *one : boxes) {
            if (one->isVisible() && one->text().contains(key))
                box = one;
        }
        QVERIFY(box && !box->isChecked());
        const auto isSent = [&shown] {
            const JobSpec spec = shown.draft().specToSend();
            return spec.sendOutsideLinks && spec.reviewed->contains(QStringLiteral("weights.bin"));
        };
        QVERIFY(!isSent());
        QCOMPARE(see::unnamed(shown.page()), QStringList());
        box->click();
        QTRY_VERIFY(isSent());
        QVERIFY(box->isVisible() && box->isChecked());
        QVERIFY(see::text(shown.page(), QStringLiteral("looks like it holds a password")));
        box->click();
        QTRY_VERIFY(!isSent());
    }

    /// Nobody is told that a password travels when none is stored for that server.
    void M8_unencryptedIsSaidOfAPasswordOnly()
    {
        Shown shown;
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        shown.next();
        shown.next();
        QCOMPARE(shown.at(), int(JobDraft::MlflowPage));
        shown.draft().setMlflow(true);
        shown.draft().setMlflowUri(QStringLiteral("http://mlflow.test"));
        const auto says = [&shown](const char *words) { return see::text(shown.page(), QLatin1String(words)); };
        const auto keep = [&shown](const QString &server) {
            const auto secret = std::make_shared<Secret>(QByteArray("hunter22"));
            return QCoro::waitFor(shown.vm.session().accounts().store(SecretScope::mlflow(server, QStringLiteral("ada")), server, secret, {})).has_value();
        };
        QVERIFY(!says("travel"));
        QVERIFY(keep(QStringLiteral("http://other.test")));
        QVERIFY(!says("travel"));
        QVERIFY(keep(QStringLiteral("http://mlflow.test")));
        QVERIFY(says("The password would travel unencrypted to mlflow.test, so it is not sent."));
        QVERIFY(see::press(shown.page(), QStringLiteral("Send it unencrypted to mlflow.test")));
        QVERIFY(says("The password travels unencrypted to mlflow.test."));
        shown.draft().setMlflowUri(QStringLiteral("https://mlflow.test"));
        QVERIFY(!says("travel"));
    }

    /// What was asked is given up with the answers that it needed: the screen then waits for nothing.
    void R12_givenUpQuestionIsOver()
    {
        Shown shown;
        shown.open();
        JobDraft &draft = shown.draft();
        const auto ask = [&draft] {
            draft.setMlflow(true);
            draft.setMlflowUri(QStringLiteral("http://mlflow.test"));
            draft.setExperiment(QStringLiteral("mine"));
            draft.checkExperimentNow();
            return draft.isCheckingExperiment();
        };
        QVERIFY(ask());
        draft.setMlflowUri(QStringLiteral("no address at all"));
        draft.checkExperimentNow();
        QVERIFY(!draft.isCheckingExperiment());
        QVERIFY(ask());
        draft.setMlflow(false);
        draft.checkExperimentNow();
        QVERIFY(!draft.isCheckingExperiment());
        QVERIFY(ask());
        draft.setExperiment(QString());
        draft.checkExperimentNow();
        QVERIFY(!draft.isCheckingExperiment());
        QVERIFY(ask());
        QTRY_VERIFY(!draft.isCheckingExperiment()); // one that is not given up gets its answer
        QVERIFY(draft.experiment());
    }

    void reviewsAndSubmits()
    {
        Shown shown;
        shown.vm.installRelease();
        shown.vm.setPods(PanelVm::usableCluster());
        QVERIFY(shown.vm.connectNow());
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.session().lifecycle().status().headUsable(), 30000);
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        shown.draft().setExperiment(QStringLiteral("mine"));
        QVERIFY(see::press(shown.page(), QStringLiteral("Review")));
        QCOMPARE(shown.at(), int(JobDraft::ReviewPage));
        QCOMPARE(shown.page()->primaryAction()->text(), QStringLiteral("Submit"));
        QTRY_VERIFY2(shown.page()->primaryAction()->isEnabled(), qPrintable(shown.draft().whyNotSubmit()));
        for (const char *part : {"ray job submit", "--config-name vega_training", "pipe_key=training", "experiment_name=mine"})
            QVERIFY2(see::text(shown.page(), QLatin1String(part)), part);
        QCOMPARE(see::unnamed(shown.page()), QStringList());
        see::shoot(shown.page(), QStringLiteral("job-review"));

        // A command with a password is refused, and the answers before stay.
        QVERIFY(see::press(shown.page(), QStringLiteral("Edit command")));
        auto *editor = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(editor && !editor->isReadOnly());
        editor->setPlainText(QStringLiteral("MLFLOW_TRACKING_PASSWORD=abc itwinai exec-pipeline"));
        QVERIFY(!shown.page()->primaryAction()->isEnabled());
        QVERIFY(!shown.draft().problems(JobDraft::ReviewPage).isEmpty());
        see::shoot(shown.page(), QStringLiteral("job-review-password"));
        QVERIFY(see::press(shown.page(), QStringLiteral("Use the built command")));
        QTRY_VERIFY(shown.page()->primaryAction()->isEnabled());

        QVERIFY(see::press(shown.page(), QStringLiteral("Submit")));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.vm.session().jobs().jobs().isEmpty(), 10000);
        QVERIFY2(QTest::qWaitFor([&] { return shown.panel->isVisible(); }, 10000), qPrintable(see::all(shown.page()))); // the job is chosen
        QCOMPARE(shown.panel->selectedJob(), shown.vm.session().jobs().jobs().constFirst().id());
        QCOMPARE(shown.vm.session().jobs().jobs().constFirst().spec.name, QStringLiteral("vega_training-1"));
        for (const SentRequest &request : shown.vm.network().sent())
            QVERIFY(!request.body.contains("abc"));
    }

    void draftSurvives()
    {
        Shown shown;
        shown.open();
        QVERIFY(shown.chooseFolder(shown.code()));
        shown.draft().setPipeline(QStringLiteral("hpo"));
        shown.draft().setExperiment(QStringLiteral("kept"));
        QTest::keyClick(shown.page()->wizard(), Qt::Key_Escape); // leaves, and hides nothing
        QVERIFY(!shown.page()->isVisible());
        shown.open();
        QVERIFY(shown.page()->wizard()->isVisible());
        QCOMPARE(shown.draft().spec().experiment, QStringLiteral("kept"));
        const QString file = shown.vm.dataDirectory() + QStringLiteral("/drafts/job.json");
        QTRY_VERIFY(QFile::exists(file));
        QVERIFY(QTest::qWaitFor([&] { QFile f(file); return f.open(QIODevice::ReadOnly) && f.readAll().contains("kept"); }));
        JobDraft again(shown.vm.session(), file);
        QTRY_VERIFY(again.config());
        QCOMPARE(again.spec().pipeline, QStringLiteral("hpo"));
        QCOMPARE(again.spec().experiment, QStringLiteral("kept"));
    }

    /// Submitting again is possible only with files that are still there; missing ones are named.
    void submitAgainNamesMissingFiles()
    {
        Shown shown;
        JobSpec spec;
        spec.name = QStringLiteral("train-7");
        spec.folder = shown.folder.filePath(QStringLiteral("gone"));
        spec.configName = QStringLiteral("vega_training");
        spec.pipeline = QStringLiteral("training");
        shown.page()->beginWith(spec);
        shown.panel->openPage(shown.page());
        QCOMPARE(shown.at(), int(JobDraft::ReviewPage));
        QTRY_VERIFY(see::text(shown.page(), QStringLiteral("Missing on this computer: %1").arg(spec.folder)));
        QVERIFY(!shown.page()->primaryAction()->isEnabled());
    }
};

QTEST_MAIN(TestJobWizard)
#include "tst_jobwizard.moc"
