#include "remote/loginanswers.h"

#include "core/redactor.h"

namespace rayhelm {

namespace {

/// From 8.5 on ssh says in front of a server's question whose it is; before, a server could ask for the passphrase of a key.
constexpr int tellsServersQuestions = 805;

QuestionKind questionKind(PromptKind kind)
{
    switch (kind) {
    case PromptKind::Password: return QuestionKind::Password;
    case PromptKind::Passphrase: return QuestionKind::Passphrase;
    case PromptKind::UnknownHostKey: return QuestionKind::UnknownHostKey;
    case PromptKind::VerificationCode:
    case PromptKind::HostKeyAgain:
    case PromptKind::Notice: break;
    }
    return QuestionKind::VerificationCode;
}

/// Two prompts with the same key are the same question asked again.
QString promptKey(const LoginPrompt &prompt)
{
    const QString text = prompt.kind == PromptKind::VerificationCode ? prompt.text : QString();
    return QString::number(int(prompt.kind)) + QLatin1Char(' ') + prompt.subject + QLatin1Char(' ') + text;
}

} // namespace

LoginAnswers::LoginAnswers(SshTarget target, SshServices services, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_services(services)
{
}

void LoginAnswers::beginRound(bool mayAsk)
{
    m_mayAsk = mayAsk;
    m_gaveSecret = false;
    m_askedPerson = false;
}

Task<std::shared_ptr<Secret>> LoginAnswers::answer(LoginPrompt prompt, std::stop_token stop)
{
    // A gate of the same user and host name asks with the same words: what it is for tells the two questions apart.
    const QString key = promptKey(prompt) + scopeOf(prompt).key();
    const bool askedBefore = m_asked.contains(key);
    m_asked.insert(key);
    if (prompt.kind == PromptKind::HostKeyAgain) // ssh compared the fingerprint itself and it differs
        co_return failure(ErrorKind::HostKeyChanged, tr("The fingerprint does not match the machine's. Nothing was sent to it."));
    if (!askedBefore && scopeOf(prompt).isWhole()) {
        Result<std::shared_ptr<Secret>> known = co_await stored(prompt, stop);
        if (known && *known) {
            m_gaveSecret = true;
            co_return *known;
        }
    }
    if (prompt.kind != PromptKind::UnknownHostKey)
        m_neededUser = true;
    if (!m_mayAsk)
        co_return failure(ErrorKind::AuthenticationFailed,
                          tr("The login to %1 needs your answer. Try again while you are here.").arg(m_target.host));
    m_askedPerson = true;
    Q_EMIT asking(true);
    Result<std::shared_ptr<Secret>> given = co_await askUser(prompt, askedBefore, stop);
    Q_EMIT asking(false);
    co_return given;
}

Task<std::shared_ptr<Secret>> LoginAnswers::stored(LoginPrompt prompt, std::stop_token stop)
{
    const SecretScope scope = scopeOf(prompt);
    Result<std::shared_ptr<Secret>> secret = co_await m_services.secrets->read(scope, stop);
    if (secret && *secret && m_services.redactor)
        m_services.redactor->add(**secret);
    co_return secret;
}

Task<std::shared_ptr<Secret>> LoginAnswers::askUser(LoginPrompt prompt, bool refusedBefore, std::stop_token stop)
{
    Question question;
    question.kind = questionKind(prompt.kind);
    question.subject = prompt.subject.isEmpty() ? m_target.name() : prompt.subject;
    question.serverText = prompt.text;
    question.keyType = prompt.keyType;
    question.fingerprint = prompt.fingerprint;
    const SecretScope scope = scopeOf(prompt);
    question.mayRemember = scope.isWhole() && m_services.secrets->canRemember();
    question.keptForAnotherMachine = scope.isWhole() && !refusedBefore && m_services.secrets->isKeptForAnotherMachine(scope);
    question.previousRefused = refusedBefore && prompt.kind != PromptKind::UnknownHostKey;
    Result<std::shared_ptr<Answer>> answer = co_await m_services.desk->ask(question, stop);
    if (!answer)
        co_return failure(answer.error());
    std::shared_ptr<Secret> secret = accept(prompt, *answer);
    if (!secret)
        co_return cancelled();
    co_return secret;
}

std::shared_ptr<Secret> LoginAnswers::accept(const LoginPrompt &prompt, const std::shared_ptr<Answer> &answer)
{
    if (prompt.kind == PromptKind::UnknownHostKey) {
        if (!answer->trust || prompt.fingerprint.isEmpty())
            return nullptr;
        m_trustedFingerprint = prompt.fingerprint;
        // The fingerprint instead of "yes": ssh itself compares what the user has seen with what it was given.
        return std::make_shared<Secret>(prompt.fingerprint);
    }
    auto secret = std::make_shared<Secret>(answer->secret.clone());
    m_gaveSecret = true;
    if (prompt.kind == PromptKind::VerificationCode)
        return secret;
    if (m_services.redactor)
        m_services.redactor->add(*secret);
    const SecretScope scope = scopeOf(prompt);
    std::erase_if(m_toStore, [&](const Remembered &one) { return one.scope == scope; });
    if (answer->remember && scope.isWhole())
        m_toStore.push_back(Remembered{scope, secret});
    return secret;
}

/// Of nothing: what answers this prompt is neither kept nor taken from what is kept.
SecretScope LoginAnswers::scopeOf(const LoginPrompt &prompt) const
{
    if (!m_services.secrets)
        return {};
    if (prompt.kind == PromptKind::Passphrase && m_machine.clientVersion >= tellsServersQuestions)
        return SecretScope::keyFile(prompt.subject);
    // Only the target's own password question: a jump host or a made-up text gets nothing from the keychain.
    if (prompt.kind == PromptKind::Password && prompt.subject == m_machine.target.name())
        return m_machine.loginScope();
    return {};
}

Task<> LoginAnswers::storeWhatWorked(std::stop_token stop)
{
    const std::vector<Remembered> toStore = std::exchange(m_toStore, {});
    Result<> outcome;
    for (const Remembered &one : toStore) {
        Result<> stored = co_await m_services.secrets->store(one.scope, one.secret, stop);
        if (!stored)
            outcome = failure(stored.error());
    }
    co_return outcome;
}

} // namespace rayhelm
