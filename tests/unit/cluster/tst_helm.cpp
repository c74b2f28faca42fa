#include "cluster/helm.h"
#include "explain/explain.h"
#include "folders.h"

#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rayhelm::ErrorKind)
Q_DECLARE_METATYPE(rayhelm::ReleaseState)

namespace {

QByteArray recorded(const char *file)
{
    QFile data(rayhelm::testData("/recorded/normal/") + QLatin1String(file));
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no recorded data: %s", file);
    return data.readAll();
}

} // namespace

class TestHelm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versions_data();
    void versions();
    void recordedList();
    void recordedHistory();
    void listStates();
    void errors_data();
    void errors();
    void values();
    void installLine();
    void neverRunsInTheWorkingFolder();
    void listHasNoFlagThatHelm4Lacks();
    void labelValues_data();
    void labelValues();
};

void TestHelm::versions_data()
{
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<int>("major");
    QTest::addColumn<bool>("labels");
    QTest::newRow("3.18") << QByteArray("v3.18.6+gb76a950\n") << 3 << true;
    QTest::newRow("3.12") << QByteArray("v3.12.3+g3a31588\n") << 3 << false;
    QTest::newRow("4") << QByteArray("v4.2.4+g1234567\n") << 4 << true;
}

void TestHelm::versions()
{
    QFETCH(QByteArray, out);
    QFETCH(int, major);
    QFETCH(bool, labels);
    const Result<HelmVersion> version = parseHelmVersion({0, out, "WARNING: Kubernetes configuration file is group-readable"}, nullptr);
    QVERIFY(version.has_value());
    QCOMPARE(version->major, major);
    QCOMPARE(version->hasLabels(), labels);
    QCOMPARE(parseHelmVersion({0, "hello", {}}, nullptr).error().kind, ErrorKind::Protocol);
    QCOMPARE(parseHelmVersion({127, {}, "sh: helm: not found"}, nullptr).error().kind, ErrorKind::NotFound);
}

void TestHelm::recordedList()
{
    const RemoteOutput output{0, recorded("helm-list.json"), {}};
    const Result<ReleaseInfo> release = parseHelmList(output, u"raycluster"_s, nullptr);
    QVERIFY(release.has_value());
    QCOMPARE(release->state, ReleaseState::Deployed);
    QCOMPARE(release->revision, 1); // a text there
    QCOMPARE(release->updated, QDateTime(QDate(2026, 11, 22), QTime(22, 25, 43), Qt::UTC));
    QVERIFY(release->exists());
    QVERIFY(!parseHelmList(output, u"other"_s, nullptr)->exists());
    QVERIFY(!parseHelmList({0, "[]", {}}, u"raycluster"_s, nullptr)->exists());
}

void TestHelm::recordedHistory()
{
    const Result<QList<ReleaseInfo>> history = parseHelmHistory({0, recorded("helm-history.json"), {}}, nullptr);
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().revision, 1); // a number there
    QCOMPARE(history->first().updated.time(), QTime(22, 25, 43));
    QVERIFY(parseHelmHistory({1, {}, "Error: release: not found\n"}, nullptr)->isEmpty());
    QCOMPARE(parseHelmHistory({1, {}, "Error: Kubernetes cluster unreachable: x"}, nullptr).error().kind, ErrorKind::Unreachable);
}

void TestHelm::listStates()
{
    const QByteArray out = R"([{"name":"raycluster","revision":"3","updated":"2025-06-20 14:19:32.1 +0200 CEST",
                              "status":"pending-upgrade","chart":"ray-cluster-1.2.2"}])";
    const Result<ReleaseInfo> release = parseHelmList({0, out, {}}, u"raycluster"_s, nullptr);
    QCOMPARE(release->state, ReleaseState::PendingUpgrade);
    QCOMPARE(release->updated, QDateTime(QDate(2025, 6, 20), QTime(12, 19, 32), Qt::UTC));
    QCOMPARE(releaseStateFromName(u"uninstalling"_s), ReleaseState::Uninstalling);
    QCOMPARE(releaseStateFromName(u"new word"_s), ReleaseState::Unknown);
}

void TestHelm::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, ErrorKind kind, const char *says) {
        QTest::newRow(name) << QByteArray(text) << kind << QString::fromLatin1(says);
    };
    row("in flight", "Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress", ErrorKind::Conflict, "left a lock");
    row("name, helm 3", "Error: INSTALLATION FAILED: cannot re-use a name that is still in use", ErrorKind::Conflict, "exists already");
    row("name, helm 4", "Error: INSTALLATION FAILED: cannot reuse a name that is still in use", ErrorKind::Conflict, "exists already");
    row("unreachable, helm 3", "Error: Kubernetes cluster unreachable: Get \"https://10.0.0.1:6443/version\": dial tcp: connect: connection refused",
        ErrorKind::Unreachable, "cannot reach Kubernetes");
    row("unreachable, helm 4", "Error: cluster reachability check failed: kubernetes cluster unreachable: x", ErrorKind::Unreachable,
        "cannot reach Kubernetes");
    row("no kubeconfig", "Error: Kubernetes cluster unreachable: Get \"http://localhost:8080/version\": dial tcp 127.0.0.1:8080: connect: connection refused",
        ErrorKind::Unreachable, "no cluster settings");
    row("no repo", "Error: repo kuberay not found", ErrorKind::NotFound, "not registered");
    row("no version", "Error: chart \"ray-cluster\" matching 9.9.9 not found in kuberay index. (try 'helm repo update'): no chart version found for ray-cluster-9.9.9",
        ErrorKind::NotFound, "chart version");
    row("bad yaml", "Error: failed to parse values.yaml: error converting YAML to JSON: yaml: line 3: x", ErrorKind::InvalidInput, "YAML mistake");
    row("chart trap", "Error: template: ray-cluster/templates/raycluster-cluster.yaml:163:21: executing \"x\" at <concat>: error calling concat: runtime error: invalid memory address or nil pointer dereference",
        ErrorKind::InvalidInput, "containerEnv");
    row("forbidden", "Error: list: failed to list: secrets is forbidden: User \"weak\" cannot list resource \"secrets\"", ErrorKind::Forbidden,
        "may not do this");
    row("other", "Error: something new", ErrorKind::CommandFailed, "Helm could not do it");
}

