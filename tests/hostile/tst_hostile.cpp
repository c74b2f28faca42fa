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
#include "testsshd.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QToolTip>
#include <QUdpSocket>

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
constexpr qint64 keptBytes = 64 * 1024; ///< that the application has taken and written down
constexpr int shortForm = 12;
constexpr quint32 usualSeed = 20261130;

int tricksWanted()
{
    const int wanted = qEnvironmentVariableIntValue("RAYHELM_HOSTILE_TRICKS");
    return wanted > 0 ? wanted : shortForm;
}

/// Sent of each flood, and more in the long form.
qint64 floodBytes()
{
    return tricksWanted() > shortForm ? 32 * 1024 * 1024 : 1024 * 1024;
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
    void theWatchersSee_data();
    void theWatchersSee();
    void logsThatFlood(); // before a cluster is deleted: its jobs are lost with it and followed no more
    void knownTricks();
    void generatedTricks();
    void saveAndDelete();
    void bannersOfARealServer();
    void cleanupTestCase();

private:
    void watch(QSet<QString> programs);
    void during(const QString &what);
    /// What the test itself makes takes its time, which does not count.
    template<typename Made, typename Function>
    Made made(Function function)
    {
        const LoopWatcher::Aside aside(*m_loop);
        return function();
    }
    int calls(const QByteArray &words);
    void apply(const Trick &trick);
    void takeBack(const Trick &trick);
    void suffer(const Trick &trick);
    void visitScreens();
    void pointAtEverything(QWidget *in);
    void saveAllLogs();
    void deleteCluster();
    /// What the watchers have seen that should not be.
    QStringList verdict();

    std::unique_ptr<TestSshd> m_sshd;
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
    watch({QStringLiteral("ssh"), QStringLiteral("rayhelm-askpass")});
    qInfo("seed %u, %d generated tricks", seed(), tricksWanted());
}

void tst_Hostile::watch(QSet<QString> programs)
{
    m_home = std::make_unique<FolderWatcher>(m_vm->home());
    const QSet<quint16> ports{m_vm->server().port(), m_vm->server().trapPort()};
    m_processes = std::make_unique<ProcessWatcher>(ports, m_vm->server().port(), std::move(programs));
    m_loop->forget();
}

void tst_Hostile::during(const QString &what)
{
    m_loop->during(what);
    m_processes->during(what);
}

