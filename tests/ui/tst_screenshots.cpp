#include "driverscreens.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace rayhelm;

/// Renders every screen, light and dark, wide and small, into the build folder's "screenshots".
class tst_Screenshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void render_data();
    void render();
};

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, QColor(0x31, 0x36, 0x3b));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    return palette;
}

/// At least two shades: an empty picture would mean that nothing was painted.
bool isPainted(const QImage &image)
{
    for (int x = 0; x < image.width(); x += 3)
        if (image.pixel(x, image.height() / 3) != image.pixel(0, image.height() / 3))
            return true;
    return false;
}

} // namespace

void tst_Screenshots::initTestCase()
{
    Theme::install(*qApp);
}

void tst_Screenshots::render_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1280x800") << false << QSize(1280, 800);
    QTest::newRow("dark-1280x800") << true << QSize(1280, 800);
    QTest::newRow("light-640x400") << false << QSize(640, 400);
    QTest::newRow("dark-640x400") << true << QSize(640, 400);
}

void tst_Screenshots::render()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    static const QPalette light = QApplication::palette();
    QApplication::setPalette(dark ? Theme::readable(darkPalette()) : light);
    QDir folder(QStringLiteral(RAYHELM_SCREENSHOTS "/") + QLatin1String(QTest::currentDataTag()));
    folder.mkpath(QStringLiteral("."));
    int count = 0;
    visitEveryScreen(size, [&](const QString &name, QWidget *shown) {
        const QImage image = shown->grab().toImage();
        QVERIFY2(isPainted(image), qPrintable(name));
        QCOMPARE(Theme::isDark(), dark);
        QVERIFY(image.save(folder.filePath(name + QStringLiteral(".png"))));
        ++count;
    });
    QVERIFY(count >= 30);
    QApplication::setPalette(light);
}

QTEST_MAIN(tst_Screenshots)
#include "tst_screenshots.moc"
