#include "ui/jobwizardstep.h"

#include "ui/statelabel.h"

#include <QVBoxLayout>

namespace rayhelm {

JobWizardStep::JobWizardStep(JobDraft &draft, JobDraft::Page page, const QString &title, QWidget *parent)
    : QWizardPage(parent), m_name(title), m_draft(draft), m_page(page), m_column(new QVBoxLayout), m_problem(new StateLabel)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(8);
    m_column->setSpacing(10);
    outer->addLayout(m_column, 1);
    m_problem->setVisible(false);
    outer->addWidget(m_problem);
    connect(&draft, &JobDraft::changed, this, [this] {
        showDraft();
        showProblems();
        // No completeChanged: QWizard's own buttons are not shown, and it would hide the page for a moment to update them. The
        // focus would leave the field in the middle of a word.
    });
}

bool JobWizardStep::isComplete() const
{
    return m_draft.problems(m_page).isEmpty();
}

bool JobWizardStep::validatePage()
{
    setTried(true);
    return isComplete();
}

void JobWizardStep::setTried(bool tried)
{
    m_tried = tried;
    showProblems();
}

void JobWizardStep::showProblems()
{
    const QStringList problems = m_draft.problems(m_page);
    m_problem->setVisible(m_tried && !problems.isEmpty());
    m_problem->setState(StateKind::Bad, problems.join(QLatin1Char('\n')));
}

} // namespace rayhelm
