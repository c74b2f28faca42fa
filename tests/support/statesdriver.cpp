#include "statesdriver.h"

#include "jobs/jobhistory.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "ui/accountform.h"
#include "ui/accountsdialog.h"
#include "ui/clusterdetails.h"
#include "ui/clusterpanel.h"
#include "ui/connectionpanel.h"
#include "ui/deletepage.h"
#include "ui/jobdraft.h"
#include "ui/jobpanel.h"
#include "ui/changespage.h"
#include "ui/comparepage.h"
#include "ui/inlinemessage.h"
#include "ui/jobreviewpage.h"
#include "ui/jobview.h"
#include "ui/jobwizard.h"
#include "ui/jobwizardpage.h"
#include "ui/mainwindow.h"
#include "ui/panelstack.h"
#include "ui/profileactions.h"
#include "ui/secretedit.h"
#include "ui/valueseditor.h"
#include "ui/valuesformview.h"
#include "ui/valuesnamedialog.h"
#include "ui/valuesopendialog.h"
#include "ui/valuespanel.h"
#include "ui/valuessection.h"
#include "ui/valuestools.h"
#include "ui/yamltextview.h"
#include "values/valuesdocument.h"
#include "values/workergroups.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QCheckBox>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

namespace rayhelm {

namespace {

const char trainingConfig[] = R"(
epochs: 10
data: /hpc/data/train
training:
  _target_: itwinai.pipeline.Pipeline
  steps:
    load: {_target_: x.Load}
hpo:
  _target_: itwinai.pipeline.Pipeline
  steps:
    - {_target_: x.Search}
)";

QString named(const char *name)
{
    return QLatin1String(name);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

template<typename T>
T *root(WindowDriver &driver, PanelId id)
{
    return static_cast<T *>(driver.window().panels()->stack(id)->root());
}

void visitConfiguration(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    driver.session().configuration().startFromTemplate();
    driver.open(PanelId::Configuration);
    auto *panel = root<ValuesPanel>(driver, PanelId::Configuration);
    ValuesEditor *editor = panel->editor();
    editor->form()->setAllShown(true);
    editor->checkNow();
    visit(named("configuration-all"), &driver.window());
    const QList<ValuesSection *> sections = editor->findChildren<ValuesSection *>();
    for (ValuesSection *section : sections)
        section->setSeparate(true);
    visit(named("configuration-separate"), &driver.window());
    editor->tools()->find()->setFocus();
    driver.type(QStringLiteral("gpu"));
    visit(named("configuration-search"), &driver.window());
    editor->tools()->find()->clear();
    editor->document()->setText("image: [\n");
    editor->checkNow();
    visit(named("configuration-broken"), &driver.window());
    editor->switchAction()->trigger();
    visit(named("configuration-text"), &driver.window());
    editor->undoAction()->trigger();
    panel->openAction()->trigger();
    QVERIFY(panel->openDialog() && QTest::qWaitForWindowExposed(panel->openDialog()));
    visit(named("open-offline"), panel->openDialog());
    panel->openDialog()->reject();
    ValuesNameDialog name(QStringLiteral("a.yaml"), {QStringLiteral("a.yaml")}, &driver.window());
    name.show();
    QVERIFY(QTest::qWaitForWindowExposed(&name));
    visit(named("save-as"), &name);
}

/// A file that another program has changed: the news, the comparison with a place that both changed, what saving would change; and a
/// second group of workers.
void visitChanged(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    Configuration &configuration = driver.session().configuration();
    const QString path = QDir::homePath() + QStringLiteral("/changed.yaml");
    writeFile(path, ValuesSchema::exampleFile());
    configuration.openLocal(path);
    driver.open(PanelId::Configuration);
    auto *panel = root<ValuesPanel>(driver, PanelId::Configuration);
    QVERIFY(WorkerGroups(*configuration.document()).duplicate(QStringLiteral("worker")));
    panel->editor()->checkNow();
    visit(named("configuration-groups"), &driver.window());
    configuration.document()->setText(QByteArray(ValuesSchema::exampleFile()).replace("replicas: 3 #", "replicas: 2 #"));
    panel->changesAction()->trigger();
    visit(named("configuration-changes"), &driver.window());
    panel->changesPage()->goBack();
    writeFile(path, QByteArray(ValuesSchema::exampleFile()).replace("replicas: 3 #", "replicas: 1 #"));
    configuration.lookForTheirs(true);
    QVERIFY(configuration.theirs());
    visit(named("configuration-changed-elsewhere"), &driver.window());
    panel->messageWidget()->message().actions.constFirst().run();
    QVERIFY(panel->comparePage() && panel->comparePage()->isVisible());
    visit(named("configuration-compare"), &driver.window());
}

bool readsFolder(JobDraft &draft, const QString &folder)
{
    draft.setFolder(folder);
    return QTest::qWaitFor([&draft] { return !draft.isScanning() && !draft.isPlanning(); }, 20000);
}

void visitNewJob(QSize size, const ScreenVisitor &visit)
{
    QTemporaryDir code;
    writeFile(code.filePath(QStringLiteral("code/vega_training.yaml")), trainingConfig);
    writeFile(code.filePath(QStringLiteral("code/notes.yaml")), "a: 1\n");
    writeFile(code.filePath(QStringLiteral("code/.env")), "PASSWORD=x\n");
    writeFile(code.filePath(QStringLiteral("ignored/vega_training.yaml")), trainingConfig);
    writeFile(code.filePath(QStringLiteral("ignored/.gitignore")), "*\n");
    WindowDriver driver(size, true);
    driver.window().panels()->newJob();
    JobWizardPage *page = root<JobPanel>(driver, PanelId::Jobs)->wizardPage();
    QVERIFY(readsFolder(page->draft(), code.filePath(QStringLiteral("code"))));
    page->draft().setExperiment(QStringLiteral("mine"));
    for (int step = 0; step < JobDraft::PageCount; ++step) {
        page->wizard()->goToAnyway(JobDraft::Page(step));
        visit(QStringLiteral("new-job-page-%1").arg(step + 1), &driver.window());
    }
    QVERIFY(see::press(page, JobReviewPage::tr("Edit command")));
    visit(named("new-job-edited-command"), &driver.window());
    page->wizard()->goToAnyway(JobDraft::ResourcesPage);
    auto *driverPlace = page->wizard()->step()->findChild<QComboBox *>();
    driverPlace->setCurrentIndex(1);
    Q_EMIT driverPlace->activated(1);
    visit(named("new-job-driver-elsewhere"), &driver.window());
    QVERIFY(readsFolder(page->draft(), code.filePath(QStringLiteral("ignored"))));
    page->wizard()->goToAnyway(JobDraft::FilesPage);
    visit(named("new-job-nothing-sent"), &driver.window());
}

void keepJob(PanelVm &vm, const QString &name, JobStatus status, const QString &log)
{
    JobHistory &history = vm.session().jobs().history();
    JobRecord record;
    record.spec.submissionId = QStringLiteral("rayhelm-") + name;
    record.spec.name = name;
    record.spec.folder = QStringLiteral("/home/ada/code");
    record.spec.configName = QStringLiteral("vega_training");
    record.spec.pipeline = QStringLiteral("training");
    record.profile = vm.profile().id;
    record.command = QStringLiteral("ray job submit -- itwinai exec-pipeline");
    record.submitted = QDateTime::currentDateTime().addSecs(-3600);
    QVERIFY(history.add(record));
    QVERIFY(history.appendLog(record.id(), log));
    JobDetails details;
    details.submissionId = record.id();
    details.status = status;
    details.submitted = record.submitted;
    if (isTerminal(status))
        details.ended = record.submitted.addSecs(180);
    QVERIFY(history.update(record.id(), details));
}

void visitJobs(QSize size, const ScreenVisitor &visit)
{
    PanelVm vm;
    keepJob(vm, QStringLiteral("train-6"), JobStatus::Failed, QStringLiteral("step 1\nValueError: no data at /hpc/data\n"));
    keepJob(vm, QStringLiteral("hpo-3"), JobStatus::Succeeded, QStringLiteral("done\n"));
    keepJob(vm, QStringLiteral("train-7"), JobStatus::Running, QStringLiteral("epoch 1\n"));
    vm.session().connection().setProfile(vm.profile());
    auto *panel = new JobPanel(vm.session());
    PanelStack stack(panel);
    stack.resize(size);
    stack.show();
    QVERIFY(QTest::qWaitForWindowActive(&stack));
    for (const char *name : {"train-6", "hpo-3", "train-7"}) {
        panel->openJob(QStringLiteral("rayhelm-") + QLatin1String(name));
        visit(QStringLiteral("job-") + QLatin1String(name), &stack);
    }
    auto *tabs = panel->view()->findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        visit(QStringLiteral("job-tab-%1").arg(tab), &stack);
    }
    panel->stopJob();
    visit(named("job-stop"), &stack);
    panel->openJob(QStringLiteral("rayhelm-hpo-3"));
    panel->removeFromHistory();
    visit(named("job-removed"), &stack);
    panel->submitAgain();
    visit(named("job-submit-again"), &stack);
}

void visitCluster(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    driver.open(PanelId::Cluster);
    QList<ScriptedPod> pods = PanelVm::usableCluster();
    pods.last().running = false;
    pods.last().alive = false;
    driver.vm().installRelease();
    driver.vm().setPods(pods);
    writeFile(QDir::homePath() + QStringLiteral("/.interlink/ada.yaml"), "image:\n  tag: sif\n");
    QVERIFY(driver.connectNow());
    const Lifecycle &lifecycle = driver.session().lifecycle();
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle.status().pods.size() == pods.size(), 20000);
    auto *panel = root<ClusterPanel>(driver, PanelId::Cluster);
    auto *tabs = static_cast<QTabWidget *>(panel->details());
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        visit(QStringLiteral("cluster-tab-%1").arg(tab), &driver.window());
    }
    driver.open(PanelId::Configuration);
    auto *values = root<ValuesPanel>(driver, PanelId::Configuration);
    values->openAction()->trigger();
    QVERIFY(values->openDialog() && QTest::qWaitForWindowExposed(values->openDialog()));
    QTRY_VERIFY_WITH_TIMEOUT(values->openDialog()->table()->rowCount() == 1, 20000);
    visit(named("open-files"), values->openDialog());
    values->openDialog()->reject();
    driver.window().panels()->openDelete();
    driver.session().lifecycle().deleteCluster(driver.session().connection().profile().releaseName, false);
    visit(named("deleting"), &driver.window());
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle.report() && !lifecycle.isDeleting(), 60000);
    visit(named("delete-report"), &driver.window());
}

