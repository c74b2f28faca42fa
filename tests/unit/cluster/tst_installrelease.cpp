#include "awaiting.h"
#include "fakeremotesession.h"

#include "cluster/clustermonitor.h"
#include "cluster/installcomparison.h"
#include "cluster/installrelease.h"
#include "cluster/leftstate.h"
#include "core/taskscope.h"
#include "explain/explain.h"
#include "values/mergedvalues.h"
#include "folders.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

const QByteArray values = "image:\n  repository: /img/hython\n  tag: sif\nworker:\n  replicas: 1 # mine\n";

} // namespace

/// Installing against a machine whose helm and kubectl are stand-ins, and whose shell, files and detached jobs are real.
class TestInstallRelease : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void installs();
    void upgradeKeepsTheId();
    void foreignReleaseIsNotTouched_data();
    void foreignReleaseIsNotTouched();
    void takenInThisMoment();
    void secretOfOthersIsLeft_data();
    void secretOfOthersIsLeft();
    void changedFilesAreNotInstalled_data();
    void changedFilesAreNotInstalled();
    void reviewedChartOnly();
    void chartThatCannotBePulled();
    void ownFolderIsRefused();
    void ownerMarkTellsNothing();
    void lockIsTold();
    void badValuesChangeNothing();
    void checkFailureLeavesNothing_data();
    void checkFailureLeavesNothing();
    void helmFailureIsExplained();
    void oldHelm();
    void cancelAtEveryCommand();
    void linkLostDuringHelm();
    void applicationDiesDuringHelm();
    void resumeOfAnInstallThatNeverBegan();
    void userStopsHelm_data();
    void userStopsHelm();
    void secretStaysSecret();
    void waitsUntilUsable();
    void preview();
    void comparison();
    void comparisonThatHelmRefuses();
    void repairs_data();
    void repairs();
    void repairRefusesForeign();

private:
    InstallRequest request();
    bool remoteIsClean() const;

    std::unique_ptr<FakeRemoteSession> m_vm;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<Steps> m_steps;
    std::unique_ptr<OutputLines> m_output;
    Result<Explanations> m_explanations = Explanations::load();
    Profile m_profile;
};

void TestInstallRelease::init()
{
    m_vm = std::make_unique<FakeRemoteSession>();
    m_vm->installClusterTools();
    m_data = std::make_unique<QTemporaryDir>();
    m_steps = std::make_unique<Steps>();
    m_output = std::make_unique<OutputLines>();
    m_profile = Profile();
    m_profile.id = QUuid::createUuid();
    m_profile.useSudo = false;
}

void TestInstallRelease::cleanup()
{
    m_vm.reset();
}

InstallRequest TestInstallRelease::request()
{
    InstallRequest request;
    request.host.session = m_vm.get();
    request.host.explanations = &*m_explanations;
    request.host.profile = m_profile;
    request.host.dataDirectory = m_data->path();
    request.values = values;
    request.owner = u"ada.laptop"_s;
    request.output = m_output.get();
    request.mlflow = MlflowLogin{u"ada"_s, std::make_shared<Secret>(QByteArray("hunter2-%"))};
    return request;
}

/// No file, no job folder is left on the VM.
bool TestInstallRelease::remoteIsClean() const
{
    const QDir folder(m_vm->workingDirectory());
    return folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty()
           && !QDir(m_vm->home() + u"/.rayhelm"_s).exists();
}

void TestInstallRelease::installs()
{
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().summary + outcome.error().detail));
    QCOMPARE(m_steps->all().size(), 6);
    for (const Step &step : m_steps->all())
        QCOMPARE(step.state, StepState::Done);
    QCOMPARE(m_vm->countCalls(u"helm upgrade --install raycluster ./chart.tgz --values ./values.yaml --values ./added.yaml"_s), 2);
    QCOMPARE(m_vm->countCalls(u"helm pull kuberay/ray-cluster --version 1.2.2"_s), 1);
    QCOMPARE(m_vm->stateOf(u"chart-read"_s), QByteArray("chart\n"));
    QVERIFY(m_vm->stateOf(u"labels"_s).contains(outcome->installationId.toUtf8()));
    QVERIFY(m_vm->stateOf(u"labels"_s).contains("ada.laptop"));
    // Helm read the user's bytes and then ours.
    QVERIFY2(m_vm->stateOf(u"values-read"_s).startsWith(values), m_vm->stateOf(u"values-read"_s).constData());
    QVERIFY(m_vm->stateOf(u"values-read"_s).contains("rayhelm-mlflow"));
    QVERIFY(m_vm->hasState(u"secret"_s));
    QVERIFY(m_output->lines().contains(u"STATUS: deployed"_s));
    const auto record = InstallJournal(m_data->path()).newest(m_profile);
    QVERIFY(record && record->helmFinished);
    QCOMPARE(record->installationId, outcome->installationId);
    QVERIFY2(remoteIsClean(), qPrintable(QDir(m_vm->workingDirectory()).entryList(QDir::AllEntries | QDir::Hidden).join(u' ')));
}

