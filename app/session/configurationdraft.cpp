// What is open, with its edits that are not saved, kept on this computer: one draft for each profile.
#include "session/configuration.h"

#include "core/storedfile.h"
#include "session/connection.h"
#include "session/session.h"
#include "session/valuesdraft.h"
#include "values/valuesdocument.h"

#include <QDir>

namespace rayhelm {

/// Each profile has a draft of its own; what was opened before there was a profile goes along to the first one.
void Configuration::followProfile()
{
    const QUuid profile = m_connection.profile().id;
    if (m_document && m_draftOf == profile)
        return;
    m_opening.request_stop(); // what was to be opened belongs to the profile before
    if (m_document)
        storeDraft();
    if (m_document && m_draftOf.isNull()) {
        const StoredFile before(draftPath());
        m_draftOf = profile;
        storeDraft();
        before.remove();
        return;
    }
    m_draftOf = profile;
    if (m_document) {
        ++m_generation;
        m_document.reset();
        m_origin = ValuesOrigin::None;
        m_fileName.clear();
        Q_EMIT closed();
    }
    restoreDraft();
}

/// The draft is written a moment after each edit, so that a crash loses no more than that. Without edits it says which file is open.
void Configuration::storeDraft()
{
    m_draftTimer.stop();
    writeDraft(draftPath(), {m_origin, m_fileName, m_savedBytes, m_document->text(), m_otherOwner});
}

void Configuration::restoreDraft()
{
    const std::optional<ValuesDraft> draft = readDraft(draftPath());
    if (!draft)
        return;
    // The saved text first and the draft as one edit on it, so that undo leads back to the file.
    const bool hasSaved = !draft->saved.isEmpty();
    adopt({draft->origin, draft->fileName, draft->saved, hasSaved ? draft->saved : draft->text, draft->otherOwner});
    if (hasSaved && draft->text != draft->saved)
        m_document->setText(draft->text, tr("Unsaved edits of the last session"));
    m_looked.invalidate(); // its file may have changed since
}

QString Configuration::draftPath() const
{
    return QDir(m_edges.dataDirectory).filePath(QStringLiteral("drafts/%1.json").arg(m_draftOf.toString(QUuid::WithoutBraces)));
}

} // namespace rayhelm
