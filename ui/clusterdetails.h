#pragma once

#include "cluster/clusterstatus.h"
#include "jobs/loglines.h"
#include "ui/message.h"

#include <QTabWidget>

class QComboBox;
class QPlainTextEdit;
class QTableView;

namespace rayhelm {

class ClusterEventModel;
class ClusterPodLog;
class LogPane;
class Session;
class StateText;
class StepsView;

/// Steps | Log | Events | Details of the cluster.
class ClusterDetails : public QTabWidget
{
    Q_OBJECT
public:
    explicit ClusterDetails(Session &session, QWidget *parent = nullptr);

    void setStatus(const ClusterStatus &status);
    /// The pod that is chosen in the table; empty: none.
    void setPod(const QString &uid);
    void showSteps();
    /// Shows the log of this pod; empty: what helm wrote.
    void showLog(const QString &uid);

    StepsView *steps() const { return m_steps; }
    ClusterPodLog *podLog() const { return m_podLog; }
    LogPane *log() const { return m_log; }

    /// What is known about the cluster and one pod, as lines of text with the field's own words.
    static QString factsText(const ClusterStatus &status, const QString &uid);
    /// What stands in the place of a log that has no lines yet.
    static QString emptyLogText(const PodStatus &pod);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildSteps();
    QWidget *buildLog();
    QWidget *buildEvents();
    QWidget *buildFacts();
    void fillLogChoice();
    void chooseLog();
    void followChosen();
    void showRawEvent();
    void showFacts();

    Session &m_session;
    ClusterStatus m_status;
    QString m_uid;
    StepsView *m_steps;
    StateText *m_noSteps;
    QComboBox *m_logChoice;
    LogPane *m_log;
    LogLines m_helmLines;
    ClusterPodLog *m_podLog;
    ClusterEventModel *m_events;
    QTableView *m_eventTable;
    QPlainTextEdit *m_rawEvent;
    StateText *m_noEvents;
    QPlainTextEdit *m_facts;
};

} // namespace rayhelm
