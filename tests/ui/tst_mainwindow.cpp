#include "drivers.h"
#include "remote/question.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "ui/connectionpanel.h"
#include "ui/inlinemessage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/panelstack.h"
#include "ui/sidebar.h"
#include "ui/statusstrip.h"

#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

class tst_MainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysOpenPanels();
    void sidebarOpensPanels();
    void regionsByF6();
    void noPanelScrollsSideways_data();
    void noPanelScrollsSideways();
    void headingStaysWhileScrolling();
    void actionsAreReachableWhenSmall();
    void stripOpensPanels();
    void lostLinkIsSaid();
    void quitWithNothingHeld();
    void quitWithSomethingHeldAsks();
    void menusShowWhatExists();
    void panelsOpenWhileConnecting();
    void geometryIsKept();
};

void tst_MainWindow::keysOpenPanels()
{
    WindowDriver driver;
    for (int i = 0; i < sidebarPanels; ++i) {
        driver.key(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(int(driver.window().panels()->current()), i);
        QVERIFY(driver.current()->isAncestorOf(driver.focus()));
    }
}

void tst_MainWindow::sidebarOpensPanels()
{
    WindowDriver driver;
    Sidebar *sidebar = driver.window().sidebar();
    QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {}, sidebar->visualItemRect(sidebar->item(3)).center());
    QCOMPARE(driver.window().panels()->current(), PanelId::Cluster);
    sidebar->setFocus();
    driver.key(Qt::Key_Down);
    QCOMPARE(driver.window().panels()->current(), PanelId::Jobs);
    // A screen reader changes the selection only.
    sidebar->item(5)->setSelected(true);
    QCOMPARE(driver.window().panels()->current(), PanelId::Activity);
    QVERIFY(!sidebar->item(3)->data(Qt::AccessibleTextRole).toString().isEmpty());
}

void tst_MainWindow::regionsByF6()
{
    WindowDriver driver;
    Message message;
    message.what = QStringLiteral("Something");
    driver.window().messageBar()->post(QStringLiteral("test"), message);
    driver.open(PanelId::Connection);
    QVERIFY(driver.current()->isAncestorOf(driver.focus()));
    QWidget *inPanel = driver.focus();
    const QList<QWidget *> round{driver.window().strip(), driver.window().messageBar(), driver.window().sidebar(), driver.current()};
    for (QWidget *region : round) {
        driver.key(Qt::Key_F6);
        QVERIFY2(region == driver.focus() || region->isAncestorOf(driver.focus()), region->metaObject()->className());
    }
    QCOMPARE(driver.focus(), inPanel); // each region remembers
    driver.key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(driver.focus(), driver.window().sidebar());
}

void tst_MainWindow::noPanelScrollsSideways_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qreal>("enlarged");
    QTest::newRow("1280x800") << QSize(1280, 800) << 1.0;
    QTest::newRow("1280x800, texts +40 %") << QSize(1280, 800) << 1.4;
    QTest::newRow("900x600") << QSize(900, 600) << 1.0;
    QTest::newRow("640x400") << QSize(640, 400) << 1.0;
}

void tst_MainWindow::noPanelScrollsSideways()
{
    QFETCH(QSize, size);
    QFETCH(qreal, enlarged);
    const QFont usual = QApplication::font();
    QFont font = usual;
    font.setPointSizeF(font.pointSizeF() * enlarged);
    QApplication::setFont(font);
    {
        WindowDriver driver(size, true);
        for (int i = 0; i <= int(PanelId::Welcome); ++i) {
            Panel *panel = driver.open(PanelId(i));
            QTest::qWait(0);
            QVERIFY2(panel->width() <= size.width(), qPrintable(panel->title()));
            const QStringList scrolled = sidewaysScrolled(panel);
            QVERIFY2(scrolled.isEmpty(), qPrintable(panel->title() + QStringLiteral(": ") + scrolled.join(QStringLiteral("; "))));
        }
        QCOMPARE(driver.window().size(), size);
    }
    QApplication::setFont(usual);
}

void tst_MainWindow::headingStaysWhileScrolling()
{
    WindowDriver driver({640, 400});
    Panel *panel = driver.open(PanelId::Connection);
    QWidget *last = panel;
    const QList<QWidget *> widgets = panel->findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus)
            last = widget;
    last->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    QVERIFY(!last->visibleRegion().isEmpty());
    QAbstractButton *connect = see::button(panel, QStringLiteral("Connect"));
    QVERIFY(connect && !connect->visibleRegion().isEmpty());
}

