#include "values/secretoverlay.h"
#include "valuesfixture.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace rayhelm;

namespace {

OverlayRequest request()
{
    OverlayRequest it;
    it.secretName = QStringLiteral("rayhelm-mlflow-x1");
    it.owner = QStringLiteral("Ada L. <ada@example.org>");
    it.installationId = QStringLiteral("a1b2c3");
    it.installed = QDateTime(QDate(2026, 5, 12), QTime(10, 0), Qt::UTC);
    return it;
}

YamlPath at(const char *path)
{
    YamlPath result;
    for (const QString &step : QString::fromLatin1(path).split(QLatin1Char('|'))) {
        bool number = false;
        const int index = step.toInt(&number);
        result = number ? result.child(index) : result.child(step);
    }
    return result;
}

/// Runs the text as KubeRay does, with `after` in the place of "ray start".
QString run(const QString &command, const QString &home, const QString &mount, const QString &after)
{
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (home.isNull())
        environment.remove(QStringLiteral("HOME"));
    else
        environment.insert(QStringLiteral("HOME"), home);
    bash.setProcessEnvironment(environment);
    QString text = command;
    text.replace(QLatin1String(stamp::mountPath), mount);
    bash.start(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), QStringLiteral("--"), text + QStringLiteral("  && ulimit -n 1024; ") + after});
    bash.waitForFinished();
    return QString::fromUtf8(bash.readAllStandardOutput() + bash.readAllStandardError()) + QString::number(bash.exitCode());
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestSecretOverlay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exampleGetsBoth();
    void listsKeepTheUsersEntries();
    void additionalGroups();
    void withoutAccount();
    void ownCommands();
    void conflicts();
    void linkInAnEmptyHome();
    void linkNeverTouchesOwnFiles();
    void linkNeverStopsRay_data();
    void linkNeverStopsRay();
    void lastPodTakesTheLinkAway();
};

void TestSecretOverlay::exampleGetsBoth()
{
    const Result<YamlValue> values = readYaml(exampleText());
    const Result<Overlay> overlay = mountSecretOverlay(*values, request());
    QVERIFY(overlay);
    const Result<YamlValue> added = readYaml(overlay->yaml);
    QVERIFY2(added, overlay->yaml.constData());
    QCOMPARE(added->keys(), (QStringList{QStringLiteral("annotations"), QStringLiteral("head"), QStringLiteral("worker")}));
    QCOMPARE(added->at(at("annotations|rayhelm/owner")).text(), request().owner);
    QCOMPARE(added->at(at("annotations|rayhelm/installed")).text(), QStringLiteral("2026-05-12T10:00:00Z"));
    QCOMPARE(added->at(at("annotations|rayhelm/installed")).type(), YamlType::String);
    for (const char *group : {"head", "worker"}) {
        const YamlValue &pod = added->at(at(group));
        QCOMPARE(pod.at(at("labels|rayhelm/installation")).text(), QStringLiteral("a1b2c3"));
        QCOMPARE(pod.at(at("volumes|0|name")).text(), QStringLiteral("log-volume"));
        QVERIFY(pod.at(at("volumes|0|emptyDir")).isMap());
        QCOMPARE(pod.at(at("volumes|1|secret|secretName")).text(), request().secretName);
        QCOMPARE(pod.at(at("volumes|1|secret|defaultMode")).toInteger(), std::optional(qint64(0400)));
        QCOMPARE(pod.at(at("volumeMounts|0|mountPath")).text(), QStringLiteral("/tmp/ray"));
        QCOMPARE(pod.at(at("volumeMounts|1|mountPath")).text(), QString::fromLatin1(stamp::mountPath));
        QCOMPARE(pod.at(at("command|0")).text(), linkCredentialsCommand());
        QCOMPARE(pod.at(at("command")).items().size(), size_t(1));
    }
    QVERIFY(overlay->warnings.isEmpty());
    QVERIFY(overlay->explanation.size() >= 3);
    QVERIFY(!overlay->yaml.contains("password"));
}