void TestInstallRelease::upgradeKeepsTheId()
{
    const Result<InstallOutcome> first = awaited(installRelease(request(), m_steps.get(), {}));
    const Result<InstallOutcome> second = awaited(installRelease(request(), m_steps.get(), {}));
    QVERIFY(first && second);
    QCOMPARE(second->installationId, first->installationId);
    QCOMPARE(InstallJournal(m_data->path()).all().size(), 1);
}

void TestInstallRelease::foreignReleaseIsNotTouched_data()
{
    QTest::addColumn<QByteArray>("labels");
    QTest::newRow("another user's") << QByteArray("1\tdeployed\tother-id\tbob\t2026-05-03T12:00:00Z\t\n");
    QTest::newRow("tutorial's line") << QByteArray("1\tdeployed\t\t\t2026-05-03T12:00:00Z\t\n");
    QTest::newRow("pending") << QByteArray("1\tpending-install\t\t\t2026-05-03T12:00:00Z\t\n");
}

void TestInstallRelease::foreignReleaseIsNotTouched()
{
    QFETCH(QByteArray, labels);
    m_vm->setState(u"labels"_s, labels);
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY2(outcome.error().summary.contains(u"belongs to someone else"_s), qPrintable(outcome.error().summary));
    QCOMPARE(m_steps->all().at(0).state, StepState::Failed);
    QCOMPARE(m_steps->all().at(1).state, StepState::NotTried);
    QCOMPARE(m_vm->stateOf(u"labels"_s), labels);
    // No command that changes anything was run, and nothing was sent.
    for (const RemoteCommand &command : m_vm->commands())
        QVERIFY2(!command.changes, qPrintable(command.script));
    QCOMPARE(m_vm->countCalls(u"helm upgrade"_s), 0);
    QVERIFY(!m_vm->hasState(u"secret"_s));
    QVERIFY(remoteIsClean());
    QVERIFY(InstallJournal(m_data->path()).all().isEmpty());
}

void TestInstallRelease::takenInThisMoment()
{
    // Between our look and helm's start somebody else installs.
    m_vm->beforeCommand([this](int, const RemoteCommand &command) {
        if (command.shownAs.startsWith(u"helm upgrade"_s) && command.changes)
            m_vm->setState(u"labels"_s, "1\tdeployed\tother\tbob\t2026-05-03T12:00:00Z\t\n");
    });
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY(m_vm->stateOf(u"labels"_s).contains("bob"));
    QCOMPARE(m_vm->countCalls(u"helm upgrade --install raycluster ./chart.tgz --values"_s), 1); // the dry run
    QVERIFY(!QDir(m_vm->home() + u"/.rayhelm"_s).exists());
}

void TestInstallRelease::secretOfOthersIsLeft_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("replaces");
    QTest::newRow("without a mark") << QByteArray(R"({"data":"theirs"})") << false;
    QTest::newRow("of another computer") << QByteArray(R"({"rayhelm/installation":"their-install"})") << false;
    QTest::newRow("of an earlier install of ours") << QByteArray(R"({"rayhelm/installation":"our-install"})") << true;
}

