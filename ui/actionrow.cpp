#include "ui/actionrow.h"

#include "ui/availability.h"
#include "ui/flowlayout.h"

#include <QMenu>
#include <QPushButton>

namespace rayhelm {

ActionRow::ActionRow(QWidget *parent)
    : QWidget(parent), m_row(new FlowLayout(this)), m_more(new QPushButton(tr("More"))), m_menu(new QMenu(this))
{
    m_menu->setToolTipsVisible(true);
    m_menu->setAccessibleName(tr("More actions"));
    m_more->setAutoDefault(false);
    m_more->setAccessibleDescription(tr("Further actions of this panel."));
    m_more->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ActionRow::fillMenu);
    rebuild();
}

void ActionRow::setPrimary(QAction *action)
{
    if (m_primary && m_primary->action() == action)
        return;
    const bool hadFocus = m_primary && m_primary->hasFocus();
    delete m_primary;
    m_primary = action ? new ActionButton(action, this) : nullptr;
    if (m_primary) {
        QFont bold = m_primary->font();
        bold.setBold(true);
        m_primary->setFont(bold);
    }
    rebuild();
    // The button that was pressed is gone; the focus must not go with it, also when the new one is off.
    if (hadFocus)
        focusFirst();
}

QAction *ActionRow::primary() const
{
    return m_primary ? m_primary->action() : nullptr;
}

QList<QAction *> ActionRow::all() const
{
    QList<QAction *> actions;
    if (m_primary)
        actions.append(m_primary->action());
    for (const ActionButton *button : m_buttons)
        if (!actions.contains(button->action()))
            actions.append(button->action());
    return actions + m_moreActions;
}

void ActionRow::addRowAction(QAction *action)
{
    m_buttons.append(new ActionButton(action, this));
    connect(action, &QAction::changed, this, &ActionRow::rebuild);
    rebuild();
}

void ActionRow::addMoreAction(QAction *action)
{
    m_moreActions.append(action);
    connect(action, &QAction::changed, this, &ActionRow::rebuild);
    rebuild();
}

void ActionRow::setCompact(bool compact)
{
    m_compact = compact;
    rebuild();
}

bool ActionRow::focusFirst()
{
    QList<QPushButton *> buttons;
    if (m_primary)
        buttons.append(m_primary);
    for (ActionButton *button : std::as_const(m_buttons))
        buttons.append(button);
    buttons.append(m_more);
    for (QPushButton *button : std::as_const(buttons)) {
        if (button->isEnabled() && button->isVisibleTo(this)) {
            button->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

void ActionRow::rebuild()
{
    m_row->removeAll();
    if (m_primary)
        m_row->addWidget(m_primary);
    bool more = false;
    for (ActionButton *button : std::as_const(m_buttons)) {
        // An action that has become the primary one is not shown twice.
        const bool wanted = button->action()->isVisible() && button->action() != primary();
        m_row->addWidget(button);
        button->setVisible(wanted && !m_compact);
        more = more || (m_compact && wanted);
    }
    for (const QAction *action : std::as_const(m_moreActions))
        more = more || action->isVisible();
    m_row->addWidget(m_more);
    m_more->setVisible(more);
    if (m_primary)
        m_primary->show();
    orderForTab();
    setVisible(m_primary || more || !m_buttons.isEmpty());
}

/// "More" keeps its place in the tab order for ever; buttons made later are moved right before it.
void ActionRow::orderForTab()
{
    QList<QWidget *> order;
    if (m_primary)
        order.append(m_primary);
    for (ActionButton *button : std::as_const(m_buttons))
        order.append(button);
    for (auto button = order.crbegin(); button != order.crend(); ++button)
        setTabOrder(m_more, *button);
    if (!order.isEmpty())
        setTabOrder(order.constLast(), m_more);
}

void ActionRow::fillMenu()
{
    m_menu->clear();
    if (m_compact)
        for (const ActionButton *button : std::as_const(m_buttons))
            if (button->action() != primary())
                m_menu->addAction(button->action());
    for (QAction *action : std::as_const(m_moreActions))
        m_menu->addAction(action);
}

} // namespace rayhelm
