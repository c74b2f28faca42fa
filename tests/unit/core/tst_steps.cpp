#include "core/steps.h"

#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

class TestSteps : public QObject
{
    Q_OBJECT
private:
    static QList<StepState> states(const Steps &steps)
    {
        QList<StepState> all;
        for (const Step &step : steps.all())
            all.append(step.state);
        return all;
    }

private Q_SLOTS:
    void goesThrough()
    {
        Steps steps;
        steps.plan({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        QVERIFY(!steps.isRunning());
        steps.begin(0);
        steps.note(QStringLiteral("found"));
        steps.begin(1);
        QCOMPARE(states(steps), (QList<StepState>{StepState::Done, StepState::Running, StepState::NotTried}));
        QCOMPARE(steps.all().first().note, QStringLiteral("found"));
        steps.setAsking(true);
        QCOMPARE(steps.all().at(1).state, StepState::Asking);
        steps.setAsking(false);
        steps.finish();
        QVERIFY(!steps.isRunning());
    }

    void failureLeavesLaterStepsUntried()
    {
        Steps steps;
        steps.plan({QStringLiteral("a"), QStringLiteral("b")});
        steps.begin(0);
        steps.fail(Error{ErrorKind::Unreachable, QStringLiteral("no answer"), {}});
        QCOMPARE(states(steps), (QList<StepState>{StepState::Failed, StepState::NotTried}));
        QCOMPARE(steps.all().first().error->kind, ErrorKind::Unreachable);
    }

    void cancelIsNoFailure()
    {
        Steps steps;
        steps.plan({QStringLiteral("a")});
        steps.begin(0);
        steps.fail(Error{ErrorKind::Cancelled, {}, {}});
        QCOMPARE(states(steps), QList<StepState>{StepState::NotTried});
        QVERIFY(!steps.all().first().error);
    }

    void tellsEachChange()
    {
        Steps steps;
        QSignalSpy changed(&steps, &Steps::changed);
        steps.plan({QStringLiteral("a")});
        steps.begin(0);
        steps.note(QStringLiteral("n"));
        steps.setGoingOnRemotely(true);
        steps.finish();
        QCOMPARE(changed.size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
