#pragma once

#include "session/accounts.h"
#include "ui/message.h"

namespace rayhelm {

class Session;

/// What the Accounts dialog says about logins and the keychain.
QString accountTitle(const Account &account);
QString placeWords(SecretPlace place);
QString lastWorkedWords(const Account &account);
QString keychainWords(KeychainState state);
StateKind keychainKind(KeychainState state);
/// Locked, or none (M8).
Message keychainMessage(KeychainState state);
/// The profile in use takes over a login that was just stored, and is saved.
void useInProfile(Session &session, const Account &account);

} // namespace rayhelm