void TestSecretOverlay::listsKeepTheUsersEntries()
{
    const Result<YamlValue> values = readYaml("head:\n  volumes:\n    - name: mine\n      hostPath: {path: /x, type: Directory}\n"
                                              "  volumeMounts: []\n  annotations: {a: b}\nworker:\n  volumes:\n");
    const Result<Overlay> overlay = mountSecretOverlay(*values, request());
    QVERIFY(overlay);
    const Result<YamlValue> added = readYaml(overlay->yaml);
    QCOMPARE(added->at(at("head|volumes")).items().size(), size_t(2));
    QCOMPARE(added->at(at("head|volumes|0")), values->at(at("head|volumes|0")));
    QCOMPARE(added->at(at("head|volumeMounts")).items().size(), size_t(1));
    QCOMPARE(added->at(at("worker|volumes")).items().size(), size_t(1));
    QCOMPARE(added->at(at("worker|volumeMounts")).items().size(), size_t(2));
    QCOMPARE(added->at(at("worker|volumes|0|secret|defaultMode")).toInteger(), std::optional(qint64(0444)));
    QVERIFY(!added->find(at("head|annotations|a"))); // maps are merged by Helm
}

void TestSecretOverlay::additionalGroups()
{
    const Result<YamlValue> values = readYaml("worker: {disabled: true}\nadditionalWorkerGroups:\n  big: {replicas: 1}\n  off: {disabled: true}\n"
                                              "  smallGroup: {replicas: 1}\n");
    Result<YamlValue> added = readYaml(mountSecretOverlay(*values, request())->yaml);
    QVERIFY(!added->find(QStringLiteral("worker")));
    QCOMPARE(added->at(at("additionalWorkerGroups")).keys(), QStringList{QStringLiteral("big")});
    QCOMPARE(added->at(at("additionalWorkerGroups|big|volumes")).items().size(), size_t(1)); // no default list there
    added = readYaml(mountSecretOverlay(*readYaml("additionalWorkerGroups: {smallGroup: {disabled: false}}\n"), request())->yaml);
    QCOMPARE(added->at(at("additionalWorkerGroups|smallGroup|volumes")).items().size(), size_t(2));
}

void TestSecretOverlay::withoutAccount()
{
    OverlayRequest it = request();
    it.secretName.clear();
    const Result<Overlay> overlay = mountSecretOverlay(*readYaml(exampleText()), it);
    QVERIFY(overlay);
    QVERIFY(!overlay->yaml.contains("volumes") && !overlay->yaml.contains("command") && overlay->yaml.contains("rayhelm/owner"));
    QCOMPARE(overlay->explanation.size(), 1);
}

void TestSecretOverlay::ownCommands()
{
    Result<YamlValue> values = readYaml("head:\n  command: [\"echo\", \"'a  b'\"]\nworker:\n  args: [\"echo c\"]\n");
    Result<YamlValue> added = readYaml(mountSecretOverlay(*values, request())->yaml);
    QCOMPARE(added->at(at("head|command")).items().size(), size_t(3));
    QCOMPARE(added->at(at("head|command|0")).text(), linkCredentialsCommand() + QStringLiteral(" ;"));
    QCOMPARE(added->at(at("head|command|2")).text(), QStringLiteral("'a  b'"));
    QCOMPARE(added->at(at("worker|command|0")).text(), linkCredentialsCommand() + QStringLiteral(" ;"));

    const Result<Overlay> own = mountSecretOverlay(*readYaml("head:\n  command: [bash, -c]\n  args: [\"ray start --head --block\"]\n"), request());
    QCOMPARE(own->warnings.size(), 1);
    QVERIFY(!readYaml(own->yaml)->find(at("head|command")));
    QVERIFY(readYaml(own->yaml)->find(at("worker|command")));
    const Result<Overlay> overwritten = mountSecretOverlay(*readYaml("annotations: {ray.io/overwrite-container-cmd: 'true'}\n"), request());
    QCOMPARE(overwritten->warnings.size(), 2);
}

void TestSecretOverlay::conflicts()
{
    QVERIFY(!mountSecretOverlay(*readYaml("head: {volumes: [{name: rayhelm-mlflow}]}\n"), request()));
    QVERIFY(!mountSecretOverlay(*readYaml("worker: {volumeMounts: [{name: x, mountPath: /run/rayhelm/mlflow}]}\n"), request()));
}

