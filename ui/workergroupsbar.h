#pragma once

#include <QPointer>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace rayhelm {

class StateText;
class ValuesDocument;

/// The worker groups of a configuration, and what can be done with them: add, duplicate, rename, disable, remove.
class WorkerGroupsBar : public QWidget
{
    Q_OBJECT
public:
    /// The document outlives this.
    explicit WorkerGroupsBar(ValuesDocument &document, QWidget *parent = nullptr);

    /// Reads the document again.
    void refresh();
    /// Off with the reason; empty: on.
    void setFrozen(const QString &whyNot);
    QListWidget *list() const { return m_list; }

private:
    QString chosen() const;
    bool isChosenDisabled() const;
    void duplicate();
    void switchDisabled();
    void remove();
    void renamed();
    void showProblem(const QString &sentence);
    void updateButtons();

    ValuesDocument &m_document;
    QString m_frozen;
    QListWidget *m_list;
    StateText *m_problem;
    QPushButton *m_duplicate, *m_rename, *m_switch, *m_remove;
};

} // namespace rayhelm
