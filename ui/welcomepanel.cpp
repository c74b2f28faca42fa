#include "ui/welcomepanel.h"

#include "core/profilestore.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/inlinemessage.h"
#include "ui/practicevm.h"
#include "ui/profilewords.h"
#include "ui/statelabel.h"
#include "ui/stepsview.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace rayhelm {

WelcomePanel::WelcomePanel(Session &session, QWidget *parent)
    : Panel(tr("Welcome"), parent), m_session(session), m_practice(new PracticeVm(session.edges().launcher, this))
{
    setHeading(tr("Run Ray on a supercomputer, and give it back when you are done"));
    m_connect = new QPushButton(Theme::icon(QStringLiteral("connection")), tr("Connect to my VM..."));
    addChoice(m_connect, tr("You need its address, your user name, and a key or password."));
    connect(m_connect, &QPushButton::clicked, this, &WelcomePanel::newConnectionRequested);
    m_practise = new QPushButton(Theme::icon(QStringLiteral("cluster")), tr("Practise on this computer"));
    m_practiceText = addChoice(m_practise, tr("A practice VM. No HPC hours, nothing leaves this computer."));
    connect(m_practise, &QPushButton::clicked, m_practice, &PracticeVm::start);
    buildPractice();
    m_open = new QPushButton(Theme::icon(QStringLiteral("key")), tr("Open a profile..."));
    addChoice(m_open, tr("A file from a colleague. It contains no passwords."));
    connect(m_open, &QPushButton::clicked, this, &WelcomePanel::openFile);
    m_recent = new QWidget;
    body()->addWidget(m_recent);
    body()->addStretch();
    connect(session.edges().profiles, &ProfileStore::changed, this, &WelcomePanel::showRecent);
    showRecent();
    if (QStandardPaths::findExecutable(QStringLiteral("ssh")).isEmpty()) {
        Message message;
        message.kind = StateKind::Bad;
        message.what = tr("ssh was not found on this computer.");
        message.text = tr("It is not installed, or not in the PATH. Install the OpenSSH client, then start Rayhelm again.");
        showMessage(message);
    }
}

WelcomePanel::~WelcomePanel() = default;

StateText *WelcomePanel::addChoice(QPushButton *button, const QString &explanation)
{
    button->setAutoDefault(true);
    button->setIconSize({36, 24});
    button->setMinimumSize(260, 48);
    button->setAccessibleDescription(explanation);
    QFont font = button->font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    button->setFont(font);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(button);
    auto *label = new StateText(StateKind::Muted, explanation);
    row->addWidget(label, 1);
    body()->addLayout(row);
    return label;
}

void WelcomePanel::buildPractice()
{
    m_practiceSteps = new StepsView;
    m_practiceSteps->setFailureActions([this](const Error &) {
        return QList<MessageAction>{{tr("Try again"), [this] { m_practice->start(); }}};
    });
    connect(m_practiceSteps, &StepsView::cancelRequested, m_practice, &PracticeVm::cancel);
    body()->addWidget(m_practiceSteps);
    m_practiceSteps->setSteps(m_practice->steps());
    connect(m_practice->steps(), &Steps::planned, this, &WelcomePanel::showPractice);
    connect(m_practice, &PracticeVm::failed, this, &WelcomePanel::showPractice);
    connect(m_practice, &PracticeVm::ready, this, [this](const Profile &profile) {
        showPractice();
        Q_EMIT profileChosen(profile, true);
    });
    showPractice();
}

void WelcomePanel::showPractice()
{
    const QString usual = tr("A practice VM. No HPC hours, nothing leaves this computer.");
    if (PracticeVm::findCommand().isEmpty())
        setAvailable(m_practise, false,
                     tr("The practice VM is not installed. Install the package rayhelm-practice, or start Rayhelm from its "
                        "source folder with \"./run --practice\"."));
    else
        setAvailable(m_practise, !m_practice->isStarting(), tr("The practice VM is being started."), usual);
    m_practiceText->setText(m_practise->accessibleDescription());
}

void WelcomePanel::showRecent()
{
    delete m_recent->layout();
    qDeleteAll(m_recent->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_newestConnect = nullptr;
    const QList<Profile> &profiles = m_session.edges().profiles->profiles();
    auto *column = new QVBoxLayout(m_recent);
    column->setContentsMargins(0, 12, 0, 0);
    if (profiles.isEmpty())
        return;
    auto *title = new QLabel(tr("Recent"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    column->addWidget(title);
    for (const Profile &profile : profiles.mid(0, 8))
        addRecent(profile, m_newestConnect == nullptr);
}

void WelcomePanel::addRecent(const Profile &profile, bool newest)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *name = new QLabel(profileName(profile));
    name->setTextFormat(Qt::PlainText);
    auto *place = new StateText(StateKind::Muted, profilePlace(profile));
    auto *go = new QPushButton(tr("Connect"));
    go->setAutoDefault(true);
    go->setAccessibleName(tr("Connect to %1").arg(profileName(profile)));
    go->setAccessibleDescription(profilePlace(profile));
    auto *show = new QPushButton(tr("Show"));
    show->setAutoDefault(true);
    show->setAccessibleName(tr("Show the connection %1").arg(profileName(profile)));
    show->setAccessibleDescription(tr("Opens it without connecting."));
    connect(go, &QPushButton::clicked, this, [this, profile] { Q_EMIT profileChosen(profile, true); });
    connect(show, &QPushButton::clicked, this, [this, profile] { Q_EMIT profileChosen(profile, false); });
    row->addWidget(name);
    row->addWidget(place, 1);
    row->addWidget(show);
    row->addWidget(go);
    static_cast<QVBoxLayout *>(m_recent->layout())->addLayout(row);
    if (newest)
        m_newestConnect = go;
}

void WelcomePanel::focusFirst()
{
    (m_newestConnect ? m_newestConnect : m_connect)->setFocus(Qt::OtherFocusReason);
}

void WelcomePanel::showEvent(QShowEvent *event)
{
    showPractice();
    Panel::showEvent(event);
}

void WelcomePanel::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a profile"), QString(), tr("Profiles (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<Profile> profile = ProfileStore::importFile(path);
        if (!profile) {
            showMessage(messageFor(profile.error()));
            return;
        }
        clearMessage();
        Q_EMIT profileOffered(*profile);
    });
    dialog->open();
}

} // namespace rayhelm
