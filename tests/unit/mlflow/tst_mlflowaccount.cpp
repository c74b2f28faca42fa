#undef QT_NO_CAST_FROM_ASCII
#include "mlflow/mlflowaccount.h"

#include <QTest>

using namespace rayhelm;

class MlflowAccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentials_data();
    void credentials();
    void uris_data();
    void uris();
    void encryption();
    void signup();
};

void MlflowAccountTest::credentials_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("file"); // empty: refused
    QTest::newRow("plain") << "me" << QByteArray("secret")
                           << QByteArray("[mlflow]\nmlflow_tracking_username = me\nmlflow_tracking_password = secret\n");
    // Python's configparser takes % for the beginning of an interpolation.
    QTest::newRow("percent") << "me" << QByteArray("50%(x)s")
                             << QByteArray("[mlflow]\nmlflow_tracking_username = me\nmlflow_tracking_password = 50%%(x)s\n");
    QTest::newRow("signs") << "me@site" << QByteArray("#a=b;c:\"d'")
                           << QByteArray("[mlflow]\nmlflow_tracking_username = me@site\nmlflow_tracking_password = #a=b;c:\"d'\n");
    QTest::newRow("not ASCII") << "me" << QByteArray("p\xc3\xa4ss")
                               << QByteArray("[mlflow]\nmlflow_tracking_username = me\nmlflow_tracking_password = p\xc3\xa4ss\n");
    QTest::newRow("inner blank") << "me" << QByteArray("a b")
                                 << QByteArray("[mlflow]\nmlflow_tracking_username = me\nmlflow_tracking_password = a b\n");
    QTest::newRow("no user") << "" << QByteArray("x") << QByteArray();
    QTest::newRow("no password") << "me" << QByteArray("") << QByteArray();
    QTest::newRow("blank at the end") << "me" << QByteArray("x ") << QByteArray();
    QTest::newRow("blank at the beginning") << "me" << QByteArray(" x") << QByteArray();
    QTest::newRow("line break") << "me" << QByteArray("x\ny") << QByteArray();
    QTest::newRow("carriage return") << "me" << QByteArray("x\ry") << QByteArray();
    QTest::newRow("line break in the user") << "a\n[b]" << QByteArray("x") << QByteArray();
    QTest::newRow("not UTF-8") << "me" << QByteArray("x\xff") << QByteArray();
    QTest::newRow("next line") << "me" << QByteArray("x\xc2\x85y") << QByteArray();
}

void MlflowAccountTest::credentials()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, file);
    const auto made = credentialsFile(MlflowAccount{QUrl("http://h"), user, Secret(password)});
    QCOMPARE(made.has_value(), !file.isEmpty());
    if (made) {
        QCOMPARE(made->reveal().toByteArray(), file);
    } else {
        QCOMPARE(made.error().kind, ErrorKind::InvalidInput);
        if (password.size() > 1)
            QVERIFY(!made.error().summary.toUtf8().contains(password) && !made.error().detail.toUtf8().contains(password));
    }
}

void MlflowAccountTest::uris_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("uri"); // empty: refused
    QTest::newRow("plain") << " http://mlflow.example:5000/ " << "http://mlflow.example:5000";
    QTest::newRow("prefix") << "https://h/mlflow//" << "https://h/mlflow";
    QTest::newRow("user information") << "http://me:x@h" << "";
    QTest::newRow("page") << "http://h/#/experiments/1" << "";
    QTest::newRow("file store") << "file:///tmp/mlruns" << "";
    QTest::newRow("no scheme") << "mlflow.example" << "";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("no host") << "http:///x" << "";
}

void MlflowAccountTest::uris()
{
    QFETCH(QString, text);
    QFETCH(QString, uri);
    const auto read = trackingUri(text);
    QCOMPARE(read.has_value(), !uri.isEmpty());
    if (read)
        QCOMPARE(read->toString(), uri);
}

void MlflowAccountTest::encryption()
{
    QVERIFY(isUnencrypted(QUrl("http://h")));
    QVERIFY(!isUnencrypted(QUrl("https://h")));
    QVERIFY(!isUnencrypted(QUrl("http://127.0.0.1:5000")));
}

void MlflowAccountTest::signup()
{
    QCOMPARE(signupPage(QUrl("https://h/mlflow")).toString(), "https://h/mlflow/signup");
}

QTEST_GUILESS_MAIN(MlflowAccountTest)
#include "tst_mlflowaccount.moc"
