#pragma once

#include "ui/fieldeditor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace rayhelm {

/// One line of text. Empty means: the chart's default, which stands there muted.
class TextInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit TextInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;

protected:
    /// How a value looks in the line, and back. The base shows it as it is.
    virtual QString shown(const QVariant &value) const { return value.toString(); }

    QLineEdit *m_line;
};

/// Kubernetes quantities: CPUs as they are, memory as "128 GB", which stands for the file's 128G.
class QuantityInput : public TextInput
{
    Q_OBJECT
public:
    explicit QuantityInput(const FieldSchema &field, QWidget *parent = nullptr);
    QVariant value() const override;
    QString inputProblem() const override;

    /// "128 GB", "128G" or "2 gib" as the file writes it; empty: not a quantity.
    static QString fromPerson(const QString &text);

protected:
    QString shown(const QVariant &value) const override;

private:
    bool m_memory;
};

/// A time limit, typed as "3 h 50 min", minutes or d-hh:mm:ss.
class DurationInput : public TextInput
{
    Q_OBJECT
public:
    explicit DurationInput(const FieldSchema &field, QWidget *parent = nullptr);
    QVariant value() const override;
    QString inputProblem() const override;

protected:
    QString shown(const QVariant &value) const override;
};

/// A whole number. The lowest step may mean "not stated".
class IntegerInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit IntegerInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;

private:
    QSpinBox *m_spin;
    int m_lowest;
    bool m_optional; ///< the chart has no default, so "not stated" can be chosen
};

/// On or off.
class SwitchInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit SwitchInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;
    bool showsLabel() const override { return true; }
    void setLabel(const QString &label);

private:
    QCheckBox *m_box;
};

/// One of some values, or any other that is typed.
class ChoiceInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit ChoiceInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;
    void setSuggestions(const QStringList &suggestions) override;

private:
    QComboBox *m_combo;
};

} // namespace rayhelm
