#include "ui/jobfilespage.h"

#include "core/text.h"
#include "ui/availability.h"
#include "ui/clusterpodtable.h"
#include "ui/flowlayout.h"
#include "ui/inlinemessage.h"
#include "ui/jobfilemodel.h"
#include "ui/statelabel.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace rayhelm {

JobFilesPage::JobFilesPage(JobDraft &draft, QWidget *parent)
    : JobWizardStep(draft, JobDraft::FilesPage, tr("Files"), parent)
    , m_openUrl([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_summary(new StateText)
    , m_problem(new InlineMessage)
    , m_suspicious(new InlineMessage)
    , m_links(new QCheckBox)
    , m_dataPaths(new StateText)
    , m_model(new JobFileModel(this))
    , m_table(new QTableView)
    , m_leaveOut(new QPushButton(tr("Leave out")))
    , m_open(new QPushButton(tr("Open")))
{
    m_table->setModel(m_model);
    prepareTable(m_table, tr("Files of the folder"));
    m_table->setAccessibleDescription(tr("The last column says whether a file is sent, or which line leaves it out."));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Fixed widths: measuring every row of a large folder would take long.
    m_table->horizontalHeader()->setSectionResizeMode(JobFileModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(JobFileModel::Size, QHeaderView::Fixed);
    m_table->setColumnWidth(JobFileModel::Size, 90);
    m_table->horizontalHeader()->setSectionResizeMode(JobFileModel::Fate, QHeaderView::Stretch);
    m_table->setMinimumHeight(150);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobFilesPage::showChosen);

    column()->addWidget(m_summary);
    column()->addWidget(m_problem);
    column()->addWidget(m_suspicious);
    column()->addWidget(m_links);
    column()->addWidget(m_table, 1);
    column()->addWidget(buildActions());
    column()->addWidget(m_dataPaths);
    connect(m_links, &QCheckBox::toggled, &draft, &JobDraft::setSendOutsideLinks);
    connect(&draft, &JobDraft::planChanged, this, &JobFilesPage::showDraft);
    showDraft();
}

QWidget *JobFilesPage::firstField()
{
    return m_table;
}

QWidget *JobFilesPage::buildActions()
{
    auto *actions = new QWidget;
    auto *row = new FlowLayout(actions);
    for (QPushButton *button : {m_leaveOut, m_open}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_leaveOut, &QPushButton::clicked, this, &JobFilesPage::leaveOut);
    connect(m_open, &QPushButton::clicked, this, &JobFilesPage::openFile);
    return actions;
}

void JobFilesPage::showDraft()
{
    const WorkingDirectoryPlan &plan = draft().plan();
    if (draft().spec().folder.isEmpty())
        m_summary->setText(tr("No folder is chosen yet."));
    else if (draft().isPlanning() && plan.files.isEmpty())
        m_summary->setText(tr("Reading the files..."));
    else
        m_summary->setText(tr("%n file(s) are sent, %1 of %2 allowed.", nullptr, plan.sentCount())
                               .arg(sizeText(plan.sentCount() == 0 ? 0 : qMax(plan.packedSize, qint64(0))), tr("100 MiB")));
    m_model->setFiles(plan.files);
    showProblem();
    showSuspicious();
    showLinks();
    QStringList paths;
    if (const ItwinaiConfig *config = draft().config())
        paths = dataPaths(*config);
    m_dataPaths->setVisible(!paths.isEmpty());
    QString shown = paths.mid(0, 3).join(QStringLiteral(", "));
    if (paths.size() > 3)
        shown += QChar(0x2026);
    m_dataPaths->setText(tr("Data paths on the HPC are not sent: %1 (%n path(s)).", nullptr, int(paths.size())).arg(shown));
    showChosen();
}

void JobFilesPage::showProblem()
{
    const WorkingDirectoryPlan &plan = draft().plan();
    if (plan.problems.isEmpty()) {
        m_problem->clearMessage();
        return;
    }
    const WorkingDirectoryProblem problem = plan.problems.constFirst();
    Message message;
    message.kind = problem.blocks ? StateKind::Bad : StateKind::Warning;
    const qsizetype end = problem.summary.indexOf(QStringLiteral(". "));
    message.what = end < 0 ? problem.summary : problem.summary.left(end + 1);
    message.text = end < 0 ? QString() : problem.summary.mid(end + 2);
    if (problem.kind == PlanProblem::LineLeavesOutAll) {
        message.actions.append({tr("Ignore that line"), [this, line = problem.line] { draft().ignoreLine(line); }});
    } else if (problem.kind == PlanProblem::TooBig) {
        for (const PlannedFile &file : plan.largest(1))
            message.actions.append({tr("Leave out %1").arg(plainText(file.path, 200)), [this, path = file.path] { draft().setExcluded(path, true); }});
    }
    if (m_problem->isHidden() || m_problem->message().what != message.what || m_problem->message().text != message.text)
        m_problem->showMessage(message);
}

void JobFilesPage::showSuspicious()
{
    const QList<PlannedFile> suspicious = draft().plan().suspicious();
    if (suspicious.isEmpty()) {
        m_suspicious->clearMessage();
        return;
    }
    const QString path = suspicious.constFirst().path;
    Message message{StateKind::Warning, tr("%1 looks like it holds a password.").arg(plainText(path, 200)),
                    tr("Everyone who may see the cluster could read it."), {},
                    {{tr("Leave %1 out").arg(plainText(path, 200)), [this, path] { draft().setExcluded(path, true); }}}};
    if (m_suspicious->isHidden() || m_suspicious->message().what != message.what)
        m_suspicious->showMessage(message);
}

/// A link out of the folder may lead to anything of this computer, so its content is sent only when a person says so.
void JobFilesPage::showLinks()
{
    const QList<PlannedFile> links = draft().plan().outsideLinks();
    m_links->setVisible(!links.isEmpty());
    if (links.isEmpty())
        return;
    const QString first = tr("%1 (to %2)", "a link and where it leads").arg(plainText(links.constFirst().path), plainText(links.constFirst().leadsTo));
    m_links->setText(tr("Send also what links out of the folder lead to: %n link(s), such as %1", nullptr, int(links.size())).arg(first));
    m_links->setAccessibleDescription(tr("Without it these links are left out. The list says of each where it leads."));
    const QSignalBlocker quiet(m_links);
    m_links->setChecked(draft().spec().sendOutsideLinks);
}

QString JobFilesPage::chosenPath() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const PlannedFile *file = rows.isEmpty() ? nullptr : m_model->fileAt(rows.constFirst().row());
    return file ? file->path : QString();
}

void JobFilesPage::showChosen()
{
    const PlannedFile *file = m_model->fileAt(m_model->rowOf(chosenPath()));
    const bool byUs = file && file->leftOut == LeftOutReason::Excludes;
    m_leaveOut->setText(byUs ? tr("Send it again") : tr("Leave out"));
    setAvailable(m_leaveOut, file && (file->isSent() || byUs),
                 file ? tr("Another rule leaves this file out.") : tr("No file is chosen."),
                 byUs ? tr("Sends the chosen file after all.") : tr("Does not send the chosen file with this job. The file stays."));
    setAvailable(m_open, file != nullptr, tr("No file is chosen."), tr("Opens the chosen file with its usual program."));
}

void JobFilesPage::leaveOut()
{
    const PlannedFile *file = m_model->fileAt(m_model->rowOf(chosenPath()));
    if (file)
        draft().setExcluded(file->path, file->isSent());
}

void JobFilesPage::openFile()
{
    const QString path = chosenPath();
    if (!path.isEmpty())
        m_openUrl(QUrl::fromLocalFile(QDir(draft().spec().folder).filePath(path)));
}

} // namespace rayhelm
