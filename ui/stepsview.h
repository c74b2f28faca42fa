#pragma once

#include "ui/message.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace rayhelm {

class SpokenLabel;
class StateText;
class StepRow;
class Steps;

/// Shows what a long operation is doing: numbered steps with icon and word, note, time, and the failure inside the step
/// that failed. A button "Cancel" appears after three seconds.
class StepsView : public QWidget
{
    Q_OBJECT
public:
    explicit StepsView(QWidget *parent = nullptr);

    /// Observes `steps` (nullptr: nothing). It must outlive this view or be replaced before.
    void setSteps(Steps *steps);
    /// Whether the operation can be cancelled now; if not, the reason stands at the button.
    void setCancellable(bool cancellable, const QString &whyNot = {});
    /// The actions beside a failed step's message, for example "Try again".
    void setFailureActions(std::function<QList<MessageAction>(const Error &)> actions);
    /// A widget inside step `index` (a question card); nullptr takes it away. It is not owned.
    void setStepWidget(int index, QWidget *widget);
    /// Number of the steps shown.
    int count() const { return int(m_rows.size()); }
    /// What a step says as one text, for tests and screen readers: "2. Check that it is vm: done, 0.2 s, known since 3 May".
    QString stepText(int index) const;

Q_SIGNALS:
    void cancelRequested();

private:
    void plan();
    void refresh(int index);
    void tick();
    void showTotal();

    Steps *m_steps = nullptr;
    QList<StepRow *> m_rows;
    QVBoxLayout *m_list;
    SpokenLabel *m_spoken;
    StateText *m_total;
    QPushButton *m_cancel;
    QTimer m_timer;
    std::function<QList<MessageAction>(const Error &)> m_failureActions;
};

} // namespace rayhelm
