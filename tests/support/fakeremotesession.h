#pragma once

#include "remote/remotesession.h"

#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace rayhelm {

/// A machine in a temporary folder: scripts are run by the real /bin/sh there, with stand-ins for helm, kubectl and other
/// tools first on the PATH. The link can be cut at any command and be restored; what was started detached goes on.
class FakeRemoteSession : public RemoteSession
{
    Q_OBJECT
public:
    explicit FakeRemoteSession(QObject *parent = nullptr);
    ~FakeRemoteSession() override;

    LinkState state() const override { return m_state; }
    QString place(bool) const override { return QStringLiteral("user@fake.vm"); }
    Task<RemoteOutput> run(RemoteCommand command, std::stop_token stop) override;
    Task<std::shared_ptr<RemoteStream>> stream(RemoteCommand command, std::stop_token stop) override;
    Task<QString> openForward(QString host, quint16 port, std::stop_token stop) override;
    void closeForward(QString) override {}

    /// The link breaks now: what waits gets Unreachable.
    void cut();
    void restore();
    void disconnectForGood();
    /// Called before each command with its number (from 0) and script; may cut the link or request a stop.
    void beforeCommand(std::function<void(int, const RemoteCommand &)> hook) { m_hook = std::move(hook); }

    QString home() const { return m_folder.path() + QStringLiteral("/home"); }
    QString workingDirectory() const { return home() + QStringLiteral("/.interlink"); }
    /// The stand-ins' memory.
    QString stateFolder() const { return m_folder.path() + QStringLiteral("/state"); }
    void setState(const QString &name, const QByteArray &content);
    QByteArray stateOf(const QString &name) const; ///< empty: there is none
    bool hasState(const QString &name) const;
    /// A program on the PATH.
    void install(const QString &name, const QByteArray &script);
    /// The stand-ins of tests/support/standins.
    void installClusterTools();

    /// For what is run from now on; RAYHELM_FOLDER is also where it starts.
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }

    const QList<RemoteCommand> &commands() const { return m_commands; }
    /// What the stand-ins were called with, one line each.
    QStringList calls() const;
    int countCalls(const QString &beginning) const;
    /// Ends every process that was started here.
    void endProcesses();

private:
    friend class FakeRemoteStream;
    std::unique_ptr<QProcess> start(const RemoteCommand &command);
    void setLink(LinkState state);

    QTemporaryDir m_folder;
    QMap<QString, QString> m_variables;
    LinkState m_state = LinkState::Connected;
    QList<RemoteCommand> m_commands;
    std::function<void(int, const RemoteCommand &)> m_hook;
};

} // namespace rayhelm
