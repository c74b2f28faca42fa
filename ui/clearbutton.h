#pragma once

class QLineEdit;

namespace rayhelm {

/// Gives a line the button that empties it, with a name: Qt's own has only an icon.
void addClearButton(QLineEdit *line);

} // namespace rayhelm
