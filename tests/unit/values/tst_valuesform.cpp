#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/schematexts.h"
#include "values/textdiff.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"
#include "valuesfixture.h"
#include "folders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUndoStack>
#include <QUrl>

using namespace rayhelm;

namespace {

ValuesSchema schema(const char *chart = "1.2.2")
{
    return ValuesSchema::forChart(QString::fromLatin1(chart));
}

/// "-old line" and "+new line" for every line that differs.
QStringList changedLinesOf(const QByteArray &before, const QByteArray &after)
{
    QStringList lines;
    for (const DiffLine &line : diffLines(before, after)) {
        if (line.kind != DiffLine::Kind::Same)
            lines.append((line.kind == DiffLine::Kind::Added ? QLatin1Char('+') : QLatin1Char('-')) + line.text);
    }
    return lines;
}

QString lastName(const ValuesDocument &document)
{
    return withoutIsolates(document.undoStack()->text(document.undoStack()->count() - 1));
}

} // namespace

class TestValuesForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void schemaIsComplete();
    void defaultsFollowTheChart();
    void positionsFollowTheTemplate();
    void knownKeysAndSuggestions();
    void readsTheExample();
    void writesOnlyItsBytes_data();
    void writesOnlyItsBytes();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void environment();
    void imagePath();
    void additionalGroups();
    void everyFieldGoesRound_data();
    void everyFieldGoesRound();
    void everyKeyHasAField_data();
    void everyKeyHasAField();
    void everyFieldHasASource();
    void structuresKeepTheRest_data();
    void structuresKeepTheRest();
    void structuresRefuse();
    void containerSwitches();
    void otherKeysAreListed();
    void brokenTextIsReadOnly();
};