void TestInstallRelease::secretOfOthersIsLeft()
{
    QFETCH(QByteArray, secret);
    QFETCH(bool, replaces);
    InstallRecord earlier;
    earlier.installationId = u"our-install"_s;
    VERIFY_RESULT(awaited(InstallJournal(m_data->path()).store(earlier, {})));
    m_vm->setState(u"secret"_s, secret);
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.has_value(), replaces);
    QCOMPARE(m_vm->stateOf(u"secret"_s) != secret, replaces);
    if (replaces)
        return;
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY2(outcome.error().summary.contains(u"did not store"_s), qPrintable(outcome.error().summary));
    QCOMPARE(m_vm->countCalls(u"helm upgrade"_s), 0);
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::changedFilesAreNotInstalled_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("beforeTheCheck");
    for (const QString &name : {u"values.yaml"_s, u"added.yaml"_s, u"chart.tgz"_s}) {
        QTest::newRow(qPrintable(name + u" before the check"_s)) << name << true;
        QTest::newRow(qPrintable(name + u" before helm"_s)) << name << false;
    }
}

void TestInstallRelease::changedFilesAreNotInstalled()
{
    QFETCH(QString, name);
    QFETCH(bool, beforeTheCheck);
    m_vm->beforeCommand([this, name, beforeTheCheck](int, const RemoteCommand &command) {
        if (!command.shownAs.startsWith(beforeTheCheck ? u"helm template"_s : u"helm upgrade"_s) || (!beforeTheCheck && !command.changes))
            return;
        const QDir ours(m_vm->home() + u"/.rayhelm"_s);
        QFile file(ours.filePath(ours.entryList({u"install-*"_s}).value(0)) + u'/' + name);
        QVERIFY(file.open(QIODevice::Append) && file.write("# evil\n") > 0);
    });
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QVERIFY2(!outcome, "it was installed");
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY2(outcome.error().summary.contains(u"not those that were reviewed"_s), qPrintable(outcome.error().summary));
    QVERIFY(!m_vm->hasState(u"labels"_s));
    QVERIFY(!m_vm->hasState(u"values-read"_s));
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::reviewedChartOnly()
{
    const auto review = awaited(compareInstall(request().host, "{}\n", false, {}));
    QVERIFY(review);
    QCOMPARE((*review)->chartSha256.size(), 64);
    InstallRequest wanted = request();
    wanted.reviewedChart = (*review)->chartSha256;
    VERIFY_RESULT(awaited(installRelease(wanted, m_steps.get(), {})));
    m_vm->setState(u"chart"_s, "another chart of the same version\n");
    const int before = m_vm->countCalls(u"helm upgrade"_s);
    const Result<InstallOutcome> outcome = awaited(installRelease(wanted, m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY2(outcome.error().summary.contains(u"another one than at the review"_s), qPrintable(outcome.error().summary));
    QCOMPARE(m_vm->countCalls(u"helm upgrade"_s), before);
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::chartThatCannotBePulled()
{
    m_vm->setState(u"pull-fails"_s, "Error: repo kuberay not found\n");
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
    QVERIFY(outcome.error().detail.contains(u"repo kuberay not found"_s));
    QVERIFY(!m_vm->hasState(u"secret"_s));
    QVERIFY(remoteIsClean());
}

/// Others could change what helm reads.
void TestInstallRelease::ownFolderIsRefused()
{
    QVERIFY(QDir().mkdir(m_vm->home() + u"/.rayhelm"_s));
    QVERIFY(QFile::setPermissions(m_vm->home() + u"/.rayhelm"_s, QFile::Permissions(0x7777)));
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::Forbidden);
    QVERIFY2(outcome.error().summary.contains(u"~/.rayhelm"_s), qPrintable(outcome.error().summary));
    QCOMPARE(m_vm->countCalls(u"helm upgrade"_s), 0);
}

void TestInstallRelease::ownerMarkTellsNothing()
{
    m_profile.user = u"ada@site"_s;
    const QString mark = ownerMark(m_profile, m_data->path());
    QVERIFY2(QRegularExpression(u"^ada-site\\.[0-9a-f]{8}\\z"_s).match(mark).hasMatch(), qPrintable(mark));
    QCOMPARE(ownerMark(m_profile, m_data->path()), mark); // of this computer
    QTemporaryDir another;
    QVERIFY(ownerMark(m_profile, another.path()) != mark);
    QVERIFY(!mark.contains(QSysInfo::machineHostName()));
    InstallRequest wanted = request();
    wanted.owner.clear();
    VERIFY_RESULT(awaited(installRelease(wanted, m_steps.get(), {})));
    QVERIFY(m_vm->stateOf(u"labels"_s).contains(mark.toUtf8()));
    // What an older version has marked with user and computer is still ours, by its installation id.
    QByteArray labels = m_vm->stateOf(u"labels"_s);
    labels.replace(mark.toUtf8(), "ada.laptop");
    m_vm->setState(u"labels"_s, labels);
    VERIFY_RESULT(awaited(installRelease(wanted, m_steps.get(), {})));
}

void TestInstallRelease::lockIsTold()
{
    const Result<InstallOutcome> first = awaited(installRelease(request(), m_steps.get(), {}));
    QVERIFY(first.has_value());
    QByteArray labels = m_vm->stateOf(u"labels"_s);
    labels.replace("deployed", "pending-upgrade");
    m_vm->setState(u"labels"_s, labels);
    const int before = m_vm->countCalls(u"helm upgrade"_s);
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY2(outcome.error().summary.contains(u"Repair"_s), qPrintable(outcome.error().summary));
    QCOMPARE(m_vm->countCalls(u"helm upgrade"_s), before);
}

void TestInstallRelease::badValuesChangeNothing()
{
    InstallRequest bad = request();
    bad.values = "a: [1\nb: 2\n";
    const Result<InstallOutcome> outcome = awaited(installRelease(bad, m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!m_vm->hasState(u"secret"_s));
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::checkFailureLeavesNothing_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("template") << u"template-fails"_s;
    QTest::newRow("dry run") << u"dry-run-fails"_s;
}

void TestInstallRelease::checkFailureLeavesNothing()
{
    QFETCH(QString, fault);
    m_vm->setState(fault, "Error: template: x: error calling concat: runtime error: nil pointer dereference\n");
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(outcome.error().summary.contains(u"containerEnv"_s), qPrintable(outcome.error().summary));
    QCOMPARE(m_steps->all().at(3).state, StepState::Failed);
    QVERIFY(!m_vm->hasState(u"labels"_s));
    QVERIFY(!m_vm->hasState(u"secret"_s));
    QVERIFY(remoteIsClean());
    QVERIFY(InstallJournal(m_data->path()).all().isEmpty());
}

void TestInstallRelease::helmFailureIsExplained()
{
    m_vm->setState(u"upgrade-fails"_s, "Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress\n");
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QCOMPARE(m_steps->all().at(4).state, StepState::Failed);
    QVERIFY(outcome.error().detail.contains(u"UPGRADE FAILED"_s));
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::oldHelm()
{
    m_vm->setState(u"helm-version"_s, "v3.12.0+g1\n");
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QCOMPARE(outcome.error().kind, ErrorKind::InvalidInput);
    QVERIFY(outcome.error().summary.contains(u"3.13"_s));
}

void TestInstallRelease::cancelAtEveryCommand()
{
    int commands = 0;
    m_vm->beforeCommand([&commands](int number, const RemoteCommand &) { commands = number + 1; });
    QVERIFY(awaited(installRelease(request(), m_steps.get(), {})).has_value());
    QVERIFY(commands > 8);
    for (int at = 0; at < commands; ++at) {
        init();
        std::stop_source stop;
        bool asked = false;
        m_vm->beforeCommand([&](int number, const RemoteCommand &) {
            if (number == at && !asked) {
                asked = true;
                stop.request_stop();
            }
        });
        const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), stop.get_token()));
        const auto record = InstallJournal(m_data->path()).newest(m_profile);
        const QString where = u"stopped at command %1"_s.arg(at);
        // The last command only tidies up: then the install is done all the same.
        QVERIFY2(outcome || outcome.error().isCancelled(), qPrintable(where));
        QVERIFY2(!m_steps->isRunning(), qPrintable(where));
        m_vm->beforeCommand({});
        if (!record)
            QVERIFY2(remoteIsClean() && !m_vm->hasState(u"secret"_s) && !m_vm->hasState(u"labels"_s), qPrintable(where));
        else // helm may have begun: the record finds it again, and everything ends well
            QVERIFY2(!record->jobId.isEmpty(), qPrintable(where));
        if (record && !outcome) {
            const Result<InstallOutcome> resumed = awaited(resumeInstall(request(), *record, m_steps.get(), {}));
            const bool neverBegan = !resumed && resumed.error().kind == ErrorKind::NotFound && !m_vm->hasState(u"labels"_s);
            QVERIFY2(resumed || neverBegan, qPrintable(where));
            QVERIFY2(remoteIsClean(), qPrintable(where));
        }
    }
}

void TestInstallRelease::linkLostDuringHelm()
{
    m_vm->setState(u"helm-waits"_s, "1");
    QStringList states;
    connect(m_steps.get(), &Steps::changed, this, [&](int index) {
        if (index == 4)
            states.append(QString::number(int(m_steps->all().at(4).state)));
    });
    bool cutDone = false;
    connect(m_output.get(), &OutputLines::appended, this, [&](const QString &line) {
        if (cutDone || !line.contains(u"Installing it now"_s))
            return;
        cutDone = true;
        m_vm->cut();
        m_vm->setState(u"helm-go"_s, "1"); // helm ends while nobody listens
        QTimer::singleShot(600, m_vm.get(), &FakeRemoteSession::restore);
    });
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), {}));
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().summary));
    QVERIFY(cutDone);
    QVERIFY(states.contains(QString::number(int(StepState::GoingOnRemotely))));
    QCOMPARE(m_output->lines().count(u"STATUS: deployed"_s), 1);
    QCOMPARE(m_output->lines().filter(u"Installing it now"_s).size(), 1); // no line twice
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::applicationDiesDuringHelm()
{
    m_vm->setState(u"helm-waits"_s, "1");
    std::stop_source stop;
    connect(m_output.get(), &OutputLines::appended, this, [&] { stop.request_stop(); });
    const Result<InstallOutcome> outcome = awaited(installRelease(request(), m_steps.get(), stop.get_token()));
    QVERIFY(outcome.error().isCancelled());
    // Helm goes on, and a new application finds it.
    const auto record = InstallJournal(m_data->path()).newest(m_profile);
    QVERIFY(record && !record->helmFinished && !record->jobId.isEmpty());
    m_output = std::make_unique<OutputLines>();
    m_vm->setState(u"helm-go"_s, "1");
    const Result<InstallOutcome> resumed = awaited(resumeInstall(request(), *record, m_steps.get(), {}));
    QVERIFY2(resumed.has_value(), resumed ? "" : qPrintable(resumed.error().summary));
    QCOMPARE(resumed->installationId, record->installationId);
    QVERIFY(m_output->lines().contains(u"STATUS: deployed"_s));
    QVERIFY(InstallJournal(m_data->path()).newest(m_profile)->helmFinished);
    QCOMPARE(m_vm->countCalls(u"helm upgrade --install raycluster ./chart.tgz --values"_s), 2); // once, and the dry run
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::resumeOfAnInstallThatNeverBegan()
{
    InstallRecord record;
    record.installationId = u"11111111-2222-3333-4444-555555555555"_s;
    record.profileId = m_profile.id;
    record.release = m_profile.releaseName;
    record.kubernetesNamespace = m_profile.kubernetesNamespace;
    record.jobId = u"aaaaaaaa-2222-3333-4444-555555555555"_s;
    record.secretName = u"rayhelm-mlflow-raycluster"_s;
    QVERIFY(awaited(InstallJournal(m_data->path()).store(record, {})).has_value());
    m_vm->setState(u"secret"_s, R"({"rayhelm/installation":"11111111-2222-3333-4444-555555555555"})");
    const Result<InstallOutcome> resumed = awaited(resumeInstall(request(), record, m_steps.get(), {}));
    QCOMPARE(resumed.error().kind, ErrorKind::NotFound);
    QVERIFY(!m_vm->hasState(u"secret"_s));
    QVERIFY(InstallJournal(m_data->path()).all().isEmpty());
}

void TestInstallRelease::userStopsHelm_data()
{
    QTest::addColumn<bool>("waitingToo"); // the caller ends its waiting in the same breath
    QTest::newRow("helm") << false;
    QTest::newRow("helm and waiting") << true;
}

void TestInstallRelease::userStopsHelm()
{
    QFETCH(bool, waitingToo);
    m_vm->setState(u"helm-waits"_s, "1");
    std::stop_source user;
    std::stop_source waiting;
    InstallRequest wanted = request();
    wanted.stopHelm = user.get_token();
    connect(m_output.get(), &OutputLines::appended, this, [&] {
        user.request_stop();
        if (waitingToo)
            waiting.request_stop();
    });
    const Result<InstallOutcome> outcome = awaited(installRelease(wanted, m_steps.get(), waiting.get_token()));
    QVERIFY(outcome.error().isCancelled());
    QVERIFY2(m_vm->stateOf(u"labels"_s).contains("failed"), m_vm->stateOf(u"labels"_s).constData()); // helm itself was stopped
    QVERIFY(InstallJournal(m_data->path()).newest(m_profile)->helmFinished);
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::secretStaysSecret()
{
    QVERIFY(awaited(installRelease(request(), m_steps.get(), {})).has_value());
    const QByteArray encoded = QByteArray("mlflow_tracking_password = hunter2-%%\n").toBase64();
    for (const RemoteCommand &command : m_vm->commands()) {
        QVERIFY(!command.script.contains(u"hunter2"_s) && !command.shownAs.contains(u"hunter2"_s));
        QVERIFY(!command.script.contains(QString::fromLatin1(encoded.left(12))));
    }
    for (const QString &call : m_vm->calls())
        QVERIFY2(!call.contains(u"hunter2"_s), qPrintable(call));
    QVERIFY(!m_vm->stateOf(u"values-read"_s).contains("hunter2"));
    QDir data(m_data->path());
    const QStringList names = data.entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(data.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("hunter2"));
    }
}

void TestInstallRelease::waitsUntilUsable()
{
    QFile pods(rayhelm::testData("/recorded/walltime/02-t054s-pods.json"));
    QVERIFY(pods.open(QIODevice::ReadOnly));
    m_vm->setState(u"pods-made.json"_s, pods.readAll());
    QFile nodes(rayhelm::testData("/recorded/walltime/nodes.json"));
    QVERIFY(nodes.open(QIODevice::ReadOnly));
    m_vm->setState(u"nodes.json"_s, nodes.readAll()); // without its gateway a cluster has lost contact
    TaskScope scope;
    InstallRequest wanted = request();
    ClusterMonitor monitor(wanted.host, scope);
    monitor.setListInterval(std::chrono::milliseconds(200));
    monitor.start();
    wanted.monitor = &monitor;
    bool ended = false;
    Result<InstallOutcome> outcome = cancelled();
    QCoro::connect(installRelease(wanted, m_steps.get(), {}), this, [&](const Result<InstallOutcome> &result) {
        outcome = result;
        ended = true;
    });
    QTRY_COMPARE_WITH_TIMEOUT(monitor.status().pods.size(), 2, 30000);
    QTRY_COMPARE(m_steps->current(), 5);
    QVERIFY(!ended); // 1/1 Running is not usable
    QList<RayNodeView> counted;
    for (const PodStatus &pod : monitor.status().pods)
        counted.append({pod.pod.name, true, QDateTime::currentDateTimeUtc()});
    monitor.setRayNodes(counted, QDateTime::currentDateTimeUtc());
    QTRY_VERIFY_WITH_TIMEOUT(ended, 30000);
    QVERIFY(outcome && outcome->usable);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.status().ownership, Ownership::Ours, 30000); // read after the pods
    monitor.stop();
    QCoro::waitFor(scope.close());
}

