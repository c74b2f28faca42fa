#include "valuesdriver.h"

#include "ui/fieldeditor.h"
#include "ui/inlinemessage.h"
#include "ui/valueseditor.h"
#include "ui/valuesfieldrow.h"
#include "ui/valuesformview.h"
#include "ui/valuesproblems.h"
#include "ui/valuestools.h"
#include "ui/yamltextview.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace rayhelm {

ValuesFieldRow *ValuesDriver::row(const QString &label) const
{
    for (ValuesFieldRow *row : m_editor.form()->shownRows()) {
        if (row->labelText() == label)
            return row;
    }
    return nullptr;
}

QStringList ValuesDriver::labels() const
{
    QStringList labels;
    for (const ValuesFieldRow *row : m_editor.form()->shownRows())
        labels.append(row->labelText());
    return labels;
}

QWidget *ValuesDriver::input(const QString &label) const
{
    const ValuesFieldRow *found = row(label);
    return found ? found->editor()->input() : nullptr;
}

QString ValuesDriver::fieldText(const QString &label) const
{
    QWidget *control = input(label);
    if (const auto *line = qobject_cast<QLineEdit *>(control))
        return line->text();
    if (const auto *spin = qobject_cast<QSpinBox *>(control))
        return spin->text();
    if (const auto *combo = qobject_cast<QComboBox *>(control))
        return combo->currentText();
    if (const auto *box = qobject_cast<QCheckBox *>(control))
        return box->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    return {};
}

QString ValuesDriver::refusal(const QString &label) const
{
    const ValuesFieldRow *found = row(label);
    return found ? found->refusal() : QString();
}

bool ValuesDriver::type(const QString &label, const QString &text)
{
    QWidget *control = input(label);
    if (!control)
        return false;
    control->setFocus(Qt::TabFocusReason);
    QTest::keyClick(control, Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        QTest::keyClick(control, Qt::Key_Delete);
    else
        QTest::keyClicks(control, text);
    return control->hasFocus();
}

bool ValuesDriver::enter(const QString &label, const QString &text)
{
    const bool typed = type(label, text);
    if (typed)
        QTest::keyClick(input(label), Qt::Key_Return);
    return typed;
}

bool ValuesDriver::isReadOnly(const QString &label) const
{
    QWidget *control = input(label);
    if (const auto *line = qobject_cast<QLineEdit *>(control))
        return line->isReadOnly();
    if (const auto *spin = qobject_cast<QSpinBox *>(control))
        return spin->isReadOnly();
    return control && !control->isEnabled();
}

void ValuesDriver::find(const QString &words, bool go)
{
    QLineEdit *field = m_editor.tools()->find();
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
    QTest::keyClicks(field, words);
    if (go)
        QTest::keyClick(field, Qt::Key_Return);
}

QString ValuesDriver::focusedField() const
{
    const ValuesFieldRow *current = m_editor.form()->currentRow();
    return current && current->isAncestorOf(QApplication::focusWidget()) ? current->labelText() : QString();
}

bool ValuesDriver::putCursorBehind(const QString &text)
{
    YamlTextView *view = m_editor.textView();
    const QTextCursor cursor = view->document()->find(text);
    if (cursor.isNull())
        return false;
    view->setFocus(Qt::TabFocusReason);
    QTextCursor behind(view->document());
    behind.setPosition(cursor.selectionEnd());
    view->setTextCursor(behind);
    return true;
}

void ValuesDriver::typeText(const QString &text)
{
    for (const QChar c : text) {
        if (c == QLatin1Char('\n'))
            QTest::keyClick(m_editor.textView(), Qt::Key_Return);
        else if (c == QLatin1Char('\b'))
            QTest::keyClick(m_editor.textView(), Qt::Key_Backspace);
        else
            QTest::keyClicks(m_editor.textView(), QString(c));
    }
}

QString ValuesDriver::shownText() const
{
    return m_editor.textView()->rawText();
}

QStringList ValuesDriver::problems() const
{
    QStringList sentences;
    const QListWidget *list = m_editor.problemList()->list();
    for (int i = 0; i < list->count(); ++i)
        sentences.append(list->item(i)->text());
    return sentences;
}

bool ValuesDriver::fix(const QString &partOfSentence)
{
    QListWidget *list = m_editor.problemList()->list();
    for (int i = 0; i < list->count(); ++i) {
        if (!list->item(i)->text().contains(partOfSentence))
            continue;
        list->setCurrentRow(i);
        const QList<QPushButton *> buttons = m_editor.problemList()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            const bool isFix = button->isEnabled() && button->text() != QLatin1String("Go to it");
            if (isFix) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                return true;
            }
        }
    }
    return false;
}

void ValuesDriver::undoByKey()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
}

void ValuesDriver::redoByKey()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

QString ValuesDriver::banner() const
{
    return m_editor.banner()->isHidden() ? QString() : m_editor.banner()->message().what;
}

} // namespace rayhelm
