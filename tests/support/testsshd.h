#pragma once

#include "core/commandlog.h"
#include "core/redactor.h"
#include "remote/controlmaster.h"
#include "remote/launcher.h"
#include "remote/question.h"
#include "remote/secretsource.h"
#include "remote/sshsession.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// An OpenSSH server of the test's own: ordinary user, own port, own keys, own home folder.
class TestSshd
{
public:
    /// `options`: further lines of sshd_config. `home` becomes HOME of the sessions, `bin` comes first in their PATH.
    bool start(const QStringList &options = {});
    /// Shell text that runs before the server in a mount namespace of its own; needs root.
    void runBehind(const QString &script) { m_behind = script; }
    void stop();
    /// The next `start` listens where the last one did.
    void keepPort() { m_keepPort = true; }
    ~TestSshd();

    quint16 port() const { return m_port; }
    QString folder() const { return m_folder.path(); }
    QString home() const { return m_folder.path() + QStringLiteral("/home"); }
    QString bin() const { return m_folder.path() + QStringLiteral("/bin"); }
    QString key() const { return m_folder.path() + QStringLiteral("/userkey"); }
    QString encryptedKey() const { return m_folder.path() + QStringLiteral("/lockedkey"); }
    QByteArray log() const;
    /// How many logins the server has accepted.
    int logins() const;
    /// "SHA256:..." of the host key, as ssh-keygen prints it.
    QString fingerprint() const;
    /// A new host key, as after a reinstallation.
    void changeHostKey();
    /// Logs in with `key` as the user who runs the test.
    rayhelm::SshTarget target() const;
    /// Own known_hosts, no files of the user.
    rayhelm::SshPaths paths() const;
    /// Puts a program into `bin`.
    void addProgram(const QString &name, const QByteArray &text) const;

private:
    QTemporaryDir m_folder{QStringLiteral("/tmp/rhsshd-XXXXXX")};
    QProcess m_process;
    QString m_behind;
    quint16 m_port = 0;
    bool m_keepPort = false;
};

/// A person at the question desk: answers each question by a function and remembers what was asked.
class DeskUser : public QObject
{
public:
    using Reply = std::function<std::optional<rayhelm::Answer>(const rayhelm::Question &)>;

    explicit DeskUser(rayhelm::QuestionDesk *desk);
    /// No value: the user cancels. Without a reply host keys are trusted and everything else is cancelled.
    void reply(Reply reply) { m_reply = std::move(reply); }
    const QList<rayhelm::Question> &asked() const { return m_asked; }
    int count(rayhelm::QuestionKind kind) const;

    static rayhelm::Answer secret(const char *text, bool remember = false);
    static rayhelm::Answer trust();

private:
    QList<rayhelm::Question> m_asked;
    Reply m_reply;
};

/// A keychain of the test.
class TestSecrets : public rayhelm::SecretSource
{
public:
    bool canRemember() const override { return true; }
    rayhelm::Task<std::shared_ptr<rayhelm::Secret>> read(rayhelm::SecretScope scope, std::stop_token stop) override;
    rayhelm::Task<> store(rayhelm::SecretScope scope, std::shared_ptr<rayhelm::Secret> secret, std::stop_token stop) override;
    bool isKeptForAnotherMachine(const rayhelm::SecretScope &scope) const override;

    QMap<QString, QByteArray> kept; ///< by SecretScope::key
    QStringList reads;
};

/// A link that can be frozen or cut, without root.
class TestRelay : public QObject
{
public:
    enum Mode { Pass, Freeze, Reset };

    bool listen(quint16 target);
    quint16 port() const { return m_server.serverPort(); }
    void setMode(Mode mode);

private:
    void accept();

    QTcpServer m_server;
    quint16 m_target = 0;
    Mode m_mode = Pass;
    QList<QPair<QTcpSocket *, QTcpSocket *>> m_pairs;
};

/// Everything a session needs, with a user who trusts host keys.
struct SshBench {
    explicit SshBench(const TestSshd &sshd, rayhelm::SshTiming timing = {});
    rayhelm::SshSession &session() { return *m_session; }
    /// Other settings than the usual: make it anew.
    rayhelm::SshSession &remake(rayhelm::SshPlace place, rayhelm::SshPaths paths, rayhelm::SshTiming timing = {});
    ~SshBench();

    rayhelm::SystemProcessLauncher launcher;
    rayhelm::QuestionDesk desk;
    DeskUser user{&desk};
    rayhelm::Redactor redactor;
    rayhelm::CommandLog commands{redactor};
    rayhelm::SshServices services{&launcher, &desk, nullptr, &commands, &redactor};

private:
    std::unique_ptr<rayhelm::SshSession> m_session;
};

/// Processes whose command line contains `text`.
int processesWith(const QByteArray &text);
/// A number for `sleep` that only this test program uses: tests may run side by side.
QString napName();
/// Running `sleep` programs with such a number.
int nappers();
