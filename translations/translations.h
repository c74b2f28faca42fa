#pragma once

#include <QLocale>

namespace rayhelm {

/// Loads the application's texts in the first language of `locale` that there is, English otherwise, and Qt's own texts in
/// the same language where Qt's translations are installed (qtbase_<language>.qm). To be called once, before the first
/// window is made.
void installTranslations(const QLocale &locale);

} // namespace rayhelm
