#include "cluster/kubectl.h"
#include "explain/explain.h"

#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rayhelm::ErrorKind)

class TestKubectl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusedListIsAnError_data();
    void refusedListIsAnError();
    void lists();
    void watchLines_data();
    void watchLines();
    void commandsAreReadingOnly();
    void secretGoesByInput();
};

void TestKubectl::refusedListIsAnError_data()
{
    QTest::addColumn<int>("exitStatus");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("403") << 1
                         << QByteArray("Error from server (Forbidden): pods is forbidden: User \"alice\" cannot list resource "
                                       "\"pods\" in API group \"\" in the namespace \"locked\"\n")
                         << ErrorKind::Forbidden << u"may not do this"_s;
    QTest::newRow("401") << 1 << QByteArray("error: You must be logged in to the server (Unauthorized)\n")
                         << ErrorKind::AuthenticationFailed << u"expired or is wrong"_s;
    QTest::newRow("no kubeconfig") << 1
                                   << QByteArray("E0712 memcache.go:265 \"Unhandled Error\"\nThe connection to the server "
                                                 "localhost:8080 was refused - did you specify the right host or port?\n")
                                   << ErrorKind::Unreachable << u"no cluster settings"_s;
    QTest::newRow("server down") << 1 << QByteArray("The connection to the server 10.0.0.1:6443 was refused - did you specify\n")
                                 << ErrorKind::Unreachable << u"down or restarting"_s;
    QTest::newRow("no KubeRay") << 1 << QByteArray("error: the server doesn't have a resource type \"rayclusters\"\n")
                                << ErrorKind::NotFound << u"KubeRay is not installed"_s;
    QTest::newRow("no kubectl") << 127 << QByteArray("/bin/sh: 1: kubectl: not found\n") << ErrorKind::NotFound << u"not installed"_s;
    QTest::newRow("unknown text") << 1 << QByteArray("something else") << ErrorKind::CommandFailed << u"could not be read"_s;
}

void TestKubectl::refusedListIsAnError()
{
    QFETCH(int, exitStatus);
    QFETCH(QByteArray, error);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    const Result<Explanations> explanations = Explanations::load();
    QVERIFY(explanations.has_value());
    // A refused list prints a valid empty List all the same.
    const RemoteOutput output{exitStatus, "{\"apiVersion\":\"v1\",\"items\":[],\"kind\":\"List\"}\n", error};
    const Result<QJsonArray> list = parseKubectlList(output, &*explanations);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, kind);
    QVERIFY2(list.error().summary.contains(says), qPrintable(list.error().summary));
    QVERIFY(!list.error().detail.isEmpty());
}

void TestKubectl::lists()
{
    QCOMPARE(parseKubectlList({0, R"({"kind":"List","items":[]})", {}}, nullptr)->size(), 0);
    QCOMPARE(parseKubectlList({0, R"({"kind":"PodList","items":[{}]})", "Warning: something"}, nullptr)->size(), 1);
    QCOMPARE(parseKubectlList({0, "No resources found", {}}, nullptr).error().kind, ErrorKind::Protocol);
    QCOMPARE(parseKubectlList({0, R"({"kind":"Pod"})", {}}, nullptr).error().kind, ErrorKind::Protocol);
}

void TestKubectl::watchLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("type"); // -1: no event
    QTest::newRow("added") << QByteArray(R"({"type":"ADDED","object":{"kind":"Pod"}})") << int(WatchEvent::Type::Added);
    QTest::newRow("deleted") << QByteArray(R"({"type":"DELETED","object":{"kind":"Pod"}})") << int(WatchEvent::Type::Deleted);
    QTest::newRow("bookmark") << QByteArray(R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9"}}})")
                              << int(WatchEvent::Type::Bookmark);
    QTest::newRow("expired") << QByteArray(R"({"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired"}})")
                             << int(WatchEvent::Type::Error);
    QTest::newRow("cut") << QByteArray(R"({"type":"ADDED","object":{"kin)") << -1;
    QTest::newRow("warning") << QByteArray("Warning: v1 is deprecated") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void TestKubectl::watchLines()
{
    QFETCH(QByteArray, line);
    QFETCH(int, type);
    const auto event = parseWatchLine(line);
    QCOMPARE(event ? int(event->type) : -1, type);
}

void TestKubectl::commandsAreReadingOnly()
{
    Profile profile;
    profile.kubernetesNamespace = u"ray space"_s;
    profile.releaseName = u"mine"_s;
    const Kubectl kubectl(profile);
    for (const ResourceKind kind : {ResourceKind::Pods, ResourceKind::RayClusters, ResourceKind::Events, ResourceKind::Nodes}) {
        const RemoteCommand list = kubectl.list(kind);
        QVERIFY2(list.script.contains(u"--request-timeout=10s"_s), qPrintable(list.script));
        QVERIFY(list.script.contains(u"--namespace 'ray space'"_s));
        QVERIFY(!list.changes);
        QVERIFY(list.asRoot);
        const RemoteCommand watch = kubectl.watch(kind);
        QVERIFY(watch.script.contains(u"--output-watch-events"_s));
        QVERIFY2(!watch.script.contains(u"request-timeout"_s), "it would cut the watch off");
    }
    QVERIFY(kubectl.list(ResourceKind::Pods).script.contains(u"app.kubernetes.io/instance=mine"_s));
}

void TestKubectl::secretGoesByInput()
{
    const RemoteCommand command = Kubectl(Profile()).putSecret(u"name"_s, "manifest with hunter2", {u"one-id"_s, u"two-id"_s});
    QCOMPARE(command.input, QByteArray("manifest with hunter2"));
    QVERIFY(!command.script.contains(u"hunter2"_s));
    QVERIFY(!command.shownAs.contains(u"hunter2"_s));
    QVERIFY2(!command.script.contains(u"apply"_s), "apply would keep a copy in an annotation");
    QVERIFY(command.changes);
    QVERIFY2(command.script.contains(u"case $mark in '[one-id]'|'[two-id]') kubectl"_s), qPrintable(command.script));
}

QTEST_GUILESS_MAIN(TestKubectl)
#include "tst_kubectl.moc"
