#pragma once

#include <QProxyStyle>

namespace rayhelm {

/// The desktop's style with a focus ring that can be seen on every control (at least 3:1).
class FocusStyle : public QProxyStyle
{
    Q_OBJECT
public:
    FocusStyle() = default;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace rayhelm
