#pragma once

#include "values/problem.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace rayhelm {

/// The list of what is wrong or doubtful: go to it, or have it corrected.
class ValuesProblems : public QWidget
{
    Q_OBJECT
public:
    explicit ValuesProblems(QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    const QList<Problem> &problems() const { return m_problems; }
    /// One line of the list only, where room is scarce.
    void setCompact(bool compact);
    QListWidget *list() const { return m_list; }
    /// The next problem after the chosen one, with the focus in its field.
    void goToNext();

Q_SIGNALS:
    void goToRequested(const rayhelm::Problem &problem);
    void fixRequested(const rayhelm::Problem &problem);

private:
    void updateButtons();
    const Problem *chosen() const;

    QList<Problem> m_problems;
    QLabel *m_label;
    QListWidget *m_list;
    QBoxLayout *m_buttons;
    QPushButton *m_go;
    QPushButton *m_fix;
};

} // namespace rayhelm
