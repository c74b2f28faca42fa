#pragma once

#include "core/newestjourney.h"
#include "ui/jobwizardstep.h"

#include <QUrl>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rayhelm {

class FormField;
class InlineMessage;
class Session;
class StateLabel;

/// Page 3: account, tracking URI, experiment. No password is typed or shown here.
class JobMlflowPage : public JobWizardStep
{
    Q_OBJECT
public:
    JobMlflowPage(Session &session, JobDraft &draft, QWidget *parent = nullptr);
    ~JobMlflowPage() override;
    QWidget *firstField() override;
    void setUrlOpener(std::function<void(const QUrl &)> opener) { m_openUrl = std::move(opener); }
    QString verdict() const;

Q_SIGNALS:
    void accountsRequested();

protected:
    void showDraft() override;

private:
    void buildAccount();
    void buildFields();
    void showUnencrypted();
    void showAccount();
    void showExperiment();
    void test();
    QCoro::Task<void> testJourney(QString uri, QString user, std::stop_token stop);
    QString user() const;

    Session &m_session;
    std::function<void(const QUrl &)> m_openUrl;
    QCheckBox *m_use;
    InlineMessage *m_noAccount;
    StateLabel *m_account;
    QPushButton *m_test;
    QPushButton *m_accounts;
    QPushButton *m_signup;
    QLineEdit *m_uri;
    FormField *m_uriField;
    StateLabel *m_unencrypted;
    QPushButton *m_allow;
    QLineEdit *m_experiment;
    FormField *m_experimentField;
    StateLabel *m_verdict;
    QPushButton *m_another;
    QLineEdit *m_runName;
    FormField *m_runNameField;
    QString m_tested; ///< what the last test of the login said
    bool m_goesOnWithout = false; ///< the missing account of the cluster was accepted
    NewestJourney m_login;
};

} // namespace rayhelm
