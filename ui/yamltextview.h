#pragma once

#include <QPlainTextEdit>

class QTextBlock;

namespace rayhelm {

class YamlHighlighter;
struct TextChange;

/// A place in the text that has something to say: underlined (errors in waves, hints in dots), with a sign beside the line
/// number and a tool tip; where the cursor stands the view's description tells it.
struct TextMark {
    qsizetype position = 0; ///< in UTF-16 units of the shown text
    qsizetype length = 0;   ///< 0: the whole line
    bool isError = false;   ///< else a hint
    QString message;
};

/// The text of a values file: line numbers, colours, the line of the form's field, problems. It keeps no undo list of its
/// own; it says what was typed and asks for undo, because form and text share one list.
class YamlTextView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit YamlTextView(QWidget *parent = nullptr);
    ~YamlTextView() override;

    /// The text without what Qt's own getter changes (non-breaking blanks stay).
    QString rawText() const;
    /// Shows another text. Only the differing part is replaced, so cursor and scrolling stay where they were.
    void showText(const QString &text);
    /// Changes the shown text in this place.
    void showChange(const TextChange &change);
    void setMarks(const QList<TextMark> &marks);
    const QList<TextMark> &marks() const { return m_marks; }

    /// Marks these lines (from 1) as the place of the focused field and scrolls to them; the focus stays where it is.
    void showPlace(int firstLine, int lastLine);
    void clearPlace() { showPlace(0, 0); }
    /// Puts the cursor on this line (from 1), with the focus.
    void goToLine(int line, int column = 0);
    int currentLine() const { return textCursor().blockNumber() + 1; }

    int numberAreaWidth() const;
    void paintNumbers(QPaintEvent *event);

public Q_SLOTS:
    /// For menus, which call these by name on whatever has the focus.
    void undo() { Q_EMIT undoRequested(); }
    void redo() { Q_EMIT redoRequested(); }

Q_SIGNALS:
    /// What the user changed: `inserted` now stands where `removed` characters were from `position` on.
    void typed(qsizetype position, qsizetype removed, const QString &inserted);
    /// The user moved the cursor to another line (from 1).
    void lineEntered(int line);
    void undoRequested();
    void redoRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void noteChange();
    void noteCursor();
    TextChange changeSince(const QString &known) const;
    void moveMarks(const TextChange &change);
    QList<TextMark>::const_iterator firstMarkFrom(qsizetype position) const;
    int visibleLines() const;
    void updateMargins();
    void updateSelections();
    void describe();
    void indentLines(bool deeper);
    void startNewLine();
    QString messageAt(qsizetype position) const;
    /// 0: nothing to say about the block, 1: a hint, 2: an error.
    int severityOf(const QTextBlock &block) const;

    QWidget *m_numbers;
    YamlHighlighter *m_highlighter;
    /// What Qt says of a change: `removed` units at `position` became `added`.
    struct Hint {
        int position = 0;
        int removed = 0;
        int added = 0;
        int count = 0; ///< of changes since the text was last looked at
    };

    QString m_known;
    Hint m_hint;
    QList<TextMark> m_marks; ///< in the order of the text
    int m_placeFirst = 0;
    int m_placeLast = 0;
    int m_lastLine = 1;
    bool m_showing = false;
    bool m_leaveByTab = false;
};

} // namespace rayhelm