void TestValuesForm::schemaIsComplete()
{
    QFile file(rayhelm::sourceFile("/resources/values/fields.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject form = QJsonDocument::fromJson(file.readAll()).object();
    QStringList translated;
    for (const char *text : schemaTexts())
        translated.append(QString::fromUtf8(text));
    QStringList groups;
    QStringList used;
    for (const QJsonValue &group : form.value(QLatin1String("groups")).toArray()) {
        groups.append(group[QLatin1String("id")].toString());
        used.append(group[QLatin1String("label")].toString());
    }
    for (const QJsonValue &field : form.value(QLatin1String("fields")).toArray()) {
        used.append(field[QLatin1String("label")].toString());
        used.append(field[QLatin1String("help")].toString());
        QVERIFY(groups.contains(field[QLatin1String("group")].toString()));
        QVERIFY(!used.last().isEmpty());
    }
    for (const QString &text : used)
        QVERIFY2(translated.contains(text), qPrintable(text));
    for (const QString &text : translated)
        QVERIFY2(used.contains(text), qPrintable(text));
    QCOMPARE(schema("1.7.0").fields().size(), form.value(QLatin1String("fields")).toArray().size());
    const QList<FieldSchema> fields = schema().fields();
    QVERIFY(std::count_if(fields.begin(), fields.end(), [](const FieldSchema &field) { return field.level == FieldLevel::Basic; }) >= 10);
    QCOMPARE(ValuesSchema::exampleFile(), exampleText());
}

void TestValuesForm::defaultsFollowTheChart()
{
    // The genuine files are the truth.
    const QMap<QString, QString> files{
        {QStringLiteral("1.0.0"), QStringLiteral("1.0.0")}, {QStringLiteral("1.1.1"), QStringLiteral("1.1.1")},
        {QStringLiteral("1.2.2"), QStringLiteral("1.2.2")}, {QStringLiteral("1.3.2"), QStringLiteral("1.3.2")},
        {QStringLiteral("1.4.2"), QStringLiteral("1.4.2")}, {QStringLiteral("1.5.2"), QStringLiteral("1.5.2")},
        {QStringLiteral("1.6.2"), QStringLiteral("1.6.2")}, {QStringLiteral("1.7.0"), QStringLiteral("1.7.0")}};
    for (auto file = files.begin(); file != files.end(); ++file) {
        ValuesDocument document(valuesFile(QStringLiteral("ray-cluster-values-%1.yaml").arg(file.value())));
        QVERIFY(!document.error());
        ValuesDocument nothing;
        const ValuesForm genuine(document, schema(file.key().toLatin1().constData()));
        const ValuesForm empty(nothing, schema(file.key().toLatin1().constData()));
        for (const FieldSchema &field : genuine.schema().fields()) {
            for (const QString &group : {podkey::head, podkey::worker}) {
                const bool absent = !field.forHead && group == podkey::head;
                const FieldReading written = genuine.read(field.id, field.perGroup ? group : QString());
                if (absent || field.defaults.isEmpty() || !written.isSet)
                    continue;
                const QVariant standard = empty.read(field.id, field.perGroup ? group : QString()).value;
                QVERIFY2(standard.toString() == written.value.toString(),
                         qPrintable(file.key() + QLatin1Char(' ') + group + QLatin1Char(' ') + field.id + QLatin1Char(' ')
                                    + standard.toString() + QLatin1Char(' ') + written.value.toString()));
            }
        }
        const QList<YamlPath> unknown = [&] {
            QList<YamlPath> paths;
            for (const QString &key : document.tree().keys()) {
                for (const QString &inner : document.tree().at({key}).keys()) {
                    // Two keys of the genuine files that their own templates do not read.
                    const bool dead = (file.key() == QLatin1String("1.0.0") && inner == QLatin1String("headService"))
                        || (file.key() == QLatin1String("1.3.2") && inner == QLatin1String("topologySpreadConstraints"));
                    if (!dead && !genuine.schema().isKnown({key, inner}))
                        paths.append({key, inner});
                }
            }
            return paths;
        }();
        QVERIFY2(unknown.isEmpty(), unknown.isEmpty() ? "" : qPrintable(file.key() + unknown.first().toString()));
    }
}

void TestValuesForm::positionsFollowTheTemplate()
{
    const auto names = [](std::initializer_list<const char *> list) {
        QStringList all;
        for (const char *name : list)
            all.append(QString::fromLatin1(name));
        return all;
    };
    const ValuesSchema it = schema();
    QCOMPARE(it.positionFor({}, QStringLiteral("head"), names({"image", "worker"})), 1);
    QCOMPARE(it.positionFor({}, QStringLiteral("image"), names({"head", "worker"})), 0);
    QCOMPARE(it.positionFor({}, QStringLiteral("service"), names({"image", "head", "other"})), 2);
    QCOMPARE(it.positionFor({QStringLiteral("head")}, QStringLiteral("nodeSelector"), names({"resources", "annotations", "tolerations"})), 2);
    QCOMPARE(it.positionFor({QStringLiteral("head")}, QStringLiteral("unknown"), names({"resources"})), -1);
    QCOMPARE(it.positionFor({QStringLiteral("head"), QStringLiteral("annotations")}, podkey::podVpn, names({"slurm-job.vk.io/flags", "slurm-job.vk.io/pre-exec"})), 1);
}

void TestValuesForm::knownKeysAndSuggestions()
{
    const auto head = [](const char *key) { return YamlPath{podkey::head, QString::fromLatin1(key)}; };
    QVERIFY(schema().isKnown(head("resources")));
    QVERIFY(!schema().isKnown(head("ressources")));
    QCOMPARE(schema().suggestion(head("ressources")), QStringLiteral("resources"));
    QCOMPARE(schema().suggestion({podkey::worker, QStringLiteral("replica")}), QStringLiteral("replicas"));
    QCOMPARE(schema().suggestion({podkey::worker, QStringLiteral("minreplicas")}), QStringLiteral("minReplicas"));
    QCOMPARE(schema().suggestion({podkey::worker, QStringLiteral("somethingElse")}), QString());
    QVERIFY(!schema("1.2.2").isKnown(head("dnsConfig")));
    QVERIFY(schema("1.3.0").isKnown(head("dnsConfig")));
    QVERIFY(!schema("1.4.2").isKnown({QStringLiteral("gcsFaultTolerance")}));
    QVERIFY(schema("1.5.0").isKnown({QStringLiteral("gcsFaultTolerance"), QStringLiteral("redisPassword"), QStringLiteral("valueFrom")}));
    QVERIFY(schema().isKnown({podkey::additionalGroups, QStringLiteral("any"), QStringLiteral("replicas")}));
    QVERIFY(!schema().isKnown({podkey::additionalGroups, QStringLiteral("any"), QStringLiteral("replicass")}));
    QVERIFY(schema().isKnown({podkey::head, QStringLiteral("affinity"), QStringLiteral("whatever"), QStringLiteral("x")}));
}

void TestValuesForm::readsTheExample()
{
    ValuesDocument document(exampleText());
    const ValuesForm form(document, schema());
    QCOMPARE(form.podGroups(), (QStringList{podkey::head, podkey::worker}));
    QCOMPARE(form.imagePath(), QStringLiteral("/ceph/hpc/data/st2301-itwin-users/lineick/hython:sif"));
    QCOMPARE(form.read(QStringLiteral("worker.replicas")).value.toInt(), 3);
    QCOMPARE(form.read(QStringLiteral("worker.replicas")).line, 50);
    const FieldReading cpu = form.read(QStringLiteral("pod.cpu"));
    QCOMPARE(cpu.value.toString(), QStringLiteral("64"));
    QVERIFY(cpu.isSet && !cpu.differs && cpu.editable);
    QCOMPARE(cpu.paths().size(), 4);
    QCOMPARE(form.read(QStringLiteral("slurm.gpus")).value.toInt(), 1);
    QCOMPARE(form.read(QStringLiteral("slurm.time")).value.toInt(), 13800);
    QCOMPARE(form.read(QStringLiteral("slurm.partition")).value.toString(), QStringLiteral("gpu"));
    QVERIFY(!form.read(QStringLiteral("slurm.account")).value.isValid());
    QCOMPARE(form.read(QStringLiteral("pod.mounts")).value.toStringList(), QStringList{QStringLiteral("/ceph")});
    QCOMPARE(form.read(QStringLiteral("pod.node")).value.toString(), QStringLiteral("vega-virtual-node"));
    QCOMPARE(form.read(QStringLiteral("pod.tolerations")).value.toBool(), true);
    QCOMPARE(form.read(QStringLiteral("pod.vpn")).value.toBool(), true);
    QVERIFY(form.read(QStringLiteral("pod.preExec")).editable);
    QVERIFY(form.read(QStringLiteral("pod.environment")).differs);
    QCOMPARE(form.read(QStringLiteral("pod.environment"), podkey::head).value.value<EnvironmentList>().size(), 6);
    QCOMPARE(form.differingFields(), (QStringList{QStringLiteral("pod.environment"), QStringLiteral("key.singularityOptions"),
                                                    QStringLiteral("key.rayStartParams")}));
}

void TestValuesForm::writesOnlyItsBytes_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("name");
    const QString flags = QStringLiteral("    slurm-job.vk.io/flags: \"-p gpu --gres=gpu:1  --time 230\" # TODO: Adjust as needed");
    const QString workerFlags = QStringLiteral("    slurm-job.vk.io/flags: \"-p gpu --gres=gpu:1 --time 230\" # TODO: change num of gpus and cpus");
    QTest::newRow("workers") << QStringLiteral("worker.replicas") << QVariant(2) << QString()
                             << QStringList{QStringLiteral("-  replicas: 3 # TODO: Change number of workers in cluster"),
                                            QStringLiteral("+  replicas: 2 # TODO: Change number of workers in cluster")}
                             << QStringLiteral("Workers 3 to 2");
    QTest::newRow("gpus together") << QStringLiteral("slurm.gpus") << QVariant(2) << QString()
                                   << QStringList{QLatin1Char('-') + flags, QLatin1Char('+') + QString(flags).replace(QStringLiteral("gpu:1"), QStringLiteral("gpu:2")),
                                                  QLatin1Char('-') + workerFlags, QLatin1Char('+') + QString(workerFlags).replace(QStringLiteral("gpu:1"), QStringLiteral("gpu:2"))}
                                   << QStringLiteral("GPUs per pod 1 to 2");
    QTest::newRow("time of the head") << QStringLiteral("slurm.time") << QVariant(3600) << podkey::head
                                      << QStringList{QLatin1Char('-') + flags, QLatin1Char('+') + QString(flags).replace(QStringLiteral("--time 230"), QStringLiteral("--time=60"))}
                                      << QStringLiteral("Time limit 3 h 50 min to 1 h");
    QTest::newRow("cpu of workers") << QStringLiteral("pod.cpu") << QVariant(QStringLiteral("32")) << podkey::worker
                                    << QStringList{QStringLiteral("-      cpu: \"64\""), QStringLiteral("+      cpu: \"32\""),
                                                   QStringLiteral("-      cpu: \"64\""), QStringLiteral("+      cpu: \"32\"")}
                                    << QStringLiteral("CPUs 64 to 32");
    QTest::newRow("policy") << QStringLiteral("image.pullPolicy") << QVariant(QStringLiteral("Never")) << QString()
                            << QStringList{QStringLiteral("-  pullPolicy: IfNotPresent"), QStringLiteral("+  pullPolicy: Never")}
                            << QStringLiteral("Fetch image IfNotPresent to Never");
    QTest::newRow("tag like a number") << QStringLiteral("image.tag") << QVariant(QStringLiteral("2.10")) << QString()
                                       << QStringList{QStringLiteral("-  tag: sif"), QStringLiteral("+  tag: \"2.10\"")} << QStringLiteral("Image tag sif to 2.10");
    QTest::newRow("vpn off") << QStringLiteral("pod.vpn") << QVariant(false) << podkey::head
                             << QStringList{QStringLiteral("-    interlink.eu/pod-vpn: \"true\"")} << QStringLiteral("Own address for each pod on to off");
    QTest::newRow("mounts") << QStringLiteral("pod.mounts") << QVariant(QStringList{QStringLiteral("/ceph"), QStringLiteral("/exa:/mnt")}) << podkey::head
                            << QStringList{QStringLiteral("-    slurm-job.vk.io/singularity-mounts: \"--bind /ceph\""),
                                           QStringLiteral("+    slurm-job.vk.io/singularity-mounts: \"--bind /ceph,/exa:/mnt\"")}
                            << QStringLiteral("Folders to see changed");
    QTest::newRow("nothing new") << QStringLiteral("worker.replicas") << QVariant(3) << QString() << QStringList{} << QString();
}

void TestValuesForm::writesOnlyItsBytes()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QString, group);
    QFETCH(QStringList, lines);
    QFETCH(QString, name);
    ValuesDocument document(exampleText());
    ValuesForm form(document, schema());
    const Result<> written = form.write(field, value, group);
    QVERIFY2(written, written ? "" : qPrintable(written.error().summary));
    QCOMPARE(changedLinesOf(exampleText(), document.text()), lines);
    if (!name.isEmpty())
        QCOMPARE(lastName(document), name);
    while (document.undoStack()->canUndo())
        document.undoStack()->undo();
    QCOMPARE(document.text(), exampleText());
}

