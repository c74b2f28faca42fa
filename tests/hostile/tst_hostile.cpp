// A VM that lies: every answer of its programs, of Ray, MLflow and the registry is what somebody may send who wants to hurt. The real
// session and window run over it; watchers outside of them see what this computer suffers.
#include "hostilevm.h"
#include "watcher.h"

#include "cluster/clusterstatus.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "session/imagedesk.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "ui/clusterdetails.h"
#include "ui/clusterpodlog.h"
#include "ui/panelset.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QToolTip>

#include <ctime>

using namespace rayhelm;

namespace {

// How much slower sanitizers and code without optimization make the window's thread: assumed, not measured.
#ifdef __SANITIZE_ADDRESS__
constexpr double slower = 6;
#else
constexpr double slower = 1;
#endif
constexpr double longestTurnMs = 100 * slower;
constexpr qint64 mostMemory = 300LL * 1024 * 1024;
constexpr int shortForm = 30;
constexpr quint32 usualSeed = 20261130;

int tricksWanted()
{
    const int wanted = qEnvironmentVariableIntValue("RAYHELM_HOSTILE_TRICKS");
    return wanted > 0 ? wanted : shortForm;
}

quint32 seed()
{
    const int wanted = qEnvironmentVariableIntValue("RAYHELM_HOSTILE_SEED");
    return wanted > 0 ? quint32(wanted) : usualSeed;
}

} // namespace

class tst_Hostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theWatchersSee();
    void knownTricks();
    void logsThatFlood();
    void generatedTricks();
    void saveAndDelete();
    void cleanupTestCase();

private:
    void suffer(const Trick &trick);
    void visitScreens();
    void pointAtEverything(QWidget *in);
    void saveAllLogs();
    void deleteCluster();
    /// What the watchers have seen that should not be.
    QStringList verdict();

    std::unique_ptr<HostileVm> m_vm;
    std::unique_ptr<ProcessWatcher> m_processes;
    std::unique_ptr<LoopWatcher> m_loop;
    std::unique_ptr<FolderWatcher> m_home;
};

