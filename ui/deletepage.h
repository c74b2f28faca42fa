#pragma once

#include "cluster/clusterstatus.h"
#include "ui/panel.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace rayhelm {

class FormField;
class GiveBackView;
class InlineMessage;
class Session;
class StateText;
class StepsView;

/// S8: what deleting takes away, the decision, its steps, and the give-back report. Nothing here is the panel's primary
/// action, so that no key deletes a cluster; the focus begins on "Keep cluster".
class DeletePage : public Panel
{
    Q_OBJECT
public:
    explicit DeletePage(Session &session, QWidget *parent = nullptr);

    /// Called before the page is shown: forgets a typed name and shows what is true now.
    void prepare();
    GiveBackView *report() const { return m_report; }

    /// "Yours. Goes away: 4 pods, Slurm jobs 4711223-4711226, Ray's job list and logs on the HPC."
    static QString goesAwayText(const ClusterStatus &status);

private:
    QWidget *buildConsent();
    void buildBody();
    void showState();
    void showConsent();
    void showWarnings();
    void showSteps();
    void showWhetherToStay();
    void decide();
    QString typingReason() const;
    QStringList runningJobs() const;

    Session &m_session;
    bool m_begun = false; ///< a deletion was begun on this page
    QString m_refused;    ///< why the last one needs the typed name; empty: it does not
    QWidget *m_consent;
    StateText *m_reason;
    FormField *m_nameField = nullptr;
    QLineEdit *m_name;
    QPushButton *m_keep;
    QPushButton *m_delete;
    QCheckBox *m_saveLogs;
    InlineMessage *m_running;
    InlineMessage *m_contact;
    StateText *m_unnumbered;
    StepsView *m_steps;
    GiveBackView *m_report;
};

} // namespace rayhelm
