#include "ui/valuesnamedialog.h"

#include "ui/availability.h"
#include "ui/formfield.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

ValuesNameDialog::ValuesNameDialog(const QString &suggestion, const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_name(new QLineEdit(suggestion))
    , m_field(new FormField(tr("File &name"), m_name))
{
    setWindowTitle(tr("Save the configuration on the cloud VM"));
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_name->setLayoutDirection(Qt::LeftToRight);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Save"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &ValuesNameDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const QString name = m_name->text().trimmed();
        if (!problem(name).isEmpty())
            return;
        accept();
        Q_EMIT nameChosen(name);
    });
    m_name->selectAll();
    check();
}

QString ValuesNameDialog::problem(const QString &name)
{
    if (name.isEmpty())
        return tr("Give the file a name.");
    if (name.startsWith(QLatin1Char('-')) || name.startsWith(QLatin1Char('.')))
        return tr("The name cannot begin with a dash or a dot.");
    if (name.contains(QLatin1Char('/')) || name.contains(QLatin1Char('\n')))
        return tr("The file lies in the working directory; its name cannot hold a slash.");
    if (!name.endsWith(QLatin1String(".yaml")) && !name.endsWith(QLatin1String(".yml")))
        return tr("The name must end in .yaml.");
    return {};
}

void ValuesNameDialog::check()
{
    const QString name = m_name->text().trimmed();
    const QString wrong = problem(name);
    m_field->setProblem(wrong);
    m_field->setHint(m_taken.contains(name) ? tr("This file exists; you will be asked before it is replaced.")
                                            : tr("It lies in the working directory on the VM."));
    setAvailable(m_save, wrong.isEmpty(), wrong);
}

} // namespace rayhelm
