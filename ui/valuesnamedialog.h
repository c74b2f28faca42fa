#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace rayhelm {

class FormField;

/// Asks for the name under which a configuration is saved on the VM.
class ValuesNameDialog : public QDialog
{
    Q_OBJECT
public:
    ValuesNameDialog(const QString &suggestion, const QStringList &taken, QWidget *parent = nullptr);

    /// What is wrong with a name; empty: it can be used.
    static QString problem(const QString &name);

Q_SIGNALS:
    void nameChosen(const QString &name);

private:
    void check();

    QStringList m_taken;
    QLineEdit *m_name;
    FormField *m_field;
    QPushButton *m_save;
};

} // namespace rayhelm
