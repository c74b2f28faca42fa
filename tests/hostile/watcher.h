#pragma once

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QStringList>
#include <QThread>
#include <QTimer>

#include <atomic>

namespace rayhelm {

/// Sees what this process does, from outside of everything that is tested: the processes that it starts, the connections that it makes,
/// the memory that it uses; a thread that looks every 20 ms into /proc.
class ProcessWatcher : public QThread
{
public:
    /// `listening`: ports of the test's own servers. `allowed`: the one of them that may be connected to.
    ProcessWatcher(QSet<quint16> listening, quint16 allowed, QSet<QString> allowedPrograms);
    ~ProcessWatcher() override;

    /// What should not have been: "process 12 python3", "connection to 1.2.3.4:80".
    QStringList wrong() const;
    /// The most bytes of memory at one time. With AddressSanitizer: what is allocated, without the sanitizer's own.
    qint64 mostBytes() const { return m_mostBytes; }
    QString mostDuring() const;
    /// What goes on now, to say where it was.
    void during(const QString &what);
    /// Sanitizers count what is allocated, plain builds what is resident.
    static bool countsAllocated();
    void forgetMemory() { m_mostBytes = 0; }

protected:
    void run() override;

private:
    void lookAtProcesses();
    void lookAtConnections();
    void lookAtMemory();
    void note(const QString &what);

    const QSet<quint16> m_listening;
    const quint16 m_allowed;
    const QSet<QString> m_programs;
    mutable QMutex m_mutex;
    QStringList m_wrong;
    QString m_during;
    QString m_mostDuring;
    QSet<QByteArray> m_sockets;
    int m_unchanged = 0;
    std::atomic<qint64> m_mostBytes{0};
    std::atomic<bool> m_over{false};
};

/// How long the event loop does not come round: the time between two beats of a timer, without the time in which the thread could have
/// run and a busy machine ran something else.
class LoopWatcher : public QObject
{
public:
    LoopWatcher();
    ~LoopWatcher() override;

    double longestMs() const { return m_longest; }
    QString longestDuring() const { return m_longestDuring; }
    /// What goes on now, to say where it was.
    void during(const QString &what) { m_during = what; }
    void forget();

    /// While it lives: what the test itself does, which does not count. What was before it does.
    class Aside
    {
    public:
        explicit Aside(LoopWatcher &loop)
            : m_loop(loop)
        {
            m_loop.beat();
        }
        ~Aside() { m_loop.m_last = m_loop.now(); }
        Q_DISABLE_COPY_MOVE(Aside)

    private:
        LoopWatcher &m_loop;
    };

private:
    void beat();
    qint64 now() const;

    int m_waits = -1; ///< the kernel's account of this thread
    QTimer m_timer;
    qint64 m_last = 0;
    double m_longest = 0;
    QString m_during;
    QString m_longestDuring;
};

/// Sees files that appear, change, go or are opened below one folder, by inotify, and by hashes of everything before and after.
class FolderWatcher
{
public:
    explicit FolderWatcher(const QString &folder);
    ~FolderWatcher();

    /// Changes since the last call, as lines.
    QStringList changes();

private:
    static QHash<QString, QByteArray> listing(const QString &folder);
    void watch(const QString &folder);

    QString m_folder;
    QHash<QString, QByteArray> m_before;
    int m_inotify = -1;
    QHash<int, QString> m_watched;
};

} // namespace rayhelm
