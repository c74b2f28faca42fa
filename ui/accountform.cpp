#include "ui/accountform.h"

#include "mlflow/mlflowaccount.h"
#include "ui/availability.h"
#include "ui/flowlayout.h"
#include "ui/formfield.h"
#include "ui/secretedit.h"
#include "ui/statelabel.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

AccountForm::AccountForm(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_address(new QLineEdit), m_user(new QLineEdit), m_password(new SecretEdit)
{
    m_kind->addItem(tr("MLflow"), int(AccountKind::Mlflow));
    m_kind->addItem(tr("Ray's address on the VM (Ingress)"), int(AccountKind::RayIngress));
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AccountForm::follow);
    connect(m_address, &QLineEdit::textChanged, this, &AccountForm::follow);
    connect(m_user, &QLineEdit::textChanged, this, &AccountForm::follow);
    connect(m_password, &SecretEdit::changed, this, &AccountForm::follow);
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
        const Result<QUrl> server = trackingUri(m_address->text().trimmed());
        if (server)
            QDesktopServices::openUrl(signupPage(*server));
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

AccountKind AccountForm::kind() const
{
    return m_changed ? m_changed->kind : AccountKind(m_kind->currentData().toInt());
}

void AccountForm::startNew(AccountKind kind, const QString &address, const QString &user)
{
    m_changed.reset();
    m_kindField->setVisible(true);
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_address->setText(address);
    m_user->setText(user);
    m_password->clear();
    m_addressField->setAvailable(true);
    m_userField->setAvailable(true);
    follow();
    (address.isEmpty() ? static_cast<QWidget *>(m_address) : user.isEmpty() ? m_user : m_password->edit())->setFocus();
}

void AccountForm::startChange(const Account &account)
{
    m_changed = account;
    m_kindField->setVisible(false);
    m_address->setText(account.subject);
    m_user->setText(account.user);
    m_password->clear();
    const QString reason = tr("Only the password is changed. Add another account for another address or user.");
    m_addressField->setAvailable(false, reason);
    m_userField->setAvailable(false, reason);
    follow();
    m_password->edit()->setFocus();
}

QString AccountForm::addressProblem() const
{
    const QString text = m_address->text().trimmed();
    if (m_changed || text.isEmpty())
        return {};
    const Result<QUrl> server = trackingUri(text);
    return server ? QString() : server.error().summary;
}

void AccountForm::follow()
{
    const QString problem = addressProblem();
    m_addressField->setProblem(problem);
    const bool mlflow = kind() == AccountKind::Mlflow;
    const Result<QUrl> server = trackingUri(m_address->text().trimmed());
    const bool clear = server && isUnencrypted(*server);
    m_addressField->setHint(clear ? tr("Not encrypted: the password travels in clear text.")
                            : mlflow ? tr("The tracking URI, for example https://mlflow.example.org")
                                     : tr("The address at which the VM publishes Ray."));
    m_signUp->setVisible(mlflow);
    setAvailable(m_signUp, bool(server), tr("Give the server's address first."), tr("Opens the server's page in your browser."));
    QString missing;
    if (m_address->text().trimmed().isEmpty())
        missing = tr("The address is empty.");
    else if (!problem.isEmpty())
        missing = problem;
    else if (m_user->text().isEmpty() && (!m_changed || mlflow))
        missing = tr("The user is empty.");
    else if (m_password->isEmpty())
        missing = tr("The password is empty.");
    setAvailable(m_save, missing.isEmpty(), missing, tr("Keeps the password in the keychain."));
}

void AccountForm::save()
{
    follow();
    if (!m_save->isEnabled())
        return;
    Account account = m_changed.value_or(Account());
    if (!m_changed) {
        account.kind = kind();
        const Result<QUrl> server = trackingUri(m_address->text().trimmed());
        account.subject = account.kind == AccountKind::Mlflow ? server->toString() : m_address->text().trimmed();
        account.user = m_user->text();
    }
    Q_EMIT saveRequested(account, std::make_shared<Secret>(m_password->take()));
}

} // namespace rayhelm
