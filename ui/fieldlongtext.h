#pragma once

#include "ui/fieldeditor.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace rayhelm {

/// A script. It is only shown; "Edit as text" leads to its lines.
class LongTextInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit LongTextInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QWidget *input() const override;
    void setReadOnly(bool) override {}

private:
    QPlainTextEdit *m_text;
    QPushButton *m_edit;
};

/// The image file on the HPC: folder and name, colon, tag. One value, "/folder/name:tag".
class ImageInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit ImageInput(QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QString inputProblem() const override;
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;

private:
    void splitPasted();

    QLineEdit *m_repository;
    QLineEdit *m_tag;
};

} // namespace rayhelm