void TestValuesForm::refusesWithASentence_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("negative") << QStringLiteral("worker.replicas") << QVariant(-1);
    QTest::newRow("no number") << QStringLiteral("worker.replicas") << QVariant(QStringLiteral("many"));
    QTest::newRow("cpu") << QStringLiteral("pod.cpu") << QVariant(QStringLiteral("lots"));
    QTest::newRow("zero memory") << QStringLiteral("pod.memory") << QVariant(QStringLiteral("0"));
    QTest::newRow("memory unit") << QStringLiteral("pod.memory") << QVariant(QStringLiteral("128 GB"));
    QTest::newRow("blank in a partition") << QStringLiteral("slurm.partition") << QVariant(QStringLiteral("gpu --time=1"));
    QTest::newRow("option as a partition") << QStringLiteral("slurm.partition") << QVariant(QStringLiteral("--x"));
    QTest::newRow("short time") << QStringLiteral("slurm.time") << QVariant(5);
    QTest::newRow("choice") << QStringLiteral("image.pullPolicy") << QVariant(QStringLiteral("Sometimes"));
    QTest::newRow("folder") << QStringLiteral("pod.mounts") << QVariant(QStringList{QStringLiteral("ceph")});
    QTest::newRow("what would be read as a list") << QStringLiteral("image.repository") << QVariant(QStringLiteral("- x"));
    QTest::newRow("what would be read as a key") << QStringLiteral("image.tag") << QVariant(QStringLiteral("x: y"));
    QTest::newRow("what would be read as true") << QStringLiteral("worker.groupName") << QVariant(QStringLiteral("yes"));
    QTest::newRow("lines") << QStringLiteral("image.tag") << QVariant(QStringLiteral("a\nb"));
    QTest::newRow("variable") << QStringLiteral("pod.environment")
                              << QVariant::fromValue(EnvironmentList{{QStringLiteral("A"), QStringLiteral("b c"), EnvironmentPlace::Singularity, false}});
    QTest::newRow("unknown field") << QStringLiteral("no.such") << QVariant(1);
}

