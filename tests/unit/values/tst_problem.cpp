#include "values/problem.h"
#include "values/valuesdocument.h"
#include "valuesfixture.h"

#include <QFile>
#include <QTest>

using namespace rayhelm;

/// Each check with a file that has the problem, and the correction with a file that no longer has it.
class TestProblem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exampleHasNoErrors();
    void genuineFilesHaveNoErrors_data();
    void genuineFilesHaveNoErrors();
    void rules_data();
    void rules();
    void trapsOfVersions_data();
    void trapsOfVersions();
    void case1_harmlessVariablesAreNoSecrets();
    void whatTheUserCallsNoSecretIsNone();
    void partitionsThatFit();
    void unreadableText();
    void clusterNames_data();
    void clusterNames();
};

void TestProblem::exampleHasNoErrors()
{
    const ValuesDocument document(exampleText());
    QStringList rules;
    for (const Problem &problem : findProblems(document, {})) {
        QVERIFY2(problem.severity == Severity::Hint, qPrintable(problem.sentence));
        rules.append(problem.rule);
    }
    QCOMPARE(rules, (QStringList{QStringLiteral("gpu-without-nv"), QStringLiteral("gpu-without-nv")}));
}

void TestProblem::genuineFilesHaveNoErrors_data()
{
    QTest::addColumn<QString>("chart");
    for (const char *version : {"1.0.0", "1.1.1", "1.2.2", "1.3.2", "1.4.2", "1.5.2", "1.6.2", "1.7.0"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestProblem::genuineFilesHaveNoErrors()
{
    QFETCH(QString, chart);
    const ValuesDocument document(valuesFile(QStringLiteral("ray-cluster-values-%1.yaml").arg(chart)));
    ProblemContext context;
    context.chartVersion = chart;
    for (const Problem &problem : findProblems(document, context)) {
        QVERIFY2(problem.severity == Severity::Hint, qPrintable(problem.sentence));
        // Two keys of the genuine files are not read by their own templates.
        const bool dead = problem.path.lastKey() == (chart == QLatin1String("1.0.0") ? QLatin1String("headService") : QLatin1String("topologySpreadConstraints"))
            && (chart == QLatin1String("1.0.0") || chart == QLatin1String("1.3.2"));
        QVERIFY2(dead || problem.rule != QLatin1String("unknown-key"), qPrintable(problem.sentence));
    }
}

void TestProblem::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");
    QTest::addColumn<bool>("error");
    QTest::addColumn<bool>("corrects");
    const auto add = [](const char *rule, const char *text, int line, bool error, bool corrects) {
        QTest::addRow("%s %d", rule, int(qstrlen(text))) << QByteArray(text) << QString::fromLatin1(rule) << line << error << corrects;
    };
    const char *tolerated = "worker:\n  tolerations:\n    - key: virtual-node.interlink/no-schedule\n      operator: Exists\n  annotations:\n    slurm-job.vk.io/flags: ";
    const auto flags = [tolerated](const char *value) { return QByteArray(tolerated) + value + "\n"; };
    add("unknown-key", "worker:\n  replica: 2\n", 2, false, true);
    add("unknown-key", "head:\n  dnsConfig: {}\n", 2, false, false);
    add("unknown-key", "wrker:\n  replicas: 2\n", 1, false, true);
    add("wrong-kind", "worker:\n  replicas: \"3\"\n", 2, true, true);
    add("wrong-kind", "worker:\n  replicas: three\n", 2, true, false);
    add("wrong-kind", "worker:\n  disabled: \"false\"\n", 2, true, true);
    add("wrong-kind", "head:\n  containerEnv: {A: 1}\n", 2, true, false);
    add("wrong-kind", "head:\n  containerEnv: {}\n", 2, false, true);
    add("wrong-kind", "head: 3\n", 1, true, false);
    add("null-breaks", "head:\n  containerEnv:\n", 2, true, true);
    add("null-breaks", "common:\n", 1, true, true);
    add("null-default", "head:\n  volumes:\n", 2, false, false);
    add("doubled-key", "worker:\n  replicas: 2\n  replicas: 3\n", 3, true, false);
    add("endless-number", "head:\n  labels: {a: .inf}\n", 2, true, false);
    add("large-number", "head:\n  labels:\n    a: 1000000\n", 3, false, false);
    add("image-split", "image:\n  repository: /d/hython:sif\n  tag: x\n", 2, true, true);
    add("image-sif", "image:\n  repository: /d/hython.sif\n", 2, true, false);
    add("image-tag-number", "image:\n  tag: 2.10\n", 2, false, true);
    add("requests-above-limits", "worker:\n  resources:\n    limits: {cpu: 2}\n    requests:\n      cpu: 2500m\n", 5, true, true);
    add("requests-above-limits", "worker:\n  resources:\n    limits: {memory: 2G}\n    requests:\n      memory: 2Gi\n", 5, true, true);
    add("not-a-quantity", "worker:\n  resources:\n    limits:\n      memory: 128GB\n", 4, true, false);
    add("head-memory", "head:\n  resources:\n    limits:\n      memory: 1500M\n", 4, true, true);
    add("min-above-max", "worker:\n  minReplicas: 5\n  maxReplicas: 2\n", 2, true, false);
    add("replicas-above-max", "worker:\n  replicas: 9\n", 2, true, true);
    add("replicas-below-min", "worker:\n  replicas: 0\n", 2, true, true);
    add("negative-replicas", "worker:\n  replicas: -1\n", 2, true, false);
    add("no-workers", "worker:\n  disabled: true\n", 2, false, false);
    add("slurm-unreadable", flags("-p gpu --time soon").constData(), 6, true, false);
    add("no-time-limit", flags("-p gpu").constData(), 6, false, false);
    add("slurm-reserved", flags("-J me --time=5").constData(), 6, true, true);
    add("slurm-overridden", flags("--mem=5G --time=5").constData(), 6, false, true);
    add("slurm-mem-broken", (flags("--mem-per-cpu=5G --time=5") + "  resources: {limits: {memory: 4G}}\n").constData(), 6, true, true);
    add("gpu-without-nv", flags("--gres=gpu:1 --time=5").constData(), 6, false, true);
    add("bad-bind", "worker:\n  annotations:\n    slurm-job.vk.io/singularity-mounts: --bind ceph\n", 3, true, false);
    add("env-without-name", "worker:\n  containerEnv:\n    - value: x\n", 3, true, false);
    add("env-not-text", "worker:\n  containerEnv:\n    - name: A\n      value: 1\n", 4, true, true);
    add("env-missing", "additionalWorkerGroups:\n  big:\n    replicas: 1\n", 2, true, true);
    add("secret-in-plain-text", "worker:\n  containerEnv:\n    - name: MLFLOW_TRACKING_PASSWORD\n      value: abc\n", 2, false, false);
    add("secret-in-plain-text", "worker:\n  annotations:\n    slurm-job.vk.io/singularity-options: --env API_KEY=abc\n", 3, false, false);
    add("toleration-missing", "worker:\n  nodeSelector:\n    kubernetes.io/hostname: vega\n", 1, true, true);
    add("toleration-missing", "worker:\n  tolerations:\n    - key: other\n      operator: Exists\n  annotations:\n    slurm-job.vk.io/flags: --time=5\n", 2, true, true);
    add("unknown-node", "worker:\n  nodeSelector:\n    kubernetes.io/hostname: nowhere\n", 3, true, true);
    add("address-without-vpn", "head:\n  rayStartParams:\n    node-ip-address: $POD_IP\n", 3, true, true);
    add("vpn-still-on", "head:\n  annotations:\n    interlink.eu/pod-vpn: \"false\"\n", 3, false, true);
    add("unknown-partition", flags("--partition=gqu --time=5").constData(), 6, true, false);
    add("time-above-partition", flags("-p gpu --time=2-0").constData(), 6, true, true);
    add("time-above-partition", flags("--time=61").constData(), 6, true, true); // the default partition
    add("slurm-repeated-word", flags("-N 1 -n 1 --time=5").constData(), 6, true, true);
    add("not-a-text", "worker:\n  annotations:\n    interlink.eu/pod-vpn: true\n", 3, true, true);
    add("not-a-text", "worker:\n  labels:\n    a: 1\n", 3, true, true);
    add("not-a-text", "worker:\n  nodeSelector:\n    a: [x]\n", 3, true, false);
    add("gateways-annotation", "worker:\n  annotations:\n    JobID: \"4\"\n", 3, true, true);
    add("annotation-without-effect", "worker:\n  annotations:\n    slurm-job.vk.io/mpi-flags: \"-n 2\"\n", 3, false, true);
    add("unknown-annotation", "worker:\n  annotations:\n    slurm-job.vk.io/flag: --time=5\n", 3, false, true);
    add("unknown-annotation", "worker:\n  annotations:\n    slurm-job.knoc.io/flags: --time=5\n", 3, false, true);
    add("open-quote", "worker:\n  annotations:\n    slurm-job.vk.io/singularity-options: --env A='x\n", 3, true, false);
    add("ends-the-command", "worker:\n  annotations:\n    slurm-job.vk.io/singularity-options: --nv; rm x\n", 3, true, false);
    add("ends-the-command", "worker:\n  annotations:\n    slurm-job.vk.io/singularity-mounts: |\n      --bind /a\n      --bind /b\n", 3, true, false);
    add("volume-not-carried", (flags("--time=5") + "  volumes:\n    - name: v\n      persistentVolumeClaim: {claimName: c}\n").constData(), 8, true, false);
    add("host-path-type", (flags("--time=5") + "  volumes:\n    - name: v\n      hostPath: {path: /d}\n").constData(), 8, true, true);
    add("memory-without-unit", "worker:\n  resources:\n    limits:\n      memory: 128\n", 4, true, true);
    add("small-group-disabled", "additionalWorkerGroups:\n  smallGroup:\n    replicas: 1\n", 2, false, true);
    add("group-name", "worker:\n  groupName: my_group\n", 2, true, false);
    add("group-name", "additionalWorkerGroups:\n  gpu group: {containerEnv: []}\n", 2, true, false);
    add("no-limits", "additionalWorkerGroups:\n  big:\n    containerEnv: []\n    nodeSelector: {kubernetes.io/hostname: vega}\n", 2, true, false);
    add("name-too-long", "fullnameOverride: a-very-long-name-that-does-not-fit-into-the-limit\n", 1, true, false);
    add("name-not-dns", "nameOverride: My_Cluster\n", 1, true, false);
}

void TestProblem::rules()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, rule);
    QFETCH(int, line);
    QFETCH(bool, error);
    QFETCH(bool, corrects);
    ValuesDocument document(text);
    QVERIFY(!document.error());
    ProblemContext context;
    context.virtualNodes = QStringList{QStringLiteral("vega")};
    context.partitions = {{QStringLiteral("cpu"), true, std::chrono::hours(1)}, {QStringLiteral("gpu"), false, std::chrono::hours(24)},
                          {QStringLiteral("long"), false, std::nullopt}};
    const auto find = [&] {
        const QList<Problem> problems = findProblems(document, context);
        const auto found = std::find_if(problems.begin(), problems.end(), [&rule](const Problem &problem) { return problem.rule == rule; });
        return found == problems.end() ? std::optional<Problem>() : std::optional<Problem>(*found);
    };
    const std::optional<Problem> problem = find();
    QVERIFY(problem);
    QCOMPARE(problem->line, line);
    QCOMPARE(problem->severity == Severity::Error, error);
    QVERIFY2(problem->sentence.endsWith(QLatin1Char('.')) || problem->sentence.endsWith(QLatin1Char('?')), qPrintable(problem->sentence));
    QVERIFY(!problem->sentence.contains(QLatin1String("%1")));
    QCOMPARE(problem->correction.has_value(), corrects);
    if (!corrects)
        return;
    const Result<> applied = document.apply(problem->correction->edits, problem->correction->label);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().summary));
    QVERIFY2(!find(), document.text().constData());
}

