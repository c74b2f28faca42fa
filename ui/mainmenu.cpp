#include "ui/mainmenu.h"

#include "core/profilestore.h"
#include "remote/remotesession.h"
#include "session/connection.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/panelstack.h"
#include "ui/profilewords.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace rayhelm {

MainMenu::MainMenu(Session &session, PanelSet *panels, QMainWindow *window)
    : QObject(window), m_session(session), m_panels(panels), m_window(window)
{
    window->menuBar()->setAccessibleName(tr("Menus"));
    buildFile();
    buildEdit();
    buildView();
    QMenu *cluster = addMenu(tr("&Cluster"));
    connect(cluster, &QMenu::aboutToShow, this, [this, cluster] { fill(cluster, PanelId::Cluster, 0); });
    QMenu *jobs = addMenu(tr("&Jobs"));
    connect(jobs, &QMenu::aboutToShow, this, [this, jobs] { fill(jobs, PanelId::Jobs, 0); });
    buildTools();
    QMenu *help = addMenu(tr("&Help"));
    add(help, tr("&About Rayhelm"), {}, [this] { Q_EMIT aboutRequested(); });
}

QMenu *MainMenu::addMenu(const QString &title)
{
    QMenu *menu = m_window->menuBar()->addMenu(title);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    return menu;
}

QAction *MainMenu::add(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

void MainMenu::buildFile()
{
    QMenu *file = addMenu(tr("&File"));
    QMenu *profiles = file->addMenu(tr("Co&nnections"));
    profiles->setToolTipsVisible(true);
    connect(profiles, &QMenu::aboutToShow, this, [this, profiles] { fillProfiles(profiles); });
    file->addSeparator();
    QAction *quit = add(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { Q_EMIT quitRequested(); });
    quit->setMenuRole(QAction::QuitRole);
    // The configuration's own actions (open, save) stand between; they are fetched from its panel.
    connect(file, &QMenu::aboutToShow, this, [this, file, quit] {
        const QList<QAction *> own = m_panels->stack(PanelId::Configuration)->root()->allActions();
        const QList<QAction *> before = file->actions();
        for (QAction *action : own)
            if (!before.contains(action))
                file->insertAction(quit, action);
    });
}

void MainMenu::edit(const char *slot)
{
    if (QWidget *focus = QApplication::focusWidget())
        QMetaObject::invokeMethod(focus, slot);
}

void MainMenu::buildEdit()
{
    QMenu *menu = addMenu(tr("&Edit"));
    // No shortcuts of their own: each field has these keys already, and the window must not take them away.
    add(menu, tr("&Undo"), {}, [this] { edit("undo"); });
    add(menu, tr("&Redo"), {}, [this] { edit("redo"); });
    menu->addSeparator();
    add(menu, tr("Cu&t"), {}, [this] { edit("cut"); });
    add(menu, tr("&Copy"), {}, [this] { edit("copy"); });
    add(menu, tr("&Paste"), {}, [this] { edit("paste"); });
    menu->addSeparator();
    QAction *find = add(menu, tr("&Find"), QKeySequence::Find, [this] { Q_EMIT findRequested(); });
    connect(menu, &QMenu::aboutToShow, this, [this, menu, find] {
        const Panel *panel = m_panels->currentPanel();
        setAvailable(find, panel && panel->findTarget(), tr("There is nothing to search in this panel."));
        const QWidget *focus = QApplication::focusWidget();
        const bool edits = focus && focus->metaObject()->indexOfMethod("copy()") >= 0;
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions)
            if (action != find)
                setAvailable(action, edits, tr("The focus is not in a text."));
    });
    connect(menu, &QMenu::aboutToHide, this, [find] { setAvailable(find, true); });
}

void MainMenu::buildView()
{
    QMenu *view = addMenu(tr("&View"));
    for (int i = 0; i < sidebarPanels; ++i) {
        const PanelId id = PanelId(i);
        QAction *action = add(view, PanelSet::word(id), {}, [this, id] { m_panels->show(id, true); });
        action->setText(tr("%1\tCtrl+%2").arg(PanelSet::word(id)).arg(i + 1));
    }
    view->addSeparator();
    add(view, PanelSet::word(PanelId::Welcome), {}, [this] { m_panels->show(PanelId::Welcome, true); });
}

void MainMenu::buildTools()
{
    QMenu *tools = addMenu(tr("&Tools"));
    add(tools, tr("&Prepare image..."), {}, [this] { m_panels->show(PanelId::Image, true); });
    add(tools, tr("&Accounts and passwords..."), {}, [this] { Q_EMIT accountsRequested(); });
}

void MainMenu::fill(QMenu *menu, PanelId id, int fixed)
{
    const QList<QAction *> before = menu->actions();
    for (int i = fixed; i < before.size(); ++i)
        menu->removeAction(before.at(i));
    if (id == PanelId::Cluster) {
        const QList<QAction *> connection = m_panels->stack(PanelId::Connection)->root()->allActions();
        menu->addActions(connection.mid(0, 2));
        menu->addSeparator();
    }
    menu->addActions(m_panels->stack(id)->root()->allActions());
}

void MainMenu::fillProfiles(QMenu *menu)
{
    menu->clear();
    add(menu, tr("&New connection"), {}, [this] {
        Profile fresh;
        fresh.id = QUuid::createUuid();
        m_panels->openProfile(fresh, false);
    });
    menu->addSeparator();
    const QList<Profile> profiles = m_session.edges().profiles->profiles();
    for (const Profile &profile : profiles) {
        QAction *action = add(menu, tr("%1 (%2)").arg(profileName(profile), profilePlace(profile)), {},
                              [this, profile] { m_panels->openProfile(profile, false); });
        action->setCheckable(true);
        action->setChecked(profile.id == m_session.connection().profile().id);
    }
}

} // namespace rayhelm
