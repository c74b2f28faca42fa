#pragma once

#include "ui/panelset.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace rayhelm {

class Session;

/// The menus. They hold what exists: a panel's own actions are fetched from it when the menu opens.
class MainMenu : public QObject
{
    Q_OBJECT
public:
    MainMenu(Session &session, PanelSet *panels, QMainWindow *window);

Q_SIGNALS:
    void accountsRequested();
    void aboutRequested();
    void findRequested();
    void quitRequested();

private:
    QMenu *addMenu(const QString &title);
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run);
    void buildFile();
    void buildEdit();
    void buildView();
    void buildTools();
    /// Refills `menu` with the panel's actions behind the first `fixed` entries.
    void fill(QMenu *menu, PanelId id, int fixed);
    void fillProfiles(QMenu *menu);
    void edit(const char *slot);

    Session &m_session;
    PanelSet *m_panels;
    QMainWindow *m_window;
};

} // namespace rayhelm
