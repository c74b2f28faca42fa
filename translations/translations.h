#pragma once

#include <QLocale>

namespace rayhelm {

/// Loads the application's and Qt's own texts in the first language of `locale` that there is; English otherwise. To be called
/// once, before the first window is made.
void installTranslations(const QLocale &locale);

} // namespace rayhelm
