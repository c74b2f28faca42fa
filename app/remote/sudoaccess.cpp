#include "remote/sudoaccess.h"

#include "core/completion.h"
#include "core/redactor.h"
#include "remote/question.h"
#include "remote/secretsource.h"

namespace rayhelm {

SudoAccess::SudoAccess(const ControlMaster *master, SshServices services, QObject *parent)
    : QObject(parent)
    , m_master(master)
    , m_services(services)
{
}

Task<std::shared_ptr<Secret>> SudoAccess::password(std::stop_token stop)
{
    while (m_asking) {
        const Completion<Result<>> over;
        const QMetaObject::Connection waiting = connect(this, &SudoAccess::answered, this, [over] { over.complete(Result<>()); });
        Result<> waited = co_await waitFor(over, stop);
        disconnect(waiting);
        if (!waited)
            co_return failure(waited.error());
        if (m_cancelled && !m_password)
            co_return cancelled();
    }
    forgetOtherMachine();
    if (m_password)
        co_return std::shared_ptr<Secret>(m_password); // QCoro moves from a variable that is returned as it is, member or not
    m_asking = true;
    Result<std::shared_ptr<Secret>> obtained = co_await obtain(stop);
    m_asking = false;
    m_cancelled = !obtained;
    if (obtained)
        m_password = *obtained;
    Q_EMIT answered();
    co_return obtained;
}

Task<std::shared_ptr<Secret>> SudoAccess::obtain(std::stop_token stop)
{
    if (m_services.secrets && m_scope.isWhole() && !m_storedTried) {
        m_storedTried = true; // a stored password is never sent twice
        const SecretScope scope = m_scope;
        Result<std::shared_ptr<Secret>> stored = co_await m_services.secrets->read(scope, stop);
        if (stored && *stored) {
            if (m_services.redactor)
                m_services.redactor->add(**stored);
            co_return stored;
        }
    }
    Q_EMIT asking(true);
    Result<std::shared_ptr<Secret>> given = co_await askUser(stop);
    Q_EMIT asking(false);
    co_return given;
}

Task<std::shared_ptr<Secret>> SudoAccess::askUser(std::stop_token stop)
{
    Question question;
    question.kind = QuestionKind::SudoPassword;
    question.subject = m_master->target().host;
    question.mayRemember = m_services.secrets && m_scope.isWhole() && m_services.secrets->canRemember();
    question.keptForAnotherMachine = m_services.secrets && m_scope.isWhole() && !m_refused && m_services.secrets->isKeptForAnotherMachine(m_scope);
    question.previousRefused = m_refused;
    Result<std::shared_ptr<Answer>> answer = co_await m_services.desk->ask(question, stop);
    if (!answer)
        co_return failure(answer.error());
    m_remember = (*answer)->remember;
    auto secret = std::make_shared<Secret>((*answer)->secret.clone());
    if (m_services.redactor)
        m_services.redactor->add(*secret);
    co_return secret;
}

void SudoAccess::forgetOtherMachine()
{
    const SecretScope scope = m_master->sudoScope();
    const int login = m_master->loginCount();
    if (scope != m_scope || (!scope.isWhole() && login != m_login))
        wipe();
    m_scope = scope;
    m_login = login;
}

void SudoAccess::refused()
{
    m_password.reset();
    m_remember = false;
    m_refused = true;
}

Task<> SudoAccess::worked(std::stop_token stop)
{
    m_refused = false;
    if (!m_password || !std::exchange(m_remember, false) || !m_services.secrets)
        co_return Result<>();
    const SecretScope scope = m_scope;
    if (!scope.isWhole())
        co_return Result<>();
    const std::shared_ptr<Secret> password = m_password;
    Result<> stored = co_await m_services.secrets->store(scope, password, stop);
    co_return stored;
}

void SudoAccess::wipe()
{
    m_password.reset();
    m_remember = false;
    m_refused = false;
    m_storedTried = false;
}

} // namespace rayhelm
