#include "driverscreens.h"
#include "paneldriver.h"
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

/// The share of dark points.
double darkness(const QImage &image)
{
    int dark = 0;
    int all = 0;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7) {
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
            ++all;
        }
    }
    return all > 0 ? double(dark) / all : 0.0;
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
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(1280, 800);
    QTest::newRow("640x400") << QSize(640, 400);
}

void tst_Screenshots::render()
{
    QFETCH(QSize, size);
    const QPalette light = QApplication::palette();
    const QPalette darkOne = see::darkPalette();
    int count = 0;
    // Each screen in both palettes while it is there: bringing up the screens is what takes the time.
    visitEveryScreen(size, [&](const QString &name, QWidget *shown) {
        for (const bool dark : {false, true}) {
            QApplication::setPalette(dark ? darkOne : light);
            QCoreApplication::processEvents();
            const QImage image = shown->grab().toImage();
            QVERIFY2(isPainted(image), qPrintable(name));
            QCOMPARE(Theme::isDark(), dark);
            const QDir folder(QStringLiteral(RAYHELM_SCREENSHOTS "/%1-%2").arg(dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                                                               QLatin1String(QTest::currentDataTag())));
            folder.mkpath(QStringLiteral("."));
            QVERIFY(image.save(folder.filePath(name + QStringLiteral(".png"))));
            QVERIFY2(dark == (darkness(image) > 0.5), qPrintable(name)); // it was painted in this palette
        }
        QApplication::setPalette(light);
        ++count;
    });
    QVERIFY(count >= 30);
}

QTEST_MAIN(tst_Screenshots)
#include "tst_screenshots.moc"
