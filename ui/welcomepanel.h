#pragma once

#include "core/profile.h"
#include "ui/panel.h"

class QPushButton;

namespace rayhelm {

class PracticeVm;
class Session;
class StateText;
class StepsView;

/// Screen S1: three large choices and the profiles used lately.
class WelcomePanel : public Panel
{
    Q_OBJECT
public:
    explicit WelcomePanel(Session &session, QWidget *parent = nullptr);
    ~WelcomePanel() override;

    void focusFirst() override;
    PracticeVm *practice() const { return m_practice; }

Q_SIGNALS:
    void newConnectionRequested();
    /// A profile is to be shown, and with `connectNow` to be connected.
    /// Out of a file that the user opened.
    void profileOffered(const rayhelm::Profile &given);
    void profileChosen(const rayhelm::Profile &profile, bool connectNow);

protected:
    void showEvent(QShowEvent *event) override;

private:
    StateText *addChoice(QPushButton *button, const QString &explanation);
    void buildPractice();
    void showPractice();
    void showRecent();
    void openFile();
    void addRecent(const Profile &profile, bool newest);

    Session &m_session;
    PracticeVm *m_practice;
    QPushButton *m_connect = nullptr;
    QPushButton *m_practise = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_newestConnect = nullptr;
    StateText *m_practiceText = nullptr;
    StepsView *m_practiceSteps = nullptr;
    QWidget *m_recent = nullptr;
};

} // namespace rayhelm
