#pragma once

#include "ui/jobdraft.h"

#include <QWizard>

#include <functional>

class QUrl;

namespace rayhelm {

class JobFilesPage;
class JobMlflowPage;
class JobWizardStep;
class Session;

/// S9 as a wizard that lives inside a panel: its buttons are the panel's, and Esc keeps the draft and leaves.
class JobWizard : public QWizard
{
    Q_OBJECT
public:
    JobWizard(Session &session, JobDraft &draft, QWidget *parent = nullptr);

    JobWizardStep *step() const; ///< the current page
    JobWizardStep *step(JobDraft::Page page) const;
    /// Goes on until a page refuses.
    void goToReview();
    /// Forward only as far as each page between allows.
    void goTo(JobDraft::Page page);
    /// Also past pages that would refuse now, for answers that were complete once.
    void goToAnyway(JobDraft::Page page);
    /// The first page, with nothing said yet.
    void begin();
    JobMlflowPage *mlflow() const { return m_mlflow; }
    void setUrlOpener(const std::function<void(const QUrl &)> &opener);

    void reject() override;
    void accept() override;

Q_SIGNALS:
    void draftKept();
    void submitRequested();

private:
    bool validateCurrentPage() override;

    bool m_anyway = false;
    JobFilesPage *m_files;
    JobMlflowPage *m_mlflow;
};

} // namespace rayhelm
