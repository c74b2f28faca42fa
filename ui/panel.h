#pragma once

#include "ui/message.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace rayhelm {

class ActionRow;
class InlineMessage;
class SpokenLabel;
class StateText;

/// Wide from 1100 logical pixels, medium from 760, else narrow.
enum class WindowSize { Wide, Medium, Narrow };

/// One panel or sub-page: heading, one sentence, "as of", an action row, and a main part that scrolls below them.
class Panel : public QWidget
{
    Q_OBJECT
public:
    /// `title` is the panel's word in the sidebar and in paths: "Cluster", "Delete".
    explicit Panel(const QString &title, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    /// The state in words. It is spoken when it changes.
    void setHeading(const QString &heading);
    /// Reason and next step; empty hides it.
    void setSentence(const QString &sentence);
    /// When the content was read; invalid hides it. Counts its age by itself.
    void setAsOf(const QDateTime &moment);

    /// The first button; Ctrl+Return triggers it. The panel does not own the action.
    void setPrimaryAction(QAction *action);
    QAction *primaryAction() const;
    /// At most four besides the primary one. In a narrow window they move into "More".
    void addPanelAction(QAction *action);
    /// An entry of "More".
    void addMoreAction(QAction *action);

    /// Every action of this panel in reading order, for the menus.
    QList<QAction *> allActions() const;
    /// A button beside "as of"; F5 triggers it.
    void setRefreshAction(QAction *action);
    QAction *refreshAction() const { return m_refresh; }
    /// What Ctrl+F focuses, and the part that F6 visits as a region of its own; nullptr: there is none.
    void setFindTarget(QWidget *widget) { m_findTarget = widget; }
    QWidget *findTarget() const { return m_findTarget; }
    void setDetailsRegion(QWidget *widget) { m_details = widget; }
    QWidget *detailsRegion() const { return m_details; }

    /// The main part. Add tables with a stretch of 1 and a minimum height.
    QVBoxLayout *body() const { return m_body; }
    /// A widget between action row and main part that does not scroll.
    void setPinned(QWidget *widget);
    /// What gets the focus when the panel is entered from the keyboard.
    void setFirstFocus(QWidget *widget) { m_firstFocus = widget; }
    virtual void focusFirst();
    /// Scrolls the main part so far that `widget` can be seen. Whatever takes the focus is shown by itself.
    void reveal(QWidget *widget);

    /// The message at the top of the main part.
    void showMessage(const Message &message);
    void clearMessage();
    InlineMessage *messageWidget() const { return m_message; }
    /// "Not connected. As of 14:02." [Connect]; the content stays readable.
    void setOffline(bool offline);

    /// Opens `page` in place, with a path and Back. This panel's stack owns it from now on, hidden or shown.
    void openPage(Panel *page);
    /// Leaves a sub-page. Its state stays.
    void goBack();
    /// Set by the stack: the titles above this page.
    void setPath(const QStringList &parents);

    WindowSize windowSize() const { return m_windowSize; }
    void setWindowSize(WindowSize size);

Q_SIGNALS:
    void pageRequested(rayhelm::Panel *page);
    void backRequested();
    void connectRequested();
    void windowSizeChanged(rayhelm::WindowSize size);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader(QVBoxLayout *column);
    void showAsOf();

    QString m_title;
    WindowSize m_windowSize = WindowSize::Wide;
    QDateTime m_asOf;
    QTimer m_ageTimer;
    QWidget *m_pathRow;
    QWidget *m_back = nullptr;
    QLabel *m_path, *m_sentence;
    SpokenLabel *m_heading;
    QHBoxLayout *m_headingRow;
    StateText *m_asOfLabel;
    ActionRow *m_actions;
    QVBoxLayout *m_pinnedPlace;
    QScrollArea *m_scroll;
    QVBoxLayout *m_body;
    InlineMessage *m_message, *m_offline;
    QAction *m_refresh = nullptr;
    QWidget *m_firstFocus = nullptr, *m_findTarget = nullptr, *m_details = nullptr;
};

} // namespace rayhelm
