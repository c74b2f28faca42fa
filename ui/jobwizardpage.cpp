#include "ui/jobwizardpage.h"

#include "cluster/clusterstatus.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/raylink.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/jobmlflowpage.h"
#include "ui/jobwizard.h"
#include "ui/jobwizardstep.h"

#include <QAction>
#include <QDir>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace rayhelm {

JobWizardPage::JobWizardPage(Session &session, QWidget *parent)
    : Panel(tr("New job"), parent)
    , m_session(session)
    , m_draft(new JobDraft(session, QDir(session.edges().dataDirectory).filePath(QStringLiteral("drafts/job.json")), this))
    , m_wizard(new JobWizard(session, *m_draft))
    , m_steps(new QListWidget)
{
    buildActions();
    buildBody();
    connect(m_wizard, &QWizard::currentIdChanged, this, &JobWizardPage::showPage);
    connect(m_wizard, &JobWizard::draftKept, this, &Panel::goBack);
    connect(m_wizard->mlflow(), &JobMlflowPage::accountsRequested, this, &JobWizardPage::accountsRequested);
    connect(m_draft, &JobDraft::changed, this, &JobWizardPage::showActions);
    connect(m_draft, &JobDraft::planChanged, this, &JobWizardPage::showActions);
    connect(&session.lifecycle(), &Lifecycle::statusChanged, this, &JobWizardPage::showActions);
    connect(&session.ray(), &RayLink::opened, this, &JobWizardPage::showActions);
    connect(&session.ray(), &RayLink::closed, this, &JobWizardPage::showActions);
    connect(&session.jobs(), &JobDesk::submitted, this, [this](const QString &id) {
        if (id != m_sent)
            return;
        m_sent.clear();
        m_draft->startNext();
        m_wizard->begin();
        Q_EMIT submitted(id);
    });
    connect(&session.jobs(), &JobDesk::submitFailed, this, &JobWizardPage::showActions);
    connect(this, &Panel::windowSizeChanged, this, [this](WindowSize size) { m_steps->setVisible(size != WindowSize::Narrow); });
    m_wizard->begin();
    showPage();
}

void JobWizardPage::buildActions()
{
    const auto make = [this](const QString &text, const QString &toolTip, auto slot) {
        auto *action = new QAction(text, this);
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_next = make(tr("Next"), tr("Goes to the next page once this one is complete."), [this] {
        m_wizard->next();
        focusFirst();
    });
    m_back = make(tr("Previous page"), tr("Goes to the page before."), [this] {
        m_wizard->back();
        focusFirst();
    });
    m_review = make(tr("Review"), tr("Jumps to the last page once all pages are complete."), [this] { m_wizard->goToReview(); });
    m_submit = make(tr("Submit"), tr("Sends the job."), &JobWizardPage::submit);
    m_keep = make(tr("Keep as draft"), tr("Leaves; the answers stay."), &Panel::goBack);
    m_cluster = make(tr("See the cluster"), tr("Shows why the cluster cannot take a job now."), &JobWizardPage::clusterRequested);
    setPrimaryAction(m_next);
    for (QAction *action : {m_back, m_review, m_keep, m_cluster})
        addPanelAction(action);
}

void JobWizardPage::buildBody()
{
    m_steps->setAccessibleName(tr("Pages of the job"));
    m_steps->setAccessibleDescription(tr("Choosing a page goes there, as far as the pages before it are complete."));
    m_steps->setFixedWidth(150);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int page = 0; page < JobDraft::PageCount; ++page)
        m_steps->addItem(m_wizard->step(JobDraft::Page(page))->name());
    m_steps->setSpacing(2);
    m_steps->setUniformItemSizes(true);
    connect(m_steps, &QListWidget::itemSelectionChanged, this, [this] {
        const QModelIndexList chosen = m_steps->selectionModel()->selectedIndexes();
        if (chosen.isEmpty() || chosen.constFirst().row() == m_wizard->currentId())
            return;
        m_wizard->goTo(JobDraft::Page(chosen.constFirst().row()));
        showPage();
    });
    auto *row = new QHBoxLayout;
    row->addWidget(m_steps, 0, Qt::AlignTop);
    row->addWidget(m_wizard, 1);
    body()->addLayout(row, 1);
}

void JobWizardPage::begin()
{
    setHeading(tr("New job"));
    showPage();
}

void JobWizardPage::beginWith(const JobSpec &spec)
{
    m_draft->adopt(spec);
    m_wizard->begin();
    // The answers are known to be complete; what has become of the files meanwhile is said on the review.
    m_wizard->goToAnyway(JobDraft::ReviewPage);
    showPage();
}

void JobWizardPage::setUrlOpener(const std::function<void(const QUrl &)> &opener)
{
    m_wizard->setUrlOpener(opener);
}

void JobWizardPage::focusFirst()
{
    if (m_wizard->step())
        m_wizard->step()->firstField()->setFocus(Qt::ShortcutFocusReason);
}

void JobWizardPage::showPage()
{
    const int page = qMax(0, m_wizard->currentId());
    setHeading(tr("New job: %1 of %2, %3").arg(page + 1).arg(int(JobDraft::PageCount)).arg(m_wizard->step(JobDraft::Page(page))->name()));
    const QSignalBlocker quiet(m_steps);
    m_steps->setCurrentRow(page);
    showActions();
}

void JobWizardPage::showActions()
{
    const int page = m_wizard->currentId();
    const bool last = page == JobDraft::ReviewPage;
    const bool sending = m_session.jobs().isSubmitting();
    setPrimaryAction(last ? m_submit : m_next);
    setAvailable(m_back, page > 0 && !sending, sending ? tr("A job is being sent.") : tr("This is the first page."));
    m_review->setVisible(!last);
    const QString whyNot = m_draft->whyNotSubmit();
    setAvailable(m_submit, whyNot.isEmpty() && !sending, sending ? tr("A job is being sent.") : whyNot);
    m_cluster->setVisible(last && !m_session.lifecycle().status().headUsable());
    for (int step = 0; step < JobDraft::PageCount; ++step) {
        QStringList problems = m_draft->problems(JobDraft::Page(step));
        if (step == JobDraft::ReviewPage && !whyNot.isEmpty())
            problems = {whyNot}; // the last page is complete when the job can be sent
        const bool complete = problems.isEmpty();
        QListWidgetItem *item = m_steps->item(step);
        item->setIcon(Theme::stateIcon(complete ? StateKind::Good : StateKind::Muted));
        const QString title = QStringLiteral("%1 %2").arg(step + 1).arg(m_wizard->step(JobDraft::Page(step))->name());
        item->setText(title);
        item->setData(Qt::AccessibleTextRole, complete ? tr("%1, complete").arg(title) : tr("%1, not complete").arg(title));
        item->setToolTip(problems.join(QLatin1Char('\n')));
    }
    m_steps->setFixedHeight(JobDraft::PageCount * (m_steps->sizeHintForRow(0) + 2 * m_steps->spacing()) + 2 * m_steps->frameWidth() + 4);
}

void JobWizardPage::submit()
{
    if (!m_draft->whyNotSubmit().isEmpty())
        return;
    JobSpec spec = m_draft->specToSend();
    spec.submissionId = newSubmissionId(spec.name);
    m_sent = spec.submissionId;
    m_session.jobs().submit(spec);
    showActions();
}

} // namespace rayhelm