void TestInstallRelease::preview()
{
    Result<std::shared_ptr<InstallPreview>> preview = awaited(previewInstall(request(), {}));
    QVERIFY(preview.has_value());
    QVERIFY(!(*preview)->problem);
    QVERIFY((*preview)->overlay.contains("rayhelm-mlflow"));
    QVERIFY(!(*preview)->release.exists());
    m_vm->setState(u"labels"_s, "4\tdeployed\tx\tbob\t2026-05-03T12:00:00Z\t\n");
    m_vm->setState(u"values.json"_s, R"({"worker":{"replicas":2}})");
    preview = awaited(previewInstall(request(), {}));
    QCOMPARE((*preview)->problem->kind, ErrorKind::Conflict);
    QCOMPARE((*preview)->owner, u"bob"_s);
    QCOMPARE((*preview)->runningValues.value(u"worker"_s).toObject().value(u"replicas"_s).toInt(), 2);
    for (const RemoteCommand &command : m_vm->commands())
        QVERIFY(!command.changes);
}

void TestInstallRelease::comparison()
{
    const auto fresh = awaited(compareInstall(request().host, "worker:\n  replicas: 3\n", false, {}));
    QVERIFY(fresh);
    QVERIFY(comparableText((*fresh)->chartDefaults).contains("replicas: 1"));
    QVERIFY((*fresh)->objects.contains("spec: new"));
    QVERIFY((*fresh)->runningObjects.isEmpty());
    QCOMPARE(m_vm->stateOf(u"template-values"_s), QByteArray("worker:\n  replicas: 3\n")); // by standard input
    QCOMPARE(m_vm->countCalls(u"helm get manifest"_s), 0);
    const auto upgrade = awaited(compareInstall(request().host, "{}\n", true, {}));
    QVERIFY(upgrade && (*upgrade)->runningObjects.contains("spec: old"));
    QVERIFY(!(*upgrade)->defaultsProblem && !(*upgrade)->objectsProblem);
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::comparisonThatHelmRefuses()
{
    m_vm->setState(u"template-fails"_s, "Error: failed to parse -: error converting YAML to JSON\n");
    m_vm->setState(u"show-fails"_s, "Error: repo kuberay not found\n");
    const auto answer = awaited(compareInstall(request().host, "{}\n", true, {}));
    QVERIFY(answer);
    QVERIFY((*answer)->defaultsProblem && (*answer)->defaultsProblem->kind == ErrorKind::NotFound);
    QVERIFY((*answer)->objectsProblem && (*answer)->objectsProblem->kind == ErrorKind::InvalidInput);
    QVERIFY((*answer)->objects.isEmpty() && (*answer)->chartDefaults.isNull());
}

void TestInstallRelease::repairs_data()
{
    QTest::addColumn<QByteArray>("history");
    QTest::addColumn<QString>("call"); // empty: nothing may be called
    QTest::addColumn<bool>("released");
    QTest::newRow("pending-install") << QByteArray(R"([{"revision":1,"updated":"2026-01-01T00:00:00Z","status":"pending-install"}])")
                                     << u"helm uninstall raycluster"_s << false;
    QTest::newRow("pending-upgrade") << QByteArray(R"([{"revision":1,"updated":"2026-01-01T00:00:00Z","status":"deployed"},
                                                      {"revision":2,"updated":"2026-01-01T00:00:00Z","status":"pending-upgrade"}])")
                                     << u"helm rollback raycluster 1"_s << true;
    QTest::newRow("uninstalling") << QByteArray(R"([{"revision":1,"updated":"2026-01-01T00:00:00Z","status":"uninstalling"}])")
                                  << u"helm uninstall raycluster"_s << false;
    QTest::newRow("deployed") << QByteArray(R"([{"revision":1,"updated":"2026-01-01T00:00:00Z","status":"deployed"}])") << QString() << true;
}

