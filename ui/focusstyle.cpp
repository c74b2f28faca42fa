#include "ui/focusstyle.h"

#include "ui/theme.h"

#include <QFrame>
#include <QPainter>
#include <QStyleOption>

namespace rayhelm {

namespace {

void drawRing(QPainter *painter, const QRect &rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Theme::focusColor(), 2));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 2, 2);
    painter->restore();
}

bool hasFocus(const QStyleOption *option)
{
    return option->state & QStyle::State_HasFocus;
}

} // namespace

void FocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        drawRing(painter, option->rect);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelLineEdit && hasFocus(option)) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawRing(painter, option->rect);
    }
}

void FocusStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const bool ringed = element == CE_ShapedFrame || element == CE_PushButton;
    if (!ringed || !hasFocus(option))
        return;
    if (element == CE_ShapedFrame) {
        const auto *frame = qobject_cast<const QFrame *>(widget);
        if (!frame || frame->frameShape() == QFrame::NoFrame)
            return;
    }
    drawRing(painter, option->rect);
}

void FocusStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (hasFocus(option) && (control == CC_ComboBox || control == CC_SpinBox || control == CC_ToolButton))
        drawRing(painter, option->rect);
}

} // namespace rayhelm
