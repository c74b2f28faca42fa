#pragma once

#include "ui/questioncard.h"

class QLineEdit;
class QPushButton;

namespace rayhelm {

class StateLabel;

/// The machine is not known yet: its fingerprint, a field to paste the expected one, and two ways on.
class FirstContactCard : public QuestionCard
{
    Q_OBJECT
public:
    FirstContactCard(const Question &question, QuestionDesk *desk, QWidget *parent = nullptr);
    void focusFirst() override;

    enum class Comparison { None, Same, Different };
    /// Whether `pasted` names `fingerprint`: with or without "SHA256:", padding and blanks, also inside a line of ssh-keygen.
    static Comparison compare(const QString &pasted, const QString &fingerprint);

private:
    void addFingerprint();
    void addButtons();
    void follow();

    QLineEdit *m_expected = nullptr;
    StateLabel *m_verdict = nullptr;
    QPushButton *m_trust = nullptr;
};

/// The machine has another identity than before. No password field and no button to trust it: only forgetting the old one,
/// asked twice, leads back to the first contact.
class ChangedIdentityCard : public QuestionCard
{
    Q_OBJECT
public:
    ChangedIdentityCard(const Question &question, QuestionDesk *desk, QWidget *parent = nullptr);
    void focusFirst() override;

private:
    void addForget(QPushButton *refuse);

    QPushButton *m_refuse = nullptr;
};

} // namespace rayhelm
