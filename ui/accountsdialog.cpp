#include "ui/accountsdialog.h"

#include "core/taskscope.h"
#include "session/connection.h"
#include "session/session.h"
#include "ui/accountform.h"
#include "ui/accountwords.h"
#include "ui/availability.h"
#include "ui/flowlayout.h"
#include "ui/inlinemessage.h"
#include "ui/spokenlabel.h"
#include "ui/statelabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rayhelm {

namespace {
constexpr std::chrono::milliseconds draftDelay{100};
}

AccountsDialog::AccountsDialog(Session &session, TaskScope &scope, QWidget *parent)
    : QDialog(parent), m_session(session), m_scope(scope), m_place(new StateLabel), m_keychainMessage(new InlineMessage),
      m_list(new QTreeWidget), m_result(new SpokenLabel), m_failure(new InlineMessage), m_form(new AccountForm)
{
    setWindowTitle(tr("Accounts and passwords"));
    resize(680, 480);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_place);
    column->addWidget(m_keychainMessage);
    buildList();
    column->addWidget(m_list, 1);
    buildButtons();
    column->addWidget(m_form);
    column->addWidget(m_result);
    column->addWidget(m_failure);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    close->button(QDialogButtonBox::Close)->setText(tr("Close"));
    close->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(close);
    m_form->hide();
    m_result->hide();

    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &AccountsDialog::keepDraft);
    connect(m_form, &AccountForm::typedChanged, this, [this] {
        if (!m_draftTimer.isActive()) // not again with each key: who types on and on would have no draft
            m_draftTimer.start();
    });
    connect(m_form, &AccountForm::cancelled, this, &AccountsDialog::endForm);
    connect(m_form, &AccountForm::saveRequested, this, [this](const Account &account, std::shared_ptr<Secret> secret) {
        if (account.scope().isUnencrypted())
            m_session.accounts().allowUnencrypted(account.scope()); // the form keeps none without that
        m_scope.keep(storeJourney(account, secret));
    });
    connect(&session.accounts(), &Accounts::changed, this, &AccountsDialog::showList);
    connect(&session.accounts(), &Accounts::keychainChanged, this, &AccountsDialog::showKeychain);
    showKeychain();
    showList();
    if (readAccountDraft(session.edges().dataDirectory)) // of a session that ended before it was kept
        addAccount();
}

AccountsDialog::~AccountsDialog()
{
    m_stop.request_stop();
    if (m_draftTimer.isActive())
        keepDraft();
}

void AccountsDialog::buildList()
{
    m_list->setHeaderLabels({tr("Account"), tr("User"), tr("Kept"), tr("Last login worked")});
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setAccessibleDescription(tr("Logins whose password is kept. A password is never shown."));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->setMinimumHeight(90);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(0, 260);
    m_list->header()->resizeSection(1, 110);
    m_list->header()->resizeSection(2, 110);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &AccountsDialog::showButtons);
}

void AccountsDialog::buildButtons()
{
    auto *row = new FlowLayout;
    const auto add = [&](const QString &text) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_test = add(tr("Test"));
    m_change = add(tr("Change..."));
    m_forget = add(tr("Forget"));
    m_add = add(tr("Add account..."));
    connect(m_test, &QPushButton::clicked, this, [this] { m_scope.keep(testJourney(*selected())); });
    connect(m_forget, &QPushButton::clicked, this, [this] { m_scope.keep(forgetJourney(*selected())); });
    connect(m_change, &QPushButton::clicked, this, &AccountsDialog::change);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addAccount);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void AccountsDialog::showKeychain()
{
    const KeychainState state = m_session.accounts().keychain();
    m_place->setState(keychainKind(state), keychainWords(state), QStringLiteral("lock"));
    if (state == KeychainState::Usable || state == KeychainState::Unknown)
        m_keychainMessage->clearMessage();
    else
        m_keychainMessage->showMessage(keychainMessage(state));
}

void AccountsDialog::showList()
{
    const std::optional<Account> before = selected();
    m_list->clear();
    const QList<Account> &accounts = m_session.accounts().list();
    for (const Account &account : accounts) {
        auto *item = new QTreeWidgetItem(m_list, {accountTitle(account), account.user, placeWords(account.place), lastWorkedWords(account)});
        item->setToolTip(0, account.subject);
        const bool again = before && before->kind == account.kind && before->subject == account.subject && before->user == account.user
            && before->hostKey == account.hostKey;
        if (again)
            item->setSelected(true);
    }
    showButtons();
}

std::optional<Account> AccountsDialog::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    if (items.isEmpty())
        return std::nullopt;
    const int row = m_list->indexOfTopLevelItem(items.constFirst());
    const QList<Account> &accounts = m_session.accounts().list();
    return row >= 0 && row < accounts.size() ? std::optional<Account>(accounts.at(row)) : std::nullopt;
}

