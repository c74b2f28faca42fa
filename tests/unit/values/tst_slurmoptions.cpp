#include "values/slurmoptions.h"

#include <QTest>

using namespace rayhelm;

class TestSlurmOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reading_data();
    void reading();
    void writing_data();
    void writing();
    void times_data();
    void times();
    void timesOfPeople_data();
    void timesOfPeople();
    void unreadableParts();
    void unknownWordsStay();
};

void TestSlurmOptions::reading_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<QString>("partition");
    QTest::addColumn<int>("gpus"); // -1: not stated
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("minutes");
    const auto add = [](const char *flags, const char *partition, int gpus, const char *type, int nodes, int minutes) {
        QTest::newRow(flags) << QString::fromUtf8(flags) << QString::fromUtf8(partition) << gpus << QString::fromUtf8(type) << nodes << minutes;
    };
    add("-p gpu --gres=gpu:1  --time 230", "gpu", 1, "", -1, 230);
    add("--partition=gpu --gres=gpu:a100:4 --time=1-00:00:00", "gpu", 4, "a100", -1, 1440);
    add("-pgpu -N2 --gres gpu:2 -t 3:50:00", "gpu", 4, "", 2, 230);
    add("--gpus=3 -N 2", "", 3, "", 2, -1);
    add("-G a100:2", "", 2, "a100", -1, -1);
    add("--gpus-per-node=4 --nodes=1-3", "", 12, "", 3, -1);
    add("--gpus-per-task=2 --ntasks=4", "", 8, "", -1, -1);
    add("--gres=craynetwork:1,gpu:2", "", 2, "", -1, -1);
    add("--gres=gpu", "", 1, "", -1, -1);
    add("--gres=gpu:a100", "", 1, "a100", -1, -1);
    add("--gres=gres/gpu:2(S:0-1)", "", 2, "", -1, -1);
    add("-p one -p two", "two", -1, "", -1, -1);
    add("--exclusive -p cpu", "cpu", -1, "", -1, -1);
    add("--comment=\"a -p b\" -p c", "c", -1, "", -1, -1);
    add("", "", -1, "", -1, -1);
    add("--time=UNLIMITED", "", -1, "", -1, -1);
    add("--time=0", "", -1, "", -1, -1);
}

void TestSlurmOptions::reading()
{
    QFETCH(QString, flags);
    QFETCH(QString, partition);
    QFETCH(int, gpus);
    QFETCH(QString, type);
    QFETCH(int, nodes);
    QFETCH(int, minutes);
    const SlurmOptions options = SlurmOptions::parse(flags);
    QCOMPARE(options.toString(), flags);
    QCOMPARE(options.partition().value_or(QString()), partition);
    QCOMPARE(options.gpus().value_or(-1), gpus);
    QCOMPARE(options.gpuType(), type);
    QCOMPARE(options.nodes().value_or(-1), nodes);
    QCOMPARE(options.timeLimit() ? int(options.timeLimit()->count() / 60) : -1, minutes);
    QVERIFY(options.unreadable().isEmpty());
}

void TestSlurmOptions::writing_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("after");
    const auto add = [](const char *before, const char *what, const char *value, const char *after) {
        QTest::addRow("%s %s=%s", before, what, value)
            << QString::fromUtf8(before) << QString::fromUtf8(what) << QString::fromUtf8(value) << QString::fromUtf8(after);
    };
    const char *example = "-p gpu --gres=gpu:1  --time 230";
    add(example, "gpus", "2", "-p gpu --gres=gpu:2  --time 230");
    add(example, "gpus", "1", example);
    add(example, "gpus", "", "-p gpu  --time 230");
    add(example, "time", "30", "-p gpu --gres=gpu:1  --time=30");
    add(example, "time", "230", example);
    add(example, "time", "", "-p gpu --gres=gpu:1");
    add(example, "partition", "cpu", "--partition=cpu --gres=gpu:1  --time 230");
    add(example, "partition", "", "--gres=gpu:1  --time 230");
    add(example, "account", "st1", "-p gpu --gres=gpu:1  --time 230 --account=st1");
    add(example, "nodes", "2", "-p gpu --gres=gpu:1  --time 230 --nodes=2");
    add("", "qos", "high", "--qos=high");
    add("", "gpus", "1", "--gres=gpu:1");
    add("-C \"a b\"", "constraint", "x", "--constraint=x");
    add("--gres=net:1,gpu:a100:1,x", "gpus", "4", "--gres=net:1,gpu:a100:4,x");
    add("--gres=net:1,gpu:1", "gpus", "", "--gres=net:1");
    add("--gpus=1", "gpus", "2", "--gpus=2");
    add("--gpus-per-node=1 -N 2", "gpus", "4", "--gpus-per-node=2 -N 2");
    add("--gpus-per-task=1 -n 2", "gpus", "4", "--gpus-per-task=2 -n 2");
    add("-t 5 --odd word -t 6", "time", "7", "-t 5 --odd word --time=7");
    add("-t 5 --odd word -t 6", "time", "", "--odd word");
}

