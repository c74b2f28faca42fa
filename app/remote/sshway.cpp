#include "remote/sshway.h"

#include "core/log.h"
#include "core/storedfile.h"
#include "remote/runtimedirectory.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

namespace rayhelm {

namespace {

/// Not with replaceFile: nothing in the folder of this run outlives a crash, so the window need not wait until the disk has it.
bool replaceForThisRun(const QString &path, const QByteArray &bytes)
{
    QFile fresh(path + QStringLiteral(".new"));
    fresh.remove();
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return false;
    const bool whole = fresh.write(bytes) == bytes.size() && fresh.flush();
    fresh.close();
    return whole && std::rename(QFile::encodeName(fresh.fileName()).constData(), QFile::encodeName(path).constData()) == 0;
}

Result<> writeConfig(const QString &path, const SshPaths &paths, const QString &through = {})
{
    // ssh makes known_hosts in our folder when a machine is first trusted.
    const Result<> folder = makePrivateFolder(QFileInfo(paths.knownHosts).absolutePath());
    if (!folder || !replaceForThisRun(path, sshConfigOverlay(paths, through).toUtf8()))
        return failure(ErrorKind::Forbidden,
                       QCoreApplication::translate("rayhelm::SshWay", "The settings of the connection could not be written to %1.").arg(path),
                       folder ? qt_error_string(errno) : folder.error().detail);
    return {};
}

} // namespace

Task<std::shared_ptr<SshWay>> SshWay::find(ProcessLauncher *launcher, SshPaths paths, const RuntimeDirectory *directory, SshTarget target,
                                           std::stop_token stop)
{
    const QString config = directory->configFile(0);
    const Result<> written = writeConfig(config, paths);
    if (!written)
        co_return failure(written.error());
    Result<SshRoute> route = co_await findRoute(launcher, paths, config, target, stop);
    if (!route && route.error().isCancelled())
        co_return failure(route.error());
    if (!route) {
        logWarning("remote", QStringLiteral("the way is not known: ") + route.error().detail);
        SshHop unknown;
        unknown.asked = target;
        route = SshRoute{unknown};
    }
    const std::shared_ptr<SshWay> way(new SshWay(*directory, *route));
    const Result<> prepared = way->prepare(paths);
    if (!prepared)
        co_return failure(prepared.error());
    co_return way;
}

SshWay::SshWay(const RuntimeDirectory &directory, SshRoute route)
    : m_directory(directory)
    , m_route(std::move(route))
{
}

Result<> SshWay::prepare(const SshPaths &paths)
{
    for (int hop = 0; hop < int(m_route.size()); ++hop) {
        Result<std::unique_ptr<SshLog>> log = SshLog::make(m_directory.logPipe(hop));
        if (!log)
            return failure(log.error());
        m_logs.push_back(std::move(*log));
        if (hop == 0)
            continue; // its settings were there to ask for the way
        const QString through = throughHop(paths, m_route.at(hop - 1), m_directory.configFile(hop - 1), m_directory.logPipe(hop - 1));
        const Result<> written = writeConfig(m_directory.configFile(hop), paths, through);
        if (!written)
            return written;
    }
    return {};
}

QStringList SshWay::masterArguments(const QString &controlPath, const QString &marker) const
{
    const int last = int(m_route.size()) - 1;
    SshTarget reached = m_route.last().asked;
    if (last > 0)
        reached.jumpHost.clear(); // the settings name the way
    return rayhelm::masterArguments(reached, m_directory.configFile(last), controlPath, m_directory.logPipe(last), marker);
}

LoginMachine SshWay::machine() const
{
    return {m_route.last().resolved, log()->hostKey(), log()->clientVersion()};
}

QList<HopWords> SshWay::words() const
{
    QList<HopWords> hops;
    for (std::size_t hop = 0; hop < m_logs.size(); ++hop) {
        m_logs.at(hop)->drain();
        hops.append(HopWords{m_route.at(qsizetype(hop)), m_logs.at(hop)->text(), m_logs.at(hop)->hostKey()});
    }
    return hops;
}

} // namespace rayhelm
