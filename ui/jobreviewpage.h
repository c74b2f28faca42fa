#pragma once

#include "ui/jobwizardstep.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace rayhelm {

class InlineMessage;
class Session;
class StateLabel;
class StateText;
class StepsView;

/// Page 5: everything that will be sent, the command, and the sending itself.
class JobReviewPage : public JobWizardStep
{
    Q_OBJECT
public:
    JobReviewPage(Session &session, JobDraft &draft, QWidget *parent = nullptr);
    QWidget *firstField() override;

    QString commandText() const;
    /// What goes, as lines of text.
    static QStringList summaryLines(const JobDraft &draft);

protected:
    void showDraft() override;

private:
    void buildCommand();
    void buildEditor();
    void editCommand(bool edit);
    void showWhyNot();

    Session &m_session;
    StateText *m_missing;
    QLabel *m_summary;
    QPlainTextEdit *m_command;
    QPushButton *m_copy;
    QPushButton *m_edit;
    QPushButton *m_builtAgain;
    QLabel *m_editLabel;
    QPlainTextEdit *m_editor;
    StateLabel *m_editProblem;
    StateLabel *m_whyNot;
    InlineMessage *m_failure;
    StepsView *m_steps;
};

} // namespace rayhelm