void AccountsDialog::showButtons()
{
    const std::optional<Account> account = selected();
    const QString reason = m_busy ? tr("Waiting for an answer.") : tr("Choose an account in the list first.");
    const bool on = account && !m_busy;
    // A login that an earlier version kept belongs to no machine that is known, so it can only be forgotten.
    const bool whole = account && account->scope().isWhole();
    const bool mlflow = account && account->kind == SecretKind::MlflowPassword;
    setAvailable(m_test, on && mlflow, on ? tr("Only MLflow accounts can be tested here.") : reason,
                 tr("Tries the stored login at the server."));
    setAvailable(m_change, on && whole, on ? tr("This login belongs to no machine that is known. Forget it; it is asked for when you connect.") : reason,
                 tr("Replaces the password. Running pods keep the old one until you install again."));
    setAvailable(m_forget, on, reason, tr("Removes the password from this computer."));
    setAvailable(m_add, !m_busy, reason, tr("Keeps another login."));
}

void AccountsDialog::addAccount()
{
    m_form->show();
    m_form->startNew(readAccountDraft(m_session.edges().dataDirectory).value_or(knownAccount()));
}

AccountDraft AccountsDialog::knownAccount() const
{
    const Profile &profile = m_session.connection().profile();
    return {false, profile.mlflowUri, profile.mlflowUser};
}

/// A moment after each edit, so that a crash loses no more than that.
void AccountsDialog::keepDraft()
{
    m_draftTimer.stop();
    const std::optional<AccountDraft> typed = m_form->typed();
    if (!typed)
        return; // a password alone is never kept here
    if (*typed == knownAccount())
        removeAccountDraft(m_session.edges().dataDirectory);
    else
        writeAccountDraft(m_session.edges().dataDirectory, *typed);
}

/// What was typed is kept as an account, or discarded.
void AccountsDialog::endForm()
{
    m_form->hide();
    m_draftTimer.stop();
    if (m_form->typed())
        removeAccountDraft(m_session.edges().dataDirectory);
}

void AccountsDialog::change()
{
    m_form->show();
    const Account account = *selected();
    m_form->startChange(account, m_session.accounts().maySend(account.scope()));
}

void AccountsDialog::setBusy(const QString &what)
{
    m_busy = !what.isEmpty();
    m_failure->clearMessage();
    m_result->setVisible(m_busy);
    if (m_busy)
        m_result->sayNow(what);
    showButtons();
}

void AccountsDialog::showResult(const QString &sentence, StateKind kind)
{
    setBusy({});
    Message message;
    message.kind = kind;
    message.what = sentence;
    m_failure->showMessage(message);
}

void AccountsDialog::showFailure(const Error &error)
{
    setBusy({});
    if (!error.isCancelled())
        m_failure->showMessage(messageFor(error));
}

QCoro::Task<void> AccountsDialog::testJourney(Account account)
{
    const QPointer<AccountsDialog> self(this);
    setBusy(tr("Testing the login..."));
    const std::stop_token stop = m_stop.get_token();
    const Result<QString> tested = co_await m_session.accounts().testMlflow(account.subject, account.user, stop);
    if (!self)
        co_return;
    if (tested)
        showResult(*tested, StateKind::Good);
    else
        showFailure(tested.error());
}

QCoro::Task<void> AccountsDialog::forgetJourney(Account account)
{
    const QPointer<AccountsDialog> self(this);
    setBusy(tr("Removing the password..."));
    const std::stop_token stop = m_stop.get_token();
    const Result<> gone = co_await m_session.accounts().forget(account, stop);
    if (!self)
        co_return;
    if (gone) {
        showResult(tr("Forgotten."), StateKind::Good);
        co_return;
    }
    const Error error{gone.error().kind, tr("Could not be removed. %1").arg(gone.error().summary), gone.error().detail};
    showFailure(error);
}

QCoro::Task<void> AccountsDialog::storeJourney(Account account, std::shared_ptr<Secret> secret)
{
    const QPointer<AccountsDialog> self(this);
    setBusy(tr("Keeping the password..."));
    const std::stop_token stop = m_stop.get_token();
    const SecretScope scope = account.scope();
    const bool isNew = m_session.accounts().find(scope) == nullptr;
    const Result<SecretPlace> place = co_await m_session.accounts().store(scope, account.subject, secret, stop);
    if (!self)
        co_return;
    if (!place) {
        showFailure(place.error());
        co_return;
    }
    endForm();
    useInProfile(m_session, account);
    QString sentence = *place == SecretPlace::Keychain ? tr("Kept in the keychain.") : tr("Kept until you quit.");
    if (!isNew && account.kind == SecretKind::MlflowPassword)
        sentence += QLatin1Char(' ') + tr("Running pods keep the old password until you install again.");
    showResult(sentence, StateKind::Good);
    showKeychain();
}

} // namespace rayhelm
