#include "ui/secretcard.h"

#include "ui/availability.h"
#include "ui/formfield.h"
#include "ui/secretedit.h"
#include "ui/statelabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rayhelm {

SecretCard::SecretCard(const Question &question, QuestionDesk *desk, QWidget *parent)
    : QuestionCard(question, desk, parent), m_secret(new SecretEdit), m_field(new FormField(label(), m_secret))
{
    addTexts(announcement(question), {});
    m_field->label()->setBuddy(m_secret->edit());
    m_secret->edit()->setAccessibleName(label());
    if (question.previousRefused) {
        const QString refused = question.kind == QuestionKind::VerificationCode ? tr("The server refused this code.")
            : question.kind == QuestionKind::Passphrase                         ? tr("This passphrase does not open the key.")
                                                                                : tr("The server refused this password.");
        m_field->setProblem(refused);
        m_secret->edit()->setAccessibleDescription(refused);
    }
    if (question.keptForAnotherMachine) {
        const QString notSent = tr("A password is kept for this account, but it was not given to this machine: its identity is another "
                                   "one, or was not looked at when the password was kept. So nothing was sent.");
        column()->addWidget(new StateText(StateKind::Warning, notSent));
        m_secret->edit()->setAccessibleDescription(notSent);
    }
    column()->addWidget(m_field);
    addKeeping();
    addButtons();
}

QString SecretCard::label() const
{
    const QString &subject = question().subject;
    switch (question().kind) {
    case QuestionKind::VerificationCode:
        return tr("Verification code for %1").arg(subject);
    case QuestionKind::Passphrase:
        return tr("Passphrase for key %1").arg(subject);
    case QuestionKind::SudoPassword:
        return tr("Password for sudo on %1").arg(subject);
    default:
        break;
    }
    return tr("Password for %1").arg(subject);
}

void SecretCard::addKeeping()
{
    if (question().kind == QuestionKind::VerificationCode) {
        column()->addWidget(new StateText(StateKind::Muted, tr("A code is never stored.")));
    } else if (question().kind == QuestionKind::SudoPassword) {
        auto *untilQuit = new QRadioButton(tr("Keep it until I quit"));
        m_inKeychain = new QRadioButton(tr("Keep it in the keychain"));
        untilQuit->setChecked(true);
        setAvailable(m_inKeychain, question().mayRemember, tr("There is no keychain that can be used now."),
                     tr("Kept only after it has worked."));
        column()->addWidget(untilQuit);
        column()->addWidget(m_inKeychain);
    } else {
        m_remember = new QCheckBox(tr("Remember in the keychain"));
        setAvailable(m_remember, question().mayRemember, tr("There is no keychain that can be used now."),
                     tr("Kept only after it has worked."));
        column()->addWidget(m_remember);
    }
}

void SecretCard::addButtons()
{
    auto *no = new QPushButton(tr("Cancel"));
    no->setAutoDefault(false);
    no->setAccessibleDescription(tr("Sends nothing to the server."));
    m_continue = new QPushButton(tr("Continue"));
    m_continue->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(no);
    row->addWidget(m_continue);
    row->addStretch();
    column()->addLayout(row);
    const auto follow = [this] {
        setAvailable(m_continue, !m_secret->isEmpty(), tr("The field above is empty."), tr("Sends what you typed."));
    };
    follow();
    connect(m_secret, &SecretEdit::changed, this, follow);
    connect(m_secret, &SecretEdit::returnPressed, this, &SecretCard::go);
    connect(m_continue, &QPushButton::clicked, this, &SecretCard::go);
    connect(no, &QPushButton::clicked, this, [this] { cancel(); });
}

void SecretCard::focusFirst()
{
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

void SecretCard::go()
{
    if (m_secret->isEmpty())
        return;
    Answer answer;
    answer.secret = m_secret->take();
    answer.remember = (m_remember && m_remember->isChecked()) || (m_inKeychain && m_inKeychain->isChecked());
    send(std::move(answer));
}

} // namespace rayhelm
