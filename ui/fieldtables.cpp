#include "ui/fieldtables.h"

#include "ui/statelabel.h"
#include "values/pairing.h"
#include "values/singularityoptions.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rayhelm {

TableInput::TableInput(const FieldSchema &field, const QStringList &headers, const QString &addText, QWidget *parent)
    : FieldEditor(parent)
    , m_table(new QTableWidget(0, int(headers.size())))
    , m_add(new QPushButton(addText))
    , m_remove(new QPushButton(tr("Remove")))
{
    m_table->setHorizontalHeaderLabels(headers);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setLayoutDirection(Qt::LeftToRight);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    guard(m_table);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_add->setAccessibleDescription(tr("Adds a row to \"%1\".").arg(field.label));
    m_remove->setAccessibleDescription(tr("Removes the chosen row of \"%1\".").arg(field.label));
    guard(m_add);
    guard(m_remove);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_table);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &TableInput::addRow);
    connect(m_remove, &QPushButton::clicked, this, &TableInput::removeRow);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TableInput::updateButtons);
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        Q_EMIT edited();
        Q_EMIT finished();
    });
    setRows({});
}

QWidget *TableInput::input() const
{
    return m_table;
}

void TableInput::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_table->setEnabled(!readOnly);
    m_add->setEnabled(!readOnly);
    updateButtons();
}

bool TableInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && !m_readOnly) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete) {
            removeRow();
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_table->currentItem()) {
            m_table->editItem(m_table->currentItem());
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void TableInput::setRows(const QList<QStringList> &rows, const QList<bool> &locked)
{
    // An unchanged table keeps its items, because one of them may just be edited.
    if (rows == this->rows() && !rows.isEmpty())
        return;
    const QSignalBlocker quiet(m_table);
    const int row = m_table->currentRow();
    const int column = m_table->currentColumn();
    m_table->setRowCount(int(rows.size()));
    for (int i = 0; i < rows.size(); ++i) {
        for (int j = 0; j < m_table->columnCount(); ++j) {
            auto *item = new QTableWidgetItem(rows[i].value(j));
            item->setToolTip(item->text());
            if (locked.value(i))
                item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            m_table->setItem(i, j, item);
        }
    }
    if (row >= 0 && row < m_table->rowCount())
        m_table->setCurrentCell(row, column);
    fit();
    updateButtons();
}

QList<QStringList> TableInput::rows() const
{
    QList<QStringList> rows;
    for (int i = 0; i < m_table->rowCount(); ++i) {
        QStringList row;
        for (int j = 0; j < m_table->columnCount(); ++j)
            row.append(m_table->item(i, j) ? m_table->item(i, j)->text().trimmed() : QString());
        rows.append(row);
    }
    return rows;
}

void TableInput::addRow()
{
    {
        const QSignalBlocker quiet(m_table);
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int j = 0; j < m_table->columnCount(); ++j)
            m_table->setItem(row, j, new QTableWidgetItem);
        fit();
    }
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
    m_table->editItem(m_table->currentItem());
}

void TableInput::removeRow()
{
    const QTableWidgetItem *item = m_table->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEditable))
        return;
    m_table->removeRow(item->row());
    fit();
    updateButtons();
    Q_EMIT edited();
    Q_EMIT finished();
}

void TableInput::fit()
{
    const int rows = std::clamp(m_table->rowCount(), 1, 8);
    m_table->setFixedHeight(rows * m_table->verticalHeader()->defaultSectionSize()
                            + m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth());
}

void TableInput::updateButtons()
{
    const QTableWidgetItem *item = m_table->currentItem();
    m_remove->setEnabled(!m_readOnly && item && (item->flags() & Qt::ItemIsEditable));
    m_remove->setToolTip(m_remove->isEnabled() ? QString() : tr("Choose a row first."));
}

EnvironmentInput::EnvironmentInput(const FieldSchema &field, QWidget *parent)
    : TableInput(field, {tr("Name"), tr("Value")}, tr("Add variable"), parent), m_repeated(new StateText(StateKind::Muted))
{
    m_repeated->setWordWrap(true);
    m_repeated->setTextFormat(Qt::PlainText);
    m_repeated->hide();
    layout()->addWidget(m_repeated);
}

