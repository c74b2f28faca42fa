#include "ui/jobwizard.h"

#include "ui/jobfilespage.h"
#include "ui/jobmlflowpage.h"
#include "ui/jobresourcespage.h"
#include "ui/jobreviewpage.h"
#include "ui/jobwhatpage.h"

#include <QUrl>

namespace rayhelm {

JobWizard::JobWizard(Session &session, JobDraft &draft, QWidget *parent)
    : QWizard(parent)
    , m_files(new JobFilesPage(draft))
    , m_mlflow(new JobMlflowPage(session, draft))
{
    setWindowFlags(Qt::Widget);
    setSizeGripEnabled(false);
    setWizardStyle(QWizard::ClassicStyle);
    setOptions(QWizard::NoDefaultButton | QWizard::NoBackButtonOnStartPage | QWizard::NoCancelButton);
    setButtonLayout({});
    setWindowTitle(tr("New job"));
    setAccessibleName(tr("New job"));
    setPage(JobDraft::WhatPage, new JobWhatPage(draft));
    setPage(JobDraft::FilesPage, m_files);
    setPage(JobDraft::MlflowPage, m_mlflow);
    setPage(JobDraft::ResourcesPage, new JobResourcesPage(session, draft));
    setPage(JobDraft::ReviewPage, new JobReviewPage(session, draft));
}

JobWizardStep *JobWizard::step() const
{
    return qobject_cast<JobWizardStep *>(currentPage());
}

JobWizardStep *JobWizard::step(JobDraft::Page page) const
{
    return qobject_cast<JobWizardStep *>(QWizard::page(page));
}

void JobWizard::goToReview()
{
    goTo(JobDraft::ReviewPage);
}

void JobWizard::goTo(JobDraft::Page page)
{
    while (currentId() > page)
        back();
    while (currentId() >= 0 && currentId() < page) {
        const int before = currentId();
        next();
        if (currentId() == before)
            break; // this page refuses, and says why
    }
    if (step())
        step()->firstField()->setFocus(Qt::OtherFocusReason);
}

void JobWizard::goToAnyway(JobDraft::Page page)
{
    m_anyway = true;
    goTo(page);
    m_anyway = false;
}

bool JobWizard::validateCurrentPage()
{
    return m_anyway || QWizard::validateCurrentPage();
}

void JobWizard::begin()
{
    for (int page = 0; page < JobDraft::PageCount; ++page)
        step(JobDraft::Page(page))->setTried(false);
    restart();
}

void JobWizard::setUrlOpener(const std::function<void(const QUrl &)> &opener)
{
    m_files->setUrlOpener(opener);
    m_mlflow->setUrlOpener(opener);
}

void JobWizard::reject()
{
    Q_EMIT draftKept(); // QDialog would hide itself and leave an empty panel
}

void JobWizard::accept()
{
    Q_EMIT submitRequested();
}

} // namespace rayhelm
