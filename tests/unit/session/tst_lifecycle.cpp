#include "sessionbench.h"

#include "session/configuration.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "values/valuesdocument.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

/// Watching, reviewing and installing, and what meets them on the way.
class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<SessionBench>(); }
    void cleanup() { m_bench.reset(); }
    void R5_otherSettingsOtherMonitor_data();
    void R5_otherSettingsOtherMonitor();
    void R7_previewOfAnotherText();
    void R7_onlyWhatWasReviewedIsInstalled();
    void R8_installAndDeleteDoNotOverlap();
    void deletingEndsTheWaitForPods();

private:
    Lifecycle &lifecycle() { return m_bench->session().lifecycle(); }
    Configuration &configuration() { return m_bench->session().configuration(); }
    bool open(const QString &name);
    bool review();
    void edit(const QByteArray &line) { configuration().document()->setText(configuration().document()->text() + line, u"edit"_s); }

    std::unique_ptr<SessionBench> m_bench;
};

bool TestLifecycle::open(const QString &name)
{
    configuration().openOnVm(name);
    return QTest::qWaitFor([&] { return configuration().fileName() == name && !configuration().isBusy(); }, 30000);
}

bool TestLifecycle::review()
{
    lifecycle().preparePreview();
    return QTest::qWaitFor([&] { return lifecycle().isReviewed() && !lifecycle().isPreparingPreview(); }, 60000);
}

void TestLifecycle::R5_otherSettingsOtherMonitor_data()
{
    QTest::addColumn<bool>("disconnected");
    QTest::newRow("after a disconnect, as the form does") << true;
    QTest::newRow("while connected") << false;
}

void TestLifecycle::R5_otherSettingsOtherMonitor()
{
    QFETCH(bool, disconnected);
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QDir(m_bench->dataDirectory()).mkpath(u"broken"_s);
    QFile broken(m_bench->dataDirectory() + u"/broken/kubectl"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("#!/bin/sh\necho 'Error from server (Forbidden): pods is forbidden' >&2\nexit 1\n");
    broken.close();
    QVERIFY(broken.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    Profile wrong = m_bench->profile();
    wrong.kubectlPath = broken.fileName();
    QVERIFY(m_bench->connectNow(wrong)); // the checks tell it, the link stands
    QTRY_COMPARE_WITH_TIMEOUT(lifecycle().status().state, ClusterState::CannotRead, 60000);
    if (disconnected) {
        m_bench->session().connection().disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->session().connection().state(), LinkState::Disconnected, 30000);
        QVERIFY(m_bench->connectNow(m_bench->profile()));
    } else {
        m_bench->session().connection().setProfile(m_bench->profile());
    }
    QTRY_COMPARE_WITH_TIMEOUT(lifecycle().status().pods.size(), 2, 60000);
    QVERIFY(lifecycle().status().state != ClusterState::CannotRead);
}

void TestLifecycle::R7_previewOfAnotherText()
{
    m_bench->putFile(u"a.yaml"_s, "worker:\n  replicas: 1\n");
    m_bench->putFile(u"b.yaml"_s, "worker:\n  replicas: 2\n");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(open(u"a.yaml"_s));
    m_bench->setState(u"hold"_s);
    lifecycle().preparePreview();
    configuration().startFromTemplate();
    QVERIFY(!lifecycle().isReviewed());
    m_bench->removeState(u"hold"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!lifecycle().isPreparingPreview(), 60000);
    QVERIFY(!lifecycle().preview()); // what was worked out is about the file before
    QSignalSpy failed(&lifecycle(), &Lifecycle::installFailed);
    lifecycle().install();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QCOMPARE(m_bench->countCalls("helm upgrade"), 0);
}

void TestLifecycle::R7_onlyWhatWasReviewedIsInstalled()
{
    m_bench->putFile(u"a.yaml"_s, "worker:\n  replicas: 1\n");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(open(u"a.yaml"_s));
    QVERIFY(review());
    edit("# changed after the review\n");
    QVERIFY(!lifecycle().isReviewed());
    QSignalSpy failed(&lifecycle(), &Lifecycle::installFailed);
    lifecycle().install();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Conflict);
    QCOMPARE(m_bench->countCalls("helm upgrade"), 0);
    QVERIFY(review());
    lifecycle().install();
    edit("# typed while it is installed\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->stateOf(u"values-read"_s).contains("changed after the review"), 60000);
    QVERIFY(!m_bench->stateOf(u"values-read"_s).contains("typed while"));
    lifecycle().cancelInstall();
}

void TestLifecycle::R8_installAndDeleteDoNotOverlap()
{
    m_bench->putFile(u"a.yaml"_s, "worker:\n  replicas: 1\n");
    m_bench->installCluster(u"ours-1"_s, "walltime/02-t054s-pods.json");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().status().rayAnsweredAt, 60000);
    QVERIFY(open(u"a.yaml"_s));
    QVERIFY(review());
    QSignalSpy installFailed(&lifecycle(), &Lifecycle::installFailed);
    QSignalSpy deleteFailed(&lifecycle(), &Lifecycle::deleteFailed);
    m_bench->setState(u"helm-waits"_s);
    lifecycle().install();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->countCalls("helm upgrade") > 0 && lifecycle().installSteps()->current() == 4, 60000);
    lifecycle().deleteCluster(m_bench->profile().releaseName, false);
    lifecycle().install();
    lifecycle().repair();
    QCOMPARE(deleteFailed.size(), 1);
    QCOMPARE(installFailed.size(), 2);
    QCOMPARE(m_bench->countCalls("helm uninstall"), 0);
    m_bench->setState(u"helm-go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().isWaitingForPods() || !lifecycle().isInstalling(), 60000);
    m_bench->removeState(u"helm-go"_s);
    const int upgrades = m_bench->countCalls("helm upgrade");
    lifecycle().deleteCluster(m_bench->profile().releaseName, false);
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().deletion().goesOnAtVm(), 60000);
    QVERIFY(!lifecycle().isInstalling());
    const qsizetype failures = installFailed.size();
    lifecycle().install();
    QCOMPARE(installFailed.size(), failures + 1);
    QCOMPARE(installFailed.last().first().value<Error>().kind, ErrorKind::Conflict);
    QCOMPARE(m_bench->countCalls("helm upgrade"), upgrades);
    m_bench->setState(u"helm-go"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!lifecycle().isDeleting(), 60000);
}

void TestLifecycle::deletingEndsTheWaitForPods()
{
    m_bench->putFile(u"a.yaml"_s, "worker:\n  replicas: 1\n");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(open(u"a.yaml"_s));
    QVERIFY(review());
    QSignalSpy installFailed(&lifecycle(), &Lifecycle::installFailed);
    lifecycle().install();
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().isWaitingForPods() || !installFailed.isEmpty() || !lifecycle().isInstalling(), 60000);
    const Error error = installFailed.isEmpty() ? Error() : installFailed.first().first().value<Error>();
    QVERIFY2(lifecycle().isWaitingForPods(), qPrintable(error.summary + u'\n' + error.detail));
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle().status().release.exists(), 60000);
    QSignalSpy finished(&lifecycle(), &Lifecycle::deleteFinished);
    lifecycle().deleteCluster({}, false);
    lifecycle().deleteCluster({}, false); // pressed twice: one deletion
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(m_bench->countCalls("helm uninstall"), 1);
    QVERIFY(!lifecycle().isInstalling());
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
