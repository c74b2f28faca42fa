// What the form holds and was not used yet: typed, or out of a file. A file's connection is shown with what it would change; it is
// used only when the user connects.
#include "ui/connectionpanel.h"

#include "core/profilestore.h"
#include "session/connection.h"
#include "session/session.h"
#include "ui/connectionform.h"
#include "ui/inlinemessage.h"
#include "ui/profilechanges.h"
#include "ui/profilewords.h"

namespace rayhelm {

void ConnectionPanel::offer(const Profile &given, bool connectThen)
{
    const ProfileStore *store = m_session.edges().profiles;
    const Connection &connection = m_session.connection();
    const Profile *known = given.practice ? store->find(given.id) : store->sameMachine(given);
    Profile shown = given;
    if (known)
        shown.id = known->id;
    const bool isNew = !known || !profileChanges(*known, shown).isEmpty();
    if (connection.state() != LinkState::Disconnected) {
        if (isNew || connection.profile().id != shown.id)
            askToLeave({shown, connectThen, true});
        return;
    }
    if (!isNew) {
        showProfile(*known, connectThen);
        return;
    }
    if (m_draftTimer.isActive())
        keepDraft(); // of what the form shows now
    showDraft({shown, true});
    keepDraft();
    showState();
    if (connectThen)
        connectNow();
}

void ConnectionPanel::showOffer()
{
    const Profile shown = m_form->profile();
    Message message;
    message.kind = StateKind::Info;
    QHash<QString, QString> before;
    if (m_offer->known) {
        const QList<ProfileChange> changes = profileChanges(*m_offer->known, shown);
        for (const ProfileChange &change : changes)
            before.insert(change.setting, change.before);
        message.what = tr("This file changes %n setting(s) of your connection \"%1\".", nullptr, int(changes.size()))
                           .arg(profileName(*m_offer->known));
        message.text = changesText(changes) + QLatin1Char('\n') + tr("Nothing of it is used, and nothing of yours replaced, before you connect.");
        message.actions = {{tr("Keep my connection"), [this] { endOffer(); }}};
    } else {
        message.what = tr("This connection comes from a file.");
        message.text = tr("Look through its settings. Nothing of it is used or kept before you connect.");
        message.actions = {{tr("Discard it"), [this] { endOffer(); }}};
    }
    m_form->setBefore(before);
    showMessage(message);
}

/// Back to what is the user's own.
void ConnectionPanel::endOffer()
{
    const Profile own = m_offer && m_offer->known ? *m_offer->known : m_session.connection().profile();
    m_draftTimer.stop();
    forgetDraft(m_form->profile().id);
    forgetOffer();
    showProfile(own, false);
}

void ConnectionPanel::forgetOffer()
{
    m_offer.reset();
    m_form->setBefore({});
}

/// What was typed for this connection before; for a new one what was begun and never used.
std::optional<ConnectionDraft> ConnectionPanel::draftFor(const Profile &profile)
{
    const ProfileStore *store = m_session.edges().profiles;
    const bool isNew = profile.host.isEmpty() && !store->find(profile.id);
    const QList<ConnectionDraft> drafts = m_drafts.all();
    for (const ConnectionDraft &draft : drafts) {
        const bool fits = isNew ? !store->find(draft.profile.id) : draft.profile.id == profile.id;
        if (fits && !draft.fromFile)
            return draft;
        if (fits && !isNew)
            m_drafts.remove(profile.id); // the user has chosen the own connection, not the file's
    }
    return std::nullopt;
}

/// Into the form, where it waits to be used.
void ConnectionPanel::showDraft(const ConnectionDraft &draft)
{
    const Profile *known = m_session.edges().profiles->find(draft.profile.id);
    m_form->setProfile(draft.profile);
    m_typed = true;
    if (!draft.fromFile)
        return;
    m_offer = Offer{known ? std::optional<Profile>(*known) : std::nullopt};
    showOffer();
}

void ConnectionPanel::keepDraft()
{
    m_draftTimer.stop();
    const Profile typed = m_form->profile();
    const Profile *stored = m_session.edges().profiles->find(typed.id);
    if (stored && toJson(*stored) == toJson(typed))
        m_drafts.remove(typed.id);
    else
        m_drafts.put({typed, m_offer.has_value()});
}

void ConnectionPanel::forgetDraft(const QUuid &profile)
{
    m_draftTimer.stop();
    m_typed = false;
    m_drafts.remove(profile);
}

void ConnectionPanel::askToLeave(const Next &next)
{
    const Profile &used = m_session.connection().profile();
    Message message;
    message.what = tr("You are connected to %1.").arg(profileName(used));
    message.text = tr("It must be left before \"%1\" can be opened. Your cluster and jobs go on.").arg(profileName(next.profile));
    message.actions = {{tr("Disconnect and open"), [this, next] { leaveFor(next); }}};
    showMessage(message);
    messageWidget()->focusAction(0);
}

void ConnectionPanel::leaveFor(const Next &next)
{
    m_next = next;
    m_session.connection().disconnectFromHost();
}

} // namespace rayhelm
