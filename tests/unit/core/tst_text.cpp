#include "core/text.h"

#include <QLocale>
#include <QStringList>
#include <QTest>

using namespace rayhelm;
using namespace std::chrono_literals;

namespace {
/// Durations are isolated for right-to-left texts; the tests compare what is read.
QString bare(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}
}

class TestText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void plainText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("ordinary") << QByteArray("a\tb\nc") << QStringLiteral("a\tb\nc");
        QTest::newRow("colour") << QByteArray("\x1b[31mred\x1b[0m") << QStringLiteral("red");
        QTest::newRow("window title") << QByteArray("\x1b]0;title\x07text") << QStringLiteral("text");
        QTest::newRow("bracketed paste") << QByteArray("\x1b[?2004hroot#") << QStringLiteral("root#");
        QTest::newRow("bell and nul") << QByteArray("a\x07\0b", 4) << QStringLiteral("ab");
        QTest::newRow("carriage returns") << QByteArray("1\r2\r\n3") << QStringLiteral("1\n2\n3");
        QTest::newRow("right-to-left override") << QByteArray("a\xe2\x80\xae""b") << QStringLiteral("ab");
        QTest::newRow("broken utf-8") << QByteArray("a\xff""b") << QStringLiteral("a\uFFFDb");
        QTest::newRow("c1 control") << QByteArray("a\xc2\x9b""b") << QStringLiteral("ab");
    }
    /// What is endless is not read through, and what was cut says so.
    void plainTextOfVeryLongTexts()
    {
        const QString cut = rayhelm::plainText(QByteArray(50000000, 'x'), 100);
        QCOMPARE(cut, QString(100, QLatin1Char('x')) + QChar(0x2026));
        const QString hidden = rayhelm::plainText(QByteArray("\x1b[31m").repeated(100000) + "text", 10);
        QVERIFY(hidden.endsWith(QChar(0x2026)) && hidden.size() <= 11);
        QCOMPARE(rayhelm::plainText(QByteArray("\xe2\x82\xac").repeated(300), 300), QString(300, QChar(0x20ac)));
    }
    void plainText()
    {
        QFETCH(QByteArray, bytes);
        QTEST(rayhelm::plainText(bytes), "text");
    }

    void longTextIsCut()
    {
        const QString text = rayhelm::plainText(QByteArray(1000, 'x'), 10);
        QCOMPARE(text, QStringLiteral("xxxxxxxxxx\u2026"));
    }

    void lastLine()
    {
        QCOMPARE(rayhelm::lastLine(QStringLiteral("Traceback\n  File\nValueError: no\n\n  \n")), QStringLiteral("ValueError: no"));
        QCOMPARE(rayhelm::lastLine(QString()), QString());
    }

    void durations_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 12 << QStringLiteral("12 s");
        QTest::newRow("minutes") << 200 << QStringLiteral("3 min");
        QTest::newRow("hours and minutes") << 2 * 3600 + 41 * 60 << QStringLiteral("2 h 41 min");
        QTest::newRow("full hours") << 4 * 3600 << QStringLiteral("4 h");
        QTest::newRow("negative") << -5 << QStringLiteral("0 s");
    }
    void durations()
    {
        QFETCH(int, seconds);
        QTEST(bare(durationText(std::chrono::seconds(seconds))), "text");
    }

    void elapsed()
    {
        QCOMPARE(bare(elapsedText(230ms)), QStringLiteral("0.2 s"));
        QCOMPARE(bare(elapsedText(61s)), QStringLiteral("1 min"));
    }

    void sizes()
    {
        QCOMPARE(bare(sizeText(212000)), QStringLiteral("212 kB"));
        QCOMPARE(bare(sizeText(3100000)), QStringLiteral("3.1 MB"));
    }

    void shellQuoting()
    {
        QCOMPARE(shellCommand({QStringLiteral("helm"), QStringLiteral("a b"), QStringLiteral("it's"), QStringLiteral("$X"),
                               QString()}),
                 QStringLiteral("helm 'a b' 'it'\\''s' '$X' ''"));
        // A line end would end the command for a shell, also at the very end of an argument.
        QCOMPARE(shellQuoted(QStringLiteral("plain\n")), QStringLiteral("'plain\n'"));
        QCOMPARE(shellQuoted(QStringLiteral("a\nb")), QStringLiteral("'a\nb'"));
        QCOMPARE(shellQuoted(QStringLiteral("plain")), QStringLiteral("plain"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
