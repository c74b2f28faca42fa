#include "ui/fieldeditor.h"

#include "ui/fieldinputs.h"
#include "ui/fieldlongtext.h"
#include "ui/fieldtables.h"

#include <QKeyEvent>

namespace rayhelm {

FieldEditor::FieldEditor(QWidget *parent)
    : QWidget(parent)
{
}

FieldEditor *FieldEditor::forField(const FieldSchema &field)
{
    switch (field.type) {
    case FieldType::Text:
        return new TextInput(field);
    case FieldType::LongText:
    case FieldType::Structure:
        return new LongTextInput(field);
    case FieldType::Integer:
        return new IntegerInput(field);
    case FieldType::Duration:
        return new DurationInput(field);
    case FieldType::Cpu:
    case FieldType::Memory:
        return new QuantityInput(field);
    case FieldType::Switch:
        return new SwitchInput(field);
    case FieldType::Choice:
    case FieldType::Node:
        return new ChoiceInput(field);
    case FieldType::FileList:
        return new BindsInput(field);
    case FieldType::Environment:
        return new EnvironmentInput(field);
    }
    return new TextInput(field);
}

void FieldEditor::guard(QWidget *control)
{
    control->installEventFilter(this);
    control->setFocusPolicy(control->focusPolicy() == Qt::WheelFocus ? Qt::StrongFocus : control->focusPolicy());
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (!undo && !key->matches(QKeySequence::Redo))
            break;
        event->setAccepted(event->type() == QEvent::KeyPress);
        if (event->type() == QEvent::KeyPress)
            undo ? Q_EMIT undoRequested() : Q_EMIT redoRequested();
        return true;
    }
    case QEvent::Wheel:
        if (!static_cast<QWidget *>(watched)->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::FocusIn:
        Q_EMIT focused();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rayhelm
