#pragma once

#include "cluster/logwindow.h"
#include "cluster/podview.h"
#include "core/newestjourney.h"
#include "core/task.h"
#include "jobs/loglines.h"

#include <QObject>
#include <QTimer>

namespace rayhelm {

class Session;

/// Reads the log of one pod again and again while it is shown, and writes the logs of all pods to files.
class ClusterPodLog : public QObject
{
    Q_OBJECT
public:
    explicit ClusterPodLog(Session &session, QObject *parent = nullptr);
    ~ClusterPodLog() override;

    /// Begins to read this pod's log; a pod without name ends it.
    void show(const PodView &pod);
    const LogLines &lines() const { return m_lines; }

    /// One file per pod in `folder`; ends with `saved` or `saveFailed`.
    void saveAll(const QList<PodView> &pods, const QString &folder);

Q_SIGNALS:
    void linesReplaced(); ///< another log begins
    void linesChanged();
    void failed(const rayhelm::Error &error);
    void saved(int files, const QString &folder);
    void saveFailed(const rayhelm::Error &error);

private:
    void readSoon();
    QCoro::Task<void> readJourney(std::stop_token stop);
    QCoro::Task<void> saveJourney(QList<PodView> pods, QString folder, std::stop_token stop);
    Task<QString> read(PodView pod, int tail, bool times, std::stop_token stop);
    void take(const QString &text);

    Session &m_session;
    PodView m_pod;
    LogLines m_lines;
    LogWindow m_window;
    QTimer m_timer;
    NewestJourney m_reading;
    NewestJourney m_saving;
};

} // namespace rayhelm
