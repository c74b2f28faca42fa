#include "ui/valuesopendialog.h"

#include "ui/availability.h"
#include "ui/clearbutton.h"
#include "ui/flowlayout.h"
#include "ui/statelabel.h"

#include "core/text.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rayhelm {

ValuesOpenDialog::ValuesOpenDialog(const QString &place, QWidget *parent)
    : QDialog(parent)
    , m_filter(new QLineEdit)
    , m_table(new QTableWidget(0, 4))
    , m_state(new StateText(StateKind::Muted))
    , m_open(nullptr)
    , m_running(new QPushButton(tr("What is &running")))
{
    setWindowTitle(tr("Open a configuration"));
    auto *label = new QLabel(tr("&Files on %1").arg(place.isEmpty() ? tr("the cloud VM") : place));
    label->setBuddy(m_table);
    m_filter->setPlaceholderText(tr("Part of the name"));
    m_filter->setAccessibleName(tr("Show only files whose name holds"));
    addClearButton(m_filter);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Owner"), tr("Changed"), tr("Size")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(label->text().remove(QLatin1Char('&')));
    m_table->setAccessibleDescription(tr("Return opens the chosen file."));

    auto *others = new QWidget;
    auto *otherRow = new FlowLayout(others);
    auto *local = new QPushButton(tr("On this &computer..."));
    auto *example = new QPushButton(tr("From the &example"));
    m_running->setToolTip(tr("The values of the cluster that is installed now."));
    example->setToolTip(tr("The example of the tutorial, to be adapted. Nothing is written until you save."));
    otherRow->addWidget(new QLabel(tr("Or open:")));
    for (QPushButton *button : {local, m_running, example}) {
        button->setAutoDefault(false);
        otherRow->addWidget(button);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel);
    m_open = buttons->button(QDialogButtonBox::Open);
    m_open->setText(tr("Open"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));

    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    column->addWidget(m_state);
    column->addWidget(others);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, 420);

    connect(buttons, &QDialogButtonBox::accepted, this, &ValuesOpenDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::itemActivated, this, &ValuesOpenDialog::accept);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ValuesOpenDialog::updateButtons);
    connect(m_filter, &QLineEdit::textChanged, this, &ValuesOpenDialog::showMatches);
    const auto leave = [this](void (ValuesOpenDialog::*chosen)()) {
        return [this, chosen] {
            QDialog::accept();
            Q_EMIT (this->*chosen)();
        };
    };
    connect(local, &QPushButton::clicked, this, leave(&ValuesOpenDialog::localRequested));
    connect(m_running, &QPushButton::clicked, this, leave(&ValuesOpenDialog::releaseRequested));
    connect(example, &QPushButton::clicked, this, leave(&ValuesOpenDialog::templateRequested));
    m_table->setFocus();
    updateButtons();
}

void ValuesOpenDialog::setFiles(const QList<RemoteFileEntry> &files, const QString &chosen)
{
    m_table->setRowCount(int(files.size()));
    int row = 0;
    int select = files.isEmpty() ? -1 : 0;
    for (const RemoteFileEntry &file : files) {
        const QString when = QLocale().toString(file.modified.toLocalTime(), QLocale::ShortFormat);
        m_table->setItem(row, 0, new QTableWidgetItem(file.name));
        m_table->setItem(row, 1, new QTableWidgetItem(file.owner));
        m_table->setItem(row, 2, new QTableWidgetItem(when));
        m_table->setItem(row, 3, new QTableWidgetItem(sizeText(file.size)));
        m_table->item(row, 3)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        if (file.name == chosen)
            select = row;
        ++row;
    }
    m_state->setKind(StateKind::Muted);
    m_state->setText(files.isEmpty() ? tr("There is no .yaml file in the working directory.") : QString());
    m_state->setVisible(files.isEmpty());
    if (select >= 0)
        m_table->setCurrentCell(select, 0);
    showMatches();
}

void ValuesOpenDialog::setProblem(const QString &problem)
{
    m_state->setKind(StateKind::Warning);
    m_state->setText(problem);
    m_state->setVisible(!problem.isEmpty());
}

void ValuesOpenDialog::setConnected(bool connected)
{
    setAvailable(m_running, connected, tr("Not connected to the cloud VM."), tr("The values of the cluster that is installed now."));
    setAvailable(m_table, connected, tr("Not connected to the cloud VM."), tr("Return opens the chosen file."));
    setAvailable(m_filter, connected, tr("Not connected to the cloud VM."), QString());
    if (!connected)
        setProblem(tr("Not connected to the cloud VM. Its files can be opened after connecting."));
}

void ValuesOpenDialog::showMatches()
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHidden(row, !m_table->item(row, 0)->text().contains(m_filter->text().trimmed(), Qt::CaseInsensitive));
    updateButtons();
}

void ValuesOpenDialog::updateButtons()
{
    const QList<QTableWidgetItem *> chosen = m_table->selectedItems();
    const bool usable = !chosen.isEmpty() && !m_table->isRowHidden(chosen.constFirst()->row());
    setAvailable(m_open, usable, tr("Choose a file first."));
}

void ValuesOpenDialog::accept()
{
    const QList<QTableWidgetItem *> chosen = m_table->selectedItems();
    if (chosen.isEmpty() || m_table->isRowHidden(chosen.constFirst()->row()))
        return;
    const QString path = m_table->item(chosen.constFirst()->row(), 0)->text();
    QDialog::accept();
    Q_EMIT vmFileChosen(path);
}

} // namespace rayhelm