void EnvironmentInput::showReading(const FieldReading &reading)
{
    m_shown = reading.value.value<EnvironmentList>();
    QList<QStringList> rows;
    QList<bool> locked;
    for (const EnvironmentEntry &entry : std::as_const(m_shown)) {
        rows.append({entry.name, entry.fromElsewhere ? tr("(from elsewhere)") : entry.value});
        locked.append(entry.fromElsewhere);
    }
    setRows(rows, locked);
    showRepeated();
}

/// A variable that is given several times in one place: every row stays, and the last one counts.
void EnvironmentInput::showRepeated()
{
    QStringList sentences;
    const QSignalBlocker quiet(table());
    for (qsizetype i = 0; i < m_shown.size() && i < table()->rowCount(); ++i) {
        const auto same = [&](const EnvironmentEntry &other) { return other.name == m_shown[i].name && other.place == m_shown[i].place; };
        const qsizetype times = std::count_if(m_shown.cbegin(), m_shown.cend(), same);
        const bool counts = std::none_of(m_shown.cbegin() + i + 1, m_shown.cend(), same);
        if (times > 1 && counts)
            sentences.append(tr("%1 is given %n time(s); the last one counts: %2", nullptr, int(times))
                                 .arg(m_shown[i].name, table()->item(int(i), 1)->text()));
        for (int column = 0; column < 2; ++column) {
            QTableWidgetItem *item = table()->item(int(i), column);
            QFont font = table()->font();
            font.setStrikeOut(!counts);
            item->setFont(font);
            item->setData(Qt::AccessibleDescriptionRole, counts ? QString() : tr("Does not count: a later row gives this variable again."));
            item->setToolTip(counts ? item->text() : tr("Does not count: a later row gives this variable again."));
        }
    }
    m_repeated->setText(sentences.join(QLatin1Char('\n')));
    m_repeated->setVisible(!sentences.isEmpty());
}

QVariant EnvironmentInput::value() const
{
    QList<std::pair<QString, QString>> present;
    for (const EnvironmentEntry &entry : m_shown)
        present.append({entry.name, entry.fromElsewhere ? tr("(from elsewhere)") : entry.value});
    QList<std::pair<QString, QString>> typed;
    const QList<QStringList> all = rows();
    for (const QStringList &row : all) {
        if (!row[0].isEmpty() || !row[1].isEmpty())
            typed.append({row[0], row[1]});
    }
    const QList<qsizetype> pairs = pairedByName(present, typed);
    EnvironmentList list;
    for (qsizetype k = 0; k < typed.size(); ++k) {
        const qsizetype known = pairs.indexOf(k);
        EnvironmentEntry entry{typed[k].first, typed[k].second, EnvironmentPlace::Singularity, false};
        if (known >= 0) {
            entry = m_shown[known];
            if (!entry.fromElsewhere)
                entry.value = typed[k].second;
        } else if (!SingularityOptions::environmentProblem({entry.name, entry.value}).isEmpty()) {
            entry.place = EnvironmentPlace::Container; // carries blanks and commas
        }
        list.append(entry);
    }
    return QVariant::fromValue(list);
}

QString EnvironmentInput::inputProblem() const
{
    const QList<QStringList> typed = rows();
    for (const QStringList &row : typed) {
        if (row[0].isEmpty() && !row[1].isEmpty())
            return tr("Give the variable a name.");
    }
    return {};
}

BindsInput::BindsInput(const FieldSchema &field, QWidget *parent)
    : TableInput(field, {tr("Folder on the HPC"), tr("Seen by the job as")}, tr("Add folder"), parent)
{
}

void BindsInput::showReading(const FieldReading &reading)
{
    QList<QStringList> rows;
    const QStringList binds = reading.value.toStringList();
    for (const QString &bind : binds)
        rows.append({bind.section(QLatin1Char(':'), 0, 0), bind.section(QLatin1Char(':'), 1)});
    setRows(rows);
}

QVariant BindsInput::value() const
{
    QStringList binds;
    const QList<QStringList> typed = rows();
    for (const QStringList &row : typed) {
        if (!row[0].isEmpty())
            binds.append(row[1].isEmpty() ? row[0] : row[0] + QLatin1Char(':') + row[1]);
    }
    return binds;
}

QString BindsInput::inputProblem() const
{
    const QStringList binds = value().toStringList();
    for (const QString &bind : binds) {
        const QString problem = SingularityOptions::bindProblem(bind);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace rayhelm
