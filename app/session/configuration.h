#pragma once

#include "core/task.h"
#include "remote/upload.h"
#include "session/recentfiles.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace rayhelm {

class Connection;
class SessionEdges;
class TaskScope;
class ValuesDocument;

/// The configuration that is open: its document, where it comes from, whether it is saved. Drafts survive a crash.
class Configuration : public QObject
{
    Q_OBJECT
public:
    Configuration(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent = nullptr);
    ~Configuration() override;

    /// nullptr: none is open.
    ValuesDocument *document() const { return m_document.get(); }
    ValuesOrigin origin() const { return m_origin; }
    /// The file's name as shown; for a template the suggested one.
    QString fileName() const { return m_fileName; }
    bool isModified() const;
    /// The bytes as they were opened or last saved.
    QByteArray savedBytes() const { return m_savedBytes; }

    bool isBusy() const { return m_busy; }
    /// Values files in the working directory on the VM, as of the last `listFiles`.
    const QList<RemoteFileEntry> &filesOnVm() const { return m_files; }
    QList<RecentFile> recentFiles() const;
    bool hasLastCluster() const;
    /// What the file holds now, after `changedElsewhere`.
    QByteArray theirBytes() const { return m_theirBytes; }

    /// Saves where it came from. Conflict: it was changed there meanwhile (see `changedElsewhere`), or a new file's name is
    /// taken. InvalidInput: no configuration is open.
    Task<> saveNow(std::stop_token stop);

public Q_SLOTS:
    void listFiles();
    void openOnVm(const QString &path);
    void openLocal(const QString &path);
    /// From a shipped template (values/valuestemplates.h), or what was installed last; nothing is written until it is saved.
    void startFromTemplate(const QString &id = {});
    void startFromLastCluster();
    void keepAsLastCluster();
    /// What the installed release runs (`helm get values`).
    void openFromRelease();
    /// A file that changed there meanwhile is not overwritten: `changedElsewhere`.
    void save();
    void saveOnVm(const QString &path);
    void saveLocal(const QString &path);
    /// Looks whether the file was changed elsewhere since it was opened or saved; at most every 30 s unless `atOnce`.
    void lookForTheirs(bool atOnce = false);
    /// The decision after `changedElsewhere`: overwrite it, take it (undo brings the own edits back), or go on with both in one text.
    void keepMine();
    void takeTheirs();
    void takeMerged(const QByteArray &text);
    void close();

Q_SIGNALS:
    void filesListed();
    void opened();
    void closed();
    void saved();
    void modifiedChanged(bool modified);
    void merged();
    /// The file was changed elsewhere since it was opened.
    void changedElsewhere(const QByteArray &theirs);
    /// The document is as before.
    void failed(const rayhelm::Error &error);
    void busyChanged(bool busy);

private:
    QCoro::Task<void> listJourney();
    QCoro::Task<void> openJourney(QString path);
    QCoro::Task<void> openReleaseJourney();
    QCoro::Task<void> saveJourney();
    QCoro::Task<void> saveOnVmJourney(QString path);
    QCoro::Task<void> overwriteJourney();
    QCoro::Task<void> lookJourney();
    Task<> store(QString path, QByteArray expectedSha256, std::stop_token stop);
    Result<> storeLocal(const QString &path, const std::optional<QByteArray> &expected);
    void noteTheirs(const QByteArray &theirs);
    Task<> noteConflict(QString path, std::stop_token stop);
    void report(const Result<> &result);
    void adopt(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    void markSaved(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    QString suggestedName() const;
    QString draftPath() const;
    QString lastClusterPath() const;
    void storeDraft();
    void restoreDraft();
    void setBusy(bool busy);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    std::unique_ptr<ValuesDocument> m_document;
    ValuesOrigin m_origin = ValuesOrigin::None;
    QString m_fileName;
    QByteArray m_savedBytes, m_theirBytes;
    QByteArray m_reported; ///< hash of their version that was told already
    QElapsedTimer m_looked;
    RecentFiles m_recent;
    QList<RemoteFileEntry> m_files;
    QTimer m_draftTimer;
    bool m_busy = false;
};

} // namespace rayhelm
