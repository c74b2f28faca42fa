#pragma once

#include "remote/question.h"

#include <QFrame>
#include <QPointer>

class QVBoxLayout;

namespace rayhelm {

/// A question of a machine, shown in the step that asks. Esc and the cancelling button send nothing to the server.
class QuestionCard : public QFrame
{
    Q_OBJECT
public:
    /// The card that fits the question. `desk` gets the answer.
    static QuestionCard *make(const Question &question, QuestionDesk *desk, QWidget *parent = nullptr);

    const Question &question() const { return m_question; }
    virtual void focusFirst() = 0;
    /// "<vm> asks for your verification code.": for the message bar of other panels.
    static QString announcement(const Question &question);

protected:
    QuestionCard(const Question &question, QuestionDesk *desk, QWidget *parent);

    QVBoxLayout *column() const { return m_column; }
    /// Title, muted explanation and (when there are any) the server's own words.
    void addTexts(const QString &title, const QString &explanation, bool warning = false);
    void send(Answer answer);
    void cancel();
    void keyPressEvent(QKeyEvent *event) override;

private:
    Question m_question;
    QPointer<QuestionDesk> m_desk;
    QVBoxLayout *m_column;
};

} // namespace rayhelm
