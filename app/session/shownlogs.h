#pragma once

#include "core/completion.h"
#include "core/task.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace rayhelm {

class JobHistory;
class LogLines;
class TaskScope;

/// The logs of jobs as they are shown. Kept ones are read and split into lines in a worker thread; what arrives is kept at once and
/// shown in small pieces, so that the window stays quick however much comes. Their memory is bounded (limits.h): what nobody looks at sleeps
/// on the disk.
class ShownLogs : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ShownLogs(JobHistory &history, TaskScope &scope, QObject *parent = nullptr);
    ~ShownLogs() override;

    /// The lines of one log; the kept ones come a moment after it was first asked for (`changed`).
    const LogLines &lines(const QString &id);
    /// Waits for the kept log. Returns its characters: where to go on.
    Task<qint64> kept(QString id, std::stop_token stop);
    /// More has arrived than could be shown: whoever brings it waits.
    bool isBehind(const QString &id) const;
    /// The next characters of the log.
    void take(const QString &id, const QString &text);
    /// Whether progress bars fold to one line; the log is built anew.
    void setFolding(const QString &id, bool fold);

    QString notice(const QString &id) const;
    void setNotice(const QString &id, const QString &notice);

Q_SIGNALS:
    void changed(const QString &id);
    void behindChanged(const QString &id);
    void noticeChanged(const QString &id);
    void notKept(const rayhelm::Error &error);

private:
    struct Log;
    Log &log(const QString &id);
    QCoro::Task<void> readJourney(QString id);
    void showPieces();
    void noteBehind(const QString &id, Log &log);
    void makeRoom();

    JobHistory &m_history;
    TaskScope &m_scope;
    std::map<QString, std::unique_ptr<Log>> m_logs;
    QTimer m_pieces;
    qint64 m_asked = 0; ///< how often lines were asked for
};

} // namespace rayhelm
