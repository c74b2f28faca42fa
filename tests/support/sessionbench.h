#pragma once

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "fakenetwork.h"
#include "remote/launcher.h"
#include "secrets/memorysecretstore.h"
#include "session/session.h"

#include <QTemporaryDir>

#include <memory>

namespace rayhelm {

/// A real session without a window: `ssh` of tests/support/panelvm runs shell text here, helm and kubectl are stand-ins that answer
/// from files, the network is a fake. It can be closed and begun anew on the same folders, as a restart of the application does.
class SessionBench
{
public:
    SessionBench();
    ~SessionBench();

    Session &session() { return *m_session; }
    FakeNetwork &network() { return m_network; }
    ProfileStore &profiles() { return *m_profiles; }
    QString dataDirectory() const { return m_folder.filePath(QStringLiteral("data")); }
    /// Two machines, "vm.test" and (when wanted) the HPC login node "hpc.test".
    Profile profile(bool withHpc = false) const;

    /// Closes the session as quitting does; `begin` makes a new one.
    void close();
    void begin();

    void setState(const QString &name, const QByteArray &content = {});
    void removeState(const QString &name);
    QByteArray stateOf(const QString &name) const; ///< empty: there is none
    bool hasState(const QString &name) const;
    /// A file in the working directory on the VM.
    void putFile(const QString &name, const QByteArray &bytes);
    QByteArray file(const QString &name) const;
    /// How often a login to that host was begun.
    int logins(const QByteArray &host) const;
    /// What the stand-ins were called with, and how many calls begin so.
    int countCalls(const QByteArray &beginning) const;

    /// A release of that installation (empty: without a mark) with pods of a recording, made by this computer unless `foreign`.
    void installCluster(const QString &installation, const char *pods, bool foreign = false);
    QStringList podUids() const; ///< that are listed now
    /// Ray's list of jobs; empty: Ray refuses every connection.
    void setRayJobs(const QByteArray &json) { m_rayJobs = json; }

    /// Uses the profile and connects; true once connected.
    bool connectNow(const Profile &profile);
    /// Answers every open question with a password, or cancels it.
    void answerQuestions(bool withPassword);
    int openQuestions() const;

private:
    FakeAnswer answer(const SentRequest &request) const;

    QTemporaryDir m_folder{QStringLiteral("/tmp/rhbench-XXXXXX")};
    QByteArray m_path;
    SystemProcessLauncher m_launcher;
    FakeNetwork m_network;
    MemorySecretStore m_secrets;
    Redactor m_redactor;
    QUuid m_profileId = QUuid::createUuid();
    QByteArray m_rayJobs = "[]";
    std::unique_ptr<CommandLog> m_commands;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<Session> m_session;
};

} // namespace rayhelm