void TestValuesForm::refusesWithASentence()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    ValuesDocument document(exampleText());
    ValuesForm form(document, schema());
    const Result<> written = form.write(field, value);
    QVERIFY(!written);
    QVERIFY(written.error().summary.endsWith(QLatin1Char('.')));
    QCOMPARE(document.text(), exampleText());
}

void TestValuesForm::environment()
{
    ValuesDocument document("worker:\n  containerEnv: # mine\n    - name: A\n      value: \"1\"\n    - name: S\n      valueFrom: {secretKeyRef: {name: s, key: k}}\n");
    ValuesForm form(document, schema());
    EnvironmentList list = form.read(QStringLiteral("pod.environment"), podkey::worker).value.value<EnvironmentList>();
    QCOMPARE(list.size(), 2);
    QVERIFY(list[1].fromElsewhere);
    list[0].value = QStringLiteral("yes");
    list.append({QStringLiteral("B"), QStringLiteral("two words, and commas"), EnvironmentPlace::Container, false});
    list.append({QStringLiteral("C"), QStringLiteral("$HOME"), EnvironmentPlace::Singularity, false});
    QVERIFY(form.write(QStringLiteral("pod.environment"), QVariant::fromValue(list), podkey::worker));
    QCOMPARE(document.text(),
             QByteArray("worker:\n  containerEnv: # mine\n    - name: A\n      value: \"yes\"\n    - name: S\n      valueFrom: {secretKeyRef: {name: s, key: k}}\n"
                        "    - name: B\n      value: two words, and commas\n  annotations:\n    slurm-job.vk.io/singularity-options: \"--env C=$HOME\"\n"));
    QCOMPARE(form.read(QStringLiteral("pod.environment"), podkey::worker).value.value<EnvironmentList>(), list);
    list.removeFirst();
    QVERIFY(form.write(QStringLiteral("pod.environment"), QVariant::fromValue(list), podkey::worker));
    QVERIFY(!document.text().contains("name: A"));
    QVERIFY(form.reset(QStringLiteral("pod.environment"), podkey::worker));
    QVERIFY(document.text().contains("containerEnv: [] # mine"));
}

