#include "core/oneatatime.h"

#include <QCoroTask>
#include <QTest>

#include <memory>

using namespace rayhelm;

namespace {

enum class Work { Connect, Disconnect, Check };
using Turns = OneAtATime<Work>;

/// Somebody who waits for the turn and keeps it until told.
struct Waiter {
    std::stop_source stop;
    Turns::Turn turn;
    bool over = false;
};

QCoro::Task<void> wait(Turns *turns, Work work, std::shared_ptr<Waiter> waiter)
{
    const Result<Turns::Turn> taken = co_await turns->take(work, waiter->stop.get_token());
    if (taken)
        waiter->turn = *taken;
    waiter->over = true;
}

std::shared_ptr<Waiter> waiting(Turns *turns, Work work)
{
    const auto waiter = std::make_shared<Waiter>();
    wait(turns, work, waiter);
    return waiter;
}

} // namespace

/// Whose turn it is, when several want to work on one thing.
class TestOneAtATime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secondIsRefused();
    void whoWaitsComesBeforeWhoComesLater();
    void inOrderOfAsking();
    void whoGaveUpIsPassedOver();
    void servedAndStopped();
};

void TestOneAtATime::secondIsRefused()
{
    Turns turns;
    const Turns::Turn first = turns.begin(Work::Connect);
    QVERIFY(first);
    QVERIFY(!turns.begin(Work::Check));
    QVERIFY(turns.isRunning(Work::Connect));
    first->end();
    first->end();
    QVERIFY(!turns.running());
    QVERIFY(turns.begin(Work::Check));
    QVERIFY(!turns.running()); // nobody keeps it
}

/// Between the end of one and the moment in which the waiting one goes on, nobody gets in.
void TestOneAtATime::whoWaitsComesBeforeWhoComesLater()
{
    Turns turns;
    const Turns::Turn first = turns.begin(Work::Connect);
    const auto waiter = waiting(&turns, Work::Disconnect);
    first->end();
    QVERIFY(turns.isRunning(Work::Disconnect));
    QVERIFY(!turns.begin(Work::Connect));
    QTRY_VERIFY(waiter->turn);
    QVERIFY(turns.isRunning(Work::Disconnect));
    waiter->turn.reset();
    QVERIFY(turns.begin(Work::Connect));
}

void TestOneAtATime::inOrderOfAsking()
{
    Turns turns;
    const Turns::Turn first = turns.begin(Work::Connect);
    const auto second = waiting(&turns, Work::Disconnect);
    const auto third = waiting(&turns, Work::Check);
    first->end();
    QTRY_VERIFY(second->turn);
    QVERIFY(!third->over);
    second->turn.reset();
    QVERIFY(turns.isRunning(Work::Check));
    QTRY_VERIFY(third->turn);
}

void TestOneAtATime::whoGaveUpIsPassedOver()
{
    Turns turns;
    const Turns::Turn first = turns.begin(Work::Connect);
    const auto second = waiting(&turns, Work::Disconnect);
    const auto third = waiting(&turns, Work::Check);
    second->stop.request_stop();
    QTRY_VERIFY(second->over);
    QVERIFY(!second->turn);
    first->end();
    QVERIFY(turns.isRunning(Work::Check));
    QTRY_VERIFY(third->turn);
    third->turn.reset();
    QVERIFY(!turns.running());
}

/// A stop that comes after the turn was given leaves it with who was served; it is not lost.
void TestOneAtATime::servedAndStopped()
{
    Turns turns;
    const Turns::Turn first = turns.begin(Work::Connect);
    const auto second = waiting(&turns, Work::Disconnect);
    first->end();
    second->stop.request_stop();
    QTRY_VERIFY(second->over);
    QVERIFY(second->turn);
    second->turn.reset();
    QVERIFY(!turns.running());
}

QTEST_GUILESS_MAIN(TestOneAtATime)
#include "tst_oneatatime.moc"
