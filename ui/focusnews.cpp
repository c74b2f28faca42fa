#include "ui/focusnews.h"

#include <QAbstractItemView>
#include <QAccessible>

namespace rayhelm {

namespace {

void passOn(QAccessibleEvent *event)
{
    // Changes of a model were taken in before this is called; they say nothing to a screen reader, and must not be taken in twice.
    if (isFalseFocus(*event) || event->type() == QAccessible::TableModelChanged)
        return;
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(passOn);
}

} // namespace

bool isFalseFocus(QAccessibleEvent &event)
{
    if (event.type() != QAccessible::Focus)
        return false;
    const auto *view = qobject_cast<QAbstractItemView *>(event.object());
    return view && !view->hasFocus() && view->window()->windowType() != Qt::Popup;
}

void installFocusNews()
{
    QAccessible::installUpdateHandler(passOn);
}

} // namespace rayhelm
