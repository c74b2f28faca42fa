#include "namesdriver.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

namespace rayhelm {

namespace {

constexpr int rowsLookedAt = 50;

QString place(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *at = widget; at && names.size() < 4; at = at->parentWidget())
        names.append(QString::fromLatin1(at->metaObject()->className()));
    return names.join(QStringLiteral(" in "));
}

bool hasName(QAccessibleInterface *access)
{
    return access && !access->text(QAccessible::Name).trimmed().isEmpty();
}

bool hasLabel(QAccessibleInterface *access)
{
    if (!access)
        return false;
    const auto labels = access->relations(QAccessible::Label);
    for (const auto &label : labels) {
        if (hasName(label.first))
            return true;
    }
    return false;
}

bool isNamed(QWidget *widget)
{
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
    return qobject_cast<QComboBox *>(widget) ? hasLabel(access) : hasName(access);
}

/// The line in a spin box or a combo box is reached through its owner, the viewport of a view and the corner of a table through the view.
bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
        || widget->objectName() == QLatin1String("qt_scrollarea_viewport") || widget->inherits("QTableCornerButton");
}

bool isControl(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(widget);
}

bool says(const QModelIndex &index)
{
    return !index.data(Qt::AccessibleTextRole).toString().trimmed().isEmpty() || !index.data().toString().trimmed().isEmpty();
}

bool isPicture(const QModelIndex &index)
{
    return !says(index) && (index.data(Qt::DecorationRole).isValid() || index.data(Qt::CheckStateRole).isValid());
}

void addColumns(const QAbstractItemView *view, const QHeaderView *header, QStringList &found)
{
    const QAbstractItemModel *model = view->model();
    const int columns = model->columnCount(view->rootIndex());
    for (int column = 0; column < columns; ++column) {
        const bool silent = model->headerData(column, Qt::Horizontal).toString().trimmed().isEmpty()
            && model->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().trimmed().isEmpty();
        // One column needs no header: the view's own name says what it holds.
        if (columns > 1 && !header->isSectionHidden(column) && (silent || header->isHidden()))
            found.append(QStringLiteral("column %1 of ").arg(column) + place(view));
    }
}

void addRows(const QAbstractItemView *view, QStringList &found)
{
    const QAbstractItemModel *model = view->model();
    const int rows = std::min(model->rowCount(view->rootIndex()), rowsLookedAt);
    for (int row = 0; row < rows; ++row) {
        bool anything = false;
        for (int column = 0; column < model->columnCount(view->rootIndex()); ++column) {
            const QModelIndex index = model->index(row, column, view->rootIndex());
            anything = anything || says(index) || (index.flags() & Qt::ItemIsEditable);
            if (isPicture(index))
                found.append(QStringLiteral("picture in row %1, column %2 of ").arg(row).arg(column) + place(view));
        }
        if (!anything)
            found.append(QStringLiteral("row %1 of ").arg(row) + place(view));
    }
}

void addView(const QWidget *widget, QStringList &found)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (!view || !view->model() || qobject_cast<const QHeaderView *>(view))
        return;
    if (const auto *table = qobject_cast<const QTableView *>(view))
        addColumns(view, table->horizontalHeader(), found);
    if (const auto *tree = qobject_cast<const QTreeView *>(view))
        addColumns(view, tree->header(), found);
    addRows(view, found);
}

void addTabs(const QWidget *widget, QStringList &found)
{
    const auto *tabs = qobject_cast<const QTabBar *>(widget);
    for (int i = 0; tabs && i < tabs->count(); ++i) {
        if (tabs->isTabVisible(i) && tabs->tabText(i).trimmed().isEmpty() && tabs->accessibleTabName(i).trimmed().isEmpty())
            found.append(QStringLiteral("tab %1 of ").arg(i) + place(tabs));
    }
}

void addEntries(QMenu *menu, QStringList &found)
{
    Q_EMIT menu->aboutToShow(); // some are filled only then
    const QList<QAction *> entries = menu->actions();
    for (QAction *entry : entries) {
        if (entry->isSeparator() || !entry->isVisible())
            continue;
        if (entry->text().remove(QLatin1Char('&')).trimmed().isEmpty())
            found.append(QStringLiteral("entry of the menu ") + menu->title());
        if (entry->menu())
            addEntries(entry->menu(), found);
    }
    Q_EMIT menu->aboutToHide();
}

void addMenus(const QWidget *widget, QStringList &found)
{
    const auto *bar = qobject_cast<const QMenuBar *>(widget);
    const QList<QAction *> menus = bar ? bar->actions() : QList<QAction *>();
    for (QAction *menu : menus) {
        if (menu->text().trimmed().isEmpty())
            found.append(QStringLiteral("a menu of ") + place(bar));
        if (menu->menu())
            addEntries(menu->menu(), found);
    }
}

} // namespace

QStringList nameless(const QWidget *in)
{
    QStringList found;
    const QList<QWidget *> widgets = in->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !in->window()->isVisible())
            continue;
        if (isControl(widget) && !isPart(widget) && !isNamed(widget))
            found.append(place(widget));
        addView(widget, found);
        addTabs(widget, found);
        addMenus(widget, found);
    }
    return found;
}

} // namespace rayhelm