void TestValuesForm::imagePath()
{
    ValuesDocument document(exampleText());
    ValuesForm form(document, schema());
    QVERIFY(form.writeImagePath(QStringLiteral("/data/x.y:1.0")));
    QVERIFY(document.text().contains("  repository: /data/x.y\n  tag: \"1.0\"\n"));
    QCOMPARE(form.imagePath(), QStringLiteral("/data/x.y:1.0"));
    QCOMPARE(document.undoStack()->count(), 1);
    for (const char *bad : {"/data/hython.sif", "/da:ta/hython", "/data/hython:", ""})
        QVERIFY2(!form.writeImagePath(QString::fromUtf8(bad)), bad);
}

void TestValuesForm::additionalGroups()
{
    ValuesDocument document("additionalWorkerGroups:\n  big:\n    replicas: 2\n  off:\n    disabled: true\n  smallGroup:\n    replicas: 1\n");
    ValuesForm form(document, schema());
    QCOMPARE(form.podGroups(), (QStringList{podkey::head, podkey::worker, QStringLiteral("big")}));
    QCOMPARE(form.read(QStringLiteral("worker.replicas"), QStringLiteral("big")).value.toInt(), 2);
    QVERIFY(!form.read(QStringLiteral("pod.cpu"), QStringLiteral("big")).value.isValid());
    QVERIFY(form.write(QStringLiteral("pod.cpu"), QStringLiteral("8"), QStringLiteral("big")));
    QVERIFY(document.text().startsWith("additionalWorkerGroups:\n  big:\n    replicas: 2\n    resources:\n      limits:\n        cpu: \"8\"\n      requests:\n        cpu: \"8\"\n"));
    QCOMPARE(form.fieldAt({podkey::additionalGroups, QStringLiteral("big"), podkey::resources, podkey::limits, QStringLiteral("cpu")}),
             (std::pair{QStringLiteral("pod.cpu"), QStringLiteral("big")}));
}

