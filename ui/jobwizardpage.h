#pragma once

#include "ui/panel.h"

#include <QUrl>

#include <functional>

class QAction;
class QListWidget;

namespace rayhelm {

class JobDraft;
class JobWizard;
class Session;
struct JobSpec;

/// The sub-page "Jobs > New job": the wizard, its list of steps, and Back, Next, Review, Submit as the panel's actions.
class JobWizardPage : public Panel
{
    Q_OBJECT
public:
    explicit JobWizardPage(Session &session, QWidget *parent = nullptr);

    /// Opens where the draft was left; a new one at its first page.
    void begin();
    /// The review with the answers of an earlier job.
    void beginWith(const JobSpec &spec);
    JobDraft &draft() { return *m_draft; }
    JobWizard *wizard() const { return m_wizard; }
    void setUrlOpener(const std::function<void(const QUrl &)> &opener);
    void focusFirst() override;

Q_SIGNALS:
    void submitted(const QString &submissionId);
    void clusterRequested();
    void accountsRequested();

private:
    void buildActions();
    void buildBody();
    void showPage();
    void showActions();
    void submit();

    Session &m_session;
    JobDraft *m_draft;
    JobWizard *m_wizard;
    QListWidget *m_steps;
    QString m_sent; ///< the submission that is on its way
    QAction *m_next;
    QAction *m_back;
    QAction *m_review;
    QAction *m_submit;
    QAction *m_keep;
    QAction *m_cluster;
};

} // namespace rayhelm
