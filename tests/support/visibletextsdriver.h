#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace rayhelm {

/// A text that the window shows or speaks.
struct VisibleText {
    QString where; ///< class, name and kind, as in "QPushButton connect tool tip"
    QString text;
};

/// All texts of the widgets in `in`, shown now or not: titles, labels, buttons, menus, tool tips, headers and rows of tables,
/// placeholders, units, accessible names and descriptions. What a person typed and what logs and files hold is left out.
QList<VisibleText> visibleTexts(QWidget *in);

} // namespace rayhelm
