#include "ui/statelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace rayhelm {

IconLabel::IconLabel(const QIcon &icon, int side, QWidget *parent) : QWidget(parent), m_icon(icon), m_side(side)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

StateText::StateText(StateKind kind, const QString &text, QWidget *parent) : QLabel(parent), m_kind(kind)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::WindowText); // also on a background of another role, as cards have
    setText(text);
    recolor();
}

void StateText::setKind(StateKind kind)
{
    m_kind = kind;
    recolor();
}

void StateText::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        recolor();
}

void StateText::recolor()
{
    const QColor wanted = Theme::color(m_kind);
    if (palette().color(QPalette::Active, QPalette::WindowText) == wanted)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

StateLabel::StateLabel(QWidget *parent) : QWidget(parent), m_icon(new IconLabel), m_text(new StateText)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void StateLabel::setState(StateKind kind, const QString &word, const QString &iconName)
{
    m_icon->setIcon(iconName.isEmpty() ? Theme::stateIcon(kind) : Theme::icon(iconName, kind));
    m_text->setKind(kind);
    m_text->setText(word);
}

} // namespace rayhelm