void TestProblem::case1_harmlessVariablesAreNoSecrets()
{
    QFile file(testData("/cases/01-tokenizers.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<Problem> problems = findProblems(ValuesDocument(file.readAll()), {});
    for (const Problem &problem : problems)
        QVERIFY2(problem.rule != QLatin1String("secret-in-plain-text"), qPrintable(problem.sentence));
}

/// A guess of ours stops nothing, takes nothing out, and is not repeated for a file whose owner knows better.
void TestProblem::whatTheUserCallsNoSecretIsNone()
{
    const ValuesDocument document("worker:\n  containerEnv:\n    - name: GAME_TOKEN\n      value: pawn\n");
    const auto found = [&document](const ProblemContext &context) {
        const QList<Problem> problems = findProblems(document, context);
        const auto problem = std::find_if(problems.begin(), problems.end(), [](const Problem &one) { return one.rule == QLatin1String("secret-in-plain-text"); });
        return problem == problems.end() ? std::optional<Problem>() : std::optional<Problem>(*problem);
    };
    const std::optional<Problem> problem = found({});
    QVERIFY(problem);
    QCOMPARE(problem->severity, Severity::Hint);
    QCOMPARE(problem->maybeSecret, QStringLiteral("GAME_TOKEN"));
    QVERIFY(!problem->correction);
    ProblemContext context;
    context.noSecrets = QStringList{QStringLiteral("GAME_TOKEN")};
    QVERIFY(!found(context));
}

void TestProblem::trapsOfVersions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("chart");
    QTest::addColumn<QString>("kuberay");
    QTest::addColumn<bool>("found");
    const auto add = [](const char *rule, const char *text, const char *chart, const char *kuberay, bool found) {
        QTest::addRow("%s, chart %s, operator %s", rule, chart, kuberay)
            << QByteArray(text) << QString::fromLatin1(rule) << QString::fromLatin1(chart) << QString::fromLatin1(kuberay) << found;
    };
    const char *label = "head:\n  labels:\n    helm.sh/chart: x\n";
    add("charts-own-label", label, "1.4.2", "", true);
    add("charts-own-label", label, "1.3.2", "", false);
    const char *params = "head:\n  rayStartParams: {}\nworker:\n  rayStartParams: {a: \"1\"}\n";
    add("start-params-demanded", params, "1.5.2", "1.3.2", true);
    add("start-params-demanded", params, "1.5.2", "1.4.0", false);
    add("start-params-demanded", params, "1.5.2", "", false);
    add("start-params-demanded", params, "1.4.2", "1.3.2", false);
    const char *group = "additionalWorkerGroups:\n  big:\n    nodeSelector: {kubernetes.io/hostname: vega}\n";
    add("no-limits", group, "1.5.2", "", true);
    add("no-limits", group, "1.6.2", "", false);
    add("env-missing", group, "1.2.2", "", true);
    add("env-missing", group, "1.3.2", "", false);
}

void TestProblem::trapsOfVersions()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, rule);
    QFETCH(QString, chart);
    QFETCH(QString, kuberay);
    QFETCH(bool, found);
    const ValuesDocument document(text);
    ProblemContext context;
    context.chartVersion = chart;
    context.operatorVersion = QVersionNumber::fromString(kuberay);
    const QList<Problem> problems = findProblems(document, context);
    QCOMPARE(std::any_of(problems.begin(), problems.end(), [&rule](const Problem &problem) { return problem.rule == rule; }), found);
}

