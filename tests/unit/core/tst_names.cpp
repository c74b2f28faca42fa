#include "core/names.h"

#include <QSet>
#include <QTest>

using namespace rayhelm;

namespace {

/// What no name of any kind may look like.
QStringList neverNames()
{
    return {QString(),
            QStringLiteral("../../../../.ssh/authorized_keys"),
            QStringLiteral("a/b"),
            QStringLiteral("a\\b"),
            QStringLiteral("a b"),
            QStringLiteral("a\nb"),
            QStringLiteral("a\n"),
            QStringLiteral("1\n"),
            QStringLiteral("a") + QChar(0),
            QStringLiteral("a") + QChar(0) + QStringLiteral("b"),
            QStringLiteral("-a"),
            QStringLiteral("--post-renderer=x"),
            QStringLiteral("."),
            QStringLiteral(".."),
            QStringLiteral(".a"),
            QStringLiteral("a;b"),
            QStringLiteral("$(a)"),
            QStringLiteral("a'b"),
            QStringLiteral("<img src=x>"),
            QStringLiteral("a\u202eb"),
            QStringLiteral("\u0661"), // a digit that is not ASCII
            QStringLiteral("\u00e4"),
            QStringLiteral("a\u200b"),
            QString(10000, QLatin1Char('a')),
            QString(10000, QLatin1Char('1'))};
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsWhatTheToolsWrite_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](NameKind kind, const QString &text) { QTest::newRow(qPrintable(text.left(40))) << int(kind) << text; };
        row(NameKind::Pod, QStringLiteral("raycluster-kuberay-workergroup-worker-k27fp"));
        row(NameKind::Pod, QStringLiteral("coredns.kube-system.1"));
        row(NameKind::Pod, QString(253, QLatin1Char('p')));
        row(NameKind::Container, QStringLiteral("ray-head"));
        row(NameKind::Container, QString(63, QLatin1Char('c')));
        row(NameKind::Node, QStringLiteral("interlink-vk"));
        row(NameKind::Namespace, QStringLiteral("default"));
        row(NameKind::Release, QStringLiteral("raycluster"));
        row(NameKind::Release, QStringLiteral("ray.v2-x"));
        row(NameKind::Release, QString(53, QLatin1Char('r')));
        row(NameKind::Secret, QStringLiteral("mlflow-account"));
        row(NameKind::ObjectUid, QStringLiteral("1b2e5f6a-8c1d-4f0e-9a57-0c7b3d2e1f00"));
        row(NameKind::Submission, QStringLiteral("raysubmit_9xYkTq3Vb2LmNc8d"));
        row(NameKind::Submission, QStringLiteral("hython-20261130-1"));
        row(NameKind::SlurmJob, QStringLiteral("4711"));
        row(NameKind::SlurmJob, QStringLiteral("4711_3"));
        row(NameKind::SlurmJob, QStringLiteral("4711+1"));
        row(NameKind::ImageTag, QStringLiteral("jlab-v1.0_x"));
        row(NameKind::ImageTag, QStringLiteral("sha256:") + QString(64, QLatin1Char('0')));
    }
    void acceptsWhatTheToolsWrite()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QVERIFY(isName(NameKind(kind), text));
    }

    void refusesEverythingElse()
    {
        for (const NameKind kind : {NameKind::Pod, NameKind::Container, NameKind::Node, NameKind::Namespace, NameKind::Release,
                                    NameKind::Secret, NameKind::RayCluster, NameKind::ObjectUid, NameKind::Submission,
                                    NameKind::SlurmJob, NameKind::ImageTag}) {
            for (const QString &text : neverNames()) {
                QVERIFY2(!isName(kind, text), qPrintable(QStringLiteral("%1: %2").arg(int(kind)).arg(text.left(60))));
                QVERIFY(!nameError(kind, text).summary.isEmpty());
            }
        }
    }

    void lengthsEndWhereTheToolsEnd()
    {
        QVERIFY(!isName(NameKind::Pod, QString(254, QLatin1Char('p'))));
        QVERIFY(!isName(NameKind::Namespace, QString(64, QLatin1Char('n'))));
        QVERIFY(!isName(NameKind::Release, QString(54, QLatin1Char('r'))));
        QVERIFY(!isName(NameKind::Namespace, QStringLiteral("a.b")));
        QVERIFY(!isName(NameKind::Pod, QStringLiteral("a..b")));
        QVERIFY(!isName(NameKind::Pod, QStringLiteral("Abc")));
        QVERIFY(!isName(NameKind::Pod, QStringLiteral("a-")));
        QVERIFY(!isName(NameKind::SlurmJob, QStringLiteral("12x")));
    }

    void parseGivesTheTextOrWhyNot()
    {
        const Result<PodName> pod = PodName::parse(QStringLiteral("head-0"));
        QVERIFY(pod.has_value());
        QCOMPARE(pod->text(), QStringLiteral("head-0"));
        QVERIFY(!pod->isEmpty());
        QVERIFY(PodName().isEmpty());
        QVERIFY(PodName::orEmpty(QStringLiteral("../x")).isEmpty());
        const Result<PodName> none = PodName::parse(QStringLiteral("../x\u202e"));
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(none.error().detail, QStringLiteral("../x"));
        const QSet<PodName> names{*pod, PodName::orEmpty(QStringLiteral("head-0"))};
        QCOMPARE(names.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
