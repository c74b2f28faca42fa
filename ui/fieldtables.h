#pragma once

#include "ui/fieldeditor.h"

class QPushButton;
class QTableWidget;

namespace rayhelm {

class StateText;

/// A small table of texts with buttons to add and remove rows. Every cell can be reached and edited by keyboard.
class TableInput : public FieldEditor
{
    Q_OBJECT
public:
    TableInput(const FieldSchema &field, const QStringList &headers, const QString &addText, QWidget *parent = nullptr);
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void setRows(const QList<QStringList> &rows, const QList<bool> &locked = {});
    QList<QStringList> rows() const;
    QTableWidget *table() const { return m_table; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow();
    void removeRow();
    void fit();
    void updateButtons();

    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    bool m_readOnly = false;
};

/// Variables of the containers: name, value, where they are set.
class EnvironmentInput : public TableInput
{
    Q_OBJECT
public:
    explicit EnvironmentInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QString inputProblem() const override;

private:
    void showRepeated();

    StateText *m_repeated;
    EnvironmentList m_shown; ///< keeps the place of each variable and what is not edited here
};

/// Folders of the HPC that the container sees.
class BindsInput : public TableInput
{
    Q_OBJECT
public:
    explicit BindsInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QString inputProblem() const override;
};

} // namespace rayhelm
