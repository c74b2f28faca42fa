#include "drivers.h"
#include "ui/clustereventmodel.h"
#include "ui/jobfilemodel.h"
#include "ui/jobmodel.h"
#include "ui/markupguard.h"

#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

using namespace rayhelm;

/// Text from outside is never markup: a picture that such a text names is never opened, wherever the text is shown.
class tst_Markup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theWatchSees();
    void labels_data();
    void labels();
    void tipsOfWidgets();
    void tipsOfModels_data();
    void tipsOfModels();
    void tipsOfMenusAndHeaders();
    void messageBoxes();
    void noWhatsThis();

private:
    /// How often the picture was opened since the last call.
    int opened();
    QLabel *tip() const;
    /// Points at a place as a person's mouse does, and waits for the tip.
    void pointAt(QWidget *widget, const QPoint &at);

    QTemporaryDir m_folder;
    QString m_hostile;
    int m_watch = -1;
};

void tst_Markup::initTestCase()
{
    const QString picture = m_folder.filePath(QStringLiteral("picture.png"));
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(picture));
    m_hostile = QStringLiteral("<b>x</b><img src=\"%1\"><a href=\"file://%1\">y</a>").arg(picture);
    m_watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QVERIFY(inotify_add_watch(m_watch, picture.toLocal8Bit().constData(), IN_OPEN) >= 0);
    QVERIFY(Qt::mightBeRichText(m_hostile));
}

void tst_Markup::cleanup()
{
    QToolTip::hideText();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel"))
            delete window; // the next test's label is a new one, as after a pause
    }
}

int tst_Markup::opened()
{
    int times = 0;
    char buffer[4096];
    for (ssize_t size = read(m_watch, buffer, sizeof buffer); size > 0; size = read(m_watch, buffer, sizeof buffer))
        times += int(size / ssize_t(sizeof(inotify_event)));
    return times;
}

QLabel *tst_Markup::tip() const
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel") && window->isVisible())
            return static_cast<QLabel *>(window);
    }
    return nullptr;
}

void tst_Markup::pointAt(QWidget *widget, const QPoint &at)
{
    QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &help);
    QTRY_VERIFY(tip());
    QCoreApplication::processEvents();
    QCOMPARE(tip()->textFormat(), Qt::PlainText);
    QCOMPARE(tip()->text(), m_hostile);
    tip()->grab();
    QCOMPARE(opened(), 0);
}

/// Without the guard the same text opens the picture: the watch would see it.
void tst_Markup::theWatchSees()
{
    QLabel label;
    label.setTextFormat(Qt::RichText);
    label.setText(m_hostile);
    label.grab();
    QVERIFY(opened() > 0);
    installMarkupGuard(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void tst_Markup::labels_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("text at once") << 0;
    QTest::newRow("text before it is shown") << 1;
    QTest::newRow("text while it is shown") << 2;
    QTest::newRow("measured before it is shown") << 3;
    QTest::newRow("with a buddy and wrapped") << 4;
}

void tst_Markup::labels()
{
    QFETCH(int, way);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *label = way == 0 ? new QLabel(m_hostile) : new QLabel;
    if (way == 4) {
        auto *button = new QPushButton;
        column->addWidget(button);
        label->setBuddy(button);
        label->setWordWrap(true);
    }
    if (way == 1 || way == 4)
        label->setText(m_hostile);
    if (way == 3) {
        label->setWordWrap(true);
        label->setText(m_hostile);
        label->sizeHint();
        label->heightForWidth(100);
    }
    column->addWidget(label);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    if (way == 2)
        label->setText(m_hostile);
    window.grab();
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(opened(), 0);
}

void tst_Markup::tipsOfWidgets()
{
    QPushButton button(QStringLiteral("x"));
    button.setToolTip(m_hostile);
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    pointAt(&button, button.rect().center());
    pointAt(&button, button.rect().center()); // the label is used again
}

void tst_Markup::tipsOfModels_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("event of Kubernetes") << QStringLiteral("event");
    QTest::newRow("job of another program") << QStringLiteral("job");
    QTest::newRow("file of the folder") << QStringLiteral("file");
}

void tst_Markup::tipsOfModels()
{
    QFETCH(QString, what);
    std::unique_ptr<QAbstractItemModel> model;
    if (what == QLatin1String("event")) {
        auto events = std::make_unique<ClusterEventModel>();
        ClusterEvent event;
        event.words = m_hostile;
        event.at = QDateTime::currentDateTimeUtc();
        events->setEvents({event});
        model = std::move(events);
    } else if (what == QLatin1String("job")) {
        auto jobs = std::make_unique<JobModel>();
        JobEntry entry;
        entry.own = false;
        entry.foreign.submissionId = QStringLiteral("a");
        entry.foreign.message = m_hostile;
        entry.foreign.entrypoint = m_hostile;
        entry.foreign.status = JobStatus::Failed;
        jobs->setJobs({entry});
        model = std::move(jobs);
    } else {
        auto files = std::make_unique<JobFileModel>();
        PlannedFile file;
        file.path = m_hostile;
        files->setFiles({file});
        model = std::move(files);
    }
    QTableView view;
    view.setModel(model.get());
    view.resize(900, 300);
    view.horizontalHeader()->setStretchLastSection(true);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    int shown = 0;
    for (int column = 0; column < model->columnCount(); ++column) {
        const QModelIndex index = model->index(0, column);
        if (!index.data(Qt::ToolTipRole).toString().contains(QLatin1String("<img")))
            continue;
        ++shown;
        const QPoint at = view.visualRect(index).center();
        QHelpEvent help(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view.viewport(), &help);
        QTRY_VERIFY(tip());
        tip()->grab();
        QCOMPARE(tip()->textFormat(), Qt::PlainText);
    }
    view.grab();
    QVERIFY(shown > 0);
    QCOMPARE(opened(), 0);
}

void tst_Markup::tipsOfMenusAndHeaders()
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    QAction *action = menu.addAction(QStringLiteral("x"));
    action->setToolTip(m_hostile);
    menu.popup({});
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    pointAt(&menu, menu.actionGeometry(action).center());
    menu.hide();
}

/// Boxes that Qt makes guess as well.
void tst_Markup::messageBoxes()
{
    QMessageBox box(QMessageBox::Warning, m_hostile, m_hostile, QMessageBox::Ok);
    box.setInformativeText(m_hostile);
    box.open();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    box.grab();
    QCOMPARE(opened(), 0);
}

void tst_Markup::noWhatsThis()
{
    QPushButton button;
    button.setWhatsThis(m_hostile);
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    QHelpEvent help(QEvent::WhatsThis, {1, 1}, button.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&button, &help);
    QCoreApplication::processEvents();
    for (QWidget *window : QApplication::topLevelWidgets())
        QVERIFY(!window->inherits("QWhatsThat"));
    QCOMPARE(opened(), 0);
}

QTEST_MAIN(tst_Markup)
#include "tst_markup.moc"
