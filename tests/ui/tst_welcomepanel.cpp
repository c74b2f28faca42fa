#include "core/profilestore.h"
#include "drivers.h"
#include "session/connection.h"
#include "ui/connectionform.h"
#include "ui/connectionpanel.h"
#include "ui/mainwindow.h"
#include "ui/practicevm.h"
#include "ui/welcomepanel.h"

#include <QAbstractButton>
#include <QFile>
#include <QLineEdit>
#include <QTest>

using namespace rayhelm;

class tst_WelcomePanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void threeChoicesFocusOnTheFirst();
    void newestProfileFirst();
    void practiceMissingSaysHowToGetIt();
    void practiceRunsAndConnects();
    void practiceFailureIsShown();
    void practiceEnvironment();
    void wrongProfileFile();

private:
    void practiceCommand(const QByteArray &script);
    QTemporaryDir m_folder;
};

void tst_WelcomePanel::init()
{
    qputenv("RAYHELM_PRACTICE", "/nowhere/rayhelm-practice");
}

void tst_WelcomePanel::practiceCommand(const QByteArray &script)
{
    QFile file(m_folder.filePath(QStringLiteral("practice")));
    QFile::remove(file.fileName());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("RAYHELM_PRACTICE", file.fileName().toUtf8());
}

void tst_WelcomePanel::threeChoicesFocusOnTheFirst()
{
    WindowDriver driver;
    QCOMPARE(driver.focusName(), QStringLiteral("Connect to my VM..."));
    QVERIFY(see::button(driver.current(), QStringLiteral("Practise on this computer")));
    QVERIFY(see::button(driver.current(), QStringLiteral("Open a profile...")));
    driver.key(Qt::Key_Return);
    QCOMPARE(driver.window().panels()->current(), PanelId::Connection);
    QCOMPARE(driver.focus(), driver.connection()->form()->address());
}

void tst_WelcomePanel::newestProfileFirst()
{
    WindowDriver driver({1280, 800}, true);
    QCOMPARE(driver.focusName(), QStringLiteral("Connect to Test"));
    QVERIFY(see::text(driver.current(), QStringLiteral("tester@vm.test")));
    driver.key(Qt::Key_Return);
    QTRY_COMPARE(driver.session().connection().state(), LinkState::Connected);
}

void tst_WelcomePanel::practiceMissingSaysHowToGetIt()
{
    WindowDriver driver;
    QAbstractButton *practise = see::button(driver.current(), QStringLiteral("Practise on this computer"));
    QVERIFY(!practise->isEnabled());
    QVERIFY(practise->accessibleDescription().contains(QLatin1String("rayhelm-practice")));
    QVERIFY(see::text(driver.current(), practise->accessibleDescription()));
}

void tst_WelcomePanel::practiceRunsAndConnects()
{
    practiceCommand("case $1 in up) echo starting etcd; sleep 0.2; echo all is up;;\n"
                    "env) echo '{\"LAB_SSH_HOST\":\"vm.test\",\"LAB_SSH_PORT\":12222,\"LAB_SSH_USER\":\"tester\",\"LAB_SSH_KEY\":\"/dev/null\","
                    "\"LAB_IMAGE\":\"/x/hython.sif\",\"LAB_VALUES\":\"/y/v.yaml\"}';; esac\n");
    WindowDriver driver;
    QVERIFY(see::press(driver.current(), QStringLiteral("Practise on this computer")));
    QTRY_COMPARE(driver.window().panels()->current(), PanelId::Connection);
    const Profile profile = driver.session().connection().profile();
    QVERIFY(profile.practice);
    QCOMPARE(profile.id, PracticeVm::profileId());
    QCOMPARE(profile.port, quint16(12222));
    QCOMPARE(profile.valuesFile, QStringLiteral("v.yaml"));
    QVERIFY(driver.window().windowTitle().contains(QLatin1String("Practice")));
}

void tst_WelcomePanel::practiceFailureIsShown()
{
    practiceCommand("echo building; echo 'go is missing' >&2; exit 3\n");
    WindowDriver driver;
    QVERIFY(see::press(driver.current(), QStringLiteral("Practise on this computer")));
    QTRY_VERIFY(see::text(driver.current(), QStringLiteral("go is missing")));
    QTRY_VERIFY(see::button(driver.current(), QStringLiteral("Try again"))); // its last words come a moment before its end
    QVERIFY(see::button(driver.current(), QStringLiteral("Practise on this computer"))->isEnabled());
}

void tst_WelcomePanel::practiceEnvironment()
{
    QVERIFY(!PracticeVm::profileFromEnvironment("nonsense"));
    const Result<Profile> profile = PracticeVm::profileFromEnvironment(
        R"({"LAB_SSH_HOST":"127.0.0.1","LAB_SSH_PORT":"2222","LAB_HPC_HOST":"127.0.0.2","LAB_HPC_USER":"h","LAB_HPC_PORT":22})");
    QVERIFY(profile);
    QCOMPARE(profile->port, quint16(2222));
    QCOMPARE(profile->hpcLogin, QStringLiteral("h@127.0.0.2:22"));
    QVERIFY(!profile->useSudo);
}

void tst_WelcomePanel::wrongProfileFile()
{
    WindowDriver driver;
    QFile file(m_folder.filePath(QStringLiteral("wrong.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[]");
    file.close();
    driver.window().openProfileFile(file.fileName());
    QCoreApplication::processEvents();
    QVERIFY(see::text(&driver.window(), QStringLiteral("This file holds no connection profile.")));
}

QTEST_MAIN(tst_WelcomePanel)
#include "tst_welcomepanel.moc"
