#include "remote/portforward.h"

#include "core/completion.h"
#include "core/text.h"
#include "remote/launcher.h"
#include "remote/runlocally.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace rayhelm {

namespace {

constexpr std::chrono::seconds probeLimit{3};
constexpr std::chrono::seconds requestLimit{5};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::PortForward)
};

QString bracketed(const QString &host)
{
    return host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
}

} // namespace

PortForwards::PortForwards(ControlMaster *master, ProcessLauncher *launcher)
    : m_master(master)
    , m_launcher(launcher)
{
}

Task<QString> PortForwards::open(QString host, quint16 port, std::stop_token stop)
{
    Result<> reachable = co_await probe(host, port, stop);
    if (!reachable)
        co_return failure(reachable.error());
    const QString socket = QFileInfo(m_master->controlPath()).path() + QStringLiteral("/f%1").arg(++m_made);
    const QString place = bracketed(host) + QLatin1Char(':') + QString::number(port);
    const QString forward = QStringLiteral("forward");
    Result<bool> opened = co_await request(forward, socket, place, stop);
    if (!opened)
        co_return failure(opened.error());
    if (!*opened)
        co_return failure(ErrorKind::Conflict, Words::tr("The way to %1 could not be opened on this computer.").arg(host),
                          m_master->recentErrors());
    m_open.insert(socket, place);
    co_return socket;
}

Task<> PortForwards::probe(QString host, quint16 port, std::stop_token stop)
{
    // `-O forward` succeeds even when the server forbids it or nothing listens. A direct channel tells: ssh's debug line says
    // when it is open, its end or "refused by peer" that it is not.
    ProcessPlan plan;
    plan.program = m_master->paths().ssh;
    plan.arguments << QStringLiteral("-F") << QStringLiteral("none") << QStringLiteral("-S") << m_master->controlPath()
                   << QStringLiteral("-o") << QStringLiteral("ProxyCommand=false") << QStringLiteral("-o")
                   << QStringLiteral("LogLevel=DEBUG1") << QStringLiteral("-W")
                   << bracketed(host) + QLatin1Char(':') + QString::number(port) << QStringLiteral("--") << QStringLiteral("x");
    const Completion<Result<bool>> over;
    const std::unique_ptr<LocalProcess> process = m_launcher->start(plan);
    LocalProcess *const channel = process.get();
    auto words = std::make_shared<QByteArray>();
    const auto read = [words, channel, over] {
        *words += channel->readError();
        if (words->contains("master session id") || !channel->readOutput().isEmpty())
            over.complete(true);
    };
    QObject::connect(channel, &LocalProcess::errorReady, channel, read);
    QObject::connect(channel, &LocalProcess::outputReady, channel, read);
    QObject::connect(channel, &LocalProcess::ended, channel, [over, read](int status) {
        read();
        over.complete(status == 0);
    });
    QTimer clock;
    clock.setSingleShot(true);
    QObject::connect(&clock, &QTimer::timeout, &clock, [over] {
        over.complete(failure(ErrorKind::TimedOut, Words::tr("The way to the service did not open in time. A firewall may be in between.")));
    });
    clock.start(probeLimit);
    Result<bool> opened = co_await waitFor(over, stop);
    if (!opened)
        co_return failure(opened.error());
    if (*opened)
        co_return Result<>();
    const QString reasons = m_master->recentErrors();
    const QString reason = lastLine(reasons);
    if (reason.contains(QLatin1String("administratively prohibited")))
        co_return failure(ErrorKind::Forbidden,
                          Words::tr("%1 does not allow tunnels. Ask its owner to allow them (AllowTcpForwarding), or use an Ingress address.")
                              .arg(m_master->target().host),
                          reason);
    co_return failure(ErrorKind::Unreachable, Words::tr("Nothing answers at %1, port %2, as seen from %3.")
                                                  .arg(host, QString::number(port), m_master->target().host),
                      reason + QLatin1Char('\n') + plainText(*words));
}

Task<bool> PortForwards::request(QString what, QString socket, QString place, std::stop_token stop)
{
    ProcessPlan plan;
    plan.program = m_master->paths().ssh;
    plan.arguments = controlArguments(m_master->controlPath(), what,
                                      QStringList() << QStringLiteral("-L") << socket + QLatin1Char(':') + place);
    Result<LocalOutput> output = co_await runLocally(m_launcher, plan, requestLimit, stop);
    if (!output)
        co_return failure(output.error());
    co_return output->exitStatus == 0;
}

Task<> PortForwards::close(QString socket, std::stop_token stop)
{
    const QString place = m_open.take(socket);
    if (place.isEmpty())
        co_return Result<>();
    QFile::remove(socket); // ssh leaves it; from now on nobody can connect
    const QString cancel = QStringLiteral("cancel");
    Result<bool> closed = co_await request(cancel, socket, place, stop);
    if (!closed)
        co_return failure(closed.error());
    co_return Result<>();
}

} // namespace rayhelm
