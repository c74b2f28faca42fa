#include "core/profilestore.h"
#include "drivers.h"
#include "remote/question.h"
#include "remote/remotehost.h"
#include "session/connection.h"
#include "ui/connectionform.h"
#include "ui/connectionpanel.h"
#include "ui/formfield.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/inlinemessage.h"
#include "ui/questioncard.h"
#include "ui/stepsview.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace rayhelm;

class tst_ConnectionPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tabOrder();
    void connectsByKeyFromAnyField();
    void badInputIsSaidBesideTheField_data();
    void badInputIsSaidBesideTheField();
    void connectedSaysWhoAndWhere();
    void fieldsAreReadOnlyWhileConnected();
    void questionStandsInItsStep();
    void questionOfTheLoginNodeStandsOnTop();
    void questionInTheBarOfOtherPanels();
    void removeCanBeUndone();
    void renameAndDuplicate();
    void editsAreKept();
    void anotherProfileAsksBeforeLeaving();
    void H4_aFileShowsWhatItChangesAndWaits();
    void H4_theKnownConnectionIsReplacedOnlyByConnect();
    void H4_anUnknownMachineIsShownAndNotKept();
    void H4_aFileNeverLeavesTheConnectionInUse();
    void H4_theCommandLineMayConnect();
    void H4_noStoredSecretIsUsed();
    void typedFieldsSurviveACrash();
    void aNewConnectionGoesOnWhereItWasLeft();

private:
    static QLineEdit *field(WindowDriver &driver, const QString &name);
    static void trigger(Panel *panel, const QString &text);
    QString fileOf(const Profile &profile);

    QTemporaryDir m_folder;
};

QLineEdit *tst_ConnectionPanel::field(WindowDriver &driver, const QString &name)
{
    return qobject_cast<QLineEdit *>(driver.connection()->form()->reveal(name));
}

