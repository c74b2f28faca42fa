#undef QT_NO_CAST_FROM_ASCII
#include "jobs/itwinaiconfig.h"
#include "folders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

class ItwinaiConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scanFindsConfigs();
    void skippedOnesSayWhy();
    void pipelines();
    void fields_data();
    void fields();
    void fieldsThatAreNotOffered();
    void paths();
    void missingFolder();
    void endlessFile();
    void notYaml();

private:
    const ItwinaiConfig *config(const QString &path) const
    {
        for (const ItwinaiConfig &found : m_scan.configs) {
            if (found.path == path)
                return &found;
        }
        return nullptr;
    }

    ConfigScan m_scan;
};

void ItwinaiConfigTest::initTestCase()
{
    const auto scan = QCoro::waitFor(scanItwinaiConfigs(rayhelm::testData("/itwinai"), {}));
    QVERIFY(scan);
    m_scan = *scan;
}

void ItwinaiConfigTest::scanFindsConfigs()
{
    QStringList paths;
    for (const ItwinaiConfig &found : m_scan.configs)
        paths.append(found.path);
    QCOMPARE(paths, (QStringList{"configuration_files/calibration.yaml", "configuration_files/vega_training.yaml",
                                 "configuration_files/sub/nested.yaml"}));
    QCOMPARE(m_scan.filesSeen, 6);
    QCOMPARE(m_scan.configs.last().folder, "configuration_files/sub");
    QCOMPARE(m_scan.configs.last().name, "nested");
}

void ItwinaiConfigTest::skippedOnesSayWhy()
{
    QHash<QString, QString> reasons;
    for (const SkippedConfig &skipped : m_scan.skipped)
        reasons.insert(skipped.path, skipped.reason);
    QCOMPARE(reasons.size(), 4);
    QVERIFY(reasons.value("configuration_files/broken.yaml").startsWith("Line "));
    QVERIFY(reasons.value("configuration_files/environment.yaml").contains("no pipeline"));
    QVERIFY(reasons.value("configuration_files/list.yaml").contains("no settings"));
    QVERIFY(reasons.value("configuration_files/wrong_ending.yml").contains(".yaml"));
}

void ItwinaiConfigTest::pipelines()
{
    const ItwinaiConfig *vega = config("configuration_files/vega_training.yaml");
    QVERIFY(vega);
    QCOMPARE(vega->name, "vega_training");
    QCOMPARE(vega->pipelines.size(), 2);
    QCOMPARE(vega->pipelines[0].key, "training");
    QCOMPARE(vega->pipelines[0].steps, (QStringList{"reader", "trainer"}));
    QCOMPARE(vega->pipelines[1].key, "hpo");
    QCOMPARE(vega->pipelines[1].steps, (QStringList{"0", "1"}));
    const ItwinaiConfig *calibration = config("configuration_files/calibration.yaml");
    QVERIFY(calibration);
    QCOMPARE(calibration->pipelines.last().key, "nested.deeper");
    QVERIFY(calibration->has("pipe_key"));
    QVERIFY(!calibration->has("tracking_uri"));
}

void ItwinaiConfigTest::fields_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("comment");
    QTest::newRow("text") << "experiment_name" << FieldKind::Text << "drought" << "shown in MLflow";
    QTest::newRow("null") << "tracking_uri" << FieldKind::Nothing << "null" << "";
    QTest::newRow("integer") << "batch_size" << FieldKind::Integer << "256" << "per worker";
    QTest::newRow("real") << "learning_rate" << FieldKind::Real << "1e-3" << "";
    QTest::newRow("Boolean of YAML 1.1") << "shuffle" << FieldKind::Boolean << "yes" << "";
    QTest::newRow("quoted number") << "quoted" << FieldKind::Text << "12" << "";
    QTest::newRow("comment above") << "data_dir" << FieldKind::Text << "/ceph/project/data" << "Where the data lies on the HPC";
    QTest::newRow("interpolation") << "checkpoint" << FieldKind::Interpolation << "${data_dir}/checkpoints" << "";
    QTest::newRow("required") << "seed" << FieldKind::Required << "???" << "";
    QTest::newRow("list") << "variables" << FieldKind::List << "[precip, t2m, 3]" << "";
}

void ItwinaiConfigTest::fields()
{
    QFETCH(QString, key);
    QFETCH(FieldKind, kind);
    QFETCH(QString, value);
    QFETCH(QString, comment);
    const ItwinaiField *field = config("configuration_files/vega_training.yaml")->field(key);
    QVERIFY(field);
    QCOMPARE(field->kind, kind);
    QCOMPARE(field->value, value);
    QCOMPARE(field->comment, comment);
    QCOMPARE(field->isReadOnly(), kind == FieldKind::Interpolation);
}

void ItwinaiConfigTest::fieldsThatAreNotOffered()
{
    const ItwinaiConfig *vega = config("configuration_files/vega_training.yaml");
    for (const char *key : {"training", "hpo", "defaults", "hydra", "not_for_jobs", "nope"})
        QVERIFY2(!vega->has(key), key);
}

void ItwinaiConfigTest::paths()
{
    QCOMPARE(dataPaths(*config("configuration_files/vega_training.yaml")),
             (QStringList{"/ceph/project/data", "/scratch/static.zarr"}));
}

void ItwinaiConfigTest::missingFolder()
{
    QCOMPARE(QCoro::waitFor(scanItwinaiConfigs("/nope", {})).error().kind, ErrorKind::NotFound);
    QTemporaryDir empty;
    const auto scan = QCoro::waitFor(scanItwinaiConfigs(empty.path(), {}));
    QVERIFY(scan && scan->configs.isEmpty() && scan->filesSeen == 0);
}

/// A device has no size and no end.
void ItwinaiConfigTest::endlessFile()
{
    QTemporaryDir folder;
    QVERIFY(QFile::link("/dev/zero", folder.filePath("config.yaml")));
    const auto scan = QCoro::waitFor(scanItwinaiConfigs(folder.path(), {}));
    QVERIFY(scan && scan->configs.isEmpty());
    QCOMPARE(scan->skipped.size(), 1);
    QCOMPARE(scan->skipped.first().reason, "It cannot be read.");
}

void ItwinaiConfigTest::notYaml()
{
    QVERIFY(!readItwinaiConfig("a: [", "a.yaml"));
    QVERIFY(!readItwinaiConfig(QByteArray("\x00\x01", 2), "a.yaml"));
    QVERIFY(!readItwinaiConfig("", "a.yaml"));
}

QTEST_GUILESS_MAIN(ItwinaiConfigTest)
#include "tst_itwinaiconfig.moc"