void TestSecretOverlay::linkInAnEmptyHome()
{
    QTemporaryDir directory;
    const QString home = directory.filePath(QStringLiteral("ho me"));
    const QString mount = directory.filePath(QStringLiteral("mount"));
    QVERIFY(QDir().mkpath(home) && QDir().mkpath(mount));
    write(mount + QStringLiteral("/credentials"), "[mlflow]\n");
    // The command comes with the user's own words behind it, and with nothing behind it.
    for (const QString &tail : {QString(), QStringLiteral(" ;  true ")})
        QCOMPARE(run(linkCredentialsCommand() + tail, home, mount, QStringLiteral("cat \"$HOME/.mlflow/credentials\"")), QStringLiteral("[mlflow]\n0"));
    QVERIFY(QDir(home).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    QCOMPARE(run(linkCredentialsCommand(), home, mount, QStringLiteral("(exit 3)")), QStringLiteral("3"));
}

void TestSecretOverlay::linkNeverTouchesOwnFiles()
{
    QTemporaryDir directory;
    const QString home = directory.filePath(QStringLiteral("home"));
    const QString mount = directory.filePath(QStringLiteral("mount"));
    QVERIFY(QDir().mkpath(home + QStringLiteral("/.mlflow")) && QDir().mkpath(mount));
    write(mount + QStringLiteral("/credentials"), "ours");
    write(home + QStringLiteral("/.mlflow/credentials"), "mine");
    QCOMPARE(run(linkCredentialsCommand(), home, mount, QStringLiteral("cat \"$HOME/.mlflow/credentials\"; ls -A \"$HOME/.mlflow\"")),
             QStringLiteral("minecredentials\n0"));
    QVERIFY(QFile::exists(home + QStringLiteral("/.mlflow/credentials")));
    // A link that leads nowhere is the user's as well.
    QFile::remove(home + QStringLiteral("/.mlflow/credentials"));
    QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), home + QStringLiteral("/.mlflow/credentials")));
    QCOMPARE(run(linkCredentialsCommand(), home, mount, QStringLiteral("readlink \"$HOME/.mlflow/credentials\"")), QStringLiteral("/nowhere/at/all\n0"));
    QCOMPARE(QFile::symLinkTarget(home + QStringLiteral("/.mlflow/credentials")), QStringLiteral("/nowhere/at/all"));
}

void TestSecretOverlay::linkNeverStopsRay_data()
{
    QTest::addColumn<QString>("home");
    QTest::newRow("no HOME") << QString();
    QTest::newRow("empty HOME") << QStringLiteral("");
    QTest::newRow("HOME is missing") << QStringLiteral("/proc/none/home");
    QTest::newRow("HOME is a file") << QStringLiteral("/etc/passwd");
    QTest::newRow("HOME cannot be written") << QStringLiteral("/proc");
    QTest::newRow("odd HOME") << QStringLiteral("/proc/$(touch x) '\"; exit 9");
}

void TestSecretOverlay::linkNeverStopsRay()
{
    QFETCH(QString, home);
    QTemporaryDir directory;
    write(directory.filePath(QStringLiteral("credentials")), "x");
    QCOMPARE(run(linkCredentialsCommand(), home, directory.path(), QStringLiteral("echo ray")), QStringLiteral("ray\n0"));
    QCOMPARE(run(linkCredentialsCommand(), directory.path(), QStringLiteral("/no/mount"), QStringLiteral("echo ray")), QStringLiteral("ray\n0"));
    QVERIFY(!linkCredentialsCommand().contains(QStringLiteral("$$")) && !linkCredentialsCommand().contains(QStringLiteral("$(")));
}

void TestSecretOverlay::lastPodTakesTheLinkAway()
{
    QTemporaryDir directory;
    const QString home = directory.filePath(QStringLiteral("home"));
    const QString mount = directory.filePath(QStringLiteral("mount"));
    QVERIFY(QDir().mkpath(home) && QDir().mkpath(mount));
    write(mount + QStringLiteral("/credentials"), "ours");
    const QString link = home + QStringLiteral("/.mlflow/credentials");
    QProcess first;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    first.setProcessEnvironment(environment);
    QString text = linkCredentialsCommand();
    text.replace(QLatin1String(stamp::mountPath), mount);
    first.start(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), QStringLiteral("--"), text + QStringLiteral(" && true; echo up; read x; true")});
    QVERIFY(first.waitForReadyRead());
    QVERIFY(QFile::exists(link));
    QCOMPARE(run(linkCredentialsCommand(), home, mount, QStringLiteral("true")), QStringLiteral("0"));
    QVERIFY(QFile::exists(link)); // the first still needs it
    first.terminate(); // as Slurm ends a job
    QVERIFY(first.waitForFinished());
    QVERIFY(!QFileInfo(link).isSymLink());
    QVERIFY(!QFile::exists(home + QStringLiteral("/.mlflow")));
}

QTEST_GUILESS_MAIN(TestSecretOverlay)
#include "tst_secretoverlay.moc"
