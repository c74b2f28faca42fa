#pragma once

#include "ui/jobwizardstep.h"

#include <QUrl>

#include <functional>

class QCheckBox;
class QPushButton;
class QTableView;

namespace rayhelm {

class InlineMessage;
class JobFileModel;
class StateText;

/// Page 2: what is sent, what is left out and why, and what should not be sent.
class JobFilesPage : public JobWizardStep
{
    Q_OBJECT
public:
    explicit JobFilesPage(JobDraft &draft, QWidget *parent = nullptr);
    QWidget *firstField() override;
    void setUrlOpener(std::function<void(const QUrl &)> opener) { m_openUrl = std::move(opener); }

protected:
    void showDraft() override;

private:
    QWidget *buildActions();
    void showProblem();
    void showSuspicious();
    void showLinks();
    void showChosen();
    void leaveOut();
    void openFile();
    QString chosenPath() const;

    std::function<void(const QUrl &)> m_openUrl;
    StateText *m_summary;
    InlineMessage *m_problem;
    InlineMessage *m_suspicious;
    QCheckBox *m_links;
    StateText *m_dataPaths;
    JobFileModel *m_model;
    QTableView *m_table;
    QPushButton *m_leaveOut;
    QPushButton *m_open;
};

} // namespace rayhelm
