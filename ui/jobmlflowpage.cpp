#include "ui/jobmlflowpage.h"

#include "session/accounts.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/mlflowuser.h"
#include "session/session.h"
#include "ui/accountwords.h"
#include "ui/availability.h"
#include "ui/clusterlook.h"
#include "ui/flowlayout.h"
#include "ui/formfield.h"
#include "ui/inlinemessage.h"
#include "ui/statelabel.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

JobMlflowPage::JobMlflowPage(Session &session, JobDraft &draft, QWidget *parent)
    : JobWizardStep(draft, JobDraft::MlflowPage, tr("MLflow"), parent)
    , m_session(session)
    , m_openUrl([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_use(new QCheckBox(tr("Log this job to &MLflow")))
    , m_noAccount(new InlineMessage)
    , m_account(new StateLabel)
    , m_test(new QPushButton(tr("Test login")))
    , m_accounts(new QPushButton(tr("Accounts...")))
    , m_signup(new QPushButton(tr("Create an MLflow account")))
    , m_uri(new QLineEdit)
    , m_uriField(new FormField(tr("Tracking &URI"), m_uri))
    , m_unencrypted(new StateLabel)
    , m_allow(new QPushButton)
    , m_experiment(new QLineEdit)
    , m_experimentField(new FormField(tr("&Experiment"), m_experiment))
    , m_verdict(new StateLabel)
    , m_another(new QPushButton)
    , m_runName(new QLineEdit)
    , m_runNameField(new FormField(tr("&Run name, optional"), m_runName))
    , m_login(session.scope())
{
    column()->addWidget(m_use);
    column()->addWidget(m_noAccount);
    buildAccount();
    buildFields();
    column()->addStretch(1);
    connect(m_use, &QCheckBox::clicked, &draft, &JobDraft::setMlflow);
    connect(&draft, &JobDraft::experimentChanged, this, &JobMlflowPage::showExperiment);
    connect(&session.accounts(), &Accounts::changed, this, [this] {
        showUnencrypted();
        showAccount();
        this->draft().checkExperimentNow();
    });
    connect(&session.lifecycle(), &Lifecycle::statusChanged, this, [this] {
        showUnencrypted();
        showAccount();
    });
    showDraft();
}

JobMlflowPage::~JobMlflowPage() = default;

QWidget *JobMlflowPage::firstField()
{
    return draft().usesMlflow() ? static_cast<QWidget *>(m_experiment) : m_use;
}

void JobMlflowPage::buildAccount()
{
    column()->addWidget(m_account);
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    for (QPushButton *button : {m_test, m_accounts, m_signup}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    column()->addWidget(buttons);
    m_accounts->setAccessibleDescription(tr("Opens the accounts, where the password is kept."));
    m_signup->setAccessibleDescription(tr("Opens the page of the MLflow server on which an account can be made."));
    connect(m_test, &QPushButton::clicked, this, &JobMlflowPage::test);
    connect(m_accounts, &QPushButton::clicked, this, &JobMlflowPage::accountsRequested);
    connect(m_signup, &QPushButton::clicked, this, [this] {
        const Result<QUrl> uri = trackingUri(draft().spec().mlflowUri);
        if (uri)
            m_openUrl(signupPage(*uri));
    });
}

void JobMlflowPage::buildFields()
{
    column()->addWidget(m_uriField);
    column()->addWidget(m_unencrypted);
    column()->addWidget(m_allow, 0, Qt::AlignLeft);
    m_allow->setAutoDefault(false);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        m_session.accounts().allowUnencrypted(SecretScope::mlflow(draft().spec().mlflowUri, user()));
    });
    auto *row = new QHBoxLayout;
    row->addWidget(m_experimentField, 1);
    row->addWidget(m_another, 0, Qt::AlignBottom);
    column()->addLayout(row);
    column()->addWidget(m_verdict);
    column()->addWidget(m_runNameField);
    m_another->setAutoDefault(false);
    m_another->setAccessibleDescription(tr("Takes a name that was not looked up yet; it is checked at once."));
    connect(m_uri, &QLineEdit::textEdited, &draft(), &JobDraft::setMlflowUri);
    connect(m_experiment, &QLineEdit::textEdited, &draft(), &JobDraft::setExperiment);
    connect(m_runName, &QLineEdit::textEdited, &draft(), &JobDraft::setRunName);
    connect(m_another, &QPushButton::clicked, this, [this] {
        draft().setExperiment(draft().spec().experiment + QStringLiteral("-2"));
        draft().checkExperimentNow();
    });
}

QString JobMlflowPage::user() const
{
    return m_session.connection().profile().mlflowUser;
}

void JobMlflowPage::showDraft()
{
    const JobSpec &spec = draft().spec();
    const bool use = draft().usesMlflow();
    m_use->setChecked(use);
    const std::initializer_list<std::pair<QLineEdit *, QString>> texts
        = {{m_uri, spec.mlflowUri}, {m_experiment, spec.experiment}, {m_runName, spec.runName}};
    for (const auto &[edit, text] : texts) {
        if (edit->text().trimmed() != text)
            edit->setText(text);
    }
    for (FormField *field : {m_uriField, m_experimentField, m_runNameField})
        field->setAvailable(use, tr("This job is not logged to MLflow."));
    const Result<QUrl> uri = trackingUri(spec.mlflowUri);
    m_uriField->setProblem(use && !spec.mlflowUri.isEmpty() && !uri ? uri.error().summary : QString());
    showUnencrypted();
    showAccount();
    showExperiment();
}

/// http to another computer: said when a password is stored that would go there, from here or with the cluster's jobs, and asked for once
/// before it is sent.
void JobMlflowPage::showUnencrypted()
{
    const Result<QUrl> uri = trackingUri(draft().spec().mlflowUri);
    const QString who = mlflowUser(m_session.accounts().list(), draft().spec().mlflowUri, user());
    const SecretScope scope = SecretScope::mlflow(draft().spec().mlflowUri, who);
    const bool hasPassword = !who.isEmpty() || m_session.lifecycle().hasMlflowAccount().value_or(false);
    const bool isClear = draft().usesMlflow() && uri && isUnencrypted(*uri) && hasPassword;
    const bool mayNot = isClear && !who.isEmpty() && !m_session.accounts().maySend(scope);
    const QString host = uri ? uri->host() : QString();
    m_unencrypted->setVisible(isClear);
    m_unencrypted->setState(StateKind::Warning, mayNot ? tr("The password would travel unencrypted to %1, so it is not sent.").arg(host)
                                                       : tr("The password travels unencrypted to %1.").arg(host));
    m_allow->setVisible(mayNot);
    m_allow->setText(tr("Send it unencrypted to %1").arg(shortHost(host)));
    m_allow->setAccessibleDescription(tr("Everybody on the way can read it. You are asked once for each server."));
}

void JobMlflowPage::showAccount()
{
    const QString uri = draft().spec().mlflowUri;
    const bool use = draft().usesMlflow();
    const bool haveUri = trackingUri(uri).has_value();
    const Account *account = m_session.accounts().find(SecretScope::mlflow(uri, user()));
    m_account->setVisible(use);
    if (user().isEmpty() || !account || account->place == SecretPlace::None)
        m_account->setState(StateKind::Warning, tr("No MLflow account is stored on this computer."));
    else if (!m_tested.isEmpty())
        m_account->setState(StateKind::Info, tr("Account %1. %2").arg(user(), m_tested));
    else if (account->lastWorked)
        m_account->setState(StateKind::Good, tr("Account %1, login last worked %2.").arg(user(), clockText(*account->lastWorked)));
    else
        m_account->setState(StateKind::Muted, tr("Account %1, not tested yet.").arg(user()));
    setAvailable(m_test, use && haveUri && account, account ? tr("Give the tracking URI first.") : tr("No account is stored."), tr("Logs in once and says what the server answers."));
    setAvailable(m_accounts, use, tr("This job is not logged to MLflow."), m_accounts->accessibleDescription());
    setAvailable(m_signup, use && haveUri, tr("Give the tracking URI first."), tr("Opens the page of the MLflow server on which an account can be made."));

    const std::optional<bool> onCluster = m_session.lifecycle().hasMlflowAccount();
    const bool missing = use && onCluster && !*onCluster && m_session.lifecycle().status().exists() && !m_goesOnWithout;
    if (!missing) {
        m_noAccount->clearMessage();
    } else if (m_noAccount->isHidden()) {
        m_noAccount->showMessage(Message{StateKind::Warning, tr("This cluster has no MLflow account."), tr("Jobs cannot log in."), {},
                                         {{tr("Use no MLflow"), [this] { draft().setMlflow(false); }},
                                          {tr("Add it for the next install"), [this] {
                                               m_goesOnWithout = true;
                                               m_noAccount->clearMessage();
                                               Q_EMIT accountsRequested();
                                           }}}});
    }
}

void JobMlflowPage::showExperiment()
{
    const QString name = draft().spec().experiment;
    const bool use = draft().usesMlflow();
    const QString nameProblem = name.isEmpty() ? QString() : experimentNameProblem(name);
    m_experimentField->setProblem(use ? nameProblem : QString());
    m_another->setVisible(false);
    m_verdict->setVisible(use && !name.isEmpty() && nameProblem.isEmpty());
    const std::optional<ExperimentCheck> &check = draft().experiment();
    if (draft().isCheckingExperiment()) {
        m_verdict->setState(StateKind::Muted, tr("Asking MLflow about this name..."), QStringLiteral("step-running"));
    } else if (check) {
        const bool usable = check->verdict == ExperimentVerdict::Free || check->verdict == ExperimentVerdict::Yours;
        m_verdict->setState(usable ? StateKind::Good : StateKind::Bad, experimentVerdictText(*check));
        m_another->setVisible(!usable);
        m_another->setText(tr("Use %1-2").arg(name));
    } else if (!draft().experimentProblem().isEmpty()) {
        m_verdict->setState(StateKind::Warning, tr("This name could not be checked. %1").arg(draft().experimentProblem()));
    } else {
        m_verdict->setState(StateKind::Muted, tr("This name has not been checked yet."));
    }
}

QString JobMlflowPage::verdict() const
{
    return m_verdict->isHidden() ? QString() : m_verdict->text();
}

void JobMlflowPage::test()
{
    m_tested = tr("Logging in...");
    showAccount();
    m_login.keep(testJourney(draft().spec().mlflowUri, user(), m_login.begin()));
}

QCoro::Task<void> JobMlflowPage::testJourney(QString uri, QString user, std::stop_token stop)
{
    const QPointer<JobMlflowPage> self(this);
    const Result<QString> said = co_await m_session.accounts().testMlflow(uri, user, stop);
    if (!self || stop.stop_requested())
        co_return;
    m_tested = said ? *said : said.error().summary;
    showAccount();
}

} // namespace rayhelm
