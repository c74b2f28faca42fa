#pragma once

#include "drivers.h"

#include <functional>

namespace rayhelm {

/// Sees one screen in one state; `shown` is the window or a dialog.
using ScreenVisitor = std::function<void(const QString &name, QWidget *shown)>;

/// Brings the real window into every screen and state that exists, at one size, and calls `visit` for each.
void visitEveryScreen(QSize size, const ScreenVisitor &visit);

} // namespace rayhelm
