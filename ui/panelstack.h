#pragma once

#include "ui/panel.h"

class QStackedLayout;

namespace rayhelm {

/// One entry of the sidebar: its panel and the sub-pages opened from it, newest on top.
class PanelStack : public QWidget
{
    Q_OBJECT
public:
    explicit PanelStack(Panel *root, QWidget *parent = nullptr);

    Panel *root() const { return m_root; }
    Panel *current() const { return m_open.constLast(); }
    /// Leaves the top sub-page; false: there is none.
    bool back();
    void setWindowSize(WindowSize size);

Q_SIGNALS:
    /// Another page is on top, or the stack wants to be seen because a page was opened.
    void currentPanelChanged();
    void connectRequested();

private:
    void open(Panel *page);
    void adopt(Panel *page);

    QStackedLayout *m_pages;
    Panel *m_root;
    QList<Panel *> m_open; ///< the path, root first
    WindowSize m_windowSize = WindowSize::Wide;
};

} // namespace rayhelm
