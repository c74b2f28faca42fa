#include "driverscreens.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace rayhelm;

/// Statement 38: every focusable control has a name, a combo box a label and a description, and what is off says why.
class tst_EveryScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCountingCounts();
    void everyControlIsNamed_data();
    void everyControlIsNamed();
};

void tst_EveryScreen::theCountingCounts()
{
    QWidget widget;
    auto *column = new QVBoxLayout(&widget);
    auto *off = new QPushButton(QStringLiteral("Off"));
    off->setEnabled(false);
    column->addWidget(off);
    column->addWidget(new QLineEdit);
    widget.show();
    QCOMPARE(offWithoutReason(&widget).size(), 1);
    QCOMPARE(see::unnamed(&widget).size(), 1);
}

void tst_EveryScreen::everyControlIsNamed_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(640, 400);
}

void tst_EveryScreen::everyControlIsNamed()
{
    QFETCH(QSize, size);
    int screens = 0;
    QStringList wrong;
    visitEveryScreen(size, [&](const QString &name, QWidget *shown) {
        ++screens;
        const QStringList unnamed = see::unnamed(shown);
        const QStringList boxes = undescribedBoxes(shown);
        const QStringList off = offWithoutReason(shown);
        for (const QString &control : unnamed)
            wrong.append(name + QStringLiteral(": no name: ") + control);
        for (const QString &control : boxes)
            wrong.append(name + QStringLiteral(": no description: ") + control);
        for (const QString &control : off)
            wrong.append(name + QStringLiteral(": off without reason: ") + control);
    });
    QVERIFY2(screens >= 30, qPrintable(QString::number(screens)));
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_EveryScreen)
#include "tst_everyscreen.moc"
