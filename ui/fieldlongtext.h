#pragma once

#include "ui/fieldeditor.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace rayhelm {

/// Some lines of text: a script, or a map or list as YAML. It is finished when the focus leaves it. A script is locked until
/// the user unlocks it, because a line end too many changes what it means.
class LongTextInput : public FieldEditor
{
    Q_OBJECT
public:
    explicit LongTextInput(const FieldSchema &field, QWidget *parent = nullptr);
    void showReading(const FieldReading &reading) override;
    QVariant value() const override;
    QWidget *input() const override;
    void setReadOnly(bool readOnly) override;
    QPushButton *unlockButton() const { return m_unlock; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void unlock();
    void showLock();

    QPlainTextEdit *m_text;
    QPushButton *m_unlock;
    bool m_locked;
    bool m_readOnly = false;
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
