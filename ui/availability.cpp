#include "ui/availability.h"

#include <QMenu>
#include <QVariant>

namespace rayhelm {

namespace {
constexpr const char reasonProperty[] = "rayhelmWhyNot";
}

void setAvailable(QAction *action, bool available, const QString &whyNot)
{
    const QString reason = available ? QString() : whyNot;
    action->setProperty(reasonProperty, reason);
    action->setEnabled(available);
    // An action sends `changed` for the status tip as well, so a reason that alone has changed reaches the views.
    action->setStatusTip(reason);
}

QString whyNot(const QAction *action)
{
    return action->property(reasonProperty).toString();
}

void setAvailable(QWidget *widget, bool available, const QString &whyNot, const QString &usual)
{
    const QString text = available ? usual : whyNot;
    widget->setEnabled(available);
    widget->setToolTip(text);
    widget->setAccessibleDescription(text);
}

ActionButton::ActionButton(QAction *action, QWidget *parent) : QPushButton(parent), m_action(action)
{
    setAutoDefault(false);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    if (action->menu())
        setMenu(action->menu());
    else
        connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QObject::destroyed, this, &QObject::deleteLater);
    follow();
}

void ActionButton::follow()
{
    setText(m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    const QString reason = whyNot(m_action);
    const QString usual = m_action->toolTip() == m_action->iconText() ? QString() : m_action->toolTip();
    setToolTip(reason.isEmpty() ? usual : reason);
    setAccessibleDescription(reason.isEmpty() ? usual : reason);
}

} // namespace rayhelm
