#include "explain/explain.h"
#include "folders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

namespace rayhelm {
extern const char *const catalogueTexts[];
extern const int catalogueTextCount;
}

using namespace rayhelm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(rayhelm::ExplainArea)

class TestExplain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mostSpecificFirst_data();
    void mostSpecificFirst();
    void everyRowIsFound();
    void textsAreListedForTranslation();
    void badCatalogues_data();
    void badCatalogues();
    void errorKeepsTheRawText();
};

void TestExplain::mostSpecificFirst_data()
{
    QTest::addColumn<ExplainArea>("area");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id"); // empty: unknown
    const auto row = [](ExplainArea area, const char *text, const char *id) {
        QTest::newRow(qPrintable(QString::fromLatin1(id) + u' ' + QString::fromLatin1(text).left(30)))
            << area << QString::fromLatin1(text) << QString::fromLatin1(id);
    };
    row(ExplainArea::Ssh, "user@vm: Permission denied (publickey,password).", "S1");
    row(ExplainArea::Ssh, "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.", "S3");
    row(ExplainArea::Ssh, "sudo: a password is required", "S12");
    row(ExplainArea::Kubectl, "The connection to the server localhost:8080 was refused - did you", "K1");
    row(ExplainArea::Kubectl, "The connection to the server 10.1.1.1:6443 was refused - did you", "K5");
    row(ExplainArea::Kubectl, "Unable to connect to the server: context deadline exceeded", "K6");
    row(ExplainArea::Kubectl, "sh: 1: kubectl: not found", "S14");
    row(ExplainArea::Helm, "Error: Kubernetes cluster unreachable: Get \"http://localhost:8080/version\": refused", "K1");
    row(ExplainArea::Helm, "Error: Kubernetes cluster unreachable: something", "H16");
    row(ExplainArea::Helm, "Error: release: not found", "H14");
    row(ExplainArea::Helm, "Error: UPGRADE FAILED: \"x\" has no deployed releases", "H13");
    row(ExplainArea::Helm, "cannot patch \"x\" with kind RayCluster: spec.headGroupSpec.rayStartParams: Required value", "H20");
    row(ExplainArea::Deleting, "Error: uninstall: Release not loaded: raycluster: release: not found", "D4");
    row(ExplainArea::Scheduling, "0/2 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }", "P3");
    row(ExplainArea::Scheduling, "0/2 nodes: 1 node(s) had untolerated taint {virtual-node.interlink/no-schedule: true}", "P2");
    row(ExplainArea::Gateway, "ProviderFailed: sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified", "L2");
    row(ExplainArea::Gateway, "sbatch: error: unknown trouble", "I2");
    row(ExplainArea::Gateway, "Error: 15", "L15");
    row(ExplainArea::Gateway, "Error: 137", "L17");
    row(ExplainArea::Gateway, "SLURM job reached its time limit and was terminated", "L13");
    row(ExplainArea::Gateway, "VKProviderPodDeleted", "I16");
    row(ExplainArea::Slurm, "Priority", "L18");
    row(ExplainArea::Slurm, "QOSMaxJobsPerUserLimit", "L19");
    row(ExplainArea::Slurm, "*** JOB 5 ON n1 CANCELLED AT 2026-01-01 DUE TO TIME LIMIT ***", "L13");
    row(ExplainArea::Slurm, "*** JOB 5 ON n1 CANCELLED AT 2026-01-01 ***", "L15");
    row(ExplainArea::Container, "FATAL:   could not open image /a:sif: failed to retrieve path for /a:sif: lstat /a:sif: no such file or directory", "C1");
    row(ExplainArea::Container, "bash: ray: command not found", "C7");
    row(ExplainArea::Container, "0 seconds elapsed: Waiting for GCS to be ready.", "R7");
    row(ExplainArea::Ray, "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried", "R18");
    row(ExplainArea::Kubectl, "all is well", "");
    row(ExplainArea::Scheduling, "CUDA out of memory", ""); // another area's text
}

void TestExplain::mostSpecificFirst()
{
    QFETCH(ExplainArea, area);
    QFETCH(QString, text);
    QFETCH(QString, id);
    const Result<Explanations> explanations = Explanations::load();
    QVERIFY2(explanations.has_value(), explanations ? "" : qPrintable(explanations.error().detail));
    const auto found = explanations->explain(area, text);
    QCOMPARE(found ? found->id : QString(), id);
    if (found)
        QVERIFY(!found->words.isEmpty() && !found->remedy.isEmpty());
}

void TestExplain::everyRowIsFound()
{
    const Result<Explanations> explanations = Explanations::load();
    QCOMPARE(explanations->size(), 136); // as many as were catalogued
    for (const char *id : {"S1", "K1", "H24", "P5", "I4", "L19", "C11", "R6", "D7", "D9"})
        QVERIFY2(explanations->find(QString::fromLatin1(id)), id);
    QVERIFY(!explanations->find(u"Z1"_s));
}

void TestExplain::textsAreListedForTranslation()
{
    QFile file(rayhelm::sourceFile("/resources/failures/catalogue.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QString> listed;
    for (int at = 0; at < catalogueTextCount; ++at)
        listed.insert(QString::fromUtf8(catalogueTexts[at]));
    QSet<QString> used;
    const QByteArray json = file.readAll();
    QVERIFY2(Explanations::fromJson(json), "an expression of the shipped catalogue is wrong"); // load() does not look
    const QJsonArray rows = QJsonDocument::fromJson(json).object().value(u"rows"_s).toArray();
    for (const QJsonValue &row : rows) {
        used.insert(row.toObject().value(u"words"_s).toString());
        used.insert(row.toObject().value(u"remedy"_s).toString());
    }
    QCOMPARE(used.subtract(listed).values(), QStringList());
    QVERIFY(listed.size() > 200);
}

void TestExplain::badCatalogues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("bad expression") << QByteArray(R"({"rows":[{"id":"A","area":"helm","who":"user","words":"w","pattern":"("}]})");
    QTest::newRow("unknown area") << QByteArray(R"({"rows":[{"id":"A","area":"moon","who":"user","words":"w"}]})");
    QTest::newRow("no words") << QByteArray(R"({"rows":[{"id":"A","area":"helm","who":"user"}]})");
    QTest::newRow("twice") << QByteArray(R"({"rows":[{"id":"A","area":"helm","who":"user","words":"w"},{"id":"A","area":"helm","who":"user","words":"w"}]})");
}

void TestExplain::badCatalogues()
{
    QFETCH(QByteArray, json);
    QCOMPARE(Explanations::fromJson(json).error().kind, ErrorKind::InvalidInput);
}

void TestExplain::errorKeepsTheRawText()
{
    const Result<Explanations> explanations = Explanations::load();
    const Error known = explainedError(&*explanations, ExplainArea::Kubectl, ErrorKind::Forbidden, u"otherwise"_s,
                                       u"\x1b[31merror: You must be logged in to the server (Unauthorized)\x1b[0m"_s);
    QVERIFY(known.summary.startsWith(u"Your access to the cluster has expired"_s));
    QCOMPARE(known.detail, u"error: You must be logged in to the server (Unauthorized)"_s);
    QCOMPARE(explainedError(nullptr, ExplainArea::Kubectl, ErrorKind::Forbidden, u"otherwise"_s, u"x"_s).summary, u"otherwise"_s);
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
