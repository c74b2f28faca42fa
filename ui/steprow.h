#pragma once

#include "core/steps.h"
#include "ui/message.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace rayhelm {

class IconLabel;
class InlineMessage;
class StateText;

/// One step: icon, number, name, word and time, note; below it a failure or a question.
class StepRow : public QWidget
{
    Q_OBJECT
public:
    StepRow(int number, QWidget *parent = nullptr);

    void showStep(const Step &step, std::chrono::milliseconds elapsed, const QList<MessageAction> &failureActions);
    void showTime(const Step &step, std::chrono::milliseconds elapsed);
    void setInner(QWidget *widget);
    QString text() const;

    /// "done", "not tried", ...: the state's word.
    static QString word(StepState state);

private:
    int m_number;
    IconLabel *m_icon;
    QLabel *m_name;
    StateText *m_state;
    InlineMessage *m_failure;
    QVBoxLayout *m_column;
    QWidget *m_inner = nullptr;
};

} // namespace rayhelm
