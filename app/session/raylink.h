#pragma once

#include "core/completion.h"
#include "core/task.h"
#include "remote/tunnellistener.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace rayhelm {

class Accounts;
class Connection;
class RayClient;
class Secret;
class SessionEdges;
class TaskScope;
struct RayAddress;
struct RayNode;

/// The way to Ray's own interface: a tunnel to the head pod, or the Ingress address of the profile. It asks Ray for
/// its nodes every few seconds, because only Ray itself knows whether a pod is usable.
class RayLink : public QObject
{
    Q_OBJECT
public:
    RayLink(SessionEdges &edges, TaskScope &scope, Connection &connection, Accounts &accounts, QObject *parent = nullptr);
    ~RayLink() override;

    /// The head pod as Kubernetes shows it. Another one, or none (empty), closes the way: what is under way goes to no other cluster.
    void setHead(const QString &podName, const QString &podUid, const QString &podAddress);

    /// nullptr: no way to Ray now; `problem()` says why. Whoever waits for an answer holds it: the way can be closed meanwhile.
    std::shared_ptr<RayClient> client() const { return m_client; }
    /// Waits until a way is open and Ray has answered on it.
    Task<std::shared_ptr<RayClient>> ensureOpen(std::stop_token stop);
    /// Where jobs go, for "ray job submit --address"; empty while there is no way.
    QUrl address() const;
    QString rayVersion() const { return m_rayVersion; }
    QString problem() const { return m_problem; }

    const QList<RayNode> &nodes() const { return m_nodes; }
    std::optional<QDateTime> answeredAt() const { return m_answeredAt; }

Q_SIGNALS:
    void opened();
    void closed();
    /// Ray has answered: `nodes()` and `answeredAt()` are new.
    void nodesChanged();

private:
    QCoro::Task<void> pollJourney();
    Task<> ask(std::shared_ptr<RayClient> client, std::stop_token stop);
    Task<> open(std::stop_token stop);
    Task<RayAddress> findAddress(std::stop_token stop);
    Task<RayAddress> openTunnel(std::stop_token stop);
    Task<std::shared_ptr<Secret>> ingressPassword(std::stop_token stop);
    void useAddress(RayAddress address);
    void closeWay();

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    Accounts &m_accounts;
    std::shared_ptr<RayClient> m_client;
    TunnelListener m_tunnel; ///< its port stays ours, so nobody can take the place of a way that has ended
    QString m_forward;       ///< the socket of the open way; empty: none
    QString m_headPod;
    QString m_headUid;
    QString m_headAddress;
    int m_failures = 0;
    bool m_opening = false;
    std::vector<Completion<Result<>>> m_waitForOpening; ///< only one way is opened at a time
    QString m_rayVersion;
    QString m_problem;
    QList<RayNode> m_nodes;
    std::optional<QDateTime> m_answeredAt;
};

} // namespace rayhelm
