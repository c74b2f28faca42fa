#pragma once

#include "paneldriver.h"
#include "ui/panelset.h"

#include <QSize>
#include <QTemporaryDir>

namespace rayhelm {

class ConnectionPanel;
class MainWindow;
class WelcomePanel;

/// The real main window over the scripted VM, used as a person would: by keys and clicks.
class WindowDriver
{
public:
    explicit WindowDriver(QSize size = {1280, 800}, bool withProfile = false);
    ~WindowDriver();

    PanelVm &vm() { return m_vm; }
    Session &session() { return m_vm.session(); }
    MainWindow &window() { return *m_window; }
    void resize(QSize size);
    /// Shows a panel and waits until it is painted.
    Panel *open(PanelId id);
    Panel *current();
    ConnectionPanel *connection();
    WelcomePanel *welcome();
    bool connectNow();

    /// A key press to whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    QWidget *focus() const;
    /// The accessible name of what has the focus.
    QString focusName() const;

private:
    PanelVm m_vm;
    std::unique_ptr<MainWindow> m_window;
};

/// What the accessible name of a control is; the label's words for a combo box.
QString spokenName(QWidget *widget);
/// Controls and menu entries that are off without saying why.
QStringList offWithoutReason(QWidget *in);
/// Combo boxes without a description (their name is always the current text).
QStringList undescribedBoxes(QWidget *in);
/// Scroll areas (texts, logs and tables of commands excepted) that scroll sideways.
QStringList sidewaysScrolled(QWidget *in);

} // namespace rayhelm