void tst_ConnectionPanel::trigger(Panel *panel, const QString &text)
{
    const QList<QAction *> actions = panel->allActions();
    for (QAction *action : actions) {
        if (action->text() == text) {
            QVERIFY2(action->isEnabled(), qPrintable(text));
            action->trigger();
            QCoreApplication::processEvents();
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void tst_ConnectionPanel::tabOrder()
{
    WindowDriver driver;
    driver.open(PanelId::Connection);
    QCOMPARE(driver.focusName(), QStringLiteral("Address of the VM"));
    const QStringList wanted{QStringLiteral("From my SSH settings"), QStringLiteral("Port"), QStringLiteral("User on the VM"),
                             QStringLiteral("Keys on this computer"), QStringLiteral("Work as root (sudo)")};
    for (const QString &name : wanted) {
        driver.key(Qt::Key_Tab);
        QCOMPARE(driver.focusName(), name);
    }
    driver.connection()->form()->address()->setFocus();
    driver.type(QStringLiteral("vm.test"));
    field(driver, QStringLiteral("user"))->setText(QStringLiteral("ada"));
    driver.connection()->form()->address()->setFocus();
    driver.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(driver.focusName(), QStringLiteral("More"));
    driver.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(driver.focusName(), QStringLiteral("Connect"));
}

void tst_ConnectionPanel::connectsByKeyFromAnyField()
{
    for (const char *name : {"host", "user", "hpcLogin"}) {
        WindowDriver driver;
        driver.open(PanelId::Connection);
        driver.type(QStringLiteral("vm.test"));
        field(driver, QStringLiteral("user"))->setFocus();
        driver.type(QStringLiteral("tester"));
        field(driver, QLatin1String(name))->setFocus();
        driver.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(driver.session().connection().state() != LinkState::Disconnected, name);
        QCOMPARE(driver.session().edges().profiles->profiles().size(), 1);
    }
}

void tst_ConnectionPanel::badInputIsSaidBesideTheField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("option as host") << QStringLiteral("host") << QStringLiteral("-oProxyCommand=x");
    QTest::newRow("blank in host") << QStringLiteral("host") << QStringLiteral("my vm");
    QTest::newRow("empty host") << QStringLiteral("host") << QString();
    QTest::newRow("option as release") << QStringLiteral("releaseName") << QStringLiteral("--post-renderer=x");
    QTest::newRow("option as chart") << QStringLiteral("chart") << QStringLiteral("--repo=x");
    QTest::newRow("namespace") << QStringLiteral("namespace") << QStringLiteral("a b");
    QTest::newRow("relative helm") << QStringLiteral("helmPath") << QStringLiteral("bin/helm");
}

void tst_ConnectionPanel::badInputIsSaidBesideTheField()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    WindowDriver driver;
    driver.open(PanelId::Connection);
    field(driver, QStringLiteral("host"))->setText(QStringLiteral("vm.test"));
    field(driver, QStringLiteral("user"))->setText(QStringLiteral("ada"));
    QLineEdit *edit = field(driver, name);
    edit->setFocus();
    edit->clear();
    driver.type(text);
    driver.key(Qt::Key_Tab);
    const QString problem = qobject_cast<FormField *>(edit->parentWidget())->problem();
    QVERIFY(!problem.isEmpty());
    QVERIFY(edit->accessibleDescription().startsWith(problem));
    QVERIFY(see::text(driver.connection(), problem));
    QVERIFY(!driver.connection()->connectAction()->isEnabled());
    QCOMPARE(edit->text(), text);
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(driver.session().connection().state(), LinkState::Disconnected);
}

void tst_ConnectionPanel::connectedSaysWhoAndWhere()
{
    WindowDriver driver;
    driver.open(PanelId::Connection);
    QVERIFY(driver.connectNow());
    StepsView *steps = driver.connection()->steps();
    QCOMPARE(steps->count(), 7);
    QVERIFY2(see::text(driver.connection(), QStringLiteral("vm.test")), qPrintable(see::all(driver.connection())));
    for (int i = 0; i < 4; ++i)
        QVERIFY2(steps->stepText(i).contains(QLatin1String("done")), qPrintable(steps->stepText(i)));
    QVERIFY(driver.connection()->primaryAction() == driver.connection()->disconnectAction());
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(driver.session().connection().state(), LinkState::Disconnected);
}

void tst_ConnectionPanel::fieldsAreReadOnlyWhileConnected()
{
    WindowDriver driver;
    driver.open(PanelId::Connection);
    QVERIFY(driver.connectNow());
    for (const char *name : {"host", "user", "hpcLogin"}) {
        QVERIFY(!field(driver, QLatin1String(name))->isEnabled());
        QVERIFY(!field(driver, QLatin1String(name))->accessibleDescription().isEmpty());
    }
}

namespace {
QCoro::Task<void> ask(QuestionDesk *desk, Question question, std::stop_token stop)
{
    const auto answer = co_await desk->ask(question, stop);
    Q_UNUSED(answer)
}
} // namespace

void tst_ConnectionPanel::questionStandsInItsStep()
{
    WindowDriver driver;
    driver.open(PanelId::Connection);
    Steps *steps = driver.session().connection().steps();
    steps->plan({QStringLiteral("Reach"), QStringLiteral("Log in")});
    steps->begin(1);
    Question question;
    question.subject = QStringLiteral("ada@vm");
    std::stop_source stop;
    ask(driver.session().connection().questions(), question, stop.get_token());
    QCoreApplication::processEvents();
    QuestionCard *card = driver.connection()->card();
    QVERIFY(card && card->isVisible());
    QVERIFY(driver.connection()->steps()->isAncestorOf(card));
    QVERIFY(driver.connection()->steps()->stepText(1).contains(QLatin1String("asks you")));
    QVERIFY(card->isAncestorOf(driver.focus()));
    stop.request_stop();
    QTRY_VERIFY(!driver.connection()->card());
    steps->finish();
}

void tst_ConnectionPanel::questionOfTheLoginNodeStandsOnTop()
{
    WindowDriver driver;
    driver.open(PanelId::Connection);
    Question question;
    question.subject = QStringLiteral("ada@hpc");
    std::stop_source stop;
    ask(driver.session().connection().questions(), question, stop.get_token());
    QCoreApplication::processEvents();
    QuestionCard *card = driver.connection()->card();
    QVERIFY(card && card->isVisible());
    QVERIFY(!driver.connection()->steps()->isAncestorOf(card));
    stop.request_stop();
    QTRY_VERIFY(!driver.connection()->card());
}

void tst_ConnectionPanel::questionInTheBarOfOtherPanels()
{
    WindowDriver driver;
    driver.open(PanelId::Activity);
    Question question;
    question.kind = QuestionKind::VerificationCode;
    question.subject = QStringLiteral("ada@vm");
    std::stop_source stop;
    QWidget *before = driver.focus();
    ask(driver.session().connection().questions(), question, stop.get_token());
    QTRY_VERIFY(driver.window().messageBar()->isVisible());
    QCOMPARE(driver.focus(), before);
    QVERIFY(see::text(driver.window().messageBar(), QStringLiteral("ada@vm asks for your verification code.")));
    QVERIFY(see::press(driver.window().messageBar(), QStringLiteral("Answer")));
    QTRY_COMPARE(driver.window().panels()->current(), PanelId::Connection);
    QVERIFY(driver.connection()->card()->isAncestorOf(driver.focus()));
    QTRY_VERIFY(!driver.window().messageBar()->isVisible());
    stop.request_stop();
    QTRY_VERIFY(!driver.connection()->card());
}

void tst_ConnectionPanel::removeCanBeUndone()
{
    WindowDriver driver({1280, 800}, true);
    driver.open(PanelId::Connection);
    trigger(driver.connection(), QStringLiteral("Remove"));
    QVERIFY(driver.session().edges().profiles->profiles().isEmpty());
    QVERIFY(see::press(driver.window().messageBar(), QStringLiteral("Undo")));
    QTRY_COMPARE(driver.session().edges().profiles->profiles().size(), 1);
    QCOMPARE(driver.connection()->form()->profile().host, QStringLiteral("vm.test"));
}

void tst_ConnectionPanel::renameAndDuplicate()
{
    WindowDriver driver({1280, 800}, true);
    driver.open(PanelId::Connection);
    trigger(driver.connection(), QStringLiteral("Rename..."));
    driver.type(QStringLiteral("Vega"));
    driver.key(Qt::Key_Return);
    QCOMPARE(driver.session().edges().profiles->profiles().constFirst().name, QStringLiteral("Vega"));
    trigger(driver.connection(), QStringLiteral("Duplicate"));
    QCOMPARE(driver.session().edges().profiles->profiles().size(), 2);
    QCOMPARE(driver.session().edges().profiles->profiles().constFirst().name, QStringLiteral("Vega 2"));
}

void tst_ConnectionPanel::editsAreKept()
{
    WindowDriver driver;
    driver.open(PanelId::Connection);
    driver.type(QStringLiteral("vm.test"));
    driver.open(PanelId::Cluster);
    driver.open(PanelId::Connection);
    QCOMPARE(driver.connection()->form()->address()->text(), QStringLiteral("vm.test"));
}

void tst_ConnectionPanel::anotherProfileAsksBeforeLeaving()
{
    WindowDriver driver({1280, 800}, true);
    driver.open(PanelId::Connection);
    QVERIFY(driver.connectNow());
    Profile other = driver.vm().profile();
    other.id = QUuid::createUuid();
    other.name = QStringLiteral("Other");
    driver.window().panels()->openProfile(other, false);
    QVERIFY(driver.session().connection().isConnected());
    QVERIFY(see::press(driver.connection(), QStringLiteral("Disconnect and open")));
    QTRY_COMPARE(driver.session().connection().profile().name, QStringLiteral("Other"));
    QTRY_COMPARE(driver.connection()->form()->profile().name, QStringLiteral("Other"));
    QCOMPARE(driver.session().connection().state(), LinkState::Disconnected);
}

QString tst_ConnectionPanel::fileOf(const Profile &profile)
{
    const QString path = m_folder.filePath(QStringLiteral("given.json"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(ProfileStore::fileText(profile)) > 0 ? path : QString();
}

void tst_ConnectionPanel::H4_aFileShowsWhatItChangesAndWaits()
{
    WindowDriver driver({1280, 800}, true);
    Profile given = driver.vm().profile();
    given.helmPath = QStringLiteral("/tmp/evil/helm");
    given.releaseName = QStringLiteral("theirs");
    given.useSudo = true;
    given.mlflowUri = QStringLiteral("https://other.example");
    driver.window().openProfileFile(fileOf(given));
    QCoreApplication::processEvents();
    QCOMPARE(driver.window().panels()->current(), PanelId::Connection);
    QCOMPARE(driver.connection()->form()->profile().helmPath, given.helmPath);
    // Old and new: in one list, beside the fields, and for a screen reader.
    const QString shown = see::all(driver.connection());
    QVERIFY2(shown.contains(QStringLiteral("This file changes 4 setting")), qPrintable(shown));
    for (const char *line : {"Name of the cluster: \"raycluster\" becomes \"theirs\".", "Path of helm: \"(nothing)\" becomes \"/tmp/evil/helm\".",
                             "MLflow server: \"http://mlflow.test\" becomes \"https://other.example\".",
                             "Work: \"without root\" becomes \"as root\"."})
        QVERIFY2(shown.contains(QString::fromUtf8(line)), line);
    QLineEdit *release = field(driver, QStringLiteral("releaseName"));
    QVERIFY(release->isVisible());
    QVERIFY(release->accessibleDescription().contains(QLatin1String("Before: raycluster")));
    QVERIFY(see::text(driver.connection(), QStringLiteral("Before: raycluster")));
    QVERIFY(see::text(driver.connection(), QStringLiteral("Before: without root")));
    QVERIFY(!field(driver, QStringLiteral("user"))->accessibleDescription().contains(QLatin1String("Before")));
    QCOMPARE(driver.session().connection().state(), LinkState::Disconnected);
}

void tst_ConnectionPanel::H4_theKnownConnectionIsReplacedOnlyByConnect()
{
    WindowDriver driver({1280, 800}, true);
    ProfileStore *store = driver.session().edges().profiles;
    const Profile own = store->profiles().constFirst();
    Profile given = own;
    given.releaseName = QStringLiteral("theirs");
    driver.window().openProfileFile(fileOf(given));
    driver.open(PanelId::Cluster); // which keeps what a person typed
    driver.open(PanelId::Connection);
    QCOMPARE(store->profiles().size(), 1);
    QCOMPARE(toJson(store->profiles().constFirst()), toJson(own));
    QCOMPARE(toJson(driver.session().connection().profile()), toJson(own));
    QVERIFY(see::press(driver.connection(), QStringLiteral("Keep my connection")));
    QCOMPARE(toJson(driver.connection()->form()->profile()), toJson(own));
    QVERIFY(!see::text(driver.connection(), QStringLiteral("Before: raycluster")));

    driver.window().openProfileFile(fileOf(given));
    driver.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(driver.session().connection().isConnected());
    QCOMPARE(store->profiles().size(), 1);
    QCOMPARE(store->profiles().constFirst().id, own.id);
    QCOMPARE(store->profiles().constFirst().releaseName, QStringLiteral("theirs"));
    QVERIFY(!see::text(driver.connection(), QStringLiteral("Before: raycluster")));
}

void tst_ConnectionPanel::H4_anUnknownMachineIsShownAndNotKept()
{
    WindowDriver driver({1280, 800}, true);
    Profile given = driver.vm().profile();
    given.host = QStringLiteral("other.test");
    given.name = QStringLiteral("Given");
    driver.window().openProfileFile(fileOf(given));
    driver.open(PanelId::Cluster);
    driver.open(PanelId::Connection);
    QVERIFY(see::text(driver.connection(), QStringLiteral("This connection comes from a file.")));
    QCOMPARE(driver.connection()->form()->address()->text(), given.host);
    QCOMPARE(driver.session().edges().profiles->profiles().size(), 1);
    QCOMPARE(driver.session().connection().profile().host, QStringLiteral("vm.test"));
    QVERIFY(see::press(driver.connection(), QStringLiteral("Discard it")));
    QCOMPARE(driver.connection()->form()->address()->text(), QStringLiteral("vm.test"));
}

void tst_ConnectionPanel::H4_aFileNeverLeavesTheConnectionInUse()
{
    WindowDriver driver({1280, 800}, true);
    driver.open(PanelId::Connection);
    QVERIFY(driver.connectNow());
    Profile given = driver.vm().profile();
    given.host = QStringLiteral("other.test");
    for (const bool connectThen : {false, true}) {
        driver.window().openProfileFile(fileOf(given), connectThen);
        QCoreApplication::processEvents();
        QVERIFY(driver.session().connection().isConnected());
        QCOMPARE(driver.session().connection().profile().host, QStringLiteral("vm.test"));
    }
    driver.window().openProfileFile(fileOf(given));
    QVERIFY(see::press(driver.connection(), QStringLiteral("Disconnect and open")));
    QTRY_COMPARE(driver.connection()->form()->address()->text(), QStringLiteral("other.test"));
    QCOMPARE(driver.session().connection().state(), LinkState::Disconnected);
    QCOMPARE(driver.session().connection().profile().host, QStringLiteral("vm.test"));
}

void tst_ConnectionPanel::H4_theCommandLineMayConnect()
{
    WindowDriver driver;
    driver.window().openProfileFile(fileOf(driver.vm().profile()), true);
    QTRY_VERIFY(driver.session().connection().isConnected());
    QCOMPARE(driver.session().edges().profiles->profiles().size(), 1);
}

void tst_ConnectionPanel::H4_noStoredSecretIsUsed()
{
    WindowDriver driver({1280, 800}, true);
    const QByteArray calls = driver.vm().stateOf(QStringLiteral("calls"));
    Profile given = driver.vm().profile();
    given.rayAddress = QStringLiteral("http://evil.test");
    given.mlflowUri = QStringLiteral("http://evil.test");
    given.helmPath = QStringLiteral("/tmp/evil/helm");
    driver.window().openProfileFile(fileOf(given));
    for (int i = 0; i < sidebarPanels; ++i)
        driver.open(PanelId(i));
    QTest::qWait(300); // nothing is expected, so there is nothing to wait for
    const QList<SentRequest> requests = driver.vm().network().sent();
    for (const SentRequest &request : requests)
        QVERIFY2(request.url.host() != QLatin1String("evil.test"), qPrintable(request.url.toString()));
    QCOMPARE(driver.vm().stateOf(QStringLiteral("calls")), calls);
    QVERIFY(driver.session().connection().profile().rayAddress != given.rayAddress);
}

void tst_ConnectionPanel::typedFieldsSurviveACrash()
{
    WindowDriver driver({1280, 800}, true);
    driver.open(PanelId::Connection);
    field(driver, QStringLiteral("releaseName"))->setFocus();
    driver.type(QStringLiteral(" not right yet"));
    field(driver, QStringLiteral("jumpHost"))->setFocus();
    driver.type(QStringLiteral("gate.example"));
    const Profile typed = driver.connection()->form()->profile();
    const StoredFile drafts(driver.vm().dataDirectory() + QStringLiteral("/drafts/connections.json"));
    QTRY_VERIFY(drafts.read().contains("gate.example"));
    // A second panel on the same folders is what a start after a crash finds.
    const ConnectionPanel again(driver.session());
    QCOMPARE(toJson(again.form()->profile()), toJson(typed));
    QVERIFY(toJson(driver.session().edges().profiles->profiles().constFirst()) != toJson(typed));
    // Used, it is no draft any more.
    field(driver, QStringLiteral("releaseName"))->setText(QStringLiteral("fine"));
    driver.connection()->connectNow();
    QTRY_VERIFY(driver.session().connection().isConnected());
    QTRY_VERIFY(!drafts.read().contains("gate.example"));
    QCOMPARE(driver.session().edges().profiles->profiles().constFirst().jumpHost, QStringLiteral("gate.example"));
}

void tst_ConnectionPanel::aNewConnectionGoesOnWhereItWasLeft()
{
    WindowDriver driver({1280, 800}, true);
    driver.open(PanelId::Connection);
    trigger(driver.connection(), QStringLiteral("New connection"));
    field(driver, QStringLiteral("user"))->setFocus();
    driver.type(QStringLiteral("ada"));
    driver.window().panels()->openProfile(driver.session().edges().profiles->profiles().constFirst(), false);
    QCOMPARE(driver.connection()->form()->address()->text(), QStringLiteral("vm.test"));
    trigger(driver.connection(), QStringLiteral("New connection"));
    QCOMPARE(field(driver, QStringLiteral("user"))->text(), QStringLiteral("ada"));
    QVERIFY(driver.connection()->form()->address()->text().isEmpty());
}

QTEST_MAIN(tst_ConnectionPanel)
#include "tst_connectionpanel.moc"
