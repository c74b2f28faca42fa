#include "paneldriver.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace rayhelm;

using Maker = QWidget *(*)(QWidget *parent);

Q_DECLARE_METATYPE(rayhelm::StateKind)
Q_DECLARE_METATYPE(Maker)

namespace {

template<typename T>
QWidget *make(QWidget *parent)
{
    return new T(parent);
}

const QList<StateKind> kinds{StateKind::Good, StateKind::Warning, StateKind::Bad, StateKind::Info, StateKind::Muted};

QImage greyIcon(const QIcon &icon)
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    icon.paint(&painter, image.rect());
    painter.end();
    QImage shape(image.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            shape.scanLine(y)[x] = qGray(image.pixel(x, y)) < 200 ? 0 : 255;
    return shape;
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textContrast_data();
    void textContrast();
    void focusRing();
    void iconsDifferInShape();
    void highlightCanBeRead();
    void wordsOfButtonsHaveRoom();
    void controlsAreSeenInTheDark_data();
    void controlsAreSeenInTheDark();
};

void tst_Theme::textContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("ground");
    QTest::newRow("light base") << false << QColor(0xff, 0xff, 0xff);
    QTest::newRow("light window") << false << QColor(0xef, 0xef, 0xef);
    QTest::newRow("dark base") << true << QColor(0x1b, 0x1e, 0x20);
    QTest::newRow("dark window") << true << QColor(0x31, 0x36, 0x3b);
}

void tst_Theme::textContrast()
{
    QFETCH(bool, dark);
    QFETCH(QColor, ground);
    for (const StateKind kind : kinds)
        QVERIFY2(Theme::contrast(Theme::color(kind, dark), ground) >= 4.5, qPrintable(QString::number(int(kind))));
}

void tst_Theme::focusRing()
{
    const QPalette palette = QGuiApplication::palette();
    for (const auto role : {QPalette::Base, QPalette::Window, QPalette::Button})
        QVERIFY(Theme::contrast(Theme::focusColor(), palette.color(role)) >= 3.0);
}

void tst_Theme::iconsDifferInShape()
{
    const QStringList names{QStringLiteral("state-good"), QStringLiteral("state-warning"), QStringLiteral("state-bad"),
                            QStringLiteral("state-info"), QStringLiteral("state-muted"), QStringLiteral("step-running"),
                            QStringLiteral("step-asking"), QStringLiteral("step-going-on"), QStringLiteral("step-not-tried"),
                            QStringLiteral("queue"), QStringLiteral("starting"), QStringLiteral("contact-lost"),
                            QStringLiteral("unknown"), QStringLiteral("deleting"), QStringLiteral("held")};
    QList<QImage> seen;
    for (const QString &name : names) {
        const QImage shape = greyIcon(Theme::icon(name));
        bool anything = false;
        for (int y = 0; y < shape.height() && !anything; ++y)
            for (int x = 0; x < shape.width() && !anything; ++x)
                anything = qGray(shape.pixel(x, y)) == 0;
        QVERIFY2(anything, qPrintable(name + QStringLiteral(" is empty")));
        QVERIFY2(!seen.contains(shape), qPrintable(name + QStringLiteral(" looks like another one")));
        seen.append(shape);
    }
}

void tst_Theme::highlightCanBeRead()
{
    Theme::install(*qApp);
    const QPalette palette = QGuiApplication::palette();
    QVERIFY(Theme::contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)) >= 4.5);
}

void tst_Theme::wordsOfButtonsHaveRoom()
{
    Theme::install(*qApp);
    const QPushButton button(QStringLiteral("Start from what is running"));
    QVERIFY(button.sizeHint().width() >= button.fontMetrics().horizontalAdvance(button.text()) + 16);
}

void tst_Theme::controlsAreSeenInTheDark_data()
{
    QTest::addColumn<Maker>("made");
    QTest::newRow("radio button") << Maker(make<QRadioButton>);
    QTest::newRow("check box") << Maker(make<QCheckBox>);
    QTest::newRow("line edit") << Maker(make<QLineEdit>);
    QTest::newRow("spin box") << Maker(make<QSpinBox>);
    QTest::newRow("combo box") << Maker(make<QComboBox>);
}

/// Without words and focus, some line of the control stands out from the window and from the control's own ground on every side.
void tst_Theme::controlsAreSeenInTheDark()
{
    QFETCH(Maker, made);
    Theme::install(*qApp);
    const QPalette dark = see::darkPalette();
    QWidget window;
    window.setPalette(dark);
    QWidget *control = made(&window);
    control->resize(control->sizeHint());
    window.resize(control->size());
    const QImage image = window.grab().toImage();
    const QColor ground = dark.color(QPalette::Window);
    int seen = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < 6; ++x) // the left edge, where neither arrows nor digits are
            seen += Theme::contrast(image.pixelColor(x, y), ground) >= 2.9 ? 1 : 0;
    }
    QVERIFY2(seen >= 6, qPrintable(QString::number(seen)));
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
