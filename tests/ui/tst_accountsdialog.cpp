#include "core/storedfile.h"
#include "core/taskscope.h"
#include "drivers.h"
#include "session/accounts.h"
#include "session/connection.h"
#include "ui/accountform.h"
#include "ui/accountsdialog.h"
#include "ui/mainwindow.h"
#include "ui/secretedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

using namespace rayhelm;

class tst_AccountsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addTestChangeForget();
    void problemsAreSaid();
    void keychainStates_data();
    void keychainStates();
    void passwordIsNeverShown();
    void typedFieldsSurviveACrash();

private:
    static AccountsDialog *openDialog(WindowDriver &driver);
    static void addAccount(WindowDriver &driver, AccountsDialog *dialog, const QString &password);
};

AccountsDialog *tst_AccountsDialog::openDialog(WindowDriver &driver)
{
    driver.window().openAccounts();
    auto *dialog = driver.window().findChild<AccountsDialog *>();
    [&] { QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog)); }();
    return dialog;
}

void tst_AccountsDialog::addAccount(WindowDriver &driver, AccountsDialog *dialog, const QString &password)
{
    Q_UNUSED(driver)
    QVERIFY(see::press(dialog, QStringLiteral("Add account...")));
    dialog->form()->address()->setText(QStringLiteral("http://mlflow.test/"));
    dialog->form()->user()->setText(QStringLiteral("ada"));
    QTest::keyClicks(dialog->form()->password()->edit(), password);
    QVERIFY(!see::button(dialog, QStringLiteral("Keep it"))->isEnabled()); // not before it is allowed to travel unencrypted
    dialog->form()->unencrypted()->setChecked(true);
    QVERIFY(see::press(dialog, QStringLiteral("Keep it")));
    QTRY_COMPARE(dialog->list()->topLevelItemCount(), 1);
}

void tst_AccountsDialog::addTestChangeForget()
{
    WindowDriver driver({1280, 800}, true);
    AccountsDialog *dialog = openDialog(driver);
    addAccount(driver, dialog, QStringLiteral("pass-word-1"));
    QTRY_VERIFY(see::text(dialog, QStringLiteral("Kept in the keychain.")));
    QVERIFY(see::text(dialog, QStringLiteral("MLflow http://mlflow.test")));
    QCOMPARE(driver.session().connection().profile().mlflowUri, QStringLiteral("http://mlflow.test"));
    QCOMPARE(driver.session().connection().profile().mlflowUser, QStringLiteral("ada"));

    dialog->list()->topLevelItem(0)->setSelected(true);
    QVERIFY(see::press(dialog, QStringLiteral("Change...")));
    QVERIFY(!dialog->form()->address()->isEnabled());
    QTest::keyClicks(dialog->form()->password()->edit(), QStringLiteral("pass-word-2"));
    QVERIFY(see::press(dialog, QStringLiteral("Keep it")));
    QTRY_VERIFY(see::text(dialog, QStringLiteral("Running pods keep the old password until you install again.")));

    QVERIFY(see::press(dialog, QStringLiteral("Forget")));
    QTRY_VERIFY(see::text(dialog, QStringLiteral("Forgotten.")));
    QCOMPARE(dialog->list()->topLevelItemCount(), 0);
}

void tst_AccountsDialog::problemsAreSaid()
{
    WindowDriver driver({1280, 800}, true);
    AccountsDialog *dialog = openDialog(driver);
    QVERIFY(see::press(dialog, QStringLiteral("Add account...")));
    dialog->form()->address()->setText(QStringLiteral("ftp://x"));
    QAbstractButton *keep = see::button(dialog, QStringLiteral("Keep it"));
    QVERIFY(!keep->isEnabled());
    QVERIFY(!keep->accessibleDescription().isEmpty());
    dialog->form()->address()->setText(QStringLiteral("http://mlflow.example.org"));
    QCheckBox *box = dialog->form()->unencrypted();
    QVERIFY(box->isVisible());
    QCOMPARE(box->text(), QStringLiteral("Send the password unencrypted to mlflow.example.org"));
    QVERIFY(box->accessibleDescription().contains(QStringLiteral("would travel unencrypted to mlflow.example.org")));
    box->setChecked(true);
    dialog->form()->address()->setText(QStringLiteral("http://mlflow.example.org:5000"));
    QVERIFY(!box->isChecked()); // another server
    const QString longName = QStringLiteral("a.name.of.") + QString(60, QLatin1Char('x')) + QStringLiteral(".a-long-institute.example.org");
    dialog->form()->address()->setText(QStringLiteral("http://") + longName);
    QVERIFY(box->text().endsWith(QStringLiteral(".a-long-institute.example.org"))); // whose it is
    QVERIFY(box->accessibleDescription().contains(longName));
    QVERIFY2(dialog->minimumSizeHint().width() <= 640, qPrintable(QString::number(dialog->minimumSizeHint().width())));
    dialog->form()->address()->setText(QStringLiteral("mlflow.example.org"));
    QVERIFY(!box->isVisible()); // https is meant
    QVERIFY(see::button(dialog, QStringLiteral("Create an MLflow account"))->isEnabled());
}

