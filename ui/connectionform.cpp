#include "ui/connectionform.h"

#include "remote/sshtarget.h"
#include "ui/availability.h"
#include "ui/formfield.h"
#include "ui/statelabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rayhelm {

ConnectionForm::ConnectionForm(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    buildPlace(column);
    buildLogin(column);
    buildMore(column);
    buildAdvanced(column);
    watch();
    orderForTab();
    setProfile(Profile());
}

FormField *ConnectionForm::addField(const QString &name, const QString &label, QWidget *editor, QString Profile::*member)
{
    auto *field = new FormField(label, editor);
    m_fields.insert(name, field);
    if (member)
        m_texts.append({static_cast<QLineEdit *>(editor), member});
    return field;
}

void ConnectionForm::buildPlace(QVBoxLayout *column)
{
    m_address = new QLineEdit;
    m_hosts = new QPushButton(tr("From my SSH settings"));
    m_hosts->setAutoDefault(false);
    m_hosts->setMenu(new QMenu(m_hosts));
    connect(m_hosts->menu(), &QMenu::aboutToShow, this, &ConnectionForm::showHosts);
    m_port = new QSpinBox;
    m_port->setRange(1, 65535);
    m_port->setMinimumWidth(84);

    auto *hosts = new QVBoxLayout;
    hosts->setSpacing(3);
    hosts->addWidget(new QLabel);
    hosts->addWidget(m_hosts);
    hosts->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(addField(QStringLiteral("host"), tr("&Address of the VM"), m_address, &Profile::host), 3);
    row->addLayout(hosts);
    row->addWidget(addField(QStringLiteral("port"), tr("&Port"), m_port, nullptr), 0, Qt::AlignTop);
    column->addLayout(row);
    auto *user = new QLineEdit;
    auto *folder = new QLineEdit;
    auto *second = new QHBoxLayout;
    second->setSpacing(10);
    second->addWidget(addField(QStringLiteral("user"), tr("&User on the VM"), user, &Profile::user), 1);
    second->addWidget(addField(QStringLiteral("workingDirectory"), tr("&Folder on the VM"), folder, &Profile::workingDirectory), 1);
    column->addLayout(second);
}

void ConnectionForm::buildLogin(QVBoxLayout *column)
{
    m_login = new QButtonGroup(this);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(4);
    const QStringList words{tr("&Keys on this computer"), tr("A key fil&e"), tr("A pass&word")};
    for (int i = 0; i < words.size(); ++i) {
        auto *button = new QRadioButton(words.at(i));
        m_login->addButton(button, i);
    }
    m_login->button(0)->setAccessibleDescription(tr("Logs in with the keys of your SSH agent and of ~/.ssh."));
    m_login->button(1)->setAccessibleDescription(tr("Logs in with one key file that you choose."));
    m_login->button(2)->setAccessibleDescription(tr("You are asked for the password when you connect."));

    auto *keyFile = new QLineEdit;
    m_browse = new QPushButton(tr("&Browse..."));
    m_browse->setAutoDefault(false);
    connect(m_browse, &QPushButton::clicked, this, &ConnectionForm::browseKey);
    auto *keyRow = new QHBoxLayout;
    keyRow->addWidget(addField(QStringLiteral("identityFile"), tr("Ke&y file"), keyFile, &Profile::identityFile), 1);
    keyRow->addWidget(m_browse, 0, Qt::AlignBottom);
    keyRow->setContentsMargins(26, 0, 0, 0);

    m_loginBefore = new StateText(StateKind::Warning);
    choices->addWidget(new QLabel(tr("Log in with")));
    choices->addWidget(m_loginBefore);
    choices->addWidget(m_login->button(0));
    choices->addWidget(m_login->button(1));
    choices->addLayout(keyRow);
    choices->addWidget(m_login->button(2));
    column->addLayout(choices);
    m_sudo = new QCheckBox(tr("Work as &root (sudo)"));
    m_sudo->setAccessibleDescription(tr("Runs helm and kubectl as root, as the tutorial does."));
    m_sudo->setToolTip(m_sudo->accessibleDescription());
    column->addWidget(m_sudo);
    m_sudoBefore = new StateText(StateKind::Warning);
    column->addWidget(m_sudoBefore);
    for (StateText *before : {m_loginBefore, m_sudoBefore})
        before->hide();
}

