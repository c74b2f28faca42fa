#include "core/boundedjson.h"

#include <QCoroTask>
#include <QTest>
#include <QThread>

using namespace rayhelm;

class TestBoundedJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void depthIsBounded()
    {
        QVERIFY(!boundedJson(QByteArray(limits::jsonDepth, '[') + QByteArray(limits::jsonDepth, ']')).isNull());
        QJsonParseError problem;
        QVERIFY(boundedJson(QByteArray(limits::jsonDepth + 1, '[') + QByteArray(limits::jsonDepth + 1, ']'), &problem).isNull());
        QCOMPARE(problem.error, QJsonParseError::DeepNesting);
        QVERIFY(boundedJson(QByteArray(1000000, '{')).isNull());
        // Brackets within a text are no levels, whatever stands before its end.
        QVERIFY(!boundedJson("{\"a\":\"" + QByteArray(1000, '[') + "\\\"" + QByteArray(1000, '{') + "\\\\\"}").isNull());
        QVERIFY(boundedJson("{\"a\":\"unfinished\\").isNull());
    }

    /// Short texts at once, long ones elsewhere than in the window's thread.
    void longTextsAreReadAside()
    {
        const auto parse = [](const QByteArray &) -> Result<bool> { return QThread::currentThread() == QCoreApplication::instance()->thread(); };
        QVERIFY(*QCoro::waitFor(parsedAside<bool>(QByteArray(100, 'x'), parse, {})));
        QVERIFY(!*QCoro::waitFor(parsedAside<bool>(QByteArray(limits::parsedAtOnce + 1, 'x'), parse, {})));
    }
};

QTEST_GUILESS_MAIN(TestBoundedJson)
#include "tst_boundedjson.moc"
