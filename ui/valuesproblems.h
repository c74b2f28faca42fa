#pragma once

#include "values/problem.h"

#include <QWidget>

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
    QListWidget *m_list;
    QPushButton *m_go;
    QPushButton *m_fix;
};

} // namespace rayhelm