void TestSlurmOptions::writing()
{
    QFETCH(QString, before);
    QFETCH(QString, what);
    QFETCH(QString, value);
    QFETCH(QString, after);
    SlurmOptions options = SlurmOptions::parse(before);
    const auto number = value.isEmpty() ? std::nullopt : std::optional(value.toInt());
    if (what == QLatin1String("gpus"))
        options.setGpus(number);
    else if (what == QLatin1String("nodes"))
        options.setNodes(number);
    else if (what == QLatin1String("time"))
        options.setTimeLimit(number ? std::optional(std::chrono::seconds(*number * 60)) : std::nullopt);
    else if (what == QLatin1String("partition"))
        options.setPartition(value);
    else if (what == QLatin1String("account"))
        options.setAccount(value);
    else if (what == QLatin1String("qos"))
        options.setQos(value);
    else
        options.setConstraint(value);
    QCOMPARE(options.toString(), after);
    QCOMPARE(SlurmOptions::parse(after).toString(), after);
}

void TestSlurmOptions::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds"); // -1: no time
    QTest::newRow("minutes") << QStringLiteral("230") << 13800;
    QTest::newRow("M:S") << QStringLiteral("10:30") << 630;
    QTest::newRow("H:M:S") << QStringLiteral("3:50:00") << 13800;
    QTest::newRow("D-H") << QStringLiteral("2-12") << 216000;
    QTest::newRow("D-H:M") << QStringLiteral("1-02:30") << 95400;
    QTest::newRow("D-H:M:S") << QStringLiteral("1-00:00:01") << 86401;
    QTest::newRow("word") << QStringLiteral("soon") << -1;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("minus") << QStringLiteral("-5") << -1;
    QTest::newRow("four parts") << QStringLiteral("1:2:3:4") << -1;
}

void TestSlurmOptions::times()
{
    QFETCH(QString, text);
    QFETCH(int, seconds);
    const auto time = SlurmOptions::parseTime(text);
    QCOMPARE(time ? int(time->count()) : -1, seconds);
    if (time)
        QCOMPARE(SlurmOptions::parseTime(SlurmOptions::timeText(*time)), time);
}

void TestSlurmOptions::timesOfPeople_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes"); // -1: refused
    QTest::newRow("minutes") << QStringLiteral(" 230 ") << 230;
    QTest::newRow("words") << QStringLiteral("3 h 50 min") << 230;
    QTest::newRow("tight") << QStringLiteral("3h50m") << 230;
    QTest::newRow("days") << QStringLiteral("2 days 1 hour") << 2940;
    QTest::newRow("clock") << QStringLiteral("3:50:00") << 230;
    QTest::newRow("slurm days") << QStringLiteral("1-00:00:00") << 1440;
    QTest::newRow("ambiguous") << QStringLiteral("3:50") << -1;
    QTest::newRow("zero") << QStringLiteral("0") << -1;
    QTest::newRow("nothing") << QString() << -1;
    QTest::newRow("word") << QStringLiteral("all night") << -1;
}

void TestSlurmOptions::timesOfPeople()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    const auto time = SlurmOptions::timeFromPerson(text);
    QCOMPARE(time ? int(time->count() / 60) : -1, minutes);
    if (!time)
        QVERIFY(!time.error().summary.isEmpty());
}

void TestSlurmOptions::unreadableParts()
{
    const SlurmOptions options = SlurmOptions::parse(QStringLiteral("gpu --time soon -N x --gres=gpu:many:x --odd=1"));
    QCOMPARE(options.unreadable(), (QStringList{QStringLiteral("gpu"), QStringLiteral("--time soon"), QStringLiteral("-N x"),
                                                QStringLiteral("--gres=gpu:many:x")}));
    QVERIFY(options.hasSeparatedValues());
    QVERIFY(!SlurmOptions::parse(QStringLiteral("--partition=gpu --exclusive")).hasSeparatedValues());
}

void TestSlurmOptions::unknownWordsStay()
{
    SlurmOptions options = SlurmOptions::parse(QStringLiteral("  --signal=B:USR1@60   --mem-per-cpu=2000 -p a  "));
    QCOMPARE(options.value(QStringLiteral("mem-per-cpu")), std::optional(QStringLiteral("2000")));
    options.setPartition(QStringLiteral("b"));
    QCOMPARE(options.toString(), QStringLiteral("  --signal=B:USR1@60   --mem-per-cpu=2000 --partition=b  "));
    QCOMPARE(options.names(), (QStringList{QStringLiteral("signal"), QStringLiteral("mem-per-cpu"), QStringLiteral("partition")}));
}

QTEST_GUILESS_MAIN(TestSlurmOptions)
#include "tst_slurmoptions.moc"
