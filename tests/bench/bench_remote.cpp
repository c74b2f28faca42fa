// One command through the control master, beside a fresh ssh login for the same command, in the same run.
// usage: bench_remote HOST PORT USER KEY KNOWN_HOSTS [ROUNDS]
#include "core/commandlog.h"
#include "core/completion.h"
#include "core/profile.h"
#include "core/redactor.h"
#include "remote/launcher.h"
#include "remote/question.h"
#include "remote/sshsession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace rayhelm;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void print(const char *what, const std::vector<double> &values)
{
    std::printf("%-34s median %7.1f ms   fastest %7.1f   slowest %7.1f\n", what, median(values),
                *std::min_element(values.begin(), values.end()), *std::max_element(values.begin(), values.end()));
}

QCoro::Task<void> trustEverything(QuestionDesk *desk)
{
    QObject::connect(desk, &QuestionDesk::asked, desk, [desk](const Question &question) {
        Answer answer;
        answer.trust = true; // the bench's own server on this computer
        desk->answer(question.id, std::move(answer));
    });
    co_return;
}

QCoro::Task<void> measure(SshSession *session, QStringList freshLogin, ProcessLauncher *launcher, int rounds)
{
    const Result<> opened = co_await session->openLink({});
    if (!opened) {
        std::fprintf(stderr, "bench_remote: %s\n%s\n", qPrintable(opened.error().summary), qPrintable(opened.error().detail));
        QCoreApplication::exit(1);
        co_return;
    }
    std::vector<double> throughMaster;
    std::vector<double> fresh;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        RemoteCommand command;
        command.script = QStringLiteral("true");
        const Result<RemoteOutput> output = co_await session->run(command, {});
        if (output && output->succeeded())
            throughMaster.push_back(double(timer.nsecsElapsed()) / 1e6);
        timer.restart();
        const Completion<int> ended;
        ProcessPlan plan;
        plan.program = QStringLiteral("ssh");
        plan.arguments = freshLogin;
        std::unique_ptr<LocalProcess> process = launcher->start(plan);
        QObject::connect(process.get(), &LocalProcess::ended, process.get(), [ended](int status) { ended.complete(status); });
        const int status = co_await ended;
        if (status == 0)
            fresh.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    if (throughMaster.size() < std::size_t(rounds) || fresh.size() < std::size_t(rounds)) {
        std::fprintf(stderr, "bench_remote: some commands failed\n");
        QCoreApplication::exit(1);
        co_return;
    }
    print("remote command, rayhelm", throughMaster);
    print("remote command, fresh ssh login", fresh);
    std::printf("remote command: ratio %.2f (goal: at most 15 ms)\n", median(throughMaster) / median(fresh));
    co_await session->closeLink({});
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 6) {
        std::fprintf(stderr, "usage: bench_remote HOST PORT USER KEY KNOWN_HOSTS [ROUNDS]\n");
        return 2;
    }
    QTemporaryDir folder;
    Redactor redactor;
    CommandLog commands(redactor);
    QuestionDesk desk;
    SystemProcessLauncher launcher;
    Profile profile;
    profile.host = arguments.at(1);
    profile.port = quint16(arguments.at(2).toUShort());
    profile.user = arguments.at(3);
    profile.login = LoginKind::KeyFile;
    profile.identityFile = arguments.at(4);
    SshServices services;
    services.launcher = &launcher;
    services.desk = &desk;
    services.commands = &commands;
    services.redactor = &redactor;
    SshSession session(vmPlace(profile), standardSshPaths(folder.path()), services);
    const auto trusting = trustEverything(&desk);
    const QStringList freshLogin{QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-p"), arguments.at(2),
                                 QStringLiteral("-i"), arguments.at(4), QStringLiteral("-o"),
                                 QStringLiteral("UserKnownHostsFile=") + arguments.at(5), QStringLiteral("-o"),
                                 QStringLiteral("StrictHostKeyChecking=accept-new"), QStringLiteral("-o"),
                                 QStringLiteral("BatchMode=yes"), profile.user + QLatin1Char('@') + profile.host,
                                 QStringLiteral("true")};
    const int rounds = arguments.size() > 6 ? arguments.at(6).toInt() : 30;
    const auto task = measure(&session, freshLogin, &launcher, rounds);
    return QCoreApplication::exec();
}
