#include "visibletextsdriver.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QWidget>

#include <algorithm>

namespace rayhelm {

namespace {

/// Parts that Qt makes and names itself; their words are in Qt's own translations.
bool isOfQt(const QWidget *widget)
{
    static const QStringList beginnings{QStringLiteral("qt_"), QStringLiteral("__qt_"), QStringLiteral("ScrollLeft"), QStringLiteral("ScrollRight")};
    return std::any_of(beginnings.begin(), beginnings.end(), [widget](const QString &name) { return widget->objectName().startsWith(name); });
}

class Collector
{
public:
    void add(QObject *object, const char *kind, const QString &text)
    {
        if (text.isEmpty())
            return;
        const QString name = object->objectName().isEmpty() ? QString() : u' ' + object->objectName();
        found.append({QLatin1String(object->metaObject()->className()) + name + u' ' + QLatin1String(kind), text});
    }

    void addWidget(QWidget *widget)
    {
        add(widget, "tool tip", widget->toolTip());
        add(widget, "help", widget->whatsThis());
        add(widget, "status tip", widget->statusTip());
        add(widget, "accessible name", widget->accessibleName());
        add(widget, "accessible description", widget->accessibleDescription());
        if (widget->isWindow())
            add(widget, "title", widget->windowTitle());
        if (auto *label = qobject_cast<QLabel *>(widget))
            add(widget, "text", label->text());
        else if (auto *button = qobject_cast<QAbstractButton *>(widget))
            add(widget, "text", button->text());
        else if (auto *box = qobject_cast<QGroupBox *>(widget))
            add(widget, "title", box->title());
        else if (auto *line = qobject_cast<QLineEdit *>(widget))
            add(widget, "placeholder", line->placeholderText());
        else if (auto *plain = qobject_cast<QPlainTextEdit *>(widget))
            add(widget, "placeholder", plain->placeholderText());
        addChoices(widget);
        const QList<QAction *> actions = widget->actions();
        for (QAction *action : actions) {
            add(action, "text", action->text());
            add(action, "tool tip", action->toolTip());
            add(action, "status tip", action->statusTip());
        }
        if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model() && !qobject_cast<QHeaderView *>(view))
            addModel(view, view->model());
    }

    QList<VisibleText> found;

private:
    void addChoices(QWidget *widget)
    {
        if (auto *combo = qobject_cast<QComboBox *>(widget)) {
            add(widget, "placeholder", combo->placeholderText());
            for (int i = 0; i < combo->count(); ++i)
                add(widget, "choice", combo->itemText(i));
        } else if (auto *spin = qobject_cast<QAbstractSpinBox *>(widget)) {
            add(widget, "special value", spin->specialValueText());
            if (auto *number = qobject_cast<QSpinBox *>(widget))
                add(widget, "unit", number->prefix() + u' ' + number->suffix());
            if (auto *number = qobject_cast<QDoubleSpinBox *>(widget))
                add(widget, "unit", number->prefix() + u' ' + number->suffix());
        } else if (auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                add(widget, "tab", tabs->tabText(i));
                add(widget, "tab tool tip", tabs->tabToolTip(i));
            }
        } else if (auto *menu = qobject_cast<QMenu *>(widget)) {
            add(widget, "title", menu->title());
        }
    }

    void addModel(QWidget *view, const QAbstractItemModel *model, const QModelIndex &parent = {}, int depth = 0)
    {
        const int rows = qMin(model->rowCount(parent), 100);
        const int columns = model->columnCount(parent);
        if (depth == 0) {
            auto *lists = qobject_cast<QAbstractItemView *>(view)->findChild<QHeaderView *>();
            for (int column = 0; lists && !lists->isHidden() && column < columns; ++column)
                add(view, "header", model->headerData(column, Qt::Horizontal).toString());
        }
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const QModelIndex index = model->index(row, column, parent);
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                    add(view, "row", index.data(role).toString());
            }
            if (depth < 5)
                addModel(view, model, model->index(row, 0, parent), depth + 1);
        }
    }
};

} // namespace

QList<VisibleText> visibleTexts(QWidget *in)
{
    Collector collector;
    QList<QWidget *> widgets = in->findChildren<QWidget *>();
    widgets.prepend(in);
    for (QWidget *widget : std::as_const(widgets)) {
        if (isOfQt(widget))
            continue;
        collector.addWidget(widget);
        if (QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget)) {
            // The name of these is what they hold.
            if (!qobject_cast<QComboBox *>(widget))
                collector.add(widget, "spoken name", access->text(QAccessible::Name));
            collector.add(widget, "spoken description", access->text(QAccessible::Description));
            collector.add(widget, "spoken help", access->text(QAccessible::Help));
        }
    }
    return collector.found;
}

} // namespace rayhelm
