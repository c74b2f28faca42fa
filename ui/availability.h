#pragma once

#include <QAction>
#include <QPushButton>

namespace rayhelm {

/// Turns an action on, or off with the reason. Whoever shows the action shows the reason as tool tip and description.
void setAvailable(QAction *action, bool available, const QString &whyNot = {});
/// Why the action is off; empty when it is on.
QString whyNot(const QAction *action);

/// The same for a control that has no action. `usual` is its description while it is on.
void setAvailable(QWidget *widget, bool available, const QString &whyNot, const QString &usual = {});

/// A worded button that follows an action: text, visibility, on or off with the reason; the action's menu, if it has one.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);
    QAction *action() const { return m_action; }

private:
    void follow();

    QAction *m_action;
};

} // namespace rayhelm
