#include "core/completion.h"
#include "core/sleep.h"
#include "core/taskscope.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace rayhelm;
using namespace std::chrono_literals;

namespace {

QCoro::Task<void> sleepAndNote(std::chrono::milliseconds time, std::stop_token stop, QList<ErrorKind> *ends)
{
    const Result<> result = co_await sleepFor(time, stop);
    ends->append(result ? ErrorKind::Protocol : result.error().kind);
}

QCoro::Task<void> takeAnswer(Completion<Result<int>> completion, std::stop_token stop, QList<int> *answers)
{
    const Result<int> answer = co_await waitFor(completion, stop);
    answers->append(answer ? *answer : -1);
}

QCoro::Task<void> closeScope(TaskScope *scope, bool *closed)
{
    co_await scope->close();
    *closed = true;
}

} // namespace

class TestAsynchronous : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sleepEndsByItself()
    {
        QList<ErrorKind> ends;
        const auto task = sleepAndNote(20ms, {}, &ends);
        QVERIFY(ends.isEmpty());
        QTRY_COMPARE(ends, QList<ErrorKind>{ErrorKind::Protocol});
    }

    void stopEndsTheLeafOnce()
    {
        QList<ErrorKind> ends;
        std::stop_source stop;
        const auto task = sleepAndNote(1h, stop.get_token(), &ends);
        stop.request_stop();
        stop.request_stop();
        QTRY_COMPARE(ends, QList<ErrorKind>{ErrorKind::Cancelled});
    }

    void stopBeforeTheStart()
    {
        QList<ErrorKind> ends;
        std::stop_source stop;
        stop.request_stop();
        const auto task = sleepAndNote(1h, stop.get_token(), &ends);
        QTRY_COMPARE(ends, QList<ErrorKind>{ErrorKind::Cancelled});
    }

    void firstAnswerCounts()
    {
        QList<int> answers;
        const Completion<Result<int>> completion;
        const auto task = takeAnswer(completion, {}, &answers);
        QVERIFY(completion.complete(7));
        QVERIFY(!completion.complete(8));
        QVERIFY2(answers.isEmpty(), "the waiting coroutine must not run inside the giver's call");
        QTRY_COMPARE(answers, QList<int>{7});
    }

    void scopeWaitsForEveryJourney()
    {
        QList<ErrorKind> ends;
        TaskScope scope;
        scope.keep(sleepAndNote(1h, scope.stopToken(), &ends));
        scope.keep(sleepAndNote(2h, scope.stopToken(), &ends));
        QVERIFY(!scope.isIdle());
        bool closed = false;
        const auto closing = closeScope(&scope, &closed);
        QTRY_VERIFY(closed);
        QCOMPARE(ends.size(), 2);
        QVERIFY(scope.isIdle());
    }

    void emptyScopeClosesAtOnce()
    {
        TaskScope scope;
        bool closed = false;
        const auto closing = closeScope(&scope, &closed);
        QTRY_VERIFY(closed);
    }
};

QTEST_GUILESS_MAIN(TestAsynchronous)
#include "tst_asynchronous.moc"
