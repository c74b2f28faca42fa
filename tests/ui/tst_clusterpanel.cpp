#include "paneldriver.h"

#include "cluster/clusterstatus.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/raylink.h"
#include "ui/clusterdetails.h"
#include "ui/clusterpanel.h"
#include "ui/clusterpodlog.h"
#include "ui/clusterpodtable.h"
#include "ui/deletepage.h"
#include "ui/givebackview.h"
#include "ui/panelstack.h"
#include "ui/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

/// The cluster panel and the delete page over a real session and a scripted VM.
class TestClusterPanel : public QObject
{
    Q_OBJECT

    struct Shown {
        PanelVm vm;
        ClusterPanel *panel = new ClusterPanel(vm.session());
        PanelStack stack{panel};

        Shown()
        {
            stack.resize(1120, 700);
            stack.show();
            QVERIFY(QTest::qWaitForWindowActive(&stack));
        }
        ClusterState state() { return vm.session().lifecycle().status().state; }
    };

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp); }

    void notConnected()
    {
        Shown shown;
        QVERIFY(see::text(shown.panel, QStringLiteral("Not connected.")));
        QVERIFY(shown.panel->primaryAction());
        QVERIFY(!shown.panel->primaryAction()->isEnabled());
        QCOMPARE(see::unnamed(shown.panel), QStringList());
        see::shoot(shown.panel, QStringLiteral("cluster-offline"));
    }

    void noCluster()
    {
        Shown shown;
        QVERIFY(shown.vm.connectNow());
        QTRY_COMPARE_WITH_TIMEOUT(shown.state(), ClusterState::NoCluster, 20000);
        QVERIFY(!shown.panel->table()->isVisible());
        QCOMPARE(shown.panel->primaryAction()->text(), QStringLiteral("Review and install..."));
        QSignalSpy review(shown.panel, &ClusterPanel::reviewRequested);
        QVERIFY(see::press(shown.panel, QStringLiteral("Review and install...")));
        QCOMPARE(review.size(), 1);
        see::shoot(shown.panel, QStringLiteral("cluster-empty"));
    }

    void usable()
    {
        Shown shown;
        shown.vm.installRelease();
        shown.vm.setPods(PanelVm::usableCluster());
        QVERIFY(shown.vm.connectNow());
        QVERIFY2(QTest::qWaitFor([&] { return shown.state() == ClusterState::Usable; }, 30000), qPrintable(see::all(shown.panel)));
        QVERIFY(see::text(shown.panel, QStringLiteral("Usable")));
        QCOMPARE(shown.panel->primaryAction()->text(), QStringLiteral("New job..."));
        QVERIFY(shown.panel->primaryAction()->isEnabled());
        QCOMPARE(shown.panel->table()->model()->rowCount(), 4);
        QCOMPARE(shown.panel->table()->horizontalScrollBar()->maximum(), 0);

        // A screen reader chooses by the selection alone; the line below the table says the row.
        shown.panel->table()->selectionModel()->select(shown.panel->table()->model()->index(2, 0),
                                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QVERIFY(see::text(shown.panel, QStringLiteral("worker 2: Usable")));
        QVERIFY(see::text(shown.panel, QStringLiteral("Slurm job 4711225")));
        QCOMPARE(see::unnamed(shown.panel), QStringList());

        QUrl opened;
        shown.panel->setUrlOpener([&](const QUrl &url) { opened = url; });
        QVERIFY(see::press(shown.panel, QStringLiteral("Open Ray dashboard")));
        QCOMPARE(opened, shown.vm.session().ray().address());
        QVERIFY(see::text(shown.panel, QStringLiteral("It has no login: do not share the address.")));
        see::shoot(shown.panel, QStringLiteral("cluster-usable"));

        shown.panel->details()->showLog(QStringLiteral("uid-raycluster-kuberay-head-h7x2p"));
        QTRY_VERIFY_WITH_TIMEOUT(see::all(shown.panel).contains(QStringLiteral("head")), 5000);
        see::shoot(shown.panel, QStringLiteral("cluster-log"));
        shown.panel->details()->setCurrentIndex(3);
        QVERIFY(see::text(shown.panel, QStringLiteral("Slurm options: --gres=gpu:1 --time=230")));
        see::shoot(shown.panel, QStringLiteral("cluster-details"));
    }

    /// The newest lines are read again and again: what is new among them is told by where it stands, not by what it says.
    void R14_identicalLinesAreKept_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::newRow("with times") << QByteArray("2026-11-30T17:%1:%2.123456789Z ");
        QTest::newRow("an interLink that gives none") << QByteArray();
    }

    void R14_identicalLinesAreKept()
    {
        QFETCH(QByteArray, time);
        const auto lines = [&time](int from, int to) {
            QByteArray text;
            for (int i = from; i < to; ++i) {
                if (!time.isEmpty())
                    text += QStringLiteral("2026-11-30T17:%1:%2.123456789Z ").arg(i / 60, 2, 10, QLatin1Char('0')).arg(i % 60, 2, 10, QLatin1Char('0')).toUtf8();
                text += i < 10 ? "begin " + QByteArray::number(i) + '\n' : QByteArray("waiting\n");
            }
            return text;
        };
        Shown shown;
        shown.vm.installRelease();
        shown.vm.setPods(PanelVm::usableCluster());
        QVERIFY(shown.vm.connectNow());
        shown.vm.writeState(QStringLiteral("log"), lines(0, 2000));
        PodView pod;
        pod.name = PodName::orEmpty(QStringLiteral("raycluster-kuberay-head-h7x2p"));
        pod.containers.resize(1);
        pod.containers[0].name = ContainerName::orEmpty(QStringLiteral("ray-head"));
        ClusterPodLog log(shown.vm.session());
        log.show(pod);
        QTRY_COMPARE_WITH_TIMEOUT(log.lines().count(), 2000, 20000);
        QCOMPARE(log.lines().at(0).text, QStringLiteral("begin 0"));
        shown.vm.writeState(QStringLiteral("log"), lines(3, 2003));
        QTRY_COMPARE_WITH_TIMEOUT(log.lines().count(), 2003, 20000);
        QCOMPARE(log.lines().at(2002).text, QStringLiteral("waiting"));
        shown.vm.writeState(QStringLiteral("log"), lines(3500, 3600)); // another container: nothing in common
        QTRY_COMPARE_WITH_TIMEOUT(log.lines().count(), time.isEmpty() ? 2003 : 100, 20000);
    }

    void waiting()
    {
        Shown shown;
        QList<ScriptedPod> pods = PanelVm::usableCluster();
        pods[3].running = pods[3].alive = false;
        pods[3].minutes = 21;
        shown.vm.installRelease();
        shown.vm.setPods(pods);
        QVERIFY(shown.vm.connectNow());
        QTRY_VERIFY_WITH_TIMEOUT(shown.state() == ClusterState::Starting, 30000);
        QTRY_VERIFY(see::text(shown.panel, QStringLiteral("Queued or starting on the HPC")));
        // Whether it waits only Slurm knows, which was not asked: what may cost hours counts as held.
        QVERIFY2(QTest::qWaitFor([&] { return see::text(shown.panel, QStringLiteral("Held: 4.")); }, 10000), qPrintable(see::all(shown.panel)));
        see::shoot(shown.panel, QStringLiteral("cluster-waiting"));
    }

    void cannotRead()
    {
        Shown shown;
        shown.vm.installRelease();
        shown.vm.setPods(PanelVm::usableCluster());
        shown.vm.writeState(QStringLiteral("kubectl-fails"), "Error from server (Forbidden): pods is forbidden\n");
        QVERIFY(shown.vm.connectNow());
        QTRY_COMPARE_WITH_TIMEOUT(shown.state(), ClusterState::CannotRead, 20000);
        QVERIFY(!see::text(shown.panel, QStringLiteral("No cluster is installed here")));
        QVERIFY(see::button(shown.panel, QStringLiteral("Try again")));
        see::shoot(shown.panel, QStringLiteral("cluster-forbidden"));
        QFile::remove(shown.vm.stateFolder() + QStringLiteral("/kubectl-fails"));
        QVERIFY(see::press(shown.panel, QStringLiteral("Try again")));
        QTRY_VERIFY_WITH_TIMEOUT(shown.state() == ClusterState::Usable || shown.state() == ClusterState::Starting, 30000);
        QTRY_VERIFY(!see::button(shown.panel, QStringLiteral("Try again")));
    }

    /// Own, without jobs: the button suffices, after two presses; the focus begins on the safe one.
    void deletesOwn()
    {
        Shown shown;
        shown.vm.installRelease();
        shown.vm.setPods(PanelVm::usableCluster());
        QVERIFY(shown.vm.connectNow());
        QVERIFY2(QTest::qWaitFor([&] { return shown.state() == ClusterState::Usable; }, 30000), qPrintable(see::all(shown.panel)));
        shown.panel->openDelete();
        DeletePage *page = shown.panel->deletePage();
        QVERIFY(page->isVisible());
        QVERIFY(!page->primaryAction()); // no key deletes
        QTRY_COMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget()), see::button(page, QStringLiteral("Keep cluster")));
        QVERIFY(see::text(page, QStringLiteral("Yours. Goes away: 4 pods, Slurm jobs 4711223-4711226")));
        QVERIFY(!page->findChild<QLineEdit *>()->isVisible());
        QCOMPARE(see::unnamed(page), QStringList());
        see::shoot(page, QStringLiteral("delete-own"));

        QVERIFY(see::press(page, QStringLiteral("Delete cluster")));
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.session().lifecycle().report() && !shown.vm.session().lifecycle().isDeleting(), 60000);
        QTRY_VERIFY(see::text(page, QStringLiteral("Asked to stop, no proof yet")));
        for (const char *job : {"4711223", "4711224", "4711225", "4711226"})
            QVERIFY(see::text(page, QLatin1String(job)));
        QVERIFY(!see::text(page, QStringLiteral("freed")));
        QVERIFY(!see::button(page, QStringLiteral("Check on the HPC"))->isEnabled()); // no HPC login: no proof
        QVERIFY(!see::button(page, QStringLiteral("Check on the HPC"))->accessibleDescription().isEmpty());
        see::shoot(page, QStringLiteral("delete-report"));
        const QString path = shown.vm.dataDirectory() + QStringLiteral("/report.txt");
        page->report()->saveTo(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile report(path);
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().contains("4711226"));
    }

    /// Another person's: only the exact name enables the button.
    void asksForTheName()
    {
        Shown shown;
        shown.vm.installRelease(QStringLiteral("grace.workstation"));
        shown.vm.setPods(PanelVm::usableCluster());
        QVERIFY(shown.vm.connectNow());
        QTRY_VERIFY_WITH_TIMEOUT(shown.vm.session().lifecycle().status().ownership == Ownership::AnotherUser, 30000);
        shown.panel->openDelete();
        DeletePage *page = shown.panel->deletePage();
        auto *name = page->findChild<QLineEdit *>();
        QTRY_VERIFY(name->isVisible());
        QVERIFY(see::text(page, QStringLiteral("grace.workstation")));
        QAbstractButton *remove = see::button(page, QStringLiteral("Delete cluster"));
        QVERIFY(!remove->isEnabled());
        QCOMPARE(remove->accessibleDescription(), QStringLiteral("Type the cluster's name first."));
        for (const char *wrong : {"ray", "Raycluster", "raycluster-kuberay", " raycluster"}) {
            name->setText(QLatin1String(wrong));
            QVERIFY2(!remove->isEnabled(), wrong);
        }
        see::shoot(page, QStringLiteral("delete-other"));
        name->clear();
        QTest::keyClicks(name, QStringLiteral("raycluster"));
        QVERIFY(remove->isEnabled());
        QTest::keyClick(name, Qt::Key_Return); // no key deletes
        QVERIFY(!shown.vm.session().lifecycle().isDeleting());
        QVERIFY(see::press(page, QStringLiteral("Keep cluster")));
        QVERIFY(!page->isVisible());
    }
};

QTEST_MAIN(TestClusterPanel)
#include "tst_clusterpanel.moc"
