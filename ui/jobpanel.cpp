#include "ui/jobpanel.h"

#include "jobs/loglines.h"
#include "session/jobdesk.h"
#include "session/raylink.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/clearbutton.h"
#include "ui/clusterpodtable.h"
#include "ui/inlinemessage.h"
#include "ui/jobmodel.h"
#include "ui/jobview.h"
#include "ui/jobwizardpage.h"
#include "ui/logpane.h"
#include "ui/statelabel.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace rayhelm {

JobPanel::JobPanel(Session &session, QWidget *parent)
    : Panel(tr("Jobs"), parent)
    , m_session(session)
    , m_model(new JobModel(this))
    , m_table(new QTableView)
    , m_filters(new QWidget)
    , m_find(new QLineEdit)
    , m_whose(new QComboBox)
    , m_problem(new StateText(StateKind::Warning))
    , m_view(new JobView(session))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_wizard(new JobWizardPage(session))
{
    buildActions();
    buildBody();
    setFirstFocus(m_table);
    setFindTarget(m_view->log()->findField());
    setDetailsRegion(m_view);

    JobDesk &desk = session.jobs();
    connect(&desk, &JobDesk::jobsChanged, this, &JobPanel::showJobs);
    connect(&desk, &JobDesk::stopFailed, this, [this](const QString &id, const Error &error) {
        m_asked.remove(id);
        showMessage(messageFor(error));
        showJobs();
    });
    connect(m_wizard, &JobWizardPage::submitted, this, [this](const QString &id) {
        m_wizard->goBack();
        openJob(id);
    });
    connect(m_wizard, &JobWizardPage::clusterRequested, this, &JobPanel::clusterRequested);
    connect(m_wizard, &JobWizardPage::accountsRequested, this, &JobPanel::accountsRequested);
    connect(m_view, &JobView::submitAgainRequested, this, &JobPanel::submitAgain);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        m_model->tick();
        m_view->tick();
    });
    m_clock.start();
    showJobs();
}

JobWizardPage *JobPanel::wizardPage() const
{
    return m_wizard;
}

JobPanel::~JobPanel()
{
    if (m_wizard && !m_wizard->parent())
        delete m_wizard; // it was never opened, so no stack owns it
}

void JobPanel::setUrlOpener(UrlOpener opener)
{
    m_wizard->setUrlOpener(opener);
    m_view->setUrlOpener(std::move(opener));
}

void JobPanel::buildActions()
{
    const auto make = [this](const QString &text, const QString &toolTip, auto slot) {
        auto *action = new QAction(text, this);
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_new = make(tr("New job..."), tr("Prepares a job step by step. Nothing is sent before the last step."), &JobPanel::newJob);
    m_again = make(tr("Submit again..."), tr("Opens the review with the answers of the chosen job."), &JobPanel::submitAgain);
    m_stop = make(tr("Stop job..."), tr("Asks first."), &JobPanel::stopJob);
    m_save = make(tr("Save log..."), tr("Writes the log of the chosen job to a file."), &JobPanel::saveLog);
    m_remove = make(tr("Remove from history"), tr("Takes the job out of the list; the bar offers Undo."), &JobPanel::removeFromHistory);
    m_refresh = make(tr("Refresh"), tr("Asks Ray for its jobs anew."), [this] { m_session.jobs().refresh(); });
    setRefreshAction(m_refresh);
    setPrimaryAction(m_new);
    addPanelAction(m_again);
    addPanelAction(m_stop);
    for (QAction *action : {m_save, m_remove})
        addMoreAction(action);
}

void JobPanel::buildBody()
{
    auto *row = new QHBoxLayout(m_filters);
    row->setContentsMargins(0, 0, 0, 0);
    auto *findLabel = new QLabel(tr("Find &job"));
    findLabel->setBuddy(m_find);
    m_find->setMaximumWidth(220);
    addClearButton(m_find);
    m_find->setAccessibleDescription(tr("Shows only jobs whose name, state or news contain the text."));
    auto *whoseLabel = new QLabel(tr("Sho&w"));
    whoseLabel->setBuddy(m_whose);
    m_whose->addItems({tr("Mine"), tr("All that Ray lists")});
    m_whose->setAccessibleDescription(tr("Whether jobs of other programs are listed as well."));
    for (QWidget *part : {static_cast<QWidget *>(findLabel), static_cast<QWidget *>(m_find),
                          static_cast<QWidget *>(whoseLabel), static_cast<QWidget *>(m_whose)})
        row->addWidget(part);
    row->addStretch(1);
    connect(m_find, &QLineEdit::textChanged, this, &JobPanel::showJobs);
    connect(m_whose, &QComboBox::currentIndexChanged, this, &JobPanel::showJobs);

    m_table->setModel(m_model);
    prepareTable(m_table, tr("Jobs"));
    m_table->setAccessibleDescription(tr("The chosen job is shown below the list."));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setMinimumSectionSize(56);
    for (int column = 0; column < JobModel::ColumnCount; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(JobModel::Note, QHeaderView::Stretch);
    m_table->horizontalHeader()->setResizeContentsPrecision(50); // rows; others may be many
    m_table->setMinimumHeight(110);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobPanel::showSelected);

    m_view->setMinimumHeight(230);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_view);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 3);
    body()->addWidget(m_filters);
    body()->addWidget(m_problem);
    body()->addWidget(m_splitter, 1);
}

