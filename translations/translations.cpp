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

/// The language that was found, or nothing.
QString install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
        return translator->language();
    }
    delete translator;
    return {};
}

} // namespace

void installTranslations(const QLocale &locale)
{
    initializeResources();
    const QString folder = QStringLiteral(":/rayhelm/translations");
    QString language = install(locale, QStringLiteral("rayhelm"), folder);
    if (language.isEmpty())
        language = install(QLocale(QLocale::English), QStringLiteral("rayhelm"), folder); // English plurals
    // Qt's own texts in the same language, so that no window mixes two.
    install(QLocale(language), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace rayhelm
