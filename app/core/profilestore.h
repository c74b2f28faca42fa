#pragma once

#include "core/profile.h"
#include "core/storedfile.h"

#include <QJsonArray>
#include <QList>
#include <QObject>

namespace rayhelm {

/// The saved profiles, newest use first, in one file that is replaced as a whole.
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    /// `path`: the file, for example ~/.config/rayhelm/profiles.json. It is read at once; a broken file is kept beside
    /// as profiles.json.broken and the list starts empty. What cannot be written is told by StoredFiles.
    explicit ProfileStore(QString path, QObject *parent = nullptr);

    const QList<Profile> &profiles() const { return m_profiles; }
    /// nullptr: unknown id.
    const Profile *find(const QUuid &id) const;
    /// The known profile that a file from outside is about: the same machine, port and user; of several the one of the same name,
    /// else the newest. nullptr: this machine is not known.
    const Profile *sameMachine(const Profile &given) const;
    /// Adds or replaces by id and moves it to the front.
    void save(const Profile &profile);
    void remove(const QUuid &id);

    /// A file from a colleague: gets a new id. InvalidInput: it is no profile, or a setting of it cannot be used (profilecheck.h).
    static Result<Profile> importFile(const QString &path);
    /// Such a file's content; it holds no secret.
    static QByteArray fileText(const Profile &profile);

Q_SIGNALS:
    void changed();

private:
    void read();
    void write();

    StoredFile m_file;
    QList<Profile> m_profiles;
    QJsonArray m_unusable; ///< entries that cannot be read (of another version): kept as they are
};

} // namespace rayhelm
