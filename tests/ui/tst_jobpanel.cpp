#include "paneldriver.h"

#include "jobs/jobhistory.h"
#include "jobs/loglines.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/raylink.h"
#include "ui/jobpanel.h"
#include "ui/jobview.h"
#include "ui/jobwizard.h"
#include "ui/jobwizardpage.h"
#include "ui/logpane.h"
#include "ui/logview.h"
#include "ui/panelstack.h"
#include "ui/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace rayhelm;

/// The jobs list and the job view over a real session, a kept history and a scripted Ray.
class TestJobPanel : public QObject
{
    Q_OBJECT

    struct Shown {
        PanelVm vm;
        std::unique_ptr<PanelStack> stack;
        JobPanel *panel = nullptr;

        void keep(const QString &name, HistoryState state, int minutesAgo, const QString &log, int lasted = 3)
        {
            JobHistory &history = vm.session().jobs().history();
            JobRecord record;
            record.spec.submissionId = QStringLiteral("rayhelm-") + name;
            record.spec.name = name;
            record.spec.folder = QStringLiteral("/home/ada/code");
            record.spec.configName = QStringLiteral("vega_training");
            record.spec.pipeline = QStringLiteral("training");
            record.spec.mlflowUri = QStringLiteral("http://mlflow.test");
            record.spec.experiment = QStringLiteral("mine");
            record.profile = vm.profile().id;
            record.command = QStringLiteral("ray job submit -- itwinai exec-pipeline");
            record.submitted = QDateTime::currentDateTime().addSecs(-60 * minutesAgo);
            QVERIFY(history.add(record));
            QVERIFY(history.appendLog(record.id(), log));
            JobDetails details;
            details.submissionId = record.id();
            details.status = state == HistoryState::Failed     ? JobStatus::Failed
                             : state == HistoryState::Finished ? JobStatus::Succeeded
                                                               : JobStatus::Running;
            details.submitted = record.submitted;
            if (isTerminal(details.status))
                details.ended = record.submitted.addSecs(60 * lasted);
            QVERIFY(history.update(record.id(), details));
        }
        void show()
        {
            vm.session().connection().setProfile(vm.profile());
            panel = new JobPanel(vm.session());
            stack = std::make_unique<PanelStack>(panel);
            stack->resize(1120, 700);
            stack->show();
            QVERIFY(QTest::qWaitForWindowActive(stack.get()));
        }
        QTableView *table() { return panel->findChild<QTableView *>(); }
        void choose(const QString &name)
        {
            panel->openJob(QStringLiteral("rayhelm-") + name);
        }
    };