void tst_AccountsDialog::keychainStates_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("usable") << int(SecretStoreState::Available) << QStringLiteral("Kept in: keychain, unlocked");
    QTest::newRow("locked") << int(SecretStoreState::Locked) << QStringLiteral("Your keychain waits for you.");
    QTest::newRow("none") << int(SecretStoreState::None) << QStringLiteral("No keychain on this computer.");
}

void tst_AccountsDialog::keychainStates()
{
    QFETCH(int, state);
    QFETCH(QString, text);
    WindowDriver driver({1280, 800}, true);
    AccountsDialog *dialog = openDialog(driver);
    driver.vm().secrets().setState(SecretStoreState(state));
    QTRY_VERIFY2(see::text(dialog, text), qPrintable(see::all(dialog)));
    if (SecretStoreState(state) == SecretStoreState::Available)
        return;
    addAccount(driver, dialog, QStringLiteral("pass-word-1"));
    QTRY_VERIFY(see::text(dialog, QStringLiteral("Kept until you quit.")));
}

void tst_AccountsDialog::passwordIsNeverShown()
{
    WindowDriver driver({1280, 800}, true);
    AccountsDialog *dialog = openDialog(driver);
    addAccount(driver, dialog, QStringLiteral("pass-word-1"));
    QVERIFY(!see::text(dialog, QStringLiteral("pass-word-1")));
    const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits)
        QVERIFY(!edit->text().contains(QLatin1String("pass-word-1")));
}

void tst_AccountsDialog::typedFieldsSurviveACrash()
{
    WindowDriver driver({1280, 800}, true);
    AccountsDialog *dialog = openDialog(driver);
    QVERIFY(see::press(dialog, QStringLiteral("Add account...")));
    dialog->form()->kindBox()->setCurrentIndex(1);
    for (QLineEdit *edit : {dialog->form()->address(), dialog->form()->user()})
        edit->clear();
    QTest::keyClicks(dialog->form()->address(), QStringLiteral("http://ray:pass-word-1@ray.example"));
    QTest::keyClicks(dialog->form()->user(), QStringLiteral("grace"));
    QTest::keyClicks(dialog->form()->password()->edit(), QStringLiteral("pass-word-2"));
    const StoredFile draft(driver.vm().dataDirectory() + QStringLiteral("/drafts/account.json"));
    QTRY_VERIFY(draft.read().contains("grace"));
    QVERIFY2(!draft.read().contains("pass-word"), draft.read().constData());
    // A second dialog on the same folders is what a start after a crash finds.
    TaskScope scope;
    AccountsDialog again(driver.session(), scope);
    QVERIFY(again.form()->isVisibleTo(&again));
    QCOMPARE(again.form()->kindBox()->currentIndex(), 1);
    QCOMPARE(again.form()->address()->text(), QStringLiteral("http://ray.example"));
    QCOMPARE(again.form()->user()->text(), QStringLiteral("grace"));
    QVERIFY(again.form()->password()->isEmpty());
    QVERIFY(see::press(dialog, QStringLiteral("Discard")));
    QVERIFY(!draft.exists());
    // Kept, it is no draft any more.
    addAccount(driver, dialog, QStringLiteral("pass-word-3"));
    QTRY_VERIFY(see::text(dialog, QStringLiteral("Kept in the keychain.")));
    QVERIFY(!draft.exists());
}

QTEST_MAIN(tst_AccountsDialog)
#include "tst_accountsdialog.moc"