void tst_Hostile::cleanup()
{
    const QStringList wrong = verdict();
    qInfo("longest turn of the event loop %.0f ms (%s); most memory %.0f MB %s (%s)", m_loop->longestMs(), qPrintable(m_loop->longestDuring()),
          double(m_processes->mostBytes()) / 1e6, ProcessWatcher::countsAllocated() ? "allocated" : "resident", qPrintable(m_processes->mostDuring()));
    m_loop->forget();
    m_processes->forgetMemory();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QStringList tst_Hostile::verdict()
{
    const LoopWatcher::Aside aside(*m_loop);
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
        wrong.append(QStringLiteral("%1 bytes of memory during %2").arg(m_processes->mostBytes()).arg(m_processes->mostDuring()));
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

void tst_Hostile::theWatchersSee_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("seen");
    QTest::newRow("file elsewhere") << QStringLiteral("append") << QStringLiteral("home: new or changed .bashrc");
    QTest::newRow("file without a folder") << QStringLiteral("create") << QStringLiteral("home: new or changed pwned");
    QTest::newRow("file read") << QStringLiteral("read") << QStringLiteral("picture.png");
    QTest::newRow("odd name saved") << QStringLiteral("odd") << QStringLiteral("saved as .odd");
    QTest::newRow("escapes saved") << QStringLiteral("escapes") << QStringLiteral("escapes in log");
    QTest::newRow("connection elsewhere") << QStringLiteral("tcp") << QStringLiteral("/proc/self/net/tcp");
    QTest::newRow("datagram elsewhere") << QStringLiteral("udp") << QStringLiteral("/proc/self/net/udp");
    QTest::newRow("request elsewhere") << QStringLiteral("http") << QStringLiteral("asked http://elsewhere.test");
    QTest::newRow("process") << QStringLiteral("process") << QStringLiteral("process sleep");
    QTest::newRow("busy window") << QStringLiteral("busy") << QStringLiteral("a turn of");
    QTest::newRow("waiting window") << QStringLiteral("wait") << QStringLiteral("a turn of");
    QTest::newRow("memory") << QStringLiteral("memory") << QStringLiteral("bytes of memory");
}

/// What is wrong is found by the very watchers that find nothing below: each is made to see what it is there for.
void tst_Hostile::theWatchersSee()
{
    QFETCH(QString, what);
    QFETCH(QString, seen);
    QCOMPARE(verdict(), QStringList());
    const auto put = [](const QString &path, const char *text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append) && file.write(text) > 0);
    };
    QTcpSocket tcp;
    QUdpSocket udp;
    QProcess process;
    QByteArray memory;
    constexpr auto tooLong = std::chrono::milliseconds(int(1.5 * longestTurnMs));
    if (what == QLatin1String("append")) {
        put(m_vm->home() + QStringLiteral("/.bashrc"), "x");
    } else if (what == QLatin1String("create")) {
        put(QStringLiteral("pwned"), "x");
    } else if (what == QLatin1String("read")) {
        QFile file(m_vm->picture());
        QVERIFY(file.open(QIODevice::ReadOnly));
    } else if (what == QLatin1String("odd")) {
        put(m_vm->chosen() + QStringLiteral("/.odd"), "x");
    } else if (what == QLatin1String("escapes")) {
        put(m_vm->chosen() + QStringLiteral("/log"), "\x1b[31m");
    } else if (what == QLatin1String("tcp")) {
        tcp.connectToHost(QHostAddress::LocalHost, m_vm->server().trapPort());
        QTRY_VERIFY(m_vm->server().trapped() > 0);
    } else if (what == QLatin1String("udp")) {
        udp.connectToHost(QHostAddress(QStringLiteral("127.0.0.53")), 53);
    } else if (what == QLatin1String("http")) {
        m_vm->network().get(QNetworkRequest(QUrl(QStringLiteral("http://elsewhere.test/"))))->deleteLater();
    } else if (what == QLatin1String("process")) {
        process.start(QStringLiteral("/bin/sleep"), {QStringLiteral("0.3")});
        QVERIFY(process.waitForFinished());
    } else if (what == QLatin1String("busy")) {
        QTest::qWait(20);
        const std::clock_t begun = std::clock();
        while (std::clock() - begun < CLOCKS_PER_SEC * tooLong.count() / 1000) {
        }
    } else if (what == QLatin1String("wait")) {
        QTest::qWait(20);
        QThread::msleep(tooLong.count());
    } else {
        memory = QByteArray(400 * 1024 * 1024, 'x');
    }
    QStringList found;
    QTRY_VERIFY2(!(found += verdict()).filter(seen).isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    // From here on new ones watch.
    tcp.abort();
    udp.close();
    for (const char *file : {"/home/pwned", "/chosen/.odd", "/chosen/log"})
        QFile::remove(m_vm->home() + QStringLiteral("/..") + QLatin1String(file));
    m_vm->network().elsewhere.clear();
    m_vm->server().forgetTrapped();
    memory = QByteArray();
    watch({QStringLiteral("ssh"), QStringLiteral("rayhelm-askpass")});
}

int tst_Hostile::calls(const QByteArray &words)
{
    const LoopWatcher::Aside aside(*m_loop);
    return m_vm->calls(words);
}

void tst_Hostile::apply(const Trick &trick)
{
    const LoopWatcher::Aside aside(*m_loop);
    m_vm->apply(trick);
}

void tst_Hostile::takeBack(const Trick &trick)
{
    const LoopWatcher::Aside aside(*m_loop);
    m_vm->takeBack(trick);
}

/// One trick: everything is read anew, and every screen is looked at.
void tst_Hostile::suffer(const Trick &trick)
{
    during(trick.name);
    apply(trick);
    const int read = calls("get secrets");
    const int asked = m_vm->server().requests();
    m_vm->session().lifecycle().refresh();
    m_vm->session().jobs().refresh();
    if (trick.path.startsWith("/registry"))
        m_vm->session().images().refreshTags(false);
    // The last of what a refresh reads; an endless answer may take its time, and then the next one is waited for in vain.
    const bool isFile = trick.path.isEmpty();
    const bool reached = QTest::qWaitFor([&] {
        return isFile ? calls("get secrets") > read : m_vm->server().requests() > asked + 1;
    }, trick.how == "endless" ? 3000 : 8000);
    if (!reached)
        qInfo("%s: not read to the end", qPrintable(trick.name));
    visitScreens();
    takeBack(trick);
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
    const LoopWatcher::Aside aside(*m_loop);
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
}

