// What keys, the mouse and the clipboard do in the text view.
#include "ui/yamltextview.h"

#include "ui/yamlhighlighter.h"

#include <QMenu>
#include <QMimeData>
#include <QHelpEvent>
#include <QTextBlock>
#include <QToolTip>

namespace rayhelm {

namespace {

constexpr int indentStep = 2;

QString blanks(int count)
{
    return QString(count, QLatin1Char(' '));
}

} // namespace

bool YamlTextView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint inside = viewport()->mapFrom(this, help->pos());
        const QString message = messageAt(cursorForPosition(inside).position());
        if (message.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), message, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Undo and redo belong to the document, wherever the focus is.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void YamlTextView::keyPressEvent(QKeyEvent *event)
{
    const bool leave = m_leaveByTab;
    m_leaveByTab = false;
    if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
    } else if (event->matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
    } else if (event->key() == Qt::Key_Escape) {
        m_leaveByTab = true;
        event->ignore(); // Escape may also close a bar.
    } else if ((event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) && (leave || isReadOnly())) {
        QWidget::focusNextPrevChild(event->key() == Qt::Key_Tab); // the text edit's own would stay here
    } else if (event->key() == Qt::Key_Backtab) {
        indentLines(false);
    } else if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) {
        if (textCursor().hasSelection())
            indentLines(true);
        else
            insertPlainText(blanks(indentStep - textCursor().positionInBlock() % indentStep));
    } else if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
        startNewLine();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void YamlTextView::indentLines(bool deeper)
{
    QTextCursor cursor = textCursor();
    const int start = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    QTextBlock block = document()->findBlock(start);
    cursor.beginEditBlock();
    for (; block.isValid() && (block.position() < end || block.contains(start)); block = block.next()) {
        QTextCursor line(block);
        if (deeper) {
            line.insertText(blanks(indentStep));
            continue;
        }
        int taken = 0;
        while (taken < indentStep && taken < block.text().size() && block.text()[taken] == QLatin1Char(' '))
            ++taken;
        line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, taken);
        line.removeSelectedText();
    }
    cursor.endEditBlock();
}

void YamlTextView::startNewLine()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int indent = 0;
    while (indent < before.size() && before[indent] == QLatin1Char(' '))
        ++indent;
    if (before.trimmed().endsWith(QLatin1Char(':')))
        indent += indentStep;
    cursor.insertText(QLatin1Char('\n') + blanks(indent));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void YamlTextView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Qt's own entries speak of the view's undo list, which is off.
    for (QAction *action : menu->actions()) {
        const bool undo = action->objectName() == QLatin1String("edit-undo");
        if (!undo && action->objectName() != QLatin1String("edit-redo"))
            continue;
        action->disconnect();
        action->setEnabled(!isReadOnly());
        connect(action, &QAction::triggered, this, undo ? &YamlTextView::undoRequested : &YamlTextView::redoRequested);
    }
    menu->popup(event->globalPos());
}

void YamlTextView::insertFromMimeData(const QMimeData *source)
{
    // Text only, with its own line ends made one kind.
    if (source->hasText()) {
        QString text = source->text();
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
        textCursor().insertText(text);
        ensureCursorVisible();
    }
}

void YamlTextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
    if (hasFocus() && event->size().height() < event->oldSize().height())
        ensureCursorVisible(); // a banner above takes room, not the line that is being written
    updateSelections();
}

void YamlTextView::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    m_lastLine = currentLine();
    updateSelections();
    describe();
    Q_EMIT lineEntered(m_lastLine);
}

void YamlTextView::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_leaveByTab = false;
    updateSelections();
}

void YamlTextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        updateSelections();
    } else if (event->type() == QEvent::FontChange) {
        updateMargins();
    }
}

} // namespace rayhelm
