#pragma once

class QApplication;

namespace rayhelm {

/// Text from outside is never markup. Qt guesses: a tool tip, a label or a "What's this?" whose text looks like HTML becomes
/// HTML, and an image in it is any file of this computer. This guard is on every widget's way to its first layout: a label that would
/// guess shows its text as it is, which the label of tool tips (also those of item views, menus and headers) is one of; "What's
/// this?", which the application does not have, is not answered. Own texts have no markup either, so there is no exception.
/// Called once, before the first window is made.
void installMarkupGuard(QApplication &application);

} // namespace rayhelm