void TestHelm::errors()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    const Result<Explanations> explanations = Explanations::load();
    const Error error = helmError({1, {}, text}, &*explanations);
    QCOMPARE(error.kind, kind);
    QVERIFY2(error.summary.contains(says), qPrintable(error.summary));
    QCOMPARE(error.detail, QString::fromUtf8(text));
}

void TestHelm::values()
{
    QVERIFY(parseHelmValues({0, "null\n", {}}, nullptr)->isEmpty());
    QCOMPARE(parseHelmValues({0, recorded("helm-values.json"), {}}, nullptr)->value(u"worker"_s).toObject().value(u"replicas"_s).toInt(), 1);
    QVERIFY(!parseHelmValues({1, "{}", "Error: release: not found"}, nullptr));
}

void TestHelm::installLine()
{
    Profile profile;
    profile.releaseName = u"mine"_s;
    HelmInstall install{{{u"a b.yaml"_s, "1"}, {u"added.yaml"_s, "2"}}, InstallFile{u"chart.tgz"_s, "3"}, u"0123-id"_s, u"ada.laptop"_s};
    const QString line = Helm(profile).installLine(install);
    QVERIFY2(line.startsWith(u"helm upgrade --install mine ./chart.tgz --values './a b.yaml' --values ./added.yaml"_s), qPrintable(line));
    QVERIFY2(line.contains(u"--labels rayhelm/installation=0123-id,rayhelm/owner=ada.laptop"_s), qPrintable(line));
    const QString shown = Helm(profile).shownInstallLine(install);
    QVERIFY2(shown.startsWith(u"helm upgrade --install mine kuberay/ray-cluster --version 1.2.2 --values 'a b.yaml' --values added.yaml"_s),
             qPrintable(shown));
    profile.chart = u"/opt/charts/ray"_s;
    QVERIFY(Helm(profile).installLine(install).startsWith(u"helm upgrade --install mine ./chart.tgz --values"_s));
    QVERIFY(Helm(profile).uninstallLine().contains(u"--cascade foreground --wait"_s));
}

/// A folder of the chart's name in the folder of the user is none of helm's business.
void TestHelm::neverRunsInTheWorkingFolder()
{
    const HelmInstall install{{{u"values.yaml"_s, "1"}}, InstallFile{u"chart.tgz"_s, "3"}, u"0123-id"_s, u"ada"_s};
    Profile onVm;
    onVm.chart = u"/opt/charts/ray"_s;
    for (const RemoteCommand &command : {Helm(onVm).chartDefaults(), Helm(onVm).render("a: 1"), Helm(onVm).fetchChart(u"0123-id"_s)})
        QVERIFY2(command.script.contains(u"own .rayhelm"_s) && !command.script.contains(u"helm pull kube"_s), qPrintable(command.script));
    const Helm helm((Profile()));
    for (const RemoteCommand &command : {helm.version(), helm.list(), helm.history(), helm.values(), helm.searchChart(), helm.manifest()})
        QVERIFY2(command.script.contains(u"cd /\nhelm "_s), qPrintable(command.script));
    for (const RemoteCommand &command : {helm.chartDefaults(), helm.render("a: 1"), helm.fetchChart(u"0123-id"_s), helm.renderCheck(install), helm.serverCheck(install)})
        QVERIFY2(command.script.contains(u"own .rayhelm"_s) && !command.script.contains(u"RAYHELM_FOLDER"_s), qPrintable(command.script));
}

void TestHelm::listHasNoFlagThatHelm4Lacks()
{
    const QStringList words = Helm(Profile()).list().shownAs.split(u' ');
    QVERIFY(!words.contains(u"-a"_s) && !words.contains(u"--all"_s));
    QVERIFY(words.contains(u"--pending"_s));
}

void TestHelm::labelValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << u"ada.laptop-1"_s << u"ada.laptop-1"_s;
    QTest::newRow("at") << u"ada@laptop"_s << u"ada-laptop"_s;
    QTest::newRow("edges") << u"_ada lovelace."_s << u"ada-lovelace"_s;
    QTest::newRow("umlaut") << u"jürgen"_s << u"j-rgen"_s;
    QTest::newRow("long") << QString(80, u'x') << QString(63, u'x');
    QTest::newRow("comma") << u"a,b=c"_s << u"a-b-c"_s;
}

void TestHelm::labelValues()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QCOMPARE(labelValue(text), value);
}

QTEST_GUILESS_MAIN(TestHelm)
#include "tst_helm.moc"