void tst_Hostile::knownTricks()
{
    Tricks tricks(seed(), m_vm->picture(), m_vm->server().trapPort());
    const QList<Trick> all = made<QList<Trick>>([&tricks] { return tricks.known(); });
    for (const Trick &trick : all) {
        suffer(trick);
        if (QTest::currentTestFailed())
            return;
        if (trick.file == "pods" || trick.file == "logs") {
            apply(trick);
            saveAllLogs();
            takeBack(trick);
        }
    }
    during(QStringLiteral("delete"));
    Trick climbs = all.first();
    apply(climbs);
    const int read = calls("get secrets");
    m_vm->session().lifecycle().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(calls("get secrets") > read, 30000);
    takeBack(climbs);
    deleteCluster();
}

/// Jobs that write faster than anybody reads: long lines, empty lines, escapes, frames of which nobody hears. The window answers, what comes
/// is kept as far as the disk's bound, and the other side has to wait.
void tst_Hostile::logsThatFlood()
{
    const QByteArrayList texts{QByteArray(60000, 'x'), QByteArray(60000, '\n'), QByteArray("\x1b[31m\n").repeated(8000),
                               QByteArray("epoch 3:  45%|####5     | 45/100 [00:12<00:15]\r").repeated(1000),
                               (QByteArray(19000, 'x') + '\n').repeated(10)};
    const QByteArrayList frames{QByteArray("\x89\0", 2).repeated(40000), QByteArray("\x81\0", 2).repeated(40000)}; // pings; texts of no character
    m_vm->window().panels()->show(PanelId::Jobs);
    for (int i = 0; i < texts.size() + frames.size(); ++i) {
        during(QStringLiteral("log flood %1").arg(i));
        const QString job = HostileVm::job(i + 2); // a log of its own, so that everything that comes is new
        Trick flood;
        flood.path = "/ray/api/jobs/" + job.toUtf8() + "/logs/tail";
        flood.lie = {200, {}, i < texts.size() ? texts.at(i) : frames.at(i - texts.size()), Manner::Endless, true, i >= texts.size()};
        const QString kept = m_vm->data() + QStringLiteral("/joblogs/") + job + QStringLiteral(".log");
        const qint64 least = i < texts.size() ? keptBytes : 0;
        const qint64 poured = m_vm->server().poured();
        apply(flood);
        m_vm->server().cut(); // a connection that is open already says nothing new
        const bool flooded = QTest::qWaitFor([&] {
            m_vm->session().jobs().follow(job);
            return m_vm->server().poured() - poured > floodBytes() && QFileInfo(kept).size() >= least;
        }, 300000);
        QVERIFY2(flooded, qPrintable(QStringLiteral("%1: sent %2, kept %3").arg(i).arg(m_vm->server().poured() - poured).arg(QFileInfo(kept).size())));
        takeBack(flood);
        m_vm->server().cut();
        QVERIFY(QFileInfo(kept).size() <= 33LL * 1024 * 1024);
    }
}

void tst_Hostile::generatedTricks()
{
    Tricks tricks(seed(), m_vm->picture(), m_vm->server().trapPort());
    for (int i = 0; i < tricksWanted(); ++i) {
        const Trick trick = made<Trick>([&tricks] { return tricks.next(); });
        suffer(trick);
        if (QTest::currentTestFailed())
            return;
        if (i % 10 == 9)
            saveAllLogs();
        const QStringList wrong = verdict();
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
    {
        const LoopWatcher::Aside aside(*m_loop);
        m_vm->honest();
    }
    const int read = calls("get secrets");
    m_vm->session().lifecycle().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(calls("get secrets") > read, 30000);
}

/// The whole way of "Delete with save logs" with a log that would do something to a terminal.
void tst_Hostile::saveAndDelete()
{
    Trick escapes;
    escapes.file = "logs";
    escapes.text = "\x1b]0;x\x07\x1b[31mred\x1b[0m text\n";
    apply(escapes);
    m_vm->session().lifecycle().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_vm->session().lifecycle().status().pods.size(), 1, 20000);
    saveAllLogs();
    deleteCluster();
    takeBack(escapes);
    QVERIFY(!QDir(m_vm->chosen()).entryList({QStringLiteral("*.log")}).isEmpty());
    const QString logs = m_vm->data() + QStringLiteral("/logs");
    const QStringList saved = QDir(logs).entryList({QStringLiteral("*.log")});
    QVERIFY(!saved.isEmpty());
    QFile log(logs + QLatin1Char('/') + saved.last());
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("red"));
}

