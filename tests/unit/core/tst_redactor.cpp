#include "core/commandlog.h"
#include "core/redactor.h"

#include <QTest>

using namespace rayhelm;

class TestRedactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void redacts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("plain") << QStringLiteral("pw is p@ss w0rd!") << QStringLiteral("pw is (hidden)");
        QTest::newRow("url escaped") << QStringLiteral("x?p=p%40ss%20w0rd%21&y") << QStringLiteral("x?p=(hidden)&y");
        QTest::newRow("base64") << QStringLiteral("data: cEBzcyB3MHJkIQ==") << QStringLiteral("data: (hidden)==");
        QTest::newRow("user info") << QStringLiteral("get http://u:other@h/p") << QStringLiteral("get http://u:(hidden)@h/p");
        QTest::newRow("assignment") << QStringLiteral("MLFLOW_TRACKING_PASSWORD=other itwinai")
                                    << QStringLiteral("MLFLOW_TRACKING_PASSWORD=(hidden) itwinai");
        QTest::newRow("quoted") << QStringLiteral("password: \"two words\" end") << QStringLiteral("password: (hidden) end");
        QTest::newRow("header") << QStringLiteral("Authorization: Basic dTpw") << QStringLiteral("Authorization: Basic (hidden)");
        QTest::newRow("ordinary text") << QStringLiteral("helm list -n default") << QStringLiteral("helm list -n default");
    }
    void redacts()
    {
        QFETCH(QString, text);
        Redactor redactor;
        redactor.add(Secret(QByteArray("p@ss w0rd!")));
        QTEST(redactor.redact(text), "clean");
    }

    void shortSecretsDoNotBlankText()
    {
        Redactor redactor;
        redactor.add(Secret(QByteArray("a")));
        QCOMPARE(redactor.redact(QStringLiteral("a banana")), QStringLiteral("a banana"));
    }

    void commandLogHidesSecrets()
    {
        Redactor redactor;
        redactor.add(Secret(QByteArray("s3cret-word")));
        CommandLog log(redactor);
        const int id = log.started(QStringLiteral("vm"), QStringLiteral("echo s3cret-word"), true);
        log.finished(id, QStringLiteral("said s3cret-word"));
        QCOMPARE(log.records().first().command, QStringLiteral("echo (hidden)"));
        QCOMPARE(*log.records().first().outcome, QStringLiteral("said (hidden)"));
    }

    void commandLogIsBoundedAndKeepsChanges()
    {
        Redactor redactor;
        CommandLog log(redactor);
        log.started(QStringLiteral("vm"), QStringLiteral("helm delete"), true);
        for (int i = 0; i < 12000; ++i)
            log.started(QStringLiteral("vm"), QStringLiteral("kubectl get pods"), false);
        QVERIFY(log.records().size() <= 5000);
        QCOMPARE(log.records().first().command, QStringLiteral("helm delete"));
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
