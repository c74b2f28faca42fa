#pragma once

#include "ui/questioncard.h"

class QCheckBox;
class QPushButton;
class QRadioButton;

namespace rayhelm {

class FormField;
class SecretEdit;

/// Asks for a password, a verification code, a passphrase or the sudo password.
class SecretCard : public QuestionCard
{
    Q_OBJECT
public:
    SecretCard(const Question &question, QuestionDesk *desk, QWidget *parent = nullptr);
    void focusFirst() override;

private:
    QString label() const;
    void addKeeping();
    void addButtons();
    void go();

    SecretEdit *m_secret;
    FormField *m_field;
    QCheckBox *m_remember = nullptr;
    QRadioButton *m_inKeychain = nullptr;
    QPushButton *m_continue = nullptr;
};

} // namespace rayhelm