/// OpenSSH's own server, with words before the login that look like ssh's about a changed key, that a terminal or a label would obey, that
/// do not end. What the window says is what ssh itself found.
void tst_Hostile::bannersOfARealServer()
{
    m_processes.reset();
    m_vm.reset();
    m_sshd = std::make_unique<TestSshd>();
    const QString file = m_sshd->folder() + QStringLiteral("/banner");
    const QStringList options{QStringLiteral("Banner ") + file,
                              QStringLiteral("ForceCommand /bin/sh -c 'cat %1 >&2; exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"'").arg(file)};
    const auto say = [&file](const QByteArray &words) {
        QFile banner(file);
        QVERIFY(banner.open(QIODevice::WriteOnly) && banner.write(words) == words.size());
    };
    say("x\n");
    QVERIFY(m_sshd->start(options));
    m_vm = std::make_unique<HostileVm>(m_sshd.get());
    visitScreens();
    const QString fingerprint = m_sshd->fingerprint();
    watch({QStringLiteral("ssh"), QStringLiteral("rayhelm-askpass"), QStringLiteral("sshd"), QStringLiteral("ssh-keygen")});
    QuestionDesk *desk = m_vm->session().connection().questions();
    QList<Question> asked;
    QObject context;
    connect(desk, &QuestionDesk::asked, &context, [&asked](const Question &question) { asked.append(question); });
    const auto isOver = [this] { return m_vm->session().connection().state() == LinkState::Disconnected; };
    const QByteArrayList banners = Tricks::banners(m_vm->picture(), m_vm->knownHosts());
    for (int i = 0; i < banners.size(); ++i) {
        during(QStringLiteral("banner %1").arg(i));
        say(banners.at(i));
        m_vm->beginToConnect();
        if (i == 0) {
            QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 60000);
            visitScreens();
            desk->answer(asked.first().id, DeskUser::trust());
        }
        QTRY_VERIFY2_WITH_TIMEOUT(m_vm->session().connection().isConnected(), qPrintable(m_vm->session().connection().error().value_or(Error()).summary), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_vm->session().lifecycle().status().pods.size(), 1, 30000);
        visitScreens();
        m_vm->session().connection().disconnectFromHost();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), 30000);
    }
    QCOMPARE(asked.size(), 1); // and the key is known from then on
    QCOMPARE(asked.first().kind, QuestionKind::UnknownHostKey);
    QCOMPARE(asked.first().fingerprint, fingerprint);

    // More than sshd itself can send: it breaks off.
    during(QStringLiteral("banner too long"));
    say((QByteArray(10000, 'x') + '\n').repeated(60));
    m_vm->beginToConnect();
    QTRY_VERIFY_WITH_TIMEOUT(isOver() && m_vm->session().connection().error(), 60000);
    visitScreens();

    // The key has changed indeed, and the banner tells of another machine's.
    during(QStringLiteral("changed key"));
    m_sshd->stop();
    m_sshd->keepPort();
    m_sshd->changeHostKey();
    QFile known(m_vm->knownHosts());
    QVERIFY(known.open(QIODevice::Append) && known.write("victim.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ9zEZo7vYs9nLk6SxJ4G1S1CwB2mC2cCq0l7mJx4b5X\n") > 0);
    known.close();
    say(banners.first());
    QVERIFY(m_sshd->start(options));
    m_vm->beginToConnect();
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 2, 60000);
    visitScreens();
    QCOMPARE(asked.last().kind, QuestionKind::ChangedHostKey);
    QCOMPARE(asked.last().fingerprint, m_sshd->fingerprint());
    QVERIFY2(asked.last().subject.contains(QLatin1String("127.0.0.1")), qPrintable(asked.last().subject));
    desk->cancel(asked.last().id);
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), 30000);
    visitScreens();
    QVERIFY(known.open(QIODevice::ReadOnly) && known.readAll().contains("victim.example"));
}

void tst_Hostile::cleanupTestCase()
{
    m_loop.reset();
    m_processes.reset();
    m_vm.reset();
    m_sshd.reset();
}

QTEST_MAIN(tst_Hostile)
#include "tst_hostile.moc"
