#pragma once

#include "session/accounts.h"
#include "ui/accountdraft.h"

#include <QUrl>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace rayhelm {

class FormField;
class SecretEdit;

/// The fields of one login: MLflow server or Ray address, user, password.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(QWidget *parent = nullptr);

    /// A new login, with what is known filled in.
    void startNew(const AccountDraft &known);
    /// Another password for a login that exists; address and user stay as they are. `isAllowed`: the user has let its password travel
    /// unencrypted before.
    void startChange(const Account &account, bool isAllowed = false);

    /// What stands in the fields of a new login, without the password. Empty: an account that exists is being changed.
    std::optional<AccountDraft> typed() const;

    QComboBox *kindBox() const { return m_kind; }
    QLineEdit *address() const { return m_address; }
    QLineEdit *user() const { return m_user; }
    SecretEdit *password() const { return m_password; }
    /// Shown only for an address without encryption: the user lets the password travel unencrypted to that server.
    QCheckBox *unencrypted() const { return m_unencrypted; }

Q_SIGNALS:
    void saveRequested(const rayhelm::Account &account, std::shared_ptr<rayhelm::Secret> secret);
    void cancelled();
    void typedChanged();

private:
    void build();
    void follow();
    void save();
    Result<QUrl> server() const;
    QString addressProblem() const;
    QString missing() const;
    Account account() const;
    SecretKind kind() const;

    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_user;
    SecretEdit *m_password;
    QCheckBox *m_unencrypted;
    FormField *m_kindField = nullptr;
    FormField *m_addressField = nullptr;
    FormField *m_userField = nullptr;
    FormField *m_passwordField = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_signUp = nullptr;
    std::optional<Account> m_changed;
    QString m_unencryptedServer; ///< which one the box is about
};

} // namespace rayhelm
