#include "ui/accountwords.h"

#include "core/profilestore.h"
#include "session/connection.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QLocale>

namespace rayhelm {

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::AccountsDialog)
};
} // namespace

QString accountTitle(const Account &account)
{
    const QString login = account.user.isEmpty() ? account.subject : account.user + QLatin1Char('@') + account.subject;
    switch (account.kind) {
    case SecretKind::MlflowPassword:
        return Words::tr("MLflow %1").arg(account.subject);
    case SecretKind::IngressPassword:
        return Words::tr("Ray %1").arg(account.subject);
    case SecretKind::SshPassword:
        return Words::tr("Login %1").arg(login);
    case SecretKind::KeyPassphrase:
        return Words::tr("Key %1").arg(account.subject);
    case SecretKind::SudoPassword:
        break;
    }
    return Words::tr("sudo on %1").arg(login);
}

QString placeWords(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return Words::tr("in the keychain");
    case SecretPlace::UntilQuit:
        return Words::tr("until I quit");
    case SecretPlace::Unused:
        return Words::tr("not used any more");
    case SecretPlace::None:
        break;
    }
    return Words::tr("not kept");
}

QString lastWorkedWords(const Account &account)
{
    return account.lastWorked ? QLocale().toString(account.lastWorked->toLocalTime(), QLocale::ShortFormat) : Words::tr("not tried yet");
}

QString shortHost(const QString &host)
{
    constexpr int longest = 44; // characters; beside the words of a box in a window 640 points wide
    constexpr int end = 30;
    return host.size() <= longest ? host : host.left(longest - end - 1) + QChar(0x2026) + host.right(end);
}

QString keychainWords(KeychainState state)
{
    switch (state) {
    case KeychainState::Usable:
        return Words::tr("Kept in: keychain, unlocked");
    case KeychainState::Locked:
        return Words::tr("Kept in: keychain, locked");
    case KeychainState::None:
        return Words::tr("Kept only until you quit");
    case KeychainState::Unknown:
        break;
    }
    return Words::tr("Kept in: keychain, not asked yet");
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
        message.what = Words::tr("Your keychain waits for you.");
        message.text = Words::tr("Unlock it, or go on until you quit.");
    } else {
        message.what = Words::tr("No keychain on this computer.");
        message.text = Words::tr("Passwords can be kept only until you quit. Nothing is written to a file. To add one, install GNOME "
                          "Keyring or KWallet and log in again.");
    }
    return message;
}

void useInProfile(Session &session, const Account &account)
{
    Profile profile = session.connection().profile();
    if (profile.host.isEmpty())
        return;
    if (account.kind == SecretKind::MlflowPassword) {
        profile.mlflowUri = account.subject;
        profile.mlflowUser = account.user;
    } else if (account.kind == SecretKind::IngressPassword) {
        profile.rayAddress = account.subject;
        profile.rayUser = account.user;
    } else {
        return;
    }
    session.edges().profiles->save(profile);
    session.connection().setProfile(profile);
}

} // namespace rayhelm
