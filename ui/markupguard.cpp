#include "ui/markupguard.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>

namespace rayhelm {

namespace {

class MarkupGuard : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::Polish: // comes before a label measures its text; the label of tool tips gets it before it has a text
            if (auto *label = qobject_cast<QLabel *>(object); label && label->textFormat() == Qt::AutoText)
                label->setTextFormat(Qt::PlainText);
            return false;
        case QEvent::WhatsThis:
        case QEvent::QueryWhatsThis:
        case QEvent::EnterWhatsThisMode:
            return true;
        default:
            return false;
        }
    }
};

} // namespace

void installMarkupGuard(QApplication &application)
{
    application.installEventFilter(new MarkupGuard(&application));
}

} // namespace rayhelm
