// Submission of a working directory of 20 files to a running Ray, beside `ray job submit --no-wait` in the same run.
// usage: bench_submit ADDRESS RAY_PROGRAM [ROUNDS]      ADDRESS: http://127.0.0.1:8265
#include "core/completion.h"
#include "jobs/jobspec.h"
#include "jobs/rayclient.h"
#include "jobs/submitjob.h"
#include "remote/launcher.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace rayhelm;

namespace {

/// New content each time, so that every submission has to upload its package.
void writeFiles(const QString &folder, int round)
{
    for (int i = 0; i < 20; ++i) {
        QFile file(QDir(folder).filePath(QStringLiteral("file%1.py").arg(i)));
        if (file.open(QIODevice::WriteOnly))
            file.write("# round " + QByteArray::number(round) + "\n" + QByteArray(10000, char('a' + i)));
    }
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

QCoro::Task<void> measure(RayClient *client, QString folder, QString ray, SystemProcessLauncher *launcher, int rounds)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < rounds; ++i) {
        writeFiles(folder, 2 * i);
        JobSpec spec;
        spec.submissionId = newSubmissionId(QStringLiteral("bench"));
        spec.folder = folder;
        spec.configName = QStringLiteral("none");
        spec.pipeline = QStringLiteral("none");
        spec.editedEntrypoint = QStringLiteral("true");
        QElapsedTimer timer;
        timer.start();
        const Result<QString> sent = co_await submitJob(*client, spec, nullptr, {});
        if (!sent) {
            std::fprintf(stderr, "bench_submit: %s\n%s\n", qPrintable(sent.error().summary), qPrintable(sent.error().detail));
            QCoreApplication::exit(1);
            co_return;
        }
        ours.push_back(double(timer.nsecsElapsed()) / 1e6);

        writeFiles(folder, 2 * i + 1);
        timer.restart();
        const Completion<int> ended;
        ProcessPlan plan;
        plan.program = ray;
        plan.arguments = QStringList{QStringLiteral("job"),       QStringLiteral("submit"),      QStringLiteral("--address"),
                                     client->address().base.toString(), QStringLiteral("--no-wait"), QStringLiteral("--working-dir"),
                                     folder,                      QStringLiteral("--"),          QStringLiteral("true")};
        std::unique_ptr<LocalProcess> process = launcher->start(plan);
        QObject::connect(process.get(), &LocalProcess::ended, process.get(), [ended](int status) { ended.complete(status); });
        const int status = co_await ended;
        if (status == 0)
            theirs.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    if (theirs.empty()) {
        std::fprintf(stderr, "bench_submit: ray job submit failed\n");
        QCoreApplication::exit(1);
        co_return;
    }
    std::printf("submission of 20 files, rayhelm         median %7.1f ms (goal: at most 60 ms)\n", median(ours));
    std::printf("submission of 20 files, ray job submit  median %7.1f ms\n", median(theirs));
    std::printf("submission: ratio %.3f\n", median(ours) / median(theirs));
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: bench_submit ADDRESS RAY_PROGRAM [ROUNDS]\n");
        return 2;
    }
    QTemporaryDir folder;
    QNetworkAccessManager network;
    SystemProcessLauncher launcher;
    RayAddress address;
    address.base = QUrl(arguments.at(1));
    RayClient client(&network, address);
    const int rounds = arguments.size() > 3 ? arguments.at(3).toInt() : 10;
    const auto task = measure(&client, folder.path(), arguments.at(2), &launcher, rounds);
    return QCoreApplication::exec();
}