void TestValuesForm::everyFieldGoesRound_data()
{
    QTest::addColumn<QString>("chart");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QStringLiteral("1.2.2") << QByteArray();
    QTest::newRow("example") << QStringLiteral("1.2.2") << exampleText();
    QTest::newRow("example CRLF") << QStringLiteral("1.2.2") << exampleText().replace("\n", "\r\n");
    for (const char *version : {"1.0.0", "1.1.1", "1.2.2", "1.3.2", "1.4.2", "1.5.2", "1.6.2", "1.7.0"})
        QTest::newRow(version) << QString::fromLatin1(version) << valuesFile(QStringLiteral("ray-cluster-values-%1.yaml").arg(QString::fromLatin1(version)));
}

/// Each field, written and read back, then reset: nothing else moves, and undo brings back the first bytes.
void TestValuesForm::everyFieldGoesRound()
{
    QFETCH(QString, chart);
    QFETCH(QByteArray, text);
    const QList<FieldSchema> fields = schema(chart.toLatin1().constData()).fields();
    for (const FieldSchema &field : fields) {
        ValuesDocument document(text);
        ValuesForm form(document, schema(chart.toLatin1().constData()));
        QVariant value;
        switch (field.type) {
        case FieldType::Integer: value = 7; break;
        case FieldType::Duration: value = 5400; break;
        case FieldType::Memory: value = QStringLiteral("77G"); break;
        case FieldType::Cpu: value = QStringLiteral("7"); break;
        case FieldType::Switch: value = true; break;
        case FieldType::Choice: value = field.choices.constLast(); break;
        case FieldType::Structure: value = field.structure == YamlType::List ? QStringLiteral("- a") : QStringLiteral("a: \"1\""); break;
        case FieldType::FileList: value = QStringList{QStringLiteral("/a"), QStringLiteral("/b:/c:ro")}; break;
        case FieldType::Environment: value = QVariant::fromValue(EnvironmentList{{QStringLiteral("N"), QStringLiteral("0777"), EnvironmentPlace::Container, false},
                                                                                 {QStringLiteral("M"), QStringLiteral("$X"), EnvironmentPlace::Singularity, false}}); break;
        default: // the chart pastes these without quotes
            value = QStringLiteral("yes");
            for (const char *bare : {"groupName", "rayVersion", "nameOverride", "fullnameOverride", "serviceAccountName", "runtimeClassName", "priorityClassName",
                                     "repository", "tag"})
                value = field.path.lastKey() == QLatin1String(bare) ? QStringLiteral("gpus") : value.toString();
        }
        const QString group = field.perGroup ? podkey::worker : QString();
        const Result<> written = form.write(field.id, value, group);
        QVERIFY2(written, written ? "" : qPrintable(field.id + written.error().summary));
        const QVariant read = form.read(field.id, group).value;
        QVERIFY2(read == value || read.toString() == value.toString(), qPrintable(field.id));
        QVERIFY(form.read(field.id, group).isSet);
        const Result<> reset = form.reset(field.id, group);
        QVERIFY2(reset, reset ? "" : qPrintable(field.id + reset.error().summary));
        const FieldReading back = form.read(field.id, group);
        QVERIFY2(!back.isSet || back.value == QVariant(false) || back.value == QVariant(QStringList()), qPrintable(field.id));
        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
        QCOMPARE(document.text(), text);
    }
}

