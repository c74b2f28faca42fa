#include "namesdriver.h"
#include "statesdriver.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace rayhelm;

/// Statement 38: every control has a name, a combo box a label and a description, and what is off says why, in every screen and state.
class tst_EveryScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCountingCounts();
    void everyControlIsNamed_data();
    void everyControlIsNamed();
};

/// One of each kind of thing that has no name is counted once, and its named neighbour is not.
void tst_EveryScreen::theCountingCounts()
{
    QMainWindow window;
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    window.setCentralWidget(centre);
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Open"));
    window.show();
    QCOMPARE(nameless(&window), QStringList());
    const auto adds = [&](int count, QWidget *widget) {
        const qsizetype before = nameless(&window).size();
        column->addWidget(widget);
        widget->show();
        return nameless(&window).size() == before + count;
    };
    auto *off = new QPushButton(QStringLiteral("Off"));
    off->setEnabled(false);
    QVERIFY(adds(0, off));
    QCOMPARE(offWithoutReason(&window).size(), 1);
    QVERIFY(adds(1, new QLineEdit));
    auto *icon = new QToolButton; // a picture that can be clicked, also when Tab passes it over
    icon->setFocusPolicy(Qt::NoFocus);
    QVERIFY(adds(1, icon));

    auto *box = new QComboBox; // its own name is what is chosen in it
    box->addItem(QStringLiteral("chosen"));
    box->setAccessibleName(QStringLiteral("Place"));
    QVERIFY(adds(1, box));
    auto *label = new QLabel(QStringLiteral(" "));
    label->setBuddy(box);
    QVERIFY(adds(0, label)); // a label that says nothing is none
    label->setText(QStringLiteral("Place"));
    QCOMPARE(nameless(&window).size(), 2);

    auto *table = new QTableWidget(1, 2);
    table->setAccessibleName(QStringLiteral("Files"));
    table->setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("State")});
    table->setItem(0, 0, new QTableWidgetItem(QStringLiteral("a")));
    table->setItem(0, 1, new QTableWidgetItem(QStringLiteral("b")));
    QVERIFY(adds(0, table));
    table->item(0, 1)->setText(QString());
    table->item(0, 1)->setIcon(window.style()->standardIcon(QStyle::SP_DialogOkButton));
    QCOMPARE(nameless(&window).size(), 3);
    table->item(0, 1)->setData(Qt::AccessibleTextRole, QStringLiteral("usable"));
    table->horizontalHeaderItem(1)->setText(QString());
    QCOMPARE(nameless(&window).size(), 3);
    table->horizontalHeader()->hide();
    QCOMPARE(nameless(&window).size(), 4);

    auto *tabs = new QTabBar;
    tabs->setAccessibleName(QStringLiteral("Views"));
    tabs->addTab(QStringLiteral("Log"));
    QVERIFY(adds(0, tabs));
    tabs->addTab(QString());
    QCOMPARE(nameless(&window).size(), 5);
    window.menuBar()->addMenu(QStringLiteral("Edit"))->addAction(QString());
    QCOMPARE(nameless(&window).size(), 6);
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
    const ScreenVisitor visit = [&](const QString &name, QWidget *shown) {
        QCoreApplication::processEvents();
        ++screens;
        const QStringList unnamed = nameless(shown);
        const QStringList boxes = undescribedBoxes(shown);
        const QStringList off = offWithoutReason(shown);
        for (const QString &control : unnamed)
            wrong.append(name + QStringLiteral(": no name: ") + control);
        for (const QString &control : boxes)
            wrong.append(name + QStringLiteral(": no description: ") + control);
        for (const QString &control : off)
            wrong.append(name + QStringLiteral(": off without reason: ") + control);
        // Text from outside is never markup: no label guesses what its text is.
        const QList<QLabel *> labels = shown->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->textFormat() != Qt::PlainText)
                wrong.append(name + QStringLiteral(": would take markup: ") + label->text().left(60));
        }
    };
    visitEveryScreen(size, visit);
    visitFurtherStates(size, visit);
    qInfo("%d screens, %d things without name, description or reason", screens, int(wrong.size()));
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    QVERIFY2(screens >= 74, qPrintable(QString::number(screens)));
}

QTEST_MAIN(tst_EveryScreen)
#include "tst_everyscreen.moc"
