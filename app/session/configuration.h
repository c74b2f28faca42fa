#pragma once

#include "core/oneatatime.h"
#include "core/task.h"
#include "remote/upload.h"
#include "session/recentfiles.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace rayhelm {

class Connection;
class SessionEdges;
class TaskScope;
class ValuesDocument;

/// The configuration that is open: its document, where it comes from, whether it is saved. Drafts survive a crash. One operation at a
/// time reads or writes its file: a second saving is refused; opening another file waits for a saving and is given up when that fails.
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
    QString otherOwner() const { return m_otherOwner; } ///< another person's account whose file it is; `save` refuses until accepted
    void acceptOwner() { m_otherOwner.clear(); }
    bool isBusy() const { return m_work.running().has_value(); }
    int generation() const { return m_generation; } ///< another one: another document, or contents that nobody typed
    const QList<RemoteFileEntry> &filesOnVm() const { return m_files; } ///< in the working directory, as of the last `listFiles`
    QList<RecentFile> recentFiles() const;
    bool hasLastCluster() const;
    /// After `changedElsewhere`: the file, what it holds now (`text`), and what both began from (`saved`; empty: nothing).
    const std::optional<ValuesDraft> &theirs() const { return m_theirs; }
    /// The text for an install that begins now; kept as the last cluster once that has succeeded.
    QByteArray textToInstall();

    /// Saves where it came from. Conflict: it was changed there meanwhile (`changedElsewhere`), a new file's name is taken, it is another
    /// person's, or another configuration was opened meanwhile. InvalidInput: none is open.
    Task<> saveNow(std::stop_token stop);

public Q_SLOTS:
    void listFiles();
    void openOnVm(const QString &path);
    void openLocal(const QString &path);
    /// From a shipped template (values/valuestemplates.h), or what was installed last; nothing is written until it is saved.
    void startFromTemplate(const QString &id = {});
    void startFromLastCluster();
    void keepAsLastCluster();
    void openFromRelease(); ///< `helm get values` of what runs
    void save(); ///< a file that changed there meanwhile is not overwritten: `changedElsewhere`
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
    void merged();
    void modifiedChanged(bool modified);
    void changedElsewhere(const QByteArray &theirs); ///< since it was opened
    void failed(const rayhelm::Error &error); ///< the document is as before
    void busyChanged(bool busy);

private:
    enum class Work { Open, Save };
    using Turn = OneAtATime<Work>::Turn;
    QCoro::Task<void> listJourney(Turn turn), lookJourney(Turn turn), saveJourney(Turn turn), overwriteJourney(Turn turn);
    QCoro::Task<void> openTextJourney(ValuesDraft what), openJourney(QString path), openReleaseJourney();
    QCoro::Task<void> saveOnVmJourney(QString path, Turn turn), saveLocalJourney(QString path, Turn turn);
    Task<Turn> turnToOpen(std::stop_token stop);
    Turn turnToSave();
    void endWork(Turn turn), report(const Result<> &result), followProfile();
    std::stop_token newOpening();
    Task<> saveFile(std::stop_token stop), noteConflict(QString path, std::stop_token stop);
    Task<> store(QString path, QByteArray expectedSha256, std::stop_token stop);
    Task<> storeLocal(QString path, std::optional<QByteArray> expected, std::stop_token stop);
    void noteTheirs(const QByteArray &theirs), reportTheirs(const ValuesDraft &theirs);
    void open(const ValuesDraft &what), adopt(const ValuesDraft &what);
    void markSaved(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    QString draftPath() const, lastClusterPath() const;
    void storeDraft(), restoreDraft();

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
    QTimer m_draftTimer;
    RecentFiles m_recent;
    QList<RemoteFileEntry> m_files;
    OneAtATime<Work> m_work, m_looks, m_lists;
    std::stop_source m_opening; ///< of the newest wish to open something
    int m_generation = 0, m_failedSavings = 0;
};

} // namespace rayhelm