QList<JobEntry> JobPanel::entries() const
{
    QList<JobEntry> all;
    const QList<JobRecord> own = m_session.jobs().jobs();
    for (const JobRecord &record : own) {
        JobEntry entry;
        entry.record = record;
        entry.askedToStop = m_asked.contains(record.id());
        if (entry.runs() && record.id() == selectedJob()) {
            const LogLines &lines = m_session.jobs().log(record.id());
            if (lines.count() > 0)
                entry.lastLine = lines.at(lines.count() - 1).text;
        }
        all.append(entry);
    }
    if (m_whose->currentIndex() == 1) {
        for (const JobDetails &details : m_session.jobs().foreignJobs()) {
            JobEntry entry;
            entry.own = false;
            entry.foreign = details;
            all.append(entry);
        }
    }
    return all;
}

bool JobPanel::isWanted(const JobEntry &job) const
{
    const QString text = m_find->text().trimmed();
    if (text.isEmpty())
        return true;
    for (const QString &place : {job.name(), job.id(), jobStateWords(job), jobNote(job)}) {
        if (place.contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void JobPanel::showJobs()
{
    QList<JobEntry> jobs = entries();
    const bool any = !jobs.isEmpty() || !m_session.jobs().foreignJobs().isEmpty();
    const auto running = std::count_if(jobs.begin(), jobs.end(), [](const JobEntry &job) { return job.runs(); });
    jobs.removeIf([this](const JobEntry &job) { return !isWanted(job); });
    m_model->setJobs(jobs);
    setHeading(!any ? tr("No jobs yet.") : running > 0 ? tr("%n job(s) running", nullptr, int(running)) : tr("No job running"));
    setSentence(any ? QString() : tr("A job sends your code to the cluster and shows its log here."));
    m_filters->setVisible(any);
    m_splitter->setVisible(any);
    m_problem->setText(QStringList{m_session.jobs().historyProblem(), m_session.jobs().listNotice()}.join(QLatin1Char(' ')).trimmed());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (selectedJob().isEmpty() && !jobs.isEmpty())
        m_table->selectRow(0);
    showSelected();
}

QString JobPanel::selectedJob() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const JobEntry *job = rows.isEmpty() ? nullptr : m_model->jobAt(rows.constFirst().row());
    return job ? job->id() : QString();
}

void JobPanel::showSelected()
{
    const JobEntry *job = m_model->jobAt(m_model->rowOf(selectedJob()));
    if (job)
        m_view->setJob(*job);
    else
        m_view->clear();
    if (!m_asking.isEmpty() && (!job || m_asking != job->id() || !job->runs() || job->askedToStop)) {
        m_asking.clear();
        clearMessage();
    }
    showActions();
}

void JobPanel::showActions()
{
    const JobEntry *job = m_model->jobAt(m_model->rowOf(selectedJob()));
    const QString none = tr("No job is chosen.");
    const QString foreign = tr("This job was sent by another program.");
    const bool own = job && job->own;
    const QString notOwn = job ? foreign : none;
    setAvailable(m_again, own, notOwn);
    setAvailable(m_stop, own && job->runs() && !job->askedToStop && m_session.ray().client(),
                 !own ? notOwn : !job->runs() ? tr("This job does not run.") : job->askedToStop ? tr("It was asked to stop.") : tr("Ray does not answer now."));
    setAvailable(m_save, own, notOwn);
    setAvailable(m_remove, own && !job->runs(), own ? tr("A job that runs stays in the list.") : notOwn);
    setAvailable(m_refresh, m_session.ray().client() != nullptr, tr("Ray does not answer now."));
}

void JobPanel::newJob()
{
    m_wizard->begin();
    openPage(m_wizard);
}

void JobPanel::submitAgain()
{
    const JobEntry *job = m_model->jobAt(m_model->rowOf(selectedJob()));
    if (!job || !job->own)
        return;
    m_wizard->beginWith(job->record.spec);
    openPage(m_wizard);
}

void JobPanel::stopJob()
{
    const JobEntry *job = m_model->jobAt(m_model->rowOf(selectedJob()));
    if (!job || !job->own || !job->runs())
        return;
    m_asking = job->id();
    const QString keep = tr("Keep running");
    showMessage(Message{StateKind::Warning, tr("Stop %1?").arg(job->name()), tr("Work since its last checkpoint is lost."), {},
                        {{keep, [this] { m_asking.clear(); clearMessage(); m_table->setFocus(); }},
                         {tr("Stop %1").arg(job->name()), [this] { askToStop(); }}}});
    const QList<QPushButton *> buttons = messageWidget()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == keep)
            button->setFocus(Qt::OtherFocusReason);
    }
}

void JobPanel::askToStop()
{
    const QString id = std::exchange(m_asking, QString());
    clearMessage();
    if (id.isEmpty())
        return;
    m_asked.insert(id);
    m_session.jobs().stop(id);
    showJobs();
    m_table->setFocus();
}

void JobPanel::saveLog()
{
    m_view->log()->save();
}

void JobPanel::removeFromHistory()
{
    const JobEntry *job = m_model->jobAt(m_model->rowOf(selectedJob()));
    if (!job || !job->own || job->runs())
        return;
    const QString name = job->name();
    m_session.jobs().removeFromHistory(job->id());
    showMessage(Message{StateKind::Info, tr("%1 was removed from the list.").arg(name), {}, {},
                        {{tr("Undo"), [this] { m_session.jobs().undoRemove(); clearMessage(); }}}});
    messageWidget()->setClosable(true);
}

void JobPanel::openJob(const QString &submissionId)
{
    m_find->clear();
    showJobs();
    const int row = m_model->rowOf(submissionId);
    if (row >= 0)
        m_table->selectRow(row);
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace rayhelm
