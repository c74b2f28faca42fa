#include "core/text.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace rayhelm;

/// Which language is shown in which locale. Each test ends with the translators that it began with.
class tst_Translations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void theLocaleChooses_data();
    void theLocaleChooses();
    void pluralsOfEnglish();
    void durationsAreTranslated();
};

void tst_Translations::cleanup()
{
    const auto translators = QCoreApplication::instance()->findChildren<QTranslator *>();
    qDeleteAll(translators);
    QLocale::setDefault(QLocale::c());
}

void tst_Translations::theLocaleChooses_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("file");
    QTest::newRow("Germany") << u"de_DE"_s << u"&Datei"_s;
    QTest::newRow("Austria") << u"de_AT"_s << u"&Datei"_s;
    QTest::newRow("England") << u"en_GB"_s << u"&File"_s;
    QTest::newRow("a language without a file") << u"fi_FI"_s << u"&File"_s;
    QTest::newRow("none") << u"C"_s << u"&File"_s;
}

void tst_Translations::theLocaleChooses()
{
    QFETCH(QString, locale);
    QFETCH(QString, file);
    installTranslations(QLocale(locale));
    QCOMPARE(QCoreApplication::translate("rayhelm::MainMenu", "&File"), file);
}

void tst_Translations::pluralsOfEnglish()
{
    const auto jobs = [](int n) { return QCoreApplication::translate("rayhelm::JobPanel", "%n job(s) running", nullptr, n); };
    for (const char *locale : {"en_US", "fi_FI", "C"}) {
        installTranslations(QLocale(QLatin1String(locale)));
        QCOMPARE(jobs(1), u"1 job running"_s);
        QCOMPARE(jobs(0), u"0 jobs running"_s);
        QCOMPARE(jobs(2), u"2 jobs running"_s);
        cleanup();
    }
    installTranslations(QLocale(u"de_DE"_s));
    QCOMPARE(jobs(1), u"1 Job läuft"_s);
    QCOMPARE(jobs(2), u"2 Jobs laufen"_s);
}

void tst_Translations::durationsAreTranslated()
{
    QLocale::setDefault(QLocale(u"de_DE"_s));
    installTranslations(QLocale());
    QVERIFY2(durationText(std::chrono::hours(24 * 3)).contains(u"3 Tage"_s), qPrintable(durationText(std::chrono::hours(24 * 3))));
    QVERIFY2(elapsedText(std::chrono::milliseconds(1500)).contains(u"1,5 s"_s), qPrintable(elapsedText(std::chrono::milliseconds(1500))));
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
