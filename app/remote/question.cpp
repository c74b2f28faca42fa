#include "remote/question.h"

#include "core/completion.h"

#include <QPointer>

#include <algorithm>

namespace rayhelm {

struct QuestionDesk::Pending {
    Question question;
    Completion<Result<std::shared_ptr<Answer>>> answer;
};

QuestionDesk::QuestionDesk(QObject *parent)
    : QObject(parent)
{
}

QuestionDesk::~QuestionDesk()
{
    for (const auto &pending : m_pending)
        pending->answer.complete(cancelled());
}

Task<std::shared_ptr<Answer>> QuestionDesk::ask(Question question, std::stop_token stop)
{
    const QPointer<QuestionDesk> self(this);
    const int id = m_nextId++;
    question.id = id;
    const Completion<Result<std::shared_ptr<Answer>>> waiting;
    m_pending.push_back(std::make_unique<Pending>(Pending{question, waiting}));
    Q_EMIT asked(question);
    Result<std::shared_ptr<Answer>> answer = co_await waitFor(waiting, stop);
    if (self)
        self->cancel(id); // closes the question when `stop` has answered it
    co_return answer;
}

QList<Question> QuestionDesk::open() const
{
    QList<Question> questions;
    for (const auto &pending : m_pending)
        questions.append(pending->question);
    return questions;
}

void QuestionDesk::answer(int id, Answer answer)
{
    close(id, std::make_shared<Answer>(std::move(answer)));
}

void QuestionDesk::cancel(int id)
{
    close(id, cancelled());
}

void QuestionDesk::close(int id, Result<std::shared_ptr<Answer>> answer)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [id](const auto &pending) { return pending->question.id == id; });
    if (found == m_pending.end())
        return;
    const std::unique_ptr<Pending> pending = std::move(*found);
    m_pending.erase(found);
    pending->answer.complete(std::move(answer));
    Q_EMIT closed(id);
}

} // namespace rayhelm
