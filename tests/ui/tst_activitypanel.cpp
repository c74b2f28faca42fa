#include "core/commandlog.h"
#include "core/redactor.h"
#include "drivers.h"
#include "ui/activitypanel.h"
#include "ui/commandmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace rayhelm;

class tst_ActivityPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void empty();
    void newestFirstAndFiltered();
    void copyAndScript();
    void secretsAreHidden();
    void oldOnesAreTrimmed();

private:
    static void fill(WindowDriver &driver);
};

void tst_ActivityPanel::fill(WindowDriver &driver)
{
    CommandLog *log = driver.session().edges().commands;
    const int look = log->started(QStringLiteral("vm"), QStringLiteral("kubectl get pods"), false);
    log->finished(look, QStringLiteral("done"));
    const int change = log->started(QStringLiteral("vm as root"), QStringLiteral("helm upgrade --install raycluster"), true);
    log->finished(change, QStringLiteral("exit status 1"));
}

void tst_ActivityPanel::empty()
{
    WindowDriver driver;
    Panel *panel = driver.open(PanelId::Activity);
    QVERIFY(see::text(panel, QStringLiteral("No commands yet.")));
    QVERIFY(!panel->primaryAction()->isEnabled());
}

void tst_ActivityPanel::newestFirstAndFiltered()
{
    WindowDriver driver;
    auto *panel = static_cast<ActivityPanel *>(driver.open(PanelId::Activity));
    fill(driver);
    CommandFilter *shown = panel->filter();
    QCOMPARE(shown->rowCount(), 2);
    QCOMPARE(shown->record(0).command, QStringLiteral("helm upgrade --install raycluster"));
    QVERIFY(see::text(panel, QStringLiteral("exit status 1")));
    driver.key(Qt::Key_F, Qt::ControlModifier);
    driver.type(QStringLiteral("KUBECTL"));
    QCOMPARE(shown->rowCount(), 1);
    QCOMPARE(shown->record(0).command, QStringLiteral("kubectl get pods"));
    qobject_cast<QLineEdit *>(driver.focus())->clear();
    shown->setOnlyChanges(true);
    QCOMPARE(shown->rowCount(), 1);
    QVERIFY(shown->record(0).changes);
    shown->setOnlyChanges(false);
    shown->setPlace(QStringLiteral("vm"));
    QCOMPARE(shown->rowCount(), 1);
    shown->setPlace({});
    QCOMPARE(shown->rowCount(), 2);
}

void tst_ActivityPanel::copyAndScript()
{
    WindowDriver driver;
    auto *panel = static_cast<ActivityPanel *>(driver.open(PanelId::Activity));
    fill(driver);
    panel->primaryAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl get pods\nhelm upgrade --install raycluster\n"));
    panel->table()->selectRow(0);
    panel->primaryAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("helm upgrade --install raycluster\n"));
    const QString script = panel->filter()->script();
    QVERIFY(script.startsWith(QLatin1String("#!/bin/sh\n")));
    QVERIFY(script.indexOf(QLatin1String("kubectl get pods")) < script.indexOf(QLatin1String("helm upgrade")));
}

void tst_ActivityPanel::secretsAreHidden()
{
    WindowDriver driver;
    driver.session().edges().redactor->add(Secret(QByteArray("hunter22")));
    Panel *panel = driver.open(PanelId::Activity);
    driver.session().edges().commands->started(QStringLiteral("vm"), QStringLiteral("login hunter22"), true);
    QVERIFY(see::text(panel, QStringLiteral("(hidden)")));
    QVERIFY(!see::text(panel, QStringLiteral("hunter22")));
}

void tst_ActivityPanel::oldOnesAreTrimmed()
{
    WindowDriver driver;
    auto *panel = static_cast<ActivityPanel *>(driver.open(PanelId::Activity));
    CommandLog *log = driver.session().edges().commands;
    for (int i = 0; i < 6000; ++i)
        log->started(QStringLiteral("vm"), QStringLiteral("look %1").arg(i), false);
    QCOMPARE(panel->filter()->rowCount(), int(log->records().size()));
    QCOMPARE(panel->filter()->record(0).command, QStringLiteral("look 5999"));
}

QTEST_MAIN(tst_ActivityPanel)
#include "tst_activitypanel.moc"