void ConnectionForm::buildMore(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    FormField *jump = addField(QStringLiteral("jumpHost"), tr("&Jump host, optional"), new QLineEdit, &Profile::jumpHost);
    jump->setHint(tr("user@host:port, or a name from your SSH settings."));
    FormField *hpc = addField(QStringLiteral("hpcLogin"), tr("&HPC login node, optional"), new QLineEdit, &Profile::hpcLogin);
    hpc->setHint(tr("user@host. For the image, and for proof that jobs ended."));
    row->addWidget(jump, 1);
    row->addWidget(hpc, 1);
    column->addLayout(row);
}

void ConnectionForm::buildAdvanced(QVBoxLayout *column)
{
    m_advancedButton = new QPushButton(tr("Advanced settings"));
    m_advancedButton->setCheckable(true);
    m_advancedButton->setAutoDefault(false);
    m_advancedButton->setAccessibleDescription(tr("Shows paths, names and addresses that rarely differ."));
    connect(m_advancedButton, &QPushButton::toggled, this, &ConnectionForm::showAdvanced);
    column->addWidget(m_advancedButton, 0, Qt::AlignLeft);

    struct Line {
        const char *name;
        QString label;
        QString Profile::*member;
        QString hint;
    };
    const QList<Line> lines{
        {"hpcIdentityFile", tr("Key file for the HPC login node"), &Profile::hpcIdentityFile, tr("Empty: your usual keys.")},
        {"releaseName", tr("Name of the cluster"), &Profile::releaseName, tr("Helm release")},
        {"namespace", tr("Kubernetes namespace"), &Profile::kubernetesNamespace, {}},
        {"chart", tr("Chart"), &Profile::chart, {}},
        {"chartVersion", tr("Chart version"), &Profile::chartVersion, {}},
        {"helmPath", tr("Path of helm"), &Profile::helmPath, tr("Empty: found by itself.")},
        {"kubectlPath", tr("Path of kubectl"), &Profile::kubectlPath, tr("Empty: found by itself.")},
        {"kubeconfig", tr("kubeconfig file"), &Profile::kubeconfig, tr("Empty: what the account uses.")},
        {"rayAddress", tr("Address of Ray, when the VM publishes one"), &Profile::rayAddress, tr("Empty: a tunnel to the cluster.")},
        {"rayUser", tr("User for that address"), &Profile::rayUser, tr("Its password is kept under Tools, Accounts.")},
    };
    m_advanced = new QWidget;
    auto *grid = new QGridLayout(m_advanced);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < lines.size(); ++i) {
        const Line &line = lines.at(i);
        FormField *field = addField(QLatin1String(line.name), line.label, new QLineEdit, line.member);
        field->setHint(line.hint);
        grid->addWidget(field, i / 2, i % 2, Qt::AlignTop);
    }
    m_advanced->setVisible(false);
    column->addWidget(m_advanced);
}

void ConnectionForm::watch()
{
    for (const TextBinding &text : std::as_const(m_texts))
        connect(text.edit, &QLineEdit::textEdited, this, &ConnectionForm::changed);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (auto *edit = qobject_cast<QLineEdit *>(field.value()->editor())) {
            connect(edit, &QLineEdit::editingFinished, this, [this, name = field.key()] {
                m_visited.insert(name);
                showProblems();
            });
        }
    }
    connect(m_port, &QSpinBox::valueChanged, this, &ConnectionForm::changed);
    connect(m_login, &QButtonGroup::idToggled, this, &ConnectionForm::changed);
    connect(m_sudo, &QCheckBox::toggled, this, &ConnectionForm::changed);
}