void TestValuesForm::everyFieldHasASource()
{
    const ValuesSchema fields = schema("1.2.2");
    for (const FieldSchema &field : fields.fields()) {
        const QUrl source(field.source, QUrl::StrictMode);
        QVERIFY2(source.isValid() && source.scheme() == QLatin1String("https"), qPrintable(field.id + QLatin1Char(' ') + field.source));
        QVERIFY2(!field.source.contains(QLatin1Char('{')), qPrintable(field.source));
    }
    QVERIFY(fields.field(QStringLiteral("worker.replicas"))->source.contains(QStringLiteral("/v1.2.2/")));
    QCOMPARE(fields.field(QStringLiteral("slurm.gpus"))->source, QStringLiteral("https://slurm.schedmd.com/sbatch.html#OPT_gres"));
}

void TestValuesForm::everyKeyHasAField_data()
{
    QTest::addColumn<QString>("chart");
    for (const char *version : {"1.0.0", "1.1.1", "1.2.2", "1.3.2", "1.4.2", "1.5.2", "1.6.2", "1.7.0"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

/// What the chart reads in this version, an expert finds in the form; and the form shows nothing that this version does not read.
void TestValuesForm::everyKeyHasAField()
{
    QFETCH(QString, chart);
    ValuesDocument document("worker: {}\nadditionalWorkerGroups: {a: {}}\n");
    const ValuesForm form(document, schema(chart.toLatin1().constData()));
    const ValuesSchema &keys = form.schema();
    QStringList missing;
    const std::function<void(const KnownKey &, const YamlPath &)> visit = [&](const KnownKey &known, const YamlPath &path) {
        if (!keys.isKnown(path))
            return; // of another version
        if (known.children.empty() && form.fieldAt(path).first.isEmpty())
            missing.append(path.toString());
        for (const KnownKey &child : known.children)
            visit(child, path.child(child.name == QLatin1String("*") ? QStringLiteral("a") : child.name));
    };
    for (const KnownKey &known : *keys.keysBelow({}))
        visit(known, YamlPath{known.name});
    missing.removeIf([](const QString &path) {
        return path.endsWith(QLatin1String(".disabled")) // the list of worker groups has "Disable"
            || path == QLatin1String("head.topologySpreadConstraints"); // 1.3 reads it there and fails
    });
    QCOMPARE(missing, QStringList());
    for (const FieldSchema &field : keys.fields()) {
        const YamlPath group = ValuesForm::groupPath(podkey::worker);
        for (const YamlPath &place : fieldPaths(field, field.perGroup ? group : YamlPath()))
            QVERIFY2(keys.isKnown(place), qPrintable(field.id));
    }
}

void TestValuesForm::structuresKeepTheRest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QByteArray>("result");
    const char *two = "worker:\n  volumes: # mine\n    # the first\n    - name: a\n      emptyDir: {} # empty\n    - {name: b}\nz: 1\n";
    QTest::newRow("an item changes") << QByteArray(two) << "- name: a\n  emptyDir: {}\n- name: c"
        << QByteArray(two).replace("{name: b}", "{name: c}");
    QTest::newRow("an item more") << QByteArray(two) << "- name: a\n  emptyDir: {}\n- name: x\n- name: b"
        << QByteArray(two).replace("    - {name: b}", "    - name: x\n    - {name: b}");
    QTest::newRow("an item less") << QByteArray(two) << "- name: a\n  emptyDir: {}" << QByteArray(two).replace("    - {name: b}\n", "");
    QTest::newRow("the same in other words") << QByteArray(two) << "[{name: a, emptyDir: {}}, {name: \"b\"}]" << QByteArray(two);
    QTest::newRow("nothing") << QByteArray("worker:\n  volumes:\n    - a\n  replicas: 1\n") << "" << QByteArray("worker:\n  replicas: 1\n");
    QTest::newRow("new") << QByteArray("worker:\n  replicas: 1\n") << "- name: a" << QByteArray("worker:\n  replicas: 1\n  volumes:\n    - name: a\n");
}

void TestValuesForm::structuresKeepTheRest()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, wanted);
    QFETCH(QByteArray, result);
    ValuesDocument document(text);
    ValuesForm form(document, schema());
    const Result<> written = form.write(QStringLiteral("key.volumes"), wanted, podkey::worker);
    QVERIFY2(written, written ? "" : qPrintable(written.error().summary));
    QCOMPARE(document.text(), result);
}

