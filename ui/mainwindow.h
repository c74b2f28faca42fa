#pragma once

#include "core/task.h"
#include "ui/panelset.h"

#include <QMainWindow>

#include <memory>

namespace rayhelm {

class AccountsDialog;
class MainMenu;
class MessageBar;
class Regions;
class Session;
class Settings;
class Sidebar;
class StatusFeed;
class StatusStrip;
class TaskScope;
struct Error;

/// The one window: strip, message bar, sidebar, panels.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows the connection in a file (`--profile`); `connectThen` connects, too (`--connect`).
    void openProfileFile(const QString &path, bool connectThen = false);
    void comeToFront();
    PanelSet *panels() const { return m_panels; }
    StatusStrip *strip() const { return m_strip; }
    Sidebar *sidebar() const { return m_sidebar; }
    MessageBar *messageBar() const { return m_bar; }
    WindowSize windowSize() const { return m_windowSize; }

    /// Ends what the window still waits for, then closes the session. Await it before either is destroyed.
    QCoro::Task<void> closeSession();

public Q_SLOTS:
    void openAccounts();
    void openAbout();

Q_SIGNALS:
    /// The user wants to leave; the window is hidden already.
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildCentre();
    void buildKeys();
    void buildRegions();
    void restore();
    void showTitle();
    void openCell(int cell);
    void triggerPrimary();
    void focusFind();
    void showQuitCard();
    void leave();
    void showReadOnly();
    void showNotStored(const Error &error);

    Session &m_session;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<TaskScope> m_scope;
    StatusStrip *m_strip;
    MessageBar *m_bar;
    Sidebar *m_sidebar;
    PanelSet *m_panels;
    StatusFeed *m_feed = nullptr;
    Regions *m_regions;
    MainMenu *m_menu = nullptr;
    AccountsDialog *m_accounts = nullptr;
    WindowSize m_windowSize = WindowSize::Wide;
    bool m_quitConfirmed = false;
};

} // namespace rayhelm