void ConnectionForm::orderForTab()
{
    const auto editor = [this](const char *name) { return m_fields.value(QLatin1String(name))->editor(); };
    const QList<QWidget *> order{m_address, m_hosts, m_port, editor("user"), m_login->button(0), m_login->button(1),
                                 m_login->button(2), editor("identityFile"), m_browse, m_sudo, editor("workingDirectory"),
                                 editor("jumpHost"), editor("hpcLogin"), m_advancedButton};
    for (int i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ConnectionForm::setProfile(const Profile &profile)
{
    m_loading = true;
    m_profile = profile;
    for (const TextBinding &text : std::as_const(m_texts))
        text.edit->setText(profile.*text.member);
    m_port->setValue(profile.port);
    m_login->button(int(profile.login))->setChecked(true);
    m_sudo->setChecked(profile.useSudo);
    m_visited.clear();
    m_loading = false;
    setReadOnly(m_readOnly, m_whyNot);
    showProblems();
}

Profile ConnectionForm::profile() const
{
    Profile profile = m_profile;
    for (const TextBinding &text : m_texts)
        profile.*text.member = text.edit->text().trimmed();
    profile.port = quint16(m_port->value());
    profile.login = LoginKind(m_login->checkedId());
    profile.useSudo = m_sudo->isChecked();
    return profile;
}

QString ConnectionForm::problem() const
{
    const QList<FieldProblem> problems = validate(profile());
    for (const FieldProblem &found : problems)
        if (!found.isWarning)
            return found.text;
    return {};
}

QWidget *ConnectionForm::showAllProblems()
{
    const QList<QString> names = m_fields.keys();
    m_visited = QSet<QString>(names.cbegin(), names.cend());
    showProblems();
    const QList<FieldProblem> problems = validate(profile());
    for (const FieldProblem &found : problems)
        if (!found.isWarning)
            return reveal(found.field);
    return nullptr;
}

QWidget *ConnectionForm::reveal(const QString &field)
{
    FormField *found = m_fields.value(field);
    if (!found)
        return nullptr;
    if (m_advanced->isAncestorOf(found))
        m_advancedButton->setChecked(true);
    return found->editor();
}

void ConnectionForm::setBefore(const QHash<QString, QString> &before)
{
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const bool changed = before.contains(field.key());
        field.value()->setBefore(changed ? tr("Before: %1").arg(before.value(field.key())) : QString());
        if (changed && m_advanced->isAncestorOf(field.value()))
            m_advancedButton->setChecked(true);
    }
    const auto say = [&before](StateText *label, const QString &setting) {
        label->setText(before.contains(setting) ? tr("Before: %1").arg(before.value(setting)) : QString());
        label->setVisible(before.contains(setting));
    };
    say(m_loginBefore, QStringLiteral("login"));
    say(m_sudoBefore, QStringLiteral("useSudo"));
    setReadOnly(m_readOnly, m_whyNot); // which describes these controls
}

void ConnectionForm::setReadOnly(bool readOnly, const QString &whyNot)
{
    m_readOnly = readOnly;
    m_whyNot = whyNot;
    for (FormField *field : std::as_const(m_fields))
        field->setAvailable(!readOnly, whyNot);
    setAvailable(m_hosts, !readOnly, whyNot, tr("Takes a host of your SSH settings."));
    const QString sudo = tr("Runs helm and kubectl as root, as the tutorial does.");
    setAvailable(m_sudo, !readOnly, whyNot, m_sudoBefore->text().isEmpty() ? sudo : m_sudoBefore->text() + QLatin1Char(' ') + sudo);
    const QList<QAbstractButton *> logins = m_login->buttons();
    for (QAbstractButton *button : logins)
        button->setEnabled(!readOnly);
    const bool keyFile = !readOnly && m_login->checkedId() == int(LoginKind::KeyFile);
    const QString keyReason = readOnly ? whyNot : tr("Choose \"A key file\" to name one.");
    m_fields.value(QStringLiteral("identityFile"))->setAvailable(keyFile, keyReason);
    setAvailable(m_browse, keyFile, keyReason, tr("Chooses the key file."));
    for (QAbstractButton *button : logins) {
        button->setToolTip(readOnly ? whyNot : QString());
        if (readOnly)
            button->setAccessibleDescription(whyNot);
    }
}

void ConnectionForm::showHosts()
{
    QMenu *menu = m_hosts->menu();
    menu->clear();
    const QStringList hosts = sshConfigHosts(m_sshConfig);
    for (const QString &host : hosts) {
        connect(menu->addAction(host), &QAction::triggered, this, [this, host] {
            m_address->setText(host);
            m_visited.insert(QStringLiteral("host"));
            changed();
        });
    }
    if (hosts.isEmpty())
        rayhelm::setAvailable(menu->addAction(tr("No hosts in your SSH settings")), false,
                              tr("The file %1 names no host.").arg(m_sshConfig));
}

void ConnectionForm::browseKey()
{
    auto *dialog = new QFileDialog(this, tr("Choose the key file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot | QDir::AllDirs);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        static_cast<QLineEdit *>(m_fields.value(QStringLiteral("identityFile"))->editor())->setText(path);
        m_visited.insert(QStringLiteral("identityFile"));
        changed();
    });
    dialog->open();
}

void ConnectionForm::changed()
{
    if (m_loading)
        return;
    setReadOnly(m_readOnly, m_whyNot);
    showProblems();
    Q_EMIT edited();
}

void ConnectionForm::showProblems()
{
    QHash<QString, QString> texts;
    const QList<FieldProblem> problems = validate(profile());
    for (const FieldProblem &problem : problems)
        if (!texts.contains(problem.field))
            texts.insert(problem.field, problem.text);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setProblem(m_visited.contains(field.key()) ? texts.value(field.key()) : QString());
}

void ConnectionForm::showAdvanced(bool shown)
{
    m_advanced->setVisible(shown);
}

} // namespace rayhelm
