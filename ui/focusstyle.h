#pragma once

#include <QProxyStyle>

namespace rayhelm {

/// The desktop's style with a focus ring that can be seen on every control, outlines that can be seen in the dark (at least 3:1), and
/// room beside the words of buttons.
class FocusStyle : public QProxyStyle
{
    Q_OBJECT
public:
    FocusStyle() = default;

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace rayhelm
