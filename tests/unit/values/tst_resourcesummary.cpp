#include "values/quantity.h"
#include "values/resourcesummary.h"
#include "valuesfixture.h"

#include <QLocale>
#include <QTest>

using namespace rayhelm;

class TestResourceSummary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void example();
    void summaries_data();
    void summaries();
    void groups();
    void quantities_data();
    void quantities();
};

void TestResourceSummary::example()
{
    const ResourceSummary summary = summarize(*readYaml(exampleText()));
    QCOMPARE(withoutIsolates(summary.text()), QStringLiteral("1 head + 3 workers, 4 GPUs, 256 CPUs, up to 3 h 50 min"));
    QCOMPARE(withoutIsolates(summary.costText()), QStringLiteral("at most 15.3 GPU hours"));
    QCOMPARE(withoutIsolates(summary.reviewText()),
             QStringLiteral("This asks the HPC for 4 nodes, 4 GPUs, 256 CPUs, up to 3 h 50 min: at most 15.3 GPU hours."));
}

void TestResourceSummary::summaries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("cost");
    const QByteArray head = "head:\n  annotations: {slurm-job.vk.io/flags: --gres=gpu:1 --time=60}\n";
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("1 head + 1 worker, GPUs not stated, 2 CPUs, time limit not stated")
                             << QStringLiteral("GPU hours not known");
    QTest::newRow("no workers") << head + "worker: {disabled: true}\n" << QStringLiteral("1 head + 0 workers, 1 GPU, 1 CPU, up to 1 h")
                                << QStringLiteral("at most 1 GPU hour");
    QTest::newRow("workers without flags") << head << QStringLiteral("1 head + 1 worker, GPUs not stated, 2 CPUs, time limit not stated")
                                           << QStringLiteral("GPU hours not known");
    QTest::newRow("no GPU but known") << head + "worker:\n  annotations: {slurm-job.vk.io/flags: --gpus=0}\n"
                                      << QStringLiteral("1 head + 1 worker, 1 GPU, 2 CPUs, time limit not stated") << QStringLiteral("at most 1 GPU hour");
    QTest::newRow("kept within the limits") << head + "worker:\n  replicas: 9\n  maxReplicas: 4\n  annotations: {slurm-job.vk.io/flags: --gpus=2 --time=1-0}\n"
                                            << QStringLiteral("1 head + 4 workers, 9 GPUs, 5 CPUs, up to 24 h") << QStringLiteral("at most 193 GPU hours");
    QTest::newRow("two groups") << head + "worker:\n  replicas: 0\n  minReplicas: 0\nadditionalWorkerGroups:\n  big:\n    replicas: 2\n    numOfHosts: 2\n"
                                          "    resources: {limits: {cpu: 500m}}\n    annotations: {slurm-job.vk.io/flags: --gpus=1 --time=90}\n"
                                << QStringLiteral("1 head + 4 workers, 5 GPUs, 3 CPUs, up to 1 h 30 min") << QStringLiteral("at most 7 GPU hours");
}

void TestResourceSummary::summaries()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, summary);
    QFETCH(QString, cost);
    const Result<YamlValue> values = readYaml(text);
    QVERIFY(values);
    QCOMPARE(withoutIsolates(summarize(*values).text()), summary);
    QCOMPARE(withoutIsolates(summarize(*values).costText()), cost);
}

void TestResourceSummary::groups()
{
    const QList<GroupRequest> groups = groupRequests(*readYaml(exampleText()));
    QCOMPARE(groups.size(), 2);
    QVERIFY(groups[0].head && groups[0].onHpc);
    QCOMPARE(groups[0].name, QStringLiteral("headgroup"));
    QCOMPARE(groups[1].name, QStringLiteral("workergroup"));
    QCOMPARE(groups[1].pods, 3);
    QCOMPARE(groups[1].gpusPerPod, std::optional(1));
    QCOMPARE(groups[1].timeLimit, std::optional(std::chrono::seconds(13800)));
    QCOMPARE(groups[1].memoryPerPod, std::optional(128e9));
    QVERIFY(!groups[1].nodesPerPod);
    const QList<GroupRequest> standard = groupRequests(*readYaml("additionalWorkerGroups: {smallGroup: {replicas: 3}}\n"));
    QCOMPARE(standard.size(), 2); // the chart keeps smallGroup disabled
    QVERIFY(!standard[0].onHpc);
}

void TestResourceSummary::quantities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("amount"); // -1: none
    QTest::addColumn<QString>("words");
    const auto add = [](const char *text, double amount, const char *words) {
        QTest::newRow(text) << QString::fromLatin1(text) << amount << QString::fromLatin1(words);
    };
    add("128G", 128e9, "128 GB");
    add("5Gi", 5368709120.0, "5 GiB");
    add("1500m", 1.5, "");
    add("1e3", 1000, "");
    add("0.5", 0.5, "");
    add(".5Ti", 549755813888.0, ".5 TiB");
    add("128GB", -1, "128GB");
    add("128 G", -1, "128 G");
    add("", -1, "");
    add("G", -1, "G");
}

void TestResourceSummary::quantities()
{
    QFETCH(QString, text);
    QFETCH(double, amount);
    QFETCH(QString, words);
    QCOMPARE(parseQuantity(text).value_or(-1), amount);
    if (!words.isEmpty())
        QCOMPARE(memoryText(text), words);
}

QTEST_GUILESS_MAIN(TestResourceSummary)
#include "tst_resourcesummary.moc"
