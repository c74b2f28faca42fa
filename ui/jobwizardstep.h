#pragma once

#include "ui/jobdraft.h"

#include <QWizardPage>

class QVBoxLayout;

namespace rayhelm {

class StateLabel;

/// One page of the wizard: it shows and edits a part of the draft. The draft's own rules say whether it is complete.
class JobWizardStep : public QWizardPage
{
    Q_OBJECT
public:
    JobWizardStep(JobDraft &draft, JobDraft::Page page, const QString &title, QWidget *parent = nullptr);

    JobDraft::Page page() const { return m_page; }
    /// In the list of steps and in the panel's heading, so the page itself needs no title.
    QString name() const { return m_name; }
    /// What the focus begins with.
    virtual QWidget *firstField() = 0;
    bool isComplete() const override;
    bool validatePage() override;
    /// From now on missing answers are said.
    void setTried(bool tried);

protected:
    JobDraft &draft() const { return m_draft; }
    QVBoxLayout *column() const { return m_column; }
    /// Called whenever the draft has changed and the page is built.
    virtual void showDraft() = 0;

private:
    void showProblems();

    QString m_name;
    JobDraft &m_draft;
    JobDraft::Page m_page;
    bool m_tried = false;
    QVBoxLayout *m_column;
    StateLabel *m_problem;
};

} // namespace rayhelm
