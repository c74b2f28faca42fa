#pragma once

#include "session/accounts.h"
#include "ui/message.h"

namespace rayhelm {

class Session;

/// What the Accounts dialog says about logins and the keychain.
QString accountTitle(const Account &account);
QString placeWords(SecretPlace place);
QString lastWorkedWords(const Account &account);
/// A host that fits a box or button: of a long name the middle is left out, since its end says whose it is.
QString shortHost(const QString &host);
QString keychainWords(KeychainState state);
StateKind keychainKind(KeychainState state);
/// Locked, or none (M8).
Message keychainMessage(KeychainState state);
/// The profile in use takes over a login that was just stored, and is saved.
void useInProfile(Session &session, const Account &account);

} // namespace rayhelm
