#include "ui/clearbutton.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace rayhelm {

void addClearButton(QLineEdit *line)
{
    line->setClearButtonEnabled(true);
    const QString name = QCoreApplication::translate("ClearButton", "Clear");
    const QList<QToolButton *> buttons = line->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QToolButton *button : buttons)
        button->setAccessibleName(name);
}

} // namespace rayhelm