/// What fits is not reported: a known partition, a limit at its edge, a list of partitions, a partition without a limit.
void TestProblem::partitionsThatFit()
{
    ProblemContext context;
    context.partitions = {{QStringLiteral("gpu"), true, std::chrono::hours(24)}, {QStringLiteral("long"), false, std::nullopt}};
    for (const char *flags : {"-p gpu --time=1-0", "--time=24:00:00", "-p long --time=30-0", "-p gpu,cpu --time=5"}) {
        const ValuesDocument document(QByteArray("worker:\n  annotations:\n    slurm-job.vk.io/flags: ") + flags + "\n");
        for (const Problem &problem : findProblems(document, context))
            QVERIFY2(problem.rule != QLatin1String("unknown-partition") && problem.rule != QLatin1String("time-above-partition"),
                     qPrintable(problem.sentence));
    }
}

void TestProblem::unreadableText()
{
    ValuesDocument document("a: 'x\n");
    const QList<Problem> problems = findProblems(document, {});
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().severity, Severity::Error);
    QVERIFY(problems.first().sentence.startsWith(QStringLiteral("Line ")));
}

void TestProblem::clusterNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("name");
    QTest::newRow("usual") << QByteArray() << QStringLiteral("raycluster") << QStringLiteral("raycluster-kuberay");
    QTest::newRow("contains") << QByteArray() << QStringLiteral("my-kuberay") << QStringLiteral("my-kuberay");
    QTest::newRow("override") << QByteArray("nameOverride: x\n") << QStringLiteral("ray") << QStringLiteral("ray-x");
    QTest::newRow("full") << QByteArray("fullnameOverride: x\n") << QStringLiteral("ray") << QStringLiteral("x");
}

void TestProblem::clusterNames()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, release);
    QFETCH(QString, name);
    QCOMPARE(rayClusterName(*readYaml(text), release), name);
}

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_problem.moc"
