#pragma once

#include "session/accounts.h"
#include "ui/accountdraft.h"
#include "ui/theme.h"

#include <QDialog>
#include <QTimer>

#include <stop_token>

class QPushButton;
class QTreeWidget;

namespace rayhelm {

class AccountForm;
class InlineMessage;
class Session;
class SpokenLabel;
class StateLabel;
class TaskScope;

/// Screen S12: which passwords are kept where. A secret is never shown, only replaced.
class AccountsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `scope` keeps what is still being asked of the keychain when the dialog is closed.
    AccountsDialog(Session &session, TaskScope &scope, QWidget *parent = nullptr);
    ~AccountsDialog() override;

    AccountForm *form() const { return m_form; }
    QTreeWidget *list() const { return m_list; }
    /// Opens the form for a new account, with what was typed before or what the profile knows filled in.
    void addAccount();

private:
    void buildList();
    void buildButtons();
    void showKeychain();
    void showList();
    void showButtons();
    std::optional<Account> selected() const;
    void change();
    AccountDraft knownAccount() const;
    void keepDraft();
    void endForm();
    void setBusy(const QString &what);
    void showResult(const QString &sentence, StateKind kind);
    void showFailure(const Error &error);

    QCoro::Task<void> testJourney(Account account);
    QCoro::Task<void> forgetJourney(Account account);
    QCoro::Task<void> storeJourney(Account account, std::shared_ptr<Secret> secret);

    Session &m_session;
    TaskScope &m_scope;
    std::stop_source m_stop;
    StateLabel *m_place;
    InlineMessage *m_keychainMessage;
    QTreeWidget *m_list;
    SpokenLabel *m_result;
    InlineMessage *m_failure;
    AccountForm *m_form;
    QPushButton *m_test = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_forget = nullptr;
    QPushButton *m_add = nullptr;
    QTimer m_draftTimer;
    bool m_busy = false;
};

} // namespace rayhelm
