#include "ui/accountwords.h"

#include "core/profilestore.h"
#include "session/connection.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QLocale>

namespace rayhelm {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("rayhelm::AccountsDialog", text);
}
} // namespace

QString accountTitle(const Account &account)
{
    switch (account.kind) {
    case AccountKind::Mlflow:
        return tr("MLflow %1").arg(account.subject);
    case AccountKind::RayIngress:
        return tr("Ray %1").arg(account.subject);
    case AccountKind::Ssh:
        return tr("Login %1").arg(account.subject);
    case AccountKind::Passphrase:
        return tr("Key %1").arg(account.subject);
    case AccountKind::Sudo:
        break;
    }
    return tr("sudo on %1").arg(account.subject);
}

QString placeWords(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return tr("in the keychain");
    case SecretPlace::UntilQuit:
        return tr("until I quit");
    case SecretPlace::None:
        break;
    }
    return tr("not kept");
}

QString lastWorkedWords(const Account &account)
{
    return account.lastWorked ? QLocale().toString(account.lastWorked->toLocalTime(), QLocale::ShortFormat) : tr("not tried yet");
}

QString keychainWords(KeychainState state)
{
    switch (state) {
    case KeychainState::Usable:
        return tr("Kept in: keychain, unlocked");
    case KeychainState::Locked:
        return tr("Kept in: keychain, locked");
    case KeychainState::None:
        return tr("Kept only until you quit");
    case KeychainState::Unknown:
        break;
    }
    return tr("Kept in: keychain, not asked yet");
}

StateKind keychainKind(KeychainState state)
{
    switch (state) {
    case KeychainState::Usable:
        return StateKind::Good;
    case KeychainState::Locked:
    case KeychainState::None:
        return StateKind::Warning;
    case KeychainState::Unknown:
        break;
    }
    return StateKind::Muted;
}

Message keychainMessage(KeychainState state)
{
    Message message;
    message.kind = StateKind::Warning;
    if (state == KeychainState::Locked) {
        message.what = tr("Your keychain waits for you.");
        message.text = tr("Unlock it, or go on until you quit.");
    } else {
        message.what = tr("No keychain on this computer.");
        message.text = tr("Passwords can be kept only until you quit. Nothing is written to a file. To add one, install GNOME "
                          "Keyring or KWallet and log in again.");
    }
    return message;
}

void useInProfile(Session &session, const Account &account)
{
    Profile profile = session.connection().profile();
    if (profile.host.isEmpty())
        return;
    if (account.kind == AccountKind::Mlflow) {
        profile.mlflowUri = account.subject;
        profile.mlflowUser = account.user;
    } else if (account.kind == AccountKind::RayIngress) {
        profile.rayAddress = account.subject;
        profile.rayUser = account.user;
    } else {
        return;
    }
    session.edges().profiles->save(profile);
    session.connection().setProfile(profile);
}

} // namespace rayhelm