void TestInstallRelease::repairs()
{
    QFETCH(QByteArray, history);
    QFETCH(QString, call);
    QFETCH(bool, released);
    QVERIFY(awaited(installRelease(request(), m_steps.get(), {})).has_value());
    m_vm->setState(u"history.json"_s, history);
    Result<LeftState> state = awaited(readLeftState(request().host, {}));
    QVERIFY(state.has_value());
    m_vm->setState(u"helm-runs"_s, "1");
    if (!call.isEmpty()) {
        QCOMPARE(awaited(repairRelease(request().host, m_output.get(), m_steps.get(), {})).error().kind, ErrorKind::Conflict);
        QCOMPARE(m_vm->countCalls(call), 0);
    }
    QFile::remove(m_vm->stateFolder() + u"/helm-runs"_s);
    const Result<LeftState> after = awaited(repairRelease(request().host, m_output.get(), m_steps.get(), {}));
    QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().summary + after.error().detail));
    QCOMPARE(after->action, RepairAction::None);
    QCOMPARE(m_vm->hasState(u"labels"_s), released);
    QCOMPARE(m_vm->countCalls(call.isEmpty() ? u"helm rollback"_s : call), call.isEmpty() ? 0 : 1);
    QVERIFY(remoteIsClean());
}

void TestInstallRelease::repairRefusesForeign()
{
    m_vm->setState(u"labels"_s, "1\tpending-install\t\t\t2026-01-01T00:00:00Z\t\n");
    QCOMPARE(awaited(repairRelease(request().host, m_output.get(), m_steps.get(), {})).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_vm->countCalls(u"helm uninstall"_s) + m_vm->countCalls(u"helm rollback"_s), 0);
}

QTEST_GUILESS_MAIN(TestInstallRelease)
#include "tst_installrelease.moc"
