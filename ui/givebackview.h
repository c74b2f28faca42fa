#pragma once

#include "cluster/givebackreport.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace rayhelm {

class GiveBackModel;
class IconLabel;
class InlineMessage;
class Session;
class SpokenLabel;
class StateText;
class UsersFileSaving;

/// The give-back report: what was asked to stop, what is proven, the latest possible end. The words are the report's own.
class GiveBackView : public QWidget
{
    Q_OBJECT
public:
    explicit GiveBackView(Session &session, QWidget *parent = nullptr);

    /// nullptr hides it.
    void setReport(const GiveBackReport *report);
    QString verdictText() const;
    /// The whole report as text, for a file.
    static QString reportText(const GiveBackReport &report);
    /// What goes wrong is said in the view.
    void saveTo(const QString &path);

private:
    QWidget *buildActions();
    void showProofAvailability();
    void save();

    Session &m_session;
    std::optional<GiveBackReport> m_report;
    UsersFileSaving *m_saving;
    GiveBackModel *m_model;
    IconLabel *m_icon;
    SpokenLabel *m_verdict;
    StateText *m_place;
    StateText *m_sentences;
    QTableView *m_table;
    QPushButton *m_check;
    QPushButton *m_copy;
    QPushButton *m_save;
    InlineMessage *m_message;
};

} // namespace rayhelm