void tst_Hostile::initTestCase()
{
    m_vm = std::make_unique<HostileVm>();
    m_loop = std::make_unique<LoopWatcher>();
    QVERIFY(m_vm->connectNow());
    // Everything is made once, so that what is measured is what hostile answers do.
    m_vm->session().images().check(QStringLiteral("/images/x.sif"));
    m_vm->session().jobs().follow(QStringLiteral("hostile-1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_vm->session().lifecycle().status().pods.size(), 1, 30000);
    visitScreens();
    visitScreens();
    m_home = std::make_unique<FolderWatcher>(m_vm->home());
    const QSet<quint16> ports{m_vm->server().port(), m_vm->server().trapPort()};
    m_processes = std::make_unique<ProcessWatcher>(ports, QSet<QString>{QStringLiteral("ssh"), QStringLiteral("rayhelm-askpass")});
    m_loop->forget();
    qInfo("seed %u, %d generated tricks", seed(), tricksWanted());
}

void tst_Hostile::cleanup()
{
    const QStringList wrong = verdict();
    qInfo("longest turn of the event loop %.0f ms of processor time (%s); most memory %.0f MB %s", m_loop->longestMs(),
          qPrintable(m_loop->longestDuring()), double(m_processes->mostBytes()) / 1e6, ProcessWatcher::countsAllocated() ? "allocated" : "resident");
    m_loop->forget();
    m_processes->forgetMemory();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QStringList tst_Hostile::verdict()
{
    QStringList wrong = m_processes->wrong();
    for (const QString &change : m_home->changes())
        wrong.append(QStringLiteral("home: ") + change);
    for (const QString &address : std::as_const(m_vm->network().elsewhere))
        wrong.append(QStringLiteral("asked ") + address);
    if (m_vm->server().trapped() > 0)
        wrong.append(QStringLiteral("%1 connections to the trap").arg(m_vm->server().trapped()));
    if (m_loop->longestMs() > longestTurnMs)
        wrong.append(QStringLiteral("a turn of %1 ms during %2").arg(m_loop->longestMs()).arg(m_loop->longestDuring()));
    if (m_processes->mostBytes() > mostMemory)
        wrong.append(QStringLiteral("%1 bytes of memory").arg(m_processes->mostBytes()));
    // Saved files lie in the chosen folder itself, are files, and have names that cannot surprise.
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]{0,110}\\z"));
    for (const QString &folder : {m_vm->chosen(), m_vm->data() + QStringLiteral("/logs")}) {
        const QFileInfoList saved = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        for (const QFileInfo &file : saved) {
            if (!file.isFile() || file.isSymLink() || !plain.match(file.fileName()).hasMatch())
                wrong.append(QStringLiteral("saved as %1").arg(file.fileName()));
            QFile content(file.filePath());
            if (content.open(QIODevice::ReadOnly) && content.readAll().contains('\x1b'))
                wrong.append(QStringLiteral("escapes in %1").arg(file.fileName()));
        }
    }
    return wrong;
}

/// What is wrong is found by the very watchers that find nothing below.
void tst_Hostile::theWatchersSee()
{
    QVERIFY(m_home->changes().isEmpty());
    {
        QFile file(m_vm->home() + QStringLiteral("/.bashrc"));
        QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
    }
    QVERIFY(m_home->changes().join(QLatin1Char('\n')).contains(QLatin1String("new or changed .bashrc")));
    {
        QFile file(m_vm->picture());
        QVERIFY(file.open(QIODevice::ReadOnly));
    }
    QVERIFY(m_home->changes().join(QLatin1Char('\n')).contains(QLatin1String("picture.png")));

    LoopWatcher loop;
    QTest::qWait(50);
    const std::clock_t begun = std::clock(); // processor time: on a busy machine the clock on the wall goes on without us
    while (std::clock() - begun < CLOCKS_PER_SEC / 4) {
    }
    QTest::qWait(50);
    QVERIFY2(loop.longestMs() > 50, qPrintable(QString::number(loop.longestMs())));

    ProcessWatcher watcher({1}, {});
    QProcess nap;
    nap.start(QStringLiteral("/bin/sleep"), {QStringLiteral("0.3")});
    QTRY_VERIFY(nap.state() == QProcess::NotRunning);
    QTRY_VERIFY(!watcher.wrong().isEmpty()); // the process, and the test's own servers as strangers
    QVERIFY(watcher.wrong().join(QLatin1Char('\n')).contains(QLatin1String("process sleep")));
    QVERIFY(watcher.wrong().join(QLatin1Char('\n')).contains(QLatin1String("tcp")));
    m_loop->forget();
    // The main watcher saw the nap as well, which is what it is for: from here on a new one watches.
    QTRY_VERIFY(m_processes->wrong().join(QLatin1Char(' ')).contains(QLatin1String("process sleep")));
    const QSet<quint16> ports{m_vm->server().port(), m_vm->server().trapPort()};
    m_processes = std::make_unique<ProcessWatcher>(ports, QSet<QString>{QStringLiteral("ssh"), QStringLiteral("rayhelm-askpass")});
}

/// One trick: everything is read anew, and every screen is looked at.
void tst_Hostile::suffer(const Trick &trick)
{
    m_loop->during(trick.name);
    m_vm->apply(trick);
    const int read = m_vm->calls("get secrets");
    const int asked = m_vm->server().requests();
    m_loop->skip();
    m_vm->session().lifecycle().refresh();
    m_vm->session().jobs().refresh();
    if (trick.path.startsWith("/registry"))
        m_vm->session().images().refreshTags(false);
    // The last of what a refresh reads; an endless answer may take its time, and then the next one is waited for in vain.
    const bool isFile = trick.path.isEmpty();
    const bool reached = QTest::qWaitFor([&] {
        const bool seen = isFile ? m_vm->calls("get secrets") > read : m_vm->server().requests() > asked + 1;
        m_loop->skip();
        return seen;
    }, 8000);
    if (!reached)
        qInfo("%s: not read to the end", qPrintable(trick.name));
    visitScreens();
    m_vm->takeBack(trick);
    m_loop->skip();
}

void tst_Hostile::visitScreens()
{
    for (const PanelId id : {PanelId::Cluster, PanelId::Jobs, PanelId::Image, PanelId::Activity, PanelId::Connection, PanelId::Configuration}) {
        m_vm->window().panels()->show(id);
        QTest::qWait(20);
        if (id == PanelId::Jobs) {
            const QList<QComboBox *> boxes = m_vm->window().panels()->currentPanel()->findChildren<QComboBox *>();
            for (QComboBox *box : boxes) {
                if (box->count() == 2 && box->isVisible())
                    box->setCurrentIndex(1); // all that Ray lists
            }
        }
        if (auto *details = m_vm->window().panels()->currentPanel()->findChild<ClusterDetails *>()) {
            for (int tab = 0; tab < details->count(); ++tab) {
                details->setCurrentIndex(tab);
                QTest::qWait(10);
                pointAtEverything(details);
            }
        }
        pointAtEverything(m_vm->window().panels()->currentPanel());
        QTest::qWait(10);
    }
}

/// As a mouse that rests on every row and control: tool tips appear, and no text of theirs is markup.
void tst_Hostile::pointAtEverything(QWidget *in)
{
    const auto point = [](QWidget *widget, const QPoint &at) {
        QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &help);
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *tip = qobject_cast<QLabel *>(window); tip && tip->inherits("QTipLabel") && tip->isVisible())
                QCOMPARE(tip->textFormat(), Qt::PlainText);
        }
    };
    const QList<QWidget *> widgets = in->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        if (auto *label = qobject_cast<QLabel *>(widget))
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        auto *view = qobject_cast<QAbstractItemView *>(widget);
        if (!view || !view->model()) {
            if (!widget->toolTip().isEmpty())
                point(widget, widget->rect().center());
            continue;
        }
        for (int row = 0; row < qMin(view->model()->rowCount(), 3); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                point(view->viewport(), view->visualRect(view->model()->index(row, column)).center());
        }
    }
    QToolTip::hideText();
    m_loop->skip();
}

