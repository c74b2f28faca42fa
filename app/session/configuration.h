#pragma once

#include "core/task.h"
#include "remote/upload.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace rayhelm {

class Connection;
class SessionEdges;
class TaskScope;
class ValuesDocument;

enum class ValuesOrigin { None, Vm, ThisComputer, Template, Release };

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
    /// What the file on the VM holds now, after `changedElsewhere`.
    QByteArray theirBytes() const { return m_theirBytes; }

    /// Saves where it came from. Conflict: it was changed there meanwhile (see `changedElsewhere`), or a new file's name is
    /// taken. InvalidInput: no configuration is open.
    Task<> saveNow(std::stop_token stop);

public Q_SLOTS:
    void listFiles();
    void openOnVm(const QString &path);
    void openLocal(const QString &path);
    /// From the shipped example; nothing is written anywhere until it is saved.
    void startFromTemplate();
    /// What the installed release runs (`helm get values`).
    void openFromRelease();
    /// Saves where it came from. A file that changed there meanwhile is not overwritten: `changedElsewhere`.
    void save();
    void saveOnVm(const QString &path);
    void saveLocal(const QString &path);
    /// The user's decision after `changedElsewhere`: overwrite it, or take it and drop the own edits (undo brings them back).
    void keepMine();
    void takeTheirs();
    void close();

Q_SIGNALS:
    void filesListed();
    void opened();
    void closed();
    void saved();
    void modifiedChanged(bool modified);
    /// The file was changed on the VM since it was opened.
    void changedElsewhere(const QByteArray &theirs);
    /// Something about this configuration failed; the document is as before.
    void failed(const rayhelm::Error &error);
    void busyChanged(bool busy);

private:
    QCoro::Task<void> listJourney();
    QCoro::Task<void> openJourney(QString path);
    QCoro::Task<void> openReleaseJourney();
    QCoro::Task<void> saveJourney();
    QCoro::Task<void> saveOnVmJourney(QString path);
    QCoro::Task<void> overwriteJourney();
    Task<> store(QString path, QByteArray expectedSha256, std::stop_token stop);
    Result<> storeLocal(const QString &path);
    Task<> noteConflict(QString path, std::stop_token stop);
    void report(const Result<> &result);
    void adopt(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    void markSaved(const QByteArray &bytes, ValuesOrigin origin, const QString &fileName);
    QString suggestedName() const;
    QString draftPath() const;
    void storeDraft();
    void restoreDraft();
    void setBusy(bool busy);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    std::unique_ptr<ValuesDocument> m_document;
    ValuesOrigin m_origin = ValuesOrigin::None;
    QString m_fileName;
    QByteArray m_savedBytes;
    QByteArray m_theirBytes;
    QList<RemoteFileEntry> m_files;
    QTimer m_draftTimer;
    bool m_busy = false;
};

} // namespace rayhelm
