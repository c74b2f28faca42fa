#pragma once

#include "core/secret.h"

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace rayhelm {

/// A password field with "Show"; showing ends when the focus leaves the field.
class SecretEdit : public QWidget
{
    Q_OBJECT
public:
    explicit SecretEdit(QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    bool isEmpty() const { return m_edit->text().isEmpty(); }
    /// Hands the text over and empties the field.
    Secret take();
    void clear();

Q_SIGNALS:
    void changed();
    void returnPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(bool shown);

    QLineEdit *m_edit;
    QPushButton *m_show;
};

} // namespace rayhelm
