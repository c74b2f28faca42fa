#include "ui/activitypanel.h"

#include "core/commandlog.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/commandmodel.h"
#include "ui/flowlayout.h"
#include "ui/formfield.h"
#include "ui/inlinemessage.h"
#include "ui/usersfilesaving.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rayhelm {

ActivityPanel::ActivityPanel(Session &session, QWidget *parent)
    : Panel(tr("Activity"), parent), m_session(session), m_saving(new UsersFileSaving(this)), m_model(new CommandModel(session.edges().commands, this)),
      m_filter(new CommandFilter(this)), m_find(new QLineEdit), m_places(new QComboBox),
      m_onlyChanges(new QCheckBox(tr("Only &changes"))), m_table(new QTableView), m_full(new QPlainTextEdit),
      m_empty(new QLabel(tr("No commands yet. They appear here as soon as Rayhelm runs one for you."))),
      m_copy(new QAction(tr("Copy"), this)), m_save(new QAction(tr("Save as script..."), this))
{
    setSentence(tr("What Rayhelm ran for you, as you could have typed it. Secrets read \"(hidden)\"."));
    m_filter->setSourceModel(m_model);
    m_filter->sort(0, Qt::DescendingOrder);
    setPrimaryAction(m_copy);
    addPanelAction(m_save);
    connect(m_copy, &QAction::triggered, this, &ActivityPanel::copy);
    connect(m_save, &QAction::triggered, this, &ActivityPanel::saveScript);
    connect(m_saving, &UsersFileSaving::saved, this, &ActivityPanel::clearMessage);
    connect(m_saving, &UsersFileSaving::failed, this, [this](const QString &path, const QString &words) {
        showMessage(messageFor({ErrorKind::InvalidInput, tr("The file %1 could not be written.").arg(path), words}));
    });
    buildFilterRow();
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading); // the room that the table leaves is all its own
    body()->addWidget(m_empty);
    buildTable();
    setFindTarget(m_find);
    setFirstFocus(m_find);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &ActivityPanel::showCount);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ActivityPanel::showCount);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ActivityPanel::showPlaces);
    showPlaces();
    showCount();
}

void ActivityPanel::buildFilterRow()
{
    auto *row = new FlowLayout;
    row->setSpacing(12);
    m_find->setMinimumWidth(220);
    m_onlyChanges->setAccessibleDescription(tr("Hides commands that only looked at something."));
    m_onlyChanges->setToolTip(m_onlyChanges->accessibleDescription());
    m_places->setAccessibleDescription(tr("Shows the commands of one place only."));
    m_places->setMinimumWidth(160);
    row->addWidget(new FormField(tr("&Find"), m_find, FormField::LabelPlace::Beside));
    row->addWidget(new FormField(tr("&Place"), m_places, FormField::LabelPlace::Beside));
    row->addWidget(m_onlyChanges);
    body()->addLayout(row);
    connect(m_find, &QLineEdit::textChanged, m_filter, &CommandFilter::setText);
    connect(m_onlyChanges, &QCheckBox::toggled, m_filter, &CommandFilter::setOnlyChanges);
    connect(m_places, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setPlace(m_places->currentData().toString()); });
}

void ActivityPanel::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Commands"));
    m_table->setAccessibleDescription(tr("The newest command is on top. The selected one is shown in full below."));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setMinimumHeight(120);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(CommandModel::Command, QHeaderView::Stretch);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(CommandModel::Time, character * 11);
    header->resizeSection(CommandModel::Place, character * 22);
    header->resizeSection(CommandModel::Outcome, character * 20);
    body()->addWidget(m_table, 3);

    m_full->setReadOnly(true);
    m_full->setTabChangesFocus(true);
    m_full->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_full->setAccessibleName(tr("Selected command in full"));
    m_full->setAccessibleDescription(tr("Read only; it can be copied."));
    m_full->setLayoutDirection(Qt::LeftToRight);
    m_full->setFixedHeight(fontMetrics().height() * 5);
    body()->addWidget(m_full);
    setDetailsRegion(m_full);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ActivityPanel::showSelected);
    connect(this, &Panel::windowSizeChanged, this, [this](WindowSize size) {
        m_table->setColumnHidden(CommandModel::Place, size == WindowSize::Narrow);
        m_table->setColumnHidden(CommandModel::Outcome, size == WindowSize::Narrow);
    });
}

void ActivityPanel::showPlaces()
{
    QStringList places;
    const QList<CommandRecord> &records = m_session.edges().commands->records();
    for (const CommandRecord &record : records)
        if (!places.contains(record.place))
            places.append(record.place);
    if (m_places->count() == places.size() + 1)
        return;
    const QString chosen = m_places->currentData().toString();
    m_places->clear();
    m_places->addItem(tr("All places"), QString());
    for (const QString &place : std::as_const(places))
        m_places->addItem(place, place);
    m_places->setCurrentIndex(std::max(0, m_places->findData(chosen)));
}

void ActivityPanel::showCount()
{
    const bool none = m_model->rowCount() == 0;
    m_empty->setVisible(none);
    m_table->setVisible(!none);
    m_full->setVisible(!none);
    setHeading(none ? tr("Activity") : tr("Activity: %n command(s)", nullptr, m_filter->rowCount()));
    const bool shown = m_filter->rowCount() > 0;
    const QString reason = none ? tr("No command was run yet.") : tr("No command fits what you look for.");
    setAvailable(m_copy, shown, reason);
    setAvailable(m_save, shown, reason);
}

QStringList ActivityPanel::selectedCommands() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() > b.row(); });
    QStringList commands;
    for (const QModelIndex &row : std::as_const(rows))
        commands.append(m_filter->record(row.row()).command);
    return commands;
}

void ActivityPanel::showSelected()
{
    m_full->setPlainText(selectedCommands().join(QLatin1Char('\n')));
}

/// The selected commands, or all shown ones when none is selected.
void ActivityPanel::copy()
{
    QStringList commands = selectedCommands();
    if (commands.isEmpty())
        for (int row = m_filter->rowCount() - 1; row >= 0; --row)
            commands.append(m_filter->record(row).command);
    QGuiApplication::clipboard()->setText(commands.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void ActivityPanel::saveScript()
{
    auto *dialog = new QFileDialog(this, tr("Save as script"), QStringLiteral("rayhelm-commands.sh"), tr("Scripts (*.sh)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_saving->save(path, m_filter->script().toUtf8()); });
    dialog->open();
}

} // namespace rayhelm
