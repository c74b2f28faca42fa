#include "ui/mainwindow.h"

#include "cluster/clusterstatus.h"
#include "core/profilestore.h"
#include "core/storedfile.h"
#include "core/taskscope.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/session.h"
#include "ui/aboutdialog.h"
#include "ui/accountsdialog.h"
#include "ui/inlinemessage.h"
#include "ui/mainmenu.h"
#include "ui/messagebar.h"
#include "ui/panelstack.h"
#include "ui/practicevm.h"
#include "ui/profilewords.h"
#include "ui/regions.h"
#include "ui/settings.h"
#include "ui/sidebar.h"
#include "ui/statusfeed.h"
#include "ui/statusstrip.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>

namespace rayhelm {

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_settings(std::make_unique<Settings>(session.edges().configDirectory)),
      m_scope(std::make_unique<TaskScope>()), m_strip(new StatusStrip), m_bar(new MessageBar), m_sidebar(new Sidebar),
      m_panels(new PanelSet(session, *m_settings)), m_regions(new Regions(this))
{
    setWindowIcon(QIcon(QStringLiteral(":/rayhelm/icons/rayhelm.svg")));
    setMinimumSize(640, 400);
    buildCentre();
    m_menu = new MainMenu(session, m_panels, this);
    connect(m_menu, &MainMenu::accountsRequested, this, &MainWindow::openAccounts);
    connect(m_menu, &MainMenu::aboutRequested, this, &MainWindow::openAbout);
    connect(m_menu, &MainMenu::findRequested, this, &MainWindow::focusFind);
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    buildKeys();
    buildRegions();
    const QList<Profile> &profiles = session.edges().profiles->profiles();
    if (!profiles.isEmpty() && session.connection().profile().host.isEmpty())
        session.connection().setProfile(profiles.constFirst());
    m_feed = new StatusFeed(session, m_strip, m_sidebar, m_bar, m_panels, this);
    connect(&session.connection(), &Connection::profileChanged, this, &MainWindow::showTitle);
    connect(&StoredFiles::instance(), &StoredFiles::failed, this, &MainWindow::showNotStored);
    connect(&StoredFiles::instance(), &StoredFiles::worksAgain, m_bar, [this] { m_bar->withdraw(QStringLiteral("stored")); });
    if (StoredFiles::areReadOnly())
        showReadOnly();
    showTitle();
    restore();
    m_panels->show(PanelId::Welcome, true);
}

MainWindow::~MainWindow()
{
    hide(); // while all panels are there: hiding saves what was typed, which others hear of
}

void MainWindow::buildCentre()
{
    for (int i = 0; i < sidebarPanels; ++i)
        m_sidebar->addEntry(PanelSet::word(PanelId(i)), PanelSet::iconName(PanelId(i)));
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(m_panels, 1);
    column->addLayout(row, 1);
    setCentralWidget(centre);
    connect(m_sidebar, &Sidebar::chosen, m_panels, [this](int index) { m_panels->show(PanelId(index)); });
    connect(m_strip, &StatusStrip::cellClicked, this, &MainWindow::openCell);
    connect(m_panels, &PanelSet::currentChanged, this, [this](PanelId id) {
        m_sidebar->showSelected(id == PanelId::Welcome ? -1 : int(id));
    });
    connect(m_panels, &PanelSet::messageOffered, m_bar, &MessageBar::post);
    connect(m_panels, &PanelSet::accountsRequested, this, &MainWindow::openAccounts);
}

void MainWindow::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto run) { connect(new QShortcut(keys, this), &QShortcut::activated, this, run); };
    for (int i = 0; i < sidebarPanels; ++i)
        key(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, i] { m_panels->show(PanelId(i), true); });
    key(Qt::Key_F6, [this] { m_regions->next(); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { m_regions->previous(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { triggerPrimary(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { triggerPrimary(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Left), [this] {
        if (PanelStack *stack = m_panels->existing(m_panels->current()))
            stack->back();
    });
    key(Qt::Key_F5, [this] {
        Panel *panel = m_panels->currentPanel();
        if (panel && panel->refreshAction())
            panel->refreshAction()->trigger();
    });
}

void MainWindow::buildRegions()
{
    m_regions->add([this] { return m_strip; });
    m_regions->add([this] { return m_bar; });
    m_regions->add([this] { return m_sidebar; });
    m_regions->add([this] { return m_panels->currentPanel(); });
    m_regions->add([this] {
        Panel *panel = m_panels->currentPanel();
        return panel ? panel->detailsRegion() : nullptr;
    });
    m_regions->setHome([this] {
        if (Panel *panel = m_panels->currentPanel())
            panel->focusFirst();
    });
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings->bytes(QStringLiteral("geometry"))))
        resize(1180, 760);
}

void MainWindow::showTitle()
{
    const Profile &profile = m_session.connection().profile();
    if (profile.host.isEmpty())
        setWindowTitle(tr("Rayhelm"));
    else if (profile.practice)
        setWindowTitle(tr("Practice - Rayhelm"));
    else
        setWindowTitle(tr("%1 - Rayhelm").arg(profileName(profile)));
}

void MainWindow::openProfileFile(const QString &path, bool connectThen)
{
    Result<Profile> profile = ProfileStore::importFile(path);
    if (!profile) {
        m_bar->post(QStringLiteral("profile"), messageFor(profile.error()));
        return;
    }
    if (profile->practice)
        profile->id = PracticeVm::profileId();
    m_panels->offerProfile(*profile, connectThen);
}

void MainWindow::openCell(int cell)
{
    const PanelId panels[] = {PanelId::Connection, PanelId::Cluster, PanelId::Cluster, PanelId::Jobs};
    m_panels->show(panels[cell], true);
}

void MainWindow::triggerPrimary()
{
    Panel *panel = m_panels->currentPanel();
    if (panel && panel->primaryAction())
        panel->primaryAction()->trigger();
}

void MainWindow::focusFind()
{
    Panel *panel = m_panels->currentPanel();
    if (panel && panel->findTarget())
        panel->findTarget()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::openAccounts()
{
    if (!m_accounts)
        m_accounts = new AccountsDialog(m_session, *m_scope, this);
    m_accounts->open();
}

void MainWindow::openAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const WindowSize size = width() >= 1100 ? WindowSize::Wide : width() >= 760 ? WindowSize::Medium : WindowSize::Narrow;
    m_windowSize = size;
    m_strip->setWindowSize(size);
    m_sidebar->setWindowSize(size);
    m_panels->setWindowSize(size);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (!m_quitConfirmed && !m_session.lifecycle().status().held.isNothing())
        showQuitCard();
    else
        leave();
}

void MainWindow::showQuitCard()
{
    Message message;
    message.kind = StateKind::Warning;
    message.what = quitSentence(m_session.lifecycle().status().held);
    message.text = tr("Quitting Rayhelm does not end the cluster.");
    message.actions = {{tr("Quit and keep"), [this] { leave(); }}, {tr("Delete cluster..."), [this] {
                           m_bar->withdraw(QStringLiteral("quit"));
                           m_panels->openDelete();
                       }}};
    m_bar->post(QStringLiteral("quit"), message);
    m_bar->view()->focusAction(0);
}

void MainWindow::leave()
{
    m_quitConfirmed = true;
    m_settings->setBytes(QStringLiteral("geometry"), saveGeometry());
    hide();
    Q_EMIT quitRequested();
}

void MainWindow::showReadOnly()
{
    Message message;
    message.kind = StateKind::Warning;
    message.what = tr("Another Rayhelm uses these data and does not answer.");
    message.text = tr("This window shows them. What you change here is not kept, and nothing can be installed, deleted or submitted from here.");
    m_bar->post(QStringLiteral("readonly"), message);
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showNotStored(const Error &error)
{
    Message message = messageFor(error);
    message.text = tr("What you type now is not kept if Rayhelm ends. It is stored as soon as that works again.");
    m_bar->post(QStringLiteral("stored"), message);
}

QCoro::Task<void> MainWindow::closeSession()
{
    co_await m_scope->close();
    co_await m_session.close();
}

} // namespace rayhelm
