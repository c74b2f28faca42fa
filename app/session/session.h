#pragma once

#include "core/task.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace rayhelm {

class Accounts;
class CommandLog;
class Configuration;
class Connection;
class Explanations;
class HpcFacts;
class ImageDesk;
class JobDesk;
class Lifecycle;
class ProcessLauncher;
class ProfileStore;
class RayLink;
class Redactor;
class SecretStore;
class TaskScope;

/// The edges of the application, made once in main() (or by a test) and outliving every session.
class SessionEdges
{
public:
    ProcessLauncher *launcher = nullptr;
    QNetworkAccessManager *network = nullptr;
    SecretStore *secrets = nullptr;
    CommandLog *commands = nullptr;
    Redactor *redactor = nullptr;
    ProfileStore *profiles = nullptr;
    const Explanations *explanations = nullptr;
    QString configDirectory; ///< settings, known_hosts
    QString dataDirectory;   ///< history, reports, drafts
    QString runtimeDirectory; ///< sockets: short, owner-only
    QString askpassProgram;
};

/// Everything that belongs to one VM in use, and the scope in which its journeys run.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(SessionEdges edges, QObject *parent = nullptr);
    /// `close()` must have been awaited.
    ~Session() override;

    SessionEdges &edges() { return m_edges; }
    /// For journeys of the window that use these services: `close` ends them and waits.
    TaskScope &scope() { return *m_scope; }
    Connection &connection() { return *m_connection; }
    Accounts &accounts() { return *m_accounts; }
    Configuration &configuration() { return *m_configuration; }
    HpcFacts &hpc() { return *m_hpc; }
    RayLink &ray() { return *m_ray; }
    Lifecycle &lifecycle() { return *m_lifecycle; }
    JobDesk &jobs() { return *m_jobs; }
    ImageDesk &images() { return *m_images; }

    /// Stops every journey, waits for the last one and disconnects. Work on the VM goes on.
    QCoro::Task<void> close();

private:
    SessionEdges m_edges;
    std::unique_ptr<TaskScope> m_scope;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<HpcFacts> m_hpc;
    std::unique_ptr<Configuration> m_configuration;
    std::unique_ptr<RayLink> m_ray;
    std::unique_ptr<Lifecycle> m_lifecycle;
    std::unique_ptr<JobDesk> m_jobs;
    std::unique_ptr<ImageDesk> m_images;
};

} // namespace rayhelm
