#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QMenu;
class QPushButton;

namespace rayhelm {

class ActionButton;
class FlowLayout;

/// The worded buttons of a panel: primary first, then at most four, then "More". Compact: primary and "More" only.
class ActionRow : public QWidget
{
    Q_OBJECT
public:
    explicit ActionRow(QWidget *parent = nullptr);

    void setPrimary(QAction *action);
    QAction *primary() const;
    QList<QAction *> all() const;
    void addRowAction(QAction *action);
    void addMoreAction(QAction *action);
    void setCompact(bool compact);
    /// Focus on the first button that is on. False: there is none.
    bool focusFirst();

private:
    void rebuild();
    void orderForTab();
    void fillMenu();

    FlowLayout *m_row;
    ActionButton *m_primary = nullptr;
    QList<ActionButton *> m_buttons;
    QList<QAction *> m_moreActions;
    QPushButton *m_more;
    QMenu *m_menu;
    bool m_compact = false;
};

} // namespace rayhelm
