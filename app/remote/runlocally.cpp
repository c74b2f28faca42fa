#include "remote/runlocally.h"

#include "core/completion.h"

#include <QCoreApplication>
#include <QTimer>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::RunLocally)
};

} // namespace

Task<LocalOutput> runLocally(ProcessLauncher *launcher, ProcessPlan plan, std::chrono::milliseconds limit,
                             std::stop_token stop)
{
    const Completion<Result<int>> over;
    const QString program = plan.program;
    const std::unique_ptr<LocalProcess> process = launcher->start(plan);
    QObject::connect(process.get(), &LocalProcess::ended, process.get(), [over, program](int status, const QString &problem) {
        if (status >= 0)
            over.complete(status);
        else
            over.complete(failure(ErrorKind::NotFound, Words::tr("The program %1 could not be started on this computer.").arg(program), problem));
    });
    process->closeInput();
    QTimer clock;
    clock.setSingleShot(true);
    QObject::connect(&clock, &QTimer::timeout, &clock, [over, program] {
        over.complete(failure(ErrorKind::TimedOut, Words::tr("The program %1 did not answer in time.").arg(program)));
    });
    clock.start(limit);
    Result<int> status = co_await waitFor(over, stop);
    if (!status)
        co_return failure(status.error());
    LocalOutput output;
    output.exitStatus = *status;
    output.out = process->readOutput();
    output.err = process->readError();
    co_return output;
}

} // namespace rayhelm
