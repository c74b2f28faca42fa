#include "ui/accountform.h"

#include "mlflow/mlflowaccount.h"
#include "ui/accountwords.h"
#include "ui/availability.h"
#include "ui/flowlayout.h"
#include "ui/formfield.h"
#include "ui/secretedit.h"
#include "ui/statelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

AccountForm::AccountForm(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_address(new QLineEdit), m_user(new QLineEdit), m_password(new SecretEdit), m_unencrypted(new QCheckBox)
{
    m_kind->addItem(tr("MLflow"), int(SecretKind::MlflowPassword));
    m_kind->addItem(tr("Ray's address on the VM (Ingress)"), int(SecretKind::IngressPassword));
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AccountForm::follow);
    connect(m_address, &QLineEdit::textChanged, this, &AccountForm::follow);
    connect(m_user, &QLineEdit::textChanged, this, &AccountForm::follow);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AccountForm::typedChanged);
    for (const QLineEdit *edit : {m_address, m_user})
        connect(edit, &QLineEdit::textChanged, this, &AccountForm::typedChanged);
    connect(m_password, &SecretEdit::changed, this, &AccountForm::follow);
    connect(m_unencrypted, &QCheckBox::toggled, this, &AccountForm::follow);
    connect(m_password, &SecretEdit::returnPressed, this, &AccountForm::save);
    follow();
}

void AccountForm::build()
{
    m_kindField = new FormField(tr("&What for"), m_kind);
    m_kindField->setHint(tr("Which server this login is for."));
    m_addressField = new FormField(tr("Add&ress"), m_address);
    m_userField = new FormField(tr("&User"), m_user);
    m_passwordField = new FormField(tr("&Password"), m_password);
    m_passwordField->label()->setBuddy(m_password->edit());
    m_password->edit()->setAccessibleName(tr("Password")); // a label names only what lies beside it
    m_signUp = new QPushButton(tr("Create an MLflow account"));
    m_signUp->setAutoDefault(false);
    connect(m_signUp, &QPushButton::clicked, this, [this] {
        const Result<QUrl> address = server();
        if (address)
            QDesktopServices::openUrl(signupPage(*address));
    });
    m_save = new QPushButton(tr("Keep it"));
    m_save->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Discard"));
    cancel->setAutoDefault(false);
    cancel->setAccessibleDescription(tr("Closes these fields; nothing is kept."));
    connect(m_save, &QPushButton::clicked, this, &AccountForm::save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_password->clear();
        Q_EMIT cancelled();
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_kindField);
    column->addWidget(m_addressField);
    column->addWidget(m_unencrypted);
    auto *row = new QHBoxLayout;
    row->addWidget(m_userField, 1);
    row->addWidget(m_passwordField, 1);
    column->addLayout(row);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addWidget(m_signUp);
    column->addLayout(buttons);
}

SecretKind AccountForm::kind() const
{
    return m_changed ? m_changed->kind : SecretKind(m_kind->currentData().toInt());
}

std::optional<AccountDraft> AccountForm::typed() const
{
    if (m_changed)
        return std::nullopt;
    return AccountDraft{kind() == SecretKind::IngressPassword, m_address->text(), m_user->text()};
}

void AccountForm::startNew(const AccountDraft &known)
{
    m_changed.reset();
    m_kindField->setVisible(true);
    m_kind->setCurrentIndex(m_kind->findData(int(known.isIngress ? SecretKind::IngressPassword : SecretKind::MlflowPassword)));
    m_address->setText(known.address);
    m_user->setText(known.user);
    m_password->clear();
    m_unencrypted->setChecked(false);
    m_addressField->setAvailable(true);
    m_userField->setAvailable(true);
    follow();
    (known.address.isEmpty() ? static_cast<QWidget *>(m_address) : known.user.isEmpty() ? m_user : m_password->edit())->setFocus();
}

void AccountForm::startChange(const Account &account, bool isAllowed)
{
    m_changed = account;
    m_kindField->setVisible(false);
    m_address->setText(account.subject);
    m_user->setText(account.user);
    m_password->clear();
    m_unencrypted->setChecked(false);
    const QString reason = tr("Only the password is changed. Add another account for another address or user.");
    m_addressField->setAvailable(false, reason);
    m_userField->setAvailable(false, reason);
    follow();
    m_unencrypted->setChecked(isAllowed);
    m_password->edit()->setFocus();
}

/// Without a scheme https is meant.
Result<QUrl> AccountForm::server() const
{
    return trackingUri(typedServerAddress(m_address->text()).toString());
}

QString AccountForm::addressProblem() const
{
    if (m_changed || m_address->text().trimmed().isEmpty())
        return {};
    const Result<QUrl> address = server();
    return address ? QString() : address.error().summary;
}

Account AccountForm::account() const
{
    if (m_changed)
        return *m_changed;
    Account account;
    account.kind = kind();
    account.subject = server() ? server()->toString() : QString();
    account.user = m_user->text();
    return account;
}

/// Why what is typed cannot be kept yet.
QString AccountForm::missing() const
{
    if (m_address->text().trimmed().isEmpty())
        return tr("The address is empty.");
    if (!addressProblem().isEmpty())
        return addressProblem();
    if (m_user->text().isEmpty() && (!m_changed || kind() == SecretKind::MlflowPassword))
        return tr("The user is empty.");
    if (m_password->isEmpty())
        return tr("The password is empty.");
    if (account().scope().isUnencrypted() && !m_unencrypted->isChecked())
        return tr("The password would travel unencrypted. Use an address with https://, or tick the box under the address.");
    return {};
}

void AccountForm::follow()
{
    m_addressField->setProblem(addressProblem());
    const bool mlflow = kind() == SecretKind::MlflowPassword;
    const SecretScope scope = account().scope();
    m_addressField->setHint(mlflow ? tr("The tracking URI, for example https://mlflow.example.org") : tr("The address at which the VM publishes Ray."));
    // A consent is for one server: another address needs another one.
    const QString server = scope.isUnencrypted() ? QUrl(scope.server()).adjusted(QUrl::RemovePath).toString() : QString();
    if (std::exchange(m_unencryptedServer, server) != server)
        m_unencrypted->setChecked(false);
    m_unencrypted->setVisible(scope.isUnencrypted());
    m_unencrypted->setText(tr("Send the password unencrypted to %1").arg(shortHost(scope.host())));
    const QString warning = tr("The password would travel unencrypted to %1: everybody on the way can read it.").arg(scope.host());
    m_unencrypted->setAccessibleDescription(warning);
    m_unencrypted->setToolTip(warning);
    m_signUp->setVisible(mlflow);
    setAvailable(m_signUp, this->server().has_value(), tr("Give the server's address first."), tr("Opens the server's page in your browser."));
    setAvailable(m_save, missing().isEmpty(), missing(), tr("Keeps the password in the keychain."));
}

void AccountForm::save()
{
    follow();
    if (m_save->isEnabled())
        Q_EMIT saveRequested(account(), std::make_shared<Secret>(m_password->take()));
}

} // namespace rayhelm
