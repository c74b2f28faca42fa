#pragma once

#include "ui/joblook.h"
#include "ui/panel.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QUrl>

class QAction;
class QComboBox;
class QLineEdit;
class QSplitter;
class QTableView;

namespace rayhelm {

class JobModel;
class JobView;
class JobWizardPage;
class Session;
class StateText;

/// S10: the jobs of this profile, and the chosen one with its log. "New job" opens S9 in place.
class JobPanel : public Panel
{
    Q_OBJECT
public:
    using UrlOpener = std::function<void(const QUrl &)>;

    explicit JobPanel(Session &session, QWidget *parent = nullptr);
    ~JobPanel() override;

    void setUrlOpener(UrlOpener opener);
    JobView *view() const { return m_view; }
    JobWizardPage *wizardPage() const;
    QSplitter *splitter() const { return m_splitter; }
    QString selectedJob() const; ///< submission id; empty: none

public Q_SLOTS:
    void newJob();
    void submitAgain();
    void stopJob();
    void saveLog();
    void removeFromHistory();
    void openJob(const QString &submissionId);

Q_SIGNALS:
    void clusterRequested();
    void accountsRequested();

private:
    void buildActions();
    void buildBody();
    void showJobs();
    void showSelected();
    void showActions();
    void askToStop();
    QList<JobEntry> entries() const;
    bool isWanted(const JobEntry &job) const;

    Session &m_session;
    JobModel *m_model;
    QTableView *m_table;
    QWidget *m_filters;
    QLineEdit *m_find;
    QComboBox *m_whose;
    StateText *m_problem;
    JobView *m_view;
    QSplitter *m_splitter;
    QPointer<JobWizardPage> m_wizard; ///< owned by the stack of pages once it was opened
    QSet<QString> m_asked; ///< jobs that were asked to stop
    QString m_asking;      ///< the job whose stop question is shown
    QTimer m_clock;
    QAction *m_new;
    QAction *m_again;
    QAction *m_stop;
    QAction *m_save;
    QAction *m_remove;
    QAction *m_refresh;
};

} // namespace rayhelm
