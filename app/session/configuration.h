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

    ValuesDocument *document() const { return m_document.get(); } ///< nullptr: none is open
    ValuesOrigin origin() const { return m_origin; }
    QString fileName() const { return m_fileName; } ///< for a template the suggested one
    bool isModified() const;
    QString suggestedName() const; ///< of a file of this user's own on the VM
    QByteArray savedBytes() const { return m_savedBytes; } ///< as opened or last saved

    /// The account on the VM whose file this is, when it is another person's; `save` refuses until that is accepted.
    QString otherOwner() const { return m_otherOwner; }
    void acceptOwner() { m_otherOwner.clear(); }

    bool isBusy() const { return m_busy; }
    const QList<RemoteFileEntry> &filesOnVm() const { return m_files; } ///< in the working directory, as of the last `listFiles`
    QList<RecentFile> recentFiles() const;
    bool hasLastCluster() const;
    /// After `changedElsewhere`: the file, what it holds now (`text`), and what both began from (`saved`; empty: nothing).
    const std::optional<ValuesDraft> &theirs() const { return m_theirs; }
    /// The text for an install that begins now; kept as the last cluster once that has succeeded.
    QByteArray textToInstall();

    /// Saves where it came from. Conflict: it was changed there meanwhile (see `changedElsewhere`), a new file's name is
    /// taken, or it is another person's. InvalidInput: no configuration is open.
    Task<> saveNow(std::stop_token stop);

public Q_SLOTS:
    void listFiles();
    void openOnVm(const QString &path);
    void openLocal(const QString &path);
    /// From a shipped template (values/valuestemplates.h), or what was installed last; nothing is written until it is saved.
    void startFromTemplate(const QString &id = {});
    void startFromLastCluster();
    void keepAsLastCluster();
    void openFromRelease(); ///< what the installed release runs (`helm get values`)
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
    void failed(const rayhelm::Error &error); ///< the document is as before
    void busyChanged(bool busy);

private:
    QCoro::Task<void> listJourney(), openReleaseJourney(), saveJourney(), overwriteJourney(), lookJourney();
    QCoro::Task<void> openJourney(QString path);
    QCoro::Task<void> saveOnVmJourney(QString path);
    Task<> store(QString path, QByteArray expectedSha256, std::stop_token stop);
    Result<> storeLocal(const QString &path, const std::optional<QByteArray> &expected);
    void noteTheirs(const QByteArray &theirs);
    void reportTheirs(const ValuesDraft &theirs);
    void open(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    void followProfile();
    Task<> noteConflict(QString path, std::stop_token stop);
    void report(const Result<> &result);
    void adopt(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    void markSaved(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    QString draftPath() const, lastClusterPath() const;
    void storeDraft(), restoreDraft();
    void setBusy(bool busy);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    std::unique_ptr<ValuesDocument> m_document;
    ValuesOrigin m_origin = ValuesOrigin::None;
    QString m_fileName, m_otherOwner;
    QByteArray m_savedBytes, m_installing, m_reported; ///< the last: hash of their version that was told already
    QUuid m_draftOf; ///< the profile through which the document was opened
    std::optional<ValuesDraft> m_theirs;
    QElapsedTimer m_looked;
    RecentFiles m_recent;
    QList<RemoteFileEntry> m_files;
    QTimer m_draftTimer;
    bool m_busy = false;
};

} // namespace rayhelm
