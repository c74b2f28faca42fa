#pragma once

#include "values/valueschanges.h"

#include <QWidget>

class QLabel;
class QRadioButton;
class QTreeWidget;

namespace rayhelm {

class DiffView;
class StateLabel;
class StateText;

/// What the review shows, put together by its page.
struct ReviewFacts {
    QString asks;            ///< "This asks the HPC for 4 nodes, ..."
    bool known = false;      ///< what runs now was read
    bool installed = false;  ///< something runs under this name
    QString owner;           ///< "raycluster: yours, installed 12 May"
    bool ownerIsProblem = false;
    QList<ValuesChange> changes; ///< from what runs to what would run
    QByteArray running;      ///< what runs, as values in a fixed order
    QByteArray wanted;       ///< what would run, in the same order
    QByteArray saved;        ///< the file as it was saved
    QByteArray text;         ///< the file as it is now
    QByteArray generated;    ///< the second values file
    QByteArray defaults;     ///< the chart's default values, in the same order
    QByteArray effective;    ///< what the chart would work with: defaults and what would run
    QByteArray objects;      ///< what Kubernetes would get
    QByteArray runningObjects; ///< what it has; empty: nothing
    QString whyNoDefaults, whyNoObjects; ///< a sentence when these are not known
    QString chartProblem;    ///< what Helm says against the chart or the values, for all to see
    int runningJobs = 0;
};

/// The list of changes with when each takes effect, the texts behind it, and the choice for changes that do not reach
/// running pods.
class ReviewContent : public QWidget
{
    Q_OBJECT
public:
    enum class Compare { Running, SavedFile, Generated, Defaults, Objects };

    explicit ReviewContent(QWidget *parent = nullptr);

    void showFacts(const ReviewFacts &facts);
    void setCompare(Compare compare);
    /// The user wants the changes now, and so the cluster deleted and installed again.
    bool wantsReinstall() const;
    QTreeWidget *changeList() const { return m_changes; }

Q_SIGNALS:
    void choiceChanged();

private:
    QWidget *buildCompare();
    QWidget *buildChoice();
    void showChanges();
    void offerComparisons();
    void offer(QRadioButton *button, const QString &whyNot, const QString &usual);
    void showTexts();
    void showChoice();

    ReviewFacts m_facts;
    QLabel *m_asks;
    StateLabel *m_owner;
    QRadioButton *m_withRunning;
    QRadioButton *m_withSaved;
    QRadioButton *m_generated;
    QRadioButton *m_withDefaults;
    QRadioButton *m_objects;
    StateLabel *m_chartProblem;
    QLabel *m_nothing;
    QTreeWidget *m_changes;
    StateText *m_explanation;
    DiffView *m_diff;
    QWidget *m_choice;
    QLabel *m_choiceText;
    QRadioButton *m_newPods;
    QRadioButton *m_reinstall;
};

} // namespace rayhelm
