#include "remote/sudoaccess.h"

#include "core/completion.h"
#include "core/redactor.h"
#include "remote/question.h"
#include "remote/secretsource.h"

namespace rayhelm {

SudoAccess::SudoAccess(SshTarget target, SshServices services, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
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
    if (m_services.secrets && !m_storedTried) {
        m_storedTried = true; // a stored password is never sent twice
        const QString place = m_target.address();
        Result<std::shared_ptr<Secret>> stored = co_await m_services.secrets->read(LoginSecret::SudoPassword, place, stop);
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
    question.subject = m_target.host;
    question.mayRemember = m_services.secrets && m_services.secrets->canRemember();
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
    const QString place = m_target.address();
    Result<> stored = co_await m_services.secrets->store(LoginSecret::SudoPassword, place, m_password, stop);
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
