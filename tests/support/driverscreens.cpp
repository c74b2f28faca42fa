#include "driverscreens.h"

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/taskscope.h"
#include "remote/question.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "ui/aboutdialog.h"
#include "ui/accountform.h"
#include "ui/accountsdialog.h"
#include "ui/clusterpanel.h"
#include "ui/connectionform.h"
#include "ui/connectionpanel.h"
#include "ui/inlinemessage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/statusstrip.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace rayhelm {

namespace {

QString named(const char *name)
{
    return QLatin1String(name);
}

/// A text of the application in the language of the run.
QString said(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

QStringList connectSteps()
{
    const QString host = QStringLiteral("vm.test");
    return {said("rayhelm::ConnectHost", "Reach %1").arg(host), said("rayhelm::ConnectHost", "Check that it is %1").arg(host),
            said("rayhelm::ConnectHost", "Log in as %1").arg(QStringLiteral("tester")), said("rayhelm::RemoteHost", "Find helm and kubectl"),
            said("rayhelm::RemoteHost", "Ask Kubernetes"), said("rayhelm::RemoteHost", "Find KubeRay and the HPC gateway")};
}

QCoro::Task<void> askQuestion(QuestionDesk *desk, Question question, std::stop_token stop)
{
    const auto answer = co_await desk->ask(question, stop);
    Q_UNUSED(answer)
}

Question questionOf(QuestionKind kind)
{
    Question question;
    question.kind = kind;
    question.subject = QStringLiteral("ada@rayvm.example.org");
    question.mayRemember = true;
    question.mayForget = true;
    question.keyType = QStringLiteral("ED25519");
    question.fingerprint = QStringLiteral("SHA256:4f0jK8vZ0mWc2d9Qp3xTn1yHb7sLrEaUiOgXkMqVwYt");
    question.knownFingerprint = QStringLiteral("SHA256:9aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdef");
    question.knownSince = said("rayhelm::ChangedIdentity", "in your own file %1").arg(QStringLiteral("/home/tester/.ssh/known_hosts"));
    if (kind == QuestionKind::VerificationCode)
        question.serverText = QStringLiteral("Enter the code of your authenticator");
    if (kind == QuestionKind::Password)
        question.previousRefused = true;
    return question;
}

void visitFirstStart(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size);
    visit(named("welcome"), &driver.window());
    for (const PanelId id : {PanelId::Connection, PanelId::Image, PanelId::Configuration, PanelId::Cluster, PanelId::Jobs, PanelId::Activity}) {
        driver.open(id);
        visit(QStringLiteral("first-") + PanelSet::word(id).toLower(), &driver.window());
    }
    driver.open(PanelId::Connection);
    driver.connection()->form()->address()->setText(QStringLiteral("-oProxyCommand=x"));
    driver.connection()->connectNow();
    driver.connection()->form()->showAllProblems();
    visit(named("connection-problems"), &driver.window());
    driver.connection()->form()->reveal(QStringLiteral("helmPath"))->setFocus();
    visit(named("connection-advanced"), &driver.window());
}

void visitQuestions(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    visit(named("welcome-recent"), &driver.window());
    driver.open(PanelId::Connection);
    visit(named("connection"), &driver.window());
    Connection &connection = driver.session().connection();
    connection.steps()->plan(connectSteps());
    connection.steps()->begin(0);
    connection.steps()->begin(2);
    const QList<std::pair<QuestionKind, const char *>> kinds{
        {QuestionKind::Password, "question-password"}, {QuestionKind::VerificationCode, "question-code"},
        {QuestionKind::Passphrase, "question-passphrase"}, {QuestionKind::SudoPassword, "question-sudo"},
        {QuestionKind::UnknownHostKey, "question-first-contact"}, {QuestionKind::ChangedHostKey, "question-changed-identity"}};
    for (const auto &[kind, name] : kinds) {
        std::stop_source stop;
        askQuestion(connection.questions(), questionOf(kind), stop.get_token());
        driver.open(PanelId::Connection);
        visit(named(name), &driver.window());
        if (kind == QuestionKind::UnknownHostKey) {
            driver.type(QStringLiteral("SHA256:somethingelse"));
            visit(named("question-different-fingerprint"), &driver.window());
        }
        if (kind == QuestionKind::VerificationCode) {
            driver.open(PanelId::Activity);
            QTest::qWait(20);
            visit(named("question-in-bar"), &driver.window());
        }
        stop.request_stop();
        QTRY_VERIFY(connection.questions()->open().isEmpty());
        QCoreApplication::processEvents();
    }
    driver.open(PanelId::Connection);
    connection.steps()->fail({ErrorKind::Unreachable,
                              said("rayhelm::SshError", "%1 does not answer. Nothing came back in 15 s: the machine is off, or you need "
                                                        "the VPN. Check the VPN, then try again.").arg(QStringLiteral("vm.test")),
                              QStringLiteral("ssh: connect to host vm.test port 22: Connection timed out")});
    visit(named("connection-failed"), &driver.window());
    if (see::press(driver.current(), InlineMessage::tr("Show details")))
        visit(named("connection-failed-details"), &driver.window());
}

void visitConnected(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    driver.open(PanelId::Connection);
    driver.vm().installRelease();
    driver.vm().setPods(PanelVm::usableCluster());
    QVERIFY(driver.connectNow());
    const Lifecycle &lifecycle = driver.session().lifecycle(); // not the words, which have a language
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle.status().held.nodes > 0, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(lifecycle.status().state == ClusterState::Usable, 20000);
    visit(named("connected"), &driver.window());
    for (const PanelId id : {PanelId::Image, PanelId::Configuration, PanelId::Cluster, PanelId::Jobs, PanelId::Activity}) {
        driver.open(id);
        QTest::qWait(50);
        visit(QStringLiteral("connected-") + PanelSet::word(id).toLower(), &driver.window());
    }
    driver.session().configuration().startFromTemplate();
    driver.open(PanelId::Configuration);
    QTest::qWait(500); // the checks follow after a pause
    visit(named("configuration"), &driver.window());
    driver.window().panels()->openReview();
    QTest::qWait(500);
    visit(named("review"), &driver.window());
    driver.window().panels()->openDelete();
    QTest::qWait(200);
    visit(named("delete"), &driver.window());
    driver.window().panels()->newJob();
    QTest::qWait(200);
    visit(named("new-job"), &driver.window());
    driver.window().close();
    visit(named("quit"), &driver.window());
}

void visitDialogs(QSize size, const ScreenVisitor &visit)
{
    WindowDriver driver(size, true);
    driver.window().openAccounts();
    auto *accounts = driver.window().findChild<AccountsDialog *>();
    QVERIFY(accounts && QTest::qWaitForWindowExposed(accounts));
    visit(named("accounts-empty"), accounts);
    accounts->addAccount();
    QTest::qWait(20);
    visit(named("accounts-add"), accounts);
    QTest::keyClicks(accounts->form(), QString());
    driver.vm().secrets().setState(SecretStoreState::None);
    QTest::qWait(20);
    visit(named("accounts-no-keychain"), accounts);
    accounts->reject();
    driver.window().openAbout();
    auto *about = driver.window().findChild<AboutDialog *>();
    QVERIFY(about && QTest::qWaitForWindowExposed(about));
    visit(named("about"), about);
    about->reject();
    CommandLog *log = driver.session().edges().commands;
    log->finished(log->started(QStringLiteral("tester@vm.test"), QStringLiteral("kubectl get pods -n default -o json"), false),
                  said("rayhelm::SshSession", "done"));
    log->finished(log->started(said("rayhelm::SshSession", "%1 as root").arg(QStringLiteral("tester@vm.test")),
                               QStringLiteral("helm upgrade --install raycluster kuberay/ray-cluster --version 1.2.2 --values values.yaml"), true),
                  said("rayhelm::SshSession", "exit status %1").arg(1));
    driver.open(PanelId::Activity);
    visit(named("activity"), &driver.window());
    Message message;
    message.kind = StateKind::Warning;
    message.what = said("rayhelm::ClusterStatus", "The time limit is in about %1 (%2).").arg(QStringLiteral("30 min"), QStringLiteral("16:43"));
    message.text = said("rayhelm::ClusterStatus", "Slurm then ends all pods, and KubeRay asks for new ones, without your jobs and logs. Save, and "
                                                  "delete the cluster when done.");
    message.actions = {{said("rayhelm::ClusterPanel", "Save logs..."), [] {}}, {said("rayhelm::ClusterPanel", "Delete cluster..."), [] {}}};
    driver.window().messageBar()->post(QStringLiteral("a"), message);
    message.kind = StateKind::Bad;
    driver.window().messageBar()->post(QStringLiteral("b"), message);
    visit(named("message-bar"), &driver.window());
}

} // namespace

void visitEveryScreen(QSize size, const ScreenVisitor &visit)
{
    const ScreenVisitor settled = [&visit](const QString &name, QWidget *shown) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        visit(name, shown);
    };
    visitFirstStart(size, settled);
    visitQuestions(size, settled);
    visitConnected(size, settled);
    visitDialogs(size, settled);
}

} // namespace rayhelm
