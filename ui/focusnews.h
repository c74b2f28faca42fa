#pragma once

class QAccessibleEvent;

namespace rayhelm {

/// Whether an event says that the focus is in a list or table that does not have it. Qt 6.4 says so whenever the current row
/// changes, also when the application changes it: a screen reader would then read a row while the keys go elsewhere.
bool isFalseFocus(QAccessibleEvent &event);

/// Keeps such events from screen readers; called once.
void installFocusNews();

} // namespace rayhelm
