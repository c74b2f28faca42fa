#include "ui/stepsview.h"

#include "core/steps.h"
#include "core/text.h"
#include "ui/availability.h"
#include "ui/spokenlabel.h"
#include "ui/statelabel.h"
#include "ui/steprow.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

using namespace std::chrono_literals;

StepsView::StepsView(QWidget *parent)
    : QWidget(parent), m_list(new QVBoxLayout), m_spoken(new SpokenLabel), m_total(new StateText(StateKind::Muted)),
      m_cancel(new QPushButton(tr("Cancel")))
{
    auto *bottom = new QHBoxLayout;
    m_total->setWordWrap(false);
    m_cancel->setAutoDefault(false);
    bottom->addWidget(m_total);
    bottom->addWidget(m_cancel);
    bottom->addStretch();
    m_list->setSpacing(2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_list);
    column->addLayout(bottom);
    column->addWidget(m_spoken);
    m_cancel->setVisible(false);
    setCancellable(true);
    connect(m_cancel, &QPushButton::clicked, this, &StepsView::cancelRequested);
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &StepsView::tick);
    setVisible(false);
}

void StepsView::setSteps(Steps *steps)
{
    if (m_steps)
        m_steps->disconnect(this);
    m_steps = steps;
    if (m_steps) {
        connect(m_steps, &Steps::planned, this, &StepsView::plan);
        connect(m_steps, &Steps::changed, this, &StepsView::refresh);
        connect(m_steps, &QObject::destroyed, this, [this] { m_steps = nullptr; });
    }
    plan();
}

void StepsView::setCancellable(bool cancellable, const QString &whyNot)
{
    setAvailable(m_cancel, cancellable, whyNot, tr("Ends the step that is running."));
}

void StepsView::setFailureActions(std::function<QList<MessageAction>(const Error &)> actions)
{
    m_failureActions = std::move(actions);
}

void StepsView::setStepWidget(int index, QWidget *widget)
{
    if (index >= 0 && index < m_rows.size())
        m_rows.at(index)->setInner(widget);
}

QString StepsView::stepText(int index) const
{
    return m_rows.at(index)->text();
}

void StepsView::plan()
{
    for (StepRow *row : std::as_const(m_rows)) {
        row->setInner(nullptr);
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    const int count = m_steps ? int(m_steps->all().size()) : 0;
    for (int i = 0; i < count; ++i) {
        auto *row = new StepRow(i + 1, this);
        m_list->addWidget(row);
        m_rows.append(row);
        refresh(i);
    }
    setVisible(count > 0);
    tick();
}

void StepsView::refresh(int index)
{
    if (!m_steps || index < 0 || index >= m_rows.size())
        return;
    const Step &step = m_steps->all().at(index);
    const bool failed = step.state == StepState::Failed && step.error;
    m_rows.at(index)->showStep(step, m_steps->elapsed(index),
                               failed && m_failureActions ? m_failureActions(*step.error) : QList<MessageAction>());
    if (step.state != StepState::NotTried && step.state != StepState::Failed)
        m_spoken->say(tr("Step %1 of %2: %3, %4").arg(index + 1).arg(count()).arg(step.name, StepRow::word(step.state)));
    tick();
}

void StepsView::tick()
{
    const bool running = m_steps && m_steps->isRunning();
    if (running && !m_timer.isActive())
        m_timer.start();
    if (!running)
        m_timer.stop();
    if (running && m_steps->current() < m_rows.size())
        m_rows.at(m_steps->current())->showTime(m_steps->all().at(m_steps->current()), m_steps->elapsed(m_steps->current()));
    showTotal();
}

void StepsView::showTotal()
{
    const bool running = m_steps && m_steps->isRunning();
    const std::chrono::milliseconds elapsed = running ? m_steps->elapsed() : 0ms;
    m_total->setVisible(running);
    m_total->setText(tr("elapsed %1").arg(elapsedText(elapsed)));
    m_cancel->setVisible(running && elapsed >= 3s);
    m_spoken->setVisible(running);
}

} // namespace rayhelm
