#include "remote/portforward.h"

#include "core/completion.h"
#include "core/text.h"
#include "remote/launcher.h"
#include "remote/runlocally.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QTcpServer>
#include <QTimer>

namespace rayhelm {

namespace {

constexpr std::chrono::seconds probeLimit{3};
constexpr std::chrono::seconds requestLimit{5};
constexpr int portAttempts = 5;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::PortForward)
};

QString bracketed(const QString &host)
{
    return host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
}

/// ssh refuses port 0, so a free one is chosen here; another program may take it first, therefore several attempts.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : quint16(0);
}

} // namespace

PortForwards::PortForwards(ControlMaster *master, ProcessLauncher *launcher)
    : m_master(master)
    , m_launcher(launcher)
{
}

Task<quint16> PortForwards::open(QString host, quint16 port, std::stop_token stop)
{
    Result<> reachable = co_await probe(host, port, stop);
    if (!reachable)
        co_return failure(reachable.error());
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        const quint16 localPort = freePort();
        Result<bool> opened = co_await request(QStringLiteral("forward"), localPort, host, port, stop);
        if (!opened)
            co_return failure(opened.error());
        if (*opened) {
            m_open.insert(localPort, {host, port});
            co_return localPort;
        }
    }
    co_return failure(ErrorKind::Conflict, Words::tr("No free port was found on this computer for the way to %1.").arg(host),
                      m_master->recentErrors());
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

Task<bool> PortForwards::request(QString what, quint16 localPort, QString host, quint16 port, std::stop_token stop)
{
    const QString way = QStringLiteral("127.0.0.1:%1:%2:%3").arg(QString::number(localPort), bracketed(host), QString::number(port));
    ProcessPlan plan;
    plan.program = m_master->paths().ssh;
    plan.arguments = controlArguments(m_master->controlPath(), what, QStringList() << QStringLiteral("-L") << way);
    Result<LocalOutput> output = co_await runLocally(m_launcher, plan, requestLimit, stop);
    if (!output)
        co_return failure(output.error());
    co_return output->exitStatus == 0;
}

Task<> PortForwards::close(quint16 localPort, std::stop_token stop)
{
    const auto found = m_open.constFind(localPort);
    if (found == m_open.constEnd())
        co_return Result<>();
    const QPair<QString, quint16> target = *found;
    m_open.erase(found);
    const QString cancel = QStringLiteral("cancel");
    Result<bool> closed = co_await request(cancel, localPort, target.first, target.second, stop);
    if (!closed)
        co_return failure(closed.error());
    co_return Result<>();
}

Task<> PortForwards::reopen(std::stop_token stop)
{
    const QMap<quint16, QPair<QString, quint16>> wanted = m_open;
    const QString forward = QStringLiteral("forward");
    for (auto one = wanted.constBegin(); one != wanted.constEnd(); ++one) {
        const quint16 localPort = one.key();
        Result<bool> opened = co_await request(forward, localPort, one->first, one->second, stop);
        if (!opened || !*opened)
            m_open.remove(localPort);
    }
    co_return Result<>();
}

} // namespace rayhelm
