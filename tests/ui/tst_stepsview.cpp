#include "core/steps.h"
#include "ui/stepsview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

class tst_StepsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void eachStepShowsNameAndTime();
    void failureStandsInItsStep();
    void cancelAppearsAfterThreeSeconds();
    void cancelThatIsOffSaysWhy();
    void goingOnAtTheVm();
    void replanned();

private:
    QPushButton *button(const StepsView &view, const QString &text);
    std::unique_ptr<Steps> m_steps;
};

void tst_StepsView::init()
{
    m_steps = std::make_unique<Steps>();
    m_steps->plan({QStringLiteral("Reach vm"), QStringLiteral("Check that it is vm"), QStringLiteral("Log in")});
}

QPushButton *tst_StepsView::button(const StepsView &view, const QString &text)
{
    const QList<QPushButton *> buttons = view.findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (button->text() == text)
            return button;
    return nullptr;
}

void tst_StepsView::eachStepShowsNameAndTime()
{
    StepsView view;
    view.setSteps(m_steps.get());
    view.show();
    QCOMPARE(view.count(), 3);
    m_steps->begin(0);
    m_steps->begin(1);
    m_steps->note(QStringLiteral("known since 3 May"));
    m_steps->begin(2);
    QString first = view.stepText(0);
    first.remove(QChar(0x2068)).remove(QChar(0x2069)); // durations are isolated for right-to-left texts
    QVERIFY2(first.contains(QLatin1String("done, 0.0 s")), qPrintable(view.stepText(0)));
    QVERIFY2(view.stepText(1).contains(QLatin1String("known since 3 May")), qPrintable(view.stepText(1)));
    QVERIFY2(view.stepText(2).startsWith(QLatin1String("3  Log in: running")), qPrintable(view.stepText(2)));
    // The time of the running step goes on by itself.
    const QString before = view.stepText(2);
    QTRY_VERIFY(view.stepText(2) != before);
}

void tst_StepsView::failureStandsInItsStep()
{
    StepsView view;
    view.setSteps(m_steps.get());
    view.setFailureActions([](const Error &) { return QList<MessageAction>{{QStringLiteral("Try again"), [] {}}}; });
    view.show();
    m_steps->begin(0);
    m_steps->fail({ErrorKind::Unreachable, QStringLiteral("vm does not answer. Nothing came back in 15 s."), QStringLiteral("raw words")});
    QVERIFY(view.stepText(0).contains(QLatin1String("vm does not answer. Nothing came back in 15 s.")));
    QVERIFY(view.stepText(0).contains(QLatin1String("failed")));
    QVERIFY(view.stepText(1).contains(QLatin1String("not tried")));
    QVERIFY(view.stepText(2).contains(QLatin1String("not tried")));
    QVERIFY(button(view, QStringLiteral("Try again"))->isVisible());
    QVERIFY(button(view, QStringLiteral("Show details"))->isVisible());
}

void tst_StepsView::cancelAppearsAfterThreeSeconds()
{
    StepsView view;
    QSignalSpy cancelled(&view, &StepsView::cancelRequested);
    view.setSteps(m_steps.get());
    view.show();
    m_steps->begin(0);
    QPushButton *cancel = button(view, QStringLiteral("Cancel"));
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 6000);
    QVERIFY(m_steps->elapsed() >= std::chrono::seconds(3));
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    m_steps->finish();
    QTRY_VERIFY(!cancel->isVisible());
}

void tst_StepsView::cancelThatIsOffSaysWhy()
{
    StepsView view;
    view.setSteps(m_steps.get());
    view.setCancellable(false, QStringLiteral("Deletion cannot be taken back."));
    QPushButton *cancel = button(view, QStringLiteral("Cancel"));
    QVERIFY(!cancel->isEnabled());
    QCOMPARE(cancel->accessibleDescription(), QStringLiteral("Deletion cannot be taken back."));
}

void tst_StepsView::goingOnAtTheVm()
{
    StepsView view;
    view.setSteps(m_steps.get());
    m_steps->begin(0);
    m_steps->setGoingOnRemotely(true);
    QVERIFY2(view.stepText(0).contains(QLatin1String("going on at the VM; reconnecting")), qPrintable(view.stepText(0)));
    m_steps->setGoingOnRemotely(false);
    QVERIFY(view.stepText(0).contains(QLatin1String("running")));
}

void tst_StepsView::replanned()
{
    StepsView view;
    view.setSteps(m_steps.get());
    m_steps->plan({QStringLiteral("One")});
    QCOMPARE(view.count(), 1);
    view.setSteps(nullptr);
    QCOMPARE(view.count(), 0);
}

QTEST_MAIN(tst_StepsView)
#include "tst_stepsview.moc"
