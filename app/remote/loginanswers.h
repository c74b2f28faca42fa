#pragma once

#include "core/task.h"
#include "remote/askpassmessage.h"
#include "remote/controlmaster.h"
#include "remote/question.h"
#include "remote/secretsource.h"
#include "remote/sshway.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace rayhelm {

/// Answers the prompts of one login: from the keychain once, otherwise by asking the user. A stored secret is never sent twice, and
/// only what has worked is stored.
class LoginAnswers : public QObject
{
    Q_OBJECT
public:
    LoginAnswers(SshTarget target, SshServices services, QObject *parent = nullptr);

    /// A new ssh process asks. What was asked before counts as refused. `mayAsk` false: only stored secrets answer.
    void beginRound(bool mayAsk);
    /// What is known when the next prompt is answered.
    void setMachine(const LoginMachine &machine) { m_machine = machine; }

    /// The bytes for ssh. Cancelled: the user wants to send nothing, so ssh must be ended. AuthenticationFailed: the user
    /// would have to be asked but must not be.
    Task<std::shared_ptr<Secret>> answer(LoginPrompt prompt, std::stop_token stop);

    /// Nothing that was answered was judged: it is asked again, but not as refused.
    void forgetRefusals() { m_asked.clear(); }

    /// In this round a secret was given that may be wrong, so asking once more makes sense.
    bool gaveSecret() const { return m_gaveSecret; }
    /// In this round a person was asked, which may have taken longer than the machine waits for a login.
    bool askedPerson() const { return m_askedPerson; }
    /// A person had to answer something that will be asked again at the next login.
    bool neededUser() const { return m_neededUser; }
    /// The fingerprint that the user trusted in this login; empty: none.
    QString trustedFingerprint() const { return m_trustedFingerprint; }

    /// The login came up: keeps what the user wanted to be remembered.
    Task<> storeWhatWorked(std::stop_token stop);

Q_SIGNALS:
    void asking(bool waits);

private:
    struct Remembered {
        SecretScope scope;
        std::shared_ptr<Secret> secret;
    };

    Task<std::shared_ptr<Secret>> stored(LoginPrompt prompt, std::stop_token stop);
    Task<std::shared_ptr<Secret>> askUser(LoginPrompt prompt, bool refusedBefore, std::stop_token stop);
    std::shared_ptr<Secret> accept(const LoginPrompt &prompt, const std::shared_ptr<Answer> &answer);
    SecretScope scopeOf(const LoginPrompt &prompt) const;

    SshTarget m_target;
    SshServices m_services;
    LoginMachine m_machine;
    QSet<QString> m_asked;     ///< prompts that were answered in this login
    std::vector<Remembered> m_toStore;
    QString m_trustedFingerprint;
    bool m_mayAsk = true;
    bool m_gaveSecret = false;
    bool m_askedPerson = false;
    bool m_neededUser = false;
};

} // namespace rayhelm
