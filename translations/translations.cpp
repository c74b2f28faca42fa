#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

static void initializeResources()
{
    Q_INIT_RESOURCE(rayhelm_translations);
}

namespace rayhelm {

namespace {

bool install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
        return true;
    }
    delete translator;
    return false;
}

} // namespace

void installTranslations(const QLocale &locale)
{
    initializeResources();
    const QString folder = QStringLiteral(":/rayhelm/translations");
    const bool translated = locale.language() != QLocale::English && install(locale, QStringLiteral("rayhelm"), folder);
    if (!translated)
        install(QLocale(QLocale::English), QStringLiteral("rayhelm"), folder); // English plurals
    else
        install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace rayhelm
