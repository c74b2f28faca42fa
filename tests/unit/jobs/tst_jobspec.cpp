#undef QT_NO_CAST_FROM_ASCII
#include "jobs/itwinaiconfig.h"
#include "jobs/jobspec.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace rayhelm;

class JobSpecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entrypoints_data();
    void entrypoints();
    void equivalentCommands();
    void commandsWithSecrets_data();
    void commandsWithSecrets();
    void checks_data();
    void checks();
    void submissionIds();
    void posted();
    void json();
    void hydraValues_data();
    void hydraValues();
    void hydraKeys_data();
    void hydraKeys();

private:
    static JobSpec example()
    {
        JobSpec spec;
        spec.submissionId = "rayhelm-train-0011";
        spec.name = "train";
        spec.folder = "/home/me/configuration_files";
        spec.configName = "vega_training";
        spec.pipeline = "training";
        spec.mlflowUri = "http://mlflow.example:5000";
        spec.experiment = "drought";
        return spec;
    }
};

Q_DECLARE_METATYPE(rayhelm::JobSpec)

void JobSpecTest::entrypoints_data()
{
    QTest::addColumn<JobSpec>("spec");
    QTest::addColumn<QString>("command");
    JobSpec spec = example();
    QTest::newRow("plain") << spec
                           << "itwinai exec-pipeline --config-name vega_training +pipe_key=training "
                              "++tracking_uri=http://mlflow.example:5000 ++experiment_name=drought";
    spec.pipeKeyInConfig = true;
    spec.configFolder = "configs";
    spec.mlflowUri.clear();
    spec.experiment = "my experiment, 2";
    spec.runName = "2024";
    spec.overrides = {{"epochs", "20"}, {"variables", "[a, b]"}, {"note", "it's"}};
    QTest::newRow("quoted") << spec
                            << "itwinai exec-pipeline --config-path configs --config-name vega_training ++pipe_key=training "
                               "'++experiment_name=\"my experiment, 2\"' '++run_name=\"2024\"' ++epochs=20 '++variables=[a, b]' "
                               "'++note=\"it'\\''s\"'";
    spec = example();
    spec.overrides = {{"experiment_name", "other"}};
    QTest::newRow("own change wins") << spec
                                     << "itwinai exec-pipeline --config-name vega_training +pipe_key=training "
                                        "++tracking_uri=http://mlflow.example:5000 ++experiment_name=other";
    spec.editedEntrypoint = "python train.py";
    QTest::newRow("edited") << spec << "python train.py";
}

void JobSpecTest::entrypoints()
{
    QFETCH(JobSpec, spec);
    QFETCH(QString, command);
    QCOMPARE(entrypoint(spec), command);
}

void JobSpecTest::equivalentCommands()
{
    JobSpec spec = example();
    spec.trackingUriInConfig = false;
    spec.excludes = {"/.env"};
    spec.gpus = 1;
    RayAddress address = *ingressAddress("https://h/default/rc", "ray", Secret(QByteArray("hunter22")));
    const QString command = equivalentCommand(spec, address);
    QCOMPARE(command,
             "ray job submit --address https://h/default/rc --headers '{\"Authorization\": \"Basic (hidden)\"}' --working-dir "
             "/home/me/configuration_files/ --runtime-env-json "
             "'{\"env_vars\":{\"MLFLOW_TRACKING_URI\":\"http://mlflow.example:5000\"},\"excludes\":[\"/.env\"]}' "
             "--entrypoint-num-gpus 1 -- " + entrypoint(spec));
    QVERIFY(!command.contains("hunter22"));
    QVERIFY(!command.contains(QString::fromLatin1(QByteArray("ray:hunter22").toBase64())));
}

void JobSpecTest::commandsWithSecrets_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << "itwinai exec-pipeline +pipe_key=training" << true;
    QTest::newRow("tutorial") << "MLFLOW_TRACKING_USERNAME=me MLFLOW_TRACKING_PASSWORD=x itwinai" << false;
    QTest::newRow("export") << "export MLFLOW_TRACKING_PASSWORD='x'; itwinai" << false;
    QTest::newRow("lower case") << "a ++db.password=x" << false;
    QTest::newRow("blanks") << "a password = x" << false;
    QTest::newRow("token") << "HF_TOKEN=hf_x python a.py" << false;
    QTest::newRow("key") << "AWS_SECRET_ACCESS_KEY=x python a.py" << false;
    QTest::newRow("in an address") << "a ++tracking_uri=http://me:x@h" << false;
    QTest::newRow("a setting") << "a ++tokenizer.pad_token=x" << true;
    QTest::newRow("a word") << "echo password" << true;
    QTest::newRow("two lines") << "a\nb" << false;
    QTest::newRow("empty") << "  " << false;
}

void JobSpecTest::commandsWithSecrets()
{
    QFETCH(QString, command);
    QFETCH(bool, good);
    QCOMPARE(checkEntrypoint(command).has_value(), good);
    JobSpec spec = example();
    spec.editedEntrypoint = command;
    if (!command.trimmed().isEmpty())
        QCOMPARE(checkJobSpec(spec).has_value(), good);
}

