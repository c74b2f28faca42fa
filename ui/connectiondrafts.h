#pragma once

#include "core/profile.h"
#include "core/storedfile.h"

#include <optional>

namespace rayhelm {

/// What stands in the fields of a connection and was not used yet.
struct ConnectionDraft {
    Profile profile;       ///< as typed, right or wrong
    bool fromFile = false; ///< out of a file that the user opened and has not connected with
};

/// Drafts of connections, one for each, so that a crash loses nothing that was typed. They hold no secret.
class ConnectionDrafts
{
public:
    /// `dataDirectory`: drafts/connections.json lies in it.
    explicit ConnectionDrafts(const QString &dataDirectory);

    QList<ConnectionDraft> all() const; ///< newest first
    std::optional<ConnectionDraft> of(const QUuid &profile) const;
    /// What the form showed last; after a crash it is shown again.
    std::optional<ConnectionDraft> shown() const;

    void put(const ConnectionDraft &draft); ///< it is the one that is shown
    void remove(const QUuid &profile);
    void showNone();

private:
    void write(const QList<ConnectionDraft> &drafts, const QUuid &shown) const;
    QUuid shownId() const;

    StoredFile m_file;
};

} // namespace rayhelm