void tst_MainWindow::actionsAreReachableWhenSmall()
{
    WindowDriver driver({640, 400}, true);
    for (int i = 0; i < sidebarPanels; ++i) {
        Panel *panel = driver.open(PanelId(i));
        const QAction *primary = panel->primaryAction();
        if (!primary)
            continue;
        QAbstractButton *button = see::button(panel, QString(primary->text()).remove(QLatin1Char('&')));
        QVERIFY2(button && !button->visibleRegion().isEmpty(), qPrintable(panel->title()));
        if (panel->allActions().size() > 1)
            QVERIFY2(see::button(panel, QStringLiteral("More")), qPrintable(panel->title()));
    }
}

void tst_MainWindow::stripOpensPanels()
{
    WindowDriver driver;
    StatusStrip *strip = driver.window().strip();
    QTest::mouseClick(strip->cell(StatusStrip::JobsCell), Qt::LeftButton);
    QCOMPARE(driver.window().panels()->current(), PanelId::Jobs);
    QTest::mouseClick(strip->cell(StatusStrip::HeldCell), Qt::LeftButton);
    QCOMPARE(driver.window().panels()->current(), PanelId::Cluster);
    QTest::mouseClick(strip->cell(StatusStrip::ConnectionCell), Qt::LeftButton);
    QCOMPARE(driver.window().panels()->current(), PanelId::Connection);
    QVERIFY(driver.current()->isAncestorOf(driver.focus()));
}

void tst_MainWindow::lostLinkIsSaid()
{
    WindowDriver driver;
    driver.open(PanelId::Activity);
    QVERIFY(driver.connectNow());
    StripCell *cell = driver.window().strip()->cell(StatusStrip::ConnectionCell);
    QTRY_VERIFY2(cell->accessibleName().startsWith(QLatin1String("Connected to vm.test")), qPrintable(cell->accessibleName()));
    driver.session().connection().disconnectFromHost();
    QTRY_COMPARE(cell->accessibleName(), QStringLiteral("Not connected"));
}

void tst_MainWindow::quitWithNothingHeld()
{
    WindowDriver driver;
    QSignalSpy quit(&driver.window(), &MainWindow::quitRequested);
    driver.window().close();
    QCOMPARE(quit.size(), 1);
    QVERIFY(!driver.window().isVisible());
}

void tst_MainWindow::quitWithSomethingHeldAsks()
{
    WindowDriver driver;
    QSignalSpy quit(&driver.window(), &MainWindow::quitRequested);
    driver.vm().installRelease();
    driver.vm().setPods(PanelVm::usableCluster());
    QVERIFY(driver.connectNow());
    StripCell *held = driver.window().strip()->cell(StatusStrip::HeldCell);
    QVERIFY2(QTest::qWaitFor([&] { return held->accessibleName().startsWith(QLatin1String("Held: 4 nodes, 4 GPUs")); }, 15000),
             qPrintable(held->accessibleName()));
    driver.window().close();
    QCOMPARE(quit.size(), 0);
    QVERIFY(driver.window().isVisible());
    QVERIFY(see::text(driver.window().messageBar(), QStringLiteral("4 GPUs are still held until about")));
    QCOMPARE(driver.focusName(), QStringLiteral("Quit and keep"));
    QVERIFY(see::press(driver.window().messageBar(), QStringLiteral("Quit and keep")));
    QTRY_COMPARE(quit.size(), 1);
}

void tst_MainWindow::menusShowWhatExists()
{
    WindowDriver driver({1280, 800}, true);
    const QList<QAction *> menus = driver.window().menuBar()->actions();
    QVERIFY(menus.size() >= 6);
    for (QAction *action : menus) {
        Q_EMIT action->menu()->aboutToShow();
        QVERIFY2(!action->menu()->isEmpty(), qPrintable(action->text()));
        const QList<QAction *> entries = action->menu()->actions();
        for (const QAction *entry : entries) {
            if (!entry->isVisible() || entry->isSeparator())
                continue;
            QVERIFY(!entry->text().isEmpty());
            if (!entry->isEnabled())
                QVERIFY2(!entry->statusTip().isEmpty(), qPrintable(entry->text()));
        }
    }
}

void tst_MainWindow::panelsOpenWhileConnecting()
{
    WindowDriver driver;
    Steps *steps = driver.session().connection().steps();
    steps->plan({QStringLiteral("Reach vm")});
    steps->begin(0);
    for (int i = 0; i < sidebarPanels; ++i) {
        driver.key(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QVERIFY2(int(driver.window().panels()->current()) == i, qPrintable(QStringLiteral("panel %1, the focus is on \"%2\"").arg(i).arg(driver.focusName())));
    }
    QVERIFY(!QApplication::activeModalWidget());
    steps->finish();
}

void tst_MainWindow::geometryIsKept()
{
    QSize size;
    QTemporaryDir folder;
    WindowDriver driver;
    driver.resize({1000, 700});
    size = driver.window().size();
    driver.window().close();
    MainWindow again(driver.session());
    QCOMPARE(again.size(), size);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
