#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace rayhelm {

class ValuesEditor;
class ValuesFieldRow;

/// Uses the configuration editor as a person does: by keys and by what is on the screen.
class ValuesDriver
{
public:
    explicit ValuesDriver(ValuesEditor &editor) : m_editor(editor) {}

    /// The shown row with this label; nullptr: it is not shown.
    ValuesFieldRow *row(const QString &label) const;
    QStringList labels() const;
    /// What stands in the field.
    QString fieldText(const QString &label) const;
    /// The problem under the field that refuses what was typed.
    QString refusal(const QString &label) const;
    /// Replaces the field's text by typing, without leaving it.
    bool type(const QString &label, const QString &text);
    /// The same, and Return.
    bool enter(const QString &label, const QString &text);
    bool isReadOnly(const QString &label) const;

    /// Types into "Find a setting"; `go` presses Return.
    void find(const QString &words, bool go);
    /// The label of the row with the focus; empty: none has it.
    QString focusedField() const;

    /// Puts the cursor behind the first `text` in the text view.
    bool putCursorBehind(const QString &text);
    void typeText(const QString &text);
    QString shownText() const;
    QStringList problems() const;
    /// Chooses a problem and presses "Fix".
    bool fix(const QString &partOfSentence);
    void undoByKey();
    void redoByKey();
    /// What the frozen form says; empty: it is not frozen.
    QString banner() const;

private:
    QWidget *input(const QString &label) const;

    ValuesEditor &m_editor;
};

} // namespace rayhelm
