#pragma once

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "explain/explain.h"
#include "hostileserver.h"
#include "remote/launcher.h"
#include "secrets/memorysecretstore.h"
#include "session/session.h"
#include "testsshd.h"
#include "tricks.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTemporaryDir>

#include <memory>

namespace rayhelm {

/// The network of the application; what is meant for the registry goes to the server that lies.
class HostileNetwork : public QNetworkAccessManager
{
public:
    explicit HostileNetwork(quint16 port)
        : m_port(port)
    {
        setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    QStringList elsewhere; ///< addresses that nothing may ask

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override;

private:
    quint16 m_port;
};

/// A VM that lies, the real session and the real window over it, and a home of its own beside both.
class HostileVm
{
public:
    /// `sshd`: log in to this real server instead of a stand-in for ssh.
    explicit HostileVm(const TestSshd *sshd = nullptr);
    ~HostileVm();

    static constexpr int jobs = 8;
    /// The submission id of one of this computer's jobs, from 1 to `jobs`.
    static QString job(int number) { return QStringLiteral("hostile-%1").arg(number); }

    bool connectNow();
    /// Without a wait.
    void beginToConnect();
    QString knownHosts() const { return m_folder.filePath(QStringLiteral("config/known_hosts")); }
    void apply(const Trick &trick);
    void takeBack(const Trick &trick);
    /// A usable cluster that says nothing odd.
    void honest();
    void close();

    Session &session() { return *m_session; }
    MainWindow &window() { return *m_window; }
    HostileServer &server() { return m_server; }
    HostileNetwork &network() { return m_network; }
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    QString chosen() const { return m_folder.filePath(QStringLiteral("chosen")); }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    QString picture() const { return home() + QStringLiteral("/picture.png"); }
    /// How often a program of the VM was called with `words` in its arguments.
    int calls(const QByteArray &words) const;

private:
    void makeHome(const TestSshd *sshd);
    void putJobs();
    void write(const QString &file, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    QByteArray m_path;
    QString m_before = QDir::currentPath();
    HostileServer m_server;
    HostileNetwork m_network;
    SystemProcessLauncher m_launcher;
    MemorySecretStore m_secrets;
    Redactor m_redactor;
    CommandLog m_commands{m_redactor};
    Explanations m_explanations;
    std::unique_ptr<ProfileStore> m_profiles;
    Profile m_profile;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace rayhelm