void JobSpecTest::checks_data()
{
    QTest::addColumn<JobSpec>("spec");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, bool good, auto change) {
        JobSpec spec = example();
        change(spec);
        QTest::newRow(name) << spec << good;
    };
    row("example", true, [](JobSpec &) {});
    row("no folder", false, [](JobSpec &spec) { spec.folder.clear(); });
    row("no configuration", false, [](JobSpec &spec) { spec.configName.clear(); });
    row("no pipeline", false, [](JobSpec &spec) { spec.pipeline.clear(); });
    row("odd key", false, [](JobSpec &spec) { spec.overrides = {{"a b", "1"}}; });
    row("password by a change", false, [](JobSpec &spec) { spec.overrides = {{"password", "1"}}; });
    row("negative", false, [](JobSpec &spec) { spec.gpus = -1; });
    row("id", false, [](JobSpec &spec) { spec.submissionId = "../x"; });
    row("no id", false, [](JobSpec &spec) { spec.submissionId.clear(); });
}

void JobSpecTest::checks()
{
    QFETCH(JobSpec, spec);
    QFETCH(bool, good);
    QCOMPARE(checkJobSpec(spec).has_value(), good);
}

void JobSpecTest::submissionIds()
{
    QSet<QString> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(newSubmissionId("vega training/\xc3\xa9"));
    QCOMPARE(ids.size(), 1000);
    static const QRegularExpression form("^rayhelm-vega-training--[0-9a-f]{12}$");
    for (const QString &id : std::as_const(ids))
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
}

void JobSpecTest::posted()
{
    JobSpec spec = example();
    spec.cpus = 2;
    JobSubmission job = submission(spec, "gcs://p.zip");
    QCOMPARE(job.entrypoint, entrypoint(spec));
    QCOMPARE(job.submissionId, spec.submissionId);
    QCOMPARE(job.workingDirUri, "gcs://p.zip");
    QCOMPARE(job.cpus, 2.0);
    QVERIFY(job.environment.isEmpty());
    QCOMPARE(job.metadata.value("name"), "train");
    spec.trackingUriInConfig = false;
    QCOMPARE(submission(spec, {}).environment, (QHash<QString, QString>{{"MLFLOW_TRACKING_URI", "http://mlflow.example:5000"}}));
}

void JobSpecTest::json()
{
    JobSpec spec = example();
    spec.excludes = {"/a"};
    spec.ignoredLines = {{".gitignore", 3, "*"}};
    spec.overrides = {{"epochs", "20"}};
    spec.gpus = 0.5;
    spec.memory = 3000000000;
    spec.trackingUriInConfig = false;
    spec.editedEntrypoint = "x";
    const auto back = jobSpecFromJson(toJson(spec));
    QVERIFY(back);
    QCOMPARE(toJson(*back), toJson(spec));
    QCOMPARE(back->ignoredLines, spec.ignoredLines);
    QCOMPARE(back->memory, spec.memory);
    QVERIFY(!jobSpecFromJson(QJsonObject()));
}

void JobSpecTest::hydraValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *value, const char *typed, const char *text) {
        QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(typed) << QString::fromUtf8(text);
    };
    row("abc", "abc", "abc");
    row("20", "20", "\"20\"");
    row("1e-3", "1e-3", "\"1e-3\"");
    row("true", "true", "\"true\"");
    row("Null", "Null", "\"Null\"");
    row("http://h:5000/a-b", "http://h:5000/a-b", "http://h:5000/a-b");
    row("two words", "two words", "two words");
    row(" blank", "\" blank\"", "\" blank\"");
    row("", "\"\"", "\"\"");
    row("a,b", "\"a,b\"", "\"a,b\"");
    row("a=b", "\"a=b\"", "\"a=b\"");
    row("say \"hi\"", "\"say \\\"hi\\\"\"", "\"say \\\"hi\\\"\"");
    row("C:\\dir\\", "\"C:\\dir\\\\\"", "\"C:\\dir\\\\\"");
    row("a\\\"b", "\"a\\\\\\\"b\"", "\"a\\\\\\\"b\"");
    row("\xc3\xa9", "\"\xc3\xa9\"", "\"\xc3\xa9\"");
    row("[1, 2]", "[1, 2]", "\"[1, 2]\"");
    row("{a: [1]}", "{a: [1]}", "\"{a: [1]}\"");
    row("[1", "\"[1\"", "\"[1\"");
    row("[1] x [2]", "\"[1] x [2]\"", "\"[1] x [2]\"");
    row("[\"]\"]", "[\"]\"]", "\"[\\\"]\\\"]\"");
    row("${data_dir}", "${data_dir}", "\"${data_dir}\"");
    row("range(1,2)", "\"range(1,2)\"", "\"range(1,2)\"");
    row("a\n", "\"a\n\"", "\"a\n\"");
    row("a#b", "\"a#b\"", "\"a#b\"");
    row("$(rm x)", "\"$(rm x)\"", "\"$(rm x)\"");
}

void JobSpecTest::hydraValues()
{
    QFETCH(QString, value);
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QCOMPARE(hydraValue(value), typed);
    QCOMPARE(hydraText(value), text);
}

void JobSpecTest::hydraKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("good");
    for (const char *key : {"epochs", "training.steps.trainer", "a-b", "_x", "a.0"})
        QTest::newRow(key) << QString(key) << true;
    for (const char *key : {"", "a b", "a=b", "+a", "~a", ".a", "a.", "a@b", "1", "a;b", "a\n"})
        QTest::newRow(qPrintable(QStringLiteral("bad ") + key)) << QString(key) << false;
}

void JobSpecTest::hydraKeys()
{
    QFETCH(QString, key);
    QFETCH(bool, good);
    QCOMPARE(overrideKeyProblem(key).isEmpty(), good);
}

QTEST_GUILESS_MAIN(JobSpecTest)
#include "tst_jobspec.moc"
