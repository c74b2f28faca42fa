#pragma once

#include <QString>

class QWidget;

namespace rayhelm {

/// What a screen reader could not name in the shown part of `in`, one line each: every control that can have the focus, every button
/// whether it can or not, every tab, every column of a table, every cell or row that shows only a picture, every entry of a menu. A
/// combo box counts unless a label with a text belongs to it, because Qt gives it no other name than what is chosen in it.
QStringList nameless(const QWidget *in);

} // namespace rayhelm