void TestValuesForm::structuresRefuse()
{
    ValuesDocument document("worker:\n  replicas: 1\n");
    ValuesForm form(document, schema());
    for (const char *text : {"name: a", "- a: [", "just words"}) {
        const Result<> written = form.write(QStringLiteral("key.volumes"), QString::fromLatin1(text), podkey::worker);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::InvalidInput);
        QVERIFY(written.error().summary.endsWith(QLatin1Char('.')));
    }
    QCOMPARE(document.text(), QByteArray("worker:\n  replicas: 1\n"));
}

void TestValuesForm::containerSwitches()
{
    ValuesDocument document(exampleText());
    ValuesForm form(document, schema());
    QCOMPARE(form.read(QStringLiteral("key.noHome"), podkey::head).value, QVariant(true));
    QCOMPARE(form.read(QStringLiteral("key.nv"), podkey::head).value, QVariant(false));
    QVERIFY(form.write(QStringLiteral("key.nv"), true));
    QCOMPARE(document.text().count(" --nv\""), 2); // head and workers
    QVERIFY(form.write(QStringLiteral("key.nv"), false));
    QCOMPARE(document.text(), exampleText());
}

void TestValuesForm::otherKeysAreListed()
{
    ValuesDocument document("image:\n  tag: x\nmine: 1\nhead:\n  affinity: {a: {b: c}}\n  odd: 2\n");
    const ValuesForm form(document, schema());
    const QList<YamlPath> paths = form.otherKeys();
    QVERIFY(paths.contains(YamlPath{QStringLiteral("mine")}));
    QVERIFY(paths.contains((YamlPath{podkey::head, QStringLiteral("odd")})));
    QVERIFY(!paths.contains((YamlPath{QStringLiteral("image"), QStringLiteral("tag")})));
    QVERIFY(!std::any_of(paths.begin(), paths.end(), [](const YamlPath &path) { return path.startsWith({podkey::head, QStringLiteral("affinity")}); }));
}

void TestValuesForm::brokenTextIsReadOnly()
{
    ValuesDocument document(exampleText());
    ValuesForm form(document, schema());
    document.setText(exampleText() + "\tx\n");
    const FieldReading reading = form.read(QStringLiteral("worker.replicas"));
    QVERIFY(!reading.editable);
    QVERIFY(reading.whyNotEditable.startsWith(QStringLiteral("Line ")));
    QCOMPARE(reading.value.toInt(), 3);
    QVERIFY(!form.write(QStringLiteral("worker.replicas"), 4));
}

QTEST_GUILESS_MAIN(TestValuesForm)
#include "tst_valuesform.moc"
