#include "ui/clusterheldbar.h"
#include "ui/clusterlook.h"
#include "ui/clusterpodmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

namespace {

PodStatus pod(const QString &uid, const QString &title, PodState state = PodState::Usable)
{
    PodStatus status;
    status.pod.uid = PodUid::orEmpty(uid);
    status.pod.name = PodName::orEmpty(QStringLiteral("raycluster-kuberay-") + uid);
    status.title = title;
    status.verdict.state = state;
    status.verdict.words = podStateWords(state);
    return status;
}

QStringList titles(const ClusterPodModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles.append(model.podAt(row)->title);
    return titles;
}

} // namespace

class TestClusterPodModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Words come from the service; the look alone is ours. No two states may look the same without colour.
    void statesDiffer()
    {
        const QList<PodState> states{PodState::HandingOver, PodState::ProbablyRefused, PodState::InQueue, PodState::QueuedOrStarting,
                                     PodState::InUseByRay, PodState::Starting, PodState::WaitsForHead, PodState::Usable,
                                     PodState::RayDoesNotAnswer, PodState::EndedEarly, PodState::BeingRemoved,
                                     PodState::StuckBeingRemoved, PodState::ContactLost, PodState::Unknown};
        QSet<QString> seen;
        for (const PodState state : states) {
            const QString look = podLook(state).icon + QLatin1Char('|') + podStateWords(state);
            QVERIFY2(!seen.contains(look), qPrintable(look));
            QVERIFY(!podLook(state).icon.isEmpty());
            seen.insert(look);
        }
        QCOMPARE(podLook(PodState::Usable).kind, StateKind::Good);
        for (const PodState state : states) {
            if (state != PodState::Usable)
                QVERIFY(podLook(state).kind != StateKind::Good);
        }
    }

    void follows_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        const auto list = [](const char *letters) {
            QStringList uids;
            for (const char *letter = letters; *letter; ++letter)
                uids.append(QString(QLatin1Char(*letter)));
            return uids;
        };
        QTest::newRow("from nothing") << QStringList() << list("abc");
        QTest::newRow("to nothing") << list("abc") << QStringList();
        QTest::newRow("one more") << list("ab") << list("abc");
        QTest::newRow("one more in front") << list("bc") << list("abc");
        QTest::newRow("one less") << list("abc") << list("ac");
        QTest::newRow("replaced") << list("abc") << list("axc");
        QTest::newRow("moved up") << list("abcd") << list("dabc");
        QTest::newRow("moved down") << list("abcd") << list("bcda");
        QTest::newRow("all of it") << list("abcd") << list("xdbya");
    }

    void follows()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        ClusterPodModel model;
        const QAbstractItemModelTester tester(&model);
        const auto pods = [](const QStringList &uids) {
            QList<PodStatus> list;
            for (const QString &uid : uids)
                list.append(pod(uid, uid));
            return list;
        };
        model.setPods(pods(before));
        QCOMPARE(titles(model), before);
        QItemSelectionModel selection(&model);
        const QString chosen = before.value(1);
        if (!chosen.isEmpty())
            selection.select(model.index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        model.setPods(pods(after));
        QCOMPARE(titles(model), after);
        // The selection stays on the pod that was chosen, wherever it stands now.
        if (after.contains(chosen))
            QCOMPARE(selection.selectedRows().value(0).row(), after.indexOf(chosen));
        else
            QVERIFY(selection.selectedRows().isEmpty());
    }

    void saysEverythingInOneSentence()
    {
        PodStatus status = pod(QStringLiteral("u"), QStringLiteral("worker 3"), PodState::InQueue);
        status.verdict.why = QStringLiteral("Slurm says: Priority.");
        status.pod.slurmJob = SlurmJobId::orEmpty(QStringLiteral("4711226"));
        status.timeLeft = std::chrono::minutes(161);
        const QString text = ClusterPodModel::sentence(status);
        for (const char *part : {"worker 3", "In the HPC queue", "Slurm says: Priority.", "4711226", "2 h 41 min"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        ClusterPodModel model;
        model.setPods({status});
        QCOMPARE(model.data(model.index(0, 0), Qt::AccessibleDescriptionRole).toString(), text);
    }

    void ranges_data()
    {
        QTest::addColumn<QStringList>("jobs");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{QStringLiteral("7")} << QStringLiteral("7");
        QTest::newRow("two") << QStringList{QStringLiteral("8"), QStringLiteral("7")} << QStringLiteral("7, 8");
        QTest::newRow("run") << QStringList{QStringLiteral("9"), QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("12")} << QStringLiteral("7-9, 12");
        QTest::newRow("same twice") << QStringList{QStringLiteral("7"), QStringLiteral("7")} << QStringLiteral("7");
        QTest::newRow("unknown ones") << QStringList{QString(), QStringLiteral("7"), QStringLiteral("7_1")} << QStringLiteral("7, 7_1");
    }

    void ranges()
    {
        QFETCH(QStringList, jobs);
        QFETCH(QString, text);
        QCOMPARE(jobNumbersText(jobs), text);
    }

    void gpuHours()
    {
        const QDateTime now = QDateTime::currentDateTime();
        PodStatus running = pod(QStringLiteral("a"), QStringLiteral("head"));
        running.firstRunning = now.addSecs(-7200);
        running.pod.ask.gpus = 2;
        PodStatus queued = pod(QStringLiteral("b"), QStringLiteral("worker 1"), PodState::InQueue);
        QCOMPARE(ClusterHeldBar::gpuHours({running, queued}, now).value_or(-1), 4.0);
        queued.firstRunning = now.addSecs(-60);
        QVERIFY(!ClusterHeldBar::gpuHours({running, queued}, now)); // its GPUs are not stated
    }
};

QTEST_MAIN(TestClusterPodModel)
#include "tst_clusterpodmodel.moc"