void visitAccounts(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    driver.window().openAccounts();
    auto *dialog = driver.window().findChild<AccountsDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    dialog->addAccount();
    dialog->form()->address()->setText(QStringLiteral("ftp://x"));
    visit(named("accounts-wrong-address"), dialog);
    dialog->form()->address()->setText(QStringLiteral("http://mlflow.test/"));
    dialog->form()->user()->setText(QStringLiteral("ada"));
    QTest::keyClicks(dialog->form()->password()->edit(), QStringLiteral("word"));
    visit(named("accounts-unencrypted"), dialog);
    dialog->form()->unencrypted()->setChecked(true);
    QTest::keyClick(dialog->form()->password()->edit(), Qt::Key_Return);
    QTRY_VERIFY(dialog->list()->topLevelItemCount() == 1);
    dialog->list()->topLevelItem(0)->setSelected(true);
    visit(named("accounts-kept"), dialog);
    QVERIFY(see::press(dialog, AccountsDialog::tr("Change...")));
    visit(named("accounts-change"), dialog);
    dialog->reject();
}

void visitProfiles(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    driver.open(PanelId::Connection);
    auto *actions = driver.connection()->findChild<ProfileActions *>();
    actions->actions().at(1)->trigger();
    visit(named("connection-rename"), &driver.window());
    actions->actions().at(4)->trigger();
    visit(named("connection-removed"), &driver.window());
}

} // namespace

void visitFurtherStates(QSize size, const ScreenVisitor &visit)
{
    visitConfiguration(size, visit);
    visitChanged(size, visit);
    visitNewJob(size, visit);
    visitJobs(size, visit);
    visitCluster(size, visit);
    visitAccounts(size, visit);
    visitProfiles(size, visit);
}

} // namespace rayhelm
