#include "ui/steprow.h"

#include "core/text.h"
#include "ui/inlinemessage.h"
#include "ui/statelabel.h"

#include <QHBoxLayout>
#include <QLabel>

namespace rayhelm {

namespace {

QIcon iconOf(StepState state)
{
    switch (state) {
    case StepState::NotTried:
        return Theme::icon(QStringLiteral("step-not-tried"), StateKind::Muted);
    case StepState::Running:
        return Theme::icon(QStringLiteral("step-running"), StateKind::Info);
    case StepState::Asking:
        return Theme::icon(QStringLiteral("step-asking"), StateKind::Warning);
    case StepState::GoingOnRemotely:
        return Theme::icon(QStringLiteral("step-going-on"), StateKind::Warning);
    case StepState::Done:
        return Theme::stateIcon(StateKind::Good);
    case StepState::Failed:
        break;
    }
    return Theme::stateIcon(StateKind::Bad);
}

StateKind kindOf(StepState state)
{
    switch (state) {
    case StepState::NotTried:
    case StepState::Done:
        return StateKind::Muted;
    case StepState::Running:
        return StateKind::Info;
    case StepState::Asking:
    case StepState::GoingOnRemotely:
        return StateKind::Warning;
    case StepState::Failed:
        break;
    }
    return StateKind::Bad;
}

} // namespace

StepRow::StepRow(int number, QWidget *parent)
    : QWidget(parent), m_number(number), m_icon(new IconLabel({}, 18)), m_name(new QLabel),
      m_state(new StateText(StateKind::Muted)), m_failure(new InlineMessage), m_column(new QVBoxLayout(this))
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_name, 3);
    row->addWidget(m_state, 4);
    m_column->setContentsMargins(0, 2, 0, 2);
    m_column->addLayout(row);
    auto *failureRow = new QHBoxLayout;
    failureRow->setContentsMargins(26, 0, 0, 0);
    failureRow->addWidget(m_failure);
    m_column->addLayout(failureRow);
}

QString StepRow::word(StepState state)
{
    switch (state) {
    case StepState::NotTried:
        return tr("not tried");
    case StepState::Running:
        return tr("running");
    case StepState::Asking:
        return tr("asks you");
    case StepState::GoingOnRemotely:
        return tr("going on at the VM; reconnecting");
    case StepState::Done:
        return tr("done");
    case StepState::Failed:
        break;
    }
    return tr("failed");
}

void StepRow::showStep(const Step &step, std::chrono::milliseconds elapsed, const QList<MessageAction> &failureActions)
{
    m_icon->setIcon(iconOf(step.state));
    m_name->setText(QStringLiteral("%1  %2").arg(m_number).arg(step.name));
    QFont font = m_name->font();
    font.setBold(step.state == StepState::Running || step.state == StepState::Asking);
    m_name->setFont(font);
    m_state->setKind(kindOf(step.state));
    showTime(step, elapsed);
    if (step.error && step.state == StepState::Failed)
        m_failure->showMessage(messageFor(*step.error, failureActions));
    else
        m_failure->clearMessage();
}

void StepRow::showTime(const Step &step, std::chrono::milliseconds elapsed)
{
    QStringList parts{word(step.state)};
    if (step.state != StepState::NotTried)
        parts.append(elapsedText(elapsed));
    if (!step.note.isEmpty())
        parts.append(step.note);
    const QString text = parts.join(QStringLiteral(", "));
    if (text != m_state->text())
        m_state->setText(text);
}

void StepRow::setInner(QWidget *widget)
{
    if (m_inner == widget)
        return;
    if (m_inner) {
        m_column->removeWidget(m_inner);
        m_inner->setParent(nullptr);
    }
    m_inner = widget;
    if (widget) {
        m_column->addWidget(widget);
        widget->show();
    }
}

QString StepRow::text() const
{
    QString text = tr("%1: %2").arg(m_name->text(), m_state->text());
    if (!m_failure->isHidden())
        text += QLatin1Char(' ') + m_failure->message().what + QLatin1Char(' ') + m_failure->message().text;
    return text;
}

} // namespace rayhelm
