#include "ui/formfield.h"

#include "ui/statelabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rayhelm {

FormField::FormField(const QString &label, QWidget *editor, LabelPlace place, QWidget *parent)
    : QWidget(parent), m_label(new QLabel(label)), m_editor(editor), m_hint(new StateText(StateKind::Muted)),
      m_before(new StateText(StateKind::Warning)),
      m_problemLabel(new StateLabel)
{
    m_label->setBuddy(editor);
    m_hint->setVisible(false);
    m_before->setTextFormat(Qt::PlainText);
    m_before->setVisible(false);
    m_problemLabel->setVisible(false);

    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(3);
    fields->addWidget(editor);
    fields->addWidget(m_before);
    fields->addWidget(m_hint);
    fields->addWidget(m_problemLabel);
    auto *layout = new QBoxLayout(place == LabelPlace::Above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(place == LabelPlace::Above ? 3 : 10);
    if (place == LabelPlace::Beside) {
        m_label->setMinimumHeight(editor->sizeHint().height());
        layout->addWidget(m_label, 0, Qt::AlignTop);
        layout->addLayout(fields, 1);
    } else {
        layout->addWidget(m_label);
        layout->addLayout(fields);
    }
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describe();
}

void FormField::setBefore(const QString &before)
{
    m_before->setText(before);
    m_before->setVisible(!before.isEmpty());
    describe();
}

void FormField::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    m_problemLabel->setState(StateKind::Bad, problem);
    m_problemLabel->setVisible(!problem.isEmpty());
    describe();
}

void FormField::setAvailable(bool available, const QString &whyNot)
{
    m_whyNot = available ? QString() : whyNot;
    m_editor->setEnabled(available);
    describe();
}

void FormField::setLabelWidth(int width)
{
    m_label->setFixedWidth(width);
    m_label->setWordWrap(true);
}

void FormField::describe()
{
    QStringList parts{m_problem, m_whyNot, m_before->text(), m_hint->text()};
    parts.removeAll(QString());
    const QString description = parts.join(QLatin1Char(' '));
    m_editor->setAccessibleDescription(description);
    m_editor->setToolTip(m_whyNot.isEmpty() ? m_problem : m_whyNot);
}

} // namespace rayhelm
