#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace rayhelm {

/// What a start of the application was given to do.
struct StartOrder {
    QString profileFile; ///< absolute path; empty: none
    bool connects = false;
};

/// The right to write the application's folders, which one process has at a time, and the way from a later start to that one.
/// The right is an flock on a file in each folder: it ends with the process however that ends, and holds between machines that
/// share a home as far as their file system can lock (source: flock(2), "NFS details"); and on a file of this machine for each.
class DataLock : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Ours,     ///< this process may write
        PassedOn, ///< the process that may write has shown its window and taken the order
        ReadOnly, ///< somebody else may write and does not answer
    };

    /// `folders` must exist. `runtimeDirectory`: where the socket lies; other users must not be able to write there.
    DataLock(QStringList folders, const QString &runtimeDirectory, QObject *parent = nullptr);
    ~DataLock() override;

    /// Waits as long as `setPatience` says for the other process, if there is one. Before any window is shown.
    Outcome begin(const StartOrder &order);
    /// How long another process may take to answer before the data are opened read-only: 3 s unless set.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    /// A later start wants the window of this one.
    void ordered(const rayhelm::StartOrder &order);

private:
    bool lock();
    bool passOn(const StartOrder &order, std::chrono::milliseconds patience) const;
    void listen();
    void read(QLocalSocket *socket);

    QStringList m_lockFiles;
    QString m_socketPath;
    std::chrono::milliseconds m_patience{3000};
    QList<int> m_locks;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace rayhelm