void tst_Hostile::knownTricks()
{
    Tricks tricks(seed(), m_vm->picture(), m_vm->server().trapPort());
    const QList<Trick> all = tricks.known();
    for (const Trick &trick : all) {
        suffer(trick);
        if (QTest::currentTestFailed())
            return;
        if (trick.file == "pods" || trick.file == "logs") {
            m_vm->apply(trick);
            saveAllLogs();
            m_vm->takeBack(trick);
        }
    }
    m_loop->during(QStringLiteral("delete"));
    Trick climbs = all.first();
    m_vm->apply(climbs);
    const int read = m_vm->calls("get secrets");
    m_vm->session().lifecycle().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_vm->calls("get secrets") > read, 30000);
    m_vm->takeBack(climbs);
    deleteCluster();
}

/// A job that writes faster than anybody reads, in long lines, in empty lines, in escapes.
void tst_Hostile::logsThatFlood()
{
    const QByteArrayList texts{QByteArray(60000, 'x'), QByteArray(60000, '\n'), QByteArray("\x1b[31m\n").repeated(8000),
                               QByteArray("epoch 3:  45%|####5     | 45/100 [00:12<00:15]\r").repeated(1000)};
    m_vm->window().panels()->show(PanelId::Jobs);
    for (int i = 0; i < texts.size(); ++i) {
        m_loop->during(QStringLiteral("log flood %1").arg(i));
        Trick flood;
        flood.path = "/ray/api/jobs/hostile-1/logs/tail";
        flood.lie = {200, {}, texts.at(i), Manner::Endless, true};
        const int asked = m_vm->server().requests();
        m_vm->apply(flood);
        m_vm->server().cut(); // the connection that is open says nothing new
        m_vm->server().tell("/ray/api/jobs/hostile-1", {200, {}, R"({"type":"SUBMISSION","submission_id":"hostile-1","status":"PENDING"})", Manner::AtOnce, false});
        QTest::qWait(1500);
        QVERIFY(m_vm->server().requests() > asked);
        m_vm->takeBack(flood);
    }
    QVERIFY(QFileInfo(m_vm->data() + QStringLiteral("/joblogs/hostile-1.log")).size() <= 33LL * 1024 * 1024);
}

void tst_Hostile::generatedTricks()
{
    Tricks tricks(seed(), m_vm->picture(), m_vm->server().trapPort());
    for (int i = 0; i < tricksWanted(); ++i) {
        const Trick trick = tricks.next();
        suffer(trick);
        if (QTest::currentTestFailed())
            return;
        if (i % 10 == 9)
            saveAllLogs();
        const QStringList wrong = verdict();
        m_loop->skip();
        QVERIFY2(wrong.isEmpty(), qPrintable(trick.name + QStringLiteral(" (seed %1):\n").arg(seed()) + wrong.join(QLatin1Char('\n'))));
    }
}

void tst_Hostile::saveAllLogs()
{
    QList<PodView> pods;
    for (const PodStatus &pod : m_vm->session().lifecycle().status().pods.mid(0, 5))
        pods.append(pod.pod);
    m_vm->window().panels()->show(PanelId::Cluster);
    auto *details = m_vm->window().panels()->currentPanel()->findChild<ClusterDetails *>();
    QVERIFY(details);
    bool over = false;
    QObject context;
    connect(details->podLog(), &ClusterPodLog::saved, &context, [&over] { over = true; });
    connect(details->podLog(), &ClusterPodLog::saveFailed, &context, [&over] { over = true; });
    details->podLog()->saveAll(pods, m_vm->chosen());
    QTRY_VERIFY_WITH_TIMEOUT(over, 20000);
}

void tst_Hostile::deleteCluster()
{
    m_vm->session().lifecycle().deleteCluster(QStringLiteral("raycluster"), true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_vm->session().lifecycle().isDeleting(), 60000);
    m_vm->honest();
    const int read = m_vm->calls("get secrets");
    m_vm->session().lifecycle().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_vm->calls("get secrets") > read, 30000);
}

/// The whole way of "Delete with save logs" with a log that would do something to a terminal.
void tst_Hostile::saveAndDelete()
{
    Trick escapes;
    escapes.file = "logs";
    escapes.text = "\x1b]0;x\x07\x1b[31mred\x1b[0m text\n";
    m_vm->apply(escapes);
    m_vm->session().lifecycle().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_vm->session().lifecycle().status().pods.size(), 1, 20000);
    saveAllLogs();
    deleteCluster();
    m_vm->takeBack(escapes);
    QVERIFY(!QDir(m_vm->chosen()).entryList({QStringLiteral("*.log")}).isEmpty());
    const QString logs = m_vm->data() + QStringLiteral("/logs");
    const QStringList saved = QDir(logs).entryList({QStringLiteral("*.log")});
    QVERIFY(!saved.isEmpty());
    QFile log(logs + QLatin1Char('/') + saved.last());
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("red"));
}

void tst_Hostile::cleanupTestCase()
{
    m_loop.reset();
    m_processes.reset();
    m_vm.reset();
}

QTEST_MAIN(tst_Hostile)
#include "tst_hostile.moc"
