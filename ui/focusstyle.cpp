#include "ui/focusstyle.h"

#include "ui/theme.h"

#include <QFrame>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace rayhelm {

namespace {

constexpr int besideWords = 10; ///< pixels on each side

/// A line inside the edge of `rect`.
void drawLine(QPainter *painter, const QRect &rect, const QPen &pen, qreal radius)
{
    const qreal half = pen.widthF() / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(pen);
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

void drawRing(QPainter *painter, const QRect &rect)
{
    drawLine(painter, rect, QPen(Theme::focusColor(), 2), 2);
}

bool hasFocus(const QStyleOption *option)
{
    return option->state & QStyle::State_HasFocus;
}

/// Fusion outlines what can be filled in or ticked with a shade darker than the window, which on a dark one cannot be seen.
void drawOutline(QPainter *painter, const QStyleOption *option, bool isRound)
{
    if (!Theme::isDark(option->palette))
        return;
    const QPen pen(Theme::outlineColor(option->palette, option->state & QStyle::State_Enabled), 1);
    drawLine(painter, option->rect, pen, isRound ? (option->rect.width() - 1) / 2.0 : 2);
}

} // namespace

QSize FocusStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    // Fusion has a least width, but words longer than that would touch the edges and the focus ring.
    if (type == CT_PushButton)
        size.setWidth(std::max(size.width(), contents.width() + 2 * besideWords));
    return size;
}

void FocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        drawRing(painter, option->rect);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox)
        drawOutline(painter, option, element == PE_IndicatorRadioButton);
    if (element == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth <= 0)
            return;
        drawOutline(painter, option, false);
        if (hasFocus(option))
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
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawOutline(painter, option, false);
    if (hasFocus(option) && (control == CC_ComboBox || control == CC_SpinBox || control == CC_ToolButton))
        drawRing(painter, option->rect);
}

} // namespace rayhelm
