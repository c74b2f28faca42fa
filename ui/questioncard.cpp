#include "ui/questioncard.h"

#include "core/text.h"
#include "ui/hostkeycard.h"
#include "ui/secretcard.h"
#include "ui/statelabel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace rayhelm {

QuestionCard *QuestionCard::make(const Question &question, QuestionDesk *desk, QWidget *parent)
{
    switch (question.kind) {
    case QuestionKind::UnknownHostKey:
        return new FirstContactCard(question, desk, parent);
    case QuestionKind::ChangedHostKey:
        return new ChangedIdentityCard(question, desk, parent);
    default:
        return new SecretCard(question, desk, parent);
    }
}

QString QuestionCard::announcement(const Question &question)
{
    switch (question.kind) {
    case QuestionKind::Password:
        return tr("%1 asks for your password.").arg(question.subject);
    case QuestionKind::VerificationCode:
        return tr("%1 asks for your verification code.").arg(question.subject);
    case QuestionKind::Passphrase:
        return tr("The key %1 asks for its passphrase.").arg(question.subject);
    case QuestionKind::SudoPassword:
        return tr("%1 asks for your sudo password.").arg(question.subject);
    case QuestionKind::UnknownHostKey:
        return tr("This is the first contact with %1. Compare its fingerprint.").arg(question.subject);
    case QuestionKind::ChangedHostKey:
        break;
    }
    return tr("%1 has changed its identity.").arg(question.subject);
}

QuestionCard::QuestionCard(const Question &question, QuestionDesk *desk, QWidget *parent)
    : QFrame(parent), m_question(question), m_desk(desk), m_column(new QVBoxLayout(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(8);
}

void QuestionCard::addTexts(const QString &title, const QString &explanation, bool warning)
{
    QLabel *heading = nullptr;
    if (warning) {
        heading = new StateText(StateKind::Bad, title);
    } else {
        heading = new QLabel(title);
        heading->setTextFormat(Qt::PlainText);
        heading->setWordWrap(true);
    }
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_column->addWidget(heading);
    if (!explanation.isEmpty()) {
        auto *label = new QLabel(explanation);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    const QString words = plainText(m_question.serverText).trimmed();
    if (!words.isEmpty())
        m_column->addWidget(new StateText(StateKind::Muted, tr("The server says: \"%1\"").arg(words)));
}

void QuestionCard::send(Answer answer)
{
    setEnabled(false);
    if (m_desk)
        m_desk->answer(m_question.id, std::move(answer));
}

void QuestionCard::cancel()
{
    setEnabled(false);
    if (m_desk)
        m_desk->cancel(m_question.id);
}

void QuestionCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace rayhelm
