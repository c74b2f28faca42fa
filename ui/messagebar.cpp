#include "ui/messagebar.h"

#include "ui/inlinemessage.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_view(new InlineMessage), m_position(new QLabel), m_previous(new QPushButton(tr("Previous message"))),
      m_next(new QPushButton(tr("Next message")))
{
    m_view->setClosable(true);
    for (QPushButton *button : {m_previous, m_next})
        button->setAutoDefault(false);
    m_view->addCorner(m_previous);
    m_view->addCorner(m_position);
    m_view->addCorner(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_view, &InlineMessage::closed, this, [this] {
        if (m_current < m_messages.size())
            m_messages.removeAt(m_current);
        m_current = 0;
        showCurrent();
    });
    showCurrent();
}

void MessageBar::post(const QString &key, const Message &message)
{
    m_messages.removeIf([&key](const Entry &entry) { return entry.key == key; });
    m_messages.prepend({key, message});
    m_current = 0;
    showCurrent();
}

void MessageBar::withdraw(const QString &key)
{
    if (m_messages.removeIf([&key](const Entry &entry) { return entry.key == key; }) == 0)
        return;
    m_current = 0;
    showCurrent();
}

bool MessageBar::shows(const QString &key, const QString &what) const
{
    for (const Entry &entry : m_messages)
        if (entry.key == key)
            return entry.message.what == what;
    return false;
}

void MessageBar::step(int by)
{
    m_current = int((m_current + by + m_messages.size()) % m_messages.size());
    showCurrent();
}

void MessageBar::showCurrent()
{
    setVisible(!m_messages.isEmpty());
    if (m_messages.isEmpty()) {
        m_view->clearMessage();
        return;
    }
    const bool several = m_messages.size() > 1;
    m_position->setText(tr("%1 of %2").arg(m_current + 1).arg(m_messages.size()));
    for (QWidget *widget : {static_cast<QWidget *>(m_position), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next)})
        widget->setVisible(several);
    m_view->showMessage(m_messages.at(m_current).message);
}

} // namespace rayhelm
