#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QObject>
#include <QString>

namespace rayhelm {

/// Longer files are not the application's own; they are read as if they were broken.
constexpr qint64 longestStoredFile = 64 * 1024 * 1024; // bytes

/// One small file of the application's own: read as a whole, replaced as a whole, only for its owner (0600 in 0700 folders).
/// A crash at any moment leaves the old or the new content, a full disk the old one. Writing happens off the calling thread, for
/// each file in the order of the calls; of several waiting contents only the newest is written. Reading sees what still waits.
class StoredFile
{
public:
    explicit StoredFile(QString path);

    const QString &path() const { return m_path; }
    bool exists() const;
    /// Empty: missing, unreadable, or longer than `longestStoredFile`.
    QByteArray read() const;
    /// A file that is no JSON is kept beside (see `keepBroken`) and read as null.
    QJsonDocument readJson() const;
    /// Renames it to NAME.broken: kept for a look, and out of the way of the next write.
    void keepBroken() const;

    /// A failure is told by StoredFiles, and tried again until it is stored or the program ends.
    void write(const QByteArray &bytes) const;
    void remove() const;
    /// For what must not begin before it is stored: on the disk when it answers. A cancelled waiting ends, the writing does not.
    Task<> store(QByteArray bytes, std::stop_token stop) const;

private:
    QString m_path;
};

/// What is common to all stored files: news about the disk, and the end.
class StoredFiles : public QObject
{
    Q_OBJECT
public:
    static StoredFiles &instance();
    /// Returns when everything that waits was written, or could not be.
    static void flush();
    /// From now on nothing is written by this process, because another one writes these folders: changes live in memory until it
    /// ends, and what must be stored before something begins fails, so that it does not begin.
    static void makeReadOnly();
    static bool areReadOnly();

Q_SIGNALS:
    /// A file could not be written, the first one after others could; what the window shows is then not what the next start will show.
    void failed(const rayhelm::Error &error);
    /// A file was written, the first one after a failure.
    void worksAgain();
};

/// Replaces a file at once, on the calling thread: beside it a new one (0600), synchronised, then renamed over it, then its folder
/// synchronised. A symbolic link is followed, so that a settings file may lie elsewhere.
Result<> replaceFile(const QString &path, const QByteArray &bytes);
/// Makes the missing folders of a path, mode 0700. One that exists stays as it is, whatever its mode.
Result<> makePrivateFolder(const QString &path);

} // namespace rayhelm