    static QString failingLog()
    {
        QString log;
        for (int i = 0; i < 300; ++i)
            log += QStringLiteral("step %1\n").arg(i);
        return log + QStringLiteral("Traceback (most recent call last):\n  File \"train.py\", line 3, in <module>\n"
                                    "ValueError: no data at /hpc/data\nbye\n");
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp); }

    void empty()
    {
        Shown shown;
        shown.show();
        QVERIFY(see::text(shown.panel, QStringLiteral("No jobs yet.")));
        QVERIFY(!shown.table()->isVisible());
        QCOMPARE(shown.panel->primaryAction()->text(), QStringLiteral("New job..."));
        see::shoot(shown.panel, QStringLiteral("jobs-empty"));
        shown.panel->primaryAction()->trigger();
        QVERIFY(shown.panel->wizardPage()->isVisible());
    }

    /// Old jobs open without a connection: log, what was submitted, command.
    void failedJobTellsWhy()
    {
        Shown shown;
        shown.keep(QStringLiteral("train-6"), HistoryState::Failed, 60, failingLog());
        shown.keep(QStringLiteral("hpo-3"), HistoryState::Finished, 30, QStringLiteral("done\n"));
        shown.show();
        QCOMPARE(shown.table()->model()->rowCount(), 2);
        shown.choose(QStringLiteral("train-6"));
        QVERIFY(see::text(shown.panel, QStringLiteral("Job train-6 failed after 3 min.")));
        QTRY_VERIFY(see::text(shown.panel, QStringLiteral("ValueError: no data at /hpc/data.")));
        QVERIFY(see::press(shown.panel, QStringLiteral("Go to line")));
        LogView *view = shown.panel->view()->log()->view();
        QTRY_VERIFY(view->selectedText().startsWith(QStringLiteral("ValueError")));
        QVERIFY(view->hasFocus());
        QCOMPARE(see::unnamed(shown.panel), QStringList());
        see::shoot(shown.panel, QStringLiteral("jobs-failed"));
        shown.choose(QStringLiteral("hpo-3"));
        QVERIFY(!see::text(shown.panel, QStringLiteral("ValueError")));
        QVERIFY(see::text(shown.panel, QStringLiteral("hpo-3: Finished after 3 min")));
    }

    void findsAndRemoves()
    {
        Shown shown;
        shown.keep(QStringLiteral("train-6"), HistoryState::Failed, 60, QStringLiteral("x\n"));
        shown.keep(QStringLiteral("hpo-3"), HistoryState::Finished, 30, QStringLiteral("done\n"));
        shown.show();
        auto *find = shown.panel->findChild<QLineEdit *>();
        find->setText(QStringLiteral("HPO"));
        QCOMPARE(shown.table()->model()->rowCount(), 1);
        find->clear();
        shown.choose(QStringLiteral("hpo-3"));
        shown.panel->removeFromHistory();
        QTRY_COMPARE(shown.table()->model()->rowCount(), 1);
        QVERIFY(see::press(shown.panel, QStringLiteral("Undo")));
        QTRY_COMPARE(shown.table()->model()->rowCount(), 2);
    }

    void stopAsksFirst()
    {
        Shown shown;
        QString log;
        for (int i = 0; i < 400; ++i)
            log += QStringLiteral("epoch %1, loss 0.%2\n").arg(i).arg(1000 - i);
        shown.keep(QStringLiteral("train-7"), HistoryState::Running, 41, log);
        shown.vm.setJobLog(log.toUtf8());
        shown.vm.setRayJobs(R"([{"type":"SUBMISSION","submission_id":"rayhelm-train-7","status":"RUNNING","entrypoint":"x"}])");
        shown.vm.installRelease();
        shown.vm.setPods(PanelVm::usableCluster());
        shown.show();
        QVERIFY(shown.vm.connectNow());
        shown.choose(QStringLiteral("train-7"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.session().ray().client() && shown.panel->isVisible(), 30000);
        QVERIFY(see::text(shown.panel, QStringLiteral("train-7: Running for 41 min")));
        see::shoot(shown.panel, QStringLiteral("jobs-running"));
        LogView *view = shown.panel->view()->log()->view();
        QTest::keyClick(view, Qt::Key_Up);
        QVERIFY(!view->isFollowing());
        see::shoot(shown.panel, QStringLiteral("jobs-paused"));

        shown.panel->stopJob();
        QVERIFY(see::text(shown.panel, QStringLiteral("Stop train-7?")));
        QCOMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget()), see::button(shown.panel, QStringLiteral("Keep running")));
        see::shoot(shown.panel, QStringLiteral("jobs-stop"));
        QVERIFY(see::press(shown.panel, QStringLiteral("Keep running")));
        QTRY_VERIFY(!see::text(shown.panel, QStringLiteral("Stop train-7?")));
        const auto stops = [&] {
            int count = 0;
            for (const SentRequest &request : shown.vm.network().sent())
                count += request.url.path().endsWith(QStringLiteral("/stop"));
            return count;
        };
        QCOMPARE(stops(), 0);
        shown.panel->stopJob();
        QVERIFY(see::press(shown.panel, QStringLiteral("Stop train-7")));
        QTRY_VERIFY(see::text(shown.panel, QStringLiteral("Asked to stop...")));
        QTRY_VERIFY_WITH_TIMEOUT(stops() > 0, 10000);
    }

    void submitAgainOpensTheReview()
    {
        Shown shown;
        shown.keep(QStringLiteral("train-6"), HistoryState::Failed, 60, QStringLiteral("x\n"));
        shown.show();
        shown.choose(QStringLiteral("train-6"));
        shown.panel->submitAgain();
        QVERIFY(shown.panel->wizardPage()->isVisible());
        QCOMPARE(shown.panel->wizardPage()->wizard()->currentId(), int(JobDraft::ReviewPage));
        QTRY_VERIFY(see::text(shown.panel->wizardPage(), QStringLiteral("Missing on this computer: /home/ada/code")));
    }

    void opensTheRunInMlflow()
    {
        Shown shown;
        shown.keep(QStringLiteral("train-6"), HistoryState::Finished, 60, QStringLiteral("x\n"));
        shown.vm.setExperiment(200, R"({"experiment":{"experiment_id":"12","name":"mine","lifecycle_stage":"active"}})");
        shown.show();
        shown.choose(QStringLiteral("train-6"));
        QUrl opened;
        shown.panel->setUrlOpener([&](const QUrl &url) { opened = url; });
        QVERIFY(see::press(shown.panel, QStringLiteral("Open the run in MLflow")));
        QTRY_VERIFY_WITH_TIMEOUT(opened.toString().contains(QStringLiteral("/experiments/12")), 10000);
    }
};

QTEST_MAIN(TestJobPanel)
#include "tst_jobpanel.moc"
