#pragma once

#include "values/problem.h"
#include "values/valuesform.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rayhelm {

class FieldEditor;
class StateLabel;
class StateText;

/// One setting in the form: label, editor, what it means, problems, and the way back to the default. It reads and writes
/// the document; text that the document refuses stays in the editor with the reason under it.
class ValuesFieldRow : public QWidget
{
    Q_OBJECT
public:
    /// `podGroup` empty: a setting of the cluster, or of head and workers together. `label` is what the row is called.
    ValuesFieldRow(ValuesDocument &document, ValuesForm &form, const FieldSchema &field, const QString &podGroup,
                   const QString &label, QWidget *parent = nullptr);

    const FieldSchema &field() const { return m_field; }
    const QString &podGroup() const { return m_podGroup; }
    const QString &labelText() const { return m_labelText; }
    FieldEditor *editor() const { return m_editor; }

    /// Reads the document again. `saved`: the same setting when it was last saved, for the mark of change; may be null.
    void refresh(const ValuesForm *saved);
    void setProblems(const QList<Problem> &problems);
    void setFrozen(bool frozen, const QString &whyNot);
    /// The text cursor is in this setting.
    void setMarked(bool marked);
    /// The focus is inside this row, or has left it: then what was typed is written.
    void setCurrent(bool current);
    void setLabelWidth(int width, bool above);
    void setSuggestions(const QStringList &suggestions);

    /// Writes what was typed. False: the document refuses it, and says why under the field.
    bool commit();
    /// Why the typed text was refused; empty: nothing is refused.
    QString refusal() const { return m_refusal; }
    /// Gives up what was typed but not written. False: there was nothing.
    bool discardTyped();

    /// The row is no longer part of the form and will be deleted; it must not write any more.
    void retire();

    QString keyPath() const;
    const FieldReading &reading() const { return m_reading; }
    void focusInput();

Q_SIGNALS:
    void focused();
    void undoRequested();
    void redoRequested();
    void refusalChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    Result<NamedEdits> planned(const QVariant &value) const;
    bool canBeUsed();
    void noteTyping();
    void commitSoon();
    QCoro::Task<void> writeJourney();
    void stopWriting();
    bool noteWritten(const Result<> &written);
    void finish();
    void reset();
    QCoro::Task<void> resetJourney();
    void showStateWord();
    void showReset();
    void refuse(const QString &why);
    void describe();
    FieldReading read(const ValuesForm &form) const;
    bool isImage() const;

    ValuesDocument &m_document;
    ValuesForm &m_form;
    FieldSchema m_field;
    QString m_podGroup;
    QString m_labelText;
    FieldReading m_reading;
    FieldEditor *m_editor;
    QLabel *m_label;
    StateText *m_state;
    QPushButton *m_reset;
    StateLabel *m_refused;
    QVBoxLayout *m_problemPlace;
    QList<StateLabel *> m_problemLabels;
    QStringList m_problemTexts;
    QTimer m_pause;
    QString m_refusal;
    QString m_frozenBecause;
    std::stop_source m_writing; ///< of what a worker thread writes just now
    quint64 m_keys = 0;         ///< counts what was typed
    bool m_isWriting = false;
    bool m_finished = false;    ///< Return was pressed, or the field was left, while a worker was at it
    int m_ownEntry = -1; ///< the undo list's position right after this row's own newest entry
    bool m_typed = false;
    bool m_frozen = false;
    bool m_changed = false;
    bool m_marked = false;
    bool m_current = false;
    bool m_above = false; ///< the label stands above the field
};

} // namespace rayhelm
