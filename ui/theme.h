#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace rayhelm {

/// What a state means to the user. Colour is never alone: each kind has an icon of its own shape, and a word beside it.
enum class StateKind { Good, Warning, Bad, Info, Muted };

/// Colours, icons and the focus ring. Everything follows the desktop's palette, light or dark.
class Theme
{
public:
    /// Wraps the desktop's style (focus ring) and mends a highlight that is hard to read. Called once, before any window.
    static void install(QApplication &application);

    /// The palette with a highlight, links and placeholders that can be read.
    static QPalette readable(QPalette palette);

    static bool isDark(const QPalette &palette);
    static bool isDark();
    /// Contrast of at least 5 on base, window and button (measured values of the design).
    static QColor color(StateKind kind, bool dark);
    static QColor color(StateKind kind);
    /// The ring around the focused control: at least 3:1 against what it touches.
    static QColor focusColor();
    /// The line around what can be filled in or ticked: 3:1 against the window, less when it is off.
    static QColor outlineColor(const QPalette &palette, bool isEnabled);

    /// The kind's icon: tick, triangle, cross, circled i, dotted circle. Recoloured whenever it is painted.
    static QIcon stateIcon(StateKind kind);
    /// An icon of resources/icons by its file name without ".svg", in text colour or in the colour of a state.
    static QIcon icon(const QString &name);
    static QIcon icon(const QString &name, StateKind kind);

    /// WCAG contrast, 1 to 21.
    static double contrast(const QColor &first, const QColor &second);
};

} // namespace rayhelm
