#include "cluster/podview.h"
#include "folders.h"

#include <QJsonDocument>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

class TestPodView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsARecordedWorker();
    void deletionIsTheTimeOfAsking();
    void jobNumber_data();
    void jobNumber();
    void slurmOptions_data();
    void slurmOptions();
    void emptyObjectIsNoPod();
    void impossibleNamesAreLeftOut();
};

namespace {

QJsonArray recorded(const QString &file)
{
    QFile data(rayhelm::testData("/recorded/") + file);
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no recorded data: %s", qPrintable(file));
    return QJsonDocument::fromJson(data.readAll()).object().value(u"items"_s).toArray();
}

} // namespace

void TestPodView::readsARecordedWorker()
{
    const QList<PodView> pods = podsFromJson(recorded(u"walltime/02-t054s-pods.json"_s));
    QCOMPARE(pods.size(), 2);
    const PodView &worker = pods.at(1);
    QCOMPARE(worker.role, PodRole::Worker);
    QCOMPARE(worker.group, u"workergroup"_s);
    QCOMPARE(worker.clusterName.text(), u"raycluster-kuberay"_s);
    QCOMPARE(worker.nodeName.text(), u"vega-virtual-node"_s);
    QCOMPARE(worker.slurmJob.text(), u"20"_s);
    QCOMPARE(worker.initContainerNames, QStringList{u"wait-gcs-ready"_s});
    QVERIFY(worker.runsByKubernetes());
    QCOMPARE(worker.ask.gpus, std::optional<int>(1));
    QCOMPARE(worker.ask.timeLimit, std::optional(std::chrono::seconds(60)));
    QCOMPARE(worker.image, u"/lab/img/hython:sif"_s);
    QVERIFY(worker.containers.first().startedAt.isValid());
    QCOMPARE(pods.first().role, PodRole::Head);
}

void TestPodView::deletionIsTheTimeOfAsking()
{
    const QList<PodView> pods = podsFromJson(recorded(u"normal/04-t063s-pods.json"_s));
    QVERIFY(!pods.isEmpty());
    // Kubernetes writes 22:27:14, the end of the 30 s of grace.
    QCOMPARE(pods.first().deletionAsked->toUTC().time(), QTime(22, 26, 44));
    QVERIFY(pods.first().hasEnded());
}

void TestPodView::jobNumber_data()
{
    QTest::addColumn<QString>("annotation");
    QTest::addColumn<QString>("number");
    QTest::newRow("plain") << u"4711"_s << u"4711"_s;
    QTest::newRow("array") << u"4711_3"_s << u"4711_3"_s;
    QTest::newRow("blanks") << u" 12 "_s << u"12"_s;
    QTest::newRow("shell") << u"1; rm -rf /"_s << QString();
    QTest::newRow("option") << u"--help"_s << QString();
}

void TestPodView::jobNumber()
{
    QFETCH(QString, annotation);
    QFETCH(QString, number);
    const QJsonObject object{{u"metadata"_s, QJsonObject{{u"name"_s, u"pod"_s}, {u"uid"_s, u"uid"_s},
                                                         {u"annotations"_s, QJsonObject{{u"JobID"_s, annotation}}}}}};
    QCOMPARE(podFromJson(object)->slurmJob.text(), number);
}

void TestPodView::slurmOptions_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<int>("gpus"); // -1: not stated
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("nodes");
    QTest::newRow("portable") << u"--partition=gpu --gres=gpu:1 --time=230"_s << 1 << 13800 << 1;
    QTest::newRow("tutorial") << u"-p gpu --gres=gpu:1  --time 230"_s << 1 << 13800 << 1;
    QTest::newRow("typed gres") << u"--gres=gpu:a100:4 -N 2 -t 1-00:00:00"_s << 8 << 86400 << 2;
    QTest::newRow("gpus") << u"--gpus=3 --time=3:50:00"_s << 3 << 13800 << 1;
    QTest::newRow("nothing") << QString() << -1 << -1 << 1;
}

void TestPodView::slurmOptions()
{
    QFETCH(QString, flags);
    QFETCH(int, gpus);
    QFETCH(int, seconds);
    QFETCH(int, nodes);
    const SlurmAsk ask = slurmAskFromFlags(flags);
    QCOMPARE(ask.gpus.value_or(-1), gpus);
    QCOMPARE(ask.timeLimit ? int(ask.timeLimit->count()) : -1, seconds);
    QCOMPARE(ask.nodes, nodes);
}

void TestPodView::emptyObjectIsNoPod()
{
    QVERIFY(!podFromJson({}));
    const PodView pod;
    QVERIFY(!pod.runsByKubernetes()); // no containers is not "all containers run"
    QVERIFY(!pod.hasEnded());
}

/// A name is data of a machine that may lie: nothing is made from one that Kubernetes would not have accepted.
void TestPodView::impossibleNamesAreLeftOut()
{
    const auto pod = [](const QString &name, const QString &uid, const QString &container, const QString &address) {
        return QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"uid"_s, uid}}},
                           {u"spec"_s, QJsonObject{{u"nodeName"_s, u"../node"_s}}},
                           {u"status"_s, QJsonObject{{u"podIP"_s, address},
                                                     {u"containerStatuses"_s, QJsonArray{QJsonObject{{u"name"_s, container}}}}}}};
    };
    const QString climbing = u"../../../../.ssh/authorized_keys"_s + QChar(0);
    const QList<PodView> pods = podsFromJson({pod(climbing, u"u1"_s, u"c"_s, {}), pod(u"--all"_s, u"u2"_s, u"c"_s, {}),
                                              pod(u"p"_s, u"u3;x"_s, u"c"_s, {}), pod(u"good"_s, u"u4"_s, u"--previous"_s, u"-oProxyCommand=x"_s),
                                              pod(u"better"_s, u"u5"_s, u"ray-head"_s, u"10.0.0.7"_s)});
    QCOMPARE(pods.size(), 2);
    QVERIFY(pods.at(0).containers.isEmpty());
    QVERIFY(pods.at(0).address.isEmpty());
    QVERIFY(pods.at(0).nodeName.isEmpty());
    QCOMPARE(pods.at(1).address, u"10.0.0.7"_s);
    QCOMPARE(pods.at(1).containers.first().name.text(), u"ray-head"_s);
}

QTEST_GUILESS_MAIN(TestPodView)
#include "tst_podview.moc"
