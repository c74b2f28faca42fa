#pragma once

#include "values/valuesform.h"

#include <QWidget>

namespace rayhelm {

/// Edits one setting of the values file. It holds what is shown and typed; the row around it reads and writes the document.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEditor(QWidget *parent = nullptr);

    /// The editor that fits the field's type.
    static FieldEditor *forField(const FieldSchema &field);

    /// Shows what the document says, without a signal. What was typed before is replaced.
    virtual void showReading(const FieldReading &reading) = 0;
    /// What the user wants; invalid: nothing, the chart's default shall hold.
    virtual QVariant value() const = 0;
    /// Why what is typed is no value for this field; empty: it is one.
    virtual QString inputProblem() const { return {}; }
    /// The control that gets focus, name, description and the label's mnemonic.
    virtual QWidget *input() const = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    virtual void setSuggestions(const QStringList &) {}
    /// The label is part of the control (a switch), so the row shows none.
    virtual bool showsLabel() const { return false; }

Q_SIGNALS:
    /// Something was typed; more may follow.
    void edited();
    /// The user is done with it (Return, focus left, a choice was made).
    void finished();
    void focused();
    void undoRequested();
    void redoRequested();

protected:
    /// Undo belongs to the document, the wheel to the scrolled form, and focus is told.
    void guard(QWidget *control);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rayhelm
